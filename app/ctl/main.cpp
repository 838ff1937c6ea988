// SPDX-License-Identifier: GPL-3.0-or-later
// surplusctl: what operators, scripts and support staff use instead of the dashboard.
#include "app/ctl/assignments.h"
#include "app/ctl/settle.h"
#include "services/common/chain/network.h"
#include "services/common/core/localzone.h"
#include "services/common/core/parse.h"
#include "services/common/crypto/keccak.h"
#include "services/common/history/historystore.h"
#include "services/dashboard/fleet/enginelink.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

namespace {
using namespace surplus;

constexpr int ExitUsage = 1;
constexpr int ExitNoEngine = 2;
constexpr int ExitRefused = 3;

const QString Help = QStringLiteral(
    "Watches and controls the engine on this machine.\n\n"
    "Commands:\n"
    "  status                     what is shared, whether it is healthy, what it has earned\n"
    "  resources [set storage NAME VALUE]\n"
    "                             what each resource shares and uses. NAME: enabled on|off, folder DIR, limit SIZE, upload RATE,\n"
    "                             download RATE, free SIZE, cap SIZE (a month), reset-day N, keep-price TOKENS (GB and day),\n"
    "                             retrieve-price TOKENS (GB), unfunded on|off. SIZE like 500GB; RATE like 20Mbit; 0: no limit\n"
    "  resources give-up storage [--yes]\n"
    "                             the storage folder is gone for good: ends all leases, so that another one can be chosen\n"
    "  limits [set NAME VALUE]    the rules that pause sharing, and how much may be owed before serving stops. NAME: schedule\n"
    "                             \"mon-fri 20-8, sat-sun\"|off, battery on|off, metered on|off, hot CELSIUS|off, idle MINUTES|off,\n"
    "                             programs \"a,b\"|off, or a cap of what may be owed, in tokens\n"
    "  pause [--for 90m]          stop serving, for a while (s, m, h, d) or until resumed\n"
    "  resume                     go on\n"
    "  earnings [--from T] [--to T] [--by resource|machine|customer|state] [--step quarter|hour|day|week|month] [--csv]\n"
    "                             what was earned; at most 1,000 steps, the newest\n"
    "  history export [--from T] [--to T] [--step …]\n"
    "                             earnings, uptime and usage as CSV, by day unless a step is given\n"
    "                             With --profile DIR, both read a dashboard's history of all its machines.\n"
    "  vouchers                   the highest voucher of each channel\n"
    "  settle [--yes --keystore FILE]\n"
    "                             what a settlement would pay and cost at most; with --yes it is sent and waited for\n"
    "  settle history             what was settled, and what is on its way\n"
    "  settle authorize FILE --relay-fee TOKENS --keystore FILE\n"
    "                             without gas money: lets whoever gets FILE settle for you, for at most that fee\n"
    "  settle relay FILE --keystore FILE\n"
    "                             settles for somebody else and takes the fee\n"
    "                             --keystore: a V3 keystore file; its password is asked for or read with --password-file.\n"
    "                             With --profile DIR the vouchers are the dashboard's, also those of machines that are gone.\n"
    "  chain [set FILE]           the chain that vouchers are cashed on\n"
    "  public [on|off]            what is given away to any BitTorrent client, and whether it is\n"
    "  public add FILE.torrent FOLDER | public remove ID\n"
    "  logs [--follow] [--lines N]    the engine's log\n\n"
    "Exit codes: 0 done, 1 wrong usage, 2 no engine could be reached, 3 the engine refused (the reason is on standard error).");

QTextStream& out()
{
    static QTextStream stream(stdout);
    return stream;
}

QString tokens(const QJsonValue& wire, const QString& symbol)
{
    const auto amount = Amount::fromWire(wire.toString());
    return amount ? amount->toTokens() + u' ' + symbol : QStringLiteral("—");
}

QString time(qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms).toOffsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms).offsetFromUtc()).toString(Qt::ISODate); }

QString pauseText(const Pause& pause)
{
    static const QHash<QString, QString> words { { QStringLiteral("user"), QStringLiteral("by hand") }, { QStringLiteral("schedule"), QStringLiteral("by the schedule") },
        { QStringLiteral("battery"), QStringLiteral("on battery") }, { QStringLiteral("metered"), QStringLiteral("on a metered network") },
        { QStringLiteral("hot"), QStringLiteral("too hot") }, { QStringLiteral("inUse"), QStringLiteral("the computer is in use") },
        { QStringLiteral("program"), QStringLiteral("while a program runs") }, { QStringLiteral("dataCap"), QStringLiteral("the month's data cap is reached") } };
    QString text = words.value(pause.reason, pause.reason);
    if (!pause.detail.isEmpty())
        text += QStringLiteral(" (%1)").arg(pause.detail);
    return pause.until ? text + QStringLiteral(" until ") + time(*pause.until) : text;
}

