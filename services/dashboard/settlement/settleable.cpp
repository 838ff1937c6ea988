// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/settlement/settleable.h"

namespace surplus {

std::optional<Settleable> Settleable::fromJson(const QJsonObject& row)
{
    const auto highest = Voucher::fromJson(row);
    if (!highest)
        return std::nullopt;
    Settleable channel(*highest);
    channel.earned = Amount::fromWire(row.value(u"earned").toString());
    if (!channel.earned)
        return channel;
    QJsonObject lower = row;
    const QJsonObject covering = row.value(u"covering").toObject();
    for (const char* member : { "cumulative", "signature" })
        lower.insert(QLatin1String(member), covering.value(QLatin1String(member)));
    if (const auto voucher = Voucher::fromJson(lower); voucher && voucher->cumulative <= highest->cumulative)
        channel.covering = *voucher;
    return channel;
}

void Settleable::merge(const Settleable& other)
{
    // The one that knows more of what is earned also has the voucher for it.
    if (other.earned && (!earned || *other.earned > *earned || (*other.earned == *earned && other.covering))) {
        earned = other.earned;
        covering = other.covering;
    }
    if (other.highest.cumulative > highest.cumulative)
        highest = other.highest;
}

} // namespace surplus
