// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/statusview.h"

namespace surplus::ctl {

void addResume(cli::Command root)
{
    root.add("resume", "go on sharing after a pause by hand").does(withEngine([](Control& control) {
        return showStatus(control, QStringLiteral("engine.resume"), {}, Shown::Machine);
    }));
}

} // namespace surplus::ctl
