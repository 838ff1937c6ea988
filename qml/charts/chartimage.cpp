// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartimage.h"

#include "models/localpath.h"
#include "services/common/core/posted.h"

#include <QCoreApplication>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>

namespace surplus {

void ChartImage::save(const EarningsModel* model, const QString& title, const QString& unit, const QUrl& file)
{
    constexpr int Width = 1000;
    constexpr int Height = 480;
    constexpr QRectF Plot(64, 84, Width - 64 - 24, Height - 84 - 64);
    QImage image(2 * Width, 2 * Height, QImage::Format_RGB32);
    image.setDevicePixelRatio(2);
    image.fill(m_surface);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const auto write = [&](const QRectF& where, int flags, const QString& text, int size, QFont::Weight weight, const QColor& colour) {
        QFont font(m_family);
        font.setPixelSize(size);
        font.setWeight(weight);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(where, flags, text);
    };
    write({ 24, 16, Width - 48, 24 }, Qt::AlignLeft, title, 16, QFont::DemiBold, m_text);
    write({ 24, 40, Width - 48, 20 }, Qt::AlignLeft, model->rangeText(), 13, QFont::Normal, m_muted);
    write({ 24, 16, Width - 48, 24 }, Qt::AlignRight, model->total() + QChar(0x00a0) + unit, 16, QFont::DemiBold, m_text);
    const auto yOf = [&](double value) { return Plot.bottom() - Plot.height() * value / model->axisMax(); };
    for (int step = 0; step <= model->axisSteps(); ++step) {
        const double value = model->axisMax() * step / model->axisSteps();
        painter.fillRect(QRectF(Plot.left(), yOf(value), Plot.width(), 1), m_grid);
        write({ 0, yOf(value) - 10, Plot.left() - 8, 20 }, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(value, 'g', 6), 12, QFont::Normal, m_muted);
    }
    const double span = model->viewEnd() - model->viewStart();
    const auto xOf = [&](double time) { return Plot.left() + (time - model->viewStart()) / span * Plot.width(); };
    const QVariantList groups = model->groups();
    const auto colourOf = [&](qsizetype group) {
        const int index = groups.value(group).value<EarningsPart>().colour;
        return m_colours.isEmpty() ? m_text : m_colours[std::clamp<qsizetype>(index, 0, m_colours.size() - 1)];
    };
    painter.setClipRect(Plot.adjusted(0, -1, 0, 1));
    for (const QVariant& gap : model->gaps()) {
        const double start = xOf(gap.toMap().value(QStringLiteral("start")).toDouble());
        const double end = xOf(gap.toMap().value(QStringLiteral("end")).toDouble());
        painter.fillRect(QRectF(start, Plot.top(), end - start, Plot.height()), QBrush(m_gap, Qt::BDiagPattern));
    }
    for (const EarningsColumn& bar : model->bars()) {
        if (!bar.known || bar.before)
            continue;
        const double width = (xOf(bar.end) - xOf(bar.start)) * 0.7;
        const double left = xOf(bar.start) + width * 0.15 / 0.7;
        double below = 0;
        for (qsizetype i = 0; i < bar.heights.size(); ++i) {
            const double bottom = yOf(below);
            below += bar.heights[i];
            painter.fillRect(QRectF(left, yOf(below), width, bottom - yOf(below)), colourOf(i));
        }
    }
    painter.setClipping(false);
    for (const QVariant& tick : model->ticks()) {
        const double x = xOf(tick.toMap().value(QStringLiteral("at")).toDouble());
        if (x >= Plot.left() && x <= Plot.right())
            write({ std::min(x - 40, Width - 84.0), Plot.bottom() + 4, 80, 18 }, Qt::AlignHCenter, tick.toMap().value(QStringLiteral("text")).toString(), 12, QFont::Normal, m_muted);
    }
    double x = Plot.left();
    for (qsizetype i = 0; i < groups.size() && i < 8; ++i) {
        const auto group = groups[i].value<EarningsPart>();
        painter.fillRect(QRectF(x, Height - 24, 9, 9), colourOf(i));
        const QString text = group.label + QStringLiteral("  ") + group.amount;
        write({ x + 16, Height - 30, 300, 20 }, Qt::AlignLeft | Qt::AlignVCenter, text, 12, QFont::Normal, m_text);
        x += 40 + painter.fontMetrics().horizontalAdvance(text);
    }
    painter.end();
    QThreadPool::globalInstance()->start([self = QPointer(this), image, path = localPathOf(file)] {
        const QString problem = image.save(path, "PNG") ? QString() : tr("The picture can't be written to %1. Choose another folder, or free some space.").arg(path);
        postTo(qApp, [self, problem] {
            if (self)
                Q_EMIT self->saved(problem);
        });
    });
}

} // namespace surplus
