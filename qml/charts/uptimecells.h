// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/uptimemodel.h"

#include <QColor>
#include <QPointer>
#include <QQuickPaintedItem>

namespace surplus {

/// A cell a day: the fill height is the share; hatched without a record, outlined when paused throughout. One painted item
/// rather than items for each of 90 days.
class UptimeCells : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(surplus::UptimeModel* model READ model WRITE setModel NOTIFY modelChanged)
    Q_PROPERTY(QColor level MEMBER m_level NOTIFY styleChanged) ///< from 95 %
    Q_PROPERTY(QColor levelLow MEMBER m_levelLow NOTIFY styleChanged)
    Q_PROPERTY(QColor vessel MEMBER m_vessel NOTIFY styleChanged) ///< what a cell is filled into
    Q_PROPERTY(QColor outline MEMBER m_outline NOTIFY styleChanged) ///< of a day that was paused throughout
    Q_PROPERTY(QColor hatch MEMBER m_hatch NOTIFY styleChanged) ///< of a day without a record
    Q_PROPERTY(qreal radius MEMBER m_radius NOTIFY styleChanged)
public:
    explicit UptimeCells(QQuickItem* parent = nullptr);

    [[nodiscard]] UptimeModel* model() const { return m_model; }
    void setModel(UptimeModel* model);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void modelChanged();
    void styleChanged();

private:
    void paintCell(QPainter& painter, const QRectF& place, const UptimeModel::Cell& cell) const;

    QPointer<UptimeModel> m_model;
    QColor m_level;
    QColor m_levelLow;
    QColor m_vessel;
    QColor m_outline;
    QColor m_hatch;
    qreal m_radius = 2;
};

} // namespace surplus
