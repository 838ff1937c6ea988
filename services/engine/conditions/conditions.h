// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/rules.h"
#include "services/engine/conditions/computer.h"

#include <QTimeZone>
#include <memory>

namespace surplus {

/// When the schedule next begins or ends to share after `now`; nothing if it never does. Local days and hours of `zone`:
/// an hour that a clock change repeats is painted once and lasts twice as long, one that is left out does not come.
[[nodiscard]] std::optional<UtcMs> nextChange(const WeekHours& share, UtcMs now, const QTimeZone& zone);
[[nodiscard]] bool isOn(const WeekHours& share, UtcMs at, const QTimeZone& zone);

/// The first day of the month of accounting that `now` lies in, and of the one after it: at midnight of the reset day, or
/// of a shorter month's last day.
[[nodiscard]] UtcMs accountingStart(UtcMs now, int resetDay, const QTimeZone& zone);
[[nodiscard]] UtcMs accountingEnd(UtcMs now, int resetDay, const QTimeZone& zone);

/// What was moved in the present month of accounting.
struct MonthTraffic {
    UtcMs began = 0; ///< 0: nothing was counted yet
    qint64 bytes = 0;
    /// A clock that is set back begins no new month, and a month that it had begun too early is given up, its bytes kept.
    void count(qint64 more, UtcMs now, int resetDay, const QTimeZone& zone);
};

/// The rules that pause sharing, evaluated against the computer's own word. Lives on the engine's main thread.
class Conditions {
public:
    Conditions(std::unique_ptr<Computer> computer, const Clock& clock);

    void setRules(const Rules& rules);
    [[nodiscard]] const Rules& rules() const { return m_rules; }

    /// Looks at the computer; called every few seconds. A rule whose source is missing pauses nothing.
    void look();
    /// What pauses sharing now, the most lasting first. "user" and "dataCap" are added by who knows of them.
    [[nodiscard]] QList<Pause> pauses() const;
    /// For each rule but the schedule and the programs: whether it can be asked here.
    [[nodiscard]] QList<RuleSource> sources() const;
    /// When the schedule next begins or ends to share; nothing while it is off or never does.
    [[nodiscard]] std::optional<UtcMs> nextScheduleChange() const;

private:
    std::unique_ptr<Computer> m_computer;
    const Clock& m_clock;
    Rules m_rules;
    int m_looks = 0;
    bool m_isHot = false;
    mutable std::optional<UtcMs> m_nextChange; ///< of the schedule
    mutable UtcMs m_nextFrom = 0; ///< for which m_nextChange was looked up
    mutable bool m_nextKnown = false;
};

} // namespace surplus
