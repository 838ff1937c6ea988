// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/clock.h"
#include "services/common/store/database.h"

namespace surplus {

/// How long this program has run over its file, in all its runs together: a stored counter that no clock sets and that
/// only grows. It stands still while the program or the computer is off or asleep. Durations of the market (keeping, the
/// 7 days of Room, eviction) count on it. Any thread, but open() and save() on the one that owns the database.
///
/// A crash may take back what was not saved, at most SaveEveryMs: a difference to a value that was stored by others may
/// so be negative once; sinceMs() makes that 0.
class RunningTime {
public:
    static constexpr qint64 SaveEveryMs = 10'000;
    /// SQL for a migration of the file: the table of RunningTime and ConfirmedTime.
    static const char* const Schema;

    /// Reads what earlier runs have counted. Errors: the file's.
    [[nodiscard]] static Result<std::unique_ptr<RunningTime>> open(Database& database, const Clock& clock);

    [[nodiscard]] qint64 ms() const { return m_before + (m_clock.steadyMs() - m_begin); }
    [[nodiscard]] qint64 seconds() const { return ms() / 1000; }
    /// How much has run since ms() was `then`; never negative.
    [[nodiscard]] qint64 sinceMs(qint64 then) const;

    /// Inside a transaction; may throw StoreError. ConfirmedTime::save() calls it.
    void save(Database& database) const;

private:
    RunningTime(const Clock& clock, qint64 before) : m_clock(clock), m_before(before), m_begin(clock.steadyMs()) { }

    const Clock& m_clock;
    const qint64 m_before; ///< this run
    const qint64 m_begin; ///< of this run, by the steady clock
};

} // namespace surplus
