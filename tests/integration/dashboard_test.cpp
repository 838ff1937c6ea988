// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard as a process: it builds every page without a warning, adopts its engine, and ends its demo whole.
#include "services/common/history/historystore.h"
#include "services/common/core/localzone.h"
#include "services/dashboard/fleet/enginelink.h"
#include "tests/support/processes.h"

#include <QImage>
#include <QTemporaryDir>

using namespace surplus;
using namespace surplus::test;

class DashboardTest : public QObject {
    Q_OBJECT

    static std::unique_ptr<QProcess> start(const QString& profile, const QStringList& more = {})
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(program("surplus"), QStringList { QStringLiteral("--profile"), profile } + more);
        return process->waitForStarted() ? std::move(process) : nullptr;
    }
    static qint64 enginePid(const QString& profile)
    {
        qint64 pid = 0;
        (void)QTest::qWaitFor([&] {
            const auto runtime = RuntimeFile::read(profile + QStringLiteral("/engine"));
            pid = runtime && processStartTime(runtime->pid) == runtime->startTime ? runtime->pid : 0;
            return pid != 0;
        }, Patience);
        return pid;
    }
    /// Processes whose command line names the profile.
    static int processesOf(const QString& profile)
    {
        QProcess pgrep;
        pgrep.start(QStringLiteral("pgrep"), { QStringLiteral("-f"), profile });
        pgrep.waitForFinished();
        const QByteArray out = pgrep.readAllStandardOutput().trimmed();
        return out.isEmpty() ? 0 : static_cast<int>(out.split('\n').size());
    }
