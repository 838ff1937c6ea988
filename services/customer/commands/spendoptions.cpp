// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/commands/spendoptions.h"

#include <QTextStream>
#include <unistd.h>

namespace surplus::customer {

namespace {
bool confirm(const QString& question)
{
    QTextStream(stderr) << question << " [y/N] " << Qt::flush;
    const QString answer = QTextStream(stdin).readLine().trimmed().toLower();
    return answer == QLatin1String("y") || answer == QLatin1String("yes");
}
} // namespace

void addSpendLimits(cli::Command& command)
{
    command.option("--max-price", "TOKENS", "Accept at most this price for a GB and day kept, and for a GB fetched; or two, as KEPT/FETCHED.");
    command.option("--max-spend", "TOKENS", "Promise at most this much with this command.");
}

Result<SpendLimits> spendLimits(const cli::Line& line)
{
    SpendLimits limits;
    if (line.has("--max-price")) {
        const QStringList parts = line.text("--max-price").split(u'/');
        limits.maxKeepPrice = Amount::fromTokens(parts.first());
        limits.maxRetrievePrice = Amount::fromTokens(parts.last());
        if (parts.size() > 2 || !limits.maxKeepPrice || !limits.maxRetrievePrice)
            return failure(QStringLiteral("usage"), QStringLiteral("--max-price must be tokens such as 0.25, or two of them such as 0.01/0.25."));
    }
    const auto spend = line.tokens("--max-spend");
    if (!spend)
        return tl::unexpected(spend.error());
    limits.maxSpend = *spend;
    // The price is for people; what programs read stays one JSON object a line.
    const bool json = line.has("--json");
    limits.show = [json](const QString& text) { QTextStream(json ? stderr : stdout) << text << '\n' << Qt::flush; };
    if (::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0)
        limits.ask = confirm;
    return limits;
}

void addKeepAhead(cli::Command& command, const std::string& standard)
{
    command.option("--keep-ahead", "N", "Promise this many days of keeping ahead, 0 to 3650. It is not refunded.", standard);
}

Result<std::optional<int>> keepAhead(const cli::Line& line)
{
    if (!line.has("--keep-ahead"))
        return std::optional<int>();
    const auto days = line.number("--keep-ahead", 0, MaxDays);
    return days ? Result<std::optional<int>>(static_cast<int>(*days)) : tl::unexpected(days.error());
}

void addProvider(cli::Command& command) { command.needed("--provider", "HOST:PORT#MACHINE", "The provider, as it names itself."); }

} // namespace surplus::customer
