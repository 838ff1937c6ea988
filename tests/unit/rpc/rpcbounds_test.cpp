// SPDX-License-Identifier: GPL-3.0-or-later
// DESIGN.md "Control API" and MONEY.md "Sessions": what connections may hold, and that the owner is never refused.
#include "services/common/crypto/keccak.h"
#include "services/common/rpc/peer.h"
#include "services/common/rpc/secretauth.h"
#include "services/common/rpc/waitingroom.h"

#include <QJsonDocument>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <arpa/inet.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace surplus;

class RpcBoundsTest : public QObject {
    Q_OBJECT
    const QByteArray m_secret = randomBytes(32);

    /// A server to which connections from the ports in `foreign` belong to another user.
    struct Running {
        QSet<quint16> foreign;
        bool allForeign = false;
        RpcServer server { std::nullopt, nullptr,
            [this](const QTcpSocket& socket) { return !allForeign && !foreign.contains(socket.peerPort()); } };
        quint16 port = 0;
        [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(port)); }
    };
    std::unique_ptr<Running> start()
    {
        auto running = std::make_unique<Running>();
        addSecretAuthentication(running->server, m_secret, {});
        running->port = *running->server.listen(QHostAddress(QHostAddress::LocalHost), 0);
        return running;
    }
    Result<QJsonObject> authenticate(RpcClient& client)
    {
        std::optional<Result<QJsonObject>> outcome;
        authenticateWithSecret(client, m_secret, [&](Result<QJsonObject> answer) { outcome = std::move(answer); });
        (void)QTest::qWaitFor([&] { return outcome.has_value(); });
        return outcome.value_or(failure(QStringLiteral("test"), QStringLiteral("no answer")));
    }
    static std::unique_ptr<QTcpSocket> idle(Running& running, bool foreign)
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), running.port);
        if (socket->waitForConnected() && foreign)
            running.foreign.insert(socket->localPort()); // before the server's loop takes it up
        return socket;
    }
    static bool isGone(const QTcpSocket& socket) { return socket.state() == QAbstractSocket::UnconnectedState; }
    static Network v4(int n) { return Network(QStringLiteral("10.0.0.%1").arg(n)); }

