// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"
#include "services/common/crypto/secretkey.h"

namespace surplus {

/// The Web3 Secret Storage: one key in a JSON file under a password, which every Ethereum wallet reads. Written is version 3
/// (AES-128-CTR under scrypt); read is what geth or ethers read: scrypt or PBKDF2 with whatever parameters, keys whose first
/// zeros were left out, version 1, and the wallets of Ethereum's sale in 2014.

/// scrypt with n = 2^`logN` (14 to 20), r = 8, p = 1; 2¹⁸ takes about a second and 256 MiB. Blocks.
[[nodiscard]] Result<QByteArray> writeKeystore(const SecretKey& key, const QString& password, int logN = 18);
/// Blocks for what the file demands: at most 512 MiB and an estimated 5 s, known before it begins. Fails with
/// "keystore.malformed", "keystore.costly" (it demands more), "keystore.memory" or "keystore.password".
[[nodiscard]] Result<SecretKey> readKeystore(const QByteArray& json, const QString& password);

} // namespace surplus
