// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/historywriter.h"

#include "services/common/core/durations.h"
#include "services/common/core/parse.h"
#include "services/common/history/historyschema.h"
#include "services/common/history/machinehistory.h"

#include <algorithm>
#include <set>

namespace surplus {

namespace {
constexpr qint64 ChunkMs = 96 * QuarterMs;
constexpr qsizetype FlushEvery = 2000; // decoded chunks in memory
constexpr int PruneStep = 500;
constexpr auto Zone = "zone"; // whose days the day rows are
constexpr auto Rebuilt = "rebuilt"; // "ZONE MACHINE SERIES": the last one whose day rows were made anew
constexpr auto QuartersFrom = "quartersFrom";
constexpr auto YearsKept = "years";

/// When a machine's record begins: exactly, by its first interval, or else by the first quarter hour that has something.
class Begin {
public:
    explicit Begin(std::optional<UtcMs> known) : m_at(known) { }
    void heed(qint64 chunk, const Slots& buckets)
    {
        const auto known = std::find_if(buckets.begin(), buckets.end(), [](const Slot& slot) { return slot.isKnown(); });
        const UtcMs at = (chunk * 96 + std::distance(buckets.begin(), known)) * QuarterMs;
        if (known != buckets.end() && (!m_at || at + QuarterMs <= *m_at))
            m_at = at;
    }
    void heed(const UptimeInterval& interval)
    {
        const bool sameQuarter = m_at && *m_at % QuarterMs == 0 && interval.start >= *m_at && interval.start - *m_at < QuarterMs;
        if (!m_at || interval.start < *m_at || sameQuarter)
            m_at = interval.start;
    }
    [[nodiscard]] std::optional<UtcMs> at() const { return m_at; }

private:
    std::optional<UtcMs> m_at;
};
} // namespace

HistoryWriter::HistoryWriter(Database& database, const QTimeZone& zone, SeriesStore& series)
    : m_database(database), m_zone(zone), m_series(series)
{
    m_quartersFrom = parse::integer(meta(QuartersFrom)).value_or(0);
}

QString HistoryWriter::meta(const char* key)
{
    Statement select = m_database.prepare("SELECT value FROM meta WHERE key=?");
    return select.bind(QString::fromLatin1(key)).step() ? select.text(0) : QString();
}

void HistoryWriter::setMeta(const char* key, const QString& value)
{
    m_database.prepare("INSERT OR REPLACE INTO meta VALUES(?,?)").bind(QString::fromLatin1(key), value).run();
}

std::optional<QTimeZone> HistoryWriter::dayRows() { return meta(Zone) == QString::fromLatin1(m_zone.id()) ? std::optional(m_zone) : std::nullopt; }

qint64 HistoryWriter::idOf(const MachineId& machine)
{
    Statement select = m_database.prepare("SELECT id FROM machines WHERE key=?");
    return select.bind(machine.raw()).step() ? select.integer(0) : -1;
}

std::optional<UtcMs> HistoryWriter::beginOf(qint64 machine)
{
    Statement select = m_database.prepare("SELECT first FROM machines WHERE id=?");
    return select.bind(machine).step() && !select.isNull(0) ? std::optional<UtcMs>(select.integer(0)) : std::nullopt;
}

std::pair<qint64, qint64> HistoryWriter::daysOf(qint64 chunk)
{
    constexpr qint64 JulianEpoch = 2'440'588; // 1970-01-01
    qint64 first = JulianEpoch + chunk - 1;
    while (dayStart(first + 1, m_zone) <= chunk * ChunkMs)
        ++first;
    qint64 last = first;
    while (dayStart(last + 1, m_zone) < (chunk + 1) * ChunkMs)
        ++last;
    return { first, last };
}

void HistoryWriter::put(Tier tier, qint64 machine, SeriesStore::Series series, qint64 number, const Slots& buckets)
{
    if (m_series.read(tier, machine, series, number) == buckets)
        return;
    Slots& mine = m_series.edit(tier, machine, series, number);
    if (series.kind != SeriesKind::Reading && tier != Tier::Minute) {
        Slots& all = m_series.edit(tier, SeriesStore::AllMachines, series, number);
        for (std::size_t i = 0; i < mine.size(); ++i) {
            if (mine[i] != buckets[i])
                exchange(all[i], mine[i], buckets[i], series.kind);
        }
    }
    mine = buckets;
}

void HistoryWriter::recountDays(qint64 machine, SeriesStore::Series series, qint64 firstDay, qint64 lastDay)
{
    const int per = slotsPerChunk(Tier::Day);
    for (qint64 day = firstDay; day <= lastDay;) {
        const qint64 number = day / per;
        Slots buckets = m_series.read(Tier::Day, machine, series, number);
        for (; day <= lastDay && day / per == number; ++day) {
            const qint64 from = slotAt(Tier::Quarter, dayStart(day, m_zone));
            const qint64 to = slotAt(Tier::Quarter, dayStart(day + 1, m_zone));
            if (from / 96 < m_quartersFrom)
                continue; // its quarter hours are not all kept any more: the sum stays
            Slot sum;
            for (qint64 quarter = from; quarter < to;) {
                const Slots& quarters = m_series.read(Tier::Quarter, machine, series, quarter / 96);
                for (const qint64 end = std::min(to, (quarter / 96 + 1) * 96); quarter < end; ++quarter)
                    sum.merge(quarters[static_cast<std::size_t>(quarter % 96)], series.kind);
            }
            buckets[static_cast<std::size_t>(day % per)] = sum;
        }
        put(Tier::Day, machine, series, number, buckets);
    }
}

Result<SyncCursor> HistoryWriter::apply(const MachineId& machine, const HistoryPage& page)
{
    auto applied = m_database.transact([&]() -> Result<SyncCursor> {
        m_database.prepare("INSERT OR IGNORE INTO machines VALUES(NULL,?,'','',0,NULL)").bind(machine.raw()).run();
        const qint64 id = idOf(machine);
        Begin first(beginOf(id));
        if (page.reset) {
            forget(id);
            first = Begin({});
        }
        if (meta(Zone).isEmpty())
            setMeta(Zone, QString::fromLatin1(m_zone.id())); // nothing to make anew yet
        QHash<qint64, std::pair<SeriesStore::Series, std::set<qint64>>> touched; // days by series
        qsizetype held = 0;
        const auto recount = [&] {
            for (const auto& [series, days] : std::as_const(touched)) {
                for (auto day = days.begin(); day != days.end();) {
                    const qint64 first = *day;
                    qint64 last = first;
                    while (++day != days.end() && *day == last + 1)
                        ++last;
                    recountDays(id, series, first, last);
                }
            }
            touched.clear();
            m_series.flush();
            held = 0;
        };
        for (const SeriesStore::Row& row : page.rows) {
            const auto series = m_series.series(row.series, row.kind);
            const auto buckets = decodeChunk(row.data, row.kind, slotsPerChunk(row.tier));
            if (!buckets)
                return failure(QStringLiteral("history.malformed"), QStringLiteral("The engine sent a damaged part of its history. Nothing of it was kept."));
            if (row.tier == Tier::Quarter && row.number >= 0 && row.number < m_quartersFrom)
                continue;
            put(row.tier, id, series, row.number, *buckets);
            if (row.tier != Tier::Quarter || row.number < 0)
                continue;
            if (row.series.startsWith(u"uptime.") || row.series.startsWith(u"earned."))
                first.heed(row.number, *buckets);
            const auto [first, last] = daysOf(row.number);
            auto& entry = touched[series.id];
            entry.first = series;
            for (qint64 day = first; day <= last; ++day)
                entry.second.insert(day);
            if (++held > FlushEvery)
                recount();
        }
        recount();
        Statement interval = m_database.prepare("INSERT OR REPLACE INTO intervals VALUES(?,?,?,?,?)");
        for (const UptimeInterval& one : page.intervals) {
            interval.bind(id, one.start, one.end, toText(one.state), one.reason).run();
            first.heed(one);
        }
        m_database.prepare("UPDATE machines SET epoch=?, run=?, revision=?, first=? WHERE id=?")
            .bind(page.cursor.epoch, page.cursor.run, page.cursor.revision, first.at(), id).run();
        return page.cursor;
    });
    if (!applied)
        m_series.discard();
    return applied;
}

void HistoryWriter::forget(qint64 machine)
{
    for (const QString& name : m_series.names({})) {
        const auto series = *m_series.find(name);
        for (const Tier tier : { Tier::Minute, Tier::Quarter, Tier::Day }) {
            QList<qint64> numbers { SeriesStore::Undated };
            m_series.each(tier, machine, series, 0, std::numeric_limits<qint64>::max(), [&](qint64 number, const Slots&) { numbers.append(number); });
            const Slots nothing(static_cast<std::size_t>(slotsPerChunk(tier)));
            for (const qint64 number : numbers)
                put(tier, machine, series, number, nothing);
            m_series.flush();
        }
    }
    m_database.prepare("DELETE FROM intervals WHERE machine=?").bind(machine).run();
}

Result<std::optional<qint64>> HistoryWriter::tend(UtcMs now, qint64 position)
{
    auto next = m_database.transact([&] { return rebuildStep() ? std::optional(position) : pruneStep(now, position); });
    if (!next)
        m_series.discard();
    return next;
}

bool HistoryWriter::rebuildStep()
{
    const QString zone = QString::fromLatin1(m_zone.id());
    if (meta(Zone) == zone)
        return false;
    const QStringList at = meta(Rebuilt).split(u' ');
    const auto lastMachine = parse::integer(at.value(1));
    const auto lastSeries = parse::integer(at.value(2));
    const bool goesOn = at.size() == 3 && at[0] == zone && lastMachine && lastSeries;
    Statement next = m_database.prepare("SELECT m.id, s.name FROM machines m, series s WHERE (m.id, s.id)>(?,?) ORDER BY m.id, s.id LIMIT 1");
    next.bind(goesOn ? *lastMachine : 0, goesOn ? *lastSeries : 0);
    if (!next.step()) {
        setMeta(Zone, zone);
        m_database.prepare("DELETE FROM meta WHERE key=?").bind(QString::fromLatin1(Rebuilt)).run();
        return true; // there may be something to prune
    }
    const qint64 machine = next.integer(0);
    const auto series = *m_series.find(next.text(1));
    setMeta(Zone, QStringLiteral("being made"));
    setMeta(Rebuilt, QStringLiteral("%1 %2 %3").arg(zone).arg(machine).arg(series.id));
    std::optional<qint64> first = m_series.firstChunk(Tier::Quarter, machine, series);
    qint64 last = -1;
    m_series.each(Tier::Quarter, machine, series, 0, std::numeric_limits<qint64>::max(), [&](qint64 number, const Slots&) { last = number; });
    if (first)
        recountDays(machine, series, daysOf(*first).first - 1, daysOf(last).second + 1);
    m_series.flush();
    return true;
}

std::optional<qint64> HistoryWriter::pruneStep(UtcMs now, qint64 position)
{
    // One machine and series at a time, so that each transaction is short.
    const int years = static_cast<int>(parse::integer(meta(YearsKept), 0, 5).value_or(0));
    const qint64 kept = years > 0 ? MachineHistory::QuartersKeptMs / 5 * std::min(years, 5) : MachineHistory::QuartersKeptMs;
    const qint64 quartersFrom = slotAt(Tier::Quarter, std::max<UtcMs>(0, now - kept)) / 96;
    // Less than a year is never kept: beyond that the mark was set by a clock that was ahead, and would refuse all that comes.
    const bool isAhead = now > 0 && m_quartersFrom > slotAt(Tier::Quarter, now - MachineHistory::QuartersKeptMs / 5) / 96 + 1;
    if (isAhead) // and had refused: all of it is fetched once more
        m_database.run("UPDATE machines SET run='', revision=0");
    if (quartersFrom > m_quartersFrom || isAhead) {
        m_quartersFrom = quartersFrom;
        setMeta(QuartersFrom, QString::number(quartersFrom));
        m_database.prepare("DELETE FROM intervals WHERE end<?").bind(now - MachineHistory::IntervalsKeptMs).run();
    }
    Statement pair = m_database.prepare("SELECT m.id, s.name FROM (SELECT 0 AS id UNION SELECT id FROM machines) m, series s ORDER BY m.id, s.id LIMIT 1 OFFSET ?");
    if (!pair.bind(position).step())
        return std::nullopt;
    const auto series = *m_series.find(pair.text(1));
    const int gone = m_series.removeBefore(Tier::Minute, pair.integer(0), series,
                         slotAt(Tier::Minute, std::max<UtcMs>(0, now - MachineHistory::MinutesKeptMs)) / slotsPerChunk(Tier::Minute), PruneStep)
        + m_series.removeBefore(Tier::Quarter, pair.integer(0), series, m_quartersFrom, PruneStep);
    return gone < PruneStep ? position + 1 : position;
}

Result<void> HistoryWriter::setYearsKept(int years)
{
    return m_database.transact([&] { setMeta(YearsKept, QString::number(std::clamp(years, 1, 5))); });
}

Result<int> HistoryWriter::yearsKept()
{
    return m_database.read([&] {
        const int years = static_cast<int>(parse::integer(meta(YearsKept), 0, 5).value_or(0));
        return years > 0 ? years : 5;
    });
}

} // namespace surplus
