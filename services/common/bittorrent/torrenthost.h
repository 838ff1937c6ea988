// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/bittorrent/networkqueue.h"
#include "services/common/core/bytes.h"
#include "services/common/core/result.h"
#include "services/common/payments/peermessage.h"

#include <QHostAddress>
#include <boost/asio/executor_work_guard.hpp>
#include <functional>
#include <future>
#include <libtorrent/bdecode.hpp>
#include <libtorrent/entry.hpp>
#include <libtorrent/info_hash.hpp>
#include <libtorrent/io_context.hpp>
#include <libtorrent/peer_connection_handle.hpp>
#include <libtorrent/session.hpp>
#include <libtorrent/settings_pack.hpp>
#include <thread>

namespace surplus {

/// A libtorrent session on a network thread of its own, to which other threads can post (an answer from the ledger, a
/// voucher from the purse). Set up for paid seeding: no DHT, LSD, PEX, trackers or port mapping, none of libtorrent's own
/// extensions, no obfuscation, and choking left to our own plugins.
class TorrentHost {
public:
    /// What one connection may have read and not handed to the kernel yet, bytes, and a block on top.
    static constexpr int SendBuffer = 512 * 1024;
    enum class Dials { Yes, Never };

    TorrentHost(const QHostAddress& listen, quint16 port, Dials dials);
    /// Ends the session: waits until its last handler has run.
    ~TorrentHost();
    /// The same, but waits at most `ms`: a disk that doesn't answer holds a session up without end. If it hasn't ended it is
    /// left behind and goes on using what its plugins refer to: the process has to end without destroying that. False then.
    [[nodiscard]] bool close(int ms);
    TorrentHost(const TorrentHost&) = delete;
    TorrentHost& operator=(const TorrentHost&) = delete;

    [[nodiscard]] lt::session& session() { return *m_core->session; }
    /// For answers that come from other threads, also after this is gone.
    [[nodiscard]] std::shared_ptr<NetworkQueue> network() const { return m_network; }
    /// Called on the network thread whenever alerts wait: must only wake whoever takes them.
    void onAlerts(std::function<void()> wake) { session().set_alert_notify(std::move(wake)); }

private:
    /// What the network thread needs, for as long as it runs.
    struct Core {
        lt::io_context io;
        boost::asio::executor_work_guard<lt::io_context::executor_type> work { boost::asio::make_work_guard(io) };
        std::unique_ptr<lt::session> session;
        lt::session_proxy closing;
        std::promise<void> ended;
    };
    std::shared_ptr<Core> m_core = std::make_shared<Core>();
    std::shared_ptr<NetworkQueue> m_network = std::make_shared<NetworkQueue>(m_core->io);
    std::thread m_thread;
};

[[nodiscard]] QHostAddress toQt(const lt::address& address);
[[nodiscard]] InfoHash contentOf(const lt::info_hash_t& hashes);

/// The flags of leased content: nobody is told about it.
[[nodiscard]] lt::torrent_flags_t privateFlags();

/// The number under which we take our extension's messages.
inline constexpr int PeerMessageId = 61;

/// What a peer that speaks our extension says of itself in the extension handshake.
struct PeerGreeting {
    int messageId = 0; ///< what it wants our messages to be numbered with
    Hash32 nonce;
};
/// Puts our greeting into the handshake that is sent.
void writePeerGreeting(lt::entry& handshake, const Hash32& nonce);
/// Nothing if the peer does not speak our extension.
[[nodiscard]] std::optional<PeerGreeting> readPeerGreeting(const lt::bdecode_node& handshake);

/// Writes `message` under the number that the other side announced (BEP 10). Network thread.
void sendPeerMessage(lt::peer_connection_handle& peer, int remoteId, const PeerMessage& message);

} // namespace surplus
