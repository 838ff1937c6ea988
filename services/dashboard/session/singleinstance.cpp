// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/session/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QStandardPaths>

namespace surplus {

Q_LOGGING_CATEGORY(lcInstance, "surplus.instance")

namespace {
constexpr int AnswerMs = 2'000;
constexpr qint64 MaxPageLength = 64;

/// A socket's path may have 107 bytes (unix(7)); a profile's may be longer.
QString socketFor(const QString& profile)
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString name = QString::fromLatin1(QCryptographicHash::hash(profile.toUtf8(), QCryptographicHash::Sha256).toHex().first(16));
    return (runtime.isEmpty() ? QDir::tempPath() : runtime) + QStringLiteral("/surplus-") + name;
}
} // namespace

SingleInstance::SingleInstance(const QString& profile, QObject* parent)
    : QObject(parent), m_name(socketFor(profile)), m_lock(profile + QStringLiteral("/dashboard.lock"))
{
}

SingleInstance::~SingleInstance() = default;

void SingleInstance::release()
{
    m_server.reset();
    m_lock.unlock();
}

bool SingleInstance::claim(const QString& page)
{
    if (m_lock.tryLock()) {
        listen();
        return true;
    }
    if (m_lock.isImpossible()) {
        qCWarning(lcInstance).noquote() << "the profile can't be locked; two dashboards may use it";
        return true;
    }
    QLocalSocket first;
    first.connectToServer(m_name);
    if (first.waitForConnected(AnswerMs)) {
        first.write(page.toUtf8().left(MaxPageLength) + '\n');
        first.waitForBytesWritten(AnswerMs);
        first.disconnectFromServer();
    }
    return false;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name); // what a killed one left; we hold the lock
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(4);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        QLocalSocket* socket = m_server->nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine() && socket->bytesAvailable() <= MaxPageLength)
                return;
            Q_EMIT raiseRequested(QString::fromUtf8(socket->read(MaxPageLength)).trimmed());
            socket->abort();
            socket->deleteLater();
        });
    });
    if (!m_server->listen(m_name))
        qCWarning(lcInstance).noquote() << "a second start can't show this window:" << m_server->errorString();
}

} // namespace surplus
