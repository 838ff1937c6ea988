// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/account.h"


namespace surplus {

void Exposure::add(const QString& network, const Share& share)
{
    Share& sum = m_networks[network];
    for (Share* of : { &m_total, &sum }) {
        of->exposed += share.exposed;
        of->unproven += share.unproven;
        of->accounts += share.accounts;
    }
    if (sum.exposed == 0 && sum.unproven == 0 && sum.accounts == 0)
        m_networks.remove(network);
}

void Exposure::update(const Account& account)
{
    const auto owed = static_cast<Wide>(std::max<qint64>(account.debtNano(), 0));
    Counted counted { account.network,
        { static_cast<Wide>(account.accepted.nano()) + owed, static_cast<Wide>(account.unprovenNano()), account.id != 0 ? 1 : 0 } };
    remove(account.chequebook);
    add(counted.network, counted.share);
    m_counted.insert(account.chequebook, std::move(counted));
}

void Exposure::remove(const Address& chequebook)
{
    const auto before = m_counted.constFind(chequebook);
    if (before == m_counted.constEnd())
        return;
    const auto [network, share] = *before;
    m_counted.erase(before);
    add(network, { 0 - share.exposed, 0 - share.unproven, -share.accounts }); // exact: unsigned sums wrap back
}

} // namespace surplus
