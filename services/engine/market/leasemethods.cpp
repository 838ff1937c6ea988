// SPDX-License-Identifier: GPL-3.0-or-later
// Quotes and leases: a part of MarketServer.
#include "services/common/core/durations.h"
#include "services/common/core/parse.h"
#include "services/common/core/posted.h"
#include "services/common/crypto/keccak.h"
#include "services/engine/market/customersession.h"
#include "services/engine/market/marketserver.h"

#include <QLoggingCategory>
#include <QTimer>

namespace surplus {

Q_LOGGING_CATEGORY(lcLeases, "surplus.market.leases")

namespace {
constexpr int AskChainAgainMs = 250;
constexpr int AskChainTimes = 48; // twelve seconds: where many say hello a look begins each five, and takes about one
} // namespace

Result<LeaseRecord> MarketServer::leaseOf(const RpcSession& session, const QJsonObject& params) const
{
    const auto id = LeaseId::fromHex(params.value(u"lease").toString());
    const auto lease = id ? m_ledger.lease(*id) : std::nullopt;
    // Another customer's lease answers like one that never was.
    if (!lease || lease->chequebook != customerOf(session).chequebook || lease->state == LeaseState::Closed)
        return failure(QStringLiteral("lease.unknown"), QStringLiteral("No such lease of yours on this machine."));
    return *lease;
}

Result<void> MarketServer::checkQuote(const Quote& quote, const Address& customer) const
{
    const auto signer = recoverSigner(quote.digest(m_ledger.chain().chainId), quote.signature);
    if (!signer || machineIdOf(*signer) != m_ledger.machine() || quote.machine != m_ledger.machine()
        || quote.customer != customer)
        return failure(QStringLiteral("quote.refused"), QStringLiteral("This is no quote of this machine for you. Ask for one."));
    if (quote.expires + ClockToleranceMs < m_clock.now())
        return failure(QStringLiteral("quote.expired"), QStringLiteral("The quote has expired. Ask for a new one."));
    return {};
}

LeaseTerms MarketServer::termsOf(const LeaseRecord& lease) const
{
    LeaseTerms terms { lease.id, lease.customer, m_ledger.machine(), lease.content, lease.size, lease.end,
        lease.keepPrice, lease.retrievePrice, {} };
    terms.signature = m_identity.sign(terms.digest(m_ledger.chain().chainId));
    return terms;
}

QJsonObject MarketServer::stateOf(const LeaseRecord& lease) const
{
    QJsonObject json { { QStringLiteral("lease"), lease.id.hex() }, { QStringLiteral("state"), leaseStateName(lease.state) },
        { QStringLiteral("due"), lease.due().toWire() }, { QStringLiteral("paidUntil"), m_ledger.paidUntil(lease.id) },
        { QStringLiteral("end"), lease.end }, { QStringLiteral("covered"), lease.cover == LeaseCover::Covered },
        { QStringLiteral("coverLost"), lease.cover == LeaseCover::Lost } };
    if (lease.state == LeaseState::Closed)
        json.insert(QStringLiteral("closedWhy"), leaseEndName(lease.why));
    return json;
}

void MarketServer::openLease(const CustomerSession& customer, const QJsonObject& params, const RpcReply& reply)
{
    const auto quote = Quote::fromJson(params.value(u"quote").toObject());
    if (!quote) {
        reply.error(quote.error());
        return;
    }
    if (auto checked = checkQuote(*quote, customer.customer); !checked) {
        reply.error(checked.error());
        return;
    }
    const qint64 days = params.value(u"days").toInteger();
    if (days < 1 || days > MaxLeaseDays) {
        reply.error({ QStringLiteral("rpc.params"), QStringLiteral("lease.open: \"days\" must be from 1 to 3650.") });
        return;
    }
    const auto torrent = parse::base64(params.value(u"torrent").toString());
    const auto described = torrent ? m_content.describe(*torrent)
                                   : failure(QStringLiteral("torrent.refused"), QStringLiteral("lease.open: \"torrent\" must be a torrent in base64."));
    if (!described) {
        reply.error(described.error());
        return;
    }
    if (auto usable = m_content.available(); !usable) {
        reply.error(usable.error());
        return;
    }
    LeaseRecord lease;
    lease.id = *LeaseId::fromRaw(randomBytes(32));
    lease.chequebook = customer.chequebook;
    lease.customer = customer.customer;
    lease.content = described->content;
    lease.file = described->file;
    lease.size = described->size;
    lease.created = m_clock.now();
    lease.end = lease.created + days * DayMs;
    lease.keepPrice = quote->keepPrice;
    lease.retrievePrice = quote->retrievePrice;
    addLease(lease, *torrent, reply, AskChainTimes);
}

void MarketServer::addLease(const LeaseRecord& lease, const QByteArray& torrent, const RpcReply& reply, int patience)
{
    // Whoever has just said hello may have set money aside that the chain has not told of yet.
    if (patience > 0 && m_chainUsed && !m_ledger.isChainRead(lease.chequebook) && !m_ledger.standing(lease.chequebook).covered()) {
        QTimer::singleShot(AskChainAgainMs, this, [=, this] { addLease(lease, torrent, reply, patience - 1); });
        return;
    }
    m_ledger.addLease(lease, torrent, [this, reply](const Result<LeaseRecord>& added) {
        postTo(this, [=, this] {
            if (!added) {
                reply.error(added.error());
                return;
            }
            qCInfo(lcLeases).noquote() << "lease" << added->id.hex().left(8) << "opened for" << added->customer.hex0x() << added->size << "bytes";
            reply.result(termsOf(*added).toJson());
            Q_EMIT leasesChanged();
        });
    });
}

void MarketServer::renewLease(const LeaseRecord& lease, const QJsonObject& params, const RpcReply& reply)
{
    const auto quote = Quote::fromJson(params.value(u"quote").toObject());
    if (!quote) {
        reply.error(quote.error());
        return;
    }
    if (auto checked = checkQuote(*quote, lease.customer); !checked) {
        reply.error(checked.error());
        return;
    }
    // One due is floor(units × price): a lease keeps its prices, other prices need a lease of their own.
    if (quote->keepPrice != lease.keepPrice || quote->retrievePrice != lease.retrievePrice) {
        reply.error({ QStringLiteral("quote.changed"),
            QStringLiteral("Prices have changed since this lease began. Open a new lease at the new prices.") });
        return;
    }
    m_ledger.renewLease(lease.id, params.value(u"days").toInteger(), MaxLeaseDays, [this, reply](const Result<LeaseRecord>& renewed) {
        postTo(this, [=, this] {
            if (renewed)
                reply.result(termsOf(*renewed).toJson());
            else
                reply.error(renewed.error());
        });
    });
}

void MarketServer::closeLeases(const QList<LeaseId>& ids, LeaseEnd why, std::function<bool(const LeaseRecord&)> still, std::function<void(Result<void>)> done)
{
    m_ledger.closeLeases(ids, why, std::move(still), [this, why, done = std::move(done)](const Result<QList<LeaseRecord>>& closed) {
        postTo(this, [=, this] {
            if (!closed)
                qCWarning(lcLeases).noquote() << "leases could not be closed:" << closed.error().message;
            for (const LeaseRecord& lease : closed.value_or(QList<LeaseRecord>())) {
                qCInfo(lcLeases).noquote() << "lease" << lease.id.hex().left(8) << "closed:" << leaseEndName(why);
                m_content.remove(lease);
            }
            if (closed && !closed->isEmpty())
                Q_EMIT leasesChanged();
            done(closed ? Result<void>() : tl::unexpected(closed.error()));
        });
    });
}

void MarketServer::closeAll(LeaseEnd why, std::function<Result<void>()> may, std::function<void(Result<void>)> done) { closeSome(why, std::move(may), std::move(done), 0); }

void MarketServer::closeSome(LeaseEnd why, const std::function<Result<void>()>& may, const std::function<void(Result<void>)>& done, qsizetype closed)
{
    QList<LeaseId> some;
    for (const LeaseRecord& lease : m_ledger.leases()) {
        if (lease.state != LeaseState::Closed && some.size() < CloseAtOnce)
            some.append(lease.id);
    }
    const auto failed = [done, closed](Error error) {
        if (closed > 0)
            error.message = QStringLiteral("%1 leases are ended, the others are not: %2").arg(closed).arg(error.message);
        done(tl::unexpected(error));
    };
    if (some.isEmpty()) {
        done({});
        return;
    }
    if (const auto still = may(); !still) {
        failed(still.error());
        return;
    }
    closeLeases(some, why, [](const LeaseRecord&) { return true; }, [this, why, may, done, failed, closed, now = some.size()](const Result<void>& outcome) {
        if (outcome)
            closeSome(why, may, done, closed + now);
        else
            failed(outcome.error());
    });
}

void MarketServer::advance(const Moment& now, bool serving)
{
    QHash<LeaseEnd, QList<LeaseId>> over;
    for (const Ledger::Closing& closing : m_ledger.advance(now, serving))
        over[closing.why].append(closing.lease);
    for (auto of = over.cbegin(); of != over.cend(); ++of) {
        for (qsizetype first = 0; first < of->size(); first += CloseAtOnce)
            closeLeases(of->mid(first, CloseAtOnce), of.key(), [why = of.key(), now](const LeaseRecord& lease) { return Ledger::isOver(lease, why, now); }, [](const Result<void>&) {});
    }
}

void MarketServer::addLeases()
{
    addFrom(m_server, marketApi(), "quote.get", [this](RpcSession& session, const QJsonObject&, const RpcReply& reply) {
        Quote quote { customerOf(session).customer, m_ledger.machine(), m_prices.keep, m_prices.retrieve,
            m_clock.now() + QuoteMs, {} };
        quote.signature = m_identity.sign(quote.digest(m_ledger.chain().chainId));
        reply.result(quote.toJson());
    });
    addFrom(m_server, marketApi(), "lease.open", [this](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
        openLease(customerOf(session), params, reply);
    });
    const auto withLease = [this](auto act) {
        return [this, act](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
            const auto lease = leaseOf(session, params);
            if (lease)
                act(*lease, params, reply);
            else
                reply.error(lease.error());
        };
    };
    addFrom(m_server, marketApi(), "lease.renew",
        withLease([this](const LeaseRecord& lease, const QJsonObject& params, const RpcReply& reply) { renewLease(lease, params, reply); }));
    addFrom(m_server, marketApi(), "lease.close", withLease([this](const LeaseRecord& lease, const QJsonObject&, const RpcReply& reply) {
        closeLeases({ lease.id }, LeaseEnd::ByCustomer, [](const LeaseRecord&) { return true; },
            [reply](const Result<void>& closed) { reply.answer(closed ? Result<QJsonObject>(QJsonObject()) : tl::unexpected(closed.error())); });
    }));
    addFrom(m_server, marketApi(), "lease.status", [this](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
        const auto lease = leaseOf(session, params);
        if (lease) {
            const auto progress = m_content.progress(*lease);
            QJsonObject json = stateOf(*lease);
            json.insert(QStringLiteral("progress"), lease->state == LeaseState::Stored ? 1.0 : progress.part);
            json.insert(QStringLiteral("problem"), progress.problem);
            reply.result(json);
            return;
        }
        const auto id = LeaseId::fromHex(params.value(u"lease").toString());
        const auto ended = id ? m_ledger.ended(*id) : std::nullopt;
        if (!ended || ended->chequebook != customerOf(session).chequebook) {
            reply.error(lease.error());
            return;
        }
        reply.result({ { QStringLiteral("lease"), id->hex() }, { QStringLiteral("state"), leaseStateName(LeaseState::Closed) },
            { QStringLiteral("closedWhy"), leaseEndName(ended->why) }, { QStringLiteral("closedAt"), ended->at } });
    });
}

} // namespace surplus
