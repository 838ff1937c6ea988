// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/history/earnings.h"
#include "services/common/history/heldvouchers.h"
#include "services/common/history/historyexport.h"
#include "services/common/history/historywriter.h"

namespace surplus {

/// The dashboard's history of all machines: per minute, quarter hour and local day, each machine's rows and those of all
/// together; uptime intervals; where each machine's sync stands. Functions block on the
/// file: call them on the thread that owns the database. Several processes may read while one writes.
class HistoryStore {
public:
    [[nodiscard]] static QList<Migration> migrations();
    /// `zone`: whose days the day rows are. If the file's are of another one, tend() makes them anew, and until then
    /// days are read from quarter hours.
    HistoryStore(Database& database, const QTimeZone& zone);
    HistoryStore(const HistoryStore&) = delete;
    HistoryStore& operator=(const HistoryStore&) = delete;
    /// The one that goes with this connection for reading: it remembers what was read while the file stays as it is.
    [[nodiscard]] static HistoryStore& of(Database& database, const QTimeZone& zone);

    [[nodiscard]] Result<SyncCursor> cursor(const MachineId& machine);
    /// Takes a page over and moves the cursor, in one transaction. Pages repeated, overlapping or late change nothing that
    /// is not different. If the page says reset, what was held of the machine goes first.
    [[nodiscard]] Result<SyncCursor> apply(const MachineId& machine, const HistoryPage& page);
    /// Of each channel the highest voucher.
    [[nodiscard]] HeldVouchers vouchers() { return HeldVouchers(m_database); }
    /// What has become of each customer's money at this machine, in place of what was held.
    [[nodiscard]] Result<void> putMoney(const MachineId& machine, const QList<CustomerMoney>& money);
    /// One short step of upkeep: day rows follow the time zone, old minutes and quarter hours go. Begin at 0 and go on with
    /// what it gives until that is nothing. Readers are never held up. `now`: of ConfirmedTime; 0 deletes nothing.
    [[nodiscard]] Result<std::optional<qint64>> tend(UtcMs now, qint64 position);

    /// Runs `body`, whose answers are all of one moment.
    template <typename Body> auto snapshot(Body body) { return m_database.read(std::move(body)); }
    /// All machines with a history, in the order in which they came.
    [[nodiscard]] Result<QList<MachineId>> machines();
    [[nodiscard]] Result<qsizetype> machineCount();
    /// Of one machine, or of all together if `machine` is empty. The rest as for readEarnings().
    [[nodiscard]] Result<EarningsTable> earnings(const std::optional<MachineId>& machine, GroupBy by, const QList<TimeBin>& bins, UtcMs now,
        qsizetype most = MaxEarningsGroups, const QStringList& named = {});
    /// One bucket per bin.
    [[nodiscard]] Result<QList<Slot>> usage(const std::optional<MachineId>& machine, const QString& series, const QList<TimeBin>& bins);
    /// All there is to write out of each machine's history, or of one's.
    [[nodiscard]] Result<QList<HistoryExport>> exportAll(const std::optional<MachineId>& machine, const QList<TimeBin>& bins, UtcMs now);
    /// When the record begins, of one machine or of any.
    [[nodiscard]] Result<std::optional<UtcMs>> first(const std::optional<MachineId>& machine);
    /// For how many years quarter hours are kept, 1 to 5; days stay for good. What has been deleted stays deleted. The file's
    /// own setting: 5 until it is set.
    [[nodiscard]] Result<void> setYearsKept(int years) { return m_writer.setYearsKept(years); }
    [[nodiscard]] Result<int> yearsKept() { return m_writer.yearsKept(); }
    /// The end of what any machine has earned: later than now if its clock was wrong then.
    [[nodiscard]] Result<std::optional<UtcMs>> lastEarned();
    [[nodiscard]] Result<QList<UptimeInterval>> uptime(const MachineId& machine, UtcMs from, UtcMs to);

private:
    /// At the start of a read for charts: what was kept of earlier ones goes if the file has changed.
    void keepReadings();
    struct Facts {
        QList<MachineRow> machines; ///< all
        std::optional<QTimeZone> dayRows;
        std::optional<UtcMs> lastEarned;
    };
    /// After keepReadings().
    [[nodiscard]] const Facts& facts();
    [[nodiscard]] QList<MachineRow> chosen(const std::optional<MachineId>& machine);
    [[nodiscard]] QList<MachineRow> rows(const std::optional<MachineId>& machine);
    [[nodiscard]] QList<CustomerMoney> money();

    Database& m_database;
    const QTimeZone m_zone;
    SeriesStore m_series;
    HistoryWriter m_writer;
    std::optional<Facts> m_facts; ///< while the file stays as it is
};

} // namespace surplus
