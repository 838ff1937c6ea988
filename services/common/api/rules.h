// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"
#include "services/common/domain/states.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <bitset>

namespace surplus {

/// The hours of a week in local time, Monday 00:00 first: whether something is on in each.
class WeekHours {
public:
    static constexpr int Days = 7;
    static constexpr int Hours = 24;

    /// Day 0 is Monday; both in range.
    [[nodiscard]] bool at(int day, int hour) const { return m_hours.test(static_cast<std::size_t>(day * Hours + hour)); }
    void set(int day, int hour, bool on) { m_hours.set(static_cast<std::size_t>(day * Hours + hour), on); }
    [[nodiscard]] bool isAlways() const { return m_hours.all(); }
    [[nodiscard]] bool isNever() const { return m_hours.none(); }
    [[nodiscard]] static WeekHours always();
    /// 20:00 to 08:00 on working days, and the weekend.
    [[nodiscard]] static WeekHours nightsAndWeekends();

    /// Seven texts of 24 characters, 1 or 0.
    [[nodiscard]] QJsonArray toJson() const;
    [[nodiscard]] static std::optional<WeekHours> fromJson(const QJsonValue& json);
    /// "mon-fri 18-8, sat-sun": days, and hours from-to (to excluded; past midnight if it is not after from; left out:
    /// the whole day). Fails with "rules.schedule".
    [[nodiscard]] static Result<WeekHours> parse(const QString& text);
    /// In parse()'s form: days with the same hours together.
    [[nodiscard]] QString toText() const;

    bool operator==(const WeekHours&) const = default;

private:
    std::bitset<Days * Hours> m_hours;
};

/// When sharing pauses by itself. Evaluated by the engine (services/engine/conditions).
struct Rules {
    bool schedule = false;
    WeekHours share = WeekHours::always(); ///< outside it, sharing pauses
    bool battery = true; ///< while the computer runs on its battery
    bool metered = true; ///< while the connection is metered, as a phone's hotspot is
    bool hot = false;
    int hotAbove = 85; ///< °C, 40 to 110; resumes HotMargin below
    bool inUse = false;
    int idleMinutes = 10; ///< 1 to 240 without a key or the mouse
    QStringList programs; ///< while one of them runs; names of executables, at most MaxPrograms

    static constexpr int HotMargin = 5;
    static constexpr qsizetype MaxPrograms = 20;
    static constexpr qsizetype MaxProgramLength = 64;

    /// A member each, as conditions.set takes them.
    [[nodiscard]] QJsonObject toJson() const;
    /// What is absent stays as it is in `present`. Fails with "rules.member", naming it and what is wanted.
    [[nodiscard]] static Result<Rules> fromJson(const QJsonObject& json, Rules present);
    bool operator==(const Rules&) const = default;
};

/// Whether this computer can tell what a rule asks.
struct RuleSource {
    QString rule; ///< the word of the Reason for which it pauses
    QString missing; ///< why it can't, in words; empty: it can
    QString reading; ///< what it says now: "true", "false", °C, seconds

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static RuleSource fromJson(const QJsonObject& json);
    bool operator==(const RuleSource&) const = default;
};

} // namespace surplus
