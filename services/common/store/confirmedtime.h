// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/store/runningtime.h"

#include <algorithm>
#include <mutex>

namespace surplus {

/// The kernel's wall clock, if it says that it is kept right by a time server (NTP).
[[nodiscard]] std::optional<UtcMs> kernelTime();

/// When a thing began: to be stored with it.
struct Stamp {
    UtcMs wall = 0; ///< what the clock said then, right or wrong
    qint64 ran = 0; ///< RunningTime::ms() then
    bool operator==(const Stamp&) const = default;
};

/// A moment, as far as ConfirmedTime knows it.
struct Moment {
    UtcMs wall = 0; ///< ConfirmedTime::dating()
    qint64 ran = 0; ///< RunningTime::ms()
    UtcMs confirmed = 0; ///< ConfirmedTime::now(); 0: no second source agrees with anything

    [[nodiscard]] qint64 seconds() const { return ran / 1000; } ///< of running time
    [[nodiscard]] Stamp stamp() const { return { wall, ran }; }
    [[nodiscard]] bool hasPassed(UtcMs at) const { return confirmed >= at; }
    /// The same for what began at `since`: its own running time confirms, too.
    [[nodiscard]] bool hasPassed(UtcMs at, const Stamp& since) const
    {
        return hasPassed(at) || (wall >= at && since.wall + std::max<qint64>(0, ran - since.ran) >= at);
    }
};

/// Which moments have passed for sure: nothing may be deleted because the wall clock says so, unless a second source of
/// time agrees. Second sources are the kernel's NTP state, a block's time, a paired dashboard, and the running time
/// itself: it was `at` once, the program has run for an hour since, so it is an hour later at least.
///
/// For what deletes: `if (time.moment().hasPassed(end + 48 h))`, or now() as the moment from which a retention counts
/// back. For what is stored and ends later, keep a Stamp with it and ask hasPassed(end, stamp): that way it ends also on a
/// computer that has no other second source. A clock that is behind deletes nothing either.
///
/// Any thread, but open(), look() and save() on the one that owns the database or at the start.
class ConfirmedTime {
public:
    using Kernel = std::optional<UtcMs> (*)();

    /// Reads what was confirmed before. `newestStored`: the newest date in the file up to newestAt(), for a file that has
    /// never known a second source; 0 if nothing is stored. Errors: the file's.
    [[nodiscard]] static Result<std::unique_ptr<ConfirmedTime>> open(
        Database& database, const Clock& clock, const RunningTime& running, UtcMs newestStored, Kernel kernel = kernelTime);

    /// Up to where the dates in a file are believed when nothing else is known: the wall clock, if it can be right at all.
    [[nodiscard]] static UtcMs newestAt(const Clock& clock);

    /// The latest moment that the wall clock and a second source both say has come. It may lag by as long as the computer
    /// was off, never lead.
    [[nodiscard]] UtcMs now() const;
    [[nodiscard]] Moment moment() const { return { dating(), m_running.ms(), now() }; }
    /// The time to date things with: the wall clock's, unless it says a year before there was this program (1970, after a
    /// flat battery); then the latest that is known.
    [[nodiscard]] UtcMs dating() const;
    /// The wall clock says it is over a day later than any second source does: nothing is deleted meanwhile.
    [[nodiscard]] bool isInDoubt() const;

    /// A second source says it is `at` or later: the time of a block that was just read, or a paired dashboard.
    void confirm(UtcMs at);
    /// Asks the kernel; to be called every minute.
    void look();
    /// Writes down this and the running time, in a transaction of its own; every RunningTime::SaveEveryMs and at the end.
    [[nodiscard]] Result<void> save(Database& database) const;

private:
    ConfirmedTime(const Clock& clock, const RunningTime& running, Kernel kernel) : m_clock(clock), m_running(running), m_kernel(kernel) { }
    [[nodiscard]] UtcMs atLeast() const; ///< m_mutex is held

    const Clock& m_clock;
    const RunningTime& m_running;
    const Kernel m_kernel;
    mutable std::mutex m_mutex;
    Stamp m_known; ///< it was `wall` at least when `ran` had run
    bool m_firm = false; ///< a second source said so, and not only a clock that nobody had doubted
};

/// For whoever writes dates down.
class DatingClock final : public Clock {
public:
    DatingClock(const Clock& clock, const ConfirmedTime& time) : m_clock(clock), m_time(time) { }
    [[nodiscard]] UtcMs now() const override { return m_time.dating(); }
    [[nodiscard]] qint64 steadyMs() const override { return m_clock.steadyMs(); }

private:
    const Clock& m_clock;
    const ConfirmedTime& m_time;
};

} // namespace surplus
