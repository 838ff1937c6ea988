// SPDX-License-Identifier: GPL-3.0-or-later
// The copy of machines' histories in the dashboard's: page by page, each machine's rows and those of all.
#include "tests/unit/history/histories.h"

#include <QRandomGenerator>

using namespace surplus;
using namespace surplus::test;

class HistoryCopyTest : public QObject {
    Q_OBJECT
    const QTimeZone m_berlin { "Europe/Berlin" };
    const QTemporaryDir m_dir;
    int m_files = 0;
    QString file() { return m_dir.filePath(QString::number(++m_files) + QStringLiteral(".db")); }

private Q_SLOTS:
    void pagesCanBeRepeatedAndResumedAnywhere()
    {
        const UtcMs start = at("2026-10-01T00:00:00Z");
        Machine machine(file(), 'a');
        for (int i = 0; i < 40; ++i) {
            machine.earn(start + i * 5 * Hour, 100 + i, i % 2 ? "0xA" : "0xB");
            machine.up(start + i * 5 * Hour, start + i * 5 * Hour + 3 * Hour);
        }
        Dashboard whole(file(), m_berlin);
        whole.sync(machine);
        const QByteArray expected = whole.dump();
        QVERIFY(expected.size() > 1000);
        // Each page twice, and one cursor set back.
        Dashboard twice(file(), m_berlin);
        for (bool more = true; more;) {
            const auto page = MachineHistory::changes(*machine.db, Epoch, *twice.history.cursor(machine.id), 7);
            QVERIFY(twice.history.apply(machine.id, *page));
            QVERIFY(twice.history.apply(machine.id, *page));
            more = page->more;
        }
        QCOMPARE(twice.dump(), expected);
        const auto again = MachineHistory::changes(*machine.db, Epoch, { Epoch, twice.history.cursor(machine.id)->run, 3 }, 1000);
        QVERIFY(!again->reset);
        QVERIFY(twice.history.apply(machine.id, *again));
        QCOMPARE(twice.dump(), expected);
        // Two dashboards at their own pace, while the engine goes on writing.
        Dashboard slow(file(), m_berlin);
        slow.sync(machine, 5, 3);
        machine.earn(start, 1'000'000);
        machine.up(start + 300 * Hour, start + 301 * Hour);
        slow.sync(machine, 5);
        whole.sync(machine, 2);
        QCOMPARE(slow.dump(), whole.dump());
        QVERIFY(slow.dump() != expected);
        QCOMPARE(whole.sync(machine), 1); // nothing is left
    }
    void anEngineRestoredFromAnOldCopyReplacesWhatItNoLongerKnows()
    {
        const QString path = file();
        const QString copy = file();
        const UtcMs start = at("2026-10-01T00:00:00Z");
        auto machine = std::make_unique<Machine>(path, 'a');
        machine->earn(start, 5);
        (void)machine->db->read([] { });
        machine->db->prepare("VACUUM INTO ?").bind(copy).run();
        machine->earn(start + Hour, 7); // this will be lost
        Machine other(file(), 'b');
        other.earn(start + Hour, 1000);
        Dashboard dashboard(file(), m_berlin);
        dashboard.sync(*machine);
        dashboard.sync(other);
        QCOMPARE(dashboard.total({}, start, start + Day), 1012);
        machine.reset();
        Machine restored(copy, 'a'); // a run of its own
        restored.earn(start + 2 * Hour, 11);
        restored.earn(start + 3 * Hour, 13);
        dashboard.sync(restored);
        QCOMPARE(dashboard.total(restored.id, start, start + Day), 5 + 11 + 13);
        QCOMPARE(dashboard.total({}, start, start + Day), 5 + 11 + 13 + 1000); // the other machine's is untouched
        QCOMPARE(dashboard.total({}, start, start + Day, GroupBy::Customer), 1029);
        QCOMPARE(dashboard.total({}, start, start + Day, GroupBy::Machine), 1029);
        // A ledger begun anew.
        const auto page = MachineHistory::changes(*restored.db, QStringLiteral("another"), *dashboard.history.cursor(restored.id), 100);
        QVERIFY(page->reset);
        // A copy of the same run, older than the cursor.
        QVERIFY(MachineHistory::changes(*restored.db, Epoch, { Epoch, dashboard.history.cursor(restored.id)->run, 1'000'000 }, 100)->reset);
        // The same state, from nothing.
        Dashboard fresh(file(), m_berlin);
        fresh.sync(restored);
        fresh.sync(other);
        for (const GroupBy by : { GroupBy::Resource, GroupBy::Machine, GroupBy::Customer })
            QCOMPARE(dashboard.history.earnings({}, by, lastDays(60, start + Day, m_berlin), start + Day)->toJson(),
                fresh.history.earnings({}, by, lastDays(60, start + Day, m_berlin), start + Day)->toJson());
    }
    void allMachinesAreTheSumOfEach()
    {
        const UtcMs start = at("2026-10-20T00:00:00Z");
        Dashboard dashboard(file(), m_berlin);
        qint64 stored = 0;
        std::vector<std::unique_ptr<Machine>> machines;
        for (int m = 0; m < 3; ++m) {
            machines.push_back(std::make_unique<Machine>(file(), static_cast<char>('a' + m)));
            machines.back()->write([&](MachineHistory& history) {
                for (int i = 0; i < 7 * 96; ++i) {
                    const UtcMs when = start + i * Quarter;
                    history.earn(Storage, QStringLiteral("0x%1").arg(m), when, Amount::fromNano(i + m));
                    for (int minute = 0; minute < 15; ++minute)
                        history.sample(QStringLiteral("storage.stored"), SeriesKind::Level, when + minute * Minute, 1000 * (m + 1));
                    history.sample(QStringLiteral("temperature"), SeriesKind::Reading, when, 40'000 + i % 10);
                    history.sample(QStringLiteral("storage.retrieved"), SeriesKind::Counter, when, 17);
                }
            });
            machines.back()->up(start, start + 7 * Day);
            stored += 1000 * (m + 1);
            dashboard.sync(*machines.back(), 50);
        }
        const QList<TimeBin> days = lastDays(6, start + 6 * Day, m_berlin);
        const UtcMs now = start + 7 * Day;
        const auto all = dashboard.history.earnings({}, GroupBy::Resource, days, now);
        const auto byMachine = dashboard.history.earnings({}, GroupBy::Machine, days, now);
        const auto byCustomer = dashboard.history.earnings({}, GroupBy::Customer, days, now);
        QCOMPARE(byMachine->groups.size(), 3);
        QCOMPARE(byCustomer->groups.size(), 3);
        for (qsizetype i = 0; i < days.size(); ++i) {
            QCOMPARE(byMachine->inBin(i), all->inBin(i));
            QCOMPARE(byCustomer->inBin(i), all->inBin(i));
            QVERIFY(all->inBin(i).nano() > 0);
            QCOMPARE(all->uptime[i].up, 3 * (std::min(days[i].end, now) - days[i].start)); // 25 h on the 25th
            QCOMPARE(all->covered(i), 1.0);
        }
        const auto level = dashboard.history.usage({}, QStringLiteral("storage.stored"), days);
        const auto one = dashboard.history.usage(machines[1]->id, QStringLiteral("storage.stored"), days);
        const auto bytes = dashboard.history.usage({}, QStringLiteral("storage.retrieved"), days);
        const auto heat = dashboard.history.usage(machines[0]->id, QStringLiteral("temperature"), days);
        QCOMPARE((*level)[1].mean(), stored);
        QCOMPARE((*one)[1].mean(), 2000);
        QCOMPARE((*bytes)[1].sum, 3 * 17 * 96);
        QCOMPARE((*heat)[1].min, 40'000);
        QCOMPARE((*heat)[1].max, 40'009);
        QVERIFY(!dashboard.history.usage({}, QStringLiteral("temperature"), days)->at(1).isKnown()); // degrees don't add up
        QVERIFY(!dashboard.history.usage({}, QStringLiteral("nothing"), days)->at(1).isKnown());
        QCOMPARE(**dashboard.history.first({}), start);
    }
    /// The page's reader keeps sums; another connection writes. Of twelve machines seven are named.
    void keptSumsFollowTheFileAndTheRestIsExact()
    {
        const QTemporaryDir dir;
        const UtcMs start = QDateTime(QDate(2026, 3, 1), QTime(0, 0), m_berlin).toMSecsSinceEpoch();
        Dashboard writer(dir.filePath(QStringLiteral("d.db")), m_berlin);
        const auto db = openFile(dir.filePath(QStringLiteral("d.db")), HistoryStore::migrations());
        HistoryStore& reader = HistoryStore::of(*db, m_berlin);
        QCOMPARE(&HistoryStore::of(*db, m_berlin), &reader);
        std::vector<std::unique_ptr<Machine>> machines;
        qint64 sum = 0;
        for (int i = 0; i < 12; ++i) {
            machines.push_back(std::make_unique<Machine>(dir.filePath(QStringLiteral("e%1.db").arg(i)), static_cast<char>('a' + i)));
            for (int day = 0; day < 5; ++day) {
                machines.back()->earn(start + day * Day + i * Hour, 1000 * (i + 1) + day);
                sum += 1000 * (i + 1) + day;
            }
            writer.sync(*machines.back());
        }
        writer.tend(start + 10 * Day);
        const QList<TimeBin> bins = lastDays(8, start + 6 * Day, m_berlin);
        const auto read = [&] { return *reader.earnings({}, GroupBy::Machine, bins, start + 6 * Day, 8); };
        for (int twice = 0; twice < 2; ++twice) {
            const EarningsTable table = read();
            QCOMPARE(table.groups.size(), 8);
            QCOMPARE(table.total().nano(), sum);
            for (int i = 0; i < 7; ++i) {
                QCOMPARE(table.groups[i].name, machines[static_cast<std::size_t>(11 - i)]->id.hex());
                QCOMPARE(table.groups[i].total().nano(), 5 * 1000 * (12 - i) + 10);
            }
            QCOMPARE(table.groups.last().name, QStringLiteral("others"));
            qint64 rest = 0;
            for (int i = 0; i < 5; ++i)
                rest += 5 * 1000 * (i + 1) + 10;
            QCOMPARE(table.groups.last().total().nano(), rest);
            const EarningsTable whole = *reader.earnings({}, GroupBy::Machine, bins, start + 6 * Day);
            QCOMPARE(whole.groups.size(), 12);
            // Only the named ones, as the period before is compared.
            const QStringList names { machines[3]->id.hex(), machines[8]->id.hex(), QStringLiteral("others") };
            const EarningsTable some = *reader.earnings({}, GroupBy::Machine, bins, start + 6 * Day, MaxEarningsGroups, names);
            QCOMPARE(some.groups.size(), 3);
            QCOMPARE(some.total(), whole.total());
            for (const EarningsTable::Group& group : some.groups) {
                if (group.name != QLatin1String("others"))
                    QVERIFY(whole.groups.contains(group));
            }
            QCOMPARE(reader.earnings(machines[3]->id, GroupBy::Machine, bins, start + 6 * Day, MaxEarningsGroups, names)->total().nano(), 5 * 4000 + 10);
            for (qsizetype bin = 0; bin < bins.size(); ++bin)
                QCOMPARE(table.inBin(bin), whole.inBin(bin));
        }
        machines[0]->earn(start + Day, 1'000'000); // the smallest becomes the largest
        writer.sync(*machines[0]);
        writer.tend(start + 10 * Day);
        QCOMPARE(read().groups.first().name, machines[0]->id.hex());
        QCOMPARE(read().total().nano(), sum + 1'000'000);
        Machine late(dir.filePath(QStringLiteral("late.db")), 'z');
        late.earn(start + 2 * Day, 7);
        writer.sync(late);
        QCOMPARE(read().total().nano(), sum + 1'000'007);
        QCOMPARE(reader.machines()->size(), 13);
        // Sums beyond 64 bits are read the long way, and stay at the limit.
        machines[1]->earn(start + 3 * Day, std::numeric_limits<qint64>::max());
        machines[1]->earn(start + 4 * Day, std::numeric_limits<qint64>::max());
        writer.sync(*machines[1]);
        QCOMPARE(reader.earnings(machines[1]->id, GroupBy::Resource, bins, start + 6 * Day)->total().nano(), std::numeric_limits<qint64>::max());
    }
    void theSyncPathGivesWhatWasCounted()
    {
        // What happened, minute by minute; once through three engines and the wire, once counted here, as buckets.
        using Key = std::tuple<int, QString, qint64>; // machine, series, chunk
        constexpr int Machines = 3;
        constexpr int Days = 30;
        const UtcMs start = at("2026-10-10T00:00:00Z"); // over the end of summer time
        const QString stored = QStringLiteral("storage.stored");
        const QString retrieved = QStringLiteral("storage.retrieved");
        const QString heat = QStringLiteral("temperature");
        QRandomGenerator random(11);
        std::map<Key, Slots> counted;
        QHash<QString, SeriesKind> kinds;
        std::vector<std::unique_ptr<Machine>> machines;
        Dashboard synced(file(), m_berlin);
        for (int m = 0; m < Machines; ++m) {
            machines.push_back(std::make_unique<Machine>(file(), static_cast<char>('a' + m)));
            const auto count = [&](const QString& series, SeriesKind kind, UtcMs when, qint64 value) {
                Slots& buckets = counted.try_emplace(Key { m, series, when / Day }, Slots(96)).first->second;
                Slot& bucket = buckets[static_cast<std::size_t>(when / Quarter % 96)];
                kinds.insert(series, kind);
                if (!bucket.isKnown())
                    bucket = { 1, value, value, value };
                else if (kind == SeriesKind::Counter)
                    bucket = { 1, bucket.sum + value, bucket.sum + value, bucket.sum + value };
                else
                    bucket = { bucket.count + 1, bucket.sum + value, std::min(bucket.min, value), std::max(bucket.max, value) };
            };
            for (int day = 0; day < Days; ++day) {
                machines.back()->write([&](MachineHistory& history) {
                    for (int minute = 0; minute < 24 * 60; minute += random.bounded(1, 4)) {
                        const UtcMs when = start + day * Day + minute * Minute;
                        const qint64 level = 1'000'000 + random.bounded(1000);
                        history.sample(stored, SeriesKind::Level, when, level);
                        count(stored, SeriesKind::Level, when, level);
                        if (random.bounded(4) == 0) {
                            history.sample(heat, SeriesKind::Reading, when, level % 97);
                            count(heat, SeriesKind::Reading, when, level % 97);
                        }
                        if (random.bounded(3) > 0)
                            continue;
                        const QString customer = QStringLiteral("0x%1").arg(random.bounded(4));
                        const qint64 nano = random.bounded(1, 1'000'000);
                        history.sample(retrieved, SeriesKind::Counter, when, nano * 3);
                        count(retrieved, SeriesKind::Counter, when, nano * 3);
                        history.earn(Storage, customer, when, Amount::fromNano(nano));
                        count(earnedInAllSeries(), SeriesKind::Counter, when, nano);
                        count(earnedSeries(Storage), SeriesKind::Counter, when, nano);
                        count(customerSeries(customer), SeriesKind::Counter, when, nano);
                    }
                });
                if (day % 7 == m)
                    synced.sync(*machines.back(), 13); // it looks in now and then
            }
            synced.sync(*machines.back(), 200);
        }
        Dashboard direct(file(), m_berlin);
        for (int m = 0; m < Machines; ++m) {
            HistoryPage page { { Epoch, QStringLiteral("r"), 1 }, false, false, {}, {} };
            for (const auto& [key, buckets] : counted) {
                const auto& [machine, series, chunk] = key;
                if (machine == m)
                    page.rows.append({ Tier::Quarter, 0, series, kinds.value(series), chunk, encodeChunk(buckets, kinds.value(series)), 0 });
            }
            QVERIFY(direct.history.apply(machines[static_cast<std::size_t>(m)]->id, page));
        }
        const auto without = [](const QByteArray& dump) { // minutes are only copied
            QList<QByteArray> lines = dump.split('\n');
            lines.removeIf([](const QByteArray& line) { return line.split(' ').value(2) == "0"; });
            return lines;
        };
        const auto expected = without(direct.dump());
        QVERIFY(expected.size() > Machines * Days * 4);
        QCOMPARE(without(synced.dump()), expected);
    }
};

QTEST_GUILESS_MAIN(HistoryCopyTest)
#include "historycopy_test.moc"
