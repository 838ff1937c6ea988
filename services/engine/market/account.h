// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/status.h"
#include "services/common/payments/typeddata.h"

#include <QHash>
#include <QList>
#include <algorithm>

namespace surplus {

/// What the chain says of one channel, in nano; MONEY.md "What the three words mean".
struct ChannelFunds {
    Amount settled; ///< paid out, as deep in the chain as is asked for
    Amount assured; ///< of the reserve, after every announced decrease; what was settled in blocks that are not deep yet counted in
    Amount bounced; ///< tried and not covered
    UtcMs seen = 0; ///< when the chain said so; 0: never

    bool operator==(const ChannelFunds&) const = default;
};

/// The highest voucher of one channel.
struct Channel {
    qint64 id = 0; ///< in the database; 0 before the first voucher
    Voucher highest;
    Amount accepted;
};

/// The states of `accepted` on a channel with these funds. They add up to it.
[[nodiscard]] Money moneyOf(Amount accepted, const ChannelFunds& funds);

/// What one chequebook has promised and used. A guest (id 0) has said hello and nothing more: it stands in memory only.
struct Account {
    qint64 id = 0;
    Address chequebook;
    Address issuer;
    Hash32 salt;
    QString network; ///< the address, or the IPv6 /64, it came from
    Amount accepted; ///< over all its channels
    Amount due; ///< over all its leases, with those that are closed and gone
    Amount closedDue; ///< of leases that are closed, paid and gone
    qint64 closedRetrieved = 0; ///< bytes of those
    Amount prepaid;
    Amount recovered;
    qint64 forgivenOfPaid = 0; ///< bytes of the 1 %
    qint64 forgivenToday = 0; ///< bytes of the daily 1 MiB
    qint64 today = 0; ///< day number the latter belongs to
    qint64 seen = 0; ///< count of hellos when it said its last one
    QHash<Address, Channel> channels; ///< by beneficiary
    QHash<Address, ChannelFunds> funds; ///< by beneficiary; also of channels without a voucher yet
    QList<LeaseId> leases; ///< that are in the ledger

    [[nodiscard]] qint64 debtNano() const { return due.nano() + recovered.nano() - accepted.nano(); }
    /// Owed beyond what it ever paid: what anybody gets by making a new key.
    [[nodiscard]] qint64 unprovenNano() const { return std::max<qint64>(0, debtNano() - accepted.nano()); }
    /// Over all its channels.
    [[nodiscard]] Money money() const;
    /// Accepted or owed, and neither paid out nor covered by a reserve.
    [[nodiscard]] qint64 uncoveredNano() const;
    /// Accepted or owed, and not paid out.
    [[nodiscard]] qint64 exposedNano() const;
};

/// Running totals over all accounts, so that what is asked for each block sent needs no scan. Amounts in nano.
class Exposure {
public:
    struct Share {
        Wide exposed = 0; ///< accepted or owed, and not settled
        Wide uncovered = 0; ///< of it, what no reserve covers
        Wide unproven = 0; ///< owed beyond what was ever paid
        int accounts = 0; ///< that are in the database
    };
    /// Takes `account` into the totals in place of what it was counted as before.
    void update(const Account& account);
    void remove(const Address& chequebook);
    [[nodiscard]] Share total() const { return m_total; }
    [[nodiscard]] Share of(const QString& network) const { return m_networks.value(network); }

private:
    struct Counted {
        QString network;
        Share share;
    };
    void add(const QString& network, const Share& share);

    Share m_total;
    QHash<QString, Share> m_networks;
    QHash<Address, Counted> m_counted;
};

} // namespace surplus
