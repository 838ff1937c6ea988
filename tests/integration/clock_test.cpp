// SPDX-License-Identifier: GPL-3.0-or-later
// Real engines under clocks and time zones that are wrong.
#include "services/common/api/rules.h"
#include "services/common/history/intervals.h"
#include "services/common/history/machinehistory.h"
#include "services/common/store/runningtime.h"
#include "services/engine/node/schema.h"
#include "tests/support/chainscene.h"

using namespace surplus;
using namespace surplus::test;

namespace {
constexpr qint64 Day = 86'400'000;
constexpr long Hour = 3600; // seconds
constexpr long SixYears = 6 * 365 * 86'400;

qint64 chunks(Database& db)
{
    return *db.read([&] {
        Statement select = db.prepare("SELECT COUNT(*) FROM chunks");
        select.step();
        return select.integer(0);
    });
}
std::unique_ptr<Database> openEngineFile(const QString& data)
{
    auto db = Database::open(data + QStringLiteral("/engine.db"), Database::Durability::Full, engineSchema());
    if (!db)
        qFatal("%s", qPrintable(db.error().message));
    return std::move(*db);
}
/// Ready for a request: a signal ends it in order from then on.
bool startWhole(EngineProcess& engine) { return engine.start() && !engine.ctl({ QStringLiteral("status") }).isEmpty(); }
/// 400 days of quarter hours and a month of minutes, and how many chunks there are then.
qint64 fill(const QString& data, UtcMs now)
{
    const auto db = openEngineFile(data);
    const auto done = db->transact([&] {
        MachineHistory history(*db);
        for (int day = 1; day < 400; ++day)
            history.sample(QStringLiteral("storage.stored"), SeriesKind::Level, now - day * Day, 7);
        history.flush();
        history.putInterval({ now - 2 * 3'600'000, now - 3'600'000, UptimeState::Up, {} });
        history.flush();
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return chunks(*db);
}
qint64 count(const QString& data, const char* sql)
{
    const auto db = openEngineFile(data);
    return *db->read([&] {
        Statement select = db->prepare(sql);
        select.step();
        return select.integer(0);
    });
}
QStringList inside(const QString& folder) { return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name); }
void copyTree(const QString& from, const QString& to)
{
    QCOMPARE(QProcess::execute(QStringLiteral("rm"), { QStringLiteral("-rf"), to }), 0);
    QCOMPARE(QProcess::execute(QStringLiteral("cp"), { QStringLiteral("-a"), from, to }), 0);
}
} // namespace

class ClockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWrongClockDeletesNothing_data()
    {
        QTest::addColumn<bool>("ahead");
        QTest::newRow("2032") << true;
        QTest::newRow("1970") << false;
    }
    void aWrongClockDeletesNothing()
    {
        QFETCH(const bool, ahead);
        Scene scene;
        const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        scene.engine.environment = faults.environment();
        QVERIFY(scene.engine.start());
        scene.engine.kill(); // so that the next start closes a gap
        const UtcMs now = SystemClock().now();
        QVERIFY(fill(scene.engine.data(), now) > 399);
        {
            // As an earlier version left it: what is stored is all that is known of the time.
            const auto db = openEngineFile(scene.engine.data());
            QVERIFY(db->transact([&] { db->run("DELETE FROM timekeeping"); }));
        }
        faults->clock_step = ahead ? SixYears : -static_cast<long>(now / 1000) + 86'400;
        QVERIFY(scene.engine.start());
        (void)scene.engine.ctl({ QStringLiteral("earnings") }); // after what the start deletes
        scene.engine.kill();
        faults->clock_step = 0;
        QVERIFY(scene.engine.start());
        QTRY_COMPARE_WITH_TIMEOUT(scene.engine.ctl({ QStringLiteral("status") }).value(u"state").toString(), QStringLiteral("sharing"), 30'000);
        QCOMPARE(scene.engine.stop(), 0);
        const auto db = openEngineFile(scene.engine.data());
        const auto left = *db->read([&] {
            SeriesStore series(*db);
            qint64 quarters = 0;
            series.each(Tier::Quarter, MachineHistory::ThisMachine, *series.find(QStringLiteral("storage.stored")), 0, std::numeric_limits<qint64>::max(),
                [&](qint64, const Slots&) { ++quarters; });
            return quarters;
        });
        QVERIFY2(left >= 399, qPrintable(QString::number(left)));
        QVERIFY(*newestRecorded(*db, now - 500 * Day) == 0); // nothing was dated 1970
        // And it goes on recording now, not when that date comes.
        const auto recorded = MachineHistory::uptime(*db, now, now + Day);
        QVERIFY(recorded);
        QVERIFY(std::any_of(recorded->begin(), recorded->end(), [&](const UptimeInterval& one) { return one.state == UptimeState::Up && one.end > now && one.end < now + Day; }));
    }

    void whatIsOldGoesOnceASecondSourceAgrees()
    {
        Scene scene;
        const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        scene.engine.environment = faults.environment();
        QVERIFY(startWhole(scene.engine));
        QCOMPARE(scene.engine.stop(), 0);
        const qint64 before = fill(scene.engine.data(), SystemClock().now());
        faults->clock_step = SixYears;
        QVERIFY(startWhole(scene.engine));
        QCOMPARE(scene.engine.stop(), 0);
        const qint64 unconfirmed = chunks(*openEngineFile(scene.engine.data()));
        QVERIFY(unconfirmed > before / 2);
        faults->clock_is_right = 1;
        QVERIFY(startWhole(scene.engine));
        QCOMPARE(scene.engine.stop(), 0);
        QVERIFY(chunks(*openEngineFile(scene.engine.data())) < unconfirmed / 2);
    }

    void theRunningTimeIsCounted()
    {
        Scene scene;
        const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        scene.engine.environment = faults.environment();
        QVERIFY(startWhole(scene.engine));
        faults->run_step = 3600; // an hour
        QCOMPARE(scene.engine.stop(), 0);
        const auto db = openEngineFile(scene.engine.data());
        const SystemClock clock;
        QVERIFY(RunningTime::open(*db, clock).value()->seconds() >= 3600);
        QVERIFY(RunningTime::open(*db, clock).value()->seconds() < 7200);
    }

    /// What is set aside for a lease stands behind it whatever the clock says: in 2032 with an endpoint that doesn't answer
    /// (its certificate is of 2026), and in 1970 with a node of one's own that does.
    void aWrongClockDropsNoCover_data()
    {
        QTest::addColumn<bool>("ahead");
        QTest::newRow("2032") << true;
        QTest::newRow("1970") << false;
    }
    void aWrongClockDropsNoCover()
    {
        QFETCH(const bool, ahead);
        Anvil anvil;
        const QString problem = anvil.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        ChainScene scene(anvil);
        scene.moveTime();
        QVERIFY(scene.start());
        scene.fund(100, 50);
        QCOMPARE(scene.use(100'000).code, 0);
        scene.expectMoney([](const Money& money) { return money.earned.nano() > 0 && money.secured == money.earned; });
        if (ahead) {
            ChainConfig silent = anvil.config;
            silent.endpoints = { QStringLiteral("http://127.0.0.1:9") };
            QVERIFY(!scene.call(QStringLiteral("chain.set"), { { QStringLiteral("chain"), silent.toJson() } }).contains(QStringLiteral("error")));
        }
        QCOMPARE(scene.engine->stop(), 0);
        Faults& time = *scene.time;
        time->clock_step = ahead ? SixYears : -static_cast<long>(SystemClock().now() / 1000) + 86'400;
        QVERIFY(scene.start());
        scene.engine->environment = QProcessEnvironment::systemEnvironment(); // the customer's clock is right
        const auto kept = [&] {
            return scene.call(QStringLiteral("storage.leases")).value(u"leases").toArray().first()[u"keptSeconds"].toInteger() / 3600;
        };
        if (ahead) {
            time->run_step = 2 * 3600; // so that covers are looked at
            QTRY_COMPARE_WITH_TIMEOUT(kept(), 2, Patience);
            time->run_step = 80 * 3600; // three days after it was lost a lease would be closed
            QTRY_COMPARE_WITH_TIMEOUT(kept(), 80, Patience);
            time->run_step = 82 * 3600;
            QTRY_COMPARE_WITH_TIMEOUT(kept(), 82, Patience);
        } else {
            const Outcome more = scene.use(200'000);
            QVERIFY2(more.code == 0, qPrintable(more.errors));
        }
        const QJsonArray leases = scene.call(QStringLiteral("storage.leases")).value(u"leases").toArray();
        QCOMPARE(leases.size(), ahead ? 1 : 2);
        QCOMPARE(scene.money().secured, scene.money().earned);
        QCOMPARE(scene.customer({ QStringLiteral("get"), QStringLiteral("1"), QStringLiteral("--out"), scene.dir.filePath(QStringLiteral("again.bin")) }).code, 0);
    }

    void whatHasEndedGoesWholeAtWhateverWriteItIsKilled()
    {
        Scene scene;
        const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        scene.engine.environment = faults.environment();
        faults->clock_is_right = 1;
        QVERIFY(scene.start());
        const auto customer = [&](const QStringList& words) {
            return run("surplus-customer", anyPrice(words) + QStringList { QStringLiteral("--json"), QStringLiteral("--home"), scene.dir.filePath(QStringLiteral("customer")) },
                Patience, scene.engine.environment);
        };
        const QString source = scene.file(300'000, QStringLiteral("kept.bin"));
        QJsonObject stored[2];
        for (const QString& file : { scene.file(300'000, QStringLiteral("ended.bin")), source }) {
            const Outcome put = customer({ QStringLiteral("put"), file, QStringLiteral("--days"), QStringLiteral("1"), QStringLiteral("--provider"), scene.provider });
            QVERIFY2(put.code == 0, qPrintable(put.errors));
            stored[file == source] = put.json;
        }
        const QString shared = scene.dir.filePath(QStringLiteral("shared"));
        const QString content = shared + QStringLiteral("/content");
        const QString kept = stored[1].value(u"content").toString();
        for (const QString& mine : { shared + QStringLiteral("/mine.txt"), content + QStringLiteral("/mine.txt") })
            QVERIFY(QFile::copy(source, mine));
        QCOMPARE(scene.engine.stop(), 0);

        // An hour before it would go, one is renewed; the hour passes, and both are still on the disk.
        faults->clock_step = (24 + 47) * Hour;
        QVERIFY(scene.start());
        const Outcome renewed = customer({ QStringLiteral("renew"), QStringLiteral("kept.bin"), QStringLiteral("--days"), QStringLiteral("7") });
        QVERIFY2(renewed.code == 0, qPrintable(renewed.errors));
        QCOMPARE(scene.engine.stop(), 0);
        QCOMPARE(inside(content).size(), 3);
        faults->clock_step = (24 + 49) * Hour;
        for (const char* part : { "shared", "engine" })
            copyTree(scene.dir.filePath(QLatin1String(part)), scene.dir.filePath(QLatin1String("saved-") + QLatin1String(part)));

        const auto isGone = [&] { return inside(content).size() == 2 && count(scene.engine.data(), "SELECT COUNT(*) FROM stored_content") == 1; };
        const long before = faults->writes;
        QVERIFY(scene.start());
        QTRY_VERIFY_WITH_TIMEOUT(isGone(), Patience);
        const int writes = static_cast<int>(faults->writes - before);
        scene.engine.kill();
        qInfo("%d writes", writes);
        QVERIFY(writes > 10);
        bool through = false;
        for (int at = 0; !through; at += isLong() ? 1 : std::max(1, writes / times(12))) {
            for (const char* part : { "shared", "engine" })
                copyTree(scene.dir.filePath(QLatin1String("saved-") + QLatin1String(part)), scene.dir.filePath(QLatin1String(part)));
            faults->until_kill = at;
            (void)scene.engine.start();
            QVERIFY(QTest::qWaitFor([&] { return !scene.engine.isRunning() || isGone(); }, Patience));
            through = scene.engine.isRunning();
            faults->until_kill = -1;
            scene.engine.kill();
            QVERIFY(scene.start());
            QTRY_VERIFY_WITH_TIMEOUT(isGone(), Patience);
            const QJsonObject storage = scene.engine.ctl({ QStringLiteral("resources") }).value(u"storage").toObject();
            QCOMPARE(storage.value(u"leases").toInt(), 1);
            QCOMPARE(storage.value(u"stored").toInteger(), stored[1].value(u"size").toInteger());
            QVERIFY(storage.value(u"leased").toInteger() < 2 * stored[1].value(u"size").toInteger());
            QCOMPARE(scene.engine.stop(), 0);
            QVERIFY(scene.start()); // which drops the row of what was closed
            QCOMPARE(scene.engine.stop(), 0);
            for (const char* table : { "leases", "torrents", "stored_content" })
                QCOMPARE(count(scene.engine.data(), ("SELECT COUNT(*) FROM " + QByteArray(table)).constData()), 1);
            QCOMPARE(inside(content), (QStringList { kept, QStringLiteral("mine.txt") }));
            QCOMPARE(inside(shared), (QStringList { QStringLiteral("content"), QStringLiteral("mine.txt"), QStringLiteral("surplus-storage.json") }));
        }
        QVERIFY(scene.same(source, content + QStringLiteral("/mine.txt")) && scene.same(source, shared + QStringLiteral("/mine.txt")));
        // What was renewed is whole.
        QVERIFY(scene.start());
        const QString back = scene.dir.filePath(QStringLiteral("back"));
        const Outcome fetched = customer({ QStringLiteral("get"), QStringLiteral("kept.bin"), QStringLiteral("--out"), back });
        QVERIFY2(fetched.code == 0, qPrintable(fetched.errors));
        QVERIFY(scene.same(source, back));
    }

    void everyLegalTimeZoneWorksWithASchedule_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char* zone : { "/etc/localtime", ":/etc/localtime", "/usr/share/zoneinfo/Europe/Berlin", "UTC-3", "<+0330>-3:30", "EST5EDT,M3.2.0,M11.1.0", "No/Where", "" })
            QTest::newRow(zone) << QByteArray(zone);
    }
    void everyLegalTimeZoneWorksWithASchedule()
    {
        QFETCH(const QByteArray, zone);
        Rules rules;
        rules.schedule = true;
        rules.share = WeekHours::nightsAndWeekends();
        const QTemporaryDir dir;
        QByteArray settings = config(dir.path());
        settings.chop(1);
        settings += ",\"rules\":" + QJsonDocument(rules.toJson()).toJson(QJsonDocument::Compact) + "}";
        EngineProcess engine(dir.path(), settings);
        engine.environment.insert(QStringLiteral("TZ"), QString::fromLatin1(zone));
        QVERIFY(engine.start());
        const QJsonObject status = engine.ctl({ QStringLiteral("status") });
        QVERIFY(!status.value(u"state").toString().isEmpty());
        const UtcMs change = status.value(u"scheduleChange").toInteger();
        QVERIFY(change > SystemClock().now());
        if (zone == "UTC-3") // 8:00 or 20:00, three hours ahead of UTC; or midnight
            QVERIFY(QList<int>({ 5, 17, 21 }).contains(static_cast<int>(change / 3'600'000 % 24)));
        const Outcome earnings = run("surplusctl", { QStringLiteral("earnings"), QStringLiteral("--step"), QStringLiteral("day"), QStringLiteral("--json"), QStringLiteral("--data"), engine.data() },
            60'000, engine.environment);
        QVERIFY2(earnings.code == 0, qPrintable(earnings.errors));
        QCOMPARE(engine.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "clock_test.moc"
