// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/payments/typeddata.h"

namespace surplus {

/// A channel as it can be settled. An engine says how much of it is earned, and the lowest voucher that it still has which
/// covers that: so what was only promised ahead need not be cashed.
struct Settleable {
    Voucher highest;
    std::optional<Amount> earned; ///< of the channel, in all; nothing if it isn't known: then all that was signed
    std::optional<Voucher> covering; ///< what was signed at the least for that; of the same channel, not above `highest`

    Settleable() = default;
    Settleable(const Voucher& voucher) : highest(voucher) { } // NOLINT: without more it is a channel, too
    /// A row of vouchers.list: the highest voucher, and perhaps "earned" (nano) and "covering" ({cumulative, signature}).
    /// Nothing if the row holds no voucher.
    [[nodiscard]] static std::optional<Settleable> fromJson(const QJsonObject& row);
    /// Takes over what another source knows of the same channel.
    void merge(const Settleable& other);

    /// What is cashed: the covering voucher, if there is one.
    [[nodiscard]] const Voucher& best() const { return covering ? *covering : highest; }
};

} // namespace surplus
