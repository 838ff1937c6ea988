// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's side of the market, against real engines and against a provider that lies: prices are agreed to before
// anything is promised, all of a lease is checked, and nobody is paid for more than was counted here.
#include "services/common/core/durations.h"
#include "services/customer/paying/leasecount.h"
#include "services/customer/renting/payingpeer.h"
#include "tests/support/trap.h"

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace surplus;
using namespace surplus::test;

namespace {
constexpr qint64 Day = DayMs;

/// Starts surplus-customer with standard input and error at a terminal and types `answer`.
Outcome atTerminal(const QStringList& arguments, const QByteArray& answer)
{
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (master < 0 || ::grantpt(master) != 0 || ::unlockpt(master) != 0)
        qFatal("no terminal");
    const QByteArray slave = ::ptsname(master);
    QProcess process;
    process.setChildProcessModifier([&] {
        const int terminal = ::open(slave.constData(), O_RDWR | O_NOCTTY);
        ::dup2(terminal, STDIN_FILENO);
        ::dup2(terminal, STDERR_FILENO);
    });
    process.start(program("surplus-customer"), arguments);
    if (!process.waitForStarted() || ::write(master, answer.constData(), static_cast<std::size_t>(answer.size())) != answer.size())
        qFatal("nothing could be typed");
    Outcome outcome;
    process.waitForFinished(120'000);
    outcome.code = process.exitCode();
    outcome.json = QJsonDocument::fromJson(process.readAllStandardOutput().trimmed().split('\n').last()).object();
    ::close(master);
    return outcome;
}

std::unique_ptr<QProcess> startCustomer(const Scene& scene, const QStringList& words)
{
    auto process = std::make_unique<QProcess>();
    process->start(program("surplus-customer"), anyPrice(words) + QStringList { QStringLiteral("--json"), QStringLiteral("--home"), scene.dir.filePath(QStringLiteral("customer")) });
    return process;
}
/// "upload" or "download", for all connections together; "0": as fast as it goes.
void setRate(const Scene& scene, const char* direction, const char* rate)
{
    const Outcome set = run("surplusctl", { QStringLiteral("resources"), QStringLiteral("set"), QStringLiteral("storage"), QLatin1String(direction), QLatin1String(rate),
        QStringLiteral("--data"), scene.engine.data() });
    QVERIFY2(set.code == 0, qPrintable(set.errors));
}
} // namespace

class CustomerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSpentThatNobodyAgreedTo()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QString home = scene.dir.filePath(QStringLiteral("careful"));
        const auto customer = [&](const QStringList& words) {
            return run("surplus-customer", words + QStringList { QStringLiteral("--json"), QStringLiteral("--home"), home });
        };
        const QStringList put { QStringLiteral("put"), scene.file(300'000), QStringLiteral("--provider"), scene.provider };
        const Outcome unasked = customer(put);
        QCOMPARE(unasked.code, 2);
        QCOMPARE(unasked.json.value(u"error").toString(), QStringLiteral("price.unconfirmed"));
        QVERIFY2(unasked.errors.contains(QStringLiteral("0.086400000")) && unasked.errors.contains(QStringLiteral("20.000000000")), qPrintable(unasked.errors));
        for (const char* tooLow : { "19", "0.086399999/20", "0.0864/19.999999999" }) {
            const Outcome refused = customer(put + QStringList { QStringLiteral("--max-price"), QLatin1String(tooLow) });
            QCOMPARE(refused.json.value(u"error").toString(), QStringLiteral("price.high"));
        }
        for (const char* nonsense : { "", "x", "1/2/3", "-1", "1e9", " 1" })
            QCOMPARE(customer(put + QStringList { QStringLiteral("--max-price"), QLatin1String(nonsense) }).code, 1);
        const QStringList home2 { QStringLiteral("--json"), QStringLiteral("--home"), home };
        QCOMPARE(atTerminal(put + home2, "n\n").json.value(u"error").toString(), QStringLiteral("price.declined"));
        QCOMPARE(scene.engine.ctl({ QStringLiteral("resources") }).value(u"storage")[u"leases"].toInt(), 0);
        QCOMPARE(amount(customer({ QStringLiteral("spend") }).json.value(u"promised")), 0);

        const Outcome agreed = atTerminal(put + home2 + QStringList { QStringLiteral("--keep-ahead"), QStringLiteral("0") }, "y\n");
        QVERIFY2(agreed.code == 0, qPrintable(agreed.errors));
        QCOMPARE(amount(agreed.json.value(u"keepPrice")), 86'400'000);
        // The same again is what was agreed to; fetching it back is part of that.
        QCOMPARE(customer(put + QStringList { QStringLiteral("--keep-ahead"), QStringLiteral("0") }).code, 0);
        const QStringList get { QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), scene.dir.filePath(QStringLiteral("back")) };
        QCOMPARE(customer(get + QStringList { QStringLiteral("--max-spend"), QStringLiteral("0.005") }).json.value(u"error").toString(), QStringLiteral("price.spend"));
        QCOMPARE(amount(customer({ QStringLiteral("spend") }).json.value(u"promised")), 0);
        const Outcome fetched = customer(get);
        QVERIFY2(fetched.code == 0, qPrintable(fetched.errors));
        QVERIFY(scene.same(put[1], scene.dir.filePath(QStringLiteral("back"))));
        // A file that costs more than three times as much is asked about again.
        QCOMPARE(customer({ QStringLiteral("put"), scene.file(1'200'000, QStringLiteral("large")), QStringLiteral("--provider"), scene.provider }).json.value(u"error").toString(),
            QStringLiteral("price.unconfirmed"));
        const Outcome limited = customer({ QStringLiteral("audit"), QStringLiteral("file.bin"), QStringLiteral("--max-spend"), QStringLiteral("0.000000001") });
        QCOMPARE(limited.json.value(u"error").toString(), QStringLiteral("price.spend"));
    }

