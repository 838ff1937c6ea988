// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

namespace surplus {

/// True while some engine holds its data directory, PROFILE/engine.
[[nodiscard]] bool engineRuns(const QString& profile);

/// "backup.running"
[[nodiscard]] tl::unexpected<Error> engineStillRuns();

} // namespace surplus
