// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/amount.h"
#include "services/common/core/bytes.h"
#include "services/common/core/result.h"
#include "services/common/crypto/eip712.h"

#include <QJsonObject>

namespace surplus {

/// What both sides must agree on about one chain before a voucher means anything.
struct ChainSpec {
    quint64 chainId = 0;
    Address factory; ///< deploys genuine chequebooks by CREATE2
    Hash32 initCodeHash; ///< of a genuine chequebook's creation code
    int decimals = 18; ///< of the token, 0 to 36
    QString symbol; ///< of the token, shown beside amounts

    /// A local chain for trying things out (chain id 31337, what Anvil uses): no real money.
    [[nodiscard]] static ChainSpec local();
    /// Fails with "config.chain", naming the member that is missing or out of range.
    [[nodiscard]] static Result<ChainSpec> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;

    /// CREATE2 address of the chequebook of `issuer` with `salt`: known, and known to be genuine, before it is deployed.
    [[nodiscard]] Address chequebookOf(const Address& issuer, const Hash32& salt) const;

    /// Exact base units → nano, rounding down; nothing if it does not fit, or is no multiple of 10^(decimals−9).
    [[nodiscard]] std::optional<Amount> toNano(const U256& baseUnits) const;
    /// Whole nano of base units, rounding down; as much as an Amount holds if it is more.
    [[nodiscard]] Amount toNanoFloor(const U256& baseUnits) const;
    /// nano → base units, rounding down where one base unit is several nano. `amount` must not be negative.
    [[nodiscard]] U256 toBaseUnits(Amount amount) const;

    bool operator==(const ChainSpec&) const = default;
};

} // namespace surplus
