// SPDX-License-Identifier: GPL-3.0-or-later
#include "earningsmodel.h"

#include "format.h"
#include "services/common/core/posted.h"

#include <QDateTime>
#include <QLocale>
#include <cmath>

namespace surplus {

namespace {
double toDouble(Amount amount) { return static_cast<double>(amount.nano()) / NanoPerToken; } // for drawing only

QString titleOf(const TimeBin& bin, EarningsModel::Range range)
{
    switch (range) {
    case EarningsModel::Day:
        return Format::day(bin.start) + QStringLiteral(", ") + Format::clockTime(bin.start);
    case EarningsModel::Week:
    case EarningsModel::Month:
        return Format::day(bin.start);
    case EarningsModel::Year:
        return EarningsModel::tr("Week of %1").arg(Format::day(bin.start));
    case EarningsModel::All:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(bin.start).date(), QStringLiteral("MMMM yyyy"));
    }
    return {};
}

QString labelOf(const TimeBin& bin, EarningsModel::Range range)
{
    if (range == EarningsModel::Day)
        return Format::clockTime(bin.start);
    if (range == EarningsModel::All)
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(bin.start).date(), QStringLiteral("MMM yy"));
    return Format::dayMonth(bin.start);
}
} // namespace

EarningsModel::EarningsModel(StoreWorker& store, const Clock& clock, QObject* parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
}

void EarningsModel::setMachine(const MachineId& machine)
{
    if (m_machine == machine)
        return;
    m_machine = machine;
    refresh();
}

void EarningsModel::setRange(Range range)
{
    if (m_range == range)
        return;
    m_range = range;
    Q_EMIT rangeChanged();
    refresh();
}

void EarningsModel::refresh()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = m_store.post([this, machine = m_machine, range = static_cast<HistoryRange>(m_range), now = m_clock.now()](Database& db) {
        HistoryStore history(db);
        const Result<Read> outcome = read(history, machine, range, now);
        postTo(this, [this, outcome, range] {
            m_reading = false;
            if (std::exchange(m_again, false) || range != static_cast<HistoryRange>(m_range)) {
                refresh();
                return;
            }
            m_error = outcome ? QString() : outcome.error().message;
            if (outcome)
                take(*outcome);
            Q_EMIT changed();
        });
    });
}

Result<EarningsModel::Read> EarningsModel::read(HistoryStore& history, const MachineId& machine, HistoryRange range, UtcMs now)
{
    Read read;
    read.now = now;
    const auto first = history.firstEarning(machine);
    if (!first)
        return tl::unexpected(first.error());
    read.first = *first;
    read.bins = binsFor(range, now, QTimeZone::systemTimeZone(), read.first.value_or(now));
    const UtcMs start = read.bins.first().start;
    read.previousStart = range == HistoryRange::All ? start : start - (now - start);
    const auto quarters = history.quarters(machine, read.previousStart, read.bins.last().end);
    if (!quarters)
        return tl::unexpected(quarters.error());
    read.quarters = *quarters;
    const auto uptime = history.uptime(machine, 0, now);
    if (!uptime)
        return tl::unexpected(uptime.error());
    read.uptime = *uptime;
    if (!uptime->isEmpty() && (!read.first || uptime->first().start < *read.first))
        read.first = uptime->first().start;
    const auto undated = history.undated(machine);
    if (!undated)
        return tl::unexpected(undated.error());
    read.undated = *undated;
    return read;
}

