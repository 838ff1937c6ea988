// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/cli/command.h"
#include "services/common/core/bytes.h"


namespace surplus::ctl {

/// What bounds a settlement and says whom it pays: read whole before anything else is done. An option that is given and can't
/// be read is an error; nothing falls back to what it would be without.
struct SettleOptions {
    std::optional<Address> payout; ///< nothing: the present one
    std::optional<double> maxShare; ///< per cent of the amount
    std::optional<Amount> coinRate; ///< tokens for one of the chain's coin
    std::optional<Amount> maxFee; ///< of the chain's coin
    Amount relayFee; ///< tokens
    Address relayer; ///< null: anybody

    /// Of whichever of them the command has. Fails with "usage".
    [[nodiscard]] static Result<SettleOptions> read(const cli::Line& line);
};

} // namespace surplus::ctl
