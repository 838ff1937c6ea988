// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/status.h"
#include "services/common/store/worker.h"

namespace surplus {

/// Keeps uptime intervals, samples and settings in the engine's database. Called on the engine's main thread; the
/// writing happens on the store's.
class Recorder {
public:
    /// The engine's whole schema: the ledger's and its own.
    [[nodiscard]] static QList<Migration> migrations();

    /// Reads settings and closes the gap since the last run, blocking: a run that was cut off leaves *down* behind
    /// it, one that ended on request leaves *unknown*.
    [[nodiscard]] static Result<std::unique_ptr<Recorder>> open(StoreWorker& store, const Clock& clock);

    /// The state from now on; calling it again with the same state prolongs the interval (do so every few seconds).
    void note(UptimeState state, const QString& reason);
    /// The engine ends on request.
    void close();
    void sample(const QString& series, qint64 value);
    /// Deletes samples older than 14 days.
    void prune();

    [[nodiscard]] QString setting(const QString& key) const { return m_settings.value(key); }
    void setSetting(const QString& key, const QString& value);

    [[nodiscard]] static Result<QList<UptimeInterval>> readUptime(Database& db, UtcMs from, UtcMs to);

private:
    Recorder(StoreWorker& store, const Clock& clock) : m_store(store), m_clock(clock) { }
    void run(StoreWorker::Task task);

    StoreWorker& m_store;
    const Clock& m_clock;
    QHash<QString, QString> m_settings;
    UptimeInterval m_current;
};

} // namespace surplus
