// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/diagnostics/checks.h"
#include "services/dashboard/keychain/payoutkeys.h"
#include "services/dashboard/supervisor/supervisor.h"
#include "services/common/store/worker.h"

#include <QAbstractListModel>
#include <qqmlintegration.h>

namespace surplus {

/// The checks of the Support page, problems first.
class ChecksModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    Q_PROPERTY(QString checkedText READ checkedText NOTIFY changed) ///< how long ago
    Q_PROPERTY(bool running READ isRunning NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QVariantList needs READ needs NOTIFY changed) ///< problems for the Overview, of {row, key, name, text, fixText}
public:
    enum Role { Name = Qt::UserRole, Verdict, Text, FixText, Fix };
    Q_ENUM(Role)
    ChecksModel(Supervisor& supervisor, EngineLink& link, PayoutKeys& keys, StoreWorker& history, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QVariantList needs() const;
    /// Whether nobody can tell now if what had this key in needs() has mended.
    [[nodiscard]] bool isUnknown(const QString& key) const;
    [[nodiscard]] QString checkedText() const;
    [[nodiscard]] bool isRunning() const { return m_running > 0; }
    [[nodiscard]] int count() const { return static_cast<int>(m_results.size()); }

    /// Judges what is known: what the engine pushes, and the clock. Whether stored files are well the engine looks at by itself.
    Q_INVOKABLE void run();
    /// Has the engine look at each stored file too: when somebody asks.
    Q_INVOKABLE void runThoroughly();
    /// Does what mends a row that can be mended from here; pages are opened by whoever shows the rows (pageWanted).
    Q_INVOKABLE void mend(int row);

Q_SIGNALS:
    void changed();
    void pageWanted(const QString& page);

private:
    [[nodiscard]] MachineFacts knownFacts() const;
    void look(bool atEachFile);
    void finish();
    void waitNoLonger();
    /// What was found once is kept up to date.
    void runIfSeen();

    /// What an engine pushes of which a row speaks.
    struct Told {
        QList<EngineProblem> problems;
        int damaged = 0;
        QStringList damagedFiles;
        bool overLimit = false;
        QString chainProblem;
        bool operator==(const Told&) const = default;
    };
    Supervisor& m_supervisor;
    EngineLink& m_link;
    PayoutKeys& m_keys;
    StoreWorker& m_history;
    const Clock& m_clock;
    MachineFacts m_facts; ///< what is being gathered
    QList<CheckResult> m_results;
    int m_running = 0; ///< answers that are waited for
    UtcMs m_checked = 0;
    bool m_asking = false; ///< the engine, to look at each file
    bool m_again = false; ///< something changed while it was looked at
    bool m_againThoroughly = false;
    Told m_told;
};

} // namespace surplus
