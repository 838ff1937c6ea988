// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/fleet/historytime.h"

#include "services/common/history/intervals.h"

namespace surplus {

Result<void> HistoryTime::open(Database& database)
{
    const auto newest = newestRecorded(database, ConfirmedTime::newestAt(m_clock));
    if (!newest)
        return tl::unexpected(newest.error());
    auto running = RunningTime::open(database, m_clock);
    if (!running)
        return tl::unexpected(running.error());
    auto time = ConfirmedTime::open(database, m_clock, **running, *newest);
    if (!time)
        return tl::unexpected(time.error());
    m_running = std::move(*running);
    m_time = std::move(*time);
    return {};
}

Result<void> HistoryTime::tick(Database& database)
{
    if (!m_time) {
        if (auto opened = open(database); !opened)
            return opened;
    }
    m_time->look();
    return m_time->save(database);
}

} // namespace surplus
