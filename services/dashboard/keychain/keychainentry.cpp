// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/keychain/keychainentry.h"

namespace surplus {

namespace {
constexpr char WordsMark = 'W';
} // namespace

QByteArray entryOfWords(const QByteArray& entropy, WordList list)
{
    return QByteArray(1, WordsMark) + QByteArray(1, static_cast<char>(list)) + entropy;
}

std::optional<QStringList> wordsIn(const QByteArray& entry)
{
    if (entry.size() < 18 || entry.size() == 32 || entry[0] != WordsMark || entry[1] < 0 || entry[1] > static_cast<char>(WordList::Spanish))
        return std::nullopt;
    return wordsFromEntropy(entry.mid(2), static_cast<WordList>(entry[1]));
}

std::optional<SecretKey> keyIn(const QByteArray& entry)
{
    auto words = wordsIn(entry);
    if (!words)
        return SecretKey::fromRaw(entry);
    QByteArray seed = seedFromWords(*words);
    auto key = deriveKey(seed, firstAccountPath());
    wipe(seed);
    return key;
}

} // namespace surplus
