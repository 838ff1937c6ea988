// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/engine/market/lease.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QStringList>

namespace surplus {

/// Which of the content that was stored whole can't be had any more, as far as that was noticed: a file is missing or of
/// another size, or a block of it can't be read. At most one row a lease, so no more than there are leases. Main thread.
class StoredHealth {
public:
    static constexpr qint64 Whole = -1; ///< where: the file itself
    static constexpr qint64 Somewhere = -2; ///< in it; only time tells whether that was a passing fault

    /// True if that is news. Where it is bad stays as it was said first, unless it was Somewhere.
    bool noteBad(const LeaseRecord& lease, qint64 where = Whole);
    bool noteGood(const LeaseId& lease) { return m_bad.remove(lease) > 0; }
    /// It is there and of the right size, and so is the block that could not be read.
    bool noteChecked(const LeaseId& lease);
    /// The byte at which a block could not be read; nothing if that isn't so.
    [[nodiscard]] std::optional<qint64> unreadableAt(const LeaseId& lease) const;
    /// Leases that are open and stored no longer are dropped.
    void keepOnly(const QSet<LeaseId>& stored);

    [[nodiscard]] bool isBad(const LeaseId& lease) const { return m_bad.contains(lease); }
    [[nodiscard]] int count() const { return static_cast<int>(m_bad.size()); }
    /// Some of them, beneath the storage folder, always the same as long as they stay bad.
    [[nodiscard]] QStringList files(qsizetype most) const;

private:
    struct Bad {
        QString file;
        qint64 where = Whole;
        QElapsedTimer since;
    };
    static constexpr qint64 PassingMs = 60 * 60 * 1000;
    QHash<LeaseId, Bad> m_bad;
};

} // namespace surplus
