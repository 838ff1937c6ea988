// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/appmodel.h"

#include <QQuickWindow>
#include <QStringList>

namespace surplus {

/// Takes every page, light and dark, at 1280×800 and 960×600, as PAGE-THEME[-small].png into `dir`. Runs an event loop
/// meanwhile. Returns the files it could not write.
[[nodiscard]] QStringList takeScreenshots(QQuickWindow& window, AppModel& app, const QString& dir);

} // namespace surplus
