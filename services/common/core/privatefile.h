// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

#include <QByteArray>

namespace surplus {

/// Writes `content` to `path` so that only the owner can read it (0600) and a reader sees either the old or the new
/// content, also after a power cut. Fails with "file.write".
[[nodiscard]] Result<void> writePrivateFile(const QString& path, const QByteArray& content);

/// Creates `path` with its parents if needed and makes it 0700. Fails with "dir.create".
[[nodiscard]] Result<void> makePrivateDir(const QString& path);

} // namespace surplus
