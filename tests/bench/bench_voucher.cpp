// SPDX-License-Identifier: GPL-3.0-or-later
// What a voucher costs: checking it against libsecp256k1's bare recovery of the same signatures (per CPU second of one
// thread, so that other load costs little), and accepting it durably with disks whose sync takes 0, 5 and 20 ms.
//   bench_voucher [SECONDS for each run = 1] [RUNS = 5]
#include "services/common/crypto/keccak.h"
#include "services/common/history/machinehistory.h"
#include "services/engine/market/ledger.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <algorithm>
#include <ctime>
#include <functional>
#include <future>
#include <secp256k1_recovery.h>

using namespace surplus;

namespace {
double cpuSeconds()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double rate(double seconds, const std::function<void(size_t)>& once)
{
    size_t count = 0;
    const double start = cpuSeconds();
    double spent = 0;
    do {
        for (int i = 0; i < 64; ++i)
            once(count++);
        spent = cpuSeconds() - start;
    } while (spent < seconds);
    return static_cast<double>(count) / spent;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}
} // namespace

int main(int argc, char** argv)
{
    const double seconds = argc > 1 ? std::atof(argv[1]) : 1;
    const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
    const ChainSpec chain = ChainSpec::local();
    const SecretKey issuer = SecretKey::generate();
    const SecretKey machineKey = SecretKey::generate();
    const MachineId machine = machineIdOf(machineKey.publicKey());
    const Address beneficiary = machineKey.address();
    const Hash32 salt;
    const Address customer = issuer.address();
    const Address chequebook = chain.chequebookOf(issuer.address(), salt);

    secp256k1_context* context = secp256k1_context_create(SECP256K1_CONTEXT_NONE);
    struct Bare {
        secp256k1_ecdsa_recoverable_signature signature;
        Hash32 digest;
    };
    std::vector<Voucher> vouchers;
    std::vector<Bare> bare;
    for (int i = 1; i <= 256; ++i) {
        Voucher voucher { chequebook, beneficiary, machine, chain.toBaseUnits(Amount::fromNano(i * 1000)), {} };
        voucher.sign(chain.chainId, issuer);
        vouchers.push_back(voucher);
        const QByteArray raw = voucher.signature.raw();
        Bare entry { {}, voucher.digest(chain.chainId) };
        if (!secp256k1_ecdsa_recoverable_signature_parse_compact(
                context, &entry.signature, reinterpret_cast<const unsigned char*>(raw.constData()), raw[64] - 27))
            return 1;
        bare.push_back(entry);
    }
    std::vector<double> checked;
    std::vector<double> recovered;
    for (int run = 0; run <= runs; ++run) { // the first warms up
        const double recoveries = rate(seconds, [&](size_t i) {
            const Bare& entry = bare[i % bare.size()];
            secp256k1_pubkey key;
            if (!secp256k1_ecdsa_recover(context, &key, &entry.signature, reinterpret_cast<const unsigned char*>(entry.digest.data())))
                std::abort();
        });
        const double checks = rate(seconds, [&](size_t i) {
            if (!Ledger::check(vouchers[i % vouchers.size()], chain, machine, beneficiary, customer))
                std::abort();
        });
        if (run > 0) {
            checked.push_back(checks);
            recovered.push_back(recoveries);
        }
    }
    secp256k1_context_destroy(context);
    std::vector<double> ratios;
    for (size_t i = 0; i < checked.size(); ++i)
        ratios.push_back(checked[i] / recovered[i]);
    printf("voucher check: %.0f/s, bare recover: %.0f/s, ratio %.3f (wanted: at least 0.9)\n", median(checked), median(recovered), median(ratios));

    for (const int delay : { 0, 5, 20 }) {
        const QTemporaryDir dir;
        StoreWorker store(std::move(*Database::open(dir.filePath(QStringLiteral("l.db")), Database::Durability::Full, Ledger::migrations() + QList<Migration> { { 8, MachineHistory::schema() } })));
        const SystemClock clock;
        auto ledger = std::move(*Ledger::open(store, chain, machine, clock));
        ledger->setBeneficiary(beneficiary);
        CreditLimits limits;
        limits.serveUnfunded = true;
        ledger->setLimits(limits);
        if (!ledger->openAccount(issuer.address(), salt, Network(QStringLiteral("127.0.0.1"))))
            return 1;
        ledger->setCommitDelay(delay);
        constexpr int Waiting = 64; // customers that each have one voucher on its way
        constexpr int Total = 4000;
        std::atomic<int> answered = 0;
        std::atomic<int> sent = 0;
        std::promise<void> all;
        std::function<void()> next = [&] {
            const int number = ++sent;
            if (number > Total)
                return;
            Voucher voucher { chequebook, beneficiary, machine, chain.toBaseUnits(Amount::fromNano(number)), {} };
            voucher.sign(chain.chainId, issuer);
            ledger->submit(voucher, std::nullopt, [&](const Result<VoucherOutcome>&) {
                next();
                if (++answered == Total) // last: whoever waits for it ends all this
                    all.set_value();
            });
        };
        QElapsedTimer elapsed;
        elapsed.start();
        for (int i = 0; i < Waiting; ++i)
            next();
        all.get_future().wait();
        const double took = static_cast<double>(elapsed.nsecsElapsed()) / 1e9;
        printf("accepting with a sync of %d ms on top of this disk's: %.0f vouchers/s, %.1f in each durable commit (%d waiting)\n", delay,
            Total / took, static_cast<double>(Total) / static_cast<double>(ledger->commits()), Waiting);
    }
    return 0;
}
