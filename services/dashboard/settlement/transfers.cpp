// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/settlement/transfers.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <algorithm>

namespace surplus {

Q_LOGGING_CATEGORY(lcTransfers, "surplus.settlement.transfers")

const char* const Transfers::Schema = R"(
    CREATE TABLE transfers(id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, sender BLOB NOT NULL, recipient BLOB NOT NULL,
        state INTEGER NOT NULL, nano INTEGER NOT NULL, fee_cap TEXT NOT NULL, fee TEXT NOT NULL, hash BLOB NOT NULL,
        confirmations INTEGER NOT NULL, pending TEXT NOT NULL);
)";

namespace {
constexpr auto Columns = "id, at, sender, recipient, state, nano, fee_cap, fee, hash, confirmations";
constexpr int PendingColumn = 10;

TransferRecord recordFrom(const Statement& row)
{
    TransferRecord record;
    record.id = row.integer(0);
    record.at = row.integer(1);
    record.from = Address::fromRaw(row.blob(2)).value_or(Address());
    record.to = Address::fromRaw(row.blob(3)).value_or(Address());
    record.state = static_cast<SettlementState>(std::clamp<qint64>(row.integer(4), 0, static_cast<qint64>(SettlementState::Damaged)));
    record.amount = Amount::fromNano(row.integer(5));
    record.feeCap = u256FromDecimal(row.text(6)).value_or(U256());
    record.fee = u256FromDecimal(row.text(7)).value_or(U256());
    record.transaction = Hash32::fromRaw(row.blob(8)).value_or(Hash32());
    record.confirmations = static_cast<int>(row.integer(9));
    return record;
}
} // namespace

Result<Balances> Transfers::balances(const Address& of)
{
    const auto tokens = tokenBalance(m_client, of);
    const auto coin = tokens ? m_client.balance(of) : tl::unexpected(tokens.error());
    if (!coin)
        return tl::unexpected(coin.error());
    return Balances { m_client.config().spec.toNanoFloor(*tokens), *coin };
}

Result<void> Transfers::mayBegin(const Address& from)
{
    const auto all = records();
    if (!all)
        return tl::unexpected(all.error());
    for (const TransferRecord& record : *all) {
        if (record.isOpen() && record.from == from)
            return failure(QStringLiteral("transfer.underway"),
                QStringLiteral("Sending with %1 is not confirmed yet. Wait for it; nothing was sent.").arg(record.transaction.hex0x()));
    }
    return {};
}

Result<TransferPlan> Transfers::plan(const Address& from, const Address& to, Amount amount)
{
    const ChainConfig& config = m_client.config();
    if (to.isNull() || to == config.token || to == config.spec.factory)
        return failure(QStringLiteral("transfer.address"), QStringLiteral("What is sent to %1 is lost: it is nobody's address. Check it; nothing was sent.").arg(to.hex0x()));
    if (to == from)
        return failure(QStringLiteral("transfer.address"), QStringLiteral("This is your own address. Nothing was sent."));
    if (auto free = mayBegin(from); !free)
        return tl::unexpected(free.error());
    const auto units = config.spec.exactUnits(amount);
    if (!units)
        return failure(QStringLiteral("transfer.amount"), units.error().message);
    const auto held = balances(from);
    if (!held)
        return tl::unexpected(held.error());
    if (held->tokens < amount)
        return failure(QStringLiteral("transfer.amount"), QStringLiteral("Your address holds %1 %2, less than that. Nothing was sent.").arg(held->tokens.toTokens(), config.spec.symbol));
    const auto gas = m_client.offer(from, config.token, contracts::transfer(to, *units));
    if (!gas)
        return tl::unexpected(gas.error());
    return TransferPlan { from, to, amount, *held, *gas };
}

