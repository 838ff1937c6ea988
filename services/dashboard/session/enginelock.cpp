// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/session/enginelock.h"

#include <QFile>
#include <sys/file.h>

namespace surplus {

bool engineRuns(const QString& profile)
{
    QFile lock(profile + QStringLiteral("/engine/lock"));
    if (!lock.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return false;
    const bool held = flock(lock.handle(), LOCK_EX | LOCK_NB) != 0;
    if (!held)
        flock(lock.handle(), LOCK_UN);
    return held;
}

tl::unexpected<Error> engineStillRuns()
{
    return failure(QStringLiteral("backup.running"), QStringLiteral("The engine still runs. Stop it first; nothing was changed."));
}

} // namespace surplus
