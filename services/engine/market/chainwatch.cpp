// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/chainwatch.h"

#include "services/common/core/posted.h"

#include <QLoggingCategory>
#include <chrono>
#include <limits>

namespace surplus {

Q_LOGGING_CATEGORY(lcChain, "surplus.chain")

ChannelFunds fundsOf(const ChainSpec& chain, const contracts::ChannelState& latest, const contracts::ChannelState& deep)
{
    // What was paid in blocks that are not deep yet came off the reserve, and is not called settled so early.
    const U256 onItsWay = latest.paid > deep.paid ? U256(latest.paid - deep.paid) : U256(0);
    const U256 assured = std::min(deep.reserve, U256(latest.assured() + onItsWay));
    return { chain.toNanoFloor(deep.paid), chain.toNanoFloor(assured), chain.toNanoFloor(latest.bounced), 0, -1, chain.toNanoFloor(latest.free) };
}

ChainWatch::ChainWatch(ChainConfig config, Ledger& ledger, const Clock& clock, QObject* parent)
    : QThread(parent), m_config(std::move(config)), m_ledger(ledger), m_clock(clock)
{
    m_steady.start();
    m_status.used = m_config.isUsable();
    m_status.name = m_config.name;
    m_status.coin = m_config.coin;
    if (m_status.used)
        start();
}

ChainWatch::~ChainWatch()
{
    requestInterruption();
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    wait();
}

ChainStatus ChainWatch::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void ChainWatch::lookSoon()
{
    {
        const std::lock_guard lock(m_mutex);
        m_agenda.wantAll();
    }
    m_wake.notify_all();
}

void ChainWatch::lookAt(const Address& chequebook, const Network& network)
{
    {
        const std::lock_guard lock(m_mutex);
        m_agenda.hello(chequebook, network);
    }
    m_wake.notify_all();
}

Result<void> ChainWatch::look(EvmClient& client, const ChainAgenda::Look& what)
{
    const auto newest = client.blockNumber();
    if (!newest)
        return tl::unexpected(newest.error());
    if (const qint64 now = m_clock.steadyMs(); m_timeRead == 0 || now - m_timeRead > ReadTimeEveryMs) {
        if (const auto time = client.blockTime()) {
            m_timeRead = now;
            Q_EMIT timeRead(*time);
        }
    }
    const QList<Ledger::Watched> all = m_ledger.watched(std::numeric_limits<qsizetype>::max());
    QList<Ledger::Watched> watched;
    {
        const std::lock_guard lock(m_mutex);
        watched = m_agenda.choose(what, all, MaxChannels);
    }
    QList<contracts::ChannelRef> refs;
    for (const Ledger::Watched& channel : watched)
        refs.append({ channel.chequebook, channel.beneficiary, m_ledger.machine() });
    if (refs.isEmpty())
        return {};
    const auto latest = readChannels(client, refs);
    if (!latest)
        return tl::unexpected(latest.error());
    const qint64 depth = *newest - m_config.confirmations + 1;
    auto deep = depth >= 0 ? readChannels(client, refs, depth) : Result<QList<contracts::ChannelState>>(QList<contracts::ChannelState>(refs.size()));
    if (!deep && deep.error().code == QLatin1String("chain.contract"))
        deep = QList<contracts::ChannelState>(refs.size()); // the factory is younger than that: nothing is deep
    if (!deep)
        return tl::unexpected(deep.error());
    QList<std::pair<Ledger::Watched, ChannelFunds>> funds;
    for (qsizetype i = 0; i < refs.size(); ++i)
        funds.append({ watched[i], fundsOf(m_config.spec, (*latest)[i], (*deep)[i]) });
    m_ledger.setFunds(funds);
    return {};
}

void ChainWatch::run()
{
    EvmClient client(m_config);
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        const auto what = m_agenda.due(steadyMs());
        if (!what) {
            m_wake.wait_for(lock, std::chrono::milliseconds(m_agenda.dueIn(steadyMs())));
            continue;
        }
        lock.unlock();
        const auto looked = look(client, *what);
        lock.lock();
        if (m_ending)
            break;
        const bool news = m_status.problem.isEmpty() != looked.has_value() || m_status.seen == 0;
        m_status.problem = looked ? QString() : looked.error().message;
        if (looked)
            m_status.seen = m_clock.now();
        if (news && !looked)
            qCWarning(lcChain).noquote() << looked.error().message << "Service goes on within the limits, with what the chain said last.";
        else if (news)
            qCInfo(lcChain).noquote() << "the chain" << m_config.name << "answers";
        lock.unlock();
        Q_EMIT changed();
        lock.lock();
    }
}

} // namespace surplus
