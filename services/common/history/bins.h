// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/domain/states.h"

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
/// The steps in which a free range is cut up.
enum class BinWidth { Quarter, Hour, Day, Week, Month };
[[nodiscard]] QString toText(BinWidth width);
[[nodiscard]] std::optional<BinWidth> binWidthFromText(const QString& text);
/// The width that gives a chart of `span` ms a readable number of bars.
[[nodiscard]] BinWidth widthFor(qint64 span);
/// Whole bins that cover `from` to `to`: hours as the local clock shows them, weeks as the locale begins them. At most
/// `most`, the newest.
[[nodiscard]] QList<TimeBin> binsOver(UtcMs from, UtcMs to, BinWidth width, const QTimeZone& zone, qsizetype most = 1000);
/// The last `count` local days, today last.
[[nodiscard]] QList<TimeBin> lastDays(int count, UtcMs now, const QTimeZone& zone);
/// When a local day begins, by its Julian day number.
[[nodiscard]] UtcMs dayStart(qint64 julianDay, const QTimeZone& zone);
/// The same for many days of one zone, and which day begins at a time, if one does. What was looked up is remembered per
/// thread: the time zone's tables are slow to search. Belongs to the thread and the function that made it.
class LocalDays {
public:
    explicit LocalDays(const QTimeZone& zone);
    [[nodiscard]] UtcMs startOf(qint64 julianDay);
    [[nodiscard]] std::optional<qint64> startingAt(UtcMs at);

private:
    struct Known;
    Known& m_known;
};
/// Index of the bin that holds `at`, or -1. `bins` must be in order.
[[nodiscard]] qsizetype binAt(const QList<TimeBin>& bins, UtcMs at);

/// How long each state lasted within one bin; what no interval covers is unknown.
struct UptimeShare {
    qint64 up = 0, paused = 0, down = 0, unknown = 0; ///< ms
    /// up ÷ (up + down); nothing if neither was recorded.
    [[nodiscard]] std::optional<double> ratio() const;
    [[nodiscard]] bool isRecorded() const { return up + paused + down > 0; }
    bool operator==(const UptimeShare&) const = default;
};

} // namespace surplus
