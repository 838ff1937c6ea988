// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/range.h"

namespace surplus::ctl {

namespace {
void write(const EarningsTable& table, const QTimeZone& zone)
{
    for (qsizetype i = 0; i < table.bins.size(); ++i) {
        out() << isoTime(table.bins[i].start, zone) << "  " << (table.isKnown(i) ? table.inBin(i).toTokens() : QStringLiteral("unknown"));
        for (const EarningsTable::Group& group : table.groups) {
            if (table.groups.size() > 1 && group.amounts[i].nano() > 0)
                out() << "  " << group.name << ' ' << group.amounts[i].toTokens();
        }
        out() << '\n';
    }
    out() << "Total";
    if (!table.bins.isEmpty()) // of long records only so many bins are shown, the newest
        out() << " from " << isoTime(table.bins.first().start, zone) << " to " << isoTime(table.bins.last().end, zone);
    out() << "  " << table.total().toTokens();
    if (table.undated().nano() > 0)
        out() << ", and " << table.undated().toTokens() << " recovered without a date";
    out() << '\n';
}

int show(const cli::Line& line, const Range& range, const Result<EarningsTable>& table)
{
    if (!table)
        return refused(table.error());
    if (line.has("--csv"))
        out() << table->toCsv(range.zone);
    else if (line.has("--json"))
        print(table->toJson());
    else
        write(*table, range.zone);
    out().flush();
    return 0;
}

int earnings(const cli::Line& line)
{
    const auto range = Range::read(line);
    if (!range)
        return line.misuse(range.error().message);
    const QString by = line.text("--by");
    const auto group = groupByFromText(by);
    if (!group)
        return line.misuse(QStringLiteral("--by must be resource, machine, customer or state"));
    if (line.has("--profile"))
        return withProfile(line, [&](HistoryStore& history, const QString&) { return show(line, *range, history.earnings({}, *group, range->bins(history), range->now)); });
    Control control(line);
    return control.open() ? show(line, *range, earningsOf(control, *range, by)) : ExitNoEngine;
}
} // namespace

void addEarnings(cli::Command root)
{
    cli::Command command = root.add("earnings", "what was earned; at most 1,000 steps, the newest");
    Range::addOptions(command);
    command.option("--by", "resource|machine|customer|state", "What is told apart. States are settled, secured, pending and bounced.", "resource");
    command.flag("--csv", "Print CSV (RFC 4180) with exact amounts.").does(earnings);
}

} // namespace surplus::ctl
