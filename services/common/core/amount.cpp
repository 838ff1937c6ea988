// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/amount.h"

#include "services/common/core/parse.h"

#include <limits>

namespace surplus {

std::optional<Amount> Amount::fromWire(const QString& text)
{
    const auto nano = text.size() <= (text.startsWith(u'-') ? 20 : 19) ? parse::integer(text) : std::nullopt;
    return nano ? std::optional(Amount(*nano)) : std::nullopt;
}

std::optional<Amount> Amount::fromTokens(const QString& text)
{
    const qsizetype point = text.indexOf(u'.');
    const QString whole = point < 0 ? text : text.left(point);
    QString fraction = point < 0 ? QString() : text.mid(point + 1);
    if (whole.isEmpty() || whole.startsWith(u'-') || fraction.size() > 9 || (point >= 0 && fraction.isEmpty()))
        return std::nullopt;
    fraction = fraction.leftJustified(9, u'0');
    const auto tokens = fromWire(whole);
    const auto rest = fromWire(fraction);
    if (!tokens || !rest || rest->nano() < 0 || tokens->nano() > std::numeric_limits<qint64>::max() / NanoPerToken)
        return std::nullopt;
    return Amount(tokens->nano() * NanoPerToken).plus(*rest);
}

QString Amount::toTokens() const
{
    const bool negative = m_nano < 0;
    const quint64 magnitude = negative ? ~static_cast<quint64>(m_nano) + 1 : static_cast<quint64>(m_nano);
    const QString fraction = QString::number(magnitude % NanoPerToken).rightJustified(9, u'0');
    return (negative ? QStringLiteral("-") : QString()) + QString::number(magnitude / NanoPerToken) + u'.' + fraction;
}

std::optional<Amount> Amount::plus(Amount other) const
{
    qint64 sum = 0;
    return __builtin_add_overflow(m_nano, other.m_nano, &sum) ? std::nullopt : std::optional(Amount(sum));
}

std::optional<Amount> Amount::minus(Amount other) const
{
    qint64 difference = 0;
    return __builtin_sub_overflow(m_nano, other.m_nano, &difference) ? std::nullopt : std::optional(Amount(difference));
}

std::optional<Amount> Amount::due(Wide units, Amount price, Wide unit)
{
    if (unit == 0 || price.m_nano < 0)
        return std::nullopt;
    Wide product = 0;
    if (__builtin_mul_overflow(units, static_cast<Wide>(price.m_nano), &product))
        return std::nullopt;
    const Wide value = product / unit;
    if (value > static_cast<Wide>(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return Amount(static_cast<qint64>(value));
}

} // namespace surplus
