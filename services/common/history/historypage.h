// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/bytes.h"
#include "services/common/core/result.h"
#include "services/common/domain/states.h"
#include "services/common/history/seriesstore.h"

namespace surplus {

/// Where a copy of a machine's history stands: everything that `run` of the engine with the ledger `epoch` had written
/// up to `revision` is in it.
struct SyncCursor {
    QString epoch;
    QString run; ///< made anew at each start, so that a history restored from an old copy is told from a grown one
    qint64 revision = 0;
    bool operator==(const SyncCursor&) const = default;
};

/// What changed in one machine's history since a cursor: whole chunks and whole intervals as they are now, so that
/// applying a page twice, or a page again after a crash, changes nothing.
struct HistoryPage {
    SyncCursor cursor; ///< after this page
    bool reset = false; ///< the cursor was of another history: what is held of this machine has to go first
    bool more = false;
    QList<SeriesStore::Row> rows; ///< minutes and quarter hours
    QList<UptimeInterval> intervals;

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: "history.malformed".
    [[nodiscard]] static Result<HistoryPage> fromJson(const QJsonObject& json);
};

} // namespace surplus
