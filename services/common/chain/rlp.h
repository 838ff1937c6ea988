// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/crypto/eip712.h"

#include <QList>

namespace surplus::rlp {

/// Recursive Length Prefix (Ethereum Yellow Paper, appendix B): encoding only. Any thread.
[[nodiscard]] QByteArray bytes(QByteArrayView value);
/// Big-endian without leading zeros; zero is the empty string.
[[nodiscard]] QByteArray number(const U256& value);
/// A list of items that are encoded already.
[[nodiscard]] QByteArray list(const QList<QByteArray>& items);

} // namespace surplus::rlp
