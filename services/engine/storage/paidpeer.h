// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/bittorrent/networkqueue.h"
#include "services/engine/market/ledger.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QSet>
#include <chrono>
#include <functional>
#include <libtorrent/extensions.hpp>
#include <libtorrent/peer_connection_handle.hpp>

namespace surplus {

/// What the network thread needs to serve one loaded lease. Shared by the main thread and the network thread.
class ServedLease {
public:
    ServedLease(Ledger& book, const SecretKey& key, std::shared_ptr<NetworkQueue> queue, const std::atomic<bool>& gate, const LeaseRecord& lease)
        : ledger(book), identity(key), network(std::move(queue)), serving(gate), id(lease.id), customer(lease.customer), content(lease.content)
    {
    }
    Ledger& ledger;
    const SecretKey& identity;
    const std::shared_ptr<NetworkQueue> network; ///< to where network code runs: answers from the ledger are posted there
    const std::atomic<bool>& serving; ///< false while storage is paused or switched off
    const LeaseId id;
    const Address customer;
    const InfoHash content;
    std::atomic<int> peers = 0;
    std::function<void()> onReady; ///< connections are taken from now on: before, libtorrent sends them away. Network thread

    /// Content went to or came from the customer just now. Any thread.
    void noteMoved() { m_moved = now(); }
    [[nodiscard]] qint64 sinceMovedMs() const { return now() - m_moved; }

    /// Only addresses from which the customer opened a session may connect.
    void allow(const QHostAddress& address);
    [[nodiscard]] bool admits(const QHostAddress& address) const;
    /// Refuses all connections for a minute, and twice as long each time. Returns for how long.
    std::chrono::seconds strike();

private:
    [[nodiscard]] static qint64 now() { return QDeadlineTimer::current().deadline(); }
    std::atomic<qint64> m_moved = now(); ///< ms of a steady clock; what was just opened is about to
    mutable std::mutex m_mutex;
    QSet<QHostAddress> m_allowed;
    std::chrono::steady_clock::time_point m_refusedUntil;
    int m_strikes = 0;
};

/// Attached to each leased torrent: every connection gets its own meter. All of it runs on the network thread.
[[nodiscard]] std::shared_ptr<lt::torrent_plugin> makePaidTorrent(std::shared_ptr<ServedLease> lease);

} // namespace surplus
