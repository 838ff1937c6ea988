// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/eip712.h"

#include "services/common/crypto/keccak.h"

#include <array>

namespace surplus {

QByteArray toBigEndian32(const U256& value)
{
    std::array<unsigned char, 33> bytes; // one more than 256 bits fill
    const auto end = boost::multiprecision::export_bits(value, bytes.begin(), 8);
    QByteArray padded(32, '\0');
    std::copy(bytes.begin(), end, padded.end() - (end - bytes.begin()));
    return padded;
}

std::optional<U256> fromBigEndian32(QByteArrayView raw)
{
    if (raw.size() != 32)
        return std::nullopt;
    U256 value;
    const auto* first = reinterpret_cast<const unsigned char*>(raw.data());
    boost::multiprecision::import_bits(value, first, first + 32, 8);
    return value;
}

std::optional<U256> u256FromDecimal(const QString& text)
{
    if (text.isEmpty() || text.size() > 78)
        return std::nullopt;
    boost::multiprecision::uint512_t wide = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        wide = wide * 10 + (c.unicode() - u'0');
    }
    if (wide > boost::multiprecision::uint512_t(std::numeric_limits<U256>::max()))
        return std::nullopt;
    return static_cast<U256>(wide);
}

QString toDecimal(const U256& value) { return QString::fromStdString(value.str()); }

StructHash::StructHash(QByteArrayView type) : StructHash(keccak256(type)) { }

StructHash::StructHash(const Hash32& typeHash)
{
    constexpr qsizetype Usual = 9 * 32;
    m_encoded.reserve(Usual);
    m_encoded += typeHash.raw();
}

StructHash& StructHash::address(const Address& value)
{
    m_encoded += QByteArray(12, '\0') + value.raw();
    return *this;
}

StructHash& StructHash::uint256(const U256& value)
{
    m_encoded += toBigEndian32(value);
    return *this;
}

StructHash& StructHash::bytes32(QByteArrayView value)
{
    m_encoded += value.first(std::min<qsizetype>(value.size(), 32)).toByteArray().leftJustified(32, '\0');
    return *this;
}

StructHash& StructHash::string(const QString& value)
{
    m_encoded += keccak256(value.toUtf8()).raw();
    return *this;
}

Hash32 StructHash::finish() const { return keccak256(m_encoded); }

TypedDomain::TypedDomain(QByteArrayView name, QByteArrayView version) : m_name(keccak256(name)), m_version(keccak256(version)) { }

Hash32 TypedDomain::separator(quint64 chainId, const std::optional<Address>& contract) const
{
    static const Hash32 type = keccak256("EIP712Domain(string name,string version,uint256 chainId)");
    static const Hash32 typeWithContract
        = keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    StructHash hash(contract ? typeWithContract : type);
    hash.bytes32(m_name.raw()).bytes32(m_version.raw()).uint256(U256(chainId));
    if (contract)
        hash.address(*contract);
    return hash.finish();
}

Hash32 typedDataDigest(const Hash32& domain, const Hash32& structHash)
{
    return keccak256(QByteArrayLiteral("\x19\x01") + domain.raw() + structHash.raw());
}

} // namespace surplus
