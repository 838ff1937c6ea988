// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/rpc/server.h"

#include "services/common/rpc/request.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QNetworkRequest>
#include <QSslSocket>
#include <QTcpServer>
#include <QWebSocket>
#include <QWebSocketCorsAuthenticator>
#include <QWebSocketServer>

namespace surplus {

Q_LOGGING_CATEGORY(lcRpc, "surplus.rpc")

namespace {
QJsonObject errorObject(RpcCode code, const Error& error)
{
    return { { QStringLiteral("code"), static_cast<int>(code) }, { QStringLiteral("message"), error.message },
        { QStringLiteral("data"), QJsonObject { { QStringLiteral("code"), error.code } } } };
}

/// ::ffff:a.b.c.d and a.b.c.d are the same peer.
QHostAddress unmapped(const QHostAddress& address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

/// Hands each accepted descriptor on, before Qt has read anything from it.
class Listener final : public QTcpServer {
public:
    explicit Listener(std::function<void(qintptr)> arrive) : m_arrive(std::move(arrive)) { }

protected:
    void incomingConnection(qintptr descriptor) override { m_arrive(descriptor); }

private:
    std::function<void(qintptr)> m_arrive;
};

// A frame has to fit into it whole, with its header.
constexpr qint64 FrameHeader = 64;

bool isLoopbackHost(QString host)
{
    if (host.startsWith(u'[')) // [::1]:1234
        host = host.mid(1, host.indexOf(u']') - 1);
    else
        host = host.section(u':', 0, 0);
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}
} // namespace

RpcSession::RpcSession(QWebSocket* socket, QTcpSocket* transport, RpcServer* server)
    : QObject(server), m_socket(socket), m_transport(transport), m_server(server)
{
    m_socket->setParent(this);
    m_socket->setMaxAllowedIncomingFrameSize(RpcServer::MaxBytesBefore);
    m_socket->setMaxAllowedIncomingMessageSize(RpcServer::MaxBytesBefore);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &RpcSession::receive);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this,
        [this] { disconnectPeer(QStringLiteral("text messages only")); });
    connect(m_socket, &QWebSocket::disconnected, this, &RpcSession::end);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { disconnectPeer(QStringLiteral("not authenticated in time")); });
    m_deadline.start(RpcServer::AuthenticationMs);
}

void RpcSession::setRole(Role role)
{
    m_role = role;
    if (role == Role::Anyone)
        return;
    m_deadline.stop();
    if (m_transport)
        m_transport->setReadBufferSize(RpcServer::MaxBytesAfter + FrameHeader);
    m_socket->setMaxAllowedIncomingFrameSize(RpcServer::MaxBytesAfter);
    m_socket->setMaxAllowedIncomingMessageSize(RpcServer::MaxBytesAfter);
}

QHostAddress RpcSession::peerAddress() const { return unmapped(m_socket->peerAddress()); }

qint64 RpcSession::queuedBytes() const
{
    const auto* tls = qobject_cast<const QSslSocket*>(m_transport.data());
    return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

void RpcSession::push(const QString& method, const QJsonObject& params)
{
    send({ { QStringLiteral("jsonrpc"), QStringLiteral("2.0") }, { QStringLiteral("method"), method },
        { QStringLiteral("params"), params } });
}

void RpcSession::disconnectPeer(const QString& reason)
{
    m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated, reason);
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        end(); // it had gone without a word
}

void RpcSession::end()
{
    if (!std::exchange(m_ended, true))
        Q_EMIT ended();
}

void RpcSession::receive(const QString& message) { m_server->dispatch(*this, message); }

