// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/storage/storageresource.h"

#include "services/common/core/posted.h"
#include "services/common/core/privatefile.h"
#include "services/engine/storage/torrentfile.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QStorageInfo>
#include <QTcpServer>
#include <libtorrent/alert_types.hpp>
#include <libtorrent/session_stats.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/torrent_status.hpp>

namespace surplus {

Q_LOGGING_CATEGORY(lcStorage, "surplus.storage")

namespace {
QString contentName(const LeaseRecord& lease) { return QStringLiteral("/content/") + lease.content.hex(); }

QString markerIn(const QString& folder) { return folder + QStringLiteral("/surplus-storage.json"); }

} // namespace

StorageResource::StorageResource(Ledger& ledger, const SecretKey& identity, const Clock& clock, QObject* parent)
    : QObject(parent), m_ledger(ledger), m_identity(identity), m_clock(clock)
{
    m_readers.setMaxThreadCount(2);
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
    if (m_host->session().listen_port() == 0) {
        stop();
        return failure(QStringLiteral("storage.listen"),
            QStringLiteral("BitTorrent can't listen on %1 port %2. Choose another \"contentPort\" in the configuration.")
                .arg(address.toString()).arg(port));
    }
    m_idle.start();
    return {};
}

void StorageResource::stop()
{
    if (!m_host)
        return;
    m_idle.stop();
    m_updates.stop();
    m_readers.waitForDone();
    m_loaded.clear();
    m_host.reset();
    m_openFolder.reset();
}

Result<void> StorageResource::chooseFolder(const QString& folder)
{
    const auto refuse = [&](const QString& why) {
        return failure(QStringLiteral("storage.folder"),
            QStringLiteral("Can't share the folder %1: %2.").arg(folder, why));
    };
    if (!QDir::isAbsolutePath(folder))
        return refuse(QStringLiteral("it must be an absolute path"));
    const QFileInfo parent(QFileInfo(folder).absolutePath());
    if (!QFileInfo::exists(folder) && !parent.isDir())
        return refuse(QStringLiteral("%1 does not exist").arg(parent.filePath()));
    if (!QDir().mkpath(folder + QStringLiteral("/content")))
        return refuse(QStringLiteral("it can't be written to"));
    const QString machine = m_ledger.machine().hex();
    QFile marker(markerIn(folder));
    if (marker.open(QIODevice::ReadOnly)) {
        const QString owner = QJsonDocument::fromJson(marker.readAll()).object().value(u"machine").toString();
        if (owner != machine)
            return refuse(QStringLiteral("it holds what another engine stores. Choose another folder"));
    } else {
        const QJsonObject json { { QStringLiteral("machine"), machine },
            { QStringLiteral("about"), QStringLiteral("Surplus keeps encrypted pieces of other people's files here. "
                                                     "Without this file the engine takes the disk for absent.") } };
        if (auto written = writePrivateFile(marker.fileName(), QJsonDocument(json).toJson()); !written)
            return refuse(written.error().message);
    }
    m_folder = folder;
    Q_EMIT changed();
    return {};
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

void StorageResource::resumeFolder(const QString& folder) { m_folder = folder; }

void StorageResource::setServing(bool enabled, bool paused)
{
    m_enabled = enabled;
    m_paused = paused;
    m_serving = enabled && !paused;
}

QString StorageResource::problem() const
{
    if (m_folder.isEmpty())
        return {};
    if (!QFile::exists(markerIn(m_folder)))
        return QStringLiteral("The storage folder %1 isn't there. If it is on another disk, connect it.").arg(m_folder);
    return {};
}

void StorageResource::fillStatus(StorageStatus& status) const
{
    status.enabled = m_enabled;
    status.folder = m_folder;
    status.limit = m_limit;
    status.problem = problem();
    status.minimumFree = m_minimumFree;
    status.uploadRate = m_uploadRate;
    status.downloadRate = m_downloadRate;
    if (!m_folder.isEmpty() && status.problem.isEmpty())
        status.diskFree = QStorageInfo(m_folder).bytesAvailable();
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
    if (!m_serving || m_folder.isEmpty())
        return notServing();
    if (!problem().isEmpty())
        return absent();
    return {};
}

tl::unexpected<Error> StorageResource::absent()
{
    return failure(QStringLiteral("storage.absent"), QStringLiteral("The provider's disk is not there now. Try again later."));
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

QString StorageResource::contentPath(const LeaseRecord& lease) const
{
    return m_folder + contentName(lease);
}

void StorageResource::open(const LeaseRecord& lease, const QHostAddress& peer, std::function<void(Result<quint16>)> done)
{
    if (auto usable = available(); !usable) {
        done(tl::unexpected(usable.error()));
        return;
    }
    auto loaded = m_loaded.find(lease.content);
    if (loaded != m_loaded.end()) {
        loaded->served->allow(peer);
        loaded->idleSince = 0;
        if (!std::exchange(loaded->problem, {}).isEmpty()) {
            loaded->handle.clear_error();
            loaded->handle.unset_flags(lt::torrent_flags::upload_mode); // what it falls back to on a full disk
            loaded->handle.resume();
        }
        if (loaded->handle.is_valid())
            done(static_cast<quint16>(m_host->session().listen_port()));
        else
            loaded->waiting.append(std::move(done));
        return;
    }
    if (m_loaded.size() >= MaxLoaded)
        unloadIdle();
    if (m_loaded.size() >= MaxLoaded) {
        done(failure(QStringLiteral("storage.busy"), QStringLiteral("The provider serves as many files as it can. Try again in a minute.")));
        return;
    }
    Loaded fresh;
    fresh.served = std::make_shared<ServedLease>(m_ledger, m_identity, m_host->io(), m_serving, lease);
    fresh.served->allow(peer);
    fresh.lease = lease;
    fresh.waiting.append(std::move(done));
    m_loaded.insert(lease.content, fresh);
    if (lease.state == LeaseState::Filling)
        m_updates.start();
    m_ledger.readTorrent(lease.id, [this, lease](const Result<QByteArray>& torrent) {
        postTo(this, [this, lease, torrent] {
            if (torrent) {
                add(lease, *torrent);
                return;
            }
            const Loaded failed = m_loaded.take(lease.content);
            for (const auto& waiting : failed.waiting)
                waiting(tl::unexpected(torrent.error()));
        });
    });
}

void StorageResource::add(const LeaseRecord& lease, const QByteArray& torrent)
{
    const auto loaded = m_loaded.find(lease.content);
    if (loaded == m_loaded.end() || !m_host)
        return;
    lt::error_code error;
    lt::add_torrent_params params;
    params.ti = std::make_shared<lt::torrent_info>(lt::span<const char>(torrent.constData(), torrent.size()), error, lt::from_span);
    // Through a descriptor: should the disk be unplugged, nothing is created on the file system beneath.
    if (!m_openFolder)
        m_openFolder = OpenFolder::open(m_folder);
    params.save_path = (m_openFolder ? m_openFolder->path() + contentName(lease) : contentPath(lease)).toStdString();
    params.flags = privateFlags();
    // What a lease was promised is taken from the disk before it is filled. In a sparse file, a disk that somebody else
    // has filled up meanwhile is no error but a SIGBUS on the mapped page.
    params.storage_mode = lt::storage_mode_allocate;
    // Leaf hashes of leased content are not kept in memory (2 MiB per GiB): what was verified once is seeded as it is.
    if (lease.state == LeaseState::Stored)
        params.flags |= lt::torrent_flags::seed_mode;
    params.extensions.emplace_back(Posted([served = loaded->served](const lt::torrent_handle&, const lt::client_data_t&) {
        return makePaidTorrent(served);
    }));
    m_host->session().async_add_torrent(std::move(params));
}

void StorageResource::takeAlerts()
{
    if (!m_host)
        return;
    std::vector<lt::alert*> alerts;
    m_host->session().pop_alerts(&alerts);
    for (lt::alert* alert : alerts) {
        if (const auto* added = lt::alert_cast<lt::add_torrent_alert>(alert)) {
            const InfoHash content = contentOf(added->params.ti ? added->params.ti->info_hashes() : lt::info_hash_t());
            const auto loaded = m_loaded.find(content);
            if (loaded == m_loaded.end())
                continue;
            const auto waiting = std::exchange(loaded->waiting, {});
            if (added->error) {
                qCWarning(lcStorage).noquote() << "content could not be loaded:" << QString::fromStdString(added->error.message());
                m_loaded.erase(loaded);
            } else {
                loaded->handle = added->handle;
            }
            for (const auto& done : waiting) {
                if (added->error)
                    done(failure(QStringLiteral("storage.load"), QStringLiteral("The provider can't load this content.")));
                else
                    done(static_cast<quint16>(m_host->session().listen_port()));
            }
        } else if (const auto* finished = lt::alert_cast<lt::torrent_finished_alert>(alert)) {
            // The bytes have to be on the disk before the customer is told that they are kept.
            finished->handle.flush_cache();
        } else if (const auto* flushed = lt::alert_cast<lt::cache_flushed_alert>(alert)) {
            onStored(contentOf(flushed->handle.info_hashes()));
        } else if (const auto* updated = lt::alert_cast<lt::state_update_alert>(alert)) {
            for (const lt::torrent_status& status : updated->status) {
                const auto loaded = m_loaded.find(contentOf(status.info_hashes));
                if (loaded != m_loaded.end())
                    loaded->progress = static_cast<double>(status.progress);
            }
        } else if (const auto* stats = lt::alert_cast<lt::session_stats_alert>(alert)) {
            static const int sent = lt::find_metric_idx("net.sent_bytes");
            static const int received = lt::find_metric_idx("net.recv_bytes");
            const auto counters = stats->counters();
            if (sent >= 0 && received >= 0)
                m_traffic = counters[sent] + counters[received];
        } else if (const auto* failed = lt::alert_cast<lt::file_error_alert>(alert)) {
            // libtorrent has paused it; whoever opens it again makes it try again.
            const auto loaded = m_loaded.find(contentOf(failed->handle.info_hashes()));
            if (loaded != m_loaded.end())
                loaded->problem = QString::fromStdString(failed->error.message());
            qCWarning(lcStorage).noquote() << QString::fromStdString(alert->message());
        } else if (alert->category() & lt::alert_category::error) {
            qCWarning(lcStorage).noquote() << QString::fromStdString(alert->message());
        }
    }
}

void StorageResource::onStored(const InfoHash& content)
{
    const auto loaded = m_loaded.find(content);
    if (loaded == m_loaded.end() || loaded->lease.state != LeaseState::Filling)
        return;
    loaded->lease.state = LeaseState::Stored;
    loaded->progress = 1;
    m_ledger.updateLease(loaded->lease.id,
        [now = m_clock.now()](LeaseRecord& lease) {
            if (lease.state != LeaseState::Filling)
                return;
            lease.state = LeaseState::Stored;
            lease.start = now;
        },
        [this, id = loaded->lease.id](const Result<void>& written) {
            if (written)
                qCInfo(lcStorage).noquote() << "lease" << id.hex().left(8) << "is stored";
            else
                qCWarning(lcStorage).noquote() << "a stored lease could not be noted:" << written.error().message;
            postTo(this, [this] { Q_EMIT changed(); });
        });
}

ContentStore::Progress StorageResource::progress(const LeaseRecord& lease) const
{
    const auto loaded = m_loaded.constFind(lease.content);
    return loaded == m_loaded.constEnd() ? Progress() : Progress { loaded->progress, loaded->problem };
}

void StorageResource::unloadIdle()
{
    const qint64 now = QDeadlineTimer::current().deadline();
    for (auto it = m_loaded.begin(); it != m_loaded.end();) {
        if (!it->handle.is_valid() || it->served->peers > 0) {
            it->idleSince = 0;
        } else if (it->idleSince == 0) {
            it->idleSince = now;
        } else if (now - it->idleSince >= IdleMs) {
            m_host->session().remove_torrent(it->handle);
            it = m_loaded.erase(it);
            continue;
        }
        ++it;
    }
    if (m_loaded.isEmpty())
        m_openFolder.reset(); // so that the disk can be unmounted
}

void StorageResource::checkFiles(std::function<void(Result<Checked>)> done)
{
    if (!problem().isEmpty()) {
        done(absent());
        return;
    }
    QList<std::pair<QString, qint64>> files;
    for (const LeaseRecord& lease : m_ledger.leases()) {
        if (lease.state == LeaseState::Stored)
            files.append({ contentPath(lease), lease.size });
    }
    m_readers.start([this, files, done = std::move(done)] {
        Checked checked;
        for (const auto& [folder, size] : files) {
            // A lease's content is one file, named by its hash, alone in its folder.
            const QFileInfoList found = QDir(folder).entryInfoList(QDir::Files | QDir::NoDotAndDotDot);
            ++checked.files;
            checked.bytes += size;
            if (found.size() != 1 || found.first().size() != size)
                ++checked.damaged;
        }
        postTo(this, [done, checked] { done(checked); });
    });
}

void StorageResource::measureTraffic()
{
    if (m_host)
        m_host->session().post_session_stats();
}

void StorageResource::watchDisk()
{
    if (m_loaded.isEmpty() || problem().isEmpty())
        return;
    qCWarning(lcStorage).noquote() << problem() << m_loaded.size() << "files are unloaded";
    for (const Loaded& loaded : std::exchange(m_loaded, {})) {
        if (loaded.handle.is_valid())
            m_host->session().remove_torrent(loaded.handle);
        for (const auto& waiting : loaded.waiting)
            waiting(tl::unexpected(absent()));
    }
    m_openFolder.reset();
    Q_EMIT changed();
}

void StorageResource::remove(const LeaseRecord& lease)
{
    if (const auto loaded = m_loaded.find(lease.content); loaded != m_loaded.end()) {
        if (loaded->handle.is_valid() && m_host)
            m_host->session().remove_torrent(loaded->handle, lt::session::delete_files);
        m_loaded.erase(loaded);
    }
    if (m_folder.isEmpty() || !problem().isEmpty())
        return;
    m_readers.start(Posted([path = contentPath(lease), file = lease.file] {
        // Just what was leased, by name: a folder is never emptied wholesale.
        QFile::remove(path + u'/' + file);
        QDir().rmdir(path);
    }));
    Q_EMIT changed();
}

void StorageResource::readBlocks(
    const LeaseRecord& lease, const QList<qint64>& blocks, std::function<void(Result<QList<QByteArray>>)> done)
{
    if (auto usable = available(); !usable) {
        done(tl::unexpected(usable.error()));
        return;
    }
    m_readers.start(Posted([this, path = contentPath(lease) + u'/' + lease.file, blocks, done = std::move(done)] {
        Result<QList<QByteArray>> outcome;
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            for (const qint64 block : blocks) {
                file.seek(block * AuditBlock);
                outcome->append(file.read(AuditBlock));
            }
        } else {
            outcome = failure(QStringLiteral("storage.read"), QStringLiteral("The provider can't read this content."));
        }
        postTo(this, [done, outcome] { done(outcome); });
    }));
}

} // namespace surplus
