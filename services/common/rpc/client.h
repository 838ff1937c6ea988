// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/bytes.h"
#include "services/common/core/result.h"

#include <QHash>
#include <QHostAddress>
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>

class QWebSocket;

namespace surplus {

/// The other end of an RpcServer. One thread; every call is answered exactly once, if need be with "rpc.timeout" or
/// "rpc.closed".
class RpcClient : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(Result<QJsonObject>)>;

    explicit RpcClient(QObject* parent = nullptr);
    ~RpcClient() override;

    /// ws://… or wss://…. With wss any certificate is accepted here: whoever uses it checks spki() against what the
    /// peer signed.
    void open(const QUrl& url);
    /// A longer message ends the connection. RpcServer::MaxQueuedBytes unless it is said otherwise.
    void boundMessages(qint64 bytes);
    void close();
    [[nodiscard]] bool isOpen() const;
    /// SHA-256 of the peer's SubjectPublicKeyInfo; nothing without TLS.
    [[nodiscard]] std::optional<Hash32> spki() const;
    [[nodiscard]] QHostAddress peerAddress() const;
    /// Our own end of the connection.
    [[nodiscard]] QHostAddress localAddress() const;
    void call(const QString& method, const QJsonObject& params, Answer answer, int timeoutMs = 10'000);

    /// For programs without a user interface: run an event loop until there is an outcome.
    [[nodiscard]] Result<void> openAndWait(const QUrl& url, int timeoutMs = 10'000);
    [[nodiscard]] Result<QJsonObject> callAndWait(
        const QString& method, const QJsonObject& params = {}, int timeoutMs = 10'000);

Q_SIGNALS:
    void opened();
    void closed(const QString& reason);
    void notified(const QString& method, const QJsonObject& params);

private:
    struct Pending {
        Answer answer;
        qint64 deadline;
    };
    void receive(const QString& message);
    void expire();
    void failAll(const Error& error);

    QWebSocket* m_socket;
    QHash<qint64, Pending> m_pending;
    qint64 m_nextId = 1;
    QTimer m_expiry;
};

} // namespace surplus
