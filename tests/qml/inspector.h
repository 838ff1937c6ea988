// SPDX-License-Identifier: GPL-3.0-or-later
// What the programs that take pictures of the interface share: a language that shows what isn't translated and what has no
// room, and somebody who looks for what no picture should have.
#pragma once

#include "tests/support/patience.h"

#include <QEventLoop>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QTimer>
#include <QTranslator>
#include <functional>

namespace surplus::test {

inline constexpr int SettleMs = Sanitized ? 720 : 120;

inline void runFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

inline bool waitUntil(const std::function<bool()>& condition, int milliseconds = 60'000)
{
    for (int waited = 0; waited < milliseconds; waited += 50) {
        if (condition())
            return true;
        runFor(50);
    }
    return condition();
}

/// Every translated text a third longer and between brackets, so that what isn't translated and what has no room is seen.
class PseudoTranslator final : public QTranslator {
public:
    [[nodiscard]] QString translate(const char*, const char* source, const char*, int number) const override
    {
        static const QString from = QStringLiteral("aeiouAEIOUncs");
        static const QString to = QStringLiteral("àéîôûÀÉÎÔÛñçš");
        const QString plain = QString::fromUtf8(source);
        QString text;
        for (qsizetype i = 0; i < plain.size(); ++i) {
            const qsizetype at = from.indexOf(plain[i]);
            const bool placeholder = i > 0 && plain[i - 1] == u'%'; // %n
            text += at >= 0 && !placeholder ? to[at] : plain[i];
        }
        text.replace(QStringLiteral("%n"), QString::number(number));
        return QStringLiteral("⟦") + text + QString(plain.size() / 4, u'·') + QStringLiteral("⟧");
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// Collects what is wrong, each thing once.
class Inspector {
public:
    void look(const QQuickWindow& window, const QString& where, bool pseudo) { look(window, window.contentItem(), where, pseudo); }
    /// At one item of it, where another program looks at the rest.
    void look(const QQuickWindow& window, QQuickItem* item, const QString& where, bool pseudo)
    {
        m_where = where;
        m_pseudo = pseudo;
        walk(item, QRectF(0, 0, window.width(), window.height()));
    }
    /// A dialog has to fit into its window, with all of its buttons to be seen and nothing cut off below.
    void lookAtDialog(const QQuickWindow& window, QQuickItem* content)
    {
        const QQuickItem* frame = content->parentItem();
        const QRectF place = frame->mapRectToScene(QRectF(0, 0, frame->width(), frame->height()));
        if (!QRectF(0, 0, window.width(), window.height()).contains(place))
            add(QStringLiteral("the dialog reaches outside the window"));
        lookInDialog(content, place, false);
    }
    [[nodiscard]] const QStringList& problems() const { return m_problems; }
    void add(const QString& problem)
    {
        if (!m_seen.contains(problem)) {
            m_seen.insert(problem);
            m_problems.append(m_where + QStringLiteral(": ") + problem);
        }
    }

private:
    void walk(QQuickItem* item, const QRectF& shown)
    {
        if (!item->isVisible() || item->opacity() == 0)
            return;
        const QRectF rect = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        if (item->inherits("QQuickText"))
            lookAtText(item);
        if (item->inherits("QQuickControl") && item->isEnabled() && rect.width() > 0 && (rect.left() < shown.left() - 1 || rect.right() > shown.right() + 1))
            add(QStringLiteral("%1 “%2” reaches outside the window: %3 to %4").arg(QString::fromLatin1(item->metaObject()->className()),
                item->property("text").toString()).arg(rect.left()).arg(rect.right()));
        if (item->inherits("QQuickLayout") || item->inherits("QQuickBasePositioner"))
            lookAtLayout(item);
        lookAtCards(item);
        for (QQuickItem* child : item->childItems())
            walk(child, shown);
    }
    void lookInDialog(QQuickItem* item, const QRectF& shown, bool scrolls)
    {
        if (!item->isVisible())
            return;
        const QRectF rect = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        const bool button = item->inherits("QQuickAbstractButton");
        if ((button || (!scrolls && item->inherits("QQuickText"))) && rect.height() > 0 && !shown.adjusted(-1, -1, 1, 1).contains(rect))
            add(QStringLiteral("“%1” is not to be seen whole in its dialog: %2 to %3 of %4 to %5").arg(item->property("text").toString().left(60)).arg(rect.top()).arg(rect.bottom())
                    .arg(shown.top()).arg(shown.bottom()));
        const QRectF inside = item->clip() ? shown.intersected(rect) : shown;
        for (QQuickItem* child : item->childItems())
            lookInDialog(child, inside, scrolls || item->inherits("QQuickFlickable"));
    }
    /// What a layout places never lies over what it places beside.
    void lookAtLayout(const QQuickItem* layout)
    {
        QList<QRectF> placed;
        for (const QQuickItem* child : layout->childItems()) {
            const QRectF rect(child->x() + 1, child->y() + 1, child->width() - 2, child->height() - 2);
            if (!child->isVisible() || rect.width() <= 0 || rect.height() <= 0)
                continue;
            for (const QRectF& other : std::as_const(placed)) {
                if (rect.intersects(other))
                    add(QStringLiteral("%1 in %2 lies over another").arg(QString::fromLatin1(child->metaObject()->className()).section(u'_', 0, 0),
                        QString::fromLatin1(layout->parentItem() ? layout->parentItem()->metaObject()->className() : "").section(u'_', 0, 0)));
            }
            placed.append(rect);
        }
    }
    /// Cards beside each other never lie over each other.
    void lookAtCards(const QQuickItem* parent)
    {
        QList<QRectF> cards;
        for (const QQuickItem* child : parent->childItems()) {
            if (!child->isVisible() || !QString::fromLatin1(child->metaObject()->className()).contains(QLatin1String("Card")))
                continue;
            const QRectF rect(child->x() + 1, child->y() + 1, child->width() - 2, child->height() - 2);
            for (const QRectF& other : std::as_const(cards)) {
                if (rect.intersects(other))
                    add(QString::fromLatin1(child->metaObject()->className()).section(u'_', 0, 0) + QStringLiteral(" lies over another card"));
            }
            cards.append(rect);
        }
    }
    void lookAtText(const QQuickItem* item)
    {
        const QString text = item->property("text").toString();
        if (text.trimmed().isEmpty())
            return;
        const bool mayElide = item->property("mayElide").toBool();
        if (!mayElide && item->property("truncated").toBool())
            add(QStringLiteral("“%1” is cut off").arg(text.left(80)));
        if (!mayElide && item->width() > 0 && item->property("contentWidth").toReal() > item->width() + 1.5 && item->property("elide").toInt() == Qt::ElideNone)
            add(QStringLiteral("“%1” is wider than its place: %2 of %3").arg(text.left(80)).arg(item->property("contentWidth").toReal()).arg(item->width()));
        // Words that no translator has seen. Names, addresses, units, numbers and dates are not words.
        static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
        static const QRegularExpression free(QStringLiteral("Surplus|SPL|0x[0-9a-fA-F ]+|[0-9a-f]{8,}|[0-9a-f]+…[0-9a-f]+|/[^ ]+|https?:|Mbit/s|Ctrl|Shift|Esc|GB|kB|MB|TB|"
                                                 "Debian.*|\\d+\\.\\d+\\.\\d+.*|surplus-customer.*|English|Deutsch|Español|ETH|Gnosis Chain|Polygon|Arbitrum One|Base|Sepolia \\(test\\)|Local test chain|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*"));
        if (m_pseudo && !text.contains(u'⟦') && !item->property("dataOnly").toBool() && QString(text).remove(free).contains(word))
            add(QStringLiteral("“%1” is not translated").arg(text.left(80)));
    }
    QString m_where;
    bool m_pseudo = false;
    QSet<QString> m_seen;
    QStringList m_problems;
};

} // namespace surplus::test
