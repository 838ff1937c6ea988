// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/marketserver.h"

#include "services/common/core/posted.h"
#include "services/common/crypto/keccak.h"

#include <QJsonArray>
#include <QLoggingCategory>
#include <limits>

namespace surplus {

Q_LOGGING_CATEGORY(lcMarket, "surplus.market")

namespace {
constexpr qint64 DayMs = SecondsPerDay * 1000;

/// What a session knows about its customer. Before hello.prove only the greeting stands in it.
struct Session {
    Hello greeting;
    bool greeted = false;
    Address customer;
    Address chequebook;
};

const Session& sessionOf(const RpcSession& session)
{
    static const Session none;
    const auto* known = std::any_cast<Session>(&session.data);
    return known ? *known : none;
}

/// The caps on strangers count per IPv4 address and per IPv6 /64.
QString networkOf(const QHostAddress& address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address.toString();
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(bytes.c), 8).toHex());
}

QJsonObject accountJson(const AccountView& account)
{
    QJsonObject json { { QStringLiteral("debt"), account.debt.toWire() } };
    if (account.highest)
        json.insert(QStringLiteral("voucher"), account.highest->toJson());
    return json;
}

QString leaseStateName(LeaseState state)
{
    switch (state) {
    case LeaseState::Filling:
        return QStringLiteral("filling");
    case LeaseState::Stored:
        return QStringLiteral("stored");
    case LeaseState::Closed:
        return QStringLiteral("closed");
    }
    return {};
}
} // namespace

