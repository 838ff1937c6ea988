// SPDX-License-Identifier: GPL-3.0-or-later
#include "customersums.h"

#include "earningsmodel.h"
#include "format.h"

#include <QHash>

namespace surplus {

namespace {
QVariant rowOf(const QString& name, const Money& money)
{
    return QVariantMap { { QStringLiteral("customer"), name },
        { QStringLiteral("earned"), Format::tokens(money.earned) }, { QStringLiteral("settled"), Format::tokens(money.settled) },
        { QStringLiteral("secured"), Format::tokens(money.secured) }, { QStringLiteral("pending"), Format::tokens(money.pending) },
        { QStringLiteral("bounced"), Format::tokens(money.bounced) }, { QStringLiteral("hasBounced"), money.bounced.nano() > 0 } };
}
} // namespace

CustomerSums::CustomerSums(const QList<ChannelMoney>& channels)
{
    const QString nobody = Address().hex0x();
    QHash<QString, qsizetype> places;
    for (const ChannelMoney& channel : channels) {
        if (channel.customer == nobody) {
            m_forgotten = m_forgotten.value_or(Money()).plus(channel.money);
            continue;
        }
        const auto place = places.constFind(channel.customer);
        if (place == places.constEnd()) {
            places.insert(channel.customer, m_named.size());
            m_named.append({ channel.customer, channel.money });
        } else {
            m_named[*place].money = m_named[*place].money.plus(channel.money);
        }
    }
}

QVariantList CustomerSums::rows() const
{
    QVariantList rows;
    std::optional<Money> others = m_forgotten;
    for (const Sum& sum : m_named) {
        if (rows.size() < MostNamed)
            rows.append(rowOf(sum.customer.left(10) + QStringLiteral("…") + sum.customer.right(8), sum.money));
        else
            others = others.value_or(Money()).plus(sum.money);
    }
    if (others)
        rows.append(rowOf(EarningsModel::tr("All others"), *others));
    return rows;
}

} // namespace surplus
