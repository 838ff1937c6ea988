// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger lets go of: a part of Ledger.
#include "services/common/core/durations.h"
#include "services/engine/market/archive.h"
#include "services/engine/market/ledger.h"

#include <QLoggingCategory>
#include <algorithm>
#include <tuple>
#include <vector>

namespace surplus {

Q_LOGGING_CATEGORY(lcUpkeep, "surplus.ledger.upkeep")

namespace {
constexpr qint64 ArchiveMs = 30 * DayMs;
constexpr qint64 EntriesMs = 7 * DayMs;
constexpr qint64 MaxEntries = 1'000'000;
constexpr qint64 ThinRows = 5'000; ///< visited by one call
constexpr qsizetype ReduceChannels = 2'000; ///< looked at by one call
constexpr qint64 ReduceEvery = 600; ///< seconds
constexpr size_t GuestsAtOnce = 40; ///< that make room: looking for them takes longer than saying hello
} // namespace

void Ledger::dropGuests()
{
    // Whoever says hello with many keys pushes out its own: those of the address with most go first, the oldest of them.
    // Nobody who is connected goes, of whom there are far fewer than guests.
    QHash<QString, qint64> counts;
    QList<const Account*> guests;
    for (const Account& account : std::as_const(m_accounts)) {
        if (account.id != 0 || account.sessions > 0)
            continue;
        guests.append(&account);
        ++counts[account.network.text()];
        if (const QString wide = account.network.wide(); !wide.isEmpty())
            ++counts[wide];
    }
    using Rank = std::tuple<bool, qint64, qint64, Address>;
    std::vector<Rank> ranks;
    for (const Account* guest : std::as_const(guests)) {
        const qint64 beside = std::max(counts.value(guest->network.text()), counts.value(guest->network.wide()) / QuotaBounds::NetworksPerWide);
        ranks.emplace_back(guest->cover(m_beneficiary) > 0, -beside, guest->hello, guest->chequebook);
    }
    std::sort(ranks.begin(), ranks.end());
    ranks.resize(std::min<size_t>(ranks.size(), GuestsAtOnce));
    for (const Rank& rank : ranks) {
        m_exposure.remove(std::get<Address>(rank));
        m_accounts.remove(std::get<Address>(rank));
    }
}

void Ledger::dropClosed(Database& db)
{
    QList<LeaseRecord> leases;
    QHash<Address, Account> accounts;
    {
        const std::lock_guard lock(m_mutex);
        for (const LeaseRecord& lease : std::as_const(m_leases)) {
            if (lease.state != LeaseState::Closed)
                continue;
            leases.append(lease);
            Account& account = accounts[lease.chequebook];
            if (account.id == 0)
                account = m_accounts.value(lease.chequebook);
            account.closedDue = account.closedDue.plus(lease.due()).value_or(account.closedDue);
            account.closedPaid = Amount::fromNano(account.closedPaid.nano() + lease.paidKeep.nano() + lease.paidRetrieve.nano());
            account.closedRetrieved += lease.retrieved;
        }
    }
    if (leases.isEmpty())
        return;
    auto dropped = db.transact([&] {
        for (const LeaseRecord& lease : std::as_const(leases))
            db.prepare("DELETE FROM leases WHERE id=?").bind(lease.id.raw()).run();
        for (Account& account : accounts)
            writeAccount(db, account);
    });
    if (!dropped) {
        qCWarning(lcUpkeep).noquote() << "closed leases could not be dropped:" << dropped.error().message;
        return;
    }
    const std::lock_guard lock(m_mutex);
    for (const LeaseRecord& lease : std::as_const(leases)) {
        m_leases.remove(lease.id);
        m_dirty.remove(lease.id);
        m_accounts[lease.chequebook].leases.removeOne(lease.id);
        m_dirtyAccounts.insert(lease.chequebook); // what was metered last may be promised already
    }
    for (const Account& account : std::as_const(accounts)) {
        Account& held = m_accounts[account.chequebook];
        held.closedDue = account.closedDue;
        held.closedPaid = account.closedPaid;
        held.closedRetrieved = account.closedRetrieved;
        recomputeDue(held);
    }
}

bool Ledger::isRead(const Account& account) const
{
    return isTrial() || std::all_of(account.channels.keyValueBegin(), account.channels.keyValueEnd(), [&](const auto& of) {
        const qint64 ran = account.funds.value(of.first).ran;
        return of.second.waiting.nano() == 0 && ran >= 0 && m_running - ran < ForgetSeconds;
    });
}

QList<Account> Ledger::forgettable() const
{
    const std::lock_guard lock(m_mutex);
    QList<Account> gone;
    QHash<QString, int> networks; // how many of them are gone
    QHash<QString, int> wides;
    const auto forget = [&](const Account& account) {
        gone.append(account);
        ++networks[account.network.text()];
        ++wides[account.network.wide()];
    };
    struct Idle {
        bool read;
        qint64 active;
        const Account* account;
    };
    QList<Idle> rest; // who may go when room is needed
    for (const Account& account : m_accounts) {
        if (account.id == 0 || account.chequebook.isNull() || !account.leases.isEmpty() || account.sending > 0)
            continue;
        const bool read = isRead(account);
        if (account.channels.isEmpty() && account.unearned() == 0)
            forget(account);
        else if (account.isBacked())
            continue;
        else if (read && m_running - account.active >= ForgetSeconds)
            forget(account); // asking costs nothing: who took and paid nothing is forgotten, and what it took with it
        else if (read || std::none_of(account.funds.begin(), account.funds.end(), [](const ChannelFunds& funds) { return funds.ran >= 0; }))
            rest.append({ read, account.active, &account });
    }
    // What was never read may be money: it goes last.
    std::sort(rest.begin(), rest.end(), [](const Idle& a, const Idle& b) { return std::pair(!a.read, a.active) < std::pair(!b.read, b.active); });
    const auto isFull = [](int held, qsizetype going, int most) { return held >= most && held - going > most - most / 8; };
    for (const Idle& idle : std::as_const(rest)) {
        const Network& network = idle.account->network;
        if (isFull(m_exposure.total().accounts, gone.size(), MaxAccounts)
            || isFull(m_exposure.of(network).accounts, networks.value(network.text()), MaxAccountsPerNetwork)
            || isFull(m_exposure.ofWide(network).accounts, wides.value(network.wide()), MaxAccountsPerNetwork * QuotaBounds::NetworksPerWide))
            forget(*idle.account);
    }
    return gone;
}

void Ledger::moveToOthers(Database& db, Account& others, qint64 nano)
{
    if (others.id == 0)
        writeAccount(db, others);
    Channel& sum = others.channels[others.chequebook];
    sum.earned = Amount::fromNano(sum.earned.nano() + nano);
    sum.accepted = sum.earned;
    others.closedDue = sum.earned;
    others.closedPaid = sum.earned;
    others.due = sum.earned;
    writeChannel(db, others, sum);
    writeAccount(db, others);
}

bool Ledger::remember(Database& db, Account& account, Channel& channel, Touched& touched)
{
    Statement known = db.prepare("DELETE FROM forgotten WHERE chequebook=? AND beneficiary=? RETURNING earned");
    if (!known.bind(account.chequebook.raw(), channel.highest.beneficiary.raw()).step())
        return false;
    channel.earned = std::min(Amount::fromNano(known.integer(0)), channel.accepted);
    known.finish();
    const auto more = [&](Amount of) { return of.plus(channel.earned).value_or(of); };
    account.closedDue = more(account.closedDue);
    account.closedPaid = more(account.closedPaid);
    account.due = more(account.due);
    if (channel.earned.nano() > 0)
        moveToOthers(db, touched.accounts[Address()], -channel.earned.nano());
    return true;
}

void Ledger::dropForgotten(Database& db)
{
    const QList<Account> gone = forgettable();
    if (gone.isEmpty())
        return;
    Account others;
    {
        const std::lock_guard lock(m_mutex);
        others = m_accounts.value({});
    }
    qint64 archived = 0;
    auto dropped = db.transact([&] {
        for (const Account& account : gone) {
            for (const Channel& channel : account.channels) {
                db.prepare("DELETE FROM vouchers WHERE channel=?").bind(channel.id).run();
                archived += db.changes();
                if (channel.earned.nano() > 0) {
                    moveToOthers(db, others, channel.earned.nano());
                    db.prepare("UPDATE entries SET channel=? WHERE channel=?").bind(others.channels.value({}).id, channel.id).run();
                }
                db.prepare("DELETE FROM channels WHERE id=?").bind(channel.id).run();
                db.prepare("INSERT OR REPLACE INTO forgotten VALUES(?,?,?)")
                    .bind(account.chequebook.raw(), channel.highest.beneficiary.raw(), channel.earned.nano()).run();
            }
            db.prepare("DELETE FROM accounts WHERE id=?").bind(account.id).run();
        }
        db.prepare("DELETE FROM forgotten WHERE rowid<=(SELECT MAX(rowid) FROM forgotten)-?").bind(MaxForgotten).run();
    });
    if (!dropped) {
        qCWarning(lcUpkeep).noquote() << "accounts that hold nothing could not be dropped:" << dropped.error().message;
        return;
    }
    m_archived -= archived;
    m_openEntries.clear(); // a channel's number may be another's now
    const std::lock_guard lock(m_mutex);
    if (others.id != 0) {
        m_accounts[others.chequebook] = others;
        m_exposure.update(m_accounts[others.chequebook]);
    }
    for (const Account& account : gone) {
        Account& held = m_accounts[account.chequebook];
        if (held.hello == 0) {
            m_exposure.remove(account.chequebook);
            m_accounts.remove(account.chequebook);
            continue;
        }
        Account guest; // its customer may be connected
        guest.chequebook = held.chequebook;
        guest.issuer = held.issuer;
        guest.salt = held.salt;
        guest.network = held.network;
        guest.hello = held.hello;
        guest.helloRead = held.helloRead;
        guest.sessions = held.sessions;
        guest.funds = held.funds;
        guest.answered = held.answered;
        held = guest;
        m_exposure.update(held);
    }
}

void Ledger::makeRoom(Database& db, const QSet<Address>& newcomers)
{
    {
        const std::lock_guard lock(m_mutex);
        const bool full = std::any_of(newcomers.begin(), newcomers.end(), [this](const Address& chequebook) {
            const auto account = m_accounts.constFind(chequebook);
            return account != m_accounts.constEnd() && account->id == 0 && !mayEnter(*account);
        });
        if (!full)
            return;
    }
    dropForgotten(db);
}

void Ledger::reduceArchive(Database& db)
{
    struct Reduced {
        qint64 channel;
        qint64 active;
        U256 earned;
    };
    {
        const std::lock_guard lock(m_mutex);
        const qint64 rows = m_unfundedMetadata + m_exposure.total().accounts * AccountBytes + m_archived * ArchivedBytes;
        if ((m_archived <= MaxArchived && rows <= UnfundedRows) || m_running - m_reduced < ReduceEvery)
            return;
        m_reduced = m_running;
    }
    const auto reducible = db.read([&] { return VoucherArchive(db).reducible(); });
    if (!reducible) {
        qCWarning(lcUpkeep).noquote() << "the voucher archive could not be looked through:" << reducible.error().message;
        return;
    }
    QList<Reduced> channels;
    {
        const std::lock_guard lock(m_mutex);
        for (const Account& account : std::as_const(m_accounts)) {
            if (account.paid().nano() > 0 && m_archived <= MaxArchived)
                continue;
            for (const Channel& channel : account.channels) {
                if (reducible->contains(channel.id))
                    channels.append({ channel.id, account.paid().nano() > 0 ? std::numeric_limits<qint64>::max() : account.active, m_chain.coveringUnits(channel.earned) });
            }
        }
    }
    // What doesn't pay goes first, the oldest of it.
    std::sort(channels.begin(), channels.end(), [](const Reduced& a, const Reduced& b) { return a.active < b.active; });
    qint64 gone = 0;
    const auto reduced = db.transact([&] {
        VoucherArchive archive(db);
        for (const Reduced& channel : std::as_const(channels).first(std::min(channels.size(), ReduceChannels)))
            gone += archive.reduce(channel.channel, channel.earned);
    });
    if (reduced)
        m_archived -= gone;
    else
        qCWarning(lcUpkeep).noquote() << "the voucher archive could not be made smaller:" << reduced.error().message;
}

void Ledger::prune(UtcMs confirmed)
{
    const bool posted = post([this, confirmed](Database& db) {
        qint64 gone = 0;
        auto pruned = db.transact([&] {
            gone = VoucherArchive(db).thin(confirmed - ArchiveMs, ThinRows);
            // What they add up to stands in the history, by resource and by customer.
            db.prepare("DELETE FROM entries WHERE at<? OR seq<=(SELECT MAX(seq) FROM entries)-?").bind(confirmed - EntriesMs, MaxEntries).run();
        });
        if (pruned)
            m_archived -= gone;
        else
            qCWarning(lcUpkeep).noquote() << "the voucher archive could not be thinned out:" << pruned.error().message;
        dropClosed(db);
        dropForgotten(db);
        reduceArchive(db);
    });
    if (!posted)
        qCWarning(lcUpkeep).noquote() << "the voucher archive was not thinned out: too much is waiting";
}

} // namespace surplus
