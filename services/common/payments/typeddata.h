// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/clock.h"
#include "services/common/core/durations.h"
#include "services/common/crypto/secretkey.h"
#include "services/common/payments/chain.h"

#include <QJsonObject>

namespace surplus {

/// The typed data of MONEY.md "What is signed". Each type has its own EIP-712 type string, so that a signature over one
/// never verifies as another. Digests depend on the chain; vouchers also on the chequebook.

/// A customer's promise of a cumulative amount on the channel (chain, chequebook, beneficiary, machine).
struct Voucher {
    Address chequebook;
    Address beneficiary;
    MachineId machine;
    U256 cumulative; ///< token base units
    Signature signature;

    [[nodiscard]] Hash32 digest(quint64 chainId) const;
    void sign(quint64 chainId, const SecretKey& issuer) { signature = issuer.sign(digest(chainId)); }
    [[nodiscard]] QJsonObject toJson() const;
    /// Fails with "voucher.malformed", naming the member.
    [[nodiscard]] static Result<Voucher> fromJson(const QJsonObject& json);
    bool operator==(const Voucher&) const = default;
};

/// The beneficiary lets somebody else cash a voucher for a fee in tokens of at most `maxFee`.
struct CashOut {
    Address chequebook;
    MachineId machine;
    U256 cumulative; ///< of the voucher, base units
    Address relayer; ///< null: anybody
    U256 maxFee; ///< base units, for the whole of what is due
    qint64 deadline = 0; ///< seconds since 1970
    Signature signature;

    [[nodiscard]] Hash32 digest(quint64 chainId) const;
    void sign(quint64 chainId, const SecretKey& beneficiary) { signature = beneficiary.sign(digest(chainId)); }
    bool operator==(const CashOut&) const = default;
};

/// The customer proves its identity to one machine on one connection; `binding` is the TLS SPKI hash or the info-hash.
struct Hello {
    Hash32 clientNonce;
    Hash32 serverNonce;
    MachineId machine;
    Address beneficiary;
    Hash32 binding;
    [[nodiscard]] Hash32 digest(quint64 chainId) const;
};

/// The machine proves its identity on the same connection and names who is to be paid.
struct Welcome {
    Hash32 clientNonce;
    Hash32 serverNonce;
    MachineId machine;
    Address beneficiary;
    Hash32 binding;
    [[nodiscard]] Hash32 digest(quint64 chainId) const;
};

/// By so much the clocks of a customer and a provider may differ.
inline constexpr qint64 ClockToleranceMs = 5 * MinuteMs;

/// Prices for one customer until `expires`, signed by the machine.
struct Quote {
    Address customer;
    MachineId machine;
    Amount keepPrice; ///< nano per GB and day
    Amount retrievePrice; ///< nano per GB
    UtcMs expires = 0;
    Signature signature;
    [[nodiscard]] Hash32 digest(quint64 chainId) const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<Quote> fromJson(const QJsonObject& json);
};

/// What customer and machine agreed on, signed by the machine.
struct LeaseTerms {
    LeaseId id;
    Address customer;
    MachineId machine;
    InfoHash content;
    qint64 size = 0; ///< bytes
    UtcMs end = 0;
    Amount keepPrice;
    Amount retrievePrice;
    Signature signature;
    [[nodiscard]] Hash32 digest(quint64 chainId) const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<LeaseTerms> fromJson(const QJsonObject& json);
};

} // namespace surplus
