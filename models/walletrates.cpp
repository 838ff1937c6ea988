// SPDX-License-Identifier: GPL-3.0-or-later
#include "walletrates.h"

#include "typednumber.h"
#include "walletmodel.h"

#include <QLocale>

namespace surplus {

namespace {
constexpr double LargestRate = 1e9;
} // namespace

std::optional<double> WalletRates::rate(const char* key) const
{
    const auto kept = TypedNumber::stored(m_settings.value(QLatin1String(key)).toString());
    const double rate = kept ? kept->toDouble() : 0;
    return rate > 0 && rate < LargestRate ? std::optional(rate) : std::nullopt;
}

QString WalletRates::asTyped(const char* key) const
{
    const auto kept = TypedNumber::stored(m_settings.value(QLatin1String(key)).toString());
    return kept ? TypedNumber::text(*kept) : QString();
}

QString WalletRates::problem(const QString& typed)
{
    if (typed.trimmed().isEmpty())
        return {};
    const auto rate = TypedNumber::number(typed, 0, LargestRate - 1);
    return !rate ? rate.error().message : *rate > 0 ? QString() : WalletModel::tr("A rate is above zero; empty means none.");
}

QString WalletRates::currency() const { return m_settings.value(QLatin1String(Currency), QStringLiteral("€")).toString(); }

bool WalletRates::setCurrency(const QString& currency) { return keep(Currency, currency.trimmed().left(20)); }

bool WalletRates::set(const char* key, const QString& typed)
{
    return problem(typed).isEmpty() && keep(key, typed.trimmed().isEmpty() ? QString() : *TypedNumber::plain(typed));
}

bool WalletRates::keep(const char* key, const QString& value)
{
    if (m_settings.value(QLatin1String(key)).toString() == value)
        return false;
    m_settings.setValue(QLatin1String(key), value);
    return true;
}

std::optional<Amount> WalletRates::tokensPerCoin() const
{
    const auto rate = this->rate(Coin);
    return rate ? std::optional(Amount::fromNano(static_cast<qint64>(*rate * NanoPerToken))) : std::nullopt;
}

QString WalletRates::estimateOf(double tokens) const
{
    const auto rate = this->rate(Token);
    if (!rate)
        return {};
    constexpr double Least = 0.01;
    const double worth = tokens * *rate;
    if (worth > 0 && worth < Least) // a zero would say that it is worth nothing
        return WalletModel::tr("< %1%2 estimate").arg(currency(), QLocale().toString(Least, 'f', 2));
    return WalletModel::tr("≈ %1%2 estimate").arg(currency(), QLocale().toString(worth, 'f', 2));
}

QString WalletRates::text(const QString& symbol) const
{
    return rate(Token) ? WalletModel::tr("1 %1 ≈ %2%3, as you said").arg(symbol, currency(), token())
                       : WalletModel::tr("None: amounts are shown in tokens only");
}

} // namespace surplus
