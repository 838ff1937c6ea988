// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <sqlite3.h>

/// What a running program holds, seen from outside.
namespace surplus::test {

/// Resident memory in bytes; as "RssAnon:" without the files that are mapped.
inline qint64 memoryOf(qint64 pid, const char* which = "VmRSS:")
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(which))
            return line.simplified().split(' ')[1].toLongLong() * 1024;
    }
    return 0;
}
inline qsizetype descriptorsOf(qint64 pid)
{
    return QDir(QStringLiteral("/proc/%1/fd").arg(pid)).entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot).size();
}

/// An engine's file, read beside it.
class EngineRows {
public:
    explicit EngineRows(const QString& data) : m_path(data + QStringLiteral("/engine.db"))
    {
        if (sqlite3_open_v2(qPrintable(m_path), &m_db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
            qFatal("the engine's file can't be read");
        sqlite3_busy_timeout(m_db, 10'000);
    }
    ~EngineRows() { sqlite3_close(m_db); }
    EngineRows(const EngineRows&) = delete;
    EngineRows& operator=(const EngineRows&) = delete;

    /// The first column of the first row.
    [[nodiscard]] qint64 number(const char* sql) const
    {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(m_db, sql, -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql, sqlite3_errmsg(m_db));
        const qint64 value = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
        sqlite3_finalize(statement);
        return value;
    }
    /// Bytes of the pages that hold something.
    [[nodiscard]] qint64 used() const { return (number("PRAGMA page_count") - number("PRAGMA freelist_count")) * number("PRAGMA page_size"); }
    /// Bytes of the file and of its log.
    [[nodiscard]] qint64 files() const { return QFileInfo(m_path).size() + QFileInfo(m_path + QStringLiteral("-wal")).size(); }

private:
    const QString m_path;
    sqlite3* m_db = nullptr;
};

} // namespace surplus::test
