// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/payments/typeddata.h"
#include "services/common/store/confirmedtime.h"
#include "services/common/store/worker.h"
#include "services/engine/market/account.h"
#include "services/engine/market/lease.h"
#include "services/engine/market/standing.h"

#include <QSet>
#include <atomic>
#include <functional>
#include <mutex>

namespace surplus {

/// How much is served before it is paid, and to whom. All amounts in nano.
struct CreditLimits : CreditCaps {
    bool serveUnfunded = false; ///< customers without a reserve on the chain
    qint64 firstWindow = 4 * 1024 * 1024; ///< bytes' worth used by a new customer before it is promised
    qint64 largestWindow = 64 * 1024 * 1024; ///< grows up to this with what was paid
};

/// What there is to lease. Bytes.
struct RoomLimits {
    qint64 limit = std::numeric_limits<qint64>::max(); ///< of all leases
    qint64 spare = std::numeric_limits<qint64>::max(); ///< on the disk, beyond what has to stay free
    int unfundedPercent = 10; ///< of the limit, for customers without cover
    qint64 unfundedLeast = 64 * 1024 * 1024; ///< that one of them may lease, if it fits

    [[nodiscard]] qint64 unfundedShare() const { return limit / 100 * unfundedPercent; }
    /// Per key, per address and in all.
    [[nodiscard]] QuotaBounds unfundedBounds() const;
};

/// Sums over all leases.
struct LeaseTotals {
    int leases = 0; ///< not closed
    int customers = 0; ///< that hold one
    qint64 leased = 0; ///< bytes, metadata included
    qint64 stored = 0; ///< bytes of those whose content is complete
    qint64 retrieved = 0; ///< bytes sent, closed leases included
};

/// What one customer sees of its account after a voucher or a hello.
struct AccountView {
    std::optional<Voucher> highest; ///< for the current beneficiary, signature included
    Amount debt; ///< used and not promised; negative: promised ahead
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
/// store's thread; whatever waits while one commit syncs goes into the next. A check and the act that it allows are one task
/// of that thread. Every public function may be called on any thread; callbacks run on the store's thread.
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

    /// Another chain, for the next start, which `write` writes down in the transaction that finds nothing leased and nothing
    /// earned on the present one; until then no lease and no voucher is taken. Or the present one again. Blocking. Fails
    /// with "chain.bound", or the store's errors.
    [[nodiscard]] Result<void> choose(const ChainSpec& next, const std::function<void(Database&)>& write);
    /// The engine's running time at this start, before anybody is served.
    void beginAt(qint64 running);
    void setBeneficiary(const Address& beneficiary);
    void setLimits(const CreditLimits& limits);
    void setRoom(const RoomLimits& room);
    /// What is asked for a GB now: the first window is that many bytes' worth of it.
    void setRetrievePrice(Amount price);
    /// For tests and benchmarks: each commit takes at least this long, as on a disk with a slow sync.
    void setCommitDelay(int milliseconds);
    [[nodiscard]] const ChainSpec& chain() const { return m_chain; }
    [[nodiscard]] MachineId machine() const { return m_machine; }
    [[nodiscard]] Address beneficiary() const;
    [[nodiscard]] QString epoch() const { return m_epoch; }

    /// A customer proved that it is `issuer`; `network` is the address (or /64) it came from. Writes nothing: an account
    /// is written down with its first lease or voucher.
    [[nodiscard]] Result<AccountView> openAccount(const Address& issuer, const Hash32& salt, const Network& network);
    /// One session more of this customer is open, or one less.
    void noteSession(const Address& chequebook, bool open);
    void submit(const Voucher& voucher, const std::optional<LeaseId>& lease, std::function<void(Result<VoucherOutcome>)> done);

