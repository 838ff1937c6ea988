// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/cli/program.h"

/// The commands of surplus-customer, a file each. Each function describes one below `root`.
namespace surplus::customer {

constexpr int ExitFailed = 2;
constexpr int ExitAuditFailed = 3;

void addPut(cli::Command root);
void addGet(cli::Command root);
void addAudit(cli::Command root);
void addRenew(cli::Command root);
void addSpend(cli::Command root);
void addFund(cli::Command root);
void addExercise(cli::Command root);

/// All of them, and the options that hold for each.
void addCommands(cli::Program& program);

} // namespace surplus::customer
