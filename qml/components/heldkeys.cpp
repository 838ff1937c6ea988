// SPDX-License-Identifier: GPL-3.0-or-later
#include "heldkeys.h"

#include <QGuiApplication>
#include <QInputMethodQueryEvent>
#include <QKeyEvent>

namespace surplus {

namespace {
bool isTypedInto(QObject* focus)
{
    QInputMethodQueryEvent query(Qt::ImEnabled);
    return focus && QCoreApplication::sendEvent(focus, &query) && query.value(Qt::ImEnabled).toBool();
}
} // namespace

void HeldKeys::setTarget(QObject* window)
{
    if (m_target == window)
        return;
    if (m_target)
        m_target->removeEventFilter(this);
    m_target = window;
    if (m_target)
        m_target->installEventFilter(this);
    Q_EMIT targetChanged();
}

bool HeldKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool presses = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Select
            || (key->key() == Qt::Key_Space && !isTypedInto(QGuiApplication::focusObject()));
        if (presses && key->isAutoRepeat())
            return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace surplus
