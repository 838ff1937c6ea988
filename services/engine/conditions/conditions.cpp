// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/conditions/conditions.h"

#include "services/common/core/durations.h"
#include "services/common/core/localzone.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>

namespace surplus {

namespace {
constexpr qint64 LookAhead = (WeekHours::Days + 1) * DayMs;
constexpr int LooksPerFullLook = 30; ///< a look every two seconds: a minute

QDate resetDate(int year, int month, int resetDay)
{
    const QDate first(year, month, 1);
    return first.addDays(std::min(resetDay, first.daysInMonth()) - 1);
}

UtcMs startOf(QDate day, const QTimeZone& zone) { return day.startOfDay(zone).toMSecsSinceEpoch(); }

QString truth(const std::optional<bool>& value) { return !value ? QString() : *value ? QStringLiteral("true") : QStringLiteral("false"); }
} // namespace

bool isOn(const WeekHours& share, UtcMs at, const QTimeZone& zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, zone);
    return share.at(local.date().dayOfWeek() - 1, local.time().hour());
}

std::optional<UtcMs> nextChange(const WeekHours& share, UtcMs now, const QTimeZone& zone)
{
    const bool present = isOn(share, now, zone);
    for (UtcMs at = now - now % QuarterMs + QuarterMs; at <= now + LookAhead; at += QuarterMs) {
        if (isOn(share, at, zone) != present)
            return at;
    }
    return std::nullopt;
}

UtcMs accountingStart(UtcMs now, int resetDay, const QTimeZone& zone)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, zone).date();
    const QDate reset = resetDate(today.year(), today.month(), resetDay);
    const QDate before = QDate(today.year(), today.month(), 1).addMonths(-1);
    return startOf(today >= reset ? reset : resetDate(before.year(), before.month(), resetDay), zone);
}

UtcMs accountingEnd(UtcMs now, int resetDay, const QTimeZone& zone)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, zone).date();
    const QDate reset = resetDate(today.year(), today.month(), resetDay);
    const QDate after = QDate(today.year(), today.month(), 1).addMonths(1);
    return startOf(today < reset ? reset : resetDate(after.year(), after.month(), resetDay), zone);
}

void MonthTraffic::count(qint64 more, UtcMs now, int resetDay, const QTimeZone& zone)
{
    const UtcMs start = accountingStart(now, resetDay, zone);
    if (start > began)
        bytes = 0;
    if (start > began || began > now)
        began = start;
    bytes += std::max<qint64>(0, more); // no link moves 2⁶³ bytes in a month
}

Conditions::Conditions(std::unique_ptr<Computer> computer, const Clock& clock) : m_computer(std::move(computer)), m_clock(clock)
{
    m_computer->look(true);
}

void Conditions::setRules(const Rules& rules)
{
    m_rules = rules;
    m_nextKnown = false;
    m_computer->want(rules.hot, rules.inUse, !rules.programs.isEmpty());
    m_computer->look(false);
}

void Conditions::look()
{
    m_computer->look(++m_looks % LooksPerFullLook == 0);
    // Cooled down means a little cooler than what was too hot: no flutter at the limit.
    const auto temperature = m_computer->temperature().value;
    m_isHot = temperature && *temperature > m_rules.hotAbove - (m_isHot ? Rules::HotMargin : 0);
}

std::optional<UtcMs> Conditions::nextScheduleChange() const
{
    if (!m_rules.schedule)
        return std::nullopt;
    const UtcMs now = m_clock.now();
    if (!m_nextKnown || now < m_nextFrom || now - m_nextFrom >= QuarterMs || (m_nextChange && now >= *m_nextChange)) {
        m_nextChange = nextChange(m_rules.share, now, localZone());
        m_nextFrom = now;
        m_nextKnown = true;
    }
    return m_nextChange;
}

QList<Pause> Conditions::pauses() const
{
    QList<Pause> found;
    if (m_rules.schedule && !isOn(m_rules.share, m_clock.now(), localZone()))
        found.append({ Reason::Schedule, {}, nextScheduleChange() });
    if (m_rules.battery && m_computer->onBattery().value.value_or(false))
        found.append({ Reason::Battery, {}, {} });
    if (m_rules.metered && m_computer->metered().value.value_or(false))
        found.append({ Reason::Metered, {}, {} });
    if (m_rules.hot && m_isHot)
        found.append({ Reason::Hot, QString::number(std::lround(m_computer->temperature().value.value_or(0))), {} });
    if (m_rules.inUse) {
        const qint64 enough = m_rules.idleMinutes * MinuteMs;
        if (const auto idle = m_computer->idleMs().value; idle && *idle < enough)
            found.append({ Reason::InUse, {}, {} });
    }
    const QStringList running = m_rules.programs.isEmpty() ? QStringList() : m_computer->programs().value.value_or(QStringList());
    for (const QString& program : m_rules.programs) {
        // The kernel cuts names of strangers' processes at 15 characters.
        constexpr qsizetype CommLength = 15;
        if (running.contains(program.toLower()) || (program.size() > CommLength && running.contains(program.toLower().left(CommLength)))) {
            found.append({ Reason::Program, program, {} });
            break;
        }
    }
    return found;
}

QList<RuleSource> Conditions::sources() const
{
    const auto battery = m_computer->onBattery();
    const auto metered = m_computer->metered();
    const auto temperature = m_computer->temperature();
    const auto idle = m_computer->idleMs();
    const auto programs = m_computer->programs();
    return { { toText(Reason::Battery), battery.missing, truth(battery.value) }, { toText(Reason::Metered), metered.missing, truth(metered.value) },
        { toText(Reason::Hot), temperature.missing, temperature.value ? QString::number(std::lround(*temperature.value)) : QString() },
        { toText(Reason::InUse), idle.missing, {} }, { toText(Reason::Program), programs.missing, {} } };
}

} // namespace surplus
