// SPDX-License-Identifier: GPL-3.0-or-later
// surplus-customer: rents from providers and pays them.
#include "services/customer/commands/commands.h"

#include <QCoreApplication>
#include <sys/stat.h>

int main(int argc, char** argv)
{
    using namespace surplus;
    umask(0077);
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("surplus-customer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SURPLUS_VERSION));
    cli::Program program("surplus-customer", "store files with Surplus providers",
        "Stores files with Surplus providers, encrypted, and pays for keeping and for retrieval.\n"
        "Whatever spends shows its price first. Up to three times what was paid before is promised without a question; for more you are asked, or, without a "
        "terminal, it is refused. --max-price and --max-spend say how much it may be.",
        { { 0, "done" }, { cli::Program::Misused, "wrong usage" }, { customer::ExitFailed, "failed (the reason is on standard error)" },
            { customer::ExitAuditFailed, "an audit found wrong data" } });
    customer::addCommands(program);
    return program.run(argc, argv);
}
