// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/bittorrent/torrenthost.h"
#include "services/common/store/worker.h"
#include "services/engine/storage/diskthreads.h"

#include <QMap>

namespace surplus {

/// Content that this machine's owner chose to give away: any BitTorrent client may fetch it, unpaid, while the policy
/// allows it. It has nothing to do with leases: it lies where the owner has it, and is only read. Peers find it by
/// themselves: it is not announced. Main thread, which
/// never touches the disk.
class PublicContent {
public:
    struct Item {
        QString id; ///< SHA-1 (v1) or SHA-256 (v2, hybrid) info-hash in hexadecimal
        QString name;
        QString folder; ///< that holds the torrent's files
        QByteArray torrent;
        qint64 size = 0;
    };
    [[nodiscard]] static QList<Migration> migrations();
    /// Reads the list, blocking; the files are looked at later, see settle(). Fails with the store's errors.
    [[nodiscard]] static Result<std::unique_ptr<PublicContent>> open(StoreWorker& store);

    /// Adds content whose files lie in `folder`. Fails with "public.torrent", "public.files" (missing, of another size, or on
    /// a disk that doesn't answer), "public.full" or the store's errors; then nothing was changed.
    void add(const QByteArray& torrent, const QString& folder, std::function<void(Result<Item>)> done);
    /// For a start: waits a few seconds until the files of the list were looked at.
    void settle();
    /// Forgets it; its files stay. Fails with "public.unknown".
    [[nodiscard]] Result<void> remove(const QString& id);
    [[nodiscard]] QList<Item> items() const { return m_items.values(); }

    /// Serves through `host` from now on; nullptr: not at all. A host must be taken away before it ends.
    void serve(TorrentHost* host);

    static constexpr int MaxItems = 100;
    static constexpr int MaxTorrentBytes = 4 * 1024 * 1024; ///< 100 GB in pieces of 512 KiB

private:
    explicit PublicContent(StoreWorker& store) : m_store(store) { }
    /// Touches the disk.
    [[nodiscard]] static Result<Item> describe(const QByteArray& torrent, const QString& folder);
    [[nodiscard]] Result<Item> take(const Item& item);
    void load(const Item& item);
    void unload(const QString& id);

    StoreWorker& m_store;
    DiskThreads m_disk { 1 };
    TorrentHost* m_host = nullptr;
    QMap<QString, Item> m_items;
    QMap<QString, lt::torrent_handle> m_served;
};

} // namespace surplus
