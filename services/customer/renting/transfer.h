// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/bittorrent/torrenthost.h"
#include "services/customer/renting/providersession.h"

#include <functional>

namespace surplus {

/// What a fetch may cost and how it went.
struct FetchLimits {
    std::optional<Amount> budget; ///< for this lease in all; payments stop when it is reached
    int stallMs = 60'000; ///< gives up when no byte came for this long
};

/// Builds the v2 torrent (BEP 52) of one sealed file that lies in `dir` under its SHA-256. Blocks while hashing.
[[nodiscard]] Result<QByteArray> makeTorrent(const QString& dir, const QString& file);

/// Dials the provider, proves who we are and seeds the content until `stored` says true (asked about once a second) or `timeoutMs` passed.
[[nodiscard]] Result<void> fillLease(ProviderSession& session, const StoredFile& file, const QString& dir, quint16 port,
    const std::function<Result<bool>()>& stored, int timeoutMs);

/// Dials the provider, proves who we are, fetches the content into `dir` and pays for what arrived with vouchers, one for
/// about each MiB, later for four, and one for the rest. Every piece's hash is verified before the call returns.
/// Purse::beginFetch comes before. Fails with "fetch.stalled", "fetch.budget" (how far it got is kept; call again to go on) or "fetch.failed".
[[nodiscard]] Result<void> fetchContent(ProviderSession& session, const StoredFile& file, const QString& dir,
    quint16 port, const FetchLimits& limits);

} // namespace surplus
