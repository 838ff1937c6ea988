// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/settlement/settlementdesk.h"

#include "services/common/core/posted.h"

#include <QLoggingCategory>
#include <semaphore>

namespace surplus {

Q_LOGGING_CATEGORY(lcDesk, "surplus.settlement.desk")

/// What the thread owns.
struct SettlementDesk::Back {
    QString recordFile;
    const Clock& clock;
    std::unique_ptr<Database> database;
    std::unique_ptr<EvmClient> client;
    std::unique_ptr<Settler> settler;

    Back(QString file, const Clock& time) : recordFile(std::move(file)), clock(time) { }

    [[nodiscard]] Result<Settler*> open()
    {
        if (!client)
            return failure(QStringLiteral("chain.unset"), QStringLiteral("No chain is set up."));
        if (!database) {
            auto opened = Database::open(recordFile, Database::Durability::Full, Settler::migrations());
            if (!opened)
                return tl::unexpected(opened.error());
            database = std::move(*opened);
        }
        if (!settler)
            settler = std::make_unique<Settler>(*database, *client, clock);
        return settler.get();
    }
};

SettlementDesk::SettlementDesk(QString recordFile, const Clock& clock, QObject* parent)
    : QObject(parent), m_back(std::make_unique<Back>(std::move(recordFile), clock))
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
    postTo(&m_worker, [this, &ended] {
        m_back.reset();
        ended.release();
    });
    ended.acquire();
    m_thread.quit();
    m_thread.wait();
}

template <typename T> void SettlementDesk::run(std::function<Result<T>(Settler&)> work, std::function<void(Result<T>)> done)
{
    postTo(&m_worker, [this, work = std::move(work), done = std::move(done)] {
        const auto settler = m_back->open();
        auto outcome = std::make_shared<Result<T>>(settler ? work(**settler) : tl::unexpected(settler.error()));
        postTo(this, [done, outcome] { done(*outcome); });
    });
}

void SettlementDesk::setChain(const ChainConfig& chain)
{
    postTo(&m_worker, [this, chain] {
        m_back->settler.reset();
        m_back->client = chain.isUsable() ? std::make_unique<EvmClient>(chain) : nullptr;
    });
    m_timer.start();
    publish();
}

void SettlementDesk::plan(const QList<Voucher>& vouchers, const Address& payout, const Address& payer, std::optional<Amount> tokensPerCoin,
    std::function<void(Result<SettlementPlan>)> done)
{
    run<SettlementPlan>([=](Settler& settler) { return settler.plan(vouchers, payout, payer, tokensPerCoin); }, std::move(done));
}

void SettlementDesk::settle(const SettlementPlan& plan, SecretKey key, std::function<void(Result<SettlementRecord>)> done)
{
    const auto held = std::make_shared<SecretKey>(std::move(key));
    run<SettlementRecord>([plan, held](Settler& settler) { return settler.settle(plan, *held); },
        [this, done = std::move(done)](const Result<SettlementRecord>& sent) {
            publish();
            done(sent);
        });
}

void SettlementDesk::authorize(const SettlementPlan& plan, SecretKey key, Amount maxFee, std::function<void(Result<RelayTicket>)> done)
{
    const auto held = std::make_shared<SecretKey>(std::move(key));
    run<RelayTicket>([plan, held, maxFee, deadline = m_back->clock.now() + TicketMs](Settler& settler) { return settler.authorize(plan, *held, {}, maxFee, deadline); },
        [this, done = std::move(done)](const Result<RelayTicket>& ticket) {
            publish();
            done(ticket);
        });
}

void SettlementDesk::follow()
{
    const bool open = std::any_of(m_records.begin(), m_records.end(), [](const SettlementRecord& record) { return record.isOpen(); });
    if (!open)
        return;
    run<bool>([](Settler& settler) { return settler.follow(); }, [this](const Result<bool>& changed) {
        if (!changed)
            qCWarning(lcDesk).noquote() << "a settlement can't be followed now:" << changed.error().message;
        else if (*changed) {
            publish();
            Q_EMIT moved();
        }
    });
}

void SettlementDesk::publish()
{
    run<QList<SettlementRecord>>([](Settler& settler) { return settler.records(); }, [this](const Result<QList<SettlementRecord>>& records) {
        if (!records)
            return;
        m_records = *records;
        Q_EMIT changed();
    });
}

} // namespace surplus
