// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/ledger.h"

#include "services/common/crypto/keccak.h"

#include <QLoggingCategory>
#include <QSet>
#include <algorithm>
#include <chrono>
#include <future>
#include <limits>

namespace surplus {

Q_LOGGING_CATEGORY(lcLedger, "surplus.ledger")

namespace {
constexpr qint64 DailyGrace = 1024 * 1024; // bytes forgiven a day, MONEY.md "Serving on credit"
constexpr qint64 DayMs = SecondsPerDay * 1000;
constexpr qsizetype MaxWaitingVouchers = 20'000;
constexpr qsizetype MaxAccounts = 20'000;
constexpr qint64 ArchiveMs = 30 * DayMs;

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
    std::promise<Result<void>> loaded;
    const bool posted = store.post([&](Database& db) {
        loaded.set_value(db.transact([&]() -> Result<void> {
            Statement found = db.prepare("SELECT epoch, chain, machine FROM ledger");
            if (!found.step()) {
                ledger->m_epoch = QString::fromLatin1(randomBytes(16).toHex());
                db.prepare("INSERT INTO ledger VALUES(?,?,?)")
                    .bind(ledger->m_epoch, static_cast<qint64>(chain.chainId), machine.raw()).run();
            } else if (found.integer(1) != static_cast<qint64>(chain.chainId) || found.blob(2) != machine.raw()) {
                return failure(QStringLiteral("ledger.foreign"),
                    QStringLiteral("The ledger %1 belongs to another machine identity or another chain. Put the right "
                                   "identity.key back, or start with another --data.").arg(db.path()));
            } else {
                ledger->m_epoch = found.text(0);
            }
            ledger->load(db);
            return {};
        }));
    });
    if (!posted)
        return failure(QStringLiteral("store.closed"), QStringLiteral("The engine's database is closing."));
    if (auto done = loaded.get_future().get(); !done)
        return tl::unexpected(done.error());
    return ledger;
}

void Ledger::load(Database& db)
{
    QHash<qint64, Address> byId;
    Statement accounts = db.prepare("SELECT id, chequebook, issuer, salt, network, prepaid, recovered, forgiven_paid, "
                                    "forgiven_today, today FROM accounts");
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
        byId.insert(account.id, account.chequebook);
        m_accounts.insert(account.chequebook, account);
    }
    Statement channels = db.prepare("SELECT id, account, beneficiary, cumulative, signature, accepted FROM channels");
    while (channels.step()) {
        Account& account = m_accounts[byId.value(channels.integer(1))];
        Channel channel;
        channel.id = channels.integer(0);
        channel.highest = { account.chequebook, take<Address>(channels, 2), m_machine,
            fromBigEndian32(channels.blob(3)).value_or(U256()), take<Signature>(channels, 4) };
        channel.accepted = Amount::fromNano(channels.integer(5));
        account.accepted = account.accepted.plus(channel.accepted).value_or(account.accepted);
        account.channels.insert(channel.highest.beneficiary, channel);
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
        m_leases.insert(lease.id, lease);
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

void Ledger::openAccount(
    const Address& issuer, const Hash32& salt, const QString& network, std::function<void(Result<AccountView>)> done)
{
    const Address chequebook = m_chain.chequebookOf(issuer, salt);
    const bool posted = m_store.post([=, this](Database& db) {
        Account account;
        bool full = false;
        {
            const std::lock_guard lock(m_mutex);
            account = m_accounts.value(chequebook);
            full = account.id == 0 && m_accounts.size() >= MaxAccounts;
        }
        if (full) {
            done(failure(QStringLiteral("market.full"), QStringLiteral("This machine takes no further customers.")));
            return;
        }
        account.chequebook = chequebook;
        account.issuer = issuer;
        account.salt = salt;
        account.network = network;
        auto written = db.transact([&] {
            if (account.id == 0) {
                db.prepare("INSERT INTO accounts(chequebook, issuer, salt, network, prepaid, recovered, forgiven_paid, "
                           "forgiven_today, today) VALUES(?,?,?,?,0,0,0,0,0)")
                    .bind(chequebook.raw(), issuer.raw(), salt.raw(), network).run();
                account.id = db.lastInsertId();
            } else {
                db.prepare("UPDATE accounts SET network=? WHERE id=?").bind(network, account.id).run();
            }
        });
        Result<AccountView> outcome;
        if (written) {
            const std::lock_guard lock(m_mutex);
            Account& held = m_accounts[chequebook];
            if (held.id == 0)
                held = account;
            held.network = network;
            outcome = view(held);
        } else {
            outcome = tl::unexpected(written.error());
        }
        done(outcome);
    });
    if (!posted)
        done(failure(QStringLiteral("ledger.busy"), QStringLiteral("Too much is waiting to be written. Try again.")));
}

void Ledger::submit(const Voucher& voucher, const std::optional<LeaseId>& lease, bool first,
    std::function<void(Result<VoucherOutcome>)> done)
{
    bool post = false;
    bool full = false;
    {
        const std::lock_guard lock(m_mutex);
        full = m_submissions.size() >= MaxWaitingVouchers;
        if (!full) {
            m_submissions.append({ voucher, lease, first, done });
            post = !std::exchange(m_commitPosted, true);
        }
    }
    if (full)
        done(failure(QStringLiteral("ledger.busy"), QStringLiteral("Too many vouchers are waiting. Try again.")));
    else if (post && !m_store.post([this](Database& db) { commitSubmissions(db); })) {
        const std::lock_guard lock(m_mutex);
        m_commitPosted = false; // the next one, or the next flush, posts again
    }
}

Result<Amount> Ledger::check(const Voucher& voucher, const Account* account) const
{
    const auto refuse = [](const QString& code, const QString& text) { return failure(code, text); };
    if (voucher.machine != m_machine)
        return refuse(QStringLiteral("voucher.machine"), QStringLiteral("The voucher is for another machine."));
    if (voucher.beneficiary != m_beneficiary)
        return refuse(QStringLiteral("voucher.beneficiary"),
            QStringLiteral("The voucher pays another address. Open a new session to learn the present one."));
    if (!account)
        return refuse(QStringLiteral("voucher.chequebook"),
            QStringLiteral("No session named this chequebook. Begin with a hello that carries its salt."));
    const auto nano = m_chain.toNano(voucher.cumulative);
    if (!nano)
        return refuse(QStringLiteral("voucher.amount"),
            QStringLiteral("The voucher's amount is no whole number of nano-tokens, or too large to be true."));
    const auto signer = recoverSigner(voucher.digest(m_chain.chainId), voucher.signature);
    if (!signer || addressOf(*signer) != account->issuer)
        return refuse(QStringLiteral("voucher.signature"),
            QStringLiteral("The voucher is not signed by the chequebook's issuer for this chain."));
    return *nano;
}

QList<Ledger::Entry> Ledger::attribute(Account& account, QHash<LeaseId, LeaseRecord>& leases,
    const std::optional<LeaseId>& preferred, Amount increment, bool first) const
{
    QList<LeaseRecord*> order;
    for (LeaseRecord& lease : leases) {
        if (lease.chequebook == account.chequebook)
            order.append(&lease);
    }
    std::sort(order.begin(), order.end(), [&](const LeaseRecord* a, const LeaseRecord* b) {
        const bool aFirst = preferred == a->id;
        const bool bFirst = preferred == b->id;
        return aFirst != bFirst ? aFirst : std::pair(a->created, a->id) < std::pair(b->created, b->id);
    });
    QList<Entry> entries;
    qint64 prepaid = account.prepaid.nano();
    qint64 left = increment.nano();
    const auto pay = [&](const LeaseRecord& lease, Amount due, Amount& paid, const QString& kind) {
        qint64 open = std::max<qint64>(0, due.nano() - paid.nano());
        const qint64 fromPrepaid = std::min(open, prepaid); // it stands in the rows already
        prepaid -= fromPrepaid;
        open -= fromPrepaid;
        const qint64 now = std::min(open, left);
        left -= now;
        paid = Amount::fromNano(paid.nano() + fromPrepaid + now);
        if (now > 0)
            entries.append({ lease.id.raw(), kind, Amount::fromNano(now), true });
    };
    for (LeaseRecord* lease : order) {
        pay(*lease, lease->dueKeep(), lease->paidKeep, QStringLiteral("keep"));
        pay(*lease, lease->dueRetrieve(), lease->paidRetrieve, QStringLiteral("retrieve"));
    }
    if (left > 0 && first) {
        account.recovered = Amount::fromNano(account.recovered.nano() + left);
        entries.append({ QByteArray(), QStringLiteral("recovered"), Amount::fromNano(left), false });
    } else if (left > 0) {
        prepaid += left;
        entries.append({ QByteArray(), QStringLiteral("prepaid"), Amount::fromNano(left), true });
    }
    account.prepaid = Amount::fromNano(prepaid);
    return entries;
}

void Ledger::commitSubmissions(Database& db)
{
    QList<Submission> submissions;
    QHash<Address, Account> accounts; // copies of those touched
    QHash<LeaseId, LeaseRecord> leases;
    Address beneficiary;
    {
        const std::lock_guard lock(m_mutex);
        submissions = std::exchange(m_submissions, {});
        m_commitPosted = false;
        beneficiary = m_beneficiary;
        for (const Submission& submission : std::as_const(submissions)) {
            const auto account = m_accounts.constFind(submission.voucher.chequebook);
            if (account != m_accounts.constEnd())
                accounts.insert(account->chequebook, *account);
        }
        for (const LeaseRecord& lease : std::as_const(m_leases)) {
            if (accounts.contains(lease.chequebook))
                leases.insert(lease.id, lease);
        }
    }
    if (submissions.isEmpty())
        return;
    ++m_commits;
    QList<Result<VoucherOutcome>> outcomes(submissions.size());
    qint64 lastEntry = 0;
    const UtcMs now = m_clock.now();
    auto committed = db.transact([&] {
        Statement insertEntry = db.prepare(
            "INSERT INTO entries(channel, at, resource, subject, kind, nano) VALUES(?,?,'storage',?,?,?)");
        for (qsizetype i = 0; i < submissions.size(); ++i) {
            const Submission& submission = submissions[i];
            const auto found = accounts.find(submission.voucher.chequebook);
            Account* account = found == accounts.end() ? nullptr : &*found;
            const Result<Amount> amount = check(submission.voucher, account);
            if (!amount) {
                outcomes[i] = tl::unexpected(amount.error());
                continue;
            }
            Channel channel = account->channels.value(beneficiary);
            if (*amount <= channel.accepted) {
                outcomes[i] = VoucherOutcome {}; // valid and not higher: changes nothing
                continue;
            }
            const Amount increment = *amount->minus(channel.accepted);
            const auto total = account->accepted.plus(increment);
            const auto recovered = account->recovered.plus(increment);
            if (!total || !recovered || !account->prepaid.plus(increment)) {
                outcomes[i] = failure(QStringLiteral("voucher.amount"), QStringLiteral("The voucher's amount overflows the account."));
                continue;
            }
            channel.highest = submission.voucher;
            channel.accepted = *amount;
            account->accepted = *total;
            const QByteArray cumulative = toBigEndian32(submission.voucher.cumulative);
            const QByteArray signature = submission.voucher.signature.raw();
            if (channel.id == 0) {
                db.prepare("INSERT INTO channels(account, beneficiary, cumulative, signature, accepted, updated) "
                           "VALUES(?,?,?,?,?,?)")
                    .bind(account->id, beneficiary.raw(), cumulative, signature, amount->nano(), now).run();
                channel.id = db.lastInsertId();
            } else {
                db.prepare("UPDATE channels SET cumulative=?, signature=?, accepted=?, updated=? WHERE id=?")
                    .bind(cumulative, signature, amount->nano(), now, channel.id).run();
            }
            db.prepare("INSERT INTO vouchers(channel, cumulative, signature, at) VALUES(?,?,?,?)")
                .bind(channel.id, cumulative, signature, now).run();
            account->channels.insert(beneficiary, channel);
            for (const Entry& entry : attribute(*account, leases, submission.lease, increment, submission.first)) {
                insertEntry.bind(channel.id, entry.dated ? std::optional<qint64>(now) : std::nullopt, entry.lease,
                    entry.kind, entry.amount.nano()).run();
                lastEntry = db.lastInsertId();
            }
            outcomes[i] = VoucherOutcome { true, {} };
        }
        for (const Account& account : std::as_const(accounts))
            writeAccount(db, account);
        for (const LeaseRecord& lease : std::as_const(leases))
            writeLease(db, lease);
    });
    if (const int delay = m_commitDelay; delay > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(delay));
    {
        const std::lock_guard lock(m_mutex);
        if (committed) {
            for (const LeaseRecord& lease : std::as_const(leases)) {
                // Metering went on meanwhile: take over only what this commit decided.
                if (const auto held = m_leases.find(lease.id); held != m_leases.end()) {
                    held->paidKeep = lease.paidKeep;
                    held->paidRetrieve = lease.paidRetrieve;
                    if (held->retrieved == lease.retrieved && held->keptSeconds == lease.keptSeconds)
                        m_dirty.remove(lease.id);
                }
            }
            for (const Account& account : std::as_const(accounts)) {
                Account& held = m_accounts[account.chequebook];
                held.channels = account.channels;
                held.accepted = account.accepted;
                held.prepaid = account.prepaid;
                held.recovered = account.recovered;
            }
            m_lastEntry = std::max(m_lastEntry, lastEntry);
        }
        for (qsizetype i = 0; i < submissions.size(); ++i) {
            if (!committed)
                outcomes[i] = tl::unexpected(committed.error());
            else if (outcomes[i])
                outcomes[i]->account = view(m_accounts[submissions[i].voucher.chequebook]);
        }
    }
    if (!committed)
        qCWarning(lcLedger).noquote() << "vouchers could not be written down:" << committed.error().message;
    for (qsizetype i = 0; i < submissions.size(); ++i)
        submissions[i].done(outcomes[i]);
}

void Ledger::writeLease(Database& db, const LeaseRecord& lease)
{
    db.prepare("UPDATE leases SET state=?, start=?, end=?, keep_price=?, retrieve_price=?, retrieved=?, kept_seconds=?, "
               "paid_keep=?, paid_retrieve=? WHERE id=?")
        .bind(static_cast<int>(lease.state), lease.start, lease.end, lease.keepPrice.nano(), lease.retrievePrice.nano(),
            lease.retrieved, lease.keptSeconds, lease.paidKeep.nano(), lease.paidRetrieve.nano(), lease.id.raw()).run();
}

void Ledger::writeAccount(Database& db, const Account& account)
{
    db.prepare("UPDATE accounts SET prepaid=?, recovered=?, forgiven_paid=?, forgiven_today=?, today=? WHERE id=?")
        .bind(account.prepaid.nano(), account.recovered.nano(), account.forgivenOfPaid, account.forgivenToday,
            account.today, account.id).run();
}

void Ledger::addLease(const LeaseRecord& lease, const QByteArray& torrent, std::function<void(Result<void>)> done)
{
    const bool posted = m_store.post([=, this](Database& db) {
        auto written = db.transact([&] {
            db.prepare("INSERT INTO leases VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .bind(lease.id.raw(), lease.chequebook.raw(), lease.customer.raw(), lease.content.raw(), lease.file,
                    lease.size, static_cast<int>(lease.state), lease.created, lease.start, lease.end,
                    lease.keepPrice.nano(), lease.retrievePrice.nano(), lease.retrieved, lease.keptSeconds,
                    lease.paidKeep.nano(), lease.paidRetrieve.nano()).run();
            db.prepare("INSERT INTO torrents VALUES(?,?)").bind(lease.id.raw(), torrent).run();
        });
        if (written) {
            const std::lock_guard lock(m_mutex);
            m_leases.insert(lease.id, lease);
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
        LeaseRecord lease;
        {
            const std::lock_guard lock(m_mutex);
            const auto held = m_leases.find(id);
            if (held == m_leases.end()) {
                lease.size = -1;
            } else {
                change(*held);
                lease = *held;
                recomputeDue(m_accounts[lease.chequebook]);
            }
        }
        if (lease.size < 0) {
            done(failure(QStringLiteral("lease.unknown"), QStringLiteral("No such lease.")));
            return;
        }
        done(db.transact([&] {
            writeLease(db, lease);
            if (lease.state == LeaseState::Closed)
                db.prepare("DELETE FROM torrents WHERE lease=?").bind(lease.id.raw()).run();
        }));
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
    // Without a chain every customer is unfunded: nothing is reserved for this channel.
    if (!m_limits.serveUnfunded)
        return Service::Refused;
    Wide perAddress = 0;
    Wide total = 0;
    for (const Account& other : m_accounts) {
        const auto exposure
            = static_cast<Wide>(std::max<qint64>(0, other.accepted.nano() + std::max<qint64>(0, other.debtNano())));
        total += exposure;
        if (other.network == account.network)
            perAddress += exposure;
    }
    const auto own = account.accepted.nano() + std::max<qint64>(0, account.debtNano());
    if (own >= m_limits.unfundedPerCustomer.nano() || perAddress >= static_cast<Wide>(m_limits.unfundedPerAddress.nano())
        || total >= static_cast<Wide>(m_limits.unfundedTotal.nano()))
        return Service::Refused;
    const Amount window = Amount::due(static_cast<Wide>(windowBytes(account, price)), price, BytesPerGigabyte)
                              .value_or(Amount::fromNano(std::numeric_limits<qint64>::max()));
    return price.nano() == 0 || account.debtNano() < window.nano() ? Service::Go : Service::Wait;
}

void Ledger::recomputeDue(Account& account)
{
    qint64 sum = 0;
    for (const LeaseRecord& lease : std::as_const(m_leases)) {
        if (lease.chequebook == account.chequebook)
            sum = Amount::fromNano(sum).plus(lease.due()).value_or(Amount::fromNano(sum)).nano();
    }
    account.due = Amount::fromNano(sum);
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
    const qint64 ofDay = std::max<qint64>(0, DailyGrace - account.forgivenToday);
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

Money Ledger::money() const
{
    const std::lock_guard lock(m_mutex);
    Money money;
    for (const Account& account : m_accounts)
        money.earned = money.earned.plus(account.accepted).value_or(money.earned);
    money.pending = money.earned; // nothing is reserved on a chain or settled: all of it is a promise
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
        for (const Account& account : std::as_const(accounts))
            writeAccount(db, account);
    });
    if (!written) {
        qCWarning(lcLedger).noquote() << "what was metered could not be written down:" << written.error().message;
        const std::lock_guard lock(m_mutex);
        for (const LeaseRecord& lease : std::as_const(leases))
            m_dirty.insert(lease.id);
    }
}

void Ledger::prune()
{
    const UtcMs before = m_clock.now() - ArchiveMs;
    const bool posted = m_store.post([before](Database& db) {
        auto pruned = db.transact([&] {
            db.prepare("DELETE FROM vouchers WHERE at<?1 AND id NOT IN "
                       "(SELECT MAX(id) FROM vouchers WHERE at<?1 GROUP BY channel, at/900000) "
                       "AND id NOT IN (SELECT MAX(id) FROM vouchers GROUP BY channel)").bind(before).run();
        });
        if (!pruned)
            qCWarning(lcLedger).noquote() << "the voucher archive could not be thinned out:" << pruned.error().message;
    });
    if (!posted)
        qCWarning(lcLedger).noquote() << "the voucher archive was not thinned out: too much is waiting";
}

} // namespace surplus
