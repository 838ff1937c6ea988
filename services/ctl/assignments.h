// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

#include <QJsonObject>
#include <QList>

namespace surplus::ctl {

/// A name that can be set, as help, completion and the man page tell of it.
struct Setting {
    const char* name;
    const char* meaning; ///< half a line
    const char* type; ///< of its value (cli::Command)
    const char* value; ///< what the value is, in words
};
/// Of "resources set storage".
[[nodiscard]] const QList<Setting>& storageSettings();
/// Of "limits set".
[[nodiscard]] const QList<Setting>& limitSettings();

/// A call of the control API that a command line's NAME and VALUE mean.
struct Assignment {
    QString method;
    QJsonObject params;
};

/// Of "resources set storage NAME VALUE". `name` is one of those above. Fails with "usage", saying what is wanted.
[[nodiscard]] Result<Assignment> storageAssignment(const QString& name, const QString& value);
/// Of "limits set NAME VALUE". Fails with "usage" or "rules.schedule", saying what is wanted.
[[nodiscard]] Result<Assignment> limitAssignment(const QString& name, const QString& value);

} // namespace surplus::ctl