    void whatIsPromisedAheadPaysForAllFilesThere()
    {
        constexpr UtcMs Start = 1'000'000 * Day;
        const auto made = [&](qint64 id, qint64 gigabytes, UtcMs storedAt, qint64 paid) {
            StoredFile file;
            file.id = id;
            file.state = QStringLiteral("stored");
            file.lease.size = gigabytes * 1'000'000'000;
            file.lease.keepPrice = tokens(1);
            file.lease.retrievePrice = tokens(1);
            file.storedAt = storedAt;
            file.lease.end = Start + 30 * Day;
            file.paid = file.keepPromised = tokens(paid);
            return file;
        };
        StoredFile first = made(1, 1, Start, 8);
        QCOMPARE(paidUntil(first, { first }), paidUntil(first));
        QCOMPARE(paidUntil(first, { first }), Start + 8 * Day);
        // After two days another of the same size, for which nothing is promised: six days are left for both.
        StoredFile second = made(2, 1, Start + 2 * Day, 0);
        QCOMPARE(paidUntil(first, { first, second }), Start + 5 * Day);
        QCOMPARE(paidUntil(second, { first, second }), Start + 5 * Day);
        // What is promised for one is promised for both.
        second.paid = second.keepPromised = tokens(4);
        QCOMPARE(paidUntil(first, { first, second }), Start + 7 * Day);
        QCOMPARE(paidUntil(second, { first, second }), Start + 7 * Day);
        // One that ends leaves the rest to the other, and one without a price takes nothing.
        second.lease.end = Start + 3 * Day;
        QCOMPARE(paidUntil(first, { first, second }), Start + 11 * Day);
        QCOMPARE(paidUntil(second, { first, second }), second.lease.end);
        StoredFile free = made(3, 100, Start, 0);
        free.lease.keepPrice = {};
        QCOMPARE(paidUntil(first, { first, second, free }), Start + 11 * Day);
        QCOMPARE(paidUntil(free, { first, second, free }), free.lease.end);
        // What was fetched and not paid is taken from it, too; what is paid for fetching keeps nothing.
        second.received = 3'000'000'000;
        QCOMPARE(paidUntil(first, { first, second }), Start + 8 * Day);
        second.paid = tokens(4 + 5);
        QCOMPARE(paidUntil(first, { first, second }), Start + 11 * Day);
        // Another provider's, and what is closed, count for nothing; before it was there nothing is paid.
        StoredFile elsewhere = made(4, 50, Start, 0);
        elsewhere.lease.machine = *MachineId::fromRaw(randomBytes(32));
        StoredFile closed = made(5, 50, Start, 10);
        closed.state = QStringLiteral("closed");
        QCOMPARE(paidUntil(first, { first, elsewhere, closed }), Start + 8 * Day);
        const StoredFile late = made(6, 1, Start + 20 * Day, 0);
        QCOMPARE(paidUntil(late, { first, late }), late.storedAt);
        QCOMPARE(paidUntil(first, { first, late }), Start + 8 * Day);
        // A file that failed its audit draws no further.
        second = made(2, 1, Start, 0);
        second.auditFailed = true;
        second.keptSeconds = 2 * SecondsPerDay;
        QCOMPARE(paidUntil(first, { first, second }), Start + 6 * Day);
    }

