// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/node/engine.h"

#include "services/common/core/durations.h"
#include "services/common/core/parse.h"
#include "services/engine/conditions/systemcomputer.h"
#include "services/engine/node/schema.h"

#include "services/common/api/methods.h"
#include "services/common/core/localzone.h"
#include "services/common/core/posted.h"
#include "services/common/crypto/keccak.h"
#include "services/common/rpc/secretauth.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <cstdlib>

namespace surplus {

Q_LOGGING_CATEGORY(lcEngine, "surplus.engine")

namespace {
const QString Chain = QStringLiteral("chain"); ///< JSON of a ChainConfig, once somebody chose one
constexpr int HeartbeatMs = 2000;
constexpr qint64 AdvanceEveryMs = MinuteMs; ///< of running time
constexpr int AnnounceMs = 500;
} // namespace

Engine::Engine(
    const EngineConfig& config, std::unique_ptr<DataDir> dir, SecretKey identity, const Clock& clock, Log& log)
    : m_config(config), m_dir(std::move(dir)), m_identity(std::move(identity)), m_clock(clock), m_log(log), m_credit(config.credit)
{
}

Result<std::unique_ptr<Engine>> Engine::start(
    const EngineConfig& config, std::unique_ptr<DataDir> dir, const Clock& clock, Log& log)
{
    auto identity = dir->loadIdentity();
    if (!identity)
        return tl::unexpected(identity.error());
    std::unique_ptr<Engine> engine(new Engine(config, std::move(dir), std::move(*identity), clock, log));
    if (auto opened = engine->openAll(); !opened)
        return tl::unexpected(opened.error());
    return engine;
}

Result<void> Engine::openAll()
{
    auto database = Database::open(m_dir->path() + QStringLiteral("/engine.db"), Database::Durability::Full, engineSchema());
    if (!database)
        return tl::unexpected(database.error());
    m_store = std::make_unique<StoreWorker>(std::move(*database));
    auto time = EngineTime::open(*m_store, m_clock);
    if (!time)
        return tl::unexpected(time.error());
    m_time = std::move(*time);
    auto recorder = Recorder::open(*m_store, m_time->dating());
    if (!recorder)
        return tl::unexpected(recorder.error());
    m_recorder = std::move(*recorder);
    m_settings = std::make_unique<EngineSettings>(*m_recorder, m_config);
    m_userPause = std::make_unique<UserPause>(*m_settings, m_clock);
    m_chain = m_config.chain;
    if (const QString stored = m_recorder->setting(Chain); !stored.isEmpty()) {
        const auto chosen = ChainConfig::fromJson(QJsonDocument::fromJson(stored.toUtf8()).object());
        if (!chosen)
            return tl::unexpected(chosen.error());
        m_chain = *chosen;
    }
    auto ledger = Ledger::open(*m_store, m_chain.spec, machineIdOf(m_identity.publicKey()), m_time->dating());
    if (!ledger)
        return tl::unexpected(ledger.error());
    m_ledger = std::move(*ledger);
    m_ledger->beginAt(m_time->running().seconds());
    const auto tls = loadOrCreateTlsIdentity(m_dir->path());
    if (!tls)
        return tl::unexpected(tls.error());

    m_conditions = std::make_unique<Conditions>(std::make_unique<SystemComputer>(), m_clock);
    auto record = StoredRecord::open(*m_store);
    if (!record)
        return tl::unexpected(record.error());
    m_storage = std::make_unique<StorageResource>(*m_ledger, std::move(*record), m_identity, m_time->dating());
    auto started = m_storage->start(m_config.listen, keptPort("port.content", m_config.contentPort));
    if (!started && m_config.contentPort == 0) // somebody has the port of last time: customers learn the new one
        started = m_storage->start(m_config.listen, 0);
    if (!started)
        return started;
    auto given = PublicContent::open(*m_store);
    if (!given)
        return tl::unexpected(given.error());
    m_public = std::move(*given);
    m_market = std::make_unique<MarketServer>(*m_ledger, *m_storage, m_identity, *tls, m_time->dating());
    m_market->setLoopbackApart(m_config.loopbackApart);
    auto port = m_market->listen(m_config.listen, keptPort("port.market", m_config.marketPort));
    if (!port && m_config.marketPort == 0) {
        qCWarning(lcEngine).noquote() << port.error().message << "Taking another one: customers have to be told the new provider address.";
        port = m_market->listen(m_config.listen, 0);
    }
    if (!port)
        return tl::unexpected(port.error());
    m_marketPort = *port;
    m_recorder->setSetting(QStringLiteral("port.market"), QString::number(*port));
    m_recorder->setSetting(QStringLiteral("port.content"), QString::number(m_storage->port()));
    m_month = m_settings->monthTraffic();
    seedSettings();
    applySettings();
    m_storage->settle();
    m_public->settle();
    connect(m_storage.get(), &StorageResource::changed, this, &Engine::announceChange);
    connect(m_market.get(), &MarketServer::leasesChanged, this, &Engine::announceChange);
    watchChain();

    RuntimeFile runtime { 0, randomBytes(32), QCoreApplication::applicationPid(),
        processStartTime(QCoreApplication::applicationPid()), QStringLiteral(SURPLUS_VERSION), ControlProtocol };
    Log::markSecret(runtime.secret);
    m_control = std::make_unique<RpcServer>(std::nullopt);
    addSecretAuthentication(*m_control, runtime.secret,
        { { QStringLiteral("version"), runtime.version }, { QStringLiteral("protocol"), ControlProtocol },
            { QStringLiteral("machine"), m_ledger->machine().hex() } });
    addStatusMethods();
    addMoneyMethods();
    addStorageMethods();
    addPublicMethods();
    addHistoryMethods();
    const auto controlPort = m_control->listen(QHostAddress(QHostAddress::LocalHost), 0);
    if (!controlPort)
        return tl::unexpected(controlPort.error());
    runtime.port = *controlPort;
    if (auto written = runtime.write(m_dir->path()); !written)
        return written;

    m_announce.setSingleShot(true);
    m_announce.setInterval(AnnounceMs);
    connect(&m_announce, &QTimer::timeout, this, &Engine::announce);
    connect(&m_heartbeat, &QTimer::timeout, this, &Engine::heartbeat);
    m_heartbeat.start(HeartbeatMs);
    connect(&m_minute, &QTimer::timeout, this, &Engine::everyMinute);
    m_minute.start(60'000);
    heartbeat();
    everyMinute();
    qCInfo(lcEngine).noquote() << "ready: machine" << m_ledger->machine().hex() << "provider" << providerText();
    return {};
}

void Engine::watchChain()
{
    m_chainWatch.reset();
    m_chainWatch = std::make_unique<ChainWatch>(m_chain, *m_ledger, m_time->dating());
    m_market->setChainUsed(m_chain.isUsable());
    connect(m_chainWatch.get(), &ChainWatch::changed, this, &Engine::announceChange);
    connect(m_chainWatch.get(), &ChainWatch::timeRead, this, [this](UtcMs at) { m_time->confirm(at); }, Qt::DirectConnection);
    connect(m_market.get(), &MarketServer::greeted, m_chainWatch.get(), &ChainWatch::lookAt);
}

Result<QJsonObject> Engine::setChain(const QJsonObject& json)
{
    const auto chosen = ChainConfig::fromJson(json);
    if (!chosen)
        return tl::unexpected(chosen.error());
    const bool other = chosen->spec != m_chain.spec;
    const QString text = QString::fromUtf8(QJsonDocument(chosen->toJson()).toJson(QJsonDocument::Compact));
    if (auto bound = m_ledger->choose(chosen->spec, [&](Database& db) { Recorder::writeSetting(db, Chain, text); }); !bound)
        return tl::unexpected(bound.error());
    m_recorder->setSetting(Chain, text);
    if (!other) {
        m_chain = *chosen;
        watchChain();
        announceChange();
    }
    return QJsonObject { { QStringLiteral("restart"), other } };
}

bool Engine::close()
{
    if (std::exchange(m_closed, true))
        return m_ended;
    m_chainWatch.reset();
    if (m_control)
        m_control->close();
    if (m_market)
        m_market->close();
    if (m_public)
        m_public->serve(nullptr);
    m_ended = !m_storage || m_storage->stop();
    if (m_ledger)
        m_ledger->flush();
    if (m_control && m_recorder) { // it had been ready
        heartbeat();
        m_settings->setMonthTraffic(m_month);
        m_recorder->close();
        m_time->save();
        QFile::remove(RuntimeFile::pathIn(m_dir->path()));
    }
    if (m_store)
        m_store->drain();
    if (!m_ended) {
        qCWarning(lcEngine).noquote() << "stopped; the disk of the storage folder doesn't answer, so what is open there is left to the system";
        m_dir->release();
    }
    return m_ended;
}

Engine::~Engine()
{
    if (!close())
        std::_Exit(0); // a thread that hangs in the disk still refers to what would be destroyed here
    m_market.reset();
    m_storage.reset();
    qCInfo(lcEngine).noquote() << "stopped";
}

quint16 Engine::keptPort(const char* setting, quint16 configured) const
{
    return configured != 0 ? configured : static_cast<quint16>(parse::natural(m_recorder->setting(QLatin1String(setting)), 65535).value_or(0));
}

void Engine::seedSettings()
{
    if (m_settings->isSeeded())
        return;
    m_settings->seed();
    if (!m_config.folder.isEmpty()) {
        m_storage->chooseFolder(m_config.folder, [this](const Result<void>& chosen) {
            if (chosen)
                m_settings->setFolder(m_config.folder);
            else
                qCWarning(lcEngine).noquote() << chosen.error().message;
        });
        m_storage->settle();
    }
    m_settings->noteSeeded(); // the last: a start that is cut off seeds again
}

void Engine::applySettings()
{
    m_storage->resumeFolder(m_settings->folder());
    m_storage->setLimit(m_settings->limit());
    m_storage->setRates(m_settings->uploadRate(), m_settings->downloadRate());
    m_storage->setMinimumFree(m_settings->minimumFree());
    m_conditions->setRules(m_settings->rules());
    m_market->setPrices(m_settings->prices());
    m_credit = m_settings->credit();
    m_ledger->setLimits(m_credit);
    m_ledger->setRoom(m_storage->room());
    m_ledger->setBeneficiary(m_settings->payout());
    m_userPause->apply();
    applyServing();
}

void Engine::applyServing()
{
    m_pauses = pausesNow();
    const bool payable = !m_ledger->beneficiary().isNull();
    const bool enabled = m_settings->isEnabled();
    m_storage->setServing(enabled && payable, !m_pauses.isEmpty());
    const bool given = enabled && m_pauses.isEmpty() && m_settings->servesPublic();
    m_public->serve(given ? m_storage->host() : nullptr);
}

QList<Pause> Engine::pausesNow() const
{
    QList<Pause> pauses = m_conditions->pauses();
    const qint64 cap = m_settings->monthlyCap();
    if (cap > 0 && m_month.bytes >= cap)
        pauses.prepend({ Reason::DataCap, {}, accountingEnd(m_clock.now(), m_settings->resetDay(), localZone()) });
    if (const auto user = m_userPause->pause())
        pauses.prepend(*user);
    return pauses;
}

void Engine::countTraffic()
{
    const qint64 more = m_storage->traffic() - std::exchange(m_trafficCounted, m_storage->traffic());
    m_month.count(more, m_clock.now(), m_settings->resetDay(), localZone());
    m_storage->measureTraffic();
}

void Engine::heartbeat()
{
    if (m_userPause->isOver())
        resume();
    m_storage->watchDisk();
    lookAtData();
    countTraffic();
    m_conditions->look();
    applyServing();
    Reason reason = Reason::None;
    const ShareState state = shareState(reason);
    if (m_since == 0 || state != m_lastState || reason != m_lastReason) {
        m_lastState = state;
        m_lastReason = reason;
        m_since = m_clock.now();
    }
    // What somebody left switched off is planned; a disk that went missing is not.
    const UptimeState uptime = state == ShareState::Sharing ? UptimeState::Up
        : reason == Reason::Disk                            ? UptimeState::Down
                                                            : UptimeState::Paused;
    m_recorder->note(uptime, toText(reason));
    m_ledger->setRoom(m_storage->room());
    if (!m_advanced || m_time->running().sinceMs(*m_advanced) >= AdvanceEveryMs) {
        m_advanced = m_time->running().ms();
        m_market->advance(m_time->moment(), m_storage->isServing());
    }
    m_time->saveNowAndThen();
    m_ledger->flush();
    announceChange();
}

void Engine::everyMinute()
{
    const StorageStatus storage = status().storage;
    m_recorder->sample(QStringLiteral("storage.stored"), SeriesKind::Level, storage.stored);
    m_recorder->sample(QStringLiteral("storage.leased"), SeriesKind::Level, storage.leased);
    // Forgiven bytes are taken back from the total: they are no negative delivery.
    if (const qint64 more = storage.retrieved - std::exchange(m_retrieved, storage.retrieved); more > 0)
        m_recorder->sample(QStringLiteral("storage.retrieved"), SeriesKind::Counter, more);
    const Money money = m_ledger->money();
    const std::pair<const char*, Amount> states[] { { "money.settled", money.settled }, { "money.secured", money.secured },
        { "money.pending", money.pending }, { "money.bounced", money.bounced } };
    for (const auto& [series, amount] : states)
        m_recorder->sample(QLatin1String(series), SeriesKind::Level, amount.nano());
    m_settings->setMonthTraffic(m_month);
    m_time->look();
    m_recorder->prune(m_time->now());
    m_ledger->prune(m_time->now());
}

void Engine::pause(std::optional<UtcMs> until)
{
    m_userPause->begin(until);
    applyServing();
    qCInfo(lcEngine).noquote() << "paused by the user";
}

void Engine::resume()
{
    m_userPause->end();
    applyServing();
    qCInfo(lcEngine).noquote() << "resumed";
}

void Engine::addMethod(const char* name, RpcHandler handler)
{
    addFrom(*m_control, controlApi(), name, std::move(handler));
}

void Engine::answerFromStore(const RpcReply& reply, std::function<Result<QJsonObject>(Database&)> query)
{
    const bool posted = m_store->post([this, reply, query = std::move(query)](Database& db) {
        const Result<QJsonObject> outcome = db.attempt([&] { return query(db); });
        postTo(this, [reply, outcome] { reply.answer(outcome); });
    });
    if (!posted)
        reply.error({ QStringLiteral("store.busy"), QStringLiteral("The engine's database is too busy. Try again.") });
}

} // namespace surplus
