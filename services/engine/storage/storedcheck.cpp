// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what is stored is there: a part of StorageResource.
#include "services/engine/storage/storageresource.h"

#include <QLoggingCategory>
#include <cerrno>
#include <unistd.h>

namespace surplus {

Q_DECLARE_LOGGING_CATEGORY(lcStorage)

namespace {
struct ToCheck {
    StoredName name;
    qint64 size = 0;
    std::optional<qint64> unreadableAt;
};

StoredLook check(const OpenFolder& storage, const ToCheck& wanted)
{
    using State = StoredLook::State;
    std::unique_ptr<OpenFolder> found;
    const StoredLook look = lookAt(storage, wanted.name, wanted.size, &found);
    if (look.state != State::There)
        return look;
    // A lease's content is one file, named by its hash, alone in its folder.
    errno = 0;
    const auto names = found->names();
    if (!names)
        return { State::Unreadable, errno };
    if (names->size() != 1)
        return { State::Bad, 0 };
    if (!wanted.unreadableAt)
        return look;
    errno = 0;
    const int descriptor = found->openFile(wanted.name.file);
    if (descriptor < 0)
        return { State::Unreadable, errno };
    QByteArray bytes(AuditBlock, Qt::Uninitialized);
    const ssize_t got = pread(descriptor, bytes.data(), AuditBlock, *wanted.unreadableAt);
    close(descriptor);
    return { got == std::min(AuditBlock, wanted.size - *wanted.unreadableAt) ? State::There : State::Bad, 0 };
}
} // namespace

void StorageResource::noteBad(const LeaseRecord& lease, qint64 where)
{
    if (!m_health.noteBad(lease, where))
        return;
    qCWarning(lcStorage).noquote() << "the content of lease" << lease.id.hex().left(8) << "is missing, cut short or can't be read:" << lease.content.hex();
    Q_EMIT changed();
}

void StorageResource::noteLook(const LeaseRecord& lease, const StoredLook& look)
{
    const bool known = m_unreadable.contains(lease.id);
    if (look.state != StoredLook::State::Unreadable) {
        if (m_unreadable.remove(lease.id))
            Q_EMIT changed();
        return;
    }
    m_unreadable.insert(lease.id, look.error);
    if (known)
        return;
    qCWarning(lcStorage).noquote() << "the content of lease" << lease.id.hex().left(8) << "can't be opened:" << qt_error_string(look.error);
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
    m_unreadable.removeIf([&](const auto& row) { return !stored.contains(row.key()); });
    checkNext();
}

void StorageResource::checkNext()
{
    if (m_toCheck.isEmpty()) {
        m_checked.damagedFiles = m_health.files(NamedFiles);
        if (m_unreadable.isEmpty())
            endCheck(m_checked);
        else
            endCheck(failure(QStringLiteral("storage.unreadable"), QStringLiteral("%1 of the stored files can't be opened now, so nobody knows whether they are whole: %2. Try again.")
                    .arg(m_unreadable.size()).arg(qt_error_string(m_unreadable.begin().value()))));
        return;
    }
    const QList<LeaseRecord> leases = m_toCheck.mid(0, CheckedAtOnce);
    m_toCheck.remove(0, leases.size());
    QList<ToCheck> wanted;
    for (const LeaseRecord& lease : leases)
        wanted.append({ nameOf(lease), lease.size, m_health.unreadableAt(lease.id) });
    m_disk->run<QList<StoredLook>>([wanted](const StorageDisk::Folder& folder) -> Result<QList<StoredLook>> {
        QList<StoredLook> looks;
        for (const ToCheck& one : wanted)
            looks.append(check(*folder, one));
        return looks;
    }, [this, leases, check = m_check](const Result<QList<StoredLook>>& looks) {
        if (check != m_check || m_checkers.isEmpty())
            return; // it was given up
        if (!looks) {
            endCheck(tl::unexpected(looks.error()));
            return;
        }
        for (qsizetype i = 0; i < leases.size(); ++i) {
            const LeaseRecord& lease = leases[i];
            const auto now = m_ledger.lease(lease.id);
            if (!now || now->state != LeaseState::Stored)
                continue; // closed meanwhile
            ++m_checked.files;
            m_checked.bytes += lease.size;
            const StoredLook& look = looks->at(i);
            noteLook(lease, look);
            if (look.state == StoredLook::State::Absent || look.state == StoredLook::State::Bad)
                noteBad(lease, StoredHealth::Whole);
            else if (look.state == StoredLook::State::There && m_health.noteChecked(lease.id))
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
