// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/chain/chainconfig.h"
#include "services/common/cli/line.h"
#include "services/dashboard/settlement/settleable.h"

namespace surplus::ctl {

/// Where a settlement takes its vouchers from, and where it is remembered.
struct SettleSource {
    ChainConfig chain;
    QList<Settleable> vouchers;
    Address payout; ///< the present one
    QString recordFile;
};

/// What "settle" and the commands below it do with those. Each prints to standard output, the reason of a failure to standard
/// error, and gives the program's exit code.
namespace settling {
/// The plan, and with --yes the settlement.
[[nodiscard]] int settle(const cli::Line& line, const SettleSource& source);
[[nodiscard]] int history(const cli::Line& line, const SettleSource& source);
[[nodiscard]] int authorize(const cli::Line& line, const SettleSource& source);
[[nodiscard]] int relay(const cli::Line& line, const SettleSource& source);
}

} // namespace surplus::ctl
