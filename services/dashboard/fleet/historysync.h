// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/history/historystore.h"
#include "services/common/store/worker.h"
#include "services/dashboard/fleet/enginelink.h"
#include "services/dashboard/fleet/historytime.h"

#include <QTimer>

namespace surplus {

/// Copies an engine's history, its highest vouchers and what has become of them into the dashboard's: by cursor, page by page, so that nothing is
/// missing after weeks offline and nothing counts twice. The file is only touched on the store's thread, page by page,
/// and tended once an hour. Reading is best done through another connection: then nobody waits for a page.
class HistorySync : public QObject {
    Q_OBJECT
public:
    HistorySync(EngineLink& link, StoreWorker& store, const Clock& clock, QObject* parent = nullptr);

    /// Looks for news now; does nothing while a round is under way or the engine is away.
    void start();

Q_SIGNALS:
    /// Something was added to the history.
    void changed();
    void failed(const surplus::Error& error);

private:
    void fetchPage(const SyncCursor& cursor);
    void fetchVouchers(qsizetype offset);
    void fetchMoney();
    void putMoney(const QList<CustomerMoney>& rows, const Money& totals);
    void finish();
    void tend(qint64 position);
    void tick();
    void stop(const Error& error);
    /// Runs on the store's thread, then `then` with its outcome on ours.
    template <typename T>
    void withStore(std::function<Result<T>(HistoryStore&)> work, std::function<void(Result<T>)> then);

    EngineLink& m_link;
    StoreWorker& m_store;
    const std::shared_ptr<HistoryTime> m_time; ///< the store's thread's
    QTimer m_tick;
    bool m_running = false;
    bool m_changed = false; ///< in this round
    qint64 m_syncedEntry = -1;
    std::optional<Money> m_syncedMoney; ///< what was settled, secured and bounced in all when each customer's was copied last
    qint64 m_lastRound = 0;
    qint64 m_lastTended = 0;
    MachineId m_machine;
};

} // namespace surplus
