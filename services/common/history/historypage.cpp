// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/historypage.h"

#include "services/common/core/parse.h"

#include <QJsonArray>

namespace surplus {

namespace {
constexpr qsizetype MaxName = 100;

std::optional<SeriesStore::Row> rowFrom(const QJsonValue& json)
{
    const int tier = json[u"tier"].toInt(-1);
    const int kind = json[u"kind"].toInt(-1);
    const auto data = parse::base64(json[u"data"].toString());
    SeriesStore::Row row { static_cast<Tier>(tier), 0, json[u"series"].toString(), static_cast<SeriesKind>(kind),
        json[u"chunk"].toInteger(-2), data.value_or(QByteArray()), json[u"revision"].toInteger() };
    const bool copied = row.tier == Tier::Minute || row.tier == Tier::Quarter;
    if (!data || !copied || kind < 0 || kind > static_cast<int>(SeriesKind::Reading) || row.series.isEmpty() || row.series.size() > MaxName
        || !SeriesStore::isValid(row.number))
        return std::nullopt;
    return row;
}
} // namespace

QJsonObject HistoryPage::toJson() const
{
    QJsonArray chunks;
    for (const SeriesStore::Row& row : rows)
        chunks.append(QJsonObject { { QStringLiteral("tier"), static_cast<int>(row.tier) }, { QStringLiteral("series"), row.series },
            { QStringLiteral("kind"), static_cast<int>(row.kind) }, { QStringLiteral("chunk"), row.number },
            { QStringLiteral("data"), QString::fromLatin1(row.data.toBase64()) }, { QStringLiteral("revision"), row.revision } });
    QJsonArray spans;
    for (const UptimeInterval& interval : intervals)
        spans.append(interval.toJson());
    return { { QStringLiteral("epoch"), cursor.epoch }, { QStringLiteral("run"), cursor.run }, { QStringLiteral("revision"), cursor.revision },
        { QStringLiteral("reset"), reset }, { QStringLiteral("more"), more }, { QStringLiteral("chunks"), chunks },
        { QStringLiteral("intervals"), spans } };
}

Result<HistoryPage> HistoryPage::fromJson(const QJsonObject& json)
{
    const auto malformed = [](const char* what) {
        return failure(QStringLiteral("history.malformed"),
            QStringLiteral("The engine sent a page of its history with %1. Nothing of it was kept; update the engine.").arg(QLatin1String(what)));
    };
    HistoryPage page { { json.value(u"epoch").toString(), json.value(u"run").toString(), json.value(u"revision").toInteger(-1) },
        json.value(u"reset").toBool(), json.value(u"more").toBool(), {}, {} };
    if (page.cursor.epoch.isEmpty() || page.cursor.run.isEmpty() || page.cursor.revision < 0)
        return malformed("no position");
    for (const QJsonValue& value : json.value(u"chunks").toArray()) {
        const auto row = rowFrom(value);
        if (!row || !decodeChunk(row->data, row->kind, slotsPerChunk(row->tier)))
            return malformed("a damaged chunk");
        page.rows.append(*row);
    }
    for (const QJsonValue& value : json.value(u"intervals").toArray()) {
        const auto interval = UptimeInterval::fromJson(value.toObject());
        if (!interval || interval->end < interval->start)
            return malformed("an impossible interval");
        page.intervals.append(*interval);
    }
    return page;
}

} // namespace surplus
