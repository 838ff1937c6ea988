// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/heldvouchers.h"

#include "services/common/core/amount.h"

#include <QJsonDocument>
#include <tuple>

namespace surplus {

namespace {
Amount amountIn(const QJsonObject& row, QStringView member) { return Amount::fromWire(row.value(member).toString()).value_or(Amount()); }

/// Two rows of one channel: the higher voucher, and of what is earned the most that either knew, with the voucher that
/// covers it. An engine that lost its ledger shows the same voucher again and knows nothing of what was earned by it.
QJsonObject merged(const QJsonObject& held, const QJsonObject& shown)
{
    QJsonObject row = amountIn(shown, u"accepted") >= amountIn(held, u"accepted") ? shown : held;
    const auto rank = [](const QJsonObject& one) {
        return std::tuple(one.contains(u"earned"), amountIn(one, u"earned"), one.contains(u"covering"));
    };
    const QJsonObject& better = rank(shown) >= rank(held) ? shown : held;
    for (const QString& member : { QStringLiteral("earned"), QStringLiteral("covering") }) {
        row.remove(member);
        if (better.contains(member))
            row.insert(member, better.value(member));
    }
    return row;
}
} // namespace

Result<void> HeldVouchers::put(const MachineId& machine, const QJsonObject& channel)
{
    const auto amount = Amount::fromWire(channel.value(u"accepted").toString());
    if (!amount)
        return failure(QStringLiteral("history.voucher"), QStringLiteral("The engine sent a voucher without an amount."));
    const QString key = channel.value(u"chequebook").toString() + channel.value(u"beneficiary").toString();
    return m_database.transact([&] {
        Statement held = m_database.prepare("SELECT json FROM vouchers WHERE machine=? AND channel=?");
        const QByteArray known = held.bind(machine.raw(), key).step() ? held.text(0).toUtf8() : QByteArray();
        const QJsonObject row = known.isEmpty() ? channel : merged(QJsonDocument::fromJson(known).object(), channel);
        const QByteArray json = QJsonDocument(row).toJson(QJsonDocument::Compact);
        if (json != known)
            m_database.prepare("INSERT OR REPLACE INTO vouchers VALUES(?,?,?,?)")
                .bind(machine.raw(), key, amountIn(row, u"accepted").nano(), QString::fromUtf8(json)).run();
    });
}

Result<QList<QJsonObject>> HeldVouchers::all()
{
    return m_database.read([&] {
        QList<QJsonObject> all;
        Statement select = m_database.prepare("SELECT json FROM vouchers ORDER BY nano DESC");
        while (select.step())
            all.append(QJsonDocument::fromJson(select.text(0).toUtf8()).object());
        return all;
    });
}

} // namespace surplus
