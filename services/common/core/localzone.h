// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>
#include <optional>

namespace surplus {

/// The zone that this computer's local time is in, however it was chosen: a name, a file (TZ=/etc/localtime) or a rule
/// (TZ=UTC-3, which is three hours *ahead* of UTC). Always valid, and always what the C library says; in doubt with its
/// present offset. Use it in place of QTimeZone::systemTimeZone(), which may be invalid or have the wrong sign. Any thread.
[[nodiscard]] QTimeZone localZone();

/// The zone that a program, a file or a person named, such as "Europe/Berlin" or "UTC+03:00"; nothing if there is none.
[[nodiscard]] std::optional<QTimeZone> zoneNamed(const QString& id);

} // namespace surplus