void RpcSession::send(const QJsonObject& message)
{
    if (queuedBytes() > RpcServer::MaxQueuedBytes) {
        qCWarning(lcRpc).noquote() << "dropping" << peerAddress().toString() << "which reads too slowly";
        m_socket->abort();
        return;
    }
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void RpcReply::result(const QJsonObject& value) const { finish({ { QStringLiteral("result"), value } }); }

void RpcReply::error(const Error& error) const
{
    const RpcCode code = error.code == QLatin1String("rpc.params") ? RpcCode::InvalidParams : RpcCode::Application;
    finish({ { QStringLiteral("error"), errorObject(code, error) } });
}

void RpcReply::answer(const Result<QJsonObject>& outcome) const
{
    if (outcome)
        result(*outcome);
    else
        error(outcome.error());
}

void RpcReply::finish(QJsonObject message) const
{
    if (!m_session)
        return;
    --m_session->m_pending;
    if (m_id.isUndefined())
        return;
    message.insert(QStringLiteral("jsonrpc"), QStringLiteral("2.0"));
    message.insert(QStringLiteral("id"), m_id);
    m_session->send(message);
}

RpcServer::RpcServer(const std::optional<TlsIdentity>& tls, QObject* parent)
    : QObject(parent)
    , m_listener(std::make_unique<Listener>([this](qintptr descriptor) { arrive(descriptor); }))
    , m_server(std::make_unique<QWebSocketServer>(
          QStringLiteral("surplus"), tls ? QWebSocketServer::SecureMode : QWebSocketServer::NonSecureMode))
{
    if (tls) {
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls->setLocalCertificate(tls->certificate);
        m_tls->setPrivateKey(tls->key);
        m_tls->setProtocol(QSsl::TlsV1_3OrLater);
        m_tls->setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    m_server->setMaxPendingConnections(64);
    // Browsers send Origin, our programs do not: a web page must not be able to talk to a local engine.
    connect(m_server.get(), &QWebSocketServer::originAuthenticationRequired, this,
        [](QWebSocketCorsAuthenticator* authenticator) { authenticator->setAllowed(authenticator->origin().isEmpty()); });
    connect(m_server.get(), &QWebSocketServer::newConnection, this, &RpcServer::accept);
}

RpcServer::~RpcServer() { close(); }

void RpcServer::add(const MethodSpec& method, RpcHandler handler)
{
    const QString name = QLatin1String(method.name);
    Q_ASSERT(!m_methods.contains(name));
    m_methods.insert(name, { method, std::move(handler) });
    m_order.append(name);
}

QList<MethodSpec> RpcServer::methods() const
{
    QList<MethodSpec> list;
    for (const QString& name : m_order)
        list.append(m_methods.value(name).spec);
    return list;
}

Result<quint16> RpcServer::listen(const QHostAddress& address, quint16 port)
{
    if (!m_listener->listen(address, port))
        return failure(QStringLiteral("rpc.listen"),
            QStringLiteral("Can't listen on %1 port %2: %3. Choose another port in the configuration, or end the program "
                           "that uses it.").arg(address.toString()).arg(port).arg(m_listener->errorString()));
    return m_listener->serverPort();
}

void RpcServer::close()
{
    m_listener->close();
    const auto arriving = std::exchange(m_arriving, {});
    for (const QPointer<QTcpSocket>& socket : arriving) {
        if (socket)
            socket->abort();
    }
    dropSessions();
}

void RpcServer::dropSessions()
{
    const QList<RpcSession*> sessions = m_sessions;
    for (RpcSession* session : sessions)
        session->m_socket->close(QWebSocketProtocol::CloseCodeGoingAway);
}

void RpcServer::broadcast(Role lowest, const QString& method, const QJsonObject& params)
{
    const QList<RpcSession*> sessions = m_sessions;
    for (RpcSession* session : sessions) {
        if (session->role() >= lowest)
            session->push(method, params);
    }
}

QString RpcServer::refusal(const QHostAddress& address) const
{
    if (m_sessions.size() + m_arriving.size() >= MaxSessions)
        return QStringLiteral("too many connections");
    qsizetype waiting = std::count_if(m_sessions.begin(), m_sessions.end(),
        [&](const RpcSession* other) { return other->role() == Role::Anyone && other->peerAddress() == address; });
    for (auto it = m_arriving.begin(); it != m_arriving.end(); ++it)
        waiting += it.key().first == address ? 1 : 0;
    return waiting >= MaxUnauthenticatedPerAddress ? QStringLiteral("too many connections that have not authenticated") : QString();
}

void RpcServer::arrive(qintptr descriptor)
{
    // Qt would buffer what an unknown peer sends without a bound and wait for its handshake without counting it.
    auto* tls = m_tls ? new QSslSocket(this) : nullptr;
    auto* socket = tls ? tls : new QTcpSocket(this);
    socket->setReadBufferSize(MaxBytesBefore + FrameHeader);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (!socket->setSocketDescriptor(descriptor)) {
        socket->deleteLater();
        return;
    }
    const QHostAddress address = unmapped(socket->peerAddress());
    if (!refusal(address).isEmpty() || (!m_tls && !address.isLoopback())) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    const Arrival arrival { address, socket->peerPort() };
    m_arriving.insert(arrival, socket);
    connect(socket, &QTcpSocket::disconnected, this, [this, arrival] { m_arriving.remove(arrival); });
    QTimer::singleShot(AuthenticationMs, socket, [this, arrival, socket] {
        if (m_arriving.value(arrival) == socket)
            socket->abort();
    });
    if (!tls) {
        m_server->handleConnection(socket);
        return;
    }
    connect(tls, &QSslSocket::encrypted, this, [this, tls] { m_server->handleConnection(tls); });
    connect(tls, &QSslSocket::errorOccurred, tls, [tls] { tls->abort(); });
    tls->setSslConfiguration(*m_tls);
    tls->startServerEncryption();
}

bool RpcServer::isForHere(const QWebSocket& socket) const
{
    return m_tls || isLoopbackHost(QString::fromLatin1(socket.request().rawHeader("Host")));
}

void RpcServer::accept()
{
    while (QWebSocket* socket = m_server->nextPendingConnection()) {
        const auto transport = m_arriving.take({ unmapped(socket->peerAddress()), socket->peerPort() });
        // One that has gone already will not say so again.
        if (!transport || !isForHere(*socket) || socket->state() != QAbstractSocket::ConnectedState) {
            socket->close(QWebSocketProtocol::CloseCodePolicyViolated, QStringLiteral("this API is for programs on this computer"));
            socket->deleteLater();
            continue;
        }
        auto* session = new RpcSession(socket, transport, this);
        m_sessions.append(session);
        connect(session, &RpcSession::ended, this, [this, session] {
            m_sessions.removeOne(session);
            session->deleteLater();
        });
        Q_EMIT sessionStarted(session);
    }
}

void RpcServer::dispatch(RpcSession& session, const QString& message)
{
    const auto refuse = [&](RpcCode code, const QJsonValue& id, const Error& error) {
        session.send({ { QStringLiteral("jsonrpc"), QStringLiteral("2.0") },
            { QStringLiteral("id"), id.isUndefined() ? QJsonValue(QJsonValue::Null) : id },
            { QStringLiteral("error"), errorObject(code, error) } });
    };
    // Each may cost a signature: nobody needs many before it has proved who it is.
    if (session.role() == Role::Anyone && ++session.m_begun > MaxRequestsBefore) {
        session.disconnectPeer(QStringLiteral("too many requests before authentication"));
        return;
    }
    const auto request = parseRequest(message.toUtf8());
    if (!request) {
        refuse(request.error().code, request.error().id, request.error().error);
        return;
    }
    const auto method = m_methods.constFind(request->method);
    // Whoever may not call a method is not told whether it exists.
    if (method == m_methods.constEnd() || session.role() < method->spec.lowest) {
        const bool hidden = session.role() == Role::Anyone || method == m_methods.constEnd();
        refuse(RpcCode::MethodNotFound, request->id,
            hidden ? Error { QStringLiteral("rpc.method"), QStringLiteral("No method \"%1\" for you here.").arg(request->method.left(60)) }
                   : Error { QStringLiteral("rpc.role"),
                         QStringLiteral("%1 needs the role %2; this connection has %3.")
                             .arg(request->method, roleName(method->spec.lowest), roleName(session.role())) });
        return;
    }
    if (session.m_pending >= MaxPendingPerSession) {
        refuse(RpcCode::Application, request->id,
            { QStringLiteral("rpc.busy"),
                QStringLiteral("Too many requests are waiting on this connection. Wait for their answers.") });
        return;
    }
    ++session.m_pending;
    const RpcReply reply(&session, request->id);
    if (auto checked = checkParams(method->spec, request->params); !checked) {
        reply.error(checked.error());
        return;
    }
    method->handler(session, request->params, reply);
}

} // namespace surplus
