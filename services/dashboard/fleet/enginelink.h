// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/methods.h"
#include "services/common/api/status.h"
#include "services/common/rpc/client.h"

#include <QElapsedTimer>
#include <QTimer>

namespace surplus {

/// Opens and authenticates a connection to the engine that runs on `dataDir`, blocking. For command-line programs.
[[nodiscard]] Result<void> openLocalEngine(RpcClient& client, const QString& dataDir);

/// The dashboard's connection to one local engine: authenticates, keeps the newest status, and fails cleanly. It does
/// not retry by itself: the supervisor says when. One thread.
class EngineLink : public QObject {
    Q_OBJECT
public:
    /// Looks every `pollMs` and gives an answer `answerMs`.
    explicit EngineLink(int pollMs = 5'000, int answerMs = 10'000, QObject* parent = nullptr);

    /// Connects to the engine that wrote `runtime`. Ends in ready() or failed().
    void open(const RuntimeFile& runtime);
    void close();
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] const std::optional<EngineStatus>& status() const { return m_status; }
    /// How long ago status() came, steady ms; negative without one.
    [[nodiscard]] qint64 statusAgeMs() const { return m_statusAge.isValid() ? m_statusAge.elapsed() : -1; }
    /// The protocol the engine speaks, from the handshake.
    [[nodiscard]] int protocol() const { return m_protocol; }
    [[nodiscard]] QString version() const { return m_version; }

    void call(const QString& method, const QJsonObject& params, RpcClient::Answer answer, int timeoutMs = 10'000);
    /// Calls a method that answers with a status, and takes the status over.
    void change(const QString& method, const QJsonObject& params, std::function<void(Result<void>)> done = {}, int timeoutMs = 10'000);

Q_SIGNALS:
    void ready();
    void failed(const surplus::Error& error);
    void ended();
    /// The connection stands, but a look was not answered in time.
    void silent();
    void statusChanged();

private:
    void fail(const Error& error);
    void takeStatus(const QJsonObject& json);

    std::unique_ptr<RpcClient> m_client;
    bool m_ready = false;
    int m_protocol = 0;
    QString m_version;
    std::optional<EngineStatus> m_status;
    QElapsedTimer m_statusAge;
    QTimer m_poll;
    const int m_answerMs;
};

} // namespace surplus
