// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/supervisor/supervisor.h"

#include <QElapsedTimer>
#include <QTimer>
#include <qqmlintegration.h>

namespace surplus {

/// This computer as the interface shows it: one state in shape, word and colour, its second line, and what can be done.
class MachineModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    /// Name of the state glyph: sharing, paused, stopped, busy, restarting or attention.
    Q_PROPERTY(QString glyph READ glyph NOTIFY changed)
    /// The theme's token for the state: positive, textMuted, info or warning.
    Q_PROPERTY(QString tone READ tone NOTIFY changed)
    Q_PROPERTY(QString stateWord READ stateWord NOTIFY changed)
    Q_PROPERTY(QString secondLine READ secondLine NOTIFY changed)
    /// The status card's sentence and the line under it.
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    Q_PROPERTY(bool paused READ isPaused NOTIFY changed)
    /// Somebody paused it, so somebody can resume it; otherwise only its rules can.
    Q_PROPERTY(bool canResume READ canResume NOTIFY changed)
    Q_PROPERTY(QString name READ name CONSTANT) ///< of the computer
    Q_PROPERTY(QString system READ system CONSTANT)
    Q_PROPERTY(bool running READ isRunning NOTIFY changed)
    Q_PROPERTY(bool sharing READ isSharing NOTIFY changed)
    Q_PROPERTY(bool canStart READ canStart NOTIFY changed)
    /// Something has to be asked before anything is shared: no payout address or no folder yet.
    Q_PROPERTY(bool needsSetup READ needsSetup NOTIFY changed)
    /// All of it was set up before, but the folder was given up: another one is wanted, and nothing else.
    Q_PROPERTY(bool needsFolder READ needsFolder NOTIFY changed)
    /// "Updated 4 min ago" once what is shown is older than two minutes; empty before.
    Q_PROPERTY(QString staleText READ staleText NOTIFY changed)
    /// It has been starting for longer than it should.
    Q_PROPERTY(bool slow READ isSlow NOTIFY changed)
    /// It starts, or runs and has not said yet what it does: what is shown of it comes in a moment.
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed)
    Q_PROPERTY(bool restarting READ isRestarting NOTIFY changed)
    Q_PROPERTY(bool failed READ hasFailed NOTIFY changed)
    Q_PROPERTY(QString restartText READ restartText NOTIFY changed)
    Q_PROPERTY(double restartProgress READ restartProgress NOTIFY changed)
    Q_PROPERTY(QString tryText READ tryText NOTIFY changed)
    /// What went wrong, in words; empty if nothing did.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// The problem is that the storage folder isn't there: its disk is away, or gone for good.
    Q_PROPERTY(bool storageAbsent READ isStorageAbsent NOTIFY changed)
    Q_PROPERTY(QString report READ report NOTIFY changed)
    Q_PROPERTY(QString provider READ provider NOTIFY changed)
    Q_PROPERTY(QString version READ version NOTIFY changed)
    Q_PROPERTY(QString machineId READ machineId NOTIFY changed)
    Q_PROPERTY(bool outdated READ isOutdated NOTIFY changed)
    Q_PROPERTY(bool hasCustomers READ hasCustomers NOTIFY changed)
public:
    MachineModel(Supervisor& supervisor, EngineLink& link, QObject* parent = nullptr);

    [[nodiscard]] QString glyph() const;
    [[nodiscard]] QString tone() const;
    [[nodiscard]] QString stateWord() const;
    [[nodiscard]] QString secondLine() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] bool isStorageAbsent() const;
    /// Whether the other models have nothing to say either.
    void setOthersWell(bool well);
    [[nodiscard]] bool areOthersWell() const { return m_othersWell; }
    [[nodiscard]] bool isPaused() const;
    [[nodiscard]] bool isRunning() const { return m_supervisor.state() == Supervisor::State::Running; }
    [[nodiscard]] bool canResume() const;
    [[nodiscard]] static QString name();
    [[nodiscard]] static QString system();
    [[nodiscard]] bool isSharing() const;
    [[nodiscard]] bool canStart() const { return m_supervisor.state() <= Supervisor::State::Stopped; }
    [[nodiscard]] bool needsSetup() const;
    [[nodiscard]] bool needsFolder() const;
    [[nodiscard]] QString staleText() const;
    [[nodiscard]] bool isSlow() const { return m_supervisor.state() == Supervisor::State::Starting && m_starting.isValid() && m_starting.elapsed() > SlowMs; }
    [[nodiscard]] bool isLoading() const { return !status() && (m_supervisor.state() == Supervisor::State::Starting || isRunning()); }
    [[nodiscard]] bool isRestarting() const { return m_supervisor.state() == Supervisor::State::Backoff; }
    [[nodiscard]] bool hasFailed() const { return m_supervisor.state() == Supervisor::State::Failed; }
    [[nodiscard]] QString restartText() const;
    [[nodiscard]] double restartProgress() const;
    [[nodiscard]] QString tryText() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString report() const { return m_supervisor.report(); }
    [[nodiscard]] QString provider() const;
    [[nodiscard]] QString version() const { return m_link.version(); }
    [[nodiscard]] QString machineId() const;
    [[nodiscard]] bool isOutdated() const { return m_supervisor.isOutdated(); }
    [[nodiscard]] bool hasCustomers() const;

    /// 0 seconds: until resumed.
    Q_INVOKABLE void pause(int seconds);
    Q_INVOKABLE void pauseUntilTomorrow(); ///< 08:00
    Q_INVOKABLE void resume();
    Q_INVOKABLE void start() { m_supervisor.start(); }
    Q_INVOKABLE void restart() { m_supervisor.restartNow(); }
    Q_INVOKABLE void stopTrying() { m_supervisor.stop(); }

Q_SIGNALS:
    void changed();
    void actionFailed(const QString& message);

private:
    [[nodiscard]] const EngineStatus* status() const;
    [[nodiscard]] Reason idleReason() const;
    [[nodiscard]] QString pausesText() const;
    void ask(const QString& method, const QJsonObject& params);

    Supervisor& m_supervisor;
    EngineLink& m_link;
    static constexpr int SlowMs = 10'000;
    static constexpr qint64 StaleMs = 120'000;
    QElapsedTimer m_starting; ///< since it began to start
    QTimer m_slow; ///< until that is longer than usual
    QTimer m_age;
    QTimer m_tick;
    bool m_othersWell = true;
};

} // namespace surplus
