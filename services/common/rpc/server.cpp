// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/rpc/server.h"

#include "services/common/rpc/peer.h"
#include "services/common/rpc/request.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QSslSocket>
#include <QTcpServer>
#include <QWebSocket>
#include <QWebSocketCorsAuthenticator>
#include <QWebSocketServer>

namespace surplus {

Q_LOGGING_CATEGORY(lcRpc, "surplus.rpc")

namespace {
/// Hands each accepted descriptor on, before Qt has read anything from it.
class Listener final : public QTcpServer {
public:
    explicit Listener(std::function<void(qintptr)> arrive) : m_arrive(std::move(arrive)) { }

protected:
    void incomingConnection(qintptr descriptor) override { m_arrive(descriptor); }

private:
    std::function<void(qintptr)> m_arrive;
};

/// The whole header: a name or an address, and a port.
bool isLoopbackHost(const QString& header)
{
    static const QRegularExpression form(QStringLiteral("^(?:\\[([0-9a-fA-F:.]+)\\]|([0-9a-zA-Z.-]+))(?::[0-9]{1,5})?$"));
    const auto match = form.match(header);
    const QString name = match.captured(2);
    return match.hasMatch() && (name.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || QHostAddress(name.isEmpty() ? match.captured(1) : name).isLoopback());
}
} // namespace

bool RpcServer::isOwnPeer(const QTcpSocket& socket)
{
    return isOwnLoopbackPeer(socket.peerAddress(), socket.peerPort(), socket.localAddress(), socket.localPort());
}

RpcServer::RpcServer(const std::optional<TlsIdentity>& tls, QObject* parent, OwnPeer ownPeer)
    : QObject(parent)
    , m_ownPeer(std::move(ownPeer))
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
    for (const Arriving& one : arriving) {
        m_waiting.leave(one.waiting);
        if (one.socket)
            one.socket->abort();
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

void RpcServer::makeRoom(const Network& network, bool own)
{
    while (const auto going = m_waiting.toMakeRoom(network, own)) {
        m_waiting.leave(*going);
        const auto arrival = std::find_if(m_arriving.begin(), m_arriving.end(), [&](const Arriving& one) { return one.waiting == *going; });
        const auto session = std::find_if(m_sessions.begin(), m_sessions.end(),
            [&](const RpcSession* one) { return one->m_waiting == *going; });
        if (arrival != m_arriving.end()) {
            const QPointer<QTcpSocket> socket = arrival->socket;
            m_arriving.erase(arrival);
            if (socket)
                socket->abort();
        } else if (session != m_sessions.end()) {
            (*session)->drop();
        }
    }
}

void RpcServer::leaveArrival(const Arrival& arrival, const QTcpSocket* socket)
{
    const auto found = m_arriving.constFind(arrival);
    if (found == m_arriving.constEnd() || found->socket != socket)
        return;
    m_waiting.leave(found->waiting);
    m_arriving.erase(found);
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
    limitReading(*socket, MaxBytesBefore + FrameHeader);
    const QHostAddress address = unmapped(socket->peerAddress());
    if (!m_tls && !address.isLoopback()) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    const bool own = m_ownPeer(*socket);
    // Whoever is on this computer has all of 127.0.0.0/8 to come from.
    const Network network = m_tls ? networkOf(address) : Network(QStringLiteral("loopback"));
    makeRoom(network, own);
    const Arrival arrival { address, socket->peerPort() };
    m_arriving.insert(arrival, { socket, m_waiting.enter(network, own) });
    connect(socket, &QTcpSocket::disconnected, this, [this, arrival, socket] { leaveArrival(arrival, socket); });
    QTimer::singleShot(AuthenticationMs, socket, [this, arrival, socket] {
        if (m_arriving.value(arrival).socket == socket)
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
        const Arriving came = m_arriving.take({ unmapped(socket->peerAddress()), socket->peerPort() });
        // One that has gone already will not say so again.
        if (!came.socket || !isForHere(*socket) || socket->state() != QAbstractSocket::ConnectedState) {
            m_waiting.leave(came.waiting);
            socket->close(QWebSocketProtocol::CloseCodePolicyViolated, QStringLiteral("this API is for programs on this computer"));
            socket->deleteLater();
            continue;
        }
        auto* session = new RpcSession(socket, came.socket, came.waiting, this);
        m_sessions.append(session);
        connect(session, &RpcSession::ended, this, [this, session] {
            m_sessions.removeOne(session);
            session->deleteLater();
        });
        Q_EMIT sessionStarted(session);
    }
}

RpcSession* RpcServer::heaviest(bool trusted, QuotaHit hit, const Network& network) const
{
    QString most; // of the address with most; for a full /48, within it
    if (hit == QuotaHit::All && !trusted) {
        for (const RpcSession* one : m_sessions) {
            if (m_held.ofNetwork(one->m_network) > m_held.ofNetwork(Network(most)))
                most = one->m_network.text();
        }
    }
    RpcSession* found = nullptr;
    for (RpcSession* one : m_sessions) {
        const bool counts = one->m_trusted == trusted && one->m_weight > 0
            && (trusted || (hit == QuotaHit::All ? one->m_network.text() == most
                               : hit == QuotaHit::Wide ? one->m_network.wide() == network.wide() : one->m_network == network));
        if (counts && (!found || one->m_weight > found->m_weight))
            found = one;
    }
    return found;
}

void RpcServer::reweigh(RpcSession& session, qint64 bytes)
{
    Tally& tally = session.m_trusted ? m_heldByTrusted : m_held;
    const QByteArray key = QByteArray::number(reinterpret_cast<quintptr>(&session));
    const bool grew = bytes > session.m_weight;
    tally.add(key, session.m_network, bytes - session.m_weight);
    session.m_weight = bytes;
    if (!grew)
        return;
    for (QuotaHit hit; (hit = tally.hit(key, session.m_network, 0)) != QuotaHit::None;) {
        RpcSession* going = hit == QuotaHit::Key ? &session : heaviest(session.m_trusted, hit, session.m_network);
        if (!going)
            return;
        qCWarning(lcRpc).noquote() << "dropping" << going->m_address.toString() << "for which" << going->m_weight << "bytes are held, of too many";
        going->drop(); // counts it down to zero
    }
}

void RpcServer::dispatch(RpcSession& session, const QString& message)
{
    const auto refuse = [&](RpcCode code, const QJsonValue& id, const Error& error) {
        session.send({ { QStringLiteral("jsonrpc"), QStringLiteral("2.0") },
            { QStringLiteral("id"), id.isUndefined() ? QJsonValue(QJsonValue::Null) : id },
            { QStringLiteral("error"), rpcErrorObject(code, error) } });
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
    const qint64 size = message.size() * static_cast<qsizetype>(sizeof(QChar));
    if (session.m_pending >= MaxPendingPerSession || *session.m_unanswered + size > MaxQueuedBytes) {
        refuse(RpcCode::Application, request->id,
            { QStringLiteral("rpc.busy"),
                QStringLiteral("Too many requests are waiting on this connection. Wait for their answers.") });
        return;
    }
    ++session.m_pending;
    const RpcReply reply(&session, request->id, size);
    if (auto checked = checkParams(method->spec, request->params); !checked) {
        reply.error(checked.error());
        return;
    }
    method->handler(session, request->params, reply);
}

} // namespace surplus
