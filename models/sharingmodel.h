// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localpath.h"
#include "payoutmodel.h"

#include <QUrl>

namespace surplus {

/// The storage resource on the Sharing page and in the first-run dialog. Changes apply at once; what the engine refuses
/// comes back as a message and the controls show the engine's values again. Fields that are typed into have their problems
/// beside them, and what was typed stays.
class SharingModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool available READ isAvailable NOTIFY changed)
    Q_PROPERTY(bool enabled READ isEnabled NOTIFY changed)
    Q_PROPERTY(QString folder READ folder NOTIFY changed)
    Q_PROPERTY(double limit READ limit NOTIFY changed) ///< bytes
    Q_PROPERTY(double most READ most NOTIFY changed) ///< bytes that could be offered: what is leased and what is free
    Q_PROPERTY(double stored READ stored NOTIFY changed) ///< bytes
    Q_PROPERTY(double leased READ leased NOTIFY changed) ///< bytes
    Q_PROPERTY(QString usageText READ usageText NOTIFY changed)
    Q_PROPERTY(QString overLimitText READ overLimitText NOTIFY changed) ///< empty unless the limit is below what is stored
    Q_PROPERTY(QString storedNumber READ storedNumber NOTIFY changed)
    Q_PROPERTY(QString storedUnit READ storedUnit NOTIFY changed)
    Q_PROPERTY(QString retrievedText READ retrievedText NOTIFY changed)
    Q_PROPERTY(bool serveUnfunded READ servesUnfunded NOTIFY changed)
    Q_PROPERTY(QVariantMap caps READ caps NOTIFY changed) ///< how much may be owed: tokens, exact, by CreditCaps' names
    Q_PROPERTY(QString keepPrice READ keepPrice NOTIFY changed) ///< tokens, exact
    Q_PROPERTY(QString retrievePrice READ retrievePrice NOTIFY changed)
    Q_PROPERTY(QString uploadRate READ uploadRate NOTIFY changed) ///< Mbit/s as typed; empty: no limit
    Q_PROPERTY(QString downloadRate READ downloadRate NOTIFY changed)
    Q_PROPERTY(QString monthlyCap READ monthlyCap NOTIFY changed) ///< GB as typed; empty: none
    Q_PROPERTY(int resetDay READ resetDay NOTIFY changed)
    Q_PROPERTY(QString minimumFree READ minimumFree NOTIFY changed) ///< GB as typed
    Q_PROPERTY(QString trafficText READ trafficText NOTIFY changed)
    Q_PROPERTY(double trafficShare READ trafficShare NOTIFY changed) ///< of the cap, 0 to 1; negative without one
    Q_PROPERTY(QString pendingText READ pendingText NOTIFY changed)
    Q_PROPERTY(QString earnedText READ earnedText NOTIFY changed)
    Q_PROPERTY(QString symbol READ symbol NOTIFY changed)
    Q_PROPERTY(bool givingUp READ isGivingUp NOTIFY errorChanged)
    Q_PROPERTY(int leases READ leases NOTIFY changed)
    Q_PROPERTY(QVariantMap problems READ problems NOTIFY problemsChanged) ///< what is wrong with what was typed, by the field's name
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(bool working READ isWorking NOTIFY errorChanged)
public:
    SharingModel(EngineLink& link, PayoutModel& payout, QObject* parent = nullptr);

    [[nodiscard]] bool isAvailable() const { return status() != nullptr; }
    [[nodiscard]] bool isEnabled() const { return status() && status()->storage.enabled; }
    [[nodiscard]] QString folder() const { return status() ? status()->storage.folder : QString(); }
    [[nodiscard]] double limit() const { return status() ? static_cast<double>(status()->storage.limit) : 0; }
    [[nodiscard]] double most() const;
    [[nodiscard]] double stored() const { return status() ? static_cast<double>(status()->storage.stored) : 0; }
    [[nodiscard]] double leased() const { return status() ? static_cast<double>(status()->storage.leased) : 0; }
    [[nodiscard]] QString usageText() const;
    [[nodiscard]] QString overLimitText() const;
    [[nodiscard]] QString storedNumber() const;
    [[nodiscard]] QString storedUnit() const;
    [[nodiscard]] QString retrievedText() const;
    [[nodiscard]] bool servesUnfunded() const { return status() && status()->storage.serveUnfunded; }
    [[nodiscard]] QVariantMap caps() const;
    [[nodiscard]] QString keepPrice() const;
    [[nodiscard]] QString retrievePrice() const;
    [[nodiscard]] QString uploadRate() const;
    [[nodiscard]] QString downloadRate() const;
    [[nodiscard]] QString monthlyCap() const;
    [[nodiscard]] int resetDay() const { return status() ? status()->storage.resetDay : 1; }
    [[nodiscard]] QString minimumFree() const;
    [[nodiscard]] QString trafficText() const;
    [[nodiscard]] double trafficShare() const;
    [[nodiscard]] QString pendingText() const;
    [[nodiscard]] QString earnedText() const;
    [[nodiscard]] QString symbol() const { return status() ? status()->symbol : QString(); }
    [[nodiscard]] int leases() const { return status() ? status()->storage.leases : 0; }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QVariantMap problems() const { return m_problems; }
    [[nodiscard]] bool isWorking() const { return m_working; }

    /// The folder as it was known last, also after the engine has ended.
    [[nodiscard]] QString folderAtQuit() const { return m_lastFolder; }

    /// What is stored is gone for good: ends all leases, so that a folder can be chosen anew. Ends in gaveUp().
    Q_INVOKABLE void giveUp();
    [[nodiscard]] bool isGivingUp() const { return m_givingUp; }
    Q_INVOKABLE void setEnabled(bool enabled);
    Q_INVOKABLE void setLimit(double bytes);
    /// Another folder, as long as nothing is stored.
    Q_INVOKABLE void setFolder(const QString& folder);
    Q_INVOKABLE void setServeUnfunded(bool serve);
    /// uploadRate or downloadRate in Mbit/s, monthlyCap or minimumFree in GB, as typed; empty is 0: no limit.
    Q_INVOKABLE void setNumber(const QString& name, const QString& typed);
    Q_INVOKABLE void setResetDay(int day) { set({ { QStringLiteral("resetDay"), day } }); }
    /// Tokens as typed; refused in words if they are no amount.
    Q_INVOKABLE void setCap(const QString& name, const QString& tokens);
    /// keepPrice or retrievePrice; tokens as typed.
    Q_INVOKABLE void setPrice(const QString& name, const QString& tokens);
    /// Somebody corrects that field, or gave it up.
    Q_INVOKABLE void clearProblem(const QString& name);

    /// For the first run.
    Q_INVOKABLE [[nodiscard]] QString suggestedFolder() const;
    Q_INVOKABLE [[nodiscard]] QString localPath(const QUrl& url) const { return localPathOf(url); }
    /// Why nothing can be stored in `folder`, as far as that can be told before the engine tries; "" if it seems to be possible.
    Q_INVOKABLE [[nodiscard]] QString folderProblem(const QString& folder) const;
    /// Bytes free where `folder` is or would be; -1 if that can't be told.
    Q_INVOKABLE [[nodiscard]] double freeIn(const QString& folder) const;
    /// What a day earns at most if `limit` bytes are leased and kept, in tokens.
    Q_INVOKABLE [[nodiscard]] QString mostPerDay(double limit) const;
    /// Everything the first run asked for, in an order that shares nothing before all of it is in place. Ends in
    /// begun() or with error set.
    Q_INVOKABLE void begin(const QString& folder, double limit, const QVariantMap& payout, bool serveUnfunded);
    Q_INVOKABLE void clearError();

Q_SIGNALS:
    void changed();
    void errorChanged();
    void problemsChanged();
    void begun();
    /// Empty, or what went wrong, in words.
    void gaveUp(const QString& problem);

private:
    [[nodiscard]] const EngineStatus* status() const { return m_link.isReady() && m_link.status() ? &*m_link.status() : nullptr; }
    /// What is stored isn't shown as there while its folder isn't.
    [[nodiscard]] bool isReachable() const { return status() && status()->storage.problem.isEmpty(); }
    /// Of one field: what is wrong is said there.
    void setField(const char* method, const QString& name, const QJsonValue& value);
    void tellProblem(const QString& name, const QString& problem);
    void set(const QJsonObject& params, std::function<void()> then = {});
    void fail(const Error& error);
    /// True if `outcome` failed; the message is shown then.
    [[nodiscard]] bool failedStep(const Result<void>& outcome);

    EngineLink& m_link;
    PayoutModel& m_payout;
    QString m_error;
    QVariantMap m_problems;
    QString m_lastFolder;
    bool m_working = false;
    bool m_givingUp = false;
};

} // namespace surplus
