// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/api/methods.h"
#include "services/common/api/status.h"
#include "services/common/crypto/keccak.h"
#include "services/common/rpc/secretauth.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkRequest>
#include <QSignalSpy>
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
    static bool endsWithin(QWebSocket& socket, int ms = 3000)
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
        QWebSocket rebound;
        QNetworkRequest request(running->url());
        request.setRawHeader("Host", "evil.example");
        rebound.open(request);
        QSignalSpy messages(&rebound, &QWebSocket::textMessageReceived);
        QVERIFY(endsWithin(rebound));
        QCOMPARE(messages.size(), 0);
    }
    void strangersAreBounded()
    {
        const auto running = start();
        std::vector<std::unique_ptr<QWebSocket>> sockets;
        int open = 0;
        for (int i = 0; i < RpcServer::MaxUnauthenticatedPerAddress + 4; ++i) {
            sockets.push_back(std::make_unique<QWebSocket>());
            sockets.back()->open(running->url());
        }
        QTest::qWait(500);
        for (const auto& socket : sockets)
            open += socket->isValid() ? 1 : 0;
        QCOMPARE(open, RpcServer::MaxUnauthenticatedPerAddress);
        // A large message before authentication ends the connection.
        sockets[0]->sendTextMessage(QString(static_cast<int>(RpcServer::MaxBytesBefore) + 1, u'x'));
        QVERIFY(endsWithin(*sockets[0]));
        // So does saying nothing.
        QVERIFY(endsWithin(*sockets[1], RpcServer::AuthenticationMs + 3000));
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
        status.money = { Amount::fromNano(9007199254740993), {}, {}, Amount::fromNano(9007199254740993), {} }; // 2⁵³ + 1
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
