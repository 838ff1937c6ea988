// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/bytes.h"
#include "services/common/core/result.h"

namespace surplus {

/// An address as somebody typed or pasted it: white space of any kind is nothing, as it is shown in groups of four; all else
/// has to be there. Fails with "typed.address", in words that say what is wrong and where.
[[nodiscard]] Result<Address> typedAddress(const QString& typed);

} // namespace surplus
