// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/store/worker.h"
#include "services/dashboard/session/autostart.h"

#include <QDate>
#include <QObject>
#include <QSettings>
#include <QThreadPool>
#include <QUrl>
#include <QStringList>
#include <QVariant>
#include <algorithm>
#include <functional>
#include <qqmlintegration.h>

namespace surplus {

/// What the Settings page sets. Each applies at once and is kept in the profile's settings.ini.
class SettingsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY changed) ///< system, light or dark
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed) ///< a catalog's name; empty: the system's
    Q_PROPERTY(QStringList languages READ languages CONSTANT) ///< what `language` may be
    Q_PROPERTY(int languageIndex READ languageIndex NOTIFY changed) ///< of `language` in `languages`
    Q_PROPERTY(QStringList languageNames READ languageNames CONSTANT) ///< each in its own language
    Q_PROPERTY(bool restartNeeded READ isRestartNeeded NOTIFY changed) ///< another language was chosen
    Q_PROPERTY(bool reducedMotion READ isMotionReduced WRITE setReducedMotion NOTIFY changed)
    Q_PROPERTY(int decimals READ decimals WRITE setDecimals NOTIFY changed) ///< of amounts that are shown: 2 or 4
    Q_PROPERTY(bool startAtLogin READ startsAtLogin WRITE setStartAtLogin NOTIFY changed)
    Q_PROPERTY(QString whenQuitting READ whenQuitting WRITE setWhenQuitting NOTIFY changed) ///< ask, keep or stop
    Q_PROPERTY(bool notifyProblems READ notifiesProblems WRITE setNotifyProblems NOTIFY changed)
    Q_PROPERTY(bool notifySettlements READ notifiesSettlements WRITE setNotifySettlements NOTIFY changed)
    Q_PROPERTY(bool notifyWeekly READ notifiesWeekly WRITE setNotifyWeekly NOTIFY changed)
    Q_PROPERTY(int yearsKept READ yearsKept WRITE setYearsKept NOTIFY changed) ///< of quarter hours in the history: 1, 2 or 5
    Q_PROPERTY(QString historySize READ historySize NOTIFY changed)
    Q_PROPERTY(QString profileFolder READ profileFolder CONSTANT)
    Q_PROPERTY(QString engineFolder READ engineFolder CONSTANT)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(bool working READ isWorking NOTIFY changed) ///< backing up or restoring
public:
    SettingsModel(QSettings& settings, StoreWorker& history, const Autostart& autostart, QString profile, QObject* parent = nullptr);

    [[nodiscard]] QString theme() const;
    void setTheme(const QString& theme);
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language);
    [[nodiscard]] int languageIndex() const { return static_cast<int>(std::max<qsizetype>(0, languages().indexOf(language()))); }
    [[nodiscard]] static QStringList languages();
    [[nodiscard]] static QStringList languageNames();
    [[nodiscard]] bool isRestartNeeded() const { return language() != m_languageAtStart; }
    [[nodiscard]] bool isMotionReduced() const { return flag("reducedMotion", false); }
    void setReducedMotion(bool reduced) { setFlag("reducedMotion", reduced); }
    [[nodiscard]] int decimals() const;
    void setDecimals(int decimals);
    [[nodiscard]] bool startsAtLogin() const { return m_autostart.isOn(); }
    void setStartAtLogin(bool start);
    [[nodiscard]] QString whenQuitting() const;
    void setWhenQuitting(const QString& choice);
    [[nodiscard]] bool notifiesProblems() const { return flag("notify.problems", true); }
    void setNotifyProblems(bool notify) { setFlag("notify.problems", notify); }
    [[nodiscard]] bool notifiesSettlements() const { return flag("notify.settlements", true); }
    void setNotifySettlements(bool notify) { setFlag("notify.settlements", notify); }
    [[nodiscard]] bool notifiesWeekly() const { return flag("notify.weekly", false); }
    void setNotifyWeekly(bool notify) { setFlag("notify.weekly", notify); }
    /// The Monday on which a week was summed up last; invalid if none ever was.
    [[nodiscard]] QDate weekTold() const { return QDate::fromString(m_settings.value(QStringLiteral("notify.weekTold")).toString(), Qt::ISODate); }
    void setWeekTold(QDate monday) { m_settings.setValue(QStringLiteral("notify.weekTold"), monday.toString(Qt::ISODate)); }
    [[nodiscard]] int yearsKept() const { return m_yearsKept; }
    void setYearsKept(int years);
    [[nodiscard]] QString historySize() const;
    [[nodiscard]] QString profileFolder() const { return m_profile; }
    [[nodiscard]] QString engineFolder() const { return m_profile + QStringLiteral("/engine"); }
    [[nodiscard]] QString error() const { return m_error; }

    [[nodiscard]] bool isWorking() const { return m_working; }

    /// What a backup of today may be called, in the documents' folder.
    Q_INVOKABLE [[nodiscard]] static QUrl backupFile();
    /// Writes what can't be had again into one file under a password. Ends in backupEnded().
    Q_INVOKABLE void backUp(const QUrl& file, const QString& password);
    /// Opens a backup and lays it ready for the next start. Ends in restoreEnded().
    Q_INVOKABLE void restore(const QUrl& file, const QString& password);
    /// What the user calls data goes once the engine has ended; whoever runs the program asks wantsErasing() then.
    Q_INVOKABLE void eraseAtQuit() { m_erase = true; }
    [[nodiscard]] bool wantsErasing() const { return m_erase; }

    Q_INVOKABLE void openFolder(const QString& folder) const;
    /// A setting of the interface alone, such as how far onboarding has come.
    Q_INVOKABLE [[nodiscard]] QVariant kept(const QString& name) const;
    Q_INVOKABLE void keep(const QString& name, const QVariant& value);

Q_SIGNALS:
    void changed();
    void backupEnded(const QString& problem); ///< in words; empty: done
    void restoreEnded(const QString& problem);

private:
    [[nodiscard]] bool flag(const char* name, bool standard) const;
    void setFlag(const char* name, bool on);
    void work(std::function<Result<void>()> task, void (SettingsModel::*ended)(const QString&));

    QSettings& m_settings;
    StoreWorker& m_history;
    const Autostart& m_autostart;
    const QString m_profile;
    const QString m_languageAtStart;
    int m_yearsKept = 5;
    QString m_error;
    bool m_working = false;
    bool m_erase = false;
    QThreadPool m_work; ///< last: its end waits for what is under way
};

} // namespace surplus
