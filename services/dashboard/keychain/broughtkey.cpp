// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/keychain/broughtkey.h"

#include "services/common/core/parse.h"
#include "services/common/crypto/typed.h"
#include "services/dashboard/keychain/keychainentry.h"
#include "services/dashboard/keychain/payoutkeys.h"

namespace surplus {

namespace {
/// A key that somebody brings, or words? One wrong character, or a space in its middle, leaves a key a key: most of its
/// characters are hexadecimal, and of words few are.
bool isMeantAsKey(const QString& secret)
{
    QString text = parse::typed(secret);
    text.remove(u' ');
    const auto digits = std::count_if(text.cbegin(), text.cend(), [](QChar c) { return parse::hex(QString(2, c)).has_value(); });
    const bool isKey = text.startsWith(QLatin1String("0x"), Qt::CaseInsensitive) || digits * 4 >= text.size() * 3;
    wipe(text);
    return isKey;
}

/// Why this is no key, in the words of the interface.
Error notAKey(const QString& secret)
{
    constexpr qsizetype KeyDigits = 64;
    const HexFault fault = hexFaultOf(secret);
    const auto error = [](const QString& message) { return Error { QStringLiteral("key.malformed"), message }; };
    if (fault.wrong != 0)
        return error(PayoutKeys::tr("Character %1 of this private key is none of 0 to 9 and a to f. A letter O is no zero, a letter l no one: copy it again.").arg(fault.wrong - (fault.prefix ? 2 : 0)));
    if (fault.digits != KeyDigits && fault.digits > 0)
        return error(PayoutKeys::tr("A private key has 64 characters from 0 to 9 and a to f, and this one has %1. Copy the whole of it.").arg(fault.digits));
    return error(PayoutKeys::tr("A private key has 64 characters from 0 to 9 and a to f; recovery words are 12 to 24 words."));
}
} // namespace

Result<BroughtKey> BroughtKey::from(const QString& secret)
{
    if (isMeantAsKey(secret)) {
        if (const auto key = secretKeyFromText(secret))
            return BroughtKey { key->raw(), key->address() };
        return tl::unexpected(notAKey(secret));
    }
    if (QString text = parse::typed(secret); !text.contains(u' ') && !text.contains(u',')) {
        wipe(text);
        return failure(QStringLiteral("key.malformed"), PayoutKeys::tr("A private key has 64 characters from 0 to 9 and a to f; recovery words are 12 to 24 words."));
    }
    auto entropy = entropyFromWords(secret);
    const auto key = entropy ? keyFromWords(secret) : tl::unexpected(entropy.error());
    if (!key)
        return tl::unexpected(key.error());
    // The list is the one whose words give this key.
    QByteArray entry = entryOfWords(*entropy, WordList::English);
    if (const auto english = keyIn(entry); !english || english->address() != key->address()) {
        wipe(entry);
        entry = entryOfWords(*entropy, WordList::Spanish);
    }
    wipe(*entropy);
    return BroughtKey { std::move(entry), key->address() };
}

} // namespace surplus
