// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL at random instants, again and again: of the engine, of the customer, of the dashboard.
#include "services/common/history/historystore.h"
#include "services/customer/renting/renter.h"
#include "services/dashboard/fleet/enginelink.h"
#include "tests/support/scene.h"

#include <QRandomGenerator>
#include <numeric>

using namespace surplus;
using namespace surplus::test;

namespace {
/// A customer that does nothing but pay, as fast as it is acknowledged, and remembers what it was told.
class Payer : public QObject {
public:
    explicit Payer(const QString& provider) : m_provider(*ProviderAddress::parse(provider)) { }

    void start()
    {
        m_client = std::make_unique<RpcClient>();
        connect(m_client.get(), &RpcClient::opened, this, &Payer::greet);
        m_client->open(QUrl(QStringLiteral("wss://%1:%2").arg(m_provider.host).arg(m_provider.port)));
    }
    void stop() { m_client.reset(); }
    void moveTo(const QString& provider) { m_provider = *ProviderAddress::parse(provider); }
    [[nodiscard]] qint64 acknowledged() const { return m_acknowledged; }
    [[nodiscard]] qint64 promised() const { return m_promised; }
    [[nodiscard]] Address address() const { return m_key.address(); }
    [[nodiscard]] bool wasEverLockedOut() const { return m_lockedOut; }
    [[nodiscard]] qint64 answers() const { return m_answers; }

private:
    void greet()
    {
        const Hash32 nonce = randomHash();
        m_client->call(QStringLiteral("hello.begin"), { { QStringLiteral("nonce"), nonce.hex() } }, [this, nonce](const Result<QJsonObject>& welcome) {
            if (!welcome)
                return;
            m_beneficiary = *Address::fromHex(welcome->value(u"beneficiary").toString());
            const Hello hello { nonce, *Hash32::fromHex(welcome->value(u"nonce").toString()), m_provider.machine, m_beneficiary, *m_client->spki() };
            m_client->call(QStringLiteral("hello.prove"),
                { { QStringLiteral("customer"), m_key.address().hex0x() }, { QStringLiteral("signature"), m_key.sign(hello.digest(m_chain.chainId)).hex() },
                    { QStringLiteral("salt"), Hash32().hex() } },
                [this](const Result<QJsonObject>& account) {
                    if (account)
                        pay(m_promised > 0); // first what was promised before: whether it arrived is not known
                    else if (account.error().code != QLatin1String("rpc.closed"))
                        m_lockedOut = true;
                });
        });
    }
    void pay(bool first)
    {
        if (!first)
            m_promised += QRandomGenerator::global()->bounded(1, 1000);
        Voucher voucher { m_chain.chequebookOf(m_key.address(), Hash32()), m_beneficiary, m_provider.machine, m_chain.toBaseUnits(Amount::fromNano(m_promised)), {} };
        voucher.sign(m_chain.chainId, m_key);
        m_client->call(QStringLiteral("voucher.submit"), { { QStringLiteral("voucher"), voucher.toJson() }, { QStringLiteral("first"), first } },
            [this, amount = m_promised](const Result<QJsonObject>& answer) {
                if (answer) {
                    m_acknowledged = std::max(m_acknowledged, amount);
                    ++m_answers;
                    pay(false);
                } else if (answer.error().code != QLatin1String("rpc.closed")) {
                    m_lockedOut = true;
                }
            });
    }

    ProviderAddress m_provider;
    const ChainSpec m_chain = ChainSpec::local();
    const SecretKey m_key = SecretKey::generate();
    Address m_beneficiary;
    std::unique_ptr<RpcClient> m_client;
    qint64 m_promised = 0;
    qint64 m_acknowledged = 0;
    qint64 m_answers = 0;
    bool m_lockedOut = false;
};

int random(int from, int to) { return QRandomGenerator::global()->bounded(from, to); }
/// SURPLUS_KILLS: a slice of the long run.
int killsOf(int whenLong)
{
    const int slice = qEnvironmentVariableIntValue("SURPLUS_KILLS");
    return slice > 0 ? slice : isLong() ? whenLong : times(100);
}
} // namespace

