// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes on a connection to a real server: the first byte says whether they come before or after the WebSocket handshake.
#include "services/common/rpc/server.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTcpSocket>
#include <cstdlib>

namespace {
using namespace surplus;

struct Running {
    int argc = 1;
    char name[5] = "fuzz";
    char* argv[2] = { name, nullptr };
    QCoreApplication app { argc, argv };
    RpcServer server { std::nullopt };
    quint16 port = 0;
    Running()
    {
        server.add({ "echo", Role::Anyone, "says it again", { { "text", ParamType::String, true, "text" } }, "text" },
            [](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
                session.setRole(Role::Viewer);
                reply.result(params);
            });
        port = server.listen(QHostAddress(QHostAddress::LocalHost), 0).value_or(0);
        if (port == 0)
            std::abort();
    }
};

/// Runs both ends until `socket` has nothing more to say for a moment.
void settle(QTcpSocket& socket, int quietMs)
{
    QElapsedTimer quiet;
    quiet.start();
    while (socket.state() == QAbstractSocket::ConnectedState && quiet.elapsed() < quietMs) {
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (!socket.readAll().isEmpty())
            quiet.restart();
    }
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static Running running;
    if (size < 2)
        return 0;
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), running.port);
    if (!socket.waitForConnected(2000))
        return 0;
    if (data[0] % 4 != 0) {
        socket.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        for (int i = 0; i < 200 && socket.bytesAvailable() == 0; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        socket.readAll();
    }
    socket.write(reinterpret_cast<const char*>(data + 1), static_cast<qint64>(size - 1));
    settle(socket, 1);
    socket.abort();
    // Every connection is gone from the server before the next one comes.
    QElapsedTimer patience;
    patience.start();
    do {
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (patience.elapsed() > 10'000)
            std::abort();
    } while (running.server.connections() > 0);
    return 0;
}
