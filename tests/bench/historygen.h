// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/history/historystore.h"

#include <functional>

namespace surplus::bench {

/// Plausible histories, the same for the same seed: four resources and their sum, three states of uptime and four usage series
/// (twelve in all) per quarter hour, with days and nights, weekends, growth, outages and stretches that nobody recorded.
struct HistoryPlan {
    int machines = 1;
    UtcMs from = 0; ///< a multiple of a day
    UtcMs to = 0;
    quint32 seed = 1;
};

/// One machine's part as pages of chunks, like an engine sends them.
void makePages(const HistoryPlan& plan, int machine, const std::function<void(const MachineId&, const HistoryPage&)>& take);
[[nodiscard]] MachineId machineOf(int index);

} // namespace surplus::bench
