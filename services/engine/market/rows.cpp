// SPDX-License-Identifier: GPL-3.0-or-later
// How the ledger stands in its tables: a part of Ledger.
#include "services/engine/market/archive.h"
#include "services/engine/market/ledger.h"

namespace surplus {

namespace {
template <typename T> T read(const Statement& row, int column) { return row.parsed(column, T::fromRaw); }
Amount nano(const Statement& row, int column) { return Amount::fromNano(row.integer(column)); }
} // namespace

QList<Migration> Ledger::migrations()
{
    static const QByteArray tenth = QByteArray(R"(
        ALTER TABLE accounts ADD COLUMN closed_paid INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE accounts ADD COLUMN delivered TEXT NOT NULL DEFAULT '';
        ALTER TABLE accounts ADD COLUMN active INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE accounts ADD COLUMN paid_then INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE accounts ADD COLUMN paid_later INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE accounts ADD COLUMN paid_marked INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE channels ADD COLUMN earned INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE channels ADD COLUMN earned_units BLOB NOT NULL DEFAULT x'';
        ALTER TABLE channels ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
        UPDATE channels SET earned=accepted, earned_units=cumulative;
        UPDATE accounts SET closed_paid=closed_due;
        ALTER TABLE leases ADD COLUMN network TEXT NOT NULL DEFAULT '';
        ALTER TABLE leases ADD COLUMN cover INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE leases ADD COLUMN metadata INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE leases ADD COLUMN ready_seconds INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE leases ADD COLUMN kept_ticks INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE leases ADD COLUMN unpaid_seconds INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE leases ADD COLUMN lost_seconds INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE leases ADD COLUMN audited_seconds INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE leases ADD COLUMN audit_failed INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE leases ADD COLUMN why INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE leases ADD COLUMN since INTEGER NOT NULL DEFAULT -1;
        UPDATE leases SET kept_ticks=kept_seconds, audited_seconds=kept_seconds,
            metadata=COALESCE((SELECT LENGTH(torrent) FROM torrents WHERE lease=leases.id), 0);
        UPDATE leases SET why=1 WHERE state=2;
        CREATE TABLE ended(lease BLOB PRIMARY KEY, chequebook BLOB NOT NULL, why INTEGER NOT NULL, at INTEGER NOT NULL);
        CREATE INDEX entries_channel ON entries(channel);
    )") + VoucherArchive::Schema;
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
    )" }, { 10, tenth.constData() },
        { 12, "ALTER TABLE channels ADD COLUMN seen_ran INTEGER NOT NULL DEFAULT -1" },
        { 13, "ALTER TABLE accounts ADD COLUMN answered BLOB NOT NULL DEFAULT x'0000000000000000000000000000000000000000'" },
        { 14, R"(
        ALTER TABLE channels ADD COLUMN free INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE forgotten(chequebook BLOB NOT NULL, beneficiary BLOB NOT NULL, earned INTEGER NOT NULL, PRIMARY KEY(chequebook, beneficiary));
    )" } };
}

void Ledger::loadAccounts(Database& db)
{
    QHash<qint64, Address> byId;
    Statement accounts = db.prepare("SELECT id, chequebook, issuer, salt, network, prepaid, recovered, forgiven_paid, "
                                    "forgiven_today, today, closed_due, closed_retrieved, closed_paid, delivered, active, "
                                    "paid_then, paid_later, paid_marked, answered FROM accounts");
    while (accounts.step()) {
        Account account;
        account.id = accounts.integer(0);
        account.chequebook = read<Address>(accounts, 1);
        account.issuer = read<Address>(accounts, 2);
        account.salt = read<Hash32>(accounts, 3);
        account.network = Network(accounts.text(4));
        account.prepaid = nano(accounts, 5);
        account.recovered = nano(accounts, 6);
        account.forgivenOfPaid = accounts.integer(7);
        account.forgivenToday = accounts.integer(8);
        account.today = accounts.integer(9);
        account.closedDue = nano(accounts, 10);
        account.closedRetrieved = accounts.integer(11);
        account.closedPaid = nano(accounts, 12);
        account.setDelivered(accounts.text(13));
        account.active = accounts.integer(14);
        account.paidThen = nano(accounts, 15);
        account.paidLater = nano(accounts, 16);
        account.paidMarked = accounts.integer(17);
        account.answered = read<Address>(accounts, 18);
        byId.insert(account.id, account.chequebook);
        m_accounts.insert(account.chequebook, account);
    }
    Statement channels = db.prepare("SELECT id, account, beneficiary, cumulative, signature, accepted, settled, assured, bounced, seen, "
                                    "earned, waiting, seen_ran, free FROM channels");
    while (channels.step()) {
        Account& account = m_accounts[byId.value(channels.integer(1))];
        Channel channel;
        channel.id = channels.integer(0);
        channel.highest = { account.chequebook, read<Address>(channels, 2), m_machine,
            channels.parsed(3, fromBigEndian32), read<Signature>(channels, 4) };
        channel.accepted = nano(channels, 5);
        channel.earned = nano(channels, 10);
        channel.waiting = nano(channels, 11);
        account.channels.insert(channel.highest.beneficiary, channel);
        account.funds.insert(channel.highest.beneficiary, { nano(channels, 6), nano(channels, 7), nano(channels, 8), channels.integer(9), channels.integer(12), nano(channels, 13) });
    }
}

