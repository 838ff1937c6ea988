// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/settlement/settler.h"

#include "services/common/chain/abi.h"
#include "services/dashboard/settlement/transfers.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <algorithm>

namespace surplus {

Q_LOGGING_CATEGORY(lcSettlement, "surplus.settlement")

namespace {
constexpr std::array StateNames { "signed", "mined", "confirmed", "reverted", "superseded", "authorized", "expired", "damaged" };
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

Result<void> Settler::write(const SettlementRecord& record, const PendingTransaction* pending, const QList<Voucher>* vouchers, bool relayed)
{
    return m_database.transact([&] {
        if (record.id == 0) {
            m_database.prepare("INSERT INTO settlements(at, payout, state, nano, paid, bounced, entries, skipped, reason, fee_cap, fee, hash, confirmations, "
                               "pending, vouchers, relayed) VALUES(?,?,?,?,0,0,?,0,'',?,'0',?,0,?,?,?)")
                .bind(record.at, record.payout.raw(), static_cast<int>(record.state), record.amount.nano(), record.entries, toDecimal(record.feeCap),
                    record.transaction.raw(), pending ? QString::fromUtf8(compact(pending->toJson())) : QString(),
                    vouchers ? QString::fromUtf8(compact(entriesJson(*vouchers))) : QString(), relayed).run();
            m_database.prepare("DELETE FROM settlements WHERE id<=(SELECT MAX(id) FROM settlements)-? AND state IN (2,3,4,6,7)").bind(KeptRecords).run();
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

Result<SettlementRecord> Settler::settle(const SettlementPlan& plan, const SecretKey& payer, const std::function<bool()>& wanted)
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
    // Somebody else may have cashed some of them since the plan was shown, or taken out what would have covered them.
    const auto now = simulate(plan.vouchers);
    if (!now)
        return tl::unexpected(now.error());
    SettlementRecord record;
    record.payout = plan.payout;
    QList<Voucher> vouchers;
    for (qsizetype i = 0; i < plan.vouchers.size(); ++i) {
        const Amount payable = *now ? m_client.config().spec.toNanoFloor((**now)[i]) : plan.payable[i];
        if (payable <= plan.ownFee)
            continue;
        vouchers.append(plan.vouchers[i]);
        record.amount = sum(record.amount, payable);
    }
    if (vouchers.isEmpty())
        return failure(QStringLiteral("settle.empty"), QStringLiteral("What was to be settled was settled meanwhile, or is not covered any more. Nothing was sent."));
    const auto pending = prepareTransaction(m_client, payer, m_client.config().spec.factory, contracts::settle(vouchers), plan.gas);
    if (!pending)
        return tl::unexpected(pending.error());
    if (wanted && !wanted())
        return failure(QStringLiteral("settle.unwanted"), QStringLiteral("Settling was switched off before it was sent. Nothing was sent."));
    return submit(record, *pending, vouchers, false);
}

Result<QList<std::pair<SettlementRecord, QJsonObject>>> Settler::openRecords()
{
    return m_database.read([&] {
        QList<std::pair<SettlementRecord, QJsonObject>> found;
        Statement select = m_database.prepare((QByteArray("SELECT ") + Columns + ", pending FROM settlements WHERE state IN (0,1,5) ORDER BY id").constData());
        while (select.step())
            found.append({ recordFrom(select), QJsonDocument::fromJson(select.text(14).toUtf8()).object() });
        return found;
    });
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
    QJsonObject stored = ticket.toJson();
    QJsonArray before;
    for (const U256& paid : plan.paid)
        before.append(toDecimal(paid));
    stored.insert(QStringLiteral("paidBefore"), before); // so that what is paid of it can be told, also of a part
    const auto written = m_database.transact([&] {
        m_database.prepare("INSERT INTO settlements(at, payout, state, nano, paid, bounced, entries, skipped, reason, fee_cap, fee, hash, confirmations, "
                           "pending, vouchers, relayed) VALUES(?,?,?,?,0,0,?,0,'','0','0',?,0,?,'',1)")
            .bind(record.at, record.payout.raw(), static_cast<int>(record.state), record.amount.nano(), record.entries, Hash32().raw(),
                QString::fromUtf8(compact(stored))).run();
    });
    return written ? Result<RelayTicket>(ticket) : tl::unexpected(written.error());
}

Result<QList<std::optional<contracts::Relay>>> Settler::allowedFees(const RelayTicket& ticket)
{
    QList<contracts::ChannelRef> refs;
    for (const Voucher& voucher : ticket.vouchers)
        refs.append({ voucher.chequebook, voucher.beneficiary, voucher.machine });
    const auto states = readChannels(m_client, refs);
    if (!states)
        return tl::unexpected(states.error());
    QList<std::optional<contracts::Relay>> all;
    QHash<Address, U256> free; // of each chequebook, shared by its channels
    for (qsizetype i = 0; i < refs.size(); ++i) {
        const contracts::ChannelState& state = (*states)[i];
        const CashOut& grant = ticket.grants[i];
        const U256 due = grant.cumulative > state.paid ? U256(grant.cumulative - state.paid) : U256(0);
        const U256 own = std::min(due, state.reserve);
        U256& rest = free.contains(grant.chequebook) ? free[grant.chequebook] : *free.insert(grant.chequebook, state.free);
        const U256 shared = std::min(U256(due - own), rest);
        rest -= shared;
        const U256 payout = own + shared;
        if (!state.deployed || payout == 0) {
            all.append(std::nullopt);
            continue;
        }
        // As the contract counts it: of what is left of the cap, the part that is paid of what is due.
        const auto taken = m_client.call(grant.chequebook, AbiTuple().hash(grant.digest(ticket.chainId)).call("cashOutFee(bytes32)"));
        if (!taken && taken.error().code != QLatin1String("chain.reverted")) // one of an earlier version keeps no count
            return tl::unexpected(taken.error());
        const U256 left = grant.maxFee - std::min(grant.maxFee, taken ? AbiReader(*taken).number(0).value_or(U256()) : U256(0));
        const bool multiplies = left < (U256(1) << 127) && payout < (U256(1) << 127);
        all.append(contracts::Relay { grant, left >= due ? payout : multiplies ? U256(left * payout / due) : U256(0) });
    }
    return all;
}

Result<SettlementRecord> Settler::relay(const RelayTicket& ticket, const SecretKey& relayer)
{
    if (ticket.chainId != m_client.config().spec.chainId)
        return failure(QStringLiteral("chain.wrong"), QStringLiteral("This permission is for the chain %1. Nothing was sent.").arg(ticket.chainId));
    for (const CashOut& grant : ticket.grants) {
        if (!grant.relayer.isNull() && grant.relayer != relayer.address())
            return failure(QStringLiteral("relay.other"), QStringLiteral("This permission names another relayer, %1. Nothing was sent.").arg(grant.relayer.hex0x()));
        if (grant.deadline < m_clock.now() / 1000)
            return failure(QStringLiteral("relay.expired"), QStringLiteral("This permission has expired. Nothing was sent; ask for a new one."));
    }
    const auto relays = allowedFees(ticket);
    if (!relays)
        return tl::unexpected(relays.error());
    QList<Voucher> vouchers;
    QList<contracts::Relay> paying;
    for (qsizetype i = 0; i < ticket.vouchers.size(); ++i) {
        if (!(*relays)[i])
            continue;
        vouchers.append(ticket.vouchers[i]);
        paying.append(*(*relays)[i]);
    }
    if (vouchers.isEmpty())
        return failure(QStringLiteral("settle.empty"), QStringLiteral("What this permission is for was settled, or is not covered now. Nothing was sent."));
    SettlementRecord record;
    record.payout = vouchers.first().beneficiary;
    const QByteArray data = contracts::settleRelayed(vouchers, paying);
    const auto offer = m_client.offer(relayer.address(), m_client.config().spec.factory, data);
    if (!offer)
        return tl::unexpected(offer.error());
    const auto pending = prepareTransaction(m_client, relayer, m_client.config().spec.factory, data, *offer);
    if (!pending)
        return tl::unexpected(pending.error());
    return submit(record, *pending, vouchers, true);
}

} // namespace surplus
