// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace surplus {

/// A file system's names are bytes; most are UTF-8, all are legal. These functions carry every one of them through a
/// QString: a byte b that is no UTF-8 stands as the lone surrogate U+DC00+b, which no other text contains.
[[nodiscard]] QString pathFromBytes(QByteArrayView bytes);
[[nodiscard]] QByteArray pathToBytes(const QString& path);
/// For people and for the index: such a byte as \xNN. The same as `path` for every name that is UTF-8.
[[nodiscard]] QString shownPath(const QString& path);
/// What stands after the last slash.
[[nodiscard]] QString fileNameOf(const QString& path);

} // namespace surplus
