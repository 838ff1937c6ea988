// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/customer/renting/renter.h"
#include "tests/support/hostileprovider.h"
#include "tests/support/scene.h"

namespace surplus::test {

inline Amount tokens(qint64 count) { return Amount::fromNano(count * NanoPerToken); }
inline SpendLimits anyPriceLimits()
{
    SpendLimits limits;
    limits.maxKeepPrice = limits.maxRetrievePrice = limits.maxSpend = tokens(1'000'000'000);
    return limits;
}

/// A customer in this process and the provider that lies to it.
struct Trap {
    QTemporaryDir dir;
    std::unique_ptr<Purse> purse = std::move(*Purse::open(dir.filePath(QStringLiteral("home"))));
    HostileProvider provider;

    [[nodiscard]] QString file(qint64 size = 300'000) const
    {
        QFile made(dir.filePath(QStringLiteral("file.bin")));
        if (!made.open(QIODevice::WriteOnly) || made.write(randomBytes(size)) != size)
            qFatal("a file could not be written");
        return made.fileName();
    }
    [[nodiscard]] Result<StoredFile> put(const SpendLimits& limits = anyPriceLimits(), int keepAheadDays = 0, qint64 size = 300'000)
    {
        return Renter(*purse, limits).put(file(size), provider.address(), { 30, keepAheadDays, 60'000 });
    }
    [[nodiscard]] qint64 promised() const { return amount(purse->spending(purse->chain().spec)->value(u"promised")); }
};

inline QString errorOf(const auto& outcome) { return outcome ? QString() : outcome.error().code; }
inline QByteArray whyNot(const auto& outcome) { return outcome ? QByteArray() : outcome.error().message.toUtf8(); }

} // namespace surplus::test
