// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/assignments.h"

#include "services/common/api/status.h"
#include "services/common/core/parse.h"

#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace surplus::ctl {

namespace {
tl::unexpected<Error> wanted(const QString& name, const QString& value, const QString& what)
{
    return failure(QStringLiteral("usage"), QStringLiteral("%1 takes %2, not \"%3\"").arg(name, what, value));
}

std::optional<bool> flagFrom(const QString& text)
{
    if (text == QLatin1String("on"))
        return true;
    return text == QLatin1String("off") ? std::optional(false) : std::nullopt;
}

constexpr double MostBytes = 9e15; // what JSON numbers hold exactly

/// Decimal units, as everywhere: 500GB, 1.5TB, 0.
std::optional<qint64> bytesFrom(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,15}(?:\\.[0-9]{1,3})?)\\s*([kKMGT]?)B?\\z"));
    static const QHash<QString, double> factors { { QString(), 1 }, { QStringLiteral("k"), 1e3 }, { QStringLiteral("K"), 1e3 },
        { QStringLiteral("M"), 1e6 }, { QStringLiteral("G"), 1e9 }, { QStringLiteral("T"), 1e12 } };
    const auto match = form.match(text);
    const auto number = parse::decimal(match.captured(1));
    const double value = number.value_or(0) * factors.value(match.captured(2));
    return number && value <= MostBytes ? std::optional(std::llround(value)) : std::nullopt;
}

/// Bytes per second, from bits: 20Mbit, 500kbit; 0.
std::optional<qint64> rateFrom(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,9}(?:\\.[0-9]{1,3})?)(k|M|G)bit(?:/s)?\\z"));
    if (text == QLatin1String("0"))
        return 0;
    const auto match = form.match(text);
    const double factor = match.captured(2) == QLatin1String("k") ? 1e3 : match.captured(2) == QLatin1String("M") ? 1e6 : 1e9;
    const auto number = parse::decimal(match.captured(1));
    const double value = number.value_or(0) * factor / 8;
    return number && value <= MostBytes ? std::optional(std::max<qint64>(1, std::llround(value))) : std::nullopt;
}

enum class Form { Flag, Folder, Bytes, Rate, Tokens, Day };
struct StorageName {
    Setting setting;
    const char* param;
    Form form;
};
const QList<StorageName>& storageNames()
{
    static const char* const size = "like 500GB or 1.5TB; 0: no limit";
    static const char* const rate = "like 20Mbit or 500kbit, for all customers together; 0: no limit";
    static const QList<StorageName> names {
        { { "enabled", "whether storage is shared", "on|off", "on or off" }, "enabled", Form::Flag },
        { { "folder", "where what is stored lies; it can change while no lease is kept", "DIR", "the folder" }, "folder", Form::Folder },
        { { "limit", "how much may be leased", "SIZE", "like 500GB or 1.5TB" }, "limit", Form::Bytes },
        { { "free", "how much of the disk stays free", "SIZE", "like 500GB" }, "minimumFree", Form::Bytes },
        { { "cap", "how much may be moved in a month", "SIZE", size }, "monthlyCap", Form::Bytes },
        { { "reset-day", "the day on which that month begins", "DAY", "1 to 31" }, "resetDay", Form::Day },
        { { "upload", "how fast customers are sent to", "RATE", rate }, "uploadRate", Form::Rate },
        { { "download", "how fast customers are taken from", "RATE", rate }, "downloadRate", Form::Rate },
        { { "keep-price", "the price of keeping a GB for a day", "TOKENS", "like 0.05" }, "keepPrice", Form::Tokens },
        { { "retrieve-price", "the price of a GB fetched", "TOKENS", "like 0.05" }, "retrievePrice", Form::Tokens },
        { { "unfunded", "whether those are served who have set no money aside on the chain", "on|off", "on or off" }, "serveUnfunded", Form::Flag } };
    return names;
}

/// Nothing if `value` isn't of that form.
std::optional<QJsonValue> valueOf(Form form, const QString& value)
{
    const auto json = [](const auto& read) { return read ? std::optional<QJsonValue>(*read) : std::nullopt; };
    switch (form) {
    case Form::Flag:
        return json(flagFrom(value));
    case Form::Folder:
        return value.isEmpty() ? std::nullopt : std::optional<QJsonValue>(QFileInfo(value).absoluteFilePath());
    case Form::Bytes:
        return json(bytesFrom(value));
    case Form::Rate:
        return json(rateFrom(value));
    case Form::Tokens: {
        const auto amount = Amount::fromTokens(value);
        return amount ? std::optional<QJsonValue>(amount->toWire()) : std::nullopt;
    }
    case Form::Day:
        return json(parse::integer(value, 1, 31));
    }
    return std::nullopt;
}

