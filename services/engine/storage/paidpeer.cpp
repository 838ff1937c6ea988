// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/storage/paidpeer.h"

#include "services/common/bittorrent/torrenthost.h"
#include "services/common/crypto/keccak.h"

#include <QLoggingCategory>
#include <boost/asio/post.hpp>
#include <libtorrent/operations.hpp>
#include <libtorrent/peer_connection.hpp>

namespace surplus {

Q_LOGGING_CATEGORY(lcSeed, "surplus.storage.seed")

namespace {
constexpr int TicksToProve = 5; // a tick is about a second
constexpr int MaxVouchersInFlight = 8;
// BEP 52 hash replies are not payload and so not metered: 10 kB of requests drew 52 MB. Whoever draws this much more
// protocol bytes than payload is disconnected.
constexpr std::int64_t FreeProtocolBytes = 1024 * 1024;
constexpr std::int64_t ProtocolShare = 16; // one part in 16 of the payload on top

class PaidPeer final : public lt::peer_plugin, public std::enable_shared_from_this<PaidPeer> {
public:
    PaidPeer(const lt::peer_connection_handle& peer, std::shared_ptr<ServedLease> lease)
        : m_peer(peer), m_lease(std::move(lease)), m_nonce(randomHash())
    {
        ++m_lease->peers;
    }
    ~PaidPeer() override { --m_lease->peers; }
    PaidPeer(const PaidPeer&) = delete;
    PaidPeer& operator=(const PaidPeer&) = delete;

    [[nodiscard]] lt::string_view type() const override { return PeerExtensionName; }

    void add_handshake(lt::entry& handshake) override
    {
        writePeerGreeting(handshake, m_nonce);
    }

    bool on_extension_handshake(const lt::bdecode_node& handshake) override
    {
        const auto greeting = readPeerGreeting(handshake);
        if (!greeting || m_remoteId != 0) {
            disconnect();
            return true; // false would leave this peer without a meter
        }
        m_remoteId = greeting->messageId;
        m_remoteNonce = greeting->nonce;
        const Welcome welcome { m_remoteNonce, m_nonce, m_lease->ledger.machine(), m_lease->ledger.beneficiary(), binding() };
        send(PeerWelcome { m_lease->identity.publicKey(), welcome.beneficiary,
            m_lease->identity.sign(welcome.digest(m_lease->ledger.chain().chainId)) });
        return true;
    }

    bool on_extended(int length, int message, lt::span<const char> body) override
    {
        if (message != PeerMessageId)
            return false;
        if (length > MaxPeerMessage) {
            disconnect();
            return true;
        }
        if (body.size() < length)
            return true; // more is coming
        const auto decoded = decodePeerMessage(QByteArrayView(body.data(), body.size()));
        if (decoded && std::holds_alternative<PeerHello>(*decoded) && !m_proved)
            checkHello(std::get<PeerHello>(*decoded));
        else if (decoded && std::holds_alternative<PeerVoucher>(*decoded) && m_proved)
            takeVoucher(std::get<PeerVoucher>(*decoded).voucher);
        else
            disconnect();
        return true;
    }

    void sent_payload(int bytes) override
    {
        apply(m_lease->ledger.meter(m_lease->id, bytes));
    }

    bool on_request(const lt::peer_request&) override
    {
        // libtorrent unchokes interested peers on its own every 15 s; what must not be served is choked again here,
        // and the request is then rejected by libtorrent as one from a choked peer.
        if (!m_proved)
            m_peer.choke_this_peer();
        else
            apply(m_lease->ledger.service(m_lease->id));
        return false;
    }

    void tick() override
    {
        if (!m_proved) {
            if (++m_ticks > TicksToProve)
                disconnect();
            return;
        }
        apply(m_lease->ledger.service(m_lease->id));
        sendMeter();
        if (const auto native = m_peer.native_handle()) {
            const auto& statistics = native->statistics();
            const std::int64_t protocol = statistics.total_protocol_upload();
            if (protocol > FreeProtocolBytes + statistics.total_payload_upload() / ProtocolShare) {
                qCWarning(lcSeed).noquote() << "disconnecting a peer that drew" << protocol << "unpaid protocol bytes";
                disconnect();
            }
        }
    }

private:
    [[nodiscard]] Hash32 binding() const { return *Hash32::fromRaw(m_lease->content.raw()); }

    void disconnect() { m_peer.disconnect(lt::errors::invalid_info_hash, lt::operation_t::bittorrent); }

