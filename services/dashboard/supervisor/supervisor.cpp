// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/supervisor/supervisor.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QProcess>
#include <csignal>
#include <unistd.h>

namespace surplus {

Q_LOGGING_CATEGORY(lcSupervisor, "surplus.supervisor")

namespace {
QString errorFile(const QString& dataDir) { return dataDir + QStringLiteral("/start-errors.txt"); }
}

Supervisor::Supervisor(QString program, QString dataDir, QStringList arguments, EngineLink& link,
    const SupervisorTimes& times, QObject* parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_dataDir(std::move(dataDir))
    , m_arguments(std::move(arguments))
    , m_link(link)
    , m_times(times)
{
    for (QTimer* timer : { &m_retry, &m_ready, &m_stable, &m_stopStep })
        timer->setSingleShot(true);
    m_watch.setInterval(m_times.watchMs);
    connect(&m_watch, &QTimer::timeout, this, &Supervisor::watch);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (!adopt())
            spawn();
    });
    connect(&m_ready, &QTimer::timeout, this, [this] {
        if (justWoke()) {
            m_ready.start(m_times.readyMs);
            return;
        }
        const QString seconds = QString::number(m_times.readyMs / 1000);
        if (m_adopted) {
            // Not ours to kill: it may be somebody's who is debugging it.
            onGone(QStringLiteral("An engine (process %1) runs on %2 but didn't answer within %3 s.").arg(m_pid).arg(m_dataDir, seconds));
            return;
        }
        signalGroup(SIGKILL);
        onGone(m_fellSilent ? QStringLiteral("The engine had stopped answering and was ended.")
                            : QStringLiteral("The engine wasn't ready within %1 s.").arg(seconds));
    });
    connect(&m_stable, &QTimer::timeout, this, [this] { m_failures = 0; });
    connect(&m_stopStep, &QTimer::timeout, this, [this] {
        ++m_stopSteps;
        signalGroup(m_stopSteps == 1 ? SIGTERM : SIGKILL);
        if (m_stopSteps == 1)
            m_stopStep.start(m_times.terminateMs);
    });
    connect(&m_link, &EngineLink::ready, this, &Supervisor::onReady);
    connect(&m_link, &EngineLink::failed, this, [this](const Error& error) {
        qCInfo(lcSupervisor).noquote() << "no handshake yet:" << error.message;
        m_linkOpen = false; // watch() opens it again until the deadline
    });
    connect(&m_link, &EngineLink::silent, this, &Supervisor::onSilent);
    connect(&m_link, &EngineLink::ended, this, [this] {
        m_linkOpen = false;
        watch();
        if (m_state == State::Running && isAlive()) {
            // The process is there and the connection is not: it gets the same time as at a start.
            setState(State::Starting);
            m_ready.start(m_times.readyMs);
        }
    });
}

void Supervisor::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    qCInfo(lcSupervisor).noquote() << "engine" << state;
    Q_EMIT changed();
}

bool Supervisor::isOutdated() const { return m_state == State::Running && m_link.protocol() < ControlProtocol; }

int Supervisor::currentBackoffMs() const
{
    return m_failures < 1 ? 0 : m_times.backoffMs.value(std::min<int>(m_failures, maxFailures()) - 1);
}

void Supervisor::start()
{
    m_wanted = true;
    if (m_state >= State::Starting)
        return;
    if (!adopt())
        spawn();
}

void Supervisor::restartNow()
{
    m_failures = 0;
    m_retry.stop();
    if (m_state == State::Running) {
        m_wanted = true;
        stop();
        m_wanted = true; // onGone() starts it again
        return;
    }
    start();
}

bool Supervisor::adopt()
{
    const auto runtime = RuntimeFile::read(m_dataDir);
    if (!runtime || runtime->startTime == 0 || processStartTime(runtime->pid) != runtime->startTime)
        return false;
    rememberProcess(runtime->pid);
    m_adopted = true;
    qCInfo(lcSupervisor).noquote() << "adopting the running engine, process" << m_pid;
    setState(State::Starting);
    m_ready.start(m_times.readyMs);
    m_watch.start();
    watch();
    return true;
}

