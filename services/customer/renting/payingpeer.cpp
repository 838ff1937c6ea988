// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/renting/payingpeer.h"

#include "services/common/core/posted.h"
#include "services/common/crypto/keccak.h"
#include "services/customer/paying/leasecount.h"

#include <libtorrent/operations.hpp>
#include <libtorrent/torrent_info.hpp>
#include <limits>

namespace surplus {

namespace {
class PayingPeer final : public lt::peer_plugin, public std::enable_shared_from_this<PayingPeer> {
public:
    PayingPeer(const lt::peer_connection_handle& peer, std::shared_ptr<FetchAccount> account)
        : m_peer(peer), m_account(std::move(account)), m_nonce(randomHash())
    {
    }
    [[nodiscard]] lt::string_view type() const override { return PeerExtensionName; }

    void add_handshake(lt::entry& handshake) override
    {
        writePeerGreeting(handshake, m_nonce);
    }

    bool on_extension_handshake(const lt::bdecode_node& handshake) override
    {
        const auto greeting = readPeerGreeting(handshake);
        if (!greeting) {
            disconnect();
            return true;
        }
        m_remoteId = greeting->messageId;
        m_remoteNonce = greeting->nonce;
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
            return true;
        const auto decoded = decodePeerMessage(QByteArrayView(body.data(), body.size()));
        if (!decoded)
            disconnect();
        else if (const auto* welcome = std::get_if<PeerWelcome>(&*decoded))
            checkWelcome(*welcome);
        else if (const auto* ack = std::get_if<PeerAck>(&*decoded))
            m_account->acknowledged(ack->cumulative);
        else if (const auto* meter = std::get_if<PeerMeter>(&*decoded))
            heed(*meter);
        else
            disconnect();
        return true;
    }

    // Counted before the hash is verified: what arrived has cost the provider, and a piece that fails ends the paying.
    bool on_piece(const lt::peer_request& request, lt::span<const char>) override
    {
        m_account->count(request);
        payIfDue(m_account->voucherStep());
        return false;
    }
    void on_piece_failed(lt::piece_index_t) override
    {
        m_account->refusePiece();
        disconnect();
    }

    void on_disconnect(const lt::error_code&) override
    {
        if (m_proved)
            m_account->connectionLost();
    }

    void tick() override
    {
        // More than once: an acknowledgement and the meter after it may come apart.
        const bool awaits = m_meter.service == PeerMeter::Service::AwaitsPayment && m_account->isSettled();
        m_awaited = awaits ? m_awaited + 1 : 0;
        if (m_awaited >= 2)
            m_account->acceptCount(static_cast<qint64>(m_meter.retrieved));
        payIfDue(1);
    }

private:
    void disconnect() { m_peer.disconnect(lt::errors::invalid_info_hash, lt::operation_t::bittorrent); }

    void heed(const PeerMeter& meter)
    {
        m_meter = meter;
        m_account->heedKeep(meter);
        if (meter.service == PeerMeter::Service::AwaitsPayment)
            payIfDue(1); // all that was sent before has arrived by now
    }

    void checkWelcome(const PeerWelcome& message)
    {
        const Hash32 binding = *Hash32::fromRaw(m_account->content.raw());
        const Welcome welcome { m_nonce, m_remoteNonce, m_account->machine, m_account->beneficiary, binding };
        const auto signer = recoverSigner(welcome.digest(m_account->chainId), message.signature);
        if (!signer || *signer != message.key || machineIdOf(message.key) != m_account->machine
            || message.beneficiary != m_account->beneficiary) {
            disconnect();
            return;
        }
        m_proved = true;
        const Hello hello { m_nonce, m_remoteNonce, m_account->machine, m_account->beneficiary, binding };
        sendPeerMessage(m_peer, m_remoteId, PeerHello { m_account->key.sign(hello.digest(m_account->chainId)) });
    }

    void payIfDue(qint64 atLeast)
    {
        if (!m_proved)
            return;
        m_account->payIfDue(atLeast, [weak = weak_from_this()](const Voucher& voucher) {
            if (const auto self = weak.lock())
                sendPeerMessage(self->m_peer, self->m_remoteId, PeerVoucher { voucher });
        });
    }

    lt::peer_connection_handle m_peer;
    std::shared_ptr<FetchAccount> m_account;
    const Hash32 m_nonce;
    Hash32 m_remoteNonce;
    int m_remoteId = 0;
    bool m_proved = false;
    PeerMeter m_meter;
    int m_awaited = 0; ///< ticks that it has waited though all is paid
};

class PayingTorrent final : public lt::torrent_plugin {
public:
    explicit PayingTorrent(std::shared_ptr<FetchAccount> account) : m_account(std::move(account)) { }
    std::shared_ptr<lt::peer_plugin> new_connection(const lt::peer_connection_handle& peer) override
    {
        return std::make_shared<PayingPeer>(peer, m_account);
    }

private:
    std::shared_ptr<FetchAccount> m_account;
};
} // namespace

FetchAccount::FetchAccount(ProviderSession& session, const StoredFile& file, std::optional<Amount> budget, std::shared_ptr<NetworkQueue> network)
    : machine(session.address().machine)
    , beneficiary(session.beneficiary())
    , content(file.lease.content)
    , chainId(session.chain().chainId)
    , key(session.purse().key())
    , m_session(session)
    , m_file(file)
    , m_budget(budget)
    , m_network(std::move(network))
    , m_keep(file.keepPromised.nano())
    , m_asked(file.paid.nano())
    , m_acknowledged(file.paid.nano())
{
    lt::error_code malformed;
    const lt::torrent_info info(lt::span<const char>(file.torrent.constData(), file.torrent.size()), malformed, lt::from_span);
    if (!malformed) {
        m_pieceLength = info.piece_length();
        m_missing = static_cast<std::size_t>((info.files().file_size(lt::file_index_t(0)) + lt::default_block_size - 1) / lt::default_block_size);
        m_seen.resize(m_missing);
    }
    m_thread = std::thread([this] { loop(); }); // last: it uses all of the above
}

FetchAccount::~FetchAccount()
{
    stop();
    m_thread.join();
}

void FetchAccount::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    m_wake.notify_one();
}

