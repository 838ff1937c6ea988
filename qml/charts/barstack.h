// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/earningsmodel.h"

#include <QColor>
#include <QPointer>
#include <QQuickPaintedItem>

namespace surplus {

/// The bars of the earnings chart, stacked, and the uptime strip on the same time axis, painted as plain rectangles. Zooming
/// and panning need no new layout, and new bars cost a tenth of what Qt Charts takes (tests/bench/bench_chart). One painted
/// item rather than a scene graph node a bar: the software renderer spends more on the regions of 400 nodes than on painting.
class BarStack : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(surplus::EarningsModel* model READ model WRITE setModel NOTIFY modelChanged)
    Q_PROPERTY(QList<QColor> colours MEMBER m_colours NOTIFY styleChanged) ///< by EarningsPart::colour; the last one serves all beyond
    Q_PROPERTY(QColor line MEMBER m_line NOTIFY styleChanged) ///< between parts
    Q_PROPERTY(QColor level MEMBER m_level NOTIFY styleChanged) ///< uptime from 95 %
    Q_PROPERTY(QColor levelLow MEMBER m_levelLow NOTIFY styleChanged)
    Q_PROPERTY(QColor vessel MEMBER m_vessel NOTIFY styleChanged) ///< what an uptime cell is filled into
    Q_PROPERTY(QColor outline MEMBER m_outline NOTIFY styleChanged) ///< of a cell that was paused throughout
    Q_PROPERTY(qreal stripTop MEMBER m_stripTop NOTIFY styleChanged) ///< where the uptime strip begins; bars end above
    Q_PROPERTY(qreal stripHeight MEMBER m_stripHeight NOTIFY styleChanged) ///< 0: none
    Q_PROPERTY(qreal plotHeight MEMBER m_plotHeight NOTIFY styleChanged)
public:
    explicit BarStack(QQuickItem* parent = nullptr);

    [[nodiscard]] EarningsModel* model() const { return m_model; }
    void setModel(EarningsModel* model);

Q_SIGNALS:
    void modelChanged();
    void styleChanged();

public:
    void paint(QPainter* painter) override;

private:
    void paintBar(QPainter& painter, const EarningsColumn& bar, const QList<int>& colours) const;
    void paintUptime(QPainter& painter, const EarningsColumn& bar) const;
    [[nodiscard]] qreal xOf(double time) const;

    QPointer<EarningsModel> m_model;
    QList<QColor> m_colours;
    QColor m_line;
    QColor m_level;
    QColor m_levelLow;
    QColor m_vessel;
    QColor m_outline;
    qreal m_stripTop = 0;
    qreal m_stripHeight = 0;
    qreal m_plotHeight = 0;
};

} // namespace surplus
