// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "autosettlemodel.h"
#include "checksmodel.h"
#include "conditionsmodel.h"
#include "earningsmodel.h"
#include "logmodel.h"
#include "machinemodel.h"
#include "payoutmodel.h"
#include "sendmodel.h"
#include "settingsmodel.h"
#include "sharingmodel.h"
#include "uptimemodel.h"
#include "walletmodel.h"
#include "wordsmodel.h"

#include <QSettings>

namespace surplus {

/// The root of what QML sees: one model per part of the interface, and the settings of the profile.
class AppModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(surplus::MachineModel* machine READ machine CONSTANT)
    Q_PROPERTY(surplus::EarningsModel* overviewEarnings READ overviewEarnings CONSTANT) ///< always 30 days
    Q_PROPERTY(surplus::EarningsModel* earnings READ earnings CONSTANT)
    Q_PROPERTY(surplus::UptimeModel* uptime READ uptime CONSTANT)
    Q_PROPERTY(surplus::SharingModel* sharing READ sharing CONSTANT)
    Q_PROPERTY(surplus::ConditionsModel* conditions READ conditions CONSTANT)
    Q_PROPERTY(surplus::ChecksModel* checks READ checks CONSTANT)
    Q_PROPERTY(surplus::SettingsModel* settings READ settings CONSTANT)
    Q_PROPERTY(surplus::PayoutModel* payout READ payout CONSTANT)
    Q_PROPERTY(surplus::WalletModel* wallet READ wallet CONSTANT)
    Q_PROPERTY(surplus::WordsModel* words READ words CONSTANT)
    Q_PROPERTY(surplus::SendModel* send READ send CONSTANT)
    Q_PROPERTY(surplus::AutoSettleModel* autoSettle READ autoSettle CONSTANT)
    Q_PROPERTY(surplus::LogModel* log READ log CONSTANT)
    Q_PROPERTY(QString historyNotice READ historyNotice WRITE setHistoryNotice NOTIFY historyNoticeChanged)
    Q_PROPERTY(bool demo READ isDemo CONSTANT)
    Q_PROPERTY(bool rightToLeft READ isRightToLeft CONSTANT) ///< the language's
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(QString page READ page WRITE setPage NOTIFY pageChanged)
public:
    AppModel(Supervisor& supervisor, EngineLink& link, PayoutKeys& keys, SettlementDesk& desk, StoreWorker& history, QSettings& settings,
        const Autostart& autostart, const QString& profile, const Clock& clock, bool demo, QObject* parent = nullptr);

    [[nodiscard]] MachineModel* machine() { return &m_machine; }
    [[nodiscard]] EarningsModel* overviewEarnings() { return &m_overviewEarnings; }
    [[nodiscard]] EarningsModel* earnings() { return &m_earnings; }
    [[nodiscard]] UptimeModel* uptime() { return &m_uptime; }
    [[nodiscard]] SharingModel* sharing() { return &m_sharing; }
    [[nodiscard]] ConditionsModel* conditions() { return &m_conditions; }
    [[nodiscard]] ChecksModel* checks() { return &m_checks; }
    [[nodiscard]] SettingsModel* settings() { return &m_settingsModel; }
    [[nodiscard]] PayoutModel* payout() { return &m_payout; }
    [[nodiscard]] WalletModel* wallet() { return &m_wallet; }
    [[nodiscard]] WordsModel* words() { return &m_words; }
    [[nodiscard]] SendModel* send() { return &m_send; }
    [[nodiscard]] AutoSettleModel* autoSettle() { return &m_autoSettle; }
    [[nodiscard]] LogModel* log() { return &m_log; }
    /// What happened to the history file at the start, in words; empty if nothing did.
    void setHistoryNotice(const QString& notice);
    [[nodiscard]] QString historyNotice() const { return m_historyNotice; }
    [[nodiscard]] bool isDemo() const { return m_demo; }
    [[nodiscard]] static bool isRightToLeft();
    [[nodiscard]] QString version() const { return QStringLiteral(SURPLUS_VERSION); }
    [[nodiscard]] QString page() const { return m_page; }
    void setPage(const QString& page);
    /// The pages there are, in the order of the rail.
    [[nodiscard]] static QStringList pages();

    /// Whether a tray shows us while the window is closed. Set by the application.
    /// Whether a new profile is asked at once what it would like to share: not while pictures are taken.
    Q_PROPERTY(bool welcome MEMBER m_welcome NOTIFY trayChanged)
    void setWelcome(bool welcome) { m_welcome = welcome; }
    Q_PROPERTY(bool tray READ hasTray NOTIFY trayChanged)
    [[nodiscard]] bool hasTray() const { return m_tray; }
    void setTray(bool there);

    Q_INVOKABLE void copy(const QString& text) const;
    /// Closing the window: keep sharing in the background or stop. Remembered for this run.
    Q_INVOKABLE void quit(bool keepSharing);

public Q_SLOTS:
    void refreshHistory();

Q_SIGNALS:
    void historyNoticeChanged();
    void historyDamaged();
    void pageChanged();
    void trayChanged();
    /// From outside the window, such as the tray.
    void quitWanted();
    void raiseWanted();
    void quitRequested(bool keepSharing);

private:
    QString m_historyNotice;
    MachineModel m_machine;
    EarningsModel m_overviewEarnings;
    EarningsModel m_earnings;
    UptimeModel m_uptime;
    ConditionsModel m_conditions;
    PayoutModel m_payout;
    SharingModel m_sharing;
    WalletModel m_wallet;
    WordsModel m_words;
    SendModel m_send;
    AutoSettler m_autoSettler;
    AutoSettleModel m_autoSettle;
    LogModel m_log;
    ChecksModel m_checks;
    QSettings& m_settings;
    SettingsModel m_settingsModel;
    bool m_tray = false;
    bool m_welcome = false;
    const bool m_demo;
    QString m_page = QStringLiteral("overview");
    QTimer m_minute;
    QTimer m_checking;
};

} // namespace surplus
