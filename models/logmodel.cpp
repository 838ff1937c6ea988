// SPDX-License-Identifier: GPL-3.0-or-later
#include "logmodel.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

namespace surplus {

LogModel::LogModel(EngineLink& link, QObject* parent) : QAbstractListModel(parent), m_link(link)
{
    m_poll.setInterval(1000);
    connect(&m_poll, &QTimer::timeout, this, &LogModel::fetch);
    connect(&m_link, &EngineLink::ready, this, [this] {
        m_last = 0; // a restarted engine counts from one again
        m_fetching = false;
        if (isActive())
            fetch();
    });
}

int LogModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const LogLine& line = m_lines[m_shown[index.row()]];
    switch (role) {
    case Time:
        return QDateTime::fromMSecsSinceEpoch(line.time).toString(QStringLiteral("HH:mm:ss"));
    case Level:
        return line.level;
    case Part:
        return line.part;
    case Text:
        return line.text;
    case Matches:
        return matches(line);
    default:
        return {};
    }
}

QHash<int, QByteArray> LogModel::roleNames() const
{
    return { { Time, "time" }, { Level, "level" }, { Part, "part" }, { Text, "text" }, { Matches, "matches" } };
}

void LogModel::setActive(bool active)
{
    if (active == isActive())
        return;
    if (active) {
        m_poll.start();
        fetch();
    } else {
        m_poll.stop();
    }
    Q_EMIT activeChanged();
}

void LogModel::setSearch(const QString& search)
{
    if (m_search == search)
        return;
    m_search = search;
    Q_EMIT filterChanged();
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), { Matches });
    Q_EMIT countChanged();
}

void LogModel::setShown(bool& level, bool show)
{
    if (level == show)
        return;
    level = show;
    Q_EMIT filterChanged();
    rebuild();
}

bool LogModel::isShown(const LogLine& line) const
{
    if (line.level == QLatin1String("error"))
        return m_errors;
    return line.level == QLatin1String("warning") ? m_warnings : m_info;
}

bool LogModel::matches(const LogLine& line) const
{
    return m_search.isEmpty() || line.text.contains(m_search, Qt::CaseInsensitive) || line.part.contains(m_search, Qt::CaseInsensitive);
}

QString LogModel::countText() const
{
    const auto found = std::count_if(m_shown.begin(), m_shown.end(), [this](qsizetype i) { return matches(m_lines[i]); });
    const QLocale locale;
    return tr("%1 of %2 lines").arg(locale.toString(static_cast<qlonglong>(found)), locale.toString(static_cast<qlonglong>(m_lines.size())));
}

QString LogModel::asText() const
{
    QString text;
    for (const qsizetype i : m_shown)
        text += QStringLiteral("%1 %2 %3: %4\n").arg(QDateTime::fromMSecsSinceEpoch(m_lines[i].time).toString(Qt::ISODateWithMs),
            m_lines[i].level, m_lines[i].part, m_lines[i].text);
    return text;
}

void LogModel::fetch()
{
    if (m_fetching || !m_link.isReady())
        return;
    m_fetching = true;
    m_link.call(QStringLiteral("log.lines"), { { QStringLiteral("after"), m_last }, { QStringLiteral("limit"), 1000 } },
        [this](const Result<QJsonObject>& answer) {
            m_fetching = false;
            if (!answer)
                return;
            QList<LogLine> lines;
            for (const QJsonValue& value : answer->value(u"lines").toArray())
                lines.append(LogLine::fromJson(value.toObject()));
            take(lines);
        });
}

void LogModel::take(const QList<LogLine>& lines)
{
    if (lines.isEmpty())
        return;
    if (m_lines.size() + lines.size() > MaxLines) {
        m_lines = (m_lines + lines).last(std::min<qsizetype>(MaxLines / 2, m_lines.size() + lines.size()));
        rebuild();
    } else {
        for (const LogLine& line : lines) {
            m_lines.append(line);
            if (!isShown(line))
                continue;
            beginInsertRows({}, rowCount(), rowCount());
            m_shown.append(m_lines.size() - 1);
            endInsertRows();
        }
    }
    m_last = lines.last().sequence;
    Q_EMIT countChanged();
}

void LogModel::rebuild()
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (isShown(m_lines[i]))
            m_shown.append(i);
    }
    endResetModel();
    Q_EMIT countChanged();
}

} // namespace surplus
