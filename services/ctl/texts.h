// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

/// How surplusctl writes what an engine tells.
namespace surplus::ctl {

/// "0.250000000 TOK"; a dash for what is no amount.
[[nodiscard]] QString tokens(const QJsonValue& wire, const QString& symbol);
/// ISO 8601 with the offset of the computer's zone.
[[nodiscard]] QString time(qint64 ms);
/// In decimal units; "unknown" below 0.
[[nodiscard]] QString bytes(qint64 count);
/// "1 lease", "2 leases".
[[nodiscard]] QString counted(qint64 count, const char* what);

} // namespace surplus::ctl
