// SPDX-License-Identifier: GPL-3.0-or-later
#include "weekcells.h"

#include <QPainter>

namespace surplus {

namespace {
constexpr int HoursPerDay = 24;
constexpr int DaysPerWeek = 7;
}

WeekCells::WeekCells(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &WeekCells::changed, this, [this] { update(); });
}

void WeekCells::paint(QPainter* painter)
{
    const qreal cellWidth = width() / HoursPerDay;
    const qreal cellHeight = height() / DaysPerWeek;
    painter->setPen(Qt::NoPen);
    for (int hour = 0; hour < HoursPerDay * DaysPerWeek; ++hour) {
        painter->setBrush(hour < m_hours.size() && m_hours[hour] == u'1' ? m_on : m_off);
        const QRectF cell(hour % HoursPerDay * cellWidth, hour / HoursPerDay * cellHeight, cellWidth, cellHeight);
        painter->drawRoundedRect(cell.adjusted(1, 1, -1, -1), m_radius, m_radius);
    }
}

} // namespace surplus
