// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "services/common/api/methods.h"
#include "services/common/api/status.h"
#include "services/common/crypto/keccak.h"
#include "services/common/rpc/secretauth.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

using namespace surplus;

class RpcTest : public QObject {
    Q_OBJECT
    const QByteArray m_secret = randomBytes(32);

    struct Running {
        RpcServer server { std::nullopt };
        quint16 port = 0;
        int operatorCalls = 0;
        [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(port)); }
    };
    std::unique_ptr<Running> start()
    {
        auto running = std::make_unique<Running>();
        addSecretAuthentication(running->server, m_secret, { { QStringLiteral("version"), QStringLiteral("t") } });
        running->server.add({ "echo", Role::Viewer, "", { { "text", ParamType::String, true, "" }, { "times", ParamType::Integer, false, "" } }, "" },
            [](RpcSession&, const QJsonObject& params, const RpcReply& reply) { reply.result(params); });
        running->server.add({ "later", Role::Viewer, "", {}, "" }, [](RpcSession& session, const QJsonObject&, const RpcReply& reply) {
            QTimer::singleShot(50, &session, [reply] { reply.error({ QStringLiteral("late.error"), QStringLiteral("said later") }); });
        });
        running->port = *running->server.listen(QHostAddress(QHostAddress::LocalHost), 0);
        return running;
    }
    static Result<QJsonObject> authenticate(RpcClient& client, const QByteArray& secret)
    {
        std::optional<Result<QJsonObject>> outcome;
        authenticateWithSecret(client, secret, [&](Result<QJsonObject> answer) { outcome = std::move(answer); });
        (void)QTest::qWaitFor([&] { return outcome.has_value(); });
        return outcome.value_or(failure(QStringLiteral("test"), QStringLiteral("no answer")));
    }
    static bool endsWithin(QWebSocket& socket, int ms = test::Patience)
    {
        return QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, ms);
    }
