// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/earnings.h"

#include "services/common/history/machinehistory.h"
#include "services/common/history/moneystates.h"

#include <QDateTime>
#include <QJsonArray>
#include <algorithm>

namespace surplus {

namespace {
const QString CustomerPrefix = QString::fromLatin1(SeriesStore::CustomerPrefix);

Amount sumOf(const QList<Amount>& amounts)
{
    qint64 sum = 0;
    for (const Amount& amount : amounts)
        sum = addSaturated(sum, amount.nano());
    return Amount::fromNano(sum);
}

EarningsTable::Group groupOf(SeriesReader& reader, qint64 machine, const QString& name, const QString& series, qsizetype bins)
{
    EarningsTable::Group group { name, QList<Amount>(bins), Amount::fromNano(reader.undated(machine, series)) };
    reader.eachSum(machine, series, [amounts = group.amounts.data()](qsizetype bin, qint64 sum) { amounts[bin] = Amount::fromNano(sum); });
    return group;
}

/// What is left of a sum without one of its parts; nothing, if the sum stands at its limit and the parts are beyond.
Amount less(Amount sum, Amount part) { return Amount::fromNano(std::max<qint64>(0, sum.nano() - part.nano())); }

/// A group each of some machines, and the others as what all machines together have more.
QList<EarningsTable::Group> someAndOthers(SeriesReader& reader, const QList<const MachineRow*>& some, const QList<TimeBin>& bins)
{
    QList<EarningsTable::Group> groups;
    EarningsTable::Group others = groupOf(reader, SeriesStore::AllMachines, OtherGroups, earnedInAllSeries(), bins.size());
    for (const MachineRow* machine : some) {
        groups.append(groupOf(reader, machine->id, machine->name, earnedInAllSeries(), bins.size()));
        for (qsizetype bin = 0; bin < bins.size(); ++bin)
            others.amounts[bin] = less(others.amounts[bin], groups.last().amounts[bin]);
        others.undated = less(others.undated, groups.last().undated);
    }
    groups.append(others);
    return groups;
}

/// Of machines that are too many to be read bin by bin, the largest.
QList<const MachineRow*> largest(SeriesStore& store, SeriesReader& reader, const QList<MachineRow>& machines, qsizetype most)
{
    QList<std::pair<qint64, const MachineRow*>> order;
    order.reserve(machines.size());
    const auto series = store.find(earnedInAllSeries());
    for (const MachineRow& machine : machines)
        order.append({ series ? addSaturated(reader.sum(machine.id, *series), store.undated(machine.id, *series)) : 0, &machine });
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    QList<const MachineRow*> found;
    for (const auto& [sum, machine] : order.first(most))
        found.append(machine);
    return found;
}

QList<const MachineRow*> calledSo(const QList<MachineRow>& machines, const QStringList& names)
{
    QList<const MachineRow*> found;
    for (const QString& name : names) {
        const auto machine = std::find_if(machines.begin(), machines.end(), [&](const MachineRow& row) { return row.name == name; });
        if (machine != machines.end())
            found.append(&*machine);
    }
    return found;
}

/// Groups beyond the limit are put together; groups with nothing in them are left out.
QList<EarningsTable::Group> condensed(QList<EarningsTable::Group> groups, qsizetype most)
{
    struct Ranked {
        bool others;
        qint64 all;
        qsizetype index;
    };
    QList<Ranked> order;
    order.reserve(groups.size());
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const qint64 dated = groups[i].total().nano();
        if (dated != 0 || groups[i].undated.nano() != 0)
            order.append({ groups[i].name == OtherGroups, addSaturated(dated, groups[i].undated.nano()), i });
    }
    std::stable_sort(order.begin(), order.end(), [](const Ranked& a, const Ranked& b) { return a.others != b.others ? b.others : a.all > b.all; });
    QList<EarningsTable::Group> sorted;
    sorted.reserve(order.size());
    for (const Ranked& one : std::as_const(order))
        sorted.append(std::move(groups[one.index]));
    groups = std::move(sorted);
    if (groups.size() <= most)
        return groups;
    EarningsTable::Group others = groups[most - 1];
    others.name = OtherGroups;
    for (qsizetype i = most; i < groups.size(); ++i) {
        for (qsizetype bin = 0; bin < others.amounts.size(); ++bin)
            others.amounts[bin] = Amount::fromNano(addSaturated(others.amounts[bin].nano(), groups[i].amounts[bin].nano()));
        others.undated = Amount::fromNano(addSaturated(others.undated.nano(), groups[i].undated.nano()));
    }
    groups.resize(most);
    groups.last() = others;
    return groups;
}
} // namespace

