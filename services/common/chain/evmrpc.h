// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <memory>

class QDeadlineTimer;
class QNetworkAccessManager;

namespace surplus {

/// JSON-RPC 2.0 over HTTPS to one chain through several endpoints. Calls block, so it belongs on a worker thread (or in a
/// command-line program); one thread. A call ends early when that thread's interruption is requested.
///
/// An endpoint is only used once it has said that it serves `chainId`. What does not answer whole within the timeout, or
/// answers with an error of its own (too many calls, behind, broken), is passed over, and the next is asked; the one that
/// answered last is asked first. A call takes four timeouts at most, however many endpoints there are. Addresses of endpoints may carry keys: errors name the host only.
///
/// Errors: "chain.unreachable", "chain.wrong" (every endpoint that answers serves another chain), and what a node refuses:
/// "chain.gas" (the account can't pay for it), "chain.nonce", "chain.price" (a replacement that pays too little),
/// "chain.known" (the transaction is there already), "chain.reverted" (see lastRevert()), "chain.refused" (anything else, said by every endpoint).
class EvmRpc {
public:
    EvmRpc(quint64 chainId, QStringList endpoints, int timeoutMs = 10'000);
    ~EvmRpc();
    EvmRpc(const EvmRpc&) = delete;
    EvmRpc& operator=(const EvmRpc&) = delete;

    [[nodiscard]] Result<QJsonValue> call(const QString& method, const QJsonArray& params);

    /// The data of the last "chain.reverted"; empty if the node said none.
    [[nodiscard]] QByteArray lastRevert() const { return m_lastRevert; }

    static constexpr qint64 MaxAnswerBytes = 8 * 1024 * 1024;

private:
    [[nodiscard]] Result<QJsonObject> post(const QString& endpoint, const QString& method, const QJsonArray& params, const QDeadlineTimer& whole);
    [[nodiscard]] Result<void> verify(const QString& endpoint, const QDeadlineTimer& whole);
    [[nodiscard]] std::optional<Error> refusal(const QJsonObject& error);

    const quint64 m_chainId;
    QStringList m_endpoints; ///< the one that answered last comes first
    QStringList m_verified;
    const int m_timeoutMs;
    qint64 m_id = 0;
    QByteArray m_lastRevert;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace surplus
