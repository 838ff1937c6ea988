// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/store/database.h"

namespace surplus {

/// All tables of the engine's database, in order of their numbers: the ledger's, the recorder's, public content's and the
/// history's. A database of an earlier version is brought up to them.
[[nodiscard]] QList<Migration> engineSchema();

} // namespace surplus
