// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/history/chunk.h"
#include "services/common/store/database.h"

namespace surplus {

/// The tables of the dashboard's history, from its first version on.
[[nodiscard]] QList<Migration> historySchema();

/// A bucket of all machines together, when that of one of them was `old` and is `now`.
void exchange(Slot& all, const Slot& old, const Slot& now, SeriesKind kind);

} // namespace surplus
