// SPDX-License-Identifier: GPL-3.0-or-later
// Many leases are closed at once: in few transactions, each of them whole or not at all, and asked before each whether to.
#include "services/common/crypto/certificate.h"
#include "services/engine/market/marketserver.h"
#include "tests/unit/market/world.h"

using namespace surplus;

namespace {
/// Content that nobody has; it is only told what goes.
struct Nothing final : ContentStore {
    QList<LeaseId> removed;

    [[nodiscard]] Result<Described> describe(const QByteArray&) const override { return Described(); }
    [[nodiscard]] Result<void> available() const override { return {}; }
    void open(const LeaseRecord&, const QHostAddress&, std::function<void(Result<quint16>)> done) override { done(quint16(1)); }
    [[nodiscard]] Progress progress(const LeaseRecord&) const override { return {}; }
    [[nodiscard]] bool isMoving(const LeaseId&, const InfoHash&) const override { return false; }
    void remove(const LeaseRecord& lease) override { removed.append(lease.id); }
    void readBlocks(const LeaseRecord&, const QList<qint64>&, std::function<void(Result<QList<QByteArray>>)> done) override { done(QList<QByteArray>()); }
};

struct Full : World {
    static constexpr int Leases = MarketServer::CloseAtOnce + 100;
    Nothing content;
    std::unique_ptr<MarketServer> market;

    Full() : World(false, false)
    {
        for (int i = 0; i < Leases; ++i)
            (void)stranger(QStringLiteral("10.0.1.%1").arg(i / 60));
        market = std::make_unique<MarketServer>(*ledger, content, machineKey, *loadOrCreateTlsIdentity(dir.path()), clock);
    }
    Result<void> closeAll(const std::function<Result<void>()>& may)
    {
        std::optional<Result<void>> outcome;
        market->closeAll(LeaseEnd::Lost, may, [&](const Result<void>& closed) { outcome = closed; });
        return QTest::qWaitFor([&] { return outcome.has_value(); }, 60'000) ? *outcome : Result<void>(failure(QStringLiteral("test"), QStringLiteral("no answer")));
    }
};
} // namespace

class ClosingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allAreClosedInFewTransactions()
    {
        Full w;
        QCOMPARE(w.ledger->totals().leases, Full::Leases);
        QVERIFY(w.closeAll([] { return Result<void>(); }));
        QCOMPARE(w.ledger->closings(), 2);
        QCOMPARE(w.ledger->totals().leases, 0);
        QCOMPARE(w.content.removed.size(), Full::Leases);
        const auto ended = w.ledger->ended(w.content.removed.first());
        QVERIFY(ended && ended->why == LeaseEnd::Lost);
    }
    void whatMayNotGoAnyMoreStays()
    {
        Full w;
        int asked = 0;
        const auto outcome = w.closeAll([&]() -> Result<void> {
            if (++asked == 1)
                return {};
            return failure(QStringLiteral("storage.there"), QStringLiteral("It is back."));
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, QStringLiteral("storage.there"));
        QVERIFY2(outcome.error().message.startsWith(QStringLiteral("%1 leases are ended").arg(MarketServer::CloseAtOnce)), qPrintable(outcome.error().message));
        QCOMPARE(asked, 2);
        QCOMPARE(w.ledger->totals().leases, 100);
        QCOMPARE(w.content.removed.size(), MarketServer::CloseAtOnce);
    }
    void aFaultLeavesAllOfThemAsTheyWere()
    {
        Full w;
        QVERIFY(w.store->wait([](Database& db) -> Result<void> {
            db.prepare("CREATE TRIGGER fault BEFORE UPDATE ON leases WHEN NEW.id=(SELECT id FROM leases LIMIT 1 OFFSET 70) BEGIN SELECT RAISE(ABORT, 'fault'); END").run();
            return {};
        }));
        // The batch with that one fails as a whole.
        QList<LeaseId> some;
        for (const LeaseRecord& lease : w.ledger->leases())
            some.append(lease.id);
        std::promise<Result<QList<LeaseRecord>>> closed;
        w.ledger->closeLeases(some, LeaseEnd::Lost, [](const LeaseRecord&) { return true; }, [&](const auto& outcome) { closed.set_value(outcome); });
        QVERIFY(!closed.get_future().get());
        QCOMPARE(w.ledger->closings(), 0);
        QCOMPARE(w.ledger->totals().leases, Full::Leases);
        QCOMPARE(w.count("ended"), 0);
        QCOMPARE(w.count("torrents"), Full::Leases);
        w.market.reset();
        w.open();
        QCOMPARE(w.ledger->totals().leases, Full::Leases);
    }
};

QTEST_GUILESS_MAIN(ClosingsTest)
#include "closings_test.moc"
