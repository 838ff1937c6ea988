// SPDX-License-Identifier: GPL-3.0-or-later
#include "barstack.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace surplus {

namespace {
constexpr qreal BarShare = 0.7; // of a bin's width
constexpr double GoodUptime = 0.95;

/// Edges on whole pixels, so that bars stay crisp and their gaps even.
void fill(QPainter& painter, qreal left, qreal top, qreal right, qreal bottom, const QColor& colour)
{
    const QRectF rect(QPointF(std::round(left), std::round(top)), QPointF(std::max(std::round(left) + 1, std::round(right)), std::round(bottom)));
    if (rect.height() >= 1)
        painter.fillRect(rect, colour);
}
} // namespace

BarStack::BarStack(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    connect(this, &BarStack::styleChanged, this, [this] { update(); });
}

void BarStack::setModel(EarningsModel* model)
{
    if (model == m_model)
        return;
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    if (model) {
        connect(model, &EarningsModel::changed, this, [this] { update(); });
        connect(model, &EarningsModel::viewChanged, this, [this] { update(); });
    }
    update();
    Q_EMIT modelChanged();
}

qreal BarStack::xOf(double time) const
{
    const double span = m_model->viewEnd() - m_model->viewStart();
    return span > 0 ? (time - m_model->viewStart()) / span * width() : 0;
}

void BarStack::paint(QPainter* painter)
{
    if (!m_model || m_model->viewEnd() <= m_model->viewStart())
        return;
    QList<int> colours;
    for (const QVariant& group : m_model->groups())
        colours.append(group.value<EarningsPart>().colour);
    for (const EarningsColumn& bar : m_model->bars()) {
        if (bar.end <= m_model->viewStart() || bar.start >= m_model->viewEnd() || bar.before)
            continue;
        paintBar(*painter, bar, colours);
        if (m_stripHeight > 0)
            paintUptime(*painter, bar);
    }
}

void BarStack::paintBar(QPainter& painter, const EarningsColumn& bar, const QList<int>& colours) const
{
    if (!bar.known || m_colours.isEmpty())
        return;
    const qreal margin = (xOf(bar.end) - xOf(bar.start)) * (1 - BarShare) / 2;
    const qreal left = xOf(bar.start) + margin;
    const qreal right = xOf(bar.end) - margin;
    const auto colour = [&](qsizetype group) { return m_colours[std::clamp<qsizetype>(colours.value(group), 0, m_colours.size() - 1)]; };
    if (bar.height <= 0) { // a true zero
        fill(painter, left, m_plotHeight - 1, right, m_plotHeight, colour(0));
        return;
    }
    double below = 0;
    for (qsizetype i = 0; i < bar.heights.size(); ++i) {
        if (bar.heights[i] <= 0)
            continue;
        const qreal bottom = std::round(m_plotHeight * (1 - below / m_model->axisMax()));
        below += bar.heights[i];
        const qreal top = std::round(m_plotHeight * (1 - below / m_model->axisMax()));
        const bool first = bottom >= std::round(m_plotHeight);
        fill(painter, left, top, right, first ? bottom : bottom - 1, colour(i));
        if (!first)
            fill(painter, left, bottom - 1, right, bottom, m_line);
    }
}

void BarStack::paintUptime(QPainter& painter, const EarningsColumn& bar) const
{
    if (!bar.known && bar.uptime < 0 && !bar.paused)
        return; // a gap: hatched over its whole length
    const qreal margin = std::max<qreal>(0.5, (xOf(bar.end) - xOf(bar.start)) * (1 - BarShare) / 2);
    const qreal left = xOf(bar.start) + margin;
    const qreal right = xOf(bar.end) - margin;
    const qreal bottom = m_stripTop + m_stripHeight;
    const bool rounded = right - left > 8;
    // Corners cut by two pixels, as round as a cell of this size can be.
    const auto cell = [&](qreal l, qreal top, qreal r, qreal b, const QColor& colour) {
        if (!rounded || b - top < 5) {
            fill(painter, l, top, r, b, colour);
            return;
        }
        fill(painter, l + 1, top, r - 1, top + 1, colour);
        fill(painter, l, top + 1, r, b - 1, colour);
        fill(painter, l + 1, b - 1, r - 1, b, colour);
    };
    if (bar.paused || bar.uptime < 0) {
        cell(left, m_stripTop, right, bottom, m_outline);
        cell(left + 1, m_stripTop + 1, right - 1, bottom - 1, m_line);
        return;
    }
    cell(left, m_stripTop, right, bottom, m_vessel);
    const qreal height = std::max<qreal>(2, m_stripHeight * bar.uptime);
    cell(left, bottom - height, right, bottom, bar.uptime >= GoodUptime ? m_level : m_levelLow);
}

} // namespace surplus
