// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/payments/typeddata.h"

#include <variant>

namespace surplus {

/// The messages of the BEP 10 extension "surplus": one byte that names the kind, then members of fixed size in network
/// byte order. A message of any other length is malformed, so there is nothing to bound.
/// Both sides put a 32-byte nonce into their extension handshake under "surplus_nonce".

/// Provider → customer, first: who it is and who is paid. Signed over Welcome, bound to both nonces and the info-hash.
struct PeerWelcome {
    PublicKey key;
    Address beneficiary;
    Signature signature;
    bool operator==(const PeerWelcome&) const = default;
};
/// Customer → provider, in answer: signed over Hello by the lease's customer.
struct PeerHello {
    Signature signature;
    bool operator==(const PeerHello&) const = default;
};
/// Customer → provider.
struct PeerVoucher {
    Voucher voucher;
    bool operator==(const PeerVoucher&) const = default;
};
/// Provider → customer: the highest voucher held, after it is durable. Zero and an empty signature if none is held.
struct PeerAck {
    U256 cumulative;
    Signature signature;
    bool operator==(const PeerAck&) const = default;
};
/// Provider → customer, about once a second while something changes: its own count.
struct PeerMeter {
    quint64 retrieved = 0; ///< bytes of this lease that the provider sent, all sessions together
    quint64 due = 0; ///< nano that this lease has cost so far
    /// Serving, until a voucher comes, or not at all now (paused, or a cap is reached: paying changes nothing).
    enum class Service : quint8 { Serving, AwaitsPayment, Closed };
    Service service = Service::Serving;
    bool operator==(const PeerMeter&) const = default;
};

using PeerMessage = std::variant<PeerWelcome, PeerHello, PeerVoucher, PeerAck, PeerMeter>;

[[nodiscard]] QByteArray encodePeerMessage(const PeerMessage& message);
/// Nothing for an unknown kind or a wrong length.
[[nodiscard]] std::optional<PeerMessage> decodePeerMessage(QByteArrayView raw);

/// No message is longer; whatever announces more is not ours.
inline constexpr int MaxPeerMessage = 256;
inline constexpr auto PeerExtensionName = "surplus";
inline constexpr auto PeerNonceKey = "surplus_nonce";

} // namespace surplus
