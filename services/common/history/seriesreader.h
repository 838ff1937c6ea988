// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/history/bins.h"
#include "services/common/history/seriesstore.h"

namespace surplus {

/// Reads series bin by bin, from the coarsest tier whose buckets fit the bins' edges. Exact: each bucket belongs to one
/// bin. Use it inside Database::read.
class SeriesReader {
public:
    /// `bins` in order; edges on quarter hours (or minutes). `zone`: whose day rows the file holds, if they can be used.
    SeriesReader(SeriesStore& store, const QList<TimeBin>& bins, const std::optional<QTimeZone>& zone);

    /// One bucket per bin; all unknown if there is no such series. A level of all machines is their sum.
    [[nodiscard]] QList<Slot> read(qint64 machine, const QString& series);
    /// All bins of a counter together.
    [[nodiscard]] qint64 sum(qint64 machine, const SeriesStore::Series& counter);
    /// What the series holds without a date.
    [[nodiscard]] qint64 undated(qint64 machine, const QString& series);
    [[nodiscard]] Tier tier() const { return m_tier; }

private:
    [[nodiscard]] bool fitsDays(const QTimeZone& zone);

    struct Span {
        qint64 first; ///< bucket
        qint64 end; ///< exclusive
    };
    SeriesStore& m_store;
    const QList<TimeBin>& m_bins;
    Tier m_tier = Tier::Quarter;
    QList<Span> m_spans;
};

} // namespace surplus
