// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/status.h"
#include "services/common/core/network.h"
#include "services/common/payments/typeddata.h"

#include <QHash>
#include <QMap>
#include <QList>
#include <algorithm>

namespace surplus {

__extension__ typedef __int128 WideSigned; ///< sums of amounts over channels, and their differences

/// What the chain says of one channel, in nano; MONEY.md "What the words on the screen mean".
struct ChannelFunds {
    Amount settled; ///< paid out, as deep in the chain as is asked for
    Amount assured; ///< of the reserve, after every announced decrease; what was settled in blocks that are not deep yet counted in
    Amount bounced {}; ///< tried and not covered
    UtcMs seen = 0; ///< when the chain said so, as the clock had it: to be shown; 0: never
    qint64 ran = -1; ///< running second of that: its age counts from it; -1: not known
    Amount free {}; ///< of the chequebook, for everybody: no security, but a settlement may draw on it

    /// Something was paid out, or set aside for it, or tried.
    [[nodiscard]] bool isAny() const { return settled.nano() > 0 || assured.nano() > 0 || bounced.nano() > 0; }
    bool operator==(const ChannelFunds&) const = default;
};

/// The highest voucher of one channel, and what of it was earned.
struct Channel {
    qint64 id = 0; ///< in the database; 0 before the first voucher
    Voucher highest;
    Amount accepted; ///< the highest voucher's amount
    Amount earned; ///< of it, what was used, or recovered
    Amount waiting; ///< of it, what may be an earlier ledger's, until the chain was read; MONEY.md "Accepting a voucher", 3

    /// Promised ahead, and free to be used.
    [[nodiscard]] Amount open() const { return Amount::fromNano(accepted.nano() - earned.nano() - waiting.nano()); }
    /// What stands behind the channel and is not earned yet: its reserve, and what was received ahead. Negative: that much
    /// of what was earned is covered by nothing.
    [[nodiscard]] WideSigned spare(const ChannelFunds& funds) const
    {
        return static_cast<WideSigned>(funds.assured.nano()) + funds.settled.nano() - earned.nano();
    }
};

/// The states of what was `earned` on a channel with these funds. They add up to it; what was paid out beyond it is
/// received ahead.
[[nodiscard]] Money moneyOf(Amount earned, const ChannelFunds& funds);

/// What was delivered to one address and is covered by nothing.
struct Delivered {
    Network network;
    WideSigned nano = 0;
};

/// What one chequebook has promised and used. A guest (id 0) has said hello and nothing more: it stands in memory only.
struct Account {
    qint64 id = 0;
    Address chequebook;
    Address issuer;
    Hash32 salt;
    Network network; ///< where it said its last hello
    Amount due; ///< over all its leases, with those that are closed and gone
    Amount closedDue; ///< of leases that are closed and gone
    Amount closedPaid; ///< of that, what was earned
    qint64 closedRetrieved = 0; ///< bytes of those
    Amount prepaid; ///< booked as earned before its use, by a version that did that
    Amount recovered;
    qint64 forgivenOfPaid = 0; ///< bytes of the 1 %
    qint64 forgivenToday = 0; ///< bytes of the daily 1 MiB
    qint64 today = 0; ///< day number the latter belongs to
    qint64 hello = 0; ///< count of hellos when it said its last one; 0: none since the start
    qint64 helloRead = 0; ///< the one after which the chain was read for it
    int sessions = 0; ///< that are open
    qint64 active = 0; ///< running second of its last hello, voucher or delivery
    Amount paidThen; ///< what it had paid in all, 15 to 30 days of running time ago
    Amount paidLater; ///< the same, 0 to 15 days ago
    qint64 paidMarked = 0; ///< running second of the latter
    Address answered; ///< beneficiary for which it showed a voucher of nothing: it holds none, what comes next is no earlier ledger's
    qint64 onItsWay = 0; ///< bytes being sent, as worth in nano: they count against the window
    qint64 sending = 0; ///< the same in bytes
    Network sendingTo; ///< where it was when that began
    // By beneficiary. Mostly one each, for which a QHash would take room for 48.
    QMap<Address, Channel> channels;
    QMap<Address, ChannelFunds> funds; ///< also of channels without a voucher yet
    QList<LeaseId> leases; ///< that are in the ledger
    QList<Delivered> delivered; ///< adds up to uncovered(), the oldest first

    [[nodiscard]] WideSigned accepted() const;
    [[nodiscard]] WideSigned earned() const;
    /// Used, and not written down as earned yet.
    [[nodiscard]] WideSigned unearned() const;
    /// Promised ahead and free to be used, over all channels.
    [[nodiscard]] WideSigned open() const;
    /// Used and not promised; negative: promised ahead.
    [[nodiscard]] WideSigned debt() const { return unearned() - open(); }
    /// Over all its channels.
    [[nodiscard]] Money money() const;
    /// Earned and settled or secured: what MONEY.md calls paid.
    [[nodiscard]] Amount paid() const;
    /// Paid in about the last 30 days of running time.
    [[nodiscard]] qint64 paidRecently() const { return std::max<qint64>(0, paid().nano() - paidThen.nano()); }
    /// MONEY.md "Words with one meaning"; negative: less than nothing stands behind it.
    [[nodiscard]] WideSigned cover(const Address& beneficiary) const;
    /// Delivered and neither settled nor secured; `more`: if that much were delivered on top.
    [[nodiscard]] WideSigned uncovered(WideSigned more = 0) const;
    /// Delivered and not settled.
    [[nodiscard]] WideSigned exposed() const;
    /// Of what was used and not promised, what is covered by nothing.
    [[nodiscard]] WideSigned unpromised(WideSigned more = 0) const { return std::clamp<WideSigned>(debt() + more, 0, uncovered(more)); }
    /// Something stands, or stood, behind what it signed; MONEY.md "Settling" says what that is.
    [[nodiscard]] bool isBacked() const;
    /// Makes `delivered` add up again: what is newly uncovered was delivered where it said hello, what was paid pays the oldest.
    void spreadDelivered();
    [[nodiscard]] QString deliveredText() const;
    void setDelivered(const QString& text);

    static constexpr qsizetype MostNetworks = 8; ///< the two oldest become one beyond it
};

/// Running totals over all accounts, so that what is asked for each block sent needs no scan. Amounts in nano.
class Exposure {
public:
    struct Share {
        WideSigned exposed = 0; ///< delivered, and not settled
        WideSigned uncovered = 0; ///< of it, what no reserve covers
        WideSigned unpromised = 0; ///< of that, what no voucher was signed for, and what is on its way
        int accounts = 0; ///< that are in the database
    };
    /// Takes `account` into the totals in place of what it was counted as before.
    void update(Account& account);
    void remove(const Address& chequebook);
    [[nodiscard]] Share total() const { return m_total; }
    [[nodiscard]] Share of(const Network& network) const { return m_networks.value(network.text()); }
    /// Of the /48 that it lies in; nothing for IPv4.
    [[nodiscard]] Share ofWide(const Network& network) const { return m_wides.value(network.wide()); }

private:
    using Part = std::pair<Network, Share>;
    void add(const Part& part, int sign);

    Share m_total;
    QHash<QString, Share> m_networks;
    QHash<QString, Share> m_wides;
    QHash<Address, QList<Part>> m_counted;
};

} // namespace surplus
