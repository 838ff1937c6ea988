// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/settleoptions.h"

#include "services/common/core/parse.h"
#include "services/common/crypto/typed.h"

namespace surplus::ctl {

namespace {
tl::unexpected<Error> usage(const QString& message) { return failure(QStringLiteral("usage"), message); }
} // namespace

Result<SettleOptions> SettleOptions::read(const cli::Line& line)
{
    SettleOptions options;
    const auto address = [&](const char* name) -> Result<std::optional<Address>> {
        if (!line.has(name))
            return std::nullopt;
        const auto typed = addressFromText(line.text(name));
        if (!typed || typed->isNull())
            return usage(QStringLiteral("%1 names no address. %2 Nothing was done.").arg(QLatin1String(name), typed ? QStringLiteral("Nobody has the address zero.") : typed.error().message));
        return *typed;
    };
    const auto tokens = [&](const char* name, const char* what, bool zero) -> Result<std::optional<Amount>> {
        if (!line.has(name))
            return std::nullopt;
        const auto typed = Amount::fromTokens(line.text(name));
        if (!typed || (typed->nano() == 0 && !zero))
            return usage(QStringLiteral("%1 must be %2. Nothing was done.").arg(QLatin1String(name), QLatin1String(what)));
        return *typed;
    };
    const auto payout = address("--payout");
    const auto relayer = address("--relayer");
    const auto rate = tokens("--coin-rate", "what one of the chain's coin is worth in tokens, such as 2500", false);
    const auto fee = tokens("--max-fee", "a number of the chain's coin such as 0.001", true);
    const auto relayFee = tokens("--relay-fee", "tokens such as 0.5", true);
    for (const auto* read : { &payout, &relayer }) {
        if (!*read)
            return tl::unexpected(read->error());
    }
    for (const auto* read : { &rate, &fee, &relayFee }) {
        if (!*read)
            return tl::unexpected(read->error());
    }
    options.payout = *payout;
    options.relayer = relayer->value_or(Address());
    options.coinRate = *rate;
    options.maxFee = *fee;
    options.relayFee = relayFee->value_or(Amount());
    if (line.has("--max-share")) {
        options.maxShare = parse::decimal(line.text("--max-share"));
        if (!options.maxShare || *options.maxShare <= 0 || *options.maxShare > 100 || !options.coinRate)
            return usage(QStringLiteral("--max-share must be a percentage such as 1, and needs --coin-rate: what one of the chain's coin is worth in tokens. Nothing was done."));
    }
    return options;
}

} // namespace surplus::ctl
