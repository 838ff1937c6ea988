// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"
#include "services/common/crypto/secretkey.h"

namespace surplus {

/// The Web3 Secret Storage, version 3: one key in a JSON file under a password, which every Ethereum wallet reads.
/// AES-128-CTR; scrypt or PBKDF2-HMAC-SHA256.

/// scrypt with n = 2^`logN` (14 to 20), r = 8, p = 1; 2¹⁸ takes about a second and 256 MiB. Blocks.
[[nodiscard]] Result<QByteArray> writeKeystore(const SecretKey& key, const QString& password, int logN = 18);
/// Blocks as long. Fails with "keystore.malformed", "keystore.costly" (it asks for more than 1 GiB of memory or ten million
/// rounds) or "keystore.password".
[[nodiscard]] Result<SecretKey> readKeystore(const QByteArray& json, const QString& password);

} // namespace surplus
