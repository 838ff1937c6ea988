// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/settlement/settler.h"

#include <QThread>
#include <QTimer>
#include <functional>

namespace surplus {

/// A Settler on a thread of its own, for the dashboard: nothing here blocks. It follows what is on its way by itself.
/// Public functions and callbacks: the thread that made it.
class SettlementDesk : public QObject {
    Q_OBJECT
public:
    /// `recordFile` is created on first use.
    SettlementDesk(QString recordFile, const Clock& clock, QObject* parent = nullptr);
    ~SettlementDesk() override;

    /// The chain to settle on; what was asked before is answered with the old one.
    void setChain(const ChainConfig& chain);
    void plan(const QList<Voucher>& vouchers, const Address& payout, const Address& payer, std::optional<Amount> tokensPerCoin,
        std::function<void(Result<SettlementPlan>)> done);
    /// The key is wiped once it has signed.
    void settle(const SettlementPlan& plan, SecretKey key, std::function<void(Result<SettlementRecord>)> done);
    void authorize(const SettlementPlan& plan, SecretKey key, Amount maxFee, std::function<void(Result<RelayTicket>)> done);
    [[nodiscard]] const QList<SettlementRecord>& records() const { return m_records; }

    static constexpr int FollowMs = 5'000;
    static constexpr qint64 TicketMs = 7 * SecondsPerDay * 1000;

Q_SIGNALS:
    /// records() changed.
    void changed();
    /// One went into a block, or deeper: the engines should look at the chain.
    void moved();

private:
    struct Back;
    template <typename T> void run(std::function<Result<T>(Settler&)> work, std::function<void(Result<T>)> done);
    void follow();
    void publish();

    std::unique_ptr<Back> m_back;
    QThread m_thread;
    QObject m_worker; ///< lives on the thread
    QTimer m_timer;
    QList<SettlementRecord> m_records;
};

} // namespace surplus
