// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/bins.h"

#include "services/common/core/durations.h"
#include "services/common/core/utc.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <algorithm>

namespace surplus {

namespace {
constexpr qsizetype MaxBins = 600; // 50 years of months
QDate localDate(UtcMs at, const QTimeZone& zone) { return QDateTime::fromMSecsSinceEpoch(at, zone).date(); }
} // namespace

/// The day starts of one zone that a thread has looked up.
struct LocalDays::Known {
    QTimeZone zone;
    QHash<qint64, UtcMs> byDay;
    QHash<UtcMs, qint64> byStart;
    static Known& of(const QTimeZone& zone)
    {
        thread_local Known known;
        constexpr qsizetype Most = 40'000;
        if (known.zone != zone || known.byDay.size() > Most)
            known = { zone, {}, {} };
        return known;
    }
};

LocalDays::LocalDays(const QTimeZone& zone) : m_known(Known::of(zone)) { }

UtcMs LocalDays::startOf(qint64 julianDay)
{
    if (const auto found = m_known.byDay.constFind(julianDay); found != m_known.byDay.constEnd())
        return *found;
    const UtcMs start = QDate::fromJulianDay(julianDay).startOfDay(m_known.zone).toMSecsSinceEpoch();
    m_known.byDay.insert(julianDay, start);
    m_known.byStart.insert(start, julianDay);
    return start;
}

std::optional<qint64> LocalDays::startingAt(UtcMs at)
{
    if (const auto found = m_known.byStart.constFind(at); found != m_known.byStart.constEnd())
        return *found;
    const qint64 day = localDate(at, m_known.zone).toJulianDay();
    return startOf(day) == at ? std::optional(day) : std::nullopt;
}

UtcMs dayStart(qint64 julianDay, const QTimeZone& zone) { return LocalDays(zone).startOf(julianDay); }

QString toText(BinWidth width)
{
    switch (width) {
    case BinWidth::Quarter:
        return QStringLiteral("quarter");
    case BinWidth::Hour:
        return QStringLiteral("hour");
    case BinWidth::Day:
        return QStringLiteral("day");
    case BinWidth::Week:
        return QStringLiteral("week");
    case BinWidth::Month:
        return QStringLiteral("month");
    }
    return {};
}

std::optional<BinWidth> binWidthFromText(const QString& text)
{
    for (const BinWidth width : { BinWidth::Quarter, BinWidth::Hour, BinWidth::Day, BinWidth::Week, BinWidth::Month }) {
        if (toText(width) == text)
            return width;
    }
    return std::nullopt;
}

BinWidth widthFor(qint64 span)
{
    return span <= 9 * HourMs ? BinWidth::Quarter
        : span <= 3 * DayMs   ? BinWidth::Hour
        : span <= 100 * DayMs ? BinWidth::Day
        : span <= 800 * DayMs ? BinWidth::Week
                              : BinWidth::Month;
}

QList<TimeBin> binsOver(UtcMs from, UtcMs to, BinWidth width, const QTimeZone& zone, qsizetype most)
{
    QList<TimeBin> bins;
    if (to <= from)
        return bins;
    if (width <= BinWidth::Hour) {
        // Hours begin where the local clock shows minute 0, also in zones that are off by half or a quarter of one.
        const qint64 length = width == BinWidth::Hour ? HourMs : QuarterMs;
        const qint64 offset = zone.offsetFromUtc(inUtc(to - 1)) * 1000LL;
        const auto floor = [&](UtcMs at) { return at - ((at + offset) % length + length) % length; };
        for (UtcMs start = std::max(floor(from), floor(to - 1) - (most - 1) * length); start < to; start += length)
            bins.append({ start, start + length });
        return bins;
    }
    bins.reserve(64);
    const QDate first = localDate(from, zone);
    const QDate last = localDate(to - 1, zone);
    const auto before = [&](QDate date) {
        return width == BinWidth::Day ? date.addDays(-1) : width == BinWidth::Week ? date.addDays(-7) : date.addMonths(-1);
    };
    QDate start = width == BinWidth::Day ? last
        : width == BinWidth::Week        ? last.addDays(-((last.dayOfWeek() - QLocale().firstDayOfWeek() + 7) % 7))
                                         : QDate(last.year(), last.month(), 1);
    const QDate after = width == BinWidth::Day ? start.addDays(1) : width == BinWidth::Week ? start.addDays(7) : start.addMonths(1);
    LocalDays days(zone);
    UtcMs end = days.startOf(after.toJulianDay());
    for (; bins.size() < most; start = before(start)) {
        bins.append({ days.startOf(start.toJulianDay()), end }); // the newest first
        end = bins.last().start;
        if (start <= first)
            break;
    }
    std::reverse(bins.begin(), bins.end());
    return bins;
}

QList<TimeBin> lastDays(int count, UtcMs now, const QTimeZone& zone)
{
    const qint64 today = localDate(now, zone).toJulianDay();
    LocalDays days(zone);
    return binsOver(days.startOf(today + 1 - count), days.startOf(today + 1), BinWidth::Day, zone, count);
}

QList<TimeBin> binsFor(HistoryRange range, UtcMs now, const QTimeZone& zone, UtcMs first)
{
    switch (range) {
    case HistoryRange::Day:
        return binsOver(now - 23 * HourMs, now + 1, BinWidth::Hour, zone, 24);
    case HistoryRange::Week:
        return lastDays(7, now, zone);
    case HistoryRange::Month:
        return lastDays(30, now, zone);
    case HistoryRange::Year:
        return binsOver(now - 364 * DayMs, now + 1, BinWidth::Week, zone, 53);
    case HistoryRange::All:
        return binsOver(std::min(first, now), now + 1, BinWidth::Month, zone, MaxBins);
    }
    return {};
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

} // namespace surplus
