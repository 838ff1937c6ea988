// SPDX-License-Identifier: GPL-3.0-or-later
// Endpoints as there are: busy, behind, broken, slow without end. Real sockets on loopback.
#include "services/common/chain/evmrpc.h"

#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <functional>
#include <memory>

using namespace surplus;

namespace {
constexpr quint64 ChainId = 31337;

/// Serves the chain; what else it answers is the test's.
class Endpoint : public QTcpServer {
public:
    QJsonObject error; ///< what it answers to all but eth_chainId; empty: a result
    bool trickles = false; ///< an answer that never ends, a byte now and then
    int asked = 0; ///< calls but eth_chainId

    Endpoint()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no socket");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, text = std::make_shared<QByteArray>()] {
                *text += socket->readAll();
                const qsizetype body = text->indexOf("\r\n\r\n");
                const QJsonObject request = body < 0 ? QJsonObject() : QJsonDocument::fromJson(text->mid(body + 4)).object();
                if (request.isEmpty())
                    return;
                text->clear();
                answer(*socket, request);
            });
        });
    }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/").arg(serverPort()); }

private:
    void answer(QTcpSocket& socket, const QJsonObject& request)
    {
        if (request.value(u"method") == QLatin1String("eth_chainId")) {
            reply(socket, request, { { QStringLiteral("result"), QStringLiteral("0x7a69") } });
            return;
        }
        ++asked;
        if (trickles) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n");
            auto* drip = new QTimer(&socket);
            connect(drip, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
            drip->start(10);
        } else {
            reply(socket, request, error.isEmpty() ? QJsonObject { { QStringLiteral("result"), url() } } : QJsonObject { { QStringLiteral("error"), error } });
        }
    }
    static void reply(QTcpSocket& socket, const QJsonObject& request, QJsonObject answer)
    {
        answer.insert(QStringLiteral("jsonrpc"), QStringLiteral("2.0"));
        answer.insert(QStringLiteral("id"), request.value(u"id"));
        const QByteArray body = QJsonDocument(answer).toJson(QJsonDocument::Compact);
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
};

QJsonObject errorOf(int code, const char* message) { return { { QStringLiteral("code"), code }, { QStringLiteral("message"), QLatin1String(message) } }; }
} // namespace

class EvmRpcTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatAnEndpointSaysOfItselfIsLeftForTheNext_data()
    {
        QTest::addColumn<QJsonObject>("error");
        QTest::newRow("-32005") << errorOf(-32005, "limit exceeded");
        QTest::newRow("-32016") << errorOf(-32016, "over rate limit");
        QTest::newRow("-32029") << errorOf(-32029, "too many requests");
        QTest::newRow("-32603") << errorOf(-32603, "internal error");
        QTest::newRow("-32000") << errorOf(-32000, "header not found");
        QTest::newRow("-32001") << errorOf(-32001, "resource not found");
        QTest::newRow("-32601") << errorOf(-32601, "the method is not available here");
        QTest::newRow("no code") << QJsonObject { { QStringLiteral("message"), QStringLiteral("upgrade your plan") } };
    }
    void whatAnEndpointSaysOfItselfIsLeftForTheNext()
    {
        QFETCH(QJsonObject, error);
        Endpoint broken;
        Endpoint sound;
        broken.error = error;
        EvmRpc rpc(ChainId, { broken.url(), sound.url() });
        const auto answer = rpc.call(QStringLiteral("eth_getBalance"), {});
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
        QCOMPARE(answer->toString(), sound.url());
        QCOMPARE(broken.asked, 1);
        QVERIFY(rpc.call(QStringLiteral("eth_getBalance"), {})); // who answered last is asked first
        QCOMPARE(broken.asked, 1);
        // Nobody else is there: its reason is said, and whose it is.
        EvmRpc alone(ChainId, { broken.url() });
        const auto failed = alone.call(QStringLiteral("eth_getBalance"), {});
        QVERIFY(!failed);
        QVERIFY2(failed.error().message.contains(QStringLiteral("127.0.0.1")), qPrintable(failed.error().message));
    }
    void whatIsWrongWithTheCallIsFinal()
    {
        for (const auto& [error, code] : { std::pair(errorOf(-32000, "nonce too low"), "chain.nonce"), std::pair(errorOf(-32000, "insufficient funds for gas * price + value"), "chain.gas"),
                 std::pair(errorOf(3, "execution reverted: no"), "chain.reverted"), std::pair(errorOf(-32603, "Transaction reverted without a reason"), "chain.reverted"),
                 std::pair(errorOf(-32000, "replacement transaction underpriced"), "chain.price"), std::pair(errorOf(-32000, "already known"), "chain.known") }) {
            Endpoint refuses;
            Endpoint other;
            refuses.error = error;
            EvmRpc rpc(ChainId, { refuses.url(), other.url() });
            const auto answer = rpc.call(QStringLiteral("eth_sendRawTransaction"), {});
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, QLatin1String(code));
            QCOMPARE(other.asked, 0);
        }
    }
    /// Each byte would renew a transfer timeout: a request has a deadline as a whole.
    void anAnswerThatTricklesIsLeftForTheNext()
    {
        Endpoint slow;
        Endpoint sound;
        slow.trickles = true;
        EvmRpc rpc(ChainId, { slow.url(), sound.url() }, 3'000);
        const auto answer = rpc.call(QStringLiteral("eth_getBalance"), {});
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
        QCOMPARE(answer->toString(), sound.url());
        QCOMPARE(slow.asked, 1);
    }
    /// However many there are, a call ends.
    void eightThatTrickleEndToo()
    {
        std::array<Endpoint, 8> slow;
        QStringList urls;
        for (Endpoint& one : slow) {
            one.trickles = true;
            urls.append(one.url());
        }
        EvmRpc rpc(ChainId, urls, 1'500);
        const auto answer = rpc.call(QStringLiteral("eth_getBalance"), {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, QStringLiteral("chain.unreachable"));
        int asked = 0;
        for (const Endpoint& one : slow)
            asked += one.asked;
        QVERIFY2(asked <= 5, qPrintable(QString::number(asked)));
    }
};

QTEST_GUILESS_MAIN(EvmRpcTest)
#include "evmrpc_test.moc"
