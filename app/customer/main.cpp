// SPDX-License-Identifier: GPL-3.0-or-later
// surplus-customer: rents from providers and pays them.
#include "services/common/core/log.h"
#include "services/common/crypto/keccak.h"
#include "services/customer/paying/funding.h"
#include "services/customer/renting/renter.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <sys/stat.h>

namespace {
using namespace surplus;

constexpr int ExitUsage = 1;
constexpr int ExitFailed = 2;
constexpr int ExitAuditFailed = 3;

const QString Help = QStringLiteral(
    "Stores files with Surplus providers, encrypted, and pays for keeping and for retrieval.\n\n"
    "Commands:\n"
    "  put FILE --provider HOST:PORT#MACHINE [--days N]   store a file (7 days)\n"
    "  get FILE [--out PATH] [--budget TOKENS]            fetch it back and verify it\n"
    "  audit FILE [--blocks N]                            check random blocks; a passed audit pays the GB-days due\n"
    "  spend                                              what is stored and what was promised\n"
    "  fund status                                        the chequebook on the chain and what it holds\n"
    "  fund deploy                                        make the chequebook\n"
    "  fund deposit TOKENS | fund withdraw TOKENS         move tokens into it, or what is not set aside out of it\n"
    "  fund reserve TOKENS --provider …                   set aside for one provider: only that is secured to it\n"
    "  fund decrease TOKENS --provider …                  announce that the reserve falls by so much in seven days\n"
    "  fund release --provider …                          take the announced part back, seven days later\n"
    "                                                     Fees are paid by the customer's own address (see fund status).\n"
    "  exercise --provider … [--size BYTES] [--rounds N] [--every SECONDS]\n"
    "                                                     put, audit and get a made-up file again and again: a live test\n\n"
    "FILE is a path for put, and the name or number that spend lists for the others.\n"
    "Exit codes: 0 done, 1 wrong usage, 2 failed (the reason is on standard error), 3 an audit found wrong data.");

class Customer {
public:
    Customer(const QCommandLineParser& parser, Purse& purse) : m_parser(parser), m_purse(purse), m_renter(purse) { }

    int run(const QStringList& arguments)
    {
        const QString command = arguments.value(0);
        const QString file = arguments.value(1);
        if (command == QLatin1String("spend") && arguments.size() == 1)
            return spend();
        if (command == QLatin1String("exercise") && arguments.size() == 1 && m_parser.isSet(QStringLiteral("provider")))
            return exercise();
        if (command == QLatin1String("fund"))
            return fund(arguments.mid(1));
        if (arguments.size() != 2)
            return usage();
        if (command == QLatin1String("put") && m_parser.isSet(QStringLiteral("provider")))
            return put(file);
        if (command == QLatin1String("get"))
            return get(file);
        if (command == QLatin1String("audit"))
            return audit(file);
        return usage();
    }

private:
    static int usage()
    {
        QTextStream(stderr) << "surplus-customer: see --help for the commands and what they need.\n";
        return ExitUsage;
    }
    int failed(const Error& error) const
    {
        if (m_parser.isSet(QStringLiteral("json")))
            print({ { QStringLiteral("error"), error.code }, { QStringLiteral("message"), error.message } });
        QTextStream(stderr) << "surplus-customer: " << error.message << '\n';
        return ExitFailed;
    }
    static void print(const QJsonObject& json)
    {
        QTextStream(stdout) << QJsonDocument(json).toJson(QJsonDocument::Compact) << '\n' << Qt::flush;
    }
    void say(const QJsonObject& json, const QString& text) const
    {
        if (m_parser.isSet(QStringLiteral("json")))
            print(json);
        else
            QTextStream(stdout) << text << '\n' << Qt::flush;
    }
    [[nodiscard]] qint64 number(const char* option) const { return m_parser.value(QLatin1String(option)).toLongLong(); }

