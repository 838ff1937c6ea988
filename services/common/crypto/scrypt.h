// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

namespace surplus {

/// scrypt (RFC 7914) with `n` a power of two above 1, `r` and `p` above 0; takes 128 × r × (n + p) bytes of memory.
/// The RFC, and OpenSSL with it, demands n < 2^(16 r); geth never did, and the Web3 Secret Storage's own example
/// breaks it (n = 2¹⁸, r = 1). What OpenSSL refuses for that is computed here. Nothing if the memory is not to be had.
/// Blocks; the caller bounds the work. Any thread.
[[nodiscard]] std::optional<QByteArray> scrypt(const QByteArray& password, const QByteArray& salt, quint64 n, quint32 r, quint32 p, int bytes);
/// The same without OpenSSL's help, for any parameters: a test compares the two.
[[nodiscard]] std::optional<QByteArray> scryptBeyondRfc(const QByteArray& password, const QByteArray& salt, quint64 n, quint32 r, quint32 p, int bytes);

/// PBKDF2 (RFC 8018) with HMAC-SHA-256 or HMAC-SHA-512. Blocks.
enum class Prf { Sha256, Sha512 };
[[nodiscard]] QByteArray pbkdf2(const QByteArray& password, const QByteArray& salt, int rounds, Prf prf, int bytes);

} // namespace surplus
