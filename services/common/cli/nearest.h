// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace surplus::cli {

/// Which of `known` somebody meant who typed `given`: the one that it takes the fewest slips of the fingers to (a letter left
/// out, too many, another, or two in the wrong order), or the only one that begins so. Nothing if none is near.
[[nodiscard]] QString nearest(const QString& given, const QStringList& known);

} // namespace surplus::cli
