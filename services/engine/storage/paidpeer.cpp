// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/storage/paidpeer.h"

#include "services/common/bittorrent/torrenthost.h"
#include "services/engine/market/contentstore.h"
#include "services/common/crypto/keccak.h"

#include <QLoggingCategory>
#include <libtorrent/operations.hpp>
#include <libtorrent/peer_connection.hpp>

namespace surplus {

Q_LOGGING_CATEGORY(lcSeed, "surplus.storage.seed")

namespace {
constexpr int TicksToProve = 5; // a tick is about a second
constexpr int MaxVouchersInFlight = 8;
// Whoever draws this much more protocol bytes than payload, sent or waiting in memory, is disconnected; if it has proved to be
// the customer, its lease is not served for a while.
constexpr std::int64_t FreeProtocolBytes = 1024 * 1024;
constexpr std::int64_t FreeUnproved = 64 * 1024;
constexpr qint64 OnItsWay = TorrentHost::SendBuffer + AuditBlock;
constexpr std::int64_t ProtocolShare = 16; // one part in 16 of the payload on top

class PaidPeer final : public lt::peer_plugin, public std::enable_shared_from_this<PaidPeer> {
public:
    PaidPeer(const lt::peer_connection_handle& peer, std::shared_ptr<ServedLease> lease)
        : m_peer(peer), m_lease(std::move(lease)), m_nonce(randomHash())
    {
        ++m_lease->peers;
    }
    ~PaidPeer() override
    {
        letGo();
        --m_lease->peers;
    }
    PaidPeer(const PaidPeer&) = delete;
    PaidPeer& operator=(const PaidPeer&) = delete;

    [[nodiscard]] lt::string_view type() const override { return PeerExtensionName; }

    void add_handshake(lt::entry& handshake) override
    {
        writePeerGreeting(handshake, m_nonce);
    }

    void on_disconnect(const lt::error_code& why) override
    {
        if (why == lt::errors::invalid_message)
            refuse(QStringLiteral("asks for what nobody gets"));
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
        m_lease->noteMoved();
        apply(m_lease->ledger.meter(m_lease->id, bytes, m_held.bytes));
    }

    bool on_piece(const lt::peer_request&, lt::span<const char>) override
    {
        m_lease->noteMoved();
        return false;
    }

    bool on_request(const lt::peer_request&) override
    {
        // libtorrent unchokes interested peers on its own every 15 s; what must not be served is choked again here,
        // and the request is then rejected by libtorrent as one from a choked peer.
        if (!m_proved)
            m_peer.choke_this_peer();
        else
            apply(service());
        return false;
    }

    void tick() override
    {
        endFlood();
        if (!m_proved) {
            if (++m_ticks > TicksToProve)
                disconnect();
            return;
        }
        if (const auto voucher = std::exchange(m_unwritten, std::nullopt))
            takeVoucher(*voucher);
        if (m_held.bytes > 0 && m_peer.is_choked() && isDrained())
            letGo();
        apply(service());
        sendMeter();
    }

private:
    [[nodiscard]] Hash32 binding() const { return *Hash32::fromRaw(m_lease->content.raw()); }

    /// What this connection may have on its way counts against its customer's window as long as it is served: however many
    /// there are, they share it.
    [[nodiscard]] Service service() const
    {
        return m_held.bytes > 0 ? m_lease->ledger.service(m_lease->id, m_held.bytes) : m_lease->ledger.mayBegin(m_lease->id, OnItsWay);
    }
    void letGo() { m_lease->ledger.letGo(std::exchange(m_held, {})); }
    [[nodiscard]] bool isDrained() const
    {
        const auto native = m_peer.native_handle();
        return !native || (native->send_buffer_size() == 0 && native->num_reading_bytes() == 0);
    }

    void disconnect() { m_peer.disconnect(lt::errors::invalid_info_hash, lt::operation_t::bittorrent); }

    void endFlood()
    {
        const auto native = m_peer.native_handle();
        if (!native || m_peer.is_disconnecting())
            return;
        const auto& sent = native->statistics();
        const std::int64_t unread = std::max<std::int64_t>(0, native->send_buffer_size() - (m_proved ? OnItsWay : 0));
        const std::int64_t protocol = sent.total_protocol_upload() + unread;
        const std::int64_t free = m_proved ? FreeProtocolBytes + sent.total_payload_upload() / ProtocolShare : FreeUnproved;
        if (protocol <= free)
            return;
        refuse(QStringLiteral("drew %1 bytes beside what it pays for").arg(protocol));
        disconnect();
    }
    /// Only who proved to be the customer has its lease refused: anybody at its address could shut it out otherwise.
    void refuse(const QString& what) const
    {
        if (!m_proved) {
            qCWarning(lcSeed).noquote() << "disconnecting a peer that" << what << "and did not say who it is";
            return;
        }
        const auto refused = m_lease->strike();
        qCWarning(lcSeed).noquote() << "disconnecting a peer that" << what << "and refusing its lease for" << refused.count() << "s";
    }

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
        apply(service());
        sendMeter();
    }

