// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/amount.h"

#include <QSettings>

namespace surplus {

/// What the user says that a token and the chain's coin are worth; kept in the settings as it may be typed.
class WalletRates {
public:
    explicit WalletRates(QSettings& settings) : m_settings(settings) { }

    /// Fiat for a token. Empty: none.
    [[nodiscard]] QString token() const { return asTyped(Token); }
    /// Tokens for one of the chain's coin. Empty: none.
    [[nodiscard]] QString coin() const { return asTyped(Coin); }
    [[nodiscard]] QString currency() const;
    /// Each is true if it is another one now; what problem() has something against is not taken.
    bool setToken(const QString& typed) { return set(Token, typed); }
    bool setCoin(const QString& typed) { return set(Coin, typed); }
    bool setCurrency(const QString& currency);
    /// "" if a rate may be typed so: a number above 0, or nothing; else what is wrong with it.
    [[nodiscard]] static QString problem(const QString& typed);

    [[nodiscard]] std::optional<Amount> tokensPerCoin() const;
    /// "≈ €131.64 estimate"; empty without a rate.
    [[nodiscard]] QString estimateOf(double tokens) const;
    /// In one line.
    [[nodiscard]] QString text(const QString& symbol) const;

private:
    static constexpr auto Token = "rate.token";
    static constexpr auto Coin = "rate.coin";
    static constexpr auto Currency = "rate.currency";
    [[nodiscard]] std::optional<double> rate(const char* key) const;
    [[nodiscard]] QString asTyped(const char* key) const;
    bool set(const char* key, const QString& typed);
    bool keep(const char* key, const QString& value);

    QSettings& m_settings;
};

} // namespace surplus
