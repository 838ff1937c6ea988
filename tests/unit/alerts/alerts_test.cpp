// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/alerts/alertdesk.h"
#include "services/dashboard/alerts/weeklysummary.h"
#include "tests/support/bus.h"

#include <QSignalSpy>

using namespace surplus;
using test::Patience;

namespace {
const QString Daemon = QStringLiteral("notification_daemon");
const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
}

/// Against a notification server of python-dbusmock, which writes down what it is asked.
class AlertsTest : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Bus> m_bus;

    int calls(const char* method) { return static_cast<int>(m_bus->said(Daemon).count(QByteArray(" ") + method + ' ')); }
private Q_SLOTS:
    void initTestCase() // one for the whole program: libdbus reads the address once
    {
        m_bus = std::make_unique<test::Bus>(test::Bus::Kind::Session);
        QVERIFY2(m_bus->start(), "no bus: install the package dbus");
    }
    void init()
    {
        m_bus->serve(Daemon);
        m_bus->call(Service, Path, Service, QStringLiteral("GetServerInformation"), {});
    }
    void cleanup()
    {
        if (m_bus->services.contains(Daemon))
            m_bus->stop(Daemon);
        m_bus->log.clear();
    }

    void aWeekIsToldOnce()
    {
        const auto at = [](int day, int hour, int minute = 0) { return QDateTime(QDate(2026, 11, day), QTime(hour, minute)); };
        const QDate monday(2026, 11, 23);
        QCOMPARE(weekToTell(at(23, 8, 59), monday.addDays(-7)), std::nullopt);
        QCOMPARE(weekToTell(at(23, 9), monday.addDays(-7)), std::optional(monday));
        QCOMPARE(weekToTell(at(23, 9), monday), std::nullopt);
        QCOMPARE(weekToTell(at(29, 23), monday), std::nullopt); // Sunday
        QCOMPARE(weekToTell(at(26, 1), monday.addDays(-14)), std::optional(monday)); // away for weeks: the last one only
        QCOMPARE(weekToTell(at(23, 3), QDate()), std::optional(monday.addDays(-7)));
        QCOMPARE(weekToTell(at(24, 12), monday.addDays(7)), std::nullopt); // the clock was ahead
    }
    void aNotificationHasItsActionsAndIsReplaced()
    {
        Notifier notifier;
        QSignalSpy chosen(&notifier, &Notifier::chosen);
        notifier.show(QStringLiteral("machine"), QStringLiteral("It stopped"), QStringLiteral("1 < 2"), { { QStringLiteral("restart"), QStringLiteral("Restart now") } });
        QTRY_COMPARE_WITH_TIMEOUT(calls("Notify"), 1, Patience);
        QVERIFY2(m_bus->said(Daemon).contains("1 &lt; 2"), m_bus->said(Daemon).constData()); // the body may be read as markup
        QVERIFY(m_bus->said(Daemon).contains("Restart now"));
        // Its number comes before whatever else that server says.
        const auto invoke = [&](uint id, const QString& action) {
            m_bus->call(Service, Path, QStringLiteral("org.freedesktop.DBus.Mock"), QStringLiteral("EmitSignal"),
                { Service, QStringLiteral("ActionInvoked"), QStringLiteral("us"), QVariantList { id, action } });
        };
        invoke(99, QStringLiteral("restart")); // somebody else's
        invoke(1, QStringLiteral("restart"));
        QTRY_COMPARE_WITH_TIMEOUT(chosen.size(), 1, Patience);
        QCOMPARE(chosen.first(), (QVariantList { QStringLiteral("machine"), QStringLiteral("restart") }));
        notifier.show(QStringLiteral("machine"), QStringLiteral("It stopped again"), {}, {});
        QTRY_COMPARE_WITH_TIMEOUT(calls("Notify"), 2, Patience);
        QVERIFY2(m_bus->said(Daemon).contains("Notify \"Surplus\" 1 "), m_bus->said(Daemon).constData()); // in the place of the first
        notifier.withdraw(QStringLiteral("machine"));
        QTRY_VERIFY_WITH_TIMEOUT(calls("CloseNotification") > 0, Patience);
    }
    void aProblemIsToldOnceAndOnlyIfItLasts()
    {
        Notifier notifier;
        AlertDesk desk(notifier, std::chrono::milliseconds(400));
        const auto raise = [&](const char* key) { desk.raise(QLatin1String(key), QStringLiteral("Problem"), QString::fromLatin1(key), {}); };
        raise("short");
        desk.clear(QStringLiteral("short"));
        raise("long");
        raise("long");
        QTRY_COMPARE_WITH_TIMEOUT(calls("Notify"), 1, Patience);
        raise("long");
        raise("after"); // had the other been told again, then before this one
        QTRY_COMPARE_WITH_TIMEOUT(calls("Notify"), 2, Patience);
        desk.clear(QStringLiteral("long"));
        QTRY_COMPARE_WITH_TIMEOUT(calls("CloseNotification"), 1, Patience);
        raise("long"); // another time
        QTRY_COMPARE_WITH_TIMEOUT(calls("Notify"), 3, Patience);
        desk.setEnabled(false);
        raise("quiet");
        AlertDesk other(notifier, std::chrono::milliseconds(400));
        other.raise(QStringLiteral("loud"), QStringLiteral("Problem"), QStringLiteral("in words"), {});
        QTRY_COMPARE_WITH_TIMEOUT(calls("Notify"), 4, Patience);
        QVERIFY(!m_bus->said(Daemon).contains("quiet"));
    }
    void withoutAServerNothingHappens()
    {
        m_bus->stop(Daemon);
        Notifier notifier;
        notifier.show(QStringLiteral("machine"), QStringLiteral("It stopped"), {}, {});
        notifier.withdraw(QStringLiteral("machine"));
    }
};

QTEST_GUILESS_MAIN(AlertsTest)
#include "alerts_test.moc"