    int put(const QString& path)
    {
        const auto stored = m_renter.put(path, m_parser.value(QStringLiteral("provider")), static_cast<int>(number("days")));
        if (!stored)
            return failed(stored.error());
        say({ { QStringLiteral("id"), stored->id }, { QStringLiteral("name"), stored->name },
                { QStringLiteral("lease"), stored->lease.id.hex() }, { QStringLiteral("content"), stored->lease.content.hex() },
                { QStringLiteral("size"), stored->seal.sealedSize } },
            QStringLiteral("Stored %1 as number %2.").arg(stored->name).arg(stored->id));
        return 0;
    }

    int get(const QString& name)
    {
        FetchLimits limits;
        if (m_parser.isSet(QStringLiteral("budget"))) {
            limits.budget = Amount::fromTokens(m_parser.value(QStringLiteral("budget")));
            if (!limits.budget)
                return failed({ QStringLiteral("usage"), QStringLiteral("--budget must be tokens such as 0.25.") });
        }
        limits.stallMs = static_cast<int>(number("stall")) * 1000;
        QString out = m_parser.value(QStringLiteral("out"));
        if (out.isEmpty()) {
            const auto known = m_purse.file(name);
            if (!known)
                return failed(known.error());
            out = QDir::current().filePath(known->name);
            if (QFile::exists(out))
                return failed({ QStringLiteral("get.exists"), QStringLiteral("%1 exists. Name another place with --out.").arg(out) });
        }
        const auto fetched = m_renter.get(name, out, limits);
        if (!fetched)
            return failed(fetched.error());
        say({ { QStringLiteral("id"), fetched->id }, { QStringLiteral("out"), out }, { QStringLiteral("size"), fetched->seal.plainSize },
                { QStringLiteral("received"), fetched->received }, { QStringLiteral("promised"), fetched->paid.toWire() } },
            QStringLiteral("Fetched %1 to %2; every hash is right.").arg(fetched->name, out));
        return 0;
    }

    int audit(const QString& name)
    {
        const auto report = m_renter.audit(name, static_cast<int>(number("blocks")));
        if (!report)
            return failed(report.error());
        say({ { QStringLiteral("blocks"), report->blocks }, { QStringLiteral("wrong"), report->wrong },
                { QStringLiteral("paused"), report->paused }, { QStringLiteral("keptSeconds"), report->keptSeconds },
                { QStringLiteral("paid"), report->paid.toWire() } },
            report->paused     ? QStringLiteral("The provider has paused; neither passed nor failed.")
                : report->wrong > 0 ? QStringLiteral("%1 of %2 blocks are wrong. Nothing was paid.").arg(report->wrong).arg(report->blocks)
                                    : QStringLiteral("%1 blocks are right; paid %2.").arg(report->blocks).arg(report->paid.toTokens()));
        return report->wrong > 0 ? ExitAuditFailed : 0;
    }

    int spend()
    {
        const auto spending = m_purse.spending(m_purse.chain().spec);
        if (!spending)
            return failed(spending.error());
        say(*spending, QStringLiteral("Promised %1 in all.\n").arg(Amount::fromWire(spending->value(u"promised").toString()).value_or(Amount()).toTokens())
                + QString::fromUtf8(QJsonDocument(*spending).toJson()));
        return 0;
    }

