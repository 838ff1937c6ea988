// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/alerts/weeklysummary.h"

namespace surplus {

std::optional<QDate> weekToTell(const QDateTime& now, QDate told)
{
    const QTime due(9, 0);
    QDate monday = now.date().addDays(1 - now.date().dayOfWeek());
    if (now.date() == monday && now.time() < due)
        monday = monday.addDays(-7);
    return !told.isValid() || told < monday ? std::optional(monday) : std::nullopt;
}

} // namespace surplus
