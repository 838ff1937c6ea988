// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/bittorrent/hashrequests.h"

#include <libtorrent/peer_connection.hpp>
#include <libtorrent/peer_connection_handle.hpp>
#include <libtorrent/torrent_peer.hpp>

namespace surplus {

namespace {
/// libtorrent ends the connection of whoever asks for hashes and is, to it, no peer of v2. Network thread.
class HashlessPeer final : public lt::peer_plugin {
public:
    explicit HashlessPeer(const lt::peer_connection_handle& peer) : m_peer(peer) { }
    bool on_handshake(lt::span<const char>) override
    {
        if (lt::torrent_peer* const entry = listed()) {
            m_wasV2 = entry->protocol_v2;
            entry->protocol_v2 = false;
        }
        return true;
    }
    /// The entry is there for the next connection to the same peer, whose handshake goes by it.
    void on_disconnect(const lt::error_code&) override
    {
        lt::torrent_peer* const entry = listed();
        if (entry && m_wasV2)
            entry->protocol_v2 = true;
    }

private:
    [[nodiscard]] lt::torrent_peer* listed() const
    {
        const auto native = m_peer.native_handle();
        return native ? native->peer_info_struct() : nullptr;
    }

    const lt::peer_connection_handle m_peer;
    bool m_wasV2 = false;
};

class HashlessTorrent final : public lt::torrent_plugin {
public:
    std::shared_ptr<lt::peer_plugin> new_connection(const lt::peer_connection_handle& peer) override { return std::make_shared<HashlessPeer>(peer); }
};
} // namespace

std::shared_ptr<lt::torrent_plugin> makeHashlessTorrent() { return std::make_shared<HashlessTorrent>(); }

} // namespace surplus
