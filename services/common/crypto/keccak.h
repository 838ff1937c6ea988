// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/bytes.h"

namespace surplus {

/// Ethereum's Keccak-256 (the original padding, not SHA-3's). Any thread.
[[nodiscard]] Hash32 keccak256(QByteArrayView data);
/// HMAC-SHA-256 (RFC 2104).
[[nodiscard]] QByteArray hmacSha256(const QByteArray& key, const QByteArray& message);
/// Compares in a time that depends on the lengths only.
[[nodiscard]] bool equalInConstantTime(const QByteArray& a, const QByteArray& b);
/// `count` bytes from the operating system's generator. Aborts the program if there are none to be had.
[[nodiscard]] QByteArray randomBytes(qsizetype count);
[[nodiscard]] Hash32 randomHash();

/// CREATE2 (EIP-1014): keccak256(0xff ‖ deployer ‖ salt ‖ initCodeHash), last 20 bytes.
[[nodiscard]] Address create2Address(const Address& deployer, const Hash32& salt, const Hash32& initCodeHash);

/// EIP-55 mixed-case form with 0x.
[[nodiscard]] QString checksumAddress(const Address& address);
/// Reads 0x… in lower, upper or correct EIP-55 mixed case; a wrong checksum gives nothing, so that a typing error is caught.
/// typed.h says why there is nothing.
[[nodiscard]] std::optional<Address> parseAddress(const QString& text);

} // namespace surplus
