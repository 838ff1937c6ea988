// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/chain/chainconfig.h"
#include "services/common/crypto/sealedfile.h"
#include "services/common/payments/typeddata.h"
#include "services/common/store/database.h"

#include <QJsonObject>
#include <mutex>

namespace surplus {

/// One file that a customer stores with one provider.
struct StoredFile {
    qint64 id = 0;
    QString name; ///< as the user knows it and as it is shown
    QString fileName; ///< see filename.h: where its name is no UTF-8, what `name` can't say
    QString provider; ///< HOST:PORT#MACHINE
    Seal seal;
    LeaseTerms lease;
    QByteArray torrent;
    QString state; ///< "filling", "stored", "closed" or "damaged" (the row makes no sense)
    QString closedWhy; ///< the provider's word: "ended", "unfilled", "unpaid", "room", "lost", "customer", or "" if it gave none
    bool covered = true; ///< false: the provider says that what is set aside on the chain covered its keeping and no longer does
    UtcMs created = 0;
    UtcMs storedAt = 0; ///< the latest moment that we know the provider did not have all of it at; 0 until it has
    UtcMs paidUntil = 0; ///< the provider's word; 0 if it gave none
    std::optional<UtcMs> pooledUntil; ///< until when what was promised for all files with its provider pays for it, by our own count
    qint64 received = 0; ///< bytes fetched back so far, over all sessions
    qint64 lost = 0; ///< bytes that may have come without being counted: a connection or this program broke off
    qint64 keptSeconds = 0; ///< that passed audits have covered
    bool auditFailed = false; ///< the newest one
    int keepAhead = 0; ///< days of keeping that the user lets be promised ahead
    Amount keepPromised; ///< of `paid`: for keeping, what is promised ahead included
    Amount paid; ///< for this lease
    int auditsPassed = 0;
    int auditsFailed = 0;
};

/// What a provider says of one lease.
struct LeaseNews {
    LeaseId lease;
    QString state; ///< "" if it gave none
    QString closedWhy;
    bool covered = true;
    UtcMs paidUntil = 0;
    /// Takes only what makes sense; nothing without a lease's id.
    [[nodiscard]] static std::optional<LeaseNews> fromJson(const QJsonObject& json);
};

/// The customer's home: its identity key, its chequebook's salt, the index of its files with their keys, and what it
/// has promised on each channel. All its processes share the one file; a channel is advanced in one BEGIN IMMEDIATE, so
/// that two processes never promise the same amount twice. Any thread; calls block on the file.
class Purse {
public:
    /// Creates the directory (0700), a key and a salt on first use. Fails with "home.…" or the store's errors.
    [[nodiscard]] static Result<std::unique_ptr<Purse>> open(const QString& home);

    [[nodiscard]] const SecretKey& key() const { return m_key; }
    /// The chain that it pays on: HOME/chain.json, or the local test chain without one.
    [[nodiscard]] const ChainConfig& chain() const { return m_chain; }
    /// Takes over the chain that a file describes. Fails with "config.…" or "file.write".
    [[nodiscard]] Result<void> useChain(const QString& file);
    [[nodiscard]] const Hash32& salt() const { return m_salt; }
    [[nodiscard]] QString home() const { return m_home; }

    /// Raises what is promised for `lease` to `due` and signs a voucher over the channel's new total, or over the next whole
    /// base unit above it: what that is more is promised ahead, and later dues use it up before anything is signed again. If
    /// that much was promised before, the voucher is the highest one again. `received` is what was fetched of the lease in
    /// all sessions together, `keep` what of `due` is for keeping; both only grow. All is written down before the voucher is
    /// returned.
    [[nodiscard]] Result<Voucher> pay(const ChainSpec& chain, const MachineId& machine, const Address& beneficiary,
        const LeaseId& lease, Amount due, qint64 received, Amount keep = {});
    /// What a session begins with: the highest voucher, or one over nothing, which promises nothing.
    [[nodiscard]] Result<Voucher> first(const ChainSpec& chain, const MachineId& machine, const Address& beneficiary);
    /// The highest voucher on this channel, if there is one.
    [[nodiscard]] Result<std::optional<Voucher>> highest(
        const ChainSpec& chain, const MachineId& machine, const Address& beneficiary);
    /// The highest voucher of each channel.
    [[nodiscard]] Result<QList<Voucher>> channels(const ChainSpec& chain);
    /// A provider shows a voucher of ours: adopted if it is higher than what is known and our own signature verifies
    /// (this purse was restored from an old copy). True if it was adopted.
    [[nodiscard]] Result<bool> adopt(const ChainSpec& chain, const Voucher& shown);

    [[nodiscard]] Result<qint64> addFile(const StoredFile& file);
    /// By name, the newest of that name; else by number, with or without a # before it. Fails with "file.unknown" or
    /// "file.damaged".
    [[nodiscard]] Result<StoredFile> file(const QString& nameOrNumber);
    [[nodiscard]] Result<StoredFile> file(qint64 id);
    [[nodiscard]] Result<QList<StoredFile>> files();
    /// The provider has all of it.
    [[nodiscard]] Result<void> noteStored(qint64 id, UtcMs when);
    [[nodiscard]] Result<void> noteRenewed(qint64 id, const LeaseTerms& lease, int keepAhead);
    /// Keeps what a provider says of leases of ours with that very provider, and returns the files that it is news about.
    [[nodiscard]] Result<QList<StoredFile>> heed(const MachineId& machine, const QList<LeaseNews>& news);
    /// A fetch begins: if the one before never ended, `lostIfCut` bytes more may have come than were counted.
    [[nodiscard]] Result<void> beginFetch(qint64 id, qint64 lostIfCut);
    [[nodiscard]] Result<void> endFetch(qint64 id, qint64 received, qint64 lost);
    [[nodiscard]] Result<void> noteAudit(qint64 id, bool passed, qint64 keptSeconds);
    /// The highest prices, and the highest cost of one file, that the user agreed to. Nothing at first.
    struct Agreed {
        Amount keep;
        Amount retrieve;
        Amount whole;
    };
    [[nodiscard]] Result<Agreed> agreed();
    [[nodiscard]] Result<void> agree(const Agreed& price);
    /// Spent in all, and per provider: for `spend`.
    [[nodiscard]] Result<QJsonObject> spending(const ChainSpec& chain);

    /// SHA-256 of each 16 KiB block of the sealed file, kept so that an audit needs no proof.
    [[nodiscard]] Result<void> writeLeaves(qint64 id, const QString& sealedFile) const;
    [[nodiscard]] Result<QByteArray> leaf(qint64 id, qint64 block) const;

private:
    Purse(QString home, SecretKey key, const Hash32& salt, std::unique_ptr<Database> database);
    [[nodiscard]] static StoredFile fileFrom(const Statement& row);
    /// Works out `pooledUntil` of `files`. Within a read or a transaction.
    void pool(QList<StoredFile>& files);
    [[nodiscard]] Result<StoredFile> fileWhere(const char* condition, const std::optional<QString>& text, qint64 id, const QString& shown);

    QString m_home;
    SecretKey m_key;
    Hash32 m_salt;
    ChainConfig m_chain = ChainConfig::local();
    std::unique_ptr<Database> m_database;
    std::mutex m_mutex; // one connection, used from several threads of this process
};

} // namespace surplus
