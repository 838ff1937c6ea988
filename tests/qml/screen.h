// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboard/dashboard.h"
#include "tests/qml/inspector.h"
#include "tests/support/patience.h"

#include <QQmlApplicationEngine>
#include <QTest>

namespace surplus::test {

/// A window over the dashboard's models, in one language.
struct Screen {
    QQmlApplicationEngine qml;
    Inspector inspector;
    QQuickWindow* window = nullptr;

    explicit Screen(Dashboard& dashboard)
    {
        qml.addImportPath(QStringLiteral(":/qt/qml"));
        QObject::connect(&qml, &QQmlEngine::warnings, &qml, [this](const QList<QQmlError>& errors) {
            for (const QQmlError& error : errors)
                inspector.add(error.toString());
        });
        qml.setInitialProperties({ { QStringLiteral("app"), QVariant::fromValue(&dashboard.app()) } });
        qml.load(QUrl(QStringLiteral("qrc:/qt/qml/Surplus/Main.qml")));
        window = qml.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(qml.rootObjects().constFirst());
        if (!window)
            qFatal("the interface could not be built");
        window->requestActivate();
    }

    /// All items of a kind that can be seen in `root`, in reading order.
    static QList<QQuickItem*> items(QQuickItem* root, const char* type)
    {
        QList<QQuickItem*> found;
        if (!root->isVisible())
            return found;
        if (QString::fromLatin1(root->metaObject()->className()).section(QStringLiteral("_QML"), 0, 0) == QLatin1String(type) || (*type == 'Q' && root->inherits(type)))
            found.append(root);
        for (QQuickItem* child : root->childItems())
            found += items(child, type);
        return found;
    }
    /// The button with this text, wherever it is seen; of several the last, which lies on top.
    [[nodiscard]] QQuickItem* button(const QString& text) const
    {
        for (QQuickItem* item : items(window->contentItem(), "QQuickAbstractButton")) {
            if (item->property("text").toString() == text && item->isVisible())
                m_found = item;
        }
        return std::exchange(m_found, nullptr);
    }
    static QPoint middle(const QQuickItem* item) { return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint(); }
    /// What has just appeared moves until it is laid out, which a window does when it is drawn.
    void layOut(const QQuickItem* item) const
    {
        QPoint place;
        do {
            place = middle(item);
            for (int i = 0; i < 2; ++i)
                (void)window->grabWindow();
        } while (middle(item) != place);
    }
    void click(QQuickItem* item) const
    {
        layOut(item);
        if (!QRect(QPoint(), window->size()).contains(middle(item))) {
            item->forceActiveFocus(); // which scrolls to it
            layOut(item);
        }
        QTest::mouseClick(window, Qt::LeftButton, {}, middle(item));
    }
    /// Waits until the button can be pressed, then presses it with the mouse.
    [[nodiscard]] bool press(const QString& text) const
    {
        if (!waitUntil([&] { return button(text) && button(text)->isEnabled(); }))
            return false;
        click(button(text));
        return true;
    }
    void type(const QString& text) const
    {
        for (const QChar letter : text) {
            QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
            QCoreApplication::sendEvent(window, &down);
        }
    }
    /// As a keyboard repeats a key that is held.
    void repeat(int key) const
    {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(window, &down);
        QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(window, &up);
    }
    [[nodiscard]] bool focusIn(const QString& label) const
    {
        const QQuickItem* focus = window->activeFocusItem();
        return focus && (focus->property("label").toString() == label || focus->property("text").toString() == label);
    }
    [[nodiscard]] QQuickItem* field(const QString& label) const
    {
        for (QQuickItem* item : items(window->contentItem(), "QQuickTextField")) {
            if (item->property("label").toString() == label)
                m_found = item;
        }
        return std::exchange(m_found, nullptr);
    }
    [[nodiscard]] bool sees(const QString& text) const
    {
        const auto all = items(window->contentItem(), "QQuickText");
        return std::any_of(all.begin(), all.end(), [&](const QQuickItem* item) { return item->property("text").toString().contains(text); });
    }

private:
    mutable QQuickItem* m_found = nullptr;
};

} // namespace surplus::test