    int fund(const QStringList& words)
    {
        const QString what = words.value(0);
        const bool withAmount = what == QLatin1String("deposit") || what == QLatin1String("withdraw") || what == QLatin1String("reserve") || what == QLatin1String("decrease");
        const bool withProvider = what == QLatin1String("reserve") || what == QLatin1String("decrease") || what == QLatin1String("release");
        const bool plain = what == QLatin1String("status") || what == QLatin1String("deploy");
        if (words.size() != (withAmount ? 2 : 1) || !(plain || withAmount || withProvider) || withProvider != m_parser.isSet(QStringLiteral("provider")))
            return usage();
        const auto amount = withAmount ? Amount::fromTokens(words[1]) : std::optional(Amount());
        if (!amount || (withAmount && amount->nano() <= 0))
            return failed({ QStringLiteral("usage"), QStringLiteral("\"%1\" must be tokens such as 0.25.").arg(words.value(1)) });
        std::optional<U256> maxFee;
        if (const QString cap = m_parser.value(QStringLiteral("max-fee")); !cap.isEmpty()) {
            const auto coin = Amount::fromTokens(cap);
            if (!coin || coin->nano() < 0)
                return failed({ QStringLiteral("usage"), QStringLiteral("--max-fee must be a number of the chain's coin such as 0.001.") });
            maxFee = U256(static_cast<quint64>(coin->nano())) * 1'000'000'000; // nano-coin → wei
        }
        Funding funding(m_purse, maxFee);
        if (what == QLatin1String("status"))
            return fundStatus(funding);
        Address beneficiary;
        MachineId machine;
        if (withProvider) {
            const auto address = ProviderAddress::parse(m_parser.value(QStringLiteral("provider")));
            const auto paid = address ? m_renter.beneficiaryOf(m_parser.value(QStringLiteral("provider"))) : tl::unexpected(address.error());
            if (!paid)
                return failed(paid.error());
            beneficiary = *paid;
            machine = address->machine;
        }
        const auto done = what == QLatin1String("deploy") ? funding.deploy()
            : what == QLatin1String("deposit")            ? funding.deposit(*amount)
            : what == QLatin1String("withdraw")           ? funding.withdraw(*amount)
            : what == QLatin1String("reserve")            ? funding.reserve(beneficiary, machine, *amount)
            : what == QLatin1String("decrease")           ? funding.announceDecrease(beneficiary, machine, *amount)
                                                          : funding.decrease(beneficiary, machine);
        if (!done)
            return failed(done.error());
        say({ { QStringLiteral("transaction"), done->transaction.hex0x() }, { QStringLiteral("fee"), toDecimal(done->fee) } },
            QStringLiteral("Done in the transaction %1; it cost %2 %3.").arg(done->transaction.hex0x(), coinText(done->fee), m_purse.chain().coin));
        return 0;
    }

    int fundStatus(Funding& funding)
    {
        const auto status = funding.status();
        if (!status)
            return failed(status.error());
        QJsonArray channels;
        QString text = QStringLiteral("Your address  %1, with %2 %3 for fees and %4 tokens\nChequebook    %5, %6\nIn it         %7, of which %8 are not set aside")
                           .arg(checksumAddress(m_purse.key().address()), coinText(status->coin), m_purse.chain().coin, status->tokens.toTokens(),
                               checksumAddress(funding.chequebook()), status->deployed ? QStringLiteral("deployed") : QStringLiteral("not deployed yet"),
                               status->balance.toTokens(), status->free.toTokens());
        for (const Funding::Status::Channel& channel : status->channels) {
            const auto tokens = [&](const U256& units) { return funding.toAmount(units).toTokens(); };
            channels.append(QJsonObject { { QStringLiteral("machine"), channel.ref.machine.hex() }, { QStringLiteral("beneficiary"), channel.ref.beneficiary.hex0x() },
                { QStringLiteral("promised"), channel.promised.toWire() }, { QStringLiteral("paid"), funding.toAmount(channel.state.paid).toWire() },
                { QStringLiteral("reserve"), funding.toAmount(channel.state.reserve).toWire() }, { QStringLiteral("announced"), funding.toAmount(channel.state.announced).toWire() },
                { QStringLiteral("bounced"), funding.toAmount(channel.state.bounced).toWire() }, { QStringLiteral("decreaseAt"), channel.state.decreaseAt } });
            text += QStringLiteral("\n  %1…  promised %2, paid %3, set aside %4, announced to go %5, bounced %6")
                        .arg(channel.ref.machine.hex().left(12), channel.promised.toTokens(), tokens(channel.state.paid), tokens(channel.state.reserve),
                            tokens(channel.state.announced), tokens(channel.state.bounced));
        }
        say({ { QStringLiteral("address"), m_purse.key().address().hex0x() }, { QStringLiteral("chequebook"), funding.chequebook().hex0x() },
                { QStringLiteral("deployed"), status->deployed }, { QStringLiteral("coin"), toDecimal(status->coin) },
                { QStringLiteral("tokens"), status->tokens.toWire() }, { QStringLiteral("balance"), status->balance.toWire() },
                { QStringLiteral("free"), status->free.toWire() }, { QStringLiteral("channels"), channels } },
            text);
        return 0;
    }

