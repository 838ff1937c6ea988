// SPDX-License-Identifier: GPL-3.0-or-later
#include "uptimemodel.h"

#include "format.h"
#include "services/common/core/posted.h"

#include <QDateTime>

namespace surplus {

namespace {
constexpr double GoodRatio = 0.95;
constexpr int MaxTipLines = 6;

QString stateText(UptimeState state)
{
    switch (state) {
    case UptimeState::Up:
        return UptimeModel::tr("sharing");
    case UptimeState::Paused:
        return UptimeModel::tr("paused as planned");
    case UptimeState::Down:
        return UptimeModel::tr("not reachable");
    case UptimeState::Unknown:
        return UptimeModel::tr("no data");
    }
    return {};
}
} // namespace

UptimeModel::UptimeModel(StoreWorker& store, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent), m_store(store), m_clock(clock), m_cells(Days, Cell { -1, QStringLiteral("before"), {} })
{
}

void UptimeModel::setMachine(const MachineId& machine)
{
    if (m_machine == machine)
        return;
    m_machine = machine;
    refresh();
}

int UptimeModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_cells.size()); }

QVariant UptimeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_cells.size())
        return {};
    const Cell& cell = m_cells[index.row()];
    switch (role) {
    case Ratio:
        return cell.ratio;
    case Kind:
        return cell.kind;
    case Tip:
        return cell.tip;
    default:
        return {};
    }
}

QHash<int, QByteArray> UptimeModel::roleNames() const { return { { Ratio, "ratio" }, { Kind, "kind" }, { Tip, "tip" } }; }

QString UptimeModel::summary() const { return tr("Uptime in %n days: %1", nullptr, Days).arg(m_percentage); }

void UptimeModel::refresh()
{
    if (m_reading)
        return;
    const UtcMs now = m_clock.now();
    m_reading = m_store.post([this, now, machine = m_machine](Database& db) {
        const auto intervals = HistoryStore(db).uptime(machine, now - (Days + 2) * SecondsPerDay * 1000, now);
        postTo(this, [this, intervals, now] {
            m_reading = false;
            if (intervals)
                take(*intervals, now);
        });
    });
}

void UptimeModel::take(const QList<UptimeInterval>& intervals, UtcMs now)
{
    const QList<TimeBin> days = lastDays(Days, now, QTimeZone::systemTimeZone());
    const QList<UptimeShare> shares = uptimeIn(days, intervals, now);
    const UtcMs first = intervals.isEmpty() ? now : intervals.first().start;
    UptimeShare sum;
    QList<Cell> cells;
    for (qsizetype i = 0; i < days.size(); ++i) {
        const UptimeShare& share = shares[i];
        sum.up += share.up;
        sum.down += share.down;
        Cell cell { share.ratio().value_or(-1), {}, Format::day(days[i].start) };
        if (days[i].end <= first)
            cell.kind = QStringLiteral("before");
        else if (share.up + share.down == 0)
            cell.kind = share.paused > 0 ? QStringLiteral("paused") : QStringLiteral("gap");
        else
            cell.kind = cell.ratio >= GoodRatio ? QStringLiteral("level") : QStringLiteral("low");
        if (share.ratio())
            cell.tip += QStringLiteral("  ") + Format::percent(cell.ratio);
        int lines = 0;
        for (const UptimeInterval& interval : intervals) {
            if (interval.end <= days[i].start || interval.start >= days[i].end)
                continue;
            if (++lines > MaxTipLines) {
                cell.tip += QStringLiteral("\n…");
                break;
            }
            cell.tip += QStringLiteral("\n%1–%2  %3").arg(Format::clockTime(std::max(interval.start, days[i].start)),
                Format::clockTime(std::min(interval.end, days[i].end)), stateText(interval.state));
        }
        if (cell.kind == QLatin1String("before"))
            cell.tip += u'\n' + tr("Surplus wasn't set up yet");
        else if (cell.kind == QLatin1String("gap"))
            cell.tip += u'\n' + tr("No data");
        cells.append(cell);
    }
    m_percentage = sum.ratio() ? Format::percent(*sum.ratio()) : QStringLiteral("—");
    m_firstDay = Format::dayMonth(days.first().start);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (m_cells[i] == cells[i])
            continue;
        m_cells[i] = cells[i];
        Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
    }
    Q_EMIT changed();
}

} // namespace surplus
