// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "earningsread.h"

#include <QVarLengthArray>
#include <QVariantList>

namespace surplus {

/// What a bar is drawn from. Heights are tokens, for drawing only.
struct EarningsColumn {
    double start = 0;
    double end = 0;
    QVarLengthArray<double, 8> heights; ///< one per group, from the bottom
    Amount amount;
    double height = 0;
    double pace = 0; ///< of an unfinished bar: what it comes to at this rate
    double uptime = -1; ///< 0 to 1; negative: nothing recorded
    bool known = false;
    bool before = false;
    bool unfinished = false;
    bool paused = false; ///< throughout
};

/// For drawing and for shares only.
[[nodiscard]] inline double tokensToDraw(Amount amount) { return static_cast<double>(amount.nano()) / NanoPerToken; }

/// A column per bin.
[[nodiscard]] QList<EarningsColumn> columnsOf(const EarningsRead& read);
/// Of {start, end}: the spans that nobody recorded.
[[nodiscard]] QVariantList gapsIn(const QList<EarningsColumn>& columns);
/// {start, end, sofar, height} of the column that is unfinished; zeros if none is.
[[nodiscard]] QVariantMap paceIn(const QList<EarningsColumn>& columns);

/// The vertical axis.
struct ChartScale {
    double max = 1;
    int steps = 4;
    /// Three to five round steps: 1, 2, 2.5 or 5 times a power of ten.
    [[nodiscard]] static ChartScale upTo(double highest);
};

/// The labels under the axis: made anew only when what they follow from is another.
class ChartTicks {
public:
    /// `shown`: how many columns are in sight. True if the labels are others now.
    bool follow(const QList<EarningsColumn>& columns, int shown, BinWidth width, UtcMs now);
    /// Of {at, text}.
    [[nodiscard]] const QVariantList& labels() const { return m_labels; }

private:
    struct Basis {
        double start = 0;
        double end = 0;
        qsizetype columns = 0;
        int shown = 0;
        BinWidth width = BinWidth::Day;
        qsizetype present = -1; ///< the column that now is in; `columns` if none is
        bool operator==(const Basis&) const = default;
    } m_basis;
    QVariantList m_labels;
};

} // namespace surplus
