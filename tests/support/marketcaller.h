// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/methods.h"
#include "services/common/crypto/certificate.h"
#include "services/common/crypto/keccak.h"
#include "services/common/payments/chain.h"
#include "services/common/payments/typeddata.h"
#include "tests/support/patience.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QtEndian>
#include <arpa/inet.h>
#include <cstring>
#include <libtorrent/bencode.hpp>
#include <libtorrent/entry.hpp>
#include <sys/socket.h>
#include <unistd.h>

namespace surplus::test {

/// A customer of the market that a test writes itself: TLS, WebSocket (RFC 6455) and JSON-RPC over a socket of its own, so
/// that it can come from any address that this computer has and send many requests before it reads an answer. Blocking.
class MarketCaller {
public:
    /// Connects from `from`. False if the other side ends it before it may speak.
    [[nodiscard]] bool open(const ProviderAddress& to, const QHostAddress& from)
    {
        const QHostAddress host(to.host);
        const int descriptor = ::socket(host.protocol() == QAbstractSocket::IPv6Protocol ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (descriptor < 0 || !placed(::bind, descriptor, from, 0) || !placed(::connect, descriptor, host, to.port) || !m_socket.setSocketDescriptor(descriptor))
            return false;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        tls.setProtocol(QSsl::TlsV1_3OrLater);
        m_socket.setSslConfiguration(tls);
        m_socket.startClientEncryption();
        if (!m_socket.waitForEncrypted(Patience))
            return false;
        const QByteArray name = to.host.contains(u':') ? '[' + to.host.toLatin1() + ']' : to.host.toLatin1();
        m_socket.write("GET / HTTP/1.1\r\nHost: " + name + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
            + randomBytes(16).toBase64() + "\r\n\r\n");
        qsizetype end = -1;
        while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
            if (!more(Patience))
                return false;
        }
        const bool upgraded = m_buffer.startsWith("HTTP/1.1 101");
        m_buffer.remove(0, end + 4);
        m_machine = to.machine;
        return upgraded;
    }
    /// Proves that it is `key`.
    [[nodiscard]] bool greet(const SecretKey& key, const Hash32& salt) { return prove(key, salt) && answer().has_value(); }
    /// The same, without waiting for the answer; for who asked in vain, too. False: the welcome didn't come in time.
    bool prove(const SecretKey& key, const Hash32& salt, int patience = Patience)
    {
        const Hash32 nonce = randomHash();
        send(QStringLiteral("hello.begin"), { { QStringLiteral("nonce"), nonce.hex() } });
        const auto welcome = answer(patience);
        const QJsonObject said = welcome.value_or(QJsonObject());
        m_chain = ChainSpec::fromJson(said.value(u"chain").toObject()).value_or(ChainSpec::local());
        m_beneficiary = Address::fromHex(said.value(u"beneficiary").toString()).value_or(Address());
        const Hello hello { nonce, Hash32::fromHex(said.value(u"nonce").toString()).value_or(Hash32()), m_machine, m_beneficiary,
            spkiHash(m_socket.peerCertificate()).value_or(Hash32()) };
        send(QStringLiteral("hello.prove"), { { QStringLiteral("customer"), key.address().hex0x() }, { QStringLiteral("salt"), salt.hex() },
            { QStringLiteral("signature"), key.sign(hello.digest(m_chain.chainId)).hex() } });
        return welcome.has_value();
    }
    [[nodiscard]] const ChainSpec& chain() const { return m_chain; }
    [[nodiscard]] Address beneficiary() const { return m_beneficiary; }
    [[nodiscard]] MachineId machine() const { return m_machine; }
    /// Also notices what the other side did since.
    [[nodiscard]] bool isOpen()
    {
        (void)m_socket.waitForReadyRead(0);
        m_buffer += m_socket.readAll();
        return m_socket.state() == QAbstractSocket::ConnectedState && !m_buffer.startsWith('\x88'); // a close frame
    }

    /// Drops what has come, without waiting.
    void discard()
    {
        (void)m_socket.waitForReadyRead(0);
        m_socket.readAll();
        m_buffer.clear();
    }

