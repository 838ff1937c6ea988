// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/chain/chainconfig.h"
#include "services/common/chain/evmrpc.h"
#include "services/common/chain/transaction.h"
#include "services/common/core/clock.h"

namespace surplus {

/// What the chain wrote down about a transaction.
struct Receipt {
    struct LogEntry {
        Address contract;
        QList<Hash32> topics;
        QByteArray data;
    };
    Hash32 transaction;
    qint64 block = 0;
    bool succeeded = false;
    quint64 gasUsed = 0;
    U256 gasPrice; ///< wei, what was really paid
    std::optional<Address> created;
    QList<LogEntry> logs;

    [[nodiscard]] U256 fee() const { return gasPrice * gasUsed; }
};

/// The calls of an EVM node that we need, typed. Blocking, one thread; errors are EvmRpc's, and "chain.refused" for an
/// answer that makes no sense.
class EvmClient {
public:
    explicit EvmClient(ChainConfig config, int timeoutMs = 10'000);

    [[nodiscard]] const ChainConfig& config() const { return m_config; }
    [[nodiscard]] Result<qint64> blockNumber();
    /// When the newest block says that it was made.
    [[nodiscard]] Result<UtcMs> blockTime(std::optional<qint64> block = std::nullopt);
    /// wei.
    [[nodiscard]] Result<U256> balance(const Address& account);
    /// The nonce of the next transaction, those that wait counted in.
    [[nodiscard]] Result<quint64> nextNonce(const Address& account);
    /// The nonce up to which the chain holds transactions; at `block`, or at the newest.
    [[nodiscard]] Result<quint64> minedNonce(const Address& account, std::optional<qint64> block = {});
    /// `block`: a number, or nothing for the newest. `from`: who asks, where that matters.
    [[nodiscard]] Result<QByteArray> call(const Address& contract, const QByteArray& data, std::optional<qint64> block = {}, const Address& from = {});
    /// Gas with a margin of a fifth, and a price that still holds when the base fee has tripled. Fails with "chain.reverted" if it would.
    [[nodiscard]] Result<GasOffer> offer(const Address& from, const std::optional<Address>& to, const QByteArray& data);
    /// What a unit of gas costs right now (base fee and tip), wei.
    [[nodiscard]] Result<U256> gasPriceNow();
    /// A transaction that the node has already counts as sent.
    [[nodiscard]] Result<void> send(const QByteArray& raw);
    /// Nothing while it waits, or if the chain has lost it.
    [[nodiscard]] Result<std::optional<Receipt>> receipt(const Hash32& transaction);

private:
    [[nodiscard]] Result<QJsonValue> ask(const QString& method, const QJsonArray& params);
    [[nodiscard]] Result<U256> quantity(const QString& method, const QJsonArray& params);

    const ChainConfig m_config;
    EvmRpc m_rpc;
};

/// "0x…" with at most 64 digits; nothing for anything else.
[[nodiscard]] std::optional<U256> parseQuantity(const QJsonValue& value);
[[nodiscard]] QString toQuantity(const U256& value);
[[nodiscard]] QString toHexData(const QByteArray& data);
/// wei as the chain's coin, exact and without trailing zeros: "0.0021".
[[nodiscard]] QString coinText(const U256& wei);

} // namespace surplus
