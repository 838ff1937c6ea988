// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/bytes.h"

#include <boost/multiprecision/cpp_int.hpp>

namespace surplus {

using U256 = boost::multiprecision::checked_uint256_t; ///< only for the chain's edge: token base units, chain ids

[[nodiscard]] QByteArray toBigEndian32(const U256& value);
/// Nothing unless `raw` has exactly 32 bytes.
[[nodiscard]] std::optional<U256> fromBigEndian32(QByteArrayView raw);
/// Decimal, at most 78 digits and below 2²⁵⁶. Nothing for anything else.
[[nodiscard]] std::optional<U256> u256FromDecimal(const QString& text);
[[nodiscard]] QString toDecimal(const U256& value);

/// Builds hashStruct(s) of EIP-712: keccak256(typeHash ‖ encodeData), members in the order of the type string.
class StructHash {
public:
    /// `type` is encodeType's result, e.g. "Mail(Person from,Person to,string contents)Person(string name,address wallet)".
    explicit StructHash(QByteArrayView type);
    /// With keccak256 of that text, for types that are hashed often.
    explicit StructHash(const Hash32& typeHash);
    StructHash& address(const Address& value);
    StructHash& uint256(const U256& value);
    StructHash& bytes32(QByteArrayView value); ///< also a nested struct's hash; shorter values are padded on the right
    StructHash& string(const QString& value);
    [[nodiscard]] Hash32 finish() const;

private:
    QByteArray m_encoded;
};

/// A domain whose name and version are hashed once.
class TypedDomain {
public:
    TypedDomain(QByteArrayView name, QByteArrayView version);
    /// The domain separator; `contract` is left out of the type when absent.
    [[nodiscard]] Hash32 separator(quint64 chainId, const std::optional<Address>& contract = {}) const;

private:
    Hash32 m_name;
    Hash32 m_version;
};
/// What is signed: keccak256(0x19 0x01 ‖ domain ‖ structHash).
[[nodiscard]] Hash32 typedDataDigest(const Hash32& domain, const Hash32& structHash);

} // namespace surplus
