// SPDX-License-Identifier: GPL-3.0-or-later
#include "machinemodel.h"

#include "format.h"
#include "pausetext.h"

#include <QDateTime>
#include <QSysInfo>

namespace surplus {

MachineModel::MachineModel(Supervisor& supervisor, EngineLink& link, QObject* parent)
    : QObject(parent), m_supervisor(supervisor), m_link(link)
{
    connect(&m_supervisor, &Supervisor::changed, this, &MachineModel::changed);
    connect(&m_link, &EngineLink::statusChanged, this, &MachineModel::changed);
    connect(&m_supervisor, &Supervisor::changed, this, [this] {
        if (m_supervisor.state() != Supervisor::State::Starting)
            m_starting.invalidate();
        else if (!m_starting.isValid())
            m_starting.start();
        if (!m_starting.isValid())
            m_slow.stop();
        else if (!m_slow.isActive() && !isSlow())
            m_slow.start();
    });
    m_slow.setSingleShot(true);
    m_slow.setTimerType(Qt::PreciseTimer); // a coarse one may come before it is slow
    m_slow.setInterval(SlowMs + 1);
    connect(&m_slow, &QTimer::timeout, this, &MachineModel::changed);
    // What is on the screen grows old although nothing changes.
    m_age.setInterval(5'000);
    connect(&m_age, &QTimer::timeout, this, [this] {
        if (!staleText().isEmpty())
            Q_EMIT changed();
    });
    m_age.start();
    m_tick.setInterval(250);
    connect(&m_tick, &QTimer::timeout, this, &MachineModel::changed);
    connect(&m_supervisor, &Supervisor::changed, this, [this] {
        if (isRestarting())
            m_tick.start(); // a countdown is on the screen
        else
            m_tick.stop();
    });
}

const EngineStatus* MachineModel::status() const
{
    return isRunning() && m_link.status() ? &*m_link.status() : nullptr;
}

bool MachineModel::isPaused() const { return status() && status()->state == ShareState::Paused; }
bool MachineModel::canResume() const
{
    const QList<Pause> pauses = isPaused() ? status()->pauses : QList<Pause>();
    return std::any_of(pauses.begin(), pauses.end(), [](const Pause& pause) { return pause.reason == Reason::User; });
}

QString MachineModel::pausesText() const
{
    QStringList texts;
    for (const Pause& pause : status()->pauses)
        texts.append(pauseText(pause));
    return texts.join(QStringLiteral(" · "));
}

QString MachineModel::name() { return QSysInfo::machineHostName(); }
QString MachineModel::system() { return QSysInfo::prettyProductName(); }

bool MachineModel::isStorageAbsent() const { return status() && !status()->storage.diskSilent && !status()->storage.problem.isEmpty(); }

bool MachineModel::isSharing() const { return status() && status()->state == ShareState::Sharing; }
bool MachineModel::hasCustomers() const { return status() && (status()->storage.leases > 0 || status()->money.earned.nano() > 0); }
QString MachineModel::provider() const { return status() ? status()->provider : QString(); }
QString MachineModel::machineId() const { return status() ? status()->machine.hex() : QString(); }
Reason MachineModel::idleReason() const { return status() && status()->state == ShareState::Idle ? status()->reason : Reason::None; }
bool MachineModel::needsFolder() const { return idleReason() == Reason::Folder && status()->storage.limit > 0; }
bool MachineModel::needsSetup() const { return idleReason() == Reason::Payout || (idleReason() == Reason::Folder && !needsFolder()); }

QString MachineModel::problem() const
{
    if (hasFailed())
        return tr("The engine keeps stopping");
    // The one problem that storage has words for; ours are in the user's language.
    if (status() && status()->storage.diskSilent)
        return tr("The disk of the storage folder %1 doesn't answer. If it is a network drive, see whether its server is there.").arg(status()->storage.folder);
    if (status() && !status()->storage.problem.isEmpty())
        return tr("The storage folder isn't there");
    return {};
}

QString MachineModel::glyph() const
{
    switch (m_supervisor.state()) {
    case Supervisor::State::Failed:
        return QStringLiteral("attention");
    case Supervisor::State::Stopped:
        return QStringLiteral("stopped");
    case Supervisor::State::Backoff:
        return QStringLiteral("restarting");
    case Supervisor::State::Starting:
    case Supervisor::State::Stopping:
        return QStringLiteral("busy");
    case Supervisor::State::Running:
        break;
    }
    if (!problem().isEmpty())
        return QStringLiteral("attention");
    return isSharing() ? QStringLiteral("sharing") : isPaused() ? QStringLiteral("paused") : QStringLiteral("stopped");
}

QString MachineModel::tone() const
{
    const QString name = glyph();
    if (name == QLatin1String("sharing"))
        return QStringLiteral("positive");
    if (name == QLatin1String("busy"))
        return QStringLiteral("info");
    return name == QLatin1String("restarting") || name == QLatin1String("attention") ? QStringLiteral("warning") : QStringLiteral("textMuted");
}

QString MachineModel::stateWord() const
{
    switch (m_supervisor.state()) {
    case Supervisor::State::Failed:
        return tr("Needs attention");
    case Supervisor::State::Stopped:
        return tr("Stopped");
    case Supervisor::State::Backoff:
        return tr("Restarting");
    case Supervisor::State::Starting:
        return tr("Starting");
    case Supervisor::State::Stopping:
        return tr("Stopping");
    case Supervisor::State::Running:
        break;
    }
    if (!problem().isEmpty())
        return tr("Needs attention");
    return isSharing() ? tr("Sharing") : isPaused() ? tr("Paused") : tr("Not sharing");
}

QString MachineModel::secondLine() const
{
    switch (m_supervisor.state()) {
    case Supervisor::State::Failed:
        return tr("The engine keeps stopping");
    case Supervisor::State::Stopped:
        return tr("Start when you like");
    case Supervisor::State::Backoff:
        return tr("In %1").arg(Format::duration(m_supervisor.nextTryMs()));
    case Supervisor::State::Starting:
        return isSlow() ? tr("Longer than usual") : tr("Usually under a minute");
    case Supervisor::State::Stopping:
        return tr("Usually under a minute");
    case Supervisor::State::Running:
        break;
    }
    if (!status())
        return {};
    if (!problem().isEmpty())
        return tr("The storage disk isn't there");
    if (isSharing())
        return tr("Since %1").arg(Format::moment(status()->since));
    if (isPaused())
        return pausesText();
    if (needsFolder())
        return tr("No storage folder is chosen yet");
    return needsSetup() ? tr("Not set up yet") : tr("Storage is switched off");
}

void MachineModel::setOthersWell(bool well)
{
    if (std::exchange(m_othersWell, well) != well)
        Q_EMIT changed();
}

QString MachineModel::headline() const { return stateWord(); }

QString MachineModel::detail() const
{
    if (isSharing() && problem().isEmpty() && m_othersWell)
        return tr("%1. All is well.").arg(secondLine());
    if (isStorageAbsent())
        return tr("%1 can't be found. If it is on another disk, connect it; until then nothing can be fetched, and keeping isn't paid.").arg(status()->storage.folder);
    if (status() && status()->storage.diskSilent)
        return tr("Nothing can be fetched until it answers.");
    if (hasFailed())
        return tr("Sharing is on hold. Nothing you've earned is lost.");
    return isSlow() ? tr("This is taking longer than usual.") : secondLine() + u'.';
}

QString MachineModel::staleText() const
{
    const qint64 age = m_link.statusAgeMs();
    return age > StaleMs ? tr("Updated %1 ago").arg(Format::duration(age)) : QString();
}

QString MachineModel::restartText() const { return tr("Restarting in %1").arg(Format::duration(m_supervisor.nextTryMs())); }

double MachineModel::restartProgress() const
{
    const int whole = m_supervisor.currentBackoffMs();
    return whole > 0 ? 1.0 - static_cast<double>(m_supervisor.nextTryMs()) / whole : 0.0;
}

QString MachineModel::tryText() const { return tr("Try %1 of %2").arg(m_supervisor.failures()).arg(m_supervisor.maxFailures()); }

void MachineModel::ask(const QString& method, const QJsonObject& params)
{
    m_link.change(method, params, [this](const Result<void>& done) {
        if (!done)
            Q_EMIT actionFailed(done.error().message);
    });
}

void MachineModel::pause(int seconds)
{
    ask(QStringLiteral("engine.pause"), seconds > 0 ? QJsonObject { { QStringLiteral("seconds"), seconds } } : QJsonObject());
}

void MachineModel::pauseUntilTomorrow()
{
    const QDateTime until(QDate::currentDate().addDays(1), QTime(8, 0));
    pause(static_cast<int>(QDateTime::currentDateTime().secsTo(until)));
}

void MachineModel::resume() { ask(QStringLiteral("engine.resume"), {}); }

} // namespace surplus
