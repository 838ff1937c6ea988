// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/historyschema.h"

#include "services/common/history/machinehistory.h"
#include "services/common/store/runningtime.h"

namespace surplus {

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

namespace {
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

QList<Migration> historySchema()
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

} // namespace surplus
