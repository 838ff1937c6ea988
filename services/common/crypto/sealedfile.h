// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/bytes.h"
#include "services/common/core/result.h"

class QFile;

namespace surplus {

/// What is needed to open a sealed file again.
struct Seal {
    QByteArray key; ///< 32 bytes, used for this one file only
    QByteArray nonce; ///< 12 bytes
    Hash32 plainHash; ///< SHA-256 of the content before sealing
    Hash32 sealedHash; ///< SHA-256 of the sealed file
    qint64 plainSize = 0;
    qint64 sealedSize = 0;
};

/// Encrypts `source` into `target` with AES-256-GCM (NIST SP 800-38D) under a fresh random key: cipher text, then the
/// 16-byte tag. At most 60 GiB (one key and nonce must not encrypt more than 64 GiB). Blocks; any thread.
[[nodiscard]] Result<Seal> sealFile(const QString& source, const QString& target);
/// The same for a file that is open for reading.
[[nodiscard]] Result<Seal> sealFile(QFile& source, const QString& target);

/// Decrypts `source` into `target`. `target` appears only if the tag and the plain hash are right.
/// Fails with "seal.damaged" if they are not, "seal.io" on a file error.
[[nodiscard]] Result<void> openSealedFile(const QString& source, const QString& target, const Seal& seal);

} // namespace surplus
