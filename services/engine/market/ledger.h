// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/status.h"
#include "services/common/payments/typeddata.h"
#include "services/common/store/worker.h"
#include "services/engine/market/account.h"

#include <QSet>
#include <atomic>
#include <functional>
#include <mutex>

namespace surplus {

enum class LeaseState { Filling, Stored, Closed };

/// One lease as the ledger keeps it.
struct LeaseRecord {
    LeaseId id;
    Address chequebook; ///< the customer's account
    Address customer; ///< the chequebook's issuer
    InfoHash content;
    QString file; ///< name of the one file: SHA-256 of its content in hexadecimal
    qint64 size = 0; ///< bytes
    LeaseState state = LeaseState::Filling;
    UtcMs created = 0;
    UtcMs start = 0; ///< when the content was complete; 0 before
    UtcMs end = 0;
    Amount keepPrice;
    Amount retrievePrice;
    qint64 retrieved = 0; ///< bytes sent to the customer, over all sessions
    qint64 keptSeconds = 0; ///< that an audit has covered
    Amount paidKeep;
    Amount paidRetrieve;

    [[nodiscard]] Amount dueKeep() const;
    [[nodiscard]] Amount dueRetrieve() const;
    [[nodiscard]] Amount due() const { return dueKeep().plus(dueRetrieve()).value_or(dueKeep()); }
};

/// How much is served before it is paid, and to whom. All amounts in nano.
struct CreditLimits : CreditCaps {
    bool serveUnfunded = false; ///< customers without a reserve on the chain
    qint64 firstWindow = 4 * 1024 * 1024; ///< bytes' worth served on credit to a new customer
    qint64 largestWindow = 64 * 1024 * 1024; ///< grows up to this with what was paid
};

/// Sums over all leases.
struct LeaseTotals {
    int leases = 0; ///< not closed
    int customers = 0; ///< that hold one
    qint64 leased = 0; ///< bytes
    qint64 stored = 0; ///< bytes of those whose content is complete
    qint64 retrieved = 0; ///< bytes sent, closed leases included
};

/// What one customer sees of its account after a voucher or a hello.
struct AccountView {
    std::optional<Voucher> highest; ///< for the current beneficiary, signature included
    Amount debt; ///< used and not covered by vouchers; negative: prepaid
};

struct VoucherOutcome {
    bool raised = false; ///< the voucher was higher than what was held
    AccountView account;
};

enum class Service {
    Go,
    Wait, ///< the credit window is used up: a voucher opens it again
    Refused ///< not served at all now: unfunded and not allowed, a cap is reached, or a voucher has bounced
};

/// The voucher ledger, exactly as MONEY.md's "Accepting a voucher". Vouchers are checked and committed in groups on the
/// store's thread; whatever waits while one commit syncs goes into the next. Every public function may be called on any
/// thread; callbacks run on the store's thread.
class Ledger {
public:
    [[nodiscard]] static QList<Migration> migrations();

    /// Reads the state from the store, blocking. Fails with the store's errors.
    [[nodiscard]] static Result<std::unique_ptr<Ledger>> open(
        StoreWorker& store, const ChainSpec& chain, const MachineId& machine, const Clock& clock);

    /// Waits for what it has posted to the store.
    ~Ledger();
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;

    /// The first rule of "Accepting a voucher": the amount in nano if `voucher` pays `beneficiary` for `machine` on `chain`
    /// and is signed by `issuer`. Fails with "voucher.machine", ".beneficiary", ".amount" or ".signature". Any thread.
    [[nodiscard]] static Result<Amount> check(const Voucher& voucher, const ChainSpec& chain, const MachineId& machine,
        const Address& beneficiary, const Address& issuer);

    void setBeneficiary(const Address& beneficiary);
    void setLimits(const CreditLimits& limits);
    /// For tests and benchmarks: each commit takes at least this long, as on a disk with a slow sync.
    void setCommitDelay(int milliseconds);
    [[nodiscard]] const ChainSpec& chain() const { return m_chain; }
    [[nodiscard]] MachineId machine() const { return m_machine; }
    [[nodiscard]] Address beneficiary() const;
    [[nodiscard]] QString epoch() const { return m_epoch; }

    /// A customer proved that it is `issuer`; `network` is the address (or /64) it came from. Writes nothing: an account
    /// is written down with its first lease or voucher. Fails with "market.full".
    [[nodiscard]] Result<AccountView> openAccount(const Address& issuer, const Hash32& salt, const QString& network);
    /// `first`: presented at the start of a session, so a jump without use is booked as recovered.
    void submit(const Voucher& voucher, const std::optional<LeaseId>& lease, bool first,
        std::function<void(Result<VoucherOutcome>)> done);