Result<TransferRecord> Transfers::send(const TransferPlan& plan, const SecretKey& key)
{
    if (key.address() != plan.from)
        return failure(QStringLiteral("transfer.key"), QStringLiteral("Another key belongs to the address that sends. Nothing was sent."));
    if (auto free = mayBegin(plan.from); !free)
        return tl::unexpected(free.error());
    const ChainConfig& config = m_client.config();
    const auto pending = prepareTransaction(m_client, key, config.token, contracts::transfer(plan.to, config.spec.toBaseUnits(plan.amount)), plan.gas);
    if (!pending)
        return tl::unexpected(pending.error());
    TransferRecord record { 0, m_clock.now(), plan.from, plan.to, SettlementState::Signed, plan.amount, pending->cap(), {}, pending->hashes.last(), 0 };
    // Written down before it is sent: whatever happens in between, it is known what may be on its way.
    const auto written = m_database.transact([&] {
        m_database.prepare("INSERT INTO transfers(at, sender, recipient, state, nano, fee_cap, fee, hash, confirmations, pending) VALUES(?,?,?,0,?,?,'0',?,0,?)")
            .bind(record.at, record.from.raw(), record.to.raw(), record.amount.nano(), toDecimal(record.feeCap), record.transaction.raw(),
                QString::fromUtf8(QJsonDocument(pending->toJson()).toJson(QJsonDocument::Compact))).run();
        record.id = m_database.lastInsertId();
        m_database.prepare("DELETE FROM transfers WHERE id<=?-? AND state>1").bind(record.id, KeptRecords).run();
    });
    if (!written)
        return tl::unexpected(written.error());
    if (auto sent = m_client.send(pending->raw); !sent)
        qCWarning(lcTransfers).noquote() << "a transfer is signed and not sent yet:" << sent.error().message; // follow() sends it
    else
        qCInfo(lcTransfers).noquote() << "transfer" << record.transaction.hex0x() << "sent";
    return record;
}

Result<bool> Transfers::follow()
{
    struct Open {
        TransferRecord record;
        QString pending;
    };
    const auto open = m_database.read([&] {
        QList<Open> found;
        Statement select = m_database.prepare((QByteArray("SELECT ") + Columns + ", pending FROM transfers WHERE state<=1 ORDER BY id").constData());
        while (select.step())
            found.append({ recordFrom(select), select.text(PendingColumn) });
        return found;
    });
    if (!open)
        return tl::unexpected(open.error());
    bool changed = false;
    std::optional<Error> failed;
    for (const auto& [record, json] : *open) {
        const auto moved = followOne(record, json);
        if (!moved) {
            qCWarning(lcTransfers).noquote() << "transfer" << record.id << "can't be followed now:" << moved.error().message;
            failed = failed ? failed : moved.error();
            if (moved.error().code == QLatin1String("chain.unreachable"))
                break; // the others would wait for the same
        } else {
            changed |= *moved;
        }
    }
    return failed && !changed ? Result<bool>(tl::unexpected(*failed)) : Result<bool>(changed);
}

Result<bool> Transfers::followOne(const TransferRecord& before, const QString& json)
{
    const auto pending = PendingTransaction::fromJson(QJsonDocument::fromJson(json.toUtf8()).object());
    TransactionProgress progress;
    if (pending) {
        const auto followed = followTransaction(m_client, *pending);
        if (!followed)
            return tl::unexpected(followed.error());
        progress = *followed;
    } else if (!before.transaction.isNull()) {
        const auto followed = followHash(m_client, before.transaction);
        if (!followed)
            return tl::unexpected(followed.error());
        progress = followed->value_or(TransactionProgress());
    }
    TransferRecord now = before;
    // Without its record it can't be sent again: what the chain doesn't know is not waited for.
    now.state = !pending && !progress.receipt ? SettlementState::Damaged : stateOf(progress.state);
    now.confirmations = progress.confirmations;
    now.fee = progress.receipt ? progress.receipt->fee() : U256();
    now.transaction = progress.receipt ? progress.receipt->transaction : pending ? pending->hashes.last() : before.transaction;
    if (now.state == before.state && now.confirmations == before.confirmations)
        return false;
    const auto written = m_database.transact([&] {
        m_database.prepare("UPDATE transfers SET state=?, fee=?, hash=?, confirmations=? WHERE id=?")
            .bind(static_cast<int>(now.state), toDecimal(now.fee), now.transaction.raw(), now.confirmations, now.id).run();
    });
    return written ? Result<bool>(true) : tl::unexpected(written.error());
}

Result<QList<TransferRecord>> Transfers::records(int most)
{
    return m_database.read([&] {
        QList<TransferRecord> found;
        Statement select = m_database.prepare((QByteArray("SELECT ") + Columns + " FROM transfers ORDER BY id DESC LIMIT ?").constData());
        select.bind(most);
        while (select.step())
            found.append(recordFrom(select));
        return found;
    });
}

} // namespace surplus
