// SPDX-License-Identifier: GPL-3.0-or-later
// What surplusctl sets of limits and rules, and what a real engine does with it.
#include "services/common/api/status.h"
#include "services/dashboard/fleet/enginelink.h"
#include "tests/support/scene.h"

#include <QStandardPaths>

using namespace surplus;
using namespace surplus::test;

class LimitsTest : public QObject {
    Q_OBJECT

    static Outcome ctl(const Scene& scene, const QStringList& words)
    {
        return run("surplusctl", words + QStringList { QStringLiteral("--json"), QStringLiteral("--data"), scene.engine.data() });
    }
    static EngineStatus status(const Scene& scene) { return *EngineStatus::fromJson(scene.engine.ctl({ QStringLiteral("status") })); }
    static QStringList storage(const char* name, const QString& value)
    {
        return { QStringLiteral("resources"), QStringLiteral("set"), QStringLiteral("storage"), QLatin1String(name), value };
    }
    static QStringList limit(const char* name, const QString& value) { return { QStringLiteral("limits"), QStringLiteral("set"), QLatin1String(name), value }; }

private Q_SLOTS:
    void everythingOfTheSharingPageIsSetAndKept()
    {
        Scene scene;
        QVERIFY(scene.start());
        for (const QStringList& words : { storage("upload", QStringLiteral("20Mbit")), storage("download", QStringLiteral("500kbit")), storage("cap", QStringLiteral("1.5TB")),
                 storage("reset-day", QStringLiteral("31")), storage("free", QStringLiteral("2GB")), storage("limit", QStringLiteral("3GB")),
                 storage("keep-price", QStringLiteral("0.25")), storage("retrieve-price", QStringLiteral("7")), storage("unfunded", QStringLiteral("off")),
                 limit("schedule", QStringLiteral("mon-fri 20-8, sat-sun")), limit("battery", QStringLiteral("off")), limit("metered", QStringLiteral("off")),
                 limit("hot", QStringLiteral("90")), limit("idle", QStringLiteral("15")), limit("programs", QStringLiteral("steam,obs")), limit("exposureTotal", QStringLiteral("123")) })
            QCOMPARE(ctl(scene, words).code, 0);
        const auto verify = [&] {
            const EngineStatus now = status(scene);
            QCOMPARE(now.storage.uploadRate, 2'500'000);
            QCOMPARE(now.storage.downloadRate, 62'500);
            QCOMPARE(now.storage.monthlyCap, 1'500'000'000'000);
            QCOMPARE(now.storage.resetDay, 31);
            QCOMPARE(now.storage.minimumFree, 2'000'000'000);
            QCOMPARE(now.storage.limit, 3'000'000'000);
            QCOMPARE(now.storage.keepPrice.toTokens(), QStringLiteral("0.250000000"));
            QCOMPARE(now.storage.retrievePrice.toTokens(), QStringLiteral("7.000000000"));
            QVERIFY(!now.storage.serveUnfunded);
            QCOMPARE(now.rules.share.toText(), QStringLiteral("mon 20-24, tue-fri 0-8, tue-fri 20-24, sat-sun"));
            QVERIFY(now.rules.schedule && !now.rules.battery && !now.rules.metered && now.rules.hot && now.rules.inUse);
            QCOMPARE(now.rules.hotAbove, 90);
            QCOMPARE(now.rules.idleMinutes, 15);
            QCOMPARE(now.rules.programs, (QStringList { QStringLiteral("steam"), QStringLiteral("obs") }));
            QCOMPARE(now.credit.exposureTotal.toTokens(), QStringLiteral("123.000000000"));
        };
        verify();
        QCOMPARE(scene.engine.stop(), 0);
        QVERIFY(scene.engine.start());
        verify(); // it is the engine's, not the run's
        for (const QStringList& words : { storage("upload", QStringLiteral("fast")), storage("reset-day", QStringLiteral("32")), storage("colour", QStringLiteral("red")),
                 limit("schedule", QStringLiteral("sometimes")), limit("hot", QStringLiteral("500")), limit("battery", QStringLiteral("perhaps")) })
            QVERIFY(ctl(scene, words).code != 0);
        verify(); // what is refused changes nothing
    }
    void aMonthsDataThatIsUsedUpPauses()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QString file = scene.file(3'000'000);
        QCOMPARE(scene.put(file).code, 0);
        QTRY_VERIFY_WITH_TIMEOUT(status(scene).storage.monthTraffic > 3'000'000, Patience);
        QCOMPARE(status(scene).state, ShareState::Sharing);
        QCOMPARE(ctl(scene, storage("cap", QStringLiteral("2MB"))).code, 0);
        const EngineStatus paused = status(scene);
        QCOMPARE(paused.state, ShareState::Paused);
        QCOMPARE(paused.reason, Reason::DataCap);
        QVERIFY(paused.until && *paused.until > paused.now && *paused.until <= paused.now + 31 * SecondsPerDay * 1000 + 3'600'000);
        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        const QStringList get { QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back };
        QVERIFY(scene.customer(get).code != 0);
        // What was moved is not forgotten by a restart.
        QCOMPARE(scene.engine.stop(), 0);
        QVERIFY(scene.engine.start());
        QCOMPARE(status(scene).reason, Reason::DataCap);
        QCOMPARE(ctl(scene, storage("cap", QStringLiteral("0"))).code, 0);
        QCOMPARE(status(scene).state, ShareState::Sharing);
        QCOMPARE(scene.customer(get).code, 0);
        QVERIFY(scene.same(file, back));
    }
    void aProgramThatRunsPausesAndIsInTheHistory()
    {
        Scene scene;
        QVERIFY(scene.start());
        // A name of its own: others on this computer may be asleep.
        const QString nap = scene.dir.filePath(QStringLiteral("surplus-nap"));
        QVERIFY(QFile::copy(QStandardPaths::findExecutable(QStringLiteral("sleep")), nap));
        QCOMPARE(ctl(scene, limit("programs", QStringLiteral("surplus-nap"))).code, 0);
        QProcess sleeper;
        sleeper.start(nap, { QStringLiteral("100") });
        QVERIFY(sleeper.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(status(scene).reason, Reason::Program, Patience);
        QCOMPARE(status(scene).pauses.first().detail, QStringLiteral("surplus-nap"));
        sleeper.kill();
        sleeper.waitForFinished();
        QTRY_COMPARE_WITH_TIMEOUT(status(scene).state, ShareState::Sharing, Patience);
        RpcClient client;
        QVERIFY(openLocalEngine(client, scene.engine.data()));
        const auto intervals = client.callAndWait(QStringLiteral("uptime.intervals"), {});
        QVERIFY(intervals);
        bool found = false;
        for (const QJsonValue& value : (*intervals)[u"intervals"].toArray()) {
            const auto interval = UptimeInterval::fromJson(value.toObject());
            found = found || (interval && interval->state == UptimeState::Paused && interval->reason == QLatin1String("program"));
        }
        QVERIFY(found);
    }
};

QTEST_GUILESS_MAIN(LimitsTest)
#include "limits_test.moc"
