// SPDX-License-Identifier: GPL-3.0-or-later
// How content gets into libtorrent and out of it again, and off the disk: a part of StorageResource.
#include "services/common/core/posted.h"
#include "services/engine/market/strangererror.h"
#include "services/engine/storage/storageresource.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <cerrno>
#include <libtorrent/alert_types.hpp>
#include <libtorrent/session_stats.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/torrent_status.hpp>

namespace surplus {

Q_DECLARE_LOGGING_CATEGORY(lcStorage)

namespace {
constexpr int SweepAgainMs = 60'000; ///< after the disk failed
constexpr qint64 LostMs = 60'000; ///< an alert that says that content was left may be dropped with its queue

Error unknownLease() { return { QStringLiteral("lease.unknown"), QStringLiteral("No such lease of yours on this machine.") }; }
} // namespace

void StorageResource::open(const LeaseRecord& lease, const QHostAddress& peer, std::function<void(Result<quint16>)> done)
{
    if (auto usable = reachable(); !usable) {
        done(tl::unexpected(usable.error()));
        return;
    }
    const auto loaded = m_loaded.find(lease.content);
    if (m_leaving.contains(lease.content) || m_removing.contains(lease.content) || (loaded != m_loaded.end() && loaded->lease.id != lease.id)) {
        done(failure(QStringLiteral("storage.busy"), QStringLiteral("The provider is still putting this content away. Try again in a moment.")));
        return;
    }
    if (loaded != m_loaded.end()) {
        loaded->served->allow(peer);
        loaded->idleSince = 0;
        if (!std::exchange(loaded->problem, {}).isEmpty()) {
            loaded->handle.clear_error();
            loaded->handle.unset_flags(lt::torrent_flags::upload_mode); // what it falls back to on a full disk
            loaded->handle.resume();
        }
        if (loaded->waiting.isEmpty())
            loaded->waited = 0;
        loaded->waiting.append(std::move(done));
        if (loaded->ready)
            answer(*loaded, m_port);
        return;
    }
    if (m_loaded.size() >= MaxLoaded)
        unloadIdle();
    if (m_loaded.size() + m_leaving.size() >= MaxLoaded) {
        done(failure(QStringLiteral("storage.busy"), QStringLiteral("The provider serves as many files as it can. Try again in a minute.")));
        return;
    }
    Loaded fresh;
    fresh.serial = ++m_serial;
    fresh.served = std::make_shared<ServedLease>(m_ledger, m_identity, m_host->network(), m_serving, lease);
    fresh.served->onReady = [this, content = lease.content, serial = fresh.serial] { postTo(this, [=, this] { onReady(content, serial); }); };
    fresh.served->allow(peer);
    fresh.lease = lease;
    fresh.waiting.append(std::move(done));
    m_loaded.insert(lease.content, fresh);
    if (lease.state == LeaseState::Filling)
        m_updates.start();
    load(lease, fresh.serial);
}

StorageResource::Loaded* StorageResource::loading(const InfoHash& content, quint64 serial)
{
    const auto loaded = m_loaded.find(content);
    return loaded != m_loaded.end() && loaded->serial == serial ? &*loaded : nullptr;
}

void StorageResource::load(const LeaseRecord& lease, quint64 serial)
{
    // First it stands in the record, then on the disk: the other way round it could be left there for good. Both answers
    // come from the store's thread, this one first.
    const auto noted = std::make_shared<Result<void>>();
    m_record->note({ nameOf(lease), m_disk->folder() }, [noted](const Result<void>& written) { *noted = written; });
    m_ledger.readTorrent(lease.id, [this, lease, serial, noted](const Result<QByteArray>& read) {
        const Result<QByteArray> torrent = *noted ? read : tl::unexpected(noted->error());
        postTo(this, [this, lease, serial, torrent] {
            if (torrent)
                prepare(lease, serial, *torrent);
            else if (loading(lease.content, serial))
                unload(m_loaded.find(lease.content), torrent.error());
        });
    });
}

void StorageResource::prepare(const LeaseRecord& lease, quint64 serial, const QByteArray& torrent)
{
    if (!loading(lease.content, serial) || !m_disk || !m_host)
        return;
    const bool stored = lease.state == LeaseState::Stored;
    const auto seen = std::make_shared<std::optional<StoredLook>>();
    m_disk->run<StorageDisk::Folder>([name = nameOf(lease), size = lease.size, stored, seen](const StorageDisk::Folder& folder) -> Result<StorageDisk::Folder> {
        // libtorrent follows links: nothing of what it is given is one.
        using State = StoredLook::State;
        (void)folder->makeChild(ContentFolder);
        *seen = lookAt(*folder, name, stored ? std::optional(size) : std::nullopt);
        if ((*seen)->state == State::Unreadable)
            return unreadableError();
        // libtorrent would take what is not whole for content that has yet to come, from a customer who has it no more.
        if (stored && (*seen)->state != State::There)
            return failure(QStringLiteral("storage.load"), QStringLiteral("The provider's disk has lost this content, or a part of it. Its owner sees that."));
        if ((*seen)->state == State::Bad)
            return failure(QStringLiteral("storage.load"), QStringLiteral("The provider can't load this content."));
        return folder;
    }, [this, lease, serial, torrent, seen](const Result<StorageDisk::Folder>& folder) {
        if ((folder || folder.error().code != QLatin1String("storage.absent")) && *seen)
            noteLook(lease, **seen);
        if (!folder && folder.error().code == QLatin1String("storage.load") && lease.state == LeaseState::Stored)
            noteBad(lease, StoredHealth::Whole);
        if (folder)
            add(lease, serial, torrent, *folder);
        else if (loading(lease.content, serial))
            unload(m_loaded.find(lease.content), folder.error());
    });
}

void StorageResource::add(const LeaseRecord& lease, quint64 serial, const QByteArray& torrent, const StorageDisk::Folder& folder)
{
    Loaded* loaded = loading(lease.content, serial);
    if (!loaded || !m_host)
        return;
    lt::error_code error;
    lt::add_torrent_params params;
    params.ti = std::make_shared<lt::torrent_info>(lt::span<const char>(torrent.constData(), torrent.size()), error, lt::from_span);
    if (error || contentOf(params.ti->info_hashes()) != lease.content) {
        unload(m_loaded.find(lease.content), { QStringLiteral("storage.load"), QStringLiteral("The provider can't load this content.") });
        return;
    }
    // Through a descriptor: should the disk be unplugged, nothing is created on the file system beneath.
    loaded->folder = folder;
    params.save_path = (folder->path() + u'/' + ContentFolder + u'/' + lease.content.hex()).toStdString();
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
    loaded->handedOver = true;
    m_host->session().async_add_torrent(std::move(params));
}

void StorageResource::unload(QHash<InfoHash, Loaded>::iterator loaded, const Error& reason)
{
    const InfoHash content = loaded.key();
    Loaded gone = *loaded;
    m_loaded.erase(loaded);
    if (reason.code == QLatin1String("storage.load") && gone.lease.state == LeaseState::Stored)
        noteBad(gone.lease, StoredHealth::Somewhere);
    if (gone.handedOver) {
        Leaving leaving { gone.folder, {} };
        leaving.since.start();
        m_leaving.insert(content, leaving);
        // The part file is none that we have; but with it, libtorrent says when it has let go of the files.
        if (gone.handle.is_valid() && m_host)
            m_host->session().remove_torrent(gone.handle, lt::session::delete_partfile);
    }
    answer(gone, tl::unexpected(reason));
}

void StorageResource::unloadAll(const Error& reason)
{
    while (!m_loaded.isEmpty())
        unload(m_loaded.begin(), reason);
}

void StorageResource::takeAlerts()
{
    if (!m_host)
        return;
    std::vector<lt::alert*> alerts;
    m_host->session().pop_alerts(&alerts);
    for (lt::alert* alert : alerts)
        takeAlert(alert);
}

void StorageResource::takeAlert(lt::alert* alert)
{
    if (const auto* added = lt::alert_cast<lt::add_torrent_alert>(alert)) {
        onAdded(contentOf(added->params.ti ? added->params.ti->info_hashes() : lt::info_hash_t()), added->handle,
            added->error ? QString::fromStdString(added->error.message()) : QString());
    } else if (const auto* deleted = lt::alert_cast<lt::torrent_deleted_alert>(alert)) {
        onLeft(contentOf(deleted->info_hashes));
    } else if (const auto* kept = lt::alert_cast<lt::torrent_delete_failed_alert>(alert)) {
        onLeft(contentOf(kept->info_hashes)); // it had no part file
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
        if (loaded != m_loaded.end()) {
            const bool system = failed->error.category() == boost::system::system_category() || failed->error.category() == boost::system::generic_category();
            loaded->problem = diskWords(system ? failed->error.value() : 0);
            if (failed->op == lt::operation_t::file_open && system && failed->error.value() != ENOENT)
                noteLook(loaded->lease, { StoredLook::State::Unreadable, failed->error.value() });
            else if (loaded->lease.state == LeaseState::Stored)
                noteBad(loaded->lease, StoredHealth::Somewhere);
            answer(*loaded, m_port); // which asks for its progress, and hears of it
            Q_EMIT changed();
        }
        qCWarning(lcStorage).noquote() << QString::fromStdString(alert->message());
    } else if (alert->category() & lt::alert_category::error) {
        qCWarning(lcStorage).noquote() << QString::fromStdString(alert->message());
    }
}

void StorageResource::onAdded(const InfoHash& content, const lt::torrent_handle& handle, const QString& error)
{
    if (!error.isEmpty())
        qCWarning(lcStorage).noquote() << "content could not be loaded:" << error;
    if (m_leaving.contains(content)) { // it was given up while it loaded
        if (handle.is_valid())
            m_host->session().remove_torrent(handle, lt::session::delete_partfile);
        else
            onLeft(content);
        return;
    }
    const auto loaded = m_loaded.find(content);
    if (loaded == m_loaded.end())
        return; // public content, which is added otherwise
    if (!error.isEmpty()) {
        loaded->handedOver = false;
        unload(loaded, { QStringLiteral("storage.load"), QStringLiteral("The provider can't load this content.") });
        return;
    }
    loaded->handle = handle;
}

void StorageResource::onReady(const InfoHash& content, quint64 serial)
{
    Loaded* loaded = loading(content, serial);
    if (!loaded)
        return;
    loaded->ready = true;
    answer(*loaded, m_port);
}

void StorageResource::answer(Loaded& loaded, const Result<quint16>& port)
{
    for (const auto& done : std::exchange(loaded.waiting, {}))
        done(port);
}

void StorageResource::onLeft(const InfoHash& content)
{
    if (m_leaving.remove(content))
        sweep();
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
    return loaded == m_loaded.constEnd() || loaded->lease.id != lease.id ? Progress() : Progress { loaded->progress, loaded->problem };
}

bool StorageResource::isMoving(const LeaseId& lease, const InfoHash& content) const
{
    const auto loaded = m_loaded.constFind(content);
    return loaded != m_loaded.constEnd() && loaded->lease.id == lease && loaded->served->sinceMovedMs() < MovedMs;
}

void StorageResource::unloadIdle()
{
    const qint64 now = QDeadlineTimer::current().deadline();
    QList<InfoHash> idle;
    for (auto it = m_loaded.begin(); it != m_loaded.end(); ++it) {
        if (!it->ready && it->handle.is_valid() && ++it->waited > ReadyLooks)
            answer(*it, failure(QStringLiteral("storage.busy"), QStringLiteral("The provider is still looking through what it has of this content. Try again in a few minutes.")));
        if ((!it->ready && it->problem.isEmpty()) || it->served->peers > 0)
            it->idleSince = 0;
        else if (it->idleSince == 0)
            it->idleSince = now;
        else if (now - it->idleSince >= IdleMs)
            idle.append(it.key());
    }
    for (const InfoHash& content : idle)
        unload(m_loaded.find(content), unknownLease()); // nobody waits
    if (isSilent())
        return;
    if (m_disk && m_disk->state() == StorageDisk::State::Present && (!m_sinceCheck.isValid() || m_sinceCheck.hasExpired(CheckEveryMs)))
        checkFiles([](const Result<Checked>&) {});
    for (const InfoHash& content : m_leaving.keys()) {
        if (m_leaving.value(content).since.elapsed() > LostMs)
            onLeft(content);
    }
}

void StorageResource::remove(const LeaseRecord& lease)
{
    if (const auto loaded = m_loaded.find(lease.content); loaded != m_loaded.end() && loaded->lease.id == lease.id)
        unload(loaded, unknownLease());
    m_health.noteGood(lease.id);
    m_unreadable.remove(lease.id);
    sweep();
    Q_EMIT changed();
}

void StorageResource::sweep()
{
    if (!m_disk || m_disk->state() != StorageDisk::State::Present)
        return; // once it is
    QList<StoredName> names;
    for (const StoredRecord::Row& row : m_record->rows()) {
        const auto content = InfoHash::fromHex(row.name.content);
        if (!content || row.folder != m_disk->folder() || m_loaded.contains(*content) || m_leaving.contains(*content)
            || m_removing.contains(*content) || m_ledger.leaseOver(*content))
            continue;
        m_removing.insert(*content);
        names.append(row.name);
    }
    if (names.isEmpty())
        return;
    const auto all = names;
    m_disk->run<QList<StoredName>>([names](const StorageDisk::Folder& folder) -> Result<QList<StoredName>> {
        QList<StoredName> gone;
        for (const StoredName& name : names) {
            if (removeStored(*folder, name))
                gone.append(name);
        }
        return gone;
    }, [this, all, where = m_disk->folder()](const Result<QList<StoredName>>& gone) {
        for (const StoredName& name : all)
            m_removing.remove(*InfoHash::fromHex(name.content));
        for (const StoredName& name : gone.value_or(QList<StoredName>()))
            m_record->forget(name.content, where);
        if (gone && gone->size() < all.size()) {
            qCWarning(lcStorage).noquote() << all.size() - gone->size() << "ended leases could not be deleted from the disk; it is tried again";
            m_sweepAgain.start(SweepAgainMs);
        }
    }, StorageDisk::Patience::Endless); // until it has answered it may still delete
}

} // namespace surplus
