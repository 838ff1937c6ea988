// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/lease.h"

#include <limits>

namespace surplus {

namespace {
/// A quarter of the range, so that the sum of two still fits. Prices are bounded so that nothing real comes near.
Amount most() { return Amount::fromNano(std::numeric_limits<qint64>::max() / 4); }
}

QString leaseStateName(LeaseState state)
{
    switch (state) {
    case LeaseState::Filling:
        return QStringLiteral("filling");
    case LeaseState::Stored:
        return QStringLiteral("stored");
    case LeaseState::Closed:
        return QStringLiteral("closed");
    }
    return {};
}

QString leaseEndName(LeaseEnd end)
{
    switch (end) {
    case LeaseEnd::Open:
        return {};
    case LeaseEnd::ByCustomer:
        return QStringLiteral("customer");
    case LeaseEnd::Ended:
        return QStringLiteral("ended");
    case LeaseEnd::Unfilled:
        return QStringLiteral("unfilled");
    case LeaseEnd::Unpaid:
        return QStringLiteral("unpaid");
    case LeaseEnd::NoRoom:
        return QStringLiteral("room");
    case LeaseEnd::Lost:
        return QStringLiteral("lost");
    }
    return {};
}

Amount LeaseRecord::keepingFor(qint64 seconds) const
{
    const Wide units = static_cast<Wide>(std::max<qint64>(seconds, 0)) * static_cast<Wide>(std::max<qint64>(size, 0));
    const Wide unit = static_cast<Wide>(BytesPerGigabyte) * SecondsPerDay;
    return std::min(Amount::due(units, keepPrice, unit).value_or(most()), most());
}

qint64 LeaseRecord::weekOfRoom() const
{
    LeaseRecord all = *this;
    all.size = room();
    return keepPrice.nano() <= 0 ? 0 : all.keepingFor(CoveredKeepingSeconds).nano() + 1;
}

Amount LeaseRecord::dueKeep() const { return keepingFor(keptSeconds); }

Amount LeaseRecord::dueRetrieve() const
{
    return std::min(Amount::due(static_cast<Wide>(std::max<qint64>(retrieved, 0)), retrievePrice, BytesPerGigabyte).value_or(most()), most());
}

} // namespace surplus
