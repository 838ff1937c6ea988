// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/amount.h"

#include <QJsonObject>
#include <QStringList>

namespace surplus {

/// The states of what was earned, MONEY.md "What the words on the screen mean".
enum class MoneyState { Settled, Secured, Pending, Bounced };
[[nodiscard]] QString toText(MoneyState state);
/// Their words in the order of a stack.
[[nodiscard]] const QStringList& moneyStateNames();

/// Settled, secured, pending and bounced add up to `earned`. All of one asset.
struct Money {
    Amount earned;
    Amount settled;
    Amount secured;
    Amount pending;
    Amount bounced;
    Amount receivedAhead; ///< paid out beyond what is earned: promised ahead, no earning

    /// Of the same asset. Sums that would overflow stay as they are.
    [[nodiscard]] Money plus(const Money& other) const;
    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or malformed is 0.
    [[nodiscard]] static Money fromJson(const QJsonObject& json);
    bool operator==(const Money&) const = default;
};

} // namespace surplus
