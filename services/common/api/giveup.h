// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace surplus {

/// What a caller waits for the answer to storage.giveUp: all leases are written down anew, perhaps to a slow disk. Ms.
inline constexpr int GiveUpMs = 10 * 60 * 1000;

} // namespace surplus
