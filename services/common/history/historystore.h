// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/status.h"
#include "services/common/store/database.h"

namespace surplus {

/// Where a machine's sync stands: entries of `epoch` up to `sequence` are in the history.
struct SyncCursor {
    QString epoch;
    qint64 sequence = 0;
};

/// The sum of one resource in one quarter hour (the start is a multiple of 900,000 ms UTC).
struct QuarterSum {
    UtcMs start = 0;
    QString resource;
    Amount amount;
};

/// The dashboard's history of all machines: earnings per quarter hour, uptime intervals, the cursor of each machine
/// and each channel's highest voucher. Functions block on the file; call them on the thread that owns the database.
class HistoryStore {
public:
    [[nodiscard]] static QList<Migration> migrations();
    explicit HistoryStore(Database& database) : m_database(database) { }

    [[nodiscard]] Result<SyncCursor> cursor(const MachineId& machine);
    /// Adds entries that follow the cursor and moves it, in one transaction: repeating a page changes nothing. If
    /// `reset`, the machine's ledger is another one than before; its earlier sums are replaced.
    [[nodiscard]] Result<SyncCursor> addEntries(
        const MachineId& machine, const QString& epoch, bool reset, const QList<EarningsEntry>& entries);
    /// Replaces what is known from the first interval's start on.
    [[nodiscard]] Result<void> putUptime(const MachineId& machine, const QList<UptimeInterval>& intervals);
    /// Keeps the voucher unless a higher one of the same channel is held.
    [[nodiscard]] Result<void> putVoucher(const MachineId& machine, const QJsonObject& channel);

    [[nodiscard]] Result<QList<QuarterSum>> quarters(const MachineId& machine, UtcMs from, UtcMs to);
    [[nodiscard]] Result<Amount> undated(const MachineId& machine);
    [[nodiscard]] Result<std::optional<UtcMs>> firstEarning(const MachineId& machine);
    [[nodiscard]] Result<QList<UptimeInterval>> uptime(const MachineId& machine, UtcMs from, UtcMs to);
    [[nodiscard]] Result<UtcMs> lastUptime(const MachineId& machine);

private:
    Database& m_database;
};

} // namespace surplus
