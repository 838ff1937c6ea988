// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/machinehistory.h"

#include "services/common/core/durations.h"
#include "services/common/crypto/keccak.h"
#include "services/common/domain/resourcekind.h"

#include <algorithm>
#include <utility>

namespace surplus {

namespace {
const QString EarnedPrefix = QStringLiteral("earned.");
constexpr int MaxRuns = 1000;
constexpr qsizetype PageBytes = 400'000;
constexpr int PruneStep = 500;

UptimeInterval intervalFrom(const Statement& row)
{
    return { row.integer(0), row.integer(1), uptimeStateFromText(row.text(2)).value_or(UptimeState::Unknown), row.text(3) };
}
} // namespace

const char* MachineHistory::schema()
{
    static const QByteArray sql = QByteArray(SeriesStore::Schema) + R"(
        CREATE INDEX chunks_revision ON chunks(revision);
        CREATE TABLE intervals(start INTEGER PRIMARY KEY, end INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL,
            revision INTEGER NOT NULL);
        CREATE INDEX intervals_revision ON intervals(revision);
        CREATE INDEX intervals_end ON intervals(end);
        CREATE TABLE runs(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, first INTEGER NOT NULL);
    )";
    return sql.constData();
}

QString earnedSeries(const QString& resource) { return EarnedPrefix + resource; }

QStringList earnedResources(SeriesStore& store)
{
    QStringList resources;
    for (const QString& series : store.names(EarnedPrefix))
        resources.append(series.mid(EarnedPrefix.size()));
    return ResourceKind::ordered(resources);
}

QString earnedInAllSeries() { return QStringLiteral("earned"); }
QString customerSeries(const QString& customer) { return QStringLiteral("customer.") + customer.toLower(); }
QString uptimeSeries(UptimeState state) { return QStringLiteral("uptime.") + toText(state); }

MachineHistory::MachineHistory(Database& database) : m_database(database), m_series(database) { }

void MachineHistory::beginRun(Database& database)
{
    const qint64 first = lastRevision(database) + 1;
    database.prepare("INSERT INTO runs(id, first) VALUES(?,?)").bind(QString::fromLatin1(randomBytes(8).toHex()), first).run();
    database.prepare("DELETE FROM runs WHERE number<=(SELECT MAX(number) FROM runs)-?").bind(MaxRuns).run();
}

qint64 MachineHistory::lastRevision(Database& database)
{
    // A run takes a number too: it stays when the newest chunks have been pruned.
    Statement last = database.prepare("SELECT MAX((SELECT COALESCE(MAX(revision), 0) FROM chunks), "
                                      "(SELECT COALESCE(MAX(revision), 0) FROM intervals), (SELECT COALESCE(MAX(first), 0) FROM runs))");
    last.step();
    return last.integer(0);
}

void MachineHistory::earn(const QString& resource, const QString& customer, std::optional<UtcMs> at, Amount amount)
{
    for (const QString& name : { earnedInAllSeries(), earnedSeries(resource), customerSeries(customer) })
        m_series.add(Tier::Quarter, ThisMachine, m_series.series(name, SeriesKind::Counter), at, amount.nano());
}

void MachineHistory::sample(const QString& series, SeriesKind kind, UtcMs at, qint64 value)
{
    const auto known = m_series.series(series, kind);
    m_series.add(Tier::Minute, ThisMachine, known, at, value);
    m_series.add(Tier::Quarter, ThisMachine, known, at, value);
}

void MachineHistory::putInterval(const UptimeInterval& interval)
{
    m_database.prepare("INSERT INTO intervals VALUES(?,?,?,?,?) ON CONFLICT(start) DO UPDATE SET end=excluded.end, "
                       "state=excluded.state, reason=excluded.reason, revision=excluded.revision")
        .bind(interval.start, interval.end, toText(interval.state), interval.reason, lastRevision(m_database) + 1).run();
}

