// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/keystore.h"

#include "services/common/core/parse.h"
#include "services/common/crypto/keccak.h"
#include "services/common/crypto/mnemonic.h"
#include "services/common/crypto/scrypt.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <cmath>
#include <openssl/evp.h>

namespace surplus {

namespace {
constexpr qsizetype MaxFile = 64 * 1024;
constexpr int KeyBytes = 32;
constexpr int IvBytes = 16;
constexpr int BlockSize = 8;
// What a file from anybody may cost. The estimates are those of an ordinary computer of 2024, rounded up; they don't measure
// this one, so that what opens today opens also while it is busy.
constexpr double MaxMiB = 512;
constexpr double MaxSeconds = 5;
constexpr double SecondsPerBlock = 5.8e-7; ///< of scrypt: n × r × p blocks
constexpr double SecondsPerRound = 1e-6; ///< of PBKDF2
constexpr qint64 MaxChunks = 8192; ///< r × p: 1 MiB beside scrypt's table

enum class Mode { Ctr, Cbc };

/// AES-128. Nothing if what CBC decrypts has no proper padding.
std::optional<QByteArray> aes(Mode mode, bool encrypt, const QByteArray& key, const QByteArray& iv, const QByteArray& data)
{
    QByteArray out(data.size() + IvBytes, '\0');
    int length = 0;
    int rest = 0;
    auto* const to = reinterpret_cast<unsigned char*>(out.data());
    EVP_CIPHER_CTX* context = EVP_CIPHER_CTX_new();
    const bool done = context
        && EVP_CipherInit_ex(context, mode == Mode::Ctr ? EVP_aes_128_ctr() : EVP_aes_128_cbc(), nullptr, reinterpret_cast<const unsigned char*>(key.constData()),
               reinterpret_cast<const unsigned char*>(iv.constData()), encrypt) == 1
        && EVP_CipherUpdate(context, to, &length, reinterpret_cast<const unsigned char*>(data.constData()), static_cast<int>(data.size())) == 1
        && EVP_CipherFinal_ex(context, to + length, &rest) == 1;
    EVP_CIPHER_CTX_free(context);
    if (!done) {
        wipe(out);
        return std::nullopt;
    }
    out.resize(length + rest);
    return out;
}

QByteArray macOf(const QByteArray& derived, const QByteArray& cipherText) { return keccak256(derived.mid(16, 16) + cipherText).raw(); }
QString hex(const QByteArray& raw) { return QString::fromLatin1(raw.toHex()); }

tl::unexpected<Error> malformed(const char* what)
{
    return failure(QStringLiteral("keystore.malformed"), QStringLiteral("This is no keystore file that can be read: %1.").arg(QLatin1String(what)));
}

/// Other wallets write "Crypto" and "KDF" as well, and read any case.
QJsonValue member(const QJsonObject& object, QLatin1String name)
{
    if (const auto exact = object.constFind(name); exact != object.constEnd())
        return *exact;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return *it;
    }
    return QJsonValue::Undefined;
}

std::optional<QByteArray> bytes(const QJsonObject& object, const char* name)
{
    const QJsonValue value = member(object, QLatin1String(name));
    return value.isString() ? parse::hex(value.toString()) : std::nullopt;
}

/// A whole number of at least 1, as a number or (ethers reads that too) as text.
std::optional<qint64> whole(const QJsonObject& object, const char* name)
{
    constexpr qint64 Most = qint64(1) << 53;
    const QJsonValue value = member(object, QLatin1String(name));
    const auto number = value.isString() ? parse::integer(value.toString(), 1, Most) : std::optional(value.toInteger(0));
    return number && *number >= 1 && *number <= Most ? number : std::nullopt;
}

/// How the password becomes the key, with what it costs known before it is done.
struct Derivation {
    bool isScrypt = true;
    qint64 n = 0, r = 0, p = 0;
    qint64 rounds = 0;
    Prf prf = Prf::Sha256;
    QByteArray salt;

