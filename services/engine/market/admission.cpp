// SPDX-License-Identifier: GPL-3.0-or-later
// Who may lease how much; MONEY.md "What a stranger may hold", *Room*: a part of Ledger.
#include "services/common/core/durations.h"
#include "services/engine/market/ledger.h"

#include <algorithm>

namespace surplus {

namespace {

/// What `bytes` of metadata make the file grow by: whole pages, each with a few bytes of its own, once they don't fit into one.
qint64 inPages(qint64 bytes)
{
    constexpr qint64 Page = 4096;
    constexpr qint64 Payload = Page - 4;
    return bytes < Page / 2 ? bytes : (bytes / Payload + 2) * Page;
}

tl::unexpected<Error> full(const QString& why) { return failure(QStringLiteral("storage.full"), why); }

const QString& withMoney()
{
    static const QString text = QStringLiteral("Set money aside for this provider on the chain (surplus-customer fund reserve) to lease more");
    return text;
}
} // namespace

QuotaBounds RoomLimits::unfundedBounds() const
{
    const qint64 share = unfundedShare();
    const qint64 key = std::min(share, std::max(limit / 100, unfundedLeast));
    return { key, std::min(share, std::max(share / 4, key)), share };
}

void Ledger::setRoom(const RoomLimits& room)
{
    const std::lock_guard lock(m_mutex);
    m_room = room;
    m_unfundedRoom.setBounds(room.unfundedBounds());
}

bool Ledger::coversKeeping(const Account& account, const LeaseRecord* more) const
{
    const WideSigned cover = account.cover(m_beneficiary);
    if (cover <= 0)
        return false;
    WideSigned week = more ? more->weekOfRoom() : 0;
    for (const LeaseId& id : account.leases) {
        const LeaseRecord& lease = *m_leases.constFind(id);
        if (lease.state != LeaseState::Closed)
            week += lease.weekOfRoom();
    }
    return week <= cover;
}

bool Ledger::mayGrow(const Account& account, qint64 bytes, const LeaseRecord* more) const
{
    return coversKeeping(account, more) || m_grown.hit(account.chequebook.raw(), account.network, bytes) == QuotaHit::None;
}

bool Ledger::mayEnter(const Account& account) const
{
    return account.cover(m_beneficiary) > 0
        || (m_exposure.total().accounts < MaxAccounts && m_exposure.of(account.network).accounts < MaxAccountsPerNetwork
            && m_exposure.ofWide(account.network).accounts < MaxAccountsPerNetwork * QuotaBounds::NetworksPerWide);
}

void Ledger::grow(const Account& account, qint64 bytes, const LeaseRecord* more)
{
    if (!coversKeeping(account, more))
        m_grown.add(account.chequebook.raw(), account.network, bytes);
}

void Ledger::count(const LeaseRecord& lease, int sign)
{
    m_leased += sign * lease.room();
    m_unstored += lease.state == LeaseState::Stored ? 0 : sign * lease.room();
    if (lease.cover != LeaseCover::Unfunded)
        return;
    m_unfundedMetadata += sign * lease.metadata;
    for (const auto& [tally, amount] : { std::pair(&m_unfundedRoom, lease.room()), std::pair(&m_unfundedLeases, qint64(1)) }) {
        if (sign > 0)
            tally->add(lease.chequebook.raw(), Network(lease.network), amount);
        else
            tally->remove(lease.chequebook.raw(), Network(lease.network), amount);
    }
}

void Ledger::setCover(LeaseRecord& lease, LeaseCover cover)
{
    if (lease.cover == cover)
        return;
    if (lease.state != LeaseState::Closed)
        count(lease, -1);
    lease.cover = cover;
    lease.lostSeconds = 0;
    if (lease.state != LeaseState::Closed)
        count(lease, 1);
    m_dirty.insert(lease.id);
}

Result<void> Ledger::admitUnfunded(const Account& account, const LeaseRecord& lease) const
{
    if (!m_limits.serveUnfunded)
        return failure(QStringLiteral("customer.unfunded"),
            QStringLiteral("This provider serves only customers who have set money aside for it on the chain, and chequebook %1 has set "
                           "aside too little for a week of keeping this. Set more aside (surplus-customer fund reserve), wait until the chain has confirmed it, and try again.")
                .arg(account.chequebook.hex0x()));
    if (lease.end - lease.created > UnfundedDays * DayMs + ClockToleranceMs)
        return failure(QStringLiteral("lease.days"),
            QStringLiteral("Without money set aside this provider leases for %1 days at a time. Lease for %1 days and renew, or set money aside on the chain (surplus-customer fund reserve).").arg(UnfundedDays));
    const QByteArray key = account.chequebook.raw();
    const Network network(lease.network);
    switch (m_unfundedLeases.hit(key, network, 1)) {
    case QuotaHit::None:
        break;
    case QuotaHit::Key:
        return failure(QStringLiteral("market.full"), QStringLiteral("Without money set aside one customer may hold %1 leases here. %2.").arg(UnfundedLeases.perKey).arg(withMoney()));
    case QuotaHit::Network:
    case QuotaHit::Wide:
    case QuotaHit::All:
        return failure(QStringLiteral("market.full"), QStringLiteral("Customers without money set aside hold as many leases here as they may. %1.").arg(withMoney()));
    }
    const QuotaBounds bounds = m_unfundedRoom.bounds();
    switch (m_unfundedRoom.hit(key, network, lease.room())) {
    case QuotaHit::None:
        break;
    case QuotaHit::Key:
        return full(QStringLiteral("Without money set aside one customer may lease %1 bytes here; %2 would be too many. %3.").arg(bounds.perKey).arg(lease.room()).arg(withMoney()));
    case QuotaHit::Network:
    case QuotaHit::Wide:
        return full(QStringLiteral("Without money set aside all customers of one network address may lease %1 bytes here. %2.").arg(bounds.perNetwork).arg(withMoney()));
    case QuotaHit::All:
        return full(QStringLiteral("The room for customers without money set aside (%1 bytes) is used up. %2, or try again later.").arg(bounds.inAll).arg(withMoney()));
    }
    if (!mayGrow(account, inPages(lease.metadata) + LeaseBytes, &lease) || m_unfundedMetadata + lease.metadata > UnfundedRows)
        return failure(QStringLiteral("market.full"), QStringLiteral("Too many leases were opened without money set aside today. %1, or try again tomorrow.").arg(withMoney()));
    return {};
}

Result<LeaseCover> Ledger::admit(const Account& account, const LeaseRecord& lease) const
{
    const bool covered = coversKeeping(account, &lease);
    if (account.leases.size() >= MaxLeasesPerAccount)
        return failure(QStringLiteral("market.full"), QStringLiteral("You hold as many leases here as one customer may."));
    if (account.id == 0 && !covered && !mayEnter(account))
        return failure(QStringLiteral("market.full"), QStringLiteral("This machine takes no further customers from your network now."));
    if (lease.room() > m_room.limit - std::min(m_leased, m_room.limit))
        return full(QStringLiteral("The provider has no room for %1 bytes (its limit is reached).").arg(lease.size));
    if (lease.room() > m_room.spare - std::min(m_unstored, m_room.spare))
        return full(QStringLiteral("The provider has no room for %1 bytes (its disk is nearly full).").arg(lease.size));
    if (covered)
        return LeaseCover::Covered;
    if (auto admitted = admitUnfunded(account, lease); !admitted)
        return tl::unexpected(admitted.error());
    return LeaseCover::Unfunded;
}

void Ledger::addLease(const LeaseRecord& asked, const QByteArray& torrent, std::function<void(Result<LeaseRecord>)> done)
{
    const bool posted = post([=, this](Database& db) {
        makeRoom(db, { asked.chequebook });
        std::optional<Account> account;
        LeaseRecord lease = asked;
        lease.metadata = torrent.size();
        Result<LeaseCover> cover = failure(QStringLiteral("market.full"), QStringLiteral("Your session is too old. Open a new one."));
        {
            // Nothing else admits, closes or drops a lease than tasks of this thread: what is decided here still holds below.
            const std::lock_guard lock(m_mutex);
            if (m_leaving) {
                cover = tl::unexpected(leavingError());
            } else if (const auto same = m_byContent.constFind(lease.content); same != m_byContent.constEnd()) {
                const LeaseRecord held = m_leases.value(*same);
                cover = failure(QStringLiteral("torrent.refused"),
                    QStringLiteral("This content can't be leased. Encrypt it with a key of your own for this provider."));
                if (held.chequebook == lease.chequebook) // asked again, for example after a lost answer
                    lease = held;
            } else if (const auto held = m_accounts.constFind(lease.chequebook); held != m_accounts.constEnd()) {
                account = *held;
                lease.network = account->network.text();
                lease.since = m_running;
                cover = admit(*account, lease);
            }
        }
        if (lease.id != asked.id) {
            done(lease);
            return;
        }
        if (!cover) {
            done(tl::unexpected(cover.error()));
            return;
        }
        lease.cover = *cover;
        auto written = db.transact([&] {
            writeAccount(db, *account);
            insertLease(db, lease, torrent);
        });
        if (!written) {
            done(tl::unexpected(written.error()));
            return;
        }
        {
            const std::lock_guard lock(m_mutex);
            auto held = m_accounts.find(lease.chequebook);
            if (held == m_accounts.end()) // a guest that had to make room meanwhile
                held = m_accounts.insert(lease.chequebook, *account);
            held->id = account->id;
            touch(*held);
            grow(*held, inPages(lease.metadata) + LeaseBytes, &lease);
            putLease(lease);
            m_exposure.update(*held);
        }
        done(lease);
    });
    if (!posted)
        done(failure(QStringLiteral("ledger.busy"), QStringLiteral("Too much is waiting to be written. Try again.")));
}

void Ledger::renewLease(const LeaseId& id, qint64 days, qint64 mostDays, std::function<void(Result<LeaseRecord>)> done)
{
    const bool posted = post([=, this](Database& db) {
        std::optional<LeaseRecord> changed = lease(id);
        if (!changed || changed->state == LeaseState::Closed) {
            done(failure(QStringLiteral("lease.unknown"), QStringLiteral("No such lease of yours on this machine.")));
            return;
        }
        const UtcMs now = m_clock.now();
        const bool unfunded = changed->cover != LeaseCover::Covered;
        const qint64 most = unfunded ? UnfundedDays : mostDays;
        if (days < 1 || days > most || (unfunded && changed->end - now > UnfundedDays * DayMs)
            || changed->end + days * DayMs > now + mostDays * DayMs) {
            done(unfunded ? failure(QStringLiteral("lease.days"),
                                QStringLiteral("Without money set aside a lease is prolonged by at most %1 days, in its last %1. Set money aside on the chain (surplus-customer fund reserve) for longer ones.").arg(UnfundedDays))
                          : failure(QStringLiteral("rpc.params"),
                                QStringLiteral("lease.renew: \"days\" must be at least 1 and end within %1 days from now.").arg(mostDays)));
            return;
        }
        changed->end += days * DayMs;
        auto written = db.transact([&] { writeLease(db, *changed); });
        if (!written) {
            done(tl::unexpected(written.error()));
            return;
        }
        {
            const std::lock_guard lock(m_mutex);
            if (const auto held = m_leases.find(id); held != m_leases.end())
                held->end = changed->end;
        }
        done(*changed);
    });
    if (!posted)
        done(failure(QStringLiteral("ledger.busy"), QStringLiteral("Too much is waiting to be written. Try again.")));
}

void Ledger::closeLease(const LeaseId& id, LeaseEnd why, std::function<bool(const LeaseRecord&)> still,
    std::function<void(Result<std::optional<LeaseRecord>>)> done)
{
    closeLeases({ id }, why, std::move(still), [done = std::move(done)](const Result<QList<LeaseRecord>>& closed) {
        if (closed)
            done(closed->isEmpty() ? std::nullopt : std::optional(closed->first()));
        else
            done(tl::unexpected(closed.error()));
    });
}

void Ledger::closeLeases(const QList<LeaseId>& ids, LeaseEnd why, std::function<bool(const LeaseRecord&)> still,
    std::function<void(Result<QList<LeaseRecord>>)> done)
{
    const bool posted = post([=, this](Database& db) {
        QList<LeaseRecord> closed;
        for (const LeaseId& id : ids) {
            auto held = lease(id);
            if (!held || held->state == LeaseState::Closed || !still(*held))
                continue;
            held->state = LeaseState::Closed;
            held->why = why;
            closed.append(*held);
        }
        if (closed.isEmpty()) {
            done(closed);
            return;
        }
        const UtcMs now = m_clock.now();
        auto written = db.transact([&] {
            for (const LeaseRecord& one : std::as_const(closed)) {
                writeLease(db, one);
                db.prepare("DELETE FROM torrents WHERE lease=?").bind(one.id.raw()).run();
                db.prepare("INSERT OR REPLACE INTO ended VALUES(?,?,?,?)").bind(one.id.raw(), one.chequebook.raw(), static_cast<int>(why), now).run();
            }
            db.prepare("DELETE FROM ended WHERE rowid<=(SELECT MAX(rowid) FROM ended)-?").bind(MaxEnded).run();
        });
        if (!written) {
            done(tl::unexpected(written.error()));
            return;
        }
        ++m_closings;
        {
            const std::lock_guard lock(m_mutex);
            for (const LeaseRecord& one : std::as_const(closed))
                applyClosed(one, now);
        }
        done(closed);
    });
    if (!posted)
        done(failure(QStringLiteral("ledger.busy"), QStringLiteral("Too much is waiting to be written. Try again.")));
}

void Ledger::applyClosed(const LeaseRecord& closed, UtcMs at)
{
    if (const auto held = m_leases.find(closed.id); held != m_leases.end()) {
        count(*held, -1);
        held->state = LeaseState::Closed; // metering went on meanwhile: the rest stays as it is
        held->why = closed.why;
        if (m_byContent.value(held->content) == closed.id)
            m_byContent.remove(held->content);
        recomputeDue(m_accounts[held->chequebook]);
    }
    if (m_ended.size() >= MaxEnded) {
        const auto oldest = std::min_element(m_ended.begin(), m_ended.end(), [](const EndedLease& a, const EndedLease& b) { return a.at < b.at; });
        m_ended.erase(oldest);
    }
    m_ended.insert(closed.id, { closed.chequebook, closed.why, at });
}

} // namespace surplus
