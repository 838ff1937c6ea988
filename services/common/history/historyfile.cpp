// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/historyfile.h"

#include "services/common/history/historyschema.h"

#include <QDateTime>
#include <QFile>

namespace surplus {

Result<HistoryFile> HistoryFile::open(const QString& path)
{
    Error damage;
    {
        auto database = Database::open(path, Database::Durability::Normal, historySchema());
        if (!database) {
            damage = database.error();
        } else {
            // Reading a little of every table finds most damage; a whole check, or one that scans a table, would take seconds
            // on a grown file. MIN and MAX look at one end each only where they stand alone.
            const auto sound = (*database)->read([&] {
                (*database)->run("SELECT COUNT(*) FROM series; SELECT COUNT(*) FROM machines; SELECT COUNT(*) FROM meta; "
                                 "SELECT start FROM intervals LIMIT 1; SELECT MAX(nano) FROM vouchers; SELECT MIN(key) FROM chunks; SELECT MAX(key) FROM chunks;");
            });
            if (sound)
                return HistoryFile { std::move(*database), {} };
            damage = sound.error();
        }
    }
    return damage.code == QLatin1String("store.damaged") ? setAside(path) : tl::unexpected(damage);
}

Result<HistoryFile> HistoryFile::setAside(const QString& path)
{
    const QString aside = path + QStringLiteral(".damaged-") + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    // The log goes first: it must not meet a new file.
    for (const char* part : { "-wal", "-shm", "" }) {
        if (QFile::exists(path + QLatin1String(part)) && !QFile::rename(path + QLatin1String(part), aside + QLatin1String(part)))
            return failure(QStringLiteral("store.damaged"),
                QStringLiteral("The history file %1 is damaged and can't be set aside. Check who owns its folder, or move the file away.").arg(path));
    }
    auto fresh = Database::open(path, Database::Durability::Normal, historySchema());
    if (!fresh)
        return tl::unexpected(fresh.error());
    return HistoryFile { std::move(*fresh),
        QStringLiteral("The history file was damaged. It was set aside as %1, and a new one is filled from the engines. Nothing you've earned is lost.").arg(aside) };
}

} // namespace surplus
