// SPDX-License-Identifier: GPL-3.0-or-later
// Prints typed data with our digests and signatures, one JSON object a line, for ethers.mjs to check.
#include "services/common/chain/transaction.h"
#include "services/common/crypto/keccak.h"
#include "services/common/crypto/keystore.h"
#include "services/common/crypto/mnemonic.h"
#include "services/common/payments/typeddata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace surplus;

namespace {
U256 randomU256() { return *fromBigEndian32(randomBytes(32)); }
qint64 randomWhole() { return static_cast<qint64>(QByteArray::fromRawData(randomBytes(8).constData(), 8).toHex().left(15).toULongLong(nullptr, 16)); }
Address randomAddress() { return *Address::fromRaw(randomBytes(20)); }

QString word(const Hash32& hash) { return hash.hex0x(); }
QString word(const MachineId& id) { return id.hex0x(); }
QString number(qint64 value) { return QString::number(value); }

void printTransaction(QTextStream& out, const SecretKey& key, quint64 chain, int round)
{
    Transaction transaction;
    transaction.chainId = chain;
    transaction.nonce = static_cast<quint64>(randomWhole() % 1'000);
    const U256 price(static_cast<quint64>(randomWhole()));
    transaction.offer = { static_cast<quint64>(randomWhole() % 30'000'000), price, price / 3 };
    if (round % 4 != 0)
        transaction.to = randomAddress();
    transaction.value = round % 3 == 0 ? U256(0) : U256(static_cast<quint64>(randomWhole()));
    transaction.data = randomBytes(randomWhole() % 400); // also over the lengths at which RLP changes its form
    const Transaction::Signed sent = transaction.sign(key);
    out << QJsonDocument(QJsonObject { { QStringLiteral("type"), QStringLiteral("Transaction") }, { QStringLiteral("chainId"), number(static_cast<qint64>(chain)) },
               { QStringLiteral("nonce"), number(static_cast<qint64>(transaction.nonce)) }, { QStringLiteral("gas"), number(static_cast<qint64>(transaction.offer.gas)) },
               { QStringLiteral("maxFee"), toDecimal(transaction.offer.maxFeePerGas) }, { QStringLiteral("tip"), toDecimal(transaction.offer.priorityFeePerGas) },
               { QStringLiteral("to"), transaction.to ? transaction.to->hex0x() : QString() }, { QStringLiteral("value"), toDecimal(transaction.value) },
               { QStringLiteral("data"), QStringLiteral("0x") + QString::fromLatin1(transaction.data.toHex()) }, { QStringLiteral("raw"), QStringLiteral("0x") + QString::fromLatin1(sent.raw.toHex()) },
               { QStringLiteral("hash"), sent.hash.hex0x() }, { QStringLiteral("signer"), checksumAddress(key.address()) } }).toJson(QJsonDocument::Compact) << '\n';
}

/// The entropies of BIP-39's official vectors, then random ones; in both languages.
void printWords(QTextStream& out, int round)
{
    static const QList<QByteArray> official { "00000000000000000000000000000000", "7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f", "80808080808080808080808080808080",
        "ffffffffffffffffffffffffffffffff", "000000000000000000000000000000000000000000000000", "7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f",
        "808080808080808080808080808080808080808080808080", "ffffffffffffffffffffffffffffffffffffffffffffffff",
        "0000000000000000000000000000000000000000000000000000000000000000", "7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f",
        "8080808080808080808080808080808080808080808080808080808080808080", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "9e885d952ad362caeb4efe34a8e91bd2", "6610b25967cdcca9d59875f5cb50b0ea75433311869e930b",
        "68a79eaca2324873eacc50cb9c6eca8cc68ea5d936f98787c60c7ebc74e6ce7c", "c0ba5a8e914111210f2bd131f3d5e08d",
        "6d9be1ee6ebd27a258115aad99b7317b9c8d28b6d76431c3", "9f6a2878b2520799a44ef18bc7df394e7061a224d2c33cd015b157d746869863",
        "23db8160a31d3e0dca3688ed941adbf3", "8197a4a47f0425faeaa69deebc05ca29c0a5b5cc76ceacc0",
        "066dca1a2bb7e8a1db2832148ce9933eea0f3ac9548d793112d9a95c9407efad", "f30f8c1da665478f49b001d94c5fc452",
        "c10ec20dc3cd9f652c7fac2f1230f7a3c828389a14392f05", "f585c11aec520db57dd353c69554b21a89b20fb0650966fa0a9d6f74fd989d8f" };
    const QByteArray entropy = round < official.size() ? QByteArray::fromHex(official[round]) : randomBytes(16 + 4 * (round % 5));
    for (const auto& [list, name] : { std::pair(WordList::English, "en"), std::pair(WordList::Spanish, "es") }) {
        const QStringList words = wordsFromEntropy(entropy, list);
        const auto key = keyFromWords(words.join(u' '));
        const auto back = entropyFromWords(words.join(QStringLiteral("  ")).toUpper());
        out << QJsonDocument(QJsonObject { { QStringLiteral("type"), QStringLiteral("Words") }, { QStringLiteral("list"), QLatin1String(name) },
                   { QStringLiteral("entropy"), QStringLiteral("0x") + QString::fromLatin1(entropy.toHex()) }, { QStringLiteral("words"), words.join(u' ').normalized(QString::NormalizationForm_KD) },
                   { QStringLiteral("back"), back ? QStringLiteral("0x") + QString::fromLatin1(back->toHex()) : back.error().message },
                   { QStringLiteral("seed"), QStringLiteral("0x") + QString::fromLatin1(seedFromWords(words, QStringLiteral("TREZOR")).toHex()) },
                   { QStringLiteral("signer"), key ? checksumAddress(key->address()) : key.error().message } }).toJson(QJsonDocument::Compact) << '\n';
    }
}
} // namespace

int main(int argc, char** argv)
{
    const int rounds = argc > 1 ? QByteArray(argv[1]).toInt() : 100;
    QTextStream out(stdout);
    for (int i = 0; i < rounds; ++i) {
        const SecretKey key = SecretKey::generate();
        const quint64 chain = static_cast<quint64>(randomWhole() % 1'000'000) + 1;
        const auto print = [&](const char* type, const QJsonObject& message, const Hash32& digest, const QString& contract = {}) {
            out << QJsonDocument(QJsonObject { { QStringLiteral("type"), QLatin1String(type) }, { QStringLiteral("chainId"), number(static_cast<qint64>(chain)) },
                       { QStringLiteral("contract"), contract }, { QStringLiteral("message"), message }, { QStringLiteral("digest"), digest.hex0x() },
                       { QStringLiteral("signature"), key.sign(digest).hex0x() }, { QStringLiteral("signer"), checksumAddress(key.address()) },
                       { QStringLiteral("key"), QStringLiteral("0x") + QString::fromLatin1(key.raw().toHex()) } }).toJson(QJsonDocument::Compact) << '\n';
        };
        const Voucher voucher { randomAddress(), randomAddress(), *MachineId::fromRaw(randomBytes(32)), randomU256(), {} };
        print("Voucher", { { QStringLiteral("beneficiary"), voucher.beneficiary.hex0x() }, { QStringLiteral("machine"), word(voucher.machine) },
            { QStringLiteral("cumulative"), toDecimal(voucher.cumulative) } }, voucher.digest(chain), voucher.chequebook.hex0x());
        const Hello hello { randomHash(), randomHash(), *MachineId::fromRaw(randomBytes(32)), randomAddress(), randomHash() };
        const QJsonObject greeting { { QStringLiteral("clientNonce"), word(hello.clientNonce) }, { QStringLiteral("serverNonce"), word(hello.serverNonce) },
            { QStringLiteral("machine"), word(hello.machine) }, { QStringLiteral("beneficiary"), hello.beneficiary.hex0x() }, { QStringLiteral("binding"), word(hello.binding) } };
        print("Hello", greeting, hello.digest(chain));
        print("Welcome", greeting, Welcome { hello.clientNonce, hello.serverNonce, hello.machine, hello.beneficiary, hello.binding }.digest(chain));
        const Quote quote { randomAddress(), *MachineId::fromRaw(randomBytes(32)), Amount::fromNano(randomWhole()), Amount::fromNano(randomWhole()), randomWhole(), {} };
        print("Quote", { { QStringLiteral("customer"), quote.customer.hex0x() }, { QStringLiteral("machine"), word(quote.machine) }, { QStringLiteral("keepPrice"), quote.keepPrice.toWire() },
            { QStringLiteral("retrievePrice"), quote.retrievePrice.toWire() }, { QStringLiteral("expires"), number(quote.expires) } }, quote.digest(chain));
        const LeaseTerms lease { *LeaseId::fromRaw(randomBytes(32)), randomAddress(), *MachineId::fromRaw(randomBytes(32)), *InfoHash::fromRaw(randomBytes(32)),
            randomWhole(), randomWhole(), Amount::fromNano(randomWhole()), Amount::fromNano(randomWhole()), {} };
        print("Lease", { { QStringLiteral("id"), lease.id.hex0x() }, { QStringLiteral("customer"), lease.customer.hex0x() }, { QStringLiteral("machine"), word(lease.machine) },
            { QStringLiteral("content"), lease.content.hex0x() }, { QStringLiteral("size"), number(lease.size) }, { QStringLiteral("end"), number(lease.end) },
            { QStringLiteral("keepPrice"), lease.keepPrice.toWire() }, { QStringLiteral("retrievePrice"), lease.retrievePrice.toWire() } }, lease.digest(chain));
        const CashOut grant { randomAddress(), *MachineId::fromRaw(randomBytes(32)), randomU256(), randomAddress(), randomU256(), randomWhole(), {} };
        print("CashOut", { { QStringLiteral("chequebook"), grant.chequebook.hex0x() }, { QStringLiteral("machine"), word(grant.machine) }, { QStringLiteral("cumulative"), toDecimal(grant.cumulative) },
            { QStringLiteral("relayer"), grant.relayer.hex0x() }, { QStringLiteral("maxFee"), toDecimal(grant.maxFee) }, { QStringLiteral("deadline"), number(grant.deadline) } },
            grant.digest(chain), grant.chequebook.hex0x());
        printTransaction(out, key, chain, i);
        printWords(out, i);
    }
    // One is enough: deriving its key takes long on purpose.
    const SecretKey kept = SecretKey::generate();
    const auto keystore = writeKeystore(kept, QStringLiteral("pässword 密码"), 14);
    out << QJsonDocument(QJsonObject { { QStringLiteral("type"), QStringLiteral("Keystore") }, { QStringLiteral("json"), QString::fromUtf8(*keystore) },
               { QStringLiteral("password"), QStringLiteral("pässword 密码") }, { QStringLiteral("signer"), checksumAddress(kept.address()) } }).toJson(QJsonDocument::Compact) << '\n';
    return 0;
}
