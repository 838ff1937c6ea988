// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/bittorrent/torrenthost.h"
#include "services/common/core/posted.h"
#include "services/common/crypto/keccak.h"

#include <QDir>
#include <QTemporaryDir>
#include <atomic>
#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/extensions.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/torrent_status.hpp>
#include <mutex>

/// The content side of a provider that lies: it takes and sends content as any does, and says of its count whatever a test
/// wants.
namespace surplus::test {

class LyingSeeder {
public:
    struct Identity {
        SecretKey key;
        Address beneficiary;
        quint64 chainId = 0;
    };
    /// What it says for so many bytes sent. Called on the network thread.
    using Meter = std::function<PeerMeter(qint64 sent)>;

    LyingSeeder(Identity identity, Meter meter) : m_shared(std::make_shared<Shared>(std::move(identity), std::move(meter)))
    {
        m_host = std::make_unique<TorrentHost>(QHostAddress(QHostAddress::LocalHost), quint16(0), TorrentHost::Dials::Never);
    }
    void add(const QByteArray& torrent)
    {
        lt::add_torrent_params params;
        lt::error_code malformed;
        params.ti = std::make_shared<lt::torrent_info>(lt::span<const char>(torrent.constData(), torrent.size()), malformed, lt::from_span);
        params.save_path = m_dir.path().toStdString();
        params.flags = privateFlags();
        params.extensions.emplace_back(Posted([shared = m_shared, content = contentOf(params.ti->info_hashes())](const lt::torrent_handle&, const lt::client_data_t&) {
            return std::make_shared<Torrent>(shared, content);
        }));
        m_torrent = m_host->session().add_torrent(std::move(params));
    }
    [[nodiscard]] quint16 port() const { return m_host->session().listen_port(); }
    [[nodiscard]] bool hasAll() const { return m_torrent.is_valid() && m_torrent.status().is_seeding; }
    [[nodiscard]] U256 highest() const
    {
        const std::lock_guard lock(m_shared->mutex);
        return m_shared->highest;
    }

private:
    struct Shared {
        Shared(Identity who, Meter says) : identity(std::move(who)), meter(std::move(says)) { }
        const Identity identity;
        const Meter meter;
        std::atomic<qint64> sent = 0;
        mutable std::mutex mutex;
        U256 highest;
    };
    class Peer final : public lt::peer_plugin {
    public:
        Peer(const lt::peer_connection_handle& peer, std::shared_ptr<Shared> shared, const InfoHash& content)
            : m_peer(peer), m_shared(std::move(shared)), m_content(content), m_nonce(randomHash())
        {
        }
        void add_handshake(lt::entry& handshake) override { writePeerGreeting(handshake, m_nonce); }
        bool on_extension_handshake(const lt::bdecode_node& handshake) override
        {
            const auto greeting = readPeerGreeting(handshake);
            if (!greeting)
                return true;
            m_remoteId = greeting->messageId;
            const Identity& self = m_shared->identity;
            const Welcome welcome { greeting->nonce, m_nonce, machineIdOf(self.key.publicKey()), self.beneficiary, *Hash32::fromRaw(m_content.raw()) };
            sendPeerMessage(m_peer, m_remoteId, PeerWelcome { self.key.publicKey(), self.beneficiary, self.key.sign(welcome.digest(self.chainId)) });
            return true;
        }
        bool on_extended(int length, int message, lt::span<const char> body) override
        {
            if (message != PeerMessageId || body.size() < length)
                return message == PeerMessageId;
            const auto decoded = decodePeerMessage(QByteArrayView(body.data(), body.size()));
            if (const auto* voucher = decoded ? std::get_if<PeerVoucher>(&*decoded) : nullptr) {
                const std::lock_guard lock(m_shared->mutex);
                m_shared->highest = std::max(m_shared->highest, voucher->voucher.cumulative);
                sendPeerMessage(m_peer, m_remoteId, PeerAck { m_shared->highest, voucher->voucher.signature });
            }
            say();
            return true;
        }
        void sent_payload(int bytes) override { m_shared->sent += bytes; }
        void tick() override { say(); }

    private:
        void say()
        {
            if (m_remoteId != 0)
                sendPeerMessage(m_peer, m_remoteId, m_shared->meter(m_shared->sent));
        }
        lt::peer_connection_handle m_peer;
        std::shared_ptr<Shared> m_shared;
        const InfoHash m_content;
        const Hash32 m_nonce;
        int m_remoteId = 0;
    };
    class Torrent final : public lt::torrent_plugin {
    public:
        Torrent(std::shared_ptr<Shared> shared, const InfoHash& content) : m_shared(std::move(shared)), m_content(content) { }
        std::shared_ptr<lt::peer_plugin> new_connection(const lt::peer_connection_handle& peer) override { return std::make_shared<Peer>(peer, m_shared, m_content); }

    private:
        std::shared_ptr<Shared> m_shared;
        const InfoHash m_content;
    };

    QTemporaryDir m_dir;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<TorrentHost> m_host;
    lt::torrent_handle m_torrent;
};

} // namespace surplus::test
