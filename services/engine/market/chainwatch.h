// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/chain/contracts.h"
#include "services/engine/market/chainagenda.h"

#include <QElapsedTimer>
#include <QThread>
#include <condition_variable>
#include <mutex>

namespace surplus {

/// Looks up on the chain what is set aside for and paid out on each channel, in the background, and tells the ledger. When
/// the chain can't be reached the ledger goes on with what was said last. Public functions: the thread that made it.
class ChainWatch : public QThread {
    Q_OBJECT
public:
    /// Does nothing if `config` is not usable.
    ChainWatch(ChainConfig config, Ledger& ledger, const Clock& clock, QObject* parent = nullptr);
    ~ChainWatch() override;

    [[nodiscard]] ChainStatus status() const;
    /// Looks at all soon: the user wants to know, or something was settled.
    void lookSoon();
    /// Somebody said hello: looks at its channel soon, at a bounded rate.
    void lookAt(const Address& chequebook, const Network& network);

    static constexpr qint64 ReadTimeEveryMs = 60'000;
    static constexpr qsizetype MaxChannels = 10'000; ///< of one look

Q_SIGNALS:
    void changed();
    /// The time of the newest block: a second source for ConfirmedTime. On the chain's thread.
    void timeRead(surplus::UtcMs at);

protected:
    void run() override;

private:
    [[nodiscard]] Result<void> look(EvmClient& client, const ChainAgenda::Look& what);
    [[nodiscard]] qint64 steadyMs() const { return m_steady.elapsed(); }

    const ChainConfig m_config;
    Ledger& m_ledger;
    const Clock& m_clock;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    QElapsedTimer m_steady;
    ChainAgenda m_agenda; // by m_mutex
    bool m_ending = false;
    ChainStatus m_status;
    qint64 m_timeRead = 0; ///< steady ms; the thread's own
};

/// `latest` and `deep`: a channel's state in the newest block and as many blocks down as confirmations are asked for.
[[nodiscard]] ChannelFunds fundsOf(const ChainSpec& chain, const contracts::ChannelState& latest, const contracts::ChannelState& deep);

} // namespace surplus
