// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "customersums.h"
#include "format.h"
#include "settlementtable.h"
#include "walletrates.h"
#include "services/dashboard/fleet/enginelink.h"
#include "services/dashboard/keychain/payoutkeys.h"

#include <QUrl>
#include <qqmlintegration.h>

namespace surplus {

/// The Wallet page: what has become of the money, where it is paid, and settling. Amounts are formatted; what is exact
/// stands beside it.
class WalletModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool available READ isAvailable NOTIFY changed) ///< the engine has said what it has
    Q_PROPERTY(QVariantList parts READ parts NOTIFY changed) ///< of {state, label, amount, exact, share, note}: pending, secured, (bounced,) settled
    Q_PROPERTY(QString partsText READ partsText NOTIFY changed) ///< the same in one sentence
    Q_PROPERTY(QString earned READ earned NOTIFY changed)
    Q_PROPERTY(QString secured READ secured NOTIFY changed) ///< empty if there is none: nothing is ready to settle
    Q_PROPERTY(QString receivedAhead READ receivedAhead NOTIFY changed) ///< paid out beyond what is earned, no part of it; empty if there is none
    Q_PROPERTY(QString exactReceivedAhead READ exactReceivedAhead NOTIFY changed)
    Q_PROPERTY(QString estimate READ estimate NOTIFY changed) ///< "≈ €131.64 estimate"; empty without a rate
    Q_PROPERTY(QVariantList customers READ customers NOTIFY customersChanged) ///< of {customer, earned, settled, secured, pending, bounced, hasBounced}: the first few, and all others in one row
    Q_PROPERTY(int customerCount READ customerCount NOTIFY customersChanged)
    Q_PROPERTY(int customersNamed READ customersNamed CONSTANT) ///< of them have a row of their own at most
    Q_PROPERTY(bool chainUsed READ isChainUsed NOTIFY changed)
    Q_PROPERTY(QString chainName READ chainName NOTIFY changed)
    Q_PROPERTY(QString chainProblem READ chainProblem NOTIFY changed) ///< in words; empty if it answers
    Q_PROPERTY(QString coin READ coin NOTIFY changed)
    Q_PROPERTY(QString endpoints READ endpoints NOTIFY chainChanged) ///< with spaces between them
    Q_PROPERTY(QString factory READ factory NOTIFY chainChanged)
    Q_PROPERTY(QString token READ token NOTIFY chainChanged)
    Q_PROPERTY(int confirmations READ confirmations NOTIFY chainChanged)
    Q_PROPERTY(QStringList presets READ presets CONSTANT) ///< the present chain, then the named ones
    Q_PROPERTY(QString explorer READ explorer NOTIFY chainChanged) ///< of the payout address; empty if there is none
    Q_PROPERTY(QString tokenRate READ tokenRate WRITE setTokenRate NOTIFY ratesChanged) ///< fiat for a token, as it may be typed; empty: none
    Q_PROPERTY(QString coinRate READ coinRate WRITE setCoinRate NOTIFY ratesChanged) ///< tokens for one of the chain's coin
    Q_PROPERTY(QString currency READ currency WRITE setCurrency NOTIFY ratesChanged)
    Q_PROPERTY(QString rateText READ rateText NOTIFY changed) ///< the rates in one line
    Q_PROPERTY(QString address READ address NOTIFY keyChanged) ///< checksummed
    Q_PROPERTY(QString groupedAddress READ groupedAddress NOTIFY keyChanged)
    Q_PROPERTY(QStringList payouts READ payouts NOTIFY keyChanged) ///< the present address, then former ones: whom a settlement pays
    Q_PROPERTY(int payoutIndex READ payoutIndex WRITE setPayoutIndex NOTIFY keyChanged)
    Q_PROPERTY(QString groupedPayout READ groupedPayout NOTIFY keyChanged)
    Q_PROPERTY(bool hasKey READ hasKey NOTIFY keyChanged) ///< its key is in this computer's keychain
    Q_PROPERTY(bool backedUp READ isBackedUp NOTIFY keyChanged)
    Q_PROPERTY(bool planning READ isPlanning NOTIFY planChanged)
    Q_PROPERTY(QString planProblem READ planProblem NOTIFY planChanged)
    Q_PROPERTY(bool planned READ isPlanned NOTIFY planChanged) ///< there is something to settle
    Q_PROPERTY(QString nothingPlanned READ nothingPlanned NOTIFY planChanged) ///< why there is nothing to settle, in words
    Q_PROPERTY(bool canPay READ canPay NOTIFY planChanged)
    Q_PROPERTY(QString receive READ receive NOTIFY planChanged)
    Q_PROPERTY(QString notIncluded READ notIncluded NOTIFY planChanged) ///< what is earned and stays behind
    Q_PROPERTY(QString ahead READ ahead NOTIFY planChanged) ///< of what is received, what isn't earned yet; empty if nothing
    Q_PROPERTY(QString feeCap READ feeCap NOTIFY planChanged) ///< in the chain's coin, with its name
    Q_PROPERTY(QString feeEstimate READ feeEstimate NOTIFY planChanged) ///< in tokens; empty without a rate
    Q_PROPERTY(QString feeNote READ feeNote NOTIFY planChanged) ///< what share of the amount the fee is
    Q_PROPERTY(QString gasBalance READ gasBalance NOTIFY planChanged)
    Q_PROPERTY(QString arrived READ arrived NOTIFY stepChanged) ///< what the settlement that is done has paid
    Q_PROPERTY(QString feePaid READ feePaid NOTIFY stepChanged) ///< what it has cost, in the chain's coin
    Q_PROPERTY(bool chainFixed READ isChainFixed NOTIFY changed) ///< something is leased or earned: it can't be another one any more
    Q_PROPERTY(Step step READ step NOTIFY stepChanged)
    Q_PROPERTY(QString stepProblem READ stepProblem NOTIFY stepChanged)
    Q_PROPERTY(QVariantList settlements READ settlements NOTIFY settlementsChanged) ///< and what was sent; of {kind: "settlement" or "payment", at, date, label, tone, settled, fee, transaction, note}
