// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/historystore.h"

#include "services/common/history/historyschema.h"
#include "services/common/history/machinehistory.h"

namespace surplus {

QList<Migration> HistoryStore::migrations() { return historySchema(); }

HistoryStore::HistoryStore(Database& database, const QTimeZone& zone) : m_database(database), m_zone(zone), m_series(database), m_writer(database, zone, m_series) { }

Result<SyncCursor> HistoryStore::apply(const MachineId& machine, const HistoryPage& page) { return m_writer.apply(machine, page); }

Result<std::optional<qint64>> HistoryStore::tend(UtcMs now, qint64 position) { return m_writer.tend(now, position); }

Result<SyncCursor> HistoryStore::cursor(const MachineId& machine)
{
    return m_database.read([&] {
        Statement found = m_database.prepare("SELECT epoch, run, revision FROM machines WHERE key=?");
        return found.bind(machine.raw()).step() ? SyncCursor { found.text(0), found.text(1), found.integer(2) } : SyncCursor {};
    });
}

Result<void> HistoryStore::putMoney(const MachineId& machine, const QList<CustomerMoney>& money)
{
    return m_database.transact([&] {
        const qint64 id = m_writer.idOf(machine);
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

void HistoryStore::keepReadings()
{
    if (!m_series.keepSums())
        m_facts.reset();
}

const HistoryStore::Facts& HistoryStore::facts()
{
    if (!m_facts) {
        const auto earned = m_series.find(earnedInAllSeries());
        m_facts = { rows({}), m_writer.dayRows(), earned ? m_series.lastQuarterEnd(SeriesStore::AllMachines, *earned) : std::nullopt };
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
        const qint64 id = machine ? m_writer.idOf(*machine) : SeriesStore::AllMachines;
        return id < 0 ? QList<Slot>(bins.size()) : SeriesReader(m_series, bins, m_writer.dayRows()).read(id, series);
    });
    m_series.release();
    return found;
}

Result<QList<HistoryExport>> HistoryStore::exportAll(const std::optional<MachineId>& machine, const QList<TimeBin>& bins, UtcMs now)
{
    auto found = m_database.read([&] {
        QList<HistoryExport> all;
        for (const MachineRow& row : rows(machine)) {
            HistoryExport one { row.name, readEarnings(m_series, { row }, GroupBy::Resource, bins, m_writer.dayRows(), now, {}), {} };
            SeriesReader reader(m_series, bins, m_writer.dayRows());
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
