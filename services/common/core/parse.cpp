// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/parse.h"

#include <algorithm>
#include <cmath>

namespace surplus::parse {

namespace {
bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool isHexDigit(QChar c) { return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); }
bool areDigits(QStringView text) { return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit); }
bool hasPrefix(QStringView text) { return text.startsWith(QLatin1String("0x")); }
} // namespace

std::optional<QByteArray> hex(QStringView text)
{
    const QStringView digits = hasPrefix(text) ? text.mid(2) : text;
    if (digits.size() % 2 != 0 || !std::all_of(digits.begin(), digits.end(), isHexDigit))
        return std::nullopt;
    return QByteArray::fromHex(digits.toLatin1());
}

std::optional<QByteArray> hex0x(QStringView text) { return hasPrefix(text) ? hex(text) : std::nullopt; }

std::optional<QByteArray> base64(QStringView text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    const QByteArray latin = text.toLatin1(); // what is not Latin-1 becomes '?', which is no letter of the alphabet
    auto decoded = QByteArray::fromBase64Encoding(latin, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    // Bits that the padding leaves over can be set and mean nothing: only the form in which they are 0 counts.
    const qsizetype rest = decoded.decoded.size() % 3;
    if (rest != 0 && decoded.decoded.right(rest).toBase64() != latin.right(4))
        return std::nullopt;
    return std::move(decoded.decoded);
}

std::optional<qint64> integer(QStringView text, qint64 least, qint64 most)
{
    if (!areDigits(text.startsWith(u'-') && least < 0 ? text.mid(1) : text))
        return std::nullopt;
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<quint64> natural(QStringView text, quint64 most)
{
    bool ok = false;
    const quint64 value = areDigits(text) ? text.toULongLong(&ok) : 0;
    return ok && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<quint64> quantity0x(QStringView text)
{
    const QStringView digits = text.mid(2);
    if (!hasPrefix(text) || digits.isEmpty() || digits.size() > 16 || !std::all_of(digits.begin(), digits.end(), isHexDigit))
        return std::nullopt;
    return digits.toULongLong(nullptr, 16);
}

std::optional<double> decimal(QStringView text)
{
    const QStringView digits = text.startsWith(u'-') ? text.mid(1) : text;
    const qsizetype point = digits.indexOf(u'.');
    if (point < 0 ? !areDigits(digits) : !areDigits(digits.left(point)) || !areDigits(digits.mid(point + 1)))
        return std::nullopt;
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString typed(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        if (c.isSpace())
            plain.append(u' ');
        else if (c.category() == QChar::Number_DecimalDigit)
            plain.append(QChar(u'0' + c.digitValue()));
        else if (c.category() != QChar::Other_Format)
            plain.append(c);
    }
    return plain.simplified();
}

} // namespace surplus::parse
