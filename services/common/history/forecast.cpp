// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/forecast.h"

#include "services/common/core/durations.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>

namespace surplus {

namespace {
constexpr double CoveredEnough = 0.9;
constexpr double FourOfFive = 1.2816; // of a normal distribution, in standard deviations

double tokensOf(Amount amount) { return static_cast<double>(amount.nano()) / NanoPerToken; }
Amount amountOf(double tokens) { return Amount::fromNano(static_cast<qint64>(std::clamp(tokens, 0.0, 9e9) * NanoPerToken)); }
}

std::optional<MonthForecast> forecastMonth(const EarningsTable& days, std::optional<UtcMs> first, UtcMs now, const QTimeZone& zone)
{
    const auto dateOf = [&](UtcMs at) { return QDateTime::fromMSecsSinceEpoch(at, zone).date(); };
    const QDate today = dateOf(now);
    MonthForecast forecast;
    QList<double> recorded;
    for (qsizetype i = 0; i < days.bins.size(); ++i) {
        const QDate date = dateOf(days.bins[i].start);
        if (date.year() == today.year() && date.month() == today.month())
            forecast.soFar = Amount::fromNano(addSaturated(forecast.soFar.nano(), days.inBin(i).nano()));
        const bool recent = date < today && date.daysTo(today) <= MonthForecast::DaysUsed;
        if (recent && days.covered(i) > CoveredEnough && first && days.bins[i].start >= *first)
            recorded.append(tokensOf(days.inBin(i)));
    }
    if (recorded.size() < MonthForecast::DaysNeeded)
        return std::nullopt;
    const auto count = static_cast<double>(recorded.size());
    double mean = 0;
    for (const double day : recorded)
        mean += day / count;
    double variance = 0;
    for (const double day : recorded)
        variance += (day - mean) * (day - mean) / (count - 1);
    // Of today, what is not over yet counts as a part of a day.
    const UtcMs midnight = today.addDays(1).startOfDay(zone).toMSecsSinceEpoch();
    const double left = today.daysInMonth() - today.day() + static_cast<double>(midnight - now) / static_cast<double>(DayMs);
    const double soFar = tokensOf(forecast.soFar);
    const double spread = FourOfFive * std::sqrt(variance * left + variance / count * left * left);
    forecast.days = static_cast<int>(recorded.size());
    forecast.perDay = amountOf(mean);
    forecast.expected = amountOf(soFar + mean * left);
    forecast.low = amountOf(std::max(soFar, soFar + mean * left - spread));
    forecast.high = amountOf(soFar + mean * left + spread);
    return forecast;
}

} // namespace surplus
