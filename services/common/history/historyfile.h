// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/store/database.h"

namespace surplus {

/// The dashboard's history as a file.
struct HistoryFile {
    std::unique_ptr<Database> database;
    QString notice; ///< that the file was damaged and is set aside, in words; empty if it was not

    /// Opens or creates the file. A damaged one is renamed to PATH.damaged-DATE, and a new one is filled from the engines,
    /// which have the say. Errors: Database::open's others.
    [[nodiscard]] static Result<HistoryFile> open(const QString& path);
    /// Renames a damaged file that nobody has open, and makes a new one.
    [[nodiscard]] static Result<HistoryFile> setAside(const QString& path);
};

} // namespace surplus
