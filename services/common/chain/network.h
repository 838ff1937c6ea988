// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/chain/evmclient.h"

namespace surplus {

/// How many decimals the token of `client`'s network has, read from the chain. Fails with "chain.contract" if there is no
/// token, or one that can't be counted exactly in nano-tokens (with the reason). Blocking, as below.
[[nodiscard]] Result<int> readDecimals(EvmClient& client);

/// Whether what a description says of a network is so on its chain: the factory is one, its token and its chequebooks' code
/// are the named ones, and the token has that many decimals. Fails with "chain.contract", saying what differs and what to do;
/// with "chain.wrong", or with "chain.unreachable" and the like if it can't be told now.
[[nodiscard]] Result<void> checkNetwork(EvmClient& client);

/// Whether an error of the above means that the description is wrong, not that it can't be told now.
[[nodiscard]] bool isWrongNetwork(const Error& error);

} // namespace surplus
