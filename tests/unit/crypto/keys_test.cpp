// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/keccak.h"
#include "services/common/crypto/keystore.h"
#include "services/common/crypto/mnemonic.h"
#include "services/common/crypto/scrypt.h"
#include "services/common/crypto/typed.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace surplus;

/// Keys that people bring: typed, pasted, or in a file.
class KeysTest : public QObject {
    Q_OBJECT

    /// A keystore with other parameters of its key derivation: its password is then of no use, and must not be needed.
    static QByteArray withParams(const QByteArray& json, const QJsonObject& changed, const QString& kdf = {})
    {
        QJsonObject file = QJsonDocument::fromJson(json).object();
        QJsonObject crypto = file.value(u"crypto").toObject();
        QJsonObject params = crypto.value(u"kdfparams").toObject();
        for (auto it = changed.begin(); it != changed.end(); ++it)
            params.insert(it.key(), it.value());
        crypto.insert(QStringLiteral("kdfparams"), params);
        if (!kdf.isEmpty())
            crypto.insert(QStringLiteral("kdf"), kdf);
        file.insert(QStringLiteral("crypto"), crypto);
        return QJsonDocument(file).toJson();
    }
    static QJsonObject scryptOf(double n, double r, double p) { return { { QStringLiteral("n"), n }, { QStringLiteral("r"), r }, { QStringLiteral("p"), p } }; }

private Q_SLOTS:
    /// RFC 7914, section 12.
    void scryptOfTheRfc_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QByteArray>("salt");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("r");
        QTest::addColumn<int>("p");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("empty") << QByteArray("") << QByteArray("") << 16 << 1 << 1
            << QByteArray("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
        QTest::newRow("password") << QByteArray("password") << QByteArray("NaCl") << 1024 << 8 << 16
            << QByteArray("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
        QTest::newRow("pleaseletmein") << QByteArray("pleaseletmein") << QByteArray("SodiumChloride") << 16384 << 8 << 1
            << QByteArray("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887");
    }
    void scryptOfTheRfc()
    {
        QFETCH(QByteArray, password);
        QFETCH(QByteArray, salt);
        QFETCH(int, n);
        QFETCH(int, r);
        QFETCH(int, p);
        QFETCH(QByteArray, key);
        const auto own = scryptBeyondRfc(password, salt, static_cast<quint64>(n), static_cast<quint32>(r), static_cast<quint32>(p), 64);
        QCOMPARE(own->toHex(), key);
        QCOMPARE(scrypt(password, salt, static_cast<quint64>(n), static_cast<quint32>(r), static_cast<quint32>(p), 64), own);
    }

    /// The examples of the format's definition (Ethereum wiki, "Web3 Secret Storage Definition"), and those by which geth shows
    /// that it opens keys whose first zeros were left out and files of version 1.
    void keystoresThatGethOpens_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QByteArray>("key");
        const QByteArray example("7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d");
        QTest::newRow("pbkdf2") << QByteArray(R"({"version":3,"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"6087dab2f9fdbbfaddc31a909735c1e6"},
            "ciphertext":"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46","kdf":"pbkdf2","kdfparams":{"c":262144,"dklen":32,
            "prf":"hmac-sha256","salt":"ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd"},
            "mac":"517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"}})") << QStringLiteral("testpassword") << example;
        QTest::newRow("scrypt") << QByteArray(R"({"version":3,"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"83dbcc02d8ccb40e466191a123791e0e"},
            "ciphertext":"d172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c","kdf":"scrypt","kdfparams":{"dklen":32,"n":262144,
            "p":8,"r":1,"salt":"ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19"},
            "mac":"2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097"}})") << QStringLiteral("testpassword") << example;
        QTest::newRow("31 bytes") << QByteArray(R"({"version":3,"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"e0c41130a323adc1446fc82f724bca2f"},
            "ciphertext":"9517cd5bdbe69076f9bf5057248c6c050141e970efa36ce53692d5d59a3984","kdf":"scrypt","kdfparams":{"dklen":32,"n":2,"r":8,"p":1,
            "salt":"711f816911c92d649fb4c84b047915679933555030b3552c1212609b38208c63"},
            "mac":"d5e116151c6aa71470e67a7d42c9620c75c4d23229847dcc127794f0732b0db5"}})") << QStringLiteral("foo")
            << QByteArray("00fa7b3db73dc7dfdf8c5fbdb796d741e4488628c41fc4febd9160a866ba0f35");
        QTest::newRow("30 bytes") << QByteArray(R"({"version":3,"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"3ca92af36ad7c2cd92454c59cea5ef00"},
            "ciphertext":"108b7d34f3442fc26ab1ab90ca91476ba6bfa8c00975a49ef9051dc675aa","kdf":"scrypt","kdfparams":{"dklen":32,"n":2,"r":8,"p":1,
            "salt":"d0769e608fb86cda848065642a9c6fa046845c928175662b8e356c77f914cd3b"},
            "mac":"75d0e6759f7b3cefa319c3be41680ab6beea7d8328653474bd06706d4cc67420"}})") << QStringLiteral("foo")
            << QByteArray("000081c29e8142bb6a81bef5a92bda7a8328a5c85bb2f9542e76f9b0f94fc018");
        QTest::newRow("version 1") << QByteArray(R"({"Crypto":{"cipher":"aes-128-cbc","cipherparams":{"iv":"35337770fc2117994ecdcad026bccff4"},
            "ciphertext":"6143d3192db8b66eabd693d9c4e414dcfaee52abda451af79ccf474dafb35f1bfc7ea013aa9d2ee35969a1a2e8d752d0","kdf":"scrypt",
            "kdfparams":{"dklen":32,"n":262144,"p":1,"r":8,"salt":"9afcddebca541253a2f4053391c673ff9fe23097cd8555d149d929e4ccf1257f"},
            "mac":"3f3d5af884b17a100b0b3232c0636c230a54dc2ac8d986227219b0dd89197644","version":"1"},
            "address":"cb61d5a9c4896fb9658090b597ef0e7be6f7b67e","version":"1"})") << QStringLiteral("g")
            << QByteArray("d1b1178d3529626a1a93e073f65028370d14c7eb0936eb42abef05db6f37ad7d");
    }
    void keystoresThatGethOpens()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, password);
        QFETCH(QByteArray, key);
        const auto read = readKeystore(json, password);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(read->raw().toHex(), key);
        QCOMPARE(readKeystore(json, password + u't').error().code, QStringLiteral("keystore.password"));
    }
    void hostileKeystoresAreRefusedBeforeTheWork()
    {
        const SecretKey key = SecretKey::generate();
        const QString password = QStringLiteral("p");
        const QByteArray json = *writeKeystore(key, password, 14);
        QCOMPARE(readKeystore(json, password)->raw(), key.raw());
        const auto code = [&](const QByteArray& file) {
            const auto read = readKeystore(file, password);
            return read ? QStringLiteral("opened") : read.error().code;
        };
        // Each of them would take hours, or more memory than there is.
        for (const auto& [n, r, p] : QList<std::tuple<double, double, double>> { { 1 << 20, 8, 1 }, { 1 << 23, 1, 1 }, { 1 << 22, 2, 1 }, { 1 << 18, 8, 5 },
                 { 2, 1 << 22, 1 }, { 2, 1 << 21, 1 }, { 2, 1, 1 << 23 }, { 16384, 8, 65536 }, { 9007199254740992.0, 1, 1 }, { 2, 9007199254740991.0, 1 },
                 { 2, 1, 9007199254740991.0 }, { 4503599627370496.0, 9007199254740991.0, 9007199254740991.0 } }) {
            QCOMPARE(code(withParams(json, scryptOf(n, r, p))), QStringLiteral("keystore.costly"));
        }
        const auto rounds = [&](double c) { return withParams(json, { { QStringLiteral("c"), c }, { QStringLiteral("prf"), QStringLiteral("hmac-sha256") } }, QStringLiteral("pbkdf2")); };
        QCOMPARE(code(rounds(2147483648.0)), QStringLiteral("keystore.costly"));
        QCOMPARE(code(rounds(5'000'001)), QStringLiteral("keystore.costly"));
        const auto costly = readKeystore(withParams(json, scryptOf(1 << 21, 8, 4)), password);
        QVERIFY2(costly.error().message.contains(QStringLiteral("2048 MiB")) && costly.error().message.contains(QStringLiteral("about 39 s"))
                && costly.error().message.contains(QStringLiteral("At most 512 MiB and 5 s")), qPrintable(costly.error().message));
        // And what is none.
        for (const auto& [n, r, p] : QList<std::tuple<double, double, double>> { { 16385, 8, 1 }, { 0, 8, 1 }, { 1, 8, 1 }, { -2, 8, 1 }, { 16384, 0, 1 }, { 16384, 8, -1 }, { 16384.5, 8, 1 } })
            QCOMPARE(code(withParams(json, scryptOf(n, r, p))), QStringLiteral("keystore.malformed"));
        QCOMPARE(code(rounds(0)), QStringLiteral("keystore.malformed"));
        QCOMPARE(code("{}"), QStringLiteral("keystore.malformed"));
        QCOMPARE(code(QByteArray(json).replace("\"version\": 3", "\"version\": 2")), QStringLiteral("keystore.malformed"));
        QCOMPARE(code(withParams(json, { { QStringLiteral("dklen"), 31 } })), QStringLiteral("keystore.malformed"));
        // A letter O for a zero, wherever hexadecimal stands.
        const QJsonObject crypto = QJsonDocument::fromJson(json).object().value(u"crypto").toObject();
        for (const QString& text : { crypto.value(u"mac").toString(), crypto.value(u"ciphertext").toString(), crypto.value(u"cipherparams")[u"iv"].toString(),
                 crypto.value(u"kdfparams")[u"salt"].toString() }) {
            QByteArray typo = text.toLatin1();
            typo[3] = 'O';
            QCOMPARE(code(QByteArray(json).replace(text.toLatin1(), typo)), QStringLiteral("keystore.malformed"));
            QCOMPARE(code(QByteArray(json).replace(text.toLatin1(), text.toLatin1() + "O")), QStringLiteral("keystore.malformed"));
        }
    }
    void aPasswordIsReadInBothOfItsForms()
    {
        const SecretKey key = SecretKey::generate();
        const QString composed = QString::fromUtf8("p\u00e4ssword"), decomposed = composed.normalized(QString::NormalizationForm_D);
        QVERIFY(composed != decomposed);
        // ethers would have written it composed, whatever was typed.
        QCOMPARE(readKeystore(*writeKeystore(key, composed, 14), decomposed)->raw(), key.raw());
        QCOMPARE(readKeystore(*writeKeystore(key, decomposed, 14), decomposed)->raw(), key.raw());
    }

    void oneWrongCharacterOfAKeyIsSaid()
    {
        const SecretKey key = SecretKey::generate();
        const QString right = QString::fromLatin1(key.raw().toHex());
        const auto same = [&](const QString& text) {
            const auto read = secretKeyFromText(text);
            return read && read->raw() == key.raw();
        };
        QVERIFY(same(right) && same(QStringLiteral("0x") + right) && same(right.toUpper()) && same(QStringLiteral("0X") + right.toUpper()));
        QVERIFY(same(QStringLiteral("\ufeff ") + right.left(32) + QStringLiteral("\n\t\u00a0\u200b") + right.mid(32) + QStringLiteral("\r\n")));
        for (qsizetype i = 0; i < right.size(); ++i) {
            for (const QChar wrong : { QChar(u'O'), QChar(u'l'), QChar(u'g'), QChar(0xb2) }) {
                QString typo = right;
                typo[i] = wrong;
                const auto read = secretKeyFromText(typo);
                QVERIFY(!read);
                QCOMPARE(read.error().code, QStringLiteral("key.malformed"));
                QVERIFY2(read.error().message.contains(QStringLiteral("Character %1 ").arg(i + 1)), qPrintable(read.error().message));
                QVERIFY(!read.error().message.contains(right.mid(0, 6)));
            }
            QVERIFY(!secretKeyFromText(QString(right).remove(i, 1)) && !secretKeyFromText(QString(right).insert(i, u'0')));
        }
        QVERIFY(secretKeyFromText(right.left(63)).error().message.contains(QStringLiteral("63")));
        QVERIFY(!secretKeyFromText(QString()) && !secretKeyFromText(QString(64, u'0')) && !secretKeyFromText(QString(64, u'f')));
    }
    void oneWrongCharacterOfAnAddressIsSaid()
    {
        const QString right = QStringLiteral("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359");
        const Address address = *Address::fromHex(right.toLower());
        for (const QString& text : { right, right.toLower(), right.toUpper(), QStringLiteral("0x") + right.mid(2).toUpper(), QStringLiteral(" \u00a0") + right.left(20) + u'\n' + right.mid(20) + u'\u200e' })
            QCOMPARE(addressFromText(text).value_or(Address()), address);
        for (qsizetype i = 2; i < right.size(); ++i) {
            QString typo = right, other = right;
            typo[i] = u'O';
            QCOMPARE(addressFromText(typo).error().code, QStringLiteral("address.malformed"));
            QVERIFY(addressFromText(typo).error().message.contains(QStringLiteral("Character %1 ").arg(i + 1)));
            other[i] = right[i] == u'a' ? u'b' : right[i] == u'A' ? u'B' : right[i].isUpper() ? u'A' : right[i].isLower() ? u'a' : right[i] == u'1' ? u'2' : u'1';
            QCOMPARE(addressFromText(other).error().code, QStringLiteral("address.checksum"));
            QVERIFY(!addressFromText(QString(right).remove(i, 1)));
        }
        QCOMPARE(addressFromText(right.mid(2)).error().code, QStringLiteral("address.malformed"));
        QCOMPARE(addressFromText(QStringLiteral("garbage")).error().code, QStringLiteral("address.malformed"));
        QCOMPARE(addressFromText(QString()).error().code, QStringLiteral("address.malformed"));
    }

    void wordsAreReadHoweverTheyWerePasted()
    {
        const QByteArray entropy(QByteArray::fromHex("23db8160a31d3e0dca3688ed941adbf3"));
        for (const WordList list : { WordList::English, WordList::Spanish }) {
            const QStringList words = wordsFromEntropy(entropy, list);
            const auto joined = [&](auto&& form) {
                QString text;
                for (int i = 0; i < words.size(); ++i)
                    text += form(i);
                return text;
            };
            const auto numbered = [&](const char* before, const char* after) {
                return joined([&](int i) { return QString::fromUtf8(before) + QString::number(i + 1) + QString::fromUtf8(after) + words[i] + u'\n'; });
            };
            const QStringList texts { words.join(u'\n'), words.join(QStringLiteral("\r\n")) + QStringLiteral("\r\n"), words.join(u'\t'), words.join(u'\u00a0'), words.join(u'\u3000'),
                words.join(QStringLiteral(" \u2009\u202f ")), words.join(QStringLiteral(", ")), words.join(u','), words.join(QStringLiteral(" ")).toUpper(),
                u'\ufeff' + words.join(QStringLiteral(" \u200b")), numbered("", ". "), numbered("", ") "), numbered("", "."), numbered("", " "), numbered("", ": "), numbered("#", " "),
                numbered("(", ") "), numbered("", "\n"), numbered("  ", ".\t"), joined([&](int i) { return QStringLiteral("- ") + words[i] + u'\n'; }),
                // A table of two columns, copied row by row; and the digits of another script.
                joined([&](int i) { const int at = i / 2 + (i % 2) * 6; return QStringLiteral("%1. %2\t").arg(at + 1).arg(words[at]); }),
                joined([&](int i) { return QString(QChar(u'\u0660' + (i + 1) / 10)) + QChar(u'\u0660' + (i + 1) % 10) + u' ' + words[i] + u' '; }) };
            const auto wanted = keyFromWords(words.join(u' '));
            for (const QString& text : texts) {
                const auto read = entropyFromWords(text);
                QVERIFY2(read, qPrintable(text + (read ? QString() : read.error().message)));
                QCOMPARE(*read, entropy);
                QCOMPARE(keyFromWords(text)->raw(), wanted->raw());
            }
            QCOMPARE(entropyFromWords(QString(numbered("", ". ")).replace(QStringLiteral("\n7. "), QStringLiteral("\n6. "))).error().code, QStringLiteral("words.numbers"));
            QCOMPARE(entropyFromWords(QString(numbered("", ". ")).replace(QStringLiteral("\n7. "), QStringLiteral("\n"))).error().code, QStringLiteral("words.numbers"));
            QCOMPARE(entropyFromWords(QString(numbered("", ". ")).replace(QStringLiteral("12. "), QStringLiteral("13. "))).error().code, QStringLiteral("words.numbers"));
            QCOMPARE(entropyFromWords(words.join(u'\n') + QStringLiteral("\n5")).error().code, QStringLiteral("words.numbers"));
            QCOMPARE(entropyFromWords(words.mid(1).join(u'\n')).error().code, QStringLiteral("words.count"));
            const auto unknown = entropyFromWords(words.mid(0, 6).join(u'\n') + QStringLiteral("\n0") + words.mid(6).join(u'\n'));
            QVERIFY(!unknown);
        }
    }
};

QTEST_GUILESS_MAIN(KeysTest)
#include "keys_test.moc"
