// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/bittorrent/torrenthost.h"
#include "services/engine/market/contentstore.h"
#include "services/engine/storage/openfolder.h"
#include "services/engine/storage/paidpeer.h"

#include <QThreadPool>
#include <QTimer>

namespace surplus {

/// Storage on libtorrent: leased content is loaded when its customer opens it, served while it pays, and unloaded when
/// idle. Never dials anybody: customers connect, for filling and for fetching. Lives on the engine's main thread.
class StorageResource : public QObject, public ContentStore {
    Q_OBJECT
public:
    StorageResource(Ledger& ledger, const SecretKey& identity, const Clock& clock, QObject* parent = nullptr);
    ~StorageResource() override;

    /// Starts the BitTorrent listener. Port 0 lets the system pick. Fails with "storage.listen".
    [[nodiscard]] Result<void> start(const QHostAddress& address, quint16 port);
    void stop();
    /// The BitTorrent session; nullptr while stopped.
    [[nodiscard]] TorrentHost* host() { return m_host.get(); }
    [[nodiscard]] quint16 port() const { return m_host ? static_cast<quint16>(m_host->session().listen_port()) : quint16(0); }

    /// Uses `folder` from now on and puts the marker into it. Fails with "storage.folder"; the folder then stays as it was.
    [[nodiscard]] Result<void> chooseFolder(const QString& folder);
    /// Takes up a folder that was chosen earlier. Without its marker the disk is not there: see problem().
    void resumeFolder(const QString& folder);
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

    /// Unloads everything if the disk has gone. Called every few seconds.
    void watchDisk();
    /// Asks libtorrent for its counters; they come a moment later.
    void measureTraffic();

    struct Checked {
        int files = 0;
        int damaged = 0; ///< missing or of another size
        qint64 bytes = 0;
    };
    /// Looks at the files of all leases that are stored, on a thread of its own; `done` is called on the main thread. Fails
    /// with "storage.absent".
    void checkFiles(std::function<void(Result<Checked>)> done);
    void fillStatus(StorageStatus& status) const;
    /// What there is to lease: the limit, and what the disk has beyond what has to stay free.
    [[nodiscard]] RoomLimits room() const;
    /// Leases are taken and content is served now.
    [[nodiscard]] bool isServing() const { return m_serving && !m_folder.isEmpty() && problem().isEmpty(); }
    /// In words, empty if all is well.
    [[nodiscard]] QString problem() const;

    [[nodiscard]] Result<Described> describe(const QByteArray& torrent) const override;
    [[nodiscard]] Result<void> available() const override;
    void open(const LeaseRecord& lease, const QHostAddress& peer, std::function<void(Result<quint16>)> done) override;
    [[nodiscard]] Progress progress(const LeaseRecord& lease) const override;
    void remove(const LeaseRecord& lease) override;
    void readBlocks(const LeaseRecord& lease, const QList<qint64>& blocks,
        std::function<void(Result<QList<QByteArray>>)> done) override;

    static constexpr qint64 DefaultMinimumFree = 1'000'000'000; ///< bytes
    static constexpr int IdleMs = 60'000; ///< content without peers is unloaded after this
    static constexpr int MaxLoaded = 500;

Q_SIGNALS:
    void changed();

private:
    struct Loaded {
        std::shared_ptr<ServedLease> served;
        lt::torrent_handle handle; ///< invalid until libtorrent has added it
        LeaseRecord lease;
        qint64 idleSince = 0; ///< steady ms; 0 while in use
        double progress = 0;
        QString problem; ///< what the disk said
        QList<std::function<void(Result<quint16>)>> waiting;
    };
    [[nodiscard]] QString contentPath(const LeaseRecord& lease) const;
    void add(const LeaseRecord& lease, const QByteArray& torrent);
    void takeAlerts();
    void onStored(const InfoHash& content);
    void unloadIdle();
    [[nodiscard]] static tl::unexpected<Error> absent();
    [[nodiscard]] tl::unexpected<Error> notServing() const;

    Ledger& m_ledger;
    const SecretKey& m_identity;
    const Clock& m_clock;
    QString m_folder;
    qint64 m_limit = 0;
    qint64 m_minimumFree = DefaultMinimumFree;
    qint64 m_uploadRate = 0;
    qint64 m_downloadRate = 0;
    qint64 m_traffic = 0;
    bool m_paused = false;
    bool m_enabled = false;
    std::atomic<bool> m_serving = false;

    std::unique_ptr<OpenFolder> m_openFolder; ///< while anything is loaded
    std::unique_ptr<TorrentHost> m_host;
    QHash<InfoHash, Loaded> m_loaded;
    QTimer m_idle;
    QTimer m_updates;
    QThreadPool m_readers;
};

} // namespace surplus
