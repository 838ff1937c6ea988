// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/commands/commands.h"

namespace surplus::customer {

void addCommands(cli::Program& program)
{
    cli::Command root = program.root();
    root.option("--home", "DIR", "Keep identity and index there. Without it: surplus/customer where the user's data lie (~/.local/share).");
    root.option("--chain", "FILE", "Pay from now on on the chain that this describes (JSON: chainId, factory, initCodeHash, token, decimals, symbol, endpoints).");
    root.flag("--json", "Print one JSON object a line, also of what went wrong.");
    for (const auto add : { addPut, addGet, addAudit, addRenew, addSpend, addFund, addExercise })
        add(root);
    // What is deposited isn't set aside for anybody, and what bounds spending isn't passed over in silence.
    program.refuseElsewhere({ QStringLiteral("fund --provider"), QStringLiteral("fund --max-spend"), QStringLiteral("fund --max-price"), QStringLiteral("--budget"),
        QStringLiteral("--max-fee") });
    program.tellMisuseAsJson();
}

} // namespace surplus::customer
