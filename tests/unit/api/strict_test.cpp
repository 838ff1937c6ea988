// SPDX-License-Identifier: GPL-3.0-or-later
// What is read from files, from peers and from people is what stands there, or nothing: a damaged or mistyped text is never
// another key, address, number or sum.
#include "services/common/api/methods.h"
#include "services/common/api/rules.h"
#include "services/common/chain/chainconfig.h"
#include "services/common/chain/pendingtransaction.h"
#include "services/common/crypto/keccak.h"
#include "services/common/history/historypage.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace surplus;

class StrictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDamagedRuntimeFileIsRefused()
    {
        const QTemporaryDir dir;
        const RuntimeFile right { 8080, QByteArray(32, 'k'), 17, 123456789, QStringLiteral("1"), 1 };
        QVERIFY(right.write(dir.path()));
        QCOMPARE(RuntimeFile::read(dir.path())->secret, right.secret);
        QFile file(RuntimeFile::pathIn(dir.path()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        file.close();
        const QString secret = json.value(u"secret").toString();
        const QList<std::pair<QString, QJsonValue>> wrongs { { QStringLiteral("secret"), secret + u'O' }, { QStringLiteral("secret"), u' ' + secret },
            { QStringLiteral("secret"), QString(secret).insert(4, QStringLiteral("xx")) }, { QStringLiteral("port"), 65536 + 80 }, { QStringLiteral("port"), -1 },
            { QStringLiteral("startTime"), QStringLiteral("12 ") }, { QStringLiteral("startTime"), QStringLiteral("soon") } };
        for (const auto& [name, value] : wrongs) {
            QJsonObject changed = json;
            changed.insert(name, value);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(QJsonDocument(changed).toJson());
            file.close();
            QVERIFY2(!RuntimeFile::read(dir.path()), qPrintable(name + value.toVariant().toString()));
        }
    }
    void aMistypedProviderIsNoOther()
    {
        const QString machine = QString(64, u'a');
        const auto port = [&](const QString& text) { return ProviderAddress::parse(QStringLiteral("host:") + text + u'#' + machine); };
        QCOMPARE(port(QStringLiteral("80"))->port, quint16(80));
        QCOMPARE(port(QStringLiteral("8\u00a00\n"))->port, quint16(80)); // wrapped by a mail program
        for (const QString& wrong : { QStringLiteral("+80"), QStringLiteral("-80"), QStringLiteral("0x50"), QStringLiteral("8O"), QStringLiteral("65616"), QStringLiteral("0"), QStringLiteral("8e1"), QString() })
            QVERIFY2(!port(wrong), qPrintable(wrong));
        QVERIFY(!ProviderAddress::parse(QStringLiteral("host:80#") + QString(machine).replace(9, 1, u'O')));
        QVERIFY(!ProviderAddress::parse(QStringLiteral("host:80#") + machine + u'a'));
        QVERIFY(WeekHours::parse(QStringLiteral("mon 8-20")));
        QVERIFY(!WeekHours::parse(QStringLiteral("mon 8-2O")) && !WeekHours::parse(QString::fromUtf8("mon \u0668-20")));
    }
    void aDamagedTransactionIsNoOther()
    {
        PendingTransaction pending;
        pending.from = *Address::fromRaw(QByteArray(20, 'f'));
        pending.transaction.chainId = 31337;
        pending.transaction.nonce = 7;
        pending.transaction.offer = { 21000, U256(5), U256(1) };
        pending.transaction.to = *Address::fromRaw(QByteArray(20, 't'));
        pending.transaction.data = QByteArray("\x01\x02", 2);
        pending.capPerGas = 9;
        pending.raw = QByteArray("\x02\xf8", 2);
        pending.hashes = { randomHash() };
        const QJsonObject json = pending.toJson();
        QCOMPARE(PendingTransaction::fromJson(json)->transaction.nonce, quint64(7));
        for (const char* name : { "chainId", "nonce", "gas", "data", "raw", "to", "from" }) {
            const QString key = QLatin1String(name), value = json.value(key).toString();
            for (const QString& wrong : { value + u'O', value + u' ', u'+' + value, value.chopped(1) + u'x' }) {
                QJsonObject changed = json;
                changed.insert(key, wrong);
                QVERIFY2(!PendingTransaction::fromJson(changed), qPrintable(key + u'=' + wrong));
            }
        }
    }
    void aDamagedPageOfHistoryIsRefused()
    {
        HistoryPage page { { QStringLiteral("epoch"), QStringLiteral("run"), 1 }, false, false, {}, {} };
        Slots slots(static_cast<size_t>(slotsPerChunk(Tier::Quarter)));
        slots[7] = { 3, 6, 1, 3 };
        page.rows.append({ Tier::Quarter, 0, QStringLiteral("use"), SeriesKind::Reading, 5, encodeChunk(slots, SeriesKind::Reading), 1 });
        QJsonObject json = page.toJson();
        QCOMPARE(HistoryPage::fromJson(json)->rows.first().data, page.rows.first().data);
        const QString right = json.value(u"chunks")[0][u"data"].toString();
        for (const QString& wrong : { QString(right).replace(2, 1, u'*'), right + u' ', right.chopped(1), u'\n' + right }) {
            QJsonObject row = json.value(u"chunks")[0].toObject();
            row.insert(QStringLiteral("data"), wrong);
            json.insert(QStringLiteral("chunks"), QJsonArray { row });
            QVERIFY2(!HistoryPage::fromJson(json), qPrintable(wrong));
        }
    }
    void aMistypedContractIsNoOther()
    {
        QJsonObject json = ChainConfig::local().toJson();
        const QString factory = checksumAddress(ChainConfig::local().spec.factory);
        json.insert(QStringLiteral("factory"), factory);
        QVERIFY(ChainConfig::fromJson(json));
        for (const char* name : { "factory", "token" }) {
            QString typo = factory;
            typo[10] = typo[10] == u'1' ? u'2' : u'1';
            QJsonObject changed = json;
            for (const QString& wrong : { typo, factory.mid(2), QString(factory).replace(12, 1, u'O'), factory + u'0' }) {
                changed.insert(QLatin1String(name), wrong);
                const auto read = ChainConfig::fromJson(changed);
                QVERIFY2(!read && read.error().message.contains(QLatin1String(name)), qPrintable(wrong));
            }
        }
    }
};

QTEST_GUILESS_MAIN(StrictTest)
#include "strict_test.moc"
