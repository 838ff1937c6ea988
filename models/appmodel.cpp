// SPDX-License-Identifier: GPL-3.0-or-later
#include "appmodel.h"

#include <QClipboard>
#include <QGuiApplication>

namespace surplus {

namespace {
constexpr int CheckEveryMs = 10 * 60 * 1000;
}

AppModel::AppModel(Supervisor& supervisor, EngineLink& link, PayoutKeys& keys, SettlementDesk& desk, StoreWorker& history, QSettings& settings,
    const Autostart& autostart, const QString& profile, const Clock& clock, bool demo, QObject* parent)
    : QObject(parent)
    , m_machine(supervisor, link)
    , m_overviewEarnings(history, clock)
    , m_earnings(history, clock)
    , m_uptime(history, clock)
    , m_conditions(link)
    , m_payout(keys, link)
    , m_sharing(link, m_payout)
    , m_wallet(link, keys, desk, settings)
    , m_words(keys)
    , m_send(link, keys, desk)
    , m_autoSettler(desk, [&keys](std::function<void(Result<SecretKey>)> done) { keys.withKey(std::move(done)); }, clock)
    , m_autoSettle(m_autoSettler, keys, m_wallet, settings)
    , m_log(link)
    , m_checks(supervisor, link, keys, history, clock)
    , m_settings(settings)
    , m_settingsModel(settings, history, autostart, profile)
    , m_demo(demo)
{
    // The last machine's history is there before, and without, its engine.
    const auto takeMachine = [this](const MachineId& machine) {
        m_overviewEarnings.setThisComputer(machine);
        m_earnings.setThisComputer(machine);
        m_uptime.setMachine(machine);
    };
    connect(&m_checks, &ChecksModel::pageWanted, this, &AppModel::setPage);
    // One list of what needs somebody, for every page.
    const auto tellWell = [this] { m_machine.setOthersWell(m_checks.needs().isEmpty() && m_payout.problem().isEmpty()); };
    connect(&m_checks, &ChecksModel::changed, this, tellWell);
    connect(&m_payout, &PayoutModel::changed, this, tellWell);
    m_checking.setInterval(CheckEveryMs);
    connect(&m_checking, &QTimer::timeout, &m_checks, &ChecksModel::run);
    m_checking.start();
    connect(&link, &EngineLink::ready, &m_checks, &ChecksModel::run);
    takeMachine(MachineId::fromHex(m_settings.value(QStringLiteral("machine")).toString()).value_or(MachineId()));
    connect(&link, &EngineLink::ready, this, [this, &link, takeMachine] {
        takeMachine(link.status()->machine);
        m_settings.setValue(QStringLiteral("machine"), link.status()->machine.hex());
    });
    for (const EarningsModel* model : { &m_overviewEarnings, &m_earnings })
        connect(model, &EarningsModel::damaged, this, &AppModel::historyDamaged);
    refreshHistory();
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, this, &AppModel::refreshHistory);
    m_minute.start();
}

void AppModel::setHistoryNotice(const QString& notice)
{
    if (notice == m_historyNotice)
        return;
    m_historyNotice = notice;
    Q_EMIT historyNoticeChanged();
}

void AppModel::setTray(bool there)
{
    m_tray = there;
    Q_EMIT trayChanged();
}

QStringList AppModel::pages()
{
    return { QStringLiteral("overview"), QStringLiteral("earnings"), QStringLiteral("machines"), QStringLiteral("sharing"), QStringLiteral("wallet"),
        QStringLiteral("support"), QStringLiteral("settings") };
}

void AppModel::setPage(const QString& page)
{
    if (page == m_page || !pages().contains(page))
        return;
    m_page = page;
    Q_EMIT pageChanged();
}

bool AppModel::isRightToLeft() { return QGuiApplication::layoutDirection() == Qt::RightToLeft; }

void AppModel::copy(const QString& text) const { QGuiApplication::clipboard()->setText(text); }

void AppModel::quit(bool keepSharing) { Q_EMIT quitRequested(keepSharing); }

void AppModel::refreshHistory()
{
    m_overviewEarnings.refresh();
    m_earnings.refresh();
    m_uptime.refresh();
    if (m_page == QLatin1String("wallet"))
        m_wallet.refresh(); // vouchers came, or the fee is a minute old
}

} // namespace surplus