void MachineHistory::rollUptime(UtcMs from, UtcMs to)
{
    const qint64 first = slotAt(Tier::Quarter, std::max<UtcMs>(from, 0));
    const qint64 last = slotAt(Tier::Quarter, std::max<UtcMs>(to, 0));
    const int per = slotsPerChunk(Tier::Quarter);
    for (const UptimeState state : { UptimeState::Up, UptimeState::Paused, UptimeState::Down }) {
        const auto series = m_series.series(uptimeSeries(state), SeriesKind::Counter);
        std::vector<qint64> sums(static_cast<std::size_t>(last - first + 1));
        Statement select = m_database.prepare("SELECT start, end FROM intervals WHERE state=? AND end>? AND start<?");
        select.bind(toText(state), first * QuarterMs, (last + 1) * QuarterMs);
        while (select.step()) {
            const qint64 begin = std::max(select.integer(0), first * QuarterMs);
            const qint64 end = std::min(select.integer(1), (last + 1) * QuarterMs);
            for (qint64 at = begin; at < end;) {
                const qint64 quarter = at / QuarterMs;
                const qint64 stop = std::min(end, (quarter + 1) * QuarterMs);
                sums[static_cast<std::size_t>(quarter - first)] += stop - at;
                at = stop;
            }
        }
        for (qint64 quarter = first; quarter <= last; ++quarter) {
            const qint64 sum = sums[static_cast<std::size_t>(quarter - first)];
            const Slot slot = sum > 0 ? Slot { 1, sum, sum, sum } : Slot {};
            const auto index = static_cast<std::size_t>(quarter % per);
            if (m_series.read(Tier::Quarter, ThisMachine, series, quarter / per)[index] != slot)
                m_series.edit(Tier::Quarter, ThisMachine, series, quarter / per)[index] = slot;
        }
    }
}

std::optional<UtcMs> MachineHistory::first(Database& database)
{
    std::optional<UtcMs> first;
    Statement interval = database.prepare("SELECT MIN(start) FROM intervals");
    if (interval.step() && !interval.isNull(0))
        first = interval.integer(0);
    SeriesStore store(database);
    for (const QString& resource : earnedResources(store)) {
        const auto series = store.find(earnedSeries(resource));
        const auto chunk = series ? store.firstChunk(Tier::Quarter, ThisMachine, *series) : std::nullopt;
        if (!chunk)
            continue;
        const Slots& buckets = store.read(Tier::Quarter, ThisMachine, *series, *chunk);
        const auto known = std::find_if(buckets.begin(), buckets.end(), [](const Slot& slot) { return slot.isKnown(); });
        const UtcMs at = (*chunk * slotsPerChunk(Tier::Quarter) + std::distance(buckets.begin(), known)) * QuarterMs;
        if (!first || at + QuarterMs <= *first)
            first = at;
    }
    return first;
}

std::optional<UtcMs> MachineHistory::lastEarned(Database& database)
{
    SeriesStore store(database);
    const auto series = store.find(earnedInAllSeries());
    return series ? store.lastQuarterEnd(ThisMachine, *series) : std::nullopt;
}

EarningsTable MachineHistory::earnings(
    Database& database, GroupBy by, const QList<TimeBin>& bins, UtcMs now, const QList<CustomerMoney>& money)
{
    SeriesStore store(database);
    return readEarnings(store, { { ThisMachine, QStringLiteral("this"), first(database) } }, by, bins, std::nullopt, now, money);
}

std::pair<SeriesKind, QList<Slot>> MachineHistory::usage(Database& database, const QString& series, const QList<TimeBin>& bins)
{
    SeriesStore store(database);
    const auto found = store.find(series);
    return { found ? found->kind : SeriesKind::Counter, SeriesReader(store, bins, std::nullopt).read(ThisMachine, series) };
}

QStringList usageNames(SeriesStore& store)
{
    QStringList names = store.names({});
    names.removeIf([](const QString& name) {
        return name == earnedInAllSeries() || name.startsWith(u"earned.") || name.startsWith(u"customer.") || name.startsWith(u"uptime.") || name.startsWith(u"other.");
    });
    return names;
}

