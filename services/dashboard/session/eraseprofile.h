// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

namespace surplus {

/// Deletes the profile's files, the copies that a restore kept, and, unless it is empty, what customers stored in
/// `storageFolder`: just the files that the engine's record (and that of the copies) names, whatever else is there. Only
/// names that Surplus gives are deleted, no folder wholesale and nothing through a link; the key in the keychain stays.
/// Blocks. Fails with "backup.running" while an engine runs on the profile; with "erase.stored" if the record can't be
/// read or the disk isn't there: all else is deleted then, and the message says what stayed.
[[nodiscard]] Result<void> eraseProfile(const QString& profile, const QString& storageFolder);

/// Where a restore waits for the next start, and the file in it that says that it is whole.
inline const QString StagedFolder = QStringLiteral("restore.staged");
inline const QString StagedMarker = QStringLiteral("complete");
/// Deletes what a restore staged in the profile, as above.
void eraseStaged(const QString& profile);

} // namespace surplus
