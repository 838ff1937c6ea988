// SPDX-License-Identifier: GPL-3.0-or-later
// What strangers can make the engine ask the user's endpoint.
#include "services/engine/market/chainagenda.h"

#include <QTest>
#include <QtEndian>

using namespace surplus;

class ChainAgendaTest : public QObject {
    Q_OBJECT
    static Address key(quint32 n)
    {
        QByteArray raw(20, '\0');
        qToBigEndian(n, raw.data());
        return *Address::fromRaw(raw);
    }
    static QList<Ledger::Watched> channels(quint32 count, quint32 funded)
    {
        QList<Ledger::Watched> all;
        for (quint32 i = 0; i < count; ++i)
            all.append({ key(i), key(77), i < funded });
        return all;
    }

private Q_SLOTS:
    void theFirstHelloIsSeenAtOnceAndAlone()
    {
        ChainAgenda agenda;
        const auto first = agenda.due(0);
        QVERIFY(first && first->all); // the start
        QCOMPARE(agenda.due(2'000), std::nullopt);
        agenda.hello(key(5), Network(QStringLiteral("10.0.0.1")));
        agenda.hello(key(5), Network(QStringLiteral("10.0.0.1")));
        QCOMPARE(agenda.dueIn(2'000), 1);
        const auto look = agenda.due(2'000);
        QVERIFY(look && !look->all);
        QCOMPARE(agenda.choose(*look, channels(7'000, 0), 10'000).size(), 1);
        QCOMPARE(agenda.due(4'000), std::nullopt); // both hellos were one
    }
    void anHourOfHellosMakesFewLooks()
    {
        ChainAgenda agenda;
        int looks = 0;
        qsizetype read = 0;
        quint32 stranger = 0;
        for (qint64 now = 0; now < 3'600'000; now += 100) {
            for (int i = 0; i < 10; ++i, ++stranger) // a hundred a second, each with a key of its own
                agenda.hello(key(stranger), Network(QStringLiteral("10.0.0.%1").arg(stranger % 50)));
            if (const auto look = agenda.due(now)) {
                ++looks;
                read += agenda.choose(*look, channels(7'000, 10), 10'000).size();
            }
        }
        QVERIFY2(looks <= 3600 / 15 + 3600 / 5 + 6, qPrintable(QString::number(looks)));
        // 300 channels a look, and not 7,000.
        QVERIFY2(read <= looks * (10 + ChainAgenda::UnfundedPerLook + ChainAgenda::CallersPerLook), qPrintable(QString::number(read)));
    }
    /// However many keys say hello from a few addresses, or from all of a /48: whoever comes from another one, and from the
    /// same one before them, is looked at with the next look.
    void anHonestNewcomerWaitsForOneLook_data()
    {
        QTest::addColumn<bool>("ipv6");
        QTest::addColumn<int>("addresses");
        QTest::newRow("one address") << false << 1;
        QTest::newRow("more than fill the queue") << false << 60;
        QTest::newRow("a /64") << true << 1;
        QTest::newRow("a /48") << true << 65'536;
    }
    void anHonestNewcomerWaitsForOneLook()
    {
        QFETCH(const bool, ipv6);
        QFETCH(const int, addresses);
        ChainAgenda agenda;
        quint32 stranger = 1'000'000;
        quint32 honest = 0;
        qint64 asked = -1;
        for (qint64 now = 0; now < 600'000; now += 100) {
            for (int i = 0; i < 10; ++i, ++stranger) {
                const int from = static_cast<int>(stranger % static_cast<quint32>(addresses));
                agenda.hello(key(stranger), Network(ipv6 ? QStringLiteral("20010db8aaaa%1").arg(from, 4, 16, QLatin1Char('0')) : QStringLiteral("10.0.0.%1").arg(from)));
            }
            if (asked < 0 && now % 7'300 == 0) { // at any time between two looks
                agenda.hello(key(++honest), Network(ipv6 ? QStringLiteral("20010db8bbbb0001") : QStringLiteral("10.0.1.1")));
                asked = now;
            }
            if (const auto look = agenda.due(now); look && look->callers.contains(key(honest))) {
                QVERIFY2(now - asked <= ChainAgenda::HelloEveryMs, qPrintable(QString::number(now - asked)));
                asked = -1;
            }
        }
        QVERIFY(asked < 0 || asked >= 600'000 - ChainAgenda::HelloEveryMs);
        QVERIFY(honest > 40);
    }
    void everyChannelIsSeenInTurnAndFundedOnesEachTime()
    {
        ChainAgenda agenda;
        const auto all = channels(1'000, 3);
        QSet<Address> seen;
        for (qint64 now = 0; now < 6 * ChainAgenda::AllEveryMs; now += ChainAgenda::LeastMs) {
            const auto look = agenda.due(now);
            if (!look)
                continue;
            int funded = 0;
            for (const Ledger::Watched& channel : agenda.choose(*look, all, 10'000)) {
                seen.insert(channel.chequebook);
                funded += channel.hasFunds;
            }
            QCOMPARE(funded, 3);
        }
        QCOMPARE(seen.size(), 1'000);
    }
    void whoWantsToKnowIsAnsweredWithinASecond()
    {
        ChainAgenda agenda;
        (void)agenda.due(0);
        agenda.wantAll();
        QCOMPARE(agenda.dueIn(300), 700);
        QCOMPARE(agenda.due(300), std::nullopt);
        const auto look = agenda.due(1'000);
        QVERIFY(look && look->all);
    }
};

QTEST_GUILESS_MAIN(ChainAgendaTest)
#include "chainagenda_test.moc"
