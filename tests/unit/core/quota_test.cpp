// SPDX-License-Identifier: GPL-3.0-or-later
// MONEY.md, "What a stranger may hold": per key, per address, per /48 and in all.
#include "services/common/core/quota.h"

#include <QTest>
#include <limits>
#include <random>
#include <thread>

using namespace surplus;

class QuotaTest : public QObject {
    Q_OBJECT
    static Network v4(int n) { return Network(QStringLiteral("10.0.0.%1").arg(n)); }
    /// The `low`-th /64 of the `high`-th /48.
    static Network v6(int high, int low)
    {
        return Network(QStringLiteral("20010db8%1%2").arg(high, 4, 16, QLatin1Char('0')).arg(low, 4, 16, QLatin1Char('0')));
    }
    static QByteArray key(int n) { return QByteArray::number(n); }

private Q_SLOTS:
    void theWideNetworkIsTheSlash48()
    {
        QCOMPARE(Network(QStringLiteral("20010db800010002")).wide(), QStringLiteral("20010db80001"));
        QVERIFY(Network(QStringLiteral("192.168.100.1001")).wide().isEmpty()); // sixteen characters, no /64
        QVERIFY(v4(1).wide().isEmpty());
        QVERIFY(Network().wide().isEmpty());
    }
    void eachBoundHoldsByItself()
    {
        Quota quota({ 4, 10, 25 });
        QuotaHit hit = QuotaHit::None;
        const Reservation first = quota.reserve(key(1), v4(1), 3, &hit);
        QVERIFY(first && hit == QuotaHit::None);
        QVERIFY(!quota.reserve(key(1), v4(2), 2, &hit)); // one key, wherever it comes from
        QCOMPARE(hit, QuotaHit::Key);
        const Reservation second = quota.reserve(key(2), v4(1), 4);
        const Reservation third = quota.reserve(key(3), v4(1), 3);
        QVERIFY(second && third);
        QVERIFY(!quota.reserve(key(4), v4(1), 1, &hit));
        QCOMPARE(hit, QuotaHit::Network);
        QList<Reservation> others;
        for (int i = 0; i < 3; ++i)
            others.append(quota.reserve(key(10 + i), v4(2 + i), 4));
        QVERIFY(others[0] && others[1] && others[2]);
        QCOMPARE(quota.total(), 22);
        QVERIFY(!quota.reserve(key(20), v4(9), 4, &hit));
        QCOMPARE(hit, QuotaHit::All);
        QVERIFY(quota.reserve(key(20), v4(9), 3));
    }
    void aSlash48HoldsWhatFourSlash64sMay()
    {
        Quota quota({ 5, 10, 1000 });
        QList<Reservation> held;
        for (int i = 0; i < 100; ++i) {
            if (Reservation got = quota.reserve(key(i), v6(1, i), 5))
                held.append(std::move(got));
        }
        QCOMPARE(held.size(), 8);
        QuotaHit hit = QuotaHit::None;
        QVERIFY(!quota.reserve(key(200), v6(1, 200), 5, &hit));
        QCOMPARE(hit, QuotaHit::Wide);
        QVERIFY(quota.reserve(key(200), v6(2, 200), 5));
    }
    void whatIsReservedComesBackWithTheLastCopy()
    {
        std::optional<Quota> quota(QuotaBounds { 4, 8, 8 });
        Reservation held = quota->reserve(key(1), v4(1), 4);
        Reservation copy = held;
        held.reset();
        QCOMPARE(quota->ofKey(key(1)), 4);
        copy.reset();
        QCOMPARE(quota->ofKey(key(1)), 0);
        QCOMPARE(quota->total(), 0);
        copy = quota->reserve(key(1), v4(1), 4);
        quota.reset();
        copy.reset(); // outlives it
    }
    void hugeRequestsOverflowNothing()
    {
        constexpr qint64 Largest = std::numeric_limits<qint64>::max();
        Quota quota({ Largest / 8, Largest / 8, Largest / 8 });
        const Reservation held = quota.reserve(key(1), v4(1), Largest / 8);
        QVERIFY(held);
        QuotaHit hit = QuotaHit::None;
        QVERIFY(!quota.reserve(key(1), v4(1), Largest, &hit));
        QCOMPARE(hit, QuotaHit::Key);
    }
    void whatIsGoneLeavesNoRow()
    {
        Tally tally({ 10, 10, 10 });
        for (int i = 0; i < 10'000; ++i) {
            tally.add(key(i), v6(i, i), 1);
            tally.remove(key(i), v6(i, i), 1);
        }
        QCOMPARE(tally.rows(), 0);
        QCOMPARE(tally.total(), 0);
    }
    void aHundredThousandRandomStepsFromFourThreads()
    {
        const QuotaBounds bounds { 7, 20, 60 };
        Quota quota(bounds);
        std::atomic<bool> passed = false;
        std::vector<std::thread> threads;
        for (unsigned seed = 0; seed < 4; ++seed) {
            threads.emplace_back([&, seed] {
                std::mt19937 random(seed);
                QList<Reservation> held;
                for (int i = 0; i < 25'000; ++i) {
                    if (Reservation got = quota.reserve(key(static_cast<int>(random() % 20)), v6(static_cast<int>(random() % 2), static_cast<int>(random() % 6)), 1 + random() % 3))
                        held.append(std::move(got));
                    if (!held.isEmpty() && random() % 2)
                        held.removeAt(static_cast<qsizetype>(random() % static_cast<unsigned>(held.size())));
                    if (quota.total() > bounds.inAll || quota.ofKey(key(static_cast<int>(random() % 20))) > bounds.perKey)
                        passed = true;
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QVERIFY(!passed);
        QCOMPARE(quota.total(), 0);
    }
};

QTEST_GUILESS_MAIN(QuotaTest)
#include "quota_test.moc"
