// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/paying/funding.h"

#include "services/common/chain/abi.h"
#include "services/common/chain/network.h"

namespace surplus {

namespace {
constexpr int WaitMs = 10 * 60 * 1000;
}

Funding::Funding(Purse& purse, std::optional<U256> maxFee) : m_purse(purse), m_maxFee(maxFee), m_client(purse.chain()) { }

Address Funding::chequebook() const { return m_purse.chain().spec.chequebookOf(m_purse.key().address(), m_purse.salt()); }

Amount Funding::toAmount(const U256& baseUnits) const { return m_purse.chain().spec.toNanoFloor(baseUnits); }

Result<void> Funding::usable()
{
    if (m_checked)
        return {};
    if (m_purse.chain().isUsable()) {
        const auto right = checkNetwork(m_client);
        m_checked = right.has_value();
        return right;
    }
    return failure(QStringLiteral("fund.chain"),
        QStringLiteral("No chain is set up for this customer. Name a file with chainId, factory, initCodeHash, token, decimals, symbol and endpoints by --chain."));
}

Result<Funding::Done> Funding::send(const Address& to, const QByteArray& data)
{
    if (auto ready = usable(); !ready)
        return tl::unexpected(ready.error());
    const auto offer = m_client.offer(m_purse.key().address(), to, data);
    if (!offer)
        return tl::unexpected(offer.error());
    if (m_maxFee && offer->cap() > *m_maxFee)
        return failure(QStringLiteral("fund.fee"), QStringLiteral("The fee can be up to %1 %2, more than --max-fee allows. Nothing was sent.")
                           .arg(coinText(offer->cap()), m_purse.chain().coin));
    const auto pending = prepareTransaction(m_client, m_purse.key(), to, data, *offer);
    if (!pending)
        return tl::unexpected(pending.error());
    const auto receipt = sendAndWait(m_client, *pending, WaitMs);
    if (!receipt)
        return tl::unexpected(receipt.error());
    return Done { receipt->transaction, receipt->fee(), *receipt };
}

Result<Funding::Done> Funding::move(const Address& to, Amount amount, const std::function<QByteArray(const U256&)>& call)
{
    const auto units = m_purse.chain().spec.exactUnits(amount);
    return units ? send(to, call(*units)) : tl::unexpected(units.error());
}

Result<Funding::Done> Funding::deploy()
{
    return send(m_purse.chain().spec.factory, contracts::deploy(m_purse.key().address(), m_purse.salt()));
}

Result<Funding::Done> Funding::deposit(Amount amount)
{
    const ChainConfig& chain = m_purse.chain();
    const auto units = chain.spec.exactUnits(amount);
    if (!units)
        return tl::unexpected(units.error());
    if (auto ready = usable(); !ready)
        return tl::unexpected(ready.error());
    // A token may say no with a value instead of failing: then the network would take its fee for nothing.
    const QByteArray data = contracts::transfer(chequebook(), *units);
    const auto answer = m_client.call(chain.token, data, {}, m_purse.key().address());
    if (!answer)
        return tl::unexpected(answer.error());
    if (!answer->isEmpty() && AbiReader(*answer).number(0) != U256(1))
        return failure(QStringLiteral("fund.token"), QStringLiteral("The token %1 refuses the transfer. Your address may hold less than that. Nothing was sent.").arg(chain.spec.symbol));
    const auto done = send(chain.token, data);
    if (!done)
        return done;
    if (const U256 came = contracts::arrived(done->receipt, chain.token, chequebook()); came != *units)
        return failure(QStringLiteral("fund.token"),
            QStringLiteral("Of %1 %2 sent, %3 arrived in the chequebook (transaction %4). A token that takes a fee on transfers can't be set aside for a provider.")
                .arg(amount.toTokens(), chain.spec.symbol, toAmount(came).toTokens(), done->transaction.hex0x()));
    return done;
}

Result<Funding::Done> Funding::reserve(const Address& beneficiary, const MachineId& machine, Amount amount)
{
    return move(chequebook(), amount, [&](const U256& units) { return contracts::reserve({ chequebook(), beneficiary, machine }, units); });
}

Result<Funding::Done> Funding::announceDecrease(const Address& beneficiary, const MachineId& machine, Amount amount)
{
    return move(chequebook(), amount, [&](const U256& units) { return contracts::announceDecrease({ chequebook(), beneficiary, machine }, units); });
}

Result<Funding::Done> Funding::decrease(const Address& beneficiary, const MachineId& machine)
{
    return send(chequebook(), contracts::decrease({ chequebook(), beneficiary, machine }));
}

Result<Funding::Done> Funding::withdraw(Amount amount)
{
    return move(chequebook(), amount, [](const U256& units) { return contracts::withdraw(units); });
}

Result<Funding::Status> Funding::status()
{
    if (auto ready = usable(); !ready)
        return tl::unexpected(ready.error());
    Status status;
    const auto coin = m_client.balance(m_purse.key().address());
    const auto tokens = coin ? tokenBalance(m_client, m_purse.key().address()) : tl::unexpected(coin.error());
    const auto balance = tokens ? tokenBalance(m_client, chequebook()) : tl::unexpected(tokens.error());
    const auto channels = m_purse.channels(m_purse.chain().spec);
    if (!balance || !channels)
        return tl::unexpected(balance ? channels.error() : balance.error());
    QList<contracts::ChannelRef> refs { { chequebook(), {}, {} } }; // says whether it is deployed, and what is free
    for (const Voucher& voucher : *channels)
        refs.append({ voucher.chequebook, voucher.beneficiary, voucher.machine });
    const auto states = readChannels(m_client, refs);
    if (!states)
        return tl::unexpected(states.error());
    status.coin = *coin;
    status.tokens = toAmount(*tokens);
    status.balance = toAmount(*balance);
    status.deployed = states->first().deployed;
    status.free = toAmount(states->first().free);
    for (qsizetype i = 1; i < refs.size(); ++i)
        status.channels.append({ refs[i], (*states)[i], toAmount((*channels)[i - 1].cumulative) });
    return status;
}

} // namespace surplus