void Ledger::loadLeases(Database& db)
{
    Statement leases = db.prepare("SELECT id, chequebook, customer, content, file, size, state, created, start, end, "
                                  "keep_price, retrieve_price, retrieved, kept_seconds, paid_keep, paid_retrieve, network, cover, metadata, "
                                  "ready_seconds, kept_ticks, unpaid_seconds, lost_seconds, audited_seconds, audit_failed, why, since FROM leases");
    while (leases.step()) {
        LeaseRecord lease;
        lease.id = read<LeaseId>(leases, 0);
        lease.chequebook = read<Address>(leases, 1);
        lease.customer = read<Address>(leases, 2);
        lease.content = read<InfoHash>(leases, 3);
        lease.file = leases.text(4);
        lease.size = leases.integer(5);
        lease.state = leases.one(6, LeaseState::Closed);
        lease.created = leases.integer(7);
        lease.start = leases.integer(8);
        lease.end = leases.integer(9);
        lease.keepPrice = nano(leases, 10);
        lease.retrievePrice = nano(leases, 11);
        lease.retrieved = leases.integer(12);
        lease.keptSeconds = leases.integer(13);
        lease.paidKeep = nano(leases, 14);
        lease.paidRetrieve = nano(leases, 15);
        lease.network = leases.text(16);
        lease.cover = leases.one(17, LeaseCover::Lost);
        lease.metadata = leases.integer(18);
        lease.readySeconds = leases.integer(19);
        lease.keptTicks = leases.integer(20);
        lease.unpaidSeconds = leases.integer(21);
        lease.lostSeconds = leases.integer(22);
        lease.auditedSeconds = leases.integer(23);
        lease.auditFailed = leases.integer(24) != 0;
        lease.why = leases.one(25, LeaseEnd::Lost);
        lease.since = leases.integer(26);
        putLease(lease);
    }
    Statement ended = db.prepare("SELECT lease, chequebook, why, at FROM ended");
    while (ended.step())
        m_ended.insert(read<LeaseId>(ended, 0), { read<Address>(ended, 1), ended.one(2, LeaseEnd::Lost), ended.integer(3) });
}

void Ledger::writeLease(Database& db, const LeaseRecord& lease)
{
    db.prepare("UPDATE leases SET state=?, start=?, end=?, keep_price=?, retrieve_price=?, retrieved=?, kept_seconds=?, "
               "paid_keep=?, paid_retrieve=?, cover=?, ready_seconds=?, kept_ticks=?, unpaid_seconds=?, lost_seconds=?, "
               "audited_seconds=?, audit_failed=?, why=? WHERE id=?")
        .bind(static_cast<int>(lease.state), lease.start, lease.end, lease.keepPrice.nano(), lease.retrievePrice.nano(),
            lease.retrieved, lease.keptSeconds, lease.paidKeep.nano(), lease.paidRetrieve.nano(), static_cast<int>(lease.cover),
            lease.readySeconds, lease.keptTicks, lease.unpaidSeconds, lease.lostSeconds, lease.auditedSeconds, lease.auditFailed,
            static_cast<int>(lease.why), lease.id.raw()).run();
}

void Ledger::insertLease(Database& db, const LeaseRecord& lease, const QByteArray& torrent)
{
    db.prepare("INSERT INTO leases(id, chequebook, customer, content, file, size, state, created, start, end, keep_price, "
               "retrieve_price, retrieved, kept_seconds, paid_keep, paid_retrieve, network, cover, metadata, since) "
               "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .bind(lease.id.raw(), lease.chequebook.raw(), lease.customer.raw(), lease.content.raw(), lease.file, lease.size,
            static_cast<int>(lease.state), lease.created, lease.start, lease.end, lease.keepPrice.nano(), lease.retrievePrice.nano(),
            lease.retrieved, lease.keptSeconds, lease.paidKeep.nano(), lease.paidRetrieve.nano(), lease.network,
            static_cast<int>(lease.cover), lease.metadata, lease.since).run();
    db.prepare("INSERT INTO torrents VALUES(?,?)").bind(lease.id.raw(), torrent).run();
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
               "closed_due=?, closed_retrieved=?, closed_paid=?, delivered=?, active=?, paid_then=?, paid_later=?, paid_marked=?, answered=? WHERE id=?")
        .bind(account.network.text(), account.prepaid.nano(), account.recovered.nano(), account.forgivenOfPaid,
            account.forgivenToday, account.today, account.closedDue.nano(), account.closedRetrieved, account.closedPaid.nano(),
            account.deliveredText(), account.active, account.paidThen.nano(), account.paidLater.nano(), account.paidMarked, account.answered.raw(), account.id).run();
}

void Ledger::writeChannel(Database& db, const Account& account, Channel& channel)
{
    const QByteArray cumulative = toBigEndian32(channel.highest.cumulative);
    const QByteArray signature = channel.highest.signature.raw();
    const QByteArray earned = toBigEndian32(m_chain.coveringUnits(channel.earned));
    if (channel.id == 0) {
        const ChannelFunds funds = account.funds.value(channel.highest.beneficiary); // the chain may have been read before
        db.prepare("INSERT INTO channels(account, beneficiary, cumulative, signature, accepted, updated, earned, earned_units, waiting, "
                   "settled, assured, bounced, seen, seen_ran, free) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
            .bind(account.id, channel.highest.beneficiary.raw(), cumulative, signature, channel.accepted.nano(), m_clock.now(),
                channel.earned.nano(), earned, channel.waiting.nano(), funds.settled.nano(), funds.assured.nano(), funds.bounced.nano(),
                funds.seen, funds.ran, funds.free.nano()).run();
        channel.id = db.lastInsertId();
        return;
    }
    db.prepare("UPDATE channels SET cumulative=?, signature=?, accepted=?, updated=?, earned=?, earned_units=?, waiting=? WHERE id=?")
        .bind(cumulative, signature, channel.accepted.nano(), m_clock.now(), channel.earned.nano(), earned, channel.waiting.nano(), channel.id).run();
}

} // namespace surplus
