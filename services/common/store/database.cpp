// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/store/database.h"

#include "services/common/core/parse.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <cerrno>
#include <mutex>
#include <sqlite3.h>
#include <utility>

namespace surplus {

namespace {
Error describe(sqlite3* database, const QString& doing)
{
    int code = sqlite3_errcode(database) & 0xff;
    // A full disk may be met where SQLite has no word of its own for it: its index of the log grows, a file is made.
    if (const int system = sqlite3_system_errno(database); (code == SQLITE_IOERR || code == SQLITE_CANTOPEN) && (system == ENOSPC || system == EDQUOT))
        code = SQLITE_FULL;
    const QString file = QString::fromUtf8(sqlite3_db_filename(database, "main"));
    QString advice = QStringLiteral("See the log.");
    if (code == SQLITE_FULL)
        advice = QStringLiteral("The disk is full: free some space.");
    else if (code == SQLITE_READONLY || code == SQLITE_CANTOPEN || code == SQLITE_PERM)
        advice = QStringLiteral("Check who owns the file and its folder.");
    else if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        advice = QStringLiteral("The file is damaged: restore a backup.");
    const QString kind = code == SQLITE_CORRUPT || code == SQLITE_NOTADB ? QStringLiteral("store.damaged")
        : code == SQLITE_FULL                                           ? QStringLiteral("store.full")
        : code == SQLITE_IOERR || code == SQLITE_READONLY || code == SQLITE_CANTOPEN || code == SQLITE_PERM ? QStringLiteral("store.disk")
                                                                        : QStringLiteral("store.failed");
    return { kind,
        QStringLiteral("%1 in %2 failed: %3. %4").arg(doing, file, QString::fromUtf8(sqlite3_errmsg(database)), advice) };
}
} // namespace

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr)), m_next(other.m_next)
{
}

Statement::~Statement() { sqlite3_finalize(m_statement); }

void Statement::check(int code) const
{
    if (code != SQLITE_OK)
        throw StoreError(describe(m_database, QStringLiteral("Preparing a statement")));
}

void Statement::throwDamaged(int column) const
{
    throw StoreError({ QStringLiteral("store.damaged"),
        QStringLiteral("%1 is damaged: its \"%2\" can't be understood. Restore a backup.").arg(QString::fromUtf8(sqlite3_db_filename(m_database, "main")), QString::fromUtf8(sqlite3_column_name(m_statement, column))) });
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_next = 1;
}

void Statement::bindNext(qint64 value) { check(sqlite3_bind_int64(m_statement, m_next++, value)); }

void Statement::bindNext(std::nullptr_t) { check(sqlite3_bind_null(m_statement, m_next++)); }

