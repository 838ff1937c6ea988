// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/domain/money.h"
#include "services/common/history/earnings.h"

namespace surplus {

/// What was earned in each bin by what has become of it: a group per state that there is, adding up exactly to all that
/// was earned. A voucher's amount only grows, so of each customer's money at each machine the oldest counts as settled,
/// what follows as bounced, then as secured, and the newest as pending. `bins` follow one another without a gap.
/// Of each customer in `money` the record is read from its beginning.
[[nodiscard]] QList<EarningsTable::Group> readMoneyStates(SeriesStore& store, const QList<MachineRow>& machines, const QList<TimeBin>& bins,
    const std::optional<QTimeZone>& dayRows, const QList<CustomerMoney>& money);

} // namespace surplus
