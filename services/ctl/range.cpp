// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/range.h"

#include <QDateTime>
#include <QFile>

namespace surplus::ctl {

Result<Range> Range::read(const cli::Line& line)
{
    Range range;
    for (const auto& [name, at] : { std::pair("--from", &range.from), std::pair("--to", &range.to) }) {
        if (!line.has(name))
            continue;
        const QDateTime time = QDateTime::fromString(line.text(name), Qt::ISODate);
        if (!time.isValid())
            return failure(QStringLiteral("usage"), QStringLiteral("%1 must be an ISO 8601 time such as 2026-11-01 or 2026-11-01T00:00:00+01:00, not \"%2\"").arg(QLatin1String(name), line.text(name)));
        *at = time.toMSecsSinceEpoch();
    }
    if (line.has("--step"))
        range.width = binWidthFromText(line.text("--step"));
    return range;
}

void Range::addOptions(cli::Command& command)
{
    command.option("--from", "TIME", "Not before this time, ISO 8601.").option("--to", "TIME", "Before this time, ISO 8601.");
    command.option("--step", "quarter|hour|day|week|month", "How much time a row is: of an hour the quarter, or more.");
    command.option("--profile", "DIR", "Read a dashboard's history of all its machines, which lies there.");
}

QList<TimeBin> Range::bins(HistoryStore& history) const
{
    const auto first = history.first({});
    const UtcMs begin = from.value_or(first ? first->value_or(now) : now);
    const auto last = history.lastEarned();
    const UtcMs end = to.value_or(std::max(now + 1, last ? last->value_or(0) : 0));
    return binsOver(begin, end, width.value_or(widthFor(end - begin)), zone);
}

QJsonObject Range::params() const
{
    QJsonObject params { { QStringLiteral("zone"), QString::fromLatin1(zone.id()) } };
    if (from)
        params.insert(QStringLiteral("from"), *from);
    if (to)
        params.insert(QStringLiteral("to"), *to);
    if (width)
        params.insert(QStringLiteral("step"), toText(*width));
    return params;
}

Result<EarningsTable> earningsOf(Control& control, const Range& range, const QString& by)
{
    QJsonObject params = range.params();
    params.insert(QStringLiteral("by"), by);
    const auto answer = control.client().callAndWait(QStringLiteral("earnings.query"), params);
    return answer ? EarningsTable::fromJson(*answer) : tl::unexpected(answer.error());
}

int withProfile(const cli::Line& line, const std::function<int(HistoryStore&, const QString&)>& act)
{
    const QString profile = QFile::decodeName(line.bytes("--profile"));
    const QString path = profile + QStringLiteral("/history.db");
    if (!QFile::exists(path)) {
        refused({ QStringLiteral("profile"), QStringLiteral("%1 has no history.db: it is no dashboard's profile.").arg(profile) });
        return ExitNoEngine;
    }
    const auto database = Database::open(path, Database::Durability::Normal, HistoryStore::migrations());
    if (!database) {
        refused(database.error());
        return ExitNoEngine;
    }
    const auto code = (*database)->attempt([&]() -> Result<int> {
        HistoryStore history(**database, localZone());
        return act(history, profile);
    });
    return code ? *code : refused(code.error());
}

} // namespace surplus::ctl
