// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/store/worker.h"
#include "services/dashboard/settlement/transfers.h"

#include <QThread>
#include <QTimer>
#include <functional>

namespace surplus {

/// A Settler and its Transfers on a thread of their own, for the dashboard: nothing here blocks. They follow what is on
/// its way by themselves. Vouchers are those that the dashboard's history holds.
/// Public functions and callbacks: the thread that made it.
class SettlementDesk : public QObject {
    Q_OBJECT
public:
    /// `recordFile` is created on first use. `history`: whose database a HistoryStore reads.
    SettlementDesk(QString recordFile, StoreWorker& history, const Clock& clock, QObject* parent = nullptr);
    ~SettlementDesk() override;

    /// The chain to settle on; what was asked before is answered with the old one.
    void setChain(const ChainConfig& chain);
    /// Whether a network's description is right, held against its chain, before it is taken over; gives it with the decimals
    /// that its token has. Errors: checkNetwork()'s. One without endpoints is taken as it is.
    void check(const ChainConfig& wanted, std::function<void(Result<ChainConfig>)> done);
    /// Of all machines' vouchers, those that pay `payout`; `payer` pays the fee.
    void plan(const Address& payout, const Address& payer, std::optional<Amount> tokensPerCoin, std::function<void(Result<SettlementPlan>)> done);
    /// The key is wiped once it has signed. `wanted` is asked on the desk's thread when all is ready to be sent: false, and
    /// nothing is ("settle.unwanted").
    void settle(const SettlementPlan& plan, SecretKey key, std::function<void(Result<SettlementRecord>)> done, std::function<bool()> wanted = {});
    /// The permission is also written to `file`, for its owner only.
    void authorize(const SettlementPlan& plan, SecretKey key, Amount maxFee, const QString& file, std::function<void(Result<RelayTicket>)> done);
    [[nodiscard]] const QList<SettlementRecord>& records() const { return m_records; }

    void balances(const Address& of, std::function<void(Result<Balances>)> done);
    void planTransfer(const Address& from, const Address& to, Amount amount, std::function<void(Result<TransferPlan>)> done);
    /// The key is wiped once it has signed.
    void send(const TransferPlan& plan, SecretKey key, std::function<void(Result<TransferRecord>)> done);
    [[nodiscard]] const QList<TransferRecord>& transfers() const { return m_transfers; }

    static constexpr int FollowMs = 5'000;

Q_SIGNALS:
    /// records() or transfers() changed.
    void changed();
    /// One went into a block, or deeper: the engines should look at the chain.
    void moved();

private:
    struct Back;
    struct Tools {
        Settler settler;
        Transfers transfers;
    };
    /// On the thread, when all that was posted before has ended.
    void post(std::function<void()> work);
    template <typename T> void run(std::function<Result<T>(Tools&)> work, std::function<void(Result<T>)> done);
    void follow();
    void publish();

    StoreWorker& m_history;
    std::unique_ptr<Back> m_back;
    QThread m_thread;
    QObject m_worker; ///< lives on the thread
    QTimer m_timer;
    quint64 m_chainId = 0;
    QList<SettlementRecord> m_records;
    QList<TransferRecord> m_transfers;
};

} // namespace surplus
