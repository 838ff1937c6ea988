// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/storedcontent.h"
#include "services/common/store/worker.h"

#include <QHash>

namespace surplus {

/// What lies on the storage disk: a row from before libtorrent makes the first file of a content until its files are gone.
/// Only what stands here is ever deleted; what stands here and is leased no longer still has to be, however long the disk
/// was away and wherever the engine was killed. Main thread.
class StoredRecord {
public:
    [[nodiscard]] static QList<Migration> migrations();
    /// Reads the rows, blocking. Fails with the store's errors.
    [[nodiscard]] static Result<std::unique_ptr<StoredRecord>> open(StoreWorker& store);

    struct Row {
        StoredName name;
        QString folder; ///< the storage folder
    };
    using Rows = QHash<std::pair<QString, QString>, Row>; ///< by content and folder
    [[nodiscard]] const Rows& rows() const { return m_rows; }

    /// `done` comes on the store's thread, once the row is on the disk, or with the store's error.
    void note(const Row& row, std::function<void(Result<void>)> done);
    /// The files are gone from this storage folder.
    void forget(const QString& content, const QString& folder);

private:
    explicit StoredRecord(StoreWorker& store) : m_store(store) { }
    StoreWorker& m_store;
    Rows m_rows;
};

} // namespace surplus
