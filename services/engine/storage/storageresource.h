// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/bittorrent/torrenthost.h"
#include "services/engine/market/contentstore.h"
#include "services/engine/storage/paidpeer.h"
#include "services/engine/storage/storagedisk.h"
#include "services/engine/storage/storedhealth.h"
#include "services/engine/storage/storedlook.h"
#include "services/engine/storage/storedrecord.h"

#include <QElapsedTimer>
#include <QTimer>

namespace surplus {

/// Storage on libtorrent: leased content is loaded when its customer opens it, served while it pays, and unloaded when
/// idle. Never dials anybody: customers connect, for filling and for fetching. Lives on the engine's main thread, which
/// never touches the disk.
class StorageResource : public QObject, public ContentStore {
    Q_OBJECT
public:
    StorageResource(Ledger& ledger, std::unique_ptr<StoredRecord> record, const SecretKey& identity, const Clock& clock, QObject* parent = nullptr);
    ~StorageResource() override;

    /// Starts the BitTorrent listener. Port 0 lets the system pick. Fails with "storage.listen".
    [[nodiscard]] Result<void> start(const QHostAddress& address, quint16 port);
    /// False if the disk doesn't let go: then the process has to end without destroying what this refers to.
    bool stop();
    /// The BitTorrent session; nullptr while stopped.
    [[nodiscard]] TorrentHost* host() { return m_host.get(); }
    [[nodiscard]] quint16 port() const { return m_port; }

    /// Puts the marker into `folder` and uses it from then on. Fails with "storage.folder", also while leases are kept in another one;
    /// the folder then stays as it was.
    void chooseFolder(const QString& folder, std::function<void(Result<void>)> done);
    /// Whether what is stored may be given up as gone: only while the folder isn't there. Fails with "storage.there".
    [[nodiscard]] Result<void> mayGiveUp() const;
    /// Takes up a folder that was chosen earlier. Without its marker the disk is not there: see problem().
    void resumeFolder(const QString& folder);
    /// For a start: waits until the disk has answered, but for one that doesn't only a few seconds.
    void settle();
    void setLimit(qint64 bytes) { m_limit = bytes; }
    /// What stays free on the disk, bytes.
    void setMinimumFree(qint64 bytes) { m_minimumFree = bytes; }
    /// Bytes per second, over all connections; 0: no limit.
    void setRates(qint64 upload, qint64 download);
    /// Bytes sent and received over BitTorrent since the start, protocol included; as of the last
    /// measureTraffic().
    [[nodiscard]] qint64 traffic() const { return m_traffic; }
    /// Whether content is served and leases are taken; the content stays either way.
    void setServing(bool enabled, bool paused);

    /// Looks after the disk. If it has gone, or doesn't answer, everything is unloaded. Called every few seconds.
    void watchDisk();
    /// Asks libtorrent for its counters; they come a moment later.
    void measureTraffic();

    struct Checked {
        int files = 0;
        int damaged = 0; ///< missing or of another size, or not to be read
        qint64 bytes = 0;
        QStringList damagedFiles; ///< some of them, beneath the folder
    };
    /// Looks at the files of all leases that are stored, a few hundred at a time on a thread of the disk's; `done` is called on
    /// the main thread. One look at a time: who asks meanwhile gets the same answer. Fails with "storage.absent", and with
    /// "storage.unreadable" if some could not be opened. It is done by itself, too: when the disk comes and each hour.
    void checkFiles(std::function<void(Result<Checked>)> done);
    void fillStatus(StorageStatus& status) const;
    /// What there is to lease: the limit, and what the disk has beyond what has to stay free.
    [[nodiscard]] RoomLimits room() const;
    /// Leases are taken and content is served now.
    [[nodiscard]] bool isServing() const { return m_serving && m_disk && m_disk->state() == StorageDisk::State::Present; }
    /// In words, empty if all is well.
    [[nodiscard]] QString problem() const;
    /// Why some of what is stored can't be opened now, in the system's words; empty if all can.
    [[nodiscard]] QString readProblem() const;

    [[nodiscard]] Result<Described> describe(const QByteArray& torrent) const override;
    [[nodiscard]] Result<void> available() const override;
    void open(const LeaseRecord& lease, const QHostAddress& peer, std::function<void(Result<quint16>)> done) override;
    [[nodiscard]] Progress progress(const LeaseRecord& lease) const override;
    [[nodiscard]] bool isMoving(const LeaseId& lease, const InfoHash& content) const override;
    /// Ends what is under way for it and removes its files, once libtorrent has let go of them and the disk is there; if
    /// the process ends before, at one of the next starts. Called when the ledger has it open no longer. May be repeated.
    void remove(const LeaseRecord& lease) override;
    void readBlocks(const LeaseRecord& lease, const QList<qint64>& blocks,
        std::function<void(Result<QList<QByteArray>>)> done) override;

