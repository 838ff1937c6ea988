// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/mnemonic.h"

#include "services/common/core/parse.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHash>
#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>
#include <QRegularExpression>
#include <openssl/crypto.h>
#include <secp256k1.h>

static void loadWordLists() { Q_INIT_RESOURCE(wordlists); }

namespace surplus {

namespace {
constexpr int BitsPerWord = 11;
constexpr quint32 Hardened = 0x80000000;

QStringList load(const char* name)
{
    loadWordLists();
    QFile file(QStringLiteral(":/wordlists/%1.txt").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the word list %s is not in this program", name);
    QStringList words;
    for (const QByteArray& line : file.readAll().trimmed().split('\n'))
        words.append(QString::fromUtf8(line).normalized(QString::NormalizationForm_C));
    if (words.size() != 2048)
        qFatal("the word list %s is damaged", name);
    return words;
}

const QHash<QString, int>& indexOf(WordList list)
{
    const auto index = [](WordList which) {
        QHash<QString, int> found;
        for (int i = 0; i < 2048; ++i)
            found.insert(wordsOf(which)[i], i);
        return found;
    };
    static const QHash<QString, int> english = index(WordList::English);
    static const QHash<QString, int> spanish = index(WordList::Spanish);
    return list == WordList::English ? english : spanish;
}

/// Accents may be missing or composed differently: what a person types is compared without them.
QString plain(const QString& word)
{
    QString folded = word.toLower().normalized(QString::NormalizationForm_KD);
    folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return folded;
}

std::optional<int> find(const QString& word, WordList list)
{
    const auto& exact = indexOf(list);
    if (const auto found = exact.constFind(word.toLower().normalized(QString::NormalizationForm_C)); found != exact.constEnd())
        return *found;
    static const QHash<QString, int> folded = [] {
        QHash<QString, int> all;
        for (int i = 0; i < 2048; ++i)
            all.insert(plain(wordsOf(WordList::Spanish)[i]), i);
        return all;
    }();
    if (list == WordList::Spanish) {
        if (const auto found = folded.constFind(plain(word)); found != folded.constEnd())
            return *found;
    }
    return std::nullopt;
}

struct Bits {
    QByteArray bytes;
    int count = 0;
    void append(int value)
    {
        for (int bit = BitsPerWord - 1; bit >= 0; --bit, ++count) {
            if (count % 8 == 0)
                bytes.append('\0');
            if ((value >> bit) & 1)
                bytes[count / 8] = static_cast<char>(bytes[count / 8] | (0x80 >> (count % 8)));
        }
    }
};

int bitsAt(const QByteArray& bytes, int from, int count)
{
    int value = 0;
    for (int bit = from; bit < from + count; ++bit)
        value = value << 1 | ((bytes[bit / 8] >> (7 - bit % 8)) & 1);
    return value;
}

QByteArray hmacSha512(const QByteArray& key, const QByteArray& message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha512);
}

/// Nothing if these words of this list have another checksum or a word that is not in it (then `unknown` is its number).
std::optional<QByteArray> decode(const QStringList& words, WordList list, int& unknown)
{
    Bits bits;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto index = find(words[i], list);
        if (!index) {
            unknown = static_cast<int>(i) + 1;
            return std::nullopt;
        }
        bits.append(*index);
    }
    const int checksum = bits.count / 33;
    QByteArray entropy = bits.bytes.left((bits.count - checksum) / 8);
    const QByteArray hash = QCryptographicHash::hash(entropy, QCryptographicHash::Sha256);
    const bool right = bitsAt(bits.bytes, bits.count - checksum, checksum) == bitsAt(hash, 0, checksum);
    wipe(bits.bytes);
    if (right)
        return entropy;
    wipe(entropy);
    return std::nullopt;
}
} // namespace

void wipe(QByteArray& secret)
{
    OPENSSL_cleanse(secret.data(), static_cast<size_t>(secret.size()));
    secret.clear();
}

void wipe(QString& secret)
{
    OPENSSL_cleanse(secret.data(), static_cast<size_t>(secret.size()) * sizeof(QChar));
    secret.clear();
}

void wipe(QStringList& secrets)
{
    // Words that share a list's own text stay there: what is wiped is which they were.
    secrets.clear();
}

const QStringList& wordsOf(WordList list)
{
    static const QStringList english = load("english");
    static const QStringList spanish = load("spanish");
    return list == WordList::English ? english : spanish;
}

QStringList wordsFromEntropy(const QByteArray& entropy, WordList list)
{
    const int checksum = static_cast<int>(entropy.size()) / 4;
    QByteArray bits = entropy + QCryptographicHash::hash(entropy, QCryptographicHash::Sha256).left(1);
    QStringList words;
    for (int at = 0; at + BitsPerWord <= static_cast<int>(entropy.size()) * 8 + checksum; at += BitsPerWord)
        words.append(wordsOf(list)[bitsAt(bits, at, BitsPerWord)]);
    wipe(bits);
    return words;
}

