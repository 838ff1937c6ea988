// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/scrypt.h"

#include <QtEndian>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace surplus {

namespace {
constexpr int SalsaWords = 16;

const unsigned char* bytesOf(const QByteArray& data) { return reinterpret_cast<const unsigned char*>(data.constData()); }

/// Memory that is forgotten when it goes; `data` is null if there was none.
struct Scratch {
    size_t count;
    std::unique_ptr<quint32[]> data;
    explicit Scratch(size_t words) : count(words), data(new (std::nothrow) quint32[words]) { }
    ~Scratch()
    {
        if (data)
            OPENSSL_cleanse(data.get(), count * sizeof(quint32));
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
};

void quarter(quint32& a, quint32& b, quint32& c, quint32& d)
{
    b ^= std::rotl(a + d, 7);
    c ^= std::rotl(b + a, 9);
    d ^= std::rotl(c + b, 13);
    a ^= std::rotl(d + c, 18);
}

/// Salsa20/8 core, RFC 7914 section 3: columns, then rows, four times.
void salsa(quint32* block)
{
    quint32 x[SalsaWords];
    std::memcpy(x, block, sizeof x);
    for (int round = 0; round < 4; ++round) {
        quarter(x[0], x[4], x[8], x[12]);
        quarter(x[5], x[9], x[13], x[1]);
        quarter(x[10], x[14], x[2], x[6]);
        quarter(x[15], x[3], x[7], x[11]);
        quarter(x[0], x[1], x[2], x[3]);
        quarter(x[5], x[6], x[7], x[4]);
        quarter(x[10], x[11], x[8], x[9]);
        quarter(x[15], x[12], x[13], x[14]);
    }
    for (int i = 0; i < SalsaWords; ++i)
        block[i] += x[i];
}

/// scryptBlockMix, section 4: of 2 r blocks of 64 bytes, the even ones come first.
void mix(const quint32* in, quint32* out, size_t r)
{
    quint32 x[SalsaWords];
    std::memcpy(x, in + (2 * r - 1) * SalsaWords, sizeof x);
    for (size_t i = 0; i < 2 * r; ++i) {
        for (int k = 0; k < SalsaWords; ++k)
            x[k] ^= in[i * SalsaWords + static_cast<size_t>(k)];
        salsa(x);
        std::memcpy(out + (i / 2 + (i % 2) * r) * SalsaWords, x, sizeof x);
    }
}

/// scryptROMix, section 5, of one chunk of 128 r bytes in place; `table` holds n of them, `other` one.
void romix(quint32* chunk, quint32* table, quint32* other, quint64 n, size_t r)
{
    const size_t words = 2 * r * SalsaWords;
    for (quint64 i = 0; i < n; ++i) {
        std::memcpy(table + i * words, chunk, words * sizeof(quint32));
        mix(table + i * words, chunk, r);
    }
    for (quint64 i = 0; i < n; ++i) {
        const quint32* last = chunk + words - SalsaWords; // n has at most 64 bits: two words of Integerify
        const quint64 j = (quint64(last[1]) << 32 | last[0]) & (n - 1);
        for (size_t k = 0; k < words; ++k)
            other[k] = chunk[k] ^ table[j * words + k];
        mix(other, chunk, r);
    }
}
} // namespace

QByteArray pbkdf2(const QByteArray& password, const QByteArray& salt, int rounds, Prf prf, int bytes)
{
    QByteArray key(bytes, '\0');
    if (PKCS5_PBKDF2_HMAC(password.constData(), static_cast<int>(password.size()), bytesOf(salt), static_cast<int>(salt.size()), rounds,
            prf == Prf::Sha256 ? EVP_sha256() : EVP_sha512(), bytes, reinterpret_cast<unsigned char*>(key.data())) != 1)
        std::abort(); // OpenSSL without SHA-2, or without memory for a digest
    return key;
}

std::optional<QByteArray> scryptBeyondRfc(const QByteArray& password, const QByteArray& salt, quint64 n, quint32 r, quint32 p, int bytes)
{
    const size_t words = 2 * size_t(r) * SalsaWords;
    Scratch table(static_cast<size_t>(n) * words);
    Scratch work(2 * words);
    if (!table.data || !work.data)
        return std::nullopt;
    const qsizetype chunkBytes = static_cast<qsizetype>(words * sizeof(quint32));
    QByteArray blocks = pbkdf2(password, salt, 1, Prf::Sha256, static_cast<int>(p * chunkBytes));
    for (quint32 i = 0; i < p; ++i) {
        char* chunk = blocks.data() + i * chunkBytes;
        qFromLittleEndian<quint32>(chunk, static_cast<qsizetype>(words), work.data.get());
        romix(work.data.get(), table.data.get(), work.data.get() + words, n, r);
        qToLittleEndian<quint32>(work.data.get(), static_cast<qsizetype>(words), chunk);
    }
    QByteArray key = pbkdf2(password, blocks, 1, Prf::Sha256, bytes);
    OPENSSL_cleanse(blocks.data(), static_cast<size_t>(blocks.size()));
    return key;
}

std::optional<QByteArray> scrypt(const QByteArray& password, const QByteArray& salt, quint64 n, quint32 r, quint32 p, int bytes)
{
    if (r < 4 && n >= (quint64(1) << (16 * r)))
        return scryptBeyondRfc(password, salt, n, r, p, bytes);
    QByteArray key(bytes, '\0');
    const quint64 memory = 128 * quint64(r) * (n + p + 8) + 4096;
    const int done = EVP_PBE_scrypt(password.constData(), static_cast<size_t>(password.size()), bytesOf(salt), static_cast<size_t>(salt.size()),
        n, r, p, memory, reinterpret_cast<unsigned char*>(key.data()), static_cast<size_t>(bytes));
    return done == 1 ? std::optional(key) : std::nullopt;
}

} // namespace surplus
