// SPDX-License-Identifier: GPL-3.0-or-later
#include "earningsmodel.h"

#include "format.h"
#include "localpath.h"
#include "services/common/core/durations.h"
#include "services/common/core/localzone.h"
#include "services/common/core/posted.h"
#include "services/common/history/forecast.h"
#include "services/common/history/moneystates.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimeZone>
#include <cmath>
#include <numeric>

namespace surplus {

namespace {
constexpr double ShortestView = 3 * HourMs;
constexpr double LongestView = 50 * 366 * DayMs;
constexpr int SettleMs = 120;
constexpr int MaxTicks = 12;
constexpr qsizetype GroupsShown = 8; ///< in a stack, the legend and the table; the last may be all others
const QString Dash = QStringLiteral("—");

double toDouble(Amount amount) { return static_cast<double>(amount.nano()) / NanoPerToken; } // for drawing only
Amount plus(Amount a, Amount b) { return Amount::fromNano(addSaturated(a.nano(), b.nano())); }

QString signedPercent(double ratio)
{
    const QString sign = ratio < 0 ? QString(QChar(0x2212)) : QStringLiteral("+");
    return sign + QChar(0x00a0) + Format::percent(std::abs(ratio));
}

QString changeOf(Amount now, Amount before, bool comparable)
{
    return comparable && before.nano() > 0 ? signedPercent(toDouble(now) / toDouble(before) - 1) : Dash;
}

QDate localDate(double at) { return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(at)).date(); }
} // namespace

EarningsModel::EarningsModel(StoreWorker& store, const Clock& clock, QObject* parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(SettleMs);
    connect(&m_settle, &QTimer::timeout, this, &EarningsModel::settle);
}

void EarningsModel::setMachine(const std::optional<MachineId>& machine)
{
    if (m_machine == machine)
        return;
    m_machine = machine;
    refresh();
}

void EarningsModel::setRange(Range range)
{
    if (m_range == range || range == Free)
        return;
    m_range = range;
    m_settle.stop();
    Q_EMIT rangeChanged();
    refresh();
}

void EarningsModel::setBy(By by)
{
    if (m_by == by)
        return;
    m_by = by;
    Q_EMIT rangeChanged();
    refresh();
}

void EarningsModel::moveView(double start, double end)
{
    // Nothing lies ahead of today, and nothing before the record.
    const double now = static_cast<double>(m_clock.now());
    const double first = static_cast<double>(m_read.first.value_or(m_clock.now()));
    const double span = std::min(end - start, LongestView);
    const double latest = std::max(now + span * 0.05, m_bars.isEmpty() ? now : m_bars.last().end);
    start = std::min(std::max(start, first - span * 0.25), latest - span);
    if (start == m_viewStart && start + span == m_viewEnd)
        return;
    m_viewStart = start;
    m_viewEnd = start + span;
    if (m_range != Free) {
        m_range = Free;
        Q_EMIT rangeChanged();
    }
    Q_EMIT viewChanged();
    m_settle.start();
}

void EarningsModel::zoom(double factor, double fraction)
{
    if (!m_loaded || !(factor > 0))
        return;
    const double span = m_viewEnd - m_viewStart;
    const double record = static_cast<double>(m_clock.now() - m_read.first.value_or(m_clock.now()));
    const double wanted = std::clamp(span * factor, ShortestView, std::clamp(record * 1.5, 7.0 * DayMs, LongestView));
    if (wanted == span)
        return;
    const double at = m_viewStart + span * std::clamp(fraction, 0.0, 1.0);
    moveView(at - wanted * std::clamp(fraction, 0.0, 1.0), at + wanted * (1 - std::clamp(fraction, 0.0, 1.0)));
}

void EarningsModel::pan(double fraction)
{
    const double by = (m_viewEnd - m_viewStart) * fraction;
    if (m_loaded)
        moveView(m_viewStart + by, m_viewEnd + by);
}

void EarningsModel::open(int index)
{
    if (index < 0 || index >= m_bars.size() || m_bars[index].before || m_bars[index].end - m_bars[index].start < 2 * HourMs)
        return;
    const double start = m_bars[index].start;
    moveView(start, std::max(m_bars[index].end, start + ShortestView));
}