QString wordsFor(Form form)
{
    switch (form) {
    case Form::Flag:
        return QStringLiteral("on or off");
    case Form::Folder:
        return QStringLiteral("a folder");
    case Form::Bytes:
        return QStringLiteral("a size such as 500GB, at most 9000TB, or 0");
    case Form::Rate:
        return QStringLiteral("a rate such as 20Mbit (at most 70000000Gbit), or 0 for no limit");
    case Form::Tokens:
        return QStringLiteral("a price in tokens such as 0.05, 0 or more");
    case Form::Day:
        return QStringLiteral("a day of the month, 1 to 31");
    }
    return {};
}
} // namespace

const QList<Setting>& storageSettings()
{
    static const QList<Setting> settings = [] {
        QList<Setting> all;
        for (const StorageName& one : storageNames())
            all.append(one.setting);
        return all;
    }();
    return settings;
}

Result<Assignment> storageAssignment(const QString& name, const QString& value)
{
    const QList<StorageName>& names = storageNames();
    const auto found = std::find_if(names.begin(), names.end(), [&](const StorageName& one) { return name == QLatin1String(one.setting.name); });
    if (found == names.end())
        return failure(QStringLiteral("usage"), QStringLiteral("storage has no %1").arg(name));
    const auto param = valueOf(found->form, value);
    if (!param)
        return wanted(name, value, wordsFor(found->form));
    return Assignment { found->form == Form::Folder ? QStringLiteral("storage.setFolder") : QStringLiteral("storage.set"), { { QLatin1String(found->param), *param } } };
}

const QList<Setting>& limitSettings()
{
    static const QList<Setting> settings = [] {
        QList<Setting> all {
            { "schedule", "the hours to share in, in the computer's time", "WEEK|off", "like \"mon-fri 20-8, sat-sun\"" },
            { "battery", "whether to pause on battery", "on|off", "on or off" },
            { "metered", "whether to pause on a metered network", "on|off", "on or off" },
            { "hot", "the temperature above which to pause", "CELSIUS|off", "like 85" },
            { "idle", "how long the computer has to be unused before sharing", "MINUTES|off", "like 10" },
            { "programs", "pause while one of these programs runs", "NAMES|off", "names with commas between them" } };
        for (const CreditCaps::Member& member : CreditCaps::members())
            all.append({ member.name, member.meaning, "TOKENS", "at most so much, like 25" });
        return all;
    }();
    return settings;
}

Result<Assignment> limitAssignment(const QString& name, const QString& value)
{
    const auto rule = [](const QJsonObject& params) { return Assignment { QStringLiteral("conditions.set"), params }; };
    const bool off = value == QLatin1String("off");
    if (name == QLatin1String("battery") || name == QLatin1String("metered")) {
        const auto flag = flagFrom(value);
        return flag ? Result<Assignment>(rule({ { name, *flag } })) : wanted(name, value, QStringLiteral("on or off"));
    }
    if (name == QLatin1String("schedule")) {
        if (off)
            return rule({ { QStringLiteral("schedule"), false } });
        const auto week = WeekHours::parse(value);
        if (!week)
            return tl::unexpected(week.error());
        return rule({ { QStringLiteral("schedule"), true }, { QStringLiteral("share"), week->toJson() } });
    }
    if (name == QLatin1String("programs")) {
        QStringList names = off ? QStringList() : value.split(u',', Qt::SkipEmptyParts);
        return rule({ { name, QJsonArray::fromStringList(names) } });
    }
    if (name == QLatin1String("hot") || name == QLatin1String("idle")) {
        const bool hot = name == QLatin1String("hot");
        const QString flag = hot ? QStringLiteral("hot") : QStringLiteral("inUse");
        const auto number = parse::integer(value, -1000, 100'000);
        if (off)
            return rule({ { flag, false } });
        if (!number)
            return wanted(name, value, hot ? QStringLiteral("°C such as 85, or off") : QStringLiteral("minutes such as 10, or off"));
        return rule({ { flag, true }, { hot ? QStringLiteral("hotAbove") : QStringLiteral("idleMinutes"), *number } });
    }
    for (const CreditCaps::Member& member : CreditCaps::members()) {
        const auto amount = Amount::fromTokens(value);
        if (name == QLatin1String(member.name))
            return amount && amount->nano() >= 0 ? Result<Assignment>(Assignment { QStringLiteral("credit.set"), { { name, amount->toWire() } } })
                                                 : wanted(name, value, QStringLiteral("tokens such as 25, 0 or more"));
    }
    return failure(QStringLiteral("usage"), QStringLiteral("there is no limit %1").arg(name));
}

} // namespace surplus::ctl
