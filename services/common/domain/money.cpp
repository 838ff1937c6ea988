// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/domain/money.h"

#include "services/common/domain/words.h"

namespace surplus {

namespace {
constexpr Words<MoneyState, 4> States { { "settled", "secured", "pending", "bounced" } };

Amount amountAt(const QJsonObject& json, const char* name)
{
    return Amount::fromWire(json.value(QLatin1String(name)).toString()).value_or(Amount());
}
}

QString toText(MoneyState state) { return States.of(state); }

const QStringList& moneyStateNames()
{
    static const QStringList names = States.list();
    return names;
}

Money Money::plus(const Money& other) const
{
    const auto sum = [](Amount a, Amount b) { return a.plus(b).value_or(a); };
    return { sum(earned, other.earned), sum(settled, other.settled), sum(secured, other.secured), sum(pending, other.pending),
        sum(bounced, other.bounced), sum(receivedAhead, other.receivedAhead) };
}

QJsonObject Money::toJson() const
{
    return { { QStringLiteral("earned"), earned.toWire() }, { QStringLiteral("settled"), settled.toWire() },
        { QStringLiteral("secured"), secured.toWire() }, { QStringLiteral("pending"), pending.toWire() },
        { QStringLiteral("bounced"), bounced.toWire() }, { QStringLiteral("receivedAhead"), receivedAhead.toWire() } };
}

Money Money::fromJson(const QJsonObject& json)
{
    return { amountAt(json, "earned"), amountAt(json, "settled"), amountAt(json, "secured"), amountAt(json, "pending"), amountAt(json, "bounced"),
        amountAt(json, "receivedAhead") };
}

} // namespace surplus