public:
    enum Step { Idle, WaitingForKeychain, Sent, Done, Failed };
    Q_ENUM(Step)

    WalletModel(EngineLink& link, PayoutKeys& keys, SettlementDesk& desk, QSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] bool isAvailable() const { return m_link.status().has_value(); }
    [[nodiscard]] QVariantList parts() const;
    [[nodiscard]] QString partsText() const;
    [[nodiscard]] QString earned() const;
    [[nodiscard]] QString secured() const { return money().secured.nano() > 0 ? Format::tokens(money().secured) : QString(); }
    [[nodiscard]] QString receivedAhead() const { return money().receivedAhead.nano() > 0 ? Format::tokens(money().receivedAhead) : QString(); }
    [[nodiscard]] QString exactReceivedAhead() const { return money().receivedAhead.toTokens(); }
    [[nodiscard]] QString estimate() const;
    [[nodiscard]] QVariantList customers() const { return m_customers.rows(); }
    [[nodiscard]] int customerCount() const { return m_customers.count(); }
    [[nodiscard]] static int customersNamed() { return CustomerSums::MostNamed; }
    [[nodiscard]] bool isChainUsed() const { return m_link.status() && m_link.status()->chain.used; }
    [[nodiscard]] QString chainName() const { return m_link.status() ? m_link.status()->chain.name : QString(); }
    [[nodiscard]] QString chainProblem() const { return m_link.status() ? m_link.status()->chain.problem : QString(); }
    [[nodiscard]] QString coin() const { return m_link.status() ? m_link.status()->chain.coin : QString(); }
    [[nodiscard]] QString endpoints() const { return m_chain.endpoints.join(u' '); }
    [[nodiscard]] QString factory() const { return m_chain.token.isNull() ? QString() : m_chain.spec.factory.hex0x(); }
    [[nodiscard]] QString token() const { return m_chain.token.isNull() ? QString() : m_chain.token.hex0x(); }
    [[nodiscard]] int confirmations() const { return m_chain.confirmations; }
    [[nodiscard]] static QStringList presets();
    [[nodiscard]] QString explorer() const;
    [[nodiscard]] QString tokenRate() const { return m_rates.token(); }
    [[nodiscard]] QString coinRate() const { return m_rates.coin(); }
    [[nodiscard]] QString currency() const { return m_rates.currency(); }
    [[nodiscard]] QString rateText() const { return m_rates.text(symbol()); }
    void setTokenRate(const QString& rate) { tellRates(m_rates.setToken(rate)); }
    void setCoinRate(const QString& rate) { tellRates(m_rates.setCoin(rate)); }
    void setCurrency(const QString& currency) { tellRates(m_rates.setCurrency(currency)); }
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString groupedAddress() const;
    [[nodiscard]] QStringList payouts() const;
    [[nodiscard]] int payoutIndex() const { return m_payout; }
    void setPayoutIndex(int index);
    [[nodiscard]] QString groupedPayout() const;
    [[nodiscard]] bool hasKey() const;
    [[nodiscard]] bool isBackedUp() const { return m_keys.isBackedUp(); }
    [[nodiscard]] bool isPlanning() const { return m_planning; }
    [[nodiscard]] QString planProblem() const { return m_planProblem; }
    [[nodiscard]] bool isPlanned() const { return m_plan && !m_plan->isEmpty(); }
    [[nodiscard]] bool canPay() const { return m_plan && m_plan->canPay(); }
    [[nodiscard]] QString nothingPlanned() const;
    [[nodiscard]] QString receive() const;
    [[nodiscard]] QString notIncluded() const;
    [[nodiscard]] QString ahead() const;
    [[nodiscard]] QString feeCap() const;
    [[nodiscard]] QString feeEstimate() const;
    [[nodiscard]] QString feeNote() const;
    [[nodiscard]] QString gasBalance() const;
    [[nodiscard]] QString arrived() const { return Format::tokens(m_arrived); }
    [[nodiscard]] QString feePaid() const { return Format::coin(m_feePaid) + QChar(0x00a0) + coin(); }
    [[nodiscard]] bool isChainFixed() const { return m_link.status() && (m_link.status()->storage.leases > 0 || m_link.status()->money.earned.nano() > 0); }
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QString stepProblem() const { return m_stepProblem; }
    [[nodiscard]] QVariantList settlements() const;
    /// The newest settlement that is confirmed and has paid something: never what was sent. Its row of settlements(), or empty.
    [[nodiscard]] QVariantMap newestArrival() const;

    /// What one of the chain's coin is worth, if the user said so.
    [[nodiscard]] std::optional<Amount> tokensPerCoin() const { return m_rates.tokensPerCoin(); }
    /// Looks up what could be settled and what it would cost. What is being settled stays as it was shown until it is let go.
    Q_INVOKABLE void refresh();
    /// Signs and sends what was planned last: never for more than feeCap.
    Q_INVOKABLE void settle();
    /// Lets whoever gets the file settle, for at most `fee` tokens. Ends in ticketWritten() or with stepProblem.
    Q_INVOKABLE void authorize(const QString& fee, const QUrl& file);
    /// The dialog is opened or closed: what was sent goes on, and the table of settlements tells of it.
    Q_INVOKABLE void letGo();
    /// `preset`: index into presets; 0 is the chain that is set. Ends in chainTaken(problem in words, or empty).
    Q_INVOKABLE void setChain(int preset, const QString& factory, const QString& token, const QString& endpoints, const QString& confirmations);
    /// Writes all settlements and payments as CSV; exported() follows.
    Q_INVOKABLE void exportCsv(const QUrl& file);
    Q_INVOKABLE [[nodiscard]] QString estimateOf(double tokens) const { return m_rates.estimateOf(tokens); }
    /// "" if a rate may be typed so: a number above 0, or nothing; else what is wrong with it.
    Q_INVOKABLE [[nodiscard]] static QString rateProblem(const QString& typed) { return WalletRates::problem(typed); }
    /// The same for the fee of authorize(), which has to leave something of what is received.
    Q_INVOKABLE [[nodiscard]] QString feeProblem(const QString& typed) const;
    /// What is wrong with a chain that is typed so, by the field's name: factory, token, endpoints, confirmations.
    Q_INVOKABLE [[nodiscard]] static QVariantMap chainProblems(const QString& factory, const QString& token, const QString& endpoints, const QString& confirmations);

