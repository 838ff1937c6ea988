// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/settlement/settler.h"

#include "services/dashboard/settlement/transfers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <algorithm>

namespace surplus {

Q_LOGGING_CATEGORY(lcSettlement, "surplus.settlement")

namespace {
constexpr std::array StateNames { "signed", "mined", "confirmed", "reverted", "superseded", "authorized", "expired" };
constexpr quint64 EntryGas = 60'000; ///< about what one more entry costs (measured: 100 take 5.1 million)
constexpr int KeptRecords = 5'000;

Amount sum(Amount a, Amount b) { return a.plus(b).value_or(a); }
U256 wei(const QString& text) { return u256FromDecimal(text).value_or(U256()); }

QByteArray compact(const QJsonValue& value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact) : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

QJsonArray entriesJson(const QList<Voucher>& vouchers)
{
    QJsonArray entries;
    for (const Voucher& voucher : vouchers)
        entries.append(voucher.toJson());
    return entries;
}

constexpr auto Columns = "id, at, payout, state, nano, paid, bounced, entries, skipped, reason, fee_cap, fee, hash, confirmations";

SettlementRecord recordFrom(const Statement& row)
{
    SettlementRecord record;
    record.id = row.integer(0);
    record.at = row.integer(1);
    record.payout = Address::fromRaw(row.blob(2)).value_or(Address());
    record.state = static_cast<SettlementState>(std::clamp<qint64>(row.integer(3), 0, static_cast<qint64>(StateNames.size()) - 1));
    record.amount = Amount::fromNano(row.integer(4));
    record.paid = Amount::fromNano(row.integer(5));
    record.bounced = Amount::fromNano(row.integer(6));
    record.entries = static_cast<int>(row.integer(7));
    record.skipped = static_cast<int>(row.integer(8));
    record.reason = row.text(9);
    record.feeCap = wei(row.text(10));
    record.fee = wei(row.text(11));
    record.transaction = Hash32::fromRaw(row.blob(12)).value_or(Hash32());
    record.confirmations = static_cast<int>(row.integer(13));
    return record;
}
} // namespace

SettlementState stateOf(TransactionState state)
{
    switch (state) {
    case TransactionState::Waiting:
        break; // also after a reorganisation
    case TransactionState::Mined:
        return SettlementState::Mined;
    case TransactionState::Confirmed:
        return SettlementState::Confirmed;
    case TransactionState::Reverted:
        return SettlementState::Reverted;
    case TransactionState::Superseded:
        return SettlementState::Superseded;
    }
    return SettlementState::Signed;
}

QString toText(SettlementState state) { return QLatin1String(StateNames[static_cast<std::size_t>(state)]); }

QJsonObject RelayTicket::toJson() const
{
    QJsonArray cashOuts;
    for (const CashOut& grant : grants)
        cashOuts.append(QJsonObject { { QStringLiteral("relayer"), grant.relayer.hex0x() }, { QStringLiteral("maxFee"), toDecimal(grant.maxFee) },
            { QStringLiteral("deadline"), grant.deadline }, { QStringLiteral("signature"), grant.signature.hex() } });
    return { { QStringLiteral("surplusRelay"), 1 }, { QStringLiteral("chainId"), static_cast<qint64>(chainId) },
        { QStringLiteral("vouchers"), entriesJson(vouchers) }, { QStringLiteral("grants"), cashOuts } };
}

Result<RelayTicket> RelayTicket::fromJson(const QJsonObject& json)
{
    const auto malformed = [](const QString& what) {
        return failure(QStringLiteral("relay.malformed"), QStringLiteral("This is no permission to settle for somebody: %1.").arg(what));
    };
    RelayTicket ticket;
    ticket.chainId = static_cast<quint64>(json.value(u"chainId").toInteger());
    const QJsonArray vouchers = json.value(u"vouchers").toArray();
    const QJsonArray grants = json.value(u"grants").toArray();
    if (json.value(u"surplusRelay").toInt() != 1 || ticket.chainId == 0 || vouchers.isEmpty() || vouchers.size() > contracts::MaxEntries || grants.size() != vouchers.size())
        return malformed(QStringLiteral("its kind or the number of its entries is wrong"));
    for (qsizetype i = 0; i < vouchers.size(); ++i) {
        const auto voucher = Voucher::fromJson(vouchers[i].toObject());
        const auto relayer = Address::fromHex(grants[i][u"relayer"].toString());
        const auto maxFee = u256FromDecimal(grants[i][u"maxFee"].toString());
        const auto signature = Signature::fromHex(grants[i][u"signature"].toString());
        if (!voucher || !relayer || !maxFee || !signature)
            return malformed(QStringLiteral("its entry %1 is damaged").arg(i + 1));
        const CashOut grant { voucher->chequebook, voucher->machine, voucher->cumulative, *relayer, *maxFee, grants[i][u"deadline"].toInteger(), *signature };
        const auto signer = recoverSigner(grant.digest(ticket.chainId), grant.signature);
        if (!signer || addressOf(*signer) != voucher->beneficiary)
            return failure(QStringLiteral("relay.signature"), QStringLiteral("Entry %1 is not signed by the one it pays.").arg(i + 1));
        ticket.vouchers.append(*voucher);
        ticket.grants.append(grant);
    }
    return ticket;
}

QList<Migration> Settler::migrations()
{
    return { { 10, R"(
        CREATE TABLE settlements(id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, payout BLOB NOT NULL, state INTEGER NOT NULL,
            nano INTEGER NOT NULL, paid INTEGER NOT NULL, bounced INTEGER NOT NULL, entries INTEGER NOT NULL, skipped INTEGER NOT NULL,
            reason TEXT NOT NULL, fee_cap TEXT NOT NULL, fee TEXT NOT NULL, hash BLOB NOT NULL, confirmations INTEGER NOT NULL,
            pending TEXT NOT NULL, vouchers TEXT NOT NULL, relayed INTEGER NOT NULL);
    )" },
        { 11, Transfers::Schema } };
}

Result<SettlementPlan> Settler::plan(
    const QList<Voucher>& vouchers, const Address& payout, const Address& payer, std::optional<Amount> tokensPerCoin)
{
    const ChainSpec& spec = m_client.config().spec;
    SettlementPlan plan;
    plan.payout = payout;
    QHash<contracts::ChannelRef, Voucher> highest; // two machines' dashboards may both hold one
    for (const Voucher& voucher : vouchers) {
        Voucher& held = highest[{ voucher.chequebook, voucher.beneficiary, voucher.machine }];
        if (voucher.beneficiary == payout && voucher.cumulative > held.cumulative)
            held = voucher;
    }
    highest.removeIf([](auto entry) { return entry.value().cumulative == 0; });
    const QList<contracts::ChannelRef> refs = highest.keys();
    plan.channels = static_cast<int>(refs.size());
    const auto states = readChannels(m_client, refs);
    if (!states)
        return tl::unexpected(states.error());
    struct Entry {
        Voucher voucher;
        U256 payable;
        U256 due;
    };
    QList<Entry> entries;
    QHash<Address, U256> free; // of each chequebook, shared by its channels
    for (qsizetype i = 0; i < refs.size(); ++i) {
        const contracts::ChannelState& state = (*states)[i];
        const Voucher voucher = highest.value(refs[i]);
        if (!state.deployed || voucher.cumulative <= state.paid) {
            if (!state.deployed)
                plan.waiting = sum(plan.waiting, spec.toNanoFloor(voucher.cumulative));
            continue;
        }
        const U256 due = voucher.cumulative - state.paid;
        const U256 own = std::min(due, state.reserve);
        U256& rest = free.contains(voucher.chequebook) ? free[voucher.chequebook] : *free.insert(voucher.chequebook, state.free);
        const U256 shared = std::min(U256(due - own), rest);
        rest -= shared;
        entries.append({ voucher, own + shared, due });
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.payable > b.payable; });
    const auto price = m_client.gasPriceNow();
    if (!price)
        return tl::unexpected(price.error());
    for (const Entry& entry : std::as_const(entries)) {
        const Amount payable = spec.toNanoFloor(entry.payable);
        // What one more entry costs, as tokens: wei × tokens per coin ÷ 10¹⁸.
        const U256 ownFee = tokensPerCoin ? U256(*price * EntryGas * static_cast<quint64>(std::max<qint64>(tokensPerCoin->nano(), 0)) / U256(1'000'000'000'000'000'000ULL)) : U256(0);
        const bool tooDear = payable.nano() > 0 && U256(static_cast<quint64>(payable.nano())) <= ownFee;
        if (payable.nano() <= 0 || tooDear || plan.vouchers.size() >= contracts::MaxEntries) {
            plan.waiting = sum(plan.waiting, spec.toNanoFloor(entry.due));
            plan.tooDear = tooDear ? sum(plan.tooDear, payable) : plan.tooDear;
            continue;
        }
        plan.vouchers.append(entry.voucher);
        plan.payable.append(payable);
        plan.amount = sum(plan.amount, payable);
        plan.uncovered = sum(plan.uncovered, spec.toNanoFloor(entry.due - entry.payable));
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

Result<void> Settler::write(const SettlementRecord& record, const PendingTransaction* pending, const QList<Voucher>* vouchers, bool relayed)
{
    return m_database.transact([&] {
        if (record.id == 0) {
            m_database.prepare("INSERT INTO settlements(at, payout, state, nano, paid, bounced, entries, skipped, reason, fee_cap, fee, hash, confirmations, "
                               "pending, vouchers, relayed) VALUES(?,?,?,?,0,0,?,0,'',?,'0',?,0,?,?,?)")
                .bind(record.at, record.payout.raw(), static_cast<int>(record.state), record.amount.nano(), record.entries, toDecimal(record.feeCap),
                    record.transaction.raw(), pending ? QString::fromUtf8(compact(pending->toJson())) : QString(),
                    vouchers ? QString::fromUtf8(compact(entriesJson(*vouchers))) : QString(), relayed).run();
            m_database.prepare("DELETE FROM settlements WHERE id<=(SELECT MAX(id) FROM settlements)-? AND state IN (2,3,4,6)").bind(KeptRecords).run();
            return;
        }
        m_database.prepare("UPDATE settlements SET state=?, paid=?, bounced=?, skipped=?, reason=?, fee=?, hash=?, confirmations=? WHERE id=?")
            .bind(static_cast<int>(record.state), record.paid.nano(), record.bounced.nano(), record.skipped, record.reason, toDecimal(record.fee),
                record.transaction.raw(), record.confirmations, record.id).run();
        if (pending)
            m_database.prepare("UPDATE settlements SET pending=? WHERE id=?").bind(QString::fromUtf8(compact(pending->toJson())), record.id).run();
    });
}

Result<SettlementRecord> Settler::submit(SettlementRecord record, const PendingTransaction& pending, const QList<Voucher>& vouchers, bool relayed)
{
    record.at = m_clock.now();
    record.feeCap = pending.cap();
    record.transaction = pending.hashes.last();
    record.entries = static_cast<int>(vouchers.size());
    // Written down before it is sent: whatever happens in between, it is known what may be on its way.
    if (auto written = write(record, &pending, &vouchers, relayed); !written)
        return tl::unexpected(written.error());
    record.id = m_database.lastInsertId();
    if (auto sent = m_client.send(pending.raw); !sent)
        qCWarning(lcSettlement).noquote() << "a settlement is signed and not sent yet:" << sent.error().message; // follow() sends it
    else
        qCInfo(lcSettlement).noquote() << "settlement" << pending.hashes.last().hex0x() << "sent with" << vouchers.size() << "entries";
    return record;
}

Result<SettlementRecord> Settler::settle(const SettlementPlan& plan, const SecretKey& payer)
{
    if (plan.isEmpty())
        return failure(QStringLiteral("settle.empty"), QStringLiteral("There is nothing to settle: no voucher is covered, or all were settled."));
    const auto all = records();
    if (!all)
        return tl::unexpected(all.error());
    for (const SettlementRecord& record : *all) {
        if (record.state <= SettlementState::Mined && record.payout == plan.payout)
            return failure(QStringLiteral("settle.underway"),
                QStringLiteral("The settlement of %1 is not confirmed yet. Wait for it; nothing was sent.").arg(record.transaction.hex0x()));
    }
    const auto pending = prepareTransaction(m_client, payer, m_client.config().spec.factory, contracts::settle(plan.vouchers), plan.gas);
    if (!pending)
        return tl::unexpected(pending.error());
    SettlementRecord record;
    record.payout = plan.payout;
    record.amount = plan.amount;
    return submit(record, *pending, plan.vouchers, false);
}

void Settler::takeReceipt(SettlementRecord& record, const Receipt& receipt) const
{
    const ChainSpec& spec = m_client.config().spec;
    record.transaction = receipt.transaction;
    record.fee = receipt.fee();
    U256 paid;
    U256 bounced;
    record.skipped = 0;
    record.reason.clear();
    for (const contracts::EntryOutcome& outcome : contracts::readOutcomes(receipt, spec.factory, record.entries)) {
        if (outcome.settled) {
            paid += outcome.paid;
            bounced += outcome.bounced;
            continue;
        }
        if (record.skipped++ == 0)
            record.reason = outcome.reason;
    }
    record.paid = spec.toNanoFloor(paid);
    record.bounced = spec.toNanoFloor(bounced);
}

Result<bool> Settler::followOne(SettlementRecord record, const PendingTransaction& pending)
{
    const auto progress = followTransaction(m_client, pending);
    if (!progress)
        return tl::unexpected(progress.error());
    const SettlementState before = record.state;
    const int depth = record.confirmations;
    record.confirmations = progress->confirmations;
    record.state = stateOf(progress->state);
    if (record.state == SettlementState::Signed) {
        record.paid = record.bounced = {};
        record.fee = 0;
        record.skipped = 0;
        record.transaction = pending.hashes.last();
    }
    if (progress->receipt)
        takeReceipt(record, *progress->receipt);
    if (before == record.state && depth == record.confirmations)
        return false;
    if (before != record.state)
        qCInfo(lcSettlement).noquote() << "settlement" << record.transaction.hex0x() << "is" << toText(record.state);
    if (auto written = write(record, nullptr, nullptr, false); !written)
        return tl::unexpected(written.error());
    return true;
}

Result<bool> Settler::followTicket(SettlementRecord record, const QJsonObject& json)
{
    const auto ticket = RelayTicket::fromJson(json);
    if (!ticket)
        return tl::unexpected(ticket.error());
    QList<contracts::ChannelRef> refs;
    for (const Voucher& voucher : ticket->vouchers)
        refs.append({ voucher.chequebook, voucher.beneficiary, voucher.machine });
    const auto newest = m_client.blockNumber();
    if (!newest)
        return tl::unexpected(newest.error());
    const qint64 depth = *newest - m_client.config().confirmations + 1;
    const auto states = readChannels(m_client, refs, std::max<qint64>(depth, 0));
    if (!states)
        return tl::unexpected(states.error());
    bool all = true;
    for (qsizetype i = 0; i < refs.size(); ++i)
        all &= (*states)[i].paid >= ticket->vouchers[i].cumulative;
    const bool late = m_clock.now() / 1000 > ticket->grants.first().deadline;
    if (!all && !late)
        return false;
    record.state = all ? SettlementState::Confirmed : SettlementState::Expired;
    record.paid = all ? record.amount : Amount();
    if (auto written = write(record, nullptr, nullptr, false); !written)
        return tl::unexpected(written.error());
    return true;
}

Result<bool> Settler::follow()
{
    struct Open {
        SettlementRecord record;
        QJsonObject pending;
    };
    const auto open = m_database.read([&] {
        QList<Open> found;
        Statement select = m_database.prepare((QByteArray("SELECT ") + Columns + ", pending FROM settlements WHERE state IN (0,1,5) ORDER BY id").constData());
        while (select.step())
            found.append({ recordFrom(select), QJsonDocument::fromJson(select.text(14).toUtf8()).object() });
        return found;
    });
    if (!open)
        return tl::unexpected(open.error());
    bool changed = false;
    for (const Open& one : *open) {
        const auto pending = PendingTransaction::fromJson(one.pending);
        const auto moved = one.record.state == SettlementState::Authorized ? followTicket(one.record, one.pending)
            : pending                                                     ? followOne(one.record, *pending)
                                                                          : failure(QStringLiteral("settle.damaged"), QStringLiteral("The record of a settlement is damaged."));
        if (!moved)
            return tl::unexpected(moved.error());
        changed |= *moved;
    }
    return changed;
}

Result<void> Settler::raise(qint64 id, const SecretKey& payer)
{
    const auto stored = m_database.read([&]() -> std::optional<std::pair<SettlementRecord, QJsonObject>> {
        Statement select = m_database.prepare((QByteArray("SELECT ") + Columns + ", pending FROM settlements WHERE id=? AND state=0").constData());
        if (!select.bind(id).step())
            return std::nullopt;
        return std::pair(recordFrom(select), QJsonDocument::fromJson(select.text(14).toUtf8()).object());
    });
    if (!stored)
        return tl::unexpected(stored.error());
    auto pending = *stored ? PendingTransaction::fromJson((*stored)->second) : std::nullopt;
    if (!pending)
        return failure(QStringLiteral("settle.unknown"), QStringLiteral("That settlement does not wait for a block."));
    if (pending->from != payer.address())
        return failure(QStringLiteral("settle.key"), QStringLiteral("Another key signed that settlement."));
    if (!raiseTransaction(*pending, payer))
        return failure(QStringLiteral("settle.cap"),
            QStringLiteral("A higher bid would pass the cap of %1 %2 that you agreed to. It goes through when the network's price falls.")
                .arg(coinText(pending->cap()), m_client.config().coin));
    SettlementRecord record = (*stored)->first;
    record.transaction = pending->hashes.last();
    if (auto written = write(record, &*pending, nullptr, false); !written)
        return written;
    return m_client.send(pending->raw);
}

Result<QList<SettlementRecord>> Settler::records(int most)
{
    return m_database.read([&] {
        QList<SettlementRecord> found;
        Statement select = m_database.prepare((QByteArray("SELECT ") + Columns + " FROM settlements ORDER BY id DESC LIMIT ?").constData());
        select.bind(most);
        while (select.step())
            found.append(recordFrom(select));
        return found;
    });
}

Result<RelayTicket> Settler::authorize(const SettlementPlan& plan, const SecretKey& beneficiary, const Address& relayer, Amount maxFee, UtcMs deadline)
{
    if (plan.isEmpty())
        return failure(QStringLiteral("settle.empty"), QStringLiteral("There is nothing to settle: no voucher is covered, or all were settled."));
    if (beneficiary.address() != plan.payout)
        return failure(QStringLiteral("settle.key"), QStringLiteral("Only the key of the payout address can allow somebody else to settle for it."));
    if (maxFee.nano() < 0 || maxFee > plan.amount)
        return failure(QStringLiteral("settle.fee"), QStringLiteral("The fee can't be more than what is settled."));
    RelayTicket ticket;
    ticket.chainId = m_client.config().spec.chainId;
    ticket.vouchers = plan.vouchers;
    qint64 left = maxFee.nano();
    for (qsizetype i = 0; i < plan.vouchers.size(); ++i) {
        // The fee is spread over the entries in proportion, and the parts add up to it.
        const bool last = i + 1 == plan.vouchers.size();
        const qint64 part = last ? left : static_cast<qint64>(static_cast<Wide>(maxFee.nano()) * static_cast<Wide>(plan.payable[i].nano()) / static_cast<Wide>(plan.amount.nano()));
        left -= part;
        CashOut grant { plan.vouchers[i].chequebook, plan.vouchers[i].machine, plan.vouchers[i].cumulative, relayer,
            m_client.config().spec.toBaseUnits(Amount::fromNano(part)), deadline / 1000, {} };
        grant.sign(ticket.chainId, beneficiary);
        ticket.grants.append(grant);
    }
    SettlementRecord record;
    record.at = m_clock.now();
    record.payout = plan.payout;
    record.state = SettlementState::Authorized;
    record.amount = plan.amount;
    record.entries = static_cast<int>(plan.vouchers.size());
    const auto written = m_database.transact([&] {
        m_database.prepare("INSERT INTO settlements(at, payout, state, nano, paid, bounced, entries, skipped, reason, fee_cap, fee, hash, confirmations, "
                           "pending, vouchers, relayed) VALUES(?,?,?,?,0,0,?,0,'','0','0',?,0,?,'',1)")
            .bind(record.at, record.payout.raw(), static_cast<int>(record.state), record.amount.nano(), record.entries, Hash32().raw(),
                QString::fromUtf8(compact(ticket.toJson()))).run();
    });
    return written ? Result<RelayTicket>(ticket) : tl::unexpected(written.error());
}

Result<SettlementRecord> Settler::relay(const RelayTicket& ticket, const SecretKey& relayer)
{
    if (ticket.chainId != m_client.config().spec.chainId)
        return failure(QStringLiteral("chain.wrong"), QStringLiteral("This permission is for the chain %1. Nothing was sent.").arg(ticket.chainId));
    QList<contracts::Relay> relays;
    SettlementRecord record;
    for (qsizetype i = 0; i < ticket.grants.size(); ++i) {
        const CashOut& grant = ticket.grants[i];
        if (!grant.relayer.isNull() && grant.relayer != relayer.address())
            return failure(QStringLiteral("relay.other"), QStringLiteral("This permission names another relayer, %1. Nothing was sent.").arg(grant.relayer.hex0x()));
        if (grant.deadline < m_clock.now() / 1000)
            return failure(QStringLiteral("relay.expired"), QStringLiteral("This permission has expired. Nothing was sent; ask for a new one."));
        relays.append({ grant, grant.maxFee });
        record.payout = ticket.vouchers[i].beneficiary;
    }
    const QByteArray data = contracts::settleRelayed(ticket.vouchers, relays);
    const auto offer = m_client.offer(relayer.address(), m_client.config().spec.factory, data);
    if (!offer)
        return tl::unexpected(offer.error());
    const auto pending = prepareTransaction(m_client, relayer, m_client.config().spec.factory, data, *offer);
    if (!pending)
        return tl::unexpected(pending.error());
    return submit(record, *pending, ticket.vouchers, true);
}

} // namespace surplus
