// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/clock.h"
#include "services/common/history/historystore.h"
#include "services/common/store/worker.h"

#include <QObject>
#include <QVariantList>
#include <QVariantList>
#include <qqmlintegration.h>

namespace surplus {

/// The uptime strip: one cell a day, the last 90 days, today last.
class UptimeModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(int days READ days CONSTANT)
    Q_PROPERTY(QString percentage READ percentage NOTIFY changed) ///< unknown time left out; "—" without any record
    Q_PROPERTY(QString unknown READ unknown NOTIFY changed) ///< how much was left out; empty if next to nothing
    Q_PROPERTY(QString firstDay READ firstDay NOTIFY changed)
    /// What happened last, newest first: text and time, at most four.
    Q_PROPERTY(QVariantList events READ events NOTIFY eventsChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY changed) ///< for a screen reader
public:
    static constexpr int Days = 90;
    enum class Kind { Level, Low, Paused, Gap, Before }; ///< Before: nothing was there to record yet
    struct Cell {
        double ratio = -1; ///< 0 to 1; negative: nothing recorded
        Kind kind = Kind::Before;
        QString tip; ///< date, percentage and what happened
        bool operator==(const Cell&) const = default;
    };

    UptimeModel(StoreWorker& store, const Clock& clock, QObject* parent = nullptr);
    void setMachine(const MachineId& machine);

    [[nodiscard]] static int days() { return Days; }
    [[nodiscard]] const QList<Cell>& cells() const { return m_cells; }
    [[nodiscard]] QString percentage() const { return m_percentage; }
    [[nodiscard]] QString unknown() const { return m_unknown; }
    [[nodiscard]] QString firstDay() const { return m_firstDay; }
    [[nodiscard]] QVariantList events() const { return m_events; }
    [[nodiscard]] QString summary() const;
    /// What there is to say of a day; empty outside 0 to days.
    Q_INVOKABLE [[nodiscard]] QString tip(int day) const { return day >= 0 && day < m_cells.size() ? m_cells[day].tip : QString(); }

public Q_SLOTS:
    void refresh();

Q_SIGNALS:
    void changed();
    void eventsChanged();

private:
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
