// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that are used all the way (keys made, brought, backed up, exported; earnings settled, tokens sent) are looked
// for where they must not be: on the wire, in files, logs, arguments and environments, and in the engine's memory.
// Run by support/with_keyring.sh: the keyring is a real one.
#include "models/payoutmodel.h"
#include "models/sendmodel.h"
#include "models/walletmodel.h"
#include "models/wordsmodel.h"
#include "services/common/crypto/mnemonic.h"
#include "services/common/history/historystore.h"
#include "services/dashboard/fleet/historysync.h"
#include "tests/support/chainscene.h"
#include "tests/support/tap.h"

#include <QDirIterator>
#include <QSignalSpy>

using namespace surplus;
using namespace surplus::test;

namespace {
QByteArray logged; // by this process, as the dashboard would
QMutex logMutex;
void log(QtMsgType, const QMessageLogContext&, const QString& text)
{
    const QMutexLocker lock(&logMutex);
    logged += text.toUtf8() + '\n';
}

/// A secret in all the forms in which it could escape.
struct Canary {
    const char* what;
    QList<QByteArray> forms;

    static Canary ofBytes(const char* what, const QByteArray& raw)
    {
        return { what, { raw, raw.toHex(), raw.toHex().toUpper(), raw.toBase64().chopped(4), raw.toBase64(QByteArray::Base64UrlEncoding).chopped(4) } };
    }
    static Canary ofWords(const char* what, const QStringList& words)
    {
        Canary canary { what, {} };
        for (qsizetype i = 0; i + 3 <= words.size(); ++i) {
            for (const char* between : { " ", ",", "\",\"", "\n", "%20", "+" })
                canary.forms.append(words.mid(i, 3).join(QLatin1String(between)).toUtf8());
            QByteArray wide; // as QString has it
            for (const QChar letter : words.mid(i, 3).join(u' '))
                wide += QByteArray(1, static_cast<char>(letter.unicode())) + '\0';
            canary.forms.append(wide);
        }
        return canary;
    }
    /// Which form was found, or -1.
    [[nodiscard]] qsizetype findIn(const QByteArray& where) const
    {
        for (qsizetype i = 0; i < forms.size(); ++i) {
            if (where.contains(forms[i]))
                return i;
        }
        return -1;
    }
};

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What every user of the machine, or its administrator, sees of a process.
QByteArray seenOf(qint64 pid)
{
    return contentsOf(QStringLiteral("/proc/%1/cmdline").arg(pid)) + contentsOf(QStringLiteral("/proc/%1/environ").arg(pid));
}

/// All writable memory of a process of ours.
QByteArray memoryOf(qint64 pid)
{
    QByteArray all;
    QFile memory(QStringLiteral("/proc/%1/mem").arg(pid));
    if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return all;
    for (const QByteArray& line : contentsOf(QStringLiteral("/proc/%1/maps").arg(pid)).split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        const QList<QByteArray> range = fields.first().split('-');
        if (range.size() != 2 || !fields.value(1).startsWith("rw"))
            continue;
        const qint64 start = range[0].toLongLong(nullptr, 16);
        const qint64 length = range[1].toLongLong(nullptr, 16) - start;
        if (Sanitized && length > 1024 * 1024 * 1024)
            continue; // AddressSanitizer's notes about the memory: terabytes, and nothing that was in it
        if (memory.seek(start))
            all += memory.read(length);
    }
    return all;
}
} // namespace

class CanaryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFormsOfASecretAreFound()
    {
        // A search that finds nothing proves nothing unless it finds what is there.
        const QByteArray raw = randomBytes(32);
        const Canary key = Canary::ofBytes("key", raw);
        for (const QByteArray& form : { raw, raw.toHex(), raw.toBase64() })
            QVERIFY(key.findIn("before" + form + "after") >= 0);
        QCOMPARE(key.findIn("before" + raw.left(31)), -1);
        const QStringList words = wordsFromEntropy(randomBytes(16), WordList::English);
        QVERIFY(Canary::ofWords("words", words).findIn(words.join(u' ').toUtf8()) >= 0);
        const QByteArray own = randomBytes(24).toHex();
        QVERIFY(memoryOf(QCoreApplication::applicationPid()).contains(own));
    }

    void secretsAppearNowhere()
    {
        qInstallMessageHandler(log);
        Anvil anvil;
        const QString missing = anvil.start();
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
        Tap chainTap(static_cast<quint16>(QUrl(anvil.config.endpoints.first()).port()));
        const QStringList direct = anvil.config.endpoints;
        anvil.config.endpoints = { QStringLiteral("http://127.0.0.1:%1").arg(chainTap.port()) };

        const QByteArray entropy = randomBytes(16);
        const QStringList words = wordsFromEntropy(entropy, WordList::English);
        const QByteArray wordsKey = keyFromWords(words.join(u' '))->raw();
        const SecretKey second = SecretKey::generate();
        const QString password = QStringLiteral("canary-Passwort-4711");
        ChainScene scene(anvil, R"({"serveUnfunded":false})", std::move(*SecretKey::fromRaw(wordsKey)));
        QVERIFY(scene.start());
        auto runtime = *RuntimeFile::read(scene.engine->data());
        Tap controlTap(runtime.port);
        const QByteArray controlSecret = runtime.secret;
        runtime.port = controlTap.port();

        // The dashboard's parts, as the dashboard puts them together.
        const QString profile = scene.dir.filePath(QStringLiteral("profile"));
        QVERIFY(QDir().mkpath(profile));
        const auto keysDatabase = std::move(*Database::open(profile + QStringLiteral("/payout.db"), Database::Durability::Full, PayoutKeys::migrations()));
        const auto openHistory = [&] { return std::move(*Database::open(profile + QStringLiteral("/history.db"), Database::Durability::Normal, HistoryStore::migrations())); };
        StoreWorker writing(openHistory());
        StoreWorker reading(openHistory());
        EngineLink link(200);
        HistorySync sync(link, writing, scene.clock);
        PayoutKeys keys(*keysDatabase, QStringLiteral("canary"));
        SettlementDesk desk(profile + QStringLiteral("/settlements.db"), reading, scene.clock);
        QSettings settings(profile + QStringLiteral("/settings.ini"), QSettings::IniFormat);
        PayoutModel payout(keys, link);
        WalletModel wallet(link, keys, desk, settings);
        SendModel sender(link, keys, desk);
        link.open(runtime);
        QTRY_VERIFY_WITH_TIMEOUT(link.isReady() && link.status() && wallet.confirmations() == anvil.config.confirmations, Patience);

        // A key is brought as words, seen again, exported.
        std::optional<bool> chosen;
        payout.choose({ { QStringLiteral("kind"), QStringLiteral("secret") }, { QStringLiteral("text"), words.join(u' ') } }, [&](const Result<void>& done) { chosen = done.has_value(); });
        QTRY_COMPARE_WITH_TIMEOUT(chosen, true, Patience);
        WordsModel recovery(keys);
        recovery.read();
        QTRY_COMPARE_WITH_TIMEOUT(recovery.step(), WordsModel::Shown, Patience);
        QCOMPARE(recovery.words(), words);
        const QString keystore = scene.dir.filePath(QStringLiteral("exported.json"));
        QSignalSpy exported(&payout, &PayoutModel::exportEnded);
        payout.exportKeystore(password, QUrl::fromLocalFile(keystore));
        QVERIFY(exported.wait(Patience));
        QCOMPARE(exported.first().first().toString(), QString());

        // Earned, settled, sent.
        scene.fund(20, 20);
        QVERIFY(scene.use(3'000'000).code == 0);
        scene.expectMoney([](const Money& money) { return money.secured.nano() > 0 && money.pending.nano() == 0; });
        anvil.giveCoin(scene.payout.address());
        const auto settleAll = [&] {
            QTRY_VERIFY_WITH_TIMEOUT([&] {
                wallet.letGo();
                return wallet.isPlanned() && wallet.canPay();
            }(), 30'000);
            wallet.settle();
            QTRY_COMPARE_WITH_TIMEOUT(wallet.step(), WalletModel::Sent, Patience);
            anvil.mine(anvil.config.confirmations);
            QTRY_COMPARE_WITH_TIMEOUT(wallet.step(), WalletModel::Done, Patience);
            wallet.letGo();
        };
        settleAll();
        QVERIFY(anvil.tokens(scene.payout.address()).nano() > 0);
        sender.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(sender.isKnown(), Patience);
        sender.review(second.address().hex0x(), QStringLiteral("0.001"));
        QTRY_COMPARE_WITH_TIMEOUT(sender.step(), SendModel::Reviewed, Patience);
        sender.send();
        QTRY_COMPARE_WITH_TIMEOUT(sender.step(), SendModel::Sent, Patience);
        anvil.mine(anvil.config.confirmations);
        QTRY_COMPARE_WITH_TIMEOUT(sender.step(), SendModel::Done, Patience);

        // Settled from the command line with the exported file; the process is looked at as long as it runs.
        QVERIFY(scene.use(3'000'000).code == 0);
        scene.expectMoney([](const Money& money) { return money.secured.nano() > 0; });
        QFile secret(scene.dir.filePath(QStringLiteral("password")));
        QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write(password.toUtf8() + '\n') > 0);
        secret.close();
        (void)anvil.ask("evm_setIntervalMining", { 1 });
        QProcess ctl;
        ctl.setProcessChannelMode(QProcess::MergedChannels);
        ctl.start(program("surplusctl"), { QStringLiteral("settle"), QStringLiteral("--yes"), QStringLiteral("--keystore"), keystore, QStringLiteral("--password-file"), secret.fileName(),
            QStringLiteral("--data"), scene.engine->data() });
        QByteArray seen;
        while (!ctl.waitForFinished(200) && ctl.state() == QProcess::Running)
            seen += seenOf(ctl.processId());
        QVERIFY(seen.contains("surplusctl"));
        const QByteArray printed = ctl.readAll();
        QVERIFY2(ctl.exitCode() == 0, printed.constData());
        (void)anvil.ask("evm_setIntervalMining", { 0 });

        // Another key takes its place; and a mistyped one is refused.
        QSignalSpy changed(&payout, &PayoutModel::changeEnded);
        payout.change({ { QStringLiteral("kind"), QStringLiteral("secret") }, { QStringLiteral("text"), QString::fromLatin1(second.raw().toHex()) + QStringLiteral("ff") } });
        QVERIFY(!changed.isEmpty() || changed.wait(Patience));
        QVERIFY(!changed.takeFirst().first().toString().isEmpty());
        payout.change({ { QStringLiteral("kind"), QStringLiteral("secret") }, { QStringLiteral("text"), QString::fromLatin1(second.raw().toHex()) } });
        QVERIFY(changed.wait(Patience));
        QCOMPARE(changed.first().first().toString(), QString());
        QCOMPARE(scene.engine->ctl({ QStringLiteral("status") }).value(u"beneficiary").toString().toLower(), second.address().hex0x());
        settings.sync();

        // Where they could be.
        QList<std::pair<QString, QByteArray>> places { { QStringLiteral("the chain's wire"), chainTap.heard() }, { QStringLiteral("the control API's wire"), controlTap.heard() },
            { QStringLiteral("surplusctl's arguments and environment"), seen }, { QStringLiteral("what surplusctl prints"), printed },
            { QStringLiteral("the engine's arguments and environment"), seenOf(scene.engine->pid()) },
            { QStringLiteral("this process's arguments and environment"), seenOf(QCoreApplication::applicationPid()) },
            { QStringLiteral("the engine's memory"), memoryOf(scene.engine->pid()) } };
        {
            const QMutexLocker lock(&logMutex);
            places.append({ QStringLiteral("the log"), logged });
        }
        QDirIterator files(scene.dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path != secret.fileName())
                places.append({ path, contentsOf(path) });
        }
        // They were really looked at: what may be there is.
        const QByteArray address = scene.payout.address().hex0x().mid(2).toUtf8();
        QVERIFY(places[0].second.contains("eth_sendRawTransaction") && places[0].second.contains(address));
        QVERIFY(places[1].second.contains("payout.set") && places[1].second.contains(address));
        QVERIFY(places[4].second.contains("surplusd"));
        QVERIFY(places[6].second.size() > 1'000'000 && places[6].second.contains(scene.payout.address().raw()));
        QVERIFY(places.size() > 15);

        const QList<Canary> canaries { Canary::ofBytes("the words' key", wordsKey), Canary::ofBytes("the words' entropy", entropy), Canary::ofWords("the words", words),
            Canary::ofBytes("the second key", second.raw()), { "the password", { password.toUtf8(), password.toUtf8().toHex(), password.toUtf8().toBase64() } } };
        for (const auto& [where, what] : std::as_const(places)) {
            for (const Canary& canary : canaries)
                QVERIFY2(canary.findIn(what) < 0, qPrintable(QStringLiteral("%1 stands in %2, in form %3").arg(QLatin1String(canary.what), where).arg(canary.findIn(what))));
        }
        // The secret of the control API never travels; it stands in its own file and in the engine.
        const Canary api = Canary::ofBytes("the control API's secret", controlSecret);
        for (const auto& [where, what] : std::as_const(places)) {
            if (!where.endsWith(QLatin1String("/runtime.json")) && where != QLatin1String("the engine's memory"))
                QVERIFY2(api.findIn(what) < 0, qPrintable(where));
        }
        // What is in the files that may hold secrets is for their owner only.
        for (const QString& file : { keystore, RuntimeFile::pathIn(scene.engine->data()), profile + QStringLiteral("/payout.db") })
            QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
        link.close();
        qInstallMessageHandler(nullptr);
    }
};

QTEST_GUILESS_MAIN(CanaryTest)
#include "canary_test.moc"
