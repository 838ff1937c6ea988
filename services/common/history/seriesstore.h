// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/history/chunk.h"
#include "services/common/store/database.h"

#include <QHash>
#include <functional>
#include <unordered_map>

namespace surplus {

/// A counter's buckets in a row as running sums: what lies between two of them is one subtraction.
class CounterSums {
public:
    explicit CounterSums(qint64 firstBucket) : m_first(firstBucket) { }
    /// The next bucket. False if the sum leaves 64 bits.
    [[nodiscard]] bool append(const Slot& bucket);
    /// `count` buckets of which nothing is known.
    void skip(std::size_t count);
    /// The buckets from `first` to before `end` as one; both within what was appended.
    [[nodiscard]] Slot between(qint64 first, qint64 end) const
    {
        const Until& from = m_until[static_cast<std::size_t>(first - m_first)];
        const Until& to = m_until[static_cast<std::size_t>(end - m_first)];
        const qint64 sum = to.sum - from.sum;
        return to.known > from.known ? Slot { 1, sum, sum, sum } : Slot {};
    }
    [[nodiscard]] std::size_t size() const { return m_until.size() - 1; }

private:
    struct Until {
        qint64 sum;
        qint64 known; ///< how many buckets are
    };
    qint64 m_first;
    std::vector<Until> m_until { { 0, 0 } };
};

/// The buckets of all series of some machines in one SQLite file: a row a chunk. What is changed is kept decoded until
/// flush(), so that a thousand buckets of one day cost one write. Use it inside Database::transact or read, on the
/// thread that owns the database; every function may throw StoreError ("store.damaged" if a chunk can't be decoded).
class SeriesStore {
public:
    /// Rows of all machines together: sums of each machine's counters and levels.
    static constexpr qint64 AllMachines = 0;
    static constexpr int MaxSeries = 4096; ///< names beyond it share "other.<kind>"
    /// So many ids are kept for what is not a customer, however many customers there are.
    static constexpr int ReservedSeries = 256;
    /// Customers beyond the bound share one series, which every table reads as theirs.
    static constexpr auto CustomerPrefix = "customer.";
    static constexpr auto OtherCustomers = "customer.others";
    struct Series {
        qint64 id = 0;
        SeriesKind kind = SeriesKind::Counter;
    };
    struct Row {
        Tier tier = Tier::Quarter;
        qint64 machine = 0;
        QString series;
        SeriesKind kind = SeriesKind::Counter;
        qint64 number = 0; ///< of the chunk; Undated for what has no time
        QByteArray data;
        qint64 revision = 0;
    };

    /// The chunk of what was earned without a date.
    static constexpr qint64 Undated = -1;

    /// SQL for the tables; belongs into a migration of the file that holds them.
    static const char* const Schema;

    explicit SeriesStore(Database& database);

    [[nodiscard]] std::optional<Series> find(const QString& name);
    /// Finds or creates it.
    [[nodiscard]] Series series(const QString& name, SeriesKind kind);
    /// Names that start with `prefix`, in alphabetical order.
    [[nodiscard]] QStringList names(const QString& prefix);

    /// The chunk's buckets; all unknown if it isn't there. Valid until the next flush().
    [[nodiscard]] const Slots& read(Tier tier, qint64 machine, Series series, qint64 number);
    /// The same, to be written back by flush().
    [[nodiscard]] Slots& edit(Tier tier, qint64 machine, Series series, qint64 number);
    /// What the counter holds without a date; kept like counterSums().
    [[nodiscard]] qint64 undated(qint64 machine, Series series);
    /// Adds a value that came at `at` to its bucket; without a time to the undated one (counters only).
    void add(Tier tier, qint64 machine, Series series, std::optional<UtcMs> at, qint64 value);
    /// Writes what was edited. The cache is empty afterwards. With a revision, written chunks are numbered on from it, for
    /// somebody who copies what changed since.
    void flush(std::optional<qint64> lastRevision = {});
    /// At the start of a read: until release(), what counterSums() makes is kept for later reads, within a bound and until
    /// anything is written to the file. Whether nothing was since the last time.
    bool keepSums();
    [[nodiscard]] bool isKeeping() const { return m_keepSums; }
    /// The end of a read: the next snapshot is seen.
    void release();
    /// Forgets also what was made by a transaction that was undone.
    void discard();

    /// Calls `take` for each stored chunk from `first` to `last`, in order. Nothing may be unflushed.
    void each(Tier tier, qint64 machine, Series series, qint64 first, qint64 last,
        const std::function<void(qint64 number, const Slots&)>& take);
    /// The running sums of a counter over the chunks from `first` to `last`. Nothing for ranges of over MaxSummedSlots
    /// buckets, for sums beyond 64 bits and outside keepSums(): use each(). Valid until the next call.
    [[nodiscard]] const CounterSums* counterSums(Tier tier, qint64 machine, Series series, qint64 first, qint64 last);
    static constexpr qint64 MaxSummedSlots = 16'384;
    /// The oldest stored chunk that has a date, if any.
    [[nodiscard]] std::optional<qint64> firstChunk(Tier tier, qint64 machine, Series series);
    /// The end of the last bucket that has something, if any. Quarter hours only.
    [[nodiscard]] std::optional<UtcMs> lastQuarterEnd(qint64 machine, Series series);
    /// Deletes at most `limit` chunks older than `before`; how many went.
    int removeBefore(Tier tier, qint64 machine, Series series, qint64 before, int limit);
    /// Rows with a revision above `after`, at most `limit`, in order of revision.
    [[nodiscard]] QList<Row> changedSince(qint64 after, int limit);

    /// Whether a chunk number can be stored: from 1970 to about 3880.
    [[nodiscard]] static bool isValid(qint64 number) { return number >= Undated && number < NumberLimit; }

private:
    static constexpr int NumberBits = 24;
    static constexpr int SeriesBits = 16;
    static constexpr int MachineBits = 20;
    static constexpr qint64 NumberLimit = (qint64(1) << NumberBits) - 1;
    static qint64 keyOf(Tier tier, qint64 machine, qint64 series, qint64 number);

    struct Chunk {
        Slots buckets;
        SeriesKind kind = SeriesKind::Counter;
        bool edited = false;
    };
    Chunk& load(Tier tier, qint64 machine, Series series, qint64 number);
    static Slots decode(const QByteArray& data, SeriesKind kind, Tier tier);

    Database& m_database;
    Statement m_select;
    Statement m_write;
    Statement m_delete;
    Statement m_range;
    QHash<QString, Series> m_series;
    std::unordered_map<qint64, Chunk> m_chunks;

    /// 6.4 MB: the days of 50 machines and five years, and as much again.
    static constexpr std::size_t MaxKeptSlots = 400'000;
    struct KeyHash {
        std::size_t operator()(const std::pair<qint64, qint64>& keys) const { return qHashMulti(0, keys.first, keys.second); }
    };
    std::unordered_map<std::pair<qint64, qint64>, std::optional<CounterSums>, KeyHash> m_sums; ///< by their first and last key
    std::unordered_map<qint64, qint64> m_undated; ///< kept with m_sums
    QHash<QString, QStringList> m_names; ///< by prefix, kept with m_sums
    std::size_t m_keptSlots = 0;
    bool m_keepSums = false;
    Database::Version m_version; ///< of the file that m_sums was read from
};

} // namespace surplus
