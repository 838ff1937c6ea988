// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/clock.h"
#include "services/common/history/historystore.h"
#include "services/common/store/worker.h"

#include <QAbstractListModel>
#include <QVariantList>
#include <qqmlintegration.h>

namespace surplus {

/// The uptime strip: one cell a day, the last 90 days, today last.
class UptimeModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString percentage READ percentage NOTIFY changed) ///< unknown time left out; "—" without any record
    Q_PROPERTY(QString unknown READ unknown NOTIFY changed) ///< how much was left out; empty if next to nothing
    Q_PROPERTY(QString firstDay READ firstDay NOTIFY changed)
    /// What happened last, newest first: text and time, at most four.
    Q_PROPERTY(QVariantList events READ events NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed) ///< for a screen reader
public:
    enum Role {
        Ratio = Qt::UserRole, ///< 0 to 1; negative: nothing recorded
        Kind, ///< "level", "low", "paused", "gap" or "before" (nothing was there to record yet)
        Tip ///< date, percentage and what happened
    };
    Q_ENUM(Role)
    static constexpr int Days = 90;

    UptimeModel(StoreWorker& store, const Clock& clock, QObject* parent = nullptr);
    void setMachine(const MachineId& machine);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QString percentage() const { return m_percentage; }
    [[nodiscard]] QString unknown() const { return m_unknown; }
    [[nodiscard]] QString firstDay() const { return m_firstDay; }
    [[nodiscard]] QVariantList events() const { return m_events; }
    [[nodiscard]] QString summary() const;

public Q_SLOTS:
    void refresh();

Q_SIGNALS:
    void changed();

private:
    struct Cell {
        double ratio = -1;
        QString kind;
        QString tip;
        bool operator==(const Cell&) const = default;
    };
    void take(const EarningsTable& table, const QList<UptimeInterval>& intervals);

    StoreWorker& m_store;
    const Clock& m_clock;
    MachineId m_machine;
    QList<Cell> m_cells;
    QString m_percentage = QStringLiteral("—");
    QString m_unknown;
    QString m_firstDay;
    QVariantList m_events;
    bool m_reading = false;
};

} // namespace surplus
