// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/paying/leasecount.h"

#include <QMap>
#include <algorithm>
#include <limits>

namespace surplus {

__extension__ typedef __int128 WideSigned; ///< sums over files

namespace {
constexpr qint64 RoundedSeconds = 2; // that two counts of one span may differ by
constexpr Wide KeepUnit = static_cast<Wide>(BytesPerGigabyte) * SecondsPerDay;
const Amount Most = Amount::fromNano(std::numeric_limits<qint64>::max());
} // namespace

Amount LeaseCount::fetching(qint64 bytes) const
{
    return Amount::due(static_cast<Wide>(std::max<qint64>(0, bytes)), m_terms.retrievePrice, BytesPerGigabyte).value_or(Most);
}

Amount LeaseCount::keeping(qint64 seconds) const
{
    return Amount::due(static_cast<Wide>(std::max<qint64>(0, seconds)) * static_cast<Wide>(m_terms.size), m_terms.keepPrice, KeepUnit).value_or(Most);
}

qint64 LeaseCount::secondsFor(Amount amount) const
{
    const Wide perSecond = static_cast<Wide>(m_terms.size) * static_cast<Wide>(m_terms.keepPrice.nano());
    if (perSecond == 0)
        return Forever;
    // One nano more than is promised would be due then: floor() leaves that much room.
    const Wide seconds = (static_cast<Wide>(amount.nano()) * KeepUnit + KeepUnit - 1) / perSecond;
    return static_cast<qint64>(std::min<Wide>(seconds, Forever));
}

qint64 keptAtMost(const StoredFile& file, UtcMs now)
{
    if (file.storedAt == 0 || file.auditFailed)
        return file.keptSeconds;
    const qint64 whole = std::max<qint64>(0, (file.lease.end - file.storedAt) / 1000);
    const qint64 passed = (now - file.storedAt) / 1000 + RoundedSeconds;
    // What an earlier audit agreed on stays agreed, also if our clock was set back since.
    return std::max(std::clamp<qint64>(passed, 0, whole), file.keptSeconds);
}

Amount keepOwed(const StoredFile& file, Amount claimed, UtcMs now)
{
    return std::max(std::min(claimed, LeaseCount(file.lease).keeping(keptAtMost(file, now))), Amount());
}

Amount keepAhead(const StoredFile& file, Amount owed, int days, UtcMs now)
{
    if (days <= 0 || file.storedAt == 0)
        return owed;
    const LeaseCount count(file.lease);
    const qint64 left = std::clamp<qint64>((file.lease.end - now) / 1000, 0, static_cast<qint64>(days) * SecondsPerDay);
    return std::max(owed, std::min(owed.plus(count.keeping(left)).value_or(Most), count.keeping((file.lease.end - file.storedAt) / 1000)));
}

UtcMs paidUntil(const StoredFile& file)
{
    if (file.storedAt == 0)
        return 0;
    return std::min(file.lease.end, file.storedAt + LeaseCount(file.lease).secondsFor(file.keepPromised) * 1000);
}

UtcMs paidUntil(const StoredFile& file, const QList<StoredFile>& files)
{
    if (file.storedAt == 0)
        return 0;
    if (file.lease.keepPrice.nano() <= 0)
        return file.lease.end;
    // What each takes a second, from when to when.
    QMap<UtcMs, WideSigned> changes;
    WideSigned pool = 0;
    for (const StoredFile& other : files) {
        if (other.state != QLatin1String("stored") || other.storedAt == 0 || other.lease.machine != file.lease.machine)
            continue;
        const WideSigned perSecond = static_cast<WideSigned>(other.lease.size) * other.lease.keepPrice.nano();
        const UtcMs end = other.auditFailed ? other.storedAt + other.keptSeconds * 1000 : other.lease.end;
        if (end > other.storedAt) {
            changes[other.storedAt] += perSecond;
            changes[end] -= perSecond;
        }
        const Amount fetched = LeaseCount(other.lease).fetching(other.received);
        pool += std::min<WideSigned>(other.keepPromised.nano(), static_cast<WideSigned>(other.paid.nano()) - fetched.nano());
    }
    // One nano more than is promised would be due then: floor() leaves that much room.
    WideSigned left = std::max<WideSigned>(0, pool) * static_cast<WideSigned>(KeepUnit) + static_cast<WideSigned>(KeepUnit) - 1;
    WideSigned perSecond = 0;
    UtcMs until = file.lease.end;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        perSecond += *change;
        const auto next = std::next(change);
        const qint64 seconds = next == changes.end() ? 0 : (next.key() - change.key()) / 1000;
        if (perSecond > 0 && perSecond * seconds > left) {
            until = change.key() + static_cast<qint64>(left / perSecond) * 1000;
            break;
        }
        left -= perSecond * seconds;
    }
    return std::clamp(until, std::min(file.storedAt, file.lease.end), file.lease.end);
}

UtcMs shownPaidUntil(const StoredFile& file)
{
    const UtcMs own = file.pooledUntil.value_or(paidUntil(file));
    return file.paidUntil > 0 ? std::min(own, file.paidUntil) : own;
}

} // namespace surplus
