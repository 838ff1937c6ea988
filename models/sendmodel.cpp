// SPDX-License-Identifier: GPL-3.0-or-later
#include "sendmodel.h"

#include "format.h"
#include "typedaddress.h"
#include "typednumber.h"

namespace surplus {

namespace {
const QString Dash = QStringLiteral("—");
}

SendModel::SendModel(EngineLink& link, PayoutKeys& keys, SettlementDesk& desk, QObject* parent)
    : QObject(parent), m_link(link), m_keys(keys), m_desk(desk), m_of(keys.address())
{
    connect(&m_keys, &PayoutKeys::changed, this, [this] {
        // A look at the keychain changes no balance.
        if (std::exchange(m_of, m_keys.address()) == m_keys.address())
            return;
        m_balances.reset();
        Q_EMIT changed();
        refresh();
    });
    connect(&m_desk, &SettlementDesk::changed, this, [this] {
        for (const TransferRecord& record : m_desk.transfers()) {
            if (record.id != m_following || m_step != Sent || record.isOpen())
                continue;
            m_feePaid = record.fee;
            if (record.state == SettlementState::Confirmed)
                setStep(Done);
            else
                setStep(Failed, record.state == SettlementState::Reverted
                        ? tr("The payment didn't go through. Your tokens are untouched; the network kept %1 %2.").arg(Format::coin(record.fee), coinName())
                        : tr("Another transaction of this address came first, so this one never happened. Nothing was sent."));
        }
        refresh();
    });
}

QString SendModel::tokens() const { return m_balances ? Format::tokens(m_balances->tokens) : Dash; }
QString SendModel::exactTokens() const { return m_balances ? Format::plainTokens(m_balances->tokens) : QString(); }
QString SendModel::amount() const { return m_plan ? Format::plainTokens(m_plan->amount) : QString(); }
QString SendModel::coin() const { return m_balances ? Format::coin(m_balances->coin) + QChar(0x00a0) + coinName() : Dash; }
QString SendModel::recipient() const { return m_plan ? Format::groupedAddress(m_plan->to) : QString(); }
QString SendModel::feeCap() const { return m_plan ? Format::coin(m_plan->gas.cap()) + QChar(0x00a0) + coinName() : Dash; }

void SendModel::setStep(Step step, const QString& problem)
{
    m_step = step;
    m_problem = problem;
    Q_EMIT changed();
}

void SendModel::refresh()
{
    if (!m_keys.address() || !m_link.status() || !m_link.status()->chain.used)
        return;
    m_desk.balances(*m_keys.address(), [this, of = *m_keys.address()](const Result<Balances>& read) {
        if (m_keys.address() != of)
            return;
        m_balances = read ? std::optional(*read) : std::nullopt;
        Q_EMIT changed();
    });
}

void SendModel::review(const QString& to, const QString& tokens)
{
    if (m_step != Asking || !m_keys.address())
        return;
    const auto address = addressAsTyped(to);
    const auto amount = TypedNumber::tokens(tokens);
    if (!address || !amount) {
        ask(address ? QString() : address.error().message, amount ? QString() : amount.error().message);
        return;
    }
    ask({}, {});
    setStep(Looking);
    m_desk.planTransfer(*m_keys.address(), *address, *amount, [this](const Result<TransferPlan>& plan) {
        if (m_step != Looking)
            return;
        m_plan = plan ? std::optional(*plan) : std::nullopt;
        if (plan) {
            setStep(Reviewed);
            return;
        }
        const bool ofAddress = plan.error().code == QLatin1String("transfer.address");
        const bool ofAmount = plan.error().code == QLatin1String("transfer.amount");
        const QString message = plan.error().message;
        ask(ofAddress ? message : QString(), ofAmount ? message : QString(), ofAddress || ofAmount ? QString() : message);
    });
}

void SendModel::ask(const QString& recipientProblem, const QString& amountProblem, const QString& problem)
{
    m_recipientProblem = recipientProblem;
    m_amountProblem = amountProblem;
    setStep(Asking, problem);
    if (!recipientProblem.isEmpty() || !amountProblem.isEmpty())
        Q_EMIT refused();
}

void SendModel::clearRecipientProblem()
{
    m_recipientProblem.clear();
    Q_EMIT changed();
}

void SendModel::clearAmountProblem()
{
    m_amountProblem.clear();
    Q_EMIT changed();
}

void SendModel::send()
{
    if (m_step != Reviewed || !canPay())
        return;
    setStep(WaitingForKeychain);
    m_keys.withKey([this, plan = *m_plan](Result<SecretKey> key) {
        if (!key) {
            setStep(Failed, key.error().message);
            return;
        }
        m_desk.send(plan, std::move(*key), [this](const Result<TransferRecord>& sent) {
            m_following = sent ? sent->id : 0;
            setStep(sent ? Sent : Failed, sent ? QString() : sent.error().message);
        });
    });
}

void SendModel::letGo()
{
    if (m_step == WaitingForKeychain)
        return; // it may still be sent
    m_plan.reset();
    ask({}, {});
    refresh();
}

} // namespace surplus
