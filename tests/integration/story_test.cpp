// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way through with real processes: store, audit, fetch, pay; and what may go wrong on it.
#include "services/common/crypto/keccak.h"
#include "services/customer/renting/renter.h"
#include "services/dashboard/fleet/enginelink.h"
#include "tests/support/scene.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace surplus;
using namespace surplus::test;

class StoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void storeAuditFetchAndPay()
    {
        Scene scene;
        QVERIFY(scene.start());
        const qint64 size = isLong() ? 200'000'000 : 12'345'678;
        const QString source = scene.file(size);
        const Outcome stored = scene.put(source);
        QVERIFY2(stored.code == 0, qPrintable(stored.errors));
        QCOMPARE(stored.json.value(u"size").toInteger(), size + 16);

        // What lies with the provider is not what was put: no 64 bytes of it are found there.
        QByteArray head;
        {
            QFile file(source);
            QVERIFY(file.open(QIODevice::ReadOnly));
            head = file.read(64);
        }
        const QString content = stored.json.value(u"content").toString();
        const QDir kept(scene.dir.filePath(QStringLiteral("shared/content/") + content));
        QCOMPARE(kept.entryList(QDir::Files).size(), 1);
        QFile sealedFile(kept.filePath(kept.entryList(QDir::Files).first()));
        QVERIFY(sealedFile.open(QIODevice::ReadOnly));
        QVERIFY(!sealedFile.readAll().contains(head));

        const Outcome audited = scene.customer({ QStringLiteral("audit"), QStringLiteral("file.bin") });
        QVERIFY2(audited.code == 0, qPrintable(audited.errors));
        QCOMPARE(audited.json.value(u"wrong").toInt(), 0);
        QCOMPARE(audited.json.value(u"keptSeconds").toInt(), 0); // keeping is due by the hour
        QVERIFY(amount(audited.json.value(u"paid")) > 0);

        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        const Outcome fetched = scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back });
        QVERIFY2(fetched.code == 0, qPrintable(fetched.errors));
        QVERIFY(scene.same(source, back));
        QVERIFY(fetched.json.value(u"received").toInteger() >= size + 16);

        // What is there and is no file is not replaced by one, and nothing is spent on it.
        const QString pipe = scene.dir.filePath(QStringLiteral("pipe"));
        QCOMPARE(QProcess::execute(QStringLiteral("mkfifo"), { pipe }), 0);
        const qint64 promised = scene.promised();
        QCOMPARE(scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), pipe }).json.value(u"error").toString(), QStringLiteral("get.target"));
        QVERIFY(QFileInfo::exists(pipe) && !QFileInfo(pipe).isFile());
        QCOMPARE(scene.promised(), promised);

        scene.verifyMoney();
        QCOMPARE(scene.earned(), scene.promised());
        const QJsonObject lease = [&] {
            RpcClient client;
            if (!openLocalEngine(client, scene.engine.data()))
                return QJsonObject();
            return client.callAndWait(QStringLiteral("storage.leases"))->value(u"leases").toArray().first().toObject();
        }();
        QCOMPARE(lease.value(u"state").toString(), QStringLiteral("stored"));
        QCOMPARE(amount(lease.value(u"due")), amount(lease.value(u"paid"))); // nothing is owed, nothing overpaid
        QCOMPARE(lease.value(u"retrieved").toInteger(), fetched.json.value(u"received").toInteger()); // both counted the same

        QCOMPARE(scene.engine.stop(), 0);
        QVERIFY(!QFile::exists(RuntimeFile::pathIn(scene.engine.data())));
        QVERIFY(scene.start()); // the port stays, so the provider string does
        const Outcome again = scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back });
        QVERIFY2(again.code == 0, qPrintable(again.errors));
        QCOMPARE(scene.earned(), scene.promised());
    }

    void theCommandLineTellsTheHistory()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QString source = scene.file(3'000'000);
        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        QVERIFY(scene.put(source).code == 0);
        QVERIFY(scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back }).code == 0);
        const qint64 earned = scene.earned();
        QVERIFY(earned > 0);
        const auto lines = [&](const QStringList& command) {
            QProcess process;
            process.start(program("surplusctl"), command + QStringList { QStringLiteral("--data"), scene.engine.data() });
            if (!process.waitForFinished(Patience) || process.exitCode() != 0)
                qFatal("%s", process.readAllStandardError().constData());
            return process.readAllStandardOutput().split('\n');
        };
        const auto sumOf = [&](const QList<QByteArray>& csv, const QByteArray& column) {
            const qsizetype at = csv.first().trimmed().split(',').indexOf(column);
            qint64 sum = 0;
            for (const QByteArray& line : csv.mid(1)) {
                if (!line.isEmpty() && !line.split(',').value(at).isEmpty())
                    sum += Amount::fromTokens(QString::fromLatin1(line.split(',').value(at).trimmed())).value_or(Amount()).nano();
            }
            return sum;
        };
        for (const char* by : { "resource", "customer", "machine" }) {
            for (const char* step : { "quarter", "hour", "day", "week", "month" }) {
                const auto csv = lines({ QStringLiteral("earnings"), QStringLiteral("--csv"), QStringLiteral("--by"), QString::fromLatin1(by), QStringLiteral("--step"), QString::fromLatin1(step) });
                QCOMPARE(sumOf(csv, "total"), earned);
            }
        }
        const auto customers = scene.engine.ctl({ QStringLiteral("earnings"), QStringLiteral("--by"), QStringLiteral("customer") });
        QCOMPARE(customers.value(u"groups").toArray().size(), 1);
        QVERIFY(customers.value(u"groups")[0][u"name"].toString().startsWith(QLatin1String("0x")));
        const auto all = lines({ QStringLiteral("history"), QStringLiteral("export"), QStringLiteral("--step"), QStringLiteral("quarter") });
        QCOMPARE(sumOf(all, "earned.storage"), earned);
        QVERIFY(all.first().contains("uptime.up"));
        // Before the machine was there, nothing was earned, and that is known; a time that is none is refused.
        const QJsonObject before = scene.engine.ctl({ QStringLiteral("earnings"), QStringLiteral("--to"), QStringLiteral("2020-01-02"), QStringLiteral("--from"), QStringLiteral("2020-01-01") });
        QCOMPARE(amount(before.value(u"total")), 0);
        QCOMPARE(run("surplusctl", { QStringLiteral("earnings"), QStringLiteral("--from"), QStringLiteral("soon"), QStringLiteral("--data"), scene.engine.data() }).code, 1);
    }

    void aCustomerThatStopsPayingStopsBeingServed()
    {
        Scene scene(R"({"serveUnfunded":true,"firstWindow":2097152,"largestWindow":2097152})");
        QVERIFY(scene.start());
        const QString source = scene.file(30'000'000);
        QVERIFY(scene.put(source).code == 0);
        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        const qint64 budgetBytes = 5'000'000;
        const QString budget = Amount::fromNano(budgetBytes * PricePerGigabyte).toTokens();
        const Outcome stopped = scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back,
            QStringLiteral("--budget"), budget, QStringLiteral("--stall"), QStringLiteral("20") });
        QCOMPARE(stopped.code, 2);
        QCOMPARE(stopped.json.value(u"error").toString(), QStringLiteral("fetch.budget"));
        QVERIFY(!QFile::exists(back));
        const qint64 served = scene.engine.ctl({ QStringLiteral("status") }).value(u"storage")[u"retrieved"].toInteger();
        constexpr qint64 Window = 2097152;
        constexpr qint64 Overshoot = 1024 * 1024; // send buffer and blocks on their way
        QVERIFY2(served >= budgetBytes, qPrintable(QString::number(served)));
        QVERIFY2(served <= budgetBytes + Window + Overshoot, qPrintable(QString::number(served)));
        QVERIFY(scene.earned() <= budgetBytes * PricePerGigabyte);
        // It pays again, and service goes on where it was.
        const Outcome resumed = scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back });
        QVERIFY2(resumed.code == 0, qPrintable(resumed.errors));
        QVERIFY(scene.same(source, back));
        scene.verifyMoney();
        QCOMPARE(scene.earned(), scene.promised());
    }

    void anotherCustomersContentIsUnknown()
    {
        Scene scene;
        QVERIFY(scene.start());
        const Outcome stored = scene.put(scene.file(1'000'000));
        QVERIFY(stored.code == 0);
        auto other = Purse::open(scene.dir.filePath(QStringLiteral("other")));
        ProviderSession session(**other, *ProviderAddress::parse(scene.provider));
        QVERIFY(session.open());
        for (const char* method : { "content.open", "lease.status", "lease.close" }) {
            const auto answer = session.call(QLatin1String(method), { { QStringLiteral("lease"), stored.json.value(u"lease") } });
            const auto never = session.call(QLatin1String(method), { { QStringLiteral("lease"), QString(64, u'a') } });
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, QStringLiteral("lease.unknown"));
            QCOMPARE(answer.error().message, never.error().message); // the same words as for what never was
        }
        QVERIFY(!session.call(QStringLiteral("engine.status"))); // nothing of the control API is here
    }

    void anotherMachineAtTheAddressIsRefused()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QString wrong = scene.provider.section(u'#', 0, 0) + u'#' + QString(64, u'a');
        const Outcome outcome = scene.customer({ QStringLiteral("put"), scene.file(1000), QStringLiteral("--provider"), wrong });
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.json.value(u"error").toString(), QStringLiteral("provider.identity"));
        QCOMPARE(scene.promised(), 0);
    }

    void aFreshEngineOnAllInterfacesIsReachedByItsAnnouncedAddress()
    {
        const QTemporaryDir dir;
        EngineProcess engine(dir.path(), config(dir.path()).replace("127.0.0.1", "0.0.0.0"));
        QVERIFY(engine.start());
        const QString provider = engine.ctl({ QStringLiteral("status") }).value(u"provider").toString();
        QFile file(dir.filePath(QStringLiteral("f")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(randomBytes(100'000)) == 100'000);
        file.close();
        const Outcome stored = run("surplus-customer", anyPrice({ QStringLiteral("put"), file.fileName(), QStringLiteral("--provider"), provider,
            QStringLiteral("--home"), dir.filePath(QStringLiteral("c")), QStringLiteral("--json") }));
        QVERIFY2(stored.code == 0, qPrintable(stored.errors));
    }

    void aPauseHoldsAndSaysSo()
    {
        Scene scene;
        QVERIFY(scene.start());
        QVERIFY(scene.put(scene.file(500'000)).code == 0);
        const QJsonObject paused = scene.engine.ctl({ QStringLiteral("pause"), QStringLiteral("--for"), QStringLiteral("1h") });
        QCOMPARE(paused.value(u"state").toString(), QStringLiteral("paused"));
        QVERIFY(paused.value(u"until").toInteger() > paused.value(u"now").toInteger());
        const Outcome audited = scene.customer({ QStringLiteral("audit"), QStringLiteral("file.bin") });
        QCOMPARE(audited.code, 0);
        QVERIFY(audited.json.value(u"paused").toBool());
        QCOMPARE(scene.earned(), 0); // neither failed nor paid
        const Outcome fetched = scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), scene.dir.filePath(QStringLiteral("b")) });
        QCOMPARE(fetched.json.value(u"error").toString(), QStringLiteral("storage.paused"));
        QCOMPARE(scene.engine.stop(), 0);
        QVERIFY(scene.start()); // a pause outlives the engine
        QCOMPARE(scene.engine.ctl({ QStringLiteral("status") }).value(u"state").toString(), QStringLiteral("paused"));
        QCOMPARE(scene.engine.ctl({ QStringLiteral("resume") }).value(u"state").toString(), QStringLiteral("sharing"));
        QCOMPARE(scene.customer({ QStringLiteral("audit"), QStringLiteral("file.bin") }).code, 0);
    }

    void aLimitThatIsSetHoldsAndIsKept()
    {
        Scene scene;
        QVERIFY(scene.start());
        const Outcome stored = scene.put(scene.file(3'000'000));
        QVERIFY2(stored.code == 0, qPrintable(stored.errors));
        const auto get = [&] {
            return scene.customer({ QStringLiteral("get"), QString::number(stored.json.value(u"id").toInteger()), QStringLiteral("--out"), scene.dir.filePath(QStringLiteral("back")),
                QStringLiteral("--stall"), QStringLiteral("5") });
        };
        const auto limit = [&](const char* name, const char* tokens) {
            return run("surplusctl", { QStringLiteral("limits"), QStringLiteral("set"), QLatin1String(name), QLatin1String(tokens), QStringLiteral("--data"), scene.engine.data(), QStringLiteral("--json") });
        };
        QCOMPARE(get().code, 0);
        QCOMPARE(amount(limit("unfundedPerCustomer", "0.001").json.value(u"unfundedPerCustomer")), 1'000'000);
        for (const auto& [name, tokens] : { std::pair("unfundedPerCustomer", "-1"), std::pair("unfundedPerCustomer", "lots"), std::pair("everything", "1") })
            QCOMPARE(limit(name, tokens).code, 1);
        QVERIFY(scene.earned() > 1'000'000);
        QCOMPARE(get().code, 0); // on the trial network, where nothing is real money, caps don't apply (credit_test has them on a chain)
        QCOMPARE(scene.engine.stop(), 0);
        QVERIFY(scene.start());
        QCOMPARE(amount(scene.engine.ctl({ QStringLiteral("limits") }).value(u"unfundedPerCustomer")), 1'000'000);
        scene.verifyMoney();
    }

    void aStorageFolderWithoutItsMarkerIsAMissingDisk()
    {
        Scene scene;
        QVERIFY(scene.start());
        QVERIFY(scene.put(scene.file(500'000)).code == 0);
        const QString folder = scene.dir.filePath(QStringLiteral("shared"));
        QVERIFY(QDir().rename(folder, folder + QStringLiteral("-unplugged")));
        const Outcome audited = scene.customer({ QStringLiteral("audit"), QStringLiteral("file.bin") });
        QCOMPARE(audited.json.value(u"error").toString(), QStringLiteral("storage.absent"));
        QVERIFY(!QFile::exists(folder)); // nothing is recreated beneath
        QVERIFY(!scene.engine.ctl({ QStringLiteral("resources") }).value(u"storage")[u"problem"].toString().isEmpty());
        QVERIFY(QDir().rename(folder + QStringLiteral("-unplugged"), folder));
        QCOMPARE(scene.customer({ QStringLiteral("audit"), QStringLiteral("file.bin") }).code, 0);
    }

    void damagedContentFailsItsAuditAndIsNotPaid()
    {
        Scene scene;
        QVERIFY(scene.start());
        const Outcome stored = scene.put(scene.file(200'000));
        QVERIFY(stored.code == 0);
        const QDir kept(scene.dir.filePath(QStringLiteral("shared/content/") + stored.json.value(u"content").toString()));
        QFile file(kept.filePath(kept.entryList(QDir::Files).first()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(static_cast<int>(file.size()), 'x'));
        file.close();
        const Outcome audited = scene.customer({ QStringLiteral("audit"), QStringLiteral("file.bin") });
        QCOMPARE(audited.code, 3);
        QVERIFY(audited.json.value(u"wrong").toInt() > 0);
        QCOMPARE(scene.promised(), 0);
    }

    void whatTheProgramsPrintWithoutAnEngine()
    {
        const QTemporaryDir dir;
        const Outcome absent = run("surplusctl", { QStringLiteral("status"), QStringLiteral("--data"), dir.path() });
        QCOMPARE(absent.code, 2);
        QVERIFY(absent.errors.contains(dir.path()));
        QCOMPARE(run("surplusctl", { QStringLiteral("nonsense"), QStringLiteral("extra") }).code, 1);
        QCOMPARE(run("surplus-customer", { QStringLiteral("put"), QStringLiteral("--home"), dir.path() }).code, 1);
        const Outcome config = run("surplusd", { QStringLiteral("--check-config"), QStringLiteral("--data"), dir.path() });
        QCOMPARE(config.code, 0);
        QProcess openrpc;
        openrpc.start(program("surplusd"), { QStringLiteral("--openrpc") });
        QVERIFY(openrpc.waitForFinished());
        const QJsonObject document = QJsonDocument::fromJson(openrpc.readAllStandardOutput()).object();
        QCOMPARE(document.value(u"methods").toArray().size(), controlApi().size());
    }
};

QTEST_GUILESS_MAIN(StoryTest)
#include "story_test.moc"
