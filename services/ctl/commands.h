// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/cli/program.h"

/// The commands of surplusctl, a file each. Each function describes one below `root`.
namespace surplus::ctl {

constexpr int ExitNoEngine = 2;
constexpr int ExitRefused = 3;

void addStatus(cli::Command root);
void addResources(cli::Command root);
void addLimits(cli::Command root);
void addPause(cli::Command root);
void addResume(cli::Command root);
void addEarnings(cli::Command root);
void addHistory(cli::Command root);
void addVouchers(cli::Command root);
void addSettle(cli::Command root);
void addChain(cli::Command root);
void addPublic(cli::Command root);
void addLogs(cli::Command root);

/// All of them, and the options that hold for each.
void addCommands(cli::Program& program);

} // namespace surplus::ctl
