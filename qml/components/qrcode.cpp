// SPDX-License-Identifier: GPL-3.0-or-later
#include "qrcode.h"

#include <QPainter>
#include <qrcodegen/qrcodegen.hpp>

namespace surplus {

namespace {
constexpr int Quiet = 2; ///< modules around it; the paper's own margin does the rest
constexpr qsizetype MaxText = 500;
}

QrCode::QrCode(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    connect(this, &QrCode::changed, this, [this] { update(); });
}

void QrCode::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text.left(MaxText);
    Q_EMIT changed();
}

void QrCode::paint(QPainter* painter)
{
    painter->fillRect(boundingRect(), m_paper);
    if (m_text.isEmpty())
        return;
    const auto code = qrcodegen::QrCode::encodeText(m_text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
    const int modules = code.getSize() + 2 * Quiet;
    // Whole pixels: blurred edges are what scanners fail on.
    const int module = std::max(1, static_cast<int>(std::min(width(), height())) / modules);
    const int left = (static_cast<int>(width()) - module * code.getSize()) / 2;
    const int top = (static_cast<int>(height()) - module * code.getSize()) / 2;
    for (int y = 0; y < code.getSize(); ++y) {
        for (int x = 0; x < code.getSize(); ++x) {
            if (code.getModule(x, y))
                painter->fillRect(left + x * module, top + y * module, module, module, m_ink);
        }
    }
}

} // namespace surplus
