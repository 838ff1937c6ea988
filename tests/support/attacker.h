// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/customer/renting/renter.h"
#include "services/customer/renting/transfer.h"
#include "tests/support/rawpeer.h"
#include "tests/support/scene.h"

#include <libtorrent/bencode.hpp>
#include <libtorrent/entry.hpp>
#include <libtorrent/torrent_info.hpp>

namespace surplus::test {

/// A customer of the scene whose parts a test can misuse one by one.
struct Attacker {
    const SpendLimits anyPrice { Amount::fromNano(1'000'000 * NanoPerToken), Amount::fromNano(1'000'000 * NanoPerToken), {}, {}, {} };
    std::unique_ptr<Purse> purse;
    std::unique_ptr<ProviderSession> session;
    StoredFile file;

    Attacker(const Scene& scene, const QString& name) : purse(std::move(*Purse::open(scene.dir.filePath(name)))) { }
    [[nodiscard]] bool store(const Scene& scene, qint64 size, const QString& name)
    {
        auto stored = Renter(*purse, anyPrice).put(scene.file(size, name), scene.provider, { 1, 0, 30'000 });
        if (!stored)
            return false;
        file = *stored;
        return true;
    }
    [[nodiscard]] bool connect(const Scene& scene)
    {
        session = std::make_unique<ProviderSession>(*purse, *ProviderAddress::parse(scene.provider));
        return session->open().has_value();
    }
    /// Opens the content over the market API, claiming to have got `received` bytes so far.
    [[nodiscard]] quint16 open(qint64 received = 0)
    {
        const auto opened = session->call(QStringLiteral("content.open"),
            { { QStringLiteral("lease"), file.lease.id.hex() }, { QStringLiteral("received"), QString::number(received) } });
        return opened ? static_cast<quint16>(opened->value(u"port").toInt()) : quint16(0);
    }
    /// A proved connection to the content.
    [[nodiscard]] std::unique_ptr<RawPeer> prove(quint16 port)
    {
        auto peer = std::make_unique<RawPeer>();
        if (!peer->open(port, file.lease.content) || !peer->greet())
            return nullptr;
        peer->say(PeerHello { sign(*peer) });
        return peer->hear<PeerMeter>() ? std::move(peer) : nullptr;
    }
    [[nodiscard]] Signature sign(const RawPeer& peer) const
    {
        return purse->key().sign(peer.hello(session->address().machine, session->beneficiary(), file.lease.content).digest(session->chain().chainId));
    }
    [[nodiscard]] Result<QJsonObject> lease(const QByteArray& torrent)
    {
        const auto quote = session->call(QStringLiteral("quote.get"));
        if (!quote)
            return quote;
        return session->call(QStringLiteral("lease.open"), { { QStringLiteral("quote"), *quote }, { QStringLiteral("days"), 1 },
            { QStringLiteral("torrent"), QString::fromLatin1(torrent.toBase64()) } });
    }
    [[nodiscard]] int pieceSize() const
    {
        return lt::torrent_info(lt::span<const char>(file.torrent.constData(), file.torrent.size()), lt::from_span).piece_length();
    }
    [[nodiscard]] qint64 sealedSize() const { return file.seal.sealedSize; }
};

inline QByteArray bencoded(const lt::entry& entry)
{
    std::vector<char> out;
    lt::bencode(std::back_inserter(out), entry);
    return QByteArray(out.data(), static_cast<qsizetype>(out.size()));
}

inline qint64 retrieved(const Scene& scene) { return scene.engine.ctl({ QStringLiteral("status") }).value(u"storage")[u"retrieved"].toInteger(); }
inline bool isAlive(const Scene& scene) { return !scene.engine.ctl({ QStringLiteral("status") }).isEmpty(); }

} // namespace surplus::test
