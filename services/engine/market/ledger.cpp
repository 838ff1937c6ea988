// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/ledger.h"

#include "services/common/crypto/keccak.h"

#include <QLoggingCategory>
#include <QSet>
#include <algorithm>
#include <future>
#include <limits>

namespace surplus {

Q_LOGGING_CATEGORY(lcLedger, "surplus.ledger")

namespace {
constexpr qint64 DayMs = SecondsPerDay * 1000;
constexpr qint64 ArchiveMs = 30 * DayMs;
constexpr qint64 EntriesMs = 7 * DayMs;
constexpr qint64 MaxEntries = 1'000'000;

bool isUnused(Database& db)
{
    Statement any = db.prepare("SELECT 1 FROM channels UNION ALL SELECT 1 FROM leases LIMIT 1");
    return !any.step();
}

template <typename T> T take(const Statement& row, int column) { return T::fromRaw(row.blob(column)).value_or(T()); }

} // namespace

Amount LeaseRecord::dueKeep() const
{
    const Wide units = static_cast<Wide>(std::max<qint64>(keptSeconds, 0)) * static_cast<Wide>(std::max<qint64>(size, 0));
    const Wide unit = static_cast<Wide>(BytesPerGigabyte) * SecondsPerDay;
    return Amount::due(units, keepPrice, unit).value_or(Amount::fromNano(std::numeric_limits<qint64>::max() / 4));
}

Amount LeaseRecord::dueRetrieve() const
{
    return Amount::due(static_cast<Wide>(std::max<qint64>(retrieved, 0)), retrievePrice, BytesPerGigabyte)
        .value_or(Amount::fromNano(std::numeric_limits<qint64>::max() / 4));
}

QList<Migration> Ledger::migrations()
{
    return { { 1, R"(
        CREATE TABLE ledger(epoch TEXT NOT NULL, chain INTEGER NOT NULL, machine BLOB NOT NULL);
        CREATE TABLE accounts(id INTEGER PRIMARY KEY, chequebook BLOB NOT NULL UNIQUE, issuer BLOB NOT NULL,
            salt BLOB NOT NULL, network TEXT NOT NULL, prepaid INTEGER NOT NULL, recovered INTEGER NOT NULL,
            forgiven_paid INTEGER NOT NULL, forgiven_today INTEGER NOT NULL, today INTEGER NOT NULL);
        CREATE TABLE channels(id INTEGER PRIMARY KEY, account INTEGER NOT NULL REFERENCES accounts(id),
            beneficiary BLOB NOT NULL, cumulative BLOB NOT NULL, signature BLOB NOT NULL,
            accepted INTEGER NOT NULL CHECK(accepted >= 0), updated INTEGER NOT NULL, UNIQUE(account, beneficiary));
        CREATE TABLE vouchers(id INTEGER PRIMARY KEY, channel INTEGER NOT NULL REFERENCES channels(id),
            cumulative BLOB NOT NULL, signature BLOB NOT NULL, at INTEGER NOT NULL);
        CREATE INDEX vouchers_at ON vouchers(at);
        CREATE TABLE entries(seq INTEGER PRIMARY KEY AUTOINCREMENT, channel INTEGER NOT NULL REFERENCES channels(id),
            at INTEGER, resource TEXT NOT NULL, subject BLOB NOT NULL, kind TEXT NOT NULL,
            nano INTEGER NOT NULL CHECK(nano > 0));
        CREATE INDEX entries_at ON entries(at);
        CREATE TABLE leases(id BLOB PRIMARY KEY, chequebook BLOB NOT NULL, customer BLOB NOT NULL, content BLOB NOT NULL,
            file TEXT NOT NULL, size INTEGER NOT NULL, state INTEGER NOT NULL, created INTEGER NOT NULL,
            start INTEGER NOT NULL, end INTEGER NOT NULL, keep_price INTEGER NOT NULL, retrieve_price INTEGER NOT NULL,
            retrieved INTEGER NOT NULL, kept_seconds INTEGER NOT NULL, paid_keep INTEGER NOT NULL,
            paid_retrieve INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE torrents(lease BLOB PRIMARY KEY, torrent BLOB NOT NULL);
    )" },
        { 3, R"(
        ALTER TABLE accounts ADD COLUMN closed_due INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE accounts ADD COLUMN closed_retrieved INTEGER NOT NULL DEFAULT 0;
    )" }, { 7, R"(
        ALTER TABLE channels ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE channels ADD COLUMN assured INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE channels ADD COLUMN bounced INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE channels ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
    )" } };
}

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
                db.prepare("INSERT INTO ledger VALUES(?,?,?)")
                    .bind(ledger->m_epoch, static_cast<qint64>(chain.chainId), machine.raw()).run();
            } else if (found.integer(1) != static_cast<qint64>(chain.chainId) && found.blob(2) == machine.raw() && isUnused(db)) {
                db.prepare("UPDATE ledger SET chain=?").bind(static_cast<qint64>(chain.chainId)).run(); // nothing was promised on the other
                ledger->m_epoch = found.text(0);
            } else if (found.integer(1) != static_cast<qint64>(chain.chainId) || found.blob(2) != machine.raw()) {
                return failure(QStringLiteral("ledger.foreign"),
                    QStringLiteral("The ledger %1 belongs to another machine identity or another chain. Put the right "
                                   "identity.key back, or start with another --data.").arg(db.path()));
            } else {
                ledger->m_epoch = found.text(0);
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
    QHash<qint64, Address> byId;
    Statement accounts = db.prepare("SELECT id, chequebook, issuer, salt, network, prepaid, recovered, forgiven_paid, "
                                    "forgiven_today, today, closed_due, closed_retrieved FROM accounts");
    while (accounts.step()) {
        Account account;
        account.id = accounts.integer(0);
        account.chequebook = take<Address>(accounts, 1);
        account.issuer = take<Address>(accounts, 2);
        account.salt = take<Hash32>(accounts, 3);
        account.network = accounts.text(4);
        account.prepaid = Amount::fromNano(accounts.integer(5));
        account.recovered = Amount::fromNano(accounts.integer(6));
        account.forgivenOfPaid = accounts.integer(7);
        account.forgivenToday = accounts.integer(8);
        account.today = accounts.integer(9);
        account.closedDue = Amount::fromNano(accounts.integer(10));
        account.closedRetrieved = accounts.integer(11);
        byId.insert(account.id, account.chequebook);
        m_accounts.insert(account.chequebook, account);
    }
    Statement channels = db.prepare("SELECT id, account, beneficiary, cumulative, signature, accepted, settled, assured, bounced, seen "
                                    "FROM channels");
    while (channels.step()) {
        Account& account = m_accounts[byId.value(channels.integer(1))];
        Channel channel;
        channel.id = channels.integer(0);
        channel.highest = { account.chequebook, take<Address>(channels, 2), m_machine,
            fromBigEndian32(channels.blob(3)).value_or(U256()), take<Signature>(channels, 4) };
        channel.accepted = Amount::fromNano(channels.integer(5));
        account.accepted = account.accepted.plus(channel.accepted).value_or(account.accepted);
        account.channels.insert(channel.highest.beneficiary, channel);
        account.funds.insert(channel.highest.beneficiary, { Amount::fromNano(channels.integer(6)), Amount::fromNano(channels.integer(7)),
            Amount::fromNano(channels.integer(8)), channels.integer(9) });
    }
    Statement leases = db.prepare("SELECT id, chequebook, customer, content, file, size, state, created, start, end, "
                                  "keep_price, retrieve_price, retrieved, kept_seconds, paid_keep, paid_retrieve FROM leases");
    while (leases.step()) {
        LeaseRecord lease;
        lease.id = take<LeaseId>(leases, 0);
        lease.chequebook = take<Address>(leases, 1);
        lease.customer = take<Address>(leases, 2);
        lease.content = take<InfoHash>(leases, 3);
        lease.file = leases.text(4);
        lease.size = leases.integer(5);
        lease.state = static_cast<LeaseState>(leases.integer(6));
        lease.created = leases.integer(7);
        lease.start = leases.integer(8);
        lease.end = leases.integer(9);
        lease.keepPrice = Amount::fromNano(leases.integer(10));
        lease.retrievePrice = Amount::fromNano(leases.integer(11));
        lease.retrieved = leases.integer(12);
        lease.keptSeconds = leases.integer(13);
        lease.paidKeep = Amount::fromNano(leases.integer(14));
        lease.paidRetrieve = Amount::fromNano(leases.integer(15));
        putLease(lease);
    }
    for (Account& account : m_accounts)
        recomputeDue(account);
    Statement last = db.prepare("SELECT COALESCE(MAX(seq), 0) FROM entries");
    last.step();
    m_lastEntry = last.integer(0);
}

Ledger::~Ledger() { m_store.drain(); }

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
    view.debt = Amount::fromNano(account.debtNano());
    return view;
}

Result<AccountView> Ledger::openAccount(const Address& issuer, const Hash32& salt, const QString& network)
{
    const Address chequebook = m_chain.chequebookOf(issuer, salt);
    const std::lock_guard lock(m_mutex);
    auto account = m_accounts.find(chequebook);
    if (account == m_accounts.end()) {
        if (m_exposure.total().accounts >= MaxAccounts || m_exposure.of(network).accounts >= MaxAccountsPerNetwork)
            return failure(QStringLiteral("market.full"), QStringLiteral("This machine takes no further customers from your network now."));
        if (m_accounts.size() - m_exposure.total().accounts >= MaxGuests)
            dropOldestGuest();
        Account guest;
        guest.chequebook = chequebook;
        guest.issuer = issuer;
        guest.salt = salt;
        account = m_accounts.insert(chequebook, guest);
    }
    account->seen = ++m_hellos;
    account->network = network;
    m_exposure.update(*account);
    return view(*account);
}

void Ledger::dropOldestGuest()
{
    auto oldest = m_accounts.end();
    for (auto it = m_accounts.begin(); it != m_accounts.end(); ++it) {
        if (it->id == 0 && (oldest == m_accounts.end() || it->seen < oldest->seen))
            oldest = it;
    }
    if (oldest == m_accounts.end())
        return;
    m_exposure.remove(oldest->chequebook);
    m_accounts.erase(oldest);
}

void Ledger::putLease(const LeaseRecord& lease)
{
    m_leases.insert(lease.id, lease);
    m_accounts[lease.chequebook].leases.append(lease.id);
    if (lease.state != LeaseState::Closed)
        m_byContent.insert(lease.content, lease.id);
}

void Ledger::writeLease(Database& db, const LeaseRecord& lease)
{
    db.prepare("UPDATE leases SET state=?, start=?, end=?, keep_price=?, retrieve_price=?, retrieved=?, kept_seconds=?, "
               "paid_keep=?, paid_retrieve=? WHERE id=?")
        .bind(static_cast<int>(lease.state), lease.start, lease.end, lease.keepPrice.nano(), lease.retrievePrice.nano(),
            lease.retrieved, lease.keptSeconds, lease.paidKeep.nano(), lease.paidRetrieve.nano(), lease.id.raw()).run();
}

void Ledger::writeAccount(Database& db, Account& account)
{
    if (account.id == 0) {
        db.prepare("INSERT INTO accounts(chequebook, issuer, salt, network, prepaid, recovered, forgiven_paid, "
                   "forgiven_today, today) VALUES(?,?,?,'',0,0,0,0,0)")
            .bind(account.chequebook.raw(), account.issuer.raw(), account.salt.raw()).run();
        account.id = db.lastInsertId();
    }
    db.prepare("UPDATE accounts SET network=?, prepaid=?, recovered=?, forgiven_paid=?, forgiven_today=?, today=?, "
               "closed_due=?, closed_retrieved=? WHERE id=?")
        .bind(account.network, account.prepaid.nano(), account.recovered.nano(), account.forgivenOfPaid,
            account.forgivenToday, account.today, account.closedDue.nano(), account.closedRetrieved, account.id).run();
}

void Ledger::addLease(const LeaseRecord& lease, const QByteArray& torrent, std::function<void(Result<void>)> done)
{
    const bool posted = m_store.post([=, this](Database& db) {
        std::optional<Account> account;
        {
            const std::lock_guard lock(m_mutex);
            if (const auto held = m_accounts.constFind(lease.chequebook); held != m_accounts.constEnd())
                account = *held;
        }
        if (!account || account->leases.size() >= MaxLeasesPerAccount) {
            done(failure(QStringLiteral("market.full"),
                account ? QStringLiteral("You hold as many leases here as one customer may.")
                        : QStringLiteral("Your session is too old. Open a new one.")));
            return;
        }
        auto written = db.transact([&] {
            if (account->id == 0)
                writeAccount(db, *account);
            db.prepare("INSERT INTO leases VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .bind(lease.id.raw(), lease.chequebook.raw(), lease.customer.raw(), lease.content.raw(), lease.file,
                    lease.size, static_cast<int>(lease.state), lease.created, lease.start, lease.end,
                    lease.keepPrice.nano(), lease.retrievePrice.nano(), lease.retrieved, lease.keptSeconds,
                    lease.paidKeep.nano(), lease.paidRetrieve.nano()).run();
            db.prepare("INSERT INTO torrents VALUES(?,?)").bind(lease.id.raw(), torrent).run();
        });
        if (written) {
            const std::lock_guard lock(m_mutex);
            auto held = m_accounts.find(lease.chequebook);
            if (held == m_accounts.end()) // a guest that had to make room meanwhile
                held = m_accounts.insert(lease.chequebook, *account);
            held->id = account->id;
            putLease(lease);
            m_exposure.update(*held);
        }
        done(written);
    });
    if (!posted)
        done(failure(QStringLiteral("ledger.busy"), QStringLiteral("Too much is waiting to be written. Try again.")));
}

void Ledger::updateLease(
    const LeaseId& id, std::function<void(LeaseRecord&)> change, std::function<void(Result<void>)> done)
{
    const bool posted = m_store.post([=, this](Database& db) {
        std::optional<LeaseRecord> changed = lease(id);
        if (!changed) {
            done(failure(QStringLiteral("lease.unknown"), QStringLiteral("No such lease.")));
            return;
        }
        change(*changed);
        auto written = db.transact([&] {
            writeLease(db, *changed);
            if (changed->state == LeaseState::Closed)
                db.prepare("DELETE FROM torrents WHERE lease=?").bind(id.raw()).run();
        });
        if (written) {
            const std::lock_guard lock(m_mutex);
            if (const auto held = m_leases.find(id); held != m_leases.end()) {
                change(*held); // metering went on meanwhile
                if (held->state == LeaseState::Closed && m_byContent.value(held->content) == id)
                    m_byContent.remove(held->content);
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

std::optional<LeaseRecord> Ledger::leaseOver(const InfoHash& content) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_byContent.constFind(content);
    return found == m_byContent.constEnd() ? std::nullopt : std::optional(m_leases.value(*found));
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
            totals.leased += lease.size;
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
        commitSubmissions(db); // any whose own commit could not be posted
    });
    if (!posted)
        qCWarning(lcLedger).noquote() << "what was metered could not be written down: too much is waiting";
}

void Ledger::writeMetered(Database& db)
{
    QList<LeaseRecord> leases;
    QList<Account> accounts;
    {
        const std::lock_guard lock(m_mutex);
        QSet<Address> touched;
        for (const LeaseId& id : std::as_const(m_dirty)) {
            leases.append(m_leases.value(id));
            touched.insert(leases.last().chequebook);
        }
        for (const Address& chequebook : std::as_const(touched))
            accounts.append(m_accounts.value(chequebook));
        m_dirty.clear();
    }
    if (leases.isEmpty())
        return;
    auto written = db.transact([&] {
        for (const LeaseRecord& lease : std::as_const(leases))
            writeLease(db, lease);
        for (Account& account : accounts)
            writeAccount(db, account);
    });
    if (!written) {
        qCWarning(lcLedger).noquote() << "what was metered could not be written down:" << written.error().message;
        const std::lock_guard lock(m_mutex);
        for (const LeaseRecord& lease : std::as_const(leases))
            m_dirty.insert(lease.id);
    }
}

void Ledger::dropClosed(Database& db)
{
    QList<LeaseRecord> leases;
    QHash<Address, Account> accounts;
    {
        const std::lock_guard lock(m_mutex);
        for (const LeaseRecord& lease : std::as_const(m_leases)) {
            const bool paid = lease.due().nano() == lease.paidKeep.nano() + lease.paidRetrieve.nano();
            if (lease.state != LeaseState::Closed || !paid)
                continue;
            leases.append(lease);
            Account& account = accounts[lease.chequebook];
            if (account.id == 0)
                account = m_accounts.value(lease.chequebook);
            account.closedDue = account.closedDue.plus(lease.due()).value_or(account.closedDue);
            account.closedRetrieved += lease.retrieved;
        }
    }
    if (leases.isEmpty())
        return;
    auto dropped = db.transact([&] {
        for (const LeaseRecord& lease : std::as_const(leases))
            db.prepare("DELETE FROM leases WHERE id=?").bind(lease.id.raw()).run();
        for (Account& account : accounts)
            writeAccount(db, account);
    });
    if (!dropped) {
        qCWarning(lcLedger).noquote() << "closed leases could not be dropped:" << dropped.error().message;
        return;
    }
    const std::lock_guard lock(m_mutex);
    for (const LeaseRecord& lease : std::as_const(leases)) {
        m_leases.remove(lease.id);
        m_dirty.remove(lease.id);
        m_accounts[lease.chequebook].leases.removeOne(lease.id);
    }
    for (const Account& account : std::as_const(accounts)) {
        Account& held = m_accounts[account.chequebook];
        held.closedDue = account.closedDue;
        held.closedRetrieved = account.closedRetrieved;
        recomputeDue(held);
    }
}

void Ledger::dropEmpty(Database& db)
{
    QList<Account> empty;
    {
        const std::lock_guard lock(m_mutex);
        for (const Account& account : std::as_const(m_accounts)) {
            if (account.id != 0 && account.leases.isEmpty() && account.channels.isEmpty() && account.debtNano() == 0)
                empty.append(account);
        }
    }
    if (empty.isEmpty())
        return;
    auto dropped = db.transact([&] {
        for (const Account& account : std::as_const(empty))
            db.prepare("DELETE FROM accounts WHERE id=?").bind(account.id).run();
    });
    if (!dropped) {
        qCWarning(lcLedger).noquote() << "empty accounts could not be dropped:" << dropped.error().message;
        return;
    }
    const std::lock_guard lock(m_mutex);
    for (const Account& account : std::as_const(empty)) {
        Account& held = m_accounts[account.chequebook];
        held.id = 0; // its customer may be connected: a guest again
        m_exposure.update(held);
    }
}

void Ledger::prune()
{
    const UtcMs before = m_clock.now() - ArchiveMs;
    const UtcMs entriesBefore = m_clock.now() - EntriesMs;
    const bool posted = m_store.post([this, before, entriesBefore](Database& db) {
        auto pruned = db.transact([&] {
            db.prepare("DELETE FROM vouchers WHERE at<?1 AND id NOT IN "
                       "(SELECT MAX(id) FROM vouchers WHERE at<?1 GROUP BY channel, at/900000) "
                       "AND id NOT IN (SELECT MAX(id) FROM vouchers GROUP BY channel)").bind(before).run();
            // What they add up to stands in the history, by resource and by customer.
            db.prepare("DELETE FROM entries WHERE at<? OR seq<=(SELECT MAX(seq) FROM entries)-?").bind(entriesBefore, MaxEntries).run();
        });
        if (!pruned)
            qCWarning(lcLedger).noquote() << "the voucher archive could not be thinned out:" << pruned.error().message;
        dropClosed(db);
        dropEmpty(db);
    });
    if (!posted)
        qCWarning(lcLedger).noquote() << "the voucher archive was not thinned out: too much is waiting";
}

} // namespace surplus
