// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/storage/storedhealth.h"

#include "services/common/core/storedcontent.h"

#include <algorithm>

namespace surplus {

bool StoredHealth::noteBad(const LeaseRecord& lease, qint64 where)
{
    const auto known = m_bad.find(lease.id);
    if (known != m_bad.end()) {
        if (known->where == Somewhere)
            known->where = where;
        known->since.restart();
        return false;
    }
    Bad bad { ContentFolder + u'/' + lease.content.hex() + u'/' + lease.file, where, {} };
    bad.since.start();
    m_bad.insert(lease.id, bad);
    return true;
}

bool StoredHealth::noteChecked(const LeaseId& lease)
{
    const auto bad = m_bad.constFind(lease);
    return bad != m_bad.constEnd() && (bad->where != Somewhere || bad->since.elapsed() >= PassingMs) && noteGood(lease);
}

std::optional<qint64> StoredHealth::unreadableAt(const LeaseId& lease) const
{
    const auto bad = m_bad.constFind(lease);
    return bad == m_bad.constEnd() || bad->where < 0 ? std::nullopt : std::optional(bad->where);
}

void StoredHealth::keepOnly(const QSet<LeaseId>& stored)
{
    m_bad.removeIf([&](const auto& row) { return !stored.contains(row.key()); });
}

QStringList StoredHealth::files(qsizetype most) const
{
    QStringList all;
    for (const Bad& bad : m_bad)
        all.append(bad.file);
    most = std::min(most, all.size());
    std::partial_sort(all.begin(), all.begin() + most, all.end());
    return all.first(most);
}

} // namespace surplus