    void theFirstVoucherOfASessionIsWhatWasHeldBefore()
    {
        Trap trap;
        const auto first = trap.put(anyPriceLimits(), 5);
        QVERIFY2(first, whyNot(first).constData());
        QCOMPARE(trap.provider.vouchers.first().cumulative, U256(0));
        QCOMPARE(trap.purse->chain().spec.toNano(trap.provider.vouchers[1].cumulative), Amount::fromNano(1)); // answered before more is promised
        const Amount ahead = LeaseCount(first->lease).keeping(5 * SecondsPerDay);
        QCOMPARE(trap.provider.promised(), ahead);
        QCOMPARE(first->keepPromised, ahead);
        QVERIFY(std::abs(shownPaidUntil(*first) - (first->storedAt + 5 * Day)) <= 1000);
        trap.provider.vouchers.clear();
        const auto second = trap.put(anyPriceLimits(), 3);
        QVERIFY2(second, whyNot(second).constData());
        QCOMPARE(trap.purse->chain().spec.toNano(trap.provider.vouchers.first().cumulative), ahead); // and nothing ahead of it
        QCOMPARE(trap.provider.promised().nano(), trap.promised());

        // A lost purse learns its highest voucher from the provider, and from a signature of its own only.
        const Voucher highest = trap.provider.vouchers.last();
        trap.purse.reset();
        QVERIFY(QFile::remove(trap.dir.filePath(QStringLiteral("home/customer.db"))));
        trap.purse = std::move(*Purse::open(trap.dir.filePath(QStringLiteral("home"))));
        QCOMPARE(trap.promised(), 0);
        const auto showing = [&](Voucher voucher, const SecretKey& signer) {
            voucher.sign(31337, signer);
            trap.provider.proved = [json = voucher.toJson()](QJsonObject& answer) { answer.insert(QStringLiteral("voucher"), json); };
            QVERIFY(Renter(*trap.purse).beneficiaryOf(trap.provider.address()));
        };
        Voucher forged = highest;
        forged.cumulative *= 1000;
        showing(forged, SecretKey::generate());
        QCOMPARE(trap.promised(), 0);
        Voucher elsewhere = highest;
        elsewhere.machine = *MachineId::fromRaw(QByteArray(32, 'x')); // ours, but not this provider's to show
        showing(elsewhere, trap.purse->key());
        QCOMPARE(trap.promised(), 0);
        showing(highest, trap.purse->key());
        QCOMPARE(trap.promised(), trap.purse->chain().spec.toNano(highest.cumulative)->nano());
    }

