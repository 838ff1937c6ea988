// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QHash>
#include <QMutex>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QtEndian>
#include <future>

namespace surplus::test {

/// Stands between two programs on loopback, hands on what they say, and keeps it: all of it, and what WebSocket clients
/// said also with their masks taken off. On a thread of its own, so that a waiting test holds nothing up.
class Tap {
public:
    explicit Tap(quint16 target) : m_target(target)
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        std::promise<quint16> port;
        QMetaObject::invokeMethod(&m_context, [this, &port] {
            auto* server = new QTcpServer(&m_context);
            if (!server->listen(QHostAddress::LocalHost))
                qFatal("a tap has no port");
            QObject::connect(server, &QTcpServer::newConnection, server, [this, server] { take(server->nextPendingConnection()); });
            port.set_value(server->serverPort());
        });
        m_port = port.get_future().get();
    }
    ~Tap()
    {
        std::promise<void> ended;
        QMetaObject::invokeMethod(&m_context, [this, &ended] {
            qDeleteAll(m_context.children());
            ended.set_value();
        });
        ended.get_future().wait();
        m_thread.quit();
        m_thread.wait();
    }
    Tap(const Tap&) = delete;
    Tap& operator=(const Tap&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray heard()
    {
        const QMutexLocker lock(&m_mutex);
        return m_heard;
    }

private:
    void take(QTcpSocket* client)
    {
        auto* server = new QTcpSocket(client);
        client->setParent(&m_context);
        server->connectToHost(QHostAddress::LocalHost, m_target);
        const auto said = std::make_shared<QByteArray>(); // by the client, not yet taken apart
        QObject::connect(client, &QTcpSocket::readyRead, server, [this, client, server, said] {
            const QByteArray bytes = client->readAll();
            server->write(bytes);
            *said += bytes;
            keep(bytes + unmasked(*said));
        });
        QObject::connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
            const QByteArray bytes = server->readAll();
            client->write(bytes);
            keep(bytes);
        });
        QObject::connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        QObject::connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    }
    void keep(const QByteArray& bytes)
    {
        const QMutexLocker lock(&m_mutex);
        m_heard += bytes;
    }
    /// The payloads of the whole frames (RFC 6455, 5.2) at the front, after the handshake; they are taken off.
    static QByteArray unmasked(QByteArray& said)
    {
        QByteArray payloads;
        if (const qsizetype end = said.startsWith("GET ") ? said.indexOf("\r\n\r\n") : -1; end >= 0)
            said.remove(0, end + 4);
        while (said.size() >= 2 && !said.startsWith("GET ") && !said.startsWith("POST")) {
            const auto length = static_cast<quint8>(said[1]) & 0x7fU;
            const qsizetype head = length == 126 ? 4 : length == 127 ? 10 : 2;
            if (said.size() < head + 4)
                break;
            const auto size = static_cast<qsizetype>(length == 126 ? qFromBigEndian<quint16>(said.constData() + 2)
                    : length == 127                                ? qFromBigEndian<quint64>(said.constData() + 2)
                                                                   : length);
            if (said.size() < head + 4 + size)
                break;
            for (qsizetype i = 0; i < size; ++i)
                payloads += static_cast<char>(said[head + 4 + i] ^ said[head + i % 4]);
            said.remove(0, head + 4 + size);
        }
        return payloads;
    }

    const quint16 m_target;
    quint16 m_port = 0;
    QThread m_thread;
    QObject m_context;
    QMutex m_mutex;
    QByteArray m_heard;
};

} // namespace surplus::test
