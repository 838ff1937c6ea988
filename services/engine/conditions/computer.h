// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace surplus {

/// Something that a computer says of itself, or why it can't be told.
template <typename T> struct Fact {
    std::optional<T> value;
    QString missing; ///< in words, while there is no value
};

/// What the rules ask about the computer. Lives on the engine's main thread; nothing in it waits.
class Computer {
public:
    virtual ~Computer() = default;

    /// Looks again at what does not report by itself. `all`: also at what no rule asks, so that it can be said
    /// whether it could be asked.
    virtual void look(bool all) = 0;
    /// Which of the costly ones a rule asks.
    virtual void want(bool heat, bool idle, bool programs) = 0;

    [[nodiscard]] virtual Fact<bool> onBattery() const = 0;
    [[nodiscard]] virtual Fact<bool> metered() const = 0;
    [[nodiscard]] virtual Fact<double> temperature() const = 0; ///< °C, of the hottest processor sensor
    [[nodiscard]] virtual Fact<qint64> idleMs() const = 0; ///< since the last key or movement of the mouse
    [[nodiscard]] virtual Fact<QStringList> programs() const = 0; ///< names of executables that run, lower case
};

} // namespace surplus
