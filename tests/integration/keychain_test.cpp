// SPDX-License-Identifier: GPL-3.0-or-later
// The payout key in a real gnome-keyring. Run by support/with_keyring.sh.
#include "services/common/crypto/secretkey.h"
#include "services/common/crypto/keccak.h"
#include "services/common/crypto/mnemonic.h"
#include "services/dashboard/keychain/payoutkeys.h"
#include "tests/support/patience.h"

#include <QDBusArgument>
#include <QDBusInterface>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <qt6keychain/keychain.h>
#include <unistd.h>

using namespace surplus;
using test::Patience;
using State = PayoutKeys::State;

class KeychainTest : public QObject {
    Q_OBJECT

    static std::unique_ptr<Database> database(const QTemporaryDir& dir)
    {
        return std::move(*Database::open(dir.filePath(QStringLiteral("p.db")), Database::Durability::Full, PayoutKeys::migrations()));
    }
    /// What `ask` answers to the callback that it is given; the longest takes a keystore's second on a busy machine.
    template <typename T = Address, typename Ask> static Result<T> answered(Ask ask)
    {
        std::optional<Result<T>> outcome;
        ask([&](const Result<T>& answer) { outcome = answer; });
        (void)QTest::qWaitFor([&] { return outcome.has_value(); }, Patience);
        return outcome.value_or(failure(QStringLiteral("test"), QStringLiteral("no answer")));
    }
    static Result<Address> create(PayoutKeys& keys)
    {
        return answered([&](auto done) { keys.create(done); });
    }
    static State refreshed(PayoutKeys& keys)
    {
        QSignalSpy changed(&keys, &PayoutKeys::changed);
        keys.refresh();
        if (changed.isEmpty())
            (void)changed.wait(Patience);
        return keys.state();
    }
    template <typename Job> static bool run(Job& job)
    {
        job.setAutoDelete(false);
        job.setInsecureFallback(false);
        QSignalSpy finished(&job, &QKeychain::Job::finished);
        job.start();
        return (finished.count() > 0 || finished.wait(Patience)) && job.error() == QKeychain::NoError;
    }
    /// What logging in does, by the keyring's own back door (no prompt without a screen).
    static void unlock()
    {
        const QString service = QStringLiteral("org.freedesktop.secrets");
        const QString path = QStringLiteral("/org/freedesktop/secrets");
        QDBusInterface secrets(service, path, QStringLiteral("org.freedesktop.Secret.Service"));
        const QDBusMessage session = secrets.call(QStringLiteral("OpenSession"), QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString())));
        QCOMPARE(session.arguments().size(), 2);
        QDBusArgument password;
        password.beginStructure();
        password << session.arguments().at(1).value<QDBusObjectPath>() << QByteArray() << QByteArray("pw") << QStringLiteral("text/plain");
        password.endStructure();
        QDBusInterface inside(service, path, QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"));
        const QDBusMessage unlocked = inside.call(QStringLiteral("UnlockWithMasterPassword"),
            QVariant::fromValue(QDBusObjectPath(path + QStringLiteral("/collection/login"))), QVariant::fromValue(password));
        QVERIFY2(unlocked.type() == QDBusMessage::ReplyMessage, qPrintable(unlocked.errorMessage()));
    }
