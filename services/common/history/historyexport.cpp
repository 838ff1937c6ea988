// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/historyexport.h"

#include "services/common/domain/resourcekind.h"

#include <algorithm>

namespace surplus {

namespace {
const EarningsTable::Group* groupOf(const EarningsTable& table, const QString& name)
{
    const auto found = std::find_if(table.groups.begin(), table.groups.end(), [&](const auto& group) { return group.name == name; });
    return found == table.groups.end() ? nullptr : &*found;
}

QString usageText(const HistoryExport& machine, const QString& series, qsizetype bin)
{
    for (const HistoryExport::Usage& usage : machine.usage) {
        if (usage.series == series && usage.slots[bin].isKnown())
            return QString::number(usage.kind == SeriesKind::Counter ? usage.slots[bin].sum : usage.slots[bin].mean());
    }
    return {};
}
} // namespace

QByteArray toCsv(const QList<HistoryExport>& machines, const QTimeZone& zone)
{
    QStringList resources;
    QStringList series;
    for (const HistoryExport& machine : machines) {
        for (const EarningsTable::Group& group : machine.table.groups) {
            if (!resources.contains(group.name))
                resources.append(group.name);
        }
    }
    resources = ResourceKind::ordered(resources);
    for (const HistoryExport& machine : machines) {
        for (const HistoryExport::Usage& usage : machine.usage) {
            if (!series.contains(usage.series))
                series.append(usage.series);
        }
    }
    QStringList header { QStringLiteral("machine"), QStringLiteral("start"), QStringLiteral("end") };
    for (const QString& resource : std::as_const(resources))
        header.append(QStringLiteral("earned.") + resource);
    header.append({ QStringLiteral("uptime.up"), QStringLiteral("uptime.paused"), QStringLiteral("uptime.down"), QStringLiteral("covered") });
    for (const QString& name : std::as_const(series))
        header.append(csvField(name));
    QStringList lines { header.join(u',') };
    for (const HistoryExport& machine : machines) {
        const EarningsTable& table = machine.table;
        for (qsizetype i = 0; i < table.bins.size(); ++i) {
            const bool known = table.isKnown(i);
            QStringList row { machine.machine, isoTime(table.bins[i].start, zone), isoTime(table.bins[i].end, zone) };
            for (const QString& resource : std::as_const(resources)) {
                const auto* group = groupOf(table, resource);
                row.append(known && group ? group->amounts[i].toTokens() : QString());
            }
            const UptimeShare& share = table.uptime[i];
            for (const qint64 ms : { share.up, share.paused, share.down })
                row.append(known ? QString::number(ms / 1000) : QString());
            row.append(QString::number(table.covered(i), 'f', 4));
            for (const QString& name : std::as_const(series))
                row.append(usageText(machine, name, i));
            lines.append(row.join(u','));
        }
        if (table.undated().nano() > 0) {
            QStringList row { machine.machine, QString(), QString() };
            for (const QString& resource : std::as_const(resources)) {
                const auto* group = groupOf(table, resource);
                row.append(group ? group->undated.toTokens() : QString());
            }
            row.append(QStringList(4 + series.size()));
            lines.append(row.join(u','));
        }
    }
    return (lines.join(QStringLiteral("\r\n")) + QStringLiteral("\r\n")).toUtf8();
}

} // namespace surplus
