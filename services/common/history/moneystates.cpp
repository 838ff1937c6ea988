// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/moneystates.h"

#include "services/common/history/machinehistory.h"

#include <QDateTime>
#include <algorithm>
#include <array>
#include <map>

namespace surplus {

namespace {
enum State { Settled, Secured, Pending, Bounced };
constexpr std::size_t States = 4;
using Parts = std::array<qint64, States>; // nano-tokens

Amount plus(Amount a, qint64 nano) { return Amount::fromNano(addSaturated(a.nano(), nano)); }

/// One customer's money, handed out from the oldest on.
class Portions {
public:
    explicit Portions(const CustomerMoney& money)
    {
        for (const auto& [state, amount] : { std::pair { Settled, money.settled }, std::pair { Bounced, money.bounced }, std::pair { Secured, money.secured } })
            m_left.append({ state, std::max<qint64>(0, amount.nano()) });
    }
    /// The next `amount` of it.
    Parts take(qint64 amount)
    {
        Parts parts {};
        for (auto& [state, left] : m_left) {
            const qint64 part = std::min(left, amount);
            parts[state] = part;
            left -= part;
            amount -= part;
        }
        parts[Pending] = amount;
        return parts;
    }

private:
    QList<std::pair<State, qint64>> m_left;
};

/// What the series holds from the beginning of the record to before `end`: whole days where the file has them.
qint64 earnedBefore(SeriesStore& store, const MachineRow& machine, const QString& series, UtcMs end, const std::optional<QTimeZone>& dayRows)
{
    if (!machine.first || *machine.first >= end)
        return 0;
    const QTimeZone zone = dayRows.value_or(QTimeZone::utc());
    const auto dayOf = [&](UtcMs at) { return QDateTime::fromMSecsSinceEpoch(at, zone).date().startOfDay(zone).toMSecsSinceEpoch(); };
    qint64 sum = 0;
    for (const TimeBin& span : { TimeBin { dayOf(*machine.first), dayOf(end) }, TimeBin { dayOf(end), end } }) {
        if (span.start >= span.end)
            continue;
        const QList<TimeBin> bins { span };
        sum = addSaturated(sum, SeriesReader(store, bins, dayRows).read(machine.id, series).first().sum);
    }
    return sum;
}
} // namespace

QList<EarningsTable::Group> readMoneyStates(SeriesStore& store, const QList<MachineRow>& machines, const QList<TimeBin>& bins,
    const std::optional<QTimeZone>& dayRows, const QList<CustomerMoney>& money)
{
    QList<EarningsTable::Group> groups;
    for (const QString& name : moneyStateNames())
        groups.append({ name, QList<Amount>(bins.size()), {} });
    if (bins.isEmpty())
        return {};
    SeriesReader reader(store, bins, dayRows);
    // All is pending but for what is known to be something else.
    const qint64 whole = machines.size() == 1 ? machines.first().id : SeriesStore::AllMachines;
    const QList<Slot> earned = reader.read(whole, earnedInAllSeries());
    for (qsizetype i = 0; i < bins.size(); ++i)
        groups[Pending].amounts[i] = Amount::fromNano(earned[i].sum);
    groups[Pending].undated = Amount::fromNano(reader.undated(whole, earnedInAllSeries()));
    const auto move = [&](const Parts& parts, const auto& amountOf) {
        for (const State state : { Settled, Secured, Bounced }) {
            // Where sums stand at their limit, no more than there is can be moved.
            const qint64 part = std::min(parts[state], amountOf(groups[Pending]).nano());
            amountOf(groups[state]) = plus(amountOf(groups[state]), part);
            amountOf(groups[Pending]) = plus(amountOf(groups[Pending]), -part);
        }
    };
    QHash<qint64, const MachineRow*> known;
    for (const MachineRow& machine : machines)
        known.insert(machine.id, &machine);
    // A customer may have several channels, of several payout addresses.
    std::map<std::pair<qint64, QString>, CustomerMoney> byCustomer;
    for (const CustomerMoney& one : money) {
        // What has no series of its own is in that of the others, together.
        const QString customer = store.find(customerSeries(one.customer)) ? one.customer : OtherGroups;
        CustomerMoney& sum = byCustomer[{ one.machine, customer }];
        sum = { one.machine, customer, plus(sum.settled, one.settled.nano()), plus(sum.bounced, one.bounced.nano()), plus(sum.secured, one.secured.nano()) };
    }
    for (const auto& [key, one] : byCustomer) {
        const MachineRow* machine = known.value(one.machine);
        const QString series = customerSeries(one.customer);
        if (!machine || (one.settled.nano() <= 0 && one.bounced.nano() <= 0 && one.secured.nano() <= 0))
            continue;
        Portions portions(one);
        // What was recovered without a date is older than anything since.
        move(portions.take(reader.undated(machine->id, series)), [](EarningsTable::Group& group) -> Amount& { return group.undated; });
        (void)portions.take(earnedBefore(store, *machine, series, bins.first().start, dayRows));
        const QList<Slot> paid = reader.read(machine->id, series);
        for (qsizetype i = 0; i < bins.size(); ++i)
            move(portions.take(paid[i].sum), [i](EarningsTable::Group& group) -> Amount& { return group.amounts[i]; });
    }
    groups.removeIf([](const EarningsTable::Group& group) { return group.total().nano() == 0 && group.undated.nano() == 0; });
    return groups;
}

} // namespace surplus
