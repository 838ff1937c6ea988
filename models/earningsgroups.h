// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "earningssummary.h"
#include "earningsvalues.h"

namespace surplus {

/// How the groups of a stack are written and marked. `own`: the id of this computer, as groups are named.
class EarningsGroups {
public:
    void setOwn(const QString& own) { m_own = own; }

    /// Of the range in sight, in the order of the stack.
    [[nodiscard]] QList<EarningsPart> partsOf(const EarningsRead& read, const EarningsSummary& summary) const;
    /// One group's part of something.
    [[nodiscard]] EarningsPart partOf(const EarningsTable::Group& group, qsizetype index, GroupBy by, Amount amount) const;

private:
    [[nodiscard]] QString labelOf(const QString& name, GroupBy by) const;

    QString m_own;
};

} // namespace surplus
