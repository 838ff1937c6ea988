// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/store/confirmedtime.h"

namespace surplus {

/// The time by which the dashboard deletes what is old: confirmed by its own running time, which is counted in the
/// history's file, or by the kernel. All functions: the thread that owns the file.
class HistoryTime {
public:
    explicit HistoryTime(const Clock& clock) : m_clock(clock) { }

    /// Opens it at the first time, asks the kernel, and writes down what has run; every RunningTime::SaveEveryMs.
    [[nodiscard]] Result<void> tick(Database& database);
    /// ConfirmedTime::now(); 1970 before the first tick.
    [[nodiscard]] UtcMs now() const { return m_time ? m_time->now() : 0; }

private:
    [[nodiscard]] Result<void> open(Database& database);

    const Clock& m_clock;
    std::unique_ptr<RunningTime> m_running;
    std::unique_ptr<ConfirmedTime> m_time;
};

} // namespace surplus