    int exercise()
    {
        const QTemporaryDir work(m_purse.home() + QStringLiteral("/exercise-XXXXXX"));
        const QString source = work.filePath(QStringLiteral("exercise-%1").arg(QCoreApplication::applicationPid()));
        const qint64 rounds = number("rounds");
        int failures = 0;
        for (qint64 round = 0; rounds == 0 || round < rounds; ++round) {
            if (const auto outcome = exerciseOnce(source, round); !outcome) {
                failed(outcome.error());
                // The provider may be paused or starting again: try for a while, a live test is not to end at once.
                if (++failures > 20 || (rounds != 0 && failures > 3))
                    return ExitFailed;
            } else {
                failures = 0;
                say({ { QStringLiteral("round"), round } }, QStringLiteral("Round %1 done.").arg(round));
            }
            QEventLoop pause;
            QTimer::singleShot(static_cast<int>(number("every")) * 1000, &pause, &QEventLoop::quit);
            pause.exec();
        }
        return 0;
    }

    [[nodiscard]] Result<void> exerciseOnce(const QString& source, qint64 round)
    {
        constexpr qint64 NewFileEvery = 10;
        if (m_stored.isEmpty() || (round % NewFileEvery == 0 && m_puts < 20)) {
            QFile file(source);
            if (!file.open(QIODevice::WriteOnly) || file.write(randomBytes(number("size"))) != number("size") || !file.flush())
                return failure(QStringLiteral("exercise"), QStringLiteral("Can't write %1.").arg(source));
            file.close();
            const auto stored = m_renter.put(source, m_parser.value(QStringLiteral("provider")), 1);
            if (!stored)
                return tl::unexpected(stored.error());
            m_stored = QString::number(stored->id);
            ++m_puts;
        }
        const auto audited = m_renter.audit(m_stored, 8);
        if (!audited)
            return tl::unexpected(audited.error());
        const auto fetched = m_renter.get(m_stored, source + QStringLiteral(".back"), {});
        if (!fetched)
            return tl::unexpected(fetched.error());
        return {};
    }

    const QCommandLineParser& m_parser;
    Purse& m_purse;
    Renter m_renter;
    QString m_stored;
    int m_puts = 0;
};
} // namespace

int main(int argc, char** argv)
{
    umask(0077);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("surplus-customer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SURPLUS_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(Help);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        { QStringLiteral("home"), QStringLiteral("Keep identity and index in <dir>."), QStringLiteral("dir"),
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/surplus/customer") },
        { QStringLiteral("provider"), QStringLiteral("The provider, HOST:PORT#MACHINE."), QStringLiteral("string") },
        { QStringLiteral("days"), QStringLiteral("How long to store, 1 to 3650."), QStringLiteral("n"), QStringLiteral("7") },
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
    parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("put, get, audit, spend, fund or exercise"));
    parser.process(app);
    const Log log(QString(), !parser.isSet(QStringLiteral("json")));
    auto purse = Purse::open(parser.value(QStringLiteral("home")));
    if (!purse) {
        QTextStream(stderr) << "surplus-customer: " << purse.error().message << '\n';
        return ExitFailed;
    }
    if (parser.isSet(QStringLiteral("chain"))) {
        if (auto used = (*purse)->useChain(parser.value(QStringLiteral("chain"))); !used) {
            QTextStream(stderr) << "surplus-customer: " << used.error().message << '\n';
            return ExitFailed;
        }
    }
    return Customer(parser, **purse).run(parser.positionalArguments());
}
