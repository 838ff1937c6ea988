// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/rpc/server.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QWebSocket>
#include <QWebSocketCorsAuthenticator>
#include <QWebSocketServer>

namespace surplus {

Q_LOGGING_CATEGORY(lcRpc, "surplus.rpc")

namespace {
// The codes of JSON-RPC 2.0, section 5.1; the application's own errors travel as -32000 with their name in data.code.
constexpr int ParseErrorCode = -32700;
constexpr int InvalidRequestCode = -32600;
constexpr int MethodNotFoundCode = -32601;
constexpr int InvalidParamsCode = -32602;
constexpr int ApplicationCode = -32000;

QJsonObject errorObject(int code, const Error& error)
{
    return { { QStringLiteral("code"), code }, { QStringLiteral("message"), error.message },
        { QStringLiteral("data"), QJsonObject { { QStringLiteral("code"), error.code } } } };
}

bool isLoopbackHost(QString host)
{
    if (host.startsWith(u'[')) // [::1]:1234
        host = host.mid(1, host.indexOf(u']') - 1);
    else
        host = host.section(u':', 0, 0);
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}
} // namespace

RpcSession::RpcSession(QWebSocket* socket, RpcServer* server) : QObject(server), m_socket(socket), m_server(server)
{
    m_socket->setParent(this);
    m_socket->setMaxAllowedIncomingFrameSize(RpcServer::MaxBytesBefore);
    m_socket->setMaxAllowedIncomingMessageSize(RpcServer::MaxBytesBefore);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &RpcSession::receive);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this,
        [this] { disconnectPeer(QStringLiteral("text messages only")); });
    connect(m_socket, &QWebSocket::disconnected, this, &RpcSession::ended);
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
    m_socket->setMaxAllowedIncomingFrameSize(RpcServer::MaxBytesAfter);
    m_socket->setMaxAllowedIncomingMessageSize(RpcServer::MaxBytesAfter);
}

QHostAddress RpcSession::peerAddress() const
{
    const QHostAddress address = m_socket->peerAddress();
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address; // ::ffff:a.b.c.d and a.b.c.d are the same peer
}

void RpcSession::push(const QString& method, const QJsonObject& params)
{
    send({ { QStringLiteral("jsonrpc"), QStringLiteral("2.0") }, { QStringLiteral("method"), method },
        { QStringLiteral("params"), params } });
}

void RpcSession::disconnectPeer(const QString& reason)
{
    m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated, reason);
}

void RpcSession::receive(const QString& message) { m_server->dispatch(*this, message); }

void RpcSession::send(const QJsonObject& message)
{
    if (m_socket->bytesToWrite() > RpcServer::MaxQueuedBytes) {
        qCWarning(lcRpc).noquote() << "dropping" << peerAddress().toString() << "which reads too slowly";
        m_socket->abort();
        return;
    }
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void RpcReply::result(const QJsonObject& value) const { finish({ { QStringLiteral("result"), value } }); }

void RpcReply::error(const Error& error) const
{
    const int code = error.code == QLatin1String("rpc.params") ? InvalidParamsCode : ApplicationCode;
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
    , m_server(std::make_unique<QWebSocketServer>(
          QStringLiteral("surplus"), tls ? QWebSocketServer::SecureMode : QWebSocketServer::NonSecureMode))
    , m_loopback(!tls)
{
    if (tls) {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(tls->certificate);
        configuration.setPrivateKey(tls->key);
        configuration.setProtocol(QSsl::TlsV1_3OrLater);
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_server->setSslConfiguration(configuration);
    }
    m_server->setHandshakeTimeout(AuthenticationMs);
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
    if (!m_server->listen(address, port))
        return failure(QStringLiteral("rpc.listen"),
            QStringLiteral("Can't listen on %1 port %2: %3. Choose another port in the configuration, or end the program "
                           "that uses it.").arg(address.toString()).arg(port).arg(m_server->errorString()));
    return m_server->serverPort();
}

void RpcServer::close()
{
    m_server->close();
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

QString RpcServer::refusal(const QWebSocket& socket) const
{
    if (m_loopback) {
        const QString host = QString::fromLatin1(socket.request().rawHeader("Host"));
        if (!socket.peerAddress().isLoopback() || !isLoopbackHost(host))
            return QStringLiteral("this API is for programs on this computer");
    }
    if (m_sessions.size() >= MaxSessions)
        return QStringLiteral("too many connections");
    const auto waiting = std::count_if(m_sessions.begin(), m_sessions.end(), [&](const RpcSession* other) {
        return other->role() == Role::Anyone && other->m_socket->peerAddress() == socket.peerAddress();
    });
    if (waiting >= MaxUnauthenticatedPerAddress)
        return QStringLiteral("too many connections that have not authenticated");
    return {};
}

void RpcServer::accept()
{
    while (QWebSocket* socket = m_server->nextPendingConnection()) {
        if (const QString reason = refusal(*socket); !reason.isEmpty()) {
            connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
            socket->close(QWebSocketProtocol::CloseCodePolicyViolated, reason);
            continue;
        }
        auto* session = new RpcSession(socket, this);
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
    const auto refuse = [&](int code, const QJsonValue& id, const QString& name, const QString& text) {
        session.send({ { QStringLiteral("jsonrpc"), QStringLiteral("2.0") },
            { QStringLiteral("id"), id.isUndefined() ? QJsonValue(QJsonValue::Null) : id },
            { QStringLiteral("error"), errorObject(code, { name, text }) } });
    };
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(message.toUtf8(), &parseError);
    if (parseError.error != QJsonParseError::NoError) {
        refuse(ParseErrorCode, {}, QStringLiteral("rpc.parse"), QStringLiteral("Not JSON: %1.").arg(parseError.errorString()));
        return;
    }
    const QJsonObject request = document.object();
    const QJsonValue id = request.value(u"id");
    const QJsonValue params = request.value(u"params");
    const bool idIsFine = id.isUndefined() || id.isString() || id.isDouble();
    if (!document.isObject() || request.value(u"jsonrpc") != QLatin1String("2.0") || !request.value(u"method").isString()
        || !idIsFine || !(params.isUndefined() || params.isObject())) {
        refuse(InvalidRequestCode, idIsFine ? id : QJsonValue(QJsonValue::Undefined), QStringLiteral("rpc.request"),
            QStringLiteral("Not a JSON-RPC 2.0 request with named parameters; batches are not accepted."));
        return;
    }
    const QString name = request.value(u"method").toString();
    const auto method = m_methods.constFind(name);
    // Whoever may not call a method is not told whether it exists.
    if (method == m_methods.constEnd() || session.role() < method->spec.lowest) {
        const bool hidden = session.role() == Role::Anyone || method == m_methods.constEnd();
        refuse(MethodNotFoundCode, id, hidden ? QStringLiteral("rpc.method") : QStringLiteral("rpc.role"),
            hidden ? QStringLiteral("No method \"%1\" for you here.").arg(name.left(60))
                   : QStringLiteral("%1 needs the role %2; this connection has %3.")
                         .arg(name, roleName(method->spec.lowest), roleName(session.role())));
        return;
    }
    if (session.m_pending >= MaxPendingPerSession) {
        refuse(ApplicationCode, id, QStringLiteral("rpc.busy"),
            QStringLiteral("Too many requests are waiting on this connection. Wait for their answers."));
        return;
    }
    ++session.m_pending;
    const RpcReply reply(&session, id);
    if (auto checked = checkParams(method->spec, params.toObject()); !checked) {
        reply.error(checked.error());
        return;
    }
    method->handler(session, params.toObject(), reply);
}

} // namespace surplus
