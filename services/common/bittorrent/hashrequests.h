// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libtorrent/extensions.hpp>
#include <memory>

namespace surplus {

/// For each torrent of a session: no hash request of BEP 52 is answered, the first one ends its connection. A request of 53
/// bytes draws up to 260 kB, all that came with one read are answered before any hook or timer runs, and what the peer
/// doesn't take waits in memory: gigabytes in a minute. Who has one of our torrents has its piece layers and needs not ask.
[[nodiscard]] std::shared_ptr<lt::torrent_plugin> makeHashlessTorrent();

} // namespace surplus