QString isoTime(UtcMs at, const QTimeZone& zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, zone);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

QString toText(GroupBy by)
{
    switch (by) {
    case GroupBy::Resource:
        return QStringLiteral("resource");
    case GroupBy::Machine:
        return QStringLiteral("machine");
    case GroupBy::Customer:
        return QStringLiteral("customer");
    case GroupBy::State:
        return QStringLiteral("state");
    }
    return {};
}

std::optional<GroupBy> groupByFromText(const QString& text)
{
    for (const GroupBy by : { GroupBy::Resource, GroupBy::Machine, GroupBy::Customer, GroupBy::State }) {
        if (toText(by) == text)
            return by;
    }
    return std::nullopt;
}

Amount EarningsTable::Group::total() const { return sumOf(amounts); }

Amount EarningsTable::inBin(qsizetype bin) const
{
    qint64 sum = 0;
    for (const Group& group : groups)
        sum = addSaturated(sum, group.amounts[bin].nano());
    return Amount::fromNano(sum);
}

Amount EarningsTable::total() const
{
    qint64 sum = 0;
    for (const Group& group : groups)
        sum = addSaturated(sum, group.total().nano());
    return Amount::fromNano(sum);
}

Amount EarningsTable::undated() const
{
    qint64 sum = 0;
    for (const Group& group : groups)
        sum = addSaturated(sum, group.undated.nano());
    return Amount::fromNano(sum);
}

double EarningsTable::covered(qsizetype bin) const
{
    const UptimeShare& share = uptime[bin];
    const qint64 watched = share.up + share.paused + share.down;
    const qint64 all = watched + share.unknown;
    return all > 0 ? static_cast<double>(watched) / static_cast<double>(all) : 0;
}

bool EarningsTable::isKnown(qsizetype bin) const { return inBin(bin).nano() > 0 || uptime[bin].isRecorded(); }

EarningsTable readEarnings(SeriesStore& store, const QList<MachineRow>& machines, GroupBy by, const QList<TimeBin>& bins,
    const std::optional<QTimeZone>& dayRows, UtcMs now, const QList<CustomerMoney>& money, qsizetype most, const QStringList& named)
{
    EarningsTable table { bins, {}, QList<UptimeShare>(bins.size()) };
    SeriesReader reader(store, bins, dayRows);
    const qint64 row = machines.size() == 1 ? machines.first().id : SeriesStore::AllMachines;
    switch (by) {
    case GroupBy::Resource:
        for (const QString& resource : earnedResources(store))
            table.groups.append(groupOf(reader, row, resource, earnedSeries(resource), bins.size()));
        break;
    case GroupBy::Machine:
        if (!named.isEmpty() && machines.size() > 1) {
            table.groups = someAndOthers(reader, calledSo(machines, named), bins);
        } else if (machines.size() > most) {
            table.groups = someAndOthers(reader, largest(store, reader, machines, most - 1), bins);
        } else {
            for (const MachineRow& machine : machines)
                table.groups.append(groupOf(reader, machine.id, machine.name, earnedInAllSeries(), bins.size()));
        }
        table.groups = condensed(table.groups, most);
        break;
    case GroupBy::Customer:
        for (const QString& series : store.names(CustomerPrefix))
            table.groups.append(groupOf(reader, row, series.mid(CustomerPrefix.size()), series, bins.size()));
        table.groups = condensed(table.groups, most);
        break;
    case GroupBy::State:
        table.groups = readMoneyStates(store, machines, bins, dayRows, money);
        break;
    }
    UptimeShare* const shares = table.uptime.data();
    reader.eachSum(row, uptimeSeries(UptimeState::Up), [&](qsizetype bin, qint64 sum) { shares[bin].up = sum; });
    reader.eachSum(row, uptimeSeries(UptimeState::Paused), [&](qsizetype bin, qint64 sum) { shares[bin].paused = sum; });
    reader.eachSum(row, uptimeSeries(UptimeState::Down), [&](qsizetype bin, qint64 sum) { shares[bin].down = sum; });
    // When the records of the machines began: of most before all bins.
    QList<UtcMs> firsts;
    firsts.reserve(machines.size());
    qint64 old = 0;
    for (const MachineRow& machine : machines) {
        if (machine.first && !bins.isEmpty() && *machine.first <= bins.first().start)
            ++old;
        else if (machine.first)
            firsts.append(*machine.first);
    }
    std::sort(firsts.begin(), firsts.end());
    auto begun = firsts.cbegin(); // the first whose record begins within the bin or later
    for (qsizetype i = 0; i < bins.size(); ++i) {
        // Of the machines whose record had begun by then the whole bin, of the others what follows its beginning.
        const UtcMs end = std::min(bins[i].end, now);
        while (begun != firsts.cend() && *begun <= bins[i].start)
            ++begun;
        qint64 length = std::max<qint64>(0, end - bins[i].start) * (old + std::distance(firsts.cbegin(), begun));
        for (auto within = begun; within != firsts.cend() && *within < end; ++within)
            length += end - *within;
        shares[i].unknown = std::max<qint64>(0, length - shares[i].up - shares[i].paused - shares[i].down);
    }
    return table;
}