void Supervisor::spawn()
{
    m_adopted = false;
    QDir().mkpath(m_dataDir);
    QProcess process;
    process.setProgram(m_program);
    process.setArguments(m_arguments + QStringList { QStringLiteral("--data"), m_dataDir, QStringLiteral("--quiet") });
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(errorFile(m_dataDir), QIODevice::Truncate);
    if (!process.startDetached(&m_pid)) {
        onGone(QStringLiteral("%1 could not be started: %2.").arg(m_program, process.errorString()));
        return;
    }
    rememberProcess(m_pid);
    setState(State::Starting);
    m_ready.start(m_times.readyMs);
    m_watch.start();
}

bool Supervisor::isAlive() const { return m_startTime != 0 && processStartTime(m_pid) == m_startTime; }

void Supervisor::onSilent()
{
    if (m_state != State::Running || justWoke())
        return;
    qCWarning(lcSupervisor).noquote() << "the engine, process" << m_pid << ", does not answer";
    m_link.close();
    m_linkOpen = false;
    m_fellSilent = true;
    setState(State::Starting); // it gets the same time as at a start
    m_ready.start(m_times.readyMs);
}

void Supervisor::watch()
{
    m_sinceLook.start();
    if (m_state < State::Starting)
        return;
    if (!isAlive()) {
        onGone(QStringLiteral("The engine stopped."));
        return;
    }
    if (m_state != State::Starting || m_linkOpen)
        return;
    const auto runtime = RuntimeFile::read(m_dataDir);
    if (!runtime || runtime->pid != m_pid || runtime->startTime != m_startTime)
        return; // not written yet
    m_linkOpen = true;
    m_link.open(*runtime);
}

void Supervisor::onReady()
{
    m_ready.stop();
    m_fellSilent = false;
    m_report.clear();
    m_stable.start(m_times.stableMs);
    setState(State::Running);
}

void Supervisor::onGone(const QString& why)
{
    const bool expected = m_state == State::Stopping;
    for (QTimer* timer : { &m_watch, &m_ready, &m_stable, &m_stopStep })
        timer->stop();
    m_link.close();
    m_linkOpen = false;
    if (!isAlive() && m_group != 0)
        kill(-static_cast<pid_t>(m_group), SIGKILL); // what a dead engine may have left behind
    m_pid = 0;
    m_startTime = 0;
    m_group = 0;
    m_fellSilent = false;
    if (expected) {
        setState(State::Stopped);
        if (m_wanted)
            start();
        return;
    }
    if (!m_wanted) {
        setState(State::Stopped);
        return;
    }
    m_report = (why + u' ' + standardErrorEnd()).trimmed();
    qCWarning(lcSupervisor).noquote() << m_report;
    ++m_failures;
    if (m_failures > maxFailures()) {
        setState(State::Failed);
        return;
    }
    m_retry.start(currentBackoffMs());
    m_state = State::Stopped; // so that a second failure in a row is a change too
    setState(State::Backoff);
}

void Supervisor::stop()
{
    m_wanted = false;
    m_retry.stop();
    m_failures = 0;
    if (m_state < State::Starting) {
        setState(State::Stopped);
        return;
    }
    if (m_state == State::Stopping)
        return;
    m_ready.stop();
    m_stopSteps = 0;
    if (m_link.isReady())
        m_link.call(QStringLiteral("engine.stop"), {}, [](const Result<QJsonObject>&) {});
    m_stopStep.start(m_link.isReady() ? m_times.askMs : 0);
    setState(State::Stopping);
    m_watch.start();
}

void Supervisor::letGo()
{
    for (QTimer* timer : { &m_watch, &m_ready, &m_stable, &m_stopStep, &m_retry })
        timer->stop();
    m_link.close();
}

void Supervisor::rememberProcess(qint64 pid)
{
    m_pid = pid;
    m_startTime = processStartTime(pid);
    // A detached process is started in a session of its own, whose one group is the engine's. One that somebody started
    // by hand may share a group with a shell: that is left alone.
    const pid_t group = getpgid(static_cast<pid_t>(pid));
    m_group = group > 1 && group == getsid(static_cast<pid_t>(pid)) && group != getpgrp() ? group : 0;
}

void Supervisor::signalGroup(int number) const
{
    if (isAlive())
        kill(m_group != 0 ? -static_cast<pid_t>(m_group) : static_cast<pid_t>(m_pid), number);
}

QString Supervisor::standardErrorEnd() const
{
    QFile file(errorFile(m_dataDir));
    constexpr qint64 Most = 600;
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - Most));
    return QString::fromUtf8(file.readAll()).trimmed();
}

} // namespace surplus
