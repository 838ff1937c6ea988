// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/bytes.h"
#include "services/common/core/result.h"

namespace surplus {

/// addressFromText() of services/common/crypto with a reason in the user's language; refuses nobody's address too. Fails with
/// "typed.address".
[[nodiscard]] Result<Address> addressAsTyped(const QString& typed);

} // namespace surplus