QString bytes(qint64 count) { return count < 0 ? QStringLiteral("unknown") : QLocale::c().formattedDataSize(count, 2, QLocale::DataSizeSIFormat); }

QString counted(qint64 count, const char* what) { return QStringLiteral("%1 %2%3").arg(count).arg(QLatin1String(what), count == 1 ? QString() : QStringLiteral("s")); }

class Control {
public:
    /// `history`: the dashboard's, to be read instead of an engine's.
    Control(const QCommandLineParser& parser, RpcClient& client, HistoryStore* history = nullptr)
        : m_parser(parser), m_client(client), m_history(history)
    {
    }

    int run(const QStringList& words)
    {
        const QString& command = words.first();
        if (command == QLatin1String("public"))
            return publicContent(words.mid(1));
        if (command == QLatin1String("resources") && words.size() == 3)
            return giveUpStorage();
        if (command == QLatin1String("resources") && words.size() > 1)
            return setStorage(words[3], words[4]);
        if (command == QLatin1String("status") || command == QLatin1String("resources"))
            return showStatus(QStringLiteral("engine.status"), {}, command == QLatin1String("resources"));
        if (command == QLatin1String("limits"))
            return limits(words);
        if (command == QLatin1String("pause"))
            return pause();
        if (command == QLatin1String("resume"))
            return showStatus(QStringLiteral("engine.resume"), {}, false);
        if (command == QLatin1String("earnings"))
            return earnings();
        if (command == QLatin1String("history"))
            return exportHistory();
        if (command == QLatin1String("vouchers"))
            return vouchers();
        if (command == QLatin1String("settle"))
            return settle(words.mid(1));
        if (command == QLatin1String("chain"))
            return chain(words.value(2));
        return logs();
    }

    /// What is wrong with the words of the command line; empty if they are a command.
    [[nodiscard]] static QString misuse(const QCommandLineParser& parser)
    {
        const QStringList words = parser.positionalArguments();
        static const QStringList plain { QStringLiteral("status"), QStringLiteral("pause"),
            QStringLiteral("resume"), QStringLiteral("earnings"), QStringLiteral("vouchers"), QStringLiteral("logs") };
        if (words.isEmpty())
            return QStringLiteral("a command is needed");
        if (plain.contains(words.first()))
            return words.size() == 1 ? QString() : QStringLiteral("%1 takes no further words").arg(words.first());
        if (words.first() == QLatin1String("settle"))
            return settleMisuse(parser, words.mid(1));
        if (words.first() == QLatin1String("limits"))
            return words.size() == 1 || (words.size() == 4 && words[1] == QLatin1String("set")) ? QString() : QStringLiteral("the command is limits or limits set NAME VALUE");
        if (words.first() == QLatin1String("resources"))
            return words.size() == 1 || words == QStringList { QStringLiteral("resources"), QStringLiteral("give-up"), QStringLiteral("storage") } || (words.size() == 5 && words[1] == QLatin1String("set") && words[2] == QLatin1String("storage")) ? QString() : QStringLiteral("the command is resources, resources set storage NAME VALUE or resources give-up storage");
        if (words.first() == QLatin1String("chain"))
            return words.size() == 1 || (words.size() == 3 && words[1] == QLatin1String("set")) ? QString() : QStringLiteral("the command is chain or chain set FILE");
        if (words.first() == QLatin1String("history"))
            return words == QStringList { QStringLiteral("history"), QStringLiteral("export") } ? QString() : QStringLiteral("the command is history export");
        return words.first() == QLatin1String("public") ? QString() : QStringLiteral("no command \"%1\"").arg(words.first());
    }

