// SPDX-License-Identifier: GPL-3.0-or-later
// How much is served before it is paid: a part of Ledger.
#include "services/common/core/durations.h"
#include "services/engine/market/ledger.h"

#include <algorithm>
#include <limits>

namespace surplus {

namespace {
constexpr qint64 DailyGrace = 1024 * 1024; // bytes forgiven a day, MONEY.md "Serving on credit"
}

WideSigned Ledger::worth(qint64 bytes, Amount price) const
{
    return static_cast<WideSigned>(bytes) * std::max<qint64>(price.nano(), 0) / BytesPerGigabyte;
}

WideSigned Ledger::window(const Account& account, Amount price) const
{
    const Amount of = std::max(price, m_retrievePrice);
    return std::max<WideSigned>(1, std::min(worth(m_limits.firstWindow, of) + account.paid().nano() / 4, worth(m_limits.largestWindow, of)));
}

Service Ledger::decide(const Account& account, Amount price, WideSigned more, WideSigned begun) const
{
    if (account.funds.value(m_beneficiary).bounced.nano() > 0)
        return Service::Refused; // until it is covered and was paid out
    if (!isTrial()
        && (account.exposed() >= m_limits.exposurePerCustomer.nano() || m_exposure.total().exposed >= m_limits.exposureTotal.nano()))
        return Service::Refused;
    const WideSigned taken = account.onItsWay + more;
    if (account.cover(m_beneficiary) - taken <= 0)
        return decideUnfunded(account, price, more, begun);
    if (price.nano() == 0)
        return Service::Go;
    return account.debt() + taken < window(account, price) ? Service::Go : Service::Wait;
}

Service Ledger::decideUnfunded(const Account& account, Amount price, WideSigned more, WideSigned begun) const
{
    if (!m_limits.serveUnfunded)
        return Service::Refused;
    if (!isTrial()
        && (account.uncovered() >= m_limits.unfundedPerCustomer.nano()
            || m_exposure.of(account.network).uncovered >= m_limits.unfundedPerAddress.nano()
            || m_exposure.ofWide(account.network).uncovered >= static_cast<WideSigned>(m_limits.unfundedPerAddress.nano()) * QuotaBounds::NetworksPerWide
            || m_exposure.total().uncovered >= m_limits.unfundedTotal.nano()))
        return Service::Refused;
    const WideSigned debt = account.debt() + account.onItsWay + more;
    if (price.nano() == 0 || debt < 0)
        return Service::Go;
    // New keys are free: what is owed and not promised comes from allowances that all of an address, and all of the world,
    // share. Once those are used, whoever promises nothing ahead waits.
    const WideSigned first = std::max<WideSigned>(1, worth(m_limits.firstWindow, std::max(price, m_retrievePrice)));
    // What is on its way to all of them counts; one's own as a window at most, or where that is small nothing could ever begin.
    const WideSigned shared = more < 0 ? std::min<WideSigned>(0, more + first) : std::max(more, std::min(begun, first) - 1);
    if (m_exposure.of(account.network).unpromised + shared >= first * WindowsPerNetwork
        || m_exposure.ofWide(account.network).unpromised + shared >= first * WindowsPerNetwork * QuotaBounds::NetworksPerWide
        || m_exposure.total().unpromised + shared >= first * WindowsInAll)
        return Service::Wait;
    return debt < std::min(first, window(account, price)) ? Service::Go : Service::Wait;
}

bool Ledger::isUsedUp(const Account& account, Amount price) const
{
    const WideSigned most = window(account, price);
    if (account.cover(m_beneficiary) > 0)
        return account.debt() >= most;
    return !m_limits.serveUnfunded || account.debt() >= std::min(most, worth(m_limits.firstWindow, std::max(price, m_retrievePrice)))
        || account.funds.value(m_beneficiary).bounced.nano() > 0
        || (!isTrial() && account.uncovered() >= m_limits.unfundedPerCustomer.nano());
}

std::optional<Error> Ledger::refusal(const Address& chequebook) const
{
    const std::lock_guard lock(m_mutex);
    const Account account = m_accounts.value(chequebook);
    if (account.funds.value(m_beneficiary).bounced.nano() > 0)
        return Error { QStringLiteral("customer.bounced"),
            QStringLiteral("A voucher of chequebook %1 was not covered when it was cashed. Deposit what is missing; service goes on once it was paid out.").arg(chequebook.hex0x()) };
    if (decide(account, m_retrievePrice) != Service::Refused)
        return std::nullopt;
    if (account.cover(m_beneficiary) <= 0 && !m_limits.serveUnfunded)
        return Error { QStringLiteral("customer.unfunded"),
            QStringLiteral("This provider serves only customers who have set money aside for it on the chain, and of chequebook %1 nothing (more) is set "
                           "aside. Set some aside (surplus-customer fund reserve), wait until the chain has confirmed it, and try again.").arg(chequebook.hex0x()) };
    return Error { QStringLiteral("customer.cap"),
        QStringLiteral("As much is owed to this provider as it allows without being paid out. Set money aside for it on the chain (surplus-customer fund reserve), or try again once it has settled.") };
}

void Ledger::recomputeDue(Account& account)
{
    WideSigned sum = account.closedDue.nano();
    for (const LeaseId& id : std::as_const(account.leases))
        sum += m_leases.constFind(id)->due().nano();
    account.due = Amount::fromNano(static_cast<qint64>(std::min<WideSigned>(sum, std::numeric_limits<qint64>::max())));
    m_exposure.update(account);
}

void Ledger::deliver(LeaseRecord& lease, Account& account, qint64 bytes)
{
    const qint64 before = lease.dueRetrieve().nano();
    lease.retrieved += bytes;
    account.due = account.due.plus(Amount::fromNano(lease.dueRetrieve().nano() - before)).value_or(account.due);
    m_exposure.update(account);
    touch(account);
    m_dirty.insert(lease.id);
}

Service Ledger::mayBegin(const LeaseId& id, qint64 bytes) const
{
    const std::lock_guard lock(m_mutex);
    const auto lease = m_leases.constFind(id);
    const auto account = lease == m_leases.constEnd() ? m_accounts.constEnd() : m_accounts.constFind(lease->chequebook);
    if (account == m_accounts.constEnd() || lease->state == LeaseState::Closed)
        return Service::Refused;
    if (account->cover(m_beneficiary) <= 0
        && m_sending.hit(account->chequebook.raw(), account->sending > 0 ? account->sendingTo : account->network, bytes) != QuotaHit::None)
        return Service::Wait;
    const WideSigned begun = worth(bytes, lease->retrievePrice);
    return decide(*account, lease->retrievePrice, account->onItsWay > 0 ? begun : 0, begun);
}

Service Ledger::meter(const LeaseId& id, qint64 bytes, qint64 held)
{
    const std::lock_guard lock(m_mutex);
    const auto lease = m_leases.find(id);
    if (lease == m_leases.end() || lease->state == LeaseState::Closed)
        return Service::Refused;
    const auto account = m_accounts.find(lease->chequebook);
    if (account == m_accounts.end())
        return Service::Refused;
    if (bytes > 0)
        deliver(*lease, *account, bytes);
    return decide(*account, lease->retrievePrice, -std::min<WideSigned>(account->onItsWay, worth(held, lease->retrievePrice)));
}

Service Ledger::take(const LeaseId& id, qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    const auto lease = m_leases.find(id);
    const auto account = lease == m_leases.end() ? m_accounts.end() : m_accounts.find(lease->chequebook);
    if (account == m_accounts.end() || lease->state == LeaseState::Closed)
        return Service::Refused;
    // Where one block is all that the window holds it is still served.
    const WideSigned more = std::min(worth(bytes, lease->retrievePrice), window(*account, lease->retrievePrice)) - 1;
    const Service service = decide(*account, lease->retrievePrice, std::max<WideSigned>(more, 0));
    if (service == Service::Go)
        deliver(*lease, *account, bytes);
    return service;
}

void Ledger::giveBack(const LeaseId& id, qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    const auto lease = m_leases.find(id);
    if (lease == m_leases.end())
        return;
    LeaseRecord less = *lease;
    less.retrieved = std::max<qint64>(0, lease->retrieved - bytes);
    if (less.dueRetrieve() < lease->paidRetrieve)
        return; // promised ahead and booked already: it stays with what is paid
    lease->retrieved = less.retrieved;
    recomputeDue(m_accounts[lease->chequebook]);
    m_dirty.insert(id);
}

Ledger::Sending Ledger::hold(const LeaseId& id, qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    const auto lease = m_leases.constFind(id);
    if (lease == m_leases.constEnd())
        return {};
    Account& account = m_accounts[lease->chequebook];
    const Sending more { account.chequebook, bytes, static_cast<qint64>(worth(bytes, lease->retrievePrice)) };
    if (account.sending == 0)
        account.sendingTo = account.network;
    account.sending += more.bytes;
    account.onItsWay += more.nano;
    m_sending.add(account.chequebook.raw(), account.sendingTo, more.bytes);
    m_exposure.update(account);
    return more;
}

void Ledger::letGo(const Sending& sending)
{
    const std::lock_guard lock(m_mutex);
    const auto account = m_accounts.find(sending.chequebook); // no account goes while it holds something
    if (account == m_accounts.end())
        return;
    m_sending.remove(account->chequebook.raw(), account->sendingTo, sending.bytes);
    account->sending -= sending.bytes;
    account->onItsWay -= sending.nano;
    m_exposure.update(*account);
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
    // What was promised is not forgiven: the gap can only be what is not.
    const auto unpaid = static_cast<qint64>(std::clamp<WideSigned>(account.debt(), 0, lease->dueRetrieve().nano() - lease->paidRetrieve.nano()));
    if (lease->retrievePrice.nano() <= 0 || unpaid <= 0)
        return 0;
    const qint64 unpaidBytes = static_cast<qint64>(
        static_cast<Wide>(unpaid) * BytesPerGigabyte / static_cast<Wide>(lease->retrievePrice.nano()));
    const Wide paidBytes = static_cast<Wide>(account.paid().nano()) * BytesPerGigabyte
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
    return account == m_accounts.constEnd() ? Amount() : view(*account).debt;
}

CustomerStanding Ledger::standing(const Address& chequebook) const
{
    const std::lock_guard lock(m_mutex);
    const auto account = m_accounts.constFind(chequebook);
    if (account == m_accounts.constEnd())
        return {};
    constexpr WideSigned Most = std::numeric_limits<qint64>::max();
    return { account->paidRecently(), static_cast<qint64>(std::clamp<WideSigned>(account->cover(m_beneficiary), 0, Most)) };
}

bool Ledger::isChainRead(const Address& chequebook) const
{
    const std::lock_guard lock(m_mutex);
    const auto account = m_accounts.constFind(chequebook);
    return account != m_accounts.constEnd() && account->hello > 0 && account->helloRead == account->hello;
}

} // namespace surplus
