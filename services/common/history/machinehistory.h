// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/durations.h"
#include "services/common/history/earnings.h"
#include "services/common/history/historypage.h"

namespace surplus {

/// What one machine writes down about itself, in the engine's own file: earnings, usage and uptime per minute and quarter
/// hour, and the uptime intervals. Use it inside Database::transact on the thread that owns the database; functions may
/// throw StoreError.
class MachineHistory {
public:
    static constexpr qint64 ThisMachine = 1;
    static constexpr qint64 MinutesKeptMs = 14 * DayMs;
    static constexpr qint64 QuartersKeptMs = 5 * 366 * DayMs;
    static constexpr qint64 IntervalsKeptMs = 400 * DayMs; ///< their sums stay as long as the quarter hours

    /// SQL for a migration of the file; SeriesStore's tables are in it.
    [[nodiscard]] static const char* schema();

    explicit MachineHistory(Database& database);

    /// Begins a run, at each start of the engine: what a copy of this history must not continue from an older one.
    static void beginRun(Database& database);
    static constexpr Reason CrashGap = Reason::Crash; ///< of what was *down* between a crash and the next start

    /// Books what was earned now, or without a date. Nano-tokens. `customer`: its address.
    void earn(const QString& resource, const QString& customer, std::optional<UtcMs> at, Amount amount);
    /// A reading of usage. Counters take increments. Both tiers are kept.
    void sample(const QString& series, SeriesKind kind, UtcMs at, qint64 value);
    /// Writes an interval, or prolongs the one with the same start.
    void putInterval(const UptimeInterval& interval);
    /// Counts the intervals again into the quarter hours from `from` to `to`.
    void rollUptime(UtcMs from, UtcMs to);
    /// To be called at the end of the transaction.
    void flush() { m_series.flush(lastRevision(m_database)); }

    /// Inside a snapshot: what the record says. Days are counted from quarter hours. `money`: of ThisMachine.
    [[nodiscard]] static EarningsTable earnings(
        Database& database, GroupBy by, const QList<TimeBin>& bins, UtcMs now, const QList<CustomerMoney>& money = {});
    [[nodiscard]] static std::pair<SeriesKind, QList<Slot>> usage(Database& database, const QString& series, const QList<TimeBin>& bins);
    /// When the record begins.
    [[nodiscard]] static std::optional<UtcMs> first(Database& database);
    /// The end of what was earned: later than now if the clock was wrong then.
    [[nodiscard]] static std::optional<UtcMs> lastEarned(Database& database);
    /// What changed since `cursor`, at most about 500 kB. Runs its own snapshot.
    [[nodiscard]] static Result<HistoryPage> changes(Database& database, const QString& epoch, const SyncCursor& cursor, int limit);
    [[nodiscard]] static Result<QList<UptimeInterval>> uptime(Database& database, UtcMs from, UtcMs to);
    /// The part of the time after `at` that no interval covers yet: only there may uptime be recorded.
    struct Free {
        UtcMs from = 0;
        UtcMs to = 0;
    };
    [[nodiscard]] static Free freeAfter(Database& database, UtcMs at);
    /// The gap of a crash was as long as the clock said at the next start. Whoever runs at a moment within it knows that it
    /// was shorter: it ends there.
    void cutGap(UtcMs now);
    /// Deletes what is older than is kept, in one short transaction; true if there is more. `now`: of ConfirmedTime.
    [[nodiscard]] static Result<bool> prune(Database& database, UtcMs now);

private:
    [[nodiscard]] static qint64 lastRevision(Database& database);

    Database& m_database;
    SeriesStore m_series;
};

/// All series but money and uptime.
[[nodiscard]] QStringList usageNames(SeriesStore& store);
/// Of which something was earned, as they are shown.
[[nodiscard]] QStringList earnedResources(SeriesStore& store);
/// "earned.storage"; its undated chunk is what was recovered without a date.
[[nodiscard]] QString earnedSeries(const QString& resource);
/// "earned": all resources together, so that a fleet's machines can be told apart by one series each.
[[nodiscard]] QString earnedInAllSeries();
/// "customer.0x…": what one customer paid.
[[nodiscard]] QString customerSeries(const QString& customer);
/// "uptime.up", "uptime.paused" or "uptime.down": ms.
[[nodiscard]] QString uptimeSeries(UptimeState state);

} // namespace surplus