MarketServer::MarketServer(Ledger& ledger, ContentStore& content, const SecretKey& identity, const TlsIdentity& tls,
    const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_content(content)
    , m_identity(identity)
    , m_clock(clock)
    , m_spki(spkiHash(tls.certificate).value_or(Hash32()))
    , m_server(tls)
{
    addHello();
    addLeases();
    addContent();
}

void MarketServer::addHello()
{
    addFrom(m_server, marketApi(), "hello.begin",
        [this](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
            const auto nonce = Hash32::fromHex(params.value(u"nonce").toString());
            if (!nonce) {
                reply.error({ QStringLiteral("rpc.params"), QStringLiteral("hello.begin: \"nonce\" must have 32 bytes.") });
                return;
            }
            const Address beneficiary = m_ledger.beneficiary();
            if (beneficiary.isNull()) {
                reply.error({ QStringLiteral("market.closed"), QStringLiteral("This provider has no payout address yet.") });
                return;
            }
            Session state;
            state.greeting = { *nonce, randomHash(), m_ledger.machine(), beneficiary, m_spki };
            state.greeted = true;
            session.data = state;
            const Hello& g = state.greeting;
            const Welcome welcome { g.clientNonce, g.serverNonce, g.machine, g.beneficiary, g.binding };
            reply.result({ { QStringLiteral("nonce"), g.serverNonce.hex() },
                { QStringLiteral("publicKey"), m_identity.publicKey().hex() },
                { QStringLiteral("beneficiary"), beneficiary.hex0x() },
                { QStringLiteral("chain"), m_ledger.chain().toJson() },
                { QStringLiteral("signature"), m_identity.sign(welcome.digest(m_ledger.chain().chainId)).hex() } });
        });
    addFrom(m_server, marketApi(), "hello.prove",
        [this](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
            Session state = sessionOf(session);
            const auto signature = Signature::fromHex(params.value(u"signature").toString());
            const auto salt = Hash32::fromHex(params.value(u"salt").toString());
            const auto customer = Address::fromHex(params.value(u"customer").toString());
            const auto signer = signature && state.greeted && session.role() == Role::Anyone
                ? recoverSigner(state.greeting.digest(m_ledger.chain().chainId), *signature)
                : std::nullopt;
            if (!signer || !salt || !customer || addressOf(*signer) != *customer) {
                reply.error({ QStringLiteral("hello.refused"),
                    QStringLiteral("The hello's signature does not fit this connection. Begin a new one.") });
                session.disconnectPeer(QStringLiteral("hello refused"));
                return;
            }
            state.greeted = false; // a hello is good for one connection, once
            state.customer = *customer;
            state.chequebook = m_ledger.chain().chequebookOf(state.customer, *salt);
            const auto account = m_ledger.openAccount(state.customer, *salt, networkOf(session.peerAddress()));
            if (!account) {
                reply.error(account.error());
                return;
            }
            session.data = state;
            session.setRole(Role::Customer);
            Q_EMIT greeted();
            QJsonObject result = accountJson(*account);
            result.insert(QStringLiteral("customer"), state.customer.hex0x());
            result.insert(QStringLiteral("chequebook"), state.chequebook.hex0x());
            reply.result(result);
        });
}

Result<LeaseRecord> MarketServer::leaseOf(const RpcSession& session, const QJsonObject& params) const
{
    const auto id = LeaseId::fromHex(params.value(u"lease").toString());
    const auto lease = id ? m_ledger.lease(*id) : std::nullopt;
    // Another customer's lease answers like one that never was.
    if (!lease || lease->chequebook != sessionOf(session).chequebook || lease->state == LeaseState::Closed)
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

void MarketServer::openLease(RpcSession& session, const QJsonObject& params, const RpcReply& reply)
{
    const Session state = sessionOf(session);
    const auto quote = Quote::fromJson(params.value(u"quote").toObject());
    if (!quote) {
        reply.error(quote.error());
        return;
    }
    if (auto checked = checkQuote(*quote, state.customer); !checked) {
        reply.error(checked.error());
        return;
    }
    const qint64 days = params.value(u"days").toInteger();
    if (days < 1 || days > MaxLeaseDays) {
        reply.error({ QStringLiteral("rpc.params"), QStringLiteral("lease.open: \"days\" must be from 1 to 3650.") });
        return;
    }
    const QByteArray torrent = QByteArray::fromBase64(params.value(u"torrent").toString().toLatin1());
    const auto described = m_content.describe(torrent);
    if (!described) {
        reply.error(described.error());
        return;
    }
    if (const auto held = m_ledger.leaseOver(described->content)) {
        if (held->chequebook == state.chequebook)
            reply.result(termsOf(*held).toJson()); // asked again, for example after a lost answer
        else
            reply.error({ QStringLiteral("torrent.refused"),
                QStringLiteral("This content can't be leased. Encrypt it with a key of your own for this provider.") });
        return;
    }
    if (auto admitted = m_content.admit(described->size); !admitted) {
        reply.error(admitted.error());
        return;
    }
    LeaseRecord lease;
    lease.id = *LeaseId::fromRaw(randomBytes(32));
    lease.chequebook = state.chequebook;
    lease.customer = state.customer;
    lease.content = described->content;
    lease.file = described->file;
    lease.size = described->size;
    lease.created = m_clock.now();
    lease.end = lease.created + days * DayMs;
    lease.keepPrice = quote->keepPrice;
    lease.retrievePrice = quote->retrievePrice;
    m_ledger.addLease(lease, torrent, [this, lease, reply](const Result<void>& added) {
        postTo(this, [=, this] {
            if (!added) {
                reply.error(added.error());
                return;
            }
            qCInfo(lcMarket).noquote() << "lease" << lease.id.hex().left(8) << "opened for" << lease.customer.hex0x() << lease.size << "bytes";
            reply.result(termsOf(lease).toJson());
            Q_EMIT leasesChanged();
        });
    });
}

void MarketServer::addLeases()
{
    addFrom(m_server, marketApi(), "quote.get", [this](RpcSession& session, const QJsonObject&, const RpcReply& reply) {
        Quote quote { sessionOf(session).customer, m_ledger.machine(), m_prices.keep, m_prices.retrieve,
            m_clock.now() + QuoteMs, {} };
        quote.signature = m_identity.sign(quote.digest(m_ledger.chain().chainId));
        reply.result(quote.toJson());
    });
    addFrom(m_server, marketApi(), "lease.open",
        [this](RpcSession& session, const QJsonObject& params, const RpcReply& reply) { openLease(session, params, reply); });
    addFrom(m_server, marketApi(), "lease.renew",
        [this](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
            const auto lease = leaseOf(session, params);
            const auto quote = Quote::fromJson(params.value(u"quote").toObject());
            const qint64 days = params.value(u"days").toInteger();
            if (!lease || !quote) {
                reply.error(lease ? quote.error() : lease.error());
                return;
            }
            if (auto checked = checkQuote(*quote, lease->customer); !checked) {
                reply.error(checked.error());
                return;
            }
            // One due is floor(units × price): a lease keeps its prices, other prices need a lease of their own.
            if (quote->keepPrice != lease->keepPrice || quote->retrievePrice != lease->retrievePrice) {
                reply.error({ QStringLiteral("quote.changed"),
                    QStringLiteral("Prices have changed since this lease began. Open a new lease at the new prices.") });
                return;
            }
            const UtcMs end = lease->end + days * DayMs;
            if (days < 1 || days > MaxLeaseDays || end > m_clock.now() + MaxLeaseDays * DayMs) {
                reply.error({ QStringLiteral("rpc.params"),
                    QStringLiteral("lease.renew: \"days\" must be at least 1 and end within 3650 days from now.") });
                return;
            }
            m_ledger.updateLease(lease->id, [end](LeaseRecord& record) { record.end = end; },
                [this, id = lease->id, reply](const Result<void>& updated) {
                    postTo(this, [=, this] {
                        const auto renewed = m_ledger.lease(id);
                        if (updated && renewed)
                            reply.result(termsOf(*renewed).toJson());
                        else
                            reply.error(updated ? Error { QStringLiteral("lease.unknown"), QStringLiteral("No such lease.") }
                                                : updated.error());
                    });
                });
        });
    addFrom(m_server, marketApi(), "lease.close",
        [this](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
            const auto lease = leaseOf(session, params);
            if (!lease) {
                reply.error(lease.error());
                return;
            }
            m_ledger.updateLease(lease->id,
                [](LeaseRecord& record) { record.state = LeaseState::Closed; },
                [this, lease = *lease, reply](const Result<void>& updated) {
                    postTo(this, [=, this] {
                        if (!updated) {
                            reply.error(updated.error());
                            return;
                        }
                        m_content.remove(lease);
                        reply.result({});
                        Q_EMIT leasesChanged();
                    });
                });
        });
    addFrom(m_server, marketApi(), "lease.status",
        [this](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
            const auto lease = leaseOf(session, params);
            if (!lease) {
                reply.error(lease.error());
                return;
            }
            const auto progress = m_content.progress(*lease);
            reply.result({ { QStringLiteral("state"), leaseStateName(lease->state) },
                { QStringLiteral("progress"), lease->state == LeaseState::Stored ? 1.0 : progress.part },
                { QStringLiteral("problem"), progress.problem }, { QStringLiteral("due"), lease->due().toWire() } });
        });
}

void MarketServer::addContent()
{
    addFrom(m_server, marketApi(), "content.open",
        [this](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
            const auto lease = leaseOf(session, params);
            if (!lease) {
                reply.error(lease.error());
                return;
            }
            if (const auto received = Amount::fromWire(params.value(u"received").toString())) {
                if (const qint64 forgiven = m_ledger.forgive(lease->id, received->nano()); forgiven > 0)
                    qCInfo(lcMarket).noquote() << "forgave" << forgiven << "bytes of lease" << lease->id.hex().left(8)
                                     << "that were lost on the way";
            }
            m_content.open(*lease, session.peerAddress(), [reply](const Result<quint16>& port) {
                if (port)
                    reply.result({ { QStringLiteral("port"), *port } });
                else
                    reply.error(port.error());
            });
        });
    addFrom(m_server, marketApi(), "lease.audit",
        [this](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
            const auto lease = leaseOf(session, params);
            if (!lease) {
                reply.error(lease.error());
                return;
            }
            const QJsonArray wanted = params.value(u"blocks").toArray();
            const qint64 count = (lease->size + AuditBlock - 1) / AuditBlock;
            QList<qint64> blocks;
            for (const QJsonValue& value : wanted) {
                if (value.toInteger(-1) >= 0 && value.toInteger() < count)
                    blocks.append(value.toInteger());
            }
            if (wanted.isEmpty() || wanted.size() > MaxAuditBlocks || blocks.size() != wanted.size()
                || lease->state != LeaseState::Stored) {
                reply.error({ QStringLiteral("audit.refused"),
                    QStringLiteral("An audit names 1 to 16 blocks of a lease whose content is complete.") });
                return;
            }
            if (m_ledger.service(lease->id) != Service::Go) {
                reply.error({ QStringLiteral("audit.unpaid"), QStringLiteral("What is due has to be paid first.") });
                return;
            }
            // Two clocks, one bill: neither side's may have been stepped for the other to pay or to wait.
            const qint64 age = std::max<qint64>(0, params.value(u"age").toInteger(std::numeric_limits<qint32>::max()));
            m_content.readBlocks(*lease, blocks, [this, lease = *lease, age, reply](const Result<QList<QByteArray>>& read) {
                if (!read) {
                    reply.error(read.error());
                    return;
                }
                QJsonArray encoded;
                qint64 bytes = 0;
                for (const QByteArray& block : *read) {
                    encoded.append(QString::fromLatin1(block.toBase64()));
                    bytes += block.size();
                }
                m_ledger.meter(lease.id, bytes);
                m_ledger.coverKept(lease.id, std::min(age, (std::min(m_clock.now(), lease.end) - lease.start) / 1000));
                const LeaseRecord now = m_ledger.lease(lease.id).value_or(lease);
                reply.result({ { QStringLiteral("blocks"), encoded },
                    { QStringLiteral("keptSeconds"), QString::number(now.keptSeconds) },
                    { QStringLiteral("retrieved"), QString::number(now.retrieved) },
                    { QStringLiteral("due"), now.due().toWire() } });
            });
        });
    addFrom(m_server, marketApi(), "voucher.submit",
        [this](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
            const auto voucher = Voucher::fromJson(params.value(u"voucher").toObject());
            if (!voucher) {
                reply.error(voucher.error());
                return;
            }
            if (voucher->chequebook != sessionOf(session).chequebook) {
                reply.error({ QStringLiteral("voucher.chequebook"),
                    QStringLiteral("The voucher is of another chequebook than this session's hello.") });
                return;
            }
            m_ledger.submit(*voucher, LeaseId::fromHex(params.value(u"lease").toString()),
                params.value(u"first").toBool(), [this, reply](const Result<VoucherOutcome>& outcome) {
                    postTo(this, [=] {
                        if (!outcome) {
                            reply.error(outcome.error());
                            return;
                        }
                        QJsonObject result = accountJson(outcome->account);
                        result.insert(QStringLiteral("accepted"), outcome->raised);
                        reply.result(result);
                    });
                });
        });
}

} // namespace surplus
