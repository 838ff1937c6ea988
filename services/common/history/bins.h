// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/status.h"

#include <QTimeZone>

namespace surplus {

/// What the Earnings page can show. Bins: 24 h by hour, 7 d and 30 d by day, 1 y by week, All by month.
enum class HistoryRange { Day, Week, Month, Year, All };

struct TimeBin {
    UtcMs start = 0;
    UtcMs end = 0; ///< exclusive; a local day has 23, 24 or 25 hours
    bool operator==(const TimeBin&) const = default;
};

/// The bins of `range` that end with the one `now` lies in, oldest first. Days, weeks and months are those of `zone`.
/// `first` is the oldest known time and matters for All only.
[[nodiscard]] QList<TimeBin> binsFor(HistoryRange range, UtcMs now, const QTimeZone& zone, UtcMs first);
/// The last `count` local days, today last.
[[nodiscard]] QList<TimeBin> lastDays(int count, UtcMs now, const QTimeZone& zone);
/// Index of the bin that holds `at`, or -1. `bins` must be in order.
[[nodiscard]] qsizetype binAt(const QList<TimeBin>& bins, UtcMs at);

/// How long each state lasted within one bin; what no interval covers is unknown.
struct UptimeShare {
    qint64 up = 0, paused = 0, down = 0, unknown = 0; ///< ms
    /// up ÷ (up + down); nothing if neither was recorded.
    [[nodiscard]] std::optional<double> ratio() const;
};
/// `intervals` must be in order of start. The part of a bin after `now` is left out. Overlaps count once: the earlier wins.
[[nodiscard]] QList<UptimeShare> uptimeIn(
    const QList<TimeBin>& bins, const QList<UptimeInterval>& intervals, UtcMs now);

} // namespace surplus
