// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/keychain/payoutkeys.h"
#include "services/dashboard/settlement/autosettler.h"
#include "walletmodel.h"

#include <QSettings>
#include <qqmlintegration.h>

namespace surplus {

/// Whether earnings are settled by themselves, for which fee, and what came of it last.
class AutoSettleModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool on READ isOn WRITE setOn NOTIFY changed)
    Q_PROPERTY(QString percent READ percent NOTIFY changed) ///< the fee at most, of the amount, as it may be typed
    Q_PROPERTY(QString percentProblem READ percentProblem NOTIFY changed) ///< what is wrong with what was typed; empty if nothing is
    Q_PROPERTY(QString status READ status NOTIFY changed) ///< what it does now, in words; empty while it is off
public:
    AutoSettleModel(AutoSettler& settler, PayoutKeys& keys, WalletModel& wallet, QSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] bool isOn() const { return m_settings.value(QStringLiteral("settle.auto")).toBool(); }
    void setOn(bool on);
    [[nodiscard]] QString percent() const;
    [[nodiscard]] QString percentProblem() const { return m_percentProblem; }
    [[nodiscard]] QString status() const;
    /// 0.01 to 50, as typed; what isn't leaves the present share as it is.
    Q_INVOKABLE void setPercent(const QString& typed);
    Q_INVOKABLE void clearProblem();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] std::optional<double> share() const;
    void apply();

    AutoSettler& m_settler;
    PayoutKeys& m_keys;
    WalletModel& m_wallet;
    QSettings& m_settings;
    QString m_percentProblem;
};

} // namespace surplus
