// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

#include <QIODevice>
#include <QMap>
#include <functional>

namespace surplus {

/// The files in a backup, one after the other; each passes through in pieces, however large it is.
class BackupMembers {
public:
    /// How a member's length is written: 32 bits in the first format, which was written for larger files, too, but could
    /// not be read then.
    enum class Format { First, Second };

    /// Writes the files (their names in the backup, and where they are). Errors: "backup.read", "backup.write".
    [[nodiscard]] static Result<void> write(QIODevice& out, const QMap<QString, QString>& files);
    /// Calls `open` with each name for a device to write to, which may be null to refuse it, and `close` when it has all.
    /// Nothing if this is no backup, or not a whole one; then what was written so far is worth nothing.
    using Open = std::function<QIODevice*(const QString& name)>;
    using Close = std::function<bool()>;
    [[nodiscard]] static bool read(QIODevice& in, Format format, const Open& open, const Close& close);

private:
    static constexpr quint32 MaxMembers = 32;
    static constexpr qint64 Piece = 1 << 20;
};

} // namespace surplus