class CrashTest : public QObject {
    Q_OBJECT

    /// What the engine says after it came up again, asked in one connection.
    struct Books {
        qint64 earned = -1;
        qint64 entries = -1;
        QHash<Address, qint64> accepted;
    };
    static Books booksOf(const QString& data)
    {
        RpcClient client;
        if (!openLocalEngine(client, data))
            return {};
        Books books;
        const auto ask = [&](const char* method) { return client.callAndWait(QLatin1String(method)).value_or(QJsonObject()); };
        books.earned = amount(ask("engine.status").value(u"money")[u"earned"]);
        const QJsonObject sums = ask("earnings.query");
        books.entries = amount(sums.value(u"total")) + amount(sums.value(u"undated"));
        for (const QJsonValue& channel : ask("vouchers.list").value(u"channels").toArray())
            books.accepted[*Address::fromHex(channel[u"customer"].toString())] += amount(channel[u"accepted"]);
        return books;
    }

private Q_SLOTS:
    void theEngineIsKilledWhileItIsPaid()
    {
        const int kills = killsOf(10'000);
        Scene scene;
        QVERIFY(scene.start());
        // Among the payers one that really stores, audits, fetches and pays.
        QProcess customer;
        const QString home = scene.dir.filePath(QStringLiteral("customer"));
        const QStringList exercise = anyPrice({ QStringLiteral("exercise"), QStringLiteral("--provider"), scene.provider, QStringLiteral("--size"), QStringLiteral("300000"),
            QStringLiteral("--every"), QStringLiteral("0"), QStringLiteral("--home"), home, QStringLiteral("--json") });
        customer.setStandardErrorFile(QProcess::nullDevice());
        customer.setStandardOutputFile(QProcess::nullDevice());
        std::vector<std::unique_ptr<Payer>> payers;
        for (int i = 0; i < 3; ++i)
            payers.push_back(std::make_unique<Payer>(scene.provider));
        const auto answers = [&] {
            return std::accumulate(payers.begin(), payers.end(), qint64(0), [](qint64 sum, const auto& payer) { return sum + payer->answers(); });
        };
        for (int kill = 0; kill < kills; ++kill) {
            if (customer.state() == QProcess::NotRunning)
                customer.start(program("surplus-customer"), exercise);
            const qint64 before = answers();
            for (const auto& payer : payers)
                payer->start();
            // At any instant from the first connection on; mostly while it is being paid, however slow that is today.
            if (kill % 4 != 0)
                QVERIFY(QTest::qWaitFor([&] { return answers() > before; }, Patience));
            QTest::qWait(random(kill % 4 == 0 ? 20 : 0, 220));
            scene.engine.kill();
            for (const auto& payer : payers)
                payer->stop();
            QVERIFY(scene.engine.start());
            const Books books = booksOf(scene.engine.data());
            QCOMPARE(books.entries, books.earned); // attribution adds up
            qint64 sum = 0;
            for (const qint64 accepted : books.accepted)
                sum += accepted;
            QVERIFY(books.earned <= sum); // and no more is earned than was signed: what isn't used is promised ahead
            for (const auto& payer : payers) {
                QVERIFY(books.accepted.value(payer->address()) >= payer->acknowledged()); // what was acknowledged is there
                QVERIFY(books.accepted.value(payer->address()) <= payer->promised()); // and nothing counts twice
                QVERIFY(!payer->wasEverLockedOut());
            }
        }
        qInfo("%d kills while %lld vouchers were acknowledged", kills, static_cast<long long>(answers()));
        // Left alone, the one that stores gets through, and both sides agree to the nano.
        customer.kill();
        customer.waitForFinished();
        const Outcome round = run("surplus-customer", exercise + QStringList { QStringLiteral("--rounds"), QStringLiteral("2") });
        QVERIFY2(round.code == 0, qPrintable(round.errors));
        const auto purse = Purse::open(home);
        QCOMPARE(booksOf(scene.engine.data()).accepted.value((*purse)->key().address()), scene.promised());
        scene.verifyMoney();
    }

    void theCustomerIsKilledWhileItPays()
    {
        const int kills = killsOf(1'000);
        Scene scene;
        QVERIFY(scene.start());
        const QString source = scene.file(40'000'000);
        QVERIFY(scene.put(source).code == 0);
        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        const QStringList get = anyPrice({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back, QStringLiteral("--home"), scene.dir.filePath(QStringLiteral("customer")) });
        qint64 earned = 0;
        for (int kill = 0; kill < kills; ++kill) {
            QProcess customer;
            customer.setStandardErrorFile(QProcess::nullDevice());
            customer.start(program("surplus-customer"), get);
            QVERIFY(customer.waitForStarted());
            QTest::qWait(random(20, 350));
            customer.kill();
            customer.waitForFinished();
            if (kill % 10 == 9) {
                scene.verifyMoney();
                QVERIFY(scene.earned() >= earned);
                QVERIFY(scene.earned() <= scene.promised());
                earned = scene.earned();
            }
        }
        const Outcome fetched = scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back });
        QVERIFY2(fetched.code == 0, qPrintable(fetched.errors));
        QVERIFY(scene.same(source, back));
        QCOMPARE(scene.earned(), scene.promised());
        scene.verifyMoney();
    }

