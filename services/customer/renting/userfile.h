// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/crypto/sealedfile.h"
#include "services/customer/paying/filename.h"

#include <QFile>
#include <memory>

namespace surplus {

/// Opens a file of any legal name (see filename.h) for reading. Fails with "put.source".
[[nodiscard]] Result<std::unique_ptr<QFile>> openUserFile(const QString& path);
/// Whether `target` may be written: nothing is there, or a file, for a device or a pipe would be replaced by one; its folder can
/// be written to, and doesn't lie in `home`. Fails with "get.target".
[[nodiscard]] Result<void> checkTarget(const QString& target, const QString& home);
/// openSealedFile into a path of any legal name and length.
[[nodiscard]] Result<void> openSealedInto(const QString& sealed, const QString& target, const Seal& seal);
/// Whether something is there, a dangling link included.
[[nodiscard]] bool userFileExists(const QString& path);

} // namespace surplus
