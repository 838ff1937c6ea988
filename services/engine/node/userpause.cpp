// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/node/userpause.h"

#include "services/common/core/durations.h"
#include "services/common/core/parse.h"

namespace surplus {

namespace {
constexpr qint64 LongestPauseMs = 365 * DayMs;
} // namespace

void UserPause::apply()
{
    const QString paused = m_settings.pausedUntil();
    m_paused = !paused.isEmpty();
    const auto pauseEnd = parse::integer(paused);
    if (!m_paused || !pauseEnd) { // for always
        m_ends.reset();
    } else if (!m_ends) { // from the pause of an earlier run, or a new one
        const qint64 left = std::min(*pauseEnd - m_clock.now(), LongestPauseMs);
        m_ends.emplace(std::max<qint64>(0, left));
    }
    if (m_ends && m_ends->hasExpired()) {
        m_paused = false;
        m_ends.reset();
        m_settings.setPausedUntil({});
    }
}

void UserPause::begin(std::optional<UtcMs> until)
{
    m_settings.setPausedUntil(until ? QString::number(*until) : QStringLiteral("always"));
    m_ends.reset();
    apply();
}

void UserPause::end()
{
    m_settings.setPausedUntil({});
    apply();
}

std::optional<Pause> UserPause::pause() const
{
    if (!m_paused)
        return std::nullopt;
    return Pause { Reason::User, {}, m_ends ? std::optional((m_clock.now() + m_ends->remainingTime() + 999) / 1000 * 1000) : std::nullopt };
}

} // namespace surplus
