// SPDX-License-Identifier: GPL-3.0-or-later
// What time does to leases; MONEY.md "Keeping" and *Room*: a part of Ledger.
#include "services/common/core/durations.h"
#include "services/engine/market/ledger.h"

#include <algorithm>

namespace surplus {

namespace {
constexpr qint64 Hour = 3600; // seconds
constexpr qint64 NoteEvery = 600; // seconds of a lease's counters that a crash may lose
constexpr qint64 UnpaidSeconds = 7 * SecondsPerDay;
constexpr qint64 LostSeconds = 3 * SecondsPerDay;
constexpr qint64 FillBytesPerSecond = 256'000 / 8;
constexpr qint64 PaidMarkSeconds = 15 * SecondsPerDay;

bool crosses(qint64 before, qint64 now, qint64 step) { return before / step != now / step; }
} // namespace

void Ledger::keep(LeaseRecord& lease, qint64 seconds, bool serving)
{
    if (lease.cover == LeaseCover::Lost) {
        if (crosses(lease.lostSeconds, lease.lostSeconds + seconds, NoteEvery))
            m_dirty.insert(lease.id);
        lease.lostSeconds += seconds;
    }
    if (!serving)
        return; // hours in pauses don't count
    if (lease.state == LeaseState::Filling) {
        if (crosses(lease.readySeconds, lease.readySeconds + seconds, NoteEvery))
            m_dirty.insert(lease.id);
        lease.readySeconds += seconds;
        return;
    }
    Account& account = m_accounts[lease.chequebook];
    // By its own debt and cover: what neighbours use, or the user's own delay to settle, stops and closes nobody's lease.
    if (isUsedUp(account, std::max(lease.retrievePrice, lease.keepPrice))) {
        if (crosses(lease.unpaidSeconds, lease.unpaidSeconds + seconds, NoteEvery))
            m_dirty.insert(lease.id);
        lease.unpaidSeconds += seconds;
        return;
    }
    if (lease.unpaidSeconds != 0) {
        lease.unpaidSeconds = 0;
        m_dirty.insert(lease.id);
    }
    if (lease.auditFailed)
        return;
    const qint64 before = lease.keptTicks;
    const qint64 term = lease.term();
    lease.keptTicks = std::max(before, std::min(before + seconds, term));
    if (crosses(before, lease.keptTicks, NoteEvery))
        m_dirty.insert(lease.id);
    const qint64 due = lease.keptTicks >= term ? std::max(lease.keptSeconds, term) : std::max(lease.keptSeconds, lease.keptTicks / Hour * Hour);
    if (due == lease.keptSeconds)
        return;
    lease.keptSeconds = due;
    m_dirty.insert(lease.id);
    recomputeDue(account);
}

void Ledger::lookAtCovers()
{
    for (Account& account : m_accounts) {
        if (m_running - account.paidMarked >= PaidMarkSeconds && account.id != 0) {
            if (account.paidMarked != 0) {
                account.paidThen = account.paidLater;
                account.paidLater = account.paid();
            }
            account.paidMarked = m_running;
            m_dirtyAccounts.insert(account.chequebook);
        }
        QList<LeaseRecord*> open;
        for (const LeaseId& id : std::as_const(account.leases)) {
            LeaseRecord& lease = m_leases[id];
            if (lease.state != LeaseState::Closed)
                open.append(&lease);
        }
        if (open.isEmpty())
            continue;
        // The oldest keep their cover longest.
        std::sort(open.begin(), open.end(), [](const auto* a, const auto* b) { return std::pair(a->created, a->id) < std::pair(b->created, b->id); });
        WideSigned left = account.cover(m_beneficiary);
        for (LeaseRecord* lease : std::as_const(open)) {
            const qint64 week = lease->weekOfRoom();
            const bool covered = left > 0 && week <= left;
            left -= covered ? week : 0;
            if (covered)
                setCover(*lease, LeaseCover::Covered);
            else if (lease->cover == LeaseCover::Covered)
                setCover(*lease, LeaseCover::Lost);
            else if (lease->cover == LeaseCover::Lost && lease->lostSeconds >= LostSeconds && m_limits.serveUnfunded
                && m_unfundedRoom.hit(lease->chequebook.raw(), Network(lease->network), lease->room()) == QuotaHit::None
                && m_unfundedLeases.hit(lease->chequebook.raw(), Network(lease->network), 1) == QuotaHit::None)
                setCover(*lease, LeaseCover::Unfunded);
        }
    }
}

bool Ledger::isOver(const LeaseRecord& lease, LeaseEnd why, const Moment& now)
{
    switch (why) {
    case LeaseEnd::Ended:
        return lease.since >= 0 ? now.hasPassed(lease.end + EvictAfterMs, { lease.created, lease.since * 1000 })
                                : now.hasPassed(lease.end + EvictAfterMs);
    case LeaseEnd::Unfilled:
        return lease.cover == LeaseCover::Unfunded && lease.state == LeaseState::Filling
            && lease.readySeconds >= std::max(Hour, lease.size / FillBytesPerSecond);
    case LeaseEnd::Unpaid:
        return lease.unpaidSeconds >= UnpaidSeconds;
    case LeaseEnd::NoRoom:
        return lease.cover == LeaseCover::Lost && lease.lostSeconds >= LostSeconds + Hour; // an hour, so that it was looked at since
    case LeaseEnd::Open:
    case LeaseEnd::ByCustomer:
    case LeaseEnd::Lost:
        break;
    }
    return false;
}

QList<Ledger::Closing> Ledger::advance(const Moment& now, bool serving)
{
    const std::lock_guard lock(m_mutex);
    const bool first = !std::exchange(m_advanced, true);
    const qint64 before = std::exchange(m_running, std::max(m_running, now.seconds()));
    const qint64 seconds = m_running - before;
    if (crosses(before, m_running, SecondsPerDay))
        m_grown.clear();
    QList<Closing> closings;
    for (LeaseRecord& lease : m_leases) {
        if (lease.state == LeaseState::Closed)
            continue;
        if (seconds > 0)
            keep(lease, seconds, serving);
        for (const LeaseEnd why : { LeaseEnd::Ended, LeaseEnd::Unfilled, LeaseEnd::Unpaid, LeaseEnd::NoRoom }) {
            if (isOver(lease, why, now)) {
                closings.append({ lease.id, why });
                break;
            }
        }
    }
    dropStaleFunds(now);
    if (first || crosses(before, m_running, Hour))
        lookAtCovers();
    return closings;
}

void Ledger::noteAudit(const LeaseId& id, bool passed)
{
    const std::lock_guard lock(m_mutex);
    const auto lease = m_leases.find(id);
    if (lease == m_leases.end())
        return;
    m_dirty.insert(id);
    if (passed) {
        lease->auditedSeconds = lease->keptSeconds;
        lease->auditFailed = false;
        return;
    }
    // What is paid stays paid; the rest is due up to the last audit that passed.
    lease->auditFailed = true;
    const LeaseRecord before = *lease;
    lease->keptSeconds = lease->auditedSeconds;
    if (lease->dueKeep() < lease->paidKeep)
        lease->keptSeconds = before.keptSeconds;
    lease->keptTicks = lease->keptSeconds;
    recomputeDue(m_accounts[lease->chequebook]);
}

UtcMs Ledger::paidUntil(const LeaseId& id) const
{
    const std::lock_guard lock(m_mutex);
    const auto lease = m_leases.constFind(id);
    if (lease == m_leases.constEnd())
        return 0;
    const Account account = m_accounts.value(lease->chequebook);
    WideSigned ahead = -account.debt();
    UtcMs at = m_clock.now();
    // What is promised ahead pays for all of them together, for each until its end.
    QList<const LeaseRecord*> kept;
    for (const LeaseId& other : account.leases) {
        const LeaseRecord& record = *m_leases.constFind(other);
        if (record.state == LeaseState::Stored && record.end > at)
            kept.append(&record);
    }
    std::sort(kept.begin(), kept.end(), [](const auto* a, const auto* b) { return a->end < b->end; });
    for (qsizetype i = 0; i < kept.size() && at < lease->end; ++i) {
        WideSigned perDay = 0;
        for (qsizetype other = i; other < kept.size(); ++other)
            perDay += kept[other]->keepingFor(SecondsPerDay).nano();
        const WideSigned until = perDay == 0 ? kept[i]->end : at + std::max<WideSigned>(ahead, 0) * DayMs / perDay;
        if (until < kept[i]->end)
            return std::min(static_cast<UtcMs>(until), lease->end);
        ahead -= perDay * (kept[i]->end - at) / DayMs;
        at = kept[i]->end;
    }
    return lease->end;
}

} // namespace surplus
