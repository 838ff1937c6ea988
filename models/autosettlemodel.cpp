// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosettlemodel.h"

#include "format.h"
#include "typednumber.h"

namespace surplus {

namespace {
constexpr double LeastPercent = 0.01;
constexpr double MostPercent = 50;
} // namespace

AutoSettleModel::AutoSettleModel(AutoSettler& settler, PayoutKeys& keys, WalletModel& wallet, QSettings& settings, QObject* parent)
    : QObject(parent), m_settler(settler), m_keys(keys), m_wallet(wallet), m_settings(settings)
{
    connect(&m_settler, &AutoSettler::changed, this, &AutoSettleModel::changed);
    connect(&m_keys, &PayoutKeys::changed, this, &AutoSettleModel::apply);
    connect(&m_wallet, &WalletModel::ratesChanged, this, &AutoSettleModel::apply);
    connect(&m_wallet, &WalletModel::chainChanged, this, &AutoSettleModel::apply);
    apply();
}

QString AutoSettleModel::percent() const
{
    const auto kept = TypedNumber::stored(m_settings.value(QStringLiteral("settle.percent"), QStringLiteral("1")).toString());
    return kept ? TypedNumber::text(*kept) : QString();
}

std::optional<double> AutoSettleModel::share() const
{
    const auto kept = TypedNumber::stored(m_settings.value(QStringLiteral("settle.percent"), QStringLiteral("1")).toString());
    const double percent = kept ? kept->toDouble() : 0;
    return percent >= LeastPercent && percent <= MostPercent ? std::optional(percent / 100) : std::nullopt;
}

void AutoSettleModel::setOn(bool on)
{
    if (on == isOn())
        return;
    m_settings.setValue(QStringLiteral("settle.auto"), on);
    apply();
}

void AutoSettleModel::setPercent(const QString& typed)
{
    const auto percent = TypedNumber::number(typed, LeastPercent, MostPercent);
    m_percentProblem = percent ? QString() : percent.error().message;
    if (percent)
        m_settings.setValue(QStringLiteral("settle.percent"), *TypedNumber::plain(typed));
    apply();
}

void AutoSettleModel::clearProblem()
{
    m_percentProblem.clear();
    Q_EMIT changed();
}

void AutoSettleModel::apply()
{
    AutoSettler::Account account;
    if (m_keys.address()) {
        account.payer = *m_keys.address();
        account.payouts = QList<Address> { account.payer } + m_keys.former();
        account.keyReady = m_keys.state() == PayoutKeys::State::Ready;
    }
    m_settler.setAccount(account);
    const auto rate = m_wallet.tokensPerCoin();
    const bool possible = isOn() && share() && rate && m_wallet.isChainUsed() && m_keys.address();
    m_settler.setRule(possible ? std::optional(AutoSettler::Rule { *share(), *rate }) : std::nullopt);
    Q_EMIT changed();
}

QString AutoSettleModel::status() const
{
    if (!isOn())
        return {};
    if (!share())
        return tr("The share must be a number from 0.01 to 50.");
    if (!m_wallet.tokensPerCoin())
        return tr("Waits for a rate: in the Settings, say what one %1 is worth, so that fee and amount can be compared.").arg(m_wallet.coin());
    const AutoSettler::Look& look = m_settler.last();
    const QString when = Format::moment(look.at);
    switch (look.outcome) {
    case AutoSettler::Outcome::None:
        return tr("Looks every ten minutes while Surplus is open.");
    case AutoSettler::Outcome::Nothing:
        return tr("%1: nothing to settle.").arg(when);
    case AutoSettler::Outcome::TooDear:
        return look.share >= 1 ? tr("%1: the fee would be more than what is settled. Waiting.").arg(when)
                               : tr("%1: the fee would be up to %2 of the amount. Waiting.").arg(when, Format::percent(look.share));
    case AutoSettler::Outcome::NoGas:
        return tr("%1: your address holds too little %2 for the fee.").arg(when, m_wallet.coin());
    case AutoSettler::Outcome::NoKey:
        return tr("%1: the keychain isn't open. Waiting.").arg(when);
    case AutoSettler::Outcome::Sent:
        return tr("%1: settled, for a fee of at most %2 of the amount.").arg(when, Format::percent(look.share));
    case AutoSettler::Outcome::Failed:
        return tr("%1: %2 Trying again.").arg(when, look.problem);
    }
    return {};
}

} // namespace surplus
