// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/cli/help.h"

#include <QDate>

namespace surplus::cli {

/// The program's page of section 1, in the man macros, as mandoc and groff read it.
[[nodiscard]] QString manPage(const Pages& pages, const QString& version, QDate day);

} // namespace surplus::cli
