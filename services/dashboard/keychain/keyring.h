// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

namespace surplus {

/// What the session's Secret Service (freedesktop.org, Secret Service API 0.2) says of itself. QtKeychain answers "not
/// found" for a locked or missing keyring as well as for one without the entry; this tells them apart.
enum class Keyring {
    Usable,
    Locked,
    Absent, ///< no session bus, no service, or no collection to keep a key in
    Denied, ///< the bus or the service refuses us
    Unknown ///< it answered something else, or not in time
};

/// Asks without blocking and without prompting; `done` is called on `context`'s thread unless that is gone.
void askKeyring(QObject* context, std::function<void(Keyring)> done);

} // namespace surplus
