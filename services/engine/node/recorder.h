// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/history/machinehistory.h"
#include "services/common/store/worker.h"

namespace surplus {

/// Keeps uptime, usage and settings in the engine's database. Called on the engine's main thread; the writing happens on
/// the store's.
class Recorder {
public:
    [[nodiscard]] static QList<Migration> migrations();

    /// Reads settings and closes the gap since the last run, blocking: a run that was cut off leaves *down* behind
    /// it, one that ended on request leaves *unknown*.
    [[nodiscard]] static Result<std::unique_ptr<Recorder>> open(StoreWorker& store, const Clock& clock);

    /// The state from now on; calling it again with the same state prolongs the interval (do so every few seconds). A
    /// moment that is recorded already is not recorded again, however the clock is set.
    void note(UptimeState state, const QString& reason);
    /// The engine ends on request.
    void close();
    /// A reading: bytes, or whatever the series counts. Counters take increments.
    void sample(const QString& series, SeriesKind kind, qint64 value);
    /// Every minute: deletes a little of what is older than is kept. `now`: of ConfirmedTime.
    void prune(UtcMs now);

    [[nodiscard]] QString setting(const QString& key) const { return m_settings.value(key); }
    void setSetting(const QString& key, const QString& value);
    /// Why a setting could not be written down, if one couldn't. On the store's thread only.
    using Unwritten = std::shared_ptr<std::optional<Error>>;
    [[nodiscard]] Unwritten unwritten() const { return m_unwritten; }
    /// Within a transaction of somebody else's, before setSetting().
    static void writeSetting(Database& db, const QString& key, const QString& value);

private:
    Recorder(StoreWorker& store, const Clock& clock) : m_store(store), m_clock(clock) { }
    void run(StoreWorker::Task task);
    /// Writes the present interval, and counts it into its quarter hours.
    void write();
    [[nodiscard]] bool findFree(UtcMs now);

    StoreWorker& m_store;
    const Clock& m_clock;
    QHash<QString, QString> m_settings;
    UptimeInterval m_current;
    MachineHistory::Free m_free; ///< where nothing is recorded yet
    const Unwritten m_unwritten = std::make_shared<std::optional<Error>>();
    UtcMs m_written = 0; ///< the end of the interval as it stands in the file
    UtcMs m_rolled = 0; ///< up to where the quarter hours are counted
};

} // namespace surplus
