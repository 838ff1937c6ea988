// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

#include <QDateTime>

namespace surplus {

/// What of a profile can't be had again: the machine's identity and ledger, the dashboard's settings, the payout address and
/// the settlements, in one file under a password. The payout key is not in it (its recovery words are its backup), nor the
/// history (the engine has its own), nor what customers store. All of these block.

/// Reads the databases as they are at one moment, also while the engine writes. The file is sealed with AES-256-GCM under a
/// key that a V3 keystore holds. Fails with "backup.…".
[[nodiscard]] Result<void> writeBackup(const QString& profile, const QString& file, const QString& password);

/// Opens `file` and lays what is in it beside the profile, for applyRestore(). Nothing of the profile changes. Fails with
/// "backup.malformed", "keystore.password" or "seal.damaged".
[[nodiscard]] Result<void> stageRestore(const QString& profile, const QString& file, const QString& password);

/// At the start, before anything of the profile is open: puts what was staged in place and keeps what was there in a folder
/// of the profile, which is returned; empty if nothing was staged. May be cut off and repeated. Fails with "backup.running" while
/// an engine runs on the profile.
[[nodiscard]] Result<QString> applyRestore(const QString& profile, const QDateTime& now);

} // namespace surplus
