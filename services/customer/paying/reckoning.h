// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/amount.h"

#include <algorithm>

namespace surplus {

inline constexpr qint64 BlockSize = 16 * 1024; ///< what is sent and audited is whole blocks

/// What is sent of `size` bytes.
[[nodiscard]] inline qint64 wholeBlocks(qint64 size) { return (size + BlockSize - 1) / BlockSize * BlockSize; }

/// The larger, if together they overflow.
[[nodiscard]] inline Amount sum(Amount a, Amount b) { return a.plus(b).value_or(std::max(a, b)); }
/// How much `a` is more than `b`; nothing if it isn't.
[[nodiscard]] inline Amount beyond(Amount a, Amount b) { return std::max(a.minus(b).value_or(Amount()), Amount()); }

} // namespace surplus
