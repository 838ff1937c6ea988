// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace surplus {

/// The path of a file or folder chosen in a dialog; empty if it is not on this computer. Qt 6.4's own dialog, which stands in
/// where the desktop has none, gives a name that was typed as a URL without "file:".
[[nodiscard]] inline QString localPathOf(const QUrl& url) { return url.scheme().isEmpty() ? url.path(QUrl::FullyDecoded) : url.toLocalFile(); }

} // namespace surplus
