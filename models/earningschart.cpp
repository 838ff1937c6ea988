// SPDX-License-Identifier: GPL-3.0-or-later
#include "earningschart.h"

#include "earningsmodel.h"
#include "format.h"
#include "services/common/core/durations.h"

#include <QLocale>
#include <cmath>

namespace surplus {

namespace {
constexpr int MaxTicks = 12;
} // namespace

QList<EarningsColumn> columnsOf(const EarningsRead& read)
{
    QList<EarningsColumn> columns;
    const EarningsTable& table = read.table;
    columns.reserve(table.bins.size());
    for (qsizetype i = 0; i < table.bins.size(); ++i) {
        const TimeBin& bin = table.bins[i];
        const UptimeShare& share = table.uptime[i];
        EarningsColumn bar;
        bar.start = static_cast<double>(bin.start);
        bar.end = static_cast<double>(bin.end);
        for (const EarningsTable::Group& group : table.groups)
            bar.heights.append(tokensToDraw(group.amounts[i]));
        bar.amount = table.inBin(i);
        bar.height = tokensToDraw(bar.amount);
        bar.known = bar.amount.nano() > 0 || table.uptime[i].isRecorded();
        // Neither before the record nor after now is anything missing.
        bar.before = !bar.known && (!read.first || bin.end <= *read.first || bin.start > read.query.now);
        bar.unfinished = read.query.now >= bin.start && read.query.now < bin.end;
        if (bar.unfinished) {
            const UtcMs since = std::max(bin.start, read.first.value_or(bin.start));
            const double elapsed = static_cast<double>(std::max<qint64>(read.query.now - since, 1));
            // A pace from the first minutes would be noise.
            const double enough = read.width <= BinWidth::Hour ? 600'000 : HourMs;
            bar.pace = elapsed >= enough ? bar.height * static_cast<double>(bin.end - since) / elapsed : 0;
        }
        bar.uptime = share.ratio().value_or(-1);
        bar.paused = share.paused > 0 && share.up + share.down == 0;
        columns.append(std::move(bar));
    }
    return columns;
}

QVariantList gapsIn(const QList<EarningsColumn>& columns)
{
    QVariantList gaps;
    double start = 0;
    double end = -1; // of the run that is open
    const auto close = [&] {
        if (end > start)
            gaps.append(QVariantMap { { QStringLiteral("start"), start }, { QStringLiteral("end"), end } });
        end = -1;
    };
    for (const EarningsColumn& bar : columns) {
        if (bar.known || bar.before) {
            close();
        } else if (end == bar.start) {
            end = bar.end;
        } else {
            close();
            start = bar.start;
            end = bar.end;
        }
    }
    close();
    return gaps;
}

QVariantMap paceIn(const QList<EarningsColumn>& columns)
{
    QVariantMap pace { { QStringLiteral("start"), 0.0 }, { QStringLiteral("end"), 0.0 }, { QStringLiteral("sofar"), 0.0 }, { QStringLiteral("height"), 0.0 } };
    for (const EarningsColumn& bar : columns) {
        if (bar.unfinished && bar.known)
            pace = { { QStringLiteral("start"), bar.start }, { QStringLiteral("end"), bar.end }, { QStringLiteral("sofar"), bar.height },
                { QStringLiteral("height"), bar.pace } };
    }
    return pace;
}

ChartScale ChartScale::upTo(double highest)
{
    ChartScale scale;
    if (highest <= 0)
        return scale;
    const double power = std::pow(10.0, std::floor(std::log10(highest / 4)));
    for (const double factor : { 1.0, 2.0, 2.5, 5.0, 10.0 }) {
        const double step = factor * power;
        const int steps = static_cast<int>(std::ceil(highest * 1.02 / step));
        if (steps <= 5) {
            scale.steps = std::max(steps, 3);
            scale.max = scale.steps * step;
            return scale;
        }
    }
    return scale;
}

bool ChartTicks::follow(const QList<EarningsColumn>& columns, int shown, BinWidth width, UtcMs now)
{
    const auto present = std::find_if(columns.begin(), columns.end(), [](const EarningsColumn& bar) { return bar.unfinished; });
    const Basis basis { columns.isEmpty() ? 0 : columns.first().start, columns.isEmpty() ? 0 : columns.last().end, columns.size(), shown, width,
        std::distance(columns.begin(), present) };
    if (basis == m_basis)
        return false;
    m_basis = basis;
    m_labels.clear();
    const int step = std::max(1, (shown + MaxTicks - 1) / MaxTicks);
    // Counted from the newest, which everybody looks for.
    for (int i = static_cast<int>(columns.size()) - 1; i >= 0; i -= step) {
        const EarningsColumn& bar = columns[i];
        const auto start = static_cast<UtcMs>(bar.start);
        if (start > now)
            continue;
        QString text;
        if (bar.unfinished && width <= BinWidth::Day)
            text = width == BinWidth::Day ? EarningsModel::tr("Today") : EarningsModel::tr("Now");
        else if (width <= BinWidth::Hour)
            text = Format::clockTime(start);
        else if (width == BinWidth::Month)
            text = QLocale().toString(Format::localDate(start), QStringLiteral("MMM yy"));
        else
            text = Format::dayMonth(start);
        m_labels.prepend(QVariantMap { { QStringLiteral("at"), (bar.start + bar.end) / 2 }, { QStringLiteral("text"), text } });
    }
    return true;
}

} // namespace surplus
