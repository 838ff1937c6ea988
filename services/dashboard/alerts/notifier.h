// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>

namespace surplus {

/// Notifications over org.freedesktop.Notifications (Desktop Notifications Specification 1.2). Each has a key: a second one
/// of the same key replaces the first. Nothing waits for the bus; without a server nothing is shown. GUI thread.
class Notifier : public QObject {
    Q_OBJECT
public:
    explicit Notifier(QObject* parent = nullptr);
    ~Notifier() override;

    struct Action {
        QString id;
        QString label;
    };
    void show(const QString& key, const QString& summary, const QString& body, const QList<Action>& actions);
    /// What it said no longer holds.
    void withdraw(const QString& key);

Q_SIGNALS:
    /// "default": the notification itself was clicked.
    void chosen(const QString& key, const QString& action);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString& action);
    void onClosed(uint id, uint reason);

private:
    [[nodiscard]] bool connectToBus();

    QDBusConnection m_bus;
    QHash<QString, uint> m_shown; ///< key → the server's number; 0: asked for and not answered yet
};

} // namespace surplus
