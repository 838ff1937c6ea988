// SPDX-License-Identifier: GPL-3.0-or-later
// How what was promised becomes earned by use: a part of Ledger.
#include "services/common/core/durations.h"
#include "services/common/history/machinehistory.h"
#include "services/engine/market/ledger.h"

#include <QLoggingCategory>
#include <algorithm>

namespace surplus {

Q_LOGGING_CATEGORY(lcEarning, "surplus.ledger.earning")

namespace {
constexpr qsizetype MaxOpenEntries = 20'000;

/// The oldest first: what was promised to a former address was promised before.
QList<Channel*> byAge(Account& account)
{
    QList<Channel*> all;
    for (Channel& channel : account.channels)
        all.append(&channel);
    std::sort(all.begin(), all.end(), [](const Channel* a, const Channel* b) { return a->id < b->id; });
    return all;
}
} // namespace

QList<Ledger::Entry> Ledger::earn(Account& account, QHash<LeaseId, LeaseRecord>& leases, const std::optional<LeaseId>& preferred) const
{
    QList<LeaseRecord*> order;
    for (const LeaseId& id : std::as_const(account.leases)) {
        if (const auto lease = leases.find(id); lease != leases.end())
            order.append(&*lease);
    }
    std::sort(order.begin(), order.end(), [&](const LeaseRecord* a, const LeaseRecord* b) {
        const bool aFirst = preferred == a->id;
        const bool bFirst = preferred == b->id;
        return aFirst != bFirst ? aFirst : std::pair(a->created, a->id) < std::pair(b->created, b->id);
    });
    const QList<Channel*> channels = byAge(account);
    QList<Entry> entries;
    qint64 prepaid = account.prepaid.nano(); // stands in the rows already
    const auto pay = [&](const QByteArray& subject, Amount due, Amount& paid, const QString& kind) {
        qint64 wanted = std::max<qint64>(0, due.nano() - paid.nano());
        const qint64 fromPrepaid = std::min(wanted, prepaid);
        prepaid -= fromPrepaid;
        wanted -= fromPrepaid;
        paid = Amount::fromNano(paid.nano() + fromPrepaid);
        for (Channel* channel : channels) {
            const qint64 now = std::min(wanted, channel->open().nano());
            if (now <= 0)
                continue;
            wanted -= now;
            channel->earned = Amount::fromNano(channel->earned.nano() + now);
            paid = Amount::fromNano(paid.nano() + now);
            entries.append({ channel->highest.beneficiary, subject, kind, Amount::fromNano(now) });
        }
    };
    for (LeaseRecord* lease : order) {
        pay(lease->id.raw(), lease->dueKeep(), lease->paidKeep, QStringLiteral("keep"));
        pay(lease->id.raw(), lease->dueRetrieve(), lease->paidRetrieve, QStringLiteral("retrieve"));
    }
    pay({}, account.closedDue, account.closedPaid, QStringLiteral("closed"));
    account.prepaid = Amount::fromNano(prepaid);
    return entries;
}

void Ledger::recover(Account& account, const Address& beneficiary, const ChannelFunds& funds, QList<Entry>& entries)
{
    const auto channel = account.channels.find(beneficiary);
    if (channel == account.channels.end() || channel->waiting.nano() == 0 || funds.seen == 0)
        return;
    const auto covered = Amount::fromNano(static_cast<qint64>(std::clamp<WideSigned>(channel->spare(funds), 0, channel->waiting.nano())));
    channel->waiting = {};
    if (covered.nano() == 0)
        return;
    channel->earned = Amount::fromNano(channel->earned.nano() + covered.nano());
    account.recovered = Amount::fromNano(account.recovered.nano() + covered.nano());
    entries.append({ beneficiary, {}, QStringLiteral("recovered"), covered, false });
}

void Ledger::writeEarned(Database& db, MachineHistory& history, Account& account, const QList<Entry>& entries, Touched& touched)
{
    const UtcMs now = m_clock.now();
    if (m_openEntries.size() > MaxOpenEntries)
        m_openEntries.clear();
    for (const Entry& entry : entries) {
        const Channel& channel = *account.channels.constFind(entry.beneficiary);
        const auto at = entry.dated ? std::optional<qint64>(now) : std::nullopt;
        // A row a minute for each thing that is paid, however many vouchers pay for it.
        auto& [seq, minute] = m_openEntries[QByteArray::number(channel.id) + entry.lease + entry.kind.toLatin1()];
        bool added = false;
        if (seq != 0 && minute == now / MinuteMs && entry.dated) {
            db.prepare("UPDATE entries SET nano=nano+?, at=? WHERE seq=?").bind(entry.amount.nano(), at, seq).run();
            added = db.changes() == 1;
        }
        if (!added) {
            db.prepare("INSERT INTO entries(channel, at, resource, subject, kind, nano) VALUES(?,?,'storage',?,?,?)")
                .bind(channel.id, at, entry.lease, entry.kind, entry.amount.nano()).run();
            seq = db.lastInsertId();
            minute = now / MinuteMs;
        }
        history.earn(QStringLiteral("storage"), account.issuer.hex0x(), at, entry.amount);
        ++touched.entries;
    }
}

void Ledger::writeMetered(Database& db)
{
    Touched touched;
    {
        const std::lock_guard lock(m_mutex);
        QSet<Address> owners = std::exchange(m_dirtyAccounts, {});
        for (const LeaseId& id : std::as_const(m_dirty)) {
            if (const auto lease = m_leases.constFind(id); lease != m_leases.constEnd()) {
                touched.leases.insert(id, *lease);
                owners.insert(lease->chequebook);
            }
        }
        m_dirty.clear();
        for (const Address& chequebook : std::as_const(owners)) {
            const auto account = m_accounts.constFind(chequebook);
            if (account == m_accounts.constEnd() || account->id == 0)
                continue;
            touched.accounts.insert(chequebook, *account);
            if (account->open() <= 0)
                continue;
            for (const LeaseId& id : account->leases) { // what was promised ahead pays whatever is due
                const LeaseRecord& lease = *m_leases.constFind(id);
                if (lease.due().nano() > lease.paidKeep.nano() + lease.paidRetrieve.nano())
                    touched.leases.insert(id, lease);
            }
        }
    }
    if (touched.leases.isEmpty() && touched.accounts.isEmpty())
        return;
    const auto written = db.transact([&] {
        MachineHistory history(db);
        for (Account& account : touched.accounts) {
            const QList<Entry> entries = account.open() > 0 ? earn(account, touched.leases, std::nullopt) : QList<Entry>();
            writeEarned(db, history, account, entries, touched);
            QSet<Address> paid;
            for (const Entry& entry : entries)
                paid.insert(entry.beneficiary);
            for (const Address& beneficiary : std::as_const(paid))
                writeChannel(db, account, account.channels[beneficiary]);
            writeAccount(db, account);
        }
        for (const LeaseRecord& lease : std::as_const(touched.leases))
            writeLease(db, lease);
        history.flush();
    });
    if (written) {
        apply(touched);
        return;
    }
    m_openEntries.clear(); // what was added in this transaction is gone
    qCWarning(lcEarning).noquote() << "what was metered could not be written down:" << written.error().message;
    const std::lock_guard lock(m_mutex);
    for (const LeaseRecord& lease : std::as_const(touched.leases))
        m_dirty.insert(lease.id);
    for (const Account& account : std::as_const(touched.accounts))
        m_dirtyAccounts.insert(account.chequebook);
}

void Ledger::writeRecovered(Database& db)
{
    Touched touched;
    {
        const std::lock_guard lock(m_mutex);
        if (m_leaving)
            return; // or it would be bound again
        for (const Address& chequebook : std::exchange(m_recoverable, {})) {
            if (const auto account = m_accounts.constFind(chequebook); account != m_accounts.constEnd() && account->id != 0)
                touched.accounts.insert(chequebook, *account);
        }
    }
    if (touched.accounts.isEmpty())
        return;
    const auto written = db.transact([&] {
        MachineHistory history(db);
        for (Account& account : touched.accounts) {
            QList<Entry> entries;
            for (auto fund = account.funds.constBegin(); fund != account.funds.constEnd(); ++fund)
                recover(account, fund.key(), *fund, entries);
            writeEarned(db, history, account, entries, touched);
            for (Channel& channel : account.channels)
                writeChannel(db, account, channel);
            writeAccount(db, account);
        }
        history.flush();
    });
    if (written) {
        apply(touched);
        const std::lock_guard lock(m_mutex);
        for (const Account& account : std::as_const(touched.accounts))
            m_dirtyAccounts.insert(account.chequebook); // what does not wait any longer pays what is due
        return;
    }
    m_openEntries.clear();
    qCWarning(lcEarning).noquote() << "what was recovered could not be written down:" << written.error().message;
    const std::lock_guard lock(m_mutex);
    for (const Account& account : std::as_const(touched.accounts))
        m_recoverable.insert(account.chequebook);
}

} // namespace surplus
