// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/amount.h"

#include <QVariantList>
#include <qqmlintegration.h>

namespace surplus {

/// One group's part of a bar or of a range: a line of the tooltip, the legend or the table.
struct EarningsPart {
    Q_GADGET
    QML_VALUE_TYPE(earningsPart)
    Q_PROPERTY(QString name MEMBER name) ///< "storage", a machine's id, a customer's address
    Q_PROPERTY(QString label MEMBER label) ///< what is written
    Q_PROPERTY(int colour MEMBER colour) ///< index into the chart's colours
    Q_PROPERTY(int shape MEMBER shape) ///< of its mark, so that a colour is never alone; 0 where there are too many groups
    Q_PROPERTY(QString amount MEMBER amount)
    Q_PROPERTY(QString exact READ exact) ///< all nine decimals
    Q_PROPERTY(double share MEMBER share) ///< of the whole, 0 to 1
    Q_PROPERTY(QString change MEMBER change) ///< against the period before; "—" if that is incomplete
public:
    QString name;
    QString label;
    int colour = 0;
    int shape = 0;
    QString amount;
    Amount worth;
    double share = 0;
    QString change;
    [[nodiscard]] QString exact() const { return worth.toTokens(); }
    bool operator==(const EarningsPart&) const = default;
};

/// One bin as it is read out: the tooltip and the table by period.
struct EarningsBar {
    Q_GADGET
    QML_VALUE_TYPE(earningsBar)
    Q_PROPERTY(QString title MEMBER title) ///< "Tue 10 Nov"
    Q_PROPERTY(QString amount MEMBER amount) ///< "—" if nobody recorded anything
    Q_PROPERTY(QString exact MEMBER exact)
    Q_PROPERTY(bool known MEMBER known)
    Q_PROPERTY(bool before MEMBER before) ///< before the first record: there was nothing to record
    Q_PROPERTY(bool unfinished MEMBER unfinished)
    Q_PROPERTY(QString uptimeText MEMBER uptimeText)
    Q_PROPERTY(QVariantList parts MEMBER parts)
    Q_PROPERTY(double start MEMBER start)
    Q_PROPERTY(double end MEMBER end)
public:
    QString title;
    QString amount;
    QString exact;
    bool known = false;
    bool before = false;
    bool unfinished = false;
    QString uptimeText;
    QVariantList parts;
    double start = 0;
    double end = 0;
};

} // namespace surplus
