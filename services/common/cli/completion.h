// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/cli/outline.h"

namespace surplus::cli {

/// A script that makes `shell` ("bash", "zsh" or "fish") complete the program's command line: its commands, their options, and
/// what stands after those. To be sourced, or to lie where that shell looks for such scripts.
[[nodiscard]] QString completionScript(const Outline& root, const QString& shell);

} // namespace surplus::cli