    /// Admits the lease or refuses it, and writes it down, in one step; MONEY.md "What a stranger may hold", *Room*. Gives the
    /// lease as it is held: for content that this customer has leased already that one. `lease.cover`, `.metadata` and
    /// `.network` are set here. Fails with "customer.unfunded", "lease.days", "storage.full", "market.full",
    /// "torrent.refused", or the store's errors.
    void addLease(const LeaseRecord& lease, const QByteArray& torrent, std::function<void(Result<LeaseRecord>)> done);
    /// Prolongs it by `days` in one step with the question whether that may be. Fails with "lease.days", "lease.unknown".
    void renewLease(const LeaseId& id, qint64 days, qint64 mostDays, std::function<void(Result<LeaseRecord>)> done);
    /// `change` is applied to a copy, which is written down, and then to the lease itself: it may run twice.
    void updateLease(const LeaseId& id, std::function<void(LeaseRecord&)> change, std::function<void(Result<void>)> done);
    /// Closes it if `still` says so of it at that moment. Gives the lease; nothing if it was not so any more.
    void closeLease(const LeaseId& id, LeaseEnd why, std::function<bool(const LeaseRecord&)> still,
        std::function<void(Result<std::optional<LeaseRecord>>)> done);
    /// The same for many in one transaction: all of them that are so, or none. Gives those.
    void closeLeases(const QList<LeaseId>& ids, LeaseEnd why, std::function<bool(const LeaseRecord&)> still,
        std::function<void(Result<QList<LeaseRecord>>)> done);
    [[nodiscard]] std::optional<LeaseRecord> lease(const LeaseId& id) const;
    /// What became of one that is gone.
    [[nodiscard]] std::optional<EndedLease> ended(const LeaseId& id) const;
    /// The open lease over this content.
    [[nodiscard]] std::optional<LeaseRecord> leaseOver(const InfoHash& content) const;
    [[nodiscard]] QList<LeaseRecord> leases() const;
    [[nodiscard]] QList<LeaseRecord> leasesOf(const Address& chequebook) const;
    [[nodiscard]] LeaseTotals totals() const;
    void readTorrent(const LeaseId& id, std::function<void(Result<QByteArray>)> done);

    /// Time went on: keeping becomes due by the hour, covers are looked at, fillings and debts run out. `serving`: storage
    /// was served since the last call. Gives the leases that are to be closed, with the reason.
    struct Closing {
        LeaseId lease;
        LeaseEnd why;
    };
    [[nodiscard]] QList<Closing> advance(const Moment& now, bool serving);
    /// Whether `lease` is still to be closed for `why`: to be asked in the transaction that does it.
    [[nodiscard]] static bool isOver(const LeaseRecord& lease, LeaseEnd why, const Moment& now);
    /// An audit of its content passed, or could not be answered.
    void noteAudit(const LeaseId& id, bool passed);
    /// Until when what is promised ahead pays for the keeping of this lease and all others of its customer; at most its end.
    [[nodiscard]] UtcMs paidUntil(const LeaseId& id) const;

    /// Counts `bytes` as sent and says whether more may be. `held`: of what hold() put on its way, the caller's own part, which
    /// does not stand against it.
    Service meter(const LeaseId& id, qint64 bytes, qint64 held = 0);
    [[nodiscard]] Service service(const LeaseId& id, qint64 held = 0) const { return const_cast<Ledger*>(this)->meter(id, 0, held); }
    /// Whether one more connection may have `bytes` on their way, beside those that its customer has. Its own window always has
    /// room for the first; without cover there are bounds by key, address and in all, too.
    [[nodiscard]] Service mayBegin(const LeaseId& id, qint64 bytes) const;
    /// Counts `bytes` that are about to be read as delivered, if the window takes all of them.
    [[nodiscard]] Service take(const LeaseId& id, qint64 bytes);
    /// Those that were taken and not delivered.
    void giveBack(const LeaseId& id, qint64 bytes);
    /// What may be on its way to a customer.
    struct Sending {
        Address chequebook;
        qint64 bytes = 0;
        qint64 nano = 0; ///< what they are worth
    };
    /// `bytes` more may be on their way to its customer: the window counts them until they are let go.
    [[nodiscard]] Sending hold(const LeaseId& id, qint64 bytes);
    /// Also when the lease is gone.
    void letGo(const Sending& sending);
    /// On reconnect the customer says how much it has got: what an abrupt close lost on the way is forgiven within
    /// MONEY.md's bounds. Returns the bytes forgiven.
    qint64 forgive(const LeaseId& id, qint64 receivedByCustomer);
    [[nodiscard]] Amount debt(const Address& chequebook) const;
    /// Why this customer isn't served now, in words and with what to do; nothing if it is, or only has to pay.
    [[nodiscard]] std::optional<Error> refusal(const Address& chequebook) const;

