// SPDX-License-Identifier: GPL-3.0-or-later
// surplus-customer: rents from providers and pays them.
#include "services/common/core/log.h"
#include "services/common/crypto/keccak.h"
#include "services/customer/renting/renter.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
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
    "  put FILE --provider HOST:PORT#MACHINE [--days N]   store a file (30 days)\n"
    "  get FILE [--out PATH] [--budget TOKENS]            fetch it back and verify it\n"
    "  audit FILE [--blocks N]                            check random blocks; a passed audit pays the GB-days due\n"
    "  spend                                              what is stored and what was promised\n"
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
        const auto spending = m_purse.spending(ChainSpec::local());
        if (!spending)
            return failed(spending.error());
        say(*spending, QStringLiteral("Promised %1 in all.\n").arg(Amount::fromWire(spending->value(u"promised").toString()).value_or(Amount()).toTokens())
                + QString::fromUtf8(QJsonDocument(*spending).toJson()));
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
        { QStringLiteral("days"), QStringLiteral("How long to store, 1 to 3650."), QStringLiteral("n"), QStringLiteral("30") },
        { QStringLiteral("out"), QStringLiteral("Where to write what is fetched."), QStringLiteral("path") },
        { QStringLiteral("budget"), QStringLiteral("Promise at most this many tokens for the file, in all."), QStringLiteral("tokens") },
        { QStringLiteral("stall"), QStringLiteral("Give up when nothing comes for this long."), QStringLiteral("seconds"), QStringLiteral("60") },
        { QStringLiteral("blocks"), QStringLiteral("How many blocks to audit, 1 to 16."), QStringLiteral("n"), QStringLiteral("16") },
        { QStringLiteral("size"), QStringLiteral("Size of the made-up file."), QStringLiteral("bytes"), QStringLiteral("8000000") },
        { QStringLiteral("rounds"), QStringLiteral("How often; 0: until ended."), QStringLiteral("n"), QStringLiteral("0") },
        { QStringLiteral("every"), QStringLiteral("Pause between rounds."), QStringLiteral("seconds"), QStringLiteral("2") },
        { QStringLiteral("json"), QStringLiteral("Print one JSON object a line.") },
    });
    parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("put, get, audit, spend or exercise"));
    parser.process(app);
    const Log log(QString(), !parser.isSet(QStringLiteral("json")));
    auto purse = Purse::open(parser.value(QStringLiteral("home")));
    if (!purse) {
        QTextStream(stderr) << "surplus-customer: " << purse.error().message << '\n';
        return ExitFailed;
    }
    return Customer(parser, **purse).run(parser.positionalArguments());
}