    void takeVoucher(const Voucher& voucher)
    {
        if (++m_inFlight > MaxVouchersInFlight) {
            disconnect();
            return;
        }
        m_lease->ledger.submit(voucher, m_lease->id,
            [weak = weak_from_this(), network = m_lease->network, voucher](const Result<VoucherOutcome>& outcome) {
                network->post([weak, voucher, outcome] {
                    if (const auto self = weak.lock())
                        self->answerVoucher(voucher, outcome);
                });
            });
    }

    void answerVoucher(const Voucher& voucher, const Result<VoucherOutcome>& outcome)
    {
        --m_inFlight;
        if (!outcome) {
            qCWarning(lcSeed).noquote() << "voucher refused:" << outcome.error().message;
            // A full disk is ours to mend and no reason to lose the customer; a bad voucher is.
            if (outcome.error().code.startsWith(QLatin1String("voucher.")))
                disconnect();
            else
                m_unwritten = voucher;
            return;
        }
        PeerAck ack;
        if (outcome->account.highest)
            ack = { outcome->account.highest->cumulative, outcome->account.highest->signature };
        send(ack);
        apply(service());
    }

    void apply(Service service)
    {
        using State = PeerMeter::Service;
        const State now = service == Service::Refused || !m_lease->serving ? State::Closed
            : service == Service::Wait || !m_proved                       ? State::AwaitsPayment
                                                                          : State::Serving;
        const bool changed = std::exchange(m_service, now) != now;
        if (m_peer.is_disconnecting())
            return;
        if (now != State::Serving && !m_peer.is_choked())
            m_peer.choke_this_peer();
        else if (now == State::Serving && m_peer.is_choked())
            m_peer.maybe_unchoke_this_peer();
        if (now == State::Serving && m_held.bytes == 0 && !m_peer.is_choked())
            m_held = m_lease->ledger.hold(m_lease->id, OnItsWay);
        if (changed)
            sendMeter();
    }

    void sendMeter()
    {
        const auto lease = m_lease->ledger.lease(m_lease->id);
        if (!lease)
            return;
        const PeerMeter meter { static_cast<quint64>(lease->retrieved), static_cast<quint64>(lease->due().nano()), m_service };
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
    Ledger::Sending m_held; ///< what may be on its way
    PeerMeter::Service m_service = PeerMeter::Service::AwaitsPayment;
    int m_ticks = 0;
    int m_inFlight = 0;
    std::optional<Voucher> m_unwritten; ///< good, but the disk did not take it: tried again
    std::optional<PeerMeter> m_lastMeter;
};

class PaidTorrent final : public lt::torrent_plugin {
public:
    explicit PaidTorrent(std::shared_ptr<ServedLease> lease) : m_lease(std::move(lease)) { }

    std::shared_ptr<lt::peer_plugin> new_connection(const lt::peer_connection_handle& peer) override
    {
        // What a peer is told that asks for content which is not here. libtorrent catches it before it takes the connection
        // into the torrent's list; disconnecting here would leave a dangling entry in that list.
        if (!m_lease->admits(toQt(peer.remote().address())))
            throw lt::system_error(lt::errors::invalid_info_hash);
        return std::make_shared<PaidPeer>(peer, m_lease);
    }
    void on_files_checked() override
    {
        if (m_lease->onReady)
            m_lease->onReady();
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

bool ServedLease::admits(const QHostAddress& address) const
{
    const std::lock_guard lock(m_mutex);
    return m_allowed.contains(address) && std::chrono::steady_clock::now() >= m_refusedUntil;
}

std::chrono::seconds ServedLease::strike()
{
    constexpr int MostDoublings = 10; // 17 h
    const std::lock_guard lock(m_mutex);
    const std::chrono::seconds refused(60 << std::min(m_strikes++, MostDoublings));
    m_refusedUntil = std::chrono::steady_clock::now() + refused;
    return refused;
}

std::shared_ptr<lt::torrent_plugin> makePaidTorrent(std::shared_ptr<ServedLease> lease)
{
    return std::make_shared<PaidTorrent>(std::move(lease));
}

} // namespace surplus
