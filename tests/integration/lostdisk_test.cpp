// SPDX-License-Identifier: GPL-3.0-or-later
// What is stored and can't be had: what can't be opened just now is not lost, and what is gone for good is given up.
#include "services/customer/renting/providersession.h"
#include "services/dashboard/fleet/enginelink.h"
#include "services/engine/market/ledger.h"
#include "services/engine/node/schema.h"
#include "tests/support/faultcontrol.h"
#include "tests/support/marketcaller.h"
#include "tests/support/scene.h"

#include <cerrno>

using namespace surplus;
using namespace surplus::test;

namespace {
/// What the engine would have written down of so many leases that are stored, while it is stopped.
void haveStored(const QString& file, const MachineId& machine, int leases)
{
    constexpr int AtOnce = 60; // leases without cover that one address may have
    auto database = Database::open(file, Database::Durability::Normal, engineSchema());
    if (!database)
        qFatal("%s", qPrintable(database.error().message));
    StoreWorker store(std::move(*database));
    const SystemClock clock;
    const ChainSpec chain = ChainSpec::local();
    const auto ledger = std::move(*Ledger::open(store, chain, machine, clock));
    CreditLimits limits;
    limits.serveUnfunded = true;
    ledger->setLimits(limits);
    ledger->setRoom({});
    ledger->beginAt(1);
    for (int i = 0; i < leases; ++i) {
        const Network network(QStringLiteral("10.1.0.%1").arg(i / AtOnce));
        const SecretKey key = SecretKey::generate();
        const Hash32 salt = randomHash();
        LeaseRecord lease;
        lease.id = *LeaseId::fromRaw(randomBytes(32));
        lease.customer = key.address();
        lease.chequebook = chain.chequebookOf(lease.customer, salt);
        lease.content = *InfoHash::fromRaw(randomBytes(32));
        lease.file = QString::fromLatin1(randomBytes(32).toHex());
        lease.size = 16 * 1024;
        lease.state = LeaseState::Stored;
        lease.created = lease.start = clock.now();
        lease.end = clock.now() + SecondsPerDay * 1000;
        if (!ledger->openAccount(lease.customer, salt, network))
            qFatal("no account");
        ledger->addLease(lease, "torrent", [](const Result<LeaseRecord>& added) {
            if (!added)
                qFatal("%s", qPrintable(added.error().message));
        });
    }
    store.drain();
}
} // namespace

class LostDiskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// No descriptor left, or a fault that passes: nothing is lost by it, and nobody is told so.
    void whatCantBeOpenedJustNowIsNotLost()
    {
        Scene scene;
        const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        scene.engine.environment = faults.environment();
        QVERIFY(scene.start());
        const QString source = scene.file(300'000);
        QVERIFY(scene.put(source).code == 0);
        QCOMPARE(scene.engine.stop(), 0); // what it serves next it has to load
        QVERIFY(scene.start());
        const auto status = [&] { return EngineStatus::fromJson(scene.engine.ctl({ QStringLiteral("status") })).value_or(EngineStatus()); };
        const auto purse = *Purse::open(scene.dir.filePath(QStringLiteral("customer")));
        const QString lease = purse->files()->first().lease.id.hex();
        MarketCaller caller;
        QVERIFY(caller.open(*ProviderAddress::parse(scene.provider), QHostAddress(QHostAddress::LocalHost)) && caller.greet(purse->key(), purse->salt()));
        const auto code = [&](const char* method, const QJsonObject& more) {
            QJsonObject params = more;
            params.insert(QStringLiteral("lease"), lease);
            const auto answer = caller.call(QLatin1String(method), params);
            return answer ? QString() : answer.error().code;
        };
        const auto open = [&] { return code("content.open", { { QStringLiteral("received"), QStringLiteral("0") } }); };
        RpcClient client;
        QVERIFY(openLocalEngine(client, scene.engine.data()));
        const auto check = [&] { return client.callAndWait(QStringLiteral("storage.check"), {}, Patience); };
        QCOMPARE(check()->value(u"damaged").toInt(), 0);
        for (const int error : { EMFILE, EACCES, EIO }) {
            faults->open_error = error;
            QCOMPARE(open(), QStringLiteral("storage.busy"));
            QCOMPARE(code("lease.audit", { { QStringLiteral("blocks"), QJsonArray { 0 } } }), QStringLiteral("storage.busy"));
            const auto checked = check();
            QVERIFY(!checked && checked.error().code == QLatin1String("storage.unreadable"));
            QCOMPARE(status().storage.damaged, 0);
            QCOMPARE(status().problems.value(0).kind, QStringLiteral("read"));
            QCOMPARE(status().state, ShareState::Sharing);
        }
        faults->open_error = 0;
        QVERIFY(check());
        QVERIFY(status().problems.isEmpty());
        const QString back = scene.dir.filePath(QStringLiteral("back"));
        const Outcome fetched = scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back });
        QVERIFY2(fetched.code == 0, qPrintable(fetched.errors));
        QVERIFY(scene.same(source, back));
    }

    void whatIsGoneForGoodIsGivenUp()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QString shared = scene.dir.filePath(QStringLiteral("shared"));
        const Outcome stored = scene.put(scene.file(300'000));
        QVERIFY2(stored.code == 0, qPrintable(stored.errors));
        const Outcome fetched = scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), scene.dir.filePath(QStringLiteral("back.bin")) });
        QVERIFY2(fetched.code == 0, qPrintable(fetched.errors));
        const auto status = [&] { return EngineStatus::fromJson(scene.engine.ctl({ QStringLiteral("status") })).value_or(EngineStatus()); };
        const auto resources = [&](const QStringList& words) { return run("surplusctl", QStringList { QStringLiteral("resources") } + words + QStringList { QStringLiteral("--data"), scene.engine.data() }); };
        const QStringList giveUp { QStringLiteral("give-up"), QStringLiteral("storage") };
        const QStringList yes { QStringLiteral("--yes") };
        // Not while it is there.
        QVERIFY(resources(giveUp + yes).errors.contains(QLatin1String("is there")));
        QCOMPARE(status().storage.leases, 1);
        const Amount earned = status().money.earned;
        QVERIFY(earned.nano() > 0);

        // Nor while what is there can't be read.
        const QString marker = shared + QStringLiteral("/surplus-storage.json");
        QVERIFY(QFile::rename(marker, marker + u'~'));
        QFile damaged(marker);
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{") == 1);
        damaged.close();
        QTRY_VERIFY_WITH_TIMEOUT(!status().storage.problem.isEmpty(), 60'000);
        QVERIFY(resources(giveUp + yes).errors.contains(QLatin1String("can't be read now")));
        QCOMPARE(status().storage.leases, 1);

        QVERIFY(QDir(shared).removeRecursively());
        const QStringList another { QStringLiteral("set"), QStringLiteral("storage"), QStringLiteral("folder"), scene.dir.filePath(QStringLiteral("another")) };
        QVERIFY(resources(another).errors.contains(QLatin1String("give-up")));
        QCOMPARE(resources(giveUp).code, 0); // only says what it would do
        QCOMPARE(status().storage.leases, 1);
        Outcome given;
        const bool done = QTest::qWaitFor([&] { return (given = resources(giveUp + yes)).code == 0; }, Patience); // once it has looked
        QVERIFY2(done, qPrintable(given.errors));
        QCOMPARE(status().storage.leases, 0);
        QVERIFY(status().storage.folder.isEmpty() && status().storage.problem.isEmpty());
        QVERIFY(status().money.earned >= earned);
        const Outcome told = scene.customer({ QStringLiteral("audit"), QStringLiteral("file.bin") });
        const QString all = told.errors + QString::fromUtf8(QJsonDocument(told.json).toJson());
        QVERIFY2(all.contains(QLatin1String("lost its disk")), qPrintable(all));
        // It shares again, also after a start.
        const Outcome chosen = resources(another);
        QVERIFY2(chosen.code == 0, qPrintable(chosen.errors));
        QVERIFY(scene.engine.stop() == 0);
        QVERIFY(scene.engine.start());
        scene.provider = scene.engine.ctl({ QStringLiteral("status") }).value(u"provider").toString();
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ShareState::Sharing, 60'000);
        const Outcome again = scene.put(scene.file(200'000, QStringLiteral("more.bin")));
        QVERIFY2(again.code == 0, qPrintable(again.errors));
    }

    /// Each lease was closed by a commit of its own: on a slow disk the answer came too late for whoever had asked.
    void manyLeasesAreGivenUpInOneStep()
    {
        constexpr int Leases = 300;
        Scene scene;
        const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        scene.engine.environment = faults.environment();
        QVERIFY(scene.start());
        const MachineId machine = ProviderAddress::parse(scene.provider)->machine;
        QCOMPARE(scene.engine.stop(), 0);
        haveStored(scene.engine.data() + QStringLiteral("/engine.db"), machine, Leases);
        QVERIFY(scene.start());
        const auto status = [&] { return EngineStatus::fromJson(scene.engine.ctl({ QStringLiteral("status") })).value_or(EngineStatus()); };
        QCOMPARE(status().storage.leases, Leases);
        QVERIFY(QDir(scene.dir.filePath(QStringLiteral("shared"))).removeRecursively());
        QTRY_VERIFY_WITH_TIMEOUT(!status().storage.problem.isEmpty(), 60'000);
        RpcClient client;
        QVERIFY(openLocalEngine(client, scene.engine.data()));
        const long before = faults->syncs;
        const auto given = client.callAndWait(QStringLiteral("storage.giveUp"), {}, Patience);
        const long synced = faults->syncs - before;
        QVERIFY2(given, given ? "" : qPrintable(given.error().message));
        const auto after = EngineStatus::fromJson(*given);
        QVERIFY(after && after->storage.leases == 0 && after->storage.folder.isEmpty());
        QVERIFY2(synced < Leases / 3, qPrintable(QString::number(synced))); // some are other parts'
        scene.engine.kill(); // what was answered is written
        QVERIFY(scene.engine.start());
        QCOMPARE(status().storage.leases, 0);
        QVERIFY(status().storage.folder.isEmpty());
    }
};

QTEST_GUILESS_MAIN(LostDiskTest)
#include "lostdisk_test.moc"
