// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace surplus {

/// What others can reach this computer by, if it listens on `listen`: that, or its first address, IPv4 before IPv6.
[[nodiscard]] QString ownAddress(const QHostAddress& listen);

} // namespace surplus
