// SPDX-License-Identifier: GPL-3.0-or-later
#include "earningsmodel.h"

#include "format.h"
#include "localpath.h"
#include "services/common/core/durations.h"
#include "services/common/core/localzone.h"
#include "services/common/core/posted.h"

#include <QDir>
#include <QLocale>
#include <QSaveFile>
#include <QStandardPaths>
#include <algorithm>

namespace surplus {

namespace {
constexpr double ShortestView = 3 * HourMs;
constexpr double LongestView = 50 * 366 * DayMs;
constexpr int SettleMs = 120;
const QString Dash = QStringLiteral("—");
} // namespace

EarningsModel::EarningsModel(StoreWorker& store, const Clock& clock, QObject* parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(SettleMs);
    connect(&m_settle, &QTimer::timeout, this, &EarningsModel::refresh);
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

void EarningsModel::refresh()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    const EarningsQuery query { m_machine, historyRange(), static_cast<GroupBy>(m_by), m_clock.now(), static_cast<UtcMs>(m_viewStart), static_cast<UtcMs>(m_viewEnd) };
    m_reading = m_store.post([this, query](Database& db) {
        const Result<EarningsRead> outcome = db.attempt([&] {
            HistoryStore& history = HistoryStore::of(db, localZone());
            return history.snapshot([&] { return EarningsRead::of(history, query); });
        });
        postTo(this, [this, outcome, query] {
            m_reading = false;
            if (std::exchange(m_again, false))
                refresh();
            if (isAnsweredTooLate(query))
                return;
            m_error = outcome ? QString() : outcome.error().message;
            if (!outcome && outcome.error().code == QLatin1String("store.damaged"))
                Q_EMIT damaged();
            if (outcome)
                take(*outcome);
            Q_EMIT changed();
        });
    });
}

std::optional<HistoryRange> EarningsModel::historyRange() const { return m_range == Free ? std::nullopt : std::optional(static_cast<HistoryRange>(m_range)); }

bool EarningsModel::isAnsweredTooLate(const EarningsQuery& query) const
{
    return query.range != historyRange() || query.by != static_cast<GroupBy>(m_by) || query.machine != m_machine;
}

void EarningsModel::take(const EarningsRead& read)
{
    m_read = read;
    m_loaded = true;
    m_bars = columnsOf(m_read);
    if (m_read.query.range) {
        m_viewStart = m_bars.first().start;
        m_viewEnd = m_bars.last().end;
        Q_EMIT viewChanged();
    }
    m_pace = paceIn(m_bars);
    const QVariantList gaps = gapsIn(m_bars);
    const bool otherGaps = gaps != m_gaps;
    m_gaps = gaps;
    m_summary = EarningsSummary::of(m_read, m_bars, m_viewStart, m_viewEnd, m_gaps.size());
    m_scale = ChartScale::upTo(m_summary.highest);
    if (otherGaps)
        Q_EMIT gapsChanged();
    takeGroups(m_names.partsOf(m_read, m_summary));
    if (m_ticks.follow(m_bars, m_summary.last - m_summary.first + 1, m_read.width, m_read.query.now))
        Q_EMIT ticksChanged();
}

void EarningsModel::takeGroups(const QList<EarningsPart>& parts)
{
    if (parts == m_parts)
        return;
    m_parts = parts;
    m_groups.clear();
    for (const EarningsPart& part : std::as_const(m_parts))
        m_groups.append(QVariant::fromValue(part));
    Q_EMIT groupsChanged();
}

QString EarningsModel::since() const { return m_read.first ? QLocale().toString(Format::localDate(*m_read.first), QStringLiteral("d MMM yyyy")) : QString(); }

EarningsBar EarningsModel::bar(int index) const
{
    EarningsBar said;
    if (index < 0 || index >= m_bars.size())
        return said;
    const EarningsColumn& bar = m_bars[index];
    const UptimeShare& share = m_read.table.uptime[index];
    said.title = EarningsSummary::titleOf(m_read.table.bins[index], m_read.width);
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
        if (m_read.query.by != GroupBy::Resource && group.amounts[index].nano() == 0)
            continue;
        said.parts.append(QVariant::fromValue(m_names.partOf(group, i, m_read.query.by, group.amounts[index])));
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
    const EarningsTable table = m_summary.shownOf(m_read);
    QString name = QStringLiteral("surplus-earnings");
    if (!table.bins.isEmpty())
        name += QStringLiteral("-%1-%2").arg(Format::localDate(table.bins.first().start).toString(Qt::ISODate),
            Format::localDate(std::min(table.bins.last().end - 1, m_read.query.now)).toString(Qt::ISODate));
    return QUrl::fromLocalFile(exportFolder().toLocalFile() + u'/' + name + u'.' + suffix);
}

QUrl EarningsModel::exportFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QUrl::fromLocalFile(!documents.isEmpty() && QDir(documents).exists() ? documents : QDir::homePath());
}

void EarningsModel::exportCsv(const QUrl& file)
{
    const bool posted = m_store.post([this, path = localPathOf(file), machine = m_machine, by = m_by, bins = m_summary.shownOf(m_read).bins, whole = m_range == All, now = m_read.query.now](Database& db) {
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
