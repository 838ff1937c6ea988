// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/history/earnings.h"

namespace surplus {

/// One machine's part of an export: money, uptime and usage over the same bins.
struct HistoryExport {
    struct Usage {
        QString series;
        SeriesKind kind = SeriesKind::Counter;
        QList<Slot> slots; ///< one per bin
    };
    QString machine; ///< its id in hexadecimal
    EarningsTable table; ///< by resource
    QList<Usage> usage;
};

/// RFC 4180, one row per machine and bin: machine, start, end (ISO 8601 with the zone's offset), earned.RESOURCE in exact
/// tokens, uptime.STATE in seconds, covered from 0 to 1, and each usage series (a counter's sum, a level's average). Empty
/// is unknown. What has no date stands in a row without times.
[[nodiscard]] QByteArray toCsv(const QList<HistoryExport>& machines, const QTimeZone& zone);

} // namespace surplus