void EarningsModel::take(const Read& read)
{
    QList<Amount> sums(read.bins.size());
    Amount total;
    Amount previous;
    Amount today;
    const UtcMs midnight = QDate::currentDate().startOfDay().toMSecsSinceEpoch();
    for (const QuarterSum& quarter : read.quarters) {
        const qsizetype bin = binAt(read.bins, quarter.start);
        if (bin >= 0) {
            sums[bin] = sums[bin].plus(quarter.amount).value_or(sums[bin]);
            total = total.plus(quarter.amount).value_or(total);
        } else if (quarter.start >= read.previousStart && quarter.start < read.bins.first().start) {
            previous = previous.plus(quarter.amount).value_or(previous);
        }
        if (quarter.start >= midnight)
            today = today.plus(quarter.amount).value_or(today);
    }
    makeBars(read, sums);

    // Averages and the best are over whole bins that were recorded; today is neither.
    Amount best;
    Amount ofFull;
    m_fullDays = 0;
    m_bestTitle.clear();
    for (qsizetype i = 0; i < sums.size(); ++i) {
        const auto bar = m_bars[i].value<EarningsBar>();
        if (sums[i] > best) {
            best = sums[i];
            m_bestTitle = bar.title;
        }
        if (bar.known && !bar.unfinished && !bar.before && (!read.first || read.bins[i].start >= *read.first)) {
            ++m_fullDays;
            ofFull = ofFull.plus(sums[i]).value_or(ofFull);
        }
    }
    const auto withUndated = total.plus(read.undated).value_or(total);
    m_total = Format::tokens(withUndated);
    m_undated = read.undated.nano() > 0 ? Format::tokens(read.undated) : QString();
    m_today = Format::tokens(today);
    m_best = m_bestTitle.isEmpty() ? QStringLiteral("—") : Format::tokens(best);
    m_average = m_fullDays > 0 ? Format::tokens(Amount::fromNano(ofFull.nano() / m_fullDays)) : QStringLiteral("—");
    const bool comparable = read.first && *read.first <= read.previousStart && previous.nano() > 0 && m_range != All;
    m_change = comparable ? QLocale().toString(100.0 * (toDouble(total) / toDouble(previous) - 1.0), 'f', 1) + QStringLiteral("\u00a0%")
                          : QStringLiteral("—");
    m_hasEarnings = withUndated.nano() > 0;
    m_loaded = true;
}

void EarningsModel::makeBars(const Read& read, const QList<Amount>& sums)
{
    const QList<UptimeShare> uptime = uptimeIn(read.bins, read.uptime, read.now);
    QVariantList bars;
    double highest = 0;
    for (qsizetype i = 0; i < read.bins.size(); ++i) {
        const TimeBin& bin = read.bins[i];
        const UptimeShare& share = uptime[i];
        EarningsBar bar;
        bar.height = toDouble(sums[i]);
        bar.title = titleOf(bin, m_range);
        bar.label = labelOf(bin, m_range);
        bar.before = !read.first || bin.end <= *read.first;
        bar.known = sums[i].nano() > 0 || share.up + share.paused + share.down > 0;
        bar.amount = bar.known ? Format::tokens(sums[i]) : QStringLiteral("—");
        bar.unfinished = read.now >= bin.start && read.now < bin.end;
        if (bar.unfinished) {
            bar.label = m_range == Day ? tr("Now") : m_range <= Month ? tr("Today") : bar.label;
            const UtcMs since = std::max(bin.start, read.first.value_or(bin.start));
            const double elapsed = static_cast<double>(std::max<qint64>(read.now - since, 1));
            const double whole = static_cast<double>(bin.end - since);
            // A pace from the first minutes would be noise.
            const double enough = m_range == Day ? 600'000 : 3'600'000;
            bar.pace = elapsed >= enough ? bar.height * whole / elapsed : 0;
        }
        bar.uptime = share.ratio().value_or(-1);
        bar.allPaused = share.paused > 0 && share.up + share.down == 0;
        bar.uptimeText = share.ratio() ? Format::percent(*share.ratio()) : bar.allPaused ? tr("Paused as planned") : tr("No data");
        highest = std::max({ highest, bar.height, bar.pace });
        bars.append(QVariant::fromValue(bar));
    }
    m_bars = bars;
    scaleAxis(highest);
}

void EarningsModel::scaleAxis(double highest)
{
    if (highest <= 0) {
        m_axisMax = 1;
        m_axisSteps = 4;
        return;
    }
    // Three to five round steps: 1, 2, 2.5 or 5 times a power of ten.
    const double power = std::pow(10.0, std::floor(std::log10(highest / 4)));
    for (const double factor : { 1.0, 2.0, 2.5, 5.0, 10.0 }) {
        const double step = factor * power;
        const int steps = static_cast<int>(std::ceil(highest * 1.02 / step));
        if (steps <= 5) {
            m_axisSteps = std::max(steps, 3);
            m_axisMax = m_axisSteps * step;
            return;
        }
    }
}

} // namespace surplus