private Q_SLOTS:
    void theOldestOfAnAddressMakesRoom()
    {
        WaitingRoom room({ .perNetwork = 3, .strangers = 100, .own = 10 });
        QList<WaitingRoom::Id> ids;
        for (int i = 0; i < 3; ++i)
            ids.append(room.enter(v4(1), false));
        QCOMPARE(room.toMakeRoom(v4(2), false), std::nullopt);
        QCOMPARE(room.toMakeRoom(v4(1), true), std::nullopt); // the own user's place is another
        QCOMPARE(room.toMakeRoom(v4(1), false), ids[0]);
        room.spoke(ids[0]);
        QCOMPARE(room.toMakeRoom(v4(1), false), ids[1]); // whoever said something stays longer
        room.leave(ids[1]);
        QCOMPARE(room.toMakeRoom(v4(1), false), std::nullopt);
    }
    void aFullRoomDropsFromTheAddressWithMost()
    {
        WaitingRoom room({ .perNetwork = 8, .strangers = 20, .own = 10 });
        QSet<WaitingRoom::Id> silent;
        for (int i = 0; i < 8; ++i) {
            const auto id = room.enter(v4(1), false);
            if (i < 4)
                room.spoke(id);
            else
                silent.insert(id);
        }
        for (int i = 0; i < 12; ++i)
            (void)room.enter(v4(10 + i), false);
        QSet<WaitingRoom::Id> chosen;
        for (int i = 0; i < 200; ++i)
            chosen.insert(*room.toMakeRoom(v4(99), false));
        QCOMPARE(chosen, silent); // any of them
    }
    void aSlash48HasThePlacesOfFourSlash64s()
    {
        WaitingRoom room({ .perNetwork = 2, .strangers = 1000, .own = 10 });
        const auto net = [](int n) { return Network(QStringLiteral("20010db80001%1").arg(n, 4, 16, QLatin1Char('0'))); };
        const auto first = room.enter(net(0), false);
        for (int i = 1; i < 8; ++i) {
            QCOMPARE(room.toMakeRoom(net(i), false), std::nullopt);
            (void)room.enter(net(i), false);
        }
        QCOMPARE(room.toMakeRoom(net(8), false), first);
        QCOMPARE(room.toMakeRoom(v4(1), false), std::nullopt);
    }
    void strangersAreBounded()
    {
        const auto running = start();
        running->allForeign = true;
        std::vector<std::unique_ptr<QWebSocket>> sockets;
        for (int i = 0; i < RpcServer::MaxUnauthenticatedPerAddress + 4; ++i) {
            sockets.push_back(std::make_unique<QWebSocket>());
            sockets.back()->open(running->url());
            QVERIFY(QTest::qWaitFor([&] { return sockets.back()->isValid(); }));
        }
        const auto open = [&] { return std::count_if(sockets.begin(), sockets.end(), [](const auto& socket) { return socket->isValid(); }); };
        QTRY_COMPARE(open(), RpcServer::MaxUnauthenticatedPerAddress);
        QVERIFY(!sockets[0]->isValid() && !sockets[3]->isValid() && sockets[4]->isValid());
        // A large message before authentication ends the connection; so does saying nothing.
        sockets[4]->sendTextMessage(QString(static_cast<int>(RpcServer::MaxBytesBefore) + 1, u'x'));
        QTRY_VERIFY(!sockets[4]->isValid());
        QTRY_VERIFY_WITH_TIMEOUT(!sockets[5]->isValid(), RpcServer::AuthenticationMs * 4);
    }
    void whoRenewsIdleConnectionsKeepsNobodyOut_data()
    {
        QTest::addColumn<bool>("foreign");
        QTest::newRow("another user") << true;
        QTest::newRow("a web page in the user's own browser") << false;
    }
    void whoRenewsIdleConnectionsKeepsNobodyOut()
    {
        QFETCH(bool, foreign);
        const auto running = start();
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 40; ++i)
            sockets.push_back(idle(*running, foreign));
        for (int round = 0; round < 20; ++round) {
            for (int i = 0; i < 10; ++i) { // renewed all the time
                sockets.erase(sockets.begin());
                sockets.push_back(idle(*running, foreign));
            }
            RpcClient owner;
            QVERIFY(owner.openAndWait(running->url()));
            const auto entered = authenticate(owner);
            QVERIFY2(entered, entered ? "" : qPrintable(entered.error().message));
        }
    }
    void anOwnerInTheHandshakeIsNotPushedOutByStrangers()
    {
        const auto running = start();
        const auto owner = idle(*running, false);
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 600; ++i) {
            sockets.push_back(idle(*running, true));
            if (i % 20 == 0)
                QCoreApplication::processEvents();
        }
        QTRY_COMPARE(std::count_if(sockets.begin(), sockets.end(), [](const auto& socket) { return !isGone(*socket); }),
            RpcServer::MaxUnauthenticatedPerAddress);
        QVERIFY(!isGone(*owner));
    }
    void theKernelTellsWhoseALoopbackConnectionIs()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
        QTcpSocket mine;
        mine.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
        QVERIFY(QTest::qWaitFor([&] { return server.hasPendingConnections(); }));
        const std::unique_ptr<QTcpSocket> taken(server.nextPendingConnection());
        QCOMPARE(loopbackPeerUser(taken->peerAddress(), taken->peerPort(), taken->localAddress(), taken->localPort()), geteuid());
        QVERIFY(RpcServer::isOwnPeer(*taken));
        // The server's own end is not asked for by mistake, and what isn't there is nobody's.
        QCOMPARE(loopbackPeerUser(taken->peerAddress(), 1, taken->localAddress(), taken->localPort()), std::nullopt);
        QCOMPARE(loopbackPeerUser(QHostAddress(QStringLiteral("192.0.2.1")), taken->peerPort(), taken->localAddress(), taken->localPort()), std::nullopt);
        QCOMPARE(loopbackPeerUser(QHostAddress(QStringLiteral("::ffff:127.0.0.1")), taken->peerPort(),
                     QHostAddress(QStringLiteral("::ffff:127.0.0.1")), taken->localPort()), geteuid());
        if (geteuid() != 0)
            return; // becoming another user takes root
        constexpr uid_t Nobody = 65534;
        const pid_t child = fork();
        if (child == 0) {
            if (setuid(Nobody) != 0)
                _exit(1);
            const int end = socket(AF_INET, SOCK_STREAM, 0);
            sockaddr_in to {};
            to.sin_family = AF_INET;
            to.sin_port = htons(server.serverPort());
            to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            char byte = 0;
            if (::connect(end, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0)
                (void)!::read(end, &byte, 1); // until it is let go
            _exit(0);
        }
        QVERIFY(QTest::qWaitFor([&] { return server.hasPendingConnections(); }));
        const std::unique_ptr<QTcpSocket> theirs(server.nextPendingConnection());
        QCOMPARE(loopbackPeerUser(theirs->peerAddress(), theirs->peerPort(), theirs->localAddress(), theirs->localPort()), Nobody);
        QVERIFY(!RpcServer::isOwnPeer(*theirs));
        theirs->abort();
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
    }
    void whatIsHeldIsLetGoWhenTheAnswerHasLeft()
    {
        const auto running = start();
        const auto held = std::make_shared<int>(0);
        running->server.add({ "big", Role::Anyone, "", {}, "" }, [&](RpcSession&, const QJsonObject&, const RpcReply& reply) {
            reply.holding(held).result({ { QStringLiteral("text"), QString(3'000'000, u'x') } });
        });
        QTcpSocket client;
        client.setReadBufferSize(1024); // takes next to nothing
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), running->port);
        client.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        QVERIFY(QTest::qWaitFor([&] { return client.bytesAvailable() > 0; }));
        const QByteArray request = R"({"jsonrpc":"2.0","id":1,"method":"big"})";
        const QByteArray frame = QByteArray("\x81") + static_cast<char>(0x80 | request.size()) + QByteArray(4, '\0') + request;
        client.write(frame + frame);
        QTRY_VERIFY(held.use_count() > 1);
        client.setReadBufferSize(0);
        connect(&client, &QTcpSocket::readyRead, &client, [&] { client.readAll(); });
        client.readAll();
        QTRY_COMPARE(held.use_count(), 1L);
    }
    void whatStrangersHoldIsBoundedAndTheAddressWithMostPays()
    {
        const auto running = start();
        QList<RpcSession*> sessions;
        connect(&running->server, &RpcServer::sessionStarted, &running->server, [&](RpcSession* session) {
            session->setRole(Role::Customer);
            session->setTrusted(sessions.isEmpty()); // the first
            sessions.append(session);
        });
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        // Each begins a message of almost 1 MiB and never ends it.
        const qint64 piece = RpcServer::MaxBytesAfter - 1000;
        const auto count = static_cast<int>(2 * RpcServer::MaxHeld.perNetwork / piece);
        for (int i = 0; i < count; ++i) {
            auto socket = std::make_unique<QTcpSocket>();
            socket->connectToHost(QHostAddress(QHostAddress::LocalHost), running->port);
            socket->write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n");
            QVERIFY(QTest::qWaitFor([&] { return socket->bytesAvailable() > 0; }));
            socket->write(QByteArray::fromHex("81ff00000000000ffff000000000") + QByteArray(piece, 'x'));
            sockets.push_back(std::move(socket));
        }
        const auto open = [&] { return std::count_if(sockets.begin(), sockets.end(), [](const auto& socket) { return !isGone(*socket); }); };
        QTRY_VERIFY(open() <= RpcServer::MaxHeld.perNetwork / piece + 1);
        QVERIFY(open() > 2);
        QVERIFY(!isGone(*sockets[0]));
    }
};

QTEST_GUILESS_MAIN(RpcBoundsTest)
#include "rpcbounds_test.moc"
