// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/settlement/settlementdesk.h"

#include "services/common/chain/network.h"
#include "services/common/core/localzone.h"
#include "services/common/core/posted.h"
#include "services/common/core/privatefile.h"
#include "services/common/history/historystore.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <deque>
#include <semaphore>
#include <utility>

namespace surplus {

Q_LOGGING_CATEGORY(lcDesk, "surplus.settlement.desk")

/// What the thread owns.
struct SettlementDesk::Back {
    QString recordFile;
    const Clock& clock;
    std::unique_ptr<Database> database;
    std::unique_ptr<EvmClient> client;
    std::unique_ptr<Tools> tools;
    std::deque<std::function<void()>> waiting;
    bool busy = false;

    Back(QString file, const Clock& time) : recordFile(std::move(file)), clock(time) { }

    [[nodiscard]] Result<Tools*> open()
    {
        if (!client)
            return failure(QStringLiteral("chain.unset"), QStringLiteral("No chain is set up."));
        if (!database) {
            auto opened = Database::open(recordFile, Database::Durability::Full, Settler::migrations());
            if (!opened)
                return tl::unexpected(opened.error());
            database = std::move(*opened);
        }
        if (!tools)
            tools = std::make_unique<Tools>(Tools { { *database, *client, clock }, { *database, *client, clock } });
        return tools.get();
    }

