// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/clock.h"
#include "services/common/history/bins.h"
#include "services/common/history/historystore.h"
#include "services/common/store/worker.h"

#include <QObject>
#include <QTimer>
#include <QVariantList>
#include <qqmlintegration.h>

namespace surplus {

/// One bar of the earnings chart and one row of its table.
struct EarningsBar {
    Q_GADGET
    QML_VALUE_TYPE(earningsBar)
    Q_PROPERTY(double height MEMBER height) ///< tokens, for drawing only
    Q_PROPERTY(QString amount MEMBER amount) ///< what is written
    Q_PROPERTY(QString title MEMBER title) ///< "Tue 10 Nov"
    Q_PROPERTY(QString label MEMBER label) ///< "10 Nov", under the axis
    Q_PROPERTY(bool known MEMBER known) ///< false: nobody recorded anything then
    Q_PROPERTY(bool before MEMBER before) ///< before the first record: there was nothing to record
    Q_PROPERTY(bool unfinished MEMBER unfinished)
    Q_PROPERTY(double pace MEMBER pace) ///< of an unfinished bar: what it comes to at this rate
    Q_PROPERTY(double uptime MEMBER uptime) ///< 0 to 1; negative: nothing recorded
    Q_PROPERTY(bool allPaused MEMBER allPaused)
    Q_PROPERTY(QString uptimeText MEMBER uptimeText)
public:
    double height = 0;
    QString amount;
    QString title;
    QString label;
    bool known = false;
    bool before = false;
    bool unfinished = false;
    double pace = 0;
    double uptime = -1;
    bool allPaused = false;
    QString uptimeText;
};

/// Earnings of one machine over one range, read from the dashboard's history off the GUI thread.
class EarningsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(Range range READ range WRITE setRange NOTIFY rangeChanged)
    Q_PROPERTY(QVariantList bars READ bars NOTIFY changed)
    Q_PROPERTY(double axisMax READ axisMax NOTIFY changed)
    Q_PROPERTY(int axisSteps READ axisSteps NOTIFY changed)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(bool hasEarnings READ hasEarnings NOTIFY changed)
    Q_PROPERTY(QString total READ total NOTIFY changed)
    Q_PROPERTY(QString undated READ undated NOTIFY changed) ///< empty if nothing is without a date
    Q_PROPERTY(QString today READ today NOTIFY changed)
    Q_PROPERTY(QString average READ average NOTIFY changed)
    Q_PROPERTY(int fullDays READ fullDays NOTIFY changed)
    Q_PROPERTY(QString best READ best NOTIFY changed)
    Q_PROPERTY(QString bestTitle READ bestTitle NOTIFY changed)
    Q_PROPERTY(QString change READ change NOTIFY changed) ///< against the period before; "—" if that is incomplete
    Q_PROPERTY(QString error READ error NOTIFY changed)
public:
    enum Range { Day, Week, Month, Year, All };
    Q_ENUM(Range)

    EarningsModel(StoreWorker& store, const Clock& clock, QObject* parent = nullptr);

    void setMachine(const MachineId& machine);
    [[nodiscard]] Range range() const { return m_range; }
    void setRange(Range range);
    [[nodiscard]] QVariantList bars() const { return m_bars; }
    [[nodiscard]] double axisMax() const { return m_axisMax; }
    [[nodiscard]] int axisSteps() const { return m_axisSteps; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool hasEarnings() const { return m_hasEarnings; }
    [[nodiscard]] QString total() const { return m_total; }
    [[nodiscard]] QString undated() const { return m_undated; }
    [[nodiscard]] QString today() const { return m_today; }
    [[nodiscard]] QString average() const { return m_average; }
    [[nodiscard]] int fullDays() const { return m_fullDays; }
    [[nodiscard]] QString best() const { return m_best; }
    [[nodiscard]] QString bestTitle() const { return m_bestTitle; }
    [[nodiscard]] QString change() const { return m_change; }
    [[nodiscard]] QString error() const { return m_error; }

public Q_SLOTS:
    /// Reads again; calls that come while it reads are folded into one.
    void refresh();

Q_SIGNALS:
    void rangeChanged();
    void changed();

private:
    struct Read {
        QList<QuarterSum> quarters;
        QList<UptimeInterval> uptime;
        Amount undated;
        std::optional<UtcMs> first;
        QList<TimeBin> bins;
        UtcMs now = 0;
        UtcMs previousStart = 0;
    };
    [[nodiscard]] static Result<Read> read(HistoryStore& history, const MachineId& machine, HistoryRange range, UtcMs now);
    void take(const Read& read);
    void makeBars(const Read& read, const QList<Amount>& sums);
    void scaleAxis(double highest);

    StoreWorker& m_store;
    const Clock& m_clock;
    MachineId m_machine;
    Range m_range = Month;
    bool m_reading = false;
    bool m_again = false;
    bool m_loaded = false;
    bool m_hasEarnings = false;
    QVariantList m_bars;
    double m_axisMax = 1;
    int m_axisSteps = 4;
    QString m_total, m_undated, m_today, m_average, m_best, m_bestTitle, m_change, m_error;
    int m_fullDays = 0;
};

} // namespace surplus
