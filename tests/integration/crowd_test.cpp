// SPDX-License-Identifier: GPL-3.0-or-later
// A real engine beset by sessions that cost nothing, and an honest customer and the owner beside them.
#include "services/customer/renting/providersession.h"
#include "services/customer/renting/renter.h"
#include "tests/support/scene.h"

#include <QDir>
#include <QTcpSocket>
#include <QTest>

using namespace surplus;
using namespace surplus::test;

namespace {
/// One connection of a customer that leaves the rest to the test.
struct Caller {
    RpcClient client;

    [[nodiscard]] bool greet(const ProviderAddress& to, const Purse& purse) { return greet(to, purse.key(), purse.salt()); }
    [[nodiscard]] bool greet(const ProviderAddress& to, const SecretKey& key, const Hash32& salt)
    {
        if (!client.openAndWait(QUrl(QStringLiteral("wss://%1:%2").arg(to.host).arg(to.port)), 60'000))
            return false;
        const Hash32 nonce = randomHash();
        const auto welcome = client.callAndWait(QStringLiteral("hello.begin"), { { QStringLiteral("nonce"), nonce.hex() } }, 60'000);
        if (!welcome)
            return false;
        const Hello hello { nonce, Hash32::fromHex(welcome->value(u"nonce").toString()).value_or(Hash32()), to.machine,
            Address::fromHex(welcome->value(u"beneficiary").toString()).value_or(Address()), client.spki().value_or(Hash32()) };
        return client.callAndWait(QStringLiteral("hello.prove"),
            { { QStringLiteral("customer"), key.address().hex0x() }, { QStringLiteral("salt"), salt.hex() },
                { QStringLiteral("signature"), key.sign(hello.digest(ChainSpec::local().chainId)).hex() } }, 60'000).has_value();
    }
};

qsizetype descriptors(const Scene& scene)
{
    return QDir(QStringLiteral("/proc/%1/fd").arg(scene.engine.pid())).entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot).size();
}

qint64 memory(const Scene& scene)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(scene.engine.pid()));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ')[1].toLongLong() * 1024;
    }
    return 0;
}
} // namespace

class CrowdTest : public QObject {
    Q_OBJECT

    static bool isAlive(const Scene& scene) { return !scene.engine.ctl({ QStringLiteral("status") }).isEmpty(); }
    static qint64 retrieved(const Scene& scene) { return scene.engine.ctl({ QStringLiteral("status") }).value(u"storage")[u"retrieved"].toInteger(); }

private Q_SLOTS:
    void idleSessionsOfOneKeyAndOneAddressAreFew()
    {
        Scene scene;
        QVERIFY(scene.start());
        const auto provider = *ProviderAddress::parse(scene.provider);
        QVERIFY(isAlive(scene));
        const auto before = descriptors(scene);
        const SecretKey key = SecretKey::generate();
        std::vector<std::unique_ptr<Caller>> callers;
        const auto open = [&] { return std::count_if(callers.begin(), callers.end(), [](const auto& one) { return one->client.isOpen(); }); };
        for (int i = 0; i < 12; ++i) {
            callers.push_back(std::make_unique<Caller>());
            QVERIFY(callers.back()->greet(provider, key, Hash32()));
        }
        QTRY_COMPARE_WITH_TIMEOUT(open(), 4, 60'000); // of one key
        QVERIFY(callers.back()->client.isOpen());
        for (int i = 0; i < 48; ++i) {
            callers.push_back(std::make_unique<Caller>());
            QVERIFY(callers.back()->greet(provider, SecretKey::generate(), Hash32()));
        }
        QTRY_COMPARE_WITH_TIMEOUT(open(), 32, 60'000); // of one address
        QTRY_VERIFY_WITH_TIMEOUT(descriptors(scene) <= before + 32 + 2, 60'000);
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
        const qint64 memoryBefore = memory(scene);
        std::vector<std::unique_ptr<Caller>> callers;
        for (int i = 0; i < 4; ++i) {
            callers.push_back(std::make_unique<Caller>());
            QVERIFY(callers.back()->greet(provider, *purse));
        }
        QJsonArray blocks;
        for (int i = 0; i < 16; ++i)
            blocks.append(i);
        int answers = 0;
        int outstanding = 0;
        for (const auto& caller : callers) {
            for (int i = 0; i < 60; ++i) {
                ++outstanding;
                caller->client.call(QStringLiteral("lease.audit"),
                    { { QStringLiteral("lease"), stored->lease.id.hex() }, { QStringLiteral("blocks"), blocks }, { QStringLiteral("age"), 0 } },
                    [&](const Result<QJsonObject>& answer) {
                        --outstanding;
                        if (answer)
                            ++answers;
                        else
                            QVERIFY2(answer.error().code == QLatin1String("audit.busy") || answer.error().code == QLatin1String("audit.unpaid"),
                                qPrintable(answer.error().code + u' ' + answer.error().message));
                    }, 60'000);
            }
        }
        QTRY_COMPARE_WITH_TIMEOUT(outstanding, 0, 120'000);
        constexpr qint64 Window = 4 * 1024 * 1024;
        constexpr qint64 Audit = 16 * 16 * 1024;
        QVERIFY(answers > 0);
        QVERIFY2(answers * Audit <= Window + Audit, qPrintable(QString::number(answers)));
        QVERIFY(retrieved(scene) - retrievedBefore <= Window + Audit);
        qInfo("%d of 240 audits answered; the engine's memory grew by %lld KiB", answers, static_cast<long long>((memory(scene) - memoryBefore) / 1024));
        if (!Sanitized) // which keeps what was freed for a while
            QVERIFY(memory(scene) - memoryBefore < 64 * 1024 * 1024);
        QVERIFY(isAlive(scene));
    }
};

QTEST_GUILESS_MAIN(CrowdTest)
#include "crowd_test.moc"
