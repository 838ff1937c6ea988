// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format.h"
#include "services/dashboard/fleet/enginelink.h"
#include "services/dashboard/keychain/payoutkeys.h"
#include "services/dashboard/settlement/settlementdesk.h"

#include <QObject>
#include <qqmlintegration.h>

namespace surplus {

/// What the payout address holds on the chain, and sending tokens of it. First review(), then send().
class SendModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool known READ isKnown NOTIFY changed) ///< the balance was read
    Q_PROPERTY(QString tokens READ tokens NOTIFY changed)
    Q_PROPERTY(QString exactTokens READ exactTokens NOTIFY changed)
    Q_PROPERTY(QString coin READ coin NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed) ///< why the last step failed
    Q_PROPERTY(QString recipientProblem READ recipientProblem NOTIFY changed) ///< what is wrong with the address that was typed
    Q_PROPERTY(QString amountProblem READ amountProblem NOTIFY changed)
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(QString amount READ amount NOTIFY changed) ///< as reviewed, exact
    Q_PROPERTY(QString recipient READ recipient NOTIFY changed) ///< as reviewed, in groups of four
    Q_PROPERTY(QString feeCap READ feeCap NOTIFY changed)
    Q_PROPERTY(QString feePaid READ feePaid NOTIFY changed) ///< what it has cost, once it is done
    Q_PROPERTY(bool canPay READ canPay NOTIFY changed)
public:
    enum Step { Asking, Looking, Reviewed, WaitingForKeychain, Sent, Done, Failed };
    Q_ENUM(Step)

    SendModel(EngineLink& link, PayoutKeys& keys, SettlementDesk& desk, QObject* parent = nullptr);

    [[nodiscard]] bool isKnown() const { return m_balances.has_value(); }
    [[nodiscard]] QString tokens() const;
    [[nodiscard]] QString exactTokens() const;
    [[nodiscard]] QString coin() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString recipientProblem() const { return m_recipientProblem; }
    [[nodiscard]] QString amountProblem() const { return m_amountProblem; }
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QString amount() const;
    [[nodiscard]] QString recipient() const;
    [[nodiscard]] QString feeCap() const;
    [[nodiscard]] QString feePaid() const { return Format::coin(m_feePaid) + QChar(0x00a0) + coinName(); }
    [[nodiscard]] bool canPay() const { return m_plan && m_plan->canPay(); }

    /// Looks up the balance.
    Q_INVOKABLE void refresh();
    /// Checks what was typed and looks up the fee; ends in Reviewed or, with a problem of one of the fields or of both, in
    /// Asking.
    Q_INVOKABLE void review(const QString& to, const QString& tokens);
    /// Signs and sends what was reviewed: never for more than feeCap.
    Q_INVOKABLE void send();
    /// Back to the beginning; what was sent goes on.
    Q_INVOKABLE void letGo();
    /// Somebody corrects the address, or the amount.
    Q_INVOKABLE void clearRecipientProblem();
    Q_INVOKABLE void clearAmountProblem();

Q_SIGNALS:
    void changed();
    /// A review ended with something that is to be corrected: once each, not while it is being corrected.
    void refused();

private:
    [[nodiscard]] QString coinName() const { return m_link.status() ? m_link.status()->chain.coin : QString(); }
    void setStep(Step step, const QString& problem = {});
    void ask(const QString& recipientProblem, const QString& amountProblem, const QString& problem = {});

    EngineLink& m_link;
    PayoutKeys& m_keys;
    SettlementDesk& m_desk;
    std::optional<Address> m_of; ///< whose balances they are
    std::optional<Balances> m_balances;
    std::optional<TransferPlan> m_plan;
    Step m_step = Asking;
    QString m_problem;
    QString m_recipientProblem;
    QString m_amountProblem;
    qint64 m_following = 0;
    U256 m_feePaid;
};

} // namespace surplus
