// SPDX-License-Identifier: GPL-3.0-or-later
// surplusctl: what operators, scripts and support staff use instead of the dashboard.
#include "services/ctl/commands.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    using namespace surplus;
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("surplusctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SURPLUS_VERSION));
    cli::Program program("surplusctl", "watch and control the engine on this machine", "Watches and controls the engine on this machine.",
        { { 0, "done" }, { cli::Program::Misused, "wrong usage" }, { ctl::ExitNoEngine, "no engine could be reached" }, { ctl::ExitRefused, "the engine refused (the reason is on standard error)" } });
    ctl::addCommands(program);
    return program.run(argc, argv);
}
