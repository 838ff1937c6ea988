// SPDX-License-Identifier: GPL-3.0-or-later
// The supervisor against engines that misbehave, and against the real one.
#include "services/dashboard/supervisor/supervisor.h"
#include "tests/support/processes.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <unistd.h>

using namespace surplus;
using test::Patience;
using State = Supervisor::State;

class SupervisorTest : public QObject {
    Q_OBJECT

    static SupervisorTimes quick()
    {
        SupervisorTimes times;
        times.readyMs = 60'000;
        times.backoffMs = { 20, 20, 20, 20, 20, 20 };
        times.watchMs = 50;
        return times;
    }
    struct Watched {
        QTemporaryDir dir;
        EngineLink link;
        Supervisor supervisor;
        QList<State> states;

        explicit Watched(const QString& mode, SupervisorTimes times = quick(), int pollMs = 5000, int answerMs = 60'000)
            : link(pollMs, answerMs), supervisor(mode.isEmpty() ? test::program("surplusd") : QStringLiteral(SURPLUS_FAKE_ENGINE), dir.path(),
                mode.isEmpty() ? QStringList { QStringLiteral("--allow-root") } : QStringList { mode }, link, times)
        {
            connect(&supervisor, &Supervisor::changed, &supervisor, [this] { states.append(supervisor.state()); });
        }
        ~Watched()
        {
            if (supervisor.pid() > 0)
                ::kill(static_cast<pid_t>(supervisor.pid()), SIGKILL);
        }
        bool reaches(State state)
        {
            return QTest::qWaitFor([&] { return supervisor.state() == state; }, Patience);
        }
    };
    static bool isAlive(qint64 pid) { return processStartTime(pid) != 0; }
private Q_SLOTS:
    void theRealEngineRunsAndStops()
    {
        Watched w { QString() };
        w.supervisor.start();
        QVERIFY(w.reaches(State::Running));
        QVERIFY(w.link.status().has_value());
        QVERIFY(!w.supervisor.isOutdated());
        const qint64 pid = w.supervisor.pid();
        QVERIFY(getpgid(static_cast<pid_t>(pid)) != getpgrp()); // a group of its own
        QCOMPARE(getpgid(static_cast<pid_t>(pid)), getsid(static_cast<pid_t>(pid)));
        w.supervisor.stop();
        QVERIFY(w.reaches(State::Stopped));
        QVERIFY(!isAlive(pid));
        QCOMPARE(w.states, (QList<State> { State::Starting, State::Running, State::Stopping, State::Stopped }));
    }
    void aKilledEngineIsStartedAgain()
    {
        Watched w { QString() };
        w.supervisor.start();
        QVERIFY(w.reaches(State::Running));
        const qint64 pid = w.supervisor.pid();
        ::kill(static_cast<pid_t>(pid), SIGKILL);
        QVERIFY(QTest::qWaitFor([&] { return w.supervisor.state() == State::Running && w.supervisor.pid() != pid; }, Patience));
        QVERIFY(w.states.contains(State::Backoff));
        QCOMPARE(w.supervisor.failures(), 1);
        w.supervisor.stop();
        QVERIFY(w.reaches(State::Stopped));
    }
    void aRunningEngineIsAdoptedNotDoubled()
    {
        Watched first { QString() };
        first.supervisor.start();
        QVERIFY(first.reaches(State::Running));
        const qint64 pid = first.supervisor.pid();
        first.supervisor.letGo(); // as if the dashboard were gone
        EngineLink link;
        Supervisor second(test::program("surplusd"), first.dir.path(), { QStringLiteral("--allow-root") }, link, quick());
        second.start();
        QVERIFY(QTest::qWaitFor([&] { return second.state() == State::Running; }, Patience));
        QVERIFY(second.wasAdopted());
        QCOMPARE(second.pid(), pid);
        second.stop();
        QVERIFY(QTest::qWaitFor([&] { return second.state() == State::Stopped; }, Patience));
        QVERIFY(!isAlive(pid));
    }
    void aStaleRuntimeFileIsNotAdopted()
    {
        Watched w { QString() };
        const RuntimeFile stale { 1, randomBytes(), QCoreApplication::applicationPid(), 12345, {}, 1 }; // our pid, another start
        QVERIFY(stale.write(w.dir.path()));
        w.supervisor.start();
        QVERIFY(w.reaches(State::Running));
        QVERIFY(!w.supervisor.wasAdopted());
        w.supervisor.stop();
        QVERIFY(w.reaches(State::Stopped));
    }
    void sixFailuresNeedAttentionWithAReport()
    {
        Watched w(QStringLiteral("crash"));
        w.supervisor.start();
        QVERIFY(w.reaches(State::Failed));
        QCOMPARE(w.states.count(State::Backoff), 6);
        QVERIFY2(w.supervisor.report().contains(QLatin1String("cheese")), qPrintable(w.supervisor.report()));
        w.supervisor.restartNow();
        QVERIFY(w.reaches(State::Failed));
    }
    void aFloodOfOutputDoesNoHarm()
    {
        Watched w(QStringLiteral("flood"));
        w.supervisor.start();
        QVERIFY(w.reaches(State::Failed));
        QVERIFY(w.supervisor.report().size() < 2000);
    }
    void anEngineThatIsNeverReadyIsEnded()
    {
        SupervisorTimes times = quick();
        times.readyMs = 300;
        times.backoffMs = { 20 };
        Watched w(QStringLiteral("never-ready"), times);
        w.supervisor.start();
        QVERIFY(w.reaches(State::Starting));
        const qint64 pid = w.supervisor.pid();
        QVERIFY(w.reaches(State::Failed));
        QVERIFY(QTest::qWaitFor([&] { return !isAlive(pid); }, Patience));
    }
    void anEngineThatIgnoresSigtermIsKilled()
    {
        SupervisorTimes times = quick();
        times.askMs = 500;
        times.terminateMs = 500;
        Watched w(QStringLiteral("stubborn"), times);
        w.supervisor.start();
        QVERIFY(w.reaches(State::Running));
        const qint64 pid = w.supervisor.pid();
        w.supervisor.stop();
        QVERIFY(w.reaches(State::Stopped));
        QVERIFY(!isAlive(pid));
    }
    void anEngineThatHangsIsEndedAndStartedAgain()
    {
        SupervisorTimes times = quick();
        times.readyMs = 8'000; // also what a fresh one has to be there
        Watched w(QStringLiteral("hang"), times, 200, 2'000);
        w.supervisor.start();
        QVERIFY(w.reaches(State::Running));
        const qint64 pid = w.supervisor.pid();
        QString report;
        connect(&w.supervisor, &Supervisor::changed, &w.supervisor, [&] { report += w.supervisor.report(); });
        QTRY_VERIFY_WITH_TIMEOUT(w.states.contains(State::Backoff), Patience);
        QVERIFY2(report.contains(QLatin1String("stopped answering")), qPrintable(report));
        QVERIFY(QTest::qWaitFor([&] { return !isAlive(pid); }, Patience));
        QTRY_VERIFY_WITH_TIMEOUT(w.states.count(State::Running) >= 2, Patience);
        QVERIFY(w.supervisor.pid() != pid);
        w.supervisor.stop();
        QVERIFY(w.reaches(State::Stopped));
    }
    void aSuspendedComputerIsNoCrash()
    {
        SupervisorTimes times = quick();
        times.readyMs = 6'000;
        times.sleptMs = 500;
        Watched w(QString(), times, 200, 4'000);
        w.supervisor.start();
        QVERIFY(w.reaches(State::Running));
        const qint64 pid = w.supervisor.pid();
        for (int i = 0; i < 2; ++i) {
            // Everything stands still for longer than any deadline, and goes on.
            const QString both = QStringLiteral("%1 %2").arg(pid).arg(QCoreApplication::applicationPid());
            const QString awake = w.dir.filePath(QStringLiteral("awake-%1").arg(i));
            QVERIFY(QProcess::startDetached(QStringLiteral("sh"), { QStringLiteral("-c"),
                QStringLiteral("sleep 0.3; kill -STOP %1; sleep 8; kill -CONT %1; : >%2").arg(both, awake) }));
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(awake), Patience);
            // Whatever was due meanwhile is over once the engine has been asked twice more.
            for (int looks = 0; looks < 2; ++looks) {
                QSignalSpy answered(&w.link, &EngineLink::statusChanged);
                QVERIFY(answered.wait(Patience));
            }
            QVERIFY(w.reaches(State::Running));
        }
        QCOMPARE(w.supervisor.pid(), pid);
        QCOMPARE(w.supervisor.failures(), 0);
        QVERIFY(!w.states.contains(State::Backoff));
        w.supervisor.stop();
        QVERIFY(w.reaches(State::Stopped));
    }
    void itsChildrenEndWithIt()
    {
        Watched w(QStringLiteral("child"));
        w.supervisor.start();
        QVERIFY(w.reaches(State::Running));
        const qint64 pid = w.supervisor.pid();
        const QString group = QString::number(getpgid(static_cast<pid_t>(pid)));
        const auto members = [&] {
            QProcess pgrep;
            pgrep.start(QStringLiteral("pgrep"), { QStringLiteral("-r"), QStringLiteral("R,S,D"), QStringLiteral("-g"), group });
            pgrep.waitForFinished();
            const QByteArray out = pgrep.readAllStandardOutput().trimmed();
            return out.isEmpty() ? 0 : out.split('\n').size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(members(), 3, Patience);
        ::kill(static_cast<pid_t>(pid), SIGKILL); // the engine dies, its child is left behind
        QVERIFY(QTest::qWaitFor([&] { return w.supervisor.state() == State::Running && w.supervisor.pid() != pid; }, Patience));
        QCOMPARE(members(), 0);
        w.supervisor.stop();
        QVERIFY(w.reaches(State::Stopped));
    }
    void anOlderEngineIsTakenAndSaidSo()
    {
        Watched w(QStringLiteral("older"));
        w.supervisor.start();
        QVERIFY(w.reaches(State::Running));
        QVERIFY(w.supervisor.isOutdated());
        w.supervisor.stop();
        QVERIFY(w.reaches(State::Stopped));
    }
    void aMissingProgramIsNamed()
    {
        EngineLink link;
        const QTemporaryDir dir;
        SupervisorTimes times = quick();
        times.backoffMs = { 20 };
        Supervisor supervisor(QStringLiteral("/nowhere/surplusd"), dir.path(), {}, link, times);
        supervisor.start();
        QVERIFY(QTest::qWaitFor([&] { return supervisor.state() == State::Failed; }, Patience));
        QVERIFY(supervisor.report().contains(QLatin1String("/nowhere/surplusd")));
    }

private:
    static QByteArray randomBytes() { return QByteArray(32, 'r'); }
};

QTEST_GUILESS_MAIN(SupervisorTest)
#include "supervisor_test.moc"
