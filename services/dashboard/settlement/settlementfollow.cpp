// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of settlements that are on their way: a part of Settler.
#include "services/dashboard/settlement/settler.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>

namespace surplus {

Q_LOGGING_CATEGORY(lcFollow, "surplus.settlement.follow")

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

Result<bool> Settler::followOne(SettlementRecord record, const QJsonObject& json)
{
    const auto pending = PendingTransaction::fromJson(json);
    TransactionProgress progress;
    if (pending) {
        const auto followed = followTransaction(m_client, *pending);
        if (!followed)
            return tl::unexpected(followed.error());
        progress = *followed;
    } else if (!record.transaction.isNull()) {
        const auto followed = followHash(m_client, record.transaction);
        if (!followed)
            return tl::unexpected(followed.error());
        progress = followed->value_or(TransactionProgress());
    }
    const SettlementState before = record.state;
    const int depth = record.confirmations;
    record.confirmations = progress.confirmations;
    // Without its record it can't be sent again: what the chain doesn't know is not waited for.
    record.state = !pending && !progress.receipt ? SettlementState::Damaged : stateOf(progress.state);
    if (record.state == SettlementState::Signed) {
        record.paid = record.bounced = {};
        record.fee = 0;
        record.skipped = 0;
        record.transaction = pending->hashes.last();
    }
    if (progress.receipt)
        takeReceipt(record, *progress.receipt);
    if (before == record.state && depth == record.confirmations)
        return false;
    if (before != record.state)
        qCInfo(lcFollow).noquote() << "settlement" << record.transaction.hex0x() << "is" << toText(record.state);
    if (auto written = write(record, nullptr, nullptr, false); !written)
        return tl::unexpected(written.error());
    return true;
}

Result<bool> Settler::followTicket(SettlementRecord record, const QJsonObject& json)
{
    const auto save = [&]() -> Result<bool> {
        if (auto written = write(record, nullptr, nullptr, false); !written)
            return tl::unexpected(written.error());
        return true;
    };
    const auto ticket = RelayTicket::fromJson(json);
    if (!ticket) {
        record.state = SettlementState::Damaged;
        return save();
    }
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
    const QJsonArray before = json.value(u"paidBefore").toArray(); // earlier versions didn't keep it
    bool all = true;
    U256 paid;
    for (qsizetype i = 0; i < refs.size(); ++i) {
        const U256 cumulative = ticket->vouchers[i].cumulative;
        const U256 now = std::min((*states)[i].paid, cumulative);
        const U256 then = std::min(u256FromDecimal(before[i].toString()).value_or(now), now);
        all &= now >= cumulative;
        paid += now - then;
    }
    const SettlementRecord was = record;
    bool late = false;
    if (!all && depth >= 0) {
        // By the time of the block that was read, as the contract goes by it: what was cashed since may still count.
        const auto read = m_client.blockTime(depth);
        if (!read)
            return tl::unexpected(read.error());
        late = *read / 1000 > ticket->grants.first().deadline;
    }
    record.paid = before.isEmpty() ? (all ? record.amount : Amount()) : m_client.config().spec.toNanoFloor(paid);
    record.state = all ? SettlementState::Confirmed : late ? SettlementState::Expired : SettlementState::Authorized;
    return was.state == record.state && was.paid == record.paid ? Result<bool>(false) : save();
}

Result<bool> Settler::follow()
{
    const auto open = openRecords();
    if (!open)
        return tl::unexpected(open.error());
    bool changed = false;
    std::optional<Error> failed;
    for (const auto& [record, json] : *open) {
        const auto moved = record.state == SettlementState::Authorized ? followTicket(record, json) : followOne(record, json);
        if (!moved) {
            qCWarning(lcFollow).noquote() << "settlement" << record.id << "can't be followed now:" << moved.error().message;
            failed = failed ? failed : moved.error();
            if (moved.error().code == QLatin1String("chain.unreachable"))
                break; // the others would wait for the same
        } else {
            changed |= *moved;
        }
    }
    return failed && !changed ? Result<bool>(tl::unexpected(*failed)) : Result<bool>(changed);
}

} // namespace surplus
