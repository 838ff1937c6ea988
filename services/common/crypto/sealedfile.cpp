// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/sealedfile.h"

#include "services/common/crypto/keccak.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>
#include <memory>
#include <openssl/evp.h>

namespace surplus {

namespace {
constexpr qint64 MaxPlainSize = 60LL * 1024 * 1024 * 1024;
constexpr int TagSize = 16;
constexpr int ChunkSize = 1 << 20;

struct CipherDeleter {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, CipherDeleter>;

const unsigned char* data(const QByteArray& bytes) { return reinterpret_cast<const unsigned char*>(bytes.constData()); }
unsigned char* data(QByteArray& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

tl::unexpected<Error> ioFailure(const QString& doing, const QFileDevice& file)
{
    return failure(QStringLiteral("seal.io"), QStringLiteral("%1 %2: %3.").arg(doing, file.fileName(), file.errorString()));
}
tl::unexpected<Error> cipherFailure()
{
    return failure(QStringLiteral("seal.cipher"), QStringLiteral("OpenSSL refused AES-256-GCM on this machine."));
}
} // namespace

Result<Seal> sealFile(const QString& sourcePath, const QString& targetPath)
{
    QFile source(sourcePath);
    if (!source.open(QIODevice::ReadOnly))
        return ioFailure(QStringLiteral("Can't read"), source);
    return sealFile(source, targetPath);
}

Result<Seal> sealFile(QFile& source, const QString& targetPath)
{
    if (source.size() > MaxPlainSize)
        return failure(QStringLiteral("seal.size"),
            QStringLiteral("The file is larger than 60 GiB, the most one key may encrypt. Split it."));
    QSaveFile target(targetPath);
    if (!target.open(QIODevice::WriteOnly))
        return ioFailure(QStringLiteral("Can't write"), target);

    Seal seal;
    seal.key = randomBytes(32);
    seal.nonce = randomBytes(12);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    if (!cipher || EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, data(std::as_const(seal.key)), data(std::as_const(seal.nonce))) != 1)
        return cipherFailure();
    QCryptographicHash plainHash(QCryptographicHash::Sha256);
    QCryptographicHash sealedHash(QCryptographicHash::Sha256);
    QByteArray out(ChunkSize + TagSize, Qt::Uninitialized);
    while (!source.atEnd()) {
        const QByteArray in = source.read(ChunkSize);
        if (in.isEmpty())
            return ioFailure(QStringLiteral("Can't read"), source);
        int length = 0;
        if (EVP_EncryptUpdate(cipher.get(), data(out), &length, data(in), static_cast<int>(in.size())) != 1)
            return cipherFailure();
        plainHash.addData(in);
        sealedHash.addData(QByteArrayView(out).first(length));
        if (target.write(out.constData(), length) != length)
            return ioFailure(QStringLiteral("Can't write"), target);
        seal.plainSize += in.size();
    }
    int length = 0;
    QByteArray tag(TagSize, Qt::Uninitialized);
    if (EVP_EncryptFinal_ex(cipher.get(), data(out), &length) != 1
        || EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, TagSize, tag.data()) != 1)
        return cipherFailure();
    sealedHash.addData(tag);
    if (target.write(tag) != TagSize || !target.commit())
        return ioFailure(QStringLiteral("Can't write"), target);
    seal.sealedSize = seal.plainSize + TagSize;
    seal.plainHash = *Hash32::fromRaw(plainHash.result());
    seal.sealedHash = *Hash32::fromRaw(sealedHash.result());
    return seal;
}

Result<void> openSealedFile(const QString& sourcePath, const QString& targetPath, const Seal& seal)
{
    const auto damaged = [&] {
        return failure(QStringLiteral("seal.damaged"),
            QStringLiteral("%1 is not what was stored: its authentication tag is wrong. Nothing was written.").arg(sourcePath));
    };
    QFile source(sourcePath);
    if (!source.open(QIODevice::ReadOnly))
        return ioFailure(QStringLiteral("Can't read"), source);
    if (source.size() != seal.sealedSize || seal.sealedSize < TagSize || seal.key.size() != 32 || seal.nonce.size() != 12)
        return damaged();
    QSaveFile target(targetPath);
    if (!target.open(QIODevice::WriteOnly))
        return ioFailure(QStringLiteral("Can't write"), target);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    if (!cipher || EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, data(seal.key), data(seal.nonce)) != 1)
        return cipherFailure();
    QCryptographicHash plainHash(QCryptographicHash::Sha256);
    QByteArray out(ChunkSize + TagSize, Qt::Uninitialized);
    for (qint64 left = seal.sealedSize - TagSize; left > 0;) {
        const QByteArray in = source.read(std::min<qint64>(left, ChunkSize));
        if (in.isEmpty())
            return ioFailure(QStringLiteral("Can't read"), source);
        int length = 0;
        if (EVP_DecryptUpdate(cipher.get(), data(out), &length, data(in), static_cast<int>(in.size())) != 1)
            return damaged();
        plainHash.addData(QByteArrayView(out).first(length));
        if (target.write(out.constData(), length) != length)
            return ioFailure(QStringLiteral("Can't write"), target);
        left -= in.size();
    }
    QByteArray tag = source.read(TagSize);
    int length = 0;
    if (tag.size() != TagSize || EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, TagSize, tag.data()) != 1
        || EVP_DecryptFinal_ex(cipher.get(), data(out), &length) != 1 || plainHash.result() != seal.plainHash.raw())
        return damaged();
    if (!target.commit())
        return ioFailure(QStringLiteral("Can't write"), target);
    return {};
}

} // namespace surplus
