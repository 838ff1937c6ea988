// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/alerts/notifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QLoggingCategory>
#include <QVariantMap>

namespace surplus {

Q_LOGGING_CATEGORY(lcNotifier, "surplus.notifications")

namespace {
const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
const QString ConnectionName = QStringLiteral("surplus-notifications");
constexpr int AnswerMs = 5'000;
constexpr int ServerDecides = -1;

QDBusMessage methodCall(const QString& method, const QVariantList& arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Service, method);
    call.setArguments(arguments);
    return call;
}
} // namespace

Notifier::Notifier(QObject* parent) : QObject(parent), m_bus(QString()) { }

Notifier::~Notifier()
{
    for (const uint id : std::as_const(m_shown)) {
        if (id != 0)
            m_bus.send(methodCall(QStringLiteral("CloseNotification"), { id }));
    }
    QDBusConnection::disconnectFromBus(ConnectionName);
}

bool Notifier::connectToBus()
{
    if (m_bus.isConnected())
        return true;
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return false;
    QDBusConnection::disconnectFromBus(ConnectionName);
    m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, ConnectionName);
    if (!m_bus.isConnected())
        return false;
    m_bus.connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this, SLOT(onActionInvoked(uint,QString)));
    m_bus.connect(Service, Path, Service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint,uint)));
    return true;
}

void Notifier::show(const QString& key, const QString& summary, const QString& body, const QList<Action>& actions)
{
    if (!connectToBus())
        return;
    QStringList named;
    for (const Action& action : actions)
        named << action.id << action.label;
    // The body may be read as markup.
    const uint replaced = m_shown.value(key, 0);
    m_shown.insert(key, replaced);
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(methodCall(QStringLiteral("Notify"),
        { QStringLiteral("Surplus"), replaced, QString(), summary, body.toHtmlEscaped(), named, QVariantMap(), ServerDecides }), AnswerMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError()) {
            m_shown.remove(key);
            qCInfo(lcNotifier).noquote() << "no notification could be shown:" << reply.error().message();
        } else if (m_shown.contains(key)) {
            m_shown.insert(key, reply.value());
        } else { // withdrawn meanwhile
            m_bus.send(methodCall(QStringLiteral("CloseNotification"), { reply.value() }));
        }
    });
}

void Notifier::withdraw(const QString& key)
{
    if (const uint id = m_shown.take(key); id != 0)
        m_bus.send(methodCall(QStringLiteral("CloseNotification"), { id }));
}

void Notifier::onActionInvoked(uint id, const QString& action)
{
    if (const QString key = m_shown.key(id); id != 0 && !key.isEmpty())
        Q_EMIT chosen(key, action);
}

void Notifier::onClosed(uint id, uint)
{
    if (id != 0)
        m_shown.remove(m_shown.key(id));
}

} // namespace surplus