    /// One after the other: a request to the chain waits in an event loop of its own, into which the next would come.
    void inTurn(std::function<void()> work)
    {
        waiting.push_back(std::move(work));
        if (std::exchange(busy, true))
            return;
        while (!waiting.empty()) {
            const auto next = std::move(waiting.front());
            waiting.pop_front();
            next();
        }
        busy = false;
    }
};

SettlementDesk::SettlementDesk(QString recordFile, StoreWorker& history, const Clock& clock, QObject* parent)
    : QObject(parent), m_history(history), m_back(std::make_unique<Back>(std::move(recordFile), clock))
{
    m_worker.moveToThread(&m_thread);
    m_thread.start();
    m_timer.setInterval(FollowMs);
    connect(&m_timer, &QTimer::timeout, this, &SettlementDesk::follow);
}

SettlementDesk::~SettlementDesk()
{
    m_thread.requestInterruption();
    // The client's network objects belong to the thread: they end there.
    std::binary_semaphore ended(0);
    post([this, &ended] {
        m_back->tools.reset();
        m_back->client.reset();
        m_back->database.reset();
        ended.release();
    });
    ended.acquire();
    m_thread.quit();
    m_thread.wait();
}

void SettlementDesk::post(std::function<void()> work)
{
    postTo(&m_worker, [this, work = std::move(work)] { m_back->inTurn(work); });
}

template <typename T> void SettlementDesk::run(std::function<Result<T>(Tools&)> work, std::function<void(Result<T>)> done)
{
    post([this, work = std::move(work), done = std::move(done)] {
        const auto tools = m_back->open();
        auto outcome = std::make_shared<Result<T>>(tools ? work(**tools) : tl::unexpected(tools.error()));
        postTo(this, [done, outcome] { done(*outcome); });
    });
}

void SettlementDesk::setChain(const ChainConfig& chain)
{
    m_chainId = chain.spec.chainId;
    post([this, chain] {
        m_back->tools.reset();
        m_back->client = chain.isUsable() ? std::make_unique<EvmClient>(chain) : nullptr;
    });
    m_timer.start();
    publish();
}

void SettlementDesk::check(const ChainConfig& wanted, std::function<void(Result<ChainConfig>)> done)
{
    post([this, wanted, done = std::move(done)] {
        const auto checked = [&]() -> Result<ChainConfig> {
            if (!wanted.isUsable())
                return wanted;
            ChainConfig right = wanted;
            {
                EvmClient client(wanted);
                const auto decimals = readDecimals(client);
                if (!decimals)
                    return tl::unexpected(decimals.error());
                right.spec.decimals = *decimals;
            }
            EvmClient client(right);
            const auto so = checkNetwork(client);
            return so ? Result<ChainConfig>(right) : tl::unexpected(so.error());
        };
        postTo(this, [done, outcome = checked()] { done(outcome); });
    });
}

void SettlementDesk::plan(const Address& payout, const Address& payer, std::optional<Amount> tokensPerCoin, std::function<void(Result<SettlementPlan>)> done)
{
    const bool posted = m_history.post([this, payout, payer, tokensPerCoin, done, chainId = static_cast<qint64>(m_chainId)](Database& db) {
        const auto held = db.attempt([&] { return HistoryStore(db, localZone()).vouchers().all(); });
        QList<Settleable> channels;
        for (const QJsonObject& row : held.value_or(QList<QJsonObject>())) {
            const bool here = row.value(u"chainId").toInteger(chainId) == chainId;
            if (const auto channel = Settleable::fromJson(row); channel && here)
                channels.append(*channel);
        }
        postTo(this, [=, this] {
            if (held)
                run<SettlementPlan>([=](Tools& tools) { return tools.settler.plan(channels, payout, payer, tokensPerCoin); }, done);
            else
                done(tl::unexpected(held.error()));
        });
    });
    if (!posted)
        done(failure(QStringLiteral("store.busy"), QStringLiteral("The history is too busy. Try again.")));
}

void SettlementDesk::settle(const SettlementPlan& plan, SecretKey key, std::function<void(Result<SettlementRecord>)> done, std::function<bool()> wanted)
{
    const auto held = std::make_shared<SecretKey>(std::move(key));
    run<SettlementRecord>([plan, held, wanted = std::move(wanted)](Tools& tools) { return tools.settler.settle(plan, *held, wanted); },
        [this, done = std::move(done)](const Result<SettlementRecord>& sent) {
            publish();
            done(sent);
        });
}

void SettlementDesk::authorize(const SettlementPlan& plan, SecretKey key, Amount maxFee, const QString& file, std::function<void(Result<RelayTicket>)> done)
{
    const auto held = std::make_shared<SecretKey>(std::move(key));
    run<RelayTicket>(
        [plan, held, maxFee, file, deadline = m_back->clock.now() + Settler::TicketMs](Tools& tools) -> Result<RelayTicket> {
            const auto ticket = tools.settler.authorize(plan, *held, {}, maxFee, deadline);
            const auto written = ticket ? writePrivateFile(file, QJsonDocument(ticket->toJson()).toJson()) : Result<void>();
            return written ? ticket : tl::unexpected(written.error());
        },
        [this, done = std::move(done)](const Result<RelayTicket>& ticket) {
            publish();
            done(ticket);
        });
}

void SettlementDesk::balances(const Address& of, std::function<void(Result<Balances>)> done)
{
    run<Balances>([of](Tools& tools) { return tools.transfers.balances(of); }, std::move(done));
}

void SettlementDesk::planTransfer(const Address& from, const Address& to, Amount amount, std::function<void(Result<TransferPlan>)> done)
{
    run<TransferPlan>([=](Tools& tools) { return tools.transfers.plan(from, to, amount); }, std::move(done));
}

void SettlementDesk::send(const TransferPlan& plan, SecretKey key, std::function<void(Result<TransferRecord>)> done)
{
    const auto held = std::make_shared<SecretKey>(std::move(key));
    run<TransferRecord>([plan, held](Tools& tools) { return tools.transfers.send(plan, *held); },
        [this, done = std::move(done)](const Result<TransferRecord>& sent) {
            publish();
            done(sent);
        });
}

void SettlementDesk::follow()
{
    const auto isOpen = [](const auto& record) { return record.isOpen(); };
    if (std::none_of(m_records.begin(), m_records.end(), isOpen) && std::none_of(m_transfers.begin(), m_transfers.end(), isOpen))
        return;
    run<bool>(
        [](Tools& tools) -> Result<bool> {
            const auto settled = tools.settler.follow();
            const auto sent = tools.transfers.follow();
            if (settled.value_or(false) || sent.value_or(false))
                return true;
            return settled ? sent : settled;
        },
        [this](const Result<bool>& changed) {
            if (!changed)
                qCWarning(lcDesk).noquote() << "what is on its way can't be followed now:" << changed.error().message;
            else if (*changed) {
                publish();
                Q_EMIT moved();
            }
        });
}

void SettlementDesk::publish()
{
    using Both = std::pair<QList<SettlementRecord>, QList<TransferRecord>>;
    run<Both>(
        [](Tools& tools) -> Result<Both> {
            const auto settled = tools.settler.records();
            const auto sent = tools.transfers.records();
            if (!settled || !sent)
                return tl::unexpected(settled ? sent.error() : settled.error());
            return Both(*settled, *sent);
        },
        [this](const Result<Both>& both) {
            if (!both)
                return;
            std::tie(m_records, m_transfers) = *both;
            Q_EMIT changed();
        });
}

} // namespace surplus
