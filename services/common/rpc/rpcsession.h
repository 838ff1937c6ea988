// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/quota.h"
#include "services/common/rpc/method.h"
#include "services/common/rpc/waitingroom.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <any>
#include <atomic>
#include <deque>

class QTcpSocket;
class QWebSocket;

namespace surplus {

class RpcServer;

/// One client's connection to an RpcServer. Lives on the server's thread.
class RpcSession : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] Role role() const { return m_role; }
    /// Called by whatever authenticates; lifts the bounds that hold before.
    void setRole(Role role);
    [[nodiscard]] QHostAddress peerAddress() const { return m_address; }
    [[nodiscard]] Network network() const { return m_network; }
    /// Whether what strangers hold in memory is bounded apart from what this one does. False until it is said.
    void setTrusted(bool trusted);
    /// Requests that wait for their answer.
    [[nodiscard]] int pending() const { return m_pending; }
    /// Since its last whole message.
    [[nodiscard]] qint64 idleMs() const { return m_sinceMessage.elapsed(); }
    /// Sends a notification. Dropped together with the connection if 4 MiB are waiting to be sent: the client
    /// reconnects and reads the state anew.
    void push(const QString& method, const QJsonObject& params);
    /// Says why and closes; one that doesn't go then is dropped a while later.
    void disconnectPeer(const QString& reason);
    /// At once, without a word.
    void drop();

    std::any data; ///< what the API's own code keeps about this connection

Q_SIGNALS:
    void ended();

private:
    friend class RpcServer;
    friend class RpcReply;
    RpcSession(QWebSocket* socket, QTcpSocket* transport, WaitingRoom::Id waiting, RpcServer* server);
    void receive(const QString& message);
    void send(const QJsonObject& message, const Reservation& held = {});
    /// Something arrived, was sent or left: counts what this connection holds in memory.
    void weigh();
    void letGoOfWhatLeft();
    [[nodiscard]] qint64 queuedBytes() const;
    void end();

    /// What is held until an answer has left the socket.
    struct Leaving {
        qint64 mark; ///< of m_queuedEver when it was queued
        Reservation held;
    };

    QWebSocket* m_socket;
    QPointer<QTcpSocket> m_transport; ///< beneath it: knows what TLS has not sent yet
    RpcServer* m_server;
    const QHostAddress m_address;
    const Network m_network;
    const WaitingRoom::Id m_waiting;
    Role m_role = Role::Anyone;
    bool m_trusted = false;
    bool m_ended = false;
    int m_pending = 0;
    int m_begun = 0; ///< requests before authentication
    /// Bytes of requests that wait for their answer; handlers may let go of them on a thread of their own.
    const std::shared_ptr<std::atomic<qint64>> m_unanswered = std::make_shared<std::atomic<qint64>>(0);
    qint64 m_fragments = 0; ///< bytes of a message whose last frame has not come
    qint64 m_weight = 0; ///< as the server has counted it
    qint64 m_queuedEver = 0;
    std::deque<Leaving> m_leaving;
    QElapsedTimer m_sinceMessage;
    QTimer m_deadline;
    QTimer m_stalled; ///< runs while something waits to be sent; started anew when some of it goes
};

/// The one answer to one request. May be kept and answered later; does nothing once the connection is gone.
/// A reply that is dropped without an answer leaves the client to its time-out.
class RpcReply {
public:
    /// `request`: its size in memory, counted as held by the connection as long as a copy of this is kept.
    RpcReply(RpcSession* session, QJsonValue id, qint64 request);
    /// The same, with something that is held until the answer has left the socket, or the connection ended.
    [[nodiscard]] RpcReply holding(Reservation held) const;
    void result(const QJsonObject& value) const;
    void error(const Error& error) const;
    /// The value as the result, or the error.
    void answer(const Result<QJsonObject>& outcome) const;

private:
    void finish(QJsonObject message) const;
    QPointer<RpcSession> m_session;
    QJsonValue m_id; ///< undefined for a notification, which gets no answer
    Reservation m_request;
    Reservation m_held;
};

/// The error object of JSON-RPC 2.0, section 5.1.
enum class RpcCode;
[[nodiscard]] QJsonObject rpcErrorObject(RpcCode code, const Error& error);

} // namespace surplus
