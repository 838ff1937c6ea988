// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/secretkey.h"

#include "services/common/crypto/keccak.h"

#include <cstring>
#include <openssl/crypto.h>
#include <secp256k1.h>
#include <secp256k1_recovery.h>
#include <utility>

namespace surplus {

namespace {
struct Context {
    secp256k1_context* value;
    Context() : value(secp256k1_context_create(SECP256K1_CONTEXT_SIGN | SECP256K1_CONTEXT_VERIFY))
    {
        // Blinding: makes signing's timing and power use independent of the key.
        const QByteArray seed = randomBytes(32);
        if (secp256k1_context_randomize(value, reinterpret_cast<const unsigned char*>(seed.constData())) != 1)
            std::abort();
    }
    ~Context() { secp256k1_context_destroy(value); }
};

const secp256k1_context* context()
{
    static const Context instance;
    return instance.value;
}

// Half of the curve's order, big-endian (SEC 2, section 2.4.1): the largest s of a low-s signature.
constexpr unsigned char HalfOrder[32] = { 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    0x5d, 0x57, 0x6e, 0x73, 0x57, 0xa4, 0x50, 0x1d, 0xdf, 0xe9, 0x2f, 0x46, 0x68, 0x1b, 0x20, 0xa0 };

PublicKey serialized(const secp256k1_pubkey& key)
{
    unsigned char bytes[65];
    size_t length = sizeof bytes;
    secp256k1_ec_pubkey_serialize(context(), bytes, &length, &key, SECP256K1_EC_UNCOMPRESSED);
    return *PublicKey::fromRaw(QByteArrayView(bytes + 1, 64));
}
} // namespace

Address addressOf(const PublicKey& key) { return *Address::fromRaw(keccak256(key.raw()).raw().right(20)); }

MachineId machineIdOf(const PublicKey& key) { return *MachineId::fromRaw(keccak256(key.raw()).raw()); }

SecretKey SecretKey::generate()
{
    for (;;) {
        QByteArray raw = randomBytes(32);
        auto key = fromRaw(raw);
        OPENSSL_cleanse(raw.data(), static_cast<size_t>(raw.size()));
        if (key)
            return std::move(*key);
    }
}

std::optional<SecretKey> SecretKey::fromRaw(const QByteArray& raw)
{
    const auto bytes = decltype(m_key)::fromRaw(raw);
    if (!bytes || secp256k1_ec_seckey_verify(context(), bytes->bytes()) != 1)
        return std::nullopt;
    SecretKey key;
    key.m_key = *bytes;
    return key;
}

SecretKey::SecretKey(SecretKey&& other) noexcept : m_key(other.m_key)
{
    OPENSSL_cleanse(other.m_key.bytes(), decltype(m_key)::Size);
}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept
{
    if (this != &other) {
        m_key = other.m_key;
        OPENSSL_cleanse(other.m_key.bytes(), decltype(m_key)::Size);
    }
    return *this;
}

SecretKey::~SecretKey() { OPENSSL_cleanse(m_key.bytes(), decltype(m_key)::Size); }

PublicKey SecretKey::publicKey() const
{
    secp256k1_pubkey key;
    if (secp256k1_ec_pubkey_create(context(), &key, m_key.bytes()) != 1)
        return {};
    return serialized(key);
}

Signature SecretKey::sign(const Hash32& digest) const
{
    secp256k1_ecdsa_recoverable_signature recoverable;
    Signature signature;
    if (secp256k1_ecdsa_sign_recoverable(context(), &recoverable, digest.bytes(), m_key.bytes(), nullptr, nullptr) != 1)
        return signature;
    int recovery = 0;
    secp256k1_ecdsa_recoverable_signature_serialize_compact(context(), signature.bytes(), &recovery, &recoverable);
    signature.bytes()[64] = static_cast<unsigned char>(27 + recovery);
    return signature;
}

std::optional<PublicKey> recoverSigner(const Hash32& digest, const Signature& signature)
{
    const int recovery = signature.bytes()[64] - 27;
    if (recovery != 0 && recovery != 1)
        return std::nullopt;
    if (std::memcmp(signature.bytes() + 32, HalfOrder, sizeof HalfOrder) > 0)
        return std::nullopt; // s is in the upper half: a second valid form of the same signature
    secp256k1_ecdsa_recoverable_signature recoverable;
    if (secp256k1_ecdsa_recoverable_signature_parse_compact(context(), &recoverable, signature.bytes(), recovery) != 1)
        return std::nullopt;
    secp256k1_pubkey key;
    if (secp256k1_ecdsa_recover(context(), &key, &recoverable, digest.bytes()) != 1)
        return std::nullopt;
    return serialized(key);
}

} // namespace surplus
