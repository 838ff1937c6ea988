// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace surplus {

/// What is known of a resource before any engine says a word: how it is named, ordered and drawn everywhere.
struct ResourceKind {
    QString id; ///< on the wire, in files and in the names of series; for good
    QString icon; ///< of the theme
    int mark = 0; ///< its colour in charts, counted through the theme's
    QString unit; ///< of what is delivered: "B", "core·s", "reading"

    /// All that this version knows, in the order in which they are shown.
    [[nodiscard]] static const QList<ResourceKind>& all();
    /// Also for one that this version doesn't know: it stands behind the others.
    [[nodiscard]] static ResourceKind of(const QString& id);
    /// `ids` as they are shown: those known in their order, then the others by name.
    [[nodiscard]] static QStringList ordered(QStringList ids);
    /// Whether `id` may be a resource's: 1 to 24 small letters.
    [[nodiscard]] static bool isValid(const QString& id);
};

namespace resource {
inline const QString Storage = QStringLiteral("storage");
inline const QString Compute = QStringLiteral("compute");
inline const QString Connectivity = QStringLiteral("connectivity");
inline const QString Sensors = QStringLiteral("sensors");
}

} // namespace surplus
