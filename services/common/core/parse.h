// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <limits>
#include <optional>

/// Text becomes a value here and nowhere else: whole, or nothing. Qt's own conversions skip what they don't understand
/// (fromHex, fromBase64), take white space, signs, "inf" and exponents (toInt, toDouble), and answer 0 for nonsense: of a key,
/// an address, a sum or a name that makes another one. Nothing here depends on the locale. Any thread.
namespace surplus::parse {

/// Pairs of hexadecimal digits of either case, with or without 0x. No digits at all are no bytes.
[[nodiscard]] std::optional<QByteArray> hex(QStringView text);
/// The same for a source that always writes 0x (an Ethereum endpoint).
[[nodiscard]] std::optional<QByteArray> hex0x(QStringView text);
/// RFC 4648, the standard alphabet with its padding, in its one canonical form: what QByteArray::toBase64() writes.
[[nodiscard]] std::optional<QByteArray> base64(QStringView text);

/// Decimal digits, a minus before them where `least` allows one; between `least` and `most`.
[[nodiscard]] std::optional<qint64> integer(QStringView text, qint64 least = std::numeric_limits<qint64>::min(),
    qint64 most = std::numeric_limits<qint64>::max());
/// Decimal digits, from 0 to `most`.
[[nodiscard]] std::optional<quint64> natural(QStringView text, quint64 most = std::numeric_limits<quint64>::max());
/// A quantity of Ethereum's JSON-RPC: 0x and 1 to 16 hexadecimal digits.
[[nodiscard]] std::optional<quint64> quantity0x(QStringView text);
/// Decimal digits with at most one point, which has digits on both sides; a minus before them. No exponent.
[[nodiscard]] std::optional<double> decimal(QStringView text);

/// What a person typed or pasted, for the functions that read keys, addresses and words: white space of any kind becomes one
/// space between what it parts, what has no shape (zero-width and direction marks) goes, and the digits of any script
/// become 0 to 9.
[[nodiscard]] QString typed(QStringView text);

} // namespace surplus::parse
