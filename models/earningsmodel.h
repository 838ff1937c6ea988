// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "earningsgroups.h"
#include "services/common/store/worker.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>
#include <QUrl>

namespace surplus {

/// Earnings over a range, read from the dashboard's history off the GUI thread. A range is one of five, or whatever the
/// user zoomed and panned to. Times are ms since 1970 UTC, as doubles for QML.
class EarningsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(Range range READ range WRITE setRange NOTIFY rangeChanged)
    Q_PROPERTY(By by READ by WRITE setBy NOTIFY rangeChanged)
    Q_PROPERTY(double viewStart READ viewStart NOTIFY viewChanged)
    Q_PROPERTY(double viewEnd READ viewEnd NOTIFY viewChanged)
    Q_PROPERTY(int firstShown READ firstShown NOTIFY changed) ///< bars from here on are in sight
    Q_PROPERTY(int lastShown READ lastShown NOTIFY changed)
    Q_PROPERTY(double axisMax READ axisMax NOTIFY changed)
    Q_PROPERTY(int axisSteps READ axisSteps NOTIFY changed)
    Q_PROPERTY(QVariantList ticks READ ticks NOTIFY ticksChanged) ///< of {at, text}: labels under the axis
    Q_PROPERTY(QVariantList gaps READ gaps NOTIFY gapsChanged) ///< of {start, end}: spans that nobody recorded
    Q_PROPERTY(QVariantMap pace READ pace NOTIFY changed) ///< {start, end, sofar, height} of the unfinished bin, in tokens
    Q_PROPERTY(QVariantList legend READ legend NOTIFY groupsChanged) ///< the first groups
    Q_PROPERTY(QVariantList groups READ groups NOTIFY groupsChanged) ///< EarningsPart of the range in sight, in the order of the stack
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(bool hasEarnings READ hasEarnings NOTIFY changed)
    Q_PROPERTY(QString rangeText READ rangeText NOTIFY changed) ///< "24 Oct – 23 Nov"
    Q_PROPERTY(QString stepText READ stepText NOTIFY changed) ///< "Per day"
    Q_PROPERTY(QString total READ total NOTIFY changed)
    Q_PROPERTY(QString exactTotal READ exactTotal NOTIFY changed)
    Q_PROPERTY(QString since READ since NOTIFY changed) ///< the day on which the record begins; empty if there is none
    Q_PROPERTY(QString undated READ undated NOTIFY changed) ///< empty if nothing is without a date
    Q_PROPERTY(QString today READ today NOTIFY changed)
    Q_PROPERTY(QString average READ average NOTIFY changed)
    Q_PROPERTY(QString averageCaption READ averageCaption NOTIFY changed) ///< "Average per full day"
    Q_PROPERTY(QString averageNote READ averageNote NOTIFY changed) ///< "27 full days"
    Q_PROPERTY(int machines READ machines NOTIFY changed) ///< how many have a history
    Q_PROPERTY(QString best READ best NOTIFY changed)
    Q_PROPERTY(QString bestTitle READ bestTitle NOTIFY changed)
    Q_PROPERTY(QString change READ change NOTIFY changed) ///< against the period before; "—" if that is incomplete
    Q_PROPERTY(QString forecast READ forecast NOTIFY changed) ///< of this month; empty if there is too little to go by
    Q_PROPERTY(QString forecastDetail READ forecastDetail NOTIFY changed) ///< how it is computed and how sure it is
    Q_PROPERTY(QString uptime READ uptime NOTIFY changed) ///< over the range, unknown time left out
    Q_PROPERTY(QString unknownText READ unknownText NOTIFY changed) ///< how much was left out; empty if nothing
    Q_PROPERTY(QString summary READ summary NOTIFY changed) ///< one sentence for a screen reader
    Q_PROPERTY(QString error READ error NOTIFY changed)
public:
    enum Range { Day, Week, Month, Year, All, Free };
    Q_ENUM(Range)
    enum By { Resource, Machine, Customer, State };
    Q_ENUM(By)

    EarningsModel(StoreWorker& store, const Clock& clock, QObject* parent = nullptr);

