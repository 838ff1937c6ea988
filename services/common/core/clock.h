// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <atomic>
#include <chrono>
#include <ctime>

namespace surplus {

/// Milliseconds since 1970-01-01 UTC.
using UtcMs = qint64;

/// Where every part takes its time from, so that a test can set it. Any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UtcMs now() const = 0;
    /// Milliseconds since some moment, by a clock that nobody sets and that stands still while the computer sleeps.
    [[nodiscard]] virtual qint64 steadyMs() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] UtcMs now() const override
    {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    }
    [[nodiscard]] qint64 steadyMs() const override
    {
#ifdef CLOCK_MONOTONIC_RAW
        // Not the one that timers use: a test can move it without every deadline of the program passing.
        timespec now {};
        if (clock_gettime(CLOCK_MONOTONIC_RAW, &now) == 0)
            return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
#endif
        using namespace std::chrono;
        return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
    }
};

/// A clock that moves only when it is told to.
class ManualClock final : public Clock {
public:
    explicit ManualClock(UtcMs start) : m_now(start) { }
    [[nodiscard]] UtcMs now() const override { return m_now; }
    [[nodiscard]] qint64 steadyMs() const override { return m_steady; }
    /// Time passes.
    void advance(qint64 ms)
    {
        m_now += ms;
        m_steady += ms;
    }
    /// Somebody sets the clock: no time passes.
    void set(UtcMs now) { m_now = now; }

private:
    std::atomic<UtcMs> m_now;
    std::atomic<qint64> m_steady = 0;
};

} // namespace surplus
