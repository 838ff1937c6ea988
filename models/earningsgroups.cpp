// SPDX-License-Identifier: GPL-3.0-or-later
#include "earningsgroups.h"

#include "earningsmodel.h"
#include "format.h"
#include "services/common/domain/money.h"
#include "services/common/domain/resourcekind.h"

#include <QHash>
#include <numeric>

namespace surplus {

QList<EarningsPart> EarningsGroups::partsOf(const EarningsRead& read, const EarningsSummary& summary) const
{
    const EarningsTable table = summary.shownOf(read);
    QList<Amount> totals;
    totals.reserve(table.groups.size());
    for (const EarningsTable::Group& group : table.groups)
        totals.append(group.total());
    const Amount total = std::accumulate(totals.begin(), totals.end(), Amount(), plus);
    QHash<QString, Amount> before;
    for (const EarningsTable::Group& group : std::as_const(read.previous.groups))
        before.insert(group.name, group.total());
    QList<EarningsPart> parts;
    parts.reserve(table.groups.size());
    Amount named; // of the period before
    for (qsizetype i = 0; i < table.groups.size(); ++i) {
        const EarningsTable::Group& group = table.groups[i];
        EarningsPart part = partOf(group, i, read.query.by, read.query.isAll() ? plus(totals[i], group.undated) : totals[i]);
        part.share = total.nano() > 0 ? tokensToDraw(totals[i]) / tokensToDraw(total) : 0;
        // What the others had, which stand last, is what those that are named had not.
        const Amount earlier = group.name == OtherGroups ? Amount::fromNano(read.previous.total().nano() - named.nano()) : before.value(group.name);
        named = plus(named, earlier);
        // That older money is further on its way says nothing.
        part.change = EarningsSummary::changeOf(totals[i], earlier, summary.compared && read.query.by != GroupBy::State);
        parts.append(part);
    }
    return parts;
}

EarningsPart EarningsGroups::partOf(const EarningsTable::Group& group, qsizetype index, GroupBy by, Amount amount) const
{
    EarningsPart part;
    part.name = group.name;
    part.label = labelOf(group.name, by);
    const bool fixed = by == GroupBy::Resource || by == GroupBy::State;
    part.colour = static_cast<int>(by == GroupBy::Resource ? qsizetype(ResourceKind::of(group.name).mark) : by == GroupBy::State ? moneyStateNames().indexOf(group.name) : index);
    part.shape = fixed ? part.colour : 0;
    part.amount = Format::tokens(amount);
    part.worth = amount;
    return part;
}

QString EarningsGroups::labelOf(const QString& name, GroupBy by) const
{
    if (name == OtherGroups)
        return EarningsModel::tr("All others");
    switch (by) {
    case GroupBy::Resource:
        return name == resource::Storage     ? EarningsModel::tr("Storage")
            : name == resource::Compute      ? EarningsModel::tr("Compute")
            : name == resource::Sensors      ? EarningsModel::tr("Sensors")
            : name == resource::Connectivity ? EarningsModel::tr("Connectivity")
                                             : name;
    case GroupBy::Machine:
        return name == m_own ? EarningsModel::tr("This computer") : name.left(8);
    case GroupBy::Customer:
        return name.left(8) + QStringLiteral("…") + name.right(8);
    case GroupBy::State:
        return name == QLatin1String("settled") ? EarningsModel::tr("Settled")
            : name == QLatin1String("secured")  ? EarningsModel::tr("Secured")
            : name == QLatin1String("bounced")  ? EarningsModel::tr("Bounced")
                                                : EarningsModel::tr("Pending");
    }
    return name;
}

} // namespace surplus
