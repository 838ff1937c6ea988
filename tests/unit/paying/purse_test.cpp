// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/keccak.h"
#include "services/customer/paying/purse.h"

#include <QTemporaryDir>
#include <QTest>
#include <thread>

using namespace surplus;

class PurseTest : public QObject {
    Q_OBJECT
    const ChainSpec m_chain = ChainSpec::local();
    const MachineId m_machine = *MachineId::fromRaw(QByteArray(32, 'm'));
    const Address m_beneficiary = *Address::fromRaw(QByteArray(20, 'b'));

    [[nodiscard]] Result<Voucher> pay(Purse& purse, const LeaseId& lease, qint64 due) const
    {
        return purse.pay(m_chain, m_machine, m_beneficiary, lease, Amount::fromNano(due), 0);
    }
    [[nodiscard]] qint64 nano(const Voucher& voucher) const { return m_chain.toNano(voucher.cumulative)->nano(); }
private Q_SLOTS:
    void vouchersAreCumulativeOverAllLeasesOfAChannel()
    {
        const QTemporaryDir dir;
        auto purse = Purse::open(dir.path());
        QVERIFY(purse);
        const LeaseId a = *LeaseId::fromRaw(randomBytes(32));
        const LeaseId b = *LeaseId::fromRaw(randomBytes(32));
        QCOMPARE(nano(*pay(**purse, a, 100)), 100);
        QCOMPARE(nano(*pay(**purse, b, 50)), 150);
        QCOMPARE(nano(*pay(**purse, a, 100)), 150); // due and promised before: the highest again
        QCOMPARE(nano(*pay(**purse, a, 90)), 150); // it never shrinks
        QCOMPARE(nano(*pay(**purse, a, 130)), 180);
        const auto signer = recoverSigner(pay(**purse, a, 130)->digest(m_chain.chainId), pay(**purse, a, 130)->signature);
        QCOMPARE(addressOf(*signer), (*purse)->key().address());
        purse->reset();
        auto again = Purse::open(dir.path());
        QCOMPARE(nano(**(*again)->highest(m_chain, m_machine, m_beneficiary)), 180);
    }
    /// With fewer than 9 decimals the next whole base unit is signed, once; later dues use up what it is more.
    void whatTheTokenCanNotExpressIsPromisedAhead()
    {
        for (const int decimals : { 0, 2, 6 }) {
            ChainSpec chain = m_chain;
            chain.decimals = decimals;
            const qint64 unit = chain.toNano(U256(1))->nano();
            const QTemporaryDir dir;
            auto purse = Purse::open(dir.path());
            const LeaseId a = *LeaseId::fromRaw(randomBytes(32));
            const LeaseId b = *LeaseId::fromRaw(randomBytes(32));
            const auto pay = [&](const LeaseId& lease, qint64 due) {
                const auto voucher = (*purse)->pay(chain, m_machine, m_beneficiary, lease, Amount::fromNano(due), 0);
                return voucher ? voucher->cumulative : U256(0);
            };
            QCOMPARE(pay(a, 1), U256(1));
            QCOMPARE(pay(b, unit - 1), U256(1)); // both tabs together are one unit
            QCOMPARE(pay(b, unit), U256(2));
            purse->reset();
            purse = Purse::open(dir.path());
            QCOMPARE(pay(a, unit), U256(2));
            QCOMPARE(pay(a, unit + 1), U256(3));
            QCOMPARE((*(*purse)->highest(chain, m_machine, m_beneficiary))->cumulative, U256(3));
            QCOMPARE((*purse)->spending(chain)->value(u"promised").toString(), QString::number(3 * unit));
            // A restored old copy adopts what was signed, and goes on above it.
            Voucher higher { chain.chequebookOf((*purse)->key().address(), (*purse)->salt()), m_beneficiary, m_machine, U256(7), {} };
            higher.sign(chain.chainId, (*purse)->key());
            QVERIFY(*(*purse)->adopt(chain, higher));
            QCOMPARE(pay(a, unit + 2), U256(8));
        }
    }
    void severalProcessesNeverPromiseTheSameAmountTwice()
    {
        const QTemporaryDir dir;
        auto first = Purse::open(dir.path());
        auto second = Purse::open(dir.path()); // a connection of its own, as another process has
        QCOMPARE((*first)->key().address(), (*second)->key().address());
        constexpr int Rounds = 100;
        const auto spend = [&](Purse& purse) {
            const LeaseId lease = *LeaseId::fromRaw(randomBytes(32));
            for (int i = 1; i <= Rounds; ++i) {
                if (!pay(purse, lease, i))
                    qFatal("a payment failed");
            }
        };
        std::thread other([&] { spend(**second); });
        spend(**first);
        other.join();
        QCOMPARE(nano(**(*first)->highest(m_chain, m_machine, m_beneficiary)), 2 * Rounds);
    }
    void onlyOurOwnVouchersAreAdopted()
    {
        const QTemporaryDir dir;
        auto purse = Purse::open(dir.path());
        const LeaseId lease = *LeaseId::fromRaw(randomBytes(32));
        const Voucher real = *pay(**purse, lease, 100);
        Voucher forged = real;
        forged.cumulative = m_chain.toBaseUnits(Amount::fromNano(1'000'000));
        forged.sign(m_chain.chainId, SecretKey::generate());
        QVERIFY(!*(*purse)->adopt(m_chain, forged));
        QVERIFY(!*(*purse)->adopt(m_chain, real)); // not higher
        Voucher higher = real;
        higher.cumulative = m_chain.toBaseUnits(Amount::fromNano(500));
        higher.sign(m_chain.chainId, (*purse)->key());
        QVERIFY(*(*purse)->adopt(m_chain, higher));
        QCOMPARE(nano(*pay(**purse, lease, 101)), 501);
    }
    void aPurseAndItsIdentityStayTogether()
    {
        const QTemporaryDir dir;
        const QString home = dir.filePath(QStringLiteral("home"));
        const QString other = dir.filePath(QStringLiteral("other"));
        const QString identity = home + QStringLiteral("/identity.json");
        QVERIFY(Purse::open(home));
        QVERIFY(Purse::open(other));
        QVERIFY(QFile::rename(identity, identity + QStringLiteral(".kept")));
        QCOMPARE(Purse::open(home).error().code, QStringLiteral("home.identity"));
        QVERIFY(!QFile::exists(identity)); // none was made
        QVERIFY(QFile::copy(other + QStringLiteral("/identity.json"), identity));
        QCOMPARE(Purse::open(home).error().code, QStringLiteral("home.identity"));
        QVERIFY(QFile::remove(identity) && QFile::rename(identity + QStringLiteral(".kept"), identity));
        QVERIFY(Purse::open(home));
    }
    void theIndexKeepsWhatOpensAFile()
    {
        const QTemporaryDir dir;
        auto purse = Purse::open(dir.path());
        StoredFile file;
        file.name = QStringLiteral("holiday.jpg");
        file.provider = QStringLiteral("h:1#") + QString(64, u'a');
        file.seal = { randomBytes(32), randomBytes(12), randomHash(), randomHash(), 5, 21 };
        file.lease.id = *LeaseId::fromRaw(randomBytes(32));
        file.torrent = "t";
        file.state = QStringLiteral("filling");
        const auto id = (*purse)->addFile(file);
        QVERIFY(id);
        const auto byName = (*purse)->file(file.name);
        QVERIFY(byName);
        QCOMPARE(byName->seal.key, file.seal.key);
        QCOMPARE(byName->lease.id, file.lease.id);
        QCOMPARE((*purse)->file(QString::number(*id))->seal.nonce, file.seal.nonce);
        QVERIFY(!(*purse)->file(QStringLiteral("other")));
        QVERIFY((*purse)->pay(m_chain, m_machine, m_beneficiary, file.lease.id, Amount::fromNano(9), 777));
        QCOMPARE((*purse)->file(file.name)->received, 777);
        QCOMPARE((*purse)->file(file.name)->paid.nano(), 9);
    }
};

QTEST_GUILESS_MAIN(PurseTest)
#include "purse_test.moc"
