// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/customer/paying/purse.h"

namespace surplus {

/// What a customer itself counts of one lease. It never pays for more, whatever the provider says.
class LeaseCount {
public:
    LeaseCount(const LeaseTerms& terms) : m_terms(terms) { } // NOLINT(google-explicit-constructor)

    /// For so many bytes fetched; as much as an Amount holds if it is more.
    [[nodiscard]] Amount fetching(qint64 bytes) const;
    /// For so many seconds of keeping all of it.
    [[nodiscard]] Amount keeping(qint64 seconds) const;
    /// How many seconds `amount` keeps it. Without a price: for ever.
    [[nodiscard]] qint64 secondsFor(Amount amount) const;

    static constexpr qint64 Forever = 3650LL * 2 * SecondsPerDay;

private:
    LeaseTerms m_terms;
};

/// The most seconds that `file` can have been kept by now: from when all of it was there to the lease's end, and not
/// beyond the last passed audit if one failed since.
[[nodiscard]] qint64 keptAtMost(const StoredFile& file, UtcMs now);
/// What of the provider's claim for keeping is owed.
[[nodiscard]] Amount keepOwed(const StoredFile& file, Amount claimed, UtcMs now);
/// How much keeping to have promised so that `days` from now are paid: what is owed and so many days, up to the end.
[[nodiscard]] Amount keepAhead(const StoredFile& file, Amount owed, int days, UtcMs now);
/// Until when keeping is paid by what was promised for it; 0 if it is not stored yet, at most the lease's end.
[[nodiscard]] UtcMs paidUntil(const StoredFile& file);
/// The same by what was promised for all of `files` that are stored with that provider: a provider takes the keeping of all of
/// them, and what was fetched and not paid, from all that is promised on a channel. Files that are closed count no more.
[[nodiscard]] UtcMs paidUntil(const StoredFile& file, const QList<StoredFile>& files);
/// The latter, where the purse has worked it out, or what the provider says of it where that is earlier.
[[nodiscard]] UtcMs shownPaidUntil(const StoredFile& file);

} // namespace surplus