    void theDashboardIsKilledWhileItCopiesTheHistory()
    {
        const int kills = killsOf(1'000);
        const QTemporaryDir dir;
        const QString data = dir.filePath(QStringLiteral("engine"));
        const auto start = [&] {
            auto dashboard = std::make_unique<QProcess>();
            dashboard->setStandardErrorFile(QProcess::nullDevice());
            dashboard->start(program("surplus"), { QStringLiteral("--profile"), dir.path() });
            return dashboard;
        };
        auto dashboard = start();
        RpcClient client;
        QVERIFY(QTest::qWaitFor([&] { return openLocalEngine(client, data).has_value(); }, Patience));
        const auto set = [&](const char* method, const QJsonObject& params) { return client.callAndWait(QLatin1String(method), params).has_value(); };
        QVERIFY(set("payout.set", { { QStringLiteral("address"), QStringLiteral("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed") } }));
        QVERIFY(set("storage.set", { { QStringLiteral("serveUnfunded"), true } }));
        const qint64 engine = RuntimeFile::read(data)->pid;
        const QString provider = EngineStatus::fromJson(*client.callAndWait(QStringLiteral("engine.status")))->provider;
        client.close();
        Payer payer(provider);
        payer.start();
        for (int kill = 0; kill < kills; ++kill) {
            QTest::qWait(random(100, 500));
            dashboard->kill();
            dashboard->waitForFinished();
            QVERIFY(processStartTime(engine) != 0); // sharing goes on
            dashboard = start();
        }
        payer.stop();
        QVERIFY(payer.answers() > kills);
        // The copy is exact: nothing is missing, nothing counted twice, and it was the same engine all the time.
        const auto copied = [&] {
            auto database = Database::open(dir.filePath(QStringLiteral("history.db")), Database::Durability::Normal, HistoryStore::migrations());
            if (!database)
                return qint64(-1);
            HistoryStore store(**database, QTimeZone::systemTimeZone());
            const auto held = store.vouchers().all();
            qint64 sum = held ? 0 : -1;
            for (const QJsonObject& channel : held.value_or(QList<QJsonObject>()))
                sum += amount(channel.value(u"accepted"));
            return sum;
        };
        const Books books = booksOf(data);
        QVERIFY(payer.acknowledged() > 0 && books.accepted.value(payer.address()) >= payer.acknowledged());
        QCOMPARE(books.entries, books.earned);
        QTRY_COMPARE_WITH_TIMEOUT(copied(), books.accepted.value(payer.address()), Patience);
        QCOMPARE(RuntimeFile::read(data)->pid, engine);
        dashboard->terminate();
        QVERIFY(dashboard->waitForFinished(Patience));
        QTRY_VERIFY_WITH_TIMEOUT(processStartTime(engine) == 0, Patience);
    }
};

QTEST_GUILESS_MAIN(CrashTest)
#include "crash_test.moc"
