// SPDX-License-Identifier: GPL-3.0-or-later
// Buckets, chunks, days and what is earned of whom: on real files.
#include "services/common/history/moneystates.h"
#include "tests/unit/history/histories.h"

#include <QRandomGenerator>

using namespace surplus;
using namespace surplus::test;

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
};

QTEST_GUILESS_MAIN(TiersTest)
#include "tiers_test.moc"
