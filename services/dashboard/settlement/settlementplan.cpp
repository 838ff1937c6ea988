// SPDX-License-Identifier: GPL-3.0-or-later
// What can be settled, and what it would bring and cost: a part of Settler.
#include "services/dashboard/settlement/settler.h"

#include <QHash>
#include <algorithm>

namespace surplus {

namespace {
constexpr quint64 EntryGas = 60'000; ///< about what one more entry costs (measured: 100 take 5.4 million)

Amount sum(Amount a, Amount b) { return a.plus(b).value_or(a); }

struct Entry {
    Settleable channel;
    Voucher voucher; ///< that is cashed
    U256 paid; ///< before
    U256 payable; ///< now
    Amount worth; ///< of it, what is earned
};

Amount worthOf(const Entry& entry, const ChainSpec& spec)
{
    const Amount payable = spec.toNanoFloor(entry.payable);
    if (!entry.channel.earned)
        return payable;
    const qint64 unsettled = entry.channel.earned->nano() - spec.toNanoFloor(entry.paid).nano();
    return Amount::fromNano(std::clamp<qint64>(unsettled, 0, payable.nano()));
}
} // namespace

Result<std::optional<QList<U256>>> Settler::simulate(const QList<Voucher>& vouchers)
{
    const auto answer = m_client.call(m_client.config().spec.factory, contracts::settle(vouchers));
    if (!answer && answer.error().code != QLatin1String("chain.reverted"))
        return tl::unexpected(answer.error());
    return answer ? contracts::readPayouts(*answer, vouchers.size()) : std::nullopt;
}

Result<SettlementPlan> Settler::plan(
    const QList<Settleable>& channels, const Address& payout, const Address& payer, std::optional<Amount> tokensPerCoin)
{
    const ChainSpec& spec = m_client.config().spec;
    SettlementPlan plan;
    plan.payout = payout;
    QHash<contracts::ChannelRef, Settleable> known; // two machines' dashboards may both hold one
    for (const Settleable& channel : channels) {
        const Voucher& voucher = channel.highest;
        if (voucher.beneficiary != payout || voucher.cumulative == 0)
            continue;
        const contracts::ChannelRef ref { voucher.chequebook, voucher.beneficiary, voucher.machine };
        if (const auto held = known.find(ref); held != known.end())
            held->merge(channel);
        else
            known.insert(ref, channel);
    }
    const QList<contracts::ChannelRef> refs = known.keys();
    plan.channels = static_cast<int>(refs.size());
    const auto states = readChannels(m_client, refs);
    if (!states)
        return tl::unexpected(states.error());
    QList<Entry> entries;
    QHash<Address, U256> free; // of each chequebook, shared by its channels
    for (qsizetype i = 0; i < refs.size(); ++i) {
        const contracts::ChannelState& state = (*states)[i];
        Entry entry { known.value(refs[i]), {}, state.paid, {}, {} };
        entry.voucher = entry.channel.best().cumulative > state.paid ? entry.channel.best() : entry.channel.highest;
        const Amount earned = entry.channel.earned.value_or(spec.toNanoFloor(entry.voucher.cumulative));
        if (!state.deployed)
            plan.waiting = sum(plan.waiting, earned);
        if (!state.deployed || entry.voucher.cumulative <= state.paid || earned <= spec.toNanoFloor(state.paid))
            continue; // what is paid covers what is earned: what was promised ahead is not asked for
        const U256 due = entry.voucher.cumulative - state.paid;
        const U256 own = std::min(due, state.reserve);
        U256& rest = free.contains(entry.voucher.chequebook) ? free[entry.voucher.chequebook] : *free.insert(entry.voucher.chequebook, state.free);
        const U256 shared = std::min(U256(due - own), rest);
        rest -= shared;
        entry.payable = own + shared;
        entry.worth = worthOf(entry, spec);
        entries.append(entry);
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.worth > b.worth; });
    const auto price = m_client.gasPriceNow();
    if (!price)
        return tl::unexpected(price.error());
    if (tokensPerCoin) { // what one more entry costs, as tokens: wei × tokens per coin ÷ 10¹⁸
        const U256 fee = *price * EntryGas * static_cast<quint64>(std::max<qint64>(tokensPerCoin->nano(), 0)) / U256(1'000'000'000'000'000'000ULL);
        plan.ownFee = Amount::fromNano(static_cast<qint64>(std::min(fee, U256(std::numeric_limits<qint64>::max()))));
    }
    QList<Entry> chosen;
    const auto leaveOut = [&](const Entry& entry) {
        const qint64 unsettled = entry.channel.earned.value_or(spec.toNanoFloor(entry.voucher.cumulative)).nano() - spec.toNanoFloor(entry.paid).nano();
        plan.waiting = sum(plan.waiting, Amount::fromNano(std::max<qint64>(unsettled, 0)));
        if (entry.worth.nano() > 0 && entry.worth <= plan.ownFee)
            plan.tooDear = sum(plan.tooDear, entry.worth);
    };
    for (const Entry& entry : std::as_const(entries)) {
        if (entry.worth <= plan.ownFee || chosen.size() >= contracts::MaxEntries)
            leaveOut(entry);
        else
            chosen.append(entry);
    }
    // What they would really be paid: a signature that doesn't fit, or a token with ways of its own, shows here.
    for (bool again = !chosen.isEmpty(); again;) {
        QList<Voucher> vouchers;
        for (const Entry& entry : std::as_const(chosen))
            vouchers.append(entry.voucher);
        const auto payouts = simulate(vouchers);
        if (!payouts)
            return tl::unexpected(payouts.error());
        again = false;
        QList<Entry> kept;
        for (qsizetype i = 0; i < chosen.size(); ++i) {
            Entry& entry = chosen[i];
            if (*payouts) {
                entry.payable = (**payouts)[i];
                entry.worth = worthOf(entry, spec);
            }
            if (entry.worth > plan.ownFee) {
                kept.append(entry);
            } else if (entry.voucher != entry.channel.highest) {
                entry.voucher = entry.channel.highest; // the covering one can't be cashed: the highest may
                kept.append(entry);
                again = true;
            } else {
                leaveOut(entry);
                again = true; // what it was to be paid is free for others
            }
        }
        chosen = kept;
        again &= !chosen.isEmpty();
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const Entry& a, const Entry& b) { return a.worth > b.worth; });
    for (const Entry& entry : std::as_const(chosen)) {
        const Amount payable = spec.toNanoFloor(entry.payable);
        plan.vouchers.append(entry.voucher);
        plan.payable.append(payable);
        plan.paid.append(entry.paid);
        plan.amount = sum(plan.amount, payable);
        plan.ahead = sum(plan.ahead, Amount::fromNano(payable.nano() - entry.worth.nano()));
        plan.uncovered = sum(plan.uncovered, spec.toNanoFloor(entry.voucher.cumulative - entry.paid - std::min(U256(entry.voucher.cumulative - entry.paid), entry.payable)));
    }
    const auto balance = m_client.balance(payer);
    if (!balance)
        return tl::unexpected(balance.error());
    plan.balance = *balance;
    if (plan.isEmpty())
        return plan;
    const auto gas = m_client.offer(payer, spec.factory, contracts::settle(plan.vouchers));
    if (!gas)
        return tl::unexpected(gas.error());
    plan.gas = *gas;
    plan.expectedFee = *price * (gas->gas * 5 / 6); // without the margin
    if (tokensPerCoin && plan.amount.nano() > 0) {
        const double coins = static_cast<double>(plan.gas.cap()) / 1e18; // for a share that is shown, not for money
        plan.share = coins * static_cast<double>(tokensPerCoin->nano()) / static_cast<double>(plan.amount.nano());
    }
    return plan;
}

} // namespace surplus
