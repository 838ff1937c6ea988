// SPDX-License-Identifier: GPL-3.0-or-later
#include "typednumber.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <optional>

namespace surplus {

namespace {
constexpr char16_t ArabicZero = 0x0660;
constexpr char16_t PersianZero = 0x06F0;
constexpr char16_t ArabicDecimal = 0x066B;
constexpr char16_t ArabicGroup = 0x066C;
constexpr char32_t Space = U' ';
constexpr char32_t Apostrophe = 0x2019;
constexpr qsizetype MostDigits = 40;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TypedNumber)
};

tl::unexpected<Error> wrong(const QString& message) { return failure(QStringLiteral("typed.number"), message); }

QString shown(char32_t sign) { return QString::fromUcs4(&sign, 1); }

char32_t only(const QString& text) // a locale's sign; a few come with marks that say which way to write
{
    for (const char32_t sign : text.toUcs4()) {
        if (QChar::category(sign) != QChar::Other_Format)
            return sign;
    }
    return 0;
}

std::optional<char> digit(char32_t sign, char32_t localeZero)
{
    for (const char32_t zero : { char32_t(U'0'), char32_t(ArabicZero), char32_t(PersianZero), localeZero }) {
        if (sign >= zero && sign < zero + 10)
            return static_cast<char>('0' + (sign - zero));
    }
    return std::nullopt;
}

/// What was typed, taken apart: runs of digits, and the signs between them.
struct Parts {
    QList<QByteArray> runs { QByteArray() };
    QList<char32_t> signs;
};

Result<Parts> takeApart(const QString& typed, const QLocale& locale)
{
    QString tidy;
    for (const QChar sign : typed) {
        if (sign.category() != QChar::Other_Format) // marks that come along with what is pasted
            tidy += sign;
    }
    tidy = tidy.trimmed();
    if (tidy.isEmpty())
        return wrong(Words::tr("A number is missing."));
    const char32_t zero = only(locale.zeroDigit());
    const char32_t decimal = only(locale.decimalPoint());
    const char32_t group = only(locale.groupSeparator());
    Parts parts;
    const auto signs = tidy.toUcs4();
    for (qsizetype i = 0; i < signs.size(); ++i) {
        char32_t sign = signs[i];
        if (const auto value = digit(sign, zero)) {
            parts.runs.last() += *value;
            continue;
        }
        if (i == 0 && (sign == U'-' || sign == 0x2212 || sign == only(locale.negativeSign())))
            return wrong(Words::tr("It can't be less than zero."));
        const char32_t seen = sign;
        if (QChar::isSpace(sign))
            sign = Space;
        else if (sign == U'\'')
            sign = Apostrophe;
        if (sign != Space && sign != Apostrophe && sign != U'.' && sign != U',' && sign != ArabicDecimal && sign != ArabicGroup && sign != decimal && sign != group)
            return wrong(Words::tr("“%1” does not belong in a number.").arg(shown(seen)));
        if (parts.runs.last().isEmpty())
            return wrong(Words::tr("A digit is missing before “%1”.").arg(shown(seen)));
        parts.signs.append(sign);
        parts.runs.append(QByteArray());
    }
    if (parts.runs.last().isEmpty())
        return wrong(Words::tr("A digit is missing after “%1”.").arg(shown(parts.signs.last())));
    return parts;
}

/// Whether `count` runs of digits are a whole number in groups: of three, or as the locale groups.
bool isGrouped(const Parts& parts, qsizetype count, bool byTwos)
{
    const auto fits = [&](qsizetype inner) {
        if (parts.runs[0].size() > inner || parts.runs[0].startsWith('0') || parts.runs[count - 1].size() != 3)
            return false;
        return std::all_of(parts.runs.begin() + 1, parts.runs.begin() + count - 1, [inner](const QByteArray& run) { return run.size() == inner; });
    };
    return count > 1 && (fits(3) || (byTwos && fits(2)));
}

QString joined(const Parts& parts, qsizetype whole)
{
    QString number;
    for (qsizetype i = 0; i < parts.runs.size(); ++i) {
        if (i == whole)
            number += u'.';
        number += QLatin1String(parts.runs[i]);
    }
    while (number.size() > 1 && number[0] == u'0' && number[1] != u'.')
        number.remove(0, 1);
    return number;
}
} // namespace

