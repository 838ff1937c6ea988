// SPDX-License-Identifier: GPL-3.0-or-later
// What honest customers get while attackers are busy: with the attackers at the engine, against the same attackers at a sink
// that accepts everything and discards it, in turns within one run. So it is the engine that is measured, not the computer
// that all of them share.
//   bench_attack [ROUNDS = 5] [ATTACKERS = 3]
#include "tests/support/marketcaller.h"
#include "tests/support/measures.h"
#include "tests/support/scene.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>
#include <QWebSocket>
#include <QWebSocketServer>
#include <algorithm>
#include <deque>
#include <sys/prctl.h>

using namespace surplus;
using namespace surplus::test;

namespace {
constexpr int EveryMs = 100; // one attacker's rounds
constexpr int WelcomeMs = 50;
constexpr qint64 FileSize = 8'000'000;
constexpr int Customers = 2;
constexpr int FetchesEach = 3; // in a round
constexpr double Wanted = 0.8; // the exit code tells whether it was reached

[[noreturn]] void giveUp(const QString& why)
{
    fprintf(stderr, "bench_attack: %s\n", qPrintable(why));
    exit(1);
}

/// Takes connections, TLS and WebSocket included, and whatever is said on them.
int sink(const QString& dir)
{
    const auto identity = loadOrCreateTlsIdentity(dir);
    if (!identity)
        giveUp(identity.error().message);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(identity->certificate);
    tls.setPrivateKey(identity->key);
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    QWebSocketServer server(QStringLiteral("sink"), QWebSocketServer::SecureMode);
    server.setSslConfiguration(tls);
    server.setMaxPendingConnections(1000);
    if (!server.listen(QHostAddress::LocalHost, 0))
        giveUp(server.errorString());
    QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&server] {
        while (QWebSocket* socket = server.nextPendingConnection())
            QObject::connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
    });
    printf("%d\n", server.serverPort());
    fflush(stdout);
    return QCoreApplication::exec();
}

/// A key with what the engine gave it before: so that what it asks for later passes the first looks, at the sink, too.
struct Stranger {
    SecretKey key = SecretKey::generate();
    Hash32 salt = randomHash();
    QList<QJsonObject> quotes;
    QString lease;
};
constexpr int RequestsEach = 4; // of each kind, in a round

std::vector<Stranger> strangers(const ProviderAddress& engine, const QHostAddress& from)
{
    constexpr int Keys = 60;
    std::vector<Stranger> all(Keys);
    for (Stranger& one : all) {
        MarketCaller caller;
        if (!caller.open(engine, from) || !caller.greet(one.key, one.salt))
            continue;
        for (const auto& quote : caller.callAll(QStringLiteral("quote.get"), QList<QJsonObject>(RequestsEach + 1))) {
            if (quote)
                one.quotes.append(*quote);
        }
        if (one.quotes.isEmpty())
            continue;
        const auto leased = caller.call(QStringLiteral("lease.open"), leaseRequest(one.quotes.takeFirst(), inventedTorrent(1), 7));
        one.lease = leased ? leased->value(u"lease").toString() : randomHash().hex();
    }
    return all;
}

