// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/history/earnings.h"

namespace surplus {

/// What a month may come to: what it has so far, and the average of the recorded days of the last four weeks for the rest.
struct MonthForecast {
    static constexpr int DaysNeeded = 7; ///< recorded whole days
    static constexpr int DaysUsed = 28; ///< before today

    Amount soFar;
    Amount perDay; ///< the average
    Amount expected;
    Amount low; ///< four outcomes of five lie between low and high: by the days' scatter, and by how well their mean is known
    Amount high;
    int days = 0; ///< how many it rests on
};

/// `days`: a table by day that reaches from the month's first day, or DaysUsed days ago if that is earlier, to today; days
/// of `zone`. `first`: when the record begins. Nothing if fewer than DaysNeeded days are recorded to nine tenths.
[[nodiscard]] std::optional<MonthForecast> forecastMonth(const EarningsTable& days, std::optional<UtcMs> first, UtcMs now, const QTimeZone& zone);

} // namespace surplus
