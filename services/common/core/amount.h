// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <compare>
#include <cstdint>
#include <optional>

namespace surplus {

__extension__ typedef unsigned __int128 Wide; ///< units × price before the division by the unit

/// An amount of money in nano-tokens (10⁻⁹ token). Arithmetic is checked: what would overflow has no value.
/// The range is that of a signed 64-bit integer, about ±9.2 × 10⁹ tokens.
class Amount {
public:
    constexpr Amount() = default;
    [[nodiscard]] static constexpr Amount fromNano(qint64 nano) { return Amount(nano); }
    /// The wire form: a whole number of nano-tokens in decimal, at most 19 digits. Nothing for anything else.
    [[nodiscard]] static std::optional<Amount> fromWire(const QString& text);
    /// A decimal number of tokens such as "0.25", with at most nine decimals. Nothing for anything else.
    [[nodiscard]] static std::optional<Amount> fromTokens(const QString& text);

    [[nodiscard]] constexpr qint64 nano() const { return m_nano; }
    [[nodiscard]] QString toWire() const { return QString::number(m_nano); }
    /// Exact tokens with all nine decimals ("0.250000000"), independent of the locale.
    [[nodiscard]] QString toTokens() const;

    [[nodiscard]] std::optional<Amount> plus(Amount other) const;
    [[nodiscard]] std::optional<Amount> minus(Amount other) const;

    /// floor(units × price ÷ unit), MONEY.md "Units and prices". Nothing if `unit` is 0 or the result overflows.
    [[nodiscard]] static std::optional<Amount> due(Wide units, Amount price, Wide unit);

    constexpr auto operator<=>(const Amount&) const = default;

private:
    constexpr explicit Amount(qint64 nano) : m_nano(nano) { }
    qint64 m_nano = 0;
};

inline constexpr qint64 NanoPerToken = 1'000'000'000;
inline constexpr qint64 BytesPerGigabyte = 1'000'000'000;
inline constexpr qint64 SecondsPerDay = 86'400;

} // namespace surplus
