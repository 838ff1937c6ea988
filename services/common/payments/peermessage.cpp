// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/payments/peermessage.h"

#include <QtEndian>

namespace surplus {

namespace {
enum class Kind : char { Welcome = 1, Hello = 2, Voucher = 3, Ack = 4, Meter = 5 };

QByteArray start(Kind kind) { return QByteArray(1, static_cast<char>(kind)); }

QByteArray bigEndian(quint64 value)
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// Takes members off the front; once something is missing, everything after is missing too.
class Cursor {
public:
    explicit Cursor(QByteArrayView raw) : m_rest(raw) { }
    template <typename T> void take(T& target)
    {
        if (auto bytes = next(T::Size))
            target = *T::fromRaw(*bytes);
    }
    void take(U256& target)
    {
        if (auto bytes = next(32))
            target = *fromBigEndian32(*bytes);
    }
    void take(quint64& target)
    {
        if (auto bytes = next(8))
            target = qFromBigEndian<quint64>(bytes->data());
    }
    void take(PeerMeter::Service& target)
    {
        if (auto bytes = next(1)) {
            target = static_cast<PeerMeter::Service>(bytes->front());
            m_good = m_good && bytes->front() >= 0 && target <= PeerMeter::Service::Closed;
        }
    }
    [[nodiscard]] bool complete() const { return m_good && m_rest.isEmpty(); }

private:
    std::optional<QByteArrayView> next(std::size_t count)
    {
        const auto size = static_cast<qsizetype>(count);
        if (!m_good || m_rest.size() < size) {
            m_good = false;
            return std::nullopt;
        }
        const QByteArrayView bytes = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return bytes;
    }
    QByteArrayView m_rest;
    bool m_good = true;
};

struct Encoder {
    QByteArray operator()(const PeerWelcome& m) const
    {
        return start(Kind::Welcome) + m.key.raw() + m.beneficiary.raw() + m.signature.raw();
    }
    QByteArray operator()(const PeerHello& m) const { return start(Kind::Hello) + m.signature.raw(); }
    QByteArray operator()(const PeerVoucher& m) const
    {
        const Voucher& v = m.voucher;
        return start(Kind::Voucher) + v.chequebook.raw() + v.beneficiary.raw() + v.machine.raw()
            + toBigEndian32(v.cumulative) + v.signature.raw();
    }
    QByteArray operator()(const PeerAck& m) const
    {
        return start(Kind::Ack) + toBigEndian32(m.cumulative) + m.signature.raw();
    }
    QByteArray operator()(const PeerMeter& m) const
    {
        return start(Kind::Meter) + bigEndian(m.retrieved) + bigEndian(m.due) + QByteArray(1, static_cast<char>(m.service));
    }
};

template <typename Message> std::optional<PeerMessage> finished(const Cursor& cursor, const Message& message)
{
    return cursor.complete() ? std::optional<PeerMessage>(message) : std::nullopt;
}
} // namespace

QByteArray encodePeerMessage(const PeerMessage& message) { return std::visit(Encoder(), message); }

std::optional<PeerMessage> decodePeerMessage(QByteArrayView raw)
{
    if (raw.isEmpty())
        return std::nullopt;
    Cursor cursor(raw.sliced(1));
    switch (static_cast<Kind>(raw.front())) {
    case Kind::Welcome: {
        PeerWelcome m;
        cursor.take(m.key);
        cursor.take(m.beneficiary);
        cursor.take(m.signature);
        return finished(cursor, m);
    }
    case Kind::Hello: {
        PeerHello m;
        cursor.take(m.signature);
        return finished(cursor, m);
    }
    case Kind::Voucher: {
        PeerVoucher m;
        cursor.take(m.voucher.chequebook);
        cursor.take(m.voucher.beneficiary);
        cursor.take(m.voucher.machine);
        cursor.take(m.voucher.cumulative);
        cursor.take(m.voucher.signature);
        return finished(cursor, m);
    }
    case Kind::Ack: {
        PeerAck m;
        cursor.take(m.cumulative);
        cursor.take(m.signature);
        return finished(cursor, m);
    }
    case Kind::Meter: {
        PeerMeter m;
        cursor.take(m.retrieved);
        cursor.take(m.due);
        cursor.take(m.service);
        return finished(cursor, m);
    }
    }
    return std::nullopt;
}

} // namespace surplus
