// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <optional>

namespace surplus {

/// A summary of the week before is told on Mondays from 09:00 local time on, or as soon after that as somebody is there.
/// The Monday that is due, if the summary told last (by its Monday; invalid: none) is of an earlier week.
[[nodiscard]] std::optional<QDate> weekToTell(const QDateTime& now, QDate told);

} // namespace surplus
