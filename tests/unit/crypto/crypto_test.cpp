// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/certificate.h"
#include "services/common/crypto/eip712.h"
#include "services/common/crypto/keccak.h"
#include "services/common/crypto/mnemonic.h"
#include "services/common/crypto/sealedfile.h"
#include "services/common/crypto/secretkey.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace surplus;

class CryptoTest : public QObject {
    Q_OBJECT

    static QByteArray content(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
private Q_SLOTS:
    void recoveryWords()
    {
        // Official vectors are compared by the test "ethers"; here, what people type.
        QCOMPARE(wordsFromEntropy(QByteArray(16, '\x7f'), WordList::English).join(u' '),
            QStringLiteral("legal winner thank year wave sausage worth useful legal winner thank yellow"));
        const QString right = QStringLiteral("abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about");
        QCOMPARE(checksumAddress(keyFromWords(right)->address()), QStringLiteral("0x9858EfFD232B4033E47d90003D41EC34EcaEda94"));
        QCOMPARE(entropyFromWords(QStringLiteral("  ABANDON\n") + right.mid(8)).value(), QByteArray(16, '\0'));
        QCOMPARE(entropyFromWords(right.left(50)).error().code, QStringLiteral("words.count"));
        const auto unknown = entropyFromWords(QString(right).replace(QStringLiteral("about"), QStringLiteral("abuot")));
        QCOMPARE(unknown.error().code, QStringLiteral("words.unknown"));
        QVERIFY(unknown.error().message.contains(QStringLiteral("12")) && !unknown.error().message.contains(QStringLiteral("abuot")));
        QCOMPARE(entropyFromWords(QString(right).replace(QStringLiteral("about"), QStringLiteral("abandon"))).error().code, QStringLiteral("words.checksum"));
        // Spanish without its accents is understood, and gives the key of the words as the list writes them.
        const QByteArray entropy = randomBytes(16);
        const QString spanish = wordsFromEntropy(entropy, WordList::Spanish).join(u' ');
        QString bare = spanish.normalized(QString::NormalizationForm_KD);
        bare.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
        QCOMPARE(entropyFromWords(bare).value(), entropy);
        QCOMPARE(keyFromWords(bare)->address(), keyFromWords(spanish)->address());
    }
    /// BIP-32, test vector 1: the chain m/0H/1/2H/2/1000000000.
    void derivation()
    {
        const QByteArray seed = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f");
        constexpr quint32 Hard = 0x80000000;
        QCOMPARE(deriveKey(seed, {})->raw().toHex(), QByteArray("e8f32e723decf4051aefac8e2c93c9c5b214313817cdb01a1494b917c8436b35"));
        QCOMPARE(deriveKey(seed, { 0 | Hard })->raw().toHex(), QByteArray("edb2e14f9ee77d26dd93b4ecede8d16ed408ce149b6cd80b0715a2d911a0afea"));
        QCOMPARE(deriveKey(seed, { 0 | Hard, 1, 2 | Hard, 2, 1000000000 })->raw().toHex(), QByteArray("471b76e389e528d6de6d816857e012c5455051cad6660850e58372a6c3e6e7c8"));
    }
    void keccakIsEthereums()
    {
        QCOMPARE(keccak256("").hex(), QStringLiteral("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"));
        QCOMPARE(keccak256("abc").hex(), QStringLiteral("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"));
    }
    void addressesAsInEip55()
    {
        for (const char* text : { "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                 "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb" }) {
            const QString wanted = QString::fromLatin1(text);
            const auto parsed = parseAddress(wanted);
            QVERIFY(parsed);
            QCOMPARE(checksumAddress(*parsed), wanted);
            QVERIFY(parseAddress(wanted.toLower()));
            QString typo = wanted;
            typo[5] = typo[5].isLower() ? typo[5].toUpper() : typo[5].toLower();
            if (typo != wanted)
                QVERIFY(!parseAddress(typo));
        }
    }
    void create2AsInEip1014()
    {
        const auto address = create2Address(*Address::fromHex(u"deadbeef00000000000000000000000000000000"), Hash32(), keccak256(QByteArray(1, '\0')));
        QCOMPARE(checksumAddress(address), QStringLiteral("0xB928f69Bb1D91Cd65274e3c79d8986362984fDA3"));
    }
    void typedDataAsInTheEipsOwnExample()
    {
        // EIP-712, "Example": the key is keccak256("cow").
        const auto key = SecretKey::fromRaw(keccak256("cow").raw());
        QVERIFY(key);
        QCOMPARE(checksumAddress(key->address()), QStringLiteral("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"));
        const auto person = [](const char* name, const char* wallet) {
            return StructHash("Person(string name,address wallet)").string(QString::fromLatin1(name))
                .address(*parseAddress(QString::fromLatin1(wallet))).finish();
        };
        StructHash mail("Mail(Person from,Person to,string contents)Person(string name,address wallet)");
        mail.bytes32(person("Cow", "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826").raw());
        mail.bytes32(person("Bob", "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB").raw());
        mail.string(QStringLiteral("Hello, Bob!"));
        const Hash32 domain = TypedDomain("Ether Mail", "1").separator(1,
            parseAddress(QStringLiteral("0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC")));
        QCOMPARE(domain.hex(), QStringLiteral("f2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f"));
        QCOMPARE(mail.finish().hex(), QStringLiteral("c52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e"));
        const Hash32 digest = typedDataDigest(domain, mail.finish());
        QCOMPARE(digest.hex(), QStringLiteral("be609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2"));
        QCOMPARE(key->sign(digest).hex(),
            QStringLiteral("4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d"
                           "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b915621c"));
    }
    void signaturesHaveOneFormOnly()
    {
        const SecretKey key = SecretKey::generate();
        const Hash32 digest = keccak256("payload");
        const Signature good = key.sign(digest);
        QCOMPARE(*recoverSigner(digest, good), key.publicKey());
        QVERIFY(recoverSigner(keccak256("other"), good) != key.publicKey());
        // The mirrored signature (n − s, other v) is valid in plain ECDSA and must not be here.
        const U256 order("0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141");
        const U256 s = *fromBigEndian32(good.raw().mid(32, 32));
        QByteArray mirrored = good.raw().left(32) + toBigEndian32(U256(order - s)) + QByteArray(1, good.bytes()[64] == 27 ? 28 : 27);
        QVERIFY(!recoverSigner(digest, *Signature::fromRaw(mirrored)));
        for (const char v : { 0, 1, 26, 29 }) {
            QByteArray other = good.raw();
            other[64] = v;
            QVERIFY(!recoverSigner(digest, *Signature::fromRaw(other)));
        }
        QVERIFY(!recoverSigner(digest, Signature()));
        QVERIFY(!SecretKey::fromRaw(QByteArray(32, '\0')));
        QVERIFY(!SecretKey::fromRaw(QByteArray(32, '\xff')));
    }
    void amountsOf256Bits()
    {
        QCOMPARE(toDecimal(*u256FromDecimal(QStringLiteral("115792089237316195423570985008687907853269984665640564039457584007913129639935"))),
            QStringLiteral("115792089237316195423570985008687907853269984665640564039457584007913129639935"));
        QVERIFY(!u256FromDecimal(QStringLiteral("115792089237316195423570985008687907853269984665640564039457584007913129639936")));
        QVERIFY(!u256FromDecimal(QStringLiteral("-1")));
        QVERIFY(!u256FromDecimal(QString()));
        QCOMPARE(toBigEndian32(U256(258)).right(3), QByteArray::fromHex("000102"));
        QCOMPARE(*fromBigEndian32(toBigEndian32(U256(123456789))), U256(123456789));
    }
    void sealedFilesOpenAndDamageIsFound()
    {
        const QTemporaryDir dir;
        const QString plain = dir.filePath(QStringLiteral("plain"));
        const QString sealed = dir.filePath(QStringLiteral("sealed"));
        const QString back = dir.filePath(QStringLiteral("back"));
        for (const qint64 size : { 0LL, 1LL, 1048576LL, 3'000'001LL }) {
            write(plain, randomBytes(size));
            const auto seal = sealFile(plain, sealed);
            QVERIFY(seal);
            QCOMPARE(QFile(sealed).size(), size + 16);
            QVERIFY(openSealedFile(sealed, back, *seal));
            QCOMPARE(content(back), content(plain));
            QFile::remove(back);
            QByteArray damaged = content(sealed);
            damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
            write(sealed, damaged);
            const auto opened = openSealedFile(sealed, back, *seal);
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, QStringLiteral("seal.damaged"));
            QVERIFY(!QFile::exists(back));
        }
        write(plain, QByteArray(100, 'a'));
        const auto one = sealFile(plain, sealed);
        const QByteArray first = content(sealed);
        const auto two = sealFile(plain, sealed);
        QVERIFY(one->key != two->key);
        QVERIFY(first != content(sealed));
    }
    void tlsIdentityIsKept()
    {
        const QTemporaryDir dir;
        const auto made = loadOrCreateTlsIdentity(dir.path());
        QVERIFY(made);
        const auto again = loadOrCreateTlsIdentity(dir.path());
        QVERIFY(again);
        QCOMPARE(*spkiHash(made->certificate), *spkiHash(again->certificate));
        QCOMPARE(QFile(dir.filePath(QStringLiteral("tls.pem"))).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        write(dir.filePath(QStringLiteral("tls.pem")), "nonsense");
        QVERIFY(!loadOrCreateTlsIdentity(dir.path()));
    }
};

QTEST_GUILESS_MAIN(CryptoTest)
#include "crypto_test.moc"