private Q_SLOTS:
    void bothSidesProveTheSecret()
    {
        const auto running = start();
        RpcClient client;
        QVERIFY(client.openAndWait(running->url()));
        const auto before = client.callAndWait(QStringLiteral("echo"), { { QStringLiteral("text"), QStringLiteral("hi") } });
        QVERIFY(!before); // not before authentication, and no word on whether it exists
        QCOMPARE(before.error().code, QStringLiteral("rpc.method"));
        QVERIFY(authenticate(client, m_secret));
        const auto echoed = client.callAndWait(QStringLiteral("echo"), { { QStringLiteral("text"), QStringLiteral("hi") } });
        QVERIFY(echoed);
        QCOMPARE(echoed->value(u"text").toString(), QStringLiteral("hi"));
        const auto late = client.callAndWait(QStringLiteral("later"));
        QCOMPARE(late.error().code, QStringLiteral("late.error"));
    }
    void aSquatterLearnsNothingAndIsFound()
    {
        // Somebody who took the port without the secret: it answers auth.begin with a made-up proof.
        RpcServer squatter(std::nullopt);
        QJsonObject seen;
        bool proved = false;
        squatter.add({ "auth.begin", Role::Anyone, "", { { "nonce", ParamType::String, true, "" } }, "" },
            [&](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
                seen = params;
                reply.result({ { QStringLiteral("nonce"), QString(64, u'0') }, { QStringLiteral("proof"), QString(64, u'0') } });
            });
        squatter.add({ "auth.prove", Role::Anyone, "", { { "proof", ParamType::String, true, "" } }, "" },
            [&](RpcSession&, const QJsonObject&, const RpcReply&) { proved = true; });
        const auto port = squatter.listen(QHostAddress(QHostAddress::LocalHost), 0);
        RpcClient client;
        QVERIFY(client.openAndWait(QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(*port))));
        const auto outcome = authenticate(client, m_secret);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, QStringLiteral("auth.server"));
        QVERIFY(!proved);
        QVERIFY(!seen.value(u"nonce").toString().contains(QString::fromLatin1(m_secret.toHex())));
    }
    void aWrongSecretIsRefusedAndDropped()
    {
        const auto running = start();
        QWebSocket socket;
        socket.open(running->url());
        QSignalSpy messages(&socket, &QWebSocket::textMessageReceived);
        QVERIFY(QTest::qWaitFor([&] { return socket.isValid(); }));
        socket.sendTextMessage(QStringLiteral(R"({"jsonrpc":"2.0","id":1,"method":"auth.prove","params":{"proof":"00"}})"));
        QVERIFY(endsWithin(socket));
        QVERIFY(messages.size() == 1 && messages[0][0].toString().contains(QLatin1String("auth.refused")));
    }
    void pagesInABrowserAreRefused()
    {
        const auto running = start();
        QWebSocket withOrigin(QStringLiteral("http://evil.example"));
        withOrigin.open(running->url());
        QVERIFY(endsWithin(withOrigin));
        // The name that a page's own server was looked up by, when it answers with this computer's address.
        for (const char* host : { "evil.example", "evil.example:80", "127.0.0.1, evil.example", "127.0.0.1:1,evil.example", "[::1]evil.example", "127.0.0.1.evil.example", "" }) {
            QTcpSocket rebound;
            rebound.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(running->url().port()));
            QVERIFY(rebound.waitForConnected());
            rebound.write(QByteArray("GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nHost: ") + host + "\r\n\r\n");
            QVERIFY2(QTest::qWaitFor([&] { return rebound.state() == QAbstractSocket::UnconnectedState; }, test::Patience), host);
            QVERIFY2(!rebound.readAll().contains("auth."), host);
        }
    }
    void eachMethodAnswersEachRoleAsTheTablesSay()
    {
        // The tables themselves are pinned: lowering a role is a decision, not a slip.
        const QHash<QString, Role> pinned {
            { QStringLiteral("engine.status"), Role::Viewer }, { QStringLiteral("engine.pause"), Role::Operator },
            { QStringLiteral("engine.resume"), Role::Operator }, { QStringLiteral("engine.stop"), Role::Operator },
            { QStringLiteral("storage.set"), Role::Operator }, { QStringLiteral("storage.setFolder"), Role::Owner },
            { QStringLiteral("storage.leases"), Role::Viewer }, { QStringLiteral("public.list"), Role::Viewer },
            { QStringLiteral("public.add"), Role::Owner }, { QStringLiteral("public.remove"), Role::Owner },
            { QStringLiteral("payout.set"), Role::Owner }, { QStringLiteral("history.changes"), Role::Viewer },
            { QStringLiteral("earnings.query"), Role::Viewer }, { QStringLiteral("uptime.intervals"), Role::Viewer },
            { QStringLiteral("usage.query"), Role::Viewer }, { QStringLiteral("usage.series"), Role::Viewer }, { QStringLiteral("vouchers.list"), Role::Viewer },
            { QStringLiteral("log.lines"), Role::Viewer }, { QStringLiteral("hello.begin"), Role::Anyone },
            { QStringLiteral("hello.prove"), Role::Anyone }, { QStringLiteral("quote.get"), Role::Customer },
            { QStringLiteral("lease.open"), Role::Customer }, { QStringLiteral("lease.renew"), Role::Customer },
            { QStringLiteral("lease.close"), Role::Customer }, { QStringLiteral("lease.status"), Role::Customer },
            { QStringLiteral("lease.audit"), Role::Customer }, { QStringLiteral("content.open"), Role::Customer },
            { QStringLiteral("voucher.submit"), Role::Customer }, { QStringLiteral("money.channels"), Role::Viewer },
            { QStringLiteral("chain.get"), Role::Owner }, { QStringLiteral("chain.set"), Role::Owner },
            { QStringLiteral("chain.look"), Role::Viewer }, { QStringLiteral("credit.set"), Role::Operator },
            { QStringLiteral("conditions.set"), Role::Operator }, { QStringLiteral("storage.check"), Role::Viewer },
            { QStringLiteral("storage.giveUp"), Role::Owner } };
        QCOMPARE(pinned.size(), controlApi().size() + marketApi().size());
        for (const auto* api : { &controlApi(), &marketApi() }) {
            RpcServer server(std::nullopt);
            Role next = Role::Anyone;
            QString called;
            connect(&server, &RpcServer::sessionStarted, &server, [&](RpcSession* session) { session->setRole(next); });
            for (const MethodSpec& method : *api) {
                MethodSpec bare = method;
                bare.params.clear();
                server.add(bare, [&called, name = QLatin1String(method.name)](RpcSession&, const QJsonObject&, const RpcReply& reply) {
                    called = name;
                    reply.result({});
                });
            }
            const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
            for (const Role role : { Role::Anyone, Role::Customer, Role::Viewer, Role::Operator, Role::Owner }) {
                for (const MethodSpec& method : *api) {
                    next = role;
                    called.clear();
                    RpcClient client;
                    QVERIFY(client.openAndWait(QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(*port))));
                    const auto answer = client.callAndWait(QLatin1String(method.name));
                    const bool allowed = role >= pinned.value(QLatin1String(method.name));
                    QVERIFY2(answer.has_value() == allowed, method.name);
                    QCOMPARE(called, allowed ? QLatin1String(method.name) : QLatin1String());
                    if (!allowed)
                        QCOMPARE(answer.error().code, role == Role::Anyone ? QStringLiteral("rpc.method") : QStringLiteral("rpc.role"));
                }
            }
        }
    }
    void aSlowReaderIsDroppedAndBounded_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("plain") << false;
        QTest::newRow("TLS") << true;
    }
    void aSlowReaderIsDroppedAndBounded()
    {
        QFETCH(bool, tls);
        const QTemporaryDir dir;
        const auto identity = loadOrCreateTlsIdentity(dir.path());
        RpcServer server(tls ? std::optional(*identity) : std::nullopt);
        server.add({ "big", Role::Viewer, "", {}, "" }, [](RpcSession&, const QJsonObject&, const RpcReply& reply) {
            reply.result({ { QStringLiteral("text"), QString(200'000, u'x') } });
        });
        bool ended = false;
        connect(&server, &RpcServer::sessionStarted, &server, [&](RpcSession* session) {
            session->setRole(Role::Viewer);
            connect(session, &RpcSession::ended, &server, [&] { ended = true; });
        });
        const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
        QSslSocket client;
        client.setPeerVerifyMode(QSslSocket::VerifyNone);
        client.setReadBufferSize(1024); // it takes next to nothing
        if (tls)
            client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), *port);
        else
            client.connectToHost(QStringLiteral("127.0.0.1"), *port);
        QVERIFY(QTest::qWaitFor([&] { return tls ? client.isEncrypted() : client.state() == QAbstractSocket::ConnectedState; }));
        client.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        QVERIFY(QTest::qWaitFor([&] { return client.bytesAvailable() > 0; }));
        const QByteArray request = R"({"jsonrpc":"2.0","id":1,"method":"big"})";
        const QByteArray frame = QByteArray("\x81") + static_cast<char>(0x80 | request.size()) + QByteArray(4, '\0') + request;
        int sent = 0;
        while (!ended && sent < 500) {
            client.write(frame);
            ++sent;
            QTest::qWait(1);
        }
        QVERIFY(ended);
        // What the kernel takes for both ends, and 4 MiB of ours: far less than what it asked for.
        QVERIFY2(sent < 200, qPrintable(QString::number(sent)));
    }
    void oversizedAndHalfSentFramesEndTheConnection()
    {
        RpcServer server(std::nullopt);
        Role role = Role::Viewer;
        int open = 0;
        connect(&server, &RpcServer::sessionStarted, &server, [&](RpcSession* session) {
            ++open;
            session->setRole(role);
            connect(session, &RpcSession::ended, &server, [&] { --open; });
        });
        const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
        const auto connected = [&](QTcpSocket& socket) {
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), *port);
            socket.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n");
            return QTest::qWaitFor([&] { return socket.bytesAvailable() > 0; });
        };
        const auto gone = [](QTcpSocket& socket, int ms) { return QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, ms); };
        QTcpSocket claims; // a frame of 2⁴⁰ bytes
        QVERIFY(connected(claims));
        claims.write(QByteArray::fromHex("81ff000001000000000000000000") + QByteArray(100, 'x'));
        QVERIFY(gone(claims, 5000));
        QTcpSocket many; // a message in endless pieces
        QVERIFY(connected(many));
        const QByteArray piece = QByteArray::fromHex("01fe") + QByteArray::fromHex("f000") + QByteArray(4, '\0') + QByteArray(0xf000, ' ');
        const QByteArray more = QByteArray::fromHex("00fe") + piece.mid(2);
        many.write(piece);
        for (int i = 0; i < 40 && many.state() == QAbstractSocket::ConnectedState; ++i) {
            many.write(more);
            QTest::qWait(10);
        }
        QVERIFY(gone(many, 5000));
        role = Role::Anyone;
        QTcpSocket half; // announces 100 bytes, sends 3, and is silent
        QVERIFY(connected(half));
        half.write(QByteArray::fromHex("81e400000000") + "abc");
        QVERIFY(gone(half, RpcServer::AuthenticationMs + 3000));
        QCOMPARE(open, 0);
    }
    void malformedRequestsGetTheStandardsErrors_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<int>("code");
        QTest::newRow("no json") << "{" << -32700;
        QTest::newRow("array") << "[]" << -32600;
        QTest::newRow("no version") << R"({"id":1,"method":"echo"})" << -32600;
        QTest::newRow("positional") << R"({"jsonrpc":"2.0","id":1,"method":"echo","params":[1]})" << -32600;
        QTest::newRow("unknown method") << R"({"jsonrpc":"2.0","id":1,"method":"nope"})" << -32601;
        QTest::newRow("missing") << R"({"jsonrpc":"2.0","id":1,"method":"echo","params":{}})" << -32602;
        QTest::newRow("wrong type") << R"({"jsonrpc":"2.0","id":1,"method":"echo","params":{"text":5}})" << -32602;
        QTest::newRow("fraction") << R"({"jsonrpc":"2.0","id":1,"method":"echo","params":{"text":"a","times":1.5}})" << -32602;
        QTest::newRow("unknown parameter") << R"({"jsonrpc":"2.0","id":1,"method":"echo","params":{"text":"a","x":1}})" << -32602;
    }
    void malformedRequestsGetTheStandardsErrors()
    {
        QFETCH(QString, request);
        QFETCH(int, code);
        auto server = RpcServer(std::nullopt);
        server.add({ "echo", Role::Anyone, "", { { "text", ParamType::String, true, "" }, { "times", ParamType::Integer, false, "" } }, "" },
            [](RpcSession&, const QJsonObject& params, const RpcReply& reply) { reply.result(params); });
        const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
        QWebSocket socket;
        QSignalSpy messages(&socket, &QWebSocket::textMessageReceived);
        socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(*port)));
        QVERIFY(QTest::qWaitFor([&] { return socket.isValid(); }));
        socket.sendTextMessage(request);
        QVERIFY(QTest::qWaitFor([&] { return !messages.isEmpty(); }));
        const QJsonObject answer = QJsonDocument::fromJson(messages[0][0].toString().toUtf8()).object();
        QCOMPARE(answer.value(u"error")[u"code"].toInt(), code);
    }
    void everyMethodHasARoleAndADescription()
    {
        for (const auto& [table, lowest] : { std::pair(controlApi(), Role::Viewer), std::pair(marketApi(), Role::Anyone) }) {
            QSet<QString> names;
            for (const MethodSpec& method : table) {
                QVERIFY(method.lowest >= lowest);
                QVERIFY(qstrlen(method.summary) > 10 && qstrlen(method.result) > 0);
                names.insert(QLatin1String(method.name));
            }
            QCOMPARE(names.size(), table.size());
        }
        for (const char* ownerOnly : { "payout.set", "storage.setFolder" }) {
            const auto found = std::find_if(controlApi().begin(), controlApi().end(), [&](const auto& m) { return qstrcmp(m.name, ownerOnly) == 0; });
            QCOMPARE(found->lowest, Role::Owner);
        }
        const QJsonObject document = openRpcDocument(QStringLiteral("t"), QStringLiteral("1"), controlApi());
        QCOMPARE(document.value(u"methods").toArray().size(), controlApi().size());
    }
    void providerStrings()
    {
        const QString machine(64, u'a');
        for (const QString& text : { QStringLiteral("host.example:4271#") + machine, QStringLiteral("[2001:db8::1]:1#") + machine }) {
            const auto parsed = ProviderAddress::parse(text);
            QVERIFY(parsed);
            QCOMPARE(parsed->toText(), text);
        }
        for (const QString& text : { QString(), machine, QStringLiteral("h#") + machine, QStringLiteral("h:0#") + machine,
                 QStringLiteral("h:70000#") + machine, QStringLiteral(":1#") + machine, QStringLiteral("h:1#abc") }) {
            const auto parsed = ProviderAddress::parse(text);
            QVERIFY2(!parsed, qPrintable(text));
            QCOMPARE(parsed.error().code, QStringLiteral("provider.malformed"));
        }
    }
    void statusTravelsWhole()
    {
        EngineStatus status;
        status.machine = *MachineId::fromRaw(randomBytes(32));
        status.state = ShareState::Paused;
        status.until = 5;
        status.money = { Amount::fromNano(9007199254740993), {}, {}, Amount::fromNano(9007199254740993), {}, {} }; // 2⁵³ + 1
        status.storage.diskFree = -1;
        status.storage.problem = QStringLiteral("gone");
        const auto back = EngineStatus::fromJson(status.toJson());
        QVERIFY(back);
        QCOMPARE(*back, status);
    }
    void theRuntimeFileIsReadableByItsOwnerOnly()
    {
        const QTemporaryDir dir;
        QCOMPARE(RuntimeFile::read(dir.path()).error().code, QStringLiteral("engine.absent"));
        const RuntimeFile runtime { 1234, m_secret, 42, 77, QStringLiteral("v"), 1 };
        QVERIFY(runtime.write(dir.path()));
        const auto back = RuntimeFile::read(dir.path());
        QVERIFY(back);
        QCOMPARE(back->secret, m_secret);
        QCOMPARE(back->startTime, runtime.startTime);
        QCOMPARE(QFile::permissions(RuntimeFile::pathIn(dir.path())) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(processStartTime(QCoreApplication::applicationPid()) > 0);
        QCOMPARE(processStartTime(0), quint64(0));
    }
};

QTEST_GUILESS_MAIN(RpcTest)
#include "rpc_test.moc"
