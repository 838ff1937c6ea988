// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/fleet/enginelink.h"

#include "services/common/rpc/secretauth.h"

#include <QEventLoop>
#include <QUrl>

namespace surplus {

namespace {
QUrl urlOf(const RuntimeFile& runtime) { return QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(runtime.port)); }
}

Result<void> openLocalEngine(RpcClient& client, const QString& dataDir)
{
    const auto runtime = RuntimeFile::read(dataDir);
    if (!runtime)
        return tl::unexpected(runtime.error());
    if (runtime->startTime == 0 || processStartTime(runtime->pid) != runtime->startTime)
        return failure(QStringLiteral("engine.absent"),
            QStringLiteral("The engine of %1 (process %2) has ended without cleaning up. Start it again.").arg(dataDir).arg(runtime->pid));
    if (auto opened = client.openAndWait(urlOf(*runtime)); !opened)
        return opened;
    QEventLoop loop;
    std::optional<Result<QJsonObject>> outcome;
    authenticateWithSecret(client, runtime->secret, [&](Result<QJsonObject> answer) {
        outcome = std::move(answer);
        loop.quit();
    });
    if (!outcome)
        loop.exec();
    return *outcome ? Result<void>() : tl::unexpected(outcome->error());
}

EngineLink::EngineLink(int pollMs, int answerMs, QObject* parent) : QObject(parent), m_answerMs(answerMs)
{
    // Changes are pushed; this keeps figures such as free disk fresh, and finds an engine that hangs.
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        call(QStringLiteral("engine.status"), {}, [this](const Result<QJsonObject>& answer) {
            if (answer)
                takeStatus(*answer);
            else if (answer.error().code == QLatin1String("rpc.timeout") && m_ready)
                Q_EMIT silent();
        }, m_answerMs);
    });
}

void EngineLink::open(const RuntimeFile& runtime)
{
    m_ready = false;
    m_client = std::make_unique<RpcClient>();
    connect(m_client.get(), &RpcClient::closed, this, [this](const QString& reason) {
        m_poll.stop();
        if (std::exchange(m_ready, false))
            Q_EMIT ended();
        else
            fail({ QStringLiteral("rpc.closed"), reason });
    });
    connect(m_client.get(), &RpcClient::notified, this, [this](const QString& method, const QJsonObject& params) {
        if (method == QLatin1String("engine.changed"))
            takeStatus(params);
    });
    connect(m_client.get(), &RpcClient::opened, this, [this, runtime] {
        authenticateWithSecret(*m_client, runtime.secret, [this](const Result<QJsonObject>& versions) {
            if (!versions) {
                fail(versions.error());
                return;
            }
            m_protocol = versions->value(u"protocol").toInt();
            m_version = versions->value(u"version").toString();
            m_client->call(QStringLiteral("engine.status"), {}, [this](const Result<QJsonObject>& status) {
                if (!status) {
                    fail(status.error());
                    return;
                }
                m_ready = true;
                takeStatus(*status);
                m_poll.start();
                Q_EMIT ready();
            });
        });
    });
    m_client->open(urlOf(runtime));
}

void EngineLink::close()
{
    m_poll.stop();
    m_ready = false;
    if (m_client) {
        m_client->disconnect(this);
        m_client->close();
        m_client.release()->deleteLater();
    }
}

void EngineLink::fail(const Error& error)
{
    if (!m_client)
        return;
    close();
    Q_EMIT failed(error);
}

void EngineLink::call(const QString& method, const QJsonObject& params, RpcClient::Answer answer, int timeoutMs)
{
    if (!m_ready) {
        answer(failure(QStringLiteral("engine.absent"), QStringLiteral("The engine isn't running.")));
        return;
    }
    m_client->call(method, params, std::move(answer), timeoutMs);
}

void EngineLink::change(const QString& method, const QJsonObject& params, std::function<void(Result<void>)> done, int timeoutMs)
{
    call(method, params, [this, done = std::move(done)](const Result<QJsonObject>& answer) {
        if (answer)
            takeStatus(*answer);
        if (done)
            done(answer ? Result<void>() : tl::unexpected(answer.error()));
    }, timeoutMs);
}

void EngineLink::takeStatus(const QJsonObject& json)
{
    m_statusAge.start();
    if (auto status = EngineStatus::fromJson(json)) {
        m_status = std::move(status);
        Q_EMIT statusChanged();
    }
}

} // namespace surplus
