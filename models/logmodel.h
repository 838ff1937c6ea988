// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/log.h"
#include "services/dashboard/fleet/enginelink.h"

#include <QAbstractListModel>
#include <QTimer>
#include <qqmlintegration.h>

namespace surplus {

/// The engine's log on the Support page: the newest 5,000 lines, followed while `active`, with search and levels.
class LogModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY filterChanged)
    Q_PROPERTY(bool showInfo READ showsInfo WRITE setShowInfo NOTIFY filterChanged)
    Q_PROPERTY(bool showWarnings READ showsWarnings WRITE setShowWarnings NOTIFY filterChanged)
    Q_PROPERTY(bool showErrors READ showsErrors WRITE setShowErrors NOTIFY filterChanged)
    Q_PROPERTY(QString countText READ countText NOTIFY countChanged) ///< "6 of 2,914 lines"
public:
    enum Role {
        Time = Qt::UserRole, ///< "14:29:05"
        Level, ///< "info", "warning" or "error"
        Part,
        Text,
        Matches ///< whether the search finds it (true without a search)
    };
    Q_ENUM(Role)

    explicit LogModel(EngineLink& link, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool isActive() const { return m_poll.isActive(); }
    void setActive(bool active);
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString& search);
    [[nodiscard]] bool showsInfo() const { return m_info; }
    void setShowInfo(bool show) { setShown(m_info, show); }
    [[nodiscard]] bool showsWarnings() const { return m_warnings; }
    void setShowWarnings(bool show) { setShown(m_warnings, show); }
    [[nodiscard]] bool showsErrors() const { return m_errors; }
    void setShowErrors(bool show) { setShown(m_errors, show); }
    [[nodiscard]] QString countText() const;

    /// The lines that are shown, as text for the clipboard.
    Q_INVOKABLE [[nodiscard]] QString asText() const;

    static constexpr qsizetype MaxLines = 5000;

Q_SIGNALS:
    void activeChanged();
    void filterChanged();
    void countChanged();

private:
    void fetch();
    void take(const QList<LogLine>& lines);
    void setShown(bool& level, bool show);
    [[nodiscard]] bool isShown(const LogLine& line) const;
    [[nodiscard]] bool matches(const LogLine& line) const;
    void rebuild();

    EngineLink& m_link;
    QTimer m_poll;
    bool m_fetching = false;
    qint64 m_last = 0;
    QList<LogLine> m_lines;
    QList<qsizetype> m_shown; ///< indexes into m_lines
    QString m_search;
    bool m_info = true;
    bool m_warnings = true;
    bool m_errors = true;
};

} // namespace surplus