    [[nodiscard]] double mebibytes() const { return isScrypt ? 128.0 * static_cast<double>(n) * static_cast<double>(r) / (1 << 20) : 0; }
    [[nodiscard]] double seconds() const
    {
        return isScrypt ? static_cast<double>(n) * static_cast<double>(r) * static_cast<double>(p) * SecondsPerBlock : static_cast<double>(rounds) * SecondsPerRound;
    }
    [[nodiscard]] std::optional<QByteArray> key(const QByteArray& password) const
    {
        return isScrypt ? scrypt(password, salt, static_cast<quint64>(n), static_cast<quint32>(r), static_cast<quint32>(p), KeyBytes)
                        : pbkdf2(password, salt, static_cast<int>(rounds), prf, KeyBytes);
    }
};

Result<Derivation> derivationOf(const QJsonObject& crypto)
{
    const QString kdf = member(crypto, QLatin1String("kdf")).toString().toLower();
    const QJsonObject params = member(crypto, QLatin1String("kdfparams")).toObject();
    const auto salt = bytes(params, "salt");
    // More bytes begin with the same 32; only those are used.
    const auto length = whole(params, "dklen");
    if (!salt || !length || *length < KeyBytes)
        return malformed("its key derivation has no salt or makes too short a key");
    Derivation how;
    how.salt = *salt;
    if (kdf == QLatin1String("scrypt")) {
        const auto n = whole(params, "n"), r = whole(params, "r"), p = whole(params, "p");
        if (!n || !r || !p || *n < 2 || (*n & (*n - 1)) != 0)
            return malformed("its scrypt parameters are none (n has to be a power of two)");
        how.n = *n;
        how.r = *r;
        how.p = *p;
    } else if (kdf == QLatin1String("pbkdf2")) {
        const QString prf = member(params, QLatin1String("prf")).toString();
        const auto rounds = whole(params, "c");
        if (!rounds || (prf != QLatin1String("hmac-sha256") && prf != QLatin1String("hmac-sha512")))
            return malformed("its PBKDF2 parameters are none");
        how.isScrypt = false;
        how.rounds = *rounds;
        how.prf = prf == QLatin1String("hmac-sha256") ? Prf::Sha256 : Prf::Sha512;
    } else {
        return malformed("its key derivation is neither scrypt nor PBKDF2");
    }
    if (how.mebibytes() > MaxMiB || how.seconds() > MaxSeconds || (how.isScrypt && how.r > MaxChunks / how.p))
        return failure(QStringLiteral("keystore.costly"),
            QStringLiteral("Opening this keystore file would take %1 MiB of memory and about %2 s. At most %3 MiB and %4 s are spent on a file, "
                           "as it may come from anybody. It was not opened: open it in the wallet that wrote it, and bring the key from there.")
                .arg(QString::number(std::ceil(how.mebibytes()), 'f', 0), QString::number(std::ceil(how.seconds()), 'f', 0),
                    QString::number(MaxMiB), QString::number(MaxSeconds)));
    return how;
}

/// A private key of up to 32 bytes: geth leaves zeros at its beginning out.
std::optional<SecretKey> padded(const QByteArray& plain)
{
    qsizetype zeros = 0;
    while (zeros < plain.size() && plain[zeros] == '\0')
        ++zeros;
    QByteArray raw = plain.mid(zeros);
    raw.prepend(QByteArray(std::max<qsizetype>(0, KeyBytes - raw.size()), '\0'));
    auto key = SecretKey::fromRaw(raw);
    wipe(raw);
    return key;
}

tl::unexpected<Error> wrongPassword()
{
    return failure(QStringLiteral("keystore.password"), QStringLiteral("The password does not open this keystore file."));
}

/// Geth takes a password as it was typed, ethers in the form NFKC: the same text almost always.
QList<QByteArray> formsOf(const QString& password)
{
    QList<QByteArray> forms { password.toUtf8() };
    if (const QByteArray composed = password.normalized(QString::NormalizationForm_KC).toUtf8(); composed != forms.constFirst())
        forms.append(composed);
    return forms;
}

/// Web3 Secret Storage: version 3, and the version 1 that came before it.
Result<SecretKey> readSecretStorage(const QJsonObject& crypto, bool isFirst, const QByteArray& password)
{
    const auto iv = bytes(member(crypto, QLatin1String("cipherparams")).toObject(), "iv");
    const auto cipherText = bytes(crypto, "ciphertext");
    const auto mac = bytes(crypto, "mac");
    const QString cipher = member(crypto, QLatin1String("cipher")).toString();
    if (cipher != QLatin1String(isFirst ? "aes-128-cbc" : "aes-128-ctr") || !iv || iv->size() != IvBytes || !cipherText || cipherText->isEmpty() || !mac || mac->size() != 32)
        return malformed("its cipher or its parameters are not what the format allows");
    const auto how = derivationOf(crypto);
    if (!how)
        return tl::unexpected(how.error());
    auto derived = how->key(password);
    if (!derived)
        return failure(QStringLiteral("keystore.memory"), QStringLiteral("There is too little memory to open this keystore file. Close other programs and try again."));
    const bool right = equalInConstantTime(macOf(*derived, *cipherText), *mac);
    QByteArray key = derived->left(16);
    if (isFirst)
        key = keccak256(key).raw().left(16);
    wipe(*derived);
    auto plain = right ? aes(isFirst ? Mode::Cbc : Mode::Ctr, false, key, *iv, *cipherText) : std::nullopt;
    wipe(key);
    if (!right)
        return wrongPassword();
    auto secret = plain ? padded(*plain) : std::nullopt;
    if (plain)
        wipe(*plain);
    if (!secret)
        return malformed("what it holds is no key");
    return std::move(*secret);
}

/// The wallet of Ethereum's sale in 2014: the key is the hash of a seed, and only its address tells the right password.
Result<SecretKey> readPresaleWallet(const QJsonObject& file, const QByteArray& password)
{
    const auto seed = bytes(file, "encseed");
    const auto address = Address::fromHex(member(file, QLatin1String("ethaddr")).toString());
    if (!seed || seed->size() < 2 * IvBytes || seed->size() % IvBytes != 0 || !address)
        return malformed("its seed or its address is none");
    QByteArray derived = pbkdf2(password, password, 2000, Prf::Sha256, 16);
    auto plain = aes(Mode::Cbc, false, derived, seed->left(IvBytes), seed->mid(IvBytes));
    wipe(derived);
    if (!plain)
        return wrongPassword();
    auto key = SecretKey::fromRaw(keccak256(*plain).raw());
    wipe(*plain);
    if (!key || key->address() != *address)
        return wrongPassword();
    return std::move(*key);
}
} // namespace

