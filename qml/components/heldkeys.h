// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <qqmlintegration.h>

namespace surplus {

/// A held key presses once: of Return, Enter, Space and Select, what the keyboard repeats reaches nothing in the window, so
/// that no key that opened or answered one question also answers the next one. Spaces still repeat in what is typed.
class HeldKeys : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QObject* target READ target WRITE setTarget NOTIFY targetChanged)
public:
    using QObject::QObject;

    [[nodiscard]] QObject* target() const { return m_target; }
    void setTarget(QObject* window);
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void targetChanged();

private:
    QPointer<QObject> m_target;
};

} // namespace surplus