Result<HistoryPage> MachineHistory::changes(Database& database, const QString& epoch, const SyncCursor& cursor, int limit)
{
    return database.read([&]() -> Result<HistoryPage> {
        HistoryPage page;
        Statement run = database.prepare("SELECT id FROM runs ORDER BY number DESC LIMIT 1");
        if (!run.step())
            return failure(QStringLiteral("history.closed"), QStringLiteral("The engine has not begun to record yet."));
        page.cursor = { epoch, run.text(0), cursor.revision };
        // A cursor is ours if its run is known here and the next run did not begin before it.
        Statement known = database.prepare("SELECT (SELECT MIN(n.first) FROM runs n WHERE n.number>r.number) FROM runs r WHERE r.id=?");
        const bool ours = cursor.epoch == epoch && known.bind(cursor.run).step() && cursor.revision <= lastRevision(database)
            && (known.isNull(0) || cursor.revision < known.integer(0));
        const bool first = cursor.run.isEmpty();
        page.reset = !ours && !first;
        const qint64 after = ours ? cursor.revision : 0;
        page.cursor.revision = after;

        QList<SeriesStore::Row> rows = SeriesStore(database).changedSince(after, limit + 1);
        QList<std::pair<qint64, UptimeInterval>> intervals;
        Statement select = database.prepare(
            "SELECT start, end, state, reason, revision FROM intervals WHERE revision>? ORDER BY revision LIMIT ?");
        select.bind(after, limit + 1);
        while (select.step())
            intervals.append({ select.integer(4), intervalFrom(select) });
        qsizetype bytes = 0;
        qsizetype row = 0;
        qsizetype interval = 0;
        while (row < rows.size() || interval < intervals.size()) {
            if (row + interval >= limit || bytes > PageBytes) {
                page.more = true;
                break;
            }
            const bool takesRow = interval == intervals.size() || (row < rows.size() && rows[row].revision < intervals[interval].first);
            page.cursor.revision = takesRow ? rows[row].revision : intervals[interval].first;
            bytes += takesRow ? rows[row].data.size() * 4 / 3 + 120 : 120;
            if (takesRow)
                page.rows.append(rows[row++]);
            else
                page.intervals.append(intervals[interval++].second);
        }
        return page;
    });
}

Result<QList<UptimeInterval>> MachineHistory::uptime(Database& database, UtcMs from, UtcMs to)
{
    return database.read([&] {
        QList<UptimeInterval> found;
        Statement select = database.prepare("SELECT start, end, state, reason FROM intervals WHERE end>? AND start<? ORDER BY start LIMIT 5000");
        select.bind(from, to);
        while (select.step())
            found.append(intervalFrom(select));
        return found;
    });
}

MachineHistory::Free MachineHistory::freeAfter(Database& database, UtcMs at)
{
    Free free { at, std::numeric_limits<qint64>::max() };
    Statement over = database.prepare("SELECT end FROM intervals WHERE start<=?1 AND end>?1 ORDER BY end DESC LIMIT 1");
    while (over.bind(free.from).step())
        free.from = over.integer(0);
    Statement next = database.prepare("SELECT MIN(start) FROM intervals WHERE start>?");
    if (next.bind(free.from).step() && !next.isNull(0))
        free.to = next.integer(0);
    return free;
}

void MachineHistory::cutGap(UtcMs now)
{
    Statement select = m_database.prepare("SELECT start, end, state, reason FROM intervals WHERE start<?1 AND end>?1 AND reason=?2 LIMIT 1");
    if (!select.bind(now, toText(CrashGap)).step())
        return;
    UptimeInterval gap = intervalFrom(select);
    select.finish();
    const UtcMs said = std::exchange(gap.end, now);
    putInterval(gap);
    rollUptime(gap.start, said);
}

Result<bool> MachineHistory::prune(Database& database, UtcMs now)
{
    return database.transact([&] {
        SeriesStore series(database);
        int gone = 0;
        for (const QString& name : series.names({})) {
            const auto known = *series.find(name);
            for (const auto& [tier, kept] : { std::pair(Tier::Minute, MinutesKeptMs), std::pair(Tier::Quarter, QuartersKeptMs) })
                gone += series.removeBefore(tier, ThisMachine, known, slotAt(tier, now - kept) / slotsPerChunk(tier), PruneStep - gone);
        }
        database.prepare("DELETE FROM intervals WHERE end<? AND start<(SELECT MAX(start) FROM intervals)").bind(now - IntervalsKeptMs).run();
        return gone >= PruneStep;
    });
}

} // namespace surplus
