// SPDX-License-Identifier: GPL-3.0-or-later
// MONEY.md, "What a stranger may hold", *Sessions* and its table.
#include "services/engine/market/sessions.h"

#include <QSet>
#include <QTest>
#include <QtEndian>

using namespace surplus;

class SessionsTest : public QObject {
    Q_OBJECT
    static Address key(quint32 n)
    {
        QByteArray raw(20, '\0');
        qToBigEndian(n, raw.data());
        return *Address::fromRaw(raw);
    }
    static Network v4(int n) { return Network(QStringLiteral("10.0.%1.%2").arg(n / 256).arg(n % 256)); }
    static Network v6(int low) { return Network(QStringLiteral("20010db80001%1").arg(low, 4, 16, QLatin1Char('0'))); }

    /// Customers without sockets: who is there, since when it is silent, and what it paid.
    struct World {
        QHash<Address, CustomerStanding> standings;
        QSet<int> here;
        QSet<int> busy;
        qint64 now = 0;
        int last = 0;
        Sessions sessions { [this](const Address& chequebook) { return standings.value(chequebook); } };

        /// Its number, or nothing if it was refused.
        std::optional<int> enter(const Address& who, const Network& network)
        {
            const int number = ++last;
            const auto taken = sessions.take({ who, network, [this, came = now] { return now - came; }, [this, number] { return busy.contains(number); }, [this, number] { here.remove(number); } });
            now += 10;
            if (!taken)
                return std::nullopt;
            here.insert(number);
            return number;
        }
        /// Why it would be refused; empty: it wasn't, and has left again.
        QString refusal(const Address& who, const Network& network)
        {
            const auto taken = sessions.take({ who, network, [] { return qint64(0); }, [] { return false; }, [] {} });
            if (!taken)
                return taken.error().code;
            sessions.release(*taken);
            return {};
        }
    };

private Q_SLOTS:
    void aKeyHasFourPlacesAndItsLongestIdleGoes()
    {
        World w;
        QList<int> mine;
        for (int i = 0; i < 6; ++i)
            mine.append(*w.enter(key(1), v4(i)));
        QCOMPARE(w.here, QSet<int>(mine.cbegin() + 2, mine.cend()));
        QCOMPARE(w.sessions.count(), 4);
    }
    void whatIsBusyIsNotIdle()
    {
        World w;
        QList<int> mine;
        for (int i = 0; i < 4; ++i)
            mine.append(*w.enter(key(1), v4(i)));
        w.busy = { mine[0], mine[1], mine[3] };
        mine.append(*w.enter(key(1), v4(9)));
        QCOMPARE(w.here, (QSet<int> { mine[0], mine[1], mine[3], mine[4] })); // the third was idle, the others were not
        w.busy.insert(mine[4]);
        QVERIFY(!w.enter(key(1), v4(9)));
        const auto refused = w.sessions.take({ key(1), v4(9), [] { return qint64(0); }, [] { return false; }, [] {} });
        QCOMPARE(refused.error().code, QStringLiteral("market.busy"));
        QCOMPARE(w.here.size(), 4);
        QVERIFY(w.enter(key(2), v4(9))); // that is one key's own affair
        w.busy.remove(mine[1]);
        QVERIFY(w.enter(key(1), v4(9)));
        QVERIFY(!w.here.contains(mine[1]));
    }
    void aCustomerThatLostItsCoverEndsNothingThatItIsAt()
    {
        World w;
        w.standings[key(1)] = { 0, 100 };
        QList<int> mine;
        for (int i = 0; i < 16; ++i)
            mine.append(*w.enter(key(1), v4(1)));
        w.busy = QSet<int>(mine.cbegin() + 1, mine.cend());
        w.standings.clear(); // now four are its own, and one of 16 is idle
        QCOMPARE(w.refusal(key(1), v4(1)), QStringLiteral("market.busy"));
        QCOMPARE(w.here.size(), 16);
        w.busy.clear();
        QVERIFY(w.enter(key(1), v4(1)));
        QCOMPARE(w.here.size(), 4);
    }
    void norWhereItsAddressIsFull()
    {
        World w;
        w.busy = { *w.enter(key(1), v4(1)), *w.enter(key(1), v4(1)) };
        QList<int> others;
        for (quint32 i = 0; i < 30; ++i) {
            w.standings[key(100 + i)] = { 1000, 0 };
            others.append(*w.enter(key(100 + i), v4(1)));
        }
        const QSet<int> before = w.here;
        QCOMPARE(w.refusal(key(1), v4(1)), QStringLiteral("market.busy"));
        QCOMPARE(w.here, before);
        w.standings[key(100)] = { 0, 0 }; // who ranks no higher, and isn't the customer itself
        const auto third = w.enter(key(1), v4(1));
        QVERIFY(third && !w.here.contains(others[0]));
        w.busy.insert(*third);
        QVERIFY(w.enter(key(2), v4(1))); // by being busy it keeps nobody else out
        QCOMPARE(w.here.size(), 32);
    }
    void norWhereAllPlacesAreTaken()
    {
        World w;
        w.busy = { *w.enter(key(1), v4(1)), *w.enter(key(1), v4(2)) };
        for (quint32 i = 2; i < Sessions::Unfunded.inAll; ++i) {
            w.standings[key(i)] = { 100, 0 };
            QVERIFY(w.enter(key(i), v4(static_cast<int>(100 + i))));
        }
        const QSet<int> before = w.here;
        QCOMPARE(w.refusal(key(1), v4(3)), QStringLiteral("market.busy"));
        QCOMPARE(w.here, before);
        QCOMPARE(w.sessions.count(), Sessions::Unfunded.inAll);
    }
    void nobodyKeepsOthersOutByBeingBusy()
    {
        World w;
        for (quint32 i = 0; i < 32; ++i)
            w.busy.insert(*w.enter(key(100 + i), v4(1)));
        const int idle = *w.enter(key(200), v4(2)); // elsewhere: stays
        QVERIFY(w.enter(key(300), v4(1)));
        QCOMPARE(w.here.size(), 33);
        QVERIFY(w.here.contains(idle));
        const int quiet = *w.enter(key(301), v4(1));
        QVERIFY(w.enter(key(302), v4(1)));
        QVERIFY(!w.here.contains(quiet)); // of those at that address who are idle goes first
    }
    void anAddressHasThirtyTwoAndCoveredNeighboursDontCount()
    {
        World w;
        w.standings[key(9000)] = { 0, 100 };
        const int covered = *w.enter(key(9000), v4(1));
        QList<int> others;
        for (quint32 i = 0; i < 1000; ++i)
            others.append(*w.enter(key(i), v4(1)));
        QCOMPARE(w.here.size(), 33);
        QVERIFY(w.here.contains(covered));
        QVERIFY(w.here.contains(others.last()) && !w.here.contains(others.first()));
        QVERIFY(w.enter(key(9000), v4(1))); // and it gets in again
        QCOMPARE(w.here.size(), 34);
    }
    void aSlash48HasFourTimesThat()
    {
        World w;
        for (quint32 i = 0; i < 1000; ++i)
            QVERIFY(w.enter(key(i), v6(static_cast<int>(i))));
        QCOMPARE(w.here.size(), 4 * 32);
    }
    void whoIsRefusedTakesNobodysPlace()
    {
        World w;
        for (int i = 0; i < 4; ++i)
            QVERIFY(w.enter(key(1), v4(1))); // all that a key may have
        for (quint32 i = 0; i < 32; ++i) { // all that an address may have, by those who paid
            w.standings[key(100 + i)] = { 1000, 0 };
            QVERIFY(w.enter(key(100 + i), v4(2)));
        }
        // Its own longest idle would go for it; but there is no place at that address.
        const QSet<int> before = w.here;
        QVERIFY(!w.enter(key(1), v4(2)));
        QCOMPARE(w.here, before);
        QCOMPARE(w.sessions.count(), 36);
    }
    void strangersInAllAndWhoPaidStays()
    {
        World w;
        QList<int> paying;
        for (quint32 i = 0; i < 20; ++i) { // no cover now, but they paid
            w.standings[key(i)] = { 1 + i, 0 };
            paying.append(*w.enter(key(i), v4(static_cast<int>(i))));
        }
        for (quint32 i = 0; i < 5000; ++i)
            QVERIFY(w.enter(key(100'000 + i), v4(100 + static_cast<int>(i))));
        QCOMPARE(w.here.size(), Sessions::Unfunded.inAll);
        for (const int one : paying)
            QVERIFY(w.here.contains(one));
    }
    void noStrangerTakesAPlaceOfThoseWhoPaid()
    {
        World w;
        for (quint32 i = 0; i < Sessions::Unfunded.inAll; ++i) {
            w.standings[key(i)] = { 100, 0 };
            QVERIFY(w.enter(key(i), v4(static_cast<int>(i))));
        }
        QVERIFY(!w.enter(key(9000), v4(900))); // says so, and pushes nobody out
        QCOMPARE(w.here.size(), Sessions::Unfunded.inAll);
        w.standings[key(9001)] = { 0, 1 };
        QVERIFY(w.enter(key(9001), v4(901))); // cover has places of its own
        w.standings[key(9002)] = { 101, 0 };
        QVERIFY(w.enter(key(9002), v4(902))); // whoever paid more takes one of who paid less
        QCOMPARE(w.here.size(), Sessions::Unfunded.inAll + 1);
    }
    void coverThatIsGoneProtectsNobodyAnyMore()
    {
        World w;
        for (quint32 i = 0; i < 40; ++i) {
            w.standings[key(i)] = { 0, 5 };
            QVERIFY(w.enter(key(i), v4(1)));
        }
        QCOMPARE(w.here.size(), 40);
        w.standings.clear();
        QVERIFY(w.enter(key(50), v4(1)));
        QCOMPARE(w.here.size(), 32);
    }
    void whatIsReadForAnswersIsBounded()
    {
        World w;
        constexpr qint64 Audit = 256 * 1024;
        QList<Reservation> held;
        const auto reserved = [&](quint32 who, int network) {
            int count = 0;
            while (Reservation one = w.sessions.reserveAnswer(key(who), v4(network), Audit)) {
                held.append(std::move(one));
                ++count;
            }
            return count * Audit * Sessions::AnswerWeight;
        };
        QCOMPARE(reserved(1, 1), 4 * 1024 * 1024);
        qint64 ofAddress = 4 * 1024 * 1024;
        for (quint32 i = 2; i < 20; ++i)
            ofAddress += reserved(i, 1);
        QCOMPARE(ofAddress, 16 * 1024 * 1024);
        qint64 all = ofAddress;
        for (quint32 i = 100; i < 300; ++i)
            all += reserved(i, static_cast<int>(i));
        QCOMPARE(all, 64 * 1024 * 1024);
        w.standings[key(9000)] = { 0, 1 };
        QVERIFY(reserved(9000, 1) > 0); // a covered one reads beside them
        held.clear();
        QVERIFY(reserved(500, 1) > 0);
    }
};

QTEST_GUILESS_MAIN(SessionsTest)
#include "sessions_test.moc"
