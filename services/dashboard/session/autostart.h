// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

#include <QStringList>

namespace surplus {

/// Whether a program is started at login: an entry in the user's autostart folder (Desktop Application Autostart
/// Specification 0.5). Any thread.
class Autostart {
public:
    /// `command`: the program's absolute path and its arguments. `folder`: the autostart folder; empty: the user's.
    explicit Autostart(QStringList command, QString folder = QString());

    [[nodiscard]] bool isOn() const;
    /// Fails with "autostart.write".
    [[nodiscard]] Result<void> setOn(bool on) const;
    [[nodiscard]] QString file() const;

private:
    const QStringList m_command;
    const QString m_folder;
};

} // namespace surplus