Result<QStringList> typedWords(const QString& text)
{
    QString plain = parse::typed(text);
    for (QChar& c : plain) {
        if (c == u',' || c == u';')
            c = u' ';
    }
    // A number before each word, as in "1. legal", "2) winner", "#3 thank" or "4 year": their order is the words' order, so
    // that a table that was copied by its rows comes out right.
    static const QRegularExpression number(QStringLiteral("^[(\\[#]*([0-9]{1,2})[.)\\]:-]*"));
    static const QStringList bullets { QStringLiteral("-"), QStringLiteral("*"), QStringLiteral("•") };
    QStringList words;
    QList<int> numbers;
    for (const QString& part : plain.split(u' ', Qt::SkipEmptyParts)) {
        const auto match = number.match(part);
        if (match.hasMatch())
            numbers.append(static_cast<int>(parse::natural(match.capturedView(1)).value_or(0)));
        if (const QString word = part.mid(match.capturedLength(0)); !word.isEmpty() && !bullets.contains(word))
            words.append(word);
    }
    wipe(plain);
    if (words.size() < 12 || words.size() > 24 || words.size() % 3 != 0)
        return failure(QStringLiteral("words.count"),
            QStringLiteral("Recovery words are 12, 15, 18, 21 or 24, and these are %1. Check that none is missing.").arg(words.size()));
    if (numbers.isEmpty())
        return words;
    QStringList ordered(words.size());
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int place = i < numbers.size() ? numbers[i] : 0;
        if (numbers.size() != words.size() || place < 1 || place > words.size() || !ordered[place - 1].isEmpty())
            return failure(QStringLiteral("words.numbers"),
                QStringLiteral("The numbers beside the words don't run from 1 to %1. Check that no word and no number is missing.").arg(words.size()));
        ordered[place - 1] = words[i];
    }
    return ordered;
}

Result<QByteArray> entropyFromWords(const QString& text)
{
    const auto typed = typedWords(text);
    if (!typed)
        return tl::unexpected(typed.error());
    const QStringList& words = *typed;
    int unknown = 0;
    int furthest = 0;
    bool wholeList = false;
    for (const WordList list : { WordList::English, WordList::Spanish }) {
        unknown = 0;
        if (auto entropy = decode(words, list, unknown))
            return *entropy;
        wholeList |= unknown == 0;
        furthest = std::max(furthest, unknown);
    }
    if (!wholeList)
        return failure(QStringLiteral("words.unknown"),
            QStringLiteral("Word %1 is not in the list of recovery words. Check how it is written.").arg(furthest));
    return failure(QStringLiteral("words.checksum"),
        QStringLiteral("Each word is known, but together they don't fit: one is another than it should be, or two are swapped."));
}

QByteArray seedFromWords(const QStringList& words, const QString& passphrase)
{
    QString sentence = words.join(u' ').normalized(QString::NormalizationForm_KD);
    QByteArray password = sentence.toUtf8();
    const QByteArray salt = (QStringLiteral("mnemonic") + passphrase).normalized(QString::NormalizationForm_KD).toUtf8();
    QByteArray seed = QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha512, password, salt, 2048, 64);
    wipe(password);
    wipe(sentence);
    return seed;
}

std::optional<SecretKey> deriveKey(const QByteArray& seed, const QList<quint32>& path)
{
    QByteArray node = hmacSha512("Bitcoin seed", seed);
    for (const quint32 step : path) {
        QByteArray key = node.left(32);
        const auto secret = SecretKey::fromRaw(key);
        if (!secret)
            return std::nullopt;
        QByteArray data;
        if (step & Hardened) {
            data = QByteArray(1, '\0') + key;
        } else {
            const QByteArray point = secret->publicKey().raw(); // x ‖ y: compressed, only y's parity counts
            data = QByteArray(1, (point.back() & 1) ? '\3' : '\2') + point.left(32);
        }
        for (int shift = 24; shift >= 0; shift -= 8)
            data.append(static_cast<char>(step >> shift));
        QByteArray next = hmacSha512(node.mid(32), data);
        const int added = secp256k1_ec_seckey_tweak_add(secp256k1_context_static, reinterpret_cast<unsigned char*>(key.data()),
            reinterpret_cast<const unsigned char*>(next.constData()));
        next.replace(0, 32, key);
        wipe(key);
        wipe(data);
        wipe(node);
        node = next;
        wipe(next);
        if (added != 1)
            return std::nullopt; // once in 2¹²⁷ seeds
    }
    QByteArray raw = node.left(32);
    auto key = SecretKey::fromRaw(raw);
    wipe(raw);
    wipe(node);
    return key;
}

const QList<quint32>& firstAccountPath()
{
    static const QList<quint32> path { 44 | Hardened, 60 | Hardened, 0 | Hardened, 0, 0 };
    return path;
}

Result<SecretKey> keyFromWords(const QString& text)
{
    auto entropy = entropyFromWords(text);
    if (!entropy)
        return tl::unexpected(entropy.error());
    // The seed hangs on the words as the list writes them, not as they were typed.
    int unknown = 0;
    auto inEnglish = decode(typedWords(text).value(), WordList::English, unknown);
    QStringList words = wordsFromEntropy(*entropy, inEnglish ? WordList::English : WordList::Spanish);
    QByteArray seed = seedFromWords(words);
    if (inEnglish)
        wipe(*inEnglish);
    wipe(*entropy);
    wipe(words);
    auto key = deriveKey(seed, firstAccountPath());
    wipe(seed);
    if (!key)
        return failure(QStringLiteral("words.key"), QStringLiteral("These words give no usable key."));
    return std::move(*key);
}

} // namespace surplus
