// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/customer/paying/purse.h"

#include <functional>

namespace surplus {

/// What a provider asks for and what one command is going to promise for it.
struct Price {
    Amount keep; ///< nano per GB and day
    Amount retrieve; ///< nano per GB
    Amount now; ///< that this command promises
    Amount most; ///< that it promises if all goes wrong, at least `now`
    Amount whole; ///< that what is agreed to costs until its end: keeping for all days and fetching once
    QString what; ///< says what `now` is for, such as "to fetch photo.jpg"
    QString less {}; ///< how to spend less than `now`, as a sentence, if there is a way

    [[nodiscard]] QString text(const QString& symbol) const;
};

/// What the user allows. A provider is a stranger: without a word of the user it gets at most three times what was paid
/// before, counted from what the user agreed to and not from what that rule let pass, so that it can't climb.
struct SpendLimits {
    std::optional<Amount> maxKeepPrice; ///< --max-price
    std::optional<Amount> maxRetrievePrice;
    std::optional<Amount> maxSpend; ///< --max-spend: of one command
    std::function<void(const QString&)> show; ///< tells the price, always
    std::function<bool(const QString&)> ask; ///< absent: nobody is there to be asked
};

/// Shows the price and says how much may be promised. Fails with "price.high", "price.spend", "price.unconfirmed" (nobody
/// could be asked) or "price.declined"; nothing is promised then. `canStop`: what is promised bit by bit may begin below
/// its full price and stop where the limit is.
[[nodiscard]] Result<Amount> consentTo(const Price& price, const SpendLimits& limits, Purse& purse, bool canStop = false);

} // namespace surplus