std::optional<Error> FetchAccount::failure() const
{
    if (m_damaged)
        return Error { QStringLiteral("fetch.failed"),
            QStringLiteral("The provider sent data that is not what was stored in %1; nothing more was paid. Try again, and "
                           "audit the file.").arg(m_file.name) };
    const std::lock_guard lock(m_mutex);
    return m_failure;
}

void FetchAccount::setHave(const lt::typed_bitfield<lt::piece_index_t>& pieces)
{
    const auto blocks = static_cast<std::size_t>(m_pieceLength / lt::default_block_size);
    for (const lt::piece_index_t piece : pieces.range()) {
        if (!pieces.get_bit(piece))
            continue;
        const std::size_t first = static_cast<std::size_t>(static_cast<int>(piece)) * blocks;
        for (std::size_t block = first; block < std::min(first + blocks, m_seen.size()); ++block)
            m_seen[block] = true;
    }
    m_missing = static_cast<std::size_t>(std::count(m_seen.begin(), m_seen.end(), false));
}

void FetchAccount::count(const lt::peer_request& block)
{
    const auto index = static_cast<std::size_t>((static_cast<int>(block.piece) * m_pieceLength + block.start) / lt::default_block_size);
    if (index >= m_seen.size() || m_seen[index])
        return;
    m_seen[index] = true;
    --m_missing;
    m_received += std::min(block.length, lt::default_block_size);
}

void FetchAccount::connectionLost()
{
    if (m_missing > 0)
        m_lost += std::min(InFlightBytes, m_file.seal.sealedSize);
}

qint64 lostBytes(qint64 recorded, qint64 received)
{
    return std::min(recorded, FetchAccount::DisputedBytes + received / 50);
}

void FetchAccount::heedKeep(const PeerMeter& meter)
{
    const auto due = static_cast<qint64>(std::min<quint64>(meter.due, std::numeric_limits<qint64>::max()));
    const Amount fetched = LeaseCount(m_file.lease).fetching(static_cast<qint64>(std::min<quint64>(meter.retrieved, std::numeric_limits<qint64>::max())));
    const Amount claimed = Amount::fromNano(std::max<qint64>(0, due - fetched.nano()));
    m_keep = std::max<qint64>(m_keep, keepOwed(m_file, claimed, SystemClock().now()).nano());
}

Amount FetchAccount::dueFor(qint64 bytes) const
{
    return LeaseCount(m_file.lease).fetching(bytes).plus(keepDue()).value_or(m_file.paid);
}

Amount FetchAccount::due() const
{
    const qint64 left = std::max<qint64>(0, m_file.seal.sealedSize - m_received);
    return dueFor(receivedInAll() + m_extra + std::min<qint64>(m_ahead, left));
}

void FetchAccount::payIfDue(qint64 atLeast, std::function<void(const Voucher&)> send)
{
    Amount wanted = due();
    if (m_budget)
        wanted = std::min(wanted, *m_budget);
    const Amount step = dueFor(atLeast).minus(dueFor(0)).value_or(Amount());
    if (m_damaged || wanted.nano() <= m_asked || wanted.nano() - m_asked < step.nano())
        return;
    const std::lock_guard lock(m_mutex);
    m_asked = wanted.nano();
    m_wanted = { wanted, std::move(send) }; // one that still waits is replaced: vouchers are cumulative
    m_wake.notify_one();
}

void FetchAccount::acceptCount(qint64 providersCount)
{
    const qint64 gap = providersCount - receivedInAll();
    const qint64 accepted = std::clamp<qint64>(gap, 0, lostBytes(m_file.lost + m_lost, receivedInAll()));
    m_disputed = std::max<qint64>(0, gap - accepted);
    if (accepted > m_extra)
        m_extra = accepted;
    else if (m_disputed == 0)
        m_ahead = VoucherBytes;
}

qint64 FetchAccount::voucherStep() const
{
    // The provider's window grows with what it was paid: fewer, larger vouchers keep well within it.
    return std::clamp<qint64>(receivedInAll() / 32, VoucherBytes, MostVoucherBytes);
}

void FetchAccount::acknowledged(const U256& cumulative)
{
    const std::lock_guard lock(m_mutex);
    while (!m_inFlight.isEmpty() && m_inFlight.first().first <= cumulative)
        m_acknowledged = m_inFlight.takeFirst().second;
}

void FetchAccount::loop()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || m_wanted; });
        if (m_stopping)
            return;
        const auto [amount, send] = *std::exchange(m_wanted, std::nullopt);
        lock.unlock();
        const auto voucher = m_session.purse().pay(m_session.chain(), machine, beneficiary, m_file.lease.id, amount, receivedInAll(), std::min(amount, keepDue()));
        lock.lock();
        if (!voucher) {
            m_failure = voucher.error();
            return;
        }
        m_inFlight.append({ voucher->cumulative, amount.nano() });
        m_network->post([send = send, voucher = *voucher] { send(voucher); });
    }
}

std::shared_ptr<lt::torrent_plugin> makePayingTorrent(std::shared_ptr<FetchAccount> account)
{
    return std::make_shared<PayingTorrent>(std::move(account));
}

} // namespace surplus