    static constexpr qint64 DefaultMinimumFree = 1'000'000'000; ///< bytes
    static constexpr int IdleMs = 60'000; ///< content without peers is unloaded after this
    static constexpr int MaxLoaded = 500;
    static constexpr int ReadyLooks = 2; ///< of every ten seconds; who waits longer, as long content is looked through, is told so
    static constexpr qint64 MovedMs = 15'000; ///< a block takes that long at 9 kbit/s
    static constexpr qint64 CheckEveryMs = 60 * 60 * 1000;
    static constexpr qsizetype CheckedAtOnce = 256; ///< files
    static constexpr qsizetype NamedFiles = 20; ///< of the damaged ones

Q_SIGNALS:
    void changed();

private:
    struct Loaded {
        quint64 serial = 0; ///< tells it from an earlier one of the same content
        std::shared_ptr<ServedLease> served;
        StorageDisk::Folder folder; ///< held open as long as libtorrent uses it
        bool handedOver = false; ///< libtorrent has it, or is about to
        lt::torrent_handle handle; ///< invalid until libtorrent has added it
        bool ready = false; ///< libtorrent has looked at the disk: before, it sends away who connects
        LeaseRecord lease;
        qint64 idleSince = 0; ///< steady ms; 0 while in use
        double progress = 0;
        QString problem; ///< what the disk said
        QList<std::function<void(Result<quint16>)>> waiting;
        int waited = 0; ///< looks for what is idle since the first of them came
    };
    /// What libtorrent was told to let go of, until it says that it did: before, it may still write.
    struct Leaving {
        StorageDisk::Folder folder;
        QElapsedTimer since;
    };
    [[nodiscard]] std::unique_ptr<StorageDisk> makeDisk(const QString& folder) const;
    [[nodiscard]] Result<void> mayMoveTo(const QString& folder) const;
    void useDisk(std::unique_ptr<StorageDisk> disk);
    void diskChanged();
    [[nodiscard]] static StoredName nameOf(const LeaseRecord& lease) { return { lease.content.hex(), lease.file }; }
    [[nodiscard]] bool isSilent() const { return m_disk && m_disk->state() == StorageDisk::State::Silent; }
    /// The loaded content, unless it is another one by now.
    [[nodiscard]] Loaded* loading(const InfoHash& content, quint64 serial);
    void load(const LeaseRecord& lease, quint64 serial);
    void prepare(const LeaseRecord& lease, quint64 serial, const QByteArray& torrent);
    void add(const LeaseRecord& lease, quint64 serial, const QByteArray& torrent, const StorageDisk::Folder& folder);
    void unload(QHash<InfoHash, Loaded>::iterator loaded, const Error& reason);
    void unloadAll(const Error& reason);
    void takeAlerts();
    void takeAlert(lt::alert* alert);
    void onAdded(const InfoHash& content, const lt::torrent_handle& handle, const QString& error);
    void onReady(const InfoHash& content, quint64 serial);
    static void answer(Loaded& loaded, const Result<quint16>& port);
    void onLeft(const InfoHash& content);
    void onStored(const InfoHash& content);
    void unloadIdle();
    // storedcheck.cpp
    void checkNext();
    void endCheck(const Result<Checked>& outcome);
    void noteBad(const LeaseRecord& lease, qint64 where);
    /// Whether it could be opened.
    void noteLook(const LeaseRecord& lease, const StoredLook& look);
    /// Removes the files of what the record names and nobody leases.
    void sweep();
    /// The same for what the disk itself is asked: it may be back.
    [[nodiscard]] Result<void> reachable() const;
    [[nodiscard]] tl::unexpected<Error> notServing() const;

    Ledger& m_ledger;
    const std::unique_ptr<StoredRecord> m_record;
    const SecretKey& m_identity;
    const Clock& m_clock;
    qint64 m_limit = 0;
    qint64 m_minimumFree = DefaultMinimumFree;
    qint64 m_uploadRate = 0;
    qint64 m_downloadRate = 0;
    qint64 m_traffic = 0;
    bool m_paused = false;
    bool m_enabled = false;
    std::atomic<bool> m_serving = false;
    quint16 m_port = 0;

    std::unique_ptr<StorageDisk> m_disk; ///< nothing until a folder is chosen
    std::unique_ptr<StorageDisk> m_candidate; ///< a folder that is being chosen
    std::unique_ptr<TorrentHost> m_host;
    std::unique_ptr<TorrentHost> m_left; ///< it was told to end
    quint64 m_serial = 0;
    QHash<InfoHash, Loaded> m_loaded;
    QHash<InfoHash, Leaving> m_leaving;
    StoredHealth m_health;
    QHash<LeaseId, int> m_unreadable; ///< what couldn't be opened when it was looked at last, and the system's error
    QList<std::function<void(Result<Checked>)>> m_checkers; ///< who waits for the look that is under way
    QList<LeaseRecord> m_toCheck; ///< what of it is left
    Checked m_checked;
    quint64 m_check = 0; ///< its number
    QElapsedTimer m_sinceCheck; ///< invalid: it is due
    QSet<InfoHash> m_removing; ///< their files are being deleted
    QTimer m_idle;
    QTimer m_updates;
    QTimer m_sweepAgain;
};

} // namespace surplus
