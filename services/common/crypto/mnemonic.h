// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"
#include "services/common/crypto/secretkey.h"

#include <QStringList>

namespace surplus {

/// Recovery words (BIP-39). What is secret passes through as QByteArray or SecretText and is wiped by who made it.
enum class WordList { English, Spanish };

/// The 2,048 words of a list, as its text has them (NFC).
[[nodiscard]] const QStringList& wordsOf(WordList list);

/// Words for entropy of 16 to 32 bytes in steps of four; 16 bytes make 12 words, 32 make 24.
[[nodiscard]] QStringList wordsFromEntropy(const QByteArray& entropy, WordList list);
/// The words of a text that somebody typed or pasted, in their order: with white space of any kind (also one a line, or no-break
/// spaces), commas and numbers between them. Fails with "words.count" or "words.numbers".
[[nodiscard]] Result<QStringList> typedWords(const QString& text);
/// Reads 12, 15, 18, 21 or 24 words of either list, upper or lower case, as typedWords() finds them. Fails like it, and with
/// "words.unknown" (naming the word's number, not the word) or "words.checksum". Gives the entropy.
[[nodiscard]] Result<QByteArray> entropyFromWords(const QString& text);
/// The seed of 64 bytes (PBKDF2-HMAC-SHA512, 2,048 rounds) for words as wordsFromEntropy() gives them.
[[nodiscard]] QByteArray seedFromWords(const QStringList& words, const QString& passphrase = {});

/// The key at `path` under a seed (BIP-32), all private; 2³¹ added to a step hardens it.
[[nodiscard]] std::optional<SecretKey> deriveKey(const QByteArray& seed, const QList<quint32>& path);
/// m/44'/60'/0'/0/0 (BIP-44): the first account, where every Ethereum wallet looks.
[[nodiscard]] const QList<quint32>& firstAccountPath();
/// Words → the first account's key. Fails like entropyFromWords().
[[nodiscard]] Result<SecretKey> keyFromWords(const QString& text);

/// Overwrites and empties it.
void wipe(QByteArray& secret);
void wipe(QString& secret);
void wipe(QStringList& secrets);

} // namespace surplus
