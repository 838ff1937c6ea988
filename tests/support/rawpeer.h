// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/crypto/keccak.h"
#include "services/common/payments/peermessage.h"
#include "tests/support/patience.h"

#include <QTcpSocket>
#include <QTest>
#include <QtEndian>
#include <libtorrent/bdecode.hpp>

/// A BitTorrent peer that says exactly what a test tells it to (BEP 3, 10 and 52 over TCP), where a real client would
/// be too polite.
namespace surplus::test {

class RawPeer {
public:
    enum Id : quint8 { Choke = 0, Unchoke = 1, Interested = 2, Bitfield = 5, Request = 6, Piece = 7, HashRequest = 21, Hashes = 22, Extended = 20 };
    struct Message {
        int id = -1; ///< -1: keep-alive
        QByteArray body;
    };

    /// Connects and exchanges BEP 3 handshakes. False if the other side ends it.
    [[nodiscard]] bool open(quint16 port, const InfoHash& content, const QHostAddress& from = QHostAddress(QHostAddress::LocalHost))
    {
        if (!m_socket.bind(from))
            return false;
        const bool six = from.protocol() == QAbstractSocket::IPv6Protocol;
        m_socket.connectToHost(QHostAddress(six ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost), port);
        if (!m_socket.waitForConnected(Patience))
            return false;
        QByteArray reserved(8, '\0');
        reserved[5] = 0x10; // BEP 10
        reserved[7] = 0x10; // BEP 52
        m_socket.write("\x13" "BitTorrent protocol" + reserved + content.raw().left(20) + "-XX0000-" + randomBytes(6).toHex());
        return fill(68, Patience) && take(68).startsWith("\x13" "BitTorrent protocol");
    }
    void send(int id, const QByteArray& body)
    {
        QByteArray head(5, '\0');
        qToBigEndian(static_cast<quint32>(body.size() + 1), head.data());
        head[4] = static_cast<char>(id);
        m_socket.write(head + body);
        m_socket.flush();
    }
    void raw(const QByteArray& bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    /// The next message, or nothing when none came in time or the connection ended.
    [[nodiscard]] std::optional<Message> next(int ms = 20'000)
    {
        if (!fill(4, ms))
            return std::nullopt;
        const auto length = qFromBigEndian<quint32>(m_buffer.constData());
        if (!fill(4 + static_cast<qsizetype>(length), ms))
            return std::nullopt;
        take(4);
        if (length == 0)
            return Message {};
        const QByteArray whole = take(static_cast<qsizetype>(length));
        return Message { static_cast<quint8>(whole[0]), whole.mid(1) };
    }
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    /// Has what was sent go out, reading nothing. False if the other side has ended it.
    [[nodiscard]] bool push(int ms)
    {
        return isOpen() && (m_socket.waitForBytesWritten(ms), isOpen());
    }
    /// Reads and drops until the other side ends it.
    [[nodiscard]] bool ends(int ms)
    {
        QDeadlineTimer deadline(ms);
        while (isOpen() && !deadline.hasExpired()) {
            (void)m_socket.waitForReadyRead(50);
            m_received += m_socket.readAll().size();
        }
        return !isOpen();
    }
    void abort() { m_socket.abort(); }
    [[nodiscard]] qint64 received() const { return m_received; }

    /// Sends our extension handshake and reads theirs. False if they have none of ours.
    [[nodiscard]] bool greet()
    {
        send(Extended, QByteArray(1, '\0') + "d1:md7:surplusi" + QByteArray::number(OurId) + "ee13:surplus_nonce32:" + m_nonce.raw() + "e");
        while (const auto message = next()) {
            if (message->id != Extended || message->body.isEmpty() || message->body[0] != 0)
                continue;
            lt::error_code error;
            const QByteArray body = message->body.mid(1);
            const lt::bdecode_node root = lt::bdecode(lt::span<const char>(body.constData(), body.size()), error);
            const auto nonce = root.dict_find_string_value("surplus_nonce");
            const lt::bdecode_node messages = root.dict_find_dict("m");
            m_remoteId = messages ? static_cast<int>(messages.dict_find_int_value("surplus", 0)) : 0;
            const auto theirs = Hash32::fromRaw(QByteArrayView(nonce.data(), static_cast<qsizetype>(nonce.size())));
            if (!theirs || m_remoteId == 0)
                return false;
            m_remoteNonce = *theirs;
            return true;
        }
        return false;
    }
    [[nodiscard]] Hello hello(const MachineId& machine, const Address& beneficiary, const InfoHash& content) const
    {
        return { m_nonce, m_remoteNonce, machine, beneficiary, *Hash32::fromRaw(content.raw()) };
    }
    void say(const PeerMessage& message) { send(Extended, QByteArray(1, static_cast<char>(m_remoteId)) + encodePeerMessage(message)); }
    void sayRaw(const QByteArray& body) { send(Extended, QByteArray(1, static_cast<char>(m_remoteId)) + body); }
    /// The next of our extension's messages of this kind; others are dropped.
    template <typename Kind> [[nodiscard]] std::optional<Kind> hear(int ms = 20'000)
    {
        while (const auto message = next(ms)) {
            if (message->id != Extended || message->body.isEmpty() || message->body[0] != OurId)
                continue;
            const auto decoded = decodePeerMessage(QByteArrayView(message->body).sliced(1));
            if (decoded && std::holds_alternative<Kind>(*decoded))
                return std::get<Kind>(*decoded);
        }
        return std::nullopt;
    }
    /// Asks for blocks one window after another until nothing comes for `quietMs`. Returns payload bytes.
    [[nodiscard]] qint64 drain(qint64 size, int pieceSize, int quietMs = 1500)
    {
        constexpr int Block = 16 * 1024;
        constexpr int Ahead = 64;
        send(Interested, {});
        qint64 asked = 0;
        qint64 got = 0;
        int open = 0;
        while (got < size) {
            for (; open < Ahead && asked < size; ++open, asked += Block) {
                QByteArray request(12, '\0');
                qToBigEndian(static_cast<quint32>(asked / pieceSize), request.data());
                qToBigEndian(static_cast<quint32>(asked % pieceSize), request.data() + 4);
                qToBigEndian(static_cast<quint32>(std::min<qint64>(Block, size - asked)), request.data() + 8);
                send(Request, request);
            }
            const auto message = next(quietMs);
            if (!message)
                break;
            if (message->id == Piece) {
                got += message->body.size() - 8;
                --open;
            } else if (message->id == Unchoke) {
                asked = got / Block * Block; // what was asked while choked is dropped
                open = 0;
            }
        }
        return got;
    }

private:
    static constexpr int OurId = 7;
    bool fill(qsizetype size, int ms)
    {
        QDeadlineTimer deadline(ms);
        while (m_buffer.size() < size) {
            if (deadline.hasExpired() || (!isOpen() && m_socket.bytesAvailable() == 0))
                return false;
            (void)m_socket.waitForReadyRead(static_cast<int>(std::clamp<qint64>(deadline.remainingTime(), 1, 100)));
            const QByteArray more = m_socket.readAll();
            m_received += more.size();
            m_buffer += more;
        }
        return true;
    }
    QByteArray take(qsizetype size)
    {
        const QByteArray first = m_buffer.first(size);
        m_buffer.remove(0, size);
        return first;
    }

    QTcpSocket m_socket;
    QByteArray m_buffer;
    qint64 m_received = 0;
    const Hash32 m_nonce = randomHash();
    Hash32 m_remoteNonce;
    int m_remoteId = 0;
};

} // namespace surplus::test
