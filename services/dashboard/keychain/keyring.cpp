// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/keychain/keyring.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace surplus {

namespace {
constexpr int AnswerMs = 5000;
const QString Service = QStringLiteral("org.freedesktop.secrets");

Keyring meaningOf(const QDBusError& error)
{
    switch (error.type()) {
    case QDBusError::AccessDenied:
        return Keyring::Denied;
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        return Keyring::Absent;
    default:
        // The bus could not start the service it is told to start.
        return error.name().startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn")) ? Keyring::Absent : Keyring::Unknown;
    }
}

template <typename T> void ask(QObject* context, const QDBusMessage& message, std::function<void(const QDBusPendingReply<T>&)> done)
{
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, AnswerMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(*watcher);
    });
}
} // namespace

void askKeyring(QObject* context, std::function<void(Keyring)> done)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        done(Keyring::Absent);
        return;
    }
    QDBusMessage readAlias = QDBusMessage::createMethodCall(Service, QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
    readAlias << QStringLiteral("default");
    ask<QDBusObjectPath>(context, readAlias, [context, done](const QDBusPendingReply<QDBusObjectPath>& alias) {
        if (alias.isError()) {
            done(meaningOf(alias.error()));
            return;
        }
        const QString collection = alias.value().path();
        if (collection.size() < 2) { // "/": there is none
            done(Keyring::Absent);
            return;
        }
        QDBusMessage locked = QDBusMessage::createMethodCall(
            Service, collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
        locked << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
        ask<QDBusVariant>(context, locked, [done](const QDBusPendingReply<QDBusVariant>& reply) {
            if (reply.isError())
                done(meaningOf(reply.error()));
            else
                done(reply.value().variant().toBool() ? Keyring::Locked : Keyring::Usable);
        });
    });
}

} // namespace surplus
