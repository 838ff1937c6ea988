// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/keccak.h"
#include "services/engine/node/config.h"
#include "services/engine/node/datadir.h"
#include "services/engine/node/recorder.h"
#include "services/engine/node/schema.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace surplus;

class ConfigTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyMemberIsReadAndWrongOnesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named"); // empty: usable
        QTest::newRow("empty") << QByteArray("{}") << QString();
        QTest::newRow("full") << QByteArray(R"({"listen":"127.0.0.1","marketPort":4271,"contentPort":4272,"announceHost":"h",
            "payout":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed","storage":{"folder":"/x","limit":5,"enabled":true,
            "keepPrice":"0.1","retrievePrice":"2"},"credit":{"serveUnfunded":true,"unfundedTotal":"5","firstWindow":1}})") << QString();
        QTest::newRow("not json") << QByteArray("{,}") << QStringLiteral("byte");
        QTest::newRow("typing error") << QByteArray(R"({"storag":{}})") << QStringLiteral("storag");
        QTest::newRow("nested typing error") << QByteArray(R"({"storage":{"limitt":1}})") << QStringLiteral("storage.limitt");
        QTest::newRow("port") << QByteArray(R"({"marketPort":70000})") << QStringLiteral("marketPort");
        QTest::newRow("price as number") << QByteArray(R"({"storage":{"keepPrice":0.1}})") << QStringLiteral("storage.keepPrice");
        QTest::newRow("mistyped address") << QByteArray(R"({"payout":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed"})") << QStringLiteral("payout");
        QTest::newRow("chain") << QByteArray(R"({"chain":{"chainId":1}})") << QStringLiteral("factory");
        QTest::newRow("negative limit") << QByteArray(R"({"storage":{"limit":-1}})") << QStringLiteral("storage.limit");
    }
    void everyMemberIsReadAndWrongOnesAreNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        const auto config = EngineConfig::fromJson(json, QStringLiteral("file.json"));
        QCOMPARE(config.has_value(), named.isEmpty());
        if (!config) {
            QVERIFY2(config.error().message.contains(named), qPrintable(config.error().message));
            QVERIFY(config.error().message.contains(QLatin1String("file.json")));
        }
    }
    void oneEngineToADataDirectory()
    {
        const QTemporaryDir dir;
        const auto first = DataDir::open(dir.path());
        QVERIFY(first);
        const auto second = DataDir::open(dir.path());
        QVERIFY(!second);
        QCOMPARE(second.error().code, QStringLiteral("data.locked"));
        QVERIFY(second.error().message.contains(QString::number(QCoreApplication::applicationPid())));
    }
    void whatSomebodyPlantedInADataDirectoryIsNotUsed()
    {
        const auto put = [](const QString& path, const QByteArray& text) {
            QDir().mkpath(QFileInfo(path).path());
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        const QByteArray key = SecretKey::generate().raw().toHex();
        for (const char* name : { "identity.key", "engine.db", "engine.db-wal", "runtime.json", "tls.pem", "lock", "logs", "logs/surplusd.log" }) {
            const QTemporaryDir dir;
            const QString elsewhere = dir.filePath(QStringLiteral("elsewhere"));
            const QString data = dir.filePath(QStringLiteral("data"));
            const QString planted = data + u'/' + QLatin1String(name);
            QVERIFY(put(elsewhere, key) && QDir().mkpath(QFileInfo(planted).path()));
            QVERIFY(QFile::link(elsewhere, planted));
            const auto opened = DataDir::open(data);
            QVERIFY2(!opened, name);
            QCOMPARE(opened.error().code, QStringLiteral("dir.link"));
            QVERIFY2(opened.error().message.contains(planted), qPrintable(opened.error().message));
            QFile target(elsewhere);
            QVERIFY(target.open(QIODevice::ReadOnly) && target.readAll() == key);
        }
        const QTemporaryDir dir;
        const QString data = dir.filePath(QStringLiteral("data"));
        constexpr auto Everybody = QFileDevice::Permissions(0x7777);
        for (const char* name : { "identity.key", "engine.db", "logs/surplusd.log" }) {
            const QString path = data + u'/' + QLatin1String(name);
            QVERIFY(put(path, key + '\n') && QFile::setPermissions(path, Everybody));
        }
        QVERIFY(QFile::setPermissions(data, Everybody) && QFile::setPermissions(data + QStringLiteral("/logs"), Everybody));
        const auto opened = DataDir::open(data);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message));
        constexpr auto Others = QFileDevice::Permissions(0x0077);
        for (const char* name : { "", "/identity.key", "/engine.db", "/lock", "/logs", "/logs/surplusd.log" })
            QVERIFY2(!(QFile::permissions(data + QLatin1String(name)) & Others), name);
        QVERIFY((*opened)->loadIdentity());
        if (geteuid() == 0) {
            const QTemporaryDir another;
            const QString identity = another.filePath(QStringLiteral("identity.key"));
            QVERIFY(put(identity, key) && ::chown(qPrintable(identity), 12345, 12345) == 0);
            QCOMPARE(DataDir::open(another.path()).error().code, QStringLiteral("dir.owner"));
        }
    }
    void aDamagedIdentityNeverLeadsToANewOne()
    {
        const QTemporaryDir dir;
        const auto data = DataDir::open(dir.path());
        const auto made = (*data)->loadIdentity();
        QVERIFY(made);
        QCOMPARE((*data)->loadIdentity()->publicKey(), made->publicKey());
        QFile file(dir.filePath(QStringLiteral("identity.key")));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("short");
        file.close();
        const auto damaged = (*data)->loadIdentity();
        QVERIFY(!damaged);
        QCOMPARE(damaged.error().code, QStringLiteral("identity.damaged"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("short"));
    }
    void uptimeTellsACrashFromAStop()
    {
        const QTemporaryDir dir;
        ManualClock clock(1'800'000'000'000);
        const auto run = [&](bool clean, qint64 ms) {
            StoreWorker store(*Database::open(dir.filePath(QStringLiteral("e.db")), Database::Durability::Full, engineSchema()));
            auto recorder = Recorder::open(store, clock);
            QVERIFY(recorder);
            for (qint64 passed = 0; passed < ms; passed += 2000) {
                (*recorder)->note(UptimeState::Up, {});
                clock.advance(2000);
            }
            (*recorder)->note(UptimeState::Up, {});
            if (clean)
                (*recorder)->close();
            store.drain();
        };
        run(true, 10'000);
        clock.advance(100'000); // off on request: unknown
        run(false, 10'000);
        clock.advance(200'000); // off by a crash: down
        run(true, 10'000);
        clock.advance(-500'000); // the clock is set back
        run(true, 10'000);
        auto db = Database::open(dir.filePath(QStringLiteral("e.db")), Database::Durability::Full, engineSchema());
        const auto intervals = MachineHistory::uptime(**db, 0, 2'000'000'000'000);
        QVERIFY(intervals);
        qint64 down = 0;
        UtcMs end = 0;
        for (const UptimeInterval& interval : *intervals) {
            QVERIFY(interval.start >= end); // no moment counts twice
            QVERIFY(interval.end >= interval.start);
            end = interval.end;
            down += interval.state == UptimeState::Down ? interval.end - interval.start : 0;
        }
        QCOMPARE(down, 200'000);
    }
    void anEarlierVersionsDatabaseIsTakenOver()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("e.db"));
        const UtcMs start = 1'800'000'000'000;
        const QList<Migration> all = engineSchema();
        for (qsizetype version = 1; version < 5; ++version) { // each that there was
            QFile::remove(path);
            {
                auto old = Database::open(path, Database::Durability::Full, all.first(version));
                QVERIFY(old);
                const auto filled = (*old)->transact([&] {
                    (*old)->run("INSERT INTO accounts(id, chequebook, issuer, salt, network, prepaid, recovered, forgiven_paid, forgiven_today, today) "
                                "VALUES(1, x'01', x'00000000000000000000000000000000000000aa', x'00', 'n', 0, 0, 0, 0, 0);"
                                "INSERT INTO channels VALUES(1, 1, x'02', x'00', x'00', 150, 0)");
                    (*old)->prepare("INSERT INTO entries(channel, at, resource, subject, kind, nano) VALUES(1,?,'storage',x'','retrieve',100)").bind(start).run();
                    (*old)->run("INSERT INTO entries(channel, at, resource, subject, kind, nano) VALUES(1,NULL,'storage',x'','recovered',50)");
                    if (version >= 2) {
                        (*old)->prepare("INSERT INTO uptime VALUES(?,?,'up','')").bind(start, start + 3'600'000).run();
                        (*old)->prepare("INSERT INTO samples VALUES('storage.stored',?,77)").bind(start).run();
                    }
                });
                QVERIFY2(filled, filled ? "" : qPrintable(filled.error().message));
            }
            auto now = Database::open(path, Database::Durability::Full, all);
            QVERIFY2(now, now ? "" : qPrintable(now.error().message));
            QVERIFY(QFile::exists(path + QStringLiteral(".before-%1").arg(all.last().number))); // one copy, however many steps
            const UtcMs day = start / 86'400'000 * 86'400'000;
            const QList<TimeBin> bins { { day, day + 2 * 86'400'000 } };
            const auto read = (*now)->read([&] {
                const EarningsTable table = MachineHistory::earnings(**now, GroupBy::Customer, bins, day + 2 * 86'400'000);
                return std::tuple(table.total().nano(), table.undated().nano(), table.uptime.first().up,
                    MachineHistory::usage(**now, QStringLiteral("storage.stored"), bins).second.first().mean());
            });
            QVERIFY(read);
            QCOMPARE(std::get<0>(*read), 100);
            QCOMPARE(std::get<1>(*read), 50);
            QCOMPARE(std::get<2>(*read), version >= 2 ? 3'600'000 : 0);
            QCOMPARE(std::get<3>(*read), version >= 2 ? 77 : 0);
        }
    }
    void aClockThatIsSetCountsNoMomentTwice()
    {
        const QTemporaryDir dir;
        constexpr qint64 Hour = 3'600'000;
        constexpr qint64 Year = 365 * 24 * Hour;
        const UtcMs start = 1'800'000'000'000;
        ManualClock clock(start);
        {
            StoreWorker store(*Database::open(dir.filePath(QStringLiteral("e.db")), Database::Durability::Full, engineSchema()));
            auto recorder = std::move(*Recorder::open(store, clock));
            const auto run = [&](qint64 ms) {
                for (qint64 passed = 0; passed < ms; passed += 2000) {
                    recorder->note(UptimeState::Up, {});
                    clock.advance(2000);
                }
            };
            run(Hour);
            clock.advance(Year); // somebody sets it wrong
            run(Hour);
            clock.advance(-Year); // and right again
            run(Hour);
            clock.advance(-2 * Hour); // an hour of which is recorded
            run(3 * Hour);
            clock.advance(10 * Hour); // suspended
            run(Hour);
            recorder->close();
        }
        auto db = Database::open(dir.filePath(QStringLiteral("e.db")), Database::Durability::Full, engineSchema());
        const auto intervals = MachineHistory::uptime(**db, 0, start + 10 * Year);
        UtcMs end = 0;
        for (const UptimeInterval& interval : *intervals) {
            QVERIFY(interval.start >= end);
            QVERIFY(interval.end >= interval.start);
            end = interval.end;
        }
        const auto upIn = [&](UtcMs from, UtcMs to) {
            return (*db)->read([&] { return MachineHistory::earnings(**db, GroupBy::Resource, { { from, to } }, to).uptime.first().up; }).value();
        };
        const auto near = [](qint64 value, qint64 expected) { return std::abs(value - expected) <= 15'000; }; // a note every two seconds, a write every ten
        // 1 h, 1 h under a wrong date, 1 h from hour 2 to 3 (hour 1 to 2 passed under the wrong date), what the step back left
        // out of 3 h, and 1 h after the suspension.
        const UtcMs quarter = start / 900'000 * 900'000;
        QVERIFY2(near(upIn(quarter, quarter + 4 * 24 * Hour), (3 + 2) * Hour), qPrintable(QString::number(upIn(quarter, quarter + 4 * 24 * Hour))));
        QVERIFY(near(upIn(quarter + Year, quarter + Year + 24 * Hour), Hour));
    }
    void aCrashThatTheClockMadeLongIsShortenedAgain()
    {
        const QTemporaryDir dir;
        constexpr qint64 Hour = 3'600'000;
        ManualClock clock(1'800'000'000'000);
        const auto run = [&](qint64 ahead) {
            StoreWorker store(*Database::open(dir.filePath(QStringLiteral("e.db")), Database::Durability::Full, engineSchema()));
            clock.advance(ahead);
            auto recorder = std::move(*Recorder::open(store, clock));
            recorder->note(UptimeState::Up, {});
            clock.advance(2000 - ahead + (ahead > 0 ? Hour : 0));
            for (int i = 0; i < 60; ++i) {
                recorder->note(UptimeState::Up, {});
                clock.advance(2000);
            }
            store.drain(); // and cut off
        };
        run(0);
        run(5000 * Hour); // the clock was far ahead at the start, and was set an hour after the crash
        auto db = Database::open(dir.filePath(QStringLiteral("e.db")), Database::Durability::Full, engineSchema());
        qint64 down = 0;
        qint64 up = 0;
        const auto intervals = MachineHistory::uptime(**db, 0, 1'800'000'000'000 + 100 * Hour);
        for (const UptimeInterval& interval : *intervals) {
            down += interval.state == UptimeState::Down ? interval.end - interval.start : 0;
            up += interval.state == UptimeState::Up ? interval.end - interval.start : 0;
        }
        QVERIFY2(down < 2 * Hour, qPrintable(QString::number(down)));
        QVERIFY2(up > 150'000, qPrintable(QString::number(up))); // both runs
    }
};

QTEST_GUILESS_MAIN(ConfigTest)
#include "config_test.moc"