Result<QByteArray> writeKeystore(const SecretKey& key, const QString& password, int logN)
{
    const QByteArray salt = randomBytes(32);
    const QByteArray iv = randomBytes(16);
    const quint64 n = quint64(1) << logN;
    QByteArray secret = password.toUtf8();
    auto derived = scrypt(secret, salt, n, BlockSize, 1, KeyBytes);
    wipe(secret);
    if (!derived)
        return failure(QStringLiteral("keystore.write"), QStringLiteral("There is too little memory to encrypt the key. Nothing was written."));
    QByteArray raw = key.raw();
    const QByteArray cipherText = aes(Mode::Ctr, true, derived->left(16), iv, raw).value();
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
    if (json.size() > MaxFile)
        return malformed("it is larger than 64 KiB");
    const QJsonObject file = QJsonDocument::fromJson(json).object();
    const QJsonObject crypto = member(file, QLatin1String("crypto")).toObject();
    const bool isPresale = !member(file, QLatin1String("encseed")).isUndefined();
    const auto version = whole(file, "version");
    if (!isPresale && ((version != 3 && version != 1) || crypto.isEmpty()))
        return malformed("its version or its \"crypto\" is missing");
    Result<SecretKey> read = wrongPassword();
    for (QByteArray& form : formsOf(password)) {
        read = isPresale ? readPresaleWallet(file, form) : readSecretStorage(crypto, version == 1, form);
        wipe(form);
        if (read || read.error().code != QLatin1String("keystore.password"))
            break;
    }
    return read;
}

} // namespace surplus
