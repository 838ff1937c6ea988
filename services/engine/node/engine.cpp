// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/node/engine.h"

#include "services/common/core/durations.h"
#include "services/common/core/parse.h"
#include "services/common/history/intervals.h"
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
#include <QNetworkInterface>
#include <cstdlib>

namespace surplus {

Q_LOGGING_CATEGORY(lcEngine, "surplus.engine")

namespace {
// The names of the settings in the database.
const QString Folder = QStringLiteral("storage.folder");
const QString Limit = QStringLiteral("storage.limit");
const QString Enabled = QStringLiteral("storage.enabled");
const QString KeepPrice = QStringLiteral("storage.keepPrice");
const QString RetrievePrice = QStringLiteral("storage.retrievePrice");
const QString ServeUnfunded = QStringLiteral("storage.serveUnfunded");
const QString ServePublic = QStringLiteral("storage.servePublic");
const QString UploadRate = QStringLiteral("storage.uploadRate");
const QString DownloadRate = QStringLiteral("storage.downloadRate");
const QString MinimumFree = QStringLiteral("storage.minimumFree");
const QString MonthlyCap = QStringLiteral("storage.monthlyCap");
const QString ResetDay = QStringLiteral("storage.resetDay");
const QString MonthBytes = QStringLiteral("storage.monthTraffic"); ///< bytes since MonthBegan
const QString MonthBegan = QStringLiteral("storage.monthBegan"); ///< UTC ms
const QString RuleSet = QStringLiteral("rules"); ///< JSON of Rules
const QString Payout = QStringLiteral("payout");
const QString Chain = QStringLiteral("chain"); ///< JSON of a ChainConfig, once somebody chose one
const QString PausedUntil = QStringLiteral("paused"); ///< "", "always" or UTC ms
constexpr int HeartbeatMs = 2000;
constexpr qint64 AdvanceEveryMs = MinuteMs; ///< of running time
constexpr int AnnounceMs = 500;
constexpr qint64 LongestPauseMs = 365 * DayMs;

/// The first that others can reach, IPv4 before IPv6.
QString firstAddress(bool alsoV6)
{
    QString found;
    for (const QHostAddress& address : QNetworkInterface::allAddresses()) {
        if (address.isLoopback() || address.isLinkLocal())
            continue;
        if (address.protocol() == QAbstractSocket::IPv4Protocol)
            return address.toString();
        if (alsoV6 && found.isEmpty())
            found = address.toString();
    }
    return found.isEmpty() ? QStringLiteral("127.0.0.1") : found;
}
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
    if (auto opened = openTime(); !opened)
        return opened;
    auto recorder = Recorder::open(*m_store, *m_dating);
    if (!recorder)
        return tl::unexpected(recorder.error());
    m_recorder = std::move(*recorder);
    m_chain = m_config.chain;
    if (const QString stored = m_recorder->setting(Chain); !stored.isEmpty()) {
        const auto chosen = ChainConfig::fromJson(QJsonDocument::fromJson(stored.toUtf8()).object());
        if (!chosen)
            return tl::unexpected(chosen.error());
        m_chain = *chosen;
    }
    auto ledger = Ledger::open(*m_store, m_chain.spec, machineIdOf(m_identity.publicKey()), *m_dating);
    if (!ledger)
        return tl::unexpected(ledger.error());
    m_ledger = std::move(*ledger);
    m_ledger->beginAt(m_running->seconds());
    const auto tls = loadOrCreateTlsIdentity(m_dir->path());
    if (!tls)
        return tl::unexpected(tls.error());

