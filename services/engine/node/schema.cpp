// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/node/schema.h"

#include "services/common/history/machinehistory.h"
#include "services/common/store/runningtime.h"
#include "services/engine/market/ledger.h"
#include "services/engine/node/recorder.h"
#include "services/engine/storage/publiccontent.h"
#include "services/engine/storage/storedrecord.h"

#include <algorithm>

namespace surplus {

namespace {
/// Entries, intervals and samples of before the tiers become buckets.
void fillTiers(Database& database)
{
    MachineHistory::beginRun(database);
    MachineHistory history(database);
    Statement entries = database.prepare("SELECT e.resource, a.issuer, e.at, e.nano FROM entries e "
                                         "JOIN channels c ON c.id=e.channel JOIN accounts a ON a.id=c.account");
    while (entries.step())
        history.earn(entries.text(0), entries.parsed(1, Address::fromRaw).hex0x(),
            entries.isNull(2) ? std::nullopt : std::optional<UtcMs>(entries.integer(2)), Amount::fromNano(entries.integer(3)));
    Statement samples = database.prepare("SELECT series, at, value FROM samples WHERE series IN ('storage.stored', 'storage.leased')");
    while (samples.step())
        history.sample(samples.text(0), SeriesKind::Level, samples.integer(1), samples.integer(2));
    history.flush();
    Statement uptime = database.prepare("SELECT start, end, state, reason FROM uptime ORDER BY start");
    while (uptime.step()) {
        const UptimeInterval interval { uptime.integer(0), uptime.integer(1),
            uptimeStateFromText(uptime.text(2)).value_or(UptimeState::Unknown), uptime.text(3) };
        history.putInterval(interval);
        history.rollUptime(interval.start, interval.end);
        history.flush();
    }
}
} // namespace

QList<Migration> engineSchema()
{
    QList<Migration> all = Ledger::migrations() + Recorder::migrations() + PublicContent::migrations() + StoredRecord::migrations()
        + QList<Migration> { { 5, MachineHistory::schema(), fillTiers }, { 6, "DROP TABLE uptime; DROP TABLE samples;" },
              { 8, RunningTime::Schema } };
    std::sort(all.begin(), all.end(), [](const Migration& a, const Migration& b) { return a.number < b.number; });
    return all;
}

} // namespace surplus
