// SPDX-License-Identifier: GPL-3.0-or-later
#include "earningsread.h"

#include "services/common/core/localzone.h"

namespace surplus {

namespace {
constexpr qsizetype GroupsShown = 8; ///< in a stack, the legend and the table; the last may be all others

QList<TimeBin> binsOf(const EarningsQuery& query, UtcMs first, UtcMs last, BinWidth& width)
{
    const QTimeZone zone = localZone();
    if (query.range) {
        constexpr BinWidth widths[] = { BinWidth::Hour, BinWidth::Day, BinWidth::Day, BinWidth::Week, BinWidth::Month };
        width = widths[static_cast<int>(*query.range)];
        return binsFor(*query.range, query.isAll() ? std::max(query.now, last - 1) : query.now, zone, first);
    }
    // As much again to either side, so that moving the view needs no new bars at once.
    const qint64 span = query.viewEnd - query.viewStart;
    width = widthFor(span);
    return binsOver(std::max(query.viewStart - span, std::min(first, query.viewStart)), std::min(query.viewEnd + span, std::max(query.now + 1, query.viewEnd)), width, zone);
}
} // namespace

Result<EarningsRead> EarningsRead::of(HistoryStore& history, const EarningsQuery& query)
{
    const QTimeZone zone = localZone();
    EarningsRead read;
    read.query = query;
    const auto first = history.first(query.machine);
    if (!first)
        return tl::unexpected(first.error());
    read.first = *first;
    const auto last = history.lastEarned();
    const QList<TimeBin> bins = binsOf(query, read.first.value_or(query.now), last ? last->value_or(0) : 0, read.width);
    auto table = history.earnings(query.machine, query.by, bins, query.now, GroupsShown);
    if (!table)
        return tl::unexpected(table.error());
    read.table = std::move(*table);
    // As much of the period before as has passed of this one.
    const UtcMs start = query.range ? bins.first().start : query.viewStart;
    const UtcMs end = std::min(query.now, query.range ? bins.last().end : query.viewEnd);
    if (!query.isAll() && end > start) {
        // Whole days where bars are days or longer: those are read at once, however long the range is.
        const BinWidth edge = std::min(read.width, BinWidth::Day);
        const QList<TimeBin> edges { binsOver(start - (end - start), start - (end - start) + 1, edge, zone).first(), binsOver(start, start + 1, edge, zone).first() };
        QStringList named; // of the machines, only those that are compared
        for (const EarningsTable::Group& group : std::as_const(read.table.groups))
            named.append(group.name);
        auto previous = history.earnings(query.machine, query.by, { { edges[0].start, edges[1].start } }, query.now, MaxEarningsGroups, named);
        if (!previous)
            return tl::unexpected(previous.error());
        read.previous = std::move(*previous);
    }
    auto month = history.earnings(query.machine, GroupBy::Resource, lastDays(60, query.now, zone), query.now);
    if (!month)
        return tl::unexpected(month.error());
    read.month = std::move(*month);
    if (const qsizetype today = read.month.bins.size() - 1; read.month.isKnown(today))
        read.today = read.month.inBin(today);
    const auto machines = history.machineCount();
    read.machines = machines ? static_cast<int>(*machines) : 1;
    return read;
}

} // namespace surplus