    void send(const PeerMessage& message)
    {
        sendPeerMessage(m_peer, m_remoteId, message);
    }

    void checkHello(const PeerHello& hello)
    {
        const Hello expected { m_remoteNonce, m_nonce, m_lease->ledger.machine(), m_lease->ledger.beneficiary(), binding() };
        const auto signer = recoverSigner(expected.digest(m_lease->ledger.chain().chainId), hello.signature);
        if (!signer || addressOf(*signer) != m_lease->customer) {
            disconnect();
            return;
        }
        m_proved = true;
        apply(m_lease->ledger.service(m_lease->id));
        sendMeter();
    }

    void takeVoucher(const Voucher& voucher)
    {
        if (++m_inFlight > MaxVouchersInFlight) {
            disconnect();
            return;
        }
        m_lease->ledger.submit(voucher, m_lease->id, false,
            [weak = weak_from_this(), &io = m_lease->io](const Result<VoucherOutcome>& outcome) {
                boost::asio::post(io, [weak, outcome] {
                    if (const auto self = weak.lock())
                        self->answerVoucher(outcome);
                });
            });
    }

    void answerVoucher(const Result<VoucherOutcome>& outcome)
    {
        --m_inFlight;
        if (!outcome) {
            qCWarning(lcSeed).noquote() << "voucher refused:" << outcome.error().message;
            // A full disk is ours to mend and no reason to lose the customer; a bad voucher is.
            if (outcome.error().code.startsWith(QLatin1String("voucher.")))
                disconnect();
            return;
        }
        PeerAck ack;
        if (outcome->account.highest)
            ack = { outcome->account.highest->cumulative, outcome->account.highest->signature };
        send(ack);
        apply(m_lease->ledger.service(m_lease->id));
    }

    void apply(Service service)
    {
        const bool go = service == Service::Go && m_lease->serving && m_proved;
        const bool changed = go == m_waiting;
        m_waiting = !go;
        if (m_peer.is_disconnecting())
            return;
        if (!go && !m_peer.is_choked())
            m_peer.choke_this_peer();
        else if (go && m_peer.is_choked())
            m_peer.maybe_unchoke_this_peer();
        if (changed)
            sendMeter();
    }

    void sendMeter()
    {
        const auto lease = m_lease->ledger.lease(m_lease->id);
        if (!lease)
            return;
        const PeerMeter meter { static_cast<quint64>(lease->retrieved), static_cast<quint64>(lease->due().nano()), m_waiting };
        if (meter == m_lastMeter)
            return;
        m_lastMeter = meter;
        send(meter);
    }

    lt::peer_connection_handle m_peer;
    std::shared_ptr<ServedLease> m_lease;
    const Hash32 m_nonce;
    Hash32 m_remoteNonce;
    int m_remoteId = 0;
    bool m_proved = false;
    bool m_waiting = true;
    int m_ticks = 0;
    int m_inFlight = 0;
    PeerMeter m_lastMeter;
};

class PaidTorrent final : public lt::torrent_plugin {
public:
    explicit PaidTorrent(std::shared_ptr<ServedLease> lease) : m_lease(std::move(lease)) { }

    std::shared_ptr<lt::peer_plugin> new_connection(const lt::peer_connection_handle& peer) override
    {
        if (!m_lease->isAllowed(toQt(peer.remote().address()))) {
            // What a peer is told that asks for content which is not here.
            lt::peer_connection_handle handle = peer;
            handle.disconnect(lt::errors::invalid_info_hash, lt::operation_t::bittorrent);
        }
        return std::make_shared<PaidPeer>(peer, m_lease);
    }

private:
    std::shared_ptr<ServedLease> m_lease;
};
} // namespace

void ServedLease::allow(const QHostAddress& address)
{
    constexpr qsizetype MaxAddresses = 64;
    const std::lock_guard lock(m_mutex);
    if (m_allowed.size() >= MaxAddresses)
        m_allowed.clear(); // the customer opens again from where it is now
    m_allowed.insert(address);
}

bool ServedLease::isAllowed(const QHostAddress& address) const
{
    const std::lock_guard lock(m_mutex);
    return m_allowed.contains(address);
}

std::shared_ptr<lt::torrent_plugin> makePaidTorrent(std::shared_ptr<ServedLease> lease)
{
    return std::make_shared<PaidTorrent>(std::move(lease));
}

} // namespace surplus
