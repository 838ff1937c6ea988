// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/crypto/mnemonic.h"
#include "services/common/crypto/secretkey.h"

namespace surplus {

/// What stands in the keychain: 32 bytes of a key, or (since there are recovery words) a mark, the list and the entropy.
/// Who gets an entry wipes it.
[[nodiscard]] QByteArray entryOfWords(const QByteArray& entropy, WordList list);
/// Nothing if the entry has none.
[[nodiscard]] std::optional<QStringList> wordsIn(const QByteArray& entry);
[[nodiscard]] std::optional<SecretKey> keyIn(const QByteArray& entry);

} // namespace surplus
