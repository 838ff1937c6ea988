// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/earningsmodel.h"
#include "models/format.h"
#include "models/logmodel.h"
#include "models/uptimemodel.h"
#include "services/common/history/machinehistory.h"
#include "services/dashboard/diagnostics/checks.h"
#include "tests/support/patience.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace surplus;
using test::Patience;

namespace {
/// What an engine has written down, for a dashboard to copy.
class EngineFile {
public:
    explicit EngineFile(const QString& path) : m_db(std::move(*Database::open(path, Database::Durability::Normal, { { 1, MachineHistory::schema() } })))
    {
        (void)m_db->transact([&] { MachineHistory::beginRun(*m_db); });
    }
    void write(const std::function<void(MachineHistory&)>& body)
    {
        (void)m_db->transact([&] {
            MachineHistory history(*m_db);
            body(history);
            history.flush();
        });
    }
    void copyTo(StoreWorker& store, const MachineId& machine)
    {
        const auto page = MachineHistory::changes(*m_db, QStringLiteral("e"), {}, 5000);
        if (page->more || !store.wait([&](Database& db) { return HistoryStore(db, QTimeZone::systemTimeZone()).apply(machine, *page); }))
            qFatal("the page was not taken");
    }

private:
    std::unique_ptr<Database> m_db;
};
} // namespace

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
    void whatTheEngineTellsOfItsDisksIsChecked()
    {
        EngineStatus status;
        status.machine = *MachineId::fromRaw(QByteArray(32, 'm'));
        status.storage.folder = QStringLiteral("/shared");
        status.storage.limit = 1000;
        status.storage.diskFree = 10'000;
        const auto disk = [&](const EngineStatus& of) {
            MachineFacts facts;
            facts.engine = MachineFacts::EngineState::Running;
            facts.status = EngineStatus::fromJson(of.toJson()); // as it comes over the wire
            facts.stored = { 5, of.storage.damaged, 500, of.storage.damagedFiles };
            QHash<QString, CheckResult> found;
            for (const CheckResult& one : Checks::judge(facts))
                found.insert(one.id, one);
            return found;
        };
        using Verdict = CheckResult::Verdict;
        QCOMPARE(disk(status)[QStringLiteral("disk")].verdict, Verdict::Fine);
        QCOMPARE(disk(status)[QStringLiteral("stored")].verdict, Verdict::Fine);
        EngineStatus full = status;
        full.data = { QStringLiteral("/data"), 0, QStringLiteral("full"), QStringLiteral("The disk of /data is full.") };
        full.storage.damaged = 2;
        full.storage.damagedFiles = { QStringLiteral("content/a/b"), QStringLiteral("content/c/d") };
        full.problems = { { QStringLiteral("data"), full.data.problem }, { QStringLiteral("stored"), QStringLiteral("2 of the files") } };
        QCOMPARE(EngineStatus::fromJson(full.toJson()), full);
        QCOMPARE(disk(full)[QStringLiteral("disk")].verdict, Verdict::Problem);
        QVERIFY(disk(full)[QStringLiteral("disk")].text.contains(QStringLiteral("is full")));
        QCOMPARE(disk(full)[QStringLiteral("stored")].verdict, Verdict::Problem);
        QVERIFY(disk(full)[QStringLiteral("stored")].text.contains(QStringLiteral("such as content/a/b in /shared. Put them back there")));
        EngineStatus unwritable = status;
        unwritable.storage.writeProblem = QStringLiteral("its disk is full");
        unwritable.storage.folder = QStringLiteral("/shared");
        QVERIFY(disk(unwritable)[QStringLiteral("disk")].text.contains(QStringLiteral("can't be written to /shared")));
    }
    void barsAddUpAndUnknownIsNoZero()
    {
        const QTemporaryDir dir;
        StoreWorker store(*Database::open(dir.filePath(QStringLiteral("h.db")), Database::Durability::Normal, HistoryStore::migrations()));
        const ManualClock clock(m_noon);
        const qint64 day = SecondsPerDay * 1000;
        EngineFile engine(dir.filePath(QStringLiteral("e.db")));
        const QString storage = QStringLiteral("storage");
        engine.write([&](MachineHistory& history) {
            for (const auto& [when, nano] : QList<std::pair<std::optional<UtcMs>, qint64>> { { m_noon - 5 * day, 1'000'000'000 },
                     { m_noon - 2 * day, 2'500'000'000 }, { m_noon - 3'600'000, 500'000'000 }, { std::nullopt, 250'000'000 } })
                history.earn(storage, QStringLiteral("0xA"), when, Amount::fromNano(nano));
            history.putInterval({ m_noon - 5 * day, m_noon - 4 * day, UptimeState::Up, {} });
            history.putInterval({ m_noon - 2 * day, m_noon, UptimeState::Up, {} });
            history.rollUptime(m_noon - 5 * day, m_noon);
        });
        engine.copyTo(store, m_machine);
        EarningsModel model(store, clock);
        QSignalSpy changed(&model, &EarningsModel::changed);
        model.setRange(EarningsModel::Week);
        model.setMachine(m_machine);
        QVERIFY(QTest::qWaitFor([&] { return model.isLoaded() && model.hasEarnings(); }, Patience));
        QCOMPARE(model.bars().size(), 7);
        QCOMPARE(model.total(), QStringLiteral("4.00"));
        QVERIFY(model.undated().isEmpty()); // it belongs to no week
        QCOMPARE(model.today(), QStringLiteral("0.50"));
        const auto bar = [&](int i) { return model.bar(i); };
        const auto drawn = [&](int i) { return model.bars().at(i); };
        QVERIFY(bar(0).before); // six days ago there was no Surplus here
        QVERIFY(bar(1).known);
        QCOMPARE(bar(1).amount, QStringLiteral("1.00"));
        QVERIFY(!bar(3).known); // nobody recorded anything: no zero
        QCOMPARE(bar(3).amount, QStringLiteral("—"));
        QVERIFY(bar(6).unfinished);
        QVERIFY(drawn(6).pace > drawn(6).height);
        QCOMPARE(model.best(), QStringLiteral("2.50"));
        QVERIFY(model.axisMax() >= 2.5 && model.axisSteps() >= 3 && model.axisSteps() <= 5);
        QCOMPARE(model.change(), QStringLiteral("—")); // the week before is not covered
    }
    void zoomingPanningAndTheTable()
    {
        const QTemporaryDir dir;
        StoreWorker store(*Database::open(dir.filePath(QStringLiteral("h.db")), Database::Durability::Normal, HistoryStore::migrations()));
        const ManualClock clock(m_noon);
        const qint64 day = SecondsPerDay * 1000;
        EngineFile engine(dir.filePath(QStringLiteral("e.db")));
        for (int back = 200; back >= 0; --back) {
            engine.write([&](MachineHistory& history) {
                for (int hour = 0; hour < 24; hour += 3) {
                    const UtcMs when = m_noon - back * day - hour * 3'600'000;
                    history.earn(QStringLiteral("storage"), back % 3 ? QStringLiteral("0xA") : QStringLiteral("0xB"), when, Amount::fromNano(10'000'001 + hour));
                    history.earn(QStringLiteral("sensors"), QStringLiteral("0xC"), when, Amount::fromNano(333));
                }
                history.putInterval({ m_noon - (back + 1) * day, m_noon - back * day, UptimeState::Up, {} });
                history.rollUptime(m_noon - (back + 1) * day, m_noon - back * day);
            });
        }
        engine.copyTo(store, m_machine);
        QVERIFY(store.post([this](Database& db) {
            const auto put = HistoryStore(db, QTimeZone::systemTimeZone()).putMoney(m_machine, { { 0, QStringLiteral("0xA"), Amount::fromNano(3'000'000'007), Amount::fromNano(5), Amount::fromNano(2'000'000'000) } });
            if (!put)
                qFatal("the states were not taken");
        }));
        EarningsModel model(store, clock);
        QSignalSpy changed(&model, &EarningsModel::changed);
        const auto settled = [&] { // all that was asked for has been answered
            QTRY_VERIFY_WITH_TIMEOUT(!model.isBusy(), Patience);
        };
        const auto inSight = [&] {
            qint64 sum = 0;
            for (int i = model.firstShown(); i <= model.lastShown(); ++i)
                sum += model.table().inBin(i).nano();
            return sum;
        };
        const auto ofGroups = [&] {
            qint64 sum = 0;
            for (const QVariant& group : model.groups())
                sum += Amount::fromTokens(group.value<EarningsPart>().exact())->nano();
            return sum;
        };
        for (const EarningsModel::Range range : { EarningsModel::Day, EarningsModel::Week, EarningsModel::Month, EarningsModel::Year, EarningsModel::All }) {
            model.setRange(range);
            model.refresh();
            settled();
            // The table adds up to the chart to the last nano-token, however it is cut.
            for (const EarningsModel::By by : { EarningsModel::Customer, EarningsModel::Machine, EarningsModel::State, EarningsModel::Resource }) {
                model.setBy(by);
                settled();
                QCOMPARE(ofGroups(), inSight());
                QCOMPARE(model.exactTotal(), Amount::fromNano(inSight()).toTokens());
                for (int i = model.firstShown(); i <= model.lastShown(); ++i) {
                    qint64 parts = 0;
                    const EarningsBar bar = model.bar(i);
                    for (const QVariant& part : bar.parts)
                        parts += Amount::fromTokens(part.value<EarningsPart>().exact())->nano();
                    QCOMPARE(parts, model.table().inBin(i).nano());
                }
            }
        }
        QVERIFY(inSight() > 201 * 8 * 10'000'000LL);
        model.setRange(EarningsModel::Month);
        settled();
        QCOMPARE(model.lastShown() - model.firstShown() + 1, 30);
        QVERIFY(!model.forecast().isEmpty());
        QVERIFY(model.forecastDetail().contains(QLatin1String("28")));
        QVERIFY(model.change() != QStringLiteral("—")); // the month before is recorded
        // Closer, around what is at the right edge.
        const double end = model.viewEnd();
        model.zoom(0.09, 1.0);
        QCOMPARE(model.range(), EarningsModel::Free);
        settled();
        QVERIFY(qAbs(model.viewEnd() - end) < 1000);
        QVERIFY(qAbs(model.viewEnd() - model.viewStart() - 2.7 * day) < 2.0 * 3'600'000); // 30 days have an hour more or less in spring and autumn
        const double hour = model.bars().first().end - model.bars().first().start;
        QCOMPARE(hour, 3'600'000.0);
        QCOMPARE(ofGroups(), inSight());
        // To the past, further than there is any; and back, never beyond today.
        for (int i = 0; i < 400; ++i)
            model.pan(-0.5);
        settled();
        QVERIFY(model.viewStart() < m_noon - 200.0 * day);
        QVERIFY(model.viewEnd() > m_noon - 202.0 * day);
        for (int i = 0; i < 400; ++i)
            model.pan(0.5);
        settled();
        QVERIFY(model.viewEnd() < m_noon + 2.0 * day);
        QVERIFY(inSight() > 0);
        for (int i = 0; i < 100; ++i)
            model.zoom(0.5, 0.5);
        settled();
        QVERIFY(model.viewEnd() - model.viewStart() >= 3 * 3'600'000.0 - 1);
        QVERIFY(model.bars().size() < 1000);
        for (int i = 0; i < 100; ++i)
            model.zoom(2, 0.5);
        settled();
        QVERIFY(model.bars().size() < 1000);
        QCOMPARE(ofGroups(), inSight());
        model.zoom(0, 0.5); // nonsense
        model.zoom(-1, 0.5);
        // A bar opens to its own time.
        model.setRange(EarningsModel::Week);
        settled();
        const EarningsBar friday = model.bar(model.firstShown() + 2);
        model.open(model.firstShown() + 2);
        settled();
        QCOMPARE(model.viewStart(), friday.start);
        QCOMPARE(model.viewEnd(), friday.end);
        // What is in sight, as a file.
        model.setRange(EarningsModel::Week);
        settled();
        const QString file = dir.filePath(QStringLiteral("week.csv"));
        QSignalSpy exported(&model, &EarningsModel::exported);
        model.exportCsv(QUrl::fromLocalFile(file));
        QVERIFY(exported.wait(Patience));
        QCOMPARE(exported.takeFirst().first().toString(), QString());
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = csv.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 8);
        QCOMPARE(lines.first().trimmed(), QByteArray("start,end,storage,sensors,total,covered"));
        qint64 written = 0;
        for (const QByteArray& line : lines.mid(1))
            written += Amount::fromTokens(QString::fromLatin1(line.split(',').value(4)))->nano();
        QCOMPARE(written, inSight());
        model.exportCsv(QUrl::fromLocalFile(QStringLiteral("/proc/no.csv")));
        QVERIFY(exported.wait(Patience));
        QVERIFY(exported.takeFirst().first().toString().contains(QStringLiteral("/proc/no.csv")));
    }
    void amountsAreWrittenAsEachLocaleWritesNumbers()
    {
        const QLocale before;
        const QList<QLocale> all = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
        QVERIFY(all.size() > 500);
        for (const QLocale& locale : all) {
            QLocale::setDefault(locale);
            for (const qint64 hundredths : { 1LL, 10LL, 99LL, 100LL, 999LL, 1'005LL, 99'999LL, 100'000LL, 123'456LL, 1'234'567LL, 99'999'999LL, 123'456'789LL, 900'719'925'474LL }) {
                const QString fraction = locale.toString(static_cast<double>(hundredths % 100) / 100, 'f', 2).mid(locale.toString(0).size());
                const QString expected = locale.toString(hundredths / 100) + fraction;
                QVERIFY2(Format::tokens(Amount::fromNano(hundredths * NanoPerToken / 100)) == expected,
                    qPrintable(locale.name() + u' ' + Format::tokens(Amount::fromNano(hundredths * NanoPerToken / 100)) + u' ' + expected));
            }
        }
        QLocale::setDefault(before);
    }
    void theUptimeStripHasADayACell()
    {
        const QTemporaryDir dir;
        StoreWorker store(*Database::open(dir.filePath(QStringLiteral("u.db")), Database::Durability::Normal, HistoryStore::migrations()));
        const ManualClock clock(m_noon);
        const qint64 hour = 3'600'000;
        EngineFile engine(dir.filePath(QStringLiteral("e.db")));
        engine.write([&](MachineHistory& history) {
            for (const UptimeInterval& interval : QList<UptimeInterval> { { m_noon - 36 * hour, m_noon - 34 * hour, UptimeState::Down, {} },
                     { m_noon - 34 * hour, m_noon - 12 * hour, UptimeState::Up, {} }, { m_noon - 12 * hour, m_noon, UptimeState::Paused, {} } })
                history.putInterval(interval);
            history.rollUptime(m_noon - 36 * hour, m_noon);
        });
        engine.copyTo(store, m_machine);
        UptimeModel model(store, clock);
        QSignalSpy changed(&model, &UptimeModel::changed);
        model.setMachine(m_machine);
        QVERIFY(changed.wait(Patience));
        QCOMPARE(model.cells().size(), 90);
        QCOMPARE(model.cells()[0].kind, UptimeModel::Kind::Before);
        QCOMPARE(model.cells()[88].kind, UptimeModel::Kind::Low);
        QCOMPARE(model.cells()[89].kind, UptimeModel::Kind::Paused);
        QVERIFY(model.tip(88).contains(QLatin1String("Stopped unexpectedly")));
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
