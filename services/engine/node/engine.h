// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/log.h"
#include "services/engine/conditions/conditions.h"
#include "services/engine/market/chainwatch.h"
#include "services/engine/node/datadir.h"
#include "services/engine/node/enginetime.h"
#include "services/engine/node/userpause.h"
#include "services/engine/storage/publiccontent.h"
#include "services/engine/storage/storageresource.h"

#include <QLoggingCategory>

namespace surplus {

Q_DECLARE_LOGGING_CATEGORY(lcEngine)

/// Composes one engine: database, ledger, storage, market API and control API. Lives on the main thread.
class Engine : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] static Result<std::unique_ptr<Engine>> start(
        const EngineConfig& config, std::unique_ptr<DataDir> dir, const Clock& clock, Log& log);
    ~Engine() override;
    /// Ends everything; what is due is written down. False if a disk that doesn't answer holds it up: all is safe, but the
    /// process has to end at once.
    [[nodiscard]] bool close();

    [[nodiscard]] EngineStatus status() const;
    void pause(std::optional<UtcMs> until);
    void resume();

Q_SIGNALS:
    /// Somebody asked over the control API.
    void stopRequested();

private:
    Engine(const EngineConfig& config, std::unique_ptr<DataDir> dir, SecretKey identity, const Clock& clock, Log& log);
    [[nodiscard]] Result<void> openAll();
    void seedSettings();
    void applySettings();
    /// Serves, or does not: by the settings and by what pauses now.
    void applyServing();
    void countTraffic();
    [[nodiscard]] QList<Pause> pausesNow() const;
    void addStatusMethods();
    void addMoneyMethods();
    void addStorageMethods();
    void addPublicMethods();
    void addHistoryMethods();
    void addMethod(const char* name, RpcHandler handler);
    /// Answers with the status once what was set is on the disk, or with why it isn't.
    void answerOnceWritten(const RpcReply& reply);
    /// Runs `query` on the store's thread and sends what it gives.
    void answerFromStore(const RpcReply& reply, std::function<Result<QJsonObject>(Database&)> query);
    struct BinRequest;
    /// The same for a query that is cut up into bins; says what is wrong with the parameters.
    void answerWithBins(const char* method, const QJsonObject& params, const RpcReply& reply,
        std::function<QJsonObject(Database&, const BinRequest&)> query);
    /// Applies what was changed and answers once it is on the disk, or with what was wrong.
    void answerChange(const Result<void>& changed, const RpcReply& reply);
    /// Looks, in the background, whether the engine's own data can be written.
    void lookAtData();
    [[nodiscard]] QList<EngineProblem> problemsOf(const EngineStatus& status) const;
    void heartbeat();
    void everyMinute();
    void announceChange();
    void announce();
    void watchChain();
    [[nodiscard]] Result<QJsonObject> setChain(const QJsonObject& json);
    [[nodiscard]] ShareState shareState(Reason& reason) const;
    [[nodiscard]] QString providerText() const;
    [[nodiscard]] quint16 keptPort(const char* setting, quint16 configured) const;

    const EngineConfig m_config;
    std::unique_ptr<DataDir> m_dir;
    const SecretKey m_identity;
    const Clock& m_clock;
    Log& m_log;
    CreditLimits m_credit;
    std::unique_ptr<StoreWorker> m_store;
    std::unique_ptr<EngineTime> m_time;
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<EngineSettings> m_settings;
    std::unique_ptr<UserPause> m_userPause;
    ChainConfig m_chain;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<ChainWatch> m_chainWatch;
    std::unique_ptr<StorageResource> m_storage;
    std::unique_ptr<PublicContent> m_public;
    std::unique_ptr<MarketServer> m_market;
    std::unique_ptr<RpcServer> m_control;
    std::unique_ptr<Conditions> m_conditions;
    bool m_closed = false;
    bool m_ended = true; ///< as close() said
    QList<Pause> m_pauses; ///< as of the last heartbeat or change
    qint64 m_trafficCounted = 0; ///< of the storage's traffic since the start, what m_month holds
    MonthTraffic m_month; ///< written down every minute
    ShareState m_lastState = ShareState::Idle;
    Reason m_lastReason = Reason::None;
    UtcMs m_since = 0;
    std::optional<qint64> m_advanced; ///< ms of running time, when leases were last told of the time
    DataStatus m_data; ///< as of the last look
    bool m_lookingAtData = false;
    qint64 m_retrieved = 0; ///< bytes delivered as of the last sample
    quint16 m_marketPort = 0;
    QJsonObject m_lastAnnounced;
    QTimer m_heartbeat;
    QTimer m_minute;
    QTimer m_announce;
    QHash<QObject*, QByteArray> m_uploads; ///< by session: parts of a torrent that are not all there yet
};

} // namespace surplus
