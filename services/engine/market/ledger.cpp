// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/ledger.h"

#include "services/common/crypto/keccak.h"
#include "services/engine/market/archive.h"

#include <QLoggingCategory>
#include <QSet>
#include <algorithm>
#include <future>
#include <limits>

namespace surplus {

Q_LOGGING_CATEGORY(lcLedger, "surplus.ledger")

namespace {
constexpr qint64 Left = 0; ///< no chain's number: another one was chosen, and takes over at the next start

/// Whether there is something that binds the ledger to its chain. What strangers promised, and nobody earned, does not: or
/// whoever signs a voucher for nothing would keep the owner from choosing.
bool isBound(Database& db)
{
    return db.prepare("SELECT 1 FROM leases WHERE state<>2 UNION ALL SELECT 1 FROM channels WHERE earned>0 OR settled>0 LIMIT 1").step();
}

/// Goes over to `chain`: promises on the other are worth nothing here.
void moveTo(Database& db, const ChainSpec& chain)
{
    for (const char* table : { "vouchers", "entries", "channels", "torrents", "leases", "accounts", "forgotten" })
        db.run((QByteArray("DELETE FROM ") + table).constData());
    db.prepare("UPDATE ledger SET chain=?").bind(static_cast<qint64>(chain.chainId)).run();
}
} // namespace

Ledger::Ledger(StoreWorker& store, ChainSpec chain, const MachineId& machine, const Clock& clock)
    : m_store(store), m_chain(std::move(chain)), m_machine(machine), m_clock(clock)
{
}

Result<std::unique_ptr<Ledger>> Ledger::open(
    StoreWorker& store, const ChainSpec& chain, const MachineId& machine, const Clock& clock)
{
    std::unique_ptr<Ledger> ledger(new Ledger(store, chain, machine, clock));
    const auto loaded = store.wait([&](Database& db) {
        return db.transact([&]() -> Result<void> {
            Statement found = db.prepare("SELECT epoch, chain, machine FROM ledger");
            if (!found.step()) {
                ledger->m_epoch = QString::fromLatin1(randomBytes(16).toHex());
                db.prepare("INSERT INTO ledger(epoch, chain, machine) VALUES(?,?,?)")
                    .bind(ledger->m_epoch, static_cast<qint64>(chain.chainId), machine.raw()).run();
            } else if (found.blob(2) != machine.raw() || (found.integer(1) != Left && found.integer(1) != static_cast<qint64>(chain.chainId) && isBound(db))) {
                return failure(QStringLiteral("ledger.foreign"),
                    QStringLiteral("The ledger %1 belongs to another machine identity or another chain. Put the right "
                                   "identity.key back, or start with another --data.").arg(db.path()));
            } else {
                ledger->m_epoch = found.text(0);
                if (found.integer(1) != static_cast<qint64>(chain.chainId))
                    moveTo(db, chain);
            }
            ledger->load(db);
            return {};
        });
    });
    if (!loaded)
        return tl::unexpected(loaded.error());
    return ledger;
}

void Ledger::load(Database& db)
{
    loadAccounts(db);
    loadLeases(db);
    for (Account& account : m_accounts)
        recomputeDue(account);
    Statement last = db.prepare("SELECT COALESCE(MAX(seq), 0) FROM entries");
    last.step();
    m_lastEntry = last.integer(0);
    m_archived = VoucherArchive(db).count();
}

Result<void> Ledger::choose(const ChainSpec& next, const std::function<void(Database&)>& write)
{
    const bool leaving = next != m_chain;
    return m_store.wait([&](Database& db) {
        auto chosen = db.transact([&]() -> Result<void> {
            if (leaving && isBound(db))
                return failure(QStringLiteral("chain.bound"),
                    QStringLiteral("This machine holds leases or earnings on its present chain, so its chain, factory and token decimals stay. "
                                   "Endpoints and confirmations can be changed. Nothing was changed."));
            db.prepare("UPDATE ledger SET chain=?").bind(leaving ? Left : static_cast<qint64>(m_chain.chainId)).run();
            write(db);
            return {};
        });
        if (chosen) {
            const std::lock_guard lock(m_mutex);
            m_leaving = leaving;
        }
        return chosen;
    });
}

Error Ledger::leavingError()
{
    return { QStringLiteral("market.closed"), QStringLiteral("This provider goes over to another chain. Come back when it has started anew.") };
}

bool Ledger::post(StoreWorker::Task task) { return m_store.post(std::move(task)); }

Ledger::~Ledger()
{
    // A commit posts the next one, while more is waiting than fits.
    for (bool more = true; more;) {
        m_store.drain();
        const std::lock_guard lock(m_mutex);
        more = m_commitPosted;
    }
}

void Ledger::beginAt(qint64 running)
{
    const std::lock_guard lock(m_mutex);
    m_running = std::max(m_running, running);
    for (Account& account : m_accounts) {
        for (ChannelFunds& funds : account.funds)
            funds.ran = funds.ran < 0 && funds.seen > 0 ? m_running : funds.ran; // read by a version that didn't write it down
    }
}

void Ledger::setBeneficiary(const Address& beneficiary)
{
    const std::lock_guard lock(m_mutex);
    m_beneficiary = beneficiary;
}

void Ledger::setLimits(const CreditLimits& limits)
{
    const std::lock_guard lock(m_mutex);
    m_limits = limits;
}

void Ledger::setRetrievePrice(Amount price)
{
    const std::lock_guard lock(m_mutex);
    m_retrievePrice = price;
}

void Ledger::setCommitDelay(int milliseconds) { m_commitDelay = milliseconds; }

Address Ledger::beneficiary() const
{
    const std::lock_guard lock(m_mutex);
    return m_beneficiary;
}

AccountView Ledger::view(const Account& account) const
{
    AccountView view;
    if (const auto channel = account.channels.constFind(m_beneficiary); channel != account.channels.constEnd())
        view.highest = channel->highest;
    constexpr WideSigned Most = std::numeric_limits<qint64>::max();
    view.debt = Amount::fromNano(static_cast<qint64>(std::clamp<WideSigned>(account.debt(), -Most, Most)));
    return view;
}

Result<AccountView> Ledger::openAccount(const Address& issuer, const Hash32& salt, const Network& network)
{
    const Address chequebook = m_chain.chequebookOf(issuer, salt);
    const std::lock_guard lock(m_mutex);
    auto account = m_accounts.find(chequebook);
    if (account == m_accounts.end()) {
        if (m_accounts.size() - m_exposure.total().accounts >= MaxGuests)
            dropGuests();
        Account guest;
        guest.chequebook = chequebook;
        guest.issuer = issuer;
        guest.salt = salt;
        account = m_accounts.insert(chequebook, guest);
    }
    account->hello = ++m_hellos;
    account->network = network;
    touch(*account);
    m_exposure.update(*account);
    return view(*account);
}

void Ledger::noteSession(const Address& chequebook, bool open)
{
    const std::lock_guard lock(m_mutex);
    if (const auto account = m_accounts.find(chequebook); account != m_accounts.end())
        account->sessions = std::max(0, account->sessions + (open ? 1 : -1));
}

void Ledger::putLease(const LeaseRecord& lease)
{
    m_leases.insert(lease.id, lease);
    m_accounts[lease.chequebook].leases.append(lease.id);
    if (lease.state == LeaseState::Closed)
        return;
    m_byContent.insert(lease.content, lease.id);
    count(lease, 1);
}

void Ledger::updateLease(
    const LeaseId& id, std::function<void(LeaseRecord&)> change, std::function<void(Result<void>)> done)
{
    const bool posted = m_store.post([=, this](Database& db) {
        std::optional<LeaseRecord> changed = lease(id);
        if (!changed || changed->state == LeaseState::Closed) {
            done(failure(QStringLiteral("lease.unknown"), QStringLiteral("No such lease.")));
            return;
        }
        change(*changed);
        auto written = db.transact([&] { writeLease(db, *changed); });
        if (written) {
            const std::lock_guard lock(m_mutex);
            if (const auto held = m_leases.find(id); held != m_leases.end() && held->state != LeaseState::Closed) {
                count(*held, -1);
                change(*held); // metering went on meanwhile
                count(*held, 1);
                recomputeDue(m_accounts[held->chequebook]);
            }
        }
        done(written);
    });
    if (!posted)
        done(failure(QStringLiteral("ledger.busy"), QStringLiteral("Too much is waiting to be written. Try again.")));
}

std::optional<LeaseRecord> Ledger::lease(const LeaseId& id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_leases.constFind(id);
    return found == m_leases.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<EndedLease> Ledger::ended(const LeaseId& id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_ended.constFind(id);
    return found == m_ended.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<LeaseRecord> Ledger::leaseOver(const InfoHash& content) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_byContent.constFind(content);
    return found == m_byContent.constEnd() ? std::nullopt : std::optional(m_leases.value(*found));
}

QList<LeaseRecord> Ledger::leasesOf(const Address& chequebook) const
{
    const std::lock_guard lock(m_mutex);
    QList<LeaseRecord> all;
    for (const LeaseId& id : m_accounts.value(chequebook).leases)
        all.append(m_leases.value(id));
    return all;
}

LeaseTotals Ledger::totals() const
{
    const std::lock_guard lock(m_mutex);
    LeaseTotals totals;
    for (const Account& account : m_accounts) {
        const int before = totals.leases;
        totals.retrieved += account.closedRetrieved;
        for (const LeaseId& id : account.leases) {
            const LeaseRecord& lease = *m_leases.constFind(id);
            totals.retrieved += lease.retrieved;
            if (lease.state == LeaseState::Closed)
                continue;
            ++totals.leases;
            totals.leased += lease.room();
            totals.stored += lease.state == LeaseState::Stored ? lease.size : 0;
        }
        totals.customers += totals.leases > before ? 1 : 0;
    }
    return totals;
}

QList<LeaseRecord> Ledger::leases() const
{
    const std::lock_guard lock(m_mutex);
    return m_leases.values();
}

void Ledger::readTorrent(const LeaseId& id, std::function<void(Result<QByteArray>)> done)
{
    const bool posted = m_store.post([=](Database& db) {
        done(db.read([&]() -> Result<QByteArray> {
            Statement select = db.prepare("SELECT torrent FROM torrents WHERE lease=?");
            if (!select.bind(id.raw()).step())
                return failure(QStringLiteral("lease.unknown"), QStringLiteral("No such lease."));
            return select.blob(0);
        }));
    });
    if (!posted)
        done(failure(QStringLiteral("ledger.busy"), QStringLiteral("Too much is waiting. Try again.")));
}

Money Ledger::money() const
{
    const std::lock_guard lock(m_mutex);
    Money money;
    for (const Account& account : m_accounts)
        money = money.plus(account.money());
    return money;
}

qint64 Ledger::lastEntry() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastEntry;
}

void Ledger::flush()
{
    const bool posted = m_store.post([this](Database& db) {
        writeMetered(db);
        writeRecovered(db);
        commitSubmissions(db); // any whose own commit could not be posted
    });
    if (!posted)
        qCWarning(lcLedger).noquote() << "what was metered could not be written down: too much is waiting";
}

} // namespace surplus
