// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/cli/command.h"
#include "services/common/cli/outline.h"

#include <map>
#include <memory>

namespace surplus::cli {

/// What an exit code means: "no engine could be reached".
struct ExitCode {
    int code;
    const char* meaning;
};

/// A program with a command line: its tree of commands in CLI11, and what is made of it: the parsing, --help, --help-all,
/// --version, --completion SHELL, and --man, which prints the man page and is for those who build packages.
class Program {
public:
    static constexpr int Misused = 1; ///< the exit code for a line that can't be understood

    /// `summary`: half a line, for the man page's first; `about`: whole sentences.
    Program(const char* name, const char* summary, const char* about, QList<ExitCode> exitCodes);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// What holds for every command stands there.
    [[nodiscard]] Command root();
    /// Bounds: a command that doesn't heed one of these refuses it; "fund --provider": fund and those below it do. Other
    /// options are left out, and that is said.
    void refuseElsewhere(const QStringList& options) { m_strict += options; }
    /// Where --json was given, what is wrong with the line is an object on standard output too.
    void tellMisuseAsJson() { m_jsonMisuse = true; }

    /// The tree as it is now.
    [[nodiscard]] Outline outline() const;
    /// Everything after the program's name. Gives the exit code.
    [[nodiscard]] int run(int argc, const char* const* argv);

private:
    friend class Command;
    friend class Line;
    [[nodiscard]] const CLI::App& app() const { return *m_app; }
    int misuse(const CLI::App& command, const QString& why) const;
    int misuseAt(const Outline& command, const QString& why, bool json) const;

    std::unique_ptr<CLI::App> m_app;
    std::map<const CLI::App*, Act> m_acts;
    const QByteArray m_about;
    const QList<ExitCode> m_exitCodes;
    QStringList m_strict;
    bool m_jsonMisuse = false;
};

} // namespace surplus::cli
