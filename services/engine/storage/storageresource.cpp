// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/storage/storageresource.h"

#include "services/engine/storage/torrentfile.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLoggingCategory>
#include <QTcpServer>
#include <cerrno>
#include <unistd.h>

namespace surplus {

Q_LOGGING_CATEGORY(lcStorage, "surplus.storage")

namespace {
constexpr int CloseMs = 30'000; ///< what libtorrent may take to write down what it has
constexpr int SilentCloseMs = 3'000;
} // namespace

StorageResource::StorageResource(Ledger& ledger, std::unique_ptr<StoredRecord> record, const SecretKey& identity, const Clock& clock, QObject* parent)
    : QObject(parent), m_ledger(ledger), m_record(std::move(record)), m_identity(identity), m_clock(clock)
{
    m_sweepAgain.setSingleShot(true);
    connect(&m_sweepAgain, &QTimer::timeout, this, &StorageResource::sweep);
    m_idle.setInterval(10'000);
    connect(&m_idle, &QTimer::timeout, this, &StorageResource::unloadIdle);
    // Progress is of interest only while something is being filled; the answer comes as an alert.
    m_updates.setInterval(1000);
    connect(&m_updates, &QTimer::timeout, this, [this] {
        const bool filling = std::any_of(m_loaded.begin(), m_loaded.end(),
            [](const Loaded& loaded) { return loaded.lease.state == LeaseState::Filling; });
        if (filling && m_host)
            m_host->session().post_torrent_updates();
        else
            m_updates.stop();
    });
}

StorageResource::~StorageResource() { stop(); }

Result<void> StorageResource::start(const QHostAddress& address, quint16 port)
{
    {
        // On 0.0.0.0 libtorrent opens a socket per interface and would give each a port of its own; and it takes a port
        // that somebody has on one interface only.
        QTcpServer probe;
        if (probe.listen(address, port))
            port = probe.serverPort();
        else
            return failure(QStringLiteral("storage.listen"),
                QStringLiteral("BitTorrent can't listen on %1 port %2: %3. Choose another \"contentPort\" in the configuration, "
                               "or end the program that uses it.").arg(address.toString()).arg(port).arg(probe.errorString()));
    }
    m_host = std::make_unique<TorrentHost>(address, port, TorrentHost::Dials::Never);
    m_host->onAlerts([this] { QMetaObject::invokeMethod(this, &StorageResource::takeAlerts, Qt::QueuedConnection); });
    m_port = static_cast<quint16>(m_host->session().listen_port());
    if (m_port == 0) {
        stop();
        return failure(QStringLiteral("storage.listen"),
            QStringLiteral("BitTorrent can't listen on %1 port %2. Choose another \"contentPort\" in the configuration.")
                .arg(address.toString()).arg(port));
    }
    m_idle.start();
    return {};
}

bool StorageResource::stop()
{
    m_idle.stop();
    m_updates.stop();
    m_sweepAgain.stop();
    m_loaded.clear();
    endCheck(diskError(StorageDisk::State::Absent));
    m_port = 0;
    if (m_host) {
        const bool ended = m_host->close(m_disk && !m_disk->answers() ? SilentCloseMs : CloseMs);
        m_left = std::move(m_host);
        if (!ended)
            return false;
    }
    m_left.reset();
    m_leaving.clear();
    m_candidate.reset();
    m_disk.reset();
    return true;
}

std::unique_ptr<StorageDisk> StorageResource::makeDisk(const QString& folder) const
{
    return std::make_unique<StorageDisk>(folder, m_ledger.machine().hex());
}

void StorageResource::useDisk(std::unique_ptr<StorageDisk> disk)
{
    unloadAll(diskError(StorageDisk::State::Absent).value());
    endCheck(diskError(StorageDisk::State::Absent));
    m_health = {};
    m_unreadable.clear();
    m_removing.clear();
    m_disk = std::move(disk);
    if (m_disk) {
        m_disk->onChange = [this] { diskChanged(); };
        m_disk->look();
    }
    Q_EMIT changed();
}

Result<void> StorageResource::mayMoveTo(const QString& folder) const
{
    if (!m_disk || m_disk->folder() == folder || m_ledger.totals().leases == 0)
        return {};
    return failure(QStringLiteral("storage.folder"), QStringLiteral("The folder can't change while leases are kept in %1. If what is stored there is gone for good, give the leases up first (surplusctl resources give-up storage). Nothing was changed.").arg(m_disk->folder()));
}

Result<void> StorageResource::mayGiveUp() const
{
    const auto refused = [](const QString& why) { return failure(QStringLiteral("storage.there"), why + QStringLiteral(" Nothing was changed.")); };
    if (!m_disk)
        return refused(QStringLiteral("No storage folder is chosen."));
    switch (m_disk->state()) {
    case StorageDisk::State::Absent:
        if (m_disk->isGone())
            return {};
        return refused(QStringLiteral("The folder %1 can't be read now, but may be again. See whether its disk is well.").arg(m_disk->folder()));
    case StorageDisk::State::Silent:
        return refused(QStringLiteral("The disk of %1 doesn't answer, but may again. If it is gone for good, disconnect it first.").arg(m_disk->folder()));
    case StorageDisk::State::Unknown:
        return refused(QStringLiteral("Whether the folder %1 is there isn't known yet. Try again in a moment.").arg(m_disk->folder()));
    case StorageDisk::State::Present:
        break;
    }
    return refused(QStringLiteral("The folder %1 is there, so what is stored isn't gone.").arg(m_disk->folder()));
}

void StorageResource::chooseFolder(const QString& folder, std::function<void(Result<void>)> done)
{
    if (m_candidate) {
        done(failure(QStringLiteral("storage.folder"), QStringLiteral("Another folder is just being chosen. Try again in a moment. Nothing was changed.")));
        return;
    }
    if (auto movable = mayMoveTo(folder); !movable) {
        done(movable);
        return;
    }
    QSet<QString> ours;
    bool holding = false;
    for (const LeaseRecord& lease : m_ledger.leases()) {
        ours.insert(lease.content.hex());
        holding = holding || (lease.state == LeaseState::Stored && m_disk && m_disk->folder() == folder);
    }
    for (const StoredRecord::Row& row : m_record->rows())
        ours.insert(row.name.content);
    m_candidate = makeDisk(folder);
    m_candidate->claim(ours, holding, [this, done = std::move(done)](const Result<void>& claimed) {
        // Not from within its own call.
        QMetaObject::invokeMethod(this, [this, done, claimed] {
            auto chosen = std::move(m_candidate);
            const Result<void> taken = claimed && chosen ? mayMoveTo(chosen->folder()) : claimed; // leases may have come meanwhile
            if (taken && chosen && !(m_disk && m_disk->folder() == chosen->folder()))
                useDisk(std::move(chosen));
            else if (taken && m_disk)
                m_disk->look();
            done(taken);
        }, Qt::QueuedConnection);
    });
}

void StorageResource::resumeFolder(const QString& folder)
{
    if (folder.isEmpty() ? !m_disk : m_disk && m_disk->folder() == folder)
        return;
    useDisk(folder.isEmpty() ? nullptr : makeDisk(folder));
}

void StorageResource::settle()
{
    if (m_candidate) {
        m_candidate->settle();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    }
    if (m_disk)
        m_disk->settle();
}

void StorageResource::setRates(qint64 upload, qint64 download)
{
    if (upload == m_uploadRate && download == m_downloadRate)
        return;
    m_uploadRate = upload;
    m_downloadRate = download;
    if (!m_host)
        return;
    const auto limit = [](qint64 rate) { return static_cast<int>(std::min<qint64>(rate, std::numeric_limits<int>::max())); };
    lt::settings_pack pack;
    pack.set_int(lt::settings_pack::upload_rate_limit, limit(upload));
    pack.set_int(lt::settings_pack::download_rate_limit, limit(download));
    m_host->session().apply_settings(std::move(pack));
}

void StorageResource::setServing(bool enabled, bool paused)
{
    m_enabled = enabled;
    m_paused = paused;
    m_serving = enabled && !paused;
}

QString StorageResource::problem() const
{
    if (m_disk && m_disk->state() == StorageDisk::State::Absent)
        return QStringLiteral("The storage folder %1 isn't there. If it is on another disk, connect it.").arg(m_disk->folder());
    if (isSilent())
        return QStringLiteral("The disk of the storage folder %1 doesn't answer. If it is a network drive, see whether its server is there.").arg(m_disk->folder());
    return {};
}

QString StorageResource::readProblem() const { return m_unreadable.isEmpty() ? QString() : qt_error_string(m_unreadable.begin().value()); }

void StorageResource::fillStatus(StorageStatus& status) const
{
    status.enabled = m_enabled;
    status.folder = m_disk ? m_disk->folder() : QString();
    status.limit = m_limit;
    status.problem = problem();
    status.diskSilent = isSilent();
    status.minimumFree = m_minimumFree;
    status.uploadRate = m_uploadRate;
    status.downloadRate = m_downloadRate;
    status.diskFree = m_disk ? m_disk->freeBytes() : -1;
    for (const Loaded& loaded : m_loaded) {
        if (loaded.lease.state == LeaseState::Filling && !loaded.problem.isEmpty())
            status.writeProblem = loaded.problem;
    }
    status.damaged = m_health.count();
    status.damagedFiles = m_health.files(NamedFiles);
    const LeaseTotals totals = m_ledger.totals();
    status.leases = totals.leases;
    status.customers = totals.customers;
    status.leased = totals.leased;
    status.stored = totals.stored;
    status.retrieved = totals.retrieved;
}

Result<StorageResource::Described> StorageResource::describe(const QByteArray& torrent) const { return describeTorrent(torrent); }

tl::unexpected<Error> StorageResource::notServing() const
{
    return m_paused ? failure(QStringLiteral("storage.paused"), QStringLiteral("The provider has paused sharing. Content is kept; try again later."))
                    : failure(QStringLiteral("storage.off"), QStringLiteral("The provider does not share storage now."));
}

Result<void> StorageResource::available() const
{
    if (auto usable = reachable(); !usable)
        return usable;
    if (m_disk->state() == StorageDisk::State::Absent)
        return diskError(m_disk->state());
    return {};
}

Result<void> StorageResource::reachable() const
{
    if (!m_serving || !m_disk)
        return notServing();
    if (m_disk->state() == StorageDisk::State::Silent)
        return diskError(m_disk->state());
    return {};
}

RoomLimits StorageResource::room() const
{
    RoomLimits room;
    room.limit = m_limit;
    StorageStatus status;
    fillStatus(status);
    if (status.diskFree >= 0)
        room.spare = std::max<qint64>(0, status.diskFree - m_minimumFree);
    return room;
}

void StorageResource::watchDisk()
{
    if (m_disk)
        m_disk->look();
}

void StorageResource::diskChanged()
{
    const StorageDisk::State state = m_disk->state();
    if (state == StorageDisk::State::Absent || state == StorageDisk::State::Silent) {
        qCWarning(lcStorage).noquote() << problem() << m_loaded.size() << "files are unloaded";
        unloadAll(diskError(state).value());
    } else if (state == StorageDisk::State::Present) {
        for (Leaving& leaving : m_leaving)
            leaving.since.restart();
        sweep();
        checkFiles([](const Result<Checked>&) {});
    }
    Q_EMIT changed();
}

void StorageResource::measureTraffic()
{
    if (m_host)
        m_host->session().post_session_stats();
}

void StorageResource::readBlocks(
    const LeaseRecord& lease, const QList<qint64>& blocks, std::function<void(Result<QList<QByteArray>>)> done)
{
    if (auto usable = reachable(); !usable) {
        done(tl::unexpected(usable.error()));
        return;
    }
    const auto where = std::make_shared<qint64>(StoredHealth::Whole);
    const auto seen = std::make_shared<StoredLook>();
    m_disk->run<QList<QByteArray>>([name = nameOf(lease), size = lease.size, blocks, where, seen](const StorageDisk::Folder& folder) -> Result<QList<QByteArray>> {
        std::unique_ptr<OpenFolder> found;
        *seen = lookAt(*folder, name, std::nullopt, &found);
        errno = 0;
        const int descriptor = found ? found->openFile(name.file) : -1;
        if (found && descriptor < 0)
            *seen = { StoredLook::State::Unreadable, errno };
        if (seen->state == StoredLook::State::Unreadable)
            return tl::unexpected(Error { QStringLiteral("storage.unreadable"), {} });
        if (descriptor < 0)
            return failure(QStringLiteral("storage.read"), QStringLiteral("The provider can't read this content."));
        QList<QByteArray> read;
        for (const qint64 block : blocks) {
            QByteArray bytes(AuditBlock, Qt::Uninitialized);
            const ssize_t got = pread(descriptor, bytes.data(), AuditBlock, block * AuditBlock);
            if (got != std::min(AuditBlock, size - block * AuditBlock)) { // a bad sector, or a file that was cut off
                close(descriptor);
                *where = block * AuditBlock;
                return failure(QStringLiteral("storage.read"), QStringLiteral("The provider can't read this content."));
            }
            bytes.truncate(got);
            read.append(bytes);
        }
        close(descriptor);
        return read;
    }, [this, lease, where, seen, done = std::move(done)](const Result<QList<QByteArray>>& read) {
        if (!read && read.error().code == QLatin1String("storage.unreadable")) {
            noteLook(lease, *seen);
            done(unreadableError());
            return;
        }
        if (!read && read.error().code == QLatin1String("storage.read"))
            noteBad(lease, *where);
        done(read);
    });
}

} // namespace surplus
