// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/keystore.h"

#include "services/common/crypto/keccak.h"
#include "services/common/crypto/mnemonic.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPasswordDigestor>
#include <QUuid>
#include <openssl/evp.h>

namespace surplus {

namespace {
constexpr quint64 MaxMemory = quint64(1) << 30;
constexpr qint64 MaxRounds = 10'000'000;
constexpr qsizetype MaxFile = 64 * 1024;
constexpr int KeyBytes = 32;
constexpr int BlockSize = 8;

std::optional<QByteArray> scrypt(const QByteArray& password, const QByteArray& salt, quint64 n, quint64 r, quint64 p)
{
    QByteArray key(KeyBytes, '\0');
    const int done = EVP_PBE_scrypt(password.constData(), static_cast<size_t>(password.size()), reinterpret_cast<const unsigned char*>(salt.constData()),
        static_cast<size_t>(salt.size()), n, r, p, MaxMemory + MaxMemory / 8, reinterpret_cast<unsigned char*>(key.data()), KeyBytes);
    return done == 1 ? std::optional(key) : std::nullopt;
}

QByteArray aesCtr(const QByteArray& key, const QByteArray& iv, const QByteArray& data)
{
    QByteArray out(data.size(), '\0');
    int length = 0;
    EVP_CIPHER_CTX* context = EVP_CIPHER_CTX_new();
    const bool done = context
        && EVP_EncryptInit_ex(context, EVP_aes_128_ctr(), nullptr, reinterpret_cast<const unsigned char*>(key.constData()), reinterpret_cast<const unsigned char*>(iv.constData())) == 1
        && EVP_EncryptUpdate(context, reinterpret_cast<unsigned char*>(out.data()), &length, reinterpret_cast<const unsigned char*>(data.constData()), static_cast<int>(data.size())) == 1;
    EVP_CIPHER_CTX_free(context);
    return done ? out : QByteArray();
}

QByteArray macOf(const QByteArray& derived, const QByteArray& cipherText) { return keccak256(derived.mid(16, 16) + cipherText).raw(); }
QString hex(const QByteArray& raw) { return QString::fromLatin1(raw.toHex()); }
QByteArray fromHex(const QJsonValue& value) { return QByteArray::fromHex(value.toString().toLatin1()); }
} // namespace

Result<QByteArray> writeKeystore(const SecretKey& key, const QString& password, int logN)
{
    const QByteArray salt = randomBytes(32);
    const QByteArray iv = randomBytes(16);
    const quint64 n = quint64(1) << logN;
    QByteArray secret = password.toUtf8();
    auto derived = scrypt(secret, salt, n, BlockSize, 1);
    wipe(secret);
    if (!derived)
        return failure(QStringLiteral("keystore.write"), QStringLiteral("There is too little memory to encrypt the key. Nothing was written."));
    QByteArray raw = key.raw();
    const QByteArray cipherText = aesCtr(derived->left(16), iv, raw);
    wipe(raw);
    const QByteArray mac = macOf(*derived, cipherText);
    wipe(*derived);
    const QJsonObject crypto { { QStringLiteral("cipher"), QStringLiteral("aes-128-ctr") },
        { QStringLiteral("cipherparams"), QJsonObject { { QStringLiteral("iv"), hex(iv) } } }, { QStringLiteral("ciphertext"), hex(cipherText) },
        { QStringLiteral("kdf"), QStringLiteral("scrypt") },
        { QStringLiteral("kdfparams"), QJsonObject { { QStringLiteral("dklen"), KeyBytes }, { QStringLiteral("n"), static_cast<qint64>(n) },
            { QStringLiteral("r"), BlockSize }, { QStringLiteral("p"), 1 }, { QStringLiteral("salt"), hex(salt) } } },
        { QStringLiteral("mac"), hex(mac) } };
    return QJsonDocument(QJsonObject { { QStringLiteral("version"), 3 }, { QStringLiteral("id"), QUuid::createUuid().toString(QUuid::WithoutBraces) },
        { QStringLiteral("address"), key.address().hex() }, { QStringLiteral("crypto"), crypto } }).toJson();
}

Result<SecretKey> readKeystore(const QByteArray& json, const QString& password)
{
    const auto malformed = [](const char* what) {
        return failure(QStringLiteral("keystore.malformed"), QStringLiteral("This is no keystore file of version 3: %1.").arg(QLatin1String(what)));
    };
    if (json.size() > MaxFile)
        return malformed("it is larger than 64 KiB");
    const QJsonObject file = QJsonDocument::fromJson(json).object();
    const QJsonObject crypto = file.value(file.contains(u"crypto") ? u"crypto" : u"Crypto").toObject();
    if (file.value(u"version").toInt() != 3 || crypto.isEmpty())
        return malformed("its version or its \"crypto\" is missing");
    const QByteArray iv = fromHex(crypto.value(u"cipherparams")[u"iv"]);
    const QByteArray cipherText = fromHex(crypto.value(u"ciphertext"));
    const QByteArray mac = fromHex(crypto.value(u"mac"));
    const QJsonObject params = crypto.value(u"kdfparams").toObject();
    const QByteArray salt = fromHex(params.value(u"salt"));
    if (crypto.value(u"cipher").toString() != QLatin1String("aes-128-ctr") || iv.size() != 16 || cipherText.size() != 32 || mac.size() != 32
        || params.value(u"dklen").toInt() != KeyBytes || salt.isEmpty())
        return malformed("its cipher or its parameters are not what the format allows");
    const auto costly = failure(QStringLiteral("keystore.costly"), QStringLiteral("This keystore file asks for more memory or time than is sensible. It was not opened."));
    QByteArray secret = password.toUtf8();
    std::optional<QByteArray> derived;
    const QString kdf = crypto.value(u"kdf").toString();
    if (kdf == QLatin1String("scrypt")) {
        const qint64 n = params.value(u"n").toInteger();
        const qint64 r = params.value(u"r").toInteger();
        const qint64 p = params.value(u"p").toInteger();
        const bool sane = n > 1 && (n & (n - 1)) == 0 && r > 0 && r <= 64 && p > 0 && p <= 16 && n <= (qint64(1) << 24);
        if (!sane || static_cast<quint64>(n) * static_cast<quint64>(r) * 128 > MaxMemory)
            return costly;
        if (r < 4 && n >= (qint64(1) << (16 * r)))
            return malformed("its scrypt parameters lie outside RFC 7914 (n has to be below 2^(16 r))");
        derived = scrypt(secret, salt, static_cast<quint64>(n), static_cast<quint64>(r), static_cast<quint64>(p));
    } else if (kdf == QLatin1String("pbkdf2") && params.value(u"prf").toString() == QLatin1String("hmac-sha256")) {
        const qint64 rounds = params.value(u"c").toInteger();
        if (rounds < 1 || rounds > MaxRounds)
            return costly;
        derived = QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha256, secret, salt, static_cast<int>(rounds), KeyBytes);
    } else {
        return malformed("its key derivation is neither scrypt nor PBKDF2");
    }
    wipe(secret);
    if (!derived)
        return costly;
    const bool right = equalInConstantTime(macOf(*derived, cipherText), mac);
    QByteArray raw = right ? aesCtr(derived->left(16), iv, cipherText) : QByteArray();
    wipe(*derived);
    if (!right)
        return failure(QStringLiteral("keystore.password"), QStringLiteral("The password does not open this keystore file."));
    auto key = SecretKey::fromRaw(raw);
    wipe(raw);
    if (!key)
        return malformed("what it holds is no key");
    return std::move(*key);
}

} // namespace surplus
