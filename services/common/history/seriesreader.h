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
    /// Calls take(bin, sum) for each bin of a counter; for none if there is no such series.
    template <typename Take> void eachSum(qint64 machine, const QString& series, Take take);
    /// All bins of a counter together.
    [[nodiscard]] qint64 sum(qint64 machine, const SeriesStore::Series& counter);
    /// What the series holds without a date.
    [[nodiscard]] qint64 undated(qint64 machine, const QString& series);
    [[nodiscard]] Tier tier() const { return m_tier; }

private:
    [[nodiscard]] bool fitsDays(const QTimeZone& zone);
    /// The running sums of a counter over all bins, if they are kept.
    [[nodiscard]] const CounterSums* sumsOf(qint64 machine, const SeriesStore::Series& counter);

    struct Span {
        qint64 first; ///< bucket
        qint64 end; ///< exclusive
    };
    SeriesStore& m_store;
    const QList<TimeBin>& m_bins;
    Tier m_tier = Tier::Quarter;
    QList<Span> m_spans;
};

template <typename Take> void SeriesReader::eachSum(qint64 machine, const QString& series, Take take)
{
    const auto found = m_spans.isEmpty() ? std::nullopt : m_store.find(series);
    if (const CounterSums* running = found ? sumsOf(machine, *found) : nullptr) {
        for (qsizetype i = 0; i < m_spans.size(); ++i)
            take(i, running->between(m_spans[i].first, m_spans[i].end).sum);
    } else if (found) {
        const QList<Slot> sums = read(machine, series);
        for (qsizetype i = 0; i < sums.size(); ++i)
            take(i, sums[i].sum);
    }
}

} // namespace surplus