void EarningsModel::settle()
{
    // New bars are wanted once the view leaves what is loaded, or needs wider or narrower ones.
    const double margin = (m_viewEnd - m_viewStart) / 4;
    const double now = static_cast<double>(m_clock.now());
    const double first = static_cast<double>(m_read.first.value_or(m_clock.now()));
    const bool left = m_bars.isEmpty() || m_bars.first().start > std::max(m_viewStart - margin, first);
    const bool right = m_bars.isEmpty() || m_bars.last().end < std::min(m_viewEnd + margin, now);
    if (left || right || widthFor(static_cast<qint64>(m_viewEnd - m_viewStart)) != m_read.width || m_range == Free) {
        refresh();
        return;
    }
    summarise();
    Q_EMIT changed();
}

void EarningsModel::refresh()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    const Query query { m_machine, m_range, m_by, m_clock.now(), static_cast<UtcMs>(m_viewStart), static_cast<UtcMs>(m_viewEnd) };
    m_reading = m_store.post([this, query](Database& db) {
        const Result<Read> outcome = db.attempt([&] {
            HistoryStore& history = HistoryStore::of(db, localZone());
            return history.snapshot([&] { return read(history, query); });
        });
        postTo(this, [this, outcome, query] {
            m_reading = false;
            if (std::exchange(m_again, false))
                refresh();
            if (query.range != m_range || query.by != m_by || query.machine != m_machine)
                return; // answered too late
            m_error = outcome ? QString() : outcome.error().message;
            if (!outcome && outcome.error().code == QLatin1String("store.damaged"))
                Q_EMIT damaged();
            if (outcome)
                take(*outcome, query);
            Q_EMIT changed();
        });
    });
}

QList<TimeBin> EarningsModel::binsOf(const Query& query, UtcMs first, UtcMs last, BinWidth& width)
{
    const QTimeZone zone = localZone();
    if (query.range != Free) {
        constexpr BinWidth widths[] = { BinWidth::Hour, BinWidth::Day, BinWidth::Day, BinWidth::Week, BinWidth::Month };
        width = widths[query.range];
        return binsFor(static_cast<HistoryRange>(query.range), query.range == All ? std::max(query.now, last - 1) : query.now, zone, first);
    }
    // As much again to either side, so that moving the view needs no new bars at once.
    const qint64 span = query.viewEnd - query.viewStart;
    width = widthFor(span);
    return binsOver(std::max(query.viewStart - span, std::min(first, query.viewStart)), std::min(query.viewEnd + span, std::max(query.now + 1, query.viewEnd)), width, zone);
}

