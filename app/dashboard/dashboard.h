// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/appmodel.h"
#include "services/common/core/log.h"
#include "services/dashboard/demo/demonetwork.h"
#include "services/dashboard/fleet/historysync.h"

#include <QSettings>

namespace surplus {

/// Where a profile keeps what, and which programs stand beside this one.
struct DashboardPaths {
    QString profile;
    QString programs;
    [[nodiscard]] QString engineData() const { return profile + QStringLiteral("/engine"); }
};

/// Everything under the interface of one dashboard, wired. Lives on the GUI thread.
class Dashboard : public QObject {
    Q_OBJECT
public:
    /// Fails with the store's errors. With `demo`, the profile's engine is configured for the demo network.
    [[nodiscard]] static Result<std::unique_ptr<Dashboard>> open(const DashboardPaths& paths, bool demo, const Clock& clock);
    ~Dashboard() override;

    /// May be called more than once.
    void start();
    [[nodiscard]] bool isDemo() const { return m_demo; }
    [[nodiscard]] AppModel& app() { return *m_app; }
    [[nodiscard]] Supervisor& supervisor() { return *m_supervisor; }
    /// Ends the demo and, unless sharing goes on, the engine; then finished().
    void shutDown(bool keepSharing);

Q_SIGNALS:
    void finished();

private:
    Dashboard(const DashboardPaths& paths, bool demo);
    /// The history turned out to be damaged while it is used: sets it aside and begins a new one.
    void renewHistory();

    const DashboardPaths m_paths;
    const bool m_demo;
    bool m_started = false;
    bool m_renewed = false; ///< once a run: what is damaged again is the disk
    QSettings m_settings;
    const Autostart m_autostart;
    std::unique_ptr<Database> m_keysDatabase;
    std::unique_ptr<StoreWorker> m_history; ///< writes
    std::unique_ptr<StoreWorker> m_reading; ///< the same file: a chart never waits for a page of the sync
    std::unique_ptr<EngineLink> m_link;
    std::unique_ptr<Supervisor> m_supervisor;
    std::unique_ptr<HistorySync> m_sync;
    std::unique_ptr<PayoutKeys> m_keys;
    std::unique_ptr<SettlementDesk> m_desk;
    std::unique_ptr<AppModel> m_app;
    std::unique_ptr<DemoNetwork> m_network;
};

} // namespace surplus
