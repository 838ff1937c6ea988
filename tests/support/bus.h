// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/children.h"
#include "tests/support/patience.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <memory>

namespace surplus::test {

/// A bus of the test's own (dbus-daemon), with services of python-dbusmock on it. Its address stands in the environment.
struct Bus {
    enum class Kind { System, Session };
    explicit Bus(Kind which) : kind(which) { }

    [[nodiscard]] bool start()
    {
        const QString socket = QStringLiteral("unix:path=") + dir.filePath(QStringLiteral("bus"));
        QFile config(dir.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly))
            return false;
        config.write(QStringLiteral("<busconfig><type>%1</type><listen>%2</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                                    "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>").arg(isSystem() ? QStringLiteral("system") : QStringLiteral("session"), socket).toUtf8());
        config.close();
        endWithThisThread(daemon);
        daemon.start(QStringLiteral("dbus-daemon"), { QStringLiteral("--config-file=") + config.fileName(), QStringLiteral("--nofork") });
        qputenv(isSystem() ? "DBUS_SYSTEM_BUS_ADDRESS" : "DBUS_SESSION_BUS_ADDRESS", socket.toUtf8());
        return daemon.waitForStarted() && QTest::qWaitFor([&] { return QFileInfo::exists(dir.filePath(QStringLiteral("bus"))); }, Patience);
    }
    /// One of python-dbusmock's templates. What it is asked is in said().
    void serve(const QString& name) { startMock(name, { QStringLiteral("--template"), name }); }
    /// A service of one object with one method that takes nothing and returns what the Python text assigns to `ret`.
    void serve(const QString& name, const QString& path, const QString& method, const QString& signature, const QString& python)
    {
        startMock(name, { name, path, name });
        call(name, path, QStringLiteral("org.freedesktop.DBus.Mock"), QStringLiteral("AddMethod"), { name, method, QString(), signature, python });
    }
    [[nodiscard]] QByteArray said(const QString& name)
    {
        log[name] += services.value(name)->readAllStandardOutput();
        return log[name];
    }
    /// A call that is repeated until it is answered: a service takes its name before its objects are there.
    void call(const QString& service, const QString& path, const QString& interface, const QString& method, const QVariantList& arguments)
    {
        QDBusConnection bus = QDBusConnection::connectToBus(isSystem() ? QDBusConnection::SystemBus : QDBusConnection::SessionBus, connectionName());
        QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
        message.setArguments(arguments);
        QDBusMessage reply;
        const bool done = QTest::qWaitFor([&] { return (reply = bus.call(message, QDBus::Block, 10'000)).type() == QDBusMessage::ReplyMessage; }, Patience);
        QVERIFY2(done, qPrintable(reply.errorMessage()));
    }
    void stop(const QString& name)
    {
        services.value(name)->kill();
        services.take(name)->waitForFinished();
    }
    ~Bus()
    {
        QDBusConnection::disconnectFromBus(connectionName());
        for (const auto& service : services) {
            service->kill();
            service->waitForFinished();
        }
        daemon.kill();
        daemon.waitForFinished();
    }
    [[nodiscard]] bool isSystem() const { return kind == Kind::System; }
    [[nodiscard]] QString connectionName() const { return isSystem() ? QStringLiteral("test-system") : QStringLiteral("test-session"); }

    void startMock(const QString& name, const QStringList& words)
    {
        const auto process = std::make_shared<QProcess>();
        endWithThisThread(*process);
        process->start(QStringLiteral("/usr/bin/python3"), QStringList { QStringLiteral("-u"), QStringLiteral("-m"), QStringLiteral("dbusmock"),
            isSystem() ? QStringLiteral("--system") : QStringLiteral("--session") } + words);
        if (!process->waitForStarted())
            qFatal("python3-dbusmock could not be started: install the package python3-dbusmock");
        services.insert(name, process);
    }

    const Kind kind;
    QTemporaryDir dir;
    QProcess daemon;
    QHash<QString, std::shared_ptr<QProcess>> services;
    QHash<QString, QByteArray> log;
};

} // namespace surplus::test
