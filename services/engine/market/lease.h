// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/amount.h"
#include "services/common/core/bytes.h"
#include "services/common/core/clock.h"
#include "services/common/core/durations.h"

namespace surplus {

enum class LeaseState { Filling, Stored, Closed };
[[nodiscard]] QString leaseStateName(LeaseState state);

/// What stands behind a lease's keeping; MONEY.md "What a stranger may hold", *Room*.
enum class LeaseCover {
    Covered, ///< a week's keeping of all the channel's leases comes out of its cover
    Unfunded, ///< in the share that is set aside for customers without cover
    Lost ///< was covered; the customer is told, and it goes on for three days
};

/// Why a lease was closed.
enum class LeaseEnd {
    Open,
    ByCustomer,
    Ended, ///< 48 h after its end
    Unfilled, ///< its content did not come
    Unpaid, ///< what is promised and the credit were used up for seven days
    NoRoom, ///< it lost its cover, and the share of the unfunded has no room
    Lost ///< the provider's disk is gone for good, and the content with it
};
/// The word on the wire: "customer", "ended", "unfilled", "unpaid", "room", "lost"; empty for Open.
[[nodiscard]] QString leaseEndName(LeaseEnd end);

/// One lease as the ledger keeps it.
struct LeaseRecord {
    LeaseId id;
    Address chequebook; ///< the customer's account
    Address customer; ///< the chequebook's issuer
    InfoHash content;
    QString file; ///< name of the one file: SHA-256 of its content in hexadecimal
    qint64 size = 0; ///< bytes
    LeaseState state = LeaseState::Filling;
    UtcMs created = 0;
    UtcMs start = 0; ///< when the content was complete; 0 before
    UtcMs end = 0;
    Amount keepPrice;
    Amount retrievePrice;
    qint64 retrieved = 0; ///< bytes sent to the customer, over all sessions
    qint64 keptSeconds = 0; ///< that are due: whole hours, and the rest once all of it was kept
    Amount paidKeep;
    Amount paidRetrieve;
    QString network; ///< the address that it was opened from
    LeaseCover cover = LeaseCover::Covered;
    qint64 metadata = 0; ///< bytes of its torrent: they are room too
    qint64 readySeconds = 0; ///< in which the provider was ready to be filled
    qint64 keptTicks = 0; ///< seconds in which it was kept and could be paid for
    qint64 unpaidSeconds = 0; ///< on end, in which nothing paid for it
    qint64 lostSeconds = 0; ///< since it lost its cover
    qint64 auditedSeconds = 0; ///< keptSeconds at the last audit that passed
    bool auditFailed = false; ///< the last one did not: nothing more is due until one passes
    LeaseEnd why = LeaseEnd::Open;
    qint64 since = -1; ///< running second when it was opened; -1: not known

    /// Rounding down, as MONEY.md's "Units and prices" has it.
    [[nodiscard]] Amount dueKeep() const;
    [[nodiscard]] Amount dueRetrieve() const;
    [[nodiscard]] Amount due() const { return dueKeep().plus(dueRetrieve()).value_or(dueKeep()); }
    /// Bytes that it takes up, filled or not.
    [[nodiscard]] qint64 room() const { return size + metadata; }
    /// Seconds that were agreed on: between two dates of one clock, whatever that says meanwhile.
    [[nodiscard]] qint64 term() const { return std::max<qint64>(0, (end - created) / 1000); }
    /// Nano that a cover has to be good for: a week's keeping of all the room that it takes up, and never nothing.
    [[nodiscard]] qint64 weekOfRoom() const;
    /// What `seconds` of keeping cost.
    [[nodiscard]] Amount keepingFor(qint64 seconds) const;
};

/// What is still said of a lease that is gone.
struct EndedLease {
    Address chequebook;
    LeaseEnd why = LeaseEnd::Ended;
    UtcMs at = 0;
};

inline constexpr qint64 UnfundedDays = 7; ///< a lease without cover lasts so long at a time
inline constexpr qint64 CoveredKeepingSeconds = 7 * SecondsPerDay; ///< that a cover has to be good for
inline constexpr qint64 EvictAfterMs = 2 * DayMs; ///< after a lease's end

} // namespace surplus
