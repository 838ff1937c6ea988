// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <exception>
#include <functional>
#include <memory>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace surplus {

/// Thrown by statements and caught at the edge of the library by Database::transact and Database::read: it never
/// crosses into another library.
class StoreError : public std::exception {
public:
    explicit StoreError(Error error) : m_error(std::move(error)) { }
    [[nodiscard]] const Error& error() const { return m_error; }
    [[nodiscard]] const char* what() const noexcept override { return "surplus::StoreError"; }

private:
    Error m_error;
};

/// A prepared statement. Columns and parameters are counted from 0 in the order they stand in the SQL.
class Statement {
public:
    Statement(sqlite3* database, sqlite3_stmt* statement) : m_database(database), m_statement(statement) { }
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    template <typename... Values> Statement& bind(const Values&... values)
    {
        reset();
        (bindNext(values), ...);
        return *this;
    }
    /// True while there is a row to read.
    bool step();
    /// Runs to the end, ignoring rows.
    void run();
    /// Lets go of the row that was read, and so of the snapshot: needed if the statement is kept.
    void finish();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] QString text(int column) const;
    /// What `parse` makes of a column's bytes, or "store.damaged" is thrown: a damaged row is never taken for another value.
    template <typename Parse> [[nodiscard]] auto parsed(int column, Parse parse) const
    {
        auto value = parse(blob(column));
        if (!value)
            throwDamaged(column);
        return *std::move(value);
    }
    /// The same for an enumeration, from its first value, which is 0, to `last`.
    template <typename Enum> [[nodiscard]] Enum one(int column, Enum last) const
    {
        if (integer(column) < 0 || integer(column) > static_cast<qint64>(last))
            throwDamaged(column);
        return static_cast<Enum>(integer(column));
    }

private:
    [[noreturn]] void throwDamaged(int column) const;
    void reset();
    void bindNext(qint64 value);
    void bindNext(int value) { bindNext(static_cast<qint64>(value)); }
    void bindNext(bool value) { bindNext(static_cast<qint64>(value)); }
    void bindNext(const QByteArray& value);
    void bindNext(const QString& value);
    void bindNext(std::nullptr_t);
    template <typename T> void bindNext(const std::optional<T>& value)
    {
        if (value)
            bindNext(*value);
        else
            bindNext(nullptr);
    }
    void check(int code) const;

    sqlite3* m_database;
    sqlite3_stmt* m_statement;
    int m_next = 1;
};

class Database;

/// One numbered step of a schema. Steps are applied in order, each in a transaction with its number.
struct Migration {
    int number; ///< 1, 2, 3 …
    const char* sql;
    void (*convert)(Database&) = nullptr; ///< what SQL can't say; after the SQL, in the same transaction
};

/// One SQLite connection in WAL mode. It belongs to one thread at a time.
class Database {
public:
    enum class Durability {
        Full, ///< synchronous=FULL: a commit survives a power cut (the ledger)
        Normal ///< the newest commits may be lost to a power cut, never the file (what can be fetched again)
    };

    /// Opens or creates `path` (mode 0600; no link is followed) and brings its schema up to N, the last of `migrations`.
    /// Before a file that has data is changed, a copy is kept beside it as PATH.before-N, until a later run has written to
    /// the new schema and closed it in order. Errors: "store.open", "store.newer" (made by a newer version: nothing is
    /// touched), "store.damaged", "store.migration".
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(
        const QString& path, Durability durability, const QList<Migration>& migrations);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] Statement prepare(const char* sql);
    void run(const char* sql);
    [[nodiscard]] qint64 lastInsertId() const;
    /// Rows changed by the newest INSERT, UPDATE or DELETE.
    [[nodiscard]] int changes() const;
    /// Differs from an earlier one if anybody, here or through another connection, has written since. Inside a read it
    /// speaks of that read's snapshot. May throw StoreError.
    struct Version {
        qint64 others = -1;
        qint64 own = -1;
        bool operator==(const Version&) const = default;
    };
    [[nodiscard]] Version version();
    [[nodiscard]] QString path() const { return m_path; }
    /// A place for one reader with prepared statements that is to be found again by the next task; destroyed before the
    /// file is closed.
    [[nodiscard]] std::shared_ptr<void>& companion() { return m_companion; }

    /// Runs `body` in BEGIN IMMEDIATE … COMMIT; a StoreError or a Result without value rolls back.
    template <typename Body> auto transact(Body body) { return inTransaction("BEGIN IMMEDIATE", std::move(body)); }
    /// Runs `body` outside of any transaction; a StoreError becomes the Result's error.
    template <typename Body> auto attempt(Body body) { return inTransaction(nullptr, std::move(body)); }
    /// Called, on the thread that uses it, when a statement finds that the file is damaged: also where nobody looks at the
    /// error.
    void onDamage(std::function<void(const Error&)> listener) { m_onDamage = std::move(listener); }
    /// What keeps the file from being used, "store.full", "store.disk" or "store.damaged": until a write goes well again, or, if
    /// it is damaged, for good. On the thread that uses it.
    [[nodiscard]] const std::optional<Error>& trouble() const { return m_trouble; }
    /// The same for reading: one snapshot for all statements in `body`. Within another read it is that one's.
    template <typename Body> auto read(Body body) { return inTransaction(isReading() ? nullptr : "BEGIN", std::move(body)); }

private:
    std::shared_ptr<void> m_companion;
    std::optional<Statement> m_dataVersion;
    Database(sqlite3* handle, QString path) : m_handle(handle), m_path(std::move(path)) { }
    Result<void> migrate(const QList<Migration>& migrations);
    [[nodiscard]] QStringList copies() const;
    void keepCopy(int found, int wanted);
    void noteFailure(const Error& error);
    [[nodiscard]] qint64 written() const;
    void noteWritten(qint64 before);
    [[nodiscard]] bool isReading() const;

    template <typename T> struct AsResult { using Type = Result<T>; };
    template <typename T> struct AsResult<Result<T>> { using Type = Result<T>; };

    template <typename Body> auto inTransaction(const char* begin, Body body) ->
        typename AsResult<std::invoke_result_t<Body>>::Type
    {
        using Value = std::invoke_result_t<Body>;
        using Outcome = typename AsResult<Value>::Type;
        const auto end = [&](const char* how) {
            if (begin)
                run(how);
        };
        try {
            const qint64 before = written();
            if (begin)
                run(begin);
            try {
                if constexpr (std::is_void_v<Value>) {
                    body();
                    end("COMMIT");
                    noteWritten(before);
                    return Outcome {};
                } else {
                    Outcome outcome = body();
                    end(outcome.has_value() ? "COMMIT" : "ROLLBACK");
                    if (outcome)
                        noteWritten(before);
                    return outcome;
                }
            } catch (const StoreError&) {
                if (begin)
                    rollback();
                throw;
            }
        } catch (const StoreError& e) {
            noteFailure(e.error());
            return tl::unexpected<Error>(e.error());
        }
    }
    void rollback();

    sqlite3* m_handle;
    QString m_path;
    std::function<void(const Error&)> m_onDamage;
    std::optional<Error> m_trouble;
    QStringList m_oldCopies; ///< of an upgrade that an earlier run made
    qint64 m_changesAtStart = 0;
};

} // namespace surplus
