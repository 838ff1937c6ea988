// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/api/status.h"
#include "services/ctl/assignments.h"
#include "services/ctl/control.h"

#include <QHash>

namespace surplus::ctl {

namespace {
void writeRules(const QJsonObject& status)
{
    const Rules rules = Rules::fromJson(status.value(u"rules").toObject(), {}).value_or(Rules());
    const auto flag = [](bool on) { return on ? QStringLiteral("on") : QStringLiteral("off"); };
    const QString hours = rules.share.isAlways() ? QStringLiteral("always") : rules.share.isNever() ? QStringLiteral("never") : rules.share.toText();
    const QList<std::tuple<QString, QString, QString>> rows {
        { QStringLiteral("schedule"), rules.schedule ? hours : flag(false), QStringLiteral("the hours to share in, local time") },
        { QStringLiteral("battery"), flag(rules.battery), QStringLiteral("pauses on battery") },
        { QStringLiteral("metered"), flag(rules.metered), QStringLiteral("pauses on a metered network") },
        { QStringLiteral("hot"), rules.hot ? QString::number(rules.hotAbove) : flag(false), QStringLiteral("pauses above so many °C") },
        { QStringLiteral("idle"), rules.inUse ? QString::number(rules.idleMinutes) : flag(false), QStringLiteral("pauses until the computer was unused for so many minutes") },
        { QStringLiteral("programs"), rules.programs.isEmpty() ? flag(false) : rules.programs.join(u','), QStringLiteral("pauses while one of them runs") } };
    for (const auto& [name, value, meaning] : rows)
        out() << name.leftJustified(20) << value.rightJustified(20) << "      " << meaning << '\n';
    const QHash<QString, QString> names { { QStringLiteral("inUse"), QStringLiteral("idle") }, { QStringLiteral("program"), QStringLiteral("programs") } };
    for (const QJsonValue& source : status.value(u"sources").toArray()) {
        if (!source[u"missing"].toString().isEmpty())
            out() << names.value(source[u"rule"].toString(), source[u"rule"].toString()) << " is not available here: " << source[u"missing"].toString() << ".\n";
    }
}

int show(Control& control, const QString& method, const QJsonObject& params)
{
    const auto answer = control.call(method, params);
    if (!answer)
        return ExitRefused;
    if (control.json()) {
        QJsonObject both = answer->value(u"credit").toObject();
        both.insert(QStringLiteral("rules"), answer->value(u"rules"));
        both.insert(QStringLiteral("sources"), answer->value(u"sources"));
        print(both);
        return 0;
    }
    writeRules(*answer);
    const CreditCaps caps = CreditCaps::fromJson(answer->value(u"credit").toObject());
    for (const CreditCaps::Member& member : CreditCaps::members())
        out() << QString::fromLatin1(member.name).leftJustified(20) << (caps.*member.amount).toTokens().rightJustified(20) << ' ' << answer->value(u"symbol").toString()
              << "  " << member.meaning << '\n';
    out().flush();
    return 0;
}

int set(const cli::Line& line, const char* name)
{
    const auto change = limitAssignment(QLatin1String(name), line.text("value"));
    if (!change)
        return line.misuse(change.error().message);
    Control control(line);
    return control.open() ? show(control, change->method, change->params) : ExitNoEngine;
}
} // namespace

void addLimits(cli::Command root)
{
    cli::Command limits = root.add("limits", "the rules that pause sharing, and how much may be owed before serving stops");
    limits.does(withEngine([](Control& control) { return show(control, QStringLiteral("engine.status"), {}); }));
    cli::Command change = limits.add("set", "change one of them");
    for (const Setting& setting : limitSettings()) {
        const char* name = setting.name;
        change.add(name, setting.meaning).word("value", setting.type, setting.value).does([name](const cli::Line& line) { return set(line, name); });
    }
}

} // namespace surplus::ctl
