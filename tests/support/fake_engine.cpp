// SPDX-License-Identifier: GPL-3.0-or-later
// An engine that misbehaves in the way it is told: what the supervisor has to live with.
#include "services/common/api/methods.h"
#include "services/common/api/status.h"
#include "services/common/crypto/keccak.h"
#include "services/common/rpc/secretauth.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTextStream>
#include <QTimer>
#include <csignal>
#include <unistd.h>

int main(int argc, char** argv)
{
    using namespace surplus;
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString mode = arguments.value(1);
    const QString data = arguments.value(arguments.indexOf(QStringLiteral("--data")) + 1);
    if (mode == QLatin1String("crash")) {
        QTextStream(stderr) << "the disk is made of cheese\n";
        return 3;
    }
    if (mode == QLatin1String("flood")) {
        for (int i = 0; i < 20000; ++i)
            QTextStream(stdout) << QString(100, u'x') << '\n';
        return 3;
    }
    if (mode == QLatin1String("never-ready"))
        return QCoreApplication::exec();
    if (mode == QLatin1String("stubborn"))
        signal(SIGTERM, SIG_IGN);
    QProcess inGroup;
    if (mode == QLatin1String("child")) // and a grandchild
        inGroup.start(QStringLiteral("sh"), { QStringLiteral("-c"), QStringLiteral("sleep 1000.75 & wait") });

    RpcServer server(std::nullopt);
    const QByteArray secret = randomBytes(32);
    const int protocol = mode == QLatin1String("older") ? 0 : ControlProtocol;
    addSecretAuthentication(server, secret, { { QStringLiteral("protocol"), protocol }, { QStringLiteral("version"), QStringLiteral("0.0.1") } });
    EngineStatus status;
    status.machine = *MachineId::fromRaw(QByteArray(32, 'f'));
    int looks = 0;
    addFrom(server, controlApi(), "engine.status", [&](RpcSession&, const QJsonObject&, const RpcReply& reply) {
        if (mode == QLatin1String("hang") && ++looks > 1)
            sleep(1000); // the whole event loop with it
        reply.result(status.toJson());
    });
    addFrom(server, controlApi(), "engine.stop", [&](RpcSession&, const QJsonObject&, const RpcReply& reply) {
        reply.result({});
        if (mode != QLatin1String("stubborn"))
            QTimer::singleShot(20, &app, [] { _exit(0); });
    });
    const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
    const RuntimeFile runtime { *port, secret, QCoreApplication::applicationPid(), processStartTime(QCoreApplication::applicationPid()), QStringLiteral("0.0.1"), protocol };
    if (!runtime.write(data))
        return 4;
    return QCoreApplication::exec();
}
