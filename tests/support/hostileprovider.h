// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/methods.h"
#include "services/common/bittorrent/torrenthost.h"
#include "services/common/crypto/keccak.h"
#include "services/common/payments/typeddata.h"
#include "tests/support/lyingseeder.h"

#include <QJsonArray>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <libtorrent/torrent_info.hpp>

/// A provider that says what a test tells it to: another price, another lease, another count. It proves its identity as any
/// provider does, says of everything that it is stored, and remembers each voucher that it was given. On this thread.
namespace surplus::test {

class HostileProvider {
public:
    Amount keepPrice = Amount::fromNano(86'400 * NanoPerToken);
    Amount retrievePrice = Amount::fromNano(20 * NanoPerToken);
    std::function<void(Quote&)> quote; ///< before it is signed
    std::function<void(Quote&)> quoteAfter; ///< and after
    std::function<void(LeaseTerms&)> lease;
    std::function<void(LeaseTerms&)> leaseAfter;
    std::function<void(QJsonObject&)> proved; ///< the answer to hello.prove
    std::function<void(QJsonObject&)> status;
    std::function<void(QJsonObject&)> audit;
    std::optional<Error> refusal; ///< of lease.open
    bool speaksUnasked = false;
    std::unique_ptr<LyingSeeder> seeder; ///< see store(); without it nothing is taken, and all is said to be stored
    QList<Voucher> vouchers; ///< as they came
    int leasesOpened = 0;

    HostileProvider() : m_tls(*loadOrCreateTlsIdentity(m_dir.path())), m_server(m_tls)
    {
        m_beneficiary = *Address::fromRaw(QByteArray(20, 'p'));
        addHello();
        addLeases();
        m_port = *m_server.listen(QHostAddress(QHostAddress::LocalHost), 0);
        if (!m_content.listen(QHostAddress(QHostAddress::LocalHost)))
            qFatal("no port for content");
    }

    [[nodiscard]] MachineId machine() const { return machineIdOf(m_key.publicKey()); }
    [[nodiscard]] QString address() const { return ProviderAddress { QStringLiteral("127.0.0.1"), m_port, machine() }.toText(); }
    [[nodiscard]] Address beneficiary() const { return m_beneficiary; }
    /// From now on it takes content, sends it, and says of what it sent what `meter` says.
    void store(LyingSeeder::Meter meter)
    {
        auto key = SecretKey::fromRaw(m_key.raw());
        seeder = std::make_unique<LyingSeeder>(LyingSeeder::Identity { std::move(*key), m_beneficiary, m_chain.chainId }, std::move(meter));
    }
    /// The most that it could cash.
    [[nodiscard]] Amount promised() const
    {
        Amount most = seeder ? m_chain.toNano(seeder->highest()).value_or(Amount()) : Amount();
        for (const Voucher& voucher : vouchers)
            most = std::max(most, m_chain.toNano(voucher.cumulative).value_or(Amount()));
        return most;
    }

private:
    template <typename T> static void lie(const std::function<void(T&)>& how, T& about)
    {
        if (how)
            how(about);
    }
    void add(const char* name, RpcHandler handler) { addFrom(m_server, marketApi(), name, std::move(handler)); }

    void addHello()
    {
        add("hello.begin", [this](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
            const Welcome welcome { *Hash32::fromHex(params.value(u"nonce").toString()), randomHash(), machine(), m_beneficiary, *spkiHash(m_tls.certificate) };
            if (speaksUnasked)
                session.push(QStringLiteral("hello.begin"), {});
            reply.result({ { QStringLiteral("nonce"), welcome.serverNonce.hex() }, { QStringLiteral("publicKey"), m_key.publicKey().hex() },
                { QStringLiteral("beneficiary"), m_beneficiary.hex0x() }, { QStringLiteral("chain"), m_chain.toJson() },
                { QStringLiteral("signature"), m_key.sign(welcome.digest(m_chain.chainId)).hex() } });
        });
        add("hello.prove", [this](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
            m_customer = *Address::fromHex(params.value(u"customer").toString());
            session.setRole(Role::Customer);
            QJsonObject answer { { QStringLiteral("debt"), QStringLiteral("0") } };
            lie(proved, answer);
            reply.result(answer);
        });
        add("voucher.submit", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
            if (const auto voucher = Voucher::fromJson(params.value(u"voucher").toObject()))
                vouchers.append(*voucher);
            reply.result({ { QStringLiteral("debt"), QStringLiteral("0") }, { QStringLiteral("accepted"), true } });
        });
    }
    void addLeases()
    {
        add("quote.get", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) {
            Quote made { m_customer, machine(), keepPrice, retrievePrice, SystemClock().now() + 600'000, {} };
            lie(quote, made);
            made.signature = m_key.sign(made.digest(m_chain.chainId));
            lie(quoteAfter, made);
            reply.result(made.toJson());
        });
        add("lease.open", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
            if (refusal) {
                reply.error(*refusal);
                return;
            }
            ++leasesOpened;
            const auto asked = *Quote::fromJson(params.value(u"quote").toObject());
            const QByteArray torrent = QByteArray::fromBase64(params.value(u"torrent").toString().toLatin1());
            lt::error_code malformed;
            const lt::torrent_info info(lt::span<const char>(torrent.constData(), torrent.size()), malformed, lt::from_span);
            const LeaseTerms made { *LeaseId::fromRaw(randomBytes(32)), m_customer, machine(), contentOf(info.info_hashes()), info.files().file_size(lt::file_index_t(0)),
                SystemClock().now() + params.value(u"days").toInteger() * SecondsPerDay * 1000, asked.keepPrice, asked.retrievePrice, {} };
            m_leases.insert(made.id, made);
            if (seeder)
                seeder->add(torrent);
            answer(made, reply);
        });
        add("lease.renew", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
            LeaseTerms renewed = m_leases.value(*LeaseId::fromHex(params.value(u"lease").toString()));
            renewed.end += params.value(u"days").toInteger() * SecondsPerDay * 1000;
            answer(renewed, reply);
        });
        add("lease.status", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) {
            QJsonObject told { { QStringLiteral("state"), !seeder || seeder->hasAll() ? QStringLiteral("stored") : QStringLiteral("filling") }, { QStringLiteral("progress"), 1.0 },
                { QStringLiteral("problem"), QString() }, { QStringLiteral("due"), QStringLiteral("0") } };
            lie(status, told);
            reply.result(told);
        });
        add("content.open", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) {
            reply.result({ { QStringLiteral("port"), seeder ? seeder->port() : m_content.serverPort() } });
        });
        add("lease.audit", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
            QJsonObject told { { QStringLiteral("blocks"), QJsonArray() }, { QStringLiteral("keptSeconds"), QStringLiteral("0") },
                { QStringLiteral("asked"), params.value(u"blocks") } };
            lie(audit, told);
            reply.result(told);
        });
    }
    void answer(LeaseTerms told, const RpcReply& reply)
    {
        lie(lease, told);
        told.signature = m_key.sign(told.digest(m_chain.chainId));
        lie(leaseAfter, told);
        reply.result(told.toJson());
    }

private:
    QTemporaryDir m_dir;
    const ChainSpec m_chain = ChainSpec::local();
    SecretKey m_key = SecretKey::generate();
    TlsIdentity m_tls;
    RpcServer m_server;
    QTcpServer m_content;
    quint16 m_port = 0;
    Address m_beneficiary;
    Address m_customer;
    QHash<LeaseId, LeaseTerms> m_leases;
};

} // namespace surplus::test
