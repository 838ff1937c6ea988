// SPDX-License-Identifier: GPL-3.0-or-later
// The checks and the wallet over an engine that pushes what the test wants and answers when it is told to.
#include "models/checksmodel.h"
#include "models/walletmodel.h"
#include "services/common/crypto/keccak.h"
#include "services/common/history/historystore.h"
#include "services/common/rpc/secretauth.h"
#include "tests/support/patience.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace surplus;
using namespace surplus::test;

class ChecksTest : public QObject {
    Q_OBJECT

    /// The control API of an engine in this process, adopted by a supervisor, and the models over it.
    struct Machine {
        QTemporaryDir dir;
        SystemClock clock;
        EngineStatus status;
        int looks = 0; ///< storage.check was asked
        QList<RpcReply> heldChecks;
        bool holdsChecks = false;
        QList<RpcReply> heldPages; ///< of money.channels
        int pages = 0;
        RpcServer server { std::nullopt };
        EngineLink link { 3'600'000 };
        Supervisor supervisor { QStringLiteral("/nothing"), dir.path(), {}, link };
        std::unique_ptr<Database> keysDatabase = std::move(*Database::open(QStringLiteral(":memory:"), Database::Durability::Normal, PayoutKeys::migrations()));
        PayoutKeys keys { *keysDatabase, QStringLiteral("test") };
        std::unique_ptr<StoreWorker> history = std::make_unique<StoreWorker>(std::move(*Database::open(QStringLiteral(":memory:"), Database::Durability::Normal, HistoryStore::migrations())));
        ChecksModel checks { supervisor, link, keys, *history, clock };

