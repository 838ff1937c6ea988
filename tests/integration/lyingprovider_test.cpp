// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that lies: all of a quote and of a lease is checked, and it is paid for no more than was counted here.
#include "services/common/core/durations.h"
#include "services/customer/paying/leasecount.h"
#include "services/customer/renting/payingpeer.h"
#include "tests/support/trap.h"

using namespace surplus;
using namespace surplus::test;

namespace {
constexpr qint64 Day = DayMs;
} // namespace

class LyingProviderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPriceDoesNotClimbByItself()
    {
        Trap trap;
        trap.provider.keepPrice = tokens(1);
        trap.provider.retrievePrice = tokens(2);
        QCOMPARE(errorOf(trap.put({})), QStringLiteral("price.unconfirmed"));
        QVERIFY(trap.put());
        QVERIFY(trap.put({}));
        trap.provider.retrievePrice = tokens(6);
        QVERIFY(trap.put({}, 0, 100'000)); // three times what the user agreed to
        for (const qint64 more : { 7, 18, 900'000 }) { // not three times what that rule let pass
            trap.provider.retrievePrice = tokens(more);
            QCOMPARE(errorOf(trap.put({}, 0, 1000)), QStringLiteral("price.unconfirmed"));
        }
        trap.provider.retrievePrice = tokens(2);
        trap.provider.keepPrice = tokens(4);
        QCOMPARE(errorOf(trap.put({}, 0, 1000)), QStringLiteral("price.unconfirmed"));
        QCOMPARE(trap.provider.leasesOpened, 3);
        QCOMPARE(trap.promised(), 0);
        // The price rises between the question and the lease.
        trap.provider.keepPrice = tokens(1);
        int quotes = 0;
        trap.provider.quote = [&](Quote& quote) {
            if (++quotes > 1)
                quote.retrievePrice = tokens(3);
        };
        QCOMPARE(errorOf(trap.put()), QStringLiteral("price.changed"));
        QCOMPARE(trap.provider.leasesOpened, 3);
    }

    void everyPartOfAQuoteIsChecked()
    {
        Trap trap;
        const QList<std::pair<const char*, std::function<void(Quote&)>>> before {
            { "of another customer", [](Quote& quote) { quote.customer = *Address::fromRaw(QByteArray(20, 'x')); } },
            { "of another machine", [](Quote& quote) { quote.machine = *MachineId::fromRaw(QByteArray(32, 'x')); } },
            { "long expired", [](Quote& quote) { quote.expires = SystemClock().now() - 3'600'000; } },
        };
        for (const auto& [what, lie] : before) {
            trap.provider.quote = lie;
            QVERIFY2(errorOf(trap.put()) == QLatin1String("provider.quote"), what);
        }
        trap.provider.quote = {};
        for (const auto& lie : QList<std::function<void(Quote&)>> { [](Quote& quote) { quote.keepPrice = Amount(); }, [](Quote& quote) { quote.expires += 1; } }) {
            trap.provider.quoteAfter = lie; // and so not signed any more
            QCOMPARE(errorOf(trap.put()), QStringLiteral("provider.quote"));
        }
        QCOMPARE(trap.provider.leasesOpened, 0);
        QCOMPARE(trap.promised(), 0);
    }

    void everyPartOfALeaseIsChecked()
    {
        Trap trap;
        const auto known = trap.put();
        QVERIFY2(known, whyNot(known).constData());
        const QList<std::pair<const char*, std::function<void(LeaseTerms&)>>> lies {
            { "content", [](LeaseTerms& lease) { lease.content = *InfoHash::fromRaw(QByteArray(32, 'x')); } },
            { "size", [](LeaseTerms& lease) { lease.size += 1; } },
            { "an earlier end", [](LeaseTerms& lease) { lease.end -= Day; } },
            { "a later end", [](LeaseTerms& lease) { lease.end += 3650 * Day; } },
            { "no end", [](LeaseTerms& lease) { lease.end = 0; } },
            { "keeping's price", [](LeaseTerms& lease) { lease.keepPrice = Amount::fromNano(lease.keepPrice.nano() + 1); } },
            { "fetching's price", [](LeaseTerms& lease) { lease.retrievePrice = Amount::fromNano(lease.retrievePrice.nano() + 1); } },
            { "no id", [](LeaseTerms& lease) { lease.id = {}; } },
            { "the id of another lease", [&](LeaseTerms& lease) { lease.id = known->lease.id; } },
            { "customer", [](LeaseTerms& lease) { lease.customer = *Address::fromRaw(QByteArray(20, 'x')); } },
            { "machine", [](LeaseTerms& lease) { lease.machine = *MachineId::fromRaw(QByteArray(32, 'x')); } },
        };
        for (const auto& [what, lie] : lies) {
            trap.provider.lease = lie;
            QVERIFY2(errorOf(trap.put()) == QLatin1String("provider.lease"), what);
        }
        trap.provider.lease = {};
        trap.provider.leaseAfter = [](LeaseTerms& lease) { lease.signature = SecretKey::generate().sign(lease.digest(31337)); };
        QCOMPARE(errorOf(trap.put()), QStringLiteral("provider.lease"));
        QCOMPARE(trap.purse->files()->size(), 1);
        QCOMPARE(trap.promised(), 0);

        // Renewed, nothing but its end changes, and that by what was asked for.
        trap.provider.leaseAfter = {};
        for (const auto& [what, lie] : lies) {
            if (qstrcmp(what, "the id of another lease") == 0)
                continue; // it is its own here
            trap.provider.lease = lie;
            QVERIFY2(errorOf(Renter(*trap.purse, anyPriceLimits()).renew(*known, 10, 0)) == QLatin1String("provider.lease"), what);
        }
        QCOMPARE(trap.purse->file(known->id)->lease.end, known->lease.end);
        trap.provider.lease = {};
        QCOMPARE(Renter(*trap.purse, anyPriceLimits()).renew(*known, 10, 0)->lease.end, known->lease.end + 10 * Day);
        QCOMPARE(trap.promised(), 0);
    }

    void nobodyIsPaidForMoreThanWasCountedHere()
    {
        Trap trap;
        const auto file = trap.put();
        QVERIFY2(file, whyNot(file).constData());
        const auto audit = [&] { return Renter(*trap.purse, anyPriceLimits()).audit(*trap.purse->file(file->id), 1); };
        // Data that are not there.
        QCOMPARE(audit()->wrong, 1);
        QCOMPARE(trap.promised(), 0);
        // A due out of thin air, in what is said of the lease and in a renewal.
        trap.provider.status = [](QJsonObject& told) { told.insert(QStringLiteral("due"), QStringLiteral("9000000000000000000")); };
        const auto renewed = Renter(*trap.purse, anyPriceLimits()).renew(*trap.purse->file(file->id), 0, 0);
        QVERIFY(renewed);
        QCOMPARE(trap.promised(), 0); // an audit failed: what is kept since is not paid
        QVERIFY(trap.purse->noteAudit(file->id, true, 0));
        QVERIFY(Renter(*trap.purse, anyPriceLimits()).renew(*trap.purse->file(file->id), 0, 0));
        const qint64 most = LeaseCount(file->lease).keeping((SystemClock().now() - file->created) / 1000 + 3).nano();
        QVERIFY2(trap.promised() <= most, qPrintable(QString::number(trap.promised())));
        QVERIFY(trap.provider.promised().nano() <= most);
        // Whatever it says, the user's limit holds.
        SpendLimits little = anyPriceLimits();
        little.maxSpend = Amount::fromNano(1000);
        const qint64 before = trap.promised();
        QVERIFY(Renter(*trap.purse, little).renew(*trap.purse->file(file->id), 0, 0) || true);
        QVERIFY(trap.promised() <= before + 1000);
    }

    void whatAProviderSaysItSentIsNotWhatIsPaid()
    {
        Trap trap;
        constexpr qint64 Size = 3'000'000;
        trap.provider.keepPrice = Amount();
        trap.provider.retrievePrice = tokens(900'000);
        // A petabyte sent, and all tokens due; service goes on only once it is paid.
        trap.provider.store([](qint64) { return PeerMeter { 1'000'000'000'000'000, 9'000'000'000'000'000'000, PeerMeter::Service::AwaitsPayment }; });
        const auto file = trap.put(anyPriceLimits(), 0, Size);
        QVERIFY2(file, whyNot(file).constData());
        QCOMPARE(trap.promised(), 0);
        QCOMPARE(trap.provider.promised(), Amount());
        constexpr qint64 Sent = (Size + 16 * 1024) / (16 * 1024) * (16 * 1024); // whole blocks
        const qint64 price = LeaseCount(file->lease).fetching(Sent).nano();
        const auto fetch = [&](const SpendLimits& limits) { return Renter(*trap.purse, limits).get(*trap.purse->file(file->id), trap.dir.filePath(QStringLiteral("back")), { {}, 8000 }); };
        const auto fetched = fetch(anyPriceLimits());
        QVERIFY2(fetched, whyNot(fetched).constData());
        QCOMPARE(fetched->received, Sent);
        QCOMPARE(trap.promised(), price);
        QCOMPARE(trap.provider.promised().nano(), price);
        // What it claims of broken connections that there were none of is disputed, and the user's limit holds.
        SpendLimits half;
        half.maxSpend = Amount::fromNano(price / 2);
        QCOMPARE(errorOf(fetch(half)), QStringLiteral("price.spend"));
        QCOMPARE(trap.promised(), price);
    }

    void aBlockCountsOnceAndABrokenConnectionForItsBytes()
    {
        Trap trap;
        trap.provider.keepPrice = Amount();
        const auto file = trap.put(anyPriceLimits(), 0, 10'000'000);
        QVERIFY2(file, whyNot(file).constData());
        ProviderSession session(*trap.purse, *ProviderAddress::parse(trap.provider.address()));
        QVERIFY(session.open());
        TorrentHost host(QHostAddress(QHostAddress::LocalHost), 0, TorrentHost::Dials::Never);
        FetchAccount account(session, *file, std::nullopt, host.network());
        const qint64 block = 16 * 1024;
        const auto of = [&](qint64 bytes) { return LeaseCount(file->lease).fetching(bytes); };
        for (int again = 0; again < 1000; ++again)
            account.count({ lt::piece_index_t(0), 0, static_cast<int>(block) });
        account.count({ lt::piece_index_t(1), 0, static_cast<int>(block) });
        account.count({ lt::piece_index_t(100'000), 0, static_cast<int>(block) }); // not of this file
        QCOMPARE(account.due(), of(2 * block));
        account.acceptCount(1'000'000'000'000);
        QCOMPARE(account.due(), of(2 * block));
        QVERIFY(account.disputed() > 0);
        account.connectionLost(); // by our own record as much may have been on its way
        account.acceptCount(2 * block + 1'000'000);
        QCOMPARE(account.due(), of(2 * block + 1'000'000));
        for (int again = 0; again < 1000; ++again)
            account.connectionLost();
        account.acceptCount(1'000'000'000'000);
        QVERIFY(account.due() <= of(2 * block + FetchAccount::DisputedBytes + block));
        account.stop();
    }

    void timeThatDidNotPassIsNotPaid()
    {
        Scene scene; // its data are right, so only the claim can be wrong
        QVERIFY(scene.start());
        const Outcome stored = scene.put(scene.file(200'000));
        QVERIFY2(stored.code == 0, qPrintable(stored.errors));
        StoredFile file;
        file.lease.size = 1'000'000'000;
        file.lease.keepPrice = tokens(1);
        file.storedAt = 1'000'000 * Day;
        file.lease.end = file.storedAt + 30 * Day;
        const UtcMs later = file.storedAt + 2 * Day;
        QVERIFY(keepOwed(file, tokens(1'000), later) < Amount::fromNano(2'000'100'000));
        QCOMPARE(keepOwed(file, tokens(1), later), tokens(1)); // less is the provider's to say
        QCOMPARE(keepOwed(file, tokens(1'000), file.storedAt + 400 * Day), tokens(30)); // never beyond its end
        QCOMPARE(keepOwed(file, tokens(1'000), 0), Amount()); // our clock was set back
        file.auditFailed = true;
        file.keptSeconds = SecondsPerDay;
        QCOMPARE(keepOwed(file, tokens(1'000), later), tokens(1));
        file.auditFailed = false;
        file.keepPromised = tokens(7);
        QCOMPARE(paidUntil(file), file.storedAt + 7 * Day);
        file.paidUntil = file.storedAt + 3 * Day;
        QCOMPARE(shownPaidUntil(file), file.paidUntil); // the provider's word, where it is worse
        file.paidUntil = file.storedAt + 20 * Day;
        QCOMPARE(shownPaidUntil(file), file.storedAt + 7 * Day);
    }
};

QTEST_GUILESS_MAIN(LyingProviderTest)
#include "lyingprovider_test.moc"
