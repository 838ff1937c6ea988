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
    int decimals = 18; ///< of the token, 0 to MaxDecimals
    QString symbol; ///< of the token, shown beside amounts

    /// A local chain for trying things out (chain id 31337, what Anvil uses): no real money.
    [[nodiscard]] static ChainSpec local();
    /// Fails with "config.chain", naming the member that is missing or out of range.
    [[nodiscard]] static Result<ChainSpec> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;

    /// CREATE2 address of the chequebook of `issuer` with `salt`: known, and known to be genuine, before it is deployed.
    [[nodiscard]] Address chequebookOf(const Address& issuer, const Hash32& salt) const;

    static constexpr int MaxDecimals = 18;

    // All that turns a token's base units into nano-tokens and back stands here. With more than 9 decimals a nano is many
    // base units, with fewer a base unit is many nano.

    /// Exact base units → nano; nothing if it does not fit, or is no multiple of 10^(decimals−9).
    [[nodiscard]] std::optional<Amount> toNano(const U256& baseUnits) const;
    /// Whole nano of base units, rounding down; as much as an Amount holds if it is more.
    [[nodiscard]] Amount toNanoFloor(const U256& baseUnits) const;
    /// nano → base units, rounding down where one base unit is several nano. `amount` must not be negative.
    [[nodiscard]] U256 toBaseUnits(Amount amount) const;
    /// nano → the fewest whole base units that are worth at least as much: what a customer signs when `amount` is due.
    [[nodiscard]] U256 coveringUnits(Amount amount) const;
    /// What coveringUnits() are worth: `amount` and, with fewer than 9 decimals, what is promised ahead with it. Nothing if
    /// it does not fit.
    [[nodiscard]] std::optional<Amount> covering(Amount amount) const;
    /// nano → base units of an amount that somebody typed. Fails with "amount.units" if it is not more than zero or no
    /// whole number of base units.
    [[nodiscard]] Result<U256> exactUnits(Amount amount) const;
    /// The least that can be moved, in words: "0.01 SPL".
    [[nodiscard]] QString leastText() const;

    bool operator==(const ChainSpec&) const = default;
};

} // namespace surplus
