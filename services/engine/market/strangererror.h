// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

namespace surplus {

/// What a customer may read of `error`: those that were written for customers as they are; of what went wrong inside, with
/// its paths and the system's words, only whether it is worth coming again ("provider.full", "provider.failed"). An error
/// that isn't known here counts as one from inside. Any thread.
[[nodiscard]] Error forStranger(const Error& error);

/// The same for what the system said of a disk: a word or two of ours, and never a path.
[[nodiscard]] QString diskWords(int systemError);

} // namespace surplus
