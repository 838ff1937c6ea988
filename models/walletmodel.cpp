// SPDX-License-Identifier: GPL-3.0-or-later
#include "walletmodel.h"

#include "localpath.h"
#include "typedaddress.h"
#include "typednumber.h"
#include "models/earningsmodel.h"
#include "services/common/core/localzone.h"
#include "services/common/core/posted.h"
#include "services/common/chain/network.h"
#include "services/common/crypto/keccak.h"
#include "services/common/history/earnings.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>
#include <algorithm>

namespace surplus {

namespace {
const QString Dash = QStringLiteral("—");
constexpr double HighShare = 0.05;
constexpr double LargestRate = 1e9;
constexpr int MostConfirmations = 1'000;
constexpr qsizetype MostPayouts = 3; ///< to choose from; surplusctl settle --payout takes any

/// Whether `paid` says more than what was planned.
bool isPaid(const SettlementRecord& record)
{
    return record.state == SettlementState::Mined || record.state == SettlementState::Confirmed || record.paid.nano() > 0;
}

double toDouble(Amount amount) { return static_cast<double>(amount.nano()) / NanoPerToken; } // for estimates and drawing only
} // namespace

WalletModel::WalletModel(EngineLink& link, PayoutKeys& keys, SettlementDesk& desk, QSettings& settings, QObject* parent)
    : QObject(parent), m_link(link), m_keys(keys), m_desk(desk), m_settings(settings)
{
    connect(&m_link, &EngineLink::ready, this, &WalletModel::readChain);
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
    m_link.call(QStringLiteral("money.channels"), {}, [this](const Result<QJsonObject>& answer) {
        if (!answer)
            return;
        QMap<QString, Money> sums;
        QStringList order;
        for (const QJsonValue& row : answer->value(u"channels").toArray()) {
            const QString customer = row[u"customer"].toString();
            if (!sums.contains(customer))
                order.append(customer);
            sums[customer] = sums[customer].plus(Money::fromJson(row[u"money"].toObject()));
        }
        m_customers.clear();
        for (const QString& customer : std::as_const(order)) {
            const Money& money = sums[customer];
            // Who paid nothing and was forgotten has no name any more.
            const QString name = customer == Address().hex0x() ? EarningsModel::tr("All others") : customer.left(10) + QStringLiteral("…") + customer.right(8);
            m_customers.append(QVariantMap { { QStringLiteral("customer"), name },
                { QStringLiteral("earned"), Format::tokens(money.earned) }, { QStringLiteral("settled"), Format::tokens(money.settled) },
                { QStringLiteral("secured"), Format::tokens(money.secured) }, { QStringLiteral("pending"), Format::tokens(money.pending) },
                { QStringLiteral("bounced"), Format::tokens(money.bounced) }, { QStringLiteral("hasBounced"), money.bounced.nano() > 0 } });
        }
        Q_EMIT customersChanged();
    });
}

QVariantList WalletModel::parts() const
{
    const Money money = this->money();
    const double whole = std::max(toDouble(money.earned), 1e-9);
    int confirmed = 0;
    for (const SettlementRecord& record : m_desk.records())
        confirmed += record.state == SettlementState::Confirmed && record.paid.nano() > 0 ? 1 : 0;
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

QString WalletModel::estimateOf(double tokens) const
{
    const auto rate = this->rate(QStringLiteral("rate.token"));
    if (!rate)
        return {};
    constexpr double Least = 0.01;
    const double worth = tokens * *rate;
    if (worth > 0 && worth < Least) // a zero would say that it is worth nothing
        return tr("< %1%2 estimate").arg(currency(), QLocale().toString(Least, 'f', 2));
    return tr("≈ %1%2 estimate").arg(currency(), QLocale().toString(worth, 'f', 2));
}

QString WalletModel::rateText() const
{
    return rate(QStringLiteral("rate.token")) ? tr("1 %1 ≈ %2%3, as you said").arg(symbol(), currency(), tokenRate())
                                            : tr("None: amounts are shown in tokens only");
}

QString WalletModel::estimate() const { return m_link.status() ? estimateOf(toDouble(money().earned)) : QString(); }

std::optional<double> WalletModel::rate(const QString& key) const
{
    const auto kept = TypedNumber::stored(m_settings.value(key).toString());
    const double rate = kept ? kept->toDouble() : 0;
    return rate > 0 && rate < LargestRate ? std::optional(rate) : std::nullopt;
}

QString WalletModel::rateAsTyped(const QString& key) const
{
    const auto kept = TypedNumber::stored(m_settings.value(key).toString());
    return kept ? TypedNumber::text(*kept) : QString();
}

QString WalletModel::rateProblem(const QString& typed)
{
    if (typed.trimmed().isEmpty())
        return {};
    const auto rate = TypedNumber::number(typed, 0, LargestRate - 1);
    return !rate ? rate.error().message : *rate > 0 ? QString() : tr("A rate is above zero; empty means none.");
}

void WalletModel::setRate(const QString& key, const QString& typed)
{
    if (rateProblem(typed).isEmpty())
        keep(key, typed.trimmed().isEmpty() ? QString() : *TypedNumber::plain(typed));
}

void WalletModel::keep(const QString& key, const QString& value)
{
    if (m_settings.value(key).toString() == value)
        return;
    m_settings.setValue(key, value);
    Q_EMIT ratesChanged();
    Q_EMIT changed();
    Q_EMIT planChanged();
}

std::optional<Amount> WalletModel::tokensPerCoin() const
{
    const auto rate = this->rate(QStringLiteral("rate.coin"));
    return rate ? std::optional(Amount::fromNano(static_cast<qint64>(*rate * NanoPerToken))) : std::nullopt;
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
    QVariantMap problems;
    const auto look = [&](const char* field, const auto& taken) {
        if (!taken)
            problems.insert(QLatin1String(field), taken.error().message);
    };
    look("factory", addressAsTyped(factory));
    look("token", addressAsTyped(token));
    look("confirmations", TypedNumber::whole(confirmations, 1, MostConfirmations));
    if (endpoints.trimmed().isEmpty())
        problems.insert(QStringLiteral("endpoints"), tr("An endpoint is missing."));
    return problems;
}

void WalletModel::setChain(int preset, const QString& factory, const QString& token, const QString& endpoints, const QString& confirmations)
{
    const auto factoryAddress = addressAsTyped(factory);
    const auto tokenAddress = addressAsTyped(token);
    const auto depth = TypedNumber::whole(confirmations, 1, MostConfirmations);
    if (!factoryAddress || !tokenAddress || !depth)
        return; // chainProblems() says why
    ChainConfig wanted = preset > 0 && preset <= ChainConfig::presets().size() ? ChainConfig::presets()[preset - 1] : m_chain;
    QJsonObject json = wanted.toJson();
    json.insert(QStringLiteral("factory"), checksumAddress(*factoryAddress));
    json.insert(QStringLiteral("token"), checksumAddress(*tokenAddress));
    json.insert(QStringLiteral("confirmations"), *depth);
    json.insert(QStringLiteral("endpoints"), QJsonArray::fromStringList(endpoints.simplified().split(u' ', Qt::SkipEmptyParts)));
    // A chequebook's creation code names its implementation, the first contract that the factory made.
    json.insert(QStringLiteral("initCodeHash"), contracts::initCodeHashOf(*factoryAddress).hex0x());
    const auto config = ChainConfig::fromJson(json);
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

WalletModel::Status WalletModel::statusOf(SettlementState state, int confirmations) const
{
    switch (state) {
    case SettlementState::Signed:
        return { tr("Sent"), QStringLiteral("info") };
    case SettlementState::Mined:
        return { tr("Confirming, %1 of %2").arg(confirmations).arg(m_chain.confirmations), QStringLiteral("info") };
    case SettlementState::Confirmed:
        return { tr("Confirmed"), QStringLiteral("positive") };
    case SettlementState::Reverted:
        return { tr("Didn't go through"), QStringLiteral("warning") };
    case SettlementState::Superseded:
        return { tr("Replaced"), QStringLiteral("textMuted") };
    case SettlementState::Authorized:
        return { tr("Others may settle it"), QStringLiteral("info") };
    case SettlementState::Expired:
        return { tr("Nobody settled it"), QStringLiteral("textMuted") };
    case SettlementState::Damaged:
        return { tr("Record damaged"), QStringLiteral("warning") };
    }
    return {};
}

QVariantList WalletModel::settlements() const
{
    const auto row = [this](const char* kind, UtcMs at, SettlementState state, int confirmations, const QString& amount, const U256& fee, const Hash32& transaction, const QString& note) {
        const Status status = statusOf(state, confirmations);
        const QString hash = transaction.isNull() ? QString() : transaction.hex0x();
        return QVariantMap { { QStringLiteral("kind"), QLatin1String(kind) }, { QStringLiteral("at"), at }, { QStringLiteral("date"), Format::moment(at) }, { QStringLiteral("label"), status.label },
            { QStringLiteral("tone"), status.tone }, { QStringLiteral("settled"), amount }, { QStringLiteral("fee"), fee > 0 ? Format::coin(fee) : Dash },
            { QStringLiteral("transaction"), hash }, { QStringLiteral("shortTransaction"), hash.isEmpty() ? Dash : hash.left(6) + QStringLiteral("…") + hash.right(4) },
            { QStringLiteral("note"), note } };
    };
    QVariantList rows;
    for (const SettlementRecord& record : m_desk.records()) {
        const bool mined = isPaid(record);
        const QString note = record.state == SettlementState::Expired && mined ? tr("%1 %2 of it were settled in time").arg(Format::tokens(record.paid), symbol())
            : record.bounced.nano() > 0 ? tr("%1 %2 bounced").arg(Format::tokens(record.bounced), symbol())
            : record.skipped > 0                       ? tr("%n voucher(s) left out: %1", nullptr, record.skipped).arg(record.reason)
                                                       : QString();
        rows.append(row("settlement", record.at, record.state, record.confirmations, Format::tokens(mined ? record.paid : record.amount), record.fee, record.transaction, note));
    }
    for (const TransferRecord& record : m_desk.transfers()) {
        const QString to = checksumAddress(record.to);
        rows.append(row("payment", record.at, record.state, record.confirmations, QChar(0x2212) + Format::tokens(record.amount), record.fee, record.transaction,
            tr("to %1").arg(to.left(6) + QStringLiteral("…") + to.right(4))));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const QVariant& a, const QVariant& b) {
        return a.toMap().value(QStringLiteral("at")).value<qint64>() > b.toMap().value(QStringLiteral("at")).value<qint64>();
    });
    return rows;
}

QVariantMap WalletModel::newestArrival() const
{
    const SettlementRecord* newest = nullptr;
    for (const SettlementRecord& record : m_desk.records()) {
        if (record.state == SettlementState::Confirmed && record.paid.nano() > 0 && (!newest || record.at > newest->at))
            newest = &record;
    }
    if (!newest)
        return {};
    const QString transaction = newest->transaction.hex0x();
    for (const QVariant& row : settlements()) {
        if (row.toMap().value(QStringLiteral("kind")) == QLatin1String("settlement") && row.toMap().value(QStringLiteral("transaction")) == transaction)
            return row.toMap();
    }
    return {};
}

void WalletModel::exportCsv(const QUrl& file)
{
    const QTimeZone zone = localZone();
    QStringList lines { QStringLiteral("time,kind,state,payout,recipient,amount,bounced,fee,transaction") };
    const auto add = [&](UtcMs at, const QString& kind, SettlementState state, const Address& payout, const Address& recipient, Amount amount, Amount bounced, const U256& fee, const Hash32& hash) {
        lines.append(QStringList { isoTime(at, zone), kind, toText(state), payout.hex0x(), recipient.isNull() ? QString() : recipient.hex0x(), amount.toTokens(), bounced.toTokens(),
            fee > 0 ? coinText(fee) : QString(), hash.isNull() ? QString() : hash.hex0x() }.join(u','));
    };
    for (const SettlementRecord& record : m_desk.records()) {
        const bool mined = isPaid(record);
        add(record.at, QStringLiteral("settlement"), record.state, record.payout, {}, mined ? record.paid : record.amount, record.bounced, record.fee, record.transaction);
    }
    for (const TransferRecord& record : m_desk.transfers())
        add(record.at, QStringLiteral("payment"), record.state, record.from, record.to, record.amount, {}, record.fee, record.transaction);
    QThreadPool::globalInstance()->start([self = QPointer(this), csv = (lines.join(QStringLiteral("\r\n")) + QStringLiteral("\r\n")).toUtf8(), path = localPathOf(file)] {
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
