// SPDX-License-Identifier: GPL-3.0-or-later
// Buckets, chunks, the sync of a machine's history into the dashboard's, and its upkeep: on real files.
#include "services/common/history/historystore.h"
#include "services/common/history/machinehistory.h"
#include "services/common/history/moneystates.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace surplus;

namespace {
constexpr qint64 Minute = 60'000;
constexpr qint64 Quarter = 900'000;
constexpr qint64 Hour = 3'600'000;
constexpr qint64 Day = 24 * Hour;
const QString Storage = QStringLiteral("storage");
const QString Epoch = QStringLiteral("epoch");

UtcMs at(const char* iso) { return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch(); }

std::unique_ptr<Database> openFile(const QString& path, const QList<Migration>& migrations)
{
    auto db = Database::open(path, Database::Durability::Normal, migrations);
    if (!db)
        qFatal("%s", qPrintable(db.error().message));
    return std::move(*db);
}

/// An engine's own file.
struct Machine {
    const MachineId id;
    std::unique_ptr<Database> db;

    Machine(const QString& path, char name) : id(*MachineId::fromRaw(QByteArray(32, name)))
    {
        db = openFile(path, { { 1, MachineHistory::schema() } });
        (void)db->transact([&] { MachineHistory::beginRun(*db); });
    }
    template <typename Body> void write(Body body)
    {
        const auto done = db->transact([&] {
            MachineHistory history(*db);
            body(history);
            history.flush();
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
    }
    void earn(UtcMs when, qint64 nano, const char* customer = "0xA")
    {
        write([&](MachineHistory& history) { history.earn(Storage, QString::fromLatin1(customer), when, Amount::fromNano(nano)); });
    }
    /// Like the engine does it: the interval, and its quarter hours.
    void up(UtcMs from, UtcMs to, UptimeState state = UptimeState::Up)
    {
        write([&](MachineHistory& history) {
            history.putInterval({ from, to, state, {} });
            history.rollUptime(from, to);
        });
    }
};

/// The dashboard's file.
struct Dashboard {
    std::unique_ptr<Database> db;
    HistoryStore history;

    Dashboard(const QString& path, const QTimeZone& zone) : db(openFile(path, HistoryStore::migrations())), history(*db, zone) { }
    /// Copies what is new, `limit` rows a page; through the wire's form.
    int sync(const Machine& machine, int limit = 1000, int pages = 1'000'000)
    {
        int done = 0;
        for (bool more = true; more && done < pages; ++done) {
            const auto page = MachineHistory::changes(*machine.db, Epoch, *history.cursor(machine.id), limit);
            if (!page)
                qFatal("%s", qPrintable(page.error().message));
            const auto received = HistoryPage::fromJson(page->toJson());
            if (!received || !history.apply(machine.id, *received))
                qFatal("a page was not taken");
            more = page->more;
        }
        return done;
    }
    int tend(UtcMs now)
    {
        int steps = 0;
        for (std::optional<qint64> position = 0; position && steps < 100'000; ++steps)
            position = *history.tend(now, *position);
        return steps;
    }
    /// Everything that is in it, as text: two files with the same history give the same.
    QByteArray dump()
    {
        QByteArray all;
        (void)db->read([&] {
            Statement chunks = db->prepare("SELECT s.name, m.k, c.key>>60, c.key&16777215, hex(c.data) FROM chunks c JOIN series s ON s.id=((c.key>>24)&65535) "
                                           "JOIN (SELECT 0 AS id, 'all' AS k UNION ALL SELECT id, hex(key) FROM machines) m ON m.id=((c.key>>40)&1048575) ORDER BY 1, 2, 3, 4");
            while (chunks.step())
                all += chunks.text(0).toUtf8() + ' ' + chunks.text(1).toUtf8() + ' ' + QByteArray::number(chunks.integer(2)) + ' '
                    + QByteArray::number(chunks.integer(3)) + ' ' + chunks.text(4).toUtf8() + '\n';
            Statement spans = db->prepare("SELECT hex(m.key), i.start, i.end, i.state FROM intervals i JOIN machines m ON m.id=i.machine ORDER BY 1, 2");
            while (spans.step())
                all += spans.text(0).toUtf8() + ' ' + QByteArray::number(spans.integer(1)) + ' ' + QByteArray::number(spans.integer(2)) + ' ' + spans.text(3).toUtf8() + '\n';
        });
        return all;
    }
    [[nodiscard]] qint64 total(const std::optional<MachineId>& machine, UtcMs from, UtcMs to, GroupBy by = GroupBy::Resource)
    {
        return history.earnings(machine, by, { { from, to } }, to)->total().nano();
    }
};
} // namespace

class TiersTest : public QObject {
    Q_OBJECT
    const QTimeZone m_berlin { "Europe/Berlin" };
    const QTemporaryDir m_dir;
    int m_files = 0;
    QString file() { return m_dir.filePath(QString::number(++m_files) + QStringLiteral(".db")); }

private Q_SLOTS:
    void chunksComeBackAsTheyWere()
    {
        QRandomGenerator random(7);
        for (const SeriesKind kind : { SeriesKind::Counter, SeriesKind::Level, SeriesKind::Reading }) {
            for (int round = 0; round < 500; ++round) {
                Slots buckets(96);
                for (Slot& slot : buckets) {
                    if (random.bounded(3) == 0)
                        continue;
                    const int bits = random.bounded(1, 64);
                    const auto value = [&] { return static_cast<qint64>(random.generate64() >> (64 - bits)) * (random.bounded(2) ? 1 : -1); };
                    const qint64 first = value();
                    if (kind == SeriesKind::Counter) {
                        slot = { 1, first, first, first };
                    } else {
                        const qint64 second = value();
                        slot = { random.bounded(1, 100), value(), std::min(first, second), std::max(first, second) };
                    }
                }
                const QByteArray data = encodeChunk(buckets, kind);
                const auto back = decodeChunk(data, kind, 96);
                QVERIFY(back);
                QVERIFY(*back == buckets);
                // What is cut off or too long is refused or is another chunk, never a crash.
                for (const qsizetype length : { qsizetype(1), data.size() / 2, data.size() - 1 }) {
                    if (const auto cut = decodeChunk(data.left(length), kind, 96))
                        QVERIFY(*cut != buckets || length == data.size());
                }
                QVERIFY(!decodeChunk(data + QByteArray(2, '\x80'), kind, 96));
            }
        }
        QCOMPARE(encodeChunk(Slots(96), SeriesKind::Counter), QByteArray());
        QVERIFY(!decodeChunk(QByteArray::fromHex("6002"), SeriesKind::Counter, 96)); // bucket 96 of 96
        QVERIFY(!decodeChunk(QByteArray::fromHex("00000000"), SeriesKind::Level, 96)); // no value in a bucket
    }

    void lateAndDisorderedValuesLandInTheirBuckets()
    {
        const UtcMs start = at("2026-11-01T00:00:00Z");
        QList<std::pair<UtcMs, qint64>> values;
        for (int i = 0; i < 500; ++i)
            values.append({ start + i * 7 * Minute, 1 + i });
        Machine ordered(file(), 'a');
        Machine disordered(file(), 'a');
        for (const auto& [when, nano] : values)
            ordered.earn(when, nano);
        std::shuffle(values.begin(), values.end(), *QRandomGenerator::global());
        for (const auto& [when, nano] : values)
            disordered.earn(when, nano);
        Dashboard one(file(), m_berlin);
        Dashboard two(file(), m_berlin);
        one.sync(ordered);
        two.sync(disordered, 3);
        QCOMPARE(one.dump(), two.dump());
        QCOMPARE(one.total(ordered.id, start, start + 3 * Day), 500LL * 501 / 2);
        QCOMPARE(one.total({}, start + Hour, start + 2 * Hour), (10 + 18) * 9 / 2); // 63 to 119 min: i = 9 to 17
    }

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

    void daysAreThoseOfTheZoneAndFollowIt_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char* zone : { "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Chatham", "UTC", "America/Sao_Paulo" })
            QTest::newRow(zone) << QByteArray(zone);
    }
    void daysAreThoseOfTheZoneAndFollowIt()
    {
        QFETCH(QByteArray, zone);
        const QTimeZone local(zone);
        const UtcMs start = at("2026-03-01T00:00:00Z");
        const UtcMs end = at("2026-11-20T00:00:00Z");
        Machine machine(file(), 'a');
        QHash<QDate, qint64> expected; // by looking up each moment's date
        QRandomGenerator random(3);
        machine.write([&](MachineHistory& history) {
            for (UtcMs when = start; when < end; when += random.bounded(1, 9) * 10 * Minute) {
                const qint64 nano = random.bounded(1, 1'000'000);
                history.earn(Storage, QStringLiteral("0xA"), when, Amount::fromNano(nano));
                expected[QDateTime::fromMSecsSinceEpoch(when, local).date()] += nano;
            }
        });
        const auto check = [&](Dashboard& dashboard, Tier tier) {
            const QList<TimeBin> days = lastDays(300, end, local);
            SeriesStore series(*dashboard.db);
            const auto known = dashboard.db->read([&] {
                Statement zoneOfRows = dashboard.db->prepare("SELECT value FROM meta WHERE key='zone'");
                zoneOfRows.step();
                return zoneOfRows.text(0);
            });
            const SeriesReader reader(series, days, *known == QString::fromLatin1(zone) ? std::optional(local) : std::nullopt);
            QCOMPARE(reader.tier(), tier);
            const auto table = dashboard.history.earnings(machine.id, GroupBy::Resource, days, end);
            for (qsizetype i = 0; i < days.size(); ++i)
                QCOMPARE(table->inBin(i).nano(), expected.value(QDateTime::fromMSecsSinceEpoch(days[i].start, local).date()));
        };
        Dashboard here(file(), local);
        here.sync(machine);
        check(here, Tier::Day);
        // A dashboard that was elsewhere: right at once, and from day rows once they are made anew.
        const QString path = file();
        {
            Dashboard there(path, QTimeZone("Asia/Tokyo"));
            there.sync(machine);
        }
        Dashboard moved(path, local);
        check(moved, Tier::Quarter);
        QVERIFY(*moved.history.tend(end, 0)); // interrupted after a step
        check(moved, Tier::Quarter);
        {
            Dashboard later(path, local);
            QVERIFY(later.tend(end) < 1000);
            check(later, Tier::Day);
            QCOMPARE(later.dump(), here.dump());
        }
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

    void unknownStaysUnknown()
    {
        const UtcMs start = at("2026-11-01T00:00:00Z");
        Machine machine(file(), 'a');
        machine.up(start + 20 * Minute, start + 2 * Hour);
        machine.up(start + 2 * Hour, start + 3 * Hour, UptimeState::Down);
        machine.up(start + 10 * Hour, start + 11 * Hour, UptimeState::Paused);
        Dashboard dashboard(file(), m_berlin);
        dashboard.sync(machine);
        const QList<TimeBin> bins { { start - Hour, start }, { start, start + Hour }, { start + Hour, start + 4 * Hour },
            { start + 5 * Hour, start + 6 * Hour }, { start + 10 * Hour, start + 12 * Hour } };
        const auto table = dashboard.history.earnings(machine.id, GroupBy::Resource, bins, start + 11 * Hour);
        QCOMPARE(table->uptime[0], (UptimeShare { 0, 0, 0, 0 })); // before the record begins nothing is missing
        QCOMPARE(table->uptime[1], (UptimeShare { 40 * Minute, 0, 0, 0 }));
        QCOMPARE(table->uptime[2], (UptimeShare { Hour, 0, Hour, Hour }));
        QCOMPARE(table->uptime[3], (UptimeShare { 0, 0, 0, Hour }));
        QCOMPARE(table->uptime[4], (UptimeShare { 0, Hour, 0, 0 })); // what lies ahead is not missing either
        QVERIFY(!table->isKnown(3));
        QVERIFY(table->isKnown(4));
        const QList<QByteArray> lines = table->toCsv(m_berlin).split('\n');
        QCOMPARE(lines[0], QByteArray("start,end,total,covered\r"));
        QCOMPARE(lines[2], QByteArray("2026-11-01T01:00:00+01:00,2026-11-01T02:00:00+01:00,0.000000000,1.0000\r"));
        QCOMPARE(lines[4], QByteArray("2026-11-01T06:00:00+01:00,2026-11-01T07:00:00+01:00,,0.0000\r"));
        QCOMPARE(csvField(QStringLiteral("=cmd|'a")), QStringLiteral("'=cmd|'a"));
        QCOMPARE(csvField(QStringLiteral("a,\"b\"\n")), QStringLiteral("\"a,\"\"b\"\"\n\""));
    }

    /// Against handing out each customer's money entry by entry, in the order in which it came.
    void ofEachCustomersMoneyTheOldestIsSettledFirst()
    {
        struct Entry {
            std::optional<UtcMs> at;
            qint64 nano;
        };
        QRandomGenerator random(11);
        const UtcMs start = at("2026-09-20T00:00:00Z");
        const UtcMs end = start + 50 * Day; // over the end of summer time
        Dashboard dashboard(file(), m_berlin);
        QList<std::pair<MachineId, QMap<QString, QList<Entry>>>> all;
        std::vector<std::unique_ptr<Machine>> machines;
        for (const char name : { 'a', 'b' }) {
            machines.push_back(std::make_unique<Machine>(file(), name));
            QMap<QString, QList<Entry>> entries;
            for (const char* customer : { "0xA", "0xB", "0xC", "0xD" }) {
                QList<Entry>& own = entries[QString::fromLatin1(customer)];
                own.append({ std::nullopt, random.bounded(1, 50) });
                for (int i = 0; i < 120; ++i)
                    own.append({ start + i * (end - start) / 120, random.bounded(1, 1000) });
            }
            machines.back()->write([&](MachineHistory& history) {
                for (auto customer = entries.begin(); customer != entries.end(); ++customer) {
                    for (const Entry& entry : *customer)
                        history.earn(Storage, customer.key(), entry.at, Amount::fromNano(entry.nano));
                }
            });
            dashboard.sync(*machines.back());
            all.append({ machines.back()->id, entries });
        }
        // 0xA: two channels with all four states; 0xB: nothing but settled; 0xC: more than was ever earned; 0xD: unknown, so pending.
        const QList<CustomerMoney> money { { 0, QStringLiteral("0xA"), Amount::fromNano(20'000), Amount::fromNano(500), Amount::fromNano(9'000) },
            { 0, QStringLiteral("0xA"), Amount::fromNano(1'234), Amount::fromNano(0), Amount::fromNano(1) },
            { 0, QStringLiteral("0xB"), Amount::fromNano(1'000), Amount(), Amount() }, { 0, QStringLiteral("0xC"), Amount::fromNano(1'000'000'000), Amount(), Amount() } };
        QVERIFY(dashboard.history.putMoney(all[0].first, { { 0, QStringLiteral("0xD"), Amount::fromNano(77), Amount(), Amount() } })); // is replaced
        for (const auto& [id, entries] : all)
            QVERIFY(dashboard.history.putMoney(id, money));
        QVERIFY(dashboard.history.putMoney(MachineId(), money)); // nobody's: harmless
        dashboard.tend(end);

        const auto expected = [&](const std::optional<MachineId>& machine, const QList<TimeBin>& bins) {
            QMap<QString, QList<qint64>> states; // the last one is what has no date
            for (const QString& state : moneyStateNames())
                states[state] = QList<qint64>(bins.size() + 1);
            for (const auto& [id, entries] : all) {
                if (machine && *machine != id)
                    continue;
                for (auto customer = entries.begin(); customer != entries.end(); ++customer) {
                    QList<std::pair<QString, qint64>> left { { QStringLiteral("settled"), 0 }, { QStringLiteral("bounced"), 0 }, { QStringLiteral("secured"), 0 },
                        { QStringLiteral("pending"), std::numeric_limits<qint64>::max() } };
                    for (const CustomerMoney& one : money) {
                        if (one.customer == customer.key()) {
                            left[0].second += one.settled.nano();
                            left[1].second += one.bounced.nano();
                            left[2].second += one.secured.nano();
                        }
                    }
                    for (const Entry& entry : *customer) {
                        const qsizetype bin = entry.at ? binAt(bins, *entry.at) : bins.size();
                        for (qint64 nano = 0; nano < entry.nano; ++nano) {
                            while (left.first().second == 0)
                                left.removeFirst();
                            --left.first().second;
                            if (bin >= 0)
                                ++states[left.first().first][bin];
                        }
                    }
                }
            }
            return states;
        };
        const QList<TimeBin> month = lastDays(30, end - 5 * Day, m_berlin);
        const QList<TimeBin> hours = binsOver(start + 20 * Day + Hour, start + 23 * Day, BinWidth::Hour, m_berlin);
        const QList<TimeBin> everything = lastDays(60, end, m_berlin);
        for (const QList<TimeBin>& bins : { month, hours, everything }) {
            for (const std::optional<MachineId>& which : { std::optional<MachineId>(), std::optional(all[0].first), std::optional(all[1].first) }) {
                const auto table = dashboard.history.earnings(which, GroupBy::State, bins, end);
                const auto byResource = dashboard.history.earnings(which, GroupBy::Resource, bins, end);
                const auto wanted = expected(which, bins);
                QStringList order;
                for (const EarningsTable::Group& group : table->groups) {
                    order.append(group.name);
                    for (qsizetype bin = 0; bin < bins.size(); ++bin)
                        QCOMPARE(group.amounts[bin].nano(), wanted[group.name][bin]);
                    QCOMPARE(group.undated.nano(), wanted[group.name][bins.size()]);
                }
                QVERIFY(table->groups.size() >= (&bins == &hours ? 2 : 3));
                QVERIFY(std::is_sorted(order.begin(), order.end(), [](const QString& a, const QString& b) { return moneyStateNames().indexOf(a) < moneyStateNames().indexOf(b); }));
                QCOMPARE(table->total(), byResource->total());
                QCOMPARE(table->undated(), byResource->undated());
            }
        }
        // The engine's own answer is the same, but for days, which it counts from quarter hours.
        QList<CustomerMoney> own = money;
        for (CustomerMoney& one : own)
            one.machine = MachineHistory::ThisMachine;
        const auto engine = machines[0]->db->read([&] { return MachineHistory::earnings(*machines[0]->db, GroupBy::State, month, end, own); });
        QCOMPARE(engine->groups, dashboard.history.earnings(all[0].first, GroupBy::State, month, end)->groups);
    }

    void whatHasNoDateIsInTheSumAndInNoBar()
    {
        const UtcMs start = at("2026-11-01T00:00:00Z");
        Machine machine(file(), 'a');
        machine.earn(start, 10);
        machine.write([](MachineHistory& history) { history.earn(Storage, QStringLiteral("0xB"), std::nullopt, Amount::fromNano(7)); });
        Dashboard dashboard(file(), m_berlin);
        dashboard.sync(machine);
        dashboard.sync(machine);
        for (const std::optional<MachineId>& which : { std::optional<MachineId>(), std::optional(machine.id) }) {
            const auto table = dashboard.history.earnings(which, GroupBy::Customer, { { start - 400 * Day, start + Day } }, start + Day);
            QCOMPARE(table->total().nano(), 10);
            QCOMPARE(table->undated().nano(), 7);
            QCOMPARE(table->groups.size(), 2);
            QCOMPARE(EarningsTable::fromJson(table->toJson()).value(), *table);
        }
    }

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
            history.putInterval({ start + Hour, ahead, UptimeState::Down, QString::fromLatin1(MachineHistory::CrashGap) });
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

QTEST_GUILESS_MAIN(TiersTest)
#include "tiers_test.moc"
