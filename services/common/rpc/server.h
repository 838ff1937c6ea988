// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/crypto/certificate.h"
#include "services/common/rpc/rpcsession.h"

#include <QHash>
#include <QSslConfiguration>
#include <functional>
#include <memory>

class QTcpServer;
class QWebSocketServer;

namespace surplus {

using RpcHandler = std::function<void(RpcSession& session, const QJsonObject& params, const RpcReply& reply)>;

/// JSON-RPC 2.0 over WebSocket (RFC 6455), one object a message, no batches. One thread.
class RpcServer : public QObject {
    Q_OBJECT
public:
    /// Whether the other end of a connection belongs to the user whom this program runs as.
    using OwnPeer = std::function<bool(const QTcpSocket&)>;
    [[nodiscard]] static bool isOwnPeer(const QTcpSocket& socket);

    /// `tls` absent: plain WebSocket for loopback, and any Host that is not loopback is refused.
    explicit RpcServer(const std::optional<TlsIdentity>& tls, QObject* parent = nullptr, OwnPeer ownPeer = isOwnPeer);
    ~RpcServer() override;

    void add(const MethodSpec& method, RpcHandler handler);
    [[nodiscard]] QList<MethodSpec> methods() const;
    /// Port 0 lets the system pick. Returns the port; fails with "rpc.listen".
    [[nodiscard]] Result<quint16> listen(const QHostAddress& address, quint16 port);
    void close();
    /// Those that are in a handshake and those that stand.
    [[nodiscard]] qsizetype connections() const { return m_arriving.size() + m_sessions.size(); }
    /// How each error is put to the other end; as it is, unless this is set. For an API that strangers talk to: what went
    /// wrong inside is not theirs to read.
    void setErrorWords(std::function<Error(const Error&)> words) { m_errorWords = std::move(words); }
    /// Ends every connection and goes on listening.
    void dropSessions();
    /// To every connection that has at least `lowest`.
    void broadcast(Role lowest, const QString& method, const QJsonObject& params);

    static constexpr qint64 MaxBytesBefore = 64 * 1024;
    static constexpr qint64 MaxBytesAfter = 1024 * 1024;
    static constexpr qint64 MaxQueuedBytes = 4 * 1024 * 1024;
    static constexpr int AuthenticationMs = 5000;
    static constexpr int ClosingMs = 5000; ///< a connection that is closed with a reason is dropped then
    static constexpr int StalledMs = 30'000; ///< one that takes none of what waits for it is dropped then
    static constexpr int MaxUnauthenticatedPerAddress = 8; ///< those in a TLS or WebSocket handshake count
    static constexpr int MaxOwnUnauthenticated = 256; ///< of the user whom this program runs as
    static constexpr int MaxRequestsBefore = 16; ///< on one connection
    static constexpr int MaxPendingPerSession = 64;
    /// What connections hold in memory: messages that are not whole, and what waits to be sent. Beyond it the largest of
    /// the address with most is dropped. Those that are trusted are counted apart, and not by their address.
    static constexpr QuotaBounds MaxHeld { MaxQueuedBytes + 2 * MaxBytesAfter, 8 * 1024 * 1024, 32 * 1024 * 1024 };
    static constexpr qint64 MaxHeldByTrusted = 128 * 1024 * 1024;
    static constexpr qint64 FrameHeader = 64; ///< a frame has to fit into a buffer whole, with its header

Q_SIGNALS:
    void sessionStarted(surplus::RpcSession* session);

private:
    friend class RpcSession;
    friend class RpcReply;
    struct Method {
        MethodSpec spec;
        RpcHandler handler;
    };
    /// A connection that is in its TLS or WebSocket handshake, by the other end's address and port.
    using Arrival = QPair<QHostAddress, quint16>;
    struct Arriving {
        QPointer<QTcpSocket> socket;
        WaitingRoom::Id waiting = 0;
    };
    void arrive(qintptr descriptor);
    void leaveArrival(const Arrival& arrival, const QTcpSocket* socket);
    void accept();
    void dispatch(RpcSession& session, const QString& message);
    void makeRoom(const Network& network, bool own);
    /// `session` holds `bytes` now.
    void reweigh(RpcSession& session, qint64 bytes);
    [[nodiscard]] RpcSession* heaviest(bool trusted, QuotaHit hit, const Network& network) const;
    [[nodiscard]] bool isForHere(const QWebSocket& socket) const;

    const OwnPeer m_ownPeer;
    std::unique_ptr<QTcpServer> m_listener;
    std::unique_ptr<QWebSocketServer> m_server;
    std::optional<QSslConfiguration> m_tls; ///< absent: loopback only
    std::function<Error(const Error&)> m_errorWords;
    QHash<QString, Method> m_methods;
    QList<QString> m_order;
    WaitingRoom m_waiting { { .perNetwork = MaxUnauthenticatedPerAddress, .strangers = 256, .own = MaxOwnUnauthenticated } };
    QHash<Arrival, Arriving> m_arriving;
    QList<RpcSession*> m_sessions;
    Tally m_held { MaxHeld };
    Tally m_heldByTrusted { { MaxHeldByTrusted, MaxHeldByTrusted, MaxHeldByTrusted } };
};

} // namespace surplus
