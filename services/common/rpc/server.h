// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/crypto/certificate.h"
#include "services/common/rpc/method.h"

#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>
#include <any>
#include <functional>
#include <memory>

class QTcpServer;
class QTcpSocket;
class QWebSocket;
class QWebSocketServer;

namespace surplus {

class RpcServer;

/// One client's connection to an RpcServer. Lives on the server's thread.
class RpcSession : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] Role role() const { return m_role; }
    /// Called by whatever authenticates; lifts the bounds that hold before.
    void setRole(Role role);
    [[nodiscard]] QHostAddress peerAddress() const;
    /// Sends a notification. Dropped together with the connection if 4 MiB are waiting to be sent: the client
    /// reconnects and reads the state anew.
    void push(const QString& method, const QJsonObject& params);
    void disconnectPeer(const QString& reason);

    std::any data; ///< what the API's own code keeps about this connection

Q_SIGNALS:
    void ended();

private:
    friend class RpcServer;
    friend class RpcReply;
    RpcSession(QWebSocket* socket, QTcpSocket* transport, RpcServer* server);
    void receive(const QString& message);
    void send(const QJsonObject& message);
    [[nodiscard]] qint64 queuedBytes() const;
    void end();

    QWebSocket* m_socket;
    QPointer<QTcpSocket> m_transport; ///< beneath it: knows what TLS has not sent yet
    RpcServer* m_server;
    Role m_role = Role::Anyone;
    bool m_ended = false;
    int m_pending = 0;
    int m_begun = 0; ///< requests before authentication
    QTimer m_deadline;
};

/// The one answer to one request. May be kept and answered later; does nothing once the connection is gone.
/// A reply that is dropped without an answer leaves the client to its time-out.
class RpcReply {
public:
    RpcReply(RpcSession* session, QJsonValue id) : m_session(session), m_id(std::move(id)) { }
    void result(const QJsonObject& value) const;
    void error(const Error& error) const;
    /// The value as the result, or the error.
    void answer(const Result<QJsonObject>& outcome) const;

private:
    void finish(QJsonObject message) const;
    QPointer<RpcSession> m_session;
    QJsonValue m_id; ///< undefined for a notification, which gets no answer
};

using RpcHandler = std::function<void(RpcSession& session, const QJsonObject& params, const RpcReply& reply)>;

/// JSON-RPC 2.0 over WebSocket (RFC 6455), one object a message, no batches. One thread.
class RpcServer : public QObject {
    Q_OBJECT
public:
    /// `tls` absent: plain WebSocket for loopback, and any Host that is not loopback is refused.
    explicit RpcServer(const std::optional<TlsIdentity>& tls, QObject* parent = nullptr);
    ~RpcServer() override;

    void add(const MethodSpec& method, RpcHandler handler);
    [[nodiscard]] QList<MethodSpec> methods() const;
    /// Port 0 lets the system pick. Returns the port; fails with "rpc.listen".
    [[nodiscard]] Result<quint16> listen(const QHostAddress& address, quint16 port);
    void close();
    /// Those that are in a handshake and those that stand.
    [[nodiscard]] qsizetype connections() const { return m_arriving.size() + m_sessions.size(); }
    /// Ends every connection and goes on listening.
    void dropSessions();
    /// To every connection that has at least `lowest`.
    void broadcast(Role lowest, const QString& method, const QJsonObject& params);

    static constexpr qint64 MaxBytesBefore = 64 * 1024;
    static constexpr qint64 MaxBytesAfter = 1024 * 1024;
    static constexpr qint64 MaxQueuedBytes = 4 * 1024 * 1024;
    static constexpr int AuthenticationMs = 5000;
    static constexpr int MaxUnauthenticatedPerAddress = 8; ///< those in a TLS or WebSocket handshake count
    static constexpr int MaxRequestsBefore = 16; ///< on one connection
    static constexpr int MaxPendingPerSession = 64;
    static constexpr int MaxSessions = 1000;

Q_SIGNALS:
    void sessionStarted(surplus::RpcSession* session);

private:
    friend class RpcSession;
    struct Method {
        MethodSpec spec;
        RpcHandler handler;
    };
    /// A connection that is in its TLS or WebSocket handshake.
    using Arrival = QPair<QHostAddress, quint16>;
    void arrive(qintptr descriptor);
    void accept();
    void dispatch(RpcSession& session, const QString& message);
    /// Why a connection from `address` can't be taken; empty if it can.
    [[nodiscard]] QString refusal(const QHostAddress& address) const;
    [[nodiscard]] bool isForHere(const QWebSocket& socket) const;

    std::unique_ptr<QTcpServer> m_listener;
    std::unique_ptr<QWebSocketServer> m_server;
    std::optional<QSslConfiguration> m_tls; ///< absent: loopback only
    QHash<QString, Method> m_methods;
    QList<QString> m_order;
    QHash<Arrival, QPointer<QTcpSocket>> m_arriving;
    QList<RpcSession*> m_sessions;
};

} // namespace surplus