    [[nodiscard]] CustomerStanding standing(const Address& chequebook) const;
    /// Whether the chain was read for this customer since its last hello.
    [[nodiscard]] bool isChainRead(const Address& chequebook) const;

    [[nodiscard]] Money money() const;
    /// One channel with what has become of its money.
    struct ChannelMoney {
        Address chequebook;
        Address issuer;
        Address beneficiary;
        Amount accepted;
        Money money;
        ChannelFunds funds;
        qint64 channel = 0; ///< in the database
    };
    /// Those with a voucher, what can be settled first and then the largest; the forgotten, as one without a chequebook, last. At most
    /// `most`, after leaving out `offset`.
    [[nodiscard]] QList<ChannelMoney> channelMoney(qsizetype most, qsizetype offset = 0) const;
    /// Whose funds should be looked up: channels with vouchers, and those of customers who said hello; at most `most`, the
    /// latter newest first.
    struct Watched {
        Address chequebook;
        Address beneficiary;
        bool hasFunds = false; ///< the chain had something of it the last time: strangers have nothing
        qint64 hello = 0; ///< its newest: what is read now is read after it
    };
    [[nodiscard]] QList<Watched> watched(qsizetype most) const;
    /// What the chain says of what was watched(); dated here, and written down for channels with vouchers.
    void setFunds(const QList<std::pair<Watched, ChannelFunds>>& funds);
    [[nodiscard]] qint64 lastEntry() const;
    /// Groups of vouchers committed since it was opened.
    [[nodiscard]] qint64 commits() const { return m_commits; }
    /// Transactions since then that closed leases.
    [[nodiscard]] qint64 closings() const { return m_closings; }
    /// Vouchers in the archive.
    [[nodiscard]] qint64 archived() const { return m_archived; }
    /// Writes down what was metered since the last commit; what was promised ahead for it becomes earned.
    void flush();
    /// Thins out the voucher archive and drops leases that are closed, and accounts that hold nothing. `confirmed`: a time that
    /// a second source agrees with, from which ages count back.
    void prune(UtcMs confirmed);

