// SPDX-License-Identifier: GPL-3.0-or-later
#include "uptimecells.h"

#include <QPainter>
#include <algorithm>

namespace surplus {

namespace {
constexpr qreal Gap = 2; // between cells
constexpr qreal HatchStep = 5;
}

UptimeCells::UptimeCells(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &UptimeCells::styleChanged, this, [this] { update(); });
}

void UptimeCells::setModel(UptimeModel* model)
{
    if (model == m_model)
        return;
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    if (model)
        connect(model, &UptimeModel::changed, this, [this] { update(); });
    update();
    Q_EMIT modelChanged();
}

void UptimeCells::paint(QPainter* painter)
{
    if (!m_model || m_model->cells().isEmpty())
        return;
    const qreal width = this->width() / static_cast<qreal>(m_model->cells().size());
    qreal left = 0;
    for (const UptimeModel::Cell& cell : m_model->cells()) {
        paintCell(*painter, QRectF(left, 0, std::max<qreal>(2, width - Gap), height()), cell);
        left += width;
    }
}

void UptimeCells::paintCell(QPainter& painter, const QRectF& place, const UptimeModel::Cell& cell) const
{
    const auto fill = [&](const QRectF& rect, const QColor& colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(rect, m_radius, m_radius);
    };
    switch (cell.kind) {
    case UptimeModel::Kind::Before:
        fill(place, m_vessel);
        break;
    case UptimeModel::Kind::Paused:
        painter.setPen(QPen(m_outline, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), m_radius, m_radius);
        break;
    case UptimeModel::Kind::Gap:
        painter.save();
        painter.setClipRect(place);
        painter.setPen(QPen(m_hatch, 1.2));
        for (qreal x = place.left() - place.height(); x < place.right(); x += HatchStep)
            painter.drawLine(QPointF(x, place.bottom()), QPointF(x + place.height(), place.top()));
        painter.restore();
        break;
    case UptimeModel::Kind::Level:
    case UptimeModel::Kind::Low: {
        fill(place, m_vessel);
        const qreal height = std::max<qreal>(2, place.height() * std::clamp(cell.ratio, 0.0, 1.0));
        fill(QRectF(place.left(), place.bottom() - height, place.width(), height), cell.kind == UptimeModel::Kind::Level ? m_level : m_levelLow);
        break;
    }
    }
}

} // namespace surplus
