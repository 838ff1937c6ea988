// SPDX-License-Identifier: GPL-3.0-or-later
#include "conditionsmodel.h"

#include "format.h"

#include <QDateTime>

namespace surplus {

ConditionsModel::ConditionsModel(EngineLink& link, QObject* parent) : QObject(parent), m_link(link)
{
    connect(&m_link, &EngineLink::statusChanged, this, &ConditionsModel::changed);
    connect(&m_link, &EngineLink::ended, this, &ConditionsModel::changed);
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, this, &ConditionsModel::nowChanged);
    m_minute.start();
}

const Rules& ConditionsModel::rules() const
{
    static const Rules standard;
    return m_link.status() ? m_link.status()->rules : standard;
}

QString ConditionsModel::hours() const
{
    QString hours;
    for (const QJsonValue& day : rules().share.toJson())
        hours += day.toString();
    return hours;
}

QString ConditionsModel::scheduleText() const
{
    if (!hasSchedule())
        return tr("Off: sharing goes on day and night.");
    if (rules().share.isNever())
        return tr("Nothing is painted, so nothing is ever shared.");
    const auto change = m_link.status()->scheduleChange;
    if (!change)
        return tr("Sharing day and night.");
    const QDateTime now = QDateTime::currentDateTime();
    const bool on = rules().share.at(now.date().dayOfWeek() - 1, now.time().hour());
    return on ? tr("Sharing now. Pauses %1.").arg(Format::moment(*change)) : tr("Paused now. Shares again %1.").arg(Format::moment(*change));
}

int ConditionsModel::nowCell() const
{
    const QDateTime now = QDateTime::currentDateTime();
    return (now.date().dayOfWeek() - 1) * WeekHours::Hours + now.time().hour();
}

double ConditionsModel::nowFraction() const { return QTime::currentTime().minute() / 60.0; }

QString ConditionsModel::missingText(const QString& rule)
{
    // What the engine says of it is for the log and the command line.
    if (rule == QLatin1String("battery"))
        return tr("Not available here: this system doesn't say whether it runs on battery (UPower).");
    if (rule == QLatin1String("metered"))
        return tr("Not available here: this system doesn't say whether its network is metered (NetworkManager).");
    if (rule == QLatin1String("hot"))
        return tr("Not available here: no temperature sensor was found.");
    if (rule == QLatin1String("inUse"))
        return tr("Not available here: no desktop session says how long it has been unused.");
    return tr("Not available here: the list of processes can't be read.");
}

QVariantMap ConditionsModel::missing() const
{
    QVariantMap missing;
    if (!isAvailable())
        return missing;
    for (const RuleSource& source : m_link.status()->sources) {
        if (!source.missing.isEmpty())
            missing.insert(source.rule, missingText(source.rule));
    }
    return missing;
}

QString ConditionsModel::temperature() const
{
    for (const RuleSource& source : m_link.status() ? m_link.status()->sources : QList<RuleSource>()) {
        if (source.rule == QLatin1String("hot"))
            return source.reading;
    }
    return {};
}

void ConditionsModel::set(const QJsonObject& params)
{
    m_link.change(QStringLiteral("conditions.set"), params, [this](const Result<void>& done) {
        m_error = done ? QString() : done.error().message;
        Q_EMIT errorChanged();
        Q_EMIT changed(); // the controls show what the engine has
    });
}

void ConditionsModel::setRule(const QString& rule, bool on) { set({ { rule, on } }); }
void ConditionsModel::setNumber(const QString& name, int value) { set({ { name, value } }); }

void ConditionsModel::setHours(const QString& hours)
{
    QJsonArray days;
    for (int day = 0; day < WeekHours::Days; ++day)
        days.append(hours.mid(day * WeekHours::Hours, WeekHours::Hours));
    set({ { QStringLiteral("share"), days }, { QStringLiteral("schedule"), true } });
}

void ConditionsModel::setNightsAndWeekends()
{
    set({ { QStringLiteral("share"), WeekHours::nightsAndWeekends().toJson() }, { QStringLiteral("schedule"), true } });
}

void ConditionsModel::setPrograms(const QString& typed)
{
    QJsonArray names;
    for (const QString& name : typed.split(u',', Qt::SkipEmptyParts)) {
        if (!name.trimmed().isEmpty())
            names.append(name.trimmed());
    }
    set({ { QStringLiteral("programs"), names } });
}

void ConditionsModel::clearError()
{
    m_error.clear();
    Q_EMIT errorChanged();
}

} // namespace surplus