    void whatAProviderSendsIsBounded()
    {
        Trap trap;
        trap.provider.refusal = Error { QStringLiteral("x\x1b[2J") + QString(100'000, u'c'), QStringLiteral("\x1b]0;title\x07\r\n") + QString(100'000, u'w') };
        const auto refused = trap.put();
        QVERIFY(!refused);
        for (const QString& words : { refused.error().code, refused.error().message }) {
            QVERIFY(words.size() <= ProviderSession::MaxWords);
            QVERIFY(std::none_of(words.begin(), words.end(), [](QChar c) { return c.category() == QChar::Other_Control; }));
        }
        trap.provider.refusal.reset();
        trap.provider.proved = [](QJsonObject& answer) { answer.insert(QStringLiteral("more"), QString(3'000'000, u'x')); };
        QCOMPARE(errorOf(trap.put()), QStringLiteral("rpc.closed"));
        trap.provider.proved = {};
        trap.provider.speaksUnasked = true;
        QCOMPARE(errorOf(trap.put()), QStringLiteral("rpc.closed"));
        QCOMPARE(trap.promised(), 0);
    }

    void aProviderThatServesOnlyTheFundedSaysSoAtPut()
    {
        Trap trap;
        trap.provider.refusal = Error { QStringLiteral("customer.unfunded"), QStringLiteral("no") };
        const auto refused = trap.put();
        QCOMPARE(errorOf(refused), QStringLiteral("customer.unfunded"));
        for (const char* said : { "on the chain", "fund deploy", "fund deposit", "fund reserve", "--chain FILE" })
            QVERIFY2(refused.error().message.contains(QLatin1String(said)), said);
        QVERIFY(refused.error().message.contains(trap.provider.address()));
        QVERIFY(trap.purse->files()->isEmpty());
        QCOMPARE(trap.promised(), 0);
    }

    void theCustomerIsToldWhatBecameOfItsFiles()
    {
        Trap trap;
        HostileProvider other;
        const auto file = trap.put();
        QVERIFY2(file, whyNot(file).constData());
        QJsonObject news { { QStringLiteral("lease"), file->lease.id.hex() }, { QStringLiteral("state"), QStringLiteral("stored") },
            { QStringLiteral("paidUntil"), 5 }, { QStringLiteral("coverLost"), true } };
        const auto tell = [&](HostileProvider& provider) {
            provider.proved = [&](QJsonObject& answer) { answer.insert(QStringLiteral("leases"), QJsonArray { 7, QJsonObject(), news }); };
            Renter renter(*trap.purse);
            if (!renter.beneficiaryOf(provider.address()))
                qFatal("no session");
            return renter.takeNotices();
        };
        QVERIFY(tell(other).isEmpty()); // it has no say about what others keep
        QVERIFY(trap.purse->file(file->id)->covered);
        QCOMPARE(tell(trap.provider).size(), 1); // it lost its cover
        QVERIFY(tell(trap.provider).isEmpty()); // told once
        QVERIFY(!trap.purse->file(file->id)->covered);
        news.insert(QStringLiteral("state"), QStringLiteral("closed"));
        for (const char* why : { "ended", "unfilled", "unpaid", "room", "lost", "customer" }) {
            news.insert(QStringLiteral("closedWhy"), QLatin1String(why));
            QCOMPARE(tell(trap.provider).size(), 1);
            QCOMPARE(trap.purse->file(file->id)->closedWhy, QLatin1String(why));
        }
        news.insert(QStringLiteral("closedWhy"), QStringLiteral("\x1b[2J"));
        QVERIFY(tell(trap.provider).join(u' ').contains(QStringLiteral("no reason")));
        QCOMPARE(trap.purse->file(file->id)->closedWhy, QString());
        // By its own calendar, without the provider.
        StoredFile own = *file;
        QVERIFY(noticeFor(own, own.storedAt).isEmpty());
        QVERIFY(noticeFor(own, own.lease.end - Day).contains(QStringLiteral("renew")));
        QVERIFY(noticeFor(own, own.lease.end + Day).contains(QStringLiteral("deleted on")));
        QVERIFY(noticeFor(own, own.lease.end + 3 * Day).contains(QStringLiteral("may have deleted")));
        own.keepAhead = 7;
        own.pooledUntil.reset(); // by what is promised for it alone
        own.keepPromised = LeaseCount(own.lease).keeping(7 * SecondsPerDay);
        QVERIFY(noticeFor(own, own.storedAt + 6 * Day).isEmpty());
        QVERIFY(noticeFor(own, own.storedAt + 8 * Day).contains(QStringLiteral("paid until")));
    }

