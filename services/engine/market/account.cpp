// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/account.h"

#include "services/common/core/parse.h"

#include <QStringList>
#include <limits>

namespace surplus {

Money moneyOf(Amount earned, const ChannelFunds& funds)
{
    const auto part = [](qint64& left, Amount wanted) {
        const qint64 taken = std::clamp<qint64>(wanted.nano(), 0, left);
        left -= taken;
        return Amount::fromNano(taken);
    };
    qint64 left = earned.nano();
    Money money;
    money.earned = earned;
    money.settled = part(left, funds.settled);
    money.secured = part(left, funds.assured);
    money.bounced = part(left, funds.bounced);
    money.pending = Amount::fromNano(left);
    money.receivedAhead = Amount::fromNano(std::max<qint64>(0, funds.settled.nano() - earned.nano()));
    return money;
}

WideSigned Account::accepted() const
{
    WideSigned sum = 0;
    for (const Channel& channel : channels)
        sum += channel.accepted.nano();
    return sum;
}

WideSigned Account::earned() const
{
    WideSigned sum = 0;
    for (const Channel& channel : channels)
        sum += channel.earned.nano();
    return sum;
}

WideSigned Account::unearned() const
{
    return std::max<WideSigned>(0, static_cast<WideSigned>(due.nano()) + recovered.nano() + prepaid.nano() - earned());
}

WideSigned Account::open() const
{
    WideSigned sum = prepaid.nano();
    for (const Channel& channel : channels)
        sum += channel.open().nano();
    return sum;
}

Money Account::money() const
{
    Money sum;
    for (auto channel = channels.begin(); channel != channels.end(); ++channel)
        sum = sum.plus(moneyOf(channel->earned, funds.value(channel.key())));
    return sum;
}

Amount Account::paid() const
{
    const Money all = money();
    return all.settled.plus(all.secured).value_or(all.settled);
}

WideSigned Account::cover(const Address& beneficiary) const
{
    return channels.value(beneficiary).spare(funds.value(beneficiary)) - std::max<WideSigned>(0, unearned() - prepaid.nano());
}

WideSigned Account::uncovered(WideSigned more) const
{
    // What is left of a reserve after what was earned on it covers what is used: the next voucher will be for it.
    WideSigned spare = 0;
    for (auto fund = funds.begin(); fund != funds.end(); ++fund)
        spare += std::max<WideSigned>(0, channels.value(fund.key()).spare(*fund));
    const Money all = money();
    return static_cast<WideSigned>(all.pending.nano()) + all.bounced.nano() + std::max<WideSigned>(0, unearned() + more - prepaid.nano() - spare);
}

WideSigned Account::exposed() const
{
    const Money all = money();
    return static_cast<WideSigned>(all.earned.nano()) - all.settled.nano() + std::max<WideSigned>(0, unearned() - prepaid.nano());
}

bool Account::isBacked() const
{
    if (recovered.nano() > 0 || paidThen.nano() > 0 || paidLater.nano() > 0)
        return true;
    return std::any_of(funds.keyValueBegin(), funds.keyValueEnd(), [this](const auto& of) {
        return of.second.isAny() || (of.second.free.nano() > 0 && channels.value(of.first).earned.nano() > 0);
    });
}

void Account::spreadDelivered()
{
    WideSigned known = 0;
    for (const Delivered& part : std::as_const(delivered))
        known += part.nano;
    const WideSigned now = uncovered();
    if (now > known) {
        if (delivered.isEmpty() || delivered.last().network != network)
            delivered.append({ network, 0 });
        delivered.last().nano += now - known;
    }
    for (WideSigned paidOff = known - now; paidOff > 0 && !delivered.isEmpty();) {
        const WideSigned taken = std::min(paidOff, delivered.first().nano);
        delivered.first().nano -= taken;
        paidOff -= taken;
        if (delivered.first().nano == 0)
            delivered.removeFirst();
    }
    if (delivered.size() > MostNetworks) {
        delivered[1].nano += delivered.first().nano;
        delivered.removeFirst();
    }
}

QString Account::deliveredText() const
{
    QStringList parts;
    for (const Delivered& part : delivered) {
        const auto nano = static_cast<qint64>(std::min<WideSigned>(part.nano, std::numeric_limits<qint64>::max()));
        parts.append(part.network.text() + u'=' + QString::number(nano));
    }
    return parts.join(u' ');
}

void Account::setDelivered(const QString& text)
{
    delivered.clear();
    for (const QString& part : text.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype sign = part.lastIndexOf(u'=');
        const auto nano = Amount::fromWire(part.mid(sign + 1));
        if (sign >= 0 && nano && nano->nano() > 0)
            delivered.append({ Network(part.left(sign)), nano->nano() });
    }
}

void Exposure::add(const Part& part, int sign)
{
    const auto& [network, share] = part;
    const auto addTo = [&](Share& sum) {
        sum.exposed += sign * share.exposed;
        sum.uncovered += sign * share.uncovered;
        sum.unpromised += sign * share.unpromised;
        sum.accounts += sign * share.accounts;
        return sum.exposed == 0 && sum.uncovered == 0 && sum.unpromised == 0 && sum.accounts == 0;
    };
    addTo(m_total);
    if (addTo(m_networks[network.text()]))
        m_networks.remove(network.text());
    if (const QString wide = network.wide(); !wide.isEmpty() && addTo(m_wides[wide]))
        m_wides.remove(wide);
}

void Exposure::update(Account& account)
{
    account.spreadDelivered();
    QList<Part> parts { { account.network, { account.exposed(), 0, 0, account.id != 0 ? 1 : 0 } } };
    WideSigned unpromised = account.unpromised();
    for (auto part = account.delivered.crbegin(); part != account.delivered.crend(); ++part) {
        const WideSigned newest = std::min(unpromised, part->nano); // vouchers pay for the oldest first
        unpromised -= newest;
        parts.append({ part->network, { 0, part->nano, newest, 0 } });
    }
    if (account.onItsWay > 0)
        parts.append({ account.sendingTo, { 0, 0, account.unpromised(account.onItsWay) - account.unpromised(), 0 } });
    remove(account.chequebook);
    for (const Part& part : std::as_const(parts))
        add(part, 1);
    m_counted.insert(account.chequebook, std::move(parts));
}

void Exposure::remove(const Address& chequebook)
{
    const QList<Part> before = m_counted.take(chequebook);
    for (const Part& part : before)
        add(part, -1);
}

} // namespace surplus
