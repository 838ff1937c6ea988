// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ctl/control.h"

namespace surplus::ctl {

enum class Shown { Machine, Resources };

/// Calls `method`, which answers with the engine's status, and shows that: of the machine, or of its resources only.
int showStatus(Control& control, const QString& method, const QJsonObject& params, Shown shown);

} // namespace surplus::ctl
