// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "earningschart.h"

namespace surplus {

/// What is said of the bars in sight, formatted.
struct EarningsSummary {
    int first = 0; ///< bars from here
    int last = -1; ///< to here are in sight
    QString range; ///< "24 Oct – 23 Nov"
    QString step; ///< "Per day"
    QString total;
    QString exactTotal;
    QString undated; ///< empty if nothing is without a date
    QString today;
    QString average;
    QString averageCaption; ///< "Average per full day"
    QString averageNote; ///< "27 full days"
    int fullBins = 0; ///< which the average is over
    QString best;
    QString bestTitle;
    QString change; ///< against the period before
    bool compared = false; ///< there is such a period, complete and with earnings
    QString forecast; ///< of this month; empty if there is too little to go by
    QString forecastDetail;
    QString uptime;
    QString unknown; ///< how much was left out of uptime; empty if nothing
    QString sentence; ///< for a screen reader
    bool hasEarnings = false;
    double highest = 0; ///< of the bars, their pace counted in

    /// `gaps`: how many spans nobody recorded.
    [[nodiscard]] static EarningsSummary of(const EarningsRead& read, const QList<EarningsColumn>& columns, double viewStart, double viewEnd, qsizetype gaps);
    /// What `read` has of the bars in sight.
    [[nodiscard]] EarningsTable shownOf(const EarningsRead& read) const;
    /// "Tue 10 Nov"
    [[nodiscard]] static QString titleOf(const TimeBin& bin, BinWidth width);
    /// "+ 12 %", or a dash where that can't be said.
    [[nodiscard]] static QString changeOf(Amount now, Amount before, bool comparable);

private:
    void sight(const QList<EarningsColumn>& columns, double viewStart, double viewEnd);
    void measure(const EarningsRead& read, const QList<EarningsColumn>& columns);
    void name(const EarningsRead& read, const EarningsTable& shown, qsizetype gaps);
    void predict(const EarningsRead& read);
};

} // namespace surplus
