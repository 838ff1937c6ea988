// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/appmodel.h"
#include "services/dashboard/alerts/alertdesk.h"

#include <QMenu>
#include <QQuickWindow>
#include <QSystemTrayIcon>

namespace surplus {

/// What the desktop shows of us beside the window: the tray icon with its menu, and notifications. GUI thread.
class Desktop : public QObject {
    Q_OBJECT
public:
    /// `patience`: how long a problem may last before it is told.
    Desktop(AppModel& app, QQuickWindow& window, std::chrono::milliseconds patience = AlertDesk::Patience, QObject* parent = nullptr);

    /// Shows the window, in front; `page` is opened unless it is empty.
    void raise(const QString& page = QString());

private:
    void makeMenu();
    void updateTray();
    void updateAlerts();
    void updateChecks();
    void tellSettlements();
    /// What the week before earned, once a week.
    void tellWeek();

    AppModel& m_app;
    QQuickWindow& m_window;
    Notifier m_notifier;
    AlertDesk m_alerts;
    QMenu m_menu;
    QSystemTrayIcon m_tray;
    QAction* m_state = nullptr;
    QAction* m_today = nullptr;
    QAction* m_resume = nullptr;
    QMenu* m_pause = nullptr;
    QStringList m_needs; ///< the keys of what the checks found and the alerts know
    QString m_glyph; ///< what the icon shows now
    QString m_lastSettled; ///< the newest settlement that was told
};

} // namespace surplus
