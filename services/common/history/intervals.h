// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/clock.h"
#include "services/common/store/database.h"

namespace surplus {

/// The newest end of an uptime interval up to `until` that a history records, an engine's or the dashboard's; 0 if none is:
/// for ConfirmedTime::open(). Runs its own snapshot.
[[nodiscard]] Result<UtcMs> newestRecorded(Database& history, UtcMs until);

} // namespace surplus
