// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/chain/evmrpc.h"

#include "services/common/core/parse.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QScopedPointer>
#include <QThread>
#include <QTimer>
#include <QUrl>

namespace surplus {

namespace {
constexpr int Rounds = 2; ///< of all endpoints
constexpr int PauseMs = 300;
constexpr int LookMs = 100;

QString hostOf(const QString& endpoint) { return QUrl(endpoint).host(); }
bool interrupted() { return QThread::currentThread()->isInterruptionRequested(); }

void waitFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Hexadecimal data that a node put somewhere into an error: geth gives it as text, others in an object.
QString dataIn(const QJsonValue& value)
{
    if (value.isString() && value.toString().startsWith(QLatin1String("0x")))
        return value.toString();
    return value.isObject() ? dataIn(value[u"data"]) : QString();
}
} // namespace

EvmRpc::EvmRpc(quint64 chainId, QStringList endpoints, int timeoutMs)
    : m_chainId(chainId), m_endpoints(std::move(endpoints)), m_timeoutMs(timeoutMs)
{
}

EvmRpc::~EvmRpc() = default;

Error EvmRpc::classify(const QJsonObject& error)
{
    const QString said = error.value(u"message").toString().left(300);
    const auto has = [&](const char* words) { return said.contains(QLatin1String(words), Qt::CaseInsensitive); };
    const QString data = dataIn(error.value(u"data"));
    if (has("revert") || data.size() > 2) {
        m_lastRevert = parse::hex0x(data).value_or(QByteArray());
        return { QStringLiteral("chain.reverted"), QStringLiteral("The contract refused it: %1.").arg(said) };
    }
    if (has("insufficient funds"))
        return { QStringLiteral("chain.gas"), QStringLiteral("The account has too little of the chain's coin to pay the fee.") };
    if (has("nonce too low") || has("nonce is too low"))
        return { QStringLiteral("chain.nonce"), QStringLiteral("Another transaction of this account came first.") };
    if (has("underpriced") || has("replacement"))
        return { QStringLiteral("chain.price"), QStringLiteral("The network asks for a higher fee.") };
    if (has("already known") || has("already imported") || has("known transaction"))
        return { QStringLiteral("chain.known"), QStringLiteral("The network has this transaction already.") };
    return { QStringLiteral("chain.refused"), QStringLiteral("The chain's endpoint refused it: %1.").arg(said) };
}

Result<QJsonObject> EvmRpc::post(const QString& endpoint, const QString& method, const QJsonArray& params)
{
    const auto unreachable = [&](const QString& why) {
        return failure(QStringLiteral("chain.unreachable"), QStringLiteral("The chain can't be reached through %1: %2.").arg(hostOf(endpoint), why));
    };
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // nobody sends our calls elsewhere
        m_network->setAutoDeleteReplies(false);
    }
    QNetworkRequest request { QUrl(endpoint) };
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout(m_timeoutMs);
    const qint64 id = ++m_id;
    const QJsonObject body { { QStringLiteral("jsonrpc"), QStringLiteral("2.0") }, { QStringLiteral("id"), id },
        { QStringLiteral("method"), method }, { QStringLiteral("params"), params } };
    // Deleted by its thread's event loop: what it has posted to itself may still be on the way.
    const std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> reply(m_network->post(request, QJsonDocument(body).toJson(QJsonDocument::Compact)));
    QEventLoop loop;
    QTimer look;
    bool tooLarge = false;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (interrupted())
            reply->abort();
    });
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, &loop, [&](qint64 received, qint64) {
        if (received > MaxAnswerBytes && !std::exchange(tooLarge, true))
            reply->abort();
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    look.start(LookMs);
    if (!reply->isFinished())
        loop.exec();
    if (tooLarge)
        return unreachable(QStringLiteral("its answer is larger than 8 MiB"));
    const QByteArray text = reply->readAll();
    const QJsonObject answer = QJsonDocument::fromJson(text).object();
    // Some nodes answer a refusal with an HTTP error and say why in the body.
    const bool isAnswer = answer.value(u"id").toInteger(-1) == id && (answer.contains(u"result") || answer.value(u"error").isObject());
    if (isAnswer && reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() < 500)
        return answer;
    if (reply->error() == QNetworkReply::OperationCanceledError)
        return unreachable(interrupted() ? QStringLiteral("the program is ending") : QStringLiteral("no answer within %1 s").arg(m_timeoutMs / 1000));
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 300)
        return unreachable(QStringLiteral("it answered with HTTP status %1").arg(status));
    // Qt's own text repeats the address, which may carry a key.
    return unreachable(reply->error() == QNetworkReply::NoError ? QStringLiteral("its answer is no JSON-RPC") : reply->error() == QNetworkReply::SslHandshakeFailedError
                ? QStringLiteral("its certificate is not valid") : QStringLiteral("the connection failed"));
}

Result<void> EvmRpc::verify(const QString& endpoint)
{
    if (m_verified.contains(endpoint))
        return {};
    const auto answer = post(endpoint, QStringLiteral("eth_chainId"), {});
    if (!answer)
        return tl::unexpected(answer.error());
    const auto id = parse::quantity0x(answer->value(u"result").toString());
    if (id != m_chainId)
        return failure(QStringLiteral("chain.wrong"),
            QStringLiteral("The endpoint %1 serves the chain %2, and %3 is configured. Nothing was sent; correct the endpoint or the chain.")
                .arg(hostOf(endpoint), id ? QString::number(*id) : QStringLiteral("?")).arg(m_chainId));
    m_verified.append(endpoint);
    return {};
}

Result<QJsonValue> EvmRpc::call(const QString& method, const QJsonArray& params)
{
    Error last { QStringLiteral("chain.unreachable"), QStringLiteral("No endpoint of the chain is configured.") };
    for (int round = 0; round < Rounds; ++round) {
        if (round > 0)
            waitFor(PauseMs);
        const QStringList order = m_endpoints;
        for (const QString& endpoint : order) {
            if (interrupted())
                return failure(QStringLiteral("chain.unreachable"), QStringLiteral("The program is ending."));
            if (auto right = verify(endpoint); !right) {
                last = right.error();
                continue;
            }
            const auto answer = post(endpoint, method, params);
            if (!answer) {
                m_verified.removeAll(endpoint); // who comes back at that address is asked again
                last = answer.error();
                continue;
            }
            m_endpoints.move(m_endpoints.indexOf(endpoint), 0);
            if (answer->contains(u"result"))
                return answer->value(u"result");
            constexpr int LimitExceeded = -32005;
            const QJsonObject error = answer->value(u"error").toObject();
            if (error.value(u"code").toInt() != LimitExceeded)
                return tl::unexpected(classify(error));
            last = { QStringLiteral("chain.unreachable"), QStringLiteral("The endpoint %1 answers no more calls for now.").arg(hostOf(endpoint)) };
        }
    }
    return tl::unexpected(last);
}

} // namespace surplus
