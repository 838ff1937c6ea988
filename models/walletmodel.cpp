// SPDX-License-Identifier: GPL-3.0-or-later
#include "walletmodel.h"

#include "localpath.h"
#include "typedaddress.h"
#include "typedchain.h"
#include "typednumber.h"
#include "services/common/core/posted.h"
#include "services/common/chain/network.h"
#include "services/common/crypto/keccak.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>
#include <algorithm>

namespace surplus {

namespace {
const QString Dash = QStringLiteral("—");
constexpr double HighShare = 0.05;
constexpr qsizetype MostPayouts = 3; ///< to choose from; surplusctl settle --payout takes any

double toDouble(Amount amount) { return static_cast<double>(amount.nano()) / NanoPerToken; } // for estimates and drawing only
} // namespace

WalletModel::WalletModel(EngineLink& link, PayoutKeys& keys, SettlementDesk& desk, QSettings& settings, QObject* parent)
    : QObject(parent), m_link(link), m_keys(keys), m_desk(desk), m_rates(settings), m_table(desk)
{
    connect(&m_link, &EngineLink::ready, this, [this] {
        m_reading = false; // a connection that is closed answers nobody
        readChain();
    });
    connect(&m_link, &EngineLink::statusChanged, this, [this] {
        if (!(money() == m_shown)) {
            m_shown = money();
            readCustomers();
        }
        Q_EMIT changed();
    });
    connect(&m_keys, &PayoutKeys::changed, this, [this] {
        m_payout = std::min<int>(m_payout, static_cast<int>(m_keys.former().size()));
        Q_EMIT keyChanged();
    });
    connect(&m_desk, &SettlementDesk::changed, this, [this] {
        for (const SettlementRecord& record : m_desk.records()) {
            if (record.id != m_following || m_step != Sent)
                continue;
            if (record.state == SettlementState::Confirmed) {
                m_arrived = record.paid;
                m_feePaid = record.fee;
                setStep(Done);
            } else if (!record.isOpen())
                setStep(Failed, record.state == SettlementState::Reverted
                        ? tr("The payment didn't go through. Your earnings are untouched; the network kept %1 %2. Try again or wait for a lower fee.").arg(Format::coin(record.fee), coin())
                        : tr("Another transaction of this address came first, so this one never happened. Nothing was paid and nothing is lost. Try again."));
        }
        Q_EMIT settlementsChanged();
    });
    connect(&m_desk, &SettlementDesk::moved, this, [this] { m_link.call(QStringLiteral("chain.look"), {}, [](const auto&) { }); });
}

QStringList WalletModel::presets()
{
    QStringList names { tr("Present") };
    for (const ChainConfig& preset : ChainConfig::presets())
        names.append(preset.name);
    return names;
}

void WalletModel::readChain()
{
    m_link.call(QStringLiteral("chain.get"), {}, [this](const Result<QJsonObject>& answer) {
        const auto chain = answer ? ChainConfig::fromJson(*answer) : tl::unexpected(answer.error());
        if (!chain)
            return;
        m_chain = *chain;
        m_desk.setChain(m_chain);
        Q_EMIT chainChanged();
    });
    readCustomers();
}

bool WalletModel::hasKey() const
{
    switch (m_keys.state()) {
    case PayoutKeys::State::None:
    case PayoutKeys::State::WatchOnly:
    case PayoutKeys::State::Lost: // so after a restore on another computer
    case PayoutKeys::State::Replaced:
        return false;
    case PayoutKeys::State::Ready:
    case PayoutKeys::State::Unknown:
    case PayoutKeys::State::Locked:
    case PayoutKeys::State::Absent:
    case PayoutKeys::State::Denied:
        return m_keys.address().has_value();
    }
    return false;
}

void WalletModel::readCustomers()
{
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    readChannelMoney(m_link, [this](const Result<QList<ChannelMoney>>& channels) {
        m_reading = false;
        const bool again = std::exchange(m_readAgain, false);
        if (channels) {
            m_customers = CustomerSums(*channels);
            Q_EMIT customersChanged();
        }
        if (again && m_link.isReady())
            readCustomers();
    });
}

QVariantList WalletModel::parts() const
{
    const Money money = this->money();
    const double whole = std::max(toDouble(money.earned), 1e-9);
    const int confirmed = m_table.arrivals();
    const auto part = [&](const char* state, const QString& label, Amount amount, const QString& note) {
        return QVariant(QVariantMap { { QStringLiteral("state"), QLatin1String(state) }, { QStringLiteral("label"), label },
            { QStringLiteral("amount"), m_link.status() ? Format::tokens(amount) : Dash }, { QStringLiteral("exact"), amount.toTokens() },
            { QStringLiteral("share"), toDouble(amount) / whole }, { QStringLiteral("note"), note } });
    };
    QVariantList parts { part("pending", tr("Pending"), money.pending, tr("Not set aside on the chain yet; it may never be paid.")),
        part("secured", tr("Secured"), money.secured, tr("Set aside for you on the chain. Yours to settle whenever you like.")) };
    if (money.bounced.nano() > 0)
        parts.append(part("bounced", tr("Bounced"), money.bounced, tr("Tried and not covered. Its customer is not served until it pays.")));
    parts.append(part("settled", tr("Settled"), money.settled,
        confirmed > 0 ? tr("Paid to your address, in %n settlement(s).", nullptr, confirmed) : tr("Paid to your address.")));
    return parts;
}

QString WalletModel::partsText() const
{
    QStringList texts;
    for (const QVariant& part : parts())
        texts.append(part.toMap().value(QStringLiteral("label")).toString() + u' ' + part.toMap().value(QStringLiteral("amount")).toString());
    return texts.join(QStringLiteral(", "));
}

QString WalletModel::earned() const { return m_link.status() ? Format::tokens(money().earned) : Dash; }

QString WalletModel::estimate() const { return m_link.status() ? estimateOf(toDouble(money().earned)) : QString(); }

void WalletModel::tellRates(bool changed)
{
    if (!changed)
        return;
    Q_EMIT ratesChanged();
    Q_EMIT this->changed();
    Q_EMIT planChanged();
}

QString WalletModel::explorer() const
{
    return m_chain.explorer.isEmpty() || address().isEmpty() ? QString() : m_chain.explorer + QStringLiteral("/address/") + address();
}

QString WalletModel::address() const { return m_keys.address() ? checksumAddress(*m_keys.address()) : QString(); }

Address WalletModel::payout() const { return m_payout > 0 ? m_keys.former().value(m_payout - 1) : m_keys.address().value_or(Address()); }

QString WalletModel::groupedAddress() const { return m_keys.address() ? Format::groupedAddress(*m_keys.address()) : QString(); }

QString WalletModel::groupedPayout() const { return payout().isNull() ? QString() : Format::groupedAddress(payout()); }

QStringList WalletModel::payouts() const
{
    QStringList all { tr("Present address") };
    for (const Address& former : m_keys.former().mid(0, MostPayouts - 1))
        all.append(tr("Former, %1").arg(checksumAddress(former).left(8) + QStringLiteral("…") + checksumAddress(former).right(4)));
    return all;
}

void WalletModel::setPayoutIndex(int index)
{
    if (index == m_payout || index < 0 || index >= payouts().size() || m_step != Idle)
        return;
    m_payout = index;
    m_plan.reset();
    m_again = m_planning; // what is on its way is for another address
    Q_EMIT keyChanged();
    Q_EMIT planChanged();
    refresh();
}

void WalletModel::refresh()
{
    if (!m_keys.address() || !isChainUsed() || m_step != Idle)
        return;
    if (m_planning) {
        m_again = true;
        return;
    }
    m_planning = true;
    Q_EMIT planChanged();
    m_desk.plan(payout(), *m_keys.address(), tokensPerCoin(), [this](const Result<SettlementPlan>& plan) { takePlan(plan); });
}

void WalletModel::takePlan(const Result<SettlementPlan>& plan)
{
    m_planning = false;
    m_planProblem = plan ? QString() : plan.error().message;
    if (m_step == Idle)
        m_plan = plan && plan->payout == payout() ? std::optional(*plan) : std::nullopt;
    Q_EMIT planChanged();
    if (std::exchange(m_again, false))
        refresh();
}

QString WalletModel::nothingPlanned() const
{
    if (!m_plan || !m_plan->isEmpty())
        return {};
    return m_plan->tooDear.nano() > 0
        ? tr("%1 %2 is covered, but settling it would cost more than it brings at the present fee. It can wait.").arg(Format::tokens(m_plan->tooDear), symbol())
        : tr("Nothing is covered and unsettled right now.");
}

QString WalletModel::receive() const { return m_plan ? Format::tokens(m_plan->amount) : Dash; }

QString WalletModel::notIncluded() const
{
    if (!m_plan)
        return {};
    const Amount rest = m_plan->uncovered.plus(m_plan->waiting).value_or(m_plan->uncovered);
    return rest.nano() > 0 ? tr("%1 %2 that is not covered isn't included").arg(Format::tokens(rest), symbol()) : QString();
}

QString WalletModel::ahead() const
{
    return m_plan && m_plan->ahead.nano() > 0 ? tr("%1 %2 of it is promised ahead: not earned yet, and kept against what comes").arg(Format::tokens(m_plan->ahead), symbol()) : QString();
}

QString WalletModel::feeCap() const { return isPlanned() ? Format::coin(m_plan->gas.cap()) + QChar(0x00a0) + coin() : Dash; }

QString WalletModel::feeEstimate() const
{
    if (!isPlanned() || !m_plan->share)
        return {};
    return tr("≈ %1 %2 estimate").arg(Format::tokens(Amount::fromNano(static_cast<qint64>(*m_plan->share * static_cast<double>(m_plan->amount.nano())))), symbol());
}

QString WalletModel::feeNote() const
{
    if (!isPlanned())
        return {};
    if (!m_plan->share)
        return tr("Set a rate in the Settings to see what share of the amount that is.");
    if (*m_plan->share > HighShare)
        return tr("The fee is high for this amount: up to %1. Waiting usually costs nothing.").arg(Format::percent(*m_plan->share));
    return *m_plan->share < 0.001 ? tr("The fee is under %1 of the amount.").arg(Format::percent(0.001)) : tr("The fee is up to %1 of the amount.").arg(Format::percent(*m_plan->share));
}

QString WalletModel::gasBalance() const { return m_plan ? Format::coin(m_plan->balance) + QChar(0x00a0) + coin() : Dash; }

void WalletModel::setStep(Step step, const QString& problem)
{
    m_step = step;
    m_stepProblem = problem;
    Q_EMIT stepChanged();
}

void WalletModel::letGo()
{
    if (m_step != Idle && m_step != WaitingForKeychain)
        setStep(Idle);
    refresh();
}

void WalletModel::settle()
{
    if (!isPlanned() || m_step == WaitingForKeychain)
        return;
    setStep(WaitingForKeychain);
    m_keys.withKey([this, plan = *m_plan](Result<SecretKey> key) {
        if (!key) {
            setStep(Failed, key.error().message);
            return;
        }
        m_desk.settle(plan, std::move(*key), [this](const Result<SettlementRecord>& sent) {
            if (!sent) {
                setStep(Failed, sent.error().message);
                return;
            }
            m_following = sent->id;
            setStep(Sent);
        });
    });
}

void WalletModel::authorize(const QString& fee, const QUrl& file)
{
    const auto maxFee = TypedNumber::tokens(fee);
    if (!isPlanned() || !maxFee || !feeProblem(fee).isEmpty())
        return; // feeProblem() says why
    setStep(WaitingForKeychain);
    m_keys.withKey([this, plan = *m_plan, maxFee = *maxFee, path = localPathOf(file)](Result<SecretKey> key) {
        if (!key) {
            setStep(Failed, key.error().message);
            return;
        }
        m_desk.authorize(plan, std::move(*key), maxFee, path, [this, path](const Result<RelayTicket>& ticket) {
            setStep(ticket ? Idle : Failed, ticket ? QString() : ticket.error().message);
            if (ticket)
                Q_EMIT ticketWritten(path);
        });
    });
}

QString WalletModel::feeProblem(const QString& typed) const
{
    const auto fee = TypedNumber::tokens(typed);
    if (!fee)
        return fee.error().message;
    return m_plan && *fee >= m_plan->amount ? tr("The fee has to be less than the %1 %2 that are settled.").arg(Format::tokens(m_plan->amount), symbol()) : QString();
}

QVariantMap WalletModel::chainProblems(const QString& factory, const QString& token, const QString& endpoints, const QString& confirmations)
{
    return TypedChain { factory, token, endpoints, confirmations }.problems();
}

void WalletModel::setChain(int preset, const QString& factory, const QString& token, const QString& endpoints, const QString& confirmations)
{
    const TypedChain typed { factory, token, endpoints, confirmations };
    if (!addressAsTyped(factory) || !addressAsTyped(token) || typed.problems().contains(QStringLiteral("confirmations")))
        return; // chainProblems() says why
    const auto config = typed.over(preset > 0 && preset <= ChainConfig::presets().size() ? ChainConfig::presets()[preset - 1] : m_chain);
    if (!config) {
        Q_EMIT chainTaken(config.error().message, false);
        return;
    }
    // The token says itself how many decimals it has; a network that isn't what it is said to be is refused here.
    const bool known = config->spec == m_chain.spec && config->token == m_chain.token; // other endpoints of the same network
    m_desk.check(*config, [this, config = *config, known](const Result<ChainConfig>& right) {
        if (!right && (!known || isWrongNetwork(right.error()))) {
            Q_EMIT chainTaken(right.error().message, false);
            return;
        }
        m_link.call(QStringLiteral("chain.set"), { { QStringLiteral("chain"), right.value_or(config).toJson() } }, [this](const Result<QJsonObject>& answer) {
            if (answer)
                readChain();
            Q_EMIT chainTaken(answer ? QString() : answer.error().message, answer && answer->value(u"restart").toBool());
        });
    });
}

QVariantList WalletModel::settlements() const { return m_table.rows(symbol(), m_chain.confirmations); }

QVariantMap WalletModel::newestArrival() const { return m_table.newestArrival(symbol(), m_chain.confirmations); }

void WalletModel::exportCsv(const QUrl& file)
{
    QThreadPool::globalInstance()->start([self = QPointer(this), csv = m_table.csv(), path = localPathOf(file)] {
        QSaveFile out(path);
        const bool written = out.open(QIODevice::WriteOnly) && out.write(csv) == csv.size() && out.commit();
        const QString problem = written ? QString() : tr("The table can't be written to %1: %2. Choose another folder.").arg(path, out.errorString());
        postTo(qApp, [self, problem] {
            if (self)
                Q_EMIT self->exported(problem);
        });
    });
}

} // namespace surplus
