// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/cli/line.h"

#include "services/common/cli/program.h"
#include "services/common/core/parse.h"

#include <CLI/CLI.hpp>

namespace surplus::cli {

const CLI::Option* Line::find(const char* name) const
{
    const CLI::Option* option = m_command.get_option_no_throw(name);
    return option ? option : m_program.app().get_option_no_throw(name);
}

bool Line::has(const char* name) const
{
    const CLI::Option* option = find(name);
    return option && option->count() > 0;
}

QByteArray Line::bytes(const char* name) const
{
    const CLI::Option* option = find(name);
    if (!option)
        return {};
    return QByteArray::fromStdString(option->count() > 0 ? option->results().back() : option->get_default_str());
}

Result<qint64> Line::number(const char* name, qint64 least, qint64 most) const
{
    const auto value = parse::integer(text(name), least, most);
    if (!value)
        return failure(QStringLiteral("usage"), QStringLiteral("%1 must be a whole number from %2 to %3.").arg(QLatin1String(name)).arg(least).arg(most));
    return *value;
}

Result<std::optional<Amount>> Line::tokens(const char* name) const
{
    if (!has(name))
        return std::optional<Amount>();
    const auto amount = Amount::fromTokens(text(name));
    if (!amount)
        return failure(QStringLiteral("usage"), QStringLiteral("%1 must be tokens such as 0.25.").arg(QLatin1String(name)));
    return amount;
}

int Line::misuse(const QString& why) const { return m_program.misuse(m_command, why); }

} // namespace surplus::cli
