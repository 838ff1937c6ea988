// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/cli/line.h"

#include <functional>

namespace CLI {
class App;
}

namespace surplus::cli {

class Program;
using Act = std::function<int(const Line&)>;

/// A command while it is described: what stands here is what its help, its completion and the man page say. Texts are UTF-8.
///
/// A type tells what may stand in a place, in the words of the help: FILE… and DIR or FOLDER… are completed as such; what is
/// written small is typed as it stands, of several with | between ("on|off"), and nothing else is right unless a part is
/// written large ("CELSIUS|off"). Nothing is converted here: see Line.
class Command {
public:
    Command(Program& program, CLI::App& app) : m_program(&program), m_app(&app) { }

    /// A command below this one. `summary`: half a line, without a full stop.
    Command add(const char* name, const char* summary);
    /// What else is to be said of it: whole sentences.
    Command& more(const std::string& text);
    /// A word that has to follow.
    Command& word(const char* name, const char* type, const char* help);
    /// `name` with its dashes. `standard`: what holds without it.
    Command& option(const char* name, const char* type, const char* help, const std::string& standard = {});
    /// An option that it can't do without.
    Command& needed(const char* name, const char* type, const char* help);
    Command& flag(const char* name, const char* help);
    /// What it does; the exit code. A command without this one only holds others.
    Command& does(Act act);

private:
    friend class Program;
    Program* m_program;
    CLI::App* m_app;
};

} // namespace surplus::cli
