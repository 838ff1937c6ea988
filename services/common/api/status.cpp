// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/api/status.h"

namespace surplus {

namespace {
template <typename Item>
QJsonArray listOf(const QList<Item>& items)
{
    QJsonArray list;
    for (const Item& item : items)
        list.append(item.toJson());
    return list;
}

Amount amountAt(const QJsonObject& json, const char* name)
{
    return Amount::fromWire(json.value(QLatin1String(name)).toString()).value_or(Amount());
}
} // namespace

const QList<CreditCaps::Member>& CreditCaps::members()
{
    static const QList<Member> members {
        { "unfundedPerCustomer", &CreditCaps::unfundedPerCustomer, "owed and not set aside on the chain, by one customer" },
        { "unfundedPerAddress", &CreditCaps::unfundedPerAddress, "owed and not set aside, by all customers of one network address" },
        { "unfundedTotal", &CreditCaps::unfundedTotal, "owed and not set aside, in all" },
        { "exposurePerCustomer", &CreditCaps::exposurePerCustomer, "earned and not settled, of one customer" },
        { "exposureTotal", &CreditCaps::exposureTotal, "earned and not settled, in all" },
    };
    return members;
}

QJsonObject CreditCaps::toJson() const
{
    QJsonObject json;
    for (const Member& member : members())
        json.insert(QLatin1String(member.name), (this->*member.amount).toWire());
    return json;
}

CreditCaps CreditCaps::fromJson(const QJsonObject& json)
{
    CreditCaps caps;
    for (const Member& member : members()) {
        if (const auto amount = Amount::fromWire(json.value(QLatin1String(member.name)).toString()))
            caps.*member.amount = *amount;
    }
    return caps;
}

QJsonObject EngineStatus::toJson() const
{
    const QJsonObject chainJson { { QStringLiteral("used"), chain.used }, { QStringLiteral("name"), chain.name },
        { QStringLiteral("coin"), chain.coin }, { QStringLiteral("seen"), chain.seen > 0 ? QJsonValue(chain.seen) : QJsonValue() },
        { QStringLiteral("problem"), chain.problem } };
    const QJsonObject storageJson { { QStringLiteral("enabled"), storage.enabled },
        { QStringLiteral("folder"), storage.folder }, { QStringLiteral("limit"), storage.limit },
        { QStringLiteral("leased"), storage.leased }, { QStringLiteral("stored"), storage.stored },
        { QStringLiteral("diskFree"), storage.diskFree < 0 ? QJsonValue() : QJsonValue(storage.diskFree) },
        { QStringLiteral("retrieved"), storage.retrieved }, { QStringLiteral("leases"), storage.leases },
        { QStringLiteral("customers"), storage.customers }, { QStringLiteral("serveUnfunded"), storage.serveUnfunded },
        { QStringLiteral("servePublic"), storage.servePublic },
        { QStringLiteral("keepPrice"), storage.keepPrice.toWire() },
        { QStringLiteral("retrievePrice"), storage.retrievePrice.toWire() },
        { QStringLiteral("problem"), storage.problem }, { QStringLiteral("diskSilent"), storage.diskSilent }, { QStringLiteral("uploadRate"), storage.uploadRate },
        { QStringLiteral("downloadRate"), storage.downloadRate }, { QStringLiteral("minimumFree"), storage.minimumFree },
        { QStringLiteral("monthlyCap"), storage.monthlyCap }, { QStringLiteral("resetDay"), storage.resetDay },
        { QStringLiteral("monthTraffic"), storage.monthTraffic }, { QStringLiteral("damaged"), storage.damaged },
        { QStringLiteral("writeProblem"), storage.writeProblem },
        { QStringLiteral("damagedFiles"), QJsonArray::fromStringList(storage.damagedFiles) } };
    const QJsonObject dataJson { { QStringLiteral("folder"), data.folder },
        { QStringLiteral("free"), data.free < 0 ? QJsonValue() : QJsonValue(data.free) }, { QStringLiteral("trouble"), data.trouble },
        { QStringLiteral("problem"), data.problem } };
    return { { QStringLiteral("machine"), machine.hex() }, { QStringLiteral("version"), version },
        { QStringLiteral("protocol"), protocol }, { QStringLiteral("pid"), pid }, { QStringLiteral("epoch"), epoch },
        { QStringLiteral("now"), now }, { QStringLiteral("state"), toText(state) }, { QStringLiteral("since"), since },
        { QStringLiteral("reason"), toText(reason) },
        { QStringLiteral("until"), until ? QJsonValue(*until) : QJsonValue() }, { QStringLiteral("provider"), provider },
        { QStringLiteral("beneficiary"), beneficiary }, { QStringLiteral("symbol"), symbol },
        { QStringLiteral("network"), network }, { QStringLiteral("money"), money.toJson() }, { QStringLiteral("chain"), chainJson },
        { QStringLiteral("lastEntry"), lastEntry }, { QStringLiteral("storage"), storageJson },
        { QStringLiteral("data"), dataJson }, { QStringLiteral("problems"), listOf(problems) },
        { QStringLiteral("credit"), credit.toJson() }, { QStringLiteral("rules"), rules.toJson() }, { QStringLiteral("pauses"), listOf(pauses) },
        { QStringLiteral("sources"), listOf(sources) },
        { QStringLiteral("scheduleChange"), scheduleChange ? QJsonValue(*scheduleChange) : QJsonValue() } };
}

std::optional<EngineStatus> EngineStatus::fromJson(const QJsonObject& json)
{
    EngineStatus status;
    const auto machine = MachineId::fromHex(json.value(u"machine").toString());
    const auto state = shareStateFromText(json.value(u"state").toString());
    if (!machine || !state)
        return std::nullopt;
    status.machine = *machine;
    status.state = *state;
    status.version = json.value(u"version").toString();
    status.protocol = json.value(u"protocol").toInt();
    status.pid = json.value(u"pid").toInteger();
    status.epoch = json.value(u"epoch").toString();
    status.now = json.value(u"now").toInteger();
    status.since = json.value(u"since").toInteger();
    status.reason = reasonFromText(json.value(u"reason").toString());
    if (json.value(u"until").isDouble())
        status.until = json.value(u"until").toInteger();
    status.provider = json.value(u"provider").toString();
    status.beneficiary = json.value(u"beneficiary").toString();
    status.symbol = json.value(u"symbol").toString();
    status.network = json.value(u"network").toString();
    status.lastEntry = json.value(u"lastEntry").toInteger();
    status.money = Money::fromJson(json.value(u"money").toObject());
    const QJsonObject chain = json.value(u"chain").toObject();
    status.chain = { chain.value(u"used").toBool(), chain.value(u"name").toString(), chain.value(u"coin").toString(),
        chain.value(u"seen").toInteger(), chain.value(u"problem").toString() };
    const QJsonObject storage = json.value(u"storage").toObject();
    status.storage = { storage.value(u"enabled").toBool(), storage.value(u"folder").toString(),
        storage.value(u"limit").toInteger(), storage.value(u"leased").toInteger(), storage.value(u"stored").toInteger(),
        storage.value(u"diskFree").toInteger(-1), storage.value(u"retrieved").toInteger(),
        storage.value(u"leases").toInt(), storage.value(u"customers").toInt(),
        storage.value(u"serveUnfunded").toBool(), storage.value(u"servePublic").toBool(), amountAt(storage, "keepPrice"), amountAt(storage, "retrievePrice"),
        storage.value(u"problem").toString() };
    status.storage.diskSilent = storage.value(u"diskSilent").toBool();
    status.storage.uploadRate = storage.value(u"uploadRate").toInteger();
    status.storage.downloadRate = storage.value(u"downloadRate").toInteger();
    status.storage.minimumFree = storage.value(u"minimumFree").toInteger();
    status.storage.monthlyCap = storage.value(u"monthlyCap").toInteger();
    status.storage.resetDay = storage.value(u"resetDay").toInt(1);
    status.storage.monthTraffic = storage.value(u"monthTraffic").toInteger();
    status.storage.writeProblem = storage.value(u"writeProblem").toString();
    status.storage.damaged = storage.value(u"damaged").toInt();
    for (const QJsonValue& file : storage.value(u"damagedFiles").toArray())
        status.storage.damagedFiles.append(file.toString());
    const QJsonObject data = json.value(u"data").toObject();
    status.data = { data.value(u"folder").toString(), data.value(u"free").toInteger(-1), data.value(u"trouble").toString(), data.value(u"problem").toString() };
    for (const QJsonValue& problem : json.value(u"problems").toArray())
        status.problems.append(EngineProblem::fromJson(problem.toObject()));
    status.credit = CreditCaps::fromJson(json.value(u"credit").toObject());
    // An engine of before there were rules has none.
    status.rules = Rules::fromJson(json.value(u"rules").toObject(), {}).value_or(Rules());
    for (const QJsonValue& pause : json.value(u"pauses").toArray())
        status.pauses.append(Pause::fromJson(pause.toObject()));
    for (const QJsonValue& source : json.value(u"sources").toArray())
        status.sources.append(RuleSource::fromJson(source.toObject()));
    if (json.value(u"scheduleChange").isDouble())
        status.scheduleChange = json.value(u"scheduleChange").toInteger();
    return status;
}

} // namespace surplus
