// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/commands.h"

namespace surplus::ctl {

void addCommands(cli::Program& program)
{
    cli::Command root = program.root();
    root.option("--data", "DIR", "The engine's data directory. Without it: surplus/engine where the user's data lie (~/.local/share).");
    root.flag("--json", "Print JSON, one object a line.");
    for (const auto add : { addStatus, addResources, addLimits, addPause, addResume, addEarnings, addHistory, addVouchers, addSettle, addChain, addPublic, addLogs })
        add(root);
    // What bounds a settlement, says whom it pays or whose history is read isn't passed over in silence.
    program.refuseElsewhere({ QStringLiteral("--profile"), QStringLiteral("--payout"), QStringLiteral("--max-share"), QStringLiteral("--coin-rate"), QStringLiteral("--max-fee"),
        QStringLiteral("--relay-fee"), QStringLiteral("--relayer") });
}

} // namespace surplus::ctl
