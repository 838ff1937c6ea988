// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

#include <QJsonObject>

namespace surplus {

/// A call of the control API that a command line's NAME and VALUE mean.
struct Assignment {
    QString method;
    QJsonObject params;
};

/// Of "resources set storage NAME VALUE". Fails with "usage", saying what is wanted.
[[nodiscard]] Result<Assignment> storageAssignment(const QString& name, const QString& value);
/// Of "limits set NAME VALUE". Fails with "usage" or "rules.schedule".
[[nodiscard]] Result<Assignment> limitAssignment(const QString& name, const QString& value);

} // namespace surplus
