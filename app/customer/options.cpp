// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/customer/options.h"

#include "services/common/core/parse.h"
#include "services/customer/paying/filename.h"

#include <QStandardPaths>
#include <QTextStream>
#include <unistd.h>

namespace surplus {

namespace {
const QString Help = QStringLiteral(
    "Stores files with Surplus providers, encrypted, and pays for keeping and for retrieval.\n\n"
    "Commands:\n"
    "  put FILE --provider HOST:PORT#MACHINE [--days N] [--keep-ahead N]\n"
    "                                                     store a file (7 days, paid ahead)\n"
    "  get FILE [--out PATH] [--budget TOKENS]            fetch it back and verify it\n"
    "  audit FILE [--blocks N]                            check random blocks; a passed audit pays the GB-days due and\n"
    "                                                     as much ahead again as was agreed to at put\n"
    "  renew FILE [--days N] [--keep-ahead N]             move its end by N days (0: only pay ahead)\n"
    "  spend [--refresh]                                  what is stored, until when it is paid, and what was promised;\n"
    "                                                     with --refresh the providers are asked first\n"
    "  fund status                                        the chequebook on the chain and what it holds\n"
    "  fund deploy                                        make the chequebook\n"
    "  fund deposit TOKENS | fund withdraw TOKENS         move tokens into it, or what is not set aside out of it\n"
    "  fund reserve TOKENS --provider …                   set aside for one provider: only that is secured to it\n"
    "  fund decrease TOKENS --provider …                  announce that the reserve falls by so much in seven days\n"
    "  fund release --provider …                          take the announced part back, seven days later\n"
    "                                                     Fees are paid by the customer's own address (see fund status).\n"
    "  exercise --provider … [--size BYTES] [--rounds N] [--every SECONDS]\n"
    "                                                     put, audit and get a made-up file again and again: a live test\n\n"
    "FILE is a path for put, and for the others the name that spend lists, or its number (#3 always means the number).\n"
    "Whatever spends shows its price first. Up to three times what was paid before is promised without a question; for more\n"
    "you are asked, or, without a terminal, it is refused. --max-price and --max-spend say how much it may be.\n"
    "Exit codes: 0 done, 1 wrong usage, 2 failed (the reason is on standard error), 3 an audit found wrong data.");

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(pathFromBytes(argv[i]));
    return arguments;
}

tl::unexpected<Error> wrongTokens(const char* option)
{
    return failure(QStringLiteral("usage"), QStringLiteral("--%1 must be tokens such as 0.25.").arg(QLatin1String(option)));
}

bool confirm(const QString& question)
{
    QTextStream(stderr) << question << " [y/N] " << Qt::flush;
    const QString answer = QTextStream(stdin).readLine().trimmed().toLower();
    return answer == QLatin1String("y") || answer == QLatin1String("yes");
}
} // namespace

Options::Options(int argc, char** argv)
{
    m_parser.setApplicationDescription(Help);
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    m_parser.addOptions({
        { QStringLiteral("home"), QStringLiteral("Keep identity and index in <dir>."), QStringLiteral("dir"),
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/surplus/customer") },
        { QStringLiteral("provider"), QStringLiteral("The provider, HOST:PORT#MACHINE."), QStringLiteral("string") },
        { QStringLiteral("days"), QStringLiteral("How long to store, 1 to 3650."), QStringLiteral("n"), QStringLiteral("7") },
        { QStringLiteral("keep-ahead"), QStringLiteral("Promise this many days of keeping ahead, 0 to 3650 (put and renew: 7; exercise: 0). It is not refunded."), QStringLiteral("n") },
        { QStringLiteral("max-price"), QStringLiteral("Accept at most this price for a GB and day kept, and for a GB fetched; or two, as KEPT/FETCHED."), QStringLiteral("tokens") },
        { QStringLiteral("max-spend"), QStringLiteral("Promise at most this much with this command."), QStringLiteral("tokens") },
        { QStringLiteral("refresh"), QStringLiteral("Ask the providers before listing.") },
        { QStringLiteral("out"), QStringLiteral("Where to write what is fetched."), QStringLiteral("path") },
        { QStringLiteral("budget"), QStringLiteral("Promise at most this many tokens for the file, in all."), QStringLiteral("tokens") },
        { QStringLiteral("stall"), QStringLiteral("Give up when nothing comes for this long."), QStringLiteral("seconds"), QStringLiteral("60") },
        { QStringLiteral("blocks"), QStringLiteral("How many blocks to audit, 1 to 16."), QStringLiteral("n"), QStringLiteral("16") },
        { QStringLiteral("size"), QStringLiteral("Size of the made-up file."), QStringLiteral("bytes"), QStringLiteral("8000000") },
        { QStringLiteral("rounds"), QStringLiteral("How often; 0: until ended."), QStringLiteral("n"), QStringLiteral("0") },
        { QStringLiteral("every"), QStringLiteral("Pause between rounds."), QStringLiteral("seconds"), QStringLiteral("2") },
        { QStringLiteral("chain"), QStringLiteral("Pay on the chain that <file> describes from now on (JSON: chainId, factory, initCodeHash, token, decimals, symbol, endpoints)."), QStringLiteral("file") },
        { QStringLiteral("max-fee"), QStringLiteral("A transaction may cost at most this much of the chain's coin."), QStringLiteral("coin") },
        { QStringLiteral("json"), QStringLiteral("Print one JSON object a line.") },
    });
    m_parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("put, get, audit, renew, spend, fund or exercise"));
    m_parser.process(argumentsOf(argc, argv));
    m_words = m_parser.positionalArguments();
}

Result<qint64> Options::number(const char* option, qint64 least, qint64 most) const
{
    const auto value = parse::integer(text(option), least, most);
    if (!value)
        return failure(QStringLiteral("usage"), QStringLiteral("--%1 must be a whole number from %2 to %3.").arg(QLatin1String(option)).arg(least).arg(most));
    return *value;
}

Result<std::optional<Amount>> Options::tokens(const char* option) const
{
    if (!has(option))
        return std::optional<Amount>();
    const auto amount = Amount::fromTokens(text(option));
    if (!amount)
        return wrongTokens(option);
    return amount;
}

Result<SpendLimits> Options::limits() const
{
    SpendLimits limits;
    if (has("max-price")) {
        const QStringList parts = text("max-price").split(u'/');
        limits.maxKeepPrice = Amount::fromTokens(parts.first());
        limits.maxRetrievePrice = Amount::fromTokens(parts.last());
        if (parts.size() > 2 || !limits.maxKeepPrice || !limits.maxRetrievePrice)
            return failure(QStringLiteral("usage"), QStringLiteral("--max-price must be tokens such as 0.25, or two of them such as 0.01/0.25."));
    }
    const auto spend = tokens("max-spend");
    if (!spend)
        return tl::unexpected(spend.error());
    limits.maxSpend = *spend;
    // The price is for people; what programs read stays one JSON object a line.
    const bool json = has("json");
    limits.show = [json](const QString& text) { QTextStream(json ? stderr : stdout) << text << '\n' << Qt::flush; };
    if (::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0)
        limits.ask = confirm;
    return limits;
}

} // namespace surplus
