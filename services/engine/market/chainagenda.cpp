// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/chainagenda.h"

#include <algorithm>

namespace surplus {

void ChainAgenda::hello(const Address& chequebook, const Network& network)
{
    const QuotaHit hit = m_waiting.hit(chequebook.raw(), network, 1);
    if (hit != QuotaHit::None && hit != QuotaHit::All)
        return;
    m_waiting.add(chequebook.raw(), network, 1);
    m_callers.append({ chequebook, network });
    if (hit != QuotaHit::All)
        return;
    sortByTurn(); // the last of the addresses with most make room
    while (m_callers.size() > Callers.inAll - CallersPerLook) {
        const Caller last = m_callers.takeLast();
        m_waiting.remove(last.chequebook.raw(), last.network, 1);
    }
}

void ChainAgenda::sortByTurn()
{
    QHash<QString, qint64> before;
    for (Caller& caller : m_callers) {
        const QString wide = caller.network.wide();
        caller.turn = std::max(before[caller.network.text()]++, wide.isEmpty() ? 0 : before[wide]++ / QuotaBounds::NetworksPerWide);
    }
    std::stable_sort(m_callers.begin(), m_callers.end(), [](const Caller& a, const Caller& b) { return a.turn < b.turn; });
}

qint64 ChainAgenda::creditAt(qint64 now) const
{
    return std::min(HelloBurst * HelloEveryMs, m_credit + std::max<qint64>(0, now - m_creditAt));
}

std::optional<ChainAgenda::Look> ChainAgenda::due(qint64 now)
{
    if (now - m_looked < LeastMs)
        return std::nullopt;
    Look look;
    if (m_wanted || now - m_lookedAtAll >= AllEveryMs) {
        look.all = true;
        m_wanted = false;
        m_lookedAtAll = now;
    } else if (m_callers.isEmpty() || creditAt(now) < HelloEveryMs) {
        return std::nullopt;
    } else {
        m_credit = creditAt(now) - HelloEveryMs;
        m_creditAt = now;
    }
    // A look at all takes the next callers with it: it costs no request more.
    const qsizetype count = std::min(CallersPerLook, m_callers.size());
    sortByTurn();
    for (const Caller& caller : std::as_const(m_callers).first(count)) {
        look.callers.insert(caller.chequebook);
        m_waiting.remove(caller.chequebook.raw(), caller.network, 1);
    }
    m_callers.remove(0, count);
    m_looked = now;
    return look;
}

qint64 ChainAgenda::dueIn(qint64 now) const
{
    qint64 at = m_lookedAtAll + AllEveryMs;
    if (m_wanted)
        at = now;
    else if (!m_callers.isEmpty())
        at = std::min(at, now + std::max<qint64>(0, HelloEveryMs - creditAt(now)));
    return std::max<qint64>({ 1, at - now, m_looked + LeastMs - now });
}

QList<Ledger::Watched> ChainAgenda::choose(const Look& look, const QList<Ledger::Watched>& watched, qsizetype most)
{
    QList<Ledger::Watched> chosen;
    QList<Ledger::Watched> others;
    for (const Ledger::Watched& channel : watched) {
        if (look.callers.contains(channel.chequebook) || (look.all && channel.hasFunds))
            chosen.append(channel);
        else if (look.all)
            others.append(channel);
    }
    const qsizetype turns = std::min({ UnfundedPerLook, others.size(), std::max<qsizetype>(0, most - chosen.size()) });
    for (qsizetype i = 0; i < turns; ++i)
        chosen.append(others[(m_turn + i) % others.size()]);
    m_turn += turns;
    return chosen.mid(0, most);
}

} // namespace surplus
