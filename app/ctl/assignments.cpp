// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/assignments.h"

#include "services/common/api/status.h"
#include "services/common/core/parse.h"

#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace surplus {

namespace {
tl::unexpected<Error> wanted(const QString& name, const QString& what)
{
    return failure(QStringLiteral("usage"), QStringLiteral("%1 takes %2").arg(name, what));
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

struct StorageName {
    const char* name;
    const char* param;
    enum Kind { Flag, Bytes, Rate, Tokens, Day } kind;
};
constexpr StorageName StorageNames[] { { "enabled", "enabled", StorageName::Flag }, { "unfunded", "serveUnfunded", StorageName::Flag },
    { "limit", "limit", StorageName::Bytes }, { "free", "minimumFree", StorageName::Bytes }, { "cap", "monthlyCap", StorageName::Bytes },
    { "upload", "uploadRate", StorageName::Rate }, { "download", "downloadRate", StorageName::Rate }, { "reset-day", "resetDay", StorageName::Day },
    { "keep-price", "keepPrice", StorageName::Tokens }, { "retrieve-price", "retrievePrice", StorageName::Tokens } };
} // namespace

Result<Assignment> storageAssignment(const QString& name, const QString& value)
{
    if (name == QLatin1String("folder"))
        return Assignment { QStringLiteral("storage.setFolder"), { { name, QFileInfo(value).absoluteFilePath() } } };
    const auto found = std::find_if(std::begin(StorageNames), std::end(StorageNames), [&](const StorageName& one) { return name == QLatin1String(one.name); });
    if (found == std::end(StorageNames)) {
        QStringList names { QStringLiteral("folder") };
        for (const StorageName& one : StorageNames)
            names.append(QLatin1String(one.name));
        return wanted(QStringLiteral("resources set storage"), QStringLiteral("one of %1, and a value").arg(names.join(QStringLiteral(", "))));
    }
    QJsonValue param;
    switch (found->kind) {
    case StorageName::Flag: {
        const auto flag = flagFrom(value);
        if (!flag)
            return wanted(name, QStringLiteral("on or off"));
        param = *flag;
        break;
    }
    case StorageName::Bytes:
    case StorageName::Rate: {
        const bool rate = found->kind == StorageName::Rate;
        const auto number = rate ? rateFrom(value) : bytesFrom(value);
        if (!number)
            return wanted(name, rate ? QStringLiteral("a rate such as 20Mbit (at most 70000000Gbit), or 0 for no limit") : QStringLiteral("a size such as 500GB, at most 9000TB, or 0"));
        param = *number;
        break;
    }
    case StorageName::Tokens: {
        const auto amount = Amount::fromTokens(value);
        if (!amount)
            return wanted(name, QStringLiteral("tokens such as 0.05"));
        param = amount->toWire();
        break;
    }
    case StorageName::Day: {
        const auto day = parse::integer(value, 1, 31);
        if (!day)
            return wanted(name, QStringLiteral("a day of the month, 1 to 31"));
        param = *day;
        break;
    }
    }
    return Assignment { QStringLiteral("storage.set"), { { QLatin1String(found->param), param } } };
}

Result<Assignment> limitAssignment(const QString& name, const QString& value)
{
    const auto rule = [](const QJsonObject& params) { return Assignment { QStringLiteral("conditions.set"), params }; };
    const bool off = value == QLatin1String("off");
    if (name == QLatin1String("battery") || name == QLatin1String("metered")) {
        const auto flag = flagFrom(value);
        return flag ? Result<Assignment>(rule({ { name, *flag } })) : wanted(name, QStringLiteral("on or off"));
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
            return wanted(name, hot ? QStringLiteral("°C such as 85, or off") : QStringLiteral("minutes such as 10, or off"));
        return rule({ { flag, true }, { hot ? QStringLiteral("hotAbove") : QStringLiteral("idleMinutes"), *number } });
    }
    QStringList names { QStringLiteral("schedule"), QStringLiteral("battery"), QStringLiteral("metered"), QStringLiteral("hot"), QStringLiteral("idle"), QStringLiteral("programs") };
    for (const CreditCaps::Member& member : CreditCaps::members()) {
        const auto amount = Amount::fromTokens(value);
        if (name == QLatin1String(member.name))
            return amount && amount->nano() >= 0 ? Result<Assignment>(Assignment { QStringLiteral("credit.set"), { { name, amount->toWire() } } })
                                                 : wanted(name, QStringLiteral("tokens such as 25"));
        names.append(QLatin1String(member.name));
    }
    return wanted(QStringLiteral("limits set"), QStringLiteral("one of %1, and a value").arg(names.join(QStringLiteral(", "))));
}

} // namespace surplus
