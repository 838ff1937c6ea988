// SPDX-License-Identifier: GPL-3.0-or-later
// The upkeep of a machine's history and of the dashboard's.
#include "tests/unit/history/histories.h"

using namespace surplus;
using namespace surplus::test;

class HistoryUpkeepTest : public QObject {
    Q_OBJECT
    const QTimeZone m_berlin { "Europe/Berlin" };
    const QTemporaryDir m_dir;
    int m_files = 0;
    QString file() { return m_dir.filePath(QString::number(++m_files) + QStringLiteral(".db")); }

private Q_SLOTS:
    void oldRowsGoAndDaysStay()
    {
        const UtcMs start = at("2020-01-01T00:00:00Z");
        const UtcMs now = start + 7 * 366 * Day;
        Machine machine(file(), 'a');
        machine.write([&](MachineHistory& history) {
            for (UtcMs when = start; when < now; when += Day)
                history.earn(Storage, QStringLiteral("0xA"), when + Hour, Amount::fromNano(3));
            for (UtcMs when = now - 20 * Day; when < now; when += 10 * Minute)
                history.sample(QStringLiteral("storage.stored"), SeriesKind::Level, when, 5);
        });
        Dashboard dashboard(file(), m_berlin);
        dashboard.sync(machine);
        const qint64 before = dashboard.total({}, startOfDay(start), startOfDay(now));
        const auto count = [&](Tier tier) {
            return *dashboard.db->read([&] {
                Statement select = dashboard.db->prepare("SELECT COUNT(*) FROM chunks WHERE key>>60=? AND key&16777215<>0");
                select.bind(static_cast<int>(tier)).step();
                return select.integer(0);
            });
        };
        const qint64 days = count(Tier::Day);
        const qint64 quarters = count(Tier::Quarter);
        const qint64 minutes = count(Tier::Minute);
        QVERIFY(dashboard.tend(now) < 1000);
        QVERIFY(count(Tier::Quarter) < quarters && count(Tier::Quarter) > quarters / 2);
        QVERIFY(count(Tier::Minute) < minutes && count(Tier::Minute) > 0);
        QCOMPARE(count(Tier::Day), days);
        QCOMPARE(dashboard.total({}, startOfDay(start), startOfDay(now)), before);
        // A page that comes again doesn't bring them back, and doesn't take the days' sums away.
        (void)dashboard.db->transact([&] { dashboard.db->run("UPDATE machines SET revision=0"); });
        dashboard.sync(machine);
        QCOMPARE(dashboard.total({}, startOfDay(start), startOfDay(now)), before);
        // The engine's own file.
        int steps = 0;
        for (; *MachineHistory::prune(*machine.db, now); ++steps)
            QVERIFY(steps < 1000);
        QVERIFY(steps > 0);
        machine.earn(now, 1);
        dashboard.sync(machine);
        QCOMPARE(dashboard.total({}, startOfDay(start), startOfDay(now) + Day), before + 1);
    }
    void aMarkOfAClockThatWasAheadIsTakenBack()
    {
        Machine machine(file(), 'a');
        const UtcMs start = at("2026-11-01T10:00:00Z");
        machine.earn(start, 50);
        const QString path = file();
        {
            Dashboard before(path, m_berlin);
            before.sync(machine);
            // What an earlier version made of a clock six years ahead: all quarter hours gone, and nothing taken since.
            (void)before.db->transact([&] {
                before.db->prepare("INSERT OR REPLACE INTO meta VALUES('quartersFrom',?)").bind(QString::number((start + 400 * Day) / Day)).run();
            });
        }
        Dashboard dashboard(path, m_berlin);
        machine.earn(start + 2 * Day, 7);
        dashboard.sync(machine);
        dashboard.tend(0); // nothing is confirmed
        QCOMPARE(dashboard.total({}, start + Day, start + 3 * Day), 0);
        dashboard.tend(start + 3 * Day);
        dashboard.sync(machine);
        QCOMPARE(dashboard.total({}, start, start + 3 * Day), 57);
    }
    void aGapThatACrashLeftEndsWhereSomebodyRuns()
    {
        Machine machine(file(), 'a');
        const UtcMs start = at("2026-11-01T00:00:00Z");
        const UtcMs ahead = start + 6 * 365 * Day;
        machine.up(start, start + Hour);
        machine.write([&](MachineHistory& history) {
            history.putInterval({ start + Hour, ahead, UptimeState::Down, toText(MachineHistory::CrashGap) });
            history.rollUptime(start + Hour, ahead);
        });
        const UtcMs now = start + 3 * Hour;
        machine.write([&](MachineHistory& history) { history.cutGap(now); });
        const auto free = *machine.db->read([&] { return MachineHistory::freeAfter(*machine.db, now); });
        QCOMPARE(free.from, now);
        const auto table = machine.db->read([&] { return MachineHistory::earnings(*machine.db, GroupBy::Resource, { { start, ahead } }, ahead); });
        QCOMPARE(table->uptime.first().down, 2 * Hour);
    }
    void uptimeIsNeverCountedTwice()
    {
        Machine machine(file(), 'a');
        const UtcMs start = at("2026-11-01T00:00:00Z");
        machine.up(start, start + Hour);
        machine.up(start + 2 * Hour, start + 3 * Hour);
        const auto free = [&](UtcMs when) { return *machine.db->read([&] { return MachineHistory::freeAfter(*machine.db, when); }); };
        QCOMPARE(free(start + 30 * Minute).from, start + Hour);
        QCOMPARE(free(start + 30 * Minute).to, start + 2 * Hour);
        QCOMPARE(free(start - Hour).from, start - Hour);
        QCOMPARE(free(start - Hour).to, start);
        QCOMPARE(free(start + 5 * Hour).from, start + 5 * Hour);
        QVERIFY(free(start + 5 * Hour).to > start + 1000 * Day);
    }
    void manyNamesShareOneSeries()
    {
        const QString path = file();
        Machine machine(path, 'a');
        machine.write([&](MachineHistory& history) {
            for (int i = 0; i < SeriesStore::MaxSeries + 100; ++i)
                history.earn(Storage, QStringLiteral("0x%1").arg(i), Quarter * 96 * 400, Amount::fromNano(1));
        });
        Dashboard dashboard(file(), m_berlin);
        dashboard.sync(machine);
        QCOMPARE(dashboard.total({}, 0, Quarter * 96 * 500), SeriesStore::MaxSeries + 100);
        const auto customers = dashboard.history.earnings({}, GroupBy::Customer, { { 0, Quarter * 96 * 500 } }, Quarter * 96 * 500);
        QCOMPARE(customers->groups.last().name, QStringLiteral("others"));
        const auto series = machine.db->read([&] {
            Statement select = machine.db->prepare("SELECT COUNT(*) FROM series");
            select.step();
            return select.integer(0);
        });
        QCOMPARE(*series, SeriesStore::MaxSeries - SeriesStore::ReservedSeries + 1); // the rest is kept for what is no customer
    }
    void theFirstSchemaIsTakenOver()
    {
        const QString path = file();
        const MachineId machine = *MachineId::fromRaw(QByteArray(32, 'a'));
        const UtcMs start = at("2026-11-01T10:00:00Z");
        {
            const auto old = openFile(path, { HistoryStore::migrations().first() });
            (void)old->transact([&] {
                old->prepare("INSERT INTO cursors VALUES(?,'e',9)").bind(machine.raw()).run();
                old->prepare("INSERT INTO quarters VALUES(?,?,'storage',50)").bind(machine.raw(), start).run();
                old->prepare("INSERT INTO undated VALUES(?,4)").bind(machine.raw()).run();
                old->prepare("INSERT INTO uptime VALUES(?,?,?,'up','')").bind(machine.raw(), start, start + Hour).run();
                old->prepare("INSERT INTO vouchers VALUES(?,'c',54,'{}')").bind(machine.raw()).run();
            });
        }
        Dashboard dashboard(path, m_berlin);
        QVERIFY(QFile::exists(path + QStringLiteral(".before-%1").arg(HistoryStore::migrations().last().number)));
        QCOMPARE(dashboard.total(machine, start, start + Hour), 50);
        QCOMPARE(dashboard.total({}, start, start + Hour), 50);
        QCOMPARE(dashboard.history.earnings({}, GroupBy::Resource, { { start, start + Hour } }, start)->undated().nano(), 4);
        QCOMPARE(dashboard.history.uptime(machine, 0, start + Day)->size(), 1);
        dashboard.tend(start);
        QCOMPARE(dashboard.total({}, startOfDay(start), startOfDay(start + Day)), 50);
        // The engine's answer replaces it.
        Machine engine(file(), 'a');
        engine.earn(start, 60);
        dashboard.sync(engine);
        QCOMPARE(dashboard.total({}, startOfDay(start), startOfDay(start + Day)), 60);
    }

private:
    UtcMs startOfDay(UtcMs when) const { return QDateTime::fromMSecsSinceEpoch(when, m_berlin).date().startOfDay(m_berlin).toMSecsSinceEpoch(); }
};

QTEST_GUILESS_MAIN(HistoryUpkeepTest)
#include "historyupkeep_test.moc"
