// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what is stored is there: a part of StorageResource.
#include "services/engine/storage/storageresource.h"

#include <QLoggingCategory>
#include <unistd.h>

namespace surplus {

Q_DECLARE_LOGGING_CATEGORY(lcStorage)

namespace {
struct ToCheck {
    StoredName name;
    qint64 size = 0;
    std::optional<qint64> unreadableAt;
};

bool isWhole(const OpenFolder& content, const ToCheck& wanted)
{
    // A lease's content is one file, named by its hash, alone in its folder.
    const auto found = content.child(wanted.name.content);
    const auto names = found ? found->names() : std::nullopt;
    if (!names || names->size() != 1 || found->size(wanted.name.file) != wanted.size)
        return false;
    if (!wanted.unreadableAt)
        return true;
    const int descriptor = found->openFile(wanted.name.file);
    if (descriptor < 0)
        return false;
    QByteArray bytes(AuditBlock, Qt::Uninitialized);
    const ssize_t got = pread(descriptor, bytes.data(), AuditBlock, *wanted.unreadableAt);
    close(descriptor);
    return got == std::min(AuditBlock, wanted.size - *wanted.unreadableAt);
}
} // namespace

void StorageResource::noteBad(const LeaseRecord& lease, qint64 where)
{
    if (!m_health.noteBad(lease, where))
        return;
    qCWarning(lcStorage).noquote() << "the content of lease" << lease.id.hex().left(8) << "is missing, cut short or can't be read:" << lease.content.hex();
    Q_EMIT changed();
}

void StorageResource::checkFiles(std::function<void(Result<Checked>)> done)
{
    if (!m_disk) {
        done(diskError(StorageDisk::State::Absent));
        return;
    }
    m_checkers.append(std::move(done));
    if (m_checkers.size() > 1)
        return; // it is under way
    ++m_check;
    m_sinceCheck.start();
    m_checked = {};
    m_toCheck.clear();
    QSet<LeaseId> stored;
    for (const LeaseRecord& lease : m_ledger.leases()) {
        if (lease.state != LeaseState::Stored)
            continue;
        stored.insert(lease.id);
        m_toCheck.append(lease);
    }
    m_health.keepOnly(stored);
    checkNext();
}

void StorageResource::checkNext()
{
    if (m_toCheck.isEmpty()) {
        m_checked.damagedFiles = m_health.files(NamedFiles);
        endCheck(m_checked);
        return;
    }
    const QList<LeaseRecord> leases = m_toCheck.mid(0, CheckedAtOnce);
    m_toCheck.remove(0, leases.size());
    QList<ToCheck> wanted;
    for (const LeaseRecord& lease : leases)
        wanted.append({ nameOf(lease), lease.size, m_health.unreadableAt(lease.id) });
    m_disk->run<QList<bool>>([wanted](const StorageDisk::Folder& folder) -> Result<QList<bool>> {
        const auto content = folder->child(ContentFolder);
        QList<bool> whole;
        for (const ToCheck& one : wanted)
            whole.append(content && isWhole(*content, one));
        return whole;
    }, [this, leases, check = m_check](const Result<QList<bool>>& whole) {
        if (check != m_check || m_checkers.isEmpty())
            return; // it was given up
        if (!whole) {
            endCheck(tl::unexpected(whole.error()));
            return;
        }
        for (qsizetype i = 0; i < leases.size(); ++i) {
            const LeaseRecord& lease = leases[i];
            const auto now = m_ledger.lease(lease.id);
            if (!now || now->state != LeaseState::Stored)
                continue; // closed meanwhile
            ++m_checked.files;
            m_checked.bytes += lease.size;
            if (!whole->at(i))
                noteBad(lease, StoredHealth::Whole);
            else if (m_health.noteChecked(lease.id))
                Q_EMIT changed();
            m_checked.damaged += m_health.isBad(lease.id) ? 1 : 0;
        }
        checkNext();
    });
}

void StorageResource::endCheck(const Result<Checked>& outcome)
{
    ++m_check;
    m_toCheck.clear();
    if (!outcome)
        m_sinceCheck.invalidate();
    for (const auto& done : std::exchange(m_checkers, {}))
        done(outcome);
}

} // namespace surplus
