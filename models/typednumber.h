// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/amount.h"
#include "services/common/core/result.h"

#include <QLocale>
#include <optional>

namespace surplus {

/// Numbers that people type or paste: one way to read them for every field, one way to write them into it. Digits are
/// those of 0 to 9, of Arabic and Persian, and of the locale; the decimal sign is the locale's, or a point; thousands may be
/// set apart by what the locale sets them apart with, by spaces or by apostrophes. What can be read as two numbers, such as
/// "1.234" where a point also sets thousands apart, is refused, and so is anything with a sign, an exponent, a unit or a digit
/// that is missing. An error's message says in words what is wrong; its code is "typed.number".
class TypedNumber {
public:
    /// Digits of 0 to 9 with at most one point between them: "1234.5".
    [[nodiscard]] static Result<QString> plain(const QString& typed, const QLocale& locale = QLocale());
    /// How a plain number stands in a field: the locale's digits and decimal sign, nothing between thousands.
    [[nodiscard]] static QString text(const QString& plain, const QLocale& locale = QLocale());

    /// At most nine decimals.
    [[nodiscard]] static Result<Amount> tokens(const QString& typed);
    /// Anything from `least` to `most`.
    [[nodiscard]] static Result<double> number(const QString& typed, double least, double most);
    [[nodiscard]] static Result<int> whole(const QString& typed, int least, int most);

    /// What is stored is plain, whatever the language; earlier versions stored what was typed. Nothing for what is neither.
    [[nodiscard]] static std::optional<QString> stored(const QString& text);

    /// `units` with `decimals` of them behind the point, exact, without zeros at the end: (1250, 2) is "12.5".
    [[nodiscard]] static QString ofUnits(qint64 units, int decimals);
};

} // namespace surplus
