// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"
#include "services/common/crypto/secretkey.h"

namespace surplus {

/// Addresses and private keys as people type and paste them: white space of any kind, marks without a shape, upper and lower
/// case and the digits of other scripts don't matter; one wrong, missing or additional character is an error that says
/// which, never another address or key. (parseAddress() in keccak.h is the same without the reason.)

/// 0x and 40 digits, in lower, upper or right EIP-55 mixed case. Fails with "address.malformed" or "address.checksum".
[[nodiscard]] Result<Address> addressFromText(const QString& text);
/// 64 digits with or without 0x. Fails with "key.malformed".
[[nodiscard]] Result<SecretKey> secretKeyFromText(const QString& text);

/// What is wrong with hexadecimal digits that people typed, for a message in their language.
struct HexFault {
    qsizetype wrong = 0; ///< the first character that is no digit, counted from 1 with 0x; 0 if all are
    qsizetype digits = 0; ///< how many characters there are without 0x
    bool prefix = false; ///< whether 0x stands before them
};
[[nodiscard]] HexFault hexFaultOf(const QString& text);

} // namespace surplus
