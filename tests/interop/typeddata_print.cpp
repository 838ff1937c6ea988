// SPDX-License-Identifier: GPL-3.0-or-later
// Prints typed data with our digests and signatures, one JSON object a line, for ethers.mjs to check.
#include "services/common/crypto/keccak.h"
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
    }
    return 0;
}
