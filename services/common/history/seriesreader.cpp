// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/seriesreader.h"

#include <algorithm>

namespace surplus {

SeriesReader::SeriesReader(SeriesStore& store, const QList<TimeBin>& bins, const std::optional<QTimeZone>& zone)
    : m_store(store), m_bins(bins)
{
    if (zone && fitsDays(*zone))
        return;
    m_spans.clear();
    m_tier = Tier::Quarter;
    for (const TimeBin& bin : bins) {
        if (bin.start % slotLength(Tier::Quarter) != 0 || bin.end % slotLength(Tier::Quarter) != 0)
            m_tier = Tier::Minute;
    }
    for (const TimeBin& bin : bins)
        m_spans.append({ slotAt(m_tier, bin.start), slotAt(m_tier, bin.end) });
}

bool SeriesReader::fitsDays(const QTimeZone& zone)
{
    m_tier = Tier::Day;
    m_spans.reserve(m_bins.size());
    LocalDays days(zone);
    UtcMs seam = 0;
    std::optional<qint64> day; // that begins at the seam
    for (const TimeBin& bin : m_bins) {
        const auto first = day && bin.start == seam ? day : days.startingAt(bin.start);
        day = first ? days.startingAt(bin.end) : std::nullopt;
        seam = bin.end;
        if (!day)
            return false;
        m_spans.append({ *first, *day });
    }
    return true;
}

const CounterSums* SeriesReader::sumsOf(qint64 machine, const SeriesStore::Series& counter)
{
    const int per = slotsPerChunk(m_tier);
    return m_store.counterSums(m_tier, machine, counter, m_spans.first().first / per, (m_spans.last().end - 1) / per);
}

QList<Slot> SeriesReader::read(qint64 machine, const QString& series)
{
    QList<Slot> sums(m_bins.size());
    const auto found = m_spans.isEmpty() ? std::nullopt : m_store.find(series);
    if (!found)
        return sums;
    const int per = slotsPerChunk(m_tier);
    const bool summed = machine == SeriesStore::AllMachines && found->kind == SeriesKind::Level;
    const qint64 first = m_spans.first().first / per;
    const qint64 last = (m_spans.last().end - 1) / per;
    if (const CounterSums* running = sumsOf(machine, *found)) {
        for (qsizetype i = 0; i < sums.size(); ++i)
            sums[i] = running->between(m_spans[i].first, m_spans[i].end);
        return sums;
    }
    qsizetype bin = 0;
    m_store.each(m_tier, machine, *found, first, last, [&](qint64 number, const Slots& buckets) {
        for (qint64 at = number * per, end = at + per; at < end && bin < m_spans.size();) {
            if (at >= m_spans[bin].end) {
                ++bin;
                continue;
            }
            if (at < m_spans[bin].first) {
                at = m_spans[bin].first;
                continue;
            }
            const Slot& bucket = buckets[static_cast<std::size_t>(at - number * per)];
            sums[bin].merge(summed && bucket.isKnown() ? Slot { 1, bucket.sum, bucket.sum, bucket.sum } : bucket, found->kind);
            ++at;
        }
    });
    return sums;
}

qint64 SeriesReader::sum(qint64 machine, const SeriesStore::Series& counter)
{
    if (m_spans.isEmpty())
        return 0;
    const int per = slotsPerChunk(m_tier);
    const qint64 begin = m_spans.first().first;
    const qint64 end = m_spans.last().end;
    if (const CounterSums* running = sumsOf(machine, counter))
        return running->between(begin, end).sum;
    qint64 sum = 0;
    m_store.each(m_tier, machine, counter, begin / per, (end - 1) / per, [&](qint64 number, const Slots& buckets) {
        for (qint64 at = std::max(begin, number * per); at < std::min(end, (number + 1) * per); ++at)
            sum = addSaturated(sum, buckets[static_cast<std::size_t>(at - number * per)].sum);
    });
    return sum;
}

qint64 SeriesReader::undated(qint64 machine, const QString& series)
{
    const auto found = m_store.find(series);
    return found ? m_store.undated(machine, *found) : 0;
}

} // namespace surplus