        Machine()
        {
            const QByteArray secret = randomBytes(32);
            addSecretAuthentication(server, secret, { { QStringLiteral("protocol"), ControlProtocol }, { QStringLiteral("version"), QStringLiteral("t") } });
            status.machine = *MachineId::fromRaw(QByteArray(32, 'f'));
            status.storage.folder = QStringLiteral("/shared");
            status.storage.limit = 1'000;
            status.storage.leased = 500;
            status.storage.leases = 5;
            status.storage.diskFree = 10'000;
            addFrom(server, controlApi(), "engine.status", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) { reply.result(status.toJson()); });
            addFrom(server, controlApi(), "storage.check", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) {
                ++looks;
                if (holdsChecks)
                    heldChecks.append(reply);
                else
                    answerCheck(reply);
            });
            addFrom(server, controlApi(), "chain.get", [](RpcSession&, const QJsonObject&, const RpcReply& reply) { reply.result(ChainConfig::local().toJson()); });
            addFrom(server, controlApi(), "money.channels", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) {
                ++pages;
                heldPages.append(reply);
            });
            const quint16 port = *server.listen(QHostAddress(QHostAddress::LocalHost), 0);
            const qint64 own = QCoreApplication::applicationPid();
            if (!RuntimeFile { port, secret, own, processStartTime(own), QStringLiteral("t"), ControlProtocol }.write(dir.path()))
                qFatal("no runtime file");
        }
        ~Machine()
        {
            history.reset(); // what it posts finds the models
            supervisor.letGo();
        }
        void answerCheck(const RpcReply& reply) const
        {
            reply.result({ { QStringLiteral("files"), status.storage.leases }, { QStringLiteral("damaged"), status.storage.damaged }, { QStringLiteral("bytes"), status.storage.leased },
                { QStringLiteral("damagedFiles"), QJsonArray::fromStringList(status.storage.damagedFiles) } });
        }
        [[nodiscard]] bool adopt()
        {
            supervisor.start();
            return QTest::qWaitFor([&] { return supervisor.state() == Supervisor::State::Running && link.status(); }, Patience);
        }
        /// Pushes the status, until the link has it.
        [[nodiscard]] bool push()
        {
            server.broadcast(Role::Viewer, QStringLiteral("engine.changed"), status.toJson());
            return QTest::qWaitFor([&] { return link.status() == status; }, Patience);
        }
        [[nodiscard]] QVariantMap row(const QString& name) const
        {
            for (int i = 0; i < checks.rowCount(); ++i) {
                if (checks.data(checks.index(i), ChecksModel::Name).toString() == name)
                    return { { QStringLiteral("verdict"), checks.data(checks.index(i), ChecksModel::Verdict) }, { QStringLiteral("text"), checks.data(checks.index(i), ChecksModel::Text) } };
            }
            return {};
        }
        [[nodiscard]] QString text(const char* name) const { return row(QLatin1String(name)).value(QStringLiteral("text")).toString(); }
        [[nodiscard]] QString verdict(const char* name) const { return row(QLatin1String(name)).value(QStringLiteral("verdict")).toString(); }
        [[nodiscard]] bool rest() { return QTest::qWaitFor([&] { return !checks.isRunning() && checks.count() > 0; }, Patience); }
        void folderProblem(bool silent)
        {
            status.storage.diskSilent = silent;
            status.storage.problem = silent ? QStringLiteral("it doesn't answer") : QStringLiteral("it isn't there");
            status.problems = { { QStringLiteral("folder"), status.storage.problem } };
        }
        void writeProblem(const QString& problem)
        {
            status.problems = { { QStringLiteral("room"), problem } };
            status.storage.writeProblem = problem;
        }
    };
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // nobody's keychain takes part
        QLocale::setDefault(QLocale::c());
    }

    void newsOfTheSameKindIsNews()
    {
        Machine machine;
        QVERIFY(machine.adopt());
        machine.checks.run();
        QVERIFY(machine.rest());
        QCOMPARE(machine.verdict("Disk"), QStringLiteral("fine"));
        machine.folderProblem(false);
        QVERIFY(machine.push());
        QTRY_VERIFY_WITH_TIMEOUT(machine.text("Disk").contains(QLatin1String("isn't there")), Patience);
        QVERIFY(machine.rest());
        machine.folderProblem(true);
        QVERIFY(machine.push());
        QTRY_VERIFY_WITH_TIMEOUT(machine.text("Disk").contains(QLatin1String("doesn't answer")), Patience);
    }
    void newsThatComesWhileItIsLookedAtIsNotLost()
    {
        Machine machine;
        QVERIFY(machine.adopt());
        machine.holdsChecks = true;
        machine.checks.runThoroughly();
        QTRY_COMPARE_WITH_TIMEOUT(machine.heldChecks.size(), 1, Patience);
        machine.writeProblem(QStringLiteral("its disk is full"));
        QVERIFY(machine.push());
        QVERIFY(machine.checks.isRunning());
        machine.holdsChecks = false;
        machine.answerCheck(machine.heldChecks.takeFirst());
        QTRY_COMPARE_WITH_TIMEOUT(machine.verdict("Disk"), QStringLiteral("problem"), Patience);
        QVERIFY(machine.rest());
    }
    void theEngineLooksAtEachFileOnlyWhenSomebodyAsks()
    {
        Machine machine;
        QVERIFY(machine.adopt());
        machine.checks.run();
        QVERIFY(machine.rest());
        QCOMPARE(machine.verdict("Stored files"), QStringLiteral("fine"));
        machine.status.storage.damaged = 2;
        machine.status.storage.damagedFiles = { QStringLiteral("content/a/b"), QStringLiteral("content/c/d") };
        QVERIFY(machine.push()); // it says so by itself
        QTRY_VERIFY_WITH_TIMEOUT(machine.text("Stored files").contains(QLatin1String("such as content/a/b in /shared")), Patience);
        QVERIFY(machine.rest());
        QCOMPARE(machine.looks, 0);
        machine.checks.runThoroughly();
        QTRY_COMPARE_WITH_TIMEOUT(machine.looks, 1, Patience);
        QVERIFY(machine.rest());
    }
    void whatTheOverviewSaysAnywayIsSaidOnce()
    {
        Machine machine;
        QVERIFY(machine.adopt());
        machine.checks.run();
        QVERIFY(machine.rest());
        const auto keys = [&] {
            QStringList all;
            for (const QVariant& need : machine.checks.needs())
                all.append(need.toMap().value(QStringLiteral("key")).toString());
            all.removeAll(QStringLiteral("clock.")); // this computer's
            return all;
        };
        QCOMPARE(keys(), QStringList());
        machine.folderProblem(true);
        QVERIFY(machine.push());
        QTRY_COMPARE_WITH_TIMEOUT(machine.verdict("Disk"), QStringLiteral("problem"), Patience);
        QCOMPARE(keys(), QStringList());
        // What follows it in the same row is another problem.
        machine.status.storage.diskSilent = false;
        machine.status.storage.problem.clear();
        machine.status.storage.minimumFree = 20'000;
        machine.status.problems = { { QStringLiteral("room"), QStringLiteral("too little is free") } };
        QVERIFY(machine.push());
        QTRY_COMPARE_WITH_TIMEOUT(keys(), QStringList(QStringLiteral("disk.room")), Patience);
        machine.status.storage.minimumFree = 0;
        machine.status.storage.leased = 2'000;
        machine.status.problems.clear();
        QVERIFY(machine.push());
        QTRY_COMPARE_WITH_TIMEOUT(keys(), QStringList(QStringLiteral("disk.limit")), Patience);
        QVERIFY(!machine.checks.isUnknown(QStringLiteral("disk.limit")));
        QVERIFY(machine.checks.isUnknown(QStringLiteral("payments."))); // nobody can tell if that has mended
    }
    void theCustomersAreReadOnceAtATime()
    {
        Machine machine;
        SettlementDesk desk(machine.dir.filePath(QStringLiteral("settlements.db")), *machine.history, machine.clock);
        QSettings settings(machine.dir.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        WalletModel wallet(machine.link, machine.keys, desk, settings);
        QVERIFY(machine.adopt());
        QTRY_COMPARE_WITH_TIMEOUT(machine.heldPages.size(), 1, Patience);
        const auto answer = [&] { machine.heldPages.takeFirst().result({ { QStringLiteral("channels"), QJsonArray() } }); };
        for (int i = 1; i <= 20; ++i) {
            machine.status.money.earned = machine.status.money.pending = Amount::fromNano(i);
            QVERIFY(machine.push());
        }
        // Whatever was asked before this is answered has arrived by now: one connection keeps its order.
        machine.checks.runThoroughly();
        QTRY_COMPARE_WITH_TIMEOUT(machine.looks, 1, Patience);
        QCOMPARE(machine.pages, 1);
        answer();
        QTRY_COMPARE_WITH_TIMEOUT(machine.heldPages.size(), 1, Patience); // what changed meanwhile
        answer();
        machine.checks.runThoroughly();
        QTRY_COMPARE_WITH_TIMEOUT(machine.looks, 2, Patience);
        QCOMPARE(machine.pages, 2);
    }
};

QTEST_GUILESS_MAIN(ChecksTest)
#include "checks_test.moc"
