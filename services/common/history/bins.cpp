// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/bins.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace surplus {

namespace {
UtcMs startOfDay(QDate date, const QTimeZone& zone) { return date.startOfDay(zone).toMSecsSinceEpoch(); }
QDate localDate(UtcMs at, const QTimeZone& zone) { return QDateTime::fromMSecsSinceEpoch(at, zone).date(); }
constexpr qint64 HourMs = 3'600'000;
constexpr qsizetype MaxBins = 600; // 50 years of months
} // namespace

QList<TimeBin> lastDays(int count, UtcMs now, const QTimeZone& zone)
{
    const QDate today = localDate(now, zone);
    QList<TimeBin> bins;
    for (int back = count - 1; back >= 0; --back)
        bins.append({ startOfDay(today.addDays(-back), zone), startOfDay(today.addDays(1 - back), zone) });
    return bins;
}

QList<TimeBin> binsFor(HistoryRange range, UtcMs now, const QTimeZone& zone, UtcMs first)
{
    QList<TimeBin> bins;
    switch (range) {
    case HistoryRange::Day: {
        // Hours begin where the local clock shows minute 0, also in zones that are off by half or a quarter of one.
        const int offset = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(now, Qt::UTC)) % 3600;
        const UtcMs hour = now - ((now + offset * 1000LL) % HourMs + HourMs) % HourMs;
        for (int back = 23; back >= 0; --back)
            bins.append({ hour - back * HourMs, hour - (back - 1) * HourMs });
        break;
    }
    case HistoryRange::Week:
        return lastDays(7, now, zone);
    case HistoryRange::Month:
        return lastDays(30, now, zone);
    case HistoryRange::Year: {
        const QDate today = localDate(now, zone);
        const int sinceWeekStart = (today.dayOfWeek() - QLocale().firstDayOfWeek() + 7) % 7;
        const QDate week = today.addDays(-sinceWeekStart);
        for (int back = 52; back >= 0; --back)
            bins.append({ startOfDay(week.addDays(-7 * back), zone), startOfDay(week.addDays(7 - 7 * back), zone) });
        break;
    }
    case HistoryRange::All: {
        const QDate today = localDate(now, zone);
        QDate month = localDate(std::min(first, now), zone);
        month = QDate(month.year(), month.month(), 1);
        for (; month <= today; month = month.addMonths(1))
            bins.append({ startOfDay(month, zone), startOfDay(month.addMonths(1), zone) });
        if (bins.size() > MaxBins)
            bins = bins.last(MaxBins);
        break;
    }
    }
    return bins;
}

qsizetype binAt(const QList<TimeBin>& bins, UtcMs at)
{
    const auto after = std::upper_bound(
        bins.begin(), bins.end(), at, [](UtcMs value, const TimeBin& bin) { return value < bin.start; });
    if (after == bins.begin())
        return -1;
    const qsizetype index = std::distance(bins.begin(), after) - 1;
    return at < bins[index].end ? index : -1;
}

std::optional<double> UptimeShare::ratio() const
{
    return up + down > 0 ? std::optional(static_cast<double>(up) / static_cast<double>(up + down)) : std::nullopt;
}

QList<UptimeShare> uptimeIn(const QList<TimeBin>& bins, const QList<UptimeInterval>& intervals, UtcMs now)
{
    QList<UptimeShare> shares(bins.size());
    qsizetype bin = 0;
    UtcMs covered = bins.isEmpty() ? 0 : bins.first().start;
    for (const UptimeInterval& interval : intervals) {
        UtcMs from = std::max(interval.start, covered);
        const UtcMs to = std::min(interval.end, now);
        while (bin < bins.size() && bins[bin].end <= from)
            ++bin;
        for (qsizetype i = bin; i < bins.size() && bins[i].start < to; ++i) {
            const qint64 length = std::min(to, bins[i].end) - std::max(from, bins[i].start);
            if (length <= 0)
                continue;
            UptimeShare& share = shares[i];
            switch (interval.state) {
            case UptimeState::Up:
                share.up += length;
                break;
            case UptimeState::Paused:
                share.paused += length;
                break;
            case UptimeState::Down:
                share.down += length;
                break;
            case UptimeState::Unknown:
                break; // the rest is unknown below
            }
        }
        covered = std::max(covered, to);
    }
    for (qsizetype i = 0; i < bins.size(); ++i) {
        UptimeShare& share = shares[i];
        const qint64 length = std::max<qint64>(0, std::min(bins[i].end, now) - bins[i].start);
        share.unknown = length - share.up - share.paused - share.down;
    }
    return shares;
}

} // namespace surplus
