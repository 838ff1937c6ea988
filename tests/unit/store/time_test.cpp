// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/store/confirmedtime.h"

#include <QTemporaryDir>
#include <QTest>

using namespace surplus;

namespace {
constexpr qint64 Hour = 3'600'000;
constexpr qint64 Day = 24 * Hour;
constexpr UtcMs Now = 1'800'000'000'000; // January 2027
constexpr UtcMs Ahead = Now + 6 * 365 * Day;
std::optional<UtcMs> s_kernel;
std::optional<UtcMs> kernel() { return s_kernel; }

/// One run of a program over its file.
struct Run {
    explicit Run(const QString& path, const Clock& clock, UtcMs newest = 0)
        : db(std::move(*Database::open(path, Database::Durability::Normal, { { 1, RunningTime::Schema } })))
        , running(std::move(*RunningTime::open(*db, clock)))
        , time(std::move(*ConfirmedTime::open(*db, clock, *running, newest, kernel)))
    {
    }
    void end() { QVERIFY(time->save(*db)); }
    std::unique_ptr<Database> db;
    std::unique_ptr<RunningTime> running;
    std::unique_ptr<ConfirmedTime> time;
};
} // namespace

class TimeTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("t.db"));
        s_kernel.reset();
    }
    void theRunningTimeAddsUpOverRunsAndFollowsNoClock()
    {
        ManualClock clock(Now);
        {
            Run run(m_path, clock);
            QCOMPARE(run.running->ms(), 0);
            clock.advance(5 * Hour);
            clock.set(0);
            QCOMPARE(run.running->seconds(), 5 * 3600);
            clock.set(Ahead);
            QCOMPARE(run.running->seconds(), 5 * 3600);
            run.end();
            clock.advance(Hour); // not saved: a crash
        }
        clock.set(Now + 30 * Day); // off for a month
        Run run(m_path, clock);
        QCOMPARE(run.running->seconds(), 5 * 3600);
        QCOMPARE(run.running->sinceMs(6 * Hour), 0); // noted by somebody before the crash
        clock.advance(2 * Hour);
        QCOMPARE(run.running->sinceMs(6 * Hour), Hour);
    }
    void aSavedCounterNeverGoesBack()
    {
        ManualClock clock(Now);
        Run first(m_path, clock);
        const Run second(m_path, clock);
        clock.advance(Hour);
        first.end();
        ManualClock other(Now);
        const Run third(m_path, other);
        QVERIFY(third.time->save(*third.db));
        ManualClock late(Now);
        QVERIFY(RunningTime::open(*first.db, late).value()->ms() >= Hour);
    }
    void aClockThatIsAheadConfirmsNothing_data()
    {
        QTest::addColumn<qint64>("wrong");
        QTest::newRow("2032") << Ahead;
        QTest::newRow("1970") << qint64(0);
    }
    void aClockThatIsAheadConfirmsNothing()
    {
        QFETCH(const qint64, wrong);
        ManualClock clock(Now);
        {
            Run run(m_path, clock);
            QVERIFY(run.time->moment().hasPassed(Now));
            clock.advance(Day);
            QCOMPARE(run.time->now(), Now + Day); // the running time is a source
            run.end();
        }
        clock.set(wrong);
        {
            Run run(m_path, clock);
            QVERIFY(!run.time->moment().hasPassed(Now + Day + Hour));
            clock.advance(Hour);
            QCOMPARE(run.time->moment().hasPassed(Now + Day + Hour), wrong > 0);
            QVERIFY(!run.time->moment().hasPassed(Now + 2 * Day));
            QCOMPARE(run.time->isInDoubt(), wrong > 0);
            run.end();
        }
        clock.set(Now + 3 * Day); // mended, without a second source: what ran counts
        Run run(m_path, clock);
        QCOMPARE(run.time->now(), Now + Day + Hour);
        run.time->confirm(Now + 3 * Day - 60'000); // a block
        QCOMPARE(run.time->now(), Now + 3 * Day - 60'000);
        clock.advance(2 * 60'000);
        QCOMPARE(run.time->now(), Now + 3 * Day + 60'000);
        run.time->confirm(Now); // an old block
        QCOMPARE(run.time->now(), Now + 3 * Day + 60'000);
        s_kernel = clock.now();
        run.time->look();
        QCOMPARE(run.time->now(), clock.now());
    }
    void theFirstClockIsBelievedOnlyWhereNothingIsStored()
    {
        ManualClock clock(Ahead);
        {
            Run run(m_path, clock, Now); // a file of before the counter, with a newest entry
            QCOMPARE(run.time->now(), Now);
            run.end();
        }
        QFile::remove(m_path);
        clock.set(0);
        {
            Run run(m_path, clock, Now);
            QCOMPARE(run.time->dating(), Now);
            QCOMPARE(ConfirmedTime::newestAt(clock) > Ahead, true);
        }
        QFile::remove(m_path);
        clock.set(Ahead);
        QCOMPARE(ConfirmedTime::newestAt(clock), Ahead);
        {
            Run run(m_path, clock);
            QCOMPARE(run.time->now(), Ahead); // a new one
            run.end();
        }
        clock.set(Now); // the first was wrong
        {
            Run run(m_path, clock);
            QCOMPARE(run.time->now(), Now);
            run.end();
        }
        clock.set(Ahead);
        const Run run(m_path, clock);
        QCOMPARE(run.time->now(), Now);
    }
    void whatASecondSourceSaidIsNotTakenBackByTheClock()
    {
        ManualClock clock(Now);
        {
            Run run(m_path, clock);
            run.time->confirm(Now + Day);
            QCOMPARE(run.time->now(), Now); // the wall clock has to agree
            run.end();
        }
        clock.set(0);
        {
            Run run(m_path, clock);
            QCOMPARE(run.time->now(), 0);
            run.end();
        }
        clock.set(Now + 2 * Day);
        Run run(m_path, clock);
        QCOMPARE(run.time->now(), Now + Day);
        run.time->confirm(std::numeric_limits<qint64>::max()); // hostile
        QCOMPARE(run.time->now(), Now + Day);
        s_kernel = Now; // the block was wrong: a time server may say so
        run.time->look();
        QCOMPARE(run.time->now(), Now);
    }
    void whatEndsCountsItsOwnRunningTime()
    {
        ManualClock clock(Now);
        {
            Run run(m_path, clock);
            run.end();
        }
        clock.set(Now + 100 * Day); // off for long, and no second source
        Run run(m_path, clock);
        const Stamp opened = run.time->moment().stamp();
        const UtcMs end = clock.now() + 7 * Day;
        QVERIFY(!run.time->moment().hasPassed(end, opened));
        clock.set(end + 1000 * Day);
        QVERIFY(!run.time->moment().hasPassed(end, opened)); // only the clock says so
        clock.set(end - 7 * Day);
        clock.advance(7 * Day);
        QVERIFY(!run.time->moment().hasPassed(end));
        QVERIFY(run.time->moment().hasPassed(end, opened));
        clock.set(0);
        QVERIFY(!run.time->moment().hasPassed(end, opened));
    }
    void nothingIsDated1970()
    {
        ManualClock clock(Now);
        {
            Run run(m_path, clock);
            run.end();
        }
        clock.set(0);
        Run run(m_path, clock);
        clock.advance(Hour);
        const DatingClock dating(clock, *run.time);
        QCOMPARE(dating.now(), Now + Hour);
        QCOMPARE(dating.steadyMs(), clock.steadyMs());
        clock.set(Now + 5 * Day);
        QCOMPARE(dating.now(), Now + 5 * Day);
        clock.set(Ahead); // may be right after a long time: dated so, but nothing is deleted
        QCOMPARE(dating.now(), Ahead);
    }
    void theKernelIsASourceOnlyIfItIsKeptRight()
    {
        const auto kernel = kernelTime();
        if (kernel) // then it is this program's clock, too
            QVERIFY(std::abs(*kernel - SystemClock().now()) < Day);
    }
};

QTEST_GUILESS_MAIN(TimeTest)
#include "time_test.moc"
