// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/settlement/settlementdesk.h"

#include <atomic>
#include <memory>

namespace surplus {

/// Settles by itself once the fee is a small enough part of the amount. It looks every ten minutes while it runs, and
/// never asks anybody for anything: while the keychain is not open, it waits.
class AutoSettler : public QObject {
    Q_OBJECT
public:
    struct Rule {
        double maxShare = 0.01; ///< the fee at most, as a part of the amount
        Amount tokensPerCoin; ///< what makes the two comparable
        bool operator==(const Rule&) const = default;
    };
    /// Whose vouchers: each of the addresses; `payer` pays the fees.
    struct Account {
        QList<Address> payouts;
        Address payer;
        bool keyReady = false; ///< the payer's key can be read without asking
        bool operator==(const Account&) const = default;
    };
    enum class Outcome {
        None, ///< not looked yet
        Nothing, ///< nothing is covered and unsettled
        TooDear,
        NoGas, ///< the payer can't pay the fee
        NoKey,
        Sent,
        Failed
    };
    struct Look {
        UtcMs at = 0;
        Outcome outcome = Outcome::None;
        double share = 0; ///< of TooDear and Sent: what the fee is at most
        QString problem; ///< of Failed, in words
    };
    using KeyReader = std::function<void(std::function<void(Result<SecretKey>)>)>;

    AutoSettler(SettlementDesk& desk, KeyReader withKey, const Clock& clock, QObject* parent = nullptr);

    /// Nothing: it is off. A new rule is looked at soon.
    void setRule(const std::optional<Rule>& rule);
    void setAccount(const Account& account);
    [[nodiscard]] const Look& last() const { return m_last; }
    void look();

    static constexpr int LookMs = 600'000;
    static constexpr int SoonMs = 5'000;

Q_SIGNALS:
    void changed();

private:
    void lookAt(qsizetype payout);
    void judge(qsizetype payout, const Result<SettlementPlan>& plan);
    void noteChange();
    void end(Outcome outcome, double share = 0, const QString& problem = {});

    SettlementDesk& m_desk;
    const KeyReader m_withKey;
    const Clock& m_clock;
    std::optional<Rule> m_rule;
    Account m_account;
    Look m_last;
    Look m_found; ///< the most that this round has to say so far
    bool m_looking = false;
    bool m_again = false; ///< the rule or the account changed while it looked
    /// Counts changes of the rule and the account: what was decided under other ones is not carried out. Read on the desk's
    /// thread just before it sends.
    const std::shared_ptr<std::atomic<int>> m_changes = std::make_shared<std::atomic<int>>(0);
    QTimer m_timer;
};

} // namespace surplus