    /// Fails with "market.full" if the account may hold no more, or the store's errors.
    void addLease(const LeaseRecord& lease, const QByteArray& torrent, std::function<void(Result<void>)> done);
    /// `change` is applied to a copy, which is written down, and then to the lease itself: it may run twice.
    void updateLease(const LeaseId& id, std::function<void(LeaseRecord&)> change, std::function<void(Result<void>)> done);
    [[nodiscard]] std::optional<LeaseRecord> lease(const LeaseId& id) const;
    /// The open lease over this content.
    [[nodiscard]] std::optional<LeaseRecord> leaseOver(const InfoHash& content) const;
    [[nodiscard]] QList<LeaseRecord> leases() const;
    [[nodiscard]] LeaseTotals totals() const;
    void readTorrent(const LeaseId& id, std::function<void(Result<QByteArray>)> done);

    /// Counts `bytes` as sent and says whether more may be.
    Service meter(const LeaseId& id, qint64 bytes);
    [[nodiscard]] Service service(const LeaseId& id) const { return const_cast<Ledger*>(this)->meter(id, 0); }
    /// Counts the time up to `seconds` since the lease's start as kept (it never falls).
    void coverKept(const LeaseId& id, qint64 seconds);
    /// On reconnect the customer says how much it has got: what an abrupt close lost on the way is forgiven within
    /// MONEY.md's bounds. Returns the bytes forgiven.
    qint64 forgive(const LeaseId& id, qint64 receivedByCustomer);
    [[nodiscard]] Amount debt(const Address& chequebook) const;

    [[nodiscard]] Money money() const;
    /// One channel with what has become of its money.
    struct ChannelMoney {
        Address chequebook;
        Address issuer;
        Address beneficiary;
        Money money;
        ChannelFunds funds;
    };
    /// Those with a voucher, the largest first, at most `most`.
    [[nodiscard]] QList<ChannelMoney> channelMoney(qsizetype most) const;
    /// Whose funds should be looked up: channels with vouchers, and those of customers who said hello; at most `most`, the
    /// latter newest first.
    struct Watched {
        Address chequebook;
        Address beneficiary;
    };
    [[nodiscard]] QList<Watched> watched(qsizetype most) const;
    /// What the chain says now; written down for channels with vouchers.
    void setFunds(const QList<std::pair<Watched, ChannelFunds>>& funds);
    /// A reserve that was not looked at for six days may be gone (a decrease takes seven): it counts no longer.
    void dropStaleFunds();
    [[nodiscard]] qint64 lastEntry() const;
    /// Groups of vouchers committed since it was opened.
    [[nodiscard]] qint64 commits() const { return m_commits; }
    /// Writes down what was metered since the last commit.
    void flush();
    /// Thins out the voucher archive (after 30 days the last per channel and quarter hour) and drops leases that are
    /// closed and paid, and accounts that hold nothing.
    void prune();

    static constexpr int MaxAccounts = 20'000; ///< in the database
    static constexpr int MaxAccountsPerNetwork = 200;
    static constexpr int MaxGuests = 4'000; ///< in memory
    static constexpr int MaxLeasesPerAccount = 1'000; ///< those that are closed and not paid count
    static constexpr int StrangerWindows = 2; ///< first windows that all who have not paid as much share, per network

private:
    struct Submission {
        Voucher voucher;
        std::optional<LeaseId> lease;
        bool first;
        std::function<void(Result<VoucherOutcome>)> done;
    };
    struct Entry {
        QByteArray lease;
        QString kind;
        Amount amount;
        bool dated;
    };

    Ledger(StoreWorker& store, ChainSpec chain, const MachineId& machine, const Clock& clock);
    void load(Database& db);
    void commitSubmissions(Database& db);
    [[nodiscard]] QList<Entry> attribute(Account& account, QHash<LeaseId, LeaseRecord>& leases,
        const std::optional<LeaseId>& preferred, Amount increment, bool first) const;
    void writeMetered(Database& db);
    static void writeLease(Database& db, const LeaseRecord& lease);
    /// Inserts a guest and gives it its id.
    static void writeAccount(Database& db, Account& account);
    void dropOldestGuest();
    void dropClosed(Database& db);
    void dropEmpty(Database& db);
    void putLease(const LeaseRecord& lease);
    [[nodiscard]] AccountView view(const Account& account) const;
    [[nodiscard]] qint64 windowBytes(const Account& account, Amount price) const;
    [[nodiscard]] Service decide(const Account& account, Amount price) const;
    [[nodiscard]] Service decideFunded(const Account& account, const ChannelFunds& funds, Amount price) const;
    void recomputeDue(Account& account);

    StoreWorker& m_store;
    const ChainSpec m_chain;
    const MachineId m_machine;
    const Clock& m_clock;
    QString m_epoch;
    std::atomic<int> m_commitDelay = 0;
    std::atomic<qint64> m_commits = 0;

    mutable std::mutex m_mutex; // guards all below; never held during a commit
    Address m_beneficiary;
    CreditLimits m_limits;
    QHash<Address, Account> m_accounts; // by chequebook
    QHash<LeaseId, LeaseRecord> m_leases;
    QHash<InfoHash, LeaseId> m_byContent; // open leases
    Exposure m_exposure;
    qint64 m_hellos = 0;
    QSet<LeaseId> m_dirty; // metered since the last commit
    QList<Submission> m_submissions;
    bool m_commitPosted = false;
    qint64 m_lastEntry = 0;
};

} // namespace surplus
