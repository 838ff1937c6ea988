// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/engine/market/contentstore.h"

#include <libtorrent/torrent_info.hpp>
#include <memory>

namespace surplus {

/// Reads a .torrent file from a stranger, with bounds on its size, depth and number of pieces. Fails with
/// "torrent.damaged"; the message says only what is wrong with it. Any thread.
[[nodiscard]] Result<std::shared_ptr<lt::torrent_info>> readTorrent(const QByteArray& torrent, int mostBytes);

/// What a torrent that may be leased holds: BitTorrent v2 only, exactly one file, named by a SHA-256, at most 256 GiB.
/// Fails with "torrent.refused". Any thread.
[[nodiscard]] Result<ContentStore::Described> describeTorrent(const QByteArray& torrent);

} // namespace surplus