    static constexpr int MaxAccounts = 20'000; ///< in the database
    static constexpr int MaxAccountsPerNetwork = 200;
    static constexpr int MaxGuests = 4'000; ///< in memory
    static constexpr int MaxLeasesPerAccount = 1'000;
    static constexpr int MaxEnded = 10'000; ///< leases of which is still known how they ended
    static constexpr qint64 MaxArchived = 2'000'000; ///< vouchers
    static constexpr QuotaBounds UnfundedLeases { 8, 64, 1'000 };
    static constexpr QuotaBounds UnfundedGrowth { 1'000'000, 8'000'000, 64'000'000 }; ///< bytes of the database a day
    static constexpr QuotaBounds UnfundedWaiting { 64, 512, 4'096 }; ///< vouchers before their commit
    static constexpr QuotaBounds CoveredWaiting { 512, 20'000, 20'000 };
    static constexpr qsizetype MaxBatch = 512; ///< vouchers of one commit
    static constexpr qint64 AccountBytes = 600; ///< of the database: an account with its channel, about
    static constexpr qint64 LeaseBytes = 700; ///< a lease without its torrent
    static constexpr qint64 ArchivedBytes = 250; ///< a voucher
    static constexpr qint64 UnfundedRows = 256'000'000; ///< bytes of metadata, accounts and archive
    static constexpr int WindowsPerNetwork = 2; ///< first windows, of all unfunded customers there
    static constexpr int WindowsInAll = 64;
    static constexpr qint64 ForgetSeconds = SecondsPerDay; ///< of running time: a stranger who paid nothing is forgotten
    static constexpr int MaxForgotten = 100'000; ///< channels of which is still known that they were

private:
    struct Submission {
        Voucher voucher;
        std::optional<LeaseId> lease;
        std::function<void(Result<VoucherOutcome>)> done;
        Network network; ///< where it counts as waiting,
        Tally* tally = nullptr; ///< and in which of the two
    };
    struct Entry {
        Address beneficiary; ///< the channel's
        QByteArray lease;
        QString kind;
        Amount amount;
        bool dated = true;
    };
    /// Copies of what one commit touches.
    struct Touched {
        QHash<Address, Account> accounts;
        QHash<LeaseId, LeaseRecord> leases;
        qint64 entries = 0;
        qint64 archived = 0; ///< rows more
    };

    Ledger(StoreWorker& store, ChainSpec chain, const MachineId& machine, const Clock& clock);
    void load(Database& db);
    void loadAccounts(Database& db);
    void loadLeases(Database& db);
    [[nodiscard]] bool post(StoreWorker::Task task);
    [[nodiscard]] static Error leavingError();

    // vouchers.cpp
    /// Has what is waiting committed, unless that is on its way.
    void postCommit();
    void commitSubmissions(Database& db);
    void accept(Database& db, Account& account, const Submission& submission, Amount amount, Touched& touched);
    void archive(Database& db, const Account& account, const Channel& channel, Touched& touched);
    void apply(const Touched& touched);
    // earning.cpp
    [[nodiscard]] QList<Entry> earn(Account& account, QHash<LeaseId, LeaseRecord>& leases, const std::optional<LeaseId>& preferred) const;
    static void recover(Account& account, const Address& beneficiary, const ChannelFunds& funds, QList<Entry>& entries);
    void writeEarned(Database& db, class MachineHistory& history, Account& account, const QList<Entry>& entries, Touched& touched);
    void writeMetered(Database& db);
    void writeRecovered(Database& db);
    // rows.cpp
    static void writeLease(Database& db, const LeaseRecord& lease);
    static void insertLease(Database& db, const LeaseRecord& lease, const QByteArray& torrent);
    static void writeAccount(Database& db, Account& account);
    void writeChannel(Database& db, const Account& account, Channel& channel);
    // admission.cpp
    [[nodiscard]] Result<LeaseCover> admit(const Account& account, const LeaseRecord& lease) const;
    [[nodiscard]] Result<void> admitUnfunded(const Account& account, const LeaseRecord& lease) const;
    /// Whether its cover is good for a week of all that it leases, and of `more`.
    [[nodiscard]] bool coversKeeping(const Account& account, const LeaseRecord* more) const;
    /// Whether the database may grow by `bytes` for it, perhaps for the lease `more`; MONEY.md bounds that where coversKeeping() is not so.
    [[nodiscard]] bool mayGrow(const Account& account, qint64 bytes, const LeaseRecord* more = nullptr) const;
    /// Whether a guest may become a row of the database.
    [[nodiscard]] bool mayEnter(const Account& account) const;
    void grow(const Account& account, qint64 bytes, const LeaseRecord* more = nullptr);
    void count(const LeaseRecord& lease, int sign);
    void setCover(LeaseRecord& lease, LeaseCover cover);
    void applyClosed(const LeaseRecord& closed, UtcMs at);
    // funds.cpp
    /// A reserve that was not looked at for six days may be gone (a decrease takes seven): it counts no longer.
    void dropStaleFunds(const Moment& now);
    // keeping.cpp
    void keep(LeaseRecord& lease, qint64 seconds, bool serving);
    void lookAtCovers();
    // upkeep.cpp
    void dropGuests();
    void dropClosed(Database& db);
    /// Whether the chain said lately what stands behind what it signed.
    [[nodiscard]] bool isRead(const Account& account) const;
    /// Who signed and took, and nothing stands behind it: after a day, and where a bound is reached the oldest at once.
    [[nodiscard]] QList<Account> forgettable() const;
    void dropForgotten(Database& db);
    /// What the forgotten had earned stands in an account without a chequebook, so that the sums lose nothing.
    void moveToOthers(Database& db, Account& others, qint64 nano);
    /// Gives back to `channel` what stands there of it; false if it was not forgotten in this epoch, as far as is known.
    [[nodiscard]] bool remember(Database& db, Account& account, Channel& channel, Touched& touched);
    /// Forgets, if one of these could not enter otherwise.
    void makeRoom(Database& db, const QSet<Address>& newcomers);
    void reduceArchive(Database& db);

    void putLease(const LeaseRecord& lease);
    [[nodiscard]] AccountView view(const Account& account) const;
    [[nodiscard]] WideSigned worth(qint64 bytes, Amount price) const;
    [[nodiscard]] WideSigned window(const Account& account, Amount price) const;
    /// `more`: beside what was used and is on its way; `begun`: what a connection that begins will have on its way.
    [[nodiscard]] Service decide(const Account& account, Amount price, WideSigned more = 0, WideSigned begun = 0) const;
    [[nodiscard]] Service decideUnfunded(const Account& account, Amount price, WideSigned more, WideSigned begun) const;
    /// What is promised ahead and the credit are used up, by this customer itself.
    [[nodiscard]] bool isUsedUp(const Account& account, Amount price) const;
    void deliver(LeaseRecord& lease, Account& account, qint64 bytes);
    [[nodiscard]] bool isTrial() const { return m_chain == ChainSpec::local(); }
    void recomputeDue(Account& account);
    void touch(Account& account) { account.active = std::max(account.active, m_running); }

    StoreWorker& m_store;
    const ChainSpec m_chain;
    const MachineId m_machine;
    const Clock& m_clock;
    QString m_epoch;
    std::atomic<int> m_commitDelay = 0;
    std::atomic<qint64> m_commits = 0;
    std::atomic<qint64> m_closings = 0;
    std::atomic<qint64> m_archived = 0;
    QHash<QByteArray, std::pair<qint64, qint64>> m_openEntries; ///< the store's thread: what this minute's rows can be added to

    mutable std::mutex m_mutex; // guards all below; never held during a commit
    bool m_leaving = false; ///< another chain was chosen
    Address m_beneficiary;
    CreditLimits m_limits;
    RoomLimits m_room;
    Amount m_retrievePrice;
    QHash<Address, Account> m_accounts; // by chequebook
    QHash<LeaseId, LeaseRecord> m_leases;
    QHash<InfoHash, LeaseId> m_byContent; // open leases
    QHash<LeaseId, EndedLease> m_ended;
    Exposure m_exposure;
    Tally m_unfundedLeases { UnfundedLeases };
    Tally m_unfundedRoom { {} };
    Tally m_grown { UnfundedGrowth };
    Tally m_sending { UnfundedAnswers }; ///< of all, funded or not
    qint64 m_unfundedMetadata = 0; ///< bytes
    qint64 m_leased = 0; ///< bytes of room of open leases
    qint64 m_unstored = 0; ///< of that, of those that are not complete
    qint64 m_running = 0; ///< the engine's running time, s
    bool m_advanced = false; ///< since the start
    qint64 m_reduced = 0; ///< running second of the last look at archives that are too large
    qint64 m_hellos = 0;
    QSet<LeaseId> m_dirty; // metered since the last commit
    QSet<Address> m_dirtyAccounts;
    QSet<Address> m_recoverable; ///< whose waiting vouchers the chain has an answer for
    Tally m_waitingUnfunded { UnfundedWaiting }; ///< of m_submissions
    Tally m_waitingCovered { CoveredWaiting };
    QList<Submission> m_submissions;
    bool m_commitPosted = false;
    qint64 m_lastEntry = 0;
};

} // namespace surplus