    m_conditions = std::make_unique<Conditions>(std::make_unique<SystemComputer>(), m_clock);
    auto record = StoredRecord::open(*m_store);
    if (!record)
        return tl::unexpected(record.error());
    m_storage = std::make_unique<StorageResource>(*m_ledger, std::move(*record), m_identity, *m_dating);
    auto started = m_storage->start(m_config.listen, keptPort("port.content", m_config.contentPort));
    if (!started && m_config.contentPort == 0) // somebody has the port of last time: customers learn the new one
        started = m_storage->start(m_config.listen, 0);
    if (!started)
        return started;
    auto given = PublicContent::open(*m_store);
    if (!given)
        return tl::unexpected(given.error());
    m_public = std::move(*given);
    m_market = std::make_unique<MarketServer>(*m_ledger, *m_storage, m_identity, *tls, *m_dating);
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
    m_month = { numberSetting(MonthBegan, 0), numberSetting(MonthBytes, 0) };
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
    connect(&m_announce, &QTimer::timeout, this, [this] {
        QJsonObject json = status().toJson();
        json.remove(QStringLiteral("now"));
        if (json == m_lastAnnounced)
            return;
        m_lastAnnounced = json;
        m_control->broadcast(Role::Viewer, QStringLiteral("engine.changed"), status().toJson());
    });
    connect(&m_heartbeat, &QTimer::timeout, this, &Engine::heartbeat);
    m_heartbeat.start(HeartbeatMs);
    connect(&m_minute, &QTimer::timeout, this, &Engine::everyMinute);
    m_minute.start(60'000);
    heartbeat();
    everyMinute();
    qCInfo(lcEngine).noquote() << "ready: machine" << m_ledger->machine().hex() << "provider" << providerText();
    return {};
}

Result<void> Engine::openTime()
{
    return m_store->wait([this](Database& db) -> Result<void> {
        const auto newest = newestRecorded(db, ConfirmedTime::newestAt(m_clock));
        if (!newest)
            return tl::unexpected(newest.error());
        auto running = RunningTime::open(db, m_clock);
        if (!running)
            return tl::unexpected(running.error());
        m_running = std::move(*running);
        auto time = ConfirmedTime::open(db, m_clock, *m_running, *newest);
        if (!time)
            return tl::unexpected(time.error());
        m_time = std::move(*time);
        m_dating = std::make_unique<DatingClock>(m_clock, *m_time);
        return {};
    });
}

void Engine::saveTime()
{
    m_timeSaved = m_running->ms();
    const bool posted = m_store->post([this](Database& db) {
        if (const auto saved = m_time->save(db); !saved)
            qCWarning(lcEngine).noquote() << "the running time could not be written down:" << saved.error().message;
    });
    if (!posted)
        qCWarning(lcEngine) << "the running time was not written down: too much is waiting";
}

void Engine::watchChain()
{
    m_chainWatch.reset();
    m_chainWatch = std::make_unique<ChainWatch>(m_chain, *m_ledger, *m_dating);
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
        writeTraffic();
        m_recorder->close();
        saveTime();
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
    // The file gives the first values; from then on the database has the say.
    if (!m_recorder->setting(QStringLiteral("seeded")).isEmpty())
        return;
    m_recorder->setSetting(Limit, QString::number(m_config.limit));
    m_recorder->setSetting(Enabled, m_config.enabled ? QStringLiteral("1") : QStringLiteral("0"));
    m_recorder->setSetting(KeepPrice, m_config.prices.keep.toWire());
    m_recorder->setSetting(RetrievePrice, m_config.prices.retrieve.toWire());
    m_recorder->setSetting(UploadRate, QString::number(m_config.uploadRate));
    m_recorder->setSetting(DownloadRate, QString::number(m_config.downloadRate));
    m_recorder->setSetting(MinimumFree, QString::number(m_config.minimumFree));
    m_recorder->setSetting(MonthlyCap, QString::number(m_config.monthlyCap));
    m_recorder->setSetting(ResetDay, QString::number(m_config.resetDay));
    m_recorder->setSetting(RuleSet, QString::fromUtf8(QJsonDocument(m_config.rules.toJson()).toJson(QJsonDocument::Compact)));
    m_recorder->setSetting(ServeUnfunded, m_config.credit.serveUnfunded ? QStringLiteral("1") : QStringLiteral("0"));
    if (m_config.payout)
        m_recorder->setSetting(Payout, m_config.payout->hex0x());
    if (!m_config.folder.isEmpty()) {
        m_storage->chooseFolder(m_config.folder, [this](const Result<void>& chosen) {
            if (chosen)
                m_recorder->setSetting(Folder, m_config.folder);
            else
                qCWarning(lcEngine).noquote() << chosen.error().message;
        });
        m_storage->settle();
    }
    m_recorder->setSetting(QStringLiteral("seeded"), QStringLiteral("1")); // the last: a start that is cut off seeds again
}

void Engine::applySettings()
{
    m_storage->resumeFolder(m_recorder->setting(Folder));
    m_storage->setLimit(numberSetting(Limit, m_config.limit));
    m_storage->setRates(numberSetting(UploadRate, m_config.uploadRate), numberSetting(DownloadRate, m_config.downloadRate));
    m_storage->setMinimumFree(numberSetting(MinimumFree, m_config.minimumFree));
    m_conditions->setRules(Rules::fromJson(QJsonDocument::fromJson(m_recorder->setting(RuleSet).toUtf8()).object(), m_config.rules).value_or(m_config.rules));
    m_market->setPrices({ Amount::fromWire(m_recorder->setting(KeepPrice)).value_or(m_config.prices.keep),
        Amount::fromWire(m_recorder->setting(RetrievePrice)).value_or(m_config.prices.retrieve) });
    m_credit.serveUnfunded = m_recorder->setting(ServeUnfunded) == QLatin1String("1");
    // A cap that nobody has changed is the configuration's.
    for (const CreditCaps::Member& member : CreditCaps::members())
        m_credit.*member.amount = Amount::fromWire(m_recorder->setting(creditSetting(member))).value_or(m_config.credit.*member.amount);
    m_ledger->setLimits(m_credit);
    m_ledger->setRoom(m_storage->room());
    m_ledger->setBeneficiary(Address::fromHex(m_recorder->setting(Payout)).value_or(Address()));
    const QString paused = m_recorder->setting(PausedUntil);
    m_pausedByUser = !paused.isEmpty();
    const auto pauseEnd = parse::integer(paused);
    if (!m_pausedByUser || !pauseEnd) { // for always
        m_pauseEnds.reset();
    } else if (!m_pauseEnds) { // from the pause of an earlier run, or a new one
        const qint64 left = std::min(*pauseEnd - m_clock.now(), LongestPauseMs);
        m_pauseEnds.emplace(std::max<qint64>(0, left));
    }
    if (m_pauseEnds && m_pauseEnds->hasExpired()) {
        m_pausedByUser = false;
        m_pauseEnds.reset();
        m_recorder->setSetting(PausedUntil, QString());
    }
    applyServing();
}

void Engine::applyServing()
{
    m_pauses = pausesNow();
    const bool payable = !m_ledger->beneficiary().isNull();
    const bool enabled = m_recorder->setting(Enabled) == QLatin1String("1");
    m_storage->setServing(enabled && payable, !m_pauses.isEmpty());
    const bool given = enabled && m_pauses.isEmpty() && m_recorder->setting(ServePublic) == QLatin1String("1");
    m_public->serve(given ? m_storage->host() : nullptr);
}

qint64 Engine::numberSetting(const QString& name, qint64 standard) const
{
    return parse::integer(m_recorder->setting(name)).value_or(standard);
}

QList<Pause> Engine::pausesNow() const
{
    QList<Pause> pauses = m_conditions->pauses();
    const qint64 cap = numberSetting(MonthlyCap, 0);
    if (cap > 0 && m_month.bytes >= cap)
        pauses.prepend({ QStringLiteral("dataCap"), {}, accountingEnd(m_clock.now(), static_cast<int>(numberSetting(ResetDay, 1)), localZone()) });
    if (m_pausedByUser)
        pauses.prepend({ QStringLiteral("user"), {}, m_pauseEnds ? std::optional((m_clock.now() + m_pauseEnds->remainingTime() + 999) / 1000 * 1000) : std::nullopt });
    return pauses;
}

void Engine::countTraffic()
{
    const qint64 more = m_storage->traffic() - std::exchange(m_trafficCounted, m_storage->traffic());
    m_month.count(more, m_clock.now(), static_cast<int>(numberSetting(ResetDay, 1)), localZone());
    m_storage->measureTraffic();
}

void Engine::writeTraffic()
{
    for (const auto& [key, value] : { std::pair(&MonthBegan, m_month.began), std::pair(&MonthBytes, m_month.bytes) }) {
        if (numberSetting(*key, -1) != value)
            m_recorder->setSetting(*key, QString::number(value));
    }
}

ShareState Engine::shareState(QString& reason) const
{
    reason.clear();
    if (m_ledger->beneficiary().isNull())
        reason = QStringLiteral("payout");
    else if (m_recorder->setting(Folder).isEmpty())
        reason = QStringLiteral("folder");
    else if (m_recorder->setting(Enabled) != QLatin1String("1"))
        reason = QStringLiteral("off");
    else if (!m_storage->problem().isEmpty())
        reason = QStringLiteral("disk");
    if (!reason.isEmpty())
        return ShareState::Idle;
    if (m_pauses.isEmpty())
        return ShareState::Sharing;
    reason = m_pauses.first().reason;
    return ShareState::Paused;
}

void Engine::heartbeat()
{
    if (m_pauseEnds && m_pauseEnds->hasExpired())
        resume();
    m_storage->watchDisk();
    lookAtData();
    countTraffic();
    m_conditions->look();
    applyServing();
    QString reason;
    const ShareState state = shareState(reason);
    if (m_since == 0 || state != m_lastState || reason != m_lastReason) {
        m_lastState = state;
        m_lastReason = reason;
        m_since = m_clock.now();
    }
    // What somebody left switched off is planned; a disk that went missing is not.
    const UptimeState uptime = state == ShareState::Sharing ? UptimeState::Up
        : reason == QLatin1String("disk")                   ? UptimeState::Down
                                                            : UptimeState::Paused;
    m_recorder->note(uptime, reason);
    m_ledger->setRoom(m_storage->room());
    if (!m_advanced || m_running->sinceMs(*m_advanced) >= AdvanceEveryMs) {
        m_advanced = m_running->ms();
        m_market->advance(m_time->moment(), m_storage->isServing());
    }
    if (m_running->sinceMs(m_timeSaved) >= RunningTime::SaveEveryMs)
        saveTime();
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
    writeTraffic();
    m_time->look();
    if (const bool doubted = m_time->isInDoubt(); doubted != m_doubted) {
        m_doubted = doubted;
        qCInfo(lcEngine).noquote() << (doubted ? "the clock is far ahead of what else is known of the time: nothing is deleted for its age until another source agrees"
                                                 : "the clock is confirmed");
    }
    m_recorder->prune(m_time->now());
    m_ledger->prune(m_time->now());
}

void Engine::announceChange()
{
    if (m_control && !m_announce.isActive())
        m_announce.start();
}

QString Engine::providerText() const
{
    const bool both = m_config.listen == QHostAddress(QHostAddress::Any);
    const QString host = !m_config.announceHost.isEmpty() ? m_config.announceHost
        : both || m_config.listen == QHostAddress(QHostAddress::AnyIPv4) ? firstAddress(both)
                                                                         : m_config.listen.toString();
    return ProviderAddress { host, m_marketPort, m_ledger->machine() }.toText();
}

EngineStatus Engine::status() const
{
    EngineStatus status;
    status.machine = m_ledger->machine();
    status.version = QStringLiteral(SURPLUS_VERSION);
    status.protocol = ControlProtocol;
    status.pid = QCoreApplication::applicationPid();
    status.epoch = m_ledger->epoch();
    status.now = m_clock.now();
    status.state = shareState(status.reason);
    status.since = m_since;
    if (status.state == ShareState::Paused) {
        status.pauses = m_pauses;
        status.until = m_pauses.first().until;
    }
    status.rules = m_conditions->rules();
    status.sources = m_conditions->sources();
    status.scheduleChange = m_conditions->nextScheduleChange();
    status.provider = providerText();
    const Address beneficiary = m_ledger->beneficiary();
    status.beneficiary = beneficiary.isNull() ? QString() : checksumAddress(beneficiary);
    status.symbol = m_chain.spec.symbol;
    status.network = m_chain.spec == ChainSpec::local() ? QStringLiteral("local") : QString::number(m_chain.spec.chainId);
    status.chain = m_chainWatch->status();
    status.money = m_ledger->money();
    status.lastEntry = m_ledger->lastEntry();
    m_storage->fillStatus(status.storage);
    status.storage.serveUnfunded = m_credit.serveUnfunded;
    status.storage.servePublic = m_recorder->setting(ServePublic) == QLatin1String("1");
    status.credit = m_credit;
    status.storage.monthlyCap = numberSetting(MonthlyCap, 0);
    status.storage.resetDay = static_cast<int>(numberSetting(ResetDay, 1));
    status.storage.monthTraffic = m_month.bytes;
    status.storage.keepPrice = m_market->prices().keep;
    status.storage.retrievePrice = m_market->prices().retrieve;
    status.data = m_data;
    status.problems = problemsOf(status);
    return status;
}

void Engine::pause(std::optional<UtcMs> until)
{
    m_recorder->setSetting(PausedUntil, until ? QString::number(*until) : QStringLiteral("always"));
    m_pauseEnds.reset();
    applySettings();
    qCInfo(lcEngine).noquote() << "paused by the user";
}

void Engine::resume()
{
    m_recorder->setSetting(PausedUntil, QString());
    applySettings();
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
