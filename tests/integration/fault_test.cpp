// SPDX-License-Identifier: GPL-3.0-or-later
// What a computer does to a program: disks that are full, slow, gone or somebody else's, ports that are taken, clocks
// that are set.
#include "services/dashboard/fleet/enginelink.h"
#include "tests/support/faultcontrol.h"
#include "tests/support/mount.h"
#include "tests/support/scene.h"

#include <QTcpServer>
#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace surplus;
using namespace surplus::test;

namespace {
constexpr long Year = 365L * 86'400;

QStringList getArguments(const Scene& scene, const QString& back)
{
    return anyPrice({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back, QStringLiteral("--json"),
        QStringLiteral("--home"), scene.dir.filePath(QStringLiteral("customer")), QStringLiteral("--stall"), QStringLiteral("20") });
}
} // namespace

class FaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskAtEveryWriteOfTheEngineStopsNothingForGood()
    {
        Scene scene;
        const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        scene.engine.environment = faults.environment();
        QVERIFY(scene.start());
        const QString source = scene.file(4'000'000);
        QVERIFY(scene.put(source).code == 0);
        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        const long before = faults->writes;
        QVERIFY(before > 0); // the library is in
        QVERIFY(run("surplus-customer", getArguments(scene, back)).code == 0);
        const int writes = static_cast<int>(faults->writes - before);
        const int step = isLong() ? 1 : std::max(1, writes / times(12));
        qInfo("a paid retrieval makes the engine write %d times", writes);
        qint64 earned = scene.earned();
        for (int at = 0; at < writes; at += step) {
            QFile::remove(back);
            const long refused = faults->refused;
            faults->writes_left = at;
            QProcess customer;
            customer.start(program("surplus-customer"), getArguments(scene, back));
            (void)QTest::qWaitFor([&] { return faults->refused > refused || customer.state() == QProcess::NotRunning; }, Patience);
            QTest::qWait(300); // it stays full for a moment
            faults->writes_left = -1;
            QVERIFY(customer.state() == QProcess::NotRunning || customer.waitForFinished(Patience));
            QVERIFY(scene.engine.isRunning());
            if (customer.exitCode() != 0) // it may have been told; then it comes again
                QCOMPARE(run("surplus-customer", getArguments(scene, back)).code, 0);
            QVERIFY(scene.same(source, back));
            scene.verifyMoney();
            QVERIFY(scene.earned() >= earned);
            earned = scene.earned();
        }
        QCOMPARE(scene.earned(), scene.promised());
        scene.engine.kill(); // what was said to be written is
        QVERIFY(scene.start());
        QCOMPARE(scene.earned(), earned);
    }

    void whatIsSaidToBeSetIsWritten()
    {
        Scene scene;
        const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        scene.engine.environment = faults.environment();
        QVERIFY(scene.start());
        const auto set = [&](const QStringList& command) { return run("surplusctl", command + QStringList { QStringLiteral("--data"), scene.engine.data() }); };
        const QStringList pause { QStringLiteral("pause") };
        faults->writes_left = 0;
        const Outcome refused = set(pause);
        faults->writes_left = -1;
        QVERIFY(refused.code != 0);
        QVERIFY2(refused.errors.contains(QLatin1String("can't be written down")), qPrintable(refused.errors));
        for (int round = 0; round < times(3); ++round) { // at once after the answer
            const bool pausing = round % 2 == 0;
            QCOMPARE(set(pausing ? pause : QStringList { QStringLiteral("resume") }).code, 0);
            scene.engine.kill();
            QVERIFY(scene.start());
            QCOMPARE(scene.engine.ctl({ QStringLiteral("status") }).value(u"state").toString() == QLatin1String("paused"), pausing);
        }
    }

    void aFullDiskAtEveryWriteOfTheCustomerLosesNothing()
    {
        int writes = 0;
        // What a cut-off fetch leaves unpaid stays owed, and is paid without a record of it up to a bound: two of them and no
        // more are one customer's. Then another one goes on.
        constexpr int OneCustomers = 2;
        for (int at = 0; at == 0 || at < writes;) {
            Scene scene;
            QVERIFY(scene.start());
            const QString source = scene.file(3'000'000);
            QVERIFY(scene.put(source).code == 0);
            const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
            const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
            QVERIFY(run("surplus-customer", getArguments(scene, back), Patience, faults.environment()).code == 0);
            if (writes == 0) {
                writes = static_cast<int>(faults->writes);
                QVERIFY(writes > 0);
                qInfo("a paid retrieval makes the customer write %d times", writes);
            }
            for (int cut = 0; cut < OneCustomers && at < writes; ++cut, at += isLong() ? 1 : std::max(1, writes / times(12))) {
                QFile::remove(back);
                faults->writes_left = at;
                const Outcome full = run("surplus-customer", getArguments(scene, back), Patience, faults.environment());
                faults->writes_left = -1;
                if (full.code != 0) {
                    QCOMPARE(full.code, 2);
                    QVERIFY2(!full.errors.trimmed().isEmpty(), "an error without words");
                    QVERIFY(!QFile::exists(back) || scene.same(source, back)); // whole or not at all
                }
                const Outcome again = run("surplus-customer", getArguments(scene, back), Patience, faults.environment());
                QVERIFY2(again.code == 0, qPrintable(QString::number(at) + u' ' + again.errors));
                QVERIFY(scene.same(source, back));
                scene.verifyMoney();
                QVERIFY(scene.earned() <= scene.promised());
            }
        }
    }

    void aDiskThatIsReallyFullRefusesContentInWords()
    {
        Scene scene;
        const Mount small(scene.dir.filePath(QStringLiteral("shared")), QStringLiteral("size=4m"));
        QVERIFY2(small.isThere(), Mount::Needs);
        QVERIFY(scene.start());
        const Outcome stored = scene.put(scene.file(10'000'000));
        QCOMPARE(stored.code, 2);
        QCOMPARE(stored.json.value(u"error").toString(), QStringLiteral("storage.full"));
        QVERIFY(scene.engine.isRunning());
        QCOMPARE(scene.engine.stop(), 0);
    }

    void aDiskThatFillsUpWhileItIsFilledIsSaidAndCanBeFreed()
    {
        // Somebody else took the room between the promise and the bytes.
        Scene scene;
        const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        scene.engine.environment = faults.environment();
        const Mount small(scene.dir.filePath(QStringLiteral("shared")), QStringLiteral("size=8m"));
        QVERIFY2(small.isThere(), Mount::Needs);
        faults->spare = 20'000'000'000;
        QVERIFY(scene.start());
        const Outcome stored = scene.put(scene.file(20'000'000));
        QVERIFY2(stored.code == 2, qPrintable(QString::number(stored.code) + u' ' + stored.errors));
        QCOMPARE(stored.json.value(u"error").toString(), QStringLiteral("fill.disk"));
        QVERIFY2(stored.errors.contains(QStringLiteral("its disk is full")) && !stored.errors.contains(scene.engine.data()), qPrintable(stored.errors));
        const auto problems = [&] { return scene.engine.ctl({ QStringLiteral("status") }).value(u"problems").toArray(); };
        QVERIFY(!problems().isEmpty());
        QCOMPARE(problems().first()[u"kind"].toString(), QStringLiteral("room"));
        QVERIFY2(problems().first()[u"text"].toString().contains(scene.dir.filePath(QStringLiteral("shared"))), qPrintable(problems().first()[u"text"].toString()));
        QVERIFY(scene.engine.isRunning());
        QVERIFY(small.resize(QStringLiteral("64m")));
        const QString source = scene.file(5'000'000, QStringLiteral("g"));
        QTRY_VERIFY_WITH_TIMEOUT(scene.put(source).code == 0, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(problems().isEmpty(), Patience); // once nobody tries to fill what didn't fit
        scene.verifyMoney();
        QCOMPARE(scene.engine.stop(), 0);
    }

    void aFullDiskOfTheEngineIsToldToItsOwnerAndNotToItsCustomers()
    {
        Scene scene;
        const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        scene.engine.environment = faults.environment();
        const Mount data(scene.engine.data(), QStringLiteral("size=160m,mode=700"));
        QVERIFY2(data.isThere(), Mount::Needs);
        QVERIFY(scene.start());
        const auto problem = [&] {
            const QJsonArray all = scene.engine.ctl({ QStringLiteral("status") }).value(u"problems").toArray();
            return all.isEmpty() ? QString() : all.first()[u"kind"].toString() + u' ' + all.first()[u"text"].toString();
        };
        const QString file = scene.file(200'000);
        QCOMPARE(scene.put(file).code, 0);
        QCOMPARE(problem(), QString());

        // It is said before it is full, and by whom.
        const QString ballast = scene.engine.data() + QStringLiteral("/ballast");
        const auto take = [&](const char* size) { return QProcess::execute(QStringLiteral("fallocate"), { QStringLiteral("-l"), QLatin1String(size), ballast }); };
        QCOMPARE(take("120m"), 0);
        QTRY_VERIFY_WITH_TIMEOUT(problem().startsWith(QLatin1String("data Only")), Patience);
        QVERIFY2(problem().contains(scene.engine.data()), qPrintable(problem()));
        // Nothing of it is left: each write fails, as it does on a disk whose blocks are all in use.
        faults->writes_left = 0;
        QTRY_VERIFY_WITH_TIMEOUT(problem().startsWith(QLatin1String("data The disk")), Patience);
        QVERIFY2(problem().contains(QLatin1String("is full")) && problem().contains(scene.engine.data()) && problem().contains(QLatin1String("Free some space")), qPrintable(problem()));
        QProcess status;
        status.start(program("surplusctl"), { QStringLiteral("status"), QStringLiteral("--data"), scene.engine.data() });
        QVERIFY(status.waitForFinished(Patience));
        QVERIFY(status.readAllStandardOutput().contains("Problem   The disk of the engine's data folder"));
        const Outcome refused = scene.put(scene.file(200'000, QStringLiteral("second.bin")));
        QCOMPARE(refused.code, 2);
        QCOMPARE(refused.json.value(u"error").toString(), QStringLiteral("provider.full"));
        const QString told = refused.errors + QString::fromUtf8(QJsonDocument(refused.json).toJson());
        QVERIFY2(!told.contains(scene.engine.data()) && !told.contains(QLatin1String(".db")) && !told.contains(QLatin1String("statement")), qPrintable(told));

        // It goes away by itself.
        faults->writes_left = -1;
        QTRY_VERIFY_WITH_TIMEOUT(problem().startsWith(QLatin1String("data Only")), Patience);
        QVERIFY(QFile::remove(ballast));
        QTRY_COMPARE_WITH_TIMEOUT(problem(), QString(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(scene.put(scene.file(200'000, QStringLiteral("second.bin"))).code, 0, Patience);
        scene.verifyMoney();
        QCOMPARE(scene.engine.stop(), 0);
    }

    void aDiskThatIsReallyFullStopsTheCustomerInWords()
    {
        Scene scene;
        const Mount home(scene.dir.filePath(QStringLiteral("customer")), QStringLiteral("size=64m"));
        const Mount target(scene.dir.filePath(QStringLiteral("target")), QStringLiteral("size=8m"));
        QVERIFY2(home.isThere() && target.isThere(), Mount::Needs);
        QVERIFY(scene.start());
        const QString source = scene.file(20'000'000);
        QVERIFY(scene.put(source).code == 0);
        const QString back = scene.dir.filePath(QStringLiteral("target/back.bin"));
        const QString ballast = scene.file(58'000'000, QStringLiteral("customer/ballast"));
        const Outcome sealed = run("surplus-customer", getArguments(scene, back)); // no room for what comes
        QVERIFY2(sealed.code == 2, qPrintable(QString::number(sealed.code) + u' ' + sealed.errors));
        // Whichever write meets the full disk first: the content's, or that of the next voucher.
        const QString full = sealed.json.value(u"error").toString();
        QVERIFY2(full == QLatin1String("fetch.disk") || full == QLatin1String("store.full"), qPrintable(full));
        QVERIFY(QFile::remove(ballast));
        const Outcome opened = run("surplus-customer", getArguments(scene, back)); // nor for what it is opened into
        QVERIFY2(opened.code == 2, qPrintable(QString::number(opened.code) + u' ' + opened.errors));
        QCOMPARE(opened.json.value(u"error").toString(), QStringLiteral("seal.io"));
        QVERIFY(!QFile::exists(back));
        QVERIFY(target.resize(QStringLiteral("64m")));
        const Outcome room = run("surplus-customer", getArguments(scene, back));
        QVERIFY2(room.code == 0, qPrintable(room.errors));
        QVERIFY(scene.same(source, back));
        scene.verifyMoney();
    }

    void aDiskThatIsUnpluggedWhileItIsFilledIsNotRecreated()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QString shared = scene.dir.filePath(QStringLiteral("shared"));
        const QString source = scene.file(60'000'000);
        QProcess putting;
        putting.start(program("surplus-customer"), anyPrice({ QStringLiteral("put"), source, QStringLiteral("--provider"), scene.provider,
            QStringLiteral("--home"), scene.dir.filePath(QStringLiteral("customer")), QStringLiteral("--json") }));
        const auto filling = [&] { return !QDir(shared + QStringLiteral("/content")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty(); };
        QVERIFY(QTest::qWaitFor(filling, Patience));
        QVERIFY(QDir().rename(shared, shared + QStringLiteral("-unplugged")));
        QTRY_COMPARE_WITH_TIMEOUT(scene.engine.ctl({ QStringLiteral("status") }).value(u"reason").toString(), QStringLiteral("disk"), Patience);
        QVERIFY(scene.engine.isRunning());
        putting.kill();
        putting.waitForFinished();
        QVERIFY(!QFile::exists(shared)); // nothing was made beneath, neither before it noticed nor since
        QVERIFY(QDir().rename(shared + QStringLiteral("-unplugged"), shared));
        QTRY_COMPARE_WITH_TIMEOUT(scene.engine.ctl({ QStringLiteral("status") }).value(u"state").toString(), QStringLiteral("sharing"), Patience);
        QVERIFY(scene.put(scene.file(100'000, QStringLiteral("g"))).code == 0);
    }

    void aDiskThatIsUnpluggedWhileItIsServedComesBack()
    {
        Scene scene;
        QVERIFY(scene.start());
        constexpr qint64 Size = 60'000'000; // what somebody without money set aside may lease
        const auto atMost = [&](const char* rate) { // so that there is time to pull the disk, however slow we are
            return run("surplusctl", { QStringLiteral("resources"), QStringLiteral("set"), QStringLiteral("storage"), QStringLiteral("upload"), QLatin1String(rate),
                QStringLiteral("--json"), QStringLiteral("--data"), scene.engine.data() }).code;
        };
        const QString source = scene.file(Size);
        QVERIFY(scene.put(source).code == 0);
        const QString shared = scene.dir.filePath(QStringLiteral("shared"));
        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        const auto retrieved = [&] { return scene.engine.ctl({ QStringLiteral("status") }).value(u"storage")[u"retrieved"].toInteger(); };
        QCOMPARE(atMost("16Mbit"), 0);
        QProcess getting;
        getting.start(program("surplus-customer"), getArguments(scene, back));
        QVERIFY(QTest::qWaitFor([&] { return retrieved() > 0; }, Patience));
        const auto pid = static_cast<pid_t>(getting.processId());
        QCOMPARE(::kill(pid, SIGSTOP), 0); // in the middle of it, while the engine notices
        QVERIFY(QDir().rename(shared, shared + QStringLiteral("-unplugged")));
        QTRY_COMPARE_WITH_TIMEOUT(scene.engine.ctl({ QStringLiteral("status") }).value(u"reason").toString(), QStringLiteral("disk"), Patience);
        QVERIFY2(retrieved() < Size, "the whole file was served before the disk was pulled: a larger one is needed");
        QCOMPARE(::kill(pid, SIGCONT), 0);
        QVERIFY(getting.waitForFinished(Patience));
        QCOMPARE(getting.exitCode(), 2);
        QVERIFY(!QFile::exists(back));
        const Outcome away = run("surplus-customer", getArguments(scene, back));
        QCOMPARE(away.json.value(u"error").toString(), QStringLiteral("storage.absent"));
        QVERIFY(QDir().rename(shared + QStringLiteral("-unplugged"), shared));
        QTRY_COMPARE_WITH_TIMEOUT(scene.engine.ctl({ QStringLiteral("status") }).value(u"state").toString(), QStringLiteral("sharing"), Patience);
        QCOMPARE(atMost("0"), 0);
        QVERIFY(run("surplus-customer", getArguments(scene, back)).code == 0);
        QVERIFY(scene.same(source, back));
        scene.verifyMoney();
    }

    void aSlowDiskSlowsAndLosesNothing()
    {
        Scene scene;
        const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        scene.engine.environment = faults.environment();
        faults->sync_ms = 20;
        QVERIFY(scene.start());
        const QString source = scene.file(20'000'000);
        QVERIFY(scene.put(source).code == 0);
        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        QVERIFY(run("surplus-customer", getArguments(scene, back)).code == 0);
        QVERIFY(scene.same(source, back));
        QCOMPARE(scene.earned(), scene.promised());
        scene.verifyMoney();
    }

    void aClockThatIsSteppedByAYearChangesNoBill()
    {
        Scene scene;
        const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        scene.engine.environment = faults.environment();
        QVERIFY(scene.start());
        const QString source = scene.file(2'000'000);
        QVERIFY(scene.put(source).code == 0);
        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        qint64 kept = 0;
        for (const long step : { Year, -Year, 0L }) {
            faults->clock_step = step;
            const qint64 now = scene.engine.ctl({ QStringLiteral("status") }).value(u"now").toInteger();
            QVERIFY(std::abs(now - QDateTime::currentMSecsSinceEpoch() - step * 1000) < 1000 * Year / 2); // it really sees that clock
            const Outcome audited = scene.customer({ QStringLiteral("audit"), QStringLiteral("file.bin") });
            QVERIFY2(audited.code == 0, qPrintable(audited.errors));
            QVERIFY(audited.json.value(u"keptSeconds").toInteger() < 600); // not a year
            QVERIFY(audited.json.value(u"keptSeconds").toInteger() >= kept);
            kept = audited.json.value(u"keptSeconds").toInteger();
            const Outcome fetched = run("surplus-customer", getArguments(scene, back));
            QVERIFY2(fetched.code == 0, qPrintable(fetched.errors));
            QVERIFY(scene.same(source, back));
            scene.verifyMoney();
            QCOMPARE(scene.earned(), scene.promised());
        }
        // The customer's clock, too.
        for (const long step : { Year, -Year }) {
            const Faults its(scene.dir.filePath(QStringLiteral("its-faults")));
            its->clock_step = step;
            const Outcome audited = run("surplus-customer", { QStringLiteral("audit"), QStringLiteral("file.bin"), QStringLiteral("--json"),
                QStringLiteral("--home"), scene.dir.filePath(QStringLiteral("customer")) }, Patience, its.environment());
            QVERIFY2(audited.code == 0, qPrintable(audited.errors));
            QVERIFY(audited.json.value(u"keptSeconds").toInteger() < 600);
            QVERIFY(run("surplus-customer", getArguments(scene, back), Patience, its.environment()).code == 0);
        }
        QCOMPARE(scene.earned(), scene.promised());
        // A pause of two seconds ends after two seconds, wherever the clock is set meanwhile.
        (void)scene.engine.ctl({ QStringLiteral("pause"), QStringLiteral("--for"), QStringLiteral("3s") });
        faults->clock_step = -Year;
        QTRY_COMPARE_WITH_TIMEOUT(scene.engine.ctl({ QStringLiteral("status") }).value(u"state").toString(), QStringLiteral("sharing"), Patience);
        (void)scene.engine.ctl({ QStringLiteral("pause"), QStringLiteral("--for"), QStringLiteral("1h") });
        faults->clock_step = Year;
        QVERIFY(scene.lives(4'000)); // longer than the pause before lasted
        QCOMPARE(scene.engine.ctl({ QStringLiteral("status") }).value(u"state").toString(), QStringLiteral("paused"));
    }
};

QTEST_GUILESS_MAIN(FaultTest)
#include "fault_test.moc"
