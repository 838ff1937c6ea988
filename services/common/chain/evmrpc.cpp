// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/chain/evmrpc.h"

#include "services/common/core/parse.h"

#include <QDeadlineTimer>
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
constexpr int CallTimeouts = 4; ///< what a whole call may take, in timeouts of one request

constexpr qsizetype MaxSaid = 300;
const QList<int> BusyCodes { -32005, -32016, -32029, 429 }; ///< of several vendors: too many calls

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

/// What a node says of itself, not of what was asked: too many calls, behind the chain, broken. Codes differ between
/// vendors, and −32000 and −32603 mean anything: only words that say what is wrong with the call itself make it final.
std::optional<Error> EvmRpc::refusal(const QJsonObject& error)
{
    const QString said = error.value(u"message").toString().left(MaxSaid);
    const auto has = [&](const char* words) { return said.contains(QLatin1String(words), Qt::CaseInsensitive); };
    const QString data = dataIn(error.value(u"data"));
    if (has("revert") || data.size() > 2) {
        m_lastRevert = parse::hex0x(data).value_or(QByteArray());
        return Error { QStringLiteral("chain.reverted"), QStringLiteral("The contract refused it: %1.").arg(said) };
    }
    if (has("insufficient funds"))
        return Error { QStringLiteral("chain.gas"), QStringLiteral("The account has too little of the chain's coin to pay the fee.") };
    if (has("nonce too low") || has("nonce is too low"))
        return Error { QStringLiteral("chain.nonce"), QStringLiteral("Another transaction of this account came first.") };
    if (has("underpriced") || has("replacement"))
        return Error { QStringLiteral("chain.price"), QStringLiteral("The network asks for a higher fee.") };
    if (has("already known") || has("already imported") || has("known transaction"))
        return Error { QStringLiteral("chain.known"), QStringLiteral("The network has this transaction already.") };
    return std::nullopt;
}

Result<QJsonObject> EvmRpc::post(const QString& endpoint, const QString& method, const QJsonArray& params, const QDeadlineTimer& whole)
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
    const qint64 id = ++m_id;
    const QJsonObject body { { QStringLiteral("jsonrpc"), QStringLiteral("2.0") }, { QStringLiteral("id"), id },
        { QStringLiteral("method"), method }, { QStringLiteral("params"), params } };
    // Deleted by its thread's event loop: what it has posted to itself may still be on the way.
    const std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> reply(m_network->post(request, QJsonDocument(body).toJson(QJsonDocument::Compact)));
    QEventLoop loop;
    QTimer look;
    bool tooLarge = false;
    // For the whole request: a transfer timeout would begin anew with each byte that trickles in.
    const QDeadlineTimer deadline(std::clamp<qint64>(whole.remainingTime(), 1, m_timeoutMs));
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (interrupted() || deadline.hasExpired())
            reply->abort();
    });
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, &loop, [&](qint64 received, qint64) {
        if (received > MaxAnswerBytes && !std::exchange(tooLarge, true))
            reply->abort();
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    look.start(std::min(LookMs, std::max(1, m_timeoutMs / 2)));
    if (!reply->isFinished())
        loop.exec();
    if (tooLarge)
        return unreachable(QStringLiteral("its answer is larger than 8 MiB"));
    const QByteArray text = reply->isOpen() ? reply->readAll() : QByteArray(); // closed: it was aborted
    const QJsonObject answer = QJsonDocument::fromJson(text).object();
    // Some nodes answer a refusal with an HTTP error and say why in the body.
    const bool isAnswer = answer.value(u"id").toInteger(-1) == id && (answer.contains(u"result") || answer.value(u"error").isObject());
    if (isAnswer && reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() < 500)
        return answer;
    if (reply->error() == QNetworkReply::OperationCanceledError)
        return unreachable(interrupted() ? QStringLiteral("the program is ending") : QStringLiteral("no whole answer within %1 s").arg((m_timeoutMs + 999) / 1000));
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 300)
        return unreachable(QStringLiteral("it answered with HTTP status %1").arg(status));
    // Qt's own text repeats the address, which may carry a key.
    return unreachable(reply->error() == QNetworkReply::NoError ? QStringLiteral("its answer is no JSON-RPC") : reply->error() == QNetworkReply::SslHandshakeFailedError
                ? QStringLiteral("its certificate is not valid") : QStringLiteral("the connection failed"));
}

Result<void> EvmRpc::verify(const QString& endpoint, const QDeadlineTimer& whole)
{
    if (m_verified.contains(endpoint))
        return {};
    const auto answer = post(endpoint, QStringLiteral("eth_chainId"), {}, whole);
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
    const QDeadlineTimer whole(static_cast<qint64>(m_timeoutMs) * CallTimeouts);
    Error last { QStringLiteral("chain.unreachable"), QStringLiteral("No endpoint of the chain is configured.") };
    for (int round = 0; round < Rounds; ++round) {
        if (round > 0)
            waitFor(PauseMs);
        const QStringList order = m_endpoints;
        for (const QString& endpoint : order) {
            if (interrupted())
                return failure(QStringLiteral("chain.unreachable"), QStringLiteral("The program is ending."));
            if (whole.hasExpired())
                return tl::unexpected(last);
            if (auto right = verify(endpoint, whole); !right) {
                last = right.error();
                continue;
            }
            const auto answer = post(endpoint, method, params, whole);
            if (!answer) {
                m_verified.removeAll(endpoint); // who comes back at that address is asked again
                last = answer.error();
                continue;
            }
            const QJsonObject error = answer->value(u"error").toObject();
            const auto final = answer->contains(u"result") ? std::nullopt : refusal(error);
            if (answer->contains(u"result") || final) {
                m_endpoints.move(m_endpoints.indexOf(endpoint), 0);
                return final ? tl::unexpected(*final) : Result<QJsonValue>(answer->value(u"result"));
            }
            const bool busy = BusyCodes.contains(error.value(u"code").toInt());
            last = busy ? Error { QStringLiteral("chain.unreachable"), QStringLiteral("The endpoint %1 answers no more calls for now.").arg(hostOf(endpoint)) }
                        : Error { QStringLiteral("chain.refused"), QStringLiteral("The chain's endpoint %1 refused it: %2.").arg(hostOf(endpoint), error.value(u"message").toString().left(MaxSaid)) };
        }
    }
    return tl::unexpected(last);
}

} // namespace surplus