Result<EarningsModel::Read> EarningsModel::read(HistoryStore& history, const Query& query)
{
    const QTimeZone zone = localZone();
    Read read;
    read.now = query.now;
    const auto first = history.first(query.machine);
    if (!first)
        return tl::unexpected(first.error());
    read.first = *first;
    const auto last = history.lastEarned();
    const QList<TimeBin> bins = binsOf(query, read.first.value_or(query.now), last ? last->value_or(0) : 0, read.width);
    auto table = history.earnings(query.machine, static_cast<GroupBy>(query.by), bins, query.now, GroupsShown);
    if (!table)
        return tl::unexpected(table.error());
    read.table = std::move(*table);
    // As much of the period before as has passed of this one.
    const UtcMs start = query.range == Free ? query.viewStart : bins.first().start;
    const UtcMs end = std::min(query.now, query.range == Free ? query.viewEnd : bins.last().end);
    if (query.range != All && end > start) {
        // Whole days where bars are days or longer: those are read at once, however long the range is.
        const BinWidth edge = std::min(read.width, BinWidth::Day);
        const QList<TimeBin> edges { binsOver(start - (end - start), start - (end - start) + 1, edge, zone).first(), binsOver(start, start + 1, edge, zone).first() };
        QStringList named; // of the machines, only those that are compared
        for (const EarningsTable::Group& group : std::as_const(read.table.groups))
            named.append(group.name);
        auto previous = history.earnings(query.machine, static_cast<GroupBy>(query.by), { { edges[0].start, edges[1].start } }, query.now, MaxEarningsGroups, named);
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

void EarningsModel::take(const Read& read, const Query& query)
{
    m_read = read;
    m_loaded = true;
    m_today = read.today ? Format::tokens(*read.today) : Dash;
    makeBars();
    if (query.range != Free) {
        m_viewStart = m_bars.first().start;
        m_viewEnd = m_bars.last().end;
        Q_EMIT viewChanged();
    }
    summarise();
    predict();
}

void EarningsModel::makeBars()
{
    m_bars.clear();
    const EarningsTable& table = m_read.table;
    m_bars.reserve(table.bins.size());
    for (qsizetype i = 0; i < table.bins.size(); ++i) {
        const TimeBin& bin = table.bins[i];
        const UptimeShare& share = table.uptime[i];
        Bar bar;
        bar.start = static_cast<double>(bin.start);
        bar.end = static_cast<double>(bin.end);
        for (const EarningsTable::Group& group : table.groups)
            bar.heights.append(toDouble(group.amounts[i]));
        bar.amount = table.inBin(i);
        bar.height = toDouble(bar.amount);
        bar.known = bar.amount.nano() > 0 || table.uptime[i].isRecorded();
        // Neither before the record nor after now is anything missing.
        bar.before = !bar.known && (!m_read.first || bin.end <= *m_read.first || bin.start > m_read.now);
        bar.unfinished = m_read.now >= bin.start && m_read.now < bin.end;
        if (bar.unfinished) {
            const UtcMs since = std::max(bin.start, m_read.first.value_or(bin.start));
            const double elapsed = static_cast<double>(std::max<qint64>(m_read.now - since, 1));
            // A pace from the first minutes would be noise.
            const double enough = m_read.width <= BinWidth::Hour ? 600'000 : HourMs;
            bar.pace = elapsed >= enough ? bar.height * static_cast<double>(bin.end - since) / elapsed : 0;
        }
        bar.uptime = share.ratio().value_or(-1);
        bar.paused = share.paused > 0 && share.up + share.down == 0;
        m_bars.append(std::move(bar));
    }
}

EarningsTable EarningsModel::shown() const
{
    if (m_firstShown == 0 && m_lastShown == m_read.table.bins.size() - 1)
        return m_read.table;
    EarningsTable part;
    part.bins = m_read.table.bins.mid(m_firstShown, m_lastShown - m_firstShown + 1);
    part.uptime = m_read.table.uptime.mid(m_firstShown, m_lastShown - m_firstShown + 1);
    for (const EarningsTable::Group& group : m_read.table.groups)
        part.groups.append({ group.name, group.amounts.mid(m_firstShown, m_lastShown - m_firstShown + 1), group.undated });
    return part;
}

void EarningsModel::summarise()
{
    // Bars that are in sight by half count; the table beneath says the same.
    m_firstShown = 0;
    m_lastShown = -1;
    for (int i = 0; i < m_bars.size(); ++i) {
        const double middle = (m_bars[i].start + m_bars[i].end) / 2;
        if (middle < m_viewStart)
            m_firstShown = i + 1;
        else if (middle <= m_viewEnd)
            m_lastShown = i;
    }
    const EarningsTable table = shown();
    const EarningsTable& whole = m_read.table;
    const Amount undated = table.undated();
    // What has no date belongs to no part of the time: it is counted where everything is.
    const Amount total = m_range == All ? plus(table.total(), undated) : table.total();
    m_total = Format::tokens(total);
    m_exactTotal = total.toTokens();
    m_undated = m_range == All && undated.nano() > 0 ? Format::tokens(undated) : QString();

    Amount best;
    int bestBar = -1;
    Amount ofFull;
    UptimeShare sum;
    double highest = 0;
    m_fullBins = 0;
    for (int i = m_firstShown; i <= m_lastShown; ++i) {
        const Bar& bar = m_bars.at(i);
        const TimeBin& bin = whole.bins[i];
        const Amount amount = bar.amount;
        const UptimeShare& share = whole.uptime[i];
        sum = { sum.up + share.up, sum.paused + share.paused, sum.down + share.down, sum.unknown + share.unknown };
        if (amount > best) {
            best = amount;
            bestBar = i;
        }
        // Averages are over whole bins that were recorded; the present one is neither.
        if (bar.known && !bar.unfinished && !bar.before && m_read.first && bin.start >= *m_read.first) {
            ++m_fullBins;
            ofFull = plus(ofFull, amount);
        }
        highest = std::max({ highest, bar.height, bar.pace });
    }
    m_pace = { { QStringLiteral("start"), 0.0 }, { QStringLiteral("end"), 0.0 }, { QStringLiteral("sofar"), 0.0 }, { QStringLiteral("height"), 0.0 } };
    for (const Bar& bar : std::as_const(m_bars)) {
        if (bar.unfinished && bar.known)
            m_pace = { { QStringLiteral("start"), bar.start }, { QStringLiteral("end"), bar.end }, { QStringLiteral("sofar"), bar.height },
                { QStringLiteral("height"), bar.pace } };
    }
    makeGaps();
    m_bestTitle = bestBar < 0 ? QString() : titleOf(whole.bins[bestBar]);
    m_best = bestBar < 0 ? Dash : Format::tokens(best);
    m_average = m_fullBins > 0 ? Format::tokens(Amount::fromNano(ofFull.nano() / m_fullBins)) : Dash;
    m_uptime = sum.ratio() ? Format::percent(*sum.ratio()) : Dash;
    const qint64 known = sum.up + sum.paused + sum.down;
    m_unknownText = sum.unknown > MinuteMs
        ? tr("%1 of the time unknown, left out").arg(Format::percent(static_cast<double>(sum.unknown) / static_cast<double>(known + sum.unknown)))
        : QString();
    const bool comparable = !m_read.previous.bins.isEmpty() && m_read.first && *m_read.first <= m_read.previous.bins.first().start
        && m_read.previous.covered(0) > 0.95;
    m_change = changeOf(total, m_read.previous.bins.isEmpty() ? Amount() : m_read.previous.total(), comparable);
    m_hasEarnings = total.nano() > 0 || m_read.month.total().nano() > 0 || undated.nano() > 0;
    m_rangeText = table.bins.isEmpty() ? QString()
        : m_read.width <= BinWidth::Hour
        ? tr("%1, %2 – %3, %4").arg(Format::dayMonth(table.bins.first().start), Format::clockTime(table.bins.first().start),
              Format::dayMonth(std::min(table.bins.last().end, m_read.now)), Format::clockTime(std::min(table.bins.last().end, m_read.now)))
        : tr("%1 – %2").arg(Format::day(table.bins.first().start), Format::day(std::min(table.bins.last().end - 1, m_read.now)));
    m_summary = tr("%1, %2, %3 tokens").arg(stepText(), m_rangeText, m_total);
    if (!m_gaps.isEmpty())
        m_summary += tr(". %n span(s) without data", nullptr, static_cast<int>(m_gaps.size()));
    makeGroups();
    makeTicks();
    scaleAxis(highest);
}

void EarningsModel::makeGaps()
{
    QVariantList gaps;
    double start = 0;
    double end = -1; // of the run that is open
    const auto close = [&] {
        if (end > start)
            gaps.append(QVariantMap { { QStringLiteral("start"), start }, { QStringLiteral("end"), end } });
        end = -1;
    };
    for (const Bar& bar : std::as_const(m_bars)) {
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
    if (gaps == m_gaps)
        return;
    m_gaps = gaps;
    Q_EMIT gapsChanged();
}

void EarningsModel::makeGroups()
{
    const EarningsTable table = shown();
    QList<Amount> totals;
    totals.reserve(table.groups.size());
    for (const EarningsTable::Group& group : table.groups)
        totals.append(group.total());
    const Amount total = std::accumulate(totals.begin(), totals.end(), Amount(), plus);
    const bool comparable = m_change != Dash;
    QHash<QString, Amount> before;
    for (const EarningsTable::Group& group : std::as_const(m_read.previous.groups))
        before.insert(group.name, group.total());
    QList<EarningsPart> parts;
    parts.reserve(table.groups.size());
    Amount named; // of the period before
    for (qsizetype i = 0; i < table.groups.size(); ++i) {
        const EarningsTable::Group& group = table.groups[i];
        EarningsPart part = partOf(i, m_range == All ? plus(totals[i], group.undated) : totals[i]);
        part.share = total.nano() > 0 ? toDouble(totals[i]) / toDouble(total) : 0;
        // What the others had, which stand last, is what those that are named had not.
        const Amount earlier = group.name == QLatin1String("others") ? Amount::fromNano(m_read.previous.total().nano() - named.nano()) : before.value(group.name);
        named = plus(named, earlier);
        // That older money is further on its way says nothing.
        part.change = m_by == State ? Dash : changeOf(totals[i], earlier, comparable);
        parts.append(part);
    }
    if (parts == m_parts)
        return;
    m_parts = parts;
    m_groups.clear();
    for (const EarningsPart& part : std::as_const(m_parts))
        m_groups.append(QVariant::fromValue(part));
    Q_EMIT groupsChanged();
}

EarningsPart EarningsModel::partOf(qsizetype index, Amount amount) const
{
    const EarningsTable::Group& group = m_read.table.groups[index];
    EarningsPart part;
    part.name = group.name;
    part.label = labelOf(group);
    const bool fixed = m_by == Resource || m_by == State;
    part.colour = static_cast<int>(m_by == Resource ? resourceNames().indexOf(group.name) : m_by == State ? moneyStateNames().indexOf(group.name) : index);
    part.shape = fixed ? part.colour : 0;
    part.amount = Format::tokens(amount);
    part.worth = amount;
    return part;
}

QString EarningsModel::labelOf(const EarningsTable::Group& group) const
{
    if (group.name == QLatin1String("others"))
        return tr("All others");
    switch (m_by) {
    case Resource:
        return group.name == QLatin1String("storage") ? tr("Storage")
            : group.name == QLatin1String("compute")  ? tr("Compute")
            : group.name == QLatin1String("sensors")  ? tr("Sensors")
                                                      : tr("Connectivity");
    case Machine:
        return group.name == m_own ? tr("This computer") : group.name.left(8);
    case Customer:
        return group.name.left(8) + QStringLiteral("…") + group.name.right(8);
    case State:
        return group.name == QLatin1String("settled") ? tr("Settled")
            : group.name == QLatin1String("secured")  ? tr("Secured")
            : group.name == QLatin1String("bounced")  ? tr("Bounced")
                                                      : tr("Pending");
    }
    return group.name;
}

void EarningsModel::makeTicks()
{
    const int count = m_lastShown - m_firstShown + 1;
    const auto present = std::find_if(m_bars.begin(), m_bars.end(), [](const Bar& bar) { return bar.unfinished; });
    const TickBasis basis { m_bars.isEmpty() ? 0 : m_bars.first().start, m_bars.isEmpty() ? 0 : m_bars.last().end, m_bars.size(), count, m_read.width,
        std::distance(m_bars.begin(), present) };
    if (basis == m_tickBasis)
        return;
    m_tickBasis = basis;
    m_ticks.clear();
    const int step = std::max(1, (count + MaxTicks - 1) / MaxTicks);
    // Counted from the newest, which everybody looks for.
    for (int i = static_cast<int>(m_bars.size()) - 1; i >= 0; i -= step) {
        const Bar& bar = m_bars[i];
        const auto start = static_cast<UtcMs>(bar.start);
        if (start > m_read.now)
            continue;
        QString text;
        if (bar.unfinished && m_read.width <= BinWidth::Day)
            text = m_read.width == BinWidth::Day ? tr("Today") : tr("Now");
        else if (m_read.width <= BinWidth::Hour)
            text = Format::clockTime(start);
        else if (m_read.width == BinWidth::Month)
            text = QLocale().toString(localDate(bar.start), QStringLiteral("MMM yy"));
        else
            text = Format::dayMonth(start);
        m_ticks.prepend(QVariantMap { { QStringLiteral("at"), (bar.start + bar.end) / 2 }, { QStringLiteral("text"), text } });
    }
    Q_EMIT ticksChanged();
}

QString EarningsModel::titleOf(const TimeBin& bin) const
{
    switch (m_read.width) {
    case BinWidth::Quarter:
    case BinWidth::Hour:
        return tr("%1, %2–%3").arg(Format::day(bin.start), Format::clockTime(bin.start), Format::clockTime(bin.end));
    case BinWidth::Day:
        return Format::day(bin.start);
    case BinWidth::Week:
        return tr("Week of %1").arg(Format::day(bin.start));
    case BinWidth::Month:
        return QLocale().toString(localDate(static_cast<double>(bin.start)), QStringLiteral("MMMM yyyy"));
    }
    return {};
}

EarningsModel::StepWords EarningsModel::words() const
{
    switch (m_read.width) {
    case BinWidth::Quarter:
        return { tr("Per quarter hour"), tr("Average per quarter hour"), tr("%n quarter hour(s)", nullptr, m_fullBins) };
    case BinWidth::Hour:
        return { tr("Per hour"), tr("Average per full hour"), tr("%n full hour(s)", nullptr, m_fullBins) };
    case BinWidth::Day:
        return { tr("Per day"), tr("Average per full day"), tr("%n full day(s)", nullptr, m_fullBins) };
    case BinWidth::Week:
        return { tr("Per week"), tr("Average per full week"), tr("%n full week(s)", nullptr, m_fullBins) };
    case BinWidth::Month:
        return { tr("Per month"), tr("Average per full month"), tr("%n full month(s)", nullptr, m_fullBins) };
    }
    return {};
}

QString EarningsModel::since() const { return m_read.first ? QLocale().toString(localDate(static_cast<double>(*m_read.first)), QStringLiteral("d MMM yyyy")) : QString(); }

EarningsBar EarningsModel::bar(int index) const
{
    EarningsBar said;
    if (index < 0 || index >= m_bars.size())
        return said;
    const Bar& bar = m_bars[index];
    const UptimeShare& share = m_read.table.uptime[index];
    said.title = titleOf(m_read.table.bins[index]);
    said.known = bar.known;
    said.before = bar.before;
    said.unfinished = bar.unfinished;
    said.amount = bar.known ? Format::tokens(m_read.table.inBin(index)) : Dash;
    said.exact = bar.known ? m_read.table.inBin(index).toTokens() : Dash;
    said.start = bar.start;
    said.end = bar.end;
    said.uptimeText = share.ratio() ? Format::percent(*share.ratio()) : bar.paused ? tr("Paused as planned") : tr("No data");
    for (qsizetype i = 0; i < m_read.table.groups.size() && bar.known; ++i) {
        const EarningsTable::Group& group = m_read.table.groups[i];
        if (m_by != Resource && group.amounts[index].nano() == 0)
            continue;
        said.parts.append(QVariant::fromValue(partOf(i, group.amounts[index])));
    }
    return said;
}

int EarningsModel::indexAt(double time) const
{
    for (int i = 0; i < m_bars.size(); ++i) {
        if (time >= m_bars[i].start && time < m_bars[i].end)
            return i;
    }
    return -1;
}

void EarningsModel::predict()
{
    m_forecast.clear();
    m_forecastDetail.clear();
    const auto forecast = forecastMonth(m_read.month, m_read.first, m_read.now, localZone());
    if (!forecast)
        return;
    m_forecast = Format::tokens(forecast->expected);
    m_forecastDetail = tr("%1 so far this month, and %2 a day for the rest: the average of the last %n recorded day(s). Four times out of five it comes to between %3 and %4. Not a promise.",
        nullptr, forecast->days)
                           .arg(Format::tokens(forecast->soFar), Format::tokens(forecast->perDay), Format::tokens(forecast->low), Format::tokens(forecast->high));
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

EarningsModel::Span EarningsModel::between(const QDateTime& from, const QDateTime& to) const
{
    Span span;
    for (qsizetype i = 0; i < m_read.table.bins.size(); ++i) {
        const TimeBin& bin = m_read.table.bins[i];
        if (bin.start < from.toMSecsSinceEpoch() || bin.end > to.toMSecsSinceEpoch())
            continue;
        const UptimeShare& share = m_read.table.uptime[i];
        span.known = span.known || m_read.table.isKnown(i);
        span.earned = plus(span.earned, m_read.table.inBin(i));
        span.uptime = { span.uptime.up + share.up, span.uptime.paused + share.paused, span.uptime.down + share.down, span.uptime.unknown + share.unknown };
    }
    return span;
}

QUrl EarningsModel::exportFile(const QString& suffix) const
{
    const EarningsTable table = shown();
    QString name = QStringLiteral("surplus-earnings");
    if (!table.bins.isEmpty())
        name += QStringLiteral("-%1-%2").arg(localDate(static_cast<double>(table.bins.first().start)).toString(Qt::ISODate),
            localDate(static_cast<double>(std::min(table.bins.last().end - 1, m_read.now))).toString(Qt::ISODate));
    return QUrl::fromLocalFile(exportFolder().toLocalFile() + u'/' + name + u'.' + suffix);
}

QUrl EarningsModel::exportFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QUrl::fromLocalFile(!documents.isEmpty() && QDir(documents).exists() ? documents : QDir::homePath());
}

void EarningsModel::exportCsv(const QUrl& file)
{
    const bool posted = m_store.post([this, path = localPathOf(file), machine = m_machine, by = m_by, bins = shown().bins, whole = m_range == All, now = m_read.now](Database& db) {
        const QTimeZone zone = localZone();
        auto table = db.attempt([&] { return HistoryStore::of(db, zone).earnings(machine, static_cast<GroupBy>(by), bins, now); });
        QString problem;
        if (table) {
            for (EarningsTable::Group& group : table->groups)
                group.undated = whole ? group.undated : Amount();
            QSaveFile out(path);
            const QByteArray csv = table->toCsv(zone);
            if (!out.open(QIODevice::WriteOnly) || out.write(csv) != csv.size() || !out.commit())
                problem = tr("The table can't be written to %1: %2. Choose another folder.").arg(path, out.errorString());
        } else {
            problem = table.error().message;
        }
        postTo(this, [this, problem] { Q_EMIT exported(problem); });
    });
    if (!posted)
        Q_EMIT exported(tr("The history is too busy to be written to a file. Try again in a moment."));
}

} // namespace surplus