private Q_SLOTS:
    void aKeyIsMadeOnceAndFoundAgain()
    {
        const QTemporaryDir dir;
        const auto db = database(dir);
        PayoutKeys keys(*db, QStringLiteral("one"));
        QCOMPARE(refreshed(keys), State::None); // nothing is made unasked
        const auto made = create(keys);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QCOMPARE(keys.state(), State::Ready);
        PayoutKeys again(*db, QStringLiteral("one"));
        QCOMPARE(refreshed(again), State::Ready);
        QCOMPARE(*again.address(), *made);
        const auto second = create(again);
        QVERIFY(!second);
        QCOMPARE(second.error().code, QStringLiteral("payout.exists"));
        PayoutKeys otherProfile(*db, QStringLiteral("two"));
        QCOMPARE(refreshed(otherProfile), State::None);
        // The key itself is in the keychain only.
        QFile file(dir.filePath(QStringLiteral("p.db")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QKeychain::ReadPasswordJob read(QStringLiteral("Surplus"));
        read.setKey(QStringLiteral("payout-key/one/") + made->hex0x());
        QVERIFY(run(read));
        // What stands there are the words, and they give the key that signs.
        QStringList words;
        again.words([&](const Result<QStringList>& said) { words = said.value_or(QStringList()); });
        QTRY_COMPARE_WITH_TIMEOUT(words.size(), 12, Patience);
        QCOMPARE(keyFromWords(words.join(u' '))->address(), *made);
        Address signing;
        again.withKey([&](const Result<SecretKey>& key) { signing = key ? key->address() : Address(); });
        QTRY_COMPARE_WITH_TIMEOUT(signing, *made, Patience);
        QVERIFY(!again.isBackedUp());
        QVERIFY(again.noteBackup());
        QVERIFY(PayoutKeys(*db, QStringLiteral("one")).isBackedUp());
        // Keys that somebody brings: words of either list, a private key; what is neither is refused in words.
        const auto brought = [&](const char* name, const QString& secret) {
            PayoutKeys profile(*db, QString::fromLatin1(name));
            return answered([&](auto done) { profile.import(secret, done); });
        };
        QCOMPARE(brought("three", words.join(u' ').toUpper()).value(), *made);
        const SecretKey raw = SecretKey::generate();
        QCOMPARE(brought("four", QStringLiteral("0x") + QString::fromLatin1(raw.raw().toHex())).value(), raw.address());
        const QStringList spanish = wordsFromEntropy(randomBytes(32), WordList::Spanish);
        QCOMPARE(brought("five", spanish.join(u' ')).value(), keyFromWords(spanish.join(u' '))->address());
        PayoutKeys fifth(*db, QStringLiteral("five"));
        QCOMPARE(refreshed(fifth), State::Ready);
        QCOMPARE(brought("six", QStringLiteral("0x1234")).error().code, QStringLiteral("key.malformed"));
        QCOMPARE(brought("six", words.mid(0, 11).join(u' ')).error().code, QStringLiteral("words.count"));
        // A letter for a digit is an error that says where, never another key; and however words are pasted, they are words.
        QString typo = QString::fromLatin1(raw.raw().toHex());
        typo[20] = u'O';
        const auto refused = brought("six", typo);
        QVERIFY(!refused && refused.error().code == QStringLiteral("key.malformed"));
        QVERIFY2(refused.error().message.contains(QStringLiteral("21")), qPrintable(refused.error().message));
        QCOMPARE(brought("six", typo.left(40) + u'\n' + typo.mid(40)).error().code, QStringLiteral("key.malformed"));
        QCOMPARE(brought("six", QStringLiteral("nonsense")).error().code, QStringLiteral("key.malformed"));
        QCOMPARE(PayoutKeys(*db, QStringLiteral("six")).address(), std::nullopt);
        QString numbered;
        for (int i = 0; i < 12; ++i)
            numbered += QStringLiteral("%1.\u00a0%2\n").arg(i + 1).arg(words[i]);
        int profile = 0;
        for (const QString& text : { words.join(u'\n'), words.join(u'\t'), words.join(u'\u00a0'), numbered })
            QCOMPARE(brought(qPrintable(QStringLiteral("pasted-%1").arg(++profile)), text).value(), *made);
        QVERIFY(!file.readAll().contains(read.binaryData()));
    }
    void anotherAddressLeavesTheOldKeyWhereItIs()
    {
        const QTemporaryDir dir;
        const auto db = database(dir);
        PayoutKeys keys(*db, QStringLiteral("changing"));
        const auto first = create(keys);
        QVERIFY(first);
        constexpr auto Replace = PayoutKeys::Existing::Replace;
        const auto makeAnother = [&] { return answered([&](auto done) { keys.create(done, Replace, 24); }); };
        // Not before its words are written down.
        QCOMPARE(makeAnother().error().code, QStringLiteral("payout.unbacked"));
        QCOMPARE(keys.useAddress(SecretKey::generate().address(), Replace).error().code, QStringLiteral("payout.unbacked"));
        QCOMPARE(*keys.address(), *first);
        QVERIFY(keys.noteBackup());
        const auto second = makeAnother();
        QVERIFY2(second, second ? "" : qPrintable(second.error().message));
        QVERIFY(*second != *first);
        QCOMPARE(keys.former(), QList<Address> { *first });
        QVERIFY(!keys.isBackedUp());
        const QStringList words = answered<QStringList>([&](auto done) { keys.words(done); }).value_or(QStringList());
        QCOMPARE(words.size(), 24);
        QKeychain::ReadPasswordJob old(QStringLiteral("Surplus"));
        old.setKey(QStringLiteral("payout-key/changing/") + first->hex0x());
        QVERIFY(run(old));
        // Mark, list and the entropy of the first key's words.
        QCOMPARE(keyFromWords(wordsFromEntropy(old.binaryData().mid(2), WordList::English).join(u' '))->address(), *first);
        // A keystore of the second, an address alone for a while, and the second back from its file.
        const auto file = answered<QByteArray>([&](auto done) { keys.exportKeystore(QStringLiteral("correct horse"), done); });
        QVERIFY(file);
        QVERIFY(!file->contains(keyFromWords(words.join(u' '))->raw().toHex()));
        QVERIFY(keys.noteBackup());
        const Address elsewhere = SecretKey::generate().address();
        QVERIFY(keys.useAddress(elsewhere, Replace));
        QCOMPARE(keys.state(), State::WatchOnly);
        QCOMPARE(keys.useAddress(elsewhere, Replace).error().code, QStringLiteral("payout.same"));
        const auto bring = [&](const QString& password) {
            return answered([&](auto done) { keys.importKeystore(*file, password, done, Replace); });
        };
        QCOMPARE(bring(QStringLiteral("wrong")).error().code, QStringLiteral("keystore.password"));
        QCOMPARE(*keys.address(), elsewhere);
        QCOMPARE(bring(QStringLiteral("correct horse")).value(), *second);
        PayoutKeys again(*db, QStringLiteral("changing"));
        QCOMPARE(refreshed(again), State::Ready);
        QCOMPARE(*again.address(), *second);
        QCOMPARE(again.former().size(), 2);
        QVERIFY(again.former().contains(*first) && again.former().contains(elsewhere));
        // A key that is gone from the keychain comes back by its words, for the same address.
        QKeychain::DeletePasswordJob gone(QStringLiteral("Surplus"));
        gone.setKey(QStringLiteral("payout-key/changing/") + second->hex0x());
        QVERIFY(run(gone));
        QCOMPARE(refreshed(again), State::Lost);
        QCOMPARE(answered([&](auto done) { again.import(words.join(u' '), done, Replace); }).value(), *second);
        QCOMPARE(refreshed(again), State::Ready);
        QCOMPARE(again.former().size(), 2);
    }
    void aBareKeyDoesNotTakeTheWordsPlace()
    {
        const QTemporaryDir dir;
        const auto db = database(dir);
        PayoutKeys keys(*db, QStringLiteral("words"));
        const auto made = create(keys);
        QVERIFY(made && keys.noteBackup());
        const auto wordsOf = [](PayoutKeys& of) { return answered<QStringList>([&](auto done) { of.words(done); }).value_or(QStringList()); };
        const QStringList words = wordsOf(keys);
        QCOMPARE(words.size(), 12);
        const QString bare = QString::fromLatin1(keyFromWords(words.join(u' '))->raw().toHex());
        constexpr auto Replace = PayoutKeys::Existing::Replace;
        // Over the address itself, from a keystore, and after another address was used meanwhile.
        QCOMPARE(answered([&](auto done) { keys.import(bare, done, Replace); }).value(), *made);
        QCOMPARE(wordsOf(keys), words);
        const auto file = answered<QByteArray>([&](auto done) { keys.exportKeystore(QStringLiteral("password"), done); });
        QVERIFY(keys.useAddress(SecretKey::generate().address(), Replace));
        QCOMPARE(answered([&](auto done) { keys.importKeystore(*file, QStringLiteral("password"), done, Replace); }).value(), *made);
        QCOMPARE(wordsOf(keys), words);
        // In a profile whose folder was deleted.
        const QTemporaryDir fresh;
        const auto another = database(fresh);
        PayoutKeys again(*another, QStringLiteral("words"));
        QCOMPARE(answered([&](auto done) { again.import(bare, done); }).value(), *made);
        QCOMPARE(refreshed(again), State::Ready);
        QCOMPARE(wordsOf(again), words);
        // The other way round the words come to the key that was there without.
        const SecretKey raw = *keyFromWords(wordsFromEntropy(QByteArray(16, 'x'), WordList::Spanish).join(u' '));
        PayoutKeys third(*db, QStringLiteral("third"));
        QCOMPARE(answered([&](auto done) { third.import(QString::fromLatin1(raw.raw().toHex()), done); }).value(), raw.address());
        QCOMPARE(answered<QStringList>([&](auto done) { third.words(done); }).error().code, QStringLiteral("words.none"));
        QCOMPARE(answered([&](auto done) { third.import(wordsFromEntropy(QByteArray(16, 'x'), WordList::Spanish).join(u'\n'), done, Replace); }).value(), raw.address());
        QCOMPARE(wordsOf(third), wordsFromEntropy(QByteArray(16, 'x'), WordList::Spanish));
        QCOMPARE(refreshed(third), State::Ready);
    }
    void profilesKeepTheirKeysApart()
    {
        const QTemporaryDir dirs[2];
        std::unique_ptr<Database> files[2];
        Address addresses[2];
        for (int i = 0; i < 2; ++i) {
            files[i] = database(dirs[i]);
            PayoutKeys keys(*files[i], i == 0 ? QStringLiteral("home") : QStringLiteral("work"));
            const auto made = create(keys);
            QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
            addresses[i] = *made;
        }
        QVERIFY(addresses[0] != addresses[1]);
        for (int i = 0; i < 2; ++i) {
            PayoutKeys keys(*files[i], i == 0 ? QStringLiteral("home") : QStringLiteral("work"));
            QCOMPARE(refreshed(keys), State::Ready);
            const auto key = answered<Address>([&](auto done) {
                keys.withKey([done](const Result<SecretKey>& read) { done(read ? Result<Address>(read->address()) : tl::unexpected(read.error())); });
            });
            QCOMPARE(key.value_or(Address()), addresses[i]);
        }
        // A profile with the other one's name does not take the other one's key for its own.
        PayoutKeys mixed(*files[0], QStringLiteral("work"));
        QVERIFY(!mixed.address() && mixed.state() == State::None);
        // Whoever deletes a profile's folder and begins again loses no key.
        const QTemporaryDir begun;
        const auto fresh = database(begun);
        PayoutKeys anew(*fresh, QStringLiteral("home"));
        QVERIFY(create(anew).value_or(addresses[0]) != addresses[0]);
        QKeychain::ReadPasswordJob old(QStringLiteral("Surplus"));
        old.setKey(QStringLiteral("payout-key/home/") + addresses[0].hex0x());
        QVERIFY(run(old));
        QCOMPARE(keyFromWords(wordsFromEntropy(old.binaryData().mid(2), WordList::English).join(u' '))->address(), addresses[0]);
    }

    void anEmptiedKeyringNeverLeadsToANewKey()
    {
        const QTemporaryDir dir;
        const auto db = database(dir);
        PayoutKeys keys(*db, QStringLiteral("emptied"));
        const auto made = create(keys);
        QVERIFY(made);
        QKeychain::DeletePasswordJob remove(QStringLiteral("Surplus"));
        remove.setKey(QStringLiteral("payout-key/emptied/") + made->hex0x());
        QVERIFY(run(remove));
        PayoutKeys again(*db, QStringLiteral("emptied"));
        QCOMPARE(refreshed(again), State::Lost);
        QCOMPARE(*again.address(), *made);
        QVERIFY(!create(again));
        QKeychain::ReadPasswordJob read(QStringLiteral("Surplus"));
        read.setKey(QStringLiteral("payout-key/emptied/") + made->hex0x());
        QVERIFY(!run(read)); // still nothing there
    }
    void anotherKeyIsNotTakenForOurs()
    {
        const QTemporaryDir dir;
        const auto db = database(dir);
        PayoutKeys keys(*db, QStringLiteral("replaced"));
        const auto made = create(keys);
        QVERIFY(made);
        QKeychain::WritePasswordJob write(QStringLiteral("Surplus"));
        write.setKey(QStringLiteral("payout-key/replaced/") + made->hex0x());
        write.setBinaryData(SecretKey::generate().raw());
        QVERIFY(run(write));
        PayoutKeys again(*db, QStringLiteral("replaced"));
        QCOMPARE(refreshed(again), State::Replaced);
        QCOMPARE(*again.address(), *made);
        QVERIFY(!create(again));
    }
    void anAddressAloneIsEnough()
    {
        const QTemporaryDir dir;
        const auto db = database(dir);
        PayoutKeys keys(*db, QStringLiteral("watch"));
        const Address address = SecretKey::generate().address();
        QVERIFY(keys.useAddress(address));
        QCOMPARE(refreshed(keys), State::WatchOnly);
        QVERIFY(!keys.useAddress(SecretKey::generate().address()));
        PayoutKeys again(*db, QStringLiteral("watch"));
        QCOMPARE(again.state(), State::WatchOnly);
        QCOMPARE(*again.address(), address);
    }
    void theKeyOfAnAddressAloneIsBroughtAndNoOther()
    {
        const QTemporaryDir dir;
        const auto db = database(dir);
        PayoutKeys keys(*db, QStringLiteral("brought"));
        const SecretKey own = SecretKey::generate();
        QVERIFY(keys.useAddress(own.address()));
        const auto bring = [&](const SecretKey& key) {
            return answered([&](auto done) { keys.import(QString::fromLatin1(key.raw().toHex()), done, PayoutKeys::Existing::Same); });
        };
        QCOMPARE(bring(SecretKey::generate()).error().code, QStringLiteral("payout.other"));
        QCOMPARE(*keys.address(), own.address());
        QCOMPARE(keys.state(), State::WatchOnly);
        QVERIFY(bring(own));
        QCOMPARE(refreshed(keys), State::Ready);
        QVERIFY(keys.former().isEmpty());
    }
    void zALockedKeyringIsNoFirstRun() // last: it locks the keyring of this session
    {
        const QTemporaryDir dir;
        const auto db = database(dir);
        PayoutKeys keys(*db, QStringLiteral("locked"));
        const auto made = create(keys);
        QVERIFY(made);
        QCOMPARE(QProcess::execute(QStringLiteral("dbus-send"), { QStringLiteral("--session"), QStringLiteral("--print-reply"),
                     QStringLiteral("--dest=org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                     QStringLiteral("org.freedesktop.Secret.Service.Lock"), QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login") }), 0);
        PayoutKeys locked(*db, QStringLiteral("locked"));
        QCOMPARE(refreshed(locked), State::Locked);
        QCOMPARE(*locked.address(), *made);
        QVERIFY(!create(locked));
        PayoutKeys fresh(*db, QStringLiteral("fresh-and-locked"));
        QCOMPARE(create(fresh).error().code, QStringLiteral("keychain.locked")); // and nothing was made
        QVERIFY(!fresh.address());
        // The way out: it is unlocked, and one look is enough.
        unlock();
        QCOMPARE(refreshed(locked), State::Ready);
        QCOMPARE(*locked.address(), *made);
    }
    void anAbsentKeyringIsNoFirstRun()
    {
        const QTemporaryDir dir;
        const auto db = database(dir);
        PayoutKeys fresh(*db, QStringLiteral("fresh"));
        QCOMPARE(refreshed(fresh), State::None);
        QCOMPARE(create(fresh).error().code, QStringLiteral("keychain.absent")); // there is nowhere to keep a key: none is made
        QCOMPARE(fresh.state(), State::None);
        QVERIFY(!fresh.address());
        const Address address = SecretKey::generate().address();
        QVERIFY(db->transact([&] {
            db->prepare("INSERT INTO payout(profile, address, watch_only) VALUES(?,?,0)").bind(QStringLiteral("payout-key/known"), address.raw()).run();
        }));
        PayoutKeys known(*db, QStringLiteral("known"));
        QCOMPARE(refreshed(known), State::Absent);
        QCOMPARE(*known.address(), address);
        QVERIFY(!create(known));
    }
    void aKeyringThatRefusesIsNoFirstRun() // in a session whose bus lets nobody talk to the keyring
    {
        const QTemporaryDir dir;
        const auto db = database(dir);
        PayoutKeys fresh(*db, QStringLiteral("fresh"));
        QCOMPARE(create(fresh).error().code, QStringLiteral("keychain.denied"));
        QVERIFY(!fresh.address());
        const Address address = SecretKey::generate().address();
        QVERIFY(db->transact([&] {
            db->prepare("INSERT INTO payout(profile, address, watch_only) VALUES(?,?,0)").bind(QStringLiteral("payout-key/known"), address.raw()).run();
        }));
        PayoutKeys known(*db, QStringLiteral("known"));
        QCOMPARE(refreshed(known), State::Denied);
        QCOMPARE(*known.address(), address);
        QVERIFY(!create(known));
    }
};

QTEST_GUILESS_MAIN(KeychainTest)
#include "keychain_test.moc"
