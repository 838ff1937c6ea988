// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/bittorrent/torrenthost.h"
#include "services/customer/renting/providersession.h"

#include <atomic>
#include <condition_variable>
#include <libtorrent/extensions.hpp>
#include <mutex>
#include <thread>
#include <vector>

namespace surplus {

/// What one fetch has received and promised. The network thread counts; a thread of its own advances the purse (which
/// syncs to the disk) and hands each voucher back to the network thread to be sent.
class FetchAccount {
public:
    FetchAccount(ProviderSession& session, const StoredFile& file, std::optional<Amount> budget, std::shared_ptr<NetworkQueue> network);
    ~FetchAccount();
    FetchAccount(const FetchAccount&) = delete;
    FetchAccount& operator=(const FetchAccount&) = delete;

    [[nodiscard]] qint64 received() const { return m_received; }
    [[nodiscard]] qint64 receivedInAll() const { return m_file.received + m_received; }
    /// What the lease costs for all that was received and kept so far.
    [[nodiscard]] Amount due() const;
    [[nodiscard]] bool isSettled() const { return m_acknowledged >= due().nano(); }
    [[nodiscard]] bool isOverBudget() const { return m_budget && due() > *m_budget; }
    /// Of due(): for keeping.
    [[nodiscard]] Amount keepDue() const { return Amount::fromNano(m_keep); }
    /// Bytes that the provider may have sent and that did not come, since connections broke off in this fetch.
    [[nodiscard]] qint64 lost() const { return m_lost; }
    [[nodiscard]] std::optional<Error> failure() const;
    /// No further voucher is made.
    void stop();

    // On the network thread:
    /// Which pieces are here already: they are not paid again, whoever sends them.
    void setHave(const lt::typed_bitfield<lt::piece_index_t>& pieces);
    /// A block counts once, however often it is sent.
    void count(const lt::peer_request& block);
    void refusePiece() { m_damaged = true; }
    /// A connection with the provider broke off: what it had on its way may be lost.
    void connectionLost();
    /// The provider's count for keeping: taken as far as our own goes.
    void heedKeep(const PeerMeter& meter);
    /// Makes a voucher over what is due if at least `atLeast` bytes' worth is unpaid; `send` gets it on the network thread.
    void payIfDue(qint64 atLeast, std::function<void(const Voucher&)> send);
    /// The provider waits though all is paid. It counts more than we do: paid only as far as our own record of broken
    /// connections says that as much may have been on its way. Or it serves nobody new from this network on credit: then
    /// one step is paid ahead, never more than the rest of the file.
    void acceptCount(qint64 providersCount);
    void acknowledged(const U256& cumulative);

    const MachineId machine;
    const Address beneficiary;
    const InfoHash content;
    const quint64 chainId;
    const SecretKey& key;

    /// How many unpaid bytes a voucher waits for.
    /// Bytes that the provider wants to be paid for and that this customer has no record of, beyond what it puts up with.
    /// Any thread.
    [[nodiscard]] qint64 disputed() const { return m_disputed; }
    [[nodiscard]] qint64 voucherStep() const;

    static constexpr qint64 VoucherBytes = 1024 * 1024; ///< a voucher for about this much at first
    static constexpr qint64 MostVoucherBytes = 4 * 1024 * 1024; ///< and for this much once some was paid
    static constexpr qint64 InFlightBytes = 4 * 1024 * 1024; ///< that one connection has on its way at most
    static constexpr qint64 DisputedBytes = 8 * 1024 * 1024; ///< that broken connections of one lease account for at most, and 2 %

private:
    void loop();
    [[nodiscard]] Amount dueFor(qint64 bytes) const;

    ProviderSession& m_session;
    const StoredFile m_file;
    const std::optional<Amount> m_budget;
    std::shared_ptr<NetworkQueue> m_network;
    std::atomic<qint64> m_received = 0; ///< in this fetch
    std::atomic<qint64> m_lost = 0;
    std::atomic<qint64> m_keep = 0; ///< nano
    std::vector<bool> m_seen; ///< blocks; the network thread's
    std::size_t m_missing = 0; ///< of them
    qint64 m_pieceLength = 0;
    std::atomic<qint64> m_disputed = 0; ///< bytes that the provider counts beyond what is accepted
    std::atomic<qint64> m_extra = 0; ///< bytes of the provider's count accepted on top of ours
    std::atomic<qint64> m_ahead = 0; ///< bytes paid before they come
    std::atomic<qint64> m_asked = 0; ///< nano that a voucher was asked for
    std::atomic<qint64> m_acknowledged = 0; ///< nano of this lease that the provider holds
    std::atomic<bool> m_damaged = false;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<std::pair<Amount, std::function<void(const Voucher&)>>> m_wanted;
    std::optional<Error> m_failure;
    QList<std::pair<U256, qint64>> m_inFlight; ///< cumulative of a voucher, nano of this lease it covers
    bool m_stopping = false;
    std::thread m_thread;
};

/// Bytes beyond our own count of `received` that our own record of broken connections accounts for.
[[nodiscard]] qint64 lostBytes(qint64 recorded, qint64 received);

[[nodiscard]] std::shared_ptr<lt::torrent_plugin> makePayingTorrent(std::shared_ptr<FetchAccount> account);

} // namespace surplus
