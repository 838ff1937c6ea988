// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/historystore.h"

#include <QJsonDocument>

namespace surplus {

namespace {
constexpr qint64 QuarterMs = 900'000;
}

QList<Migration> HistoryStore::migrations()
{
    return { { 1, R"(
        CREATE TABLE cursors(machine BLOB PRIMARY KEY, epoch TEXT NOT NULL, sequence INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE quarters(machine BLOB NOT NULL, start INTEGER NOT NULL, resource TEXT NOT NULL,
            nano INTEGER NOT NULL, PRIMARY KEY(machine, start, resource)) WITHOUT ROWID;
        CREATE TABLE undated(machine BLOB PRIMARY KEY, nano INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE uptime(machine BLOB NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, state TEXT NOT NULL,
            reason TEXT NOT NULL, PRIMARY KEY(machine, start)) WITHOUT ROWID;
        CREATE TABLE vouchers(machine BLOB NOT NULL, channel TEXT NOT NULL, nano INTEGER NOT NULL,
            json TEXT NOT NULL, PRIMARY KEY(machine, channel)) WITHOUT ROWID;
    )" } };
}

Result<SyncCursor> HistoryStore::cursor(const MachineId& machine)
{
    return m_database.read([&] {
        Statement found = m_database.prepare("SELECT epoch, sequence FROM cursors WHERE machine=?");
        return found.bind(machine.raw()).step() ? SyncCursor { found.text(0), found.integer(1) } : SyncCursor {};
    });
}

Result<SyncCursor> HistoryStore::addEntries(
    const MachineId& machine, const QString& epoch, bool reset, const QList<EarningsEntry>& entries)
{
    return m_database.transact([&] {
        const QByteArray key = machine.raw();
        SyncCursor cursor { epoch, 0 };
        Statement found = m_database.prepare("SELECT epoch, sequence FROM cursors WHERE machine=?");
        if (found.bind(key).step() && found.text(0) == epoch && !reset) {
            cursor.sequence = found.integer(1);
        } else {
            m_database.prepare("DELETE FROM quarters WHERE machine=?").bind(key).run();
            m_database.prepare("DELETE FROM undated WHERE machine=?").bind(key).run();
        }
        Statement dated = m_database.prepare("INSERT INTO quarters VALUES(?,?,?,?) "
                                             "ON CONFLICT DO UPDATE SET nano=nano+excluded.nano");
        Statement undated = m_database.prepare(
            "INSERT INTO undated VALUES(?,?) ON CONFLICT DO UPDATE SET nano=nano+excluded.nano");
        for (const EarningsEntry& entry : entries) {
            if (entry.sequence <= cursor.sequence)
                continue;
            if (entry.at)
                dated.bind(key, *entry.at - *entry.at % QuarterMs, entry.resource, entry.amount.nano()).run();
            else
                undated.bind(key, entry.amount.nano()).run();
            cursor.sequence = entry.sequence;
        }
        m_database.prepare("INSERT OR REPLACE INTO cursors VALUES(?,?,?)").bind(key, epoch, cursor.sequence).run();
        return cursor;
    });
}

Result<void> HistoryStore::putUptime(const MachineId& machine, const QList<UptimeInterval>& intervals)
{
    if (intervals.isEmpty())
        return {};
    return m_database.transact([&] {
        m_database.prepare("DELETE FROM uptime WHERE machine=? AND start>=?")
            .bind(machine.raw(), intervals.first().start).run();
        Statement insert = m_database.prepare("INSERT OR REPLACE INTO uptime VALUES(?,?,?,?,?)");
        for (const UptimeInterval& interval : intervals)
            insert.bind(machine.raw(), interval.start, interval.end, toText(interval.state), interval.reason).run();
    });
}

Result<void> HistoryStore::putVoucher(const MachineId& machine, const QJsonObject& channel)
{
    const auto amount = Amount::fromWire(channel.value(u"accepted").toString());
    if (!amount)
        return failure(QStringLiteral("history.voucher"), QStringLiteral("The engine sent a voucher without an amount."));
    return m_database.transact([&] {
        m_database.prepare("INSERT INTO vouchers VALUES(?,?,?,?) ON CONFLICT DO UPDATE "
                           "SET nano=excluded.nano, json=excluded.json WHERE excluded.nano>nano")
            .bind(machine.raw(), channel.value(u"chequebook").toString() + channel.value(u"beneficiary").toString(),
                amount->nano(), QString::fromUtf8(QJsonDocument(channel).toJson(QJsonDocument::Compact))).run();
    });
}

Result<QList<QuarterSum>> HistoryStore::quarters(const MachineId& machine, UtcMs from, UtcMs to)
{
    return m_database.read([&] {
        QList<QuarterSum> rows;
        Statement select = m_database.prepare(
            "SELECT start, resource, nano FROM quarters WHERE machine=? AND start>=? AND start<? ORDER BY start, resource");
        select.bind(machine.raw(), from, to);
        while (select.step())
            rows.append({ select.integer(0), select.text(1), Amount::fromNano(select.integer(2)) });
        return rows;
    });
}

Result<Amount> HistoryStore::undated(const MachineId& machine)
{
    return m_database.read([&] {
        Statement select = m_database.prepare("SELECT nano FROM undated WHERE machine=?");
        return Amount::fromNano(select.bind(machine.raw()).step() ? select.integer(0) : 0);
    });
}

Result<std::optional<UtcMs>> HistoryStore::firstEarning(const MachineId& machine)
{
    return m_database.read([&]() -> std::optional<UtcMs> {
        Statement select = m_database.prepare("SELECT MIN(start) FROM quarters WHERE machine=?");
        if (!select.bind(machine.raw()).step() || select.isNull(0))
            return std::nullopt;
        return select.integer(0);
    });
}

Result<QList<UptimeInterval>> HistoryStore::uptime(const MachineId& machine, UtcMs from, UtcMs to)
{
    return m_database.read([&] {
        QList<UptimeInterval> intervals;
        Statement select = m_database.prepare("SELECT start, end, state, reason FROM uptime "
                                              "WHERE machine=? AND end>? AND start<? ORDER BY start");
        select.bind(machine.raw(), from, to);
        while (select.step())
            intervals.append({ select.integer(0), select.integer(1),
                uptimeStateFromText(select.text(2)).value_or(UptimeState::Unknown), select.text(3) });
        return intervals;
    });
}

Result<UtcMs> HistoryStore::lastUptime(const MachineId& machine)
{
    return m_database.read([&] {
        Statement select = m_database.prepare("SELECT MAX(start) FROM uptime WHERE machine=?");
        return select.bind(machine.raw()).step() && !select.isNull(0) ? select.integer(0) : UtcMs(0);
    });
}

} // namespace surplus
