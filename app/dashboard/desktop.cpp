// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboard/desktop.h"

#include "services/dashboard/alerts/weeklysummary.h"

#include <QPainter>
#include <QPainterPath>

namespace surplus {

namespace {
/// One colour, the state by its shape, drawn for each size so that lines lie on pixels.
QIcon trayIcon(const QString& glyph, const QColor& colour)
{
    QIcon icon;
    for (const int size : { 16, 22, 32, 44, 64 }) {
        QPixmap picture(size, size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(size / 16.0, size / 16.0);
        painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        // The bowl: what is left open or laid over it says the state.
        QPainterPath bowl;
        bowl.moveTo(2, 8);
        bowl.arcTo(QRectF(2, 2, 12, 12), 180, 180);
        bowl.closeSubpath();
        if (glyph == QLatin1String("sharing")) {
            painter.fillPath(bowl, colour);
            painter.setBrush(colour);
            painter.drawEllipse(QPointF(8, 4), 1.4, 1.4);
        } else if (glyph == QLatin1String("paused")) {
            painter.drawPath(bowl);
            painter.drawLine(QPointF(6.3, 2), QPointF(6.3, 5.5));
            painter.drawLine(QPointF(9.7, 2), QPointF(9.7, 5.5));
        } else if (glyph == QLatin1String("attention") || glyph == QLatin1String("restarting")) {
            painter.drawPath(bowl);
            painter.drawLine(QPointF(8, 1.5), QPointF(8, 4));
            painter.drawPoint(QPointF(8, 6));
        } else {
            painter.drawPath(bowl);
        }
        icon.addPixmap(picture);
    }
    return icon;
}

const QString MachineKey = QStringLiteral("machine");
const QString PayoutKey = QStringLiteral("payout");
const QString ChecksPrefix = QStringLiteral("checks."); // one for each problem that they find
const QString SettledKey = QStringLiteral("settled");
const QString WeekKey = QStringLiteral("week");
const QString Open = QStringLiteral("default");
const QString Restart = QStringLiteral("restart");
} // namespace

Desktop::Desktop(AppModel& app, QQuickWindow& window, std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent), m_app(app), m_window(window), m_alerts(m_notifier, patience)
{
    makeMenu();
    m_tray.setContextMenu(&m_menu);
    connect(&m_tray, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            raise();
    });
    connect(m_app.machine(), &MachineModel::changed, this, &Desktop::updateTray);
    connect(m_app.machine(), &MachineModel::changed, this, &Desktop::updateAlerts);
    connect(m_app.overviewEarnings(), &EarningsModel::changed, this, &Desktop::updateTray);
    connect(m_app.overviewEarnings(), &EarningsModel::changed, this, &Desktop::tellWeek);
    connect(m_app.payout(), &PayoutModel::changed, this, &Desktop::updateAlerts);
    connect(m_app.checks(), &ChecksModel::changed, this, &Desktop::updateAlerts);
    connect(m_app.settings(), &SettingsModel::changed, this, &Desktop::updateAlerts);
    connect(m_app.settings(), &SettingsModel::changed, this, &Desktop::tellWeek);
    connect(m_app.wallet(), &WalletModel::settlementsChanged, this, &Desktop::tellSettlements);
    connect(&m_app, &AppModel::raiseWanted, this, [this] { raise(); });
    connect(&m_notifier, &Notifier::chosen, this, [this](const QString& key, const QString& action) {
        if (action == Restart)
            m_app.machine()->restart();
        raise(key == SettledKey ? QStringLiteral("wallet") : key == WeekKey ? QStringLiteral("earnings")
                : key.startsWith(ChecksPrefix)     ? QStringLiteral("support")
                                                   : QStringLiteral("overview"));
    });
    updateTray();
    updateAlerts();
    // Without a tray the window is minimised instead of hidden. One may come after us at login.
    const auto look = [this] {
        const bool there = QSystemTrayIcon::isSystemTrayAvailable();
        if (there == m_app.hasTray())
            return;
        m_tray.setVisible(there);
        m_app.setTray(there);
    };
    look();
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, look);
    timer->start(std::chrono::seconds(10));
}

void Desktop::makeMenu()
{
    m_state = m_menu.addAction(QString());
    m_state->setEnabled(false);
    m_today = m_menu.addAction(QString());
    m_today->setEnabled(false);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("Open Surplus")), &QAction::triggered, this, [this] { raise(); });
    m_menu.addSeparator();
    m_pause = m_menu.addMenu(tr("Pause this computer"));
    for (const auto& [text, hours] : { std::pair(tr("For 1 hour"), 1), { tr("For 3 hours"), 3 }, { tr("For 6 hours"), 6 }, { tr("For 12 hours"), 12 } })
        connect(m_pause->addAction(text), &QAction::triggered, this, [this, hours = hours] { m_app.machine()->pause(hours * 3600); });
    connect(m_pause->addAction(tr("Until tomorrow, 08:00")), &QAction::triggered, this, [this] { m_app.machine()->pauseUntilTomorrow(); });
    connect(m_pause->addAction(tr("Until I resume")), &QAction::triggered, this, [this] { m_app.machine()->pause(0); });
    m_resume = m_menu.addAction(tr("Resume this computer"));
    connect(m_resume, &QAction::triggered, this, [this] { m_app.machine()->resume(); });
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("Settings…")), &QAction::triggered, this, [this] { raise(QStringLiteral("settings")); });
    connect(m_menu.addAction(tr("Quit…")), &QAction::triggered, this, [this] {
        if (!m_app.machine()->isRunning() || m_app.settings()->whenQuitting() != QLatin1String("ask")) {
            Q_EMIT m_app.quitWanted();
            return;
        }
        raise();
        Q_EMIT m_app.quitWanted();
    });
}