    void send(const QString& method, const QJsonObject& params)
    {
        frame(QJsonDocument(QJsonObject { { QStringLiteral("jsonrpc"), QStringLiteral("2.0") }, { QStringLiteral("id"), ++m_last },
            { QStringLiteral("method"), method }, { QStringLiteral("params"), params } }).toJson(QJsonDocument::Compact));
    }
    /// The next answer, whichever request it is to. Fails with "rpc.closed" when the connection ended.
    [[nodiscard]] Result<QJsonObject> answer(int patience = Patience)
    {
        const auto text = message(patience);
        if (!text)
            return failure(QStringLiteral("rpc.closed"), QStringLiteral("the connection ended"));
        const QJsonObject json = QJsonDocument::fromJson(*text).object();
        const QJsonObject error = json.value(u"error").toObject();
        if (!error.isEmpty())
            return failure(error.value(u"data")[u"code"].toString(QStringLiteral("rpc.error")), error.value(u"message").toString());
        return json.value(u"result").toObject();
    }
    [[nodiscard]] Result<QJsonObject> call(const QString& method, const QJsonObject& params = {})
    {
        send(method, params);
        return answer();
    }
    /// Asks all at once, then reads the answers.
    [[nodiscard]] QList<Result<QJsonObject>> callAll(const QString& method, const QList<QJsonObject>& params)
    {
        for (const QJsonObject& one : params)
            send(method, one);
        QList<Result<QJsonObject>> answers;
        for (qsizetype i = 0; i < params.size() && (answers.isEmpty() || answers.last() || answers.last().error().code != QLatin1String("rpc.closed")); ++i)
            answers.append(answer());
        return answers;
    }
    [[nodiscard]] Voucher voucher(const SecretKey& key, const Hash32& salt, const U256& units) const
    {
        Voucher made { m_chain.chequebookOf(key.address(), salt), m_beneficiary, m_machine, units, {} };
        made.sign(m_chain.chainId, key);
        return made;
    }

private:
    /// Binds or connects.
    static bool placed(int (*call)(int, const sockaddr*, socklen_t), int descriptor, const QHostAddress& address, quint16 port)
    {
        if (address.protocol() == QAbstractSocket::IPv6Protocol) {
            const Q_IPV6ADDR bytes = address.toIPv6Address();
            sockaddr_in6 six {};
            six.sin6_family = AF_INET6;
            six.sin6_port = htons(port);
            std::memcpy(&six.sin6_addr, bytes.c, sizeof bytes.c);
            return call(descriptor, reinterpret_cast<const sockaddr*>(&six), sizeof six) == 0;
        }
        sockaddr_in four {};
        four.sin_family = AF_INET;
        four.sin_port = htons(port);
        four.sin_addr.s_addr = htonl(address.toIPv4Address());
        return call(descriptor, reinterpret_cast<const sockaddr*>(&four), sizeof four) == 0;
    }
    [[nodiscard]] bool more(int ms)
    {
        QDeadlineTimer deadline(ms);
        while (m_socket.bytesAvailable() == 0) {
            if (m_socket.state() != QAbstractSocket::ConnectedState || deadline.hasExpired())
                return false;
            (void)m_socket.waitForReadyRead(static_cast<int>(std::clamp<qint64>(deadline.remainingTime(), 1, 100)));
        }
        m_buffer += m_socket.readAll();
        return true;
    }
    void frame(const QByteArray& text)
    {
        QByteArray head(1, '\x81'); // a whole text message; the mask is of zeros, so that nothing has to be masked
        if (text.size() < 126) {
            head += static_cast<char>(0x80 | text.size());
        } else if (text.size() < 65536) {
            head += '\xfe';
            head.append(2, '\0');
            qToBigEndian(static_cast<quint16>(text.size()), head.data() + 2);
        } else {
            head += '\xff';
            head.append(8, '\0');
            qToBigEndian(static_cast<quint64>(text.size()), head.data() + 2);
        }
        m_socket.write(head + QByteArray(4, '\0') + text);
        m_socket.flush();
    }
    [[nodiscard]] std::optional<QByteArray> message(int patience)
    {
        QByteArray text;
        while (true) {
            const auto need = [&](qsizetype size) {
                while (m_buffer.size() < size) {
                    if (!more(patience))
                        return false;
                }
                return true;
            };
            if (!need(2))
                return std::nullopt;
            const int kind = m_buffer[0] & 0x0f;
            const bool last = (m_buffer[0] & 0x80) != 0;
            quint64 size = m_buffer[1] & 0x7f;
            qsizetype head = 2;
            if (size == 126) {
                if (!need(4))
                    return std::nullopt;
                size = qFromBigEndian<quint16>(m_buffer.constData() + 2);
                head = 4;
            } else if (size == 127) {
                if (!need(10))
                    return std::nullopt;
                size = qFromBigEndian<quint64>(m_buffer.constData() + 2);
                head = 10;
            }
            if (kind == 8 || size > 64 * 1024 * 1024 || !need(head + static_cast<qsizetype>(size)))
                return std::nullopt;
            if (kind < 3)
                text += m_buffer.mid(head, static_cast<qsizetype>(size));
            m_buffer.remove(0, head + static_cast<qsizetype>(size));
            if (kind < 3 && last)
                return text;
        }
    }

    QSslSocket m_socket;
    QByteArray m_buffer;
    qint64 m_last = 0;
    MachineId m_machine;
    ChainSpec m_chain;
    Address m_beneficiary;
};

/// A torrent over content that nobody has, with `padding` bytes more than it needs.
inline QByteArray inventedTorrent(qint64 size, qsizetype padding = 0)
{
    const std::string name = randomBytes(32).toHex().toStdString();
    lt::entry torrent;
    lt::entry& info = torrent["info"];
    info["meta version"] = 2;
    info["name"] = name;
    info["piece length"] = size > 1024 * 1024 ? 1024 * 1024 : 16 * 1024;
    info["file tree"][name][""]["length"] = size;
    info["file tree"][name][""]["pieces root"] = randomBytes(32).toStdString();
    if (padding > 0)
        torrent["comment"] = randomBytes(padding).toStdString();
    std::vector<char> out;
    lt::bencode(std::back_inserter(out), torrent);
    return QByteArray(out.data(), static_cast<qsizetype>(out.size()));
}
inline QJsonObject leaseRequest(const QJsonObject& quote, const QByteArray& torrent, qint64 days)
{
    return { { QStringLiteral("quote"), quote }, { QStringLiteral("days"), days }, { QStringLiteral("torrent"), QString::fromLatin1(torrent.toBase64()) } };
}

} // namespace surplus::test
