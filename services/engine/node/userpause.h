// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/engine/node/enginesettings.h"

#include <QDeadlineTimer>

namespace surplus {

/// The pause that the user asked for. It runs by a steady clock: a clock that is set changes no pause.
class UserPause {
public:
    UserPause(EngineSettings& settings, const Clock& clock) : m_settings(settings), m_clock(clock) { }

    /// Takes over what is set: from an earlier run, or a new one.
    void apply();
    /// `until`: nothing for always.
    void begin(std::optional<UtcMs> until);
    void end();
    /// It has run out: end it.
    [[nodiscard]] bool isOver() const { return m_ends && m_ends->hasExpired(); }
    [[nodiscard]] std::optional<Pause> pause() const;

private:
    EngineSettings& m_settings;
    const Clock& m_clock;
    bool m_paused = false;
    std::optional<QDeadlineTimer> m_ends;
};

} // namespace surplus
