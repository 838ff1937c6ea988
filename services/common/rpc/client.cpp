// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/rpc/client.h"

#include "services/common/crypto/certificate.h"
#include "services/common/rpc/server.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QSslConfiguration>
#include <QWebSocket>

namespace surplus {

RpcClient::RpcClient(QObject* parent) : QObject(parent), m_socket(new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this))
{
    m_socket->setMaxAllowedIncomingFrameSize(RpcServer::MaxQueuedBytes);
    m_socket->setMaxAllowedIncomingMessageSize(RpcServer::MaxQueuedBytes);
    connect(m_socket, &QWebSocket::connected, this, &RpcClient::opened);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &RpcClient::receive);
    connect(m_socket, &QWebSocket::disconnected, this, [this] {
        const bool isKnown = m_socket->error() != QAbstractSocket::UnknownSocketError;
        const QString reason = !m_socket->closeReason().isEmpty() ? m_socket->closeReason()
            : isKnown ? m_socket->errorString() : QStringLiteral("the connection ended without a reason");
        failAll({ QStringLiteral("rpc.closed"), QStringLiteral("The connection ended: %1.").arg(reason) });
        Q_EMIT closed(reason);
    });
    m_expiry.setInterval(250);
    connect(&m_expiry, &QTimer::timeout, this, &RpcClient::expire);
}

void RpcClient::boundMessages(qint64 bytes)
{
    m_socket->setMaxAllowedIncomingFrameSize(static_cast<quint64>(bytes));
    m_socket->setMaxAllowedIncomingMessageSize(static_cast<quint64>(bytes));
}

RpcClient::~RpcClient()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void RpcClient::open(const QUrl& url)
{
    if (url.scheme() == QLatin1String("wss")) {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // pinned by the caller: see spki()
        configuration.setProtocol(QSsl::TlsV1_3OrLater);
        m_socket->setSslConfiguration(configuration);
    }
    m_socket->open(url);
}

void RpcClient::close() { m_socket->close(); }
bool RpcClient::isOpen() const { return m_socket->isValid(); }
std::optional<Hash32> RpcClient::spki() const { return spkiHash(m_socket->sslConfiguration().peerCertificate()); }

QHostAddress RpcClient::peerAddress() const { return m_socket->peerAddress(); }
QHostAddress RpcClient::localAddress() const { return m_socket->localAddress(); }

void RpcClient::call(const QString& method, const QJsonObject& params, Answer answer, int timeoutMs)
{
    if (!isOpen()) {
        answer(failure(QStringLiteral("rpc.closed"), QStringLiteral("%1: not connected.").arg(method)));
        return;
    }
    const qint64 id = m_nextId++;
    m_pending.insert(id, { std::move(answer), QDeadlineTimer(timeoutMs).deadline() });
    if (!m_expiry.isActive())
        m_expiry.start();
    const QJsonObject request { { QStringLiteral("jsonrpc"), QStringLiteral("2.0") }, { QStringLiteral("id"), id },
        { QStringLiteral("method"), method }, { QStringLiteral("params"), params } };
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(request).toJson(QJsonDocument::Compact)));
}

void RpcClient::receive(const QString& message)
{
    const QJsonObject object = QJsonDocument::fromJson(message.toUtf8()).object();
    if (object.contains(u"method")) {
        Q_EMIT notified(object.value(u"method").toString(), object.value(u"params").toObject());
        return;
    }
    const auto pending = m_pending.find(object.value(u"id").toInteger(-1));
    if (pending == m_pending.end())
        return;
    const Answer answer = std::move(pending->answer);
    m_pending.erase(pending);
    const QJsonObject error = object.value(u"error").toObject();
    if (!error.isEmpty())
        answer(failure(error.value(u"data")[u"code"].toString(QStringLiteral("rpc.error")), error.value(u"message").toString()));
    else
        answer(object.value(u"result").toObject());
}

void RpcClient::expire()
{
    const qint64 now = QDeadlineTimer::current().deadline();
    QList<Answer> late;
    for (auto it = m_pending.begin(); it != m_pending.end();) {
        if (it->deadline <= now) {
            late.append(std::move(it->answer));
            it = m_pending.erase(it);
        } else {
            ++it;
        }
    }
    if (m_pending.isEmpty())
        m_expiry.stop();
    for (const Answer& answer : late)
        answer(failure(QStringLiteral("rpc.timeout"), QStringLiteral("No answer came in time.")));
}

void RpcClient::failAll(const Error& error)
{
    const auto pending = std::exchange(m_pending, {});
    for (const Pending& call : pending)
        call.answer(tl::unexpected(error));
}

Result<void> RpcClient::openAndWait(const QUrl& url, int timeoutMs)
{
    QEventLoop loop;
    QString reason = QStringLiteral("no answer in time");
    const auto onOpen = connect(this, &RpcClient::opened, &loop, &QEventLoop::quit);
    const auto onClose = connect(this, &RpcClient::closed, &loop, [&](const QString& why) {
        reason = why;
        loop.quit();
    });
    QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
    open(url);
    loop.exec();
    disconnect(onOpen);
    disconnect(onClose);
    if (isOpen())
        return {};
    m_socket->abort();
    return failure(QStringLiteral("rpc.connect"),
        QStringLiteral("Can't connect to %1: %2. Check that it runs and can be reached.")
            .arg(url.toDisplayString(), reason));
}

Result<QJsonObject> RpcClient::callAndWait(const QString& method, const QJsonObject& params, int timeoutMs)
{
    QEventLoop loop;
    std::optional<Result<QJsonObject>> outcome;
    call(method, params, [&](Result<QJsonObject> answer) {
        outcome = std::move(answer);
        loop.quit();
    }, timeoutMs);
    if (!outcome)
        loop.exec();
    return std::move(*outcome);
}

} // namespace surplus
