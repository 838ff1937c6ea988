// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/amount.h"
#include "services/common/core/result.h"

#include <optional>

namespace CLI {
class App;
class Option;
}

namespace surplus::cli {

class Program;

/// What a command was called with: texts, and what is strictly read from them.
class Line {
public:
    Line(const Program& program, const CLI::App& command) : m_program(program), m_command(command) { }

    /// Options by their name with its dashes, words by the name that the command gave them.
    [[nodiscard]] bool has(const char* name) const;
    /// As the system gave it: a file's name need not be UTF-8. Of an option that was given twice the last; its standard if it
    /// was not given.
    [[nodiscard]] QByteArray bytes(const char* name) const;
    [[nodiscard]] QString text(const char* name) const { return QString::fromUtf8(bytes(name)); }
    /// Digits and nothing else, from `least` to `most`. Fails with "usage".
    [[nodiscard]] Result<qint64> number(const char* name, qint64 least, qint64 most) const;
    /// Nothing if the option is absent. Fails with "usage".
    [[nodiscard]] Result<std::optional<Amount>> tokens(const char* name) const;

    /// Says on standard error what is wrong with the line, and how the command is used. Gives the exit code for that.
    int misuse(const QString& why) const;

private:
    [[nodiscard]] const CLI::Option* find(const char* name) const;

    const Program& m_program;
    const CLI::App& m_command;
};

} // namespace surplus::cli
