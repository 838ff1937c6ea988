// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/paying/consent.h"

namespace surplus {

namespace {
constexpr qint64 TimesPaidBefore = 3;

bool isWithin(Amount asked, Amount before)
{
    return static_cast<Wide>(asked.nano()) <= static_cast<Wide>(before.nano()) * TimesPaidBefore;
}
} // namespace

QString Price::text() const
{
    QString text = QStringLiteral("Keeping costs %1 for a GB and day, fetching %2 for a GB. This promises %3 %4")
                       .arg(keep.toTokens(), retrieve.toTokens(), now.toTokens(), what);
    if (most > now)
        text += QStringLiteral(" (at most %1, if connections break off)").arg(most.toTokens());
    if (whole > most)
        text += QStringLiteral("; keeping it to the end and fetching it once comes to %1").arg(whole.toTokens());
    return text + u'.';
}

Result<Amount> consentTo(const Price& price, const SpendLimits& limits, Purse& purse, bool canStop)
{
    if (limits.show)
        limits.show(price.text());
    if ((limits.maxKeepPrice && price.keep > *limits.maxKeepPrice) || (limits.maxRetrievePrice && price.retrieve > *limits.maxRetrievePrice))
        return failure(QStringLiteral("price.high"),
            QStringLiteral("The provider asks %1 for a GB and day and %2 to fetch a GB, more than --max-price allows. Nothing was promised.")
                .arg(price.keep.toTokens(), price.retrieve.toTokens()));
    if (limits.maxSpend && price.now > *limits.maxSpend && !canStop)
        return failure(QStringLiteral("price.spend"),
            QStringLiteral("It takes %1 %2, more than the %3 that --max-spend allows. Nothing was promised.")
                .arg(price.now.toTokens(), price.what, limits.maxSpend->toTokens()));
    const Amount whole = std::max({ price.whole, price.most, price.now });
    const Purse::Agreed agreed { price.keep, price.retrieve, std::min(whole, limits.maxSpend.value_or(whole)) };
    const bool limited = limits.maxKeepPrice || limits.maxRetrievePrice || limits.maxSpend;
    if (!limited) {
        const auto before = purse.agreed();
        if (!before)
            return tl::unexpected(before.error());
        if (isWithin(price.keep, before->keep) && isWithin(price.retrieve, before->retrieve) && isWithin(whole, before->whole))
            return price.most;
        if (!limits.ask)
            return failure(QStringLiteral("price.unconfirmed"),
                QStringLiteral("%1 That is more than three times what was paid before, and nobody is here to be asked. Nothing was promised. "
                               "Run it in a terminal, or allow it with --max-price or --max-spend.").arg(price.text()));
        if (!limits.ask(QStringLiteral("That is more than three times what was paid before. Go on?")))
            return failure(QStringLiteral("price.declined"), QStringLiteral("Nothing was promised."));
    }
    if (auto noted = purse.agree(agreed); !noted)
        return tl::unexpected(noted.error());
    return limits.maxSpend.value_or(price.most);
}

} // namespace surplus
