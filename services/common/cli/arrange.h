// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/cli/outline.h"

#include <optional>
#include <string>
#include <vector>

namespace surplus::cli {

/// A command line, told apart.
struct Arranged {
    const Outline* command = nullptr; ///< as far as its words lead
    QStringList options; ///< the names of those that were given and that the command heeds
    QStringList unused; ///< of those that only other commands heed
    QString misuse; ///< why it can't be done; empty: it can
    /// The same for CLI11: the command, its options, and after "--" its words, so that neither a word that begins with a dash
    /// nor one that is called as a command is taken for another thing.
    std::vector<std::string> arguments;
};

/// `arguments`: without the program's name, bytes as the system gave them. Options may stand before, between and after the
/// words. What looks like a number is a word: that "-1" isn't allowed says what it is for, and better.
/// `strict`: options that a command which doesn't heed them refuses, or "fund --provider" for fund and those below it; others
/// are left out.
[[nodiscard]] Arranged arrange(const std::vector<std::string>& arguments, const Outline& root, const QStringList& strict);

} // namespace surplus::cli
