// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/store/runningtime.h"

#include <algorithm>

namespace surplus {

namespace {
constexpr auto Ran = "ran"; // ms
}

const char* const RunningTime::Schema = "CREATE TABLE timekeeping(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;";

Result<std::unique_ptr<RunningTime>> RunningTime::open(Database& database, const Clock& clock)
{
    const auto before = database.read([&] {
        Statement select = database.prepare("SELECT value FROM timekeeping WHERE name=?");
        return select.bind(QString::fromLatin1(Ran)).step() ? std::max<qint64>(0, select.integer(0)) : 0;
    });
    if (!before)
        return tl::unexpected(before.error());
    return std::unique_ptr<RunningTime>(new RunningTime(clock, *before));
}

qint64 RunningTime::sinceMs(qint64 then) const { return std::max<qint64>(0, ms() - then); }

void RunningTime::save(Database& database) const
{
    database.prepare("INSERT INTO timekeeping VALUES(?,?) ON CONFLICT DO UPDATE SET value=MAX(value, excluded.value)")
        .bind(QString::fromLatin1(Ran), ms()).run();
}

} // namespace surplus
