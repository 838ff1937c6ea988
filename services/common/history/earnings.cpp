// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/earnings.h"

#include "services/common/history/machinehistory.h"
#include "services/common/history/moneystates.h"

#include <QDateTime>
#include <QJsonArray>
#include <algorithm>

namespace surplus {

namespace {
const QString CustomerPrefix = QStringLiteral("customer.");
const QString Others = QStringLiteral("others");

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
    const QList<Slot> sums = reader.read(machine, series);
    for (qsizetype i = 0; i < bins; ++i)
        group.amounts[i] = Amount::fromNano(sums[i].sum);
    return group;
}

/// What is left of a sum without one of its parts; nothing, if the sum stands at its limit and the parts are beyond.
Amount less(Amount sum, Amount part) { return Amount::fromNano(std::max<qint64>(0, sum.nano() - part.nano())); }

/// A group each of some machines, and the others as what all machines together have more.
QList<EarningsTable::Group> someAndOthers(SeriesReader& reader, const QList<const MachineRow*>& some, const QList<TimeBin>& bins)
{
    QList<EarningsTable::Group> groups;
    EarningsTable::Group others = groupOf(reader, SeriesStore::AllMachines, Others, earnedInAllSeries(), bins.size());
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
    for (const MachineRow& machine : machines) {
        if (names.contains(machine.name))
            found.append(&machine);
    }
    return found;
}

/// Groups beyond the limit are put together; groups with nothing in them are left out.
QList<EarningsTable::Group> condensed(QList<EarningsTable::Group> groups, qsizetype most)
{
    groups.removeIf([](const EarningsTable::Group& group) { return group.total().nano() == 0 && group.undated.nano() == 0; });
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
        if ((a.name == Others) != (b.name == Others))
            return b.name == Others;
        return addSaturated(a.total().nano(), a.undated.nano()) > addSaturated(b.total().nano(), b.undated.nano());
    });
    if (groups.size() <= most)
        return groups;
    EarningsTable::Group others = groups[most - 1];
    others.name = Others;
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

const QStringList& resourceNames()
{
    static const QStringList names { QStringLiteral("storage"), QStringLiteral("compute"), QStringLiteral("connectivity"), QStringLiteral("sensors") };
    return names;
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

bool EarningsTable::isKnown(qsizetype bin) const { return inBin(bin).nano() > 0 || uptime[bin].up + uptime[bin].paused + uptime[bin].down > 0; }

EarningsTable readEarnings(SeriesStore& store, const QList<MachineRow>& machines, GroupBy by, const QList<TimeBin>& bins,
    const std::optional<QTimeZone>& dayRows, UtcMs now, const QList<CustomerMoney>& money, qsizetype most, const QStringList& named)
{
    EarningsTable table { bins, {}, QList<UptimeShare>(bins.size()) };
    SeriesReader reader(store, bins, dayRows);
    const qint64 row = machines.size() == 1 ? machines.first().id : SeriesStore::AllMachines;
    switch (by) {
    case GroupBy::Resource:
        for (const QString& resource : resourceNames()) {
            if (store.find(earnedSeries(resource)))
                table.groups.append(groupOf(reader, row, resource, earnedSeries(resource), bins.size()));
        }
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
    const QList<Slot> up = reader.read(row, uptimeSeries(UptimeState::Up));
    const QList<Slot> paused = reader.read(row, uptimeSeries(UptimeState::Paused));
    const QList<Slot> down = reader.read(row, uptimeSeries(UptimeState::Down));
    QList<UtcMs> firsts;
    for (const MachineRow& machine : machines) {
        if (machine.first)
            firsts.append(*machine.first);
    }
    std::sort(firsts.begin(), firsts.end());
    for (qsizetype i = 0; i < bins.size(); ++i) {
        UptimeShare& share = table.uptime[i];
        share = { up[i].sum, paused[i].sum, down[i].sum, 0 };
        // Of the machines whose record had begun by then the whole bin, of the others what follows its beginning.
        const UtcMs end = std::min(bins[i].end, now);
        auto begun = std::upper_bound(firsts.begin(), firsts.end(), bins[i].start);
        qint64 length = std::max<qint64>(0, end - bins[i].start) * std::distance(firsts.begin(), begun);
        for (; begun != firsts.end() && *begun < end; ++begun)
            length += end - *begun;
        share.unknown = std::max<qint64>(0, length - share.up - share.paused - share.down);
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
