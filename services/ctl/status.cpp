// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/statusview.h"

namespace surplus::ctl {

void addStatus(cli::Command root)
{
    root.add("status", "what is shared, whether it is healthy, what it has earned").does(withEngine([](Control& control) {
        return showStatus(control, QStringLiteral("engine.status"), {}, Shown::Machine);
    }));
}

} // namespace surplus::ctl
