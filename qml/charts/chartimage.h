// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/earningsmodel.h"

#include <QColor>

namespace surplus {

/// The earnings chart as a picture to keep: what is in sight, at twice the size, in the light colours whatever the
/// screen's are, with its title and range drawn in.
class ChartImage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<QColor> colours MEMBER m_colours) ///< by EarningsPart::colour
    Q_PROPERTY(QColor surface MEMBER m_surface)
    Q_PROPERTY(QColor text MEMBER m_text)
    Q_PROPERTY(QColor muted MEMBER m_muted)
    Q_PROPERTY(QColor grid MEMBER m_grid)
    Q_PROPERTY(QColor gap MEMBER m_gap)
    Q_PROPERTY(QString family MEMBER m_family)
public:
    using QObject::QObject;

    /// Paints it now and writes it on another thread; saved() follows.
    Q_INVOKABLE void save(const surplus::EarningsModel* model, const QString& title, const QString& unit, const QUrl& file);

Q_SIGNALS:
    /// A file was written, or what went wrong, in words.
    void saved(const QString& problem);

private:
    QList<QColor> m_colours;
    QColor m_surface = Qt::white;
    QColor m_text = Qt::black;
    QColor m_muted = Qt::darkGray;
    QColor m_grid = Qt::lightGray;
    QColor m_gap = Qt::lightGray;
    QString m_family;
};

} // namespace surplus
