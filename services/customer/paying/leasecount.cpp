// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/paying/leasecount.h"

#include <limits>

namespace surplus {

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

UtcMs shownPaidUntil(const StoredFile& file)
{
    const UtcMs own = paidUntil(file);
    return file.paidUntil > 0 ? std::min(own, file.paidUntil) : own;
}

} // namespace surplus
