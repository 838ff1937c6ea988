// SPDX-License-Identifier: GPL-3.0-or-later
// What leases cost an engine: memory for a TiB of them, loading and listing 5,000, and idling with 1,000.
//   bench_engine [SECONDS to idle = 60]
#include "services/common/crypto/keccak.h"
#include "services/dashboard/fleet/enginelink.h"
#include "services/engine/market/ledger.h"
#include "services/engine/node/datadir.h"
#include "services/engine/node/schema.h"
#include "services/engine/storage/publiccontent.h"
#include "tests/support/processes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QThread>
#include <future>
#include <unistd.h>

using namespace surplus;
using namespace surplus::test;

namespace {
constexpr qint64 TiB = 1024LL * 1024 * 1024 * 1024;

/// Leases as they stand after their content was filled, with torrents of a realistic size.
void fill(const QString& data, int count)
{
    auto dir = DataDir::open(data);
    const auto identity = (*dir)->loadIdentity();
    StoreWorker store(std::move(*Database::open(data + QStringLiteral("/engine.db"), Database::Durability::Normal, engineSchema())));
    const SystemClock clock;
    const ChainSpec chain = ChainSpec::local();
    auto ledger = std::move(*Ledger::open(store, chain, machineIdOf(identity->publicKey()), clock));
    const Address payout = SecretKey::generate().address();
    ledger->setBeneficiary(payout);
    const qint64 size = TiB / count;
    const QByteArray torrent = randomBytes(static_cast<int>(std::min<qint64>(600'000, 500 + size / (1024 * 1024) * 32)));
    constexpr int PerCustomer = 50;
    SecretKey customer = SecretKey::generate();
    for (int i = 0; i < count; ++i) {
        if (i % PerCustomer == 0) {
            customer = SecretKey::generate();
            if (!ledger->openAccount(customer.address(), Hash32(), Network(QStringLiteral("10.0.%1.1").arg(i / PerCustomer))))
                qFatal("no account");
            // So many leases need cover: this customer has set enough aside.
            ledger->setFunds({ { { chain.chequebookOf(customer.address(), Hash32()), payout }, { {}, Amount::fromNano(1'000'000 * NanoPerToken), {} } } });
        }
        LeaseRecord lease;
        lease.id = *LeaseId::fromRaw(randomBytes(32));
        lease.chequebook = chain.chequebookOf(customer.address(), Hash32());
        lease.customer = customer.address();
        lease.content = *InfoHash::fromRaw(randomBytes(32));
        lease.file = randomHash().hex();
        lease.size = size;
        lease.state = LeaseState::Stored;
        lease.created = lease.start = clock.now();
        lease.end = lease.start + 30 * SecondsPerDay * 1000;
        lease.keepPrice = Amount::fromNano(2'000'000);
        lease.retrievePrice = Amount::fromNano(50'000'000);
        std::promise<bool> added;
        ledger->addLease(lease, torrent, [&](const Result<LeaseRecord>& outcome) { added.set_value(outcome.has_value()); });
        if (!added.get_future().get())
            qFatal("a lease could not be added");
    }
}

double pss(qint64 pid) // MiB
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
    }
    return -1;
}

double cpuSeconds(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return (fields[11].toDouble() + fields[12].toDouble()) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

struct Measured {
    double readySeconds = 0;
    double listSeconds = 0;
    qint64 listed = 0;
    double megabytes = 0;
    double cpu = 0;
};

Measured measure(int leases, int idleSeconds)
{
    const QTemporaryDir dir;
    EngineProcess engine(dir.path(), R"({"listen":"127.0.0.1","payout":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed","storage":{"folder":")"
            + dir.path().toUtf8() + R"(/shared","limit":2000000000000,"enabled":true}})");
    if (leases > 0)
        fill(engine.data(), leases);
    Measured measured;
    QElapsedTimer timer;
    timer.start();
    if (!engine.start())
        qFatal("the engine did not start");
    measured.readySeconds = static_cast<double>(timer.elapsed()) / 1000;
    {
        RpcClient client;
        if (!openLocalEngine(client, engine.data()))
            qFatal("the engine does not answer");
        timer.start();
        for (qint64 total = 1; measured.listed < total;) {
            const auto page = client.callAndWait(QStringLiteral("storage.leases"), { { QStringLiteral("offset"), measured.listed }, { QStringLiteral("limit"), 1000 } });
            total = page->value(u"total").toInteger();
            if (page->value(u"leases").toArray().isEmpty())
                break;
            measured.listed += page->value(u"leases").toArray().size();
        }
        measured.listSeconds = static_cast<double>(timer.elapsed()) / 1000;
    }
    QThread::sleep(5);
    const double before = cpuSeconds(engine.pid());
    QThread::sleep(static_cast<unsigned long>(idleSeconds));
    measured.cpu = (cpuSeconds(engine.pid()) - before) * 60 / idleSeconds;
    measured.megabytes = pss(engine.pid());
    engine.stop();
    return measured;
}
} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const int idle = argc > 1 ? std::atoi(argv[1]) : 60;
    const Measured none = measure(0, 5);
    const Measured thousand = measure(1000, idle);
    const Measured many = measure(5000, 5);
    printf("no leases:           PSS %.1f MiB, ready in %.2f s\n", none.megabytes, none.readySeconds);
    printf("1,000 leases, 1 TiB: PSS %.1f MiB idle (wanted: at most 25), %.3f CPU s a minute (wanted: at most 0.1), a TiB costs %.1f MiB (wanted: under 100)\n",
        thousand.megabytes, thousand.cpu, thousand.megabytes - none.megabytes);
    printf("5,000 leases, 1 TiB: loaded in %.2f s and listed (%lld) in %.2f s (wanted: under 2 together), a TiB costs %.1f MiB\n", many.readySeconds,
        static_cast<long long>(many.listed), many.listSeconds, many.megabytes - none.megabytes);
    return 0;
}
