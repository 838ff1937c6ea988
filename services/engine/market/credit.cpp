// SPDX-License-Identifier: GPL-3.0-or-later
// How much is served before it is paid: a part of Ledger.
#include "services/engine/market/ledger.h"

#include <algorithm>
#include <limits>

namespace surplus {

namespace {
constexpr qint64 DailyGrace = 1024 * 1024; // bytes forgiven a day, MONEY.md "Serving on credit"
constexpr qint64 DayMs = SecondsPerDay * 1000;
}

qint64 Ledger::windowBytes(const Account& account, Amount price) const
{
    if (price.nano() <= 0)
        return m_limits.largestWindow;
    const Wide paidBytes = static_cast<Wide>(std::max<qint64>(account.accepted.nano(), 0)) * BytesPerGigabyte
        / static_cast<Wide>(price.nano());
    const Wide grown = static_cast<Wide>(m_limits.firstWindow) + paidBytes / 4;
    return static_cast<qint64>(std::min(grown, static_cast<Wide>(m_limits.largestWindow)));
}

Service Ledger::decide(const Account& account, Amount price) const
{
    const ChannelFunds funds = account.funds.value(m_beneficiary);
    if (funds.bounced.nano() > 0)
        return Service::Refused; // until it is covered and was paid out
    if (account.exposedNano() >= m_limits.exposurePerCustomer.nano()
        || m_exposure.total().exposed >= static_cast<Wide>(m_limits.exposureTotal.nano()))
        return Service::Refused;
    if (account.uncoveredNano() == 0 && funds.assured.nano() > 0) {
        if (const Service service = decideFunded(account, funds, price); service != Service::Refused)
            return service;
    }
    if (!m_limits.serveUnfunded)
        return Service::Refused;
    const qint64 debt = account.debtNano();
    if (account.uncoveredNano() >= m_limits.unfundedPerCustomer.nano()
        || m_exposure.of(account.network).uncovered >= static_cast<Wide>(m_limits.unfundedPerAddress.nano())
        || m_exposure.total().uncovered >= static_cast<Wide>(m_limits.unfundedTotal.nano()))
        return Service::Refused;
    if (price.nano() == 0)
        return Service::Go;
    const auto worth = [&](qint64 bytes) {
        return Amount::due(static_cast<Wide>(bytes), price, BytesPerGigabyte)
            .value_or(Amount::fromNano(std::numeric_limits<qint64>::max() / StrangerWindows)).nano();
    };
    // New keys are free: what is owed beyond what was ever paid comes from one allowance per network. Once that is used,
    // whoever has no history pays first.
    if (debt >= account.accepted.nano()
        && m_exposure.of(account.network).unproven >= static_cast<Wide>(worth(m_limits.firstWindow) * StrangerWindows))
        return Service::Wait;
    return debt < worth(windowBytes(account, price)) ? Service::Go : Service::Wait;
}

Service Ledger::decideFunded(const Account& account, const ChannelFunds& funds, Amount price) const
{
    // The window, never beyond the channel's reserve less what is exposed.
    const qint64 unsettled = account.channels.value(m_beneficiary).accepted.nano() - funds.settled.nano();
    const qint64 left = funds.assured.nano() - std::max<qint64>(0, unsettled);
    if (left <= 0)
        return Service::Refused;
    if (price.nano() == 0)
        return Service::Go;
    const auto window = Amount::due(static_cast<Wide>(windowBytes(account, price)), price, BytesPerGigabyte);
    return account.debtNano() < std::min(left, window ? window->nano() : left) ? Service::Go : Service::Wait;
}

void Ledger::recomputeDue(Account& account)
{
    Amount sum = account.closedDue;
    for (const LeaseId& id : std::as_const(account.leases))
        sum = sum.plus(m_leases.constFind(id)->due()).value_or(sum);
    account.due = sum;
    m_exposure.update(account);
}

Service Ledger::meter(const LeaseId& id, qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    const auto lease = m_leases.find(id);
    if (lease == m_leases.end() || lease->state == LeaseState::Closed)
        return Service::Refused;
    const auto account = m_accounts.find(lease->chequebook);
    if (account == m_accounts.end())
        return Service::Refused;
    if (bytes > 0) {
        const qint64 before = lease->dueRetrieve().nano();
        lease->retrieved += bytes;
        account->due = account->due.plus(Amount::fromNano(lease->dueRetrieve().nano() - before)).value_or(account->due);
        m_exposure.update(*account);
        m_dirty.insert(id);
    }
    return decide(*account, lease->retrievePrice);
}

void Ledger::coverKept(const LeaseId& id, qint64 seconds)
{
    const std::lock_guard lock(m_mutex);
    const auto lease = m_leases.find(id);
    if (lease == m_leases.end() || seconds <= lease->keptSeconds)
        return;
    lease->keptSeconds = seconds;
    recomputeDue(m_accounts[lease->chequebook]);
    m_dirty.insert(id);
}

qint64 Ledger::forgive(const LeaseId& id, qint64 receivedByCustomer)
{
    const std::lock_guard lock(m_mutex);
    const auto lease = m_leases.find(id);
    if (lease == m_leases.end() || receivedByCustomer < 0 || lease->retrieved <= receivedByCustomer)
        return 0;
    Account& account = m_accounts[lease->chequebook];
    const qint64 today = m_clock.now() / DayMs;
    if (account.today != today) {
        account.today = today;
        account.forgivenToday = 0;
    }
    // What was paid for is not forgiven: the gap can only be what is not yet paid.
    const qint64 unpaid = lease->dueRetrieve().nano() - lease->paidRetrieve.nano();
    if (lease->retrievePrice.nano() <= 0 || unpaid <= 0)
        return 0;
    const qint64 unpaidBytes = static_cast<qint64>(
        static_cast<Wide>(unpaid) * BytesPerGigabyte / static_cast<Wide>(lease->retrievePrice.nano()));
    const Wide paidBytes = static_cast<Wide>(std::max<qint64>(account.accepted.nano(), 0)) * BytesPerGigabyte
        / static_cast<Wide>(lease->retrievePrice.nano());
    const auto onePercent = static_cast<qint64>(std::min<Wide>(paidBytes / 100, std::numeric_limits<qint64>::max() / 2));
    const qint64 ofPaid = std::max<qint64>(0, onePercent - account.forgivenOfPaid);
    // No more a day than it ever paid: or each new key would have a free MiB.
    const auto grace = static_cast<qint64>(std::min<Wide>(paidBytes, DailyGrace));
    const qint64 ofDay = std::max<qint64>(0, grace - account.forgivenToday);
    const qint64 gap = std::min(lease->retrieved - receivedByCustomer, unpaidBytes);
    const qint64 forgiven = std::min(gap, ofPaid + ofDay);
    const qint64 takenFromDay = std::min(forgiven, ofDay);
    account.forgivenToday += takenFromDay;
    account.forgivenOfPaid += forgiven - takenFromDay;
    lease->retrieved -= forgiven;
    recomputeDue(account);
    m_dirty.insert(id);
    return forgiven;
}

Amount Ledger::debt(const Address& chequebook) const
{
    const std::lock_guard lock(m_mutex);
    const auto account = m_accounts.constFind(chequebook);
    return account == m_accounts.constEnd() ? Amount() : Amount::fromNano(account->debtNano());
}

} // namespace surplus
