// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/conditions/conditions.h"
#include "services/engine/conditions/systemcomputer.h"
#include "tests/support/bus.h"

#include <QDateTime>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace surplus;
using test::Patience;

namespace {
const QTimeZone Berlin("Europe/Berlin");

UtcMs berlin(int year, int month, int day, int hour = 0, int minute = 0) { return QDateTime(QDate(year, month, day), QTime(hour, minute), Berlin).toMSecsSinceEpoch(); }

/// What a test makes the computer say.
struct SaidComputer final : Computer {
    struct Said {
        Fact<bool> battery { false, {} };
        Fact<bool> metered { false, {} };
        Fact<double> temperature { 50, {} };
        Fact<qint64> idle { 3'600'000, {} };
        Fact<QStringList> programs { QStringList(), {} };
    };
    explicit SaidComputer(Said& said) : said(said) { }
    void look(bool) override { }
    void want(bool, bool, bool) override { }
    [[nodiscard]] Fact<bool> onBattery() const override { return said.battery; }
    [[nodiscard]] Fact<bool> metered() const override { return said.metered; }
    [[nodiscard]] Fact<double> temperature() const override { return said.temperature; }
    [[nodiscard]] Fact<qint64> idleMs() const override { return said.idle; }
    [[nodiscard]] Fact<QStringList> programs() const override { return said.programs; }
    Said& said;
};

QStringList reasons(const Conditions& conditions)
{
    QStringList found;
    for (const Pause& pause : conditions.pauses())
        found.append(toText(pause.reason));
    return found;
}

void write(const QString& path, const QByteArray& text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("a file could not be written");
}

void setBusProperty(surplus::test::Bus& bus, const QString& service, const QString& path, const QString& property, const QVariant& value)
{
    bus.call(service, path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Set"), { service, property, QVariant::fromValue(QDBusVariant(value)) });
}
} // namespace

class ConditionsTest : public QObject {
    Q_OBJECT
    // libdbus reads the addresses of all buses with the first connection to any of them.
    surplus::test::Bus m_system { surplus::test::Bus::Kind::System };
    surplus::test::Bus m_session { surplus::test::Bus::Kind::Session };
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_system.start() && m_session.start(), "no bus: install the package dbus"); }

    void hoursOfAWeekAreReadAndSaid_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said"); // empty: refused
        QTest::newRow("two parts") << QStringLiteral("mon-fri 18-24, sat-sun") << QStringLiteral("mon-fri 18-24, sat-sun");
        QTest::newRow("past midnight") << QStringLiteral("mon 22-6") << QStringLiteral("mon 22-24, tue 0-6");
        QTest::newRow("past the week's end") << QStringLiteral("sun 22-6") << QStringLiteral("mon 0-6, sun 22-24");
        QTest::newRow("several spans") << QStringLiteral("wed 8-10, wed 12-14") << QStringLiteral("wed 8-10, wed 12-14");
        QTest::newRow("around the week") << QStringLiteral("sat-mon") << QStringLiteral("mon, sat-sun");
        QTest::newRow("whole day") << QStringLiteral("tue 0-24") << QStringLiteral("tue");
        QTest::newRow("no day") << QStringLiteral("someday 1-2") << QString();
        QTest::newRow("hour") << QStringLiteral("mon 1-25") << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void hoursOfAWeekAreReadAndSaid()
    {
        QFETCH(QString, typed);
        QFETCH(QString, said);
        const auto week = WeekHours::parse(typed);
        QCOMPARE(week.has_value(), !said.isEmpty());
        if (!week) {
            QVERIFY(week.error().message.contains(u"mon-fri"));
            return;
        }
        QCOMPARE(week->toText(), said);
        QCOMPARE(WeekHours::fromJson(week->toJson()), std::optional(*week));
    }

    void aScheduleKeepsToLocalTimeAcrossAClockChange()
    {
        const WeekHours nights = *WeekHours::parse(QStringLiteral("mon-sun 20-8"));
        // 25 October 2026: 03:00 becomes 02:00, the night is an hour longer.
        QCOMPARE(nextChange(nights, berlin(2026, 10, 24, 20), Berlin), std::optional(berlin(2026, 10, 25, 8)));
        QCOMPARE(berlin(2026, 10, 25, 8) - berlin(2026, 10, 24, 20), 13 * 3'600'000LL);
        // 29 March 2026: 02:00 becomes 03:00.
        QCOMPARE(berlin(2026, 3, 29, 8) - berlin(2026, 3, 28, 20), 11 * 3'600'000LL);
        QCOMPARE(nextChange(nights, berlin(2026, 3, 28, 20, 7), Berlin), std::optional(berlin(2026, 3, 29, 8)));
        // An hour that isn't there: sharing from 2 to 3 does not come that Sunday.
        const WeekHours two = *WeekHours::parse(QStringLiteral("sun 2-3"));
        QCOMPARE(nextChange(two, berlin(2026, 3, 29, 0), Berlin), std::optional(berlin(2026, 4, 5, 2)));
        // An hour that comes twice lasts two.
        const auto begin = nextChange(two, berlin(2026, 10, 25, 0), Berlin);
        QVERIFY(begin);
        QCOMPARE(*nextChange(two, *begin, Berlin) - *begin, 2 * 3'600'000LL);
        // Every hour of two years, against the calendar.
        for (UtcMs at = berlin(2026, 1, 1); at < berlin(2028, 1, 1); at += 1'800'000) {
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, Berlin);
            QCOMPARE(isOn(nights, at, Berlin), local.time().hour() >= 20 || local.time().hour() < 8);
        }
    }
    void aScheduleKeepsToAZoneOnAQuarterHour()
    {
        const QTimeZone kathmandu("Asia/Kathmandu"); // +05:45
        const WeekHours week = *WeekHours::parse(QStringLiteral("mon-sun 9-10"));
        const UtcMs nine = QDateTime(QDate(2026, 11, 24), QTime(9, 0), kathmandu).toMSecsSinceEpoch();
        QCOMPARE(nextChange(week, nine - 60'000, kathmandu), std::optional(nine));
        QCOMPARE(nextChange(week, nine, kathmandu), std::optional<UtcMs>(nine + 3'600'000));
    }
    void aScheduleThatNeverChangesHasNoEnd()
    {
        QCOMPARE(nextChange(WeekHours::always(), berlin(2026, 1, 1), Berlin), std::nullopt);
        QCOMPARE(nextChange(WeekHours(), berlin(2026, 1, 1), Berlin), std::nullopt);
    }

    void aMonthOfAccountingBeginsOnItsDay()
    {
        QCOMPARE(accountingStart(berlin(2026, 11, 24, 12), 1, Berlin), berlin(2026, 11, 1));
        QCOMPARE(accountingEnd(berlin(2026, 11, 24, 12), 1, Berlin), berlin(2026, 12, 1));
        QCOMPARE(accountingStart(berlin(2026, 11, 24, 12), 25, Berlin), berlin(2026, 10, 25));
        QCOMPARE(accountingEnd(berlin(2026, 11, 24, 12), 25, Berlin), berlin(2026, 11, 25));
        // The 31st, in months that have none.
        QCOMPARE(accountingStart(berlin(2026, 2, 28, 0), 31, Berlin), berlin(2026, 2, 28));
        QCOMPARE(accountingEnd(berlin(2026, 2, 28, 0), 31, Berlin), berlin(2026, 3, 31));
        QCOMPARE(accountingStart(berlin(2026, 3, 30, 23), 31, Berlin), berlin(2026, 2, 28));
        // Seamless over two years for each reset day.
        for (int day = 1; day <= 31; ++day) {
            for (UtcMs at = berlin(2027, 1, 1, 5); at < berlin(2029, 1, 1); at = accountingEnd(at, day, Berlin)) {
                QVERIFY(accountingStart(at, day, Berlin) <= at && at < accountingEnd(at, day, Berlin));
                QCOMPARE(accountingStart(accountingEnd(at, day, Berlin), day, Berlin), accountingEnd(at, day, Berlin));
            }
        }
    }

    void aMonthsTrafficIsCountedWhateverTheClockSays()
    {
        MonthTraffic month;
        month.count(100, berlin(2026, 11, 24), 1, Berlin);
        month.count(50, berlin(2026, 11, 30, 23), 1, Berlin);
        QCOMPARE(month.bytes, 150);
        month.count(7, berlin(2026, 12, 1), 1, Berlin);
        QCOMPARE(month.bytes, 7);
        // Set back over the month's end: no new month, and none lost.
        month.count(3, berlin(2026, 11, 30), 1, Berlin);
        QCOMPARE(month.bytes, 10);
        // A year ahead by mistake, and set right: the next month comes in its time.
        month.count(1, berlin(2027, 12, 5), 1, Berlin);
        QCOMPARE(month.bytes, 1);
        month.count(1, berlin(2026, 12, 5), 1, Berlin);
        QCOMPARE(month.bytes, 2);
        month.count(5, berlin(2027, 1, 1), 1, Berlin);
        QCOMPARE(month.bytes, 5);
        month.count(-4, berlin(2027, 1, 2), 1, Berlin); // a counter that began anew
        QCOMPARE(month.bytes, 5);
    }

    void eachRulePausesAndSaysWhy()
    {
        ManualClock clock(berlin(2026, 11, 24, 12)); // a Tuesday
        SaidComputer::Said said;
        Conditions conditions(std::make_unique<SaidComputer>(said), clock);
        Rules rules;
        rules.hot = rules.inUse = true;
        rules.programs = { QStringLiteral("steam"), QStringLiteral("a-program-with-a-long-name") };
        conditions.setRules(rules);
        conditions.look();
        QVERIFY(conditions.pauses().isEmpty());

        said.battery.value = true;
        said.metered.value = true;
        said.idle.value = 10 * 60'000 - 1;
        said.programs.value = QStringList { QStringLiteral("bash"), QStringLiteral("a-program-with-") };
        QCOMPARE(reasons(conditions), (QStringList { QStringLiteral("battery"), QStringLiteral("metered"), QStringLiteral("inUse"), QStringLiteral("program") }));
        QCOMPARE(conditions.pauses().last().detail, QStringLiteral("a-program-with-a-long-name"));
        said = {};
        said.idle.value = 10 * 60'000;
        QVERIFY(conditions.pauses().isEmpty());

        // Hot until it is cooler by the margin.
        for (const auto& [celsius, paused] : { std::pair(85.0, false), { 85.5, true }, { 83.0, true }, { 80.5, true }, { 79.9, false }, { 84.0, false } }) {
            said.temperature.value = celsius;
            conditions.look();
            QCOMPARE(!conditions.pauses().isEmpty(), paused);
        }

        rules.schedule = true;
        rules.share = WeekHours::nightsAndWeekends();
        conditions.setRules(rules);
        QCOMPARE(reasons(conditions), QStringList { QStringLiteral("schedule") });
        QCOMPARE(conditions.pauses().first().until, std::optional(berlin(2026, 11, 24, 20)));
        clock.advance(berlin(2026, 11, 24, 20) - clock.now());
        QVERIFY(conditions.pauses().isEmpty());
        QCOMPARE(conditions.nextScheduleChange(), std::optional(berlin(2026, 11, 25, 8)));
    }
    void aMissingSourceIsNamedAndPausesNothing()
    {
        ManualClock clock(berlin(2026, 11, 24, 12));
        SaidComputer::Said said;
        said.battery = { std::nullopt, QStringLiteral("no UPower") };
        said.temperature = { std::nullopt, QStringLiteral("no sensor") };
        Conditions conditions(std::make_unique<SaidComputer>(said), clock);
        Rules rules;
        rules.battery = rules.hot = true;
        conditions.setRules(rules);
        conditions.look();
        QVERIFY(conditions.pauses().isEmpty());
        QStringList missing;
        for (const RuleSource& source : conditions.sources()) {
            if (!source.missing.isEmpty())
                missing.append(source.rule);
        }
        QCOMPARE(missing, (QStringList { QStringLiteral("battery"), QStringLiteral("hot") }));
    }

    void wrongRulesAreRefusedAndChangeNothing()
    {
        for (const auto& [json, name] : { std::pair(QJsonObject { { QStringLiteral("battery"), 1 } }, "battery"),
                 { QJsonObject { { QStringLiteral("hotAbove"), 39 } }, "hotAbove" }, { QJsonObject { { QStringLiteral("idleMinutes"), 0 } }, "idleMinutes" },
                 { QJsonObject { { QStringLiteral("share"), QJsonArray { QStringLiteral("1") } } }, "share" },
                 { QJsonObject { { QStringLiteral("programs"), QJsonArray { QStringLiteral("/bin/sh") } } }, "programs" } }) {
            const auto rules = Rules::fromJson(json, {});
            QVERIFY(!rules);
            QVERIFY2(rules.error().message.contains(QLatin1String(name)), qPrintable(rules.error().message));
        }
        Rules rules;
        rules.share = WeekHours::nightsAndWeekends();
        rules.programs = { QStringLiteral("x") };
        QCOMPARE(Rules::fromJson(rules.toJson(), {}).value(), rules);
    }

    void upowerAndNetworkManagerAreAskedOverTheBus()
    {
        const QString upower = QStringLiteral("org.freedesktop.UPower");
        const QString networkManager = QStringLiteral("org.freedesktop.NetworkManager");
        const QString networkPath = QStringLiteral("/org/freedesktop/NetworkManager");
        surplus::test::Bus& bus = m_system;
        SystemComputer computer;
        QTRY_VERIFY_WITH_TIMEOUT(computer.onBattery().missing.contains(upower), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(computer.metered().missing.contains(networkManager), Patience);
        bus.serve(QStringLiteral("upower"));
        bus.serve(QStringLiteral("networkmanager"));
        const auto asked = [&](auto condition) { // a service that comes later is found with a full look
            return QTest::qWaitFor([&] {
                computer.look(true);
                return condition();
            }, Patience);
        };
        QVERIFY2(asked([&] { return computer.onBattery().value.has_value(); }), "no answer: install the package python3-dbusmock");
        QVERIFY(!*computer.onBattery().value);
        setBusProperty(bus, upower, QStringLiteral("/org/freedesktop/UPower"), QStringLiteral("OnBattery"), true);
        QTRY_COMPARE_WITH_TIMEOUT(computer.onBattery().value, std::optional(true), Patience); // by its signal
        setBusProperty(bus, upower, QStringLiteral("/org/freedesktop/UPower"), QStringLiteral("OnBattery"), false);
        QTRY_COMPARE_WITH_TIMEOUT(computer.onBattery().value, std::optional(false), Patience);

        bus.call(networkManager, networkPath, QStringLiteral("org.freedesktop.DBus.Mock"), QStringLiteral("AddProperty"), // its template lacks it
            { networkManager, QStringLiteral("Metered"), QVariant::fromValue(QDBusVariant(0U)) });
        QVERIFY(asked([&] { return computer.metered().missing.contains(u"manages no connection"); }));
        for (const auto& [value, metered] : { std::pair(1U, true), { 2U, false }, { 3U, true }, { 4U, false } }) {
            setBusProperty(bus, networkManager, networkPath, QStringLiteral("Metered"), value);
            QVERIFY2(asked([&] { return computer.metered().value == std::optional(metered); }), qPrintable(QString::number(value)));
        }
        bus.stop(QStringLiteral("upower"));
        QVERIFY(asked([&] { return !computer.onBattery().value && computer.onBattery().missing.contains(upower); }));
    }

    void theHottestProcessorSensorCounts()
    {
        const QTemporaryDir root;
        SystemComputer none(root.path());
        none.look(true);
        QVERIFY(none.temperature().missing.contains(u"hwmon"));
        const QString chips = root.path() + QStringLiteral("/sys/class/hwmon/");
        write(chips + QStringLiteral("hwmon0/name"), "nvme\n");
        write(chips + QStringLiteral("hwmon0/temp1_input"), "91000\n");
        SystemComputer disk(root.path());
        disk.look(true);
        QCOMPARE(disk.temperature().value, std::optional(91.0));
        write(chips + QStringLiteral("hwmon1/name"), "coretemp\n");
        write(chips + QStringLiteral("hwmon1/temp1_input"), "61500\n");
        write(chips + QStringLiteral("hwmon1/temp2_input"), "72250\n");
        write(chips + QStringLiteral("hwmon1/temp3_input"), "255000\n"); // not connected
        disk.look(true);
        QCOMPARE(disk.temperature().value, std::optional(72.25));
    }

    void runningProgramsAreSeen()
    {
        SystemComputer computer;
        computer.look(true);
        QVERIFY(computer.programs().value.value_or(QStringList()).contains(QStringLiteral("conditions_test")));
        QProcess sleeper;
        sleeper.start(QStringLiteral("sleep"), { QStringLiteral("60") });
        QVERIFY(sleeper.waitForStarted());
        computer.want(false, false, true);
        QTRY_VERIFY_WITH_TIMEOUT((computer.look(false), computer.programs().value->contains(QStringLiteral("sleep"))), Patience);
        sleeper.kill();
        sleeper.waitForFinished();
    }

    void theXServerTellsHowLongNobodyTouchedIt()
    {
        const QTemporaryDir dir;
        QProcess server;
        server.setStandardErrorFile(QProcess::nullDevice());
        server.start(QStringLiteral("Xvfb"), { QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("320x240x24") });
        QVERIFY2(server.waitForStarted(), "no X server: install the package xvfb");
        QTRY_VERIFY_WITH_TIMEOUT(server.bytesAvailable() > 0 || (server.waitForReadyRead(100), server.bytesAvailable() > 0), Patience);
        qputenv("DISPLAY", ':' + server.readAll().trimmed());
        qunsetenv("WAYLAND_DISPLAY");
        IdleTime idle;
        QTRY_VERIFY_WITH_TIMEOUT((idle.look(), idle.fact().value.has_value()), Patience);
        const qint64 first = *idle.fact().value;
        QTRY_VERIFY_WITH_TIMEOUT((idle.look(), *idle.fact().value > first), Patience);
        server.kill();
        server.waitForFinished();
        QTRY_VERIFY_WITH_TIMEOUT((idle.look(), !idle.fact().value && !idle.fact().missing.isEmpty()), Patience);
        qunsetenv("DISPLAY");
    }

    void theDesktopTellsHowLongNobodyTouchedIt()
    {
        const QString gnome = QStringLiteral("org.gnome.Mutter.IdleMonitor");
        const QString freedesktop = QStringLiteral("org.freedesktop.ScreenSaver");
        const auto offerFreedesktop = [&](surplus::test::Bus& bus, const QString& python) {
            bus.serve(freedesktop, QStringLiteral("/org/freedesktop/ScreenSaver"), QStringLiteral("GetSessionIdleTime"), QStringLiteral("u"), python);
        };
        qunsetenv("DISPLAY");
        surplus::test::Bus& bus = m_session;
        IdleTime idle;
        const auto said = [&](auto condition) { return QTest::qWaitFor([&] { return idle.look(), condition(idle.fact()); }, Patience); };
        const auto nobody = [](const Fact<qint64>& fact) { return !fact.value && fact.missing.contains(u"no desktop session"); };
        QVERIFY(said(nobody));

        bus.serve(gnome, QStringLiteral("/org/gnome/Mutter/IdleMonitor/Core"), QStringLiteral("GetIdletime"), QStringLiteral("t"), QStringLiteral("ret = 125000"));
        QVERIFY(said([](const Fact<qint64>& fact) { return fact.value == std::optional<qint64>(125'000); }));
        bus.stop(gnome);
        QVERIFY(said(nobody));

        // Some desktops count in milliseconds, some in seconds as the text of the interface says; one that was asked goes on.
        const QString counted = QStringLiteral("import time; ret = int((time.time() - %1) * %2)");
        const double begun = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000 - 300;
        for (const int perSecond : { 1, 1000 }) {
            IdleTime other;
            offerFreedesktop(bus, counted.arg(begun, 0, 'f', 3).arg(perSecond));
            const auto near = [&] {
                const double truth = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) - begun * 1000;
                return other.look(), other.fact().value && std::abs(static_cast<double>(*other.fact().value) - truth) < 60'000; // the other unit is further away
            };
            QVERIFY2(QTest::qWaitFor(near, Patience), qPrintable(QString::number(other.fact().value.value_or(-1))));
            for (int i = 0; i < 8; ++i) { // what was found out stays
                QTest::qWait(500); // it is asked meanwhile
                QVERIFY(near());
            }
            bus.stop(freedesktop);
            QVERIFY(QTest::qWaitFor([&] { return other.look(), nobody(other.fact()); }, Patience));
        }
    }
};

QTEST_GUILESS_MAIN(ConditionsTest)
#include "conditions_test.moc"
