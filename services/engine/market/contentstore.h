// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/engine/market/ledger.h"

#include <QHostAddress>

namespace surplus {

/// What the market needs of the resource that holds content. Implemented by the storage resource; called on the
/// engine's main thread, callbacks come on it too.
class ContentStore {
public:
    virtual ~ContentStore() = default;

    struct Described {
        InfoHash content;
        QString file;
        qint64 size = 0;
    };
    /// Reads a .torrent a stranger sent: v2, one file, named by a SHA-256, no larger than is accepted.
    /// Fails with "torrent.refused", saying what is wrong.
    [[nodiscard]] virtual Result<Described> describe(const QByteArray& torrent) const = 0;
    /// Whether leases are taken and content is served now. Fails with "storage.off", "storage.paused" or "storage.absent". How
    /// much room there is the ledger knows: Ledger::setRoom().
    [[nodiscard]] virtual Result<void> available() const = 0;
    /// Loads the content and lets `peer` fill or fetch it. The answer is the port of the BitTorrent listener.
    virtual void open(const LeaseRecord& lease, const QHostAddress& peer, std::function<void(Result<quint16>)> done) = 0;
    struct Progress {
        double part = 0; ///< from 0 to 1
        QString problem; ///< why it does not go on, in diskWords(); empty if it does
    };
    [[nodiscard]] virtual Progress progress(const LeaseRecord& lease) const = 0;
    /// Whether bytes of it went to or came from its customer a moment ago.
    [[nodiscard]] virtual bool isMoving(const LeaseId& lease, const InfoHash& content) const = 0;
    virtual void remove(const LeaseRecord& lease) = 0;
    /// Reads blocks of 16 KiB by number, off the main thread. Fails with "storage.read" or "storage.paused".
    virtual void readBlocks(
        const LeaseRecord& lease, const QList<qint64>& blocks, std::function<void(Result<QList<QByteArray>>)> done) = 0;
};

inline constexpr qint64 AuditBlock = 16 * 1024;

} // namespace surplus
