// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/keccak.h"
#include "services/common/payments/peermessage.h"

#include <QTest>

using namespace surplus;

class PaymentsTest : public QObject {
    Q_OBJECT
    const ChainSpec m_chain = ChainSpec::local();
private Q_SLOTS:
    void baseUnitsAndNano()
    {
        const auto with = [](int decimals) {
            ChainSpec spec = ChainSpec::local();
            spec.decimals = decimals;
            return spec;
        };
        QCOMPARE(with(18).toBaseUnits(Amount::fromNano(7)), U256(7'000'000'000));
        QCOMPARE(with(18).toNano(U256(7'000'000'000))->nano(), 7);
        QVERIFY(!with(18).toNano(U256(7'000'000'001))); // no multiple of 10^(18−9)
        QCOMPARE(with(9).toNano(U256(5))->nano(), 5);
        QCOMPARE(with(6).toNano(U256(5))->nano(), 5000); // one base unit is a thousand nano
        QCOMPARE(with(6).toBaseUnits(Amount::fromNano(5999)), U256(5)); // rounded down
        QVERIFY(!with(18).toNano(std::numeric_limits<U256>::max()));
        QVERIFY(!with(0).toNano(U256("10000000000")));
        QVERIFY(!with(18).toNano(with(18).toBaseUnits(Amount::fromNano(std::numeric_limits<qint64>::max())) + U256(1'000'000'000)));
    }
    void theChequebookBindsIssuerAndSalt()
    {
        const Address a = SecretKey::generate().address();
        const Address b = SecretKey::generate().address();
        const Hash32 salt = randomHash();
        QCOMPARE(m_chain.chequebookOf(a, salt), m_chain.chequebookOf(a, salt));
        QVERIFY(m_chain.chequebookOf(a, salt) != m_chain.chequebookOf(b, salt));
        QVERIFY(m_chain.chequebookOf(a, salt) != m_chain.chequebookOf(a, randomHash()));
        QCOMPARE(*ChainSpec::fromJson(m_chain.toJson()), m_chain);
        for (const char* member : { "chainId", "factory", "initCodeHash", "decimals", "symbol" }) {
            QJsonObject json = m_chain.toJson();
            json.remove(QLatin1String(member));
            const auto parsed = ChainSpec::fromJson(json);
            QVERIFY(!parsed);
            QVERIFY(parsed.error().message.contains(QLatin1String(member)));
        }
    }
    void noTypeVerifiesAsAnother()
    {
        // All fields that can be are equal, so only the type strings and domains tell the digests apart.
        const Hash32 x = keccak256("x");
        const MachineId machine = *MachineId::fromRaw(x.raw());
        const Address address = *Address::fromRaw(x.raw().left(20));
        const Amount amount = Amount::fromNano(1);
        QSet<Hash32> digests;
        for (const quint64 chain : { 1ULL, 31337ULL }) {
            digests.insert(Voucher { address, address, machine, U256(1), {} }.digest(chain));
            digests.insert(Hello { x, x, machine, address, x }.digest(chain));
            digests.insert(Welcome { x, x, machine, address, x }.digest(chain));
            digests.insert(Quote { address, machine, amount, amount, 1, {} }.digest(chain));
            digests.insert(LeaseTerms { *LeaseId::fromRaw(x.raw()), address, machine, *InfoHash::fromRaw(x.raw()), 1, 1, amount, amount, {} }.digest(chain));
        }
        QCOMPARE(digests.size(), 10);
    }
    void everyMemberIsSigned()
    {
        const SecretKey key = SecretKey::generate();
        Voucher voucher { key.address(), key.address(), machineIdOf(key.publicKey()), U256(5), {} };
        voucher.sign(m_chain.chainId, key);
        const auto signer = [&](const Voucher& v, quint64 chain) { return recoverSigner(v.digest(chain), v.signature) == key.publicKey(); };
        QVERIFY(signer(voucher, m_chain.chainId));
        QVERIFY(!signer(voucher, m_chain.chainId + 1));
        for (int member = 0; member < 4; ++member) {
            Voucher other = voucher;
            if (member == 0)
                other.chequebook = Address();
            else if (member == 1)
                other.beneficiary = Address();
            else if (member == 2)
                other.machine = MachineId();
            else
                other.cumulative += 1;
            QVERIFY(!signer(other, m_chain.chainId));
        }
        QCOMPARE(*Voucher::fromJson(voucher.toJson()), voucher);
        QJsonObject json = voucher.toJson();
        json.insert(QStringLiteral("cumulative"), QStringLiteral("-5"));
        QVERIFY(!Voucher::fromJson(json));
        json.insert(QStringLiteral("cumulative"), 5); // amounts travel as strings
        QVERIFY(!Voucher::fromJson(json));
    }
    void peerMessagesRoundTripAndRefuseAnyOtherLength()
    {
        const SecretKey key = SecretKey::generate();
        Voucher voucher { key.address(), key.address(), machineIdOf(key.publicKey()), U256(5), {} };
        voucher.sign(1, key);
        const QList<PeerMessage> messages { PeerWelcome { key.publicKey(), key.address(), voucher.signature }, PeerHello { voucher.signature },
            PeerVoucher { voucher }, PeerAck { U256(9), voucher.signature }, PeerMeter { 1ULL << 40, 7, PeerMeter::Service::Closed } };
        for (const PeerMessage& message : messages) {
            const QByteArray raw = encodePeerMessage(message);
            QVERIFY(raw.size() <= MaxPeerMessage);
            QVERIFY(*decodePeerMessage(raw) == message);
            QVERIFY(!decodePeerMessage(raw + '\0'));
            for (qsizetype length = 0; length < raw.size(); ++length)
                QVERIFY(!decodePeerMessage(raw.left(length)));
        }
        QVERIFY(!decodePeerMessage(QByteArray(1, '\x63')));
        QVERIFY(!decodePeerMessage(QByteArray(1, '\5') + QByteArray(16, '\0') + '\3')); // no such service
    }
};

QTEST_GUILESS_MAIN(PaymentsTest)
#include "payments_test.moc"
