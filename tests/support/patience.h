// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

/// How tests wait, on computers that are busy with other things too.
///
/// A test waits for what it expects, with all the patience there is: that costs nothing where it comes. It never waits a
/// while to show that something does *not* happen: it waits for something else that comes after, or looks at a count.
namespace surplus::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool Sanitized = true;
#else
inline constexpr bool Sanitized = false;
#endif

/// Milliseconds after which something that should have come won't. Less than what CTest and Qt Test give a function.
inline constexpr int Patience = Sanitized ? 300'000 : 120'000;

/// How often something is repeated that needs many repetitions to show a fault: a tenth where everything is watched.
inline constexpr int times(int usual) { return Sanitized ? std::max(1, usual / 10) : usual; }

} // namespace surplus::test
