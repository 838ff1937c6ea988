// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/history/historystore.h"
#include "services/common/store/worker.h"
#include "services/dashboard/fleet/enginelink.h"

namespace surplus {

/// Copies an engine's earnings, uptime and highest vouchers into the dashboard's history: by cursor, page by page, so
/// that nothing is missing after weeks offline and nothing counts twice. The file is only touched on the store's thread.
class HistorySync : public QObject {
    Q_OBJECT
public:
    HistorySync(EngineLink& link, StoreWorker& store, QObject* parent = nullptr);

    /// Looks for news now; does nothing while a round is under way or the engine is away.
    void start();

Q_SIGNALS:
    /// Something was added to the history.
    void changed();
    void failed(const surplus::Error& error);

private:
    void fetchEntries(const SyncCursor& cursor);
    void fetchUptime();
    void fetchVouchers();
    void stop(const Error& error);
    /// Runs on the store's thread, then `then` with its outcome on ours.
    template <typename T>
    void withStore(std::function<Result<T>(HistoryStore&)> work, std::function<void(Result<T>)> then);

    EngineLink& m_link;
    StoreWorker& m_store;
    bool m_running = false;
    qint64 m_syncedEntry = -1;
    qint64 m_lastUptimeFetch = 0;
    MachineId m_machine;
};

} // namespace surplus
