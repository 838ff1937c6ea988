// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace surplus {

inline constexpr qint64 MinuteMs = 60'000;
inline constexpr qint64 QuarterMs = 15 * MinuteMs; ///< every time zone's hours begin on one
inline constexpr qint64 HourMs = 60 * MinuteMs;
inline constexpr qint64 DayMs = 24 * HourMs;

} // namespace surplus
