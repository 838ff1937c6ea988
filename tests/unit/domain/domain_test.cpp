// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/domain/asset.h"
#include "services/common/domain/money.h"
#include "services/common/domain/resourcekind.h"
#include "services/common/domain/states.h"

#include <QSet>
#include <QTest>

using namespace surplus;

namespace {
// Amounts of assets can't be added by mistake, and there is no total of different ones: this must not compile.
template <typename T> concept Addable = requires(T a, T b) { a + b; } || requires(T a, T b) { a += b; } || requires(T a, T b) { a.plus(b); };
template <typename T> concept Summable = requires(T totals) { totals.total(); } || requires(T totals) { totals.sum(); };
static_assert(Addable<int> && Addable<Amount>);
static_assert(!Addable<AssetAmount>);
static_assert(!Summable<Totals>);
}

class DomainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAssetIsNamedForGood()
    {
        const auto token = *Address::fromHex(QStringLiteral("0x6B175474E89094C44Da98b954EedeAC495271d0F").toLower());
        const Asset dai = Asset::token(1, token, QStringLiteral("DAI"), 18);
        QCOMPARE(dai.id, QStringLiteral("eip155:1/erc20:0x6b175474e89094c44da98b954eedeac495271d0f"));
        QVERIFY(dai.isMoney());
        QVERIFY(Asset::token(100, token, QStringLiteral("DAI"), 18).id != dai.id);
        const Asset trial = Asset::token(31337, Address(), QStringLiteral("SPL"), 9);
        QVERIFY(trial.kind == AssetKind::Trial && !trial.isMoney());
        QVERIFY(!Asset::points(QStringLiteral("boinc"), QStringLiteral("credit")).isMoney());
        QCOMPARE(Asset::fromJson(dai.toJson()), std::optional(dai));
        for (const char* missing : { "id", "decimals", "kind" }) {
            QJsonObject json = dai.toJson();
            json.remove(QLatin1String(missing));
            QVERIFY2(!Asset::fromJson(json), missing);
        }
    }
    void sumsStayApart()
    {
        Totals totals;
        QVERIFY(totals.add({ QStringLiteral("a"), Amount::fromNano(2) }) && totals.add({ QStringLiteral("b"), Amount::fromNano(5) })
            && totals.add({ QStringLiteral("a"), Amount::fromNano(1) }));
        QCOMPARE(totals.of(QStringLiteral("a")).nano(), 3);
        QCOMPARE(totals.of(QStringLiteral("b")).nano(), 5);
        // One sum that can't be said changes none.
        Totals others;
        QVERIFY(others.add({ QStringLiteral("a"), Amount::fromNano(1) }) && others.add({ QStringLiteral("b"), Amount::fromNano(std::numeric_limits<qint64>::max()) }));
        const Totals before = totals;
        QVERIFY(!totals.add(others));
        QCOMPARE(totals, before);
    }
    void eachWordIsItsOwn()
    {
        QSet<QString> words;
        for (int i = 0; i <= static_cast<int>(Reason::Other); ++i) {
            const auto reason = static_cast<Reason>(i);
            words.insert(toText(reason));
            QVERIFY(reasonFromText(toText(reason)) == reason);
        }
        QCOMPARE(words.size(), static_cast<int>(Reason::Other) + 1);
        QVERIFY(reasonFromText(QStringLiteral("earthquake")) == Reason::Other);
        QCOMPARE(moneyStateNames(), (QStringList { toText(MoneyState::Settled), toText(MoneyState::Secured), toText(MoneyState::Pending), toText(MoneyState::Bounced) }));
    }
    void resourcesHaveOneOrder()
    {
        QCOMPARE(ResourceKind::ordered({ QStringLiteral("beacon"), resource::Sensors, resource::Storage, QStringLiteral("apple") }),
            (QStringList { resource::Storage, resource::Sensors, QStringLiteral("apple"), QStringLiteral("beacon") }));
        for (const ResourceKind& kind : ResourceKind::all())
            QVERIFY(ResourceKind::isValid(kind.id) && ResourceKind::of(kind.id).mark == kind.mark);
        QVERIFY(ResourceKind::isValid(QStringLiteral("beacon")) && !ResourceKind::isValid(QStringLiteral("a.b")) && !ResourceKind::isValid(QString()));
        QCOMPARE(ResourceKind::of(QStringLiteral("beacon")).mark, static_cast<int>(ResourceKind::all().size()));
    }
};

QTEST_GUILESS_MAIN(DomainTest)
#include "domain_test.moc"
