// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/rpc/rpcsession.h"

#include "services/common/rpc/peer.h"
#include "services/common/rpc/request.h"
#include "services/common/rpc/server.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSslSocket>
#include <QWebSocket>

namespace surplus {

Q_LOGGING_CATEGORY(lcRpcSession, "surplus.rpc.session")

QJsonObject rpcErrorObject(RpcCode code, const Error& error)
{
    return { { QStringLiteral("code"), static_cast<int>(code) }, { QStringLiteral("message"), error.message },
        { QStringLiteral("data"), QJsonObject { { QStringLiteral("code"), error.code } } } };
}

RpcSession::RpcSession(QWebSocket* socket, QTcpSocket* transport, WaitingRoom::Id waiting, RpcServer* server)
    : QObject(server)
    , m_socket(socket)
    , m_transport(transport)
    , m_server(server)
    , m_address(unmapped(socket->peerAddress()))
    , m_network(networkOf(m_address))
    , m_waiting(waiting)
{
    m_sinceMessage.start();
    m_socket->setParent(this);
    m_socket->setMaxAllowedIncomingFrameSize(RpcServer::MaxBytesBefore);
    m_socket->setMaxAllowedIncomingMessageSize(RpcServer::MaxBytesBefore);
    connect(m_socket, &QWebSocket::textFrameReceived, this,
        [this](const QString& frame, bool last) { m_fragments = last ? 0 : m_fragments + frame.size() * qsizetype(sizeof(QChar)); });
    connect(m_socket, &QWebSocket::textMessageReceived, this, &RpcSession::receive);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this,
        [this] { disconnectPeer(QStringLiteral("text messages only")); });
    connect(m_socket, &QWebSocket::disconnected, this, &RpcSession::end);
    // Connected after the web socket's own: what is there then is a frame that is not whole yet.
    connect(transport, &QTcpSocket::readyRead, this, &RpcSession::weigh);
    const auto left = [this] {
        if (queuedBytes() > 0)
            m_stalled.start(RpcServer::StalledMs);
        else
            m_stalled.stop();
        letGoOfWhatLeft();
        weigh();
    };
    if (auto* tls = qobject_cast<QSslSocket*>(transport))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, left);
    connect(transport, &QTcpSocket::bytesWritten, this, left);
    m_stalled.setSingleShot(true);
    connect(&m_stalled, &QTimer::timeout, this, [this] {
        qCInfo(lcRpcSession).noquote() << "dropping" << m_address.toString() << "which takes nothing of what it asked for";
        drop();
    });
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
    m_server->m_waiting.leave(m_waiting);
    if (m_transport)
        limitReading(*m_transport, RpcServer::MaxBytesAfter + RpcServer::FrameHeader);
    m_socket->setMaxAllowedIncomingFrameSize(RpcServer::MaxBytesAfter);
    m_socket->setMaxAllowedIncomingMessageSize(RpcServer::MaxBytesAfter);
}

void RpcSession::setTrusted(bool trusted)
{
    if (trusted == m_trusted)
        return;
    m_server->reweigh(*this, 0);
    m_trusted = trusted;
    weigh();
}

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
    // A peer that takes nothing would keep its place by not taking this either.
    QTimer::singleShot(RpcServer::ClosingMs, this, &RpcSession::drop);
    m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated, reason);
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        end(); // it had gone without a word
}

void RpcSession::drop()
{
    m_socket->abort();
    end();
}

void RpcSession::end()
{
    if (std::exchange(m_ended, true))
        return;
    m_stalled.stop();
    m_leaving.clear();
    m_server->m_waiting.leave(m_waiting);
    m_server->reweigh(*this, 0);
    Q_EMIT ended();
}

void RpcSession::receive(const QString& message)
{
    if (m_ended)
        return;
    m_sinceMessage.restart();
    if (m_role == Role::Anyone)
        m_server->m_waiting.spoke(m_waiting);
    m_server->dispatch(*this, message);
}

void RpcSession::send(const QJsonObject& message, const Reservation& held)
{
    const qint64 before = queuedBytes();
    if (before > RpcServer::MaxQueuedBytes) {
        qCWarning(lcRpcSession).noquote() << "dropping" << m_address.toString() << "which reads too slowly";
        drop();
        return;
    }
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
    if (m_transport)
        m_transport->flush(); // one by one: what OpenSSL once held together it keeps room for
    const qint64 after = queuedBytes();
    m_queuedEver += std::max<qint64>(0, after - before);
    if (held && after > 0)
        m_leaving.push_back({ m_queuedEver, held });
    if (after > 0 && !m_stalled.isActive())
        m_stalled.start(RpcServer::StalledMs);
    weigh();
}

void RpcSession::letGoOfWhatLeft()
{
    const qint64 gone = m_queuedEver - queuedBytes();
    while (!m_leaving.empty() && m_leaving.front().mark <= gone)
        m_leaving.pop_front();
}

void RpcSession::weigh()
{
    if (!m_ended)
        m_server->reweigh(*this, queuedBytes() + *m_unanswered + m_fragments + (m_transport ? m_transport->bytesAvailable() : 0));
}

RpcReply::RpcReply(RpcSession* session, QJsonValue id, qint64 request) : m_session(session), m_id(std::move(id))
{
    *session->m_unanswered += request;
    m_request = Reservation(
        static_cast<const void*>(session), [unanswered = session->m_unanswered, request](const void*) { *unanswered -= request; });
    session->weigh();
}

RpcReply RpcReply::holding(Reservation held) const
{
    RpcReply reply = *this;
    reply.m_held = std::move(held);
    return reply;
}

void RpcReply::result(const QJsonObject& value) const { finish({ { QStringLiteral("result"), value } }); }

void RpcReply::error(const Error& error) const
{
    if (!m_session)
        return;
    const auto& words = m_session->m_server->m_errorWords;
    const RpcCode code = error.code == QLatin1String("rpc.params") ? RpcCode::InvalidParams : RpcCode::Application;
    finish({ { QStringLiteral("error"), rpcErrorObject(code, words ? words(error) : error) } });
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
    if (!m_session || m_session->m_ended)
        return;
    --m_session->m_pending;
    if (m_id.isUndefined())
        return;
    message.insert(QStringLiteral("jsonrpc"), QStringLiteral("2.0"));
    message.insert(QStringLiteral("id"), m_id);
    m_session->send(message, m_held);
}

} // namespace surplus
