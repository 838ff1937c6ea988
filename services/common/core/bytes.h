// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/parse.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <array>
#include <compare>
#include <optional>
#include <cstring>

namespace surplus {

/// A value of exactly N bytes that cannot be mixed with another kind of the same size.
template <std::size_t N, typename Tag> class FixedBytes {
public:
    static constexpr std::size_t Size = N;

    constexpr FixedBytes() = default;
    /// Nothing unless `raw` has exactly N bytes.
    [[nodiscard]] static std::optional<FixedBytes> fromRaw(QByteArrayView raw)
    {
        if (raw.size() != static_cast<qsizetype>(N))
            return std::nullopt;
        FixedBytes value;
        std::memcpy(value.m_bytes.data(), raw.data(), N);
        return value;
    }
    /// Hexadecimal, upper or lower case, with or without 0x. Nothing for anything else.
    [[nodiscard]] static std::optional<FixedBytes> fromHex(QStringView text)
    {
        const auto raw = text.size() <= static_cast<qsizetype>(2 * N + 2) ? parse::hex(text) : std::nullopt;
        return raw ? fromRaw(*raw) : std::nullopt;
    }

    [[nodiscard]] QByteArray raw() const { return QByteArray(data(), static_cast<qsizetype>(N)); }
    [[nodiscard]] QString hex() const { return QString::fromLatin1(raw().toHex()); }
    [[nodiscard]] QString hex0x() const { return QStringLiteral("0x") + hex(); }
    [[nodiscard]] const char* data() const { return reinterpret_cast<const char*>(m_bytes.data()); }
    [[nodiscard]] const unsigned char* bytes() const { return m_bytes.data(); }
    [[nodiscard]] unsigned char* bytes() { return m_bytes.data(); }
    [[nodiscard]] bool isNull() const { return *this == FixedBytes(); }

    auto operator<=>(const FixedBytes&) const = default;

private:
    std::array<unsigned char, N> m_bytes {};
};

template <std::size_t N, typename Tag> size_t qHash(const FixedBytes<N, Tag>& value, size_t seed = 0)
{
    return qHashBits(value.data(), N, seed);
}

using Address = FixedBytes<20, struct AddressTag>; ///< an account or contract on an EVM chain
using MachineId = FixedBytes<32, struct MachineTag>; ///< keccak256 of a machine's 64-byte public key
using Hash32 = FixedBytes<32, struct HashTag>; ///< any other 32-byte hash, salt or nonce
using InfoHash = FixedBytes<32, struct InfoHashTag>; ///< a BitTorrent v2 info-hash (BEP 52)
using LeaseId = FixedBytes<32, struct LeaseTag>; ///< names one lease of one machine

} // namespace surplus
