// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/account.h"

namespace surplus {

Money moneyOf(Amount accepted, const ChannelFunds& funds)
{
    const auto part = [](qint64& left, Amount wanted) {
        const qint64 taken = std::clamp<qint64>(wanted.nano(), 0, left);
        left -= taken;
        return Amount::fromNano(taken);
    };
    qint64 left = accepted.nano();
    Money money;
    money.earned = accepted;
    money.settled = part(left, funds.settled);
    money.secured = part(left, funds.assured);
    money.bounced = part(left, funds.bounced);
    money.pending = Amount::fromNano(left);
    return money;
}

Money Account::money() const
{
    Money sum;
    for (auto channel = channels.begin(); channel != channels.end(); ++channel)
        sum = sum.plus(moneyOf(channel->accepted, funds.value(channel.key())));
    return sum;
}

qint64 Account::exposedNano() const
{
    return accepted.nano() - money().settled.nano() + std::max<qint64>(0, debtNano());
}

qint64 Account::uncoveredNano() const
{
    // What is left of a reserve after its own vouchers covers what is owed: the next voucher will be for it.
    qint64 spare = 0;
    for (auto fund = funds.begin(); fund != funds.end(); ++fund) {
        const qint64 unsettled = channels.value(fund.key()).accepted.nano() - fund->settled.nano();
        spare += std::max<qint64>(0, fund->assured.nano() - std::max<qint64>(0, unsettled));
    }
    const Money all = money();
    return all.pending.nano() + all.bounced.nano() + std::max<qint64>(0, std::max<qint64>(0, debtNano()) - spare);
}

void Exposure::add(const QString& network, const Share& share)
{
    Share& sum = m_networks[network];
    for (Share* of : { &m_total, &sum }) {
        of->exposed += share.exposed;
        of->uncovered += share.uncovered;
        of->unproven += share.unproven;
        of->accounts += share.accounts;
    }
    if (sum.exposed == 0 && sum.uncovered == 0 && sum.unproven == 0 && sum.accounts == 0)
        m_networks.remove(network);
}

void Exposure::update(const Account& account)
{
    Counted counted { account.network,
        { static_cast<Wide>(account.exposedNano()), static_cast<Wide>(account.uncoveredNano()), static_cast<Wide>(account.unprovenNano()),
            account.id != 0 ? 1 : 0 } };
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
    add(network, { 0 - share.exposed, 0 - share.uncovered, 0 - share.unproven, -share.accounts }); // exact: unsigned sums wrap back
}

} // namespace surplus
