// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/store/database.h"

#include <QDir>
#include <QFile>
#include <QTest>

/// The files of a profile, as a test writes and reads them.
namespace surplus::test {

inline void write(const QString& path, const QByteArray& text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("a file could not be written");
}
inline QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("absent");
}
inline std::unique_ptr<Database> database(const QString& path)
{
    QDir().mkpath(QFileInfo(path).path());
    return std::move(*Database::open(path, Database::Durability::Full, { { 1, "CREATE TABLE t(x INTEGER)" } }));
}
inline int rows(Database& db)
{
    Statement count = db.prepare("SELECT COUNT(*) FROM t");
    return count.step() ? static_cast<int>(count.integer(0)) : -1;
}
inline void insert(Database& db)
{
    if (!db.transact([&] { db.prepare("INSERT INTO t VALUES(1)").run(); }))
        qFatal("no row");
}
inline QStringList inside(const QString& folder) { return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name); }
inline QList<Migration> recordSchema()
{
    return { { 1, "CREATE TABLE stored_content(content TEXT NOT NULL, file TEXT NOT NULL, folder TEXT NOT NULL, PRIMARY KEY(content, folder)); "
                  "CREATE TABLE leases(content BLOB, file TEXT)" } };
}
/// An engine's record that names these contents in this storage folder ("": the present one); each holds a file of the same
/// name. With a table of leases, which is all that versions before the record have.
inline void record(const QString& profile, const QStringList& contents, const QString& folder = {})
{
    QDir().mkpath(profile + QStringLiteral("/engine"));
    auto made = Database::open(profile + QStringLiteral("/engine/engine.db"), Database::Durability::Full, recordSchema());
    QVERIFY((*made)->transact([&] {
        for (const QString& content : contents)
            (*made)->prepare("INSERT INTO stored_content VALUES(?,?,?)").bind(content, content, folder).run();
    }));
}
/// Overwrites the table's first page, as a dying disk may.
inline void damage(const QString& file, const char* table)
{
    qint64 root = 0;
    {
        auto opened = Database::open(file, Database::Durability::Full, recordSchema());
        Statement page = (*opened)->prepare("SELECT rootpage FROM sqlite_master WHERE name=?");
        QVERIFY(page.bind(QString::fromLatin1(table)).step());
        root = page.integer(0);
    }
    QFile raw(file);
    QVERIFY(raw.open(QIODevice::ReadWrite) && raw.seek((root - 1) * 4096) && raw.write(QByteArray(4096, '\xff')) == 4096);
}

} // namespace surplus::test
