// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <libtorrent/extensions.hpp>
#include <libtorrent/io_context.hpp>
#include <libtorrent/peer_connection_handle.hpp>
#include <list>
#include <memory>

namespace surplus {

/// For a plugin of a connection, under PeerExtensionName, that wants to know of it.
class HearsOfUnread {
public:
    virtual ~HearsOfUnread() = default;
    virtual void endsUnread(int bytes) const = 0;
};

/// Ends connections that ask and don't read. Blocks wait for the send buffer to empty, but the answers to requests for
/// hashes (BEP 52, 16 kB for 53 bytes) and refusals are put into it however full it is: one peer took 2 GB of memory in a
/// minute. Looks at each connection of a session many times a second, on the network thread.
class UnreadGuard : public std::enable_shared_from_this<UnreadGuard> {
public:
    /// Bytes waiting to be sent to one peer; what is read in a rush and not looked at yet comes on top. Blocks alone make
    /// an eighth of it.
    static constexpr int Most = 4 * 1024 * 1024;

    explicit UnreadGuard(lt::io_context& io) : m_timer(io) { }
    /// For lt::session::add_extension.
    [[nodiscard]] std::shared_ptr<lt::torrent_plugin> watch();

private:
    class Torrent;
    class Peer;
    void arm();
    void look();

    boost::asio::steady_timer m_timer;
    std::list<lt::peer_connection_handle> m_peers;
};

} // namespace surplus
