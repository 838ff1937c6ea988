// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/cli/outline.h"
#include "services/common/cli/program.h"

namespace surplus::cli {

/// What help and the man page are written from.
struct Pages {
    const Outline& root;
    QString about;
    QList<ExitCode> exitCodes;
};

/// What `--help` prints after that command: how it is used, its words and options, the commands below it, the exit codes.
[[nodiscard]] QString helpText(const Pages& pages, const Outline& command);
/// Of the program and of every command.
[[nodiscard]] QString fullHelpText(const Pages& pages);
/// A sentence of an option's help, with what holds without it.
[[nodiscard]] QString optionHelp(const OutlineOption& option);

} // namespace surplus::cli
