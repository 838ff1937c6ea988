// SPDX-License-Identifier: GPL-3.0-or-later
// How long the charts of the Earnings page take over a grown history and over a new one, how fast a history is filled
// against a bare INSERT, and how large it gets. Both sides of each ratio in one run.
//   bench_history [machines] [years]
#include "models/earningsmodel.h"
#include "services/common/core/durations.h"
#include "services/common/history/machinehistory.h"
#include "tests/bench/historygen.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <sched.h>

using namespace surplus;
using namespace surplus::bench;

namespace {
constexpr UtcMs End = 20'600 * DayMs; // in 2026; fixed, so that each run measures the same
constexpr UtcMs Now = End - 10 * 3'600'000;

struct File {
    QString path;
    std::unique_ptr<Database> db;
    std::unique_ptr<HistoryStore> store;
    explicit File(const QString& name) : path(name), db(std::move(*Database::open(name, Database::Durability::Normal, HistoryStore::migrations()))) , store(std::make_unique<HistoryStore>(*db, QTimeZone("Europe/Berlin"))) { }
};

/// Seconds.
double fill(File& file, const HistoryPlan& plan, qint64& chunks, qint64& buckets)
{
    qint64 spent = 0;
    for (int machine = 0; machine < plan.machines; ++machine) {
        makePages(plan, machine, [&](const MachineId& id, const HistoryPage& page) {
            QElapsedTimer timer;
            timer.start();
            if (!file.store->apply(id, page))
                qFatal("a page was not taken");
            spent += timer.nsecsElapsed();
            chunks += page.rows.size();
            for (const SeriesStore::Row& row : page.rows) {
                const auto decoded = decodeChunk(row.data, row.kind, 96);
                for (const Slot& slot : *decoded)
                    buckets += slot.isKnown() ? 1 : 0;
            }
        });
    }
    return static_cast<double>(spent) / 1e9;
}

/// The same buckets as plain rows of a table with the same key, a transaction per page.
double fillBare(const QString& path, const HistoryPlan& plan)
{
    auto db = std::move(*Database::open(path, Database::Durability::Normal, { { 1, R"(CREATE TABLE buckets(machine INTEGER, series INTEGER, start INTEGER,
        count INTEGER, sum INTEGER, min INTEGER, max INTEGER, PRIMARY KEY(machine, series, start)) WITHOUT ROWID)" } }));
    qint64 spent = 0;
    QHash<QString, int> ids;
    for (int machine = 0; machine < plan.machines; ++machine) {
        makePages(plan, machine, [&](const MachineId&, const HistoryPage& page) {
            QList<std::pair<int, std::pair<qint64, Slots>>> rows;
            for (const SeriesStore::Row& row : page.rows) {
                const int id = ids.value(row.series, static_cast<int>(ids.size()));
                ids.insert(row.series, id);
                rows.append({ id, { row.number * 96, *decodeChunk(row.data, row.kind, 96) } });
            }
            QElapsedTimer timer;
            timer.start();
            const auto done = db->transact([&] {
                Statement insert = db->prepare("INSERT INTO buckets VALUES(?,?,?,?,?,?,?)");
                for (const auto& [id, chunk] : rows) {
                    for (int i = 0; i < 96; ++i) {
                        const Slot& slot = chunk.second[static_cast<std::size_t>(i)];
                        if (slot.isKnown())
                            insert.bind(machine, id, chunk.first + i, slot.count, slot.sum, slot.min, slot.max).run();
                    }
                }
            });
            if (!done)
                qFatal("an insert failed");
            spent += timer.nsecsElapsed();
        });
    }
    return static_cast<double>(spent) / 1e9;
}

struct Times {
    double median;
    double p99;
};
Times timesOf(QList<double> runs)
{
    std::sort(runs.begin(), runs.end());
    return { runs[runs.size() / 2], runs[runs.size() * 99 / 100] };
}

/// From here on the whole program runs on the core that it is on: whether the page and the thread that reads share one, and
/// whether the other has halted meanwhile, makes more of a difference than what is measured.
void stayOnThisCore()
{
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(sched_getcpu(), &one);
    if (sched_setaffinity(0, sizeof one, &one) != 0)
        qFatal("this process can't be kept on one core");
}

/// The page's model over a grown or a young history, as the dashboard has it: its questions go to the thread that reads.
struct Page {
    explicit Page(const QString& path)
        : worker(std::move(*Database::open(path, Database::Durability::Normal, HistoryStore::migrations()))), clock(Now), model(worker, clock)
    {
    }
    void show(EarningsModel::Range range, EarningsModel::By by)
    {
        model.setRange(range);
        model.setBy(by);
        wait();
    }
    /// From the question to the moment when all that the page shows is made, ms.
    double answer()
    {
        QElapsedTimer timer;
        timer.start();
        model.refresh();
        wait();
        const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (model.table().total().nano() <= 0)
            qFatal("an empty chart");
        return ms;
    }
    void wait()
    {
        while (model.isBusy())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    StoreWorker worker;
    ManualClock clock;
    EarningsModel model;
};
} // namespace

int main(int argc, char** argv)
{
    qputenv("TZ", "Europe/Berlin");
    const QCoreApplication application(argc, argv);
    const int machines = argc > 1 ? atoi(argv[1]) : 50;
    const int years = argc > 2 ? atoi(argv[2]) : 5;
    const QTemporaryDir dir;
    const HistoryPlan large { machines, End - years * 365 * DayMs, End, 1 };
    const HistoryPlan small { 1, End - 30 * DayMs, End, 1 };
    File grown(dir.filePath(QStringLiteral("grown.db")));
    File young(dir.filePath(QStringLiteral("young.db")));
    qint64 chunks = 0;
    qint64 buckets = 0;
    const double seconds = fill(grown, large, chunks, buckets);
    qint64 few = 0;
    qint64 ignored = 0;
    (void)fill(young, small, few, ignored);
    printf("filled %d machines x %d years: %lld chunks, %.1f million buckets in %.1f s of roll-up\n", machines, years,
        static_cast<long long>(chunks), static_cast<double>(buckets) / 1e6, seconds);
    grown.db->run("PRAGMA wal_checkpoint(TRUNCATE)");
    const double size = static_cast<double>(QFileInfo(grown.path).size());
    printf("on disk: %.2f MB per machine and year with 12 series (%.0f MB in all)\n", size / 1e6 / machines / years, size / 1e6);

    // The same part on both sides: a fifth of the machines, a year.
    const HistoryPlan part { std::max(1, machines / 10), End - 365 * DayMs, End, 1 };
    double ours = 0;
    double bare = 0;
    qint64 counted = 0;
    for (int round = 0; round < 2; ++round) {
        File file(dir.filePath(QStringLiteral("ingest%1.db").arg(round)));
        counted = 0;
        qint64 rows = 0;
        ours += fill(file, part, rows, counted);
        bare += fillBare(dir.filePath(QStringLiteral("bare%1.db").arg(round)), part);
    }
    printf("ingest: %.2f million buckets/s with all tiers and sums, bare prepared INSERT %.2f million rows/s: ratio %.2f\n",
        2 * static_cast<double>(counted) / ours / 1e6, 2 * static_cast<double>(counted) / bare / 1e6, bare / ours);

    const struct {
        const char* name;
        EarningsModel::Range range;
    } ranges[] = { { "24 h", EarningsModel::Day }, { "7 d", EarningsModel::Week }, { "30 d", EarningsModel::Month }, { "1 y", EarningsModel::Year }, { "all", EarningsModel::All } };
    constexpr int Turns = 100;
    constexpr int RunsPerTurn = 6;
    stayOnThisCore(); // and so do the threads that are started below
    Page grownPage(grown.path);
    Page youngPage(young.path);
    double worstMedian = 0;
    double worstP99 = 0;
    double worstRatio = 0;
    for (const auto& [by, text] : { std::pair { EarningsModel::Resource, "resource" }, { EarningsModel::Machine, "machine" } }) {
        for (const auto& [name, range] : ranges) {
            grownPage.show(range, by);
            youngPage.show(range, by);
            QList<double> grownMs;
            QList<double> youngMs;
            // In turns, so that both meet the same machine, and each warm: a page asks again and again.
            for (int turn = 0; turn < Turns; ++turn) {
                for (auto [page, times] : { std::pair { &grownPage, &grownMs }, std::pair { &youngPage, &youngMs } }) {
                    (void)page->answer(); // the other's turn has left its own in the caches
                    for (int run = 0; run < RunsPerTurn; ++run)
                        times->append(page->answer());
                }
            }
            const Times g = timesOf(grownMs);
            const Times y = timesOf(youngMs);
            printf("chart %-4s by %-8s grown: median %.2f ms, p99 %.2f ms; 1 machine x 1 month: median %.2f ms, p99 %.2f ms; ratio %.2f\n", name,
                text, g.median, g.p99, y.median, y.p99, g.median / y.median);
            worstMedian = std::max(worstMedian, g.median);
            worstP99 = std::max(worstP99, g.p99);
            worstRatio = std::max(worstRatio, g.median / y.median);
        }
    }
    printf("worst: median %.2f ms, p99 %.2f ms, ratio %.2f\n", worstMedian, worstP99, worstRatio);
    return 0;
}
