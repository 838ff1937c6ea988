// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/chain/evmclient.h"

#include <QJsonObject>

namespace surplus {

/// A transaction on its way, with all that is needed to go on with it after a restart. Between signing and a final state
/// only its nonce is fixed: it may be sent again, or replaced by one that pays more, within the cap that was agreed to.
struct PendingTransaction {
    Address from;
    Transaction transaction; ///< as it was signed last; its offer's price is what is bid now
    U256 capPerGas; ///< wei: never more
    QByteArray raw; ///< signed
    QList<Hash32> hashes; ///< of all that were signed, the newest last

    /// wei: it can't cost more.
    [[nodiscard]] U256 cap() const { return capPerGas * transaction.offer.gas; }
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static std::optional<PendingTransaction> fromJson(const QJsonObject& json);
};

enum class TransactionState {
    Waiting, ///< in no block (again)
    Mined, ///< in a block that is not deep enough yet
    Confirmed, ///< as deep as is asked for
    Reverted, ///< as deep, and it failed: only its fee was taken
    Superseded ///< another transaction took its nonce, as deep as is asked for: it can never happen
};

struct TransactionProgress {
    TransactionState state = TransactionState::Waiting;
    int confirmations = 0;
    std::optional<Receipt> receipt;
};

/// Signs with the next nonce and a price below `offer`'s, which is the cap. Nothing is sent. Fails with the client's
/// errors, or "chain.gas" if the account can't pay the cap. Blocking, as all below.
[[nodiscard]] Result<PendingTransaction> prepareTransaction(
    EvmClient& client, const SecretKey& key, const std::optional<Address>& to, const QByteArray& data, const GasOffer& offer);
/// Where a transaction stands of which no more is known than its hash; nothing if the chain doesn't know it.
[[nodiscard]] Result<std::optional<TransactionProgress>> followHash(EvmClient& client, const Hash32& hash);
/// Where it stands. A reorganisation takes it back to Waiting; what the network has lost is sent again.
[[nodiscard]] Result<TransactionProgress> followTransaction(EvmClient& client, const PendingTransaction& pending);
/// Replaces a stuck one by one that bids an eighth more; false if that is above the cap. `pending` is only changed: write it
/// down, then send it.
[[nodiscard]] bool raiseTransaction(PendingTransaction& pending, const SecretKey& key);
/// Follows it until it is in a block; "chain.stuck" after `timeoutMs`, "chain.reverted" or "chain.nonce" if it came to nothing.
[[nodiscard]] Result<Receipt> sendAndWait(EvmClient& client, const PendingTransaction& pending, int timeoutMs);

} // namespace surplus
