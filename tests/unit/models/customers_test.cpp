// SPDX-License-Identifier: GPL-3.0-or-later
// The Wallet page's table of customers, of an engine with more channels than one answer has.
#include "models/customersums.h"
#include "services/common/crypto/keccak.h"
#include "services/common/rpc/secretauth.h"
#include "tests/support/patience.h"

#include <QJsonArray>
#include <QTest>

using namespace surplus;
using namespace surplus::test;

class CustomersTest : public QObject {
    Q_OBJECT

    static QString address(int number) { return QStringLiteral("0x") + QStringLiteral("%1").arg(number, 40, 16, QLatin1Char('0')); }

    /// The control API of an engine with `channels`, and a link to it.
    struct Engine {
        QList<ChannelMoney> channels;
        RpcServer server { std::nullopt };
        EngineLink link;
        int asked = 0;

        explicit Engine(const QList<ChannelMoney>& all) : channels(all)
        {
            const QByteArray secret = randomBytes(32);
            addSecretAuthentication(server, secret, { { QStringLiteral("protocol"), ControlProtocol }, { QStringLiteral("version"), QStringLiteral("t") } });
            EngineStatus status;
            status.machine = *MachineId::fromRaw(QByteArray(32, 'f'));
            addFrom(server, controlApi(), "engine.status", [status](RpcSession&, const QJsonObject&, const RpcReply& reply) { reply.result(status.toJson()); });
            addFrom(server, controlApi(), "money.channels", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
                ++asked;
                QJsonArray rows;
                for (const ChannelMoney& channel : channels.mid(params.value(u"offset").toInteger(), params.value(u"limit").toInteger()))
                    rows.append(QJsonObject { { QStringLiteral("customer"), channel.customer }, { QStringLiteral("money"), channel.money.toJson() } });
                reply.result({ { QStringLiteral("channels"), rows } });
            });
            const quint16 port = *server.listen(QHostAddress(QHostAddress::LocalHost), 0);
            link.open({ port, secret, QCoreApplication::applicationPid(), 1, QStringLiteral("t"), ControlProtocol });
        }
        [[nodiscard]] Result<QList<ChannelMoney>> read()
        {
            if (!QTest::qWaitFor([&] { return link.isReady(); }, Patience))
                return failure(QStringLiteral("test"), QStringLiteral("the link is not ready"));
            std::optional<Result<QList<ChannelMoney>>> outcome;
            readChannelMoney(link, [&](const Result<QList<ChannelMoney>>& channels) { outcome = channels; });
            (void)QTest::qWaitFor([&] { return outcome.has_value(); }, Patience);
            return outcome.value_or(failure(QStringLiteral("test"), QStringLiteral("no answer")));
        }
    };
    static Money money(qint64 tokens)
    {
        Money one;
        one.earned = one.pending = Amount::fromNano(tokens * NanoPerToken);
        return one;
    }
    static QString cell(const QVariantList& rows, qsizetype row, const char* column) { return rows.at(row).toMap().value(QLatin1String(column)).toString(); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void allPagesAreRead()
    {
        QList<ChannelMoney> channels;
        for (int i = 1; i <= 2'500; ++i)
            channels.append({ address(i), money(1) });
        channels.append({ address(1), money(3) }); // once more, on another payout address
        channels.append({ address(0), money(7) }); // those that were forgotten
        Engine engine(channels);
        const auto read = engine.read();
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->size(), channels.size());
        QCOMPARE(engine.asked, 3);
        const CustomerSums sums(*read);
        QCOMPARE(sums.count(), 2'500);
        const QVariantList rows = sums.rows();
        QCOMPARE(rows.size(), CustomerSums::MostNamed + 1);
        QCOMPARE(cell(rows, 0, "earned"), QStringLiteral("4.00"));
        QCOMPARE(cell(rows, CustomerSums::MostNamed - 1, "pending"), QStringLiteral("1.00"));
        QCOMPARE(cell(rows, CustomerSums::MostNamed, "customer"), QStringLiteral("All others"));
        // Nothing is lost: 2,510 tokens, of which 4 + 19 stand above.
        QCOMPARE(cell(rows, CustomerSums::MostNamed, "earned").remove(u','), QStringLiteral("2487.00"));
    }

    void fewCustomersHaveARowEach()
    {
        Engine engine({ { address(1), money(2) }, { address(2), money(1) } });
        const auto read = engine.read();
        QVERIFY(read);
        QCOMPARE(engine.asked, 1);
        const QVariantList rows = CustomerSums(*read).rows();
        QCOMPARE(rows.size(), 2);
        QVERIFY(cell(rows, 1, "customer").startsWith(QLatin1String("0x00000000")));
    }

    void whatFailsSaysWhy()
    {
        EngineLink link;
        std::optional<Error> error;
        readChannelMoney(link, [&](const Result<QList<ChannelMoney>>& channels) { error = channels.error(); });
        QCOMPARE(error->code, QStringLiteral("engine.absent"));
    }
};

QTEST_GUILESS_MAIN(CustomersTest)
#include "customers_test.moc"
