// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/marketserver.h"

#include "services/common/core/posted.h"
#include "services/common/crypto/keccak.h"
#include "services/engine/market/customersession.h"
#include "services/engine/market/strangererror.h"

#include <QJsonArray>
#include <QLoggingCategory>
#include <limits>

namespace surplus {

Q_LOGGING_CATEGORY(lcMarket, "surplus.market")

namespace {
QJsonObject accountJson(const AccountView& account)
{
    QJsonObject json { { QStringLiteral("debt"), account.debt.toWire() } };
    if (account.highest)
        json.insert(QStringLiteral("voucher"), account.highest->toJson());
    return json;
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
    , m_sessions([this](const Address& chequebook) { return m_ledger.standing(chequebook); })
    , m_server(tls)
{
    m_server.setErrorWords(forStranger);
    addHello();
    addLeases();
    addContent();
}

Network MarketServer::networkOf(const RpcSession& session, const Address& chequebook) const
{
    return m_loopbackApart && session.peerAddress().isLoopback() ? Network(QStringLiteral("loopback-") + chequebook.hex()) : session.network();
}

bool MarketServer::isMoving(const RpcSession& session) const
{
    const auto& opened = customerOf(session).opened;
    return std::any_of(opened.begin(), opened.end(), [this](const auto& one) { return m_content.isMoving(one.first, one.second); });
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
            if (session.role() != Role::Anyone) {
                reply.error({ QStringLiteral("hello.refused"), QStringLiteral("This connection has said hello already.") });
                return;
            }
            const Address beneficiary = m_ledger.beneficiary();
            if (beneficiary.isNull()) {
                reply.error({ QStringLiteral("market.closed"), QStringLiteral("This provider has no payout address yet.") });
                return;
            }
            CustomerSession state;
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
            CustomerSession state = customerOf(session);
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
            const auto place = m_sessions.take({ state.chequebook, networkOf(session, state.chequebook), [&session] { return session.idleMs(); },
                [this, &session] { return session.pending() > 0 || isMoving(session); }, [&session] { session.disconnectPeer(QStringLiteral("another customer needs the place")); } });
            if (!place) {
                session.data = CustomerSession();
                reply.error(place.error());
                return;
            }
            const auto account = m_ledger.openAccount(state.customer, *salt, networkOf(session, state.chequebook));
            if (!account) {
                m_sessions.release(*place);
                reply.error(account.error());
                return;
            }
            m_ledger.noteSession(state.chequebook, true);
            connect(&session, &RpcSession::ended, this, [this, id = *place, chequebook = state.chequebook] {
                m_sessions.release(id);
                m_ledger.noteSession(chequebook, false);
            });
            session.data = state;
            session.setRole(Role::Customer);
            session.setTrusted(m_sessions.standing(state.chequebook).covered());
            Q_EMIT greeted(state.chequebook, networkOf(session, state.chequebook));
            QJsonObject result = accountJson(*account);
            result.insert(QStringLiteral("customer"), state.customer.hex0x());
            result.insert(QStringLiteral("chequebook"), state.chequebook.hex0x());
            constexpr qsizetype MostLeases = 100; // of others lease.status tells
            QJsonArray leases;
            for (const LeaseRecord& lease : m_ledger.leasesOf(state.chequebook).mid(0, MostLeases))
                leases.append(stateOf(lease));
            result.insert(QStringLiteral("leases"), leases);
            reply.result(result);
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
            if (const auto refused = m_ledger.refusal(lease->chequebook)) {
                reply.error(*refused);
                return;
            }
            if (auto* customer = std::any_cast<CustomerSession>(&session.data)) {
                const std::pair one(lease->id, lease->content);
                customer->opened.removeOne(one);
                customer->opened.append(one);
                if (customer->opened.size() > CustomerSession::MaxOpened)
                    customer->opened.removeFirst();
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
            qint64 bytes = 0;
            for (const qint64 block : std::as_const(blocks))
                bytes += std::min(AuditBlock, lease->size - block * AuditBlock);
            // Room for the answer first: it is held until the answer has left the socket.
            const Reservation room = m_sessions.reserveAnswer(lease->chequebook, networkOf(session, lease->chequebook), bytes);
            if (!room) {
                reply.error({ QStringLiteral("audit.busy"),
                    QStringLiteral("Too much is being read for you already. Wait until those answers have arrived.") });
                return;
            }
            session.setTrusted(m_sessions.standing(lease->chequebook).covered());
            // Counted before anything is read: however many audits are in flight, they share one window.
            if (const Service service = m_ledger.take(lease->id, bytes); service != Service::Go) {
                const auto refused = m_ledger.refusal(lease->chequebook);
                reply.error(service == Service::Refused && refused ? *refused
                                                                   : Error { QStringLiteral("audit.unpaid"), QStringLiteral("What is due has to be paid first.") });
                return;
            }
            m_content.readBlocks(*lease, blocks, [this, lease = *lease, bytes, reply = reply.holding(room)](const Result<QList<QByteArray>>& read) {
                if (!read) {
                    m_ledger.giveBack(lease.id, bytes);
                    if (read.error().code == QLatin1String("storage.read"))
                        m_ledger.noteAudit(lease.id, false);
                    reply.error(read.error());
                    return;
                }
                QJsonArray encoded;
                for (const QByteArray& block : *read)
                    encoded.append(QString::fromLatin1(block.toBase64()));
                m_ledger.noteAudit(lease.id, true);
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
            if (voucher->chequebook != customerOf(session).chequebook) {
                reply.error({ QStringLiteral("voucher.chequebook"),
                    QStringLiteral("The voucher is of another chequebook than this session's hello.") });
                return;
            }
            m_ledger.submit(*voucher, LeaseId::fromHex(params.value(u"lease").toString()), [this, reply](const Result<VoucherOutcome>& outcome) {
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