    void keepingIsPromisedAheadAsFarAsAgreed()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QString path = scene.file(100'000);
        const QStringList put { QStringLiteral("put"), path, QStringLiteral("--provider"), scene.provider };
        const qint64 before = SystemClock().now();
        const Outcome stored = scene.customer(put + QStringList { QStringLiteral("--keep-ahead"), QStringLiteral("2"), QStringLiteral("--days"), QStringLiteral("6") });
        QVERIFY2(stored.code == 0, qPrintable(stored.errors));
        constexpr qint64 OneDay = 8640; // nano for 100 kB; a seal adds less than one
        constexpr qint64 TwoDays = 2 * OneDay;
        constexpr qint64 Hour = 3'600'000; // the provider counts in hours
        QVERIFY(std::abs(scene.promised() - TwoDays) < TwoDays / 1000);
        const qint64 until = stored.json.value(u"paidUntil").toInteger();
        QVERIFY(until >= before + 2 * Day - Hour && until <= SystemClock().now() + 2 * Day + 60'000);
        const auto row = [&] { return scene.customer({ QStringLiteral("spend"), QStringLiteral("--refresh") }).json.value(u"files")[0].toObject(); };
        QVERIFY(std::abs(row().value(u"paidUntil").toInteger() - until) <= Hour);
        QVERIFY(run("surplus-customer", { QStringLiteral("spend"), QStringLiteral("--home"), scene.dir.filePath(QStringLiteral("customer")) }).code == 0);

        // What is fetched is paid beside it: until then it stays paid.
        QCOMPARE(scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), scene.dir.filePath(QStringLiteral("back")) }).code, 0);
        QVERIFY(scene.promised() >= TwoDays + 100'000 * PricePerGigabyte);
        const Outcome renewed = scene.customer({ QStringLiteral("renew"), QStringLiteral("file.bin"), QStringLiteral("--days"), QStringLiteral("5"), QStringLiteral("--keep-ahead"), QStringLiteral("4") });
        QVERIFY2(renewed.code == 0, qPrintable(renewed.errors));
        QCOMPARE(renewed.json.value(u"end").toInteger(), stored.json.value(u"end").toInteger() + 5 * Day);
        QVERIFY(renewed.json.value(u"paidUntil").toInteger() >= until + 2 * Day - 2 * Hour);
        QVERIFY(scene.promised() >= 2 * TwoDays + 100'000 * PricePerGigabyte - TwoDays / 1000);

        // What isn't allowed is refused before anything is stored: its keeping would be taken from what is promised for the other.
        const qint64 promised = scene.promised();
        const qint64 paid = row().value(u"paidUntil").toInteger();
        const QStringList second { QStringLiteral("put"), scene.file(100'000, QStringLiteral("second.bin")), QStringLiteral("--provider"), scene.provider };
        const QStringList limit { QStringLiteral("--json"), QStringLiteral("--home"), scene.dir.filePath(QStringLiteral("customer")), QStringLiteral("--max-spend"), QStringLiteral("0.000009") };
        const Outcome refused = run("surplus-customer", second + limit);
        QCOMPARE(refused.code, 2);
        QCOMPARE(refused.json.value(u"error").toString(), QStringLiteral("price.spend"));
        QVERIFY2(refused.errors.contains(QStringLiteral("It takes 0.00006")) && refused.errors.contains(QStringLiteral("enough for --keep-ahead 1.")), qPrintable(refused.errors));
        QVERIFY2(!refused.errors.contains(QStringLiteral("This promises")), qPrintable(refused.errors));
        QCOMPARE(scene.customer({ QStringLiteral("spend") }).json.value(u"files").toArray().size(), 1);
        QCOMPARE(scene.promised(), promised);
        QVERIFY(std::abs(row().value(u"paidUntil").toInteger() - paid) <= Hour);

        // As far ahead as is allowed: that much is promised, and it is this file's.
        const Outcome little = run("surplus-customer", second + limit + QStringList { QStringLiteral("--keep-ahead"), QStringLiteral("1") });
        QVERIFY2(little.code == 0, qPrintable(little.errors));
        QVERIFY(amount(little.json.value(u"promised")) >= OneDay && amount(little.json.value(u"promised")) <= 9000);
        // Both are paid until the same moment now, by both counts: four days of the one and one of the other.
        const qint64 until2 = little.json.value(u"paidUntil").toInteger();
        QVERIFY2(std::abs(until2 - SystemClock().now() - 5 * Day / 2) < 3 * Hour, qPrintable(QString::number(until2 - SystemClock().now())));
        const auto rows = [&](bool asked) {
            return scene.customer(asked ? QStringList { QStringLiteral("spend"), QStringLiteral("--refresh") } : QStringList { QStringLiteral("spend") }).json.value(u"files").toArray();
        };
        for (const bool asked : { false, true }) {
            for (const QJsonValue& one : rows(asked))
                QVERIFY2(std::abs(one[u"paidUntil"].toInteger() - until2) <= Hour, qPrintable(one[u"name"].toString()));
        }
        QVERIFY2(little.errors.contains(QStringLiteral("with second.bin, for which less is promised, file.bin is paid until")), qPrintable(little.errors));
        // More for one is more for both.
        const Outcome more = scene.customer({ QStringLiteral("renew"), QStringLiteral("second.bin"), QStringLiteral("--days"), QStringLiteral("0"), QStringLiteral("--keep-ahead"), QStringLiteral("4") });
        QVERIFY2(more.code == 0, qPrintable(more.errors));
        for (const bool asked : { false, true }) {
            for (const QJsonValue& one : rows(asked))
                QVERIFY2(std::abs(one[u"paidUntil"].toInteger() - SystemClock().now() - 4 * Day) < 3 * Hour, qPrintable(one[u"name"].toString()));
        }
        // Nothing ahead: said to be taken from the others.
        const Outcome none = scene.customer({ QStringLiteral("put"), scene.file(1000, QStringLiteral("third.bin")), QStringLiteral("--provider"), scene.provider, QStringLiteral("--keep-ahead"), QStringLiteral("0") });
        QVERIFY2(none.code == 0, qPrintable(none.errors));
        QVERIFY2(none.errors.contains(QStringLiteral("until you audit or renew third.bin")), qPrintable(none.errors));
    }

    void putsOfOneNameLeaveEachOtherAlone()
    {
        Scene scene;
        QVERIFY(scene.start());
        QVERIFY(QDir().mkpath(scene.dir.filePath(QStringLiteral("a"))) && QDir().mkpath(scene.dir.filePath(QStringLiteral("b"))));
        const QString large = scene.file(20'000'000, QStringLiteral("a/x"));
        const QString small = scene.file(20'000, QStringLiteral("b/x"));
        setRate(scene, "download", "800kbit");
        const auto filling = startCustomer(scene, { QStringLiteral("put"), large, QStringLiteral("--provider"), scene.provider });
        const auto purse = Purse::open(scene.dir.filePath(QStringLiteral("customer")));
        QVERIFY(purse);
        QTRY_COMPARE_WITH_TIMEOUT((*purse)->files().value().size(), 1, Patience);
        const Outcome other = scene.put(small);
        QVERIFY2(other.code == 0, qPrintable(other.errors));
        QCOMPARE(filling->state(), QProcess::Running);
        setRate(scene, "download", "0");
        QVERIFY(filling->waitForFinished(Patience));
        QVERIFY2(filling->exitCode() == 0, filling->readAllStandardError().constData());
        // What broke off is still given up, also that of a process that was killed.
        setRate(scene, "download", "800kbit");
        const auto broken = startCustomer(scene, { QStringLiteral("put"), large, QStringLiteral("--provider"), scene.provider });
        QTRY_COMPARE_WITH_TIMEOUT((*purse)->files().value().size(), 3, Patience);
        broken->kill();
        QVERIFY(broken->waitForFinished(Patience));
        QCOMPARE(scene.put(small).code, 0);
        QStringList states;
        const auto files = (*purse)->files();
        for (const StoredFile& file : *files)
            states.append(file.state);
        states.sort();
        QCOMPARE(states, (QStringList { QStringLiteral("closed"), QStringLiteral("stored"), QStringLiteral("stored"), QStringLiteral("stored") }));
        QVERIFY(QDir((*purse)->home()).entryList({ QStringLiteral("put-*.lock") }).isEmpty());
    }

    void aFifthAtOnceWaitsForOneThatIsBusy()
    {
        Scene scene;
        QVERIFY(scene.start());
        constexpr int Places = 4; // of one key without money set aside
        setRate(scene, "download", "400kbit");
        const auto put = [&](const QString& path) { return startCustomer(scene, { QStringLiteral("put"), path, QStringLiteral("--provider"), scene.provider }); };
        std::vector<std::unique_ptr<QProcess>> busy;
        for (int i = 0; i < Places; ++i)
            busy.push_back(put(scene.file(8'000'000, QStringLiteral("large%1").arg(i))));
        const auto purse = Purse::open(scene.dir.filePath(QStringLiteral("customer")));
        QVERIFY(purse);
        QTRY_COMPARE_WITH_TIMEOUT((*purse)->files().value().size(), Places, Patience);
        const auto moving = [&] { return QDir(scene.dir.filePath(QStringLiteral("shared/content"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(); };
        QTRY_COMPARE_WITH_TIMEOUT(moving(), Places, Patience);
        auto fifth = put(scene.file(1000, QStringLiteral("small")));
        QVERIFY(scene.lives(5'000));
        for (const auto& one : busy)
            QVERIFY2(one->state() == QProcess::Running, one->readAllStandardError().constData());
        QCOMPARE(fifth->state(), QProcess::Running);
        QCOMPARE((*purse)->files().value().size(), Places); // it waits, and nobody's place was taken
        setRate(scene, "download", "0");
        busy.push_back(std::move(fifth));
        for (const auto& one : busy) {
            QVERIFY(one->state() == QProcess::NotRunning || one->waitForFinished(Patience));
            QVERIFY2(one->exitCode() == 0, one->readAllStandardError().constData());
        }
        QCOMPARE((*purse)->files().value().size(), Places + 1);
    }

    void aFileIsFetchedByOneAtATime()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QString source = scene.file(3'000'000);
        QCOMPARE(scene.put(source).code, 0);
        setRate(scene, "upload", "160kbit");
        const QString back = scene.dir.filePath(QStringLiteral("back"));
        const auto get = [](const QString& to) { return QStringList { QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), to }; };
        const auto fetching = startCustomer(scene, get(back));
        const QString home = scene.dir.filePath(QStringLiteral("customer"));
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(home).entryList({ QStringLiteral("fetch-*.lock") }).isEmpty(), Patience);
        const qint64 promised = scene.promised();
        const Outcome second = scene.customer(get(back + u'2'));
        QCOMPARE(second.json.value(u"error").toString(), QStringLiteral("get.busy"));
        QVERIFY(!QFile::exists(back + u'2'));
        QCOMPARE(fetching->state(), QProcess::Running);
        QVERIFY(promised < 2'000'000); // it had hardly begun
        setRate(scene, "upload", "0");
        QVERIFY(fetching->waitForFinished(Patience));
        QVERIFY2(fetching->exitCode() == 0, fetching->readAllStandardError().constData());
        QVERIFY(scene.same(source, back));
        QCOMPARE(scene.customer(get(back + u'2')).code, 0);
    }

    void filesOfEveryLegalName()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QByteArray folder = QFile::encodeName(scene.dir.path()) + '/';
        // "3" is the first file, so it has another number.
        const QList<QByteArray> names { "3", "back\\slash.txt", "Stra\xdf" "e \xe9t\xe9.txt", QByteArray(250, 'n'), QByteArray(255, 'm'), "-dash", "new\nline", "#1" };
        QHash<QByteArray, QByteArray> contents;
        const auto customer = [&](const QList<QByteArray>& words) {
            // Through a shell: QProcess can't pass every name.
            QByteArray command = "exec " + QFile::encodeName(program("surplus-customer"));
            for (const QByteArray& word : words)
                command += " '" + QByteArray(word).replace("'", "'\\''") + "'";
            command += " --json --max-price 1000000 --keep-ahead 0 --home " + folder + "customer";
            QFile script(scene.dir.filePath(QStringLiteral("run.sh")));
            if (!script.open(QIODevice::WriteOnly) || script.write("cd " + folder + "back && " + command + "\n") < 0)
                qFatal("no script");
            script.close();
            QProcess process;
            process.start(QStringLiteral("/bin/sh"), { script.fileName() });
            process.waitForFinished(120'000);
            Outcome outcome;
            outcome.code = process.exitCode();
            outcome.errors = QString::fromLatin1(process.readAllStandardError());
            outcome.json = QJsonDocument::fromJson(process.readAllStandardOutput().trimmed().split('\n').last()).object();
            return outcome;
        };
        QVERIFY(QDir().mkpath(scene.dir.filePath(QStringLiteral("back"))));
        const auto contentOfFile = [](const QByteArray& path) {
            QByteArray content;
            const int file = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
            char part[4096];
            for (ssize_t got = 0; file >= 0 && (got = ::read(file, part, sizeof part)) > 0;)
                content.append(part, got);
            ::close(file);
            return content;
        };
        for (const QByteArray& name : names) {
            contents.insert(name, randomBytes(3000));
            const int file = ::open((folder + name).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
            QVERIFY(file >= 0 && ::write(file, contents[name].constData(), 3000) == 3000);
            ::close(file);
            const Outcome stored = customer({ "put", folder + name, "--provider", scene.provider.toUtf8() });
            QVERIFY2(stored.code == 0, qPrintable(stored.errors));
        }
        for (const QByteArray& name : names) {
            const Outcome fetched = customer(name.startsWith('-') ? QList<QByteArray> { "get", "--", name } : QList<QByteArray> { "get", name });
            if (name.startsWith('-'))
                continue; // the options stand before the name there; by number below
            QVERIFY2(fetched.code == 0, qPrintable(fetched.errors));
            QVERIFY2(contentOfFile(folder + "back/" + name) == contents[name], name.constData());
        }
        QCOMPARE(customer({ "get", "3", "--out", folder + "by-name" }).code, 0);
        QCOMPARE(contentOfFile(folder + "by-name"), contents["3"]);
        QCOMPARE(customer({ "get", "#3", "--out", folder + "by-number" }).code, 0);
        QCOMPARE(contentOfFile(folder + "by-number"), contents[names[2]]);
        QCOMPARE(customer({ "get", "6", "--out", folder + "dash" }).code, 0);
        QCOMPARE(contentOfFile(folder + "dash"), contents[names[5]]);
        // What would be written over is known before anything is promised.
        const QByteArray home = QFile::encodeName(scene.dir.filePath(QStringLiteral("customer")));
        QCOMPARE(::symlink((home + "/customer.db").constData(), (folder + "link").constData()), 0);
        for (const QByteArray& target : { home + "/customer.db", home + "/new", folder + "link", folder + "none/x" }) {
            const Outcome refused = customer({ "get", "3", "--out", target });
            QVERIFY2(refused.code != 0 && refused.errors.contains(QStringLiteral("Nothing was promised")), target.constData());
        }
        QCOMPARE(customer({ "get", "3", "--out", folder + "again" }).code, 0);
        QCOMPARE(customer({ "get", "3 " }).code, 2);
        QCOMPARE(customer({ "get", "+3" }).code, 2);
        QCOMPARE(customer({ "put", "/dev/null", "--provider", scene.provider.toUtf8() }).code, 2);
        QCOMPARE(customer({ "put", folder, "--provider", scene.provider.toUtf8() }).code, 2);
    }
};

QTEST_GUILESS_MAIN(CustomerTest)
#include "customer_test.moc"
