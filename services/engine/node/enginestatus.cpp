// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine says of itself: a part of Engine.
#include "services/common/api/methods.h"
#include "services/common/crypto/keccak.h"
#include "services/engine/node/engine.h"
#include "services/engine/node/ownaddress.h"

#include <QCoreApplication>

namespace surplus {

ShareState Engine::shareState(Reason& reason) const
{
    reason = Reason::None;
    if (m_ledger->beneficiary().isNull())
        reason = Reason::Payout;
    else if (m_settings->folder().isEmpty())
        reason = Reason::Folder;
    else if (!m_settings->isEnabled())
        reason = Reason::Off;
    else if (!m_storage->problem().isEmpty())
        reason = Reason::Disk;
    if (reason != Reason::None)
        return ShareState::Idle;
    if (m_pauses.isEmpty())
        return ShareState::Sharing;
    reason = m_pauses.first().reason;
    return ShareState::Paused;
}

QString Engine::providerText() const
{
    const QString host = m_config.announceHost.isEmpty() ? ownAddress(m_config.listen) : m_config.announceHost;
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
    status.storage.servePublic = m_settings->servesPublic();
    status.credit = m_credit;
    status.storage.monthlyCap = m_settings->monthlyCap();
    status.storage.resetDay = m_settings->resetDay();
    status.storage.monthTraffic = m_month.bytes;
    status.storage.keepPrice = m_market->prices().keep;
    status.storage.retrievePrice = m_market->prices().retrieve;
    status.data = m_data;
    status.problems = problemsOf(status);
    return status;
}

void Engine::announceChange()
{
    if (m_control && !m_announce.isActive())
        m_announce.start();
}

void Engine::announce()
{
    QJsonObject json = status().toJson();
    json.remove(QStringLiteral("now"));
    if (json == m_lastAnnounced)
        return;
    m_lastAnnounced = json;
    m_control->broadcast(Role::Viewer, QStringLiteral("engine.changed"), status().toJson());
}

} // namespace surplus
