// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/methods.h"
#include "services/common/core/result.h"
#include "services/dashboard/fleet/enginelink.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace surplus {

/// How long the supervisor waits for what. Tests shorten it.
struct SupervisorTimes {
    int readyMs = 20'000; ///< from the spawn to the handshake
    int askMs = 5'000; ///< for an engine that was asked to stop, before SIGTERM
    int terminateMs = 5'000; ///< after SIGTERM, before SIGKILL
    QList<int> backoffMs { 2'000, 4'000, 8'000, 16'000, 32'000, 60'000 };
    int stableMs = 10 * 60 * 1000; ///< a run this long makes earlier failures forgotten
    int watchMs = 500; ///< between looks at the process
    int sleptMs = 5'000; ///< a look that comes this much late means that the computer (or we) slept meanwhile
};

/// Starts, adopts, watches, restarts and stops the engine of this computer. The process is detached and has a group of
/// its own, so that it outlives a dashboard that was killed and is adopted by the next one. One thread; never blocks.
class Supervisor : public QObject {
    Q_OBJECT
public:
    /// In an order in which a comparison answers a question: `state >= Starting` means a process may exist.
    enum class State {
        Failed, ///< needs attention: it failed as often as there are waits, see report()
        Stopped, ///< nobody wants it
        Backoff, ///< wanted; the next try is at nextTry()
        Starting, ///< a process exists; no handshake yet
        Running, ///< the handshake is done
        Stopping ///< asked to end
    };
    Q_ENUM(State)

    Supervisor(QString program, QString dataDir, QStringList arguments, EngineLink& link,
        const SupervisorTimes& times = {}, QObject* parent = nullptr);

    /// The user's wish. Starting adopts an engine that already runs on the data directory.
    void start();
    void stop();
    /// Forgets earlier failures and tries at once.
    void restartNow();
    /// Leaves the engine running and looks no further: for quitting the dashboard without ending to share.
    void letGo();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isWanted() const { return m_wanted; }
    [[nodiscard]] bool wasAdopted() const { return m_adopted; }
    [[nodiscard]] qint64 pid() const { return m_pid; }
    [[nodiscard]] int failures() const { return m_failures; }
    [[nodiscard]] int maxFailures() const { return static_cast<int>(m_times.backoffMs.size()); }
    /// Milliseconds until the next try; 0 outside Backoff.
    [[nodiscard]] int nextTryMs() const { return m_state == State::Backoff ? m_retry.remainingTime() : 0; }
    [[nodiscard]] int currentBackoffMs() const;
    /// What went wrong last, in words, with the end of what the engine wrote to standard error.
    [[nodiscard]] QString report() const { return m_report; }
    [[nodiscard]] QString dataDir() const { return m_dataDir; }
    /// Speaks an older protocol than this dashboard: it works on, and a restart is offered.
    [[nodiscard]] bool isOutdated() const;

Q_SIGNALS:
    void changed();

private:
    void setState(State state);
    void spawn();
    [[nodiscard]] bool adopt();
    void watch();
    void onReady();
    void onSilent();
    /// Deadlines that ran out while nobody ran are no evidence against the engine.
    [[nodiscard]] bool justWoke() const { return m_sinceLook.isValid() && m_sinceLook.elapsed() > m_times.watchMs + m_times.sleptMs; }
    void onGone(const QString& why);
    void signalGroup(int number) const;
    void rememberProcess(qint64 pid);
    [[nodiscard]] bool isAlive() const;
    [[nodiscard]] QString standardErrorEnd() const;

    const QString m_program;
    const QString m_dataDir;
    const QStringList m_arguments;
    EngineLink& m_link;
    const SupervisorTimes m_times;
    State m_state = State::Stopped;
    bool m_wanted = false;
    bool m_adopted = false;
    bool m_linkOpen = false;
    bool m_fellSilent = false; ///< it had been ready
    QElapsedTimer m_sinceLook;
    qint64 m_pid = 0;
    quint64 m_startTime = 0;
    qint64 m_group = 0; ///< the process group that holds the engine and nothing else; 0 if there is none
    int m_failures = 0;
    QString m_report;
    QTimer m_watch;
    QTimer m_retry;
    QTimer m_ready;
    QTimer m_stable;
    QTimer m_stopStep;
    int m_stopSteps = 0;
};

} // namespace surplus
