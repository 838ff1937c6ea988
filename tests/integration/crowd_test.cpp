// SPDX-License-Identifier: GPL-3.0-or-later
// A real engine beset by sessions that cost nothing, and an honest customer and the owner beside them.
#include "services/customer/renting/renter.h"
#include "tests/support/marketcaller.h"
#include "tests/support/measures.h"
#include "tests/support/scene.h"

#include <QTcpSocket>
#include <QTest>

using namespace surplus;
using namespace surplus::test;

class CrowdTest : public QObject {
    Q_OBJECT

    static bool isAlive(const Scene& scene) { return !scene.engine.ctl({ QStringLiteral("status") }).isEmpty(); }
    static qint64 retrieved(const Scene& scene) { return scene.engine.ctl({ QStringLiteral("status") }).value(u"storage")[u"retrieved"].toInteger(); }
    /// One more customer's connection, from loopback.
    static bool join(std::vector<std::unique_ptr<MarketCaller>>& callers, const ProviderAddress& provider, const SecretKey& key, const Hash32& salt)
    {
        callers.push_back(std::make_unique<MarketCaller>());
        return callers.back()->open(provider, QHostAddress(QHostAddress::LocalHost)) && callers.back()->greet(key, salt);
    }

private Q_SLOTS:
    void idleSessionsOfOneKeyAndOneAddressAreFew()
    {
        Scene scene;
        QVERIFY(scene.start());
        const auto provider = *ProviderAddress::parse(scene.provider);
        QVERIFY(isAlive(scene));
        const auto before = descriptorsOf(scene.engine.pid());
        const SecretKey key = SecretKey::generate();
        std::vector<std::unique_ptr<MarketCaller>> callers;
        const auto open = [&] { return std::count_if(callers.begin(), callers.end(), [](const auto& one) { return one->isOpen(); }); };
        for (int i = 0; i < 12; ++i)
            QVERIFY(join(callers, provider, key, Hash32()));
        QTRY_COMPARE_WITH_TIMEOUT(open(), 4, 60'000); // of one key
        QVERIFY(callers.back()->isOpen());
        for (int i = 0; i < 48; ++i)
            QVERIFY(join(callers, provider, SecretKey::generate(), Hash32()));
        QTRY_COMPARE_WITH_TIMEOUT(open(), 32, 60'000); // of one address
        QTRY_VERIFY_WITH_TIMEOUT(descriptorsOf(scene.engine.pid()) <= before + 32 + 2, 60'000);
        QVERIFY(scene.put(scene.file(100'000)).code == 0);
        QVERIFY(isAlive(scene));
    }

    void idleConnectionsKeepTheOwnerOutOfNothing()
    {
        Scene scene;
        QVERIFY(scene.start());
        const auto runtime = RuntimeFile::read(scene.engine.data());
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        const auto renew = [&] {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), runtime->port);
            QVERIFY(sockets.back()->waitForConnected());
        };
        for (int round = 0; round < 4; ++round) {
            for (int i = 0; i < 30; ++i)
                renew();
            QVERIFY(isAlive(scene));
            sockets.erase(sockets.begin(), sockets.begin() + 15);
        }
    }

    void manyAuditsInFlightAreOneWindow()
    {
        Scene scene;
        QVERIFY(scene.start());
        const auto provider = *ProviderAddress::parse(scene.provider);
        const auto purse = *Purse::open(scene.dir.filePath(QStringLiteral("many")));
        SpendLimits anything;
        anything.maxKeepPrice = anything.maxRetrievePrice = anything.maxSpend = Amount::fromNano(1'000'000 * NanoPerToken);
        const auto stored = Renter(*purse, anything).put(scene.file(8'000'000), scene.provider, { 1, 0, 60'000 });
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().message));
        const qint64 retrievedBefore = retrieved(scene);
        const qint64 memoryBefore = memoryOf(scene.engine.pid());
        std::vector<std::unique_ptr<MarketCaller>> callers;
        for (int i = 0; i < 4; ++i)
            QVERIFY(join(callers, provider, purse->key(), purse->salt()));
        QJsonArray blocks;
        for (int i = 0; i < 16; ++i)
            blocks.append(i);
        constexpr int Audits = 60;
        for (const auto& caller : callers) {
            for (int i = 0; i < Audits; ++i)
                caller->send(QStringLiteral("lease.audit"),
                    { { QStringLiteral("lease"), stored->lease.id.hex() }, { QStringLiteral("blocks"), blocks }, { QStringLiteral("age"), 0 } });
        }
        int answers = 0;
        for (const auto& caller : callers) {
            for (int i = 0; i < Audits; ++i) {
                const auto answer = caller->answer();
                if (answer)
                    ++answers;
                else
                    QVERIFY2(answer.error().code == QLatin1String("audit.busy") || answer.error().code == QLatin1String("audit.unpaid"),
                        qPrintable(answer.error().code + u' ' + answer.error().message));
            }
        }
        constexpr qint64 Window = 4 * 1024 * 1024;
        constexpr qint64 Audit = 16 * 16 * 1024;
        QVERIFY(answers > 0);
        QVERIFY2(answers * Audit <= Window + Audit, qPrintable(QString::number(answers)));
        QVERIFY(retrieved(scene) - retrievedBefore <= Window + Audit);
        qInfo("%d of 240 audits answered; the engine's memory grew by %lld KiB", answers, static_cast<long long>((memoryOf(scene.engine.pid()) - memoryBefore) / 1024));
        if (!Sanitized) // which keeps what was freed for a while
            QVERIFY(memoryOf(scene.engine.pid()) - memoryBefore < 64 * 1024 * 1024);
        QVERIFY(isAlive(scene));
    }
};

QTEST_GUILESS_MAIN(CrowdTest)
#include "crowd_test.moc"