/// Ten times a second a key that pays nothing says hello, opens leases, promises absurd sums and asks for quotes and audits,
/// whatever is answered; its connections stay. `engine`: where `to` may be a sink.
int attack(const ProviderAddress& to, const ProviderAddress& engine, int number)
{
    const QHostAddress from(QHostAddress(QStringLiteral("127.3.0.1")).toIPv4Address() + static_cast<quint32>(number));
    std::vector<Stranger> all = strangers(engine, from);
    printf("ready\n");
    fflush(stdout);
    std::deque<std::unique_ptr<MarketCaller>> idle;
    QElapsedTimer clock;
    clock.start();
    for (qint64 round = 0;; ++round) {
        if (const qint64 early = round * EveryMs - clock.elapsed(); early > 0)
            QThread::msleep(static_cast<unsigned long>(early));
        auto caller = std::make_unique<MarketCaller>();
        if (!caller->open(to, from))
            continue;
        const Stranger& one = all[static_cast<size_t>(round) % all.size()];
        caller->prove(one.key, one.salt, WelcomeMs);
        for (int i = 0; i < RequestsEach; ++i) {
            caller->send(QStringLiteral("quote.get"), {});
            if (i < one.quotes.size())
                caller->send(QStringLiteral("lease.open"), leaseRequest(one.quotes[i], inventedTorrent(1, 20'000), 7));
            caller->send(QStringLiteral("lease.audit"), { { QStringLiteral("lease"), one.lease }, { QStringLiteral("blocks"), QJsonArray { 0 } } });
            const Amount sum = Amount::fromNano(i % 2 ? std::numeric_limits<qint64>::max() : 100'001 * NanoPerToken + i);
            caller->send(QStringLiteral("voucher.submit"), { { QStringLiteral("voucher"), caller->voucher(one.key, one.salt, caller->chain().toBaseUnits(sum)).toJson() } });
        }
        caller->discard();
        idle.push_back(std::move(caller));
        if (idle.size() > 40)
            idle.pop_front();
    }
}

class Attackers {
public:
    Attackers(const ProviderAddress& to, const ProviderAddress& engine, int count)
    {
        for (int i = 0; i < count; ++i) {
            m_processes.push_back(std::make_unique<QProcess>());
            m_processes.back()->setProcessChannelMode(QProcess::ForwardedErrorChannel);
            m_processes.back()->start(QCoreApplication::applicationFilePath(), { QStringLiteral("attack"), to.toText(), engine.toText(), QString::number(i) });
            if (!m_processes.back()->waitForStarted())
                giveUp(QStringLiteral("an attacker did not start"));
        }
        for (const auto& process : m_processes) {
            if (!process->waitForReadyRead(Patience))
                giveUp(QStringLiteral("an attacker got nothing from the engine"));
        }
        QThread::sleep(1); // so that all of them are at it
    }
    ~Attackers()
    {
        for (const auto& process : m_processes) {
            process->kill();
            process->waitForFinished();
        }
    }
    Attackers(const Attackers&) = delete;
    Attackers& operator=(const Attackers&) = delete;

private:
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

/// All customers fetch at once, again and again. MB/s of all together.
double fetchRate(const Scene& scene)
{
    QElapsedTimer clock;
    clock.start();
    for (int turn = 0; turn < FetchesEach; ++turn) {
        std::vector<std::unique_ptr<QProcess>> gets;
        for (int i = 0; i < Customers; ++i) {
            const QString home = QStringLiteral("customer-%1").arg(i);
            QFile::remove(scene.dir.filePath(home + QStringLiteral(".back")));
            gets.push_back(std::make_unique<QProcess>());
            gets.back()->start(program("surplus-customer"), { QStringLiteral("get"), QStringLiteral("1"), QStringLiteral("--out"), scene.dir.filePath(home + QStringLiteral(".back")),
                QStringLiteral("--json"), QStringLiteral("--home"), scene.dir.filePath(home) });
        }
        for (const auto& get : gets) {
            if (!get->waitForFinished(Patience) || get->exitCode() != 0)
                giveUp(QStringLiteral("an honest customer was not served: ") + QString::fromUtf8(get->readAllStandardError()));
        }
    }
    return static_cast<double>(Customers * FetchesEach * FileSize) / 1e6 / (static_cast<double>(clock.elapsed()) / 1e3);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}
} // namespace

int main(int argc, char** argv)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL); // of the attackers and the sink: none outlives the bench
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("sink"))
        return sink(arguments[2]);
    if (arguments.size() == 5 && arguments[1] == QLatin1String("attack"))
        return attack(*ProviderAddress::parse(arguments[2]), *ProviderAddress::parse(arguments[3]), arguments[4].toInt());
    const int rounds = arguments.size() > 1 ? std::max(1, arguments[1].toInt()) : 5;
    const int attackers = arguments.size() > 2 ? std::max(1, arguments[2].toInt()) : 3;

    Scene scene;
    if (!scene.start())
        giveUp(QStringLiteral("the engine did not start"));
    const auto engine = *ProviderAddress::parse(scene.provider);
    for (int i = 0; i < Customers; ++i) {
        const QString home = QStringLiteral("customer-%1").arg(i);
        const Outcome put = scene.customer({ QStringLiteral("put"), scene.file(FileSize, home + QStringLiteral(".bin")), QStringLiteral("--provider"), scene.provider }, home);
        if (put.code != 0)
            giveUp(put.errors);
    }
    const QTemporaryDir sinkDir;
    QProcess sinking;
    sinking.start(QCoreApplication::applicationFilePath(), { QStringLiteral("sink"), sinkDir.path() });
    if (!sinking.waitForStarted() || !sinking.waitForReadyRead(Patience))
        giveUp(QStringLiteral("the sink did not start"));
    const ProviderAddress elsewhere { QStringLiteral("127.0.0.1"), static_cast<quint16>(sinking.readLine().trimmed().toUInt()), engine.machine };

    const double alone = fetchRate(scene); // it warms up, too
    std::vector<double> attacked;
    std::vector<double> beside;
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        {
            const Attackers busy(elsewhere, engine, attackers);
            beside.push_back(fetchRate(scene));
        }
        {
            const Attackers busy(engine, engine, attackers);
            attacked.push_back(fetchRate(scene));
        }
        ratios.push_back(attacked.back() / beside.back());
    }
    sinking.kill();
    sinking.waitForFinished();
    const qint64 left = EngineRows(scene.engine.data()).number("SELECT COUNT(*) FROM accounts") - Customers;
    if (left <= 0)
        giveUp(QStringLiteral("no attacker came through to the engine"));
    printf("%d honest customers: %.1f MB/s while %d attacking processes are at the engine, %.1f MB/s while they are at a sink (%.1f MB/s without them), ratio %.2f (wanted: at least %.1f); %lld of their keys left an absurd voucher\n",
        Customers, median(attacked), attackers, median(beside), alone, median(ratios), Wanted, static_cast<long long>(left));
    return median(ratios) >= Wanted ? 0 : 2;
}
