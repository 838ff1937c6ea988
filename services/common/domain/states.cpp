// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/domain/states.h"

#include "services/common/domain/words.h"

namespace surplus {

namespace {
constexpr Words<ShareState, 3> Shares { { "idle", "sharing", "paused" } };
constexpr Words<UptimeState, 4> Uptimes { { "up", "paused", "down", "unknown" } };
constexpr Words<Reason, 15> Reasons { { "", "user", "schedule", "battery", "metered", "hot", "inUse", "program", "dataCap", "payout", "folder", "off", "disk", "crash",
    "other" } };
}

QString toText(ShareState state) { return Shares.of(state); }
std::optional<ShareState> shareStateFromText(const QString& text) { return Shares.find(text); }
QString toText(UptimeState state) { return Uptimes.of(state); }
std::optional<UptimeState> uptimeStateFromText(const QString& text) { return Uptimes.find(text); }
QString toText(Reason reason) { return Reasons.of(reason); }
Reason reasonFromText(const QString& text) { return Reasons.find(text).value_or(Reason::Other); }

QJsonObject UptimeInterval::toJson() const
{
    return { { QStringLiteral("start"), start }, { QStringLiteral("end"), end },
        { QStringLiteral("state"), toText(state) }, { QStringLiteral("reason"), reason } };
}

std::optional<UptimeInterval> UptimeInterval::fromJson(const QJsonObject& json)
{
    const auto state = uptimeStateFromText(json.value(u"state").toString());
    const UptimeInterval interval { json.value(u"start").toInteger(), json.value(u"end").toInteger(),
        state.value_or(UptimeState::Unknown), json.value(u"reason").toString() };
    return state && interval.end >= interval.start ? std::optional(interval) : std::nullopt;
}

QJsonObject Pause::toJson() const
{
    return { { QStringLiteral("reason"), toText(reason) }, { QStringLiteral("detail"), detail }, { QStringLiteral("until"), until ? QJsonValue(*until) : QJsonValue() } };
}

Pause Pause::fromJson(const QJsonObject& json)
{
    const QJsonValue until = json.value(u"until");
    return { reasonFromText(json.value(u"reason").toString()), json.value(u"detail").toString(),
        until.isDouble() ? std::optional<UtcMs>(until.toInteger()) : std::nullopt };
}

} // namespace surplus
