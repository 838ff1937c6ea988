// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

namespace surplus {

/// "rpc.params": `name` of `method` is not what is wanted.
[[nodiscard]] inline Error badParam(const char* method, const char* name, const QString& wanted)
{
    return { QStringLiteral("rpc.params"),
        QStringLiteral("%1: \"%2\" must be %3. Nothing was changed.").arg(QLatin1String(method), QLatin1String(name), wanted) };
}

} // namespace surplus
