// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/keccak.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <cstdlib>
#include <openssl/crypto.h>
#include <openssl/rand.h>

namespace surplus {

Hash32 keccak256(QByteArrayView data)
{
    QCryptographicHash hash(QCryptographicHash::Keccak_256);
    hash.addData(data);
    return *Hash32::fromRaw(hash.result());
}

QByteArray hmacSha256(const QByteArray& key, const QByteArray& message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

bool equalInConstantTime(const QByteArray& a, const QByteArray& b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.constData(), b.constData(), static_cast<size_t>(a.size())) == 0;
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1)
        std::abort(); // a key or nonce that can be guessed is worse than no program
    return bytes;
}

Hash32 randomHash() { return *Hash32::fromRaw(randomBytes(32)); }

Address create2Address(const Address& deployer, const Hash32& salt, const Hash32& initCodeHash)
{
    const Hash32 hash = keccak256(QByteArray(1, '\xff') + deployer.raw() + salt.raw() + initCodeHash.raw());
    return *Address::fromRaw(hash.raw().right(20));
}

QString checksumAddress(const Address& address)
{
    QString text = address.hex();
    const Hash32 hash = keccak256(text.toLatin1());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int nibble = (hash.bytes()[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xf;
        if (nibble >= 8)
            text[i] = text[i].toUpper();
    }
    return QStringLiteral("0x") + text;
}

} // namespace surplus
