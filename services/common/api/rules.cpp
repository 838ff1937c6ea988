// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/api/rules.h"

#include "services/common/core/parse.h"

#include <QRegularExpression>

namespace surplus {

namespace {
const QStringList& dayNames()
{
    static const QStringList names { QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
        QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun") };
    return names;
}

tl::unexpected<Error> wrong(const char* name, const QString& wanted)
{
    return failure(QStringLiteral("rules.member"), QStringLiteral("\"%1\" must be %2. Nothing was changed.").arg(QLatin1String(name), wanted));
}

Result<void> takeFlag(const QJsonObject& json, const char* name, bool& target)
{
    const QJsonValue value = json.value(QLatin1String(name));
    if (value.isUndefined())
        return {};
    if (!value.isBool())
        return wrong(name, QStringLiteral("true or false"));
    target = value.toBool();
    return {};
}

Result<void> takeNumber(const QJsonObject& json, const char* name, int least, int most, int& target)
{
    const QJsonValue value = json.value(QLatin1String(name));
    if (value.isUndefined())
        return {};
    const qint64 number = value.toInteger(least - 1);
    if (number < least || number > most)
        return wrong(name, QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
    target = static_cast<int>(number);
    return {};
}

/// The hours that are on in a day, as "8-12, 14-24"; empty if none is.
QStringList spansOf(const WeekHours& week, int day)
{
    QStringList spans;
    for (int hour = 0; hour < WeekHours::Hours;) {
        if (!week.at(day, hour)) {
            ++hour;
            continue;
        }
        const int from = hour;
        while (hour < WeekHours::Hours && week.at(day, hour))
            ++hour;
        spans.append(QStringLiteral("%1-%2").arg(from).arg(hour));
    }
    return spans;
}
} // namespace

WeekHours WeekHours::always()
{
    WeekHours week;
    week.m_hours.set();
    return week;
}

WeekHours WeekHours::nightsAndWeekends()
{
    WeekHours week = always();
    for (int day = 0; day < 5; ++day) {
        for (int hour = 8; hour < 20; ++hour)
            week.set(day, hour, false);
    }
    return week;
}

QJsonArray WeekHours::toJson() const
{
    QJsonArray days;
    for (int day = 0; day < Days; ++day) {
        QString hours;
        for (int hour = 0; hour < Hours; ++hour)
            hours.append(at(day, hour) ? u'1' : u'0');
        days.append(hours);
    }
    return days;
}

std::optional<WeekHours> WeekHours::fromJson(const QJsonValue& json)
{
    const QJsonArray days = json.toArray();
    if (days.size() != Days)
        return std::nullopt;
    WeekHours week;
    for (int day = 0; day < Days; ++day) {
        const QString hours = days[day].toString();
        if (hours.size() != Hours)
            return std::nullopt;
        for (int hour = 0; hour < Hours; ++hour) {
            if (hours[hour] != u'0' && hours[hour] != u'1')
                return std::nullopt;
            week.set(day, hour, hours[hour] == u'1');
        }
    }
    return week;
}

Result<WeekHours> WeekHours::parse(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^([a-z]{3})(?:-([a-z]{3}))?(?:\\s+([0-9]{1,2})-([0-9]{1,2}))?\\z"));
    WeekHours week;
    for (const QString& piece : text.toLower().split(u',')) {
        const auto match = form.match(piece.trimmed());
        const qsizetype first = dayNames().indexOf(match.captured(1));
        const qsizetype last = match.captured(2).isEmpty() ? first : dayNames().indexOf(match.captured(2));
        const int from = static_cast<int>(surplus::parse::integer(match.captured(3)).value_or(0));
        const int to = match.captured(4).isEmpty() ? Hours : static_cast<int>(surplus::parse::integer(match.captured(4)).value_or(0));
        if (first < 0 || last < 0 || from >= Hours || to > Hours)
            return failure(QStringLiteral("rules.schedule"),
                QStringLiteral("\"%1\" is no part of a week. It looks like \"mon-fri 18-8, sat-sun\": days, and hours from 0 to 24. Nothing was changed.").arg(piece.trimmed().left(60)));
        const int length = to > from ? to - from : Hours - from + to;
        for (qsizetype day = first;; day = (day + 1) % Days) {
            for (int i = 0; i < length; ++i) {
                const int at = from + i;
                week.set(static_cast<int>((day + at / Hours) % Days), at % Hours, true);
            }
            if (day == last)
                break;
        }
    }
    return week;
}

QString WeekHours::toText() const
{
    QStringList pieces;
    for (int day = 0; day < Days;) {
        const QStringList spans = spansOf(*this, day);
        const int first = day;
        while (day < Days && spansOf(*this, day) == spans)
            ++day;
        const QString days = day - 1 == first ? dayNames()[first] : dayNames()[first] + u'-' + dayNames()[day - 1];
        for (const QString& span : spans)
            pieces.append(span == QLatin1String("0-24") ? days : days + u' ' + span);
    }
    return pieces.join(QStringLiteral(", "));
}

QJsonObject Rules::toJson() const
{
    return { { QStringLiteral("schedule"), schedule }, { QStringLiteral("share"), share.toJson() }, { QStringLiteral("battery"), battery },
        { QStringLiteral("metered"), metered }, { QStringLiteral("hot"), hot }, { QStringLiteral("hotAbove"), hotAbove },
        { QStringLiteral("inUse"), inUse }, { QStringLiteral("idleMinutes"), idleMinutes },
        { QStringLiteral("programs"), QJsonArray::fromStringList(programs) } };
}

Result<Rules> Rules::fromJson(const QJsonObject& json, Rules present)
{
    for (const auto& [name, target] : { std::pair("schedule", &present.schedule), std::pair("battery", &present.battery), std::pair("metered", &present.metered),
             std::pair("hot", &present.hot), std::pair("inUse", &present.inUse) }) {
        if (auto taken = takeFlag(json, name, *target); !taken)
            return tl::unexpected(taken.error());
    }
    if (auto taken = takeNumber(json, "hotAbove", 40, 110, present.hotAbove); !taken)
        return tl::unexpected(taken.error());
    if (auto taken = takeNumber(json, "idleMinutes", 1, 240, present.idleMinutes); !taken)
        return tl::unexpected(taken.error());
    if (const QJsonValue share = json.value(u"share"); !share.isUndefined()) {
        const auto week = WeekHours::fromJson(share);
        if (!week)
            return wrong("share", QStringLiteral("seven texts of 24 characters, 1 or 0, Monday first"));
        present.share = *week;
    }
    if (const QJsonValue programs = json.value(u"programs"); !programs.isUndefined()) {
        QStringList names;
        for (const QJsonValue& value : programs.toArray()) {
            const QString name = value.toString().trimmed();
            if (name.isEmpty() || name.size() > MaxProgramLength || name.contains(u'/'))
                return wrong("programs", QStringLiteral("names of executables without a path, of at most %1 characters").arg(MaxProgramLength));
            if (!names.contains(name))
                names.append(name);
        }
        if (!programs.isArray() || names.size() > MaxPrograms)
            return wrong("programs", QStringLiteral("a list of at most %1 names").arg(MaxPrograms));
        present.programs = names;
    }
    return present;
}

QJsonObject RuleSource::toJson() const
{
    return { { QStringLiteral("rule"), rule }, { QStringLiteral("missing"), missing }, { QStringLiteral("reading"), reading } };
}

RuleSource RuleSource::fromJson(const QJsonObject& json)
{
    return { json.value(u"rule").toString(), json.value(u"missing").toString(), json.value(u"reading").toString() };
}

} // namespace surplus