Q_SIGNALS:
    void changed();
    void customersChanged();
    void chainChanged();
    void ratesChanged();
    void keyChanged();
    void planChanged();
    void stepChanged();
    void settlementsChanged();
    void chainTaken(const QString& problem, bool restart);
    void ticketWritten(const QString& file);
    /// A file was written, or what went wrong, in words.
    void exported(const QString& problem);

private:
    [[nodiscard]] Money money() const { return m_link.status() ? m_link.status()->money : Money(); }
    [[nodiscard]] QString symbol() const { return m_link.status() ? m_link.status()->symbol : QString(); }
    [[nodiscard]] Address payout() const;
    void tellRates(bool changed);
    void readChain();
    void readCustomers();
    void takePlan(const Result<SettlementPlan>& plan);
    void setStep(Step step, const QString& problem = {});

    EngineLink& m_link;
    PayoutKeys& m_keys;
    SettlementDesk& m_desk;
    WalletRates m_rates;
    SettlementTable m_table;
    ChainConfig m_chain = ChainConfig::local();
    Money m_shown;
    int m_payout = 0; ///< index into payouts()
    CustomerSums m_customers;
    bool m_reading = false; ///< of the channels, page by page
    bool m_readAgain = false; ///< their money changed meanwhile
    std::optional<SettlementPlan> m_plan;
    bool m_planning = false;
    bool m_again = false; ///< something changed while it was planned
    QString m_planProblem;
    Step m_step = Idle;
    QString m_stepProblem;
    Amount m_arrived;
    U256 m_feePaid;
    qint64 m_following = 0; ///< the settlement that this window sent
};

} // namespace surplus