void Desktop::updateTray()
{
    MachineModel& machine = *m_app.machine();
    const QString state = machine.secondLine().isEmpty() ? machine.stateWord() : tr("%1: %2").arg(machine.stateWord(), machine.secondLine());
    const QString today = tr("Today so far: %1 %2").arg(m_app.overviewEarnings()->today(), m_app.sharing()->symbol());
    m_state->setText(state);
    m_today->setText(today);
    m_pause->menuAction()->setVisible(machine.isSharing());
    m_resume->setVisible(machine.canResume());
    m_tray.setToolTip(tr("Surplus\n%1\n%2").arg(state, today));
    // What the others found is shown by whoever is well himself; a machine that starts or has stopped says so first.
    const QString own = machine.glyph();
    const bool steady = own == QLatin1String("sharing") || own == QLatin1String("paused");
    if (const QString glyph = steady && !machine.areOthersWell() ? QStringLiteral("attention") : own; glyph != m_glyph) {
        m_glyph = glyph;
        // A panel is dark or light as its own theme is; the palette's text is the best guess there is.
        m_tray.setIcon(trayIcon(glyph, m_menu.palette().color(QPalette::WindowText)));
    }
}

void Desktop::updateAlerts()
{
    m_alerts.setEnabled(m_app.settings()->notifiesProblems());
    MachineModel& machine = *m_app.machine();
    if (machine.hasFailed())
        m_alerts.raise(MachineKey, tr("The engine keeps stopping"), tr("Sharing is on hold. Nothing you've earned is lost."), { { Restart, tr("Restart now") }, { Open, tr("Open Surplus") } });
    else if (!machine.problem().isEmpty())
        m_alerts.raise(MachineKey, tr("Sharing needs attention"), machine.problem(), { { Open, tr("Open Surplus") } });
    else
        m_alerts.clear(MachineKey);
    if (m_app.payout()->problem().isEmpty())
        m_alerts.clear(PayoutKey);
    else
        m_alerts.raise(PayoutKey, m_app.payout()->problem(), m_app.payout()->problemDetail(), { { Open, tr("Open Surplus") } });
    updateChecks();
}

void Desktop::updateChecks()
{
    const ChecksModel& checks = *m_app.checks();
    QStringList needs;
    for (const QVariant& need : checks.needs()) {
        const QVariantMap row = need.toMap();
        needs.append(row.value(QStringLiteral("key")).toString());
        m_alerts.raise(ChecksPrefix + needs.last(), tr("%1, needs attention").arg(row.value(QStringLiteral("name")).toString()), row.value(QStringLiteral("text")).toString(), { { Open, tr("Open Surplus") } });
    }
    // While nobody can tell, it has not mended: an engine that restarts is no news.
    for (const QString& key : std::as_const(m_needs)) {
        if (needs.contains(key))
            continue;
        if (checks.isUnknown(key))
            needs.append(key);
        else
            m_alerts.clear(ChecksPrefix + key);
    }
    m_needs = needs;
}

void Desktop::tellSettlements()
{
    const QVariantMap newest = m_app.wallet()->newestArrival();
    // What was settled before this start is no news.
    const QString transaction = newest.value(QStringLiteral("transaction"), QStringLiteral("none")).toString();
    const QString before = std::exchange(m_lastSettled, transaction);
    if (before.isEmpty() || before == transaction || newest.isEmpty() || !m_app.settings()->notifiesSettlements())
        return;
    m_notifier.show(SettledKey, newest.value(QStringLiteral("label")).toString(),
        tr("%1 %2 is in your wallet.").arg(newest.value(QStringLiteral("settled")).toString(), m_app.sharing()->symbol()), { { Open, tr("Open Surplus") } });
}

void Desktop::tellWeek()
{
    SettingsModel& settings = *m_app.settings();
    const auto monday = weekToTell(QDateTime::currentDateTime(), settings.weekTold());
    if (!monday)
        return;
    // Whoever switches it on hears of the next week that ends.
    if (!settings.notifiesWeekly() || !settings.weekTold().isValid()) {
        settings.setWeekTold(*monday);
        return;
    }
    if (!m_app.overviewEarnings()->isLoaded() || !m_app.sharing()->isAvailable())
        return;
    settings.setWeekTold(*monday);
    const auto week = m_app.overviewEarnings()->between(monday->addDays(-7).startOfDay(), monday->startOfDay());
    if (!week.known)
        return; // nobody was watching: there is nothing to tell
    m_notifier.show(WeekKey, tr("%1 %2 earned last week").arg(Format::tokens(week.earned), m_app.sharing()->symbol()),
        week.uptime.ratio() ? tr("Uptime %1.").arg(Format::percent(*week.uptime.ratio())) : QString(), { { Open, tr("Open Surplus") } });
}

void Desktop::raise(const QString& page)
{
    if (!page.isEmpty())
        m_app.setPage(page);
    m_window.show();
    if (m_window.windowStates() & Qt::WindowMinimized)
        m_window.setWindowStates(m_window.windowStates() & ~Qt::WindowMinimized);
    m_window.raise();
    m_window.requestActivate();
}

} // namespace surplus