QJsonObject EarningsTable::toJson() const
{
    QJsonArray spans;
    for (qsizetype i = 0; i < bins.size(); ++i)
        spans.append(QJsonObject { { QStringLiteral("start"), bins[i].start }, { QStringLiteral("end"), bins[i].end },
            { QStringLiteral("up"), uptime[i].up }, { QStringLiteral("paused"), uptime[i].paused },
            { QStringLiteral("down"), uptime[i].down }, { QStringLiteral("unknown"), uptime[i].unknown } });
    QJsonArray named;
    for (const Group& group : groups) {
        QJsonArray amounts;
        for (const Amount& amount : group.amounts)
            amounts.append(amount.toWire());
        named.append(QJsonObject { { QStringLiteral("name"), group.name }, { QStringLiteral("amounts"), amounts },
            { QStringLiteral("undated"), group.undated.toWire() } });
    }
    return { { QStringLiteral("bins"), spans }, { QStringLiteral("groups"), named },
        { QStringLiteral("total"), total().toWire() }, { QStringLiteral("undated"), undated().toWire() } };
}

Result<EarningsTable> EarningsTable::fromJson(const QJsonObject& json)
{
    const auto malformed = [] {
        return failure(QStringLiteral("history.malformed"), QStringLiteral("The engine's answer is no table of earnings. Update the engine."));
    };
    EarningsTable table;
    for (const QJsonValue& bin : json.value(u"bins").toArray()) {
        table.bins.append({ bin[u"start"].toInteger(), bin[u"end"].toInteger() });
        table.uptime.append({ bin[u"up"].toInteger(), bin[u"paused"].toInteger(), bin[u"down"].toInteger(), bin[u"unknown"].toInteger() });
    }
    for (const QJsonValue& value : json.value(u"groups").toArray()) {
        Group group { value[u"name"].toString(), {}, {} };
        for (const QJsonValue& wire : value[u"amounts"].toArray()) {
            const auto amount = Amount::fromWire(wire.toString());
            if (!amount)
                return malformed();
            group.amounts.append(*amount);
        }
        const auto undated = Amount::fromWire(value[u"undated"].toString());
        if (!undated || group.amounts.size() != table.bins.size())
            return malformed();
        group.undated = *undated;
        table.groups.append(group);
    }
    return table;
}

QString csvField(const QString& text)
{
    QString field = text;
    if (!field.isEmpty() && QStringLiteral("=+-@\t\r").contains(field.front()))
        field.prepend(u'\'');
    if (!field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n') && !field.contains(u'\r'))
        return field;
    return u'"' + field.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QByteArray EarningsTable::toCsv(const QTimeZone& zone) const
{
    QStringList lines;
    QStringList header { QStringLiteral("start"), QStringLiteral("end") };
    for (const Group& group : groups)
        header.append(csvField(group.name));
    lines.append((header + QStringList { QStringLiteral("total"), QStringLiteral("covered") }).join(u','));
    for (qsizetype i = 0; i < bins.size(); ++i) {
        QStringList row { isoTime(bins[i].start, zone), isoTime(bins[i].end, zone) };
        const bool known = isKnown(i);
        for (const Group& group : groups)
            row.append(known ? group.amounts[i].toTokens() : QString());
        row.append(known ? inBin(i).toTokens() : QString());
        row.append(QString::number(covered(i), 'f', 4));
        lines.append(row.join(u','));
    }
    if (undated().nano() > 0) {
        QStringList row { QString(), QString() };
        for (const Group& group : groups)
            row.append(group.undated.toTokens());
        lines.append((row + QStringList { undated().toTokens(), QString() }).join(u','));
    }
    return (lines.join(QStringLiteral("\r\n")) + QStringLiteral("\r\n")).toUtf8();
}

} // namespace surplus
