// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <atomic>
#include <chrono>

namespace surplus {

/// Milliseconds since 1970-01-01 UTC.
using UtcMs = qint64;

/// Where every part takes its time from, so that a test can set it. Any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UtcMs now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] UtcMs now() const override
    {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    }
};

/// A clock that moves only when it is told to.
class ManualClock final : public Clock {
public:
    explicit ManualClock(UtcMs start) : m_now(start) { }
    [[nodiscard]] UtcMs now() const override { return m_now; }
    void advance(qint64 ms) { m_now += ms; }

private:
    std::atomic<UtcMs> m_now;
};

} // namespace surplus
