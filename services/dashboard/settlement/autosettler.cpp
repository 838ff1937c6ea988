// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/settlement/autosettler.h"

#include <QLoggingCategory>

namespace surplus {

Q_LOGGING_CATEGORY(lcAuto, "surplus.settlement.auto")

AutoSettler::AutoSettler(SettlementDesk& desk, KeyReader withKey, const Clock& clock, QObject* parent)
    : QObject(parent), m_desk(desk), m_withKey(std::move(withKey)), m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &AutoSettler::look);
}

void AutoSettler::noteChange()
{
    ++*m_changes;
    m_again = m_looking;
}

void AutoSettler::setRule(const std::optional<Rule>& rule)
{
    if (m_rule == rule)
        return;
    m_rule = rule;
    noteChange();
    m_last = {};
    if (m_rule)
        m_timer.start(SoonMs);
    else
        m_timer.stop();
    Q_EMIT changed();
}

void AutoSettler::setAccount(const Account& account)
{
    if (m_account == account)
        return;
    m_account = account;
    noteChange();
    if (m_rule)
        m_timer.start(SoonMs);
}

void AutoSettler::look()
{
    if (!m_rule || m_looking)
        return;
    m_looking = true;
    m_again = false;
    m_found = { 0, Outcome::Nothing, 0, {} };
    lookAt(0);
}

void AutoSettler::lookAt(qsizetype payout)
{
    if (!m_rule || payout >= m_account.payouts.size()) {
        end(m_found.outcome, m_found.share, m_found.problem);
        return;
    }
    m_desk.plan(m_account.payouts[payout], m_account.payer, m_rule->tokensPerCoin, [this, payout](const Result<SettlementPlan>& plan) { judge(payout, plan); });
}

void AutoSettler::judge(qsizetype payout, const Result<SettlementPlan>& plan)
{
    if (!m_rule || m_again) { // planned for others
        end(Outcome::None);
        return;
    }
    const double share = plan && plan->share ? *plan->share : 1;
    const Outcome outcome = !plan ? Outcome::Failed
        : plan->isEmpty()         ? (plan->tooDear.nano() > 0 ? Outcome::TooDear : Outcome::Nothing)
        : share > m_rule->maxShare ? Outcome::TooDear
        : !plan->canPay()         ? Outcome::NoGas
        : !m_account.keyReady     ? Outcome::NoKey
                                  : Outcome::Sent;
    if (outcome != Outcome::Sent) {
        if (outcome != Outcome::Nothing)
            m_found = { 0, outcome, share, plan ? QString() : plan.error().message };
        lookAt(payout + 1);
        return;
    }
    const int decided = *m_changes;
    m_withKey([this, payout, plan = *plan, share, decided](Result<SecretKey> key) {
        // Reading the key may take as long as its owner likes: it may have been switched off, or asks for less, meanwhile.
        if (decided != *m_changes) {
            end(Outcome::None);
            return;
        }
        if (!key) {
            m_found = { 0, Outcome::NoKey, share, key.error().message };
            lookAt(payout + 1);
            return;
        }
        m_desk.settle(plan, std::move(*key), [this, payout, share](const Result<SettlementRecord>& sent) {
            if (!sent && sent.error().code == QLatin1String("settle.underway")) {
                m_found = { 0, Outcome::Sent, share, {} };
                lookAt(payout + 1);
                return;
            }
            if (!sent && sent.error().code == QLatin1String("settle.unwanted")) {
                end(Outcome::None);
                return;
            }
            // One at a time: the next look takes the next address.
            if (sent)
                qCInfo(lcAuto) << "settled by itself, for a fee of at most" << share * 100 << "percent";
            end(sent ? Outcome::Sent : Outcome::Failed, share, sent ? QString() : sent.error().message);
        }, [changes = m_changes, decided] { return *changes == decided; });
    });
}

void AutoSettler::end(Outcome outcome, double share, const QString& problem)
{
    m_looking = false;
    m_last = m_rule ? Look { m_clock.now(), outcome, share, problem } : Look();
    if (m_rule)
        m_timer.start(m_again ? SoonMs : LookMs);
    Q_EMIT changed();
}

} // namespace surplus
