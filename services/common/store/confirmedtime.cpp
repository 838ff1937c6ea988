// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/store/confirmedtime.h"

#include "services/common/core/durations.h"

#include <algorithm>
#ifdef Q_OS_LINUX
#include <sys/timex.h>
#endif

namespace surplus {

namespace {
constexpr UtcMs ReleasedAt = 1'793'491'200'000; // 2026-11-01: this program was not there before
constexpr UtcMs Latest = 253'402'300'799'000; // 9999-12-31: what is beyond is no date, and sums with it stay within 64 bits
constexpr qint64 ToleranceMs = DayMs;
constexpr auto Known = "known"; // UTC ms
constexpr auto KnownRan = "knownRan"; // ms of running time
constexpr auto Firm = "firm";
} // namespace

std::optional<UtcMs> kernelTime()
{
#ifdef Q_OS_LINUX
    timex state {};
    if (adjtimex(&state) != TIME_ERROR && (state.status & STA_UNSYNC) == 0 && state.time.tv_sec > 0)
        return UtcMs(state.time.tv_sec) * 1000;
#endif
    return {};
}

Result<std::unique_ptr<ConfirmedTime>> ConfirmedTime::open(
    Database& database, const Clock& clock, const RunningTime& running, UtcMs newestStored, Kernel kernel)
{
    std::unique_ptr<ConfirmedTime> time(new ConfirmedTime(clock, running, kernel));
    // A clock that nobody has doubted yet is taken at its word only where nothing is stored that it could delete.
    time->m_known = { newestStored > 0 ? std::min(newestStored, newestAt(clock)) : clock.now(), running.ms() };
    const auto found = database.read([&] {
        Statement select = database.prepare("SELECT name, value FROM timekeeping");
        while (select.step()) {
            if (select.text(0) == QLatin1String(Known))
                time->m_known.wall = select.integer(1);
            else if (select.text(0) == QLatin1String(KnownRan))
                time->m_known.ran = select.integer(1);
            else if (select.text(0) == QLatin1String(Firm))
                time->m_firm = select.integer(1) != 0;
        }
    });
    if (!found)
        return tl::unexpected(found.error());
    time->look();
    return time;
}

UtcMs ConfirmedTime::newestAt(const Clock& clock)
{
    const UtcMs wall = clock.now();
    return wall >= ReleasedAt ? wall : Latest;
}

UtcMs ConfirmedTime::atLeast() const { return std::max(ReleasedAt, m_known.wall + m_running.sinceMs(m_known.ran)); }

UtcMs ConfirmedTime::now() const
{
    const std::lock_guard lock(m_mutex);
    return std::min(m_clock.now(), atLeast());
}

UtcMs ConfirmedTime::dating() const
{
    const UtcMs wall = m_clock.now();
    const std::lock_guard lock(m_mutex);
    return wall >= ReleasedAt ? wall : atLeast();
}

bool ConfirmedTime::isInDoubt() const
{
    const std::lock_guard lock(m_mutex);
    return m_clock.now() - atLeast() > ToleranceMs;
}

void ConfirmedTime::confirm(UtcMs at)
{
    const std::lock_guard lock(m_mutex);
    if (at >= atLeast() && at <= Latest) {
        m_known = { at, m_running.ms() };
        m_firm = true;
    }
}

void ConfirmedTime::look()
{
    const auto kernel = m_kernel ? m_kernel() : std::nullopt;
    const std::lock_guard lock(m_mutex);
    if (kernel) {
        // The only source that can also say that it is earlier.
        m_known = { *kernel, m_running.ms() };
        m_firm = true;
    } else if (const UtcMs wall = m_clock.now(); !m_firm && wall >= ReleasedAt && wall < atLeast()) {
        m_known = { wall, m_running.ms() }; // the first clock was ahead
    }
}

Result<void> ConfirmedTime::save(Database& database) const
{
    const std::lock_guard lock(m_mutex);
    return database.transact([&] {
        m_running.save(database);
        Statement put = database.prepare("INSERT OR REPLACE INTO timekeeping VALUES(?,?)");
        put.bind(QString::fromLatin1(Known), m_known.wall).run();
        put.bind(QString::fromLatin1(KnownRan), m_known.ran).run();
        put.bind(QString::fromLatin1(Firm), m_firm).run();
    });
}

} // namespace surplus
