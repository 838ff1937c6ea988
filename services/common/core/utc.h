// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/clock.h"

#include <QDateTime>
#include <QTimeZone>

namespace surplus {

/// `at` on the calendar of UTC. Qt 6.5 and later want a zone where 6.4 is faster with a time spec.
inline QDateTime inUtc(UtcMs at)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QDateTime::fromMSecsSinceEpoch(at, QTimeZone(QTimeZone::UTC));
#else
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
#endif
}

} // namespace surplus