void Statement::bindNext(const QByteArray& value)
{
    // A null pointer would bind NULL; an empty array is an empty blob.
    check(sqlite3_bind_blob64(m_statement, m_next++, value.isNull() ? "" : value.constData(),
        static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
}

void Statement::bindNext(const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    check(sqlite3_bind_text(
        m_statement, m_next++, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT));
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const Error error = describe(m_database, QStringLiteral("A statement"));
    sqlite3_reset(m_statement);
    throw StoreError(error);
}

void Statement::finish() { sqlite3_reset(m_statement); }

void Statement::run()
{
    while (step()) { }
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
qint64 Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }

QByteArray Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

QString Statement::text(int column) const
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

Result<std::unique_ptr<Database>> Database::open(
    const QString& path, Durability durability, const QList<Migration>& migrations)
{
    const QFileInfo file(path);
    if (!QDir().mkpath(file.absolutePath()))
        return failure(QStringLiteral("store.open"),
            QStringLiteral("Can't create the folder for %1. Check its parent's permissions.").arg(path));
    // Folders may be links, the file may not: whoever plants one would choose what we write to.
    const QString real = path.startsWith(u':') ? path : QFileInfo(file.absolutePath()).canonicalFilePath() + u'/' + file.fileName();
    for (const char* part : { "", "-wal", "-shm", "-journal" }) {
        if (QFileInfo(real + QLatin1String(part)).isSymLink())
            return failure(QStringLiteral("store.open"),
                QStringLiteral("%1 is a link to another file. Surplus doesn't follow it: move the link away. Nothing was changed.").arg(path + QLatin1String(part)));
    }
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(real.toUtf8().constData(), &handle,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW, nullptr);
    std::unique_ptr<Database> database(new Database(handle, path));
    if (code != SQLITE_OK)
        return failure(QStringLiteral("store.open"),
            QStringLiteral("Can't open %1: %2. Check who owns the file and its folder.")
                .arg(path, QString::fromUtf8(sqlite3_errmsg(handle))));
    QFile::setPermissions(real, QFile::ReadOwner | QFile::WriteOwner);
    sqlite3_busy_timeout(handle, 10'000);
    try {
        database->run("PRAGMA journal_mode=WAL");
        database->run(durability == Durability::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        database->run("PRAGMA foreign_keys=ON");
        database->run("PRAGMA journal_size_limit=8388608");
        if (auto done = database->migrate(migrations); !done)
            return tl::unexpected(done.error());
    } catch (const StoreError& e) {
        return tl::unexpected<Error>(e.error());
    }
    database->m_changesAtStart = sqlite3_total_changes64(handle);
    return database;
}

Database::~Database()
{
    // This run wrote to the new schema and ends in order: the copy of before the upgrade has served.
    const bool ranWell = m_handle && sqlite3_total_changes64(m_handle) > m_changesAtStart;
    m_companion.reset();
    m_dataVersion.reset();
    const bool closed = sqlite3_close_v2(m_handle) == SQLITE_OK;
    if (!ranWell || !closed)
        return;
    for (const QString& copy : std::as_const(m_oldCopies))
        QFile::remove(copy);
}

QStringList Database::copies() const
{
    const QFileInfo file(m_path);
    const QString prefix = file.fileName() + QStringLiteral(".before-");
    QStringList found;
    for (const QString& name : file.dir().entryList({ prefix + u'*' }, QDir::Files | QDir::Hidden | QDir::System)) {
        if (name.startsWith(prefix) && parse::natural(name.mid(prefix.size())))
            found.append(file.dir().filePath(name));
    }
    return found;
}

void Database::keepCopy(int found, int wanted)
{
    const QString copy = m_path + QStringLiteral(".before-") + QString::number(wanted);
    const QString part = copy + QStringLiteral(".part");
    if (QFile::exists(copy)) {
        // Of this upgrade, if it was cut off between two steps: then it is the one to keep.
        sqlite3* raw = nullptr;
        int version = found;
        if (sqlite3_open_v2(copy.toUtf8().constData(), &raw, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr) == SQLITE_OK) {
            sqlite3_stmt* statement = nullptr;
            if (sqlite3_prepare_v2(raw, "PRAGMA user_version", -1, &statement, nullptr) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
                version = sqlite3_column_int(statement, 0);
            sqlite3_finalize(statement);
        }
        sqlite3_close_v2(raw);
        if (version < found)
            return;
    }
    QFile::remove(part);
    prepare("VACUUM INTO ?").bind(part).run();
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    QFile::remove(copy);
    if (!QFile::rename(part, copy))
        throw StoreError({ QStringLiteral("store.failed"), QStringLiteral("%1 can't be made. Check who owns its folder.").arg(copy) });
}

void Database::noteFailure(const Error& error)
{
    const bool damaged = error.code == QLatin1String("store.damaged");
    if (m_onDamage && damaged)
        m_onDamage(error);
    if (damaged || error.code == QLatin1String("store.full") || error.code == QLatin1String("store.disk"))
        m_trouble = error;
}

qint64 Database::written() const { return sqlite3_total_changes64(m_handle); }

void Database::noteWritten(qint64 before)
{
    // What was read from a damaged page stays damaged; a disk that takes writes again is well.
    if (m_trouble && m_trouble->code != QLatin1String("store.damaged") && written() != before)
        m_trouble.reset();
}

Result<void> Database::migrate(const QList<Migration>& migrations)
{
    const auto version = [this] {
        Statement statement = prepare("PRAGMA user_version");
        statement.step();
        return static_cast<int>(statement.integer(0));
    };
    const int found = version();
    const int wanted = migrations.isEmpty() ? 0 : migrations.last().number;
    if (found > wanted)
        return failure(QStringLiteral("store.newer"),
            QStringLiteral("%1 was made by a newer version of Surplus (schema %2, this one knows %3). Update Surplus; "
                           "nothing was changed.").arg(m_path).arg(found).arg(wanted));
    // A second connection of the program that made the upgrade is no later run.
    static std::mutex mutex;
    static QSet<QString> upgradedHere;
    {
        const std::lock_guard lock(mutex);
        if (found < wanted)
            upgradedHere.insert(m_path);
        else if (!upgradedHere.contains(m_path))
            m_oldCopies = copies();
    }
    if (found > 0 && found < wanted)
        keepCopy(found, wanted);
    for (const Migration& migration : migrations) {
        if (migration.number <= found)
            continue;
        auto done = transact([&] {
            if (version() >= migration.number)
                return; // another process did it while we waited for the lock
            run(migration.sql);
            if (migration.convert)
                migration.convert(*this);
            run(("PRAGMA user_version=" + QByteArray::number(migration.number)).constData());
        });
        if (!done)
            return failure(QStringLiteral("store.migration"),
                QStringLiteral("Bringing %1 to schema %2 failed and was undone: %3")
                    .arg(m_path).arg(migration.number).arg(done.error().message));
    }
    return {};
}

Statement Database::prepare(const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_handle, sql, -1, &statement, nullptr) != SQLITE_OK)
        throw StoreError(describe(m_handle, QStringLiteral("A statement")));
    return Statement(m_handle, statement);
}

void Database::run(const char* sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw StoreError(describe(m_handle, QStringLiteral("A statement")));
}

bool Database::isReading() const { return sqlite3_get_autocommit(m_handle) == 0; }

void Database::rollback() { sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr); }

qint64 Database::lastInsertId() const { return sqlite3_last_insert_rowid(m_handle); }
int Database::changes() const { return sqlite3_changes(m_handle); }

Database::Version Database::version()
{
    if (!m_dataVersion)
        m_dataVersion.emplace(prepare("PRAGMA data_version"));
    const Version now = m_dataVersion->bind().step() ? Version { m_dataVersion->integer(0), sqlite3_total_changes64(m_handle) } : Version();
    m_dataVersion->finish();
    return now;
}

} // namespace surplus
