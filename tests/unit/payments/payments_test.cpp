// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/keccak.h"
#include "services/common/payments/peermessage.h"

#include <QRandomGenerator>
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
    /// Every number of decimals, at the edges and at random amounts: what is signed covers what is due and is less than one
    /// base unit more, and what is exact comes back as it was.
    void everyNumberOfDecimals_data()
    {
        QTest::addColumn<int>("decimals");
        for (int decimals = 0; decimals <= ChainSpec::MaxDecimals; ++decimals)
            QTest::addRow("%d", decimals) << decimals;
    }
    void everyNumberOfDecimals()
    {
        QFETCH(int, decimals);
        ChainSpec spec = ChainSpec::local();
        spec.decimals = decimals;
        QVERIFY(ChainSpec::fromJson(spec.toJson()));
        qint64 unit = 1; // nano in one base unit
        for (int i = decimals; i < 9; ++i)
            unit *= 10;
        QRandomGenerator random(static_cast<quint32>(decimals));
        for (int i = 0; i < 2000; ++i) {
            const int bits = static_cast<int>(random.bounded(62));
            const Amount due = Amount::fromNano(i == 0 ? 1 : i == 1 ? unit : i == 2 ? unit + 1 : static_cast<qint64>(random.generate64() >> (63 - bits)) + 1);
            const auto worth = spec.covering(due);
            QVERIFY(worth);
            QCOMPARE(spec.toNanoFloor(spec.coveringUnits(due)), *worth);
            QVERIFY(*worth >= due && worth->nano() - due.nano() < unit);
            QCOMPARE(*spec.toNano(*spec.exactUnits(*worth)), *worth);
            const auto exact = spec.exactUnits(due);
            QCOMPARE(exact.has_value(), due.nano() % unit == 0);
            if (!exact)
                QVERIFY2(exact.error().message.contains(spec.leastText()), qPrintable(exact.error().message));
            if (decimals > 9)
                QVERIFY(!spec.toNano(spec.coveringUnits(due) + 1)); // no whole nano: a voucher over it is refused
        }
        QCOMPARE(spec.exactUnits(Amount()).error().code, QStringLiteral("amount.units"));
        QCOMPARE(spec.exactUnits(Amount::fromNano(-unit)).error().code, QStringLiteral("amount.units"));
        const Amount most = Amount::fromNano(std::numeric_limits<qint64>::max());
        QCOMPARE(spec.toNanoFloor(std::numeric_limits<U256>::max()), most);
        QCOMPARE(spec.covering(most).has_value(), decimals >= 9); // else the next unit does not fit
    }
    void otherDecimalsAreRefusedWithTheReason()
    {
        for (const QJsonValue& wrong : { QJsonValue(19), QJsonValue(36), QJsonValue(-1), QJsonValue(2.5), QJsonValue(QStringLiteral("6")), QJsonValue(1e9) }) {
            QJsonObject json = m_chain.toJson();
            json.insert(QStringLiteral("decimals"), wrong);
            const auto parsed = ChainSpec::fromJson(json);
            QVERIFY(!parsed);
            QVERIFY2(parsed.error().message.contains(QStringLiteral("0 to 18")), qPrintable(parsed.error().message));
        }
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
