// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/fleet/channelmoney.h"

#include <QVariantList>

namespace surplus {

/// What has become of each customer's money, over all its channels: the first few by name, all others in one row, so that
/// the rows add up to what the machine has.
class CustomerSums {
public:
    static constexpr int MostNamed = 20;

    CustomerSums() = default;
    /// In the order of `channels`.
    explicit CustomerSums(const QList<ChannelMoney>& channels);

    /// Of {customer, earned, settled, secured, pending, bounced, hasBounced}, formatted.
    [[nodiscard]] QVariantList rows() const;
    /// Customers that have a name.
    [[nodiscard]] int count() const { return static_cast<int>(m_named.size()); }

private:
    struct Sum {
        QString customer;
        Money money;
    };
    QList<Sum> m_named;
    std::optional<Money> m_forgotten; ///< of those who paid nothing and have no name any more
};

} // namespace surplus
