// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/customer/paying/consent.h"

#include <QCommandLineParser>

namespace surplus {

/// What surplus-customer was called with, parsed strictly.
class Options {
public:
    /// Takes the arguments as the system gave them: a file's name need not be UTF-8 (see filename.h). Ends the program for
    /// --help, --version and what it does not know.
    Options(int argc, char** argv);

    [[nodiscard]] const QStringList& words() const { return m_words; }
    [[nodiscard]] bool has(const char* option) const { return m_parser.isSet(QLatin1String(option)); }
    [[nodiscard]] QString text(const char* option) const { return m_parser.value(QLatin1String(option)); }
    /// Digits and nothing else, from `least` to `most`. Fails with "usage".
    [[nodiscard]] Result<qint64> number(const char* option, qint64 least, qint64 most) const;
    /// Nothing if the option is absent. Fails with "usage".
    [[nodiscard]] Result<std::optional<Amount>> tokens(const char* option) const;
    /// --max-price, --max-spend and whether somebody sits at a terminal.
    [[nodiscard]] Result<SpendLimits> limits() const;

private:
    QCommandLineParser m_parser;
    QStringList m_words;
};

} // namespace surplus
