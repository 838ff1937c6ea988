// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

#include <QByteArray>
#include <QStringList>

namespace surplus {

/// Writes `content` to `path` so that only the owner can read it (0600) and a reader sees either the old or the new
/// content, also after a power cut. Fails with "file.write".
[[nodiscard]] Result<void> writePrivateFile(const QString& path, const QByteArray& content);

/// Creates `path` with its parents if needed and makes it 0700. Fails with "dir.create".
[[nodiscard]] Result<void> makePrivateDir(const QString& path);

/// Makes sure that nobody but this process's user can read or change what in the folder `path` has one of the names in `patterns`
/// (with * and ?): the mode of its files and folders is mended (0600, 0700). A link, something that is neither file nor
/// folder, or what belongs to another user is never used: fails with "dir.link" or "dir.owner", naming it. A folder that is
/// not there is in order.
[[nodiscard]] Result<void> protectPrivate(const QString& path, const QStringList& patterns);

} // namespace surplus
