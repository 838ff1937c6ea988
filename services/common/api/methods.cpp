// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/api/methods.h"

#include "services/common/api/status.h"
#include "services/common/core/parse.h"
#include "services/common/core/privatefile.h"

#include <QFile>
#include <QJsonDocument>
#include <algorithm>

namespace surplus {

namespace {
QList<ParamSpec> creditParams()
{
    QList<ParamSpec> params;
    for (const CreditCaps::Member& member : CreditCaps::members())
        params.append({ member.name, ParamType::String, false, member.meaning });
    return params;
}
}

const QList<MethodSpec>& controlApi()
{
    static const QList<MethodSpec> methods {
        { "engine.status", Role::Viewer, "What the machine shares, whether it is healthy and what it has earned.", {},
            "an EngineStatus" },
        { "engine.pause", Role::Operator, "Stops serving; content is kept.",
            { { "seconds", ParamType::Integer, false, "1 to 31,536,000; absent: until resumed" } }, "an EngineStatus" },
        { "engine.resume", Role::Operator, "Ends a pause.", {}, "an EngineStatus" },
        { "engine.stop", Role::Operator, "Ends the engine after it has written everything down.", {}, "nothing" },
        { "storage.set", Role::Operator, "Changes what storage shares. Absent parameters stay as they are.",
            { { "enabled", ParamType::Boolean, false, "whether new leases are taken and content is served" },
                { "limit", ParamType::Integer, false, "bytes that may be leased, 0 or more" },
                { "keepPrice", ParamType::String, false, "nano-tokens per GB and day" },
                { "retrievePrice", ParamType::String, false, "nano-tokens per GB retrieved" },
                { "serveUnfunded", ParamType::Boolean, false,
                    "whether customers are served whose money is not set aside on the chain" },
                { "servePublic", ParamType::Boolean, false,
                    "whether anybody may fetch what is given away, unpaid" },
                { "uploadRate", ParamType::Integer, false, "bytes per second to customers, at most; 0: no limit" },
                { "downloadRate", ParamType::Integer, false, "bytes per second from customers, at most; 0: no limit" },
                { "minimumFree", ParamType::Integer, false, "bytes that stay free on the disk: nothing new is taken beyond" },
                { "monthlyCap", ParamType::Integer, false, "bytes sent and received in a month, at most; then sharing pauses; 0: no cap" },
                { "resetDay", ParamType::Integer, false, "the day of the month on which counting begins anew, 1 to 31" } },
            "an EngineStatus" },
        { "conditions.set", Role::Operator, "Changes the rules that pause sharing. Absent parameters stay as they are.",
            { { "schedule", ParamType::Boolean, false, "whether the weekly schedule is kept" },
                { "share", ParamType::Array, false, "the hours to share in: seven texts of 24 characters, 1 or 0, Monday first, local time" },
                { "battery", ParamType::Boolean, false, "pause while on battery" },
                { "metered", ParamType::Boolean, false, "pause while the connection is metered" },
                { "hot", ParamType::Boolean, false, "pause while a processor is too hot" },
                { "hotAbove", ParamType::Integer, false, "°C, 40 to 110" },
                { "inUse", ParamType::Boolean, false, "pause while somebody uses the computer" },
                { "idleMinutes", ParamType::Integer, false, "without a key or the mouse, until it counts as unused: 1 to 240" },
                { "programs", ParamType::Array, false, "pause while one of these runs: names of executables, at most 20" } },
            "an EngineStatus" },
        { "public.list", Role::Viewer, "What is given away, and the port of the BitTorrent listener.", {}, "items, port" },
        { "public.add", Role::Owner, "Gives content away: any BitTorrent client may fetch it while servePublic is on.",
            { { "torrent", ParamType::String, true, "the .torrent file, v1 or v2, or the next part of it, in base64; at most 4 MiB in all" },
                { "more", ParamType::Boolean, false, "another part follows; answered with nothing" },
                { "folder", ParamType::String, true, "absolute path of the folder that holds its files" } },
            "the item" },
        { "public.remove", Role::Owner, "Gives content away no longer; its files stay.",
            { { "id", ParamType::String, true, "its info-hash" } }, "nothing" },
        { "storage.setFolder", Role::Owner, "Chooses the folder that holds what customers store.",
            { { "folder", ParamType::String, true, "absolute path; created if its parent exists" } }, "an EngineStatus" },
        { "storage.giveUp", Role::Owner, "What is stored is gone for good: closes all leases (their customers are told that it is lost; what is earned stays) and leaves the folder to be chosen anew. Refused while the folder is there. Can't be undone.",
            {}, "an EngineStatus" },
        { "storage.leases", Role::Viewer, "All leases, newest first.",
            { { "offset", ParamType::Integer, false, "how many to leave out, 0 or more" },
                { "limit", ParamType::Integer, false, "at most this many, 1 to 1,000" } },
            "leases, total" },
        { "storage.check", Role::Viewer, "Looks whether what is stored for customers is there and whole in size.", {},
            "files, damaged, bytes; damagedFiles: at most 20 of them, beneath the folder" },
        { "payout.set", Role::Owner, "Sets who is paid. Earlier vouchers keep paying the address they name.",
            { { "address", ParamType::String, true, "0x and 40 hexadecimal digits" } }, "an EngineStatus" },
        { "credit.set", Role::Operator, "Changes how much may be owed before serving stops. Absent parameters stay as they are.", creditParams(), "an EngineStatus" },
        { "money.channels", Role::Viewer, "What each customer promised and what has become of it; what can be settled comes first, then the largest.",
            { { "limit", ParamType::Integer, false, "1 to 1,000" }, { "offset", ParamType::Integer, false, "channels to leave out" } },
            "channels of customer, chequebook, beneficiary, money, seen (UTC ms, when the chain was looked at; 0: never)" },
        { "chain.get", Role::Owner, "The chain that vouchers are cashed on. Endpoints may carry keys: the owner's to see.", {},
            "chainId, factory, initCodeHash, decimals, symbol, name, token, endpoints, confirmations, coin, explorer" },
        { "chain.set", Role::Owner, "Chooses the chain. Another chain or factory is taken only while nothing is leased or earned, and with the next start; until then nothing is leased, and what was only promised is dropped.",
            { { "chain", ParamType::Object, true, "as chain.get gives it" } }, "restart: whether it waits for the next start" },
        { "chain.look", Role::Viewer, "Looks at the chain soon: something was settled.", {}, "nothing" },
        { "history.changes", Role::Viewer, "What changed in the machine's history since a cursor: chunks of buckets and uptime intervals as they are now.",
            { { "epoch", ParamType::String, false, "of the cursor" }, { "run", ParamType::String, false, "of the cursor" },
                { "after", ParamType::Integer, false, "the cursor's revision" },
                { "limit", ParamType::Integer, false, "1 to 2,000" } },
            "epoch, run and revision: the next cursor; chunks, intervals, more, and reset=true if the cursor was of another history" },
        { "earnings.query", Role::Viewer, "What was earned, bin by bin and group by group; at most 1,000 bins, the newest.",
            { { "from", ParamType::Integer, false, "UTC ms, inclusive; absent: from the beginning" },
                { "to", ParamType::Integer, false, "UTC ms, exclusive; absent: until now" },
                { "by", ParamType::String, false, "resource, machine, customer, or state: what has become of it" },
                { "step", ParamType::String, false, "quarter, hour, day, week or month; absent: what suits the range" },
                { "zone", ParamType::String, false, "whose days they are, such as Europe/Berlin; absent: the machine's" } },
            "bins of start, end, up, paused, down, unknown (ms); groups of name, amounts, undated; total; undated" },
        { "uptime.intervals", Role::Viewer, "Spans in one state, oldest first; at most 5,000.",
            { { "from", ParamType::Integer, false, "UTC ms" }, { "to", ParamType::Integer, false, "UTC ms" } }, "intervals" },
        { "usage.series", Role::Viewer, "The names of the usage series.", {}, "series" },
        { "usage.query", Role::Viewer, "One usage series, bin by bin; bins without a record are absent.",
            { { "series", ParamType::String, true, "such as storage.stored" },
                { "from", ParamType::Integer, false, "UTC ms, inclusive; absent: from the beginning" },
                { "to", ParamType::Integer, false, "UTC ms, exclusive; absent: until now" },
                { "step", ParamType::String, false, "quarter, hour, day, week or month; absent: what suits the range" },
                { "zone", ParamType::String, false, "whose days they are; absent: the machine's" } },
            "points of start, end, and sum (of a counter) or mean, min, max" },
        { "vouchers.list", Role::Viewer, "The highest voucher of each channel, with its signature, and the lowest that covers what is earned; what can be settled comes first.",
            { { "limit", ParamType::Integer, false, "1 to 1,000" }, { "offset", ParamType::Integer, false, "channels to leave out" } },
            "channels" },
        { "log.lines", Role::Viewer, "The newest lines of the engine's log, or the first ones after a line.",
            { { "after", ParamType::Integer, false, "sequence of the last line already held" },
                { "limit", ParamType::Integer, false, "1 to 1,000" } },
            "lines" },
    };
    return methods;
}

const QList<MethodSpec>& marketApi()
{
    static const QList<MethodSpec> methods {
        { "hello.begin", Role::Anyone, "The machine proves its identity and names who is paid.",
            { { "nonce", ParamType::String, true, "the client's nonce, 32 bytes in hexadecimal" } },
            "nonce, publicKey, beneficiary, chain, signature over Welcome" },
        { "hello.prove", Role::Anyone, "The customer proves its identity.",
            { { "customer", ParamType::String, true, "its address, the chequebook's issuer" },
                { "signature", ParamType::String, true, "over Hello, by that address" },
                { "salt", ParamType::String, true, "of the chequebook" } },
            "customer, voucher (the highest held, if any), debt" },
        { "quote.get", Role::Customer, "Prices for ten minutes.", {}, "a signed Quote" },
        { "lease.open", Role::Customer, "Reserves space for content.",
            { { "quote", ParamType::Object, true, "a Quote that has not expired" },
                { "days", ParamType::Integer, true, "1 to 3,650" },
                { "torrent", ParamType::String, true, "the .torrent file, v2, one file named by its hash, in base64" } },
            "a signed Lease" },
        { "lease.renew", Role::Customer, "Moves a lease's end.",
            { { "lease", ParamType::String, true, "its id" }, { "days", ParamType::Integer, true, "to add, 1 to 3,650" },
                { "quote", ParamType::Object, true, "a Quote that has not expired" } },
            "a signed Lease" },
        { "lease.close", Role::Customer, "Ends a lease now; its content is deleted.",
            { { "lease", ParamType::String, true, "its id" } }, "nothing" },
        { "lease.status", Role::Customer, "How far a lease has been filled and what is due.",
            { { "lease", ParamType::String, true, "its id" } }, "state, progress from 0 to 1, problem in words, due, paidUntil, end, covered, coverLost; closedWhy and closedAt once it is closed" },
        { "lease.audit", Role::Customer, "Reads random blocks; their bytes count as retrieved.",
            { { "lease", ParamType::String, true, "its id" },
                { "blocks", ParamType::Array, true, "1 to 16 block numbers of 16 KiB each" },
                { "age", ParamType::Integer, false, "what earlier versions went by; heeded no longer" } },
            "blocks in base64, keptSeconds, due" },
        { "content.open", Role::Customer, "Loads a lease's content so that this address may fetch or fill it.",
            { { "lease", ParamType::String, true, "its id" },
                { "received", ParamType::String, false, "bytes of it that the customer has received so far" } },
            "port of the BitTorrent listener" },
        { "voucher.submit", Role::Customer, "Hands over a voucher.",
            { { "voucher", ParamType::Object, true, "a Voucher" },
                { "lease", ParamType::String, false, "what it pays for first" },
                { "first", ParamType::Boolean, false, "what earlier versions went by; heeded no longer: a voucher of nothing says that none is held" } },
            "accepted, and the highest voucher held" },
    };
    return methods;
}

void addFrom(RpcServer& server, const QList<MethodSpec>& table, const char* name, RpcHandler handler)
{
    const auto spec = std::find_if(table.begin(), table.end(),
        [&](const MethodSpec& method) { return qstrcmp(method.name, name) == 0; });
    if (spec == table.end())
        qFatal("no method %s in its table", name);
    server.add(*spec, std::move(handler));
}

QString ProviderAddress::toText() const
{
    const QString bracketed = host.contains(u':') ? u'[' + host + u']' : host;
    return bracketed + u':' + QString::number(port) + u'#' + machine.hex();
}

Result<ProviderAddress> ProviderAddress::parse(const QString& typed)
{
    const QString text = surplus::parse::typed(typed).remove(u' ');
    const auto bad = [&](const QString& what) {
        return failure(QStringLiteral("provider.malformed"),
            QStringLiteral("\"%1\" is no provider: %2. It looks like HOST:PORT#MACHINE; copy it from the provider's Overview.")
                .arg(text.left(120), what));
    };
    const qsizetype hash = text.indexOf(u'#');
    const qsizetype colon = text.lastIndexOf(u':', hash < 0 ? -1 : hash);
    if (hash < 0)
        return bad(QStringLiteral("the # before the machine is missing"));
    if (colon <= 0)
        return bad(QStringLiteral("the port is missing"));
    ProviderAddress address;
    const auto machine = MachineId::fromHex(text.mid(hash + 1));
    if (!machine)
        return bad(QStringLiteral("the machine must have 64 hexadecimal digits"));
    address.machine = *machine;
    const auto port = surplus::parse::natural(text.mid(colon + 1, hash - colon - 1), 65535);
    if (!port || *port == 0)
        return bad(QStringLiteral("the port must be from 1 to 65535"));
    address.port = static_cast<quint16>(*port);
    address.host = text.left(colon);
    if (address.host.startsWith(u'[') && address.host.endsWith(u']'))
        address.host = address.host.mid(1, address.host.size() - 2);
    return address;
}

Result<void> RuntimeFile::write(const QString& dataDir) const
{
    const QJsonObject json { { QStringLiteral("port"), port },
        { QStringLiteral("secret"), QString::fromLatin1(secret.toHex()) }, { QStringLiteral("pid"), pid },
        { QStringLiteral("startTime"), QString::number(startTime) }, { QStringLiteral("version"), version },
        { QStringLiteral("protocol"), protocol } };
    return writePrivateFile(pathIn(dataDir), QJsonDocument(json).toJson());
}

Result<RuntimeFile> RuntimeFile::read(const QString& dataDir)
{
    QFile file(pathIn(dataDir));
    if (!file.exists())
        return failure(QStringLiteral("engine.absent"),
            QStringLiteral("No engine runs on %1. Start it with surplusd --data %1, or by the dashboard.").arg(dataDir));
    if (!file.open(QIODevice::ReadOnly))
        return failure(QStringLiteral("engine.runtime"),
            QStringLiteral("%1 can't be read: %2. It belongs to who started the engine.").arg(file.fileName(), file.errorString()));
    const QJsonObject json = QJsonDocument::fromJson(file.read(64 * 1024)).object();
    const qint64 port = json.value(u"port").toInteger();
    const auto started = parse::natural(json.value(u"startTime").toString());
    RuntimeFile runtime { static_cast<quint16>(port), parse::hex(json.value(u"secret").toString()).value_or(QByteArray()), json.value(u"pid").toInteger(),
        started.value_or(0), json.value(u"version").toString(), json.value(u"protocol").toInt() };
    if (port < 1 || port > 65535 || !started || runtime.secret.size() != 32)
        return failure(QStringLiteral("engine.runtime"),
            QStringLiteral("%1 is damaged. Restart the engine; it writes a new one.").arg(file.fileName()));
    return runtime;
}

quint64 processStartTime(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (pid <= 0 || !stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = stat.readAll();
    // The second field, the program's name, may hold spaces and parentheses: count from the last ')'.
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 19 && fields[0] != "Z" ? parse::natural(QString::fromLatin1(fields[19])).value_or(0) : 0;
}

} // namespace surplus