Result<QString> TypedNumber::plain(const QString& typed, const QLocale& locale)
{
    const auto parts = takeApart(typed, locale);
    if (!parts)
        return tl::unexpected(parts.error());
    const qsizetype runs = parts->runs.size();
    const qsizetype digits = joined(*parts, runs).size();
    if (digits > MostDigits)
        return wrong(Words::tr("That is too large."));
    if (runs == 1)
        return joined(*parts, runs);

    const char32_t decimal = only(locale.decimalPoint());
    const char32_t group = only(locale.groupSeparator());
    const auto setsApart = [&](char32_t sign) {
        return sign != decimal && sign != ArabicDecimal && (sign == Space || sign == Apostrophe || sign == ArabicGroup || sign == U'.' || sign == U',' || sign == group);
    };
    const auto isPoint = [&](char32_t sign) { return sign == decimal || sign == ArabicDecimal || sign == U'.'; };
    const QString grouping = locale.toString(Q_INT64_C(10'000'000));
    const bool byTwos = grouping.count(locale.groupSeparator()) == 3;
    const auto allAre = [&](qsizetype count) {
        return std::all_of(parts->signs.begin(), parts->signs.begin() + count, [&](char32_t sign) { return sign == parts->signs[0] && setsApart(sign); });
    };
    const char32_t last = parts->signs.last();
    const bool inGroups = allAre(runs - 1) && isGrouped(*parts, runs, byTwos);
    const bool withFraction = isPoint(last) && (runs == 2 || (parts->signs[0] != last && allAre(runs - 2) && isGrouped(*parts, runs - 1, byTwos)));
    // A single sign before three digits is a decimal sign to some and sets thousands apart for others: only the locale's
    // own decimal sign, spaces, apostrophes and the Arabic sign are beyond doubt.
    const bool doubtful = runs == 2 && last != decimal && parts->runs[1].size() == 3 && !parts->runs[0].startsWith('0')
        && (last == group ? !QChar::isSpace(group) && group != Apostrophe && group != ArabicGroup : inGroups && (last == U'.' || last == U','));
    if (doubtful)
        return wrong(Words::tr("“%1” could mean %2 or %3: type one of these.").arg(typed.trimmed(), text(joined(*parts, runs), locale), text(joined(*parts, 1), locale)));
    if (withFraction)
        return joined(*parts, runs - 1);
    if (inGroups)
        return joined(*parts, runs);
    if (std::all_of(parts->signs.begin(), parts->signs.end(), [&](char32_t sign) { return sign == decimal; }))
        return wrong(Words::tr("“%1” can be there only once.").arg(shown(decimal)));
    const auto stray = std::find_if(parts->signs.begin(), parts->signs.end(), [&](char32_t sign) { return sign != decimal; });
    return wrong(Words::tr("“%1” can't stand there. The decimal sign is “%2”.").arg(shown(*stray), shown(decimal)));
}

QString TypedNumber::text(const QString& plain, const QLocale& locale)
{
    const char32_t zero = only(locale.zeroDigit());
    QString text;
    for (const QChar sign : plain) {
        if (sign == u'.')
            text += shown(only(locale.decimalPoint()));
        else
            text += shown(zero + (sign.unicode() - u'0'));
    }
    return text;
}

Result<Amount> TypedNumber::tokens(const QString& typed)
{
    const auto number = plain(typed);
    if (!number)
        return tl::unexpected(number.error());
    QString exact = *number;
    if (exact.contains(u'.')) {
        while (exact.endsWith(u'0'))
            exact.chop(1);
        if (exact.endsWith(u'.'))
            exact.chop(1);
    }
    if (exact.section(u'.', 1).size() > 9)
        return wrong(Words::tr("It has more than nine decimals."));
    const auto amount = Amount::fromTokens(exact);
    return amount ? Result<Amount>(*amount) : wrong(Words::tr("That is too large."));
}

Result<double> TypedNumber::number(const QString& typed, double least, double most)
{
    const auto text = plain(typed);
    if (!text)
        return tl::unexpected(text.error());
    const double number = text->toDouble(); // digits and a point
    if (number < least || number > most)
        return wrong(Words::tr("It has to be from %1 to %2.").arg(QLocale().toString(least, 'g', 10), QLocale().toString(most, 'f', 0)));
    return number;
}

Result<int> TypedNumber::whole(const QString& typed, int least, int most)
{
    const auto number = TypedNumber::number(typed, least, most);
    if (!number)
        return tl::unexpected(number.error());
    if (*number != static_cast<int>(*number))
        return wrong(Words::tr("It has to be a whole number."));
    return static_cast<int>(*number);
}

std::optional<QString> TypedNumber::stored(const QString& text)
{
    if (auto number = plain(text, QLocale::c()); number)
        return *number;
    const auto number = plain(text);
    return number ? std::optional(*number) : std::nullopt;
}

QString TypedNumber::ofUnits(qint64 units, int decimals)
{
    QString text = QString::number(units).rightJustified(decimals + 1, u'0');
    if (decimals == 0)
        return text;
    text.insert(text.size() - decimals, u'.');
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace surplus
