// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/earningsmodel.h"
#include "models/format.h"
#include "models/logmodel.h"
#include "models/uptimemodel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace surplus;

class ModelsTest : public QObject {
    Q_OBJECT
    const MachineId m_machine = *MachineId::fromRaw(QByteArray(32, 'm'));
    const UtcMs m_noon = QDateTime(QDate::currentDate(), QTime(12, 0)).toMSecsSinceEpoch();

    static QString nbsp(QString text) { return text.replace(u'_', QChar(0x00a0)); }
private Q_SLOTS:
    void amountsOnScreen()
    {
        QCOMPARE(Format::tokens(Amount()), QStringLiteral("0.00"));
        QCOMPARE(Format::tokens(Amount::fromNano(1)), nbsp(QStringLiteral("<_0.01")));
        QCOMPARE(Format::tokens(Amount::fromNano(9'999'999)), nbsp(QStringLiteral("<_0.01")));
        QCOMPARE(Format::tokens(Amount::fromNano(10'000'000)), QStringLiteral("0.01"));
        QCOMPARE(Format::tokens(Amount::fromNano(1'239'999'999)), QStringLiteral("1.23")); // never rounded up
        QCOMPARE(Format::tokens(Amount::fromNano(-1'500'000'000)), QString(QChar(0x2212)) + QStringLiteral("1.50"));
    }
    void sizesOnScreen()
    {
        QCOMPARE(Format::bytes(-1), QStringLiteral("—")); // unknown is no 0
        QCOMPARE(Format::bytes(0), nbsp(QStringLiteral("0_B")));
        QCOMPARE(Format::bytes(999), nbsp(QStringLiteral("999_B")));
        QCOMPARE(Format::bytes(999'600), nbsp(QStringLiteral("1_MB")));
        QCOMPARE(Format::bytes(4'350'000'000'000.0), nbsp(QStringLiteral("4.35_TB")));
        QCOMPARE(Format::bytes(65'600'000), nbsp(QStringLiteral("65.6_MB")));
        QCOMPARE(Format::bytes(500'000'000'000.0), nbsp(QStringLiteral("500_GB")));
    }
    void barsAddUpAndUnknownIsNoZero()
    {
        const QTemporaryDir dir;
        StoreWorker store(*Database::open(dir.filePath(QStringLiteral("h.db")), Database::Durability::Normal, HistoryStore::migrations()));
        const ManualClock clock(m_noon);
        const qint64 day = SecondsPerDay * 1000;
        QVERIFY(store.post([&](Database& db) {
            HistoryStore history(db);
            const QString storage = QStringLiteral("storage");
            const QList<EarningsEntry> entries { { 1, m_noon - 5 * day, storage, {}, {}, Amount::fromNano(1'000'000'000) },
                { 2, m_noon - 2 * day, storage, {}, {}, Amount::fromNano(2'500'000'000) },
                { 3, m_noon - 3'600'000, storage, {}, {}, Amount::fromNano(500'000'000) },
                { 4, std::nullopt, storage, QStringLiteral("recovered"), {}, Amount::fromNano(250'000'000) } };
            QVERIFY(history.addEntries(m_machine, QStringLiteral("e"), false, entries));
            QVERIFY(history.putUptime(m_machine, { { m_noon - 5 * day, m_noon - 4 * day, UptimeState::Up, {} },
                { m_noon - 2 * day, m_noon, UptimeState::Up, {} } }));
        }));
        EarningsModel model(store, clock);
        QSignalSpy changed(&model, &EarningsModel::changed);
        model.setRange(EarningsModel::Week);
        model.setMachine(m_machine);
        QVERIFY(QTest::qWaitFor([&] { return model.isLoaded() && model.hasEarnings(); }));
        QCOMPARE(model.bars().size(), 7);
        QCOMPARE(model.total(), QStringLiteral("4.25"));
        QCOMPARE(model.undated(), QStringLiteral("0.25"));
        QCOMPARE(model.today(), QStringLiteral("0.50"));
        const auto bar = [&](int i) { return model.bars().at(i).value<EarningsBar>(); };
        QVERIFY(bar(0).before); // six days ago there was no Surplus here
        QVERIFY(bar(1).known);
        QCOMPARE(bar(1).amount, QStringLiteral("1.00"));
        QVERIFY(!bar(3).known); // nobody recorded anything: no zero
        QCOMPARE(bar(3).amount, QStringLiteral("—"));
        QVERIFY(bar(6).unfinished);
        QVERIFY(bar(6).pace > bar(6).height);
        QCOMPARE(model.best(), QStringLiteral("2.50"));
        QVERIFY(model.axisMax() >= 2.5 && model.axisSteps() >= 3 && model.axisSteps() <= 5);
        QCOMPARE(model.change(), QStringLiteral("—")); // the week before is not covered
    }
    void theUptimeStripHasADayACell()
    {
        const QTemporaryDir dir;
        StoreWorker store(*Database::open(dir.filePath(QStringLiteral("u.db")), Database::Durability::Normal, HistoryStore::migrations()));
        const ManualClock clock(m_noon);
        const qint64 hour = 3'600'000;
        QVERIFY(store.post([&](Database& db) {
            QVERIFY(HistoryStore(db).putUptime(m_machine, { { m_noon - 36 * hour, m_noon - 34 * hour, UptimeState::Down, {} },
                { m_noon - 34 * hour, m_noon - 12 * hour, UptimeState::Up, {} }, { m_noon - 12 * hour, m_noon, UptimeState::Paused, {} } }));
        }));
        UptimeModel model(store, clock);
        const QAbstractItemModelTester tester(&model);
        QSignalSpy changed(&model, &UptimeModel::changed);
        model.setMachine(m_machine);
        QVERIFY(changed.wait());
        QCOMPARE(model.rowCount(), 90);
        QCOMPARE(model.data(model.index(0), UptimeModel::Kind).toString(), QStringLiteral("before"));
        QCOMPARE(model.data(model.index(88), UptimeModel::Kind).toString(), QStringLiteral("low"));
        QCOMPARE(model.data(model.index(89), UptimeModel::Kind).toString(), QStringLiteral("paused"));
        QVERIFY(model.data(model.index(88), UptimeModel::Tip).toString().contains(QLatin1String("not reachable")));
        QCOMPARE(model.percentage(), nbsp(QStringLiteral("91.7_%"))); // 22 of 24 hours; the pause counts for nothing
    }
    void theLogModelWithoutAnEngine()
    {
        EngineLink link;
        LogModel model(link);
        const QAbstractItemModelTester tester(&model);
        model.setActive(true);
        model.setSearch(QStringLiteral("x"));
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.countText(), QStringLiteral("0 of 0 lines"));
    }
};

QTEST_MAIN(ModelsTest)
#include "models_test.moc"
