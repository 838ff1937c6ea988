// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/store/confirmedtime.h"
#include "services/common/store/worker.h"

namespace surplus {

/// The engine's time: how long it has run, what of the clock is confirmed, and what is written down with. Lives on the
/// engine's main thread; now(), dating() and confirm() may be called on any.
class EngineTime {
public:
    /// Blocking. Errors: the store's.
    [[nodiscard]] static Result<std::unique_ptr<EngineTime>> open(StoreWorker& store, const Clock& clock);

    [[nodiscard]] const RunningTime& running() const { return *m_running; }
    /// What deletes asks it, never the clock.
    [[nodiscard]] UtcMs now() const { return m_confirmed->now(); }
    [[nodiscard]] Moment moment() const { return m_confirmed->moment(); }
    /// What is written down is dated by it.
    [[nodiscard]] const Clock& dating() const { return *m_dating; }
    void confirm(UtcMs at) { m_confirmed->confirm(at); }
    /// Every minute: asks the kernel, and tells the log when the clock comes into doubt or out of it.
    void look();
    void save();
    /// Saves if it is time to.
    void saveNowAndThen();

private:
    explicit EngineTime(StoreWorker& store) : m_store(store) { }

    StoreWorker& m_store;
    std::unique_ptr<RunningTime> m_running;
    std::unique_ptr<ConfirmedTime> m_confirmed;
    std::unique_ptr<DatingClock> m_dating;
    qint64 m_saved = 0; ///< ms of running time
    bool m_doubted = false; ///< the log says that the clock is in doubt
};

} // namespace surplus
