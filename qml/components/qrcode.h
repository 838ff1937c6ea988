// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickPaintedItem>
#include <QColor>
#include <qqmlintegration.h>

namespace surplus {

/// A text as a QR code (ISO/IEC 18004, medium error correction) with its quiet zone, dark on light in every theme.
class QrCode : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed) ///< at most 500 characters
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY changed)
    Q_PROPERTY(QColor paper MEMBER m_paper NOTIFY changed)
public:
    explicit QrCode(QQuickItem* parent = nullptr);
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString& text);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    QString m_text;
    QColor m_ink;
    QColor m_paper;
};

} // namespace surplus