    static int usage(const QString& why)
    {
        QTextStream(stderr) << "surplusctl: " << why << (why.endsWith(u'.') ? " See --help.\n" : "; see --help.\n");
        return ExitUsage;
    }

private:
    /// The result, or nothing after the reason was printed.
    [[nodiscard]] std::optional<QJsonObject> call(const QString& method, const QJsonObject& params)
    {
        const auto answer = m_client.callAndWait(method, params);
        if (answer)
            return *answer;
        QTextStream(stderr) << "surplusctl: " << answer.error().message << '\n';
        return std::nullopt;
    }
    [[nodiscard]] bool json() const { return m_parser.isSet(QStringLiteral("json")); }
    void print(const QJsonObject& object) const { out() << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n' << Qt::flush; }

    int showStatus(const QString& method, const QJsonObject& params, bool resourcesOnly)
    {
        const auto answer = call(method, params);
        if (!answer)
            return ExitRefused;
        const QJsonObject storage = answer->value(u"storage").toObject();
        if (json()) {
            print(resourcesOnly ? QJsonObject { { QStringLiteral("storage"), storage } } : *answer);
            return 0;
        }
        const QString symbol = answer->value(u"symbol").toString();
        if (!resourcesOnly) {
            const QJsonObject money = answer->value(u"money").toObject();
            out() << "State     " << answer->value(u"state").toString();
            const QJsonArray pauses = answer->value(u"pauses").toArray();
            if (pauses.isEmpty() && !answer->value(u"reason").toString().isEmpty())
                out() << " (" << answer->value(u"reason").toString() << ")";
            for (const QJsonValue& value : pauses)
                out() << (value == pauses.first() ? ": " : "; ") << pauseText(Pause::fromJson(value.toObject()));
            out() << ", since " << time(answer->value(u"since").toInteger()) << "\nProvider  " << answer->value(u"provider").toString()
                  << "\nPays to   " << (answer->value(u"beneficiary").toString().isEmpty() ? QStringLiteral("no address yet") : answer->value(u"beneficiary").toString())
                  << "\nEarned    " << tokens(money.value(u"earned"), symbol) << "\n  settled " << tokens(money.value(u"settled"), symbol)
                  << "\n  secured " << tokens(money.value(u"secured"), symbol) << "\n  pending " << tokens(money.value(u"pending"), symbol)
                  << "\n  bounced " << tokens(money.value(u"bounced"), symbol) << "\n";
        }
        out() << "Storage   " << (storage.value(u"enabled").toBool() ? "on" : "off") << ", " << bytes(storage.value(u"stored").toInteger()) << " stored, "
              << bytes(storage.value(u"leased").toInteger()) << " of " << bytes(storage.value(u"limit").toInteger()) << " leased, "
              << bytes(storage.value(u"diskFree").toInteger(-1)) << " free on disk\n          " << counted(storage.value(u"leases").toInteger(), "lease") << " of "
              << counted(storage.value(u"customers").toInteger(), "customer") << ", " << bytes(storage.value(u"retrieved").toInteger()) << " retrieved\n";
        const auto atMost = [&](const char* name) {
            const qint64 rate = storage.value(QLatin1String(name)).toInteger();
            return rate > 0 ? QStringLiteral("at most %1 Mbit/s").arg(static_cast<double>(rate) * 8 / 1e6, 0, 'g', 3) : QStringLiteral("no limit");
        };
        const qint64 cap = storage.value(u"monthlyCap").toInteger();
        out() << "          upload " << atMost("uploadRate") << ", download " << atMost("downloadRate") << ", " << bytes(storage.value(u"minimumFree").toInteger()) << " stay free\n          "
              << bytes(storage.value(u"monthTraffic").toInteger()) << " moved this month" << (cap > 0 ? QStringLiteral(" of at most %1").arg(bytes(cap)) : QString())
              << ", counted from day " << storage.value(u"resetDay").toInteger(1) << "\n          " << tokens(storage.value(u"keepPrice"), symbol) << " a GB and day, "
              << tokens(storage.value(u"retrievePrice"), symbol) << " a GB retrieved\n";
        if (!storage.value(u"problem").toString().isEmpty())
            out() << "Problem   " << storage.value(u"problem").toString() << "\n";
        out() << Qt::flush;
        return 0;
    }

    int settle(const QStringList& words)
    {
        SettleSource source;
        source.recordFile = m_parser.value(QStringLiteral("data")) + QStringLiteral("/settlements.db");
        if (const auto status = call(QStringLiteral("engine.status"), {}))
            source.payout = parseAddress((*status)[u"beneficiary"].toString()).value_or(Address());
        const auto chain = call(QStringLiteral("chain.get"), {});
        const auto held = chain ? allChannels() : std::nullopt;
        if (!held)
            return ExitRefused;
        const auto config = ChainConfig::fromJson(*chain);
        if (!config)
            return refused(config.error());
        source.chain = *config;
        for (const QJsonValue& row : *held) {
            if (const auto channel = Settleable::fromJson(row.toObject()))
                source.vouchers.append(*channel);
        }
        const int code = settleCommand(m_parser, words, source);
        (void)m_client.callAndWait(QStringLiteral("chain.look"));
        return code;
    }

    int chain(const QString& file)
    {
        if (file.isEmpty()) {
            const auto answer = call(QStringLiteral("chain.get"), {});
            if (!answer)
                return ExitRefused;
            out() << QJsonDocument(*answer).toJson(json() ? QJsonDocument::Compact : QJsonDocument::Indented) << '\n' << Qt::flush;
            return 0;
        }
        QFile description(file);
        const QJsonObject wanted = description.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(description.read(256 * 1024)).object() : QJsonObject();
        if (wanted.isEmpty())
            return usage(QStringLiteral("%1 can't be read or holds no JSON object").arg(file));
        // Held against the chain where that can be reached; the engine checks the form.
        if (const auto config = ChainConfig::fromJson(wanted); config && config->isUsable()) {
            EvmClient client(*config);
            if (const auto right = checkNetwork(client); !right && isWrongNetwork(right.error()))
                return refused(right.error());
        }
        const auto answer = call(QStringLiteral("chain.set"), { { QStringLiteral("chain"), wanted } });
        if (!answer)
            return ExitRefused;
        if (json())
            print(*answer);
        else
            out() << (answer->value(u"restart").toBool() ? "Taken over with the engine's next start.\n" : "Taken over.\n") << Qt::flush;
        return 0;
    }

    /// How much may be owed before serving stops.
    /// Makes the change, then shows what `show` shows.
    [[nodiscard]] std::optional<QJsonObject> assign(const Result<Assignment>& change, int& code)
    {
        if (!change) {
            code = usage(change.error().message);
            return std::nullopt;
        }
        code = ExitRefused;
        return call(change->method, change->params);
    }

    int setStorage(const QString& name, const QString& value)
    {
        int code = 0;
        return assign(storageAssignment(name, value), code) ? showStatus(QStringLiteral("engine.status"), {}, true) : code;
    }

    int giveUpStorage()
    {
        if (m_parser.isSet(QStringLiteral("yes")))
            return showStatus(QStringLiteral("storage.giveUp"), {}, true);
        const auto answer = call(QStringLiteral("engine.status"), {});
        const auto status = answer ? EngineStatus::fromJson(*answer) : std::nullopt;
        if (!status)
            return ExitRefused;
        if (json()) {
            print({ { QStringLiteral("leases"), status->storage.leases }, { QStringLiteral("leased"), status->storage.leased } });
            return 0;
        }
        out() << counted(status->storage.leases, "lease") << " of " << bytes(status->storage.leased)
              << " would end, and their customers would be told that what they stored is lost. What is earned stays. This can't be undone; to do it: --yes\n";
        out().flush();
        return 0;
    }

    int limits(const QStringList& words)
    {
        int code = ExitRefused;
        const auto answer = words.size() == 4 ? assign(limitAssignment(words[2], words[3]), code) : call(QStringLiteral("engine.status"), {});
        if (!answer)
            return code;
        if (json()) {
            QJsonObject both = answer->value(u"credit").toObject();
            both.insert(QStringLiteral("rules"), answer->value(u"rules"));
            both.insert(QStringLiteral("sources"), answer->value(u"sources"));
            print(both);
            return 0;
        }
        const Rules rules = Rules::fromJson(answer->value(u"rules").toObject(), {}).value_or(Rules());
        const auto flag = [](bool on) { return on ? QStringLiteral("on") : QStringLiteral("off"); };
        const QString hours = rules.share.isAlways() ? QStringLiteral("always") : rules.share.isNever() ? QStringLiteral("never") : rules.share.toText();
        const QList<std::tuple<QString, QString, QString>> rows {
            { QStringLiteral("schedule"), rules.schedule ? hours : flag(false), QStringLiteral("the hours to share in, local time") },
            { QStringLiteral("battery"), flag(rules.battery), QStringLiteral("pauses on battery") },
            { QStringLiteral("metered"), flag(rules.metered), QStringLiteral("pauses on a metered network") },
            { QStringLiteral("hot"), rules.hot ? QString::number(rules.hotAbove) : flag(false), QStringLiteral("pauses above so many °C") },
            { QStringLiteral("idle"), rules.inUse ? QString::number(rules.idleMinutes) : flag(false), QStringLiteral("pauses until the computer was unused for so many minutes") },
            { QStringLiteral("programs"), rules.programs.isEmpty() ? flag(false) : rules.programs.join(u','), QStringLiteral("pauses while one of them runs") } };
        for (const auto& [name, value, meaning] : rows)
            out() << name.leftJustified(20) << value.rightJustified(20) << "      " << meaning << '\n';
        const QHash<QString, QString> names { { QStringLiteral("inUse"), QStringLiteral("idle") }, { QStringLiteral("program"), QStringLiteral("programs") } };
        for (const QJsonValue& source : answer->value(u"sources").toArray()) {
            if (!source[u"missing"].toString().isEmpty())
                out() << names.value(source[u"rule"].toString(), source[u"rule"].toString()) << " is not available here: " << source[u"missing"].toString() << ".\n";
        }
        const CreditCaps caps = CreditCaps::fromJson(answer->value(u"credit").toObject());
        for (const CreditCaps::Member& member : CreditCaps::members())
            out() << QString::fromLatin1(member.name).leftJustified(20) << (caps.*member.amount).toTokens().rightJustified(20) << ' ' << answer->value(u"symbol").toString()
                  << "  " << member.meaning << '\n';
        out().flush();
        return 0;
    }

    int pause()
    {
        QJsonObject params;
        if (const auto option = QStringLiteral("for"); m_parser.isSet(option)) {
            static const QRegularExpression form(QStringLiteral("^([0-9]{1,8})([smhd])\\z"));
            const auto match = form.match(m_parser.value(option));
            const auto number = parse::integer(match.captured(1));
            if (!number)
                return usage(QStringLiteral("--for must be a number and s, m, h or d, such as 90m"));
            const QHash<QString, qint64> units { { QStringLiteral("s"), 1 }, { QStringLiteral("m"), 60 }, { QStringLiteral("h"), 3600 }, { QStringLiteral("d"), 86400 } };
            params.insert(QStringLiteral("seconds"), *number * units.value(match.captured(2)));
        }
        return showStatus(QStringLiteral("engine.pause"), params, false);
    }

    int earnings()
    {
        const auto asked = askedRange();
        if (!asked)
            return ExitUsage;
        const QString by = m_parser.value(QStringLiteral("by"));
        const auto group = groupByFromText(by);
        if (!group)
            return usage(QStringLiteral("--by must be resource, machine, customer or state"));
        const auto table = m_history ? m_history->earnings({}, *group, asked->bins(m_history), asked->now) : remoteEarnings(*asked, by);
        if (!table)
            return refused(table.error());
        if (m_parser.isSet(QStringLiteral("csv")))
            out() << table->toCsv(asked->zone);
        else if (json())
            print(table->toJson());
        else
            printTable(*table, asked->zone);
        out().flush();
        return 0;
    }

    /// All series of the whole history as CSV.
    int exportHistory()
    {
        auto asked = askedRange();
        if (!asked)
            return ExitUsage;
        asked->width = asked->width.value_or(BinWidth::Day);
        const auto all = m_history ? m_history->exportAll({}, asked->bins(m_history), asked->now) : remoteExport(*asked);
        if (!all)
            return refused(all.error());
        out() << toCsv(*all, asked->zone);
        out().flush();
        return 0;
    }

    /// What --from, --to and --step say.
    struct Asked {
        std::optional<UtcMs> from;
        std::optional<UtcMs> to;
        std::optional<BinWidth> width;
        QTimeZone zone = localZone();
        UtcMs now = SystemClock().now();

        [[nodiscard]] QList<TimeBin> bins(HistoryStore* history) const
        {
            const auto first = history->first({});
            const UtcMs begin = from.value_or(first ? first->value_or(now) : now);
            const auto last = history->lastEarned();
            const UtcMs end = to.value_or(std::max(now + 1, last ? last->value_or(0) : 0));
            return binsOver(begin, end, width.value_or(widthFor(end - begin)), zone);
        }
        [[nodiscard]] QJsonObject params() const
        {
            QJsonObject params { { QStringLiteral("zone"), QString::fromLatin1(zone.id()) } };
            if (from)
                params.insert(QStringLiteral("from"), *from);
            if (to)
                params.insert(QStringLiteral("to"), *to);
            if (width)
                params.insert(QStringLiteral("step"), toText(*width));
            return params;
        }
    };
    /// Nothing after the reason was printed.
    [[nodiscard]] std::optional<Asked> askedRange()
    {
        Asked asked;
        for (const auto& [name, at] : { std::pair(QStringLiteral("from"), &asked.from), std::pair(QStringLiteral("to"), &asked.to) }) {
            if (!m_parser.isSet(name))
                continue;
            const QString text = m_parser.value(name);
            const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
            if (!time.isValid()) {
                usage(QStringLiteral("--%1 must be an ISO 8601 time such as 2026-11-01 or 2026-11-01T00:00:00+01:00").arg(name));
                return std::nullopt;
            }
            *at = time.toMSecsSinceEpoch();
        }
        if (const auto step = QStringLiteral("step"); m_parser.isSet(step) && !(asked.width = binWidthFromText(m_parser.value(step)))) {
            usage(QStringLiteral("--step must be quarter, hour, day, week or month"));
            return std::nullopt;
        }
        return asked;
    }

    [[nodiscard]] Result<EarningsTable> remoteEarnings(const Asked& asked, const QString& by)
    {
        QJsonObject params = asked.params();
        params.insert(QStringLiteral("by"), by);
        const auto answer = m_client.callAndWait(QStringLiteral("earnings.query"), params);
        return answer ? EarningsTable::fromJson(*answer) : tl::unexpected(answer.error());
    }

    [[nodiscard]] Result<QList<HistoryExport>> remoteExport(const Asked& asked)
    {
        const auto status = m_client.callAndWait(QStringLiteral("engine.status"));
        const auto table = remoteEarnings(asked, QStringLiteral("resource"));
        const auto names = m_client.callAndWait(QStringLiteral("usage.series"));
        if (!status || !table || !names)
            return tl::unexpected(!status ? status.error() : !table ? table.error() : names.error());
        HistoryExport one { (*status)[u"machine"].toString(), *table, {} };
        for (const QJsonValue& name : (*names)[u"series"].toArray()) {
            QJsonObject params = asked.params();
            params.insert(QStringLiteral("series"), name);
            const auto answer = m_client.callAndWait(QStringLiteral("usage.query"), params);
            if (!answer)
                return tl::unexpected(answer.error());
            HistoryExport::Usage usage { name.toString(), SeriesKind::Counter, QList<Slot>(table->bins.size()) };
            for (const QJsonValue& point : (*answer)[u"points"].toArray()) {
                const qsizetype bin = binAt(table->bins, point[u"start"].toInteger());
                const bool counter = !point[u"sum"].isUndefined();
                const qint64 value = point[counter ? u"sum" : u"mean"].toInteger();
                usage.kind = counter ? SeriesKind::Counter : SeriesKind::Level;
                if (bin >= 0)
                    usage.slots[bin] = { 1, value, value, value };
            }
            one.usage.append(usage);
        }
        return QList<HistoryExport> { one };
    }

    void printTable(const EarningsTable& table, const QTimeZone& zone)
    {
        for (qsizetype i = 0; i < table.bins.size(); ++i) {
            out() << isoTime(table.bins[i].start, zone) << "  " << (table.isKnown(i) ? table.inBin(i).toTokens() : QStringLiteral("unknown"));
            for (const EarningsTable::Group& group : table.groups) {
                if (table.groups.size() > 1 && group.amounts[i].nano() > 0)
                    out() << "  " << group.name << ' ' << group.amounts[i].toTokens();
            }
            out() << '\n';
        }
        out() << "Total";
        if (!table.bins.isEmpty()) // of long records only so many bins are shown, the newest
            out() << " from " << isoTime(table.bins.first().start, zone) << " to " << isoTime(table.bins.last().end, zone);
        out() << "  " << table.total().toTokens();
        if (table.undated().nano() > 0)
            out() << ", and " << table.undated().toTokens() << " recovered without a date";
        out() << '\n';
    }

    static int refused(const Error& error)
    {
        QTextStream(stderr) << "surplusctl: " << error.message << '\n';
        return ExitRefused;
    }

    /// The highest voucher of every channel; nothing, and said why, if the engine refused.
    std::optional<QJsonArray> allChannels()
    {
        constexpr qsizetype AtOnce = 1'000;
        QJsonArray all;
        while (true) {
            const auto answer = call(QStringLiteral("vouchers.list"), { { QStringLiteral("limit"), AtOnce }, { QStringLiteral("offset"), all.size() } });
            if (!answer)
                return std::nullopt;
            const QJsonArray page = answer->value(u"channels").toArray();
            for (const QJsonValue& row : page)
                all.append(row);
            if (page.size() < AtOnce)
                return all;
        }
    }

    int vouchers()
    {
        const auto channels = allChannels();
        if (!channels)
            return ExitRefused;
        if (json()) {
            print({ { QStringLiteral("channels"), *channels } });
            return 0;
        }
        for (const QJsonValue& row : *channels)
            out() << row[u"customer"].toString() << "  " << tokens(row[u"accepted"], QString()) << " " << time(row[u"updated"].toInteger()) << '\n';
        out() << Qt::flush;
        return 0;
    }

    int publicContent(const QStringList& words)
    {
        const QString action = words.value(0);
        const auto is = [&](const char* name, qsizetype count) { return action == QLatin1String(name) && words.size() == count; };
        std::optional<QJsonObject> answer;
        if (is("add", 3)) {
            QFile file(words[1]);
            constexpr qint64 Most = 4 * 1024 * 1024;
            constexpr qint64 Part = 512 * 1024; // a message has at most 1 MiB
            // A device or a pipe gives bytes without end, or none and waits.
            const QFileInfo info(words[1]);
            if (!info.isFile() || info.size() > Most || !file.open(QIODevice::ReadOnly)) {
                QTextStream(stderr) << "surplusctl: " << words[1] << " can't be read as a .torrent file of at most 4 MiB.\n";
                return ExitUsage;
            }
            const QByteArray torrent = file.read(Most);
            for (qsizetype at = 0; at == 0 || (answer && at < torrent.size()); at += Part) {
                answer = call(QStringLiteral("public.add"), { { QStringLiteral("torrent"), QString::fromLatin1(torrent.mid(at, Part).toBase64()) },
                    { QStringLiteral("more"), at + Part < torrent.size() }, { QStringLiteral("folder"), QFileInfo(words[2]).absoluteFilePath() } });
            }
        } else if (is("remove", 2)) {
            answer = call(QStringLiteral("public.remove"), { { QStringLiteral("id"), words[1] } });
        } else if (is("on", 1) || is("off", 1)) {
            answer = call(QStringLiteral("storage.set"), { { QStringLiteral("servePublic"), action == QLatin1String("on") } });
        } else if (words.isEmpty()) {
            return listPublic();
        } else {
            return usage(QStringLiteral("public takes nothing, on, off, \"add FILE.torrent FOLDER\" or \"remove ID\""));
        }
        if (!answer)
            return ExitRefused;
        if (json())
            print(*answer);
        else if (is("add", 3))
            out() << "Added " << (*answer)[u"id"].toString() << '\n' << Qt::flush;
        else if (is("remove", 2))
            out() << "Removed; the files stay where they are.\n" << Qt::flush;
        else
            out() << "Public content is " << (is("on", 1) ? "given to any BitTorrent client" : "given to nobody") << " now.\n" << Qt::flush;
        return 0;
    }

    int listPublic()
    {
        const auto list = call(QStringLiteral("public.list"), {});
        const auto status = list ? call(QStringLiteral("engine.status"), {}) : std::nullopt;
        if (!status)
            return ExitRefused;
        const bool on = status->value(u"storage")[u"servePublic"].toBool();
        const QJsonArray items = list->value(u"items").toArray();
        if (json()) {
            QJsonObject both = *list;
            both.insert(QStringLiteral("servePublic"), on);
            print(both);
            return 0;
        }
        out() << (on ? "On: any BitTorrent client may fetch this, unpaid.\n" : "Off: nothing is given away (\"surplusctl public on\" changes that).\n");
        for (const QJsonValue& item : items)
            out() << item[u"id"].toString() << "  " << bytes(item[u"size"].toInteger()) << "  " << item[u"name"].toString() << '\n';
        if (items.isEmpty())
            out() << "The list is empty; \"surplusctl public add FILE.torrent FOLDER\" adds to it.\n";
        out().flush();
        return 0;
    }

    int logs()
    {
        const auto count = parse::integer(m_parser.value(QStringLiteral("lines")), 1);
        if (!count)
            return usage(QStringLiteral("--lines must be a number such as 200"));
        qint64 after = 0;
        for (;;) {
            const qint64 wanted = after == 0 ? *count : 1000;
            const auto answer = call(QStringLiteral("log.lines"), { { QStringLiteral("after"), after }, { QStringLiteral("limit"), wanted } });
            if (!answer)
                return ExitRefused;
            const QJsonArray lines = answer->value(u"lines").toArray();
            if (const qint64 skipped = lines.isEmpty() || after == 0 ? 0 : lines.first()[u"seq"].toInteger() - after - 1; skipped > 0) {
                // The engine remembers so many, and more came since we asked.
                if (json())
                    print({ { QStringLiteral("skipped"), skipped } });
                else
                    out() << "… " << counted(skipped, "line") << " skipped …\n";
            }
            for (const QJsonValue& line : lines) {
                after = line[u"seq"].toInteger();
                if (json())
                    print(line.toObject());
                else
                    out() << line[u"time"].toString() << ' ' << line[u"level"].toString().leftJustified(8) << line[u"part"].toString() << ": " << line[u"text"].toString() << '\n';
            }
            out().flush();
            if (!m_parser.isSet(QStringLiteral("follow")))
                return 0;
            if (lines.size() >= wanted)
                continue; // there may be more
            QEventLoop pause;
            QTimer::singleShot(500, &pause, &QEventLoop::quit);
            pause.exec();
        }
    }

    const QCommandLineParser& m_parser;
    RpcClient& m_client;
    HistoryStore* const m_history;
};

/// With the vouchers that a dashboard holds: no engine is needed.
int settleFromProfile(const QCommandLineParser& parser, HistoryStore& history, const QString& profile, const QStringList& words)
{
    const auto refuse = [](const Error& error) {
        QTextStream(stderr) << "surplusctl: " << error.message << '\n';
        return ExitRefused;
    };
    SettleSource source;
    source.recordFile = profile + QStringLiteral("/settlements.db");
    QFile description(parser.value(QStringLiteral("chain")));
    if (description.fileName().isEmpty() || !description.open(QIODevice::ReadOnly))
        return Control::usage(QStringLiteral("with --profile, --chain FILE has to describe the chain"));
    const auto config = ChainConfig::fromJson(QJsonDocument::fromJson(description.read(256 * 1024)).object());
    const auto held = history.vouchers();
    if (!config || !held)
        return refuse(config ? held.error() : config.error());
    source.chain = *config;
    for (const QJsonObject& row : *held) {
        const bool here = row.value(u"chainId").toInteger(static_cast<qint64>(config->spec.chainId)) == static_cast<qint64>(config->spec.chainId);
        if (const auto one = Settleable::fromJson(row); one && here)
            source.vouchers.append(*one);
    }
    if (!source.vouchers.isEmpty()) // the newest payout address is the one of the largest; --payout names another
        source.payout = source.vouchers.first().highest.beneficiary;
    return settleCommand(parser, words, source);
}

int readProfile(const QCommandLineParser& parser, RpcClient& client, const QString& profile)
{
    const QStringList words = parser.positionalArguments();
    const bool settling = words.first() == QLatin1String("settle");
    if (words.first() != QLatin1String("earnings") && words.first() != QLatin1String("history") && !settling)
        return Control::usage(QStringLiteral("--profile goes with earnings, history export and settle"));
    const QString path = profile + QStringLiteral("/history.db");
    if (!QFile::exists(path)) {
        QTextStream(stderr) << "surplusctl: " << profile << " has no history.db: it is no dashboard's profile.\n";
        return ExitNoEngine;
    }
    const auto database = Database::open(path, Database::Durability::Normal, HistoryStore::migrations());
    if (!database) {
        QTextStream(stderr) << "surplusctl: " << database.error().message << '\n';
        return ExitNoEngine;
    }
    const auto code = (*database)->attempt([&]() -> Result<int> {
        HistoryStore history(**database, localZone());
        return settling ? settleFromProfile(parser, history, profile, words.mid(1)) : Control(parser, client, &history).run(words);
    });
    if (!code)
        QTextStream(stderr) << "surplusctl: " << code.error().message << '\n';
    return code.value_or(ExitRefused);
}
} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("surplusctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SURPLUS_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(Help);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        { QStringLiteral("data"), QStringLiteral("The engine's data directory."), QStringLiteral("dir"),
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/surplus/engine") },
        { QStringLiteral("json"), QStringLiteral("Print JSON, one object a line.") },
        { QStringLiteral("for"), QStringLiteral("How long to pause."), QStringLiteral("time") },
        { QStringLiteral("from"), QStringLiteral("Not before this time."), QStringLiteral("time") },
        { QStringLiteral("to"), QStringLiteral("Before this time."), QStringLiteral("time") },
        { QStringLiteral("by"), QStringLiteral("resource, machine, customer, or state: settled, secured, pending, bounced."), QStringLiteral("group"), QStringLiteral("resource") },
        { QStringLiteral("step"), QStringLiteral("quarter, hour, day, week or month."), QStringLiteral("step") },
        { QStringLiteral("csv"), QStringLiteral("Print CSV (RFC 4180) with exact amounts.") },
        { QStringLiteral("profile"), QStringLiteral("A dashboard's directory: earnings and history read its history."), QStringLiteral("dir") },
        { QStringLiteral("yes"), QStringLiteral("settle: send it; resources give-up: do it.") },
        { QStringLiteral("keystore"), QStringLiteral("settle: the key that signs, a V3 keystore."), QStringLiteral("file") },
        { QStringLiteral("password-file"), QStringLiteral("settle: where the keystore's password is."), QStringLiteral("file") },
        { QStringLiteral("payout"), QStringLiteral("settle: for this address instead of the present payout address."), QStringLiteral("address") },
        { QStringLiteral("max-share"), QStringLiteral("settle: only if the fee is at most this percentage of the amount; needs --coin-rate. For a timer."), QStringLiteral("percent") },
        { QStringLiteral("coin-rate"), QStringLiteral("settle: what one of the chain's coin is worth in tokens. Then an entry worth less than its own fee waits."), QStringLiteral("tokens") },
        { QStringLiteral("max-fee"), QStringLiteral("settle: a fee of at most this much of the chain's coin."), QStringLiteral("coin") },
        { QStringLiteral("relay-fee"), QStringLiteral("settle authorize: the fee in tokens, at most."), QStringLiteral("tokens"), QStringLiteral("0") },
        { QStringLiteral("relayer"), QStringLiteral("settle authorize: who may use it; anybody if it is left out."), QStringLiteral("address") },
        { QStringLiteral("chain"), QStringLiteral("settle --profile: the chain's description (JSON)."), QStringLiteral("file") },
        { QStringLiteral("follow"), QStringLiteral("Go on printing new lines.") },
        { QStringLiteral("lines"), QStringLiteral("How many lines."), QStringLiteral("n"), QStringLiteral("200") },
    });
    parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("status, resources, limits, pause, resume, earnings, history export, vouchers, settle, chain, public or logs"));
    static const QRegularExpression negative(QStringLiteral("^-[0-9.,]"));
    if (const QString less = QCoreApplication::arguments().value(QCoreApplication::arguments().indexOf(negative)); !less.isEmpty() && QCoreApplication::arguments().indexOf(negative) > 0)
        return Control::usage(QStringLiteral("\"%1\": nothing here can be less than 0").arg(less));
    parser.process(app);
    if (const QString misuse = Control::misuse(parser); !misuse.isEmpty())
        return Control::usage(misuse);
    RpcClient client;
    if (const auto profile = QStringLiteral("profile"); parser.isSet(profile))
        return readProfile(parser, client, parser.value(profile));
    if (auto opened = openLocalEngine(client, parser.value(QStringLiteral("data"))); !opened) {
        QTextStream(stderr) << "surplusctl: " << opened.error().message << '\n';
        return ExitNoEngine;
    }
    return Control(parser, client).run(parser.positionalArguments());
}
