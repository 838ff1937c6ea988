// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboard/dashboard.h"

#include "services/common/core/posted.h"
#include "services/common/core/privatefile.h"
#include "services/common/crypto/keccak.h"
#include "services/common/history/historyfile.h"

#include <future>
#include <QCryptographicHash>
#include <QDir>
#include <QLoggingCategory>
#include <unistd.h>

namespace surplus {

Q_LOGGING_CATEGORY(lcDashboard, "surplus.dashboard")

namespace {
// The demo pays nobody: an address that has no key, so that nothing could ever be sent to it by mistake and found.
const QString DemoPayout = QStringLiteral("0x000000000000000000000000000000000000de40");
}

Dashboard::Dashboard(const DashboardPaths& paths, bool demo)
    : m_paths(paths), m_demo(demo), m_settings(paths.profile + QStringLiteral("/settings.ini"), QSettings::IniFormat)
    , m_autostart({ paths.programs + QStringLiteral("/surplus"), QStringLiteral("--profile"), paths.profile, QStringLiteral("--minimized") })
{
}

Result<std::unique_ptr<Dashboard>> Dashboard::open(const DashboardPaths& paths, bool demo, const Clock& clock)
{
    if (auto made = makePrivateDir(paths.profile); !made)
        return tl::unexpected(made.error());
    std::unique_ptr<Dashboard> dashboard(new Dashboard(paths, demo));
    auto keysDatabase = Database::open(paths.profile + QStringLiteral("/payout.db"), Database::Durability::Full, PayoutKeys::migrations());
    if (!keysDatabase)
        return tl::unexpected(keysDatabase.error());
    const QString historyFile = paths.profile + QStringLiteral("/history.db");
    auto history = HistoryFile::open(historyFile);
    if (!history)
        return tl::unexpected(history.error());
    auto reading = Database::open(historyFile, Database::Durability::Normal, HistoryStore::migrations());
    if (!reading)
        return tl::unexpected(reading.error());
    for (Database* one : { history->database.get(), reading->get() }) {
        one->onDamage([raw = dashboard.get()](const Error&) { postTo(raw, [raw] { raw->renewHistory(); }); });
    }
    dashboard->m_keysDatabase = std::move(*keysDatabase);
    dashboard->m_history = std::make_unique<StoreWorker>(std::move(history->database));
    dashboard->m_reading = std::make_unique<StoreWorker>(std::move(*reading));
    dashboard->m_link = std::make_unique<EngineLink>();

    QStringList arguments;
    if (geteuid() == 0)
        arguments << QStringLiteral("--allow-root"); // a machine that has only root; the engine logs it
    if (demo) {
        if (auto made = makePrivateDir(paths.engineData()); !made)
            return tl::unexpected(made.error());
        if (auto written = writePrivateFile(paths.engineData() + QStringLiteral("/config.json"),
                DemoNetwork::engineConfig(paths.profile + QStringLiteral("/shared")));
            !written)
            return tl::unexpected(written.error());
    }
    dashboard->m_supervisor = std::make_unique<Supervisor>(
        paths.programs + QStringLiteral("/surplusd"), paths.engineData(), arguments, *dashboard->m_link);
    dashboard->m_sync = std::make_unique<HistorySync>(*dashboard->m_link, *dashboard->m_history, clock);
    // One entry in the keychain per profile, named by where the profile is.
    const QString name = QString::fromLatin1(
        QCryptographicHash::hash(QDir(paths.profile).absolutePath().toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
    dashboard->m_keys = std::make_unique<PayoutKeys>(*dashboard->m_keysDatabase, name);
    dashboard->m_desk = std::make_unique<SettlementDesk>(paths.profile + QStringLiteral("/settlements.db"), *dashboard->m_reading, clock);
    dashboard->m_app = std::make_unique<AppModel>(*dashboard->m_supervisor, *dashboard->m_link, *dashboard->m_keys, *dashboard->m_desk,
        *dashboard->m_reading, dashboard->m_settings, dashboard->m_autostart, paths.profile, clock, demo);
    dashboard->m_app->setHistoryNotice(history->notice);
    connect(dashboard->m_sync.get(), &HistorySync::changed, dashboard->m_app.get(), &AppModel::refreshHistory);
    connect(dashboard->m_sync.get(), &HistorySync::failed, dashboard.get(), [raw = dashboard.get()](const Error& error) {
        qCWarning(lcDashboard).noquote() << "the history could not be brought up to date:" << error.message;
        if (error.code == QLatin1String("store.damaged"))
            raw->renewHistory();
    });
    connect(dashboard->m_app.get(), &AppModel::historyDamaged, dashboard.get(), &Dashboard::renewHistory);
    if (demo)
        dashboard->m_network = std::make_unique<DemoNetwork>(paths.programs + QStringLiteral("/surplus-customer"), paths.profile);
    return dashboard;
}

void Dashboard::renewHistory()
{
    if (std::exchange(m_renewed, true))
        return;
    struct Steps {
        std::promise<void> closed;
        std::promise<void> renewed;
    };
    const auto steps = std::make_shared<Steps>();
    const QString file = m_paths.profile + QStringLiteral("/history.db");
    // Both connections have to be closed before the file is moved, and neither may see a task meanwhile.
    const auto inMemory = [] { return std::move(*Database::open(QStringLiteral(":memory:"), Database::Durability::Normal, HistoryStore::migrations())); };
    const bool reading = m_reading->renew([steps, file, inMemory](std::unique_ptr<Database> old) {
        old.reset();
        steps->closed.set_value();
        steps->renewed.get_future().wait();
        auto fresh = Database::open(file, Database::Durability::Normal, HistoryStore::migrations());
        return fresh ? std::move(*fresh) : inMemory();
    });
    if (!reading)
        return;
    const bool writing = m_history->renew([this, steps, file, inMemory](std::unique_ptr<Database> old) {
        old.reset();
        steps->closed.get_future().wait();
        auto fresh = HistoryFile::setAside(file);
        steps->renewed.set_value();
        postTo(this, [this, notice = fresh ? fresh->notice : fresh.error().message] {
            qCWarning(lcDashboard).noquote() << notice;
            m_app->setHistoryNotice(notice);
            m_app->refreshHistory();
        });
        return fresh ? std::move(fresh->database) : inMemory();
    });
    if (!writing)
        steps->renewed.set_value();
}

Dashboard::~Dashboard()
{
    m_network.reset();
    m_history.reset(); // finish what waits: their threads post to the models, which must still be there
    m_reading.reset();
    m_app.reset();
    m_sync.reset();
}

void Dashboard::start()
{
    if (std::exchange(m_started, true))
        return;
    if (m_network) {
        connect(m_link.get(), &EngineLink::ready, this, [this] {
            if (!m_keys->address()) {
                if (auto used = m_keys->useAddress(*parseAddress(DemoPayout)); !used)
                    qCWarning(lcDashboard).noquote() << used.error().message;
            }
            m_link->change(QStringLiteral("payout.set"), { { QStringLiteral("address"), DemoPayout } }, [this](const Result<void>& set) {
                if (set)
                    m_network->start(m_link->status()->provider);
                else
                    qCWarning(lcDashboard).noquote() << set.error().message;
            });
        });
    }
    m_keys->refresh();
    m_supervisor->start();
}

void Dashboard::shutDown(bool keepSharing)
{
    if (m_network)
        m_network->stop();
    if (keepSharing && !m_demo) {
        m_supervisor->letGo();
        QMetaObject::invokeMethod(this, &Dashboard::finished, Qt::QueuedConnection);
        return;
    }
    if (m_supervisor->state() < Supervisor::State::Starting) {
        m_supervisor->stop();
        QMetaObject::invokeMethod(this, &Dashboard::finished, Qt::QueuedConnection);
        return;
    }
    connect(m_supervisor.get(), &Supervisor::changed, this, [this] {
        if (m_supervisor->state() == Supervisor::State::Stopped)
            Q_EMIT finished();
    });
    m_supervisor->stop();
}

} // namespace surplus