    /// Whose earnings; all machines' by default.
    void setMachine(const std::optional<MachineId>& machine);
    /// Which of them is called so.
    void setThisComputer(const MachineId& machine) { m_names.setOwn(machine.hex()); }
    [[nodiscard]] Range range() const { return m_range; }
    void setRange(Range range);
    [[nodiscard]] By by() const { return m_by; }
    void setBy(By by);
    [[nodiscard]] double viewStart() const { return m_viewStart; }
    [[nodiscard]] double viewEnd() const { return m_viewEnd; }
    [[nodiscard]] int firstShown() const { return m_summary.first; }
    [[nodiscard]] int lastShown() const { return m_summary.last; }
    [[nodiscard]] const QList<EarningsColumn>& bars() const { return m_bars; }
    [[nodiscard]] const EarningsTable& table() const { return m_read.table; }
    [[nodiscard]] double axisMax() const { return m_scale.max; }
    [[nodiscard]] int axisSteps() const { return m_scale.steps; }
    [[nodiscard]] QVariantList ticks() const { return m_ticks.labels(); }
    [[nodiscard]] QVariantList gaps() const { return m_gaps; }
    [[nodiscard]] QVariantMap pace() const { return m_pace; }
    [[nodiscard]] QVariantList legend() const { return m_groups.mid(0, 4); }
    [[nodiscard]] QVariantList groups() const { return m_groups; }
    /// Whether an answer is on its way, or will be asked for once the view rests.
    [[nodiscard]] bool isBusy() const { return m_reading || m_settle.isActive(); }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool hasEarnings() const { return m_summary.hasEarnings; }
    [[nodiscard]] QString rangeText() const { return m_summary.range; }
    [[nodiscard]] QString stepText() const { return m_summary.step; }
    [[nodiscard]] QString total() const { return m_summary.total; }
    [[nodiscard]] QString exactTotal() const { return m_summary.exactTotal; }
    [[nodiscard]] QString since() const;
    [[nodiscard]] QString undated() const { return m_summary.undated; }
    [[nodiscard]] QString today() const { return m_summary.today; }
    [[nodiscard]] QString average() const { return m_summary.average; }
    [[nodiscard]] int fullBins() const { return m_summary.fullBins; }
    [[nodiscard]] QString averageCaption() const { return m_summary.averageCaption; }
    [[nodiscard]] QString averageNote() const { return m_summary.averageNote; }
    [[nodiscard]] int machines() const { return m_read.machines; }
    [[nodiscard]] QString best() const { return m_summary.best; }
    [[nodiscard]] QString bestTitle() const { return m_summary.bestTitle; }
    [[nodiscard]] QString change() const { return m_summary.change; }
    [[nodiscard]] QString forecast() const { return m_summary.forecast; }
    [[nodiscard]] QString forecastDetail() const { return m_summary.forecastDetail; }
    [[nodiscard]] QString uptime() const { return m_summary.uptime; }
    [[nodiscard]] QString unknownText() const { return m_summary.unknown; }
    [[nodiscard]] QString summary() const { return m_summary.sentence; }
    [[nodiscard]] QString error() const { return m_error; }

    /// Shows a part of the time `factor` times as long, with what is at `fraction` of the view staying there.
    Q_INVOKABLE void zoom(double factor, double fraction);
    /// Moves the view by a part of its length, to the later for positive ones.
    Q_INVOKABLE void pan(double fraction);
    /// What the bar says; an empty one if there is none. `index` counts the loaded bars.
    Q_INVOKABLE [[nodiscard]] surplus::EarningsBar bar(int index) const;
    /// The bar at a time, or -1.
    Q_INVOKABLE [[nodiscard]] int indexAt(double time) const;
    /// Looks at the bar's time alone: a month's days, a day's hours.
    Q_INVOKABLE void open(int index);
    /// Writes the range in sight as CSV, with up to MaxEarningsGroups groups; exported() follows.
    Q_INVOKABLE void exportCsv(const QUrl& file);
    /// What lies between two bars' edges, of what is loaded.
    struct Span {
        bool known = false; ///< somebody recorded something
        Amount earned;
        UptimeShare uptime;
    };
    [[nodiscard]] Span between(const QDateTime& from, const QDateTime& to) const;
    /// Where an exported file may go: the documents' folder, named by the range, with `suffix`.
    Q_INVOKABLE [[nodiscard]] QUrl exportFile(const QString& suffix) const;
    Q_INVOKABLE [[nodiscard]] static QUrl exportFolder();

public Q_SLOTS:
    void refresh();

Q_SIGNALS:
    /// The history turned out to be damaged.
    void damaged();
    /// A file was written, or what went wrong, in words.
    void exported(const QString& problem);
    void rangeChanged();
    void viewChanged();
    void changed();
    // Each of these lists makes rows and labels anew: only when something in it is another.
    void ticksChanged();
    void gapsChanged();
    void groupsChanged();

private:
    [[nodiscard]] std::optional<HistoryRange> historyRange() const;
    void take(const EarningsRead& read);
    void takeGroups(const QList<EarningsPart>& parts);
    [[nodiscard]] bool isAnsweredTooLate(const EarningsQuery& query) const;
    void moveView(double start, double end);

    StoreWorker& m_store;
    const Clock& m_clock;
    std::optional<MachineId> m_machine;
    Range m_range = Month;
    By m_by = Resource;
    double m_viewStart = 0;
    double m_viewEnd = 0;
    EarningsRead m_read;
    QList<EarningsColumn> m_bars;
    EarningsSummary m_summary;
    EarningsGroups m_names;
    ChartScale m_scale;
    ChartTicks m_ticks;
    QVariantList m_gaps;
    QVariantMap m_pace;
    QList<EarningsPart> m_parts;
    QVariantList m_groups; ///< m_parts for QML
    bool m_loaded = false;
    QString m_error;
    bool m_reading = false;
    bool m_again = false;
    QTimer m_settle;
};

} // namespace surplus
