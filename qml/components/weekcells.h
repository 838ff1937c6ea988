// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <qqmlintegration.h>

namespace surplus {

/// The hours of a week as cells, a row a day: one painted item rather than 168.
class WeekCells : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString hours MEMBER m_hours NOTIFY changed) ///< 168 of 1 and 0, Monday 00:00 first
    Q_PROPERTY(QColor on MEMBER m_on NOTIFY changed)
    Q_PROPERTY(QColor off MEMBER m_off NOTIFY changed)
    Q_PROPERTY(qreal radius MEMBER m_radius NOTIFY changed)
public:
    explicit WeekCells(QQuickItem* parent = nullptr);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    QString m_hours;
    QColor m_on;
    QColor m_off;
    qreal m_radius = 3;
};

} // namespace surplus
