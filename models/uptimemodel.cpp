// SPDX-License-Identifier: GPL-3.0-or-later
#include "uptimemodel.h"

#include "format.h"
#include "pausetext.h"
#include "services/common/core/durations.h"
#include "services/common/core/localzone.h"
#include "services/common/core/posted.h"

#include <QDateTime>

namespace surplus {

namespace {
constexpr double GoodRatio = 0.95;
constexpr int MaxTipLines = 6;
constexpr qsizetype MaxEvents = 4;

QString stateText(const UptimeInterval& interval)
{
    const Reason reason = reasonFromText(interval.reason);
    switch (interval.state) {
    case UptimeState::Up:
        return UptimeModel::tr("Sharing");
    case UptimeState::Paused:
        if (reason == Reason::Payout || reason == Reason::Folder)
            return UptimeModel::tr("Not set up yet");
        if (reason == Reason::Off)
            return UptimeModel::tr("Storage was off");
        return reason == Reason::None ? UptimeModel::tr("Paused as planned") : UptimeModel::tr("Paused: %1").arg(pauseText(reason));
    case UptimeState::Down:
        return reason == Reason::Disk ? UptimeModel::tr("The storage disk was not there") : UptimeModel::tr("Stopped unexpectedly");
    case UptimeState::Unknown:
        return UptimeModel::tr("No data");
    }
    return {};
}
} // namespace

UptimeModel::UptimeModel(StoreWorker& store, const Clock& clock, QObject* parent)
    : QObject(parent), m_store(store), m_clock(clock), m_cells(Days)
{
}

void UptimeModel::setMachine(const MachineId& machine)
{
    if (m_machine == machine)
        return;
    m_machine = machine;
    refresh();
}

QString UptimeModel::summary() const { return tr("Uptime in %n days: %1", nullptr, Days).arg(m_percentage); }

void UptimeModel::refresh()
{
    if (m_reading)
        return;
    const UtcMs now = m_clock.now();
    m_reading = m_store.post([this, now, machine = m_machine](Database& db) {
        const auto table = db.attempt([&] { return HistoryStore::of(db, localZone()).earnings(machine, GroupBy::Resource, lastDays(Days, now, localZone()), now); });
        const auto intervals = db.attempt([&] { return HistoryStore::of(db, localZone()).uptime(machine, now - (Days + 2) * DayMs, now); });
        postTo(this, [this, table, intervals] {
            m_reading = false;
            if (table && intervals)
                take(*table, *intervals);
        });
    });
}

void UptimeModel::take(const EarningsTable& table, const QList<UptimeInterval>& intervals)
{
    const QList<TimeBin>& days = table.bins;
    UptimeShare sum;
    QList<Cell> cells;
    auto interval = intervals.begin(); // both in order of time
    for (qsizetype i = 0; i < days.size(); ++i) {
        const UptimeShare& share = table.uptime[i];
        const qint64 recorded = share.up + share.down + share.paused;
        sum = { sum.up + share.up, sum.paused + share.paused, sum.down + share.down, sum.unknown + share.unknown };
        Cell cell { share.ratio().value_or(-1), Kind::Before, Format::day(days[i].start) };
        if (recorded + share.unknown == 0)
            cell.kind = Kind::Before;
        else if (share.up + share.down == 0)
            cell.kind = share.paused > 0 ? Kind::Paused : Kind::Gap;
        else
            cell.kind = cell.ratio >= GoodRatio ? Kind::Level : Kind::Low;
        if (share.ratio())
            cell.tip += QStringLiteral("  ") + Format::percent(cell.ratio);
        while (interval != intervals.end() && interval->end <= days[i].start)
            ++interval;
        int lines = 0;
        for (auto at = interval; at != intervals.end() && at->start < days[i].end; ++at) {
            if (++lines > MaxTipLines) {
                cell.tip += QStringLiteral("\n…");
                break;
            }
            cell.tip += QStringLiteral("\n%1–%2  %3").arg(Format::clockTime(std::max(at->start, days[i].start)),
                Format::clockTime(std::min(at->end, days[i].end)), stateText(*at));
        }
        if (cell.kind == Kind::Before)
            cell.tip += u'\n' + tr("Surplus wasn't set up yet");
        else if (cell.kind == Kind::Gap)
            cell.tip += u'\n' + tr("No data");
        cells.append(cell);
    }
    const qint64 all = sum.up + sum.down + sum.paused + sum.unknown;
    m_unknown = sum.unknown > MinuteMs && all > 0
        ? tr("%1 of the time unknown, left out").arg(Format::percent(static_cast<double>(sum.unknown) / static_cast<double>(all)))
        : QString();
    m_percentage = sum.ratio() ? Format::percent(*sum.ratio()) : QStringLiteral("—");
    m_firstDay = Format::dayMonth(days.first().start);
    m_cells = cells;
    QVariantList events;
    for (auto at = intervals.rbegin(); at != intervals.rend() && events.size() < MaxEvents; ++at)
        events.append(QVariantMap { { QStringLiteral("text"), stateText(*at) }, { QStringLiteral("time"), Format::moment(at->start) },
            { QStringLiteral("up"), at->state == UptimeState::Up }, { QStringLiteral("down"), at->state == UptimeState::Down } });
    Q_EMIT changed();
    if (events != m_events) { // a new list makes all its rows anew
        m_events = events;
        Q_EMIT eventsChanged();
    }
}

} // namespace surplus
