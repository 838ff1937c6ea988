// SPDX-License-Identifier: GPL-3.0-or-later
#include "settlementtable.h"

#include "format.h"
#include "walletmodel.h"
#include "services/common/core/localzone.h"
#include "services/common/crypto/keccak.h"
#include "services/common/history/earnings.h"

#include <algorithm>

namespace surplus {

namespace {
const QString Dash = QStringLiteral("—");

/// Whether `paid` says more than what was planned.
bool isPaid(const SettlementRecord& record)
{
    return record.state == SettlementState::Mined || record.state == SettlementState::Confirmed || record.paid.nano() > 0;
}

bool hasArrived(const SettlementRecord& record) { return record.state == SettlementState::Confirmed && record.paid.nano() > 0; }

struct Status {
    QString label;
    QString tone;
};
Status statusOf(SettlementState state, int confirmations, int wanted)
{
    switch (state) {
    case SettlementState::Signed:
        return { WalletModel::tr("Sent"), QStringLiteral("info") };
    case SettlementState::Mined:
        return { WalletModel::tr("Confirming, %1 of %2").arg(confirmations).arg(wanted), QStringLiteral("info") };
    case SettlementState::Confirmed:
        return { WalletModel::tr("Confirmed"), QStringLiteral("positive") };
    case SettlementState::Reverted:
        return { WalletModel::tr("Didn't go through"), QStringLiteral("warning") };
    case SettlementState::Superseded:
        return { WalletModel::tr("Replaced"), QStringLiteral("textMuted") };
    case SettlementState::Authorized:
        return { WalletModel::tr("Others may settle it"), QStringLiteral("info") };
    case SettlementState::Expired:
        return { WalletModel::tr("Nobody settled it"), QStringLiteral("textMuted") };
    case SettlementState::Damaged:
        return { WalletModel::tr("Record damaged"), QStringLiteral("warning") };
    }
    return {};
}
} // namespace

QVariantList SettlementTable::rows(const QString& symbol, int confirmations) const
{
    const auto row = [wanted = confirmations](const char* kind, UtcMs at, SettlementState state, int reached, const QString& amount, const U256& fee, const Hash32& transaction, const QString& note) {
        const Status status = statusOf(state, reached, wanted);
        const QString hash = transaction.isNull() ? QString() : transaction.hex0x();
        return QVariantMap { { QStringLiteral("kind"), QLatin1String(kind) }, { QStringLiteral("at"), at }, { QStringLiteral("date"), Format::moment(at) }, { QStringLiteral("label"), status.label },
            { QStringLiteral("tone"), status.tone }, { QStringLiteral("settled"), amount }, { QStringLiteral("fee"), fee > 0 ? Format::coin(fee) : Dash },
            { QStringLiteral("transaction"), hash }, { QStringLiteral("shortTransaction"), hash.isEmpty() ? Dash : hash.left(6) + QStringLiteral("…") + hash.right(4) },
            { QStringLiteral("note"), note } };
    };
    QVariantList rows;
    for (const SettlementRecord& record : m_desk.records()) {
        const bool mined = isPaid(record);
        const QString note = record.state == SettlementState::Expired && mined ? WalletModel::tr("%1 %2 of it were settled in time").arg(Format::tokens(record.paid), symbol)
            : record.bounced.nano() > 0 ? WalletModel::tr("%1 %2 bounced").arg(Format::tokens(record.bounced), symbol)
            : record.skipped > 0                       ? WalletModel::tr("%n voucher(s) left out: %1", nullptr, record.skipped).arg(record.reason)
                                                       : QString();
        rows.append(row("settlement", record.at, record.state, record.confirmations, Format::tokens(mined ? record.paid : record.amount), record.fee, record.transaction, note));
    }
    for (const TransferRecord& record : m_desk.transfers()) {
        const QString to = checksumAddress(record.to);
        rows.append(row("payment", record.at, record.state, record.confirmations, QChar(0x2212) + Format::tokens(record.amount), record.fee, record.transaction,
            WalletModel::tr("to %1").arg(to.left(6) + QStringLiteral("…") + to.right(4))));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const QVariant& a, const QVariant& b) {
        return a.toMap().value(QStringLiteral("at")).value<qint64>() > b.toMap().value(QStringLiteral("at")).value<qint64>();
    });
    return rows;
}

QVariantMap SettlementTable::newestArrival(const QString& symbol, int confirmations) const
{
    const SettlementRecord* newest = nullptr;
    for (const SettlementRecord& record : m_desk.records()) {
        if (hasArrived(record) && (!newest || record.at > newest->at))
            newest = &record;
    }
    if (!newest)
        return {};
    const QVariantList table = rows(symbol, confirmations);
    const QString transaction = newest->transaction.hex0x();
    for (const QVariant& row : table) {
        if (row.toMap().value(QStringLiteral("kind")) == QLatin1String("settlement") && row.toMap().value(QStringLiteral("transaction")) == transaction)
            return row.toMap();
    }
    return {};
}

int SettlementTable::arrivals() const
{
    return static_cast<int>(std::count_if(m_desk.records().begin(), m_desk.records().end(), hasArrived));
}

QByteArray SettlementTable::csv() const
{
    const QTimeZone zone = localZone();
    QStringList lines { QStringLiteral("time,kind,state,payout,recipient,amount,bounced,fee,transaction") };
    const auto add = [&](UtcMs at, const QString& kind, SettlementState state, const Address& payout, const Address& recipient, Amount amount, Amount bounced, const U256& fee, const Hash32& hash) {
        lines.append(QStringList { isoTime(at, zone), kind, toText(state), payout.hex0x(), recipient.isNull() ? QString() : recipient.hex0x(), amount.toTokens(), bounced.toTokens(),
            fee > 0 ? coinText(fee) : QString(), hash.isNull() ? QString() : hash.hex0x() }.join(u','));
    };
    for (const SettlementRecord& record : m_desk.records()) {
        const bool mined = isPaid(record);
        add(record.at, QStringLiteral("settlement"), record.state, record.payout, {}, mined ? record.paid : record.amount, record.bounced, record.fee, record.transaction);
    }
    for (const TransferRecord& record : m_desk.transfers())
        add(record.at, QStringLiteral("payment"), record.state, record.from, record.to, record.amount, {}, record.fee, record.transaction);
    return (lines.join(QStringLiteral("\r\n")) + QStringLiteral("\r\n")).toUtf8();
}

} // namespace surplus
