// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/bittorrent/unread.h"

#include "services/common/payments/peermessage.h"

#include <libtorrent/error_code.hpp>
#include <libtorrent/operations.hpp>
#include <libtorrent/peer_connection.hpp>

namespace surplus {

namespace {
constexpr std::chrono::milliseconds Between(50);
}

/// A connection's place in the list, as long as the connection is there.
class UnreadGuard::Peer final : public lt::peer_plugin {
public:
    Peer(std::shared_ptr<UnreadGuard> guard, const lt::peer_connection_handle& peer)
        : m_guard(std::move(guard)), m_place(m_guard->m_peers.insert(m_guard->m_peers.end(), peer))
    {
        if (m_guard->m_peers.size() == 1)
            m_guard->arm();
    }
    ~Peer() override { m_guard->m_peers.erase(m_place); }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

private:
    const std::shared_ptr<UnreadGuard> m_guard;
    const std::list<lt::peer_connection_handle>::iterator m_place;
};

class UnreadGuard::Torrent final : public lt::torrent_plugin {
public:
    explicit Torrent(std::shared_ptr<UnreadGuard> guard) : m_guard(std::move(guard)) { }
    std::shared_ptr<lt::peer_plugin> new_connection(const lt::peer_connection_handle& peer) override
    {
        return std::make_shared<Peer>(m_guard, peer);
    }

private:
    const std::shared_ptr<UnreadGuard> m_guard;
};

std::shared_ptr<lt::torrent_plugin> UnreadGuard::watch() { return std::make_shared<Torrent>(shared_from_this()); }

void UnreadGuard::arm()
{
    m_timer.expires_after(Between);
    m_timer.async_wait([weak = weak_from_this()](const boost::system::error_code& cancelled) {
        if (const auto self = weak.lock(); self && !cancelled)
            self->look();
    });
}

void UnreadGuard::look()
{
    const std::list<lt::peer_connection_handle> peers = m_peers; // ending one may take it out of the list
    for (lt::peer_connection_handle peer : peers) {
        const auto native = peer.native_handle();
        if (!native || native->is_disconnecting() || native->send_buffer_size() <= Most)
            continue;
        if (const auto* hears = dynamic_cast<const HearsOfUnread*>(peer.find_plugin(PeerExtensionName)))
            hears->endsUnread(native->send_buffer_size());
        peer.disconnect(lt::errors::timed_out_no_request, lt::operation_t::bittorrent);
    }
    if (!m_peers.empty())
        arm();
}

} // namespace surplus
