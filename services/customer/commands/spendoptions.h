// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/cli/command.h"
#include "services/customer/paying/consent.h"

namespace surplus::customer {

constexpr qint64 MaxDays = 3650;
constexpr int KeepAheadDays = 7; ///< unless somebody says otherwise

/// --max-price and --max-spend.
void addSpendLimits(cli::Command& command);
/// What they say, and whether somebody sits at a terminal. Fails with "usage".
[[nodiscard]] Result<SpendLimits> spendLimits(const cli::Line& line);

void addKeepAhead(cli::Command& command, const std::string& standard);
/// Nothing if --keep-ahead is absent. Fails with "usage".
[[nodiscard]] Result<std::optional<int>> keepAhead(const cli::Line& line);

/// --provider, which the command can't do without.
void addProvider(cli::Command& command);

} // namespace surplus::customer
