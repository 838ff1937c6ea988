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

QString Price::text(const QString& symbol) const
{
    QString text = QStringLiteral("Keeping costs %1 %4 for a GB and day, fetching %2 %4 for a GB. This promises %3 %4 %5")
                       .arg(keep.toTokens(), retrieve.toTokens(), now.toTokens(), symbol, what);
    if (most > now)
        text += QStringLiteral(" (at most %1 %2, if connections break off)").arg(most.toTokens(), symbol);
    if (whole > most)
        text += QStringLiteral("; keeping it to the end and fetching it once comes to %1 %2").arg(whole.toTokens(), symbol);
    return text + u'.';
}

Result<Amount> consentTo(const Price& price, const SpendLimits& limits, Purse& purse, bool canStop)
{
    const QString symbol = purse.chain().spec.symbol;
    if (limits.maxSpend && price.now > *limits.maxSpend && !canStop) {
        const QString less = price.less.isEmpty() ? QString() : u' ' + price.less;
        return failure(QStringLiteral("price.spend"),
            QStringLiteral("It takes %1 %2 %3, more than the %4 %2 that --max-spend allows.%5 Nothing was promised.")
                .arg(price.now.toTokens(), symbol, price.what, limits.maxSpend->toTokens(), less));
    }
    if (limits.show)
        limits.show(price.text(symbol));
    if ((limits.maxKeepPrice && price.keep > *limits.maxKeepPrice) || (limits.maxRetrievePrice && price.retrieve > *limits.maxRetrievePrice))
        return failure(QStringLiteral("price.high"),
            QStringLiteral("The provider asks %1 %3 for a GB and day and %2 %3 to fetch a GB, more than --max-price allows. Nothing was promised.")
                .arg(price.keep.toTokens(), price.retrieve.toTokens(), symbol));
    const Amount whole = std::max({ price.whole, price.most, price.now });
    const Purse::Agreed agreed { price.keep, price.retrieve, std::min(whole, limits.maxSpend.value_or(whole)) };
    const bool limited = limits.maxKeepPrice || limits.maxRetrievePrice || limits.maxSpend;
    if (!limited) {
        const auto before = purse.agreed();
        if (!before)
            return tl::unexpected(before.error());
        if (isWithin(price.keep, before->keep) && isWithin(price.retrieve, before->retrieve) && isWithin(whole, before->whole))
            return price.most;
        const bool isFirst = before->keep.nano() == 0 && before->retrieve.nano() == 0 && before->whole.nano() == 0;
        const QString why = isFirst ? QStringLiteral("Nothing was paid before to compare it with") : QStringLiteral("That is more than three times what was paid before");
        if (!limits.ask)
            return failure(QStringLiteral("price.unconfirmed"),
                QStringLiteral("%1 %2, and nobody is here to be asked. Nothing was promised. "
                               "Run it in a terminal, or allow it with --max-price or --max-spend.").arg(price.text(symbol), why));
        if (!limits.ask(why + QStringLiteral(". Go on?")))
            return failure(QStringLiteral("price.declined"), QStringLiteral("Nothing was promised."));
    }
    if (auto noted = purse.agree(agreed); !noted)
        return tl::unexpected(noted.error());
    return limits.maxSpend.value_or(price.most);
}

} // namespace surplus
