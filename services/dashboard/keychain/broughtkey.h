// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/bytes.h"
#include "services/common/core/result.h"

namespace surplus {

/// A key that the user brings, as it is to stand in the keychain.
struct BroughtKey {
    QByteArray entry; ///< see keychainentry.h
    Address address;

    /// From recovery words (BIP-39, 12 to 24, however they were pasted) or a private key in hexadecimal. Fails with
    /// "words.…" or "key.malformed".
    [[nodiscard]] static Result<BroughtKey> from(const QString& secret);
};

} // namespace surplus
