// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/history/historypage.h"

#include <QTimeZone>

namespace surplus {

/// What changes the dashboard's history: pages that come from the engines, and upkeep. HistoryStore reads what it has
/// written, through the same `series`.
class HistoryWriter {
public:
    HistoryWriter(Database& database, const QTimeZone& zone, SeriesStore& series);

    /// See HistoryStore.
    [[nodiscard]] Result<SyncCursor> apply(const MachineId& machine, const HistoryPage& page);
    [[nodiscard]] Result<std::optional<qint64>> tend(UtcMs now, qint64 position);
    [[nodiscard]] Result<void> setYearsKept(int years);
    [[nodiscard]] Result<int> yearsKept();

    /// Whose days the day rows are, if they are the zone's; nothing while they are made anew.
    [[nodiscard]] std::optional<QTimeZone> dayRows();
    /// -1 if it has none.
    [[nodiscard]] qint64 idOf(const MachineId& machine);

private:
    [[nodiscard]] QString meta(const char* key);
    void setMeta(const char* key, const QString& value);
    [[nodiscard]] std::optional<UtcMs> beginOf(qint64 machine);
    void forget(qint64 machine);
    void put(Tier tier, qint64 machine, SeriesStore::Series series, qint64 number, const Slots& buckets);
    void recountDays(qint64 machine, SeriesStore::Series series, qint64 firstDay, qint64 lastDay);
    [[nodiscard]] std::pair<qint64, qint64> daysOf(qint64 chunk);
    [[nodiscard]] bool rebuildStep();
    [[nodiscard]] std::optional<qint64> pruneStep(UtcMs now, qint64 position);

    Database& m_database;
    const QTimeZone m_zone;
    SeriesStore& m_series;
    qint64 m_quartersFrom = 0; ///< the first chunk of quarter hours that is still kept
};

} // namespace surplus
