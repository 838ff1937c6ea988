// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/history/historystore.h"

namespace surplus {

[[nodiscard]] inline Amount plus(Amount a, Amount b) { return Amount::fromNano(addSaturated(a.nano(), b.nano())); }

/// What of the history is to be looked at.
struct EarningsQuery {
    std::optional<MachineId> machine; ///< nothing: all together
    std::optional<HistoryRange> range = HistoryRange::Month; ///< nothing: from viewStart to viewEnd
    GroupBy by = GroupBy::Resource;
    UtcMs now = 0;
    UtcMs viewStart = 0;
    UtcMs viewEnd = 0;

    [[nodiscard]] bool isAll() const { return range == HistoryRange::All; }
};

/// What the history says to it. All of one moment, if it is read inside HistoryStore::snapshot().
struct EarningsRead {
    EarningsQuery query;
    std::optional<UtcMs> first; ///< when the record begins
    BinWidth width = BinWidth::Day;
    EarningsTable table;
    EarningsTable previous; ///< one bin: as long as what is in sight, just before it
    EarningsTable month; ///< this month and the 28 days before today, by day
    std::optional<Amount> today; ///< nothing: not recorded
    int machines = 1; ///< that have a history

    /// Errors: the history's.
    [[nodiscard]] static Result<EarningsRead> of(HistoryStore& history, const EarningsQuery& query);
};

} // namespace surplus