private Q_SLOTS:
    void everyPageIsBuiltWithoutAWarning()
    {
        const QTemporaryDir dir;
        const auto process = start(dir.path(), { QStringLiteral("--self-test") });
        QVERIFY(process);
        QVERIFY(process->waitForFinished(Patience));
        QCOMPARE(process->exitCode(), 0);
        QCOMPARE(processesOf(dir.path()), 0);
    }
    void anEmptyProfileSharesNothing()
    {
        const QTemporaryDir dir;
        const auto process = start(dir.path());
        QVERIFY(process);
        QVERIFY(enginePid(dir.path()) > 0);
        RpcClient client;
        QVERIFY(openLocalEngine(client, dir.path() + QStringLiteral("/engine")));
        const auto status = EngineStatus::fromJson(*client.callAndWait(QStringLiteral("engine.status")));
        QCOMPARE(status->state, ShareState::Idle);
        QCOMPARE(status->reason, Reason::Payout);
        QVERIFY(!status->storage.enabled);
        QVERIFY(status->storage.folder.isEmpty());
        client.close();
        process->terminate();
        QVERIFY(process->waitForFinished(Patience));
        QCOMPARE(processesOf(dir.path()), 0);
    }
    void aDashboardThatWasKilledAdoptsItsEngine()
    {
        const QTemporaryDir dir;
        const auto first = start(dir.path());
        QVERIFY(first);
        const qint64 pid = enginePid(dir.path());
        QVERIFY(pid > 0);
        first->kill();
        first->waitForFinished();
        QVERIFY(processStartTime(pid) != 0); // the engine goes on
        const auto second = start(dir.path());
        QVERIFY(second);
        const auto adopted = [&] {
            QFile log(dir.filePath(QStringLiteral("logs/surplus.log")));
            return log.open(QIODevice::ReadOnly) && log.readAll().contains("adopting the running engine, process " + QByteArray::number(pid));
        };
        QVERIFY(QTest::qWaitFor(adopted, Patience));
        QVERIFY(processStartTime(pid) != 0);
        second->terminate();
        QVERIFY(second->waitForFinished(Patience));
        QVERIFY(QTest::qWaitFor([&] { return processStartTime(pid) == 0; }, Patience)); // the one that it ends is still the first
        QCOMPARE(processesOf(dir.path()), 0);
    }
    void aHistoryThatIsDamagedInUseIsRenewed()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("history.db"));
        const auto isFilled = [&] {
            const auto db = Database::open(file, Database::Durability::Normal, HistoryStore::migrations());
            return db && (*db)->attempt([&] { return HistoryStore(**db, localZone()).machineCount(); }).value_or(0) == 1;
        };
        const auto first = start(dir.path());
        QVERIFY(first);
        QVERIFY(enginePid(dir.path()) > 0);
        QVERIFY(QTest::qWaitFor(isFilled, 60'000));
        first->terminate();
        QVERIFY(first->waitForFinished(30'000)); // all is in the file itself now
        const auto second = start(dir.path());
        QVERIFY(second);
        QVERIFY(enginePid(dir.path()) > 0);
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek(4096));
        QVERIFY(damaged.write(QByteArray(damaged.size() - 4096, 'Z')) > 0);
        damaged.close();
        QVERIFY(QTest::qWaitFor([&] { return !QDir(dir.path()).entryList({ QStringLiteral("history.db.damaged-*") }).isEmpty(); }, 120'000));
        QVERIFY(QTest::qWaitFor(isFilled, 120'000)); // from the engine
        QCOMPARE(second->state(), QProcess::Running);
        second->terminate();
        QVERIFY(second->waitForFinished(30'000));
        QCOMPARE(second->exitCode(), 0);
        QCOMPARE(processesOf(dir.path()), 0);
    }
    void theDemoEarnsAndLeavesNothingBehind()
    {
        const QTemporaryDir dir;
        const auto process = start(dir.path(), { QStringLiteral("--demo") });
        QVERIFY(process);
        QVERIFY(enginePid(dir.path()) > 0);
        RpcClient client;
        QVERIFY(openLocalEngine(client, dir.path() + QStringLiteral("/engine")));
        std::optional<EngineStatus> status;
        QVERIFY(QTest::qWaitFor([&] {
            const auto answer = client.callAndWait(QStringLiteral("engine.status"));
            status = answer ? EngineStatus::fromJson(*answer) : std::nullopt;
            return status && status->storage.customers == 2 && status->money.earned.nano() > 0 && status->storage.retrieved > 8'000'000;
        }, Patience));
        QCOMPARE(status->money.pending, status->money.earned);
        client.close();
        process->terminate();
        QVERIFY(process->waitForFinished(Patience));
        QVERIFY(QTest::qWaitFor([&] { return processesOf(dir.path()) == 0; }, Patience));
    }
    void aKilledDemoLeavesNoCustomerBehind()
    {
        const QTemporaryDir dir;
        const auto process = start(dir.path(), { QStringLiteral("--demo") });
        QVERIFY(process);
        const qint64 engine = enginePid(dir.path());
        QVERIFY(QTest::qWaitFor([&] { return processesOf(dir.path()) == 4; }, Patience)); // dashboard, engine, two customers
        process->kill();
        process->waitForFinished();
        QVERIFY(QTest::qWaitFor([&] { return processesOf(dir.path()) == 1; }, Patience));
        ::kill(static_cast<pid_t>(engine), SIGTERM); // it would be adopted by the next dashboard
        QVERIFY(QTest::qWaitFor([&] { return processesOf(dir.path()) == 0; }, Patience));
    }
    void screenshotsShowEveryPage()
    {
        const QTemporaryDir dir;
        const QString shots = dir.filePath(QStringLiteral("shots"));
        const auto process = start(dir.filePath(QStringLiteral("profile")), { QStringLiteral("--screenshots"), shots });
        QVERIFY(process);
        QVERIFY(process->waitForFinished(Patience));
        QCOMPARE(process->exitCode(), 0);
        const QStringList files = QDir(shots).entryList({ QStringLiteral("*.png") });
        QCOMPARE(files.size(), 28); // seven pages, light and dark, two sizes
        for (const QString& file : files) {
            const QImage image(shots + u'/' + file);
            QVERIFY(image.width() >= 960);
            QSet<QRgb> colours;
            for (int y = 0; y < image.height(); y += 7) {
                for (int x = 0; x < image.width(); x += 7)
                    colours.insert(image.pixel(x, y));
            }
            QVERIFY2(colours.size() > 8, qPrintable(file)); // something is drawn
            QVERIFY(file.contains(QLatin1String("dark")) == (qGray(image.pixel(image.width() - 3, 3)) < 128));
        }
    }
};

QTEST_GUILESS_MAIN(DashboardTest)
#include "dashboard_test.moc"
