// SPDX-License-Identifier: GPL-3.0-or-later
#include "earningssummary.h"

#include "earningsmodel.h"
#include "format.h"
#include "services/common/core/durations.h"
#include "services/common/core/localzone.h"
#include "services/common/history/forecast.h"

#include <QLocale>
#include <cmath>

namespace surplus {

namespace {
const QString Dash = QStringLiteral("—");

/// What a bin is called where its width matters.
struct StepWords {
    QString step;
    QString average;
    QString count; ///< of the full bins
};
StepWords wordsFor(BinWidth width, int fullBins)
{
    switch (width) {
    case BinWidth::Quarter:
        return { EarningsModel::tr("Per quarter hour"), EarningsModel::tr("Average per quarter hour"), EarningsModel::tr("%n quarter hour(s)", nullptr, fullBins) };
    case BinWidth::Hour:
        return { EarningsModel::tr("Per hour"), EarningsModel::tr("Average per full hour"), EarningsModel::tr("%n full hour(s)", nullptr, fullBins) };
    case BinWidth::Day:
        return { EarningsModel::tr("Per day"), EarningsModel::tr("Average per full day"), EarningsModel::tr("%n full day(s)", nullptr, fullBins) };
    case BinWidth::Week:
        return { EarningsModel::tr("Per week"), EarningsModel::tr("Average per full week"), EarningsModel::tr("%n full week(s)", nullptr, fullBins) };
    case BinWidth::Month:
        return { EarningsModel::tr("Per month"), EarningsModel::tr("Average per full month"), EarningsModel::tr("%n full month(s)", nullptr, fullBins) };
    }
    return {};
}
} // namespace

EarningsSummary EarningsSummary::of(const EarningsRead& read, const QList<EarningsColumn>& columns, double viewStart, double viewEnd, qsizetype gaps)
{
    EarningsSummary summary;
    summary.sight(columns, viewStart, viewEnd);
    summary.measure(read, columns);
    summary.name(read, summary.shownOf(read), gaps);
    summary.predict(read);
    return summary;
}

void EarningsSummary::sight(const QList<EarningsColumn>& columns, double viewStart, double viewEnd)
{
    // Bars that are in sight by half count; the table beneath says the same.
    for (int i = 0; i < columns.size(); ++i) {
        const double middle = (columns[i].start + columns[i].end) / 2;
        if (middle < viewStart)
            first = i + 1;
        else if (middle <= viewEnd)
            last = i;
    }
}

EarningsTable EarningsSummary::shownOf(const EarningsRead& read) const
{
    if (first == 0 && last == read.table.bins.size() - 1)
        return read.table;
    EarningsTable part;
    part.bins = read.table.bins.mid(first, last - first + 1);
    part.uptime = read.table.uptime.mid(first, last - first + 1);
    for (const EarningsTable::Group& group : read.table.groups)
        part.groups.append({ group.name, group.amounts.mid(first, last - first + 1), group.undated });
    return part;
}

void EarningsSummary::measure(const EarningsRead& read, const QList<EarningsColumn>& columns)
{
    Amount most;
    int bestBar = -1;
    Amount ofFull;
    UptimeShare sum;
    for (int i = first; i <= last; ++i) {
        const EarningsColumn& bar = columns.at(i);
        const TimeBin& bin = read.table.bins[i];
        const Amount amount = bar.amount;
        const UptimeShare& share = read.table.uptime[i];
        sum = { sum.up + share.up, sum.paused + share.paused, sum.down + share.down, sum.unknown + share.unknown };
        if (amount > most) {
            most = amount;
            bestBar = i;
        }
        // Averages are over whole bins that were recorded; the present one is neither.
        if (bar.known && !bar.unfinished && !bar.before && read.first && bin.start >= *read.first) {
            ++fullBins;
            ofFull = plus(ofFull, amount);
        }
        highest = std::max({ highest, bar.height, bar.pace });
    }
    bestTitle = bestBar < 0 ? QString() : titleOf(read.table.bins[bestBar], read.width);
    best = bestBar < 0 ? Dash : Format::tokens(most);
    average = fullBins > 0 ? Format::tokens(Amount::fromNano(ofFull.nano() / fullBins)) : Dash;
    uptime = sum.ratio() ? Format::percent(*sum.ratio()) : Dash;
    const qint64 known = sum.up + sum.paused + sum.down;
    unknown = sum.unknown > MinuteMs
        ? EarningsModel::tr("%1 of the time unknown, left out").arg(Format::percent(static_cast<double>(sum.unknown) / static_cast<double>(known + sum.unknown)))
        : QString();
}

void EarningsSummary::name(const EarningsRead& read, const EarningsTable& shown, qsizetype gaps)
{
    today = read.today ? Format::tokens(*read.today) : Dash;
    const StepWords words = wordsFor(read.width, fullBins);
    step = words.step;
    averageCaption = words.average;
    averageNote = words.count;
    const Amount withoutDate = shown.undated();
    // What has no date belongs to no part of the time: it is counted where everything is.
    const Amount sum = read.query.isAll() ? plus(shown.total(), withoutDate) : shown.total();
    total = Format::tokens(sum);
    exactTotal = sum.toTokens();
    undated = read.query.isAll() && withoutDate.nano() > 0 ? Format::tokens(withoutDate) : QString();
    const bool comparable = !read.previous.bins.isEmpty() && read.first && *read.first <= read.previous.bins.first().start
        && read.previous.covered(0) > 0.95;
    compared = comparable && read.previous.total().nano() > 0;
    change = changeOf(sum, read.previous.bins.isEmpty() ? Amount() : read.previous.total(), comparable);
    hasEarnings = sum.nano() > 0 || read.month.total().nano() > 0 || withoutDate.nano() > 0;
    range = shown.bins.isEmpty() ? QString()
        : read.width <= BinWidth::Hour
        ? EarningsModel::tr("%1, %2 – %3, %4").arg(Format::dayMonth(shown.bins.first().start), Format::clockTime(shown.bins.first().start),
              Format::dayMonth(std::min(shown.bins.last().end, read.query.now)), Format::clockTime(std::min(shown.bins.last().end, read.query.now)))
        : EarningsModel::tr("%1 – %2").arg(Format::day(shown.bins.first().start), Format::day(std::min(shown.bins.last().end - 1, read.query.now)));
    sentence = EarningsModel::tr("%1, %2, %3 tokens").arg(step, range, total);
    if (gaps > 0)
        sentence += EarningsModel::tr(". %n span(s) without data", nullptr, static_cast<int>(gaps));
}

QString EarningsSummary::changeOf(Amount now, Amount before, bool comparable)
{
    if (!comparable || before.nano() <= 0)
        return Dash;
    const double ratio = tokensToDraw(now) / tokensToDraw(before) - 1;
    return (ratio < 0 ? QString(QChar(0x2212)) : QStringLiteral("+")) + QChar(0x00a0) + Format::percent(std::abs(ratio));
}

QString EarningsSummary::titleOf(const TimeBin& bin, BinWidth width)
{
    switch (width) {
    case BinWidth::Quarter:
    case BinWidth::Hour:
        return EarningsModel::tr("%1, %2–%3").arg(Format::day(bin.start), Format::clockTime(bin.start), Format::clockTime(bin.end));
    case BinWidth::Day:
        return Format::day(bin.start);
    case BinWidth::Week:
        return EarningsModel::tr("Week of %1").arg(Format::day(bin.start));
    case BinWidth::Month:
        return QLocale().toString(Format::localDate(bin.start), QStringLiteral("MMMM yyyy"));
    }
    return {};
}

void EarningsSummary::predict(const EarningsRead& read)
{
    const auto expected = forecastMonth(read.month, read.first, read.query.now, localZone());
    if (!expected)
        return;
    forecast = Format::tokens(expected->expected);
    forecastDetail = EarningsModel::tr("%1 so far this month, and %2 a day for the rest: the average of the last %n recorded day(s). Four times out of five it comes to between %3 and %4. Not a promise.",
        nullptr, expected->days)
                         .arg(Format::tokens(expected->soFar), Format::tokens(expected->perDay), Format::tokens(expected->low), Format::tokens(expected->high));
}

} // namespace surplus
