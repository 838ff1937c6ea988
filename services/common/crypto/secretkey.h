// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/bytes.h"

namespace surplus {

using PublicKey = FixedBytes<64, struct PublicKeyTag>; ///< x ‖ y, uncompressed, without the 04 prefix
using Signature = FixedBytes<65, struct SignatureTag>; ///< r ‖ s ‖ v with v in {27, 28} and s in the lower half

[[nodiscard]] Address addressOf(const PublicKey& key);
[[nodiscard]] MachineId machineIdOf(const PublicKey& key);

/// A secp256k1 private key. The bytes are wiped when the object ends; it can be moved, not copied. Any thread.
class SecretKey {
public:
    [[nodiscard]] static SecretKey generate();
    /// Nothing unless `raw` has 32 bytes and lies in [1, n).
    [[nodiscard]] static std::optional<SecretKey> fromRaw(const QByteArray& raw);

    SecretKey(SecretKey&& other) noexcept;
    SecretKey& operator=(SecretKey&& other) noexcept;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;
    ~SecretKey();

    [[nodiscard]] PublicKey publicKey() const;
    [[nodiscard]] Address address() const { return addressOf(publicKey()); }
    /// Deterministic (RFC 6979), recoverable, low-s.
    [[nodiscard]] Signature sign(const Hash32& digest) const;
    /// For writing it to where it is kept; the caller wipes the copy.
    [[nodiscard]] QByteArray raw() const { return m_key.raw(); }

private:
    SecretKey() = default;
    FixedBytes<32, struct SecretTag> m_key;
};

/// The key that signed `digest`. Nothing if r or s are out of range, s is in the upper half or v is neither 27 nor 28.
[[nodiscard]] std::optional<PublicKey> recoverSigner(const Hash32& digest, const Signature& signature);

} // namespace surplus
