// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/historystore.h"

#include "services/common/core/durations.h"
#include "services/common/core/parse.h"
#include "services/common/history/machinehistory.h"
#include "services/common/store/runningtime.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <algorithm>
#include <set>
#include <tuple>

namespace surplus {

namespace {
constexpr qint64 ChunkMs = 96 * QuarterMs;
constexpr qsizetype FlushEvery = 2000; // decoded chunks in memory
constexpr int PruneStep = 500;
constexpr auto Zone = "zone"; // whose days the day rows are
constexpr auto Rebuilt = "rebuilt"; // "ZONE MACHINE SERIES": the last one whose day rows were made anew
constexpr auto QuartersFrom = "quartersFrom";
constexpr auto YearsKept = "years";

/// What a bucket of one machine is in the bucket of all of them.
void exchange(Slot& all, const Slot& old, const Slot& now, SeriesKind kind)
{
    if (kind == SeriesKind::Counter) {
        all.sum = addSaturated(all.sum, addSaturated(now.sum, -old.sum));
        all = now.isKnown() || all.sum != 0 ? Slot { 1, all.sum, all.sum, all.sum } : Slot {};
        return;
    }
    all.count += (now.isKnown() ? 1 : 0) - (old.isKnown() ? 1 : 0); // how many machines it is the sum of
    all.sum = addSaturated(all.sum, now.mean() - old.mean());
    if (all.count <= 0)
        all = Slot {};
}

Amount amountIn(const QJsonObject& row, QStringView member) { return Amount::fromWire(row.value(member).toString()).value_or(Amount()); }

/// Two rows of one channel: the higher voucher, and of what is earned the most that either knew, with the voucher that
/// covers it. An engine that lost its ledger shows the same voucher again and knows nothing of what was earned by it.
QJsonObject merged(const QJsonObject& held, const QJsonObject& shown)
{
    QJsonObject row = amountIn(shown, u"accepted") >= amountIn(held, u"accepted") ? shown : held;
    const auto rank = [](const QJsonObject& one) {
        return std::tuple(one.contains(u"earned"), amountIn(one, u"earned"), one.contains(u"covering"));
    };
    const QJsonObject& better = rank(shown) >= rank(held) ? shown : held;
    for (const QString& member : { QStringLiteral("earned"), QStringLiteral("covering") }) {
        row.remove(member);
        if (better.contains(member))
            row.insert(member, better.value(member));
    }
    return row;
}

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

/// The first schema's quarter hours and intervals. Its cursors are of another kind, so that each machine is copied again
/// as soon as it answers; until then this is what is known of it.
void convertFirstSchema(Database& database)
{
    SeriesStore series(database);
    Statement machines = database.prepare("SELECT id, key FROM machines");
    while (machines.step()) {
        const qint64 id = machines.integer(0);
        Statement quarters = database.prepare("SELECT start, resource, nano FROM quarters WHERE machine=?");
        quarters.bind(machines.blob(1));
        while (quarters.step()) {
            for (const QString& name : { earnedInAllSeries(), earnedSeries(quarters.text(1)) })
                series.add(Tier::Quarter, id, series.series(name, SeriesKind::Counter), quarters.integer(0), quarters.integer(2));
        }
        Statement undated = database.prepare("SELECT nano FROM undated WHERE machine=?");
        if (undated.bind(machines.blob(1)).step()) {
            for (const QString& name : { earnedInAllSeries(), earnedSeries(QStringLiteral("storage")) })
                series.add(Tier::Quarter, id, series.series(name, SeriesKind::Counter), std::nullopt, undated.integer(0));
        }
    }
    series.flush();
    // The rows of all machines follow from each machine's.
    QList<std::pair<SeriesStore::Series, qint64>> known;
    for (const QString& name : series.names({})) {
        const auto one = *series.find(name);
        Statement ids = database.prepare("SELECT id FROM machines");
        while (ids.step()) {
            QList<std::pair<qint64, Slots>> chunks;
            series.each(Tier::Quarter, ids.integer(0), one, 0, std::numeric_limits<qint64>::max() / 2,
                [&](qint64 number, const Slots& buckets) { chunks.append({ number, buckets }); });
            chunks.append({ SeriesStore::Undated, series.read(Tier::Quarter, ids.integer(0), one, SeriesStore::Undated) });
            for (const auto& [number, buckets] : chunks) {
                Slots& sums = series.edit(Tier::Quarter, SeriesStore::AllMachines, one, number);
                for (std::size_t i = 0; i < sums.size(); ++i)
                    exchange(sums[i], Slot {}, buckets[i], one.kind);
            }
        }
        series.flush();
    }
    database.run("DROP TABLE quarters; DROP TABLE undated;");
}
} // namespace

QList<Migration> HistoryStore::migrations()
{
    static const QByteArray second = QByteArray(SeriesStore::Schema) + R"(
        CREATE TABLE machines(id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, epoch TEXT NOT NULL, run TEXT NOT NULL,
            revision INTEGER NOT NULL, first INTEGER);
        INSERT INTO machines(key, epoch, run, revision, first) SELECT key, '', 'first schema', 0, MIN(first) FROM
            (SELECT machine AS key, NULL AS first FROM cursors UNION ALL SELECT machine, start FROM quarters
             UNION ALL SELECT machine, start FROM uptime) GROUP BY key;
        CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE intervals(machine INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, state TEXT NOT NULL,
            reason TEXT NOT NULL, PRIMARY KEY(machine, start)) WITHOUT ROWID;
        INSERT INTO intervals SELECT m.id, u.start, u.end, u.state, u.reason FROM uptime u JOIN machines m ON m.key=u.machine;
        DROP TABLE uptime;
        DROP TABLE cursors;
    )";
    return { { 1, R"(
        CREATE TABLE cursors(machine BLOB PRIMARY KEY, epoch TEXT NOT NULL, sequence INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE quarters(machine BLOB NOT NULL, start INTEGER NOT NULL, resource TEXT NOT NULL,
            nano INTEGER NOT NULL, PRIMARY KEY(machine, start, resource)) WITHOUT ROWID;
        CREATE TABLE undated(machine BLOB PRIMARY KEY, nano INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE uptime(machine BLOB NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, state TEXT NOT NULL,
            reason TEXT NOT NULL, PRIMARY KEY(machine, start)) WITHOUT ROWID;
        CREATE TABLE vouchers(machine BLOB NOT NULL, channel TEXT NOT NULL, nano INTEGER NOT NULL,
            json TEXT NOT NULL, PRIMARY KEY(machine, channel)) WITHOUT ROWID;
    )" },
        { 2, second.constData(), convertFirstSchema },
        { 3, R"(
        CREATE TABLE money(machine INTEGER NOT NULL, customer TEXT NOT NULL, settled INTEGER NOT NULL, bounced INTEGER NOT NULL,
            secured INTEGER NOT NULL);
        CREATE INDEX money_machine ON money(machine);
    )" },
        { 4, RunningTime::Schema } };
}

Result<HistoryStore::Opened> HistoryStore::openFile(const QString& path)
{
    Error damage;
    {
        auto database = Database::open(path, Database::Durability::Normal, migrations());
        if (!database) {
            damage = database.error();
        } else {
            // Reading a little of every table finds most damage; a whole check, or one that scans a table, would take seconds
            // on a grown file. MIN and MAX look at one end each only where they stand alone.
            const auto sound = (*database)->read([&] {
                (*database)->run("SELECT COUNT(*) FROM series; SELECT COUNT(*) FROM machines; SELECT COUNT(*) FROM meta; "
                                 "SELECT start FROM intervals LIMIT 1; SELECT MAX(nano) FROM vouchers; SELECT MIN(key) FROM chunks; SELECT MAX(key) FROM chunks;");
            });
            if (sound)
                return Opened { std::move(*database), {} };
            damage = sound.error();
        }
    }
    return damage.code == QLatin1String("store.damaged") ? setAside(path) : tl::unexpected(damage);
}

Result<HistoryStore::Opened> HistoryStore::setAside(const QString& path)
{
    const QString aside = path + QStringLiteral(".damaged-") + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    // The log goes first: it must not meet a new file.
    for (const char* part : { "-wal", "-shm", "" }) {
        if (QFile::exists(path + QLatin1String(part)) && !QFile::rename(path + QLatin1String(part), aside + QLatin1String(part)))
            return failure(QStringLiteral("store.damaged"),
                QStringLiteral("The history file %1 is damaged and can't be set aside. Check who owns its folder, or move the file away.").arg(path));
    }
    auto fresh = Database::open(path, Database::Durability::Normal, migrations());
    if (!fresh)
        return tl::unexpected(fresh.error());
    return Opened { std::move(*fresh),
        QStringLiteral("The history file was damaged. It was set aside as %1, and a new one is filled from the engines. Nothing you've earned is lost.").arg(aside) };
}

HistoryStore::HistoryStore(Database& database, const QTimeZone& zone) : m_database(database), m_zone(zone), m_series(database)
{
    m_quartersFrom = parse::integer(meta(QuartersFrom)).value_or(0);
}

QString HistoryStore::meta(const char* key)
{
    Statement select = m_database.prepare("SELECT value FROM meta WHERE key=?");
    return select.bind(QString::fromLatin1(key)).step() ? select.text(0) : QString();
}

void HistoryStore::setMeta(const char* key, const QString& value)
{
    m_database.prepare("INSERT OR REPLACE INTO meta VALUES(?,?)").bind(QString::fromLatin1(key), value).run();
}

std::optional<QTimeZone> HistoryStore::dayRows() { return meta(Zone) == QString::fromLatin1(m_zone.id()) ? std::optional(m_zone) : std::nullopt; }

qint64 HistoryStore::idOf(const MachineId& machine)
{
    Statement select = m_database.prepare("SELECT id FROM machines WHERE key=?");
    return select.bind(machine.raw()).step() ? select.integer(0) : -1;
}

Result<SyncCursor> HistoryStore::cursor(const MachineId& machine)
{
    return m_database.read([&] {
        Statement found = m_database.prepare("SELECT epoch, run, revision FROM machines WHERE key=?");
        return found.bind(machine.raw()).step() ? SyncCursor { found.text(0), found.text(1), found.integer(2) } : SyncCursor {};
    });
}

std::pair<qint64, qint64> HistoryStore::daysOf(qint64 chunk)
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

void HistoryStore::put(Tier tier, qint64 machine, SeriesStore::Series series, qint64 number, const Slots& buckets)
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

void HistoryStore::recountDays(qint64 machine, SeriesStore::Series series, qint64 firstDay, qint64 lastDay)
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

Result<SyncCursor> HistoryStore::apply(const MachineId& machine, const HistoryPage& page)
{
    auto applied = m_database.transact([&]() -> Result<SyncCursor> {
        m_database.prepare("INSERT OR IGNORE INTO machines VALUES(NULL,?,'','',0,NULL)").bind(machine.raw()).run();
        const qint64 id = idOf(machine);
        Begin first(rows(machine).first().first);
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

void HistoryStore::forget(qint64 machine)
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

Result<std::optional<qint64>> HistoryStore::tend(UtcMs now, qint64 position)
{
    auto next = m_database.transact([&] { return rebuildStep() ? std::optional(position) : pruneStep(now, position); });
    if (!next)
        m_series.discard();
    return next;
}

bool HistoryStore::rebuildStep()
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

std::optional<qint64> HistoryStore::pruneStep(UtcMs now, qint64 position)
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

Result<void> HistoryStore::setYearsKept(int years)
{
    return m_database.transact([&] { setMeta(YearsKept, QString::number(std::clamp(years, 1, 5))); });
}

Result<int> HistoryStore::yearsKept()
{
    return m_database.read([&] {
        const int years = static_cast<int>(parse::integer(meta(YearsKept), 0, 5).value_or(0));
        return years > 0 ? years : 5;
    });
}

Result<void> HistoryStore::putVoucher(const MachineId& machine, const QJsonObject& channel)
{
    const auto amount = Amount::fromWire(channel.value(u"accepted").toString());
    if (!amount)
        return failure(QStringLiteral("history.voucher"), QStringLiteral("The engine sent a voucher without an amount."));
    const QString key = channel.value(u"chequebook").toString() + channel.value(u"beneficiary").toString();
    return m_database.transact([&] {
        Statement held = m_database.prepare("SELECT json FROM vouchers WHERE machine=? AND channel=?");
        const QByteArray known = held.bind(machine.raw(), key).step() ? held.text(0).toUtf8() : QByteArray();
        const QJsonObject row = known.isEmpty() ? channel : merged(QJsonDocument::fromJson(known).object(), channel);
        const QByteArray json = QJsonDocument(row).toJson(QJsonDocument::Compact);
        if (json != known)
            m_database.prepare("INSERT OR REPLACE INTO vouchers VALUES(?,?,?,?)")
                .bind(machine.raw(), key, amountIn(row, u"accepted").nano(), QString::fromUtf8(json)).run();
    });
}

Result<void> HistoryStore::putMoney(const MachineId& machine, const QList<CustomerMoney>& money)
{
    return m_database.transact([&] {
        const qint64 id = idOf(machine);
        m_database.prepare("DELETE FROM money WHERE machine=?").bind(id).run();
        Statement insert = m_database.prepare("INSERT INTO money VALUES(?,?,?,?,?)");
        for (const CustomerMoney& one : money) {
            if (id >= 0)
                insert.bind(id, one.customer, one.settled.nano(), one.bounced.nano(), one.secured.nano()).run();
        }
    });
}

QList<CustomerMoney> HistoryStore::money()
{
    QList<CustomerMoney> all;
    Statement select = m_database.prepare("SELECT machine, customer, settled, bounced, secured FROM money");
    while (select.step())
        all.append({ select.integer(0), select.text(1), Amount::fromNano(select.integer(2)), Amount::fromNano(select.integer(3)), Amount::fromNano(select.integer(4)) });
    return all;
}

HistoryStore& HistoryStore::of(Database& database, const QTimeZone& zone)
{
    auto kept = std::static_pointer_cast<HistoryStore>(database.companion());
    if (!kept || kept->m_zone != zone) {
        kept = std::make_shared<HistoryStore>(database, zone);
        database.companion() = kept;
    }
    return *kept;
}

Result<QList<QJsonObject>> HistoryStore::vouchers()
{
    return m_database.read([&] {
        QList<QJsonObject> all;
        Statement select = m_database.prepare("SELECT json FROM vouchers ORDER BY nano DESC");
        while (select.step())
            all.append(QJsonDocument::fromJson(select.text(0).toUtf8()).object());
        return all;
    });
}

void HistoryStore::keepReadings()
{
    if (!m_series.keepSums())
        m_facts.reset();
}

const HistoryStore::Facts& HistoryStore::facts()
{
    if (!m_facts) {
        const auto earned = m_series.find(earnedInAllSeries());
        m_facts = { rows({}), dayRows(), earned ? m_series.lastQuarterEnd(SeriesStore::AllMachines, *earned) : std::nullopt };
    }
    return *m_facts;
}

QList<MachineRow> HistoryStore::chosen(const std::optional<MachineId>& machine)
{
    QList<MachineRow> found = facts().machines;
    if (machine)
        found.removeIf([name = machine->hex()](const MachineRow& row) { return row.name != name; });
    return found;
}

QList<MachineRow> HistoryStore::rows(const std::optional<MachineId>& machine)
{
    QList<MachineRow> found;
    Statement select = m_database.prepare(machine ? "SELECT id, key, first FROM machines WHERE key=?" : "SELECT id, key, first FROM machines ORDER BY id");
    if (machine)
        select.bind(machine->raw());
    while (select.step())
        found.append({ select.integer(0), QString::fromLatin1(select.blob(1).toHex()),
            select.isNull(2) ? std::nullopt : std::optional<UtcMs>(select.integer(2)) });
    return found;
}

Result<QList<MachineId>> HistoryStore::machines()
{
    auto all = m_database.read([&] {
        keepReadings();
        QList<MachineId> found;
        for (const MachineRow& row : facts().machines) {
            if (const auto id = MachineId::fromHex(row.name))
                found.append(*id);
        }
        return found;
    });
    m_series.release();
    return all;
}

Result<qsizetype> HistoryStore::machineCount()
{
    auto count = m_database.read([&] {
        keepReadings();
        return facts().machines.size();
    });
    m_series.release();
    return count;
}

Result<EarningsTable> HistoryStore::earnings(const std::optional<MachineId>& machine, GroupBy by, const QList<TimeBin>& bins, UtcMs now, qsizetype most,
    const QStringList& named)
{
    auto table = m_database.read([&] {
        keepReadings();
        const QList<MachineRow> found = chosen(machine);
        if (machine && found.isEmpty())
            return EarningsTable { bins, {}, QList<UptimeShare>(bins.size()) };
        return readEarnings(m_series, found, by, bins, facts().dayRows, now, by == GroupBy::State ? money() : QList<CustomerMoney>(), most, named);
    });
    m_series.release();
    return table;
}

Result<QList<Slot>> HistoryStore::usage(const std::optional<MachineId>& machine, const QString& series, const QList<TimeBin>& bins)
{
    auto found = m_database.read([&] {
        const qint64 id = machine ? idOf(*machine) : SeriesStore::AllMachines;
        return id < 0 ? QList<Slot>(bins.size()) : SeriesReader(m_series, bins, dayRows()).read(id, series);
    });
    m_series.release();
    return found;
}

Result<QList<HistoryExport>> HistoryStore::exportAll(const std::optional<MachineId>& machine, const QList<TimeBin>& bins, UtcMs now)
{
    auto found = m_database.read([&] {
        QList<HistoryExport> all;
        for (const MachineRow& row : rows(machine)) {
            HistoryExport one { row.name, readEarnings(m_series, { row }, GroupBy::Resource, bins, dayRows(), now, {}), {} };
            SeriesReader reader(m_series, bins, dayRows());
            for (const QString& name : usageNames(m_series))
                one.usage.append({ name, m_series.find(name)->kind, reader.read(row.id, name) });
            all.append(one);
        }
        return all;
    });
    m_series.release();
    return found;
}

Result<std::optional<UtcMs>> HistoryStore::first(const std::optional<MachineId>& machine)
{
    auto found = m_database.read([&] {
        keepReadings();
        std::optional<UtcMs> first;
        const QList<MachineRow> rows = chosen(machine);
        for (const MachineRow& row : rows) {
            if (row.first && (!first || *row.first < *first))
                first = row.first;
        }
        return first;
    });
    m_series.release();
    return found;
}

Result<std::optional<UtcMs>> HistoryStore::lastEarned()
{
    auto found = m_database.read([&]() -> std::optional<UtcMs> {
        keepReadings();
        return facts().lastEarned;
    });
    m_series.release();
    return found;
}

Result<QList<UptimeInterval>> HistoryStore::uptime(const MachineId& machine, UtcMs from, UtcMs to)
{
    return m_database.read([&] {
        QList<UptimeInterval> found;
        Statement select = m_database.prepare("SELECT i.start, i.end, i.state, i.reason FROM intervals i JOIN machines m ON m.id=i.machine "
                                              "WHERE m.key=? AND i.end>? AND i.start<? ORDER BY i.start LIMIT 20000");
        select.bind(machine.raw(), from, to);
        while (select.step())
            found.append({ select.integer(0), select.integer(1), uptimeStateFromText(select.text(2)).value_or(UptimeState::Unknown), select.text(3) });
        return found;
    });
}

} // namespace surplus
