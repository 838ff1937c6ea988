// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/fleet/enginelink.h"

namespace surplus {

/// One channel of an engine, with what has become of its money.
struct ChannelMoney {
    QString customer; ///< its address; the address zero for those that were forgotten
    Money money;
};

/// Asks `link` for all its channels, page by page; what can be settled comes first, then the largest. Errors: the link's.
void readChannelMoney(EngineLink& link, std::function<void(Result<QList<ChannelMoney>>)> done);

inline constexpr qsizetype ChannelsAtOnce = 1'000; ///< of one answer
inline constexpr qsizetype MaxChannels = 20'000; ///< the engine has no more customers

} // namespace surplus
