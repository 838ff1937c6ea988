// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/crypto/eip712.h"

#include <QList>
#include "services/common/crypto/secretkey.h"

namespace surplus {

/// What a transaction may cost: gas × price per gas, both with a limit that is signed.
struct GasOffer {
    quint64 gas = 0; ///< limit
    U256 maxFeePerGas; ///< wei
    U256 priorityFeePerGas; ///< wei; of it

    /// wei: it can't cost more.
    [[nodiscard]] U256 cap() const { return maxFeePerGas * gas; }
};

/// A type-2 transaction (EIP-1559), without an access list. Any thread.
struct Transaction {
    quint64 chainId = 0;
    quint64 nonce = 0;
    GasOffer offer;
    std::optional<Address> to; ///< nothing: creates a contract
    U256 value; ///< wei
    QByteArray data;

    struct Signed {
        QByteArray raw; ///< as it is sent
        Hash32 hash; ///< its id on the chain
    };
    [[nodiscard]] Hash32 signingHash() const;
    [[nodiscard]] Signed sign(const SecretKey& key) const;

private:
    [[nodiscard]] QList<QByteArray> fields() const;
};

} // namespace surplus
