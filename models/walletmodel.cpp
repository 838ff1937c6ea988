// SPDX-License-Identifier: GPL-3.0-or-later
#include "walletmodel.h"

#include "format.h"
#include "localpath.h"
#include "services/common/core/posted.h"
#include "services/common/core/privatefile.h"
#include "services/common/crypto/keccak.h"
#include "services/common/history/historystore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace surplus {

namespace {
const QString Dash = QStringLiteral("—");
constexpr double HighShare = 0.05;

double toDouble(Amount amount) { return static_cast<double>(amount.nano()) / NanoPerToken; } // for estimates and drawing only

std::optional<double> rateOf(const QString& text)
{
    bool ok = false;
    double rate = QLocale().toDouble(text, &ok);
    if (!ok)
        rate = QLocale::c().toDouble(text, &ok);
    return ok && rate > 0 && rate < 1e9 ? std::optional(rate) : std::nullopt;
}

/// At most four figures after the first: a cap is rounded up, so that what is shown is never less than what is signed.
QString shortCoin(const U256& wei)
{
    U256 unit = 1;
    while (wei / unit >= 100'000)
        unit *= 10;
    return coinText((wei + unit - 1) / unit * unit);
}
} // namespace

WalletModel::WalletModel(EngineLink& link, PayoutKeys& keys, SettlementDesk& desk, StoreWorker& history, QSettings& settings, QObject* parent)
    : QObject(parent), m_link(link), m_keys(keys), m_desk(desk), m_history(history), m_settings(settings)
{
    connect(&m_link, &EngineLink::ready, this, &WalletModel::readChain);
    connect(&m_link, &EngineLink::statusChanged, this, [this] {
        if (!(money() == m_shown)) {
            m_shown = money();
            readCustomers();
        }
        Q_EMIT changed();
    });
    connect(&m_keys, &PayoutKeys::changed, this, &WalletModel::keyChanged);
    connect(&m_desk, &SettlementDesk::changed, this, [this] {
        for (const SettlementRecord& record : m_desk.records()) {
            if (record.id != m_following || m_step != Sent)
                continue;
            if (record.state == SettlementState::Confirmed)
                setStep(Done);
            else if (!record.isOpen())
                setStep(Failed, record.state == SettlementState::Reverted
                        ? tr("The payment didn't go through. Your earnings are untouched; the network kept %1 %2. Try again or wait for a lower fee.").arg(shortCoin(record.fee), coin())
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
            m_customers.append(QVariantMap { { QStringLiteral("customer"), customer.left(10) + QStringLiteral("…") + customer.right(8) },
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
    const auto rate = rateOf(tokenRate());
    return rate ? tr("≈ %1%2 estimate").arg(currency(), QLocale().toString(tokens * *rate, 'f', 2)) : QString();
}

QString WalletModel::estimate() const { return m_link.status() ? estimateOf(toDouble(money().earned)) : QString(); }

void WalletModel::setRate(const QString& key, const QString& value)
{
    if (m_settings.value(key).toString() == value.trimmed())
        return;
    m_settings.setValue(key, value.trimmed().left(20));
    Q_EMIT ratesChanged();
    Q_EMIT changed();
    Q_EMIT planChanged();
}

std::optional<Amount> WalletModel::tokensPerCoin() const
{
    const auto rate = rateOf(coinRate());
    return rate ? std::optional(Amount::fromNano(static_cast<qint64>(*rate * NanoPerToken))) : std::nullopt;
}

QString WalletModel::explorer() const
{
    return m_chain.explorer.isEmpty() || address().isEmpty() ? QString() : m_chain.explorer + QStringLiteral("/address/") + address();
}

QString WalletModel::address() const { return m_keys.address() ? checksumAddress(*m_keys.address()) : QString(); }

QString WalletModel::groupedAddress() const
{
    const QString text = address();
    QString grouped = text.left(6);
    for (qsizetype at = 6; at < text.size(); at += 4)
        grouped += u' ' + text.mid(at, 4);
    return grouped;
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
    const bool posted = m_history.post([this, chainId = static_cast<qint64>(m_chain.spec.chainId)](Database& db) {
        const auto held = HistoryStore(db, QTimeZone::systemTimeZone()).vouchers();
        QList<Voucher> vouchers;
        for (const QJsonObject& row : held.value_or(QList<QJsonObject>())) {
            const bool here = row.value(u"chainId").toInteger(chainId) == chainId;
            if (const auto voucher = Voucher::fromJson(row); voucher && here)
                vouchers.append(*voucher);
        }
        postTo(this, [this, held, vouchers] {
            if (!held) {
                takePlan(tl::unexpected(held.error()));
                return;
            }
            m_desk.plan(vouchers, *m_keys.address(), *m_keys.address(), tokensPerCoin(), [this](const Result<SettlementPlan>& plan) { takePlan(plan); });
        });
    });
    if (!posted)
        takePlan(failure(QStringLiteral("store.busy"), tr("The history is too busy. Try again.")));
}

void WalletModel::takePlan(const Result<SettlementPlan>& plan)
{
    m_planning = false;
    m_planProblem = plan ? QString() : plan.error().message;
    if (m_step == Idle)
        m_plan = plan ? std::optional(*plan) : std::nullopt;
    Q_EMIT planChanged();
    if (std::exchange(m_again, false))
        refresh();
}

QString WalletModel::receive() const { return m_plan ? Format::tokens(m_plan->amount) : Dash; }

QString WalletModel::notIncluded() const
{
    if (!m_plan)
        return {};
    const qint64 rest = money().earned.nano() - money().settled.nano() - m_plan->amount.nano();
    return rest > 0 ? tr("%1 %2 that is not covered isn't included").arg(Format::tokens(Amount::fromNano(rest)), symbol()) : QString();
}

QString WalletModel::feeCap() const { return isPlanned() ? shortCoin(m_plan->gas.cap()) + QChar(0x00a0) + coin() : Dash; }

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
        return tr("Set a rate under Chain… to see what share of the amount that is.");
    if (*m_plan->share > HighShare)
        return tr("The fee is high for this amount: up to %1. Waiting usually costs nothing.").arg(Format::percent(*m_plan->share));
    return *m_plan->share < 0.001 ? tr("The fee is under %1 of the amount.").arg(Format::percent(0.001)) : tr("The fee is up to %1 of the amount.").arg(Format::percent(*m_plan->share));
}

QString WalletModel::gasBalance() const { return m_plan ? shortCoin(m_plan->balance) + QChar(0x00a0) + coin() : Dash; }

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
    const auto maxFee = Amount::fromTokens(fee.trimmed());
    if (!isPlanned() || !maxFee) {
        setStep(Failed, tr("The fee must be tokens such as 0.5."));
        return;
    }
    setStep(WaitingForKeychain);
    m_keys.withKey([this, plan = *m_plan, maxFee = *maxFee, path = localPathOf(file)](Result<SecretKey> key) {
        if (!key) {
            setStep(Failed, key.error().message);
            return;
        }
        m_desk.authorize(plan, std::move(*key), maxFee, [this, path](const Result<RelayTicket>& ticket) {
            const auto written = ticket ? writePrivateFile(path, QJsonDocument(ticket->toJson()).toJson()) : tl::unexpected(ticket.error());
            setStep(written ? Idle : Failed, written ? QString() : written.error().message);
            if (written)
                Q_EMIT ticketWritten(path);
        });
    });
}

void WalletModel::setChain(int preset, const QString& factory, const QString& token, const QString& endpoints, int confirmations)
{
    ChainConfig wanted = preset > 0 && preset <= ChainConfig::presets().size() ? ChainConfig::presets()[preset - 1] : m_chain;
    QJsonObject json = wanted.toJson();
    json.insert(QStringLiteral("factory"), factory.trimmed());
    json.insert(QStringLiteral("token"), token.trimmed());
    json.insert(QStringLiteral("confirmations"), confirmations);
    json.insert(QStringLiteral("endpoints"), QJsonArray::fromStringList(endpoints.split(u'\n', Qt::SkipEmptyParts)));
    // A chequebook's creation code names its implementation, the first contract that the factory made.
    if (const auto address = Address::fromHex(factory.trimmed()))
        json.insert(QStringLiteral("initCodeHash"), contracts::initCodeHashOf(*address).hex0x());
    m_link.call(QStringLiteral("chain.set"), { { QStringLiteral("chain"), json } }, [this](const Result<QJsonObject>& answer) {
        if (answer)
            readChain();
        Q_EMIT chainTaken(answer ? QString() : answer.error().message, answer && answer->value(u"restart").toBool());
    });
}

void WalletModel::readWords()
{
    m_keys.words([this](const Result<QStringList>& words) { Q_EMIT wordsRead(words.value_or(QStringList()), words ? QString() : words.error().message); });
}

void WalletModel::noteBackup() { (void)m_keys.noteBackup(); }

QVariantList WalletModel::settlements() const
{
    QVariantList rows;
    for (const SettlementRecord& record : m_desk.records()) {
        const bool mined = record.state == SettlementState::Mined || record.state == SettlementState::Confirmed;
        QString label;
        QString tone = QStringLiteral("textMuted");
        switch (record.state) {
        case SettlementState::Signed:
            label = tr("Sent");
            tone = QStringLiteral("info");
            break;
        case SettlementState::Mined:
            label = tr("Confirming, %1 of %2").arg(record.confirmations).arg(m_chain.confirmations);
            tone = QStringLiteral("info");
            break;
        case SettlementState::Confirmed:
            label = tr("Confirmed");
            tone = QStringLiteral("positive");
            break;
        case SettlementState::Reverted:
            label = tr("Didn't go through");
            tone = QStringLiteral("warning");
            break;
        case SettlementState::Superseded:
            label = tr("Replaced");
            break;
        case SettlementState::Authorized:
            label = tr("Others may settle it");
            tone = QStringLiteral("info");
            break;
        case SettlementState::Expired:
            label = tr("Nobody settled it");
            break;
        }
        QString note;
        if (record.bounced.nano() > 0)
            note = tr("%1 %2 bounced").arg(Format::tokens(record.bounced), symbol());
        else if (record.skipped > 0)
            note = tr("%n voucher(s) left out: %1", nullptr, record.skipped).arg(record.reason);
        const QString hash = record.transaction.isNull() ? QString() : record.transaction.hex0x();
        rows.append(QVariantMap { { QStringLiteral("date"), Format::moment(record.at) }, { QStringLiteral("label"), label }, { QStringLiteral("tone"), tone },
            { QStringLiteral("settled"), mined ? Format::tokens(record.paid) : Format::tokens(record.amount) },
            { QStringLiteral("fee"), record.fee > 0 ? shortCoin(record.fee) : Dash }, { QStringLiteral("transaction"), hash },
            { QStringLiteral("shortTransaction"), hash.isEmpty() ? Dash : hash.left(6) + QStringLiteral("…") + hash.right(4) }, { QStringLiteral("note"), note } });
    }
    return rows;
}

} // namespace surplus
