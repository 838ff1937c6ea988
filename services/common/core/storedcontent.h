// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/openfolder.h"

namespace surplus {

/// How a storage folder is laid out: FOLDER/content/CONTENT/FILE and beside "content" the marker, without which the disk
/// is taken for absent. Both sides know it: the engine, and whoever deletes a whole profile. All of it blocks.
inline const QString ContentFolder = QStringLiteral("content");
inline const QString StorageMarker = QStringLiteral("surplus-storage.json");

/// One piece of content as a record of ours names it.
struct StoredName {
    QString content; ///< the info-hash, 64 hexadecimal digits in lower case
    QString file; ///< the SHA-256 of what is in it, likewise
    bool operator==(const StoredName&) const = default;
};

/// Whether both names are hashes. Nothing else is ever touched.
[[nodiscard]] bool isStoredName(const StoredName& name);

/// Removes just this file and then its folder, if nothing else is in it. What stands there and isn't ours (a link, a folder
/// with other files) stays. False if the disk failed: it has to be tried again.
[[nodiscard]] bool removeStored(const OpenFolder& storage, const StoredName& name);

/// What the marker says whose storage this is; nothing without a marker that can be read.
[[nodiscard]] std::optional<QString> markedMachine(const OpenFolder& storage);

} // namespace surplus
