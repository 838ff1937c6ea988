// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/storage/storedrecord.h"

#include <QLoggingCategory>

namespace surplus {

Q_LOGGING_CATEGORY(lcRecord, "surplus.storage.record")

QList<Migration> StoredRecord::migrations()
{
    // What earlier versions had on the disk is what their leases name.
    return { { 9, R"(
        CREATE TABLE stored_content(content TEXT PRIMARY KEY, file TEXT NOT NULL, folder TEXT NOT NULL) WITHOUT ROWID;
        INSERT OR IGNORE INTO stored_content SELECT lower(hex(l.content)), l.file, s.value FROM leases l
            JOIN settings s ON s.key='storage.folder' WHERE s.value <> '';
    )" },
        // One content may lie in two folders: in an earlier one its files are still to be deleted.
        { 11, R"(
        ALTER TABLE stored_content RENAME TO stored_once;
        CREATE TABLE stored_content(content TEXT NOT NULL, file TEXT NOT NULL, folder TEXT NOT NULL, PRIMARY KEY(content, folder)) WITHOUT ROWID;
        INSERT INTO stored_content SELECT content, file, folder FROM stored_once;
        DROP TABLE stored_once;
    )" } };
}

Result<std::unique_ptr<StoredRecord>> StoredRecord::open(StoreWorker& store)
{
    std::unique_ptr<StoredRecord> record(new StoredRecord(store));
    const auto rows = store.wait([](Database& db) {
        return db.read([&] {
            QList<Row> found;
            Statement select = db.prepare("SELECT content, file, folder FROM stored_content");
            while (select.step())
                found.append({ { select.text(0), select.text(1) }, select.text(2) });
            return found;
        });
    });
    if (!rows)
        return tl::unexpected(rows.error());
    for (const Row& row : *rows)
        record->m_rows.insert({ row.name.content, row.folder }, row);
    return record;
}

void StoredRecord::note(const Row& row, std::function<void(Result<void>)> done)
{
    const auto known = m_rows.constFind({ row.name.content, row.folder });
    const bool same = known != m_rows.constEnd() && known->name == row.name;
    m_rows.insert({ row.name.content, row.folder }, row);
    const bool posted = m_store.post([row, same, done](Database& db) {
        if (same) { // in the order of the tasks: it is there by now
            done({});
            return;
        }
        done(db.transact([&] { db.prepare("INSERT OR REPLACE INTO stored_content VALUES(?,?,?)").bind(row.name.content, row.name.file, row.folder).run(); }));
    });
    if (!posted)
        done(failure(QStringLiteral("store.busy"), QStringLiteral("The provider's database is too busy. Try again.")));
}

void StoredRecord::forget(const QString& content, const QString& folder)
{
    const bool posted = m_store.post([content, folder](Database& db) {
        const auto gone = db.transact([&] { db.prepare("DELETE FROM stored_content WHERE content=? AND folder=?").bind(content, folder).run(); });
        if (!gone)
            qCWarning(lcRecord).noquote() << "removed content could not be noted:" << gone.error().message;
    });
    if (posted)
        m_rows.remove({ content, folder });
}

} // namespace surplus
