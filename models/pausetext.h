// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/domain/states.h"

namespace surplus {

/// "By you, until 18:00", "On battery": what the second line of a paused machine says.
[[nodiscard]] QString pauseText(const Pause& pause);
/// The same for what only a history's reason is left of, without its end.
[[nodiscard]] QString pauseText(Reason reason);

} // namespace surplus
