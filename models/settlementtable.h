// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/settlement/settlementdesk.h"

#include <QVariantList>

namespace surplus {

/// What a desk has settled and sent, as the Wallet page's table and as a file.
class SettlementTable {
public:
    explicit SettlementTable(const SettlementDesk& desk) : m_desk(desk) { }

    /// Of {kind: "settlement" or "payment", at, date, label, tone, settled, fee, transaction, note}, the newest first.
    /// `confirmations`: how deep a transaction has to be.
    [[nodiscard]] QVariantList rows(const QString& symbol, int confirmations) const;
    /// The row of the newest settlement that is confirmed and has paid something, or empty.
    [[nodiscard]] QVariantMap newestArrival(const QString& symbol, int confirmations) const;
    /// Settlements that are confirmed and have paid something.
    [[nodiscard]] int arrivals() const;
    /// All, exactly, by RFC 4180.
    [[nodiscard]] QByteArray csv() const;

private:
    const SettlementDesk& m_desk;
};

} // namespace surplus
