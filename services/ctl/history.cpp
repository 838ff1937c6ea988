// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/range.h"

namespace surplus::ctl {

namespace {
Result<QList<HistoryExport>> exportOf(Control& control, const Range& range)
{
    const auto status = control.client().callAndWait(QStringLiteral("engine.status"));
    const auto table = earningsOf(control, range, QStringLiteral("resource"));
    const auto names = control.client().callAndWait(QStringLiteral("usage.series"));
    if (!status || !table || !names)
        return tl::unexpected(!status ? status.error() : !table ? table.error() : names.error());
    HistoryExport one { (*status)[u"machine"].toString(), *table, {} };
    for (const QJsonValue& name : (*names)[u"series"].toArray()) {
        QJsonObject params = range.params();
        params.insert(QStringLiteral("series"), name);
        const auto answer = control.client().callAndWait(QStringLiteral("usage.query"), params);
        if (!answer)
            return tl::unexpected(answer.error());
        HistoryExport::Usage usage { name.toString(), SeriesKind::Counter, QList<Slot>(table->bins.size()) };
        for (const QJsonValue& point : (*answer)[u"points"].toArray()) {
            const qsizetype bin = binAt(table->bins, point[u"start"].toInteger());
            const bool counter = !point[u"sum"].isUndefined();
            const qint64 value = point[counter ? u"sum" : u"mean"].toInteger();
            usage.kind = counter ? SeriesKind::Counter : SeriesKind::Level;
            if (bin >= 0)
                usage.slots[bin] = { 1, value, value, value };
        }
        one.usage.append(usage);
    }
    return QList<HistoryExport> { one };
}

int write(const Range& range, const Result<QList<HistoryExport>>& all)
{
    if (!all)
        return refused(all.error());
    out() << toCsv(*all, range.zone) << Qt::flush;
    return 0;
}

int exportAll(const cli::Line& line)
{
    auto range = Range::read(line);
    if (!range)
        return line.misuse(range.error().message);
    range->width = range->width.value_or(BinWidth::Day);
    if (line.has("--profile"))
        return withProfile(line, [&](HistoryStore& history, const QString&) { return write(*range, history.exportAll({}, range->bins(history), range->now)); });
    Control control(line);
    return control.open() ? write(*range, exportOf(control, *range)) : ExitNoEngine;
}
} // namespace

void addHistory(cli::Command root)
{
    cli::Command command = root.add("history", "the whole record").add("export", "earnings, uptime and usage as CSV, by day unless a step is given");
    Range::addOptions(command);
    command.does(exportAll);
}

} // namespace surplus::ctl
