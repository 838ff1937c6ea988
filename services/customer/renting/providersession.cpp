// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/renting/providersession.h"

#include "services/common/crypto/keccak.h"

#include <QHostAddress>
#include <QUrl>

namespace surplus {

Result<void> ProviderSession::open()
{
    QUrl url;
    url.setScheme(QStringLiteral("wss"));
    url.setHost(m_address.host);
    url.setPort(m_address.port);
    if (auto opened = m_client.openAndWait(url); !opened)
        return opened;
    Hello hello;
    hello.clientNonce = randomHash();
    const auto welcome = call(QStringLiteral("hello.begin"), { { QStringLiteral("nonce"), hello.clientNonce.hex() } });
    if (!welcome)
        return tl::unexpected(welcome.error());
    if (auto checked = checkWelcome(*welcome, hello); !checked)
        return checked;
    const Signature signature = m_purse.key().sign(hello.digest(m_chain.chainId));
    const auto account = call(QStringLiteral("hello.prove"),
        { { QStringLiteral("customer"), m_purse.key().address().hex0x() }, { QStringLiteral("signature"), signature.hex() }, { QStringLiteral("salt"), m_purse.salt().hex() } });
    if (!account)
        return tl::unexpected(account.error());
    return compareVouchers(*account);
}

Result<void> ProviderSession::checkWelcome(const QJsonObject& json, Hello& hello)
{
    const auto chain = ChainSpec::fromJson(json.value(u"chain").toObject());
    if (!chain)
        return tl::unexpected(chain.error());
    // Which chain and which chequebooks are genuine is not the provider's to decide.
    if (*chain != m_purse.chain().spec)
        return failure(QStringLiteral("provider.chain"),
            QStringLiteral("The provider wants to be paid on chain %1, which this customer is not set up for. Nothing was promised.")
                .arg(chain->chainId));
    const auto key = PublicKey::fromHex(json.value(u"publicKey").toString());
    const auto serverNonce = Hash32::fromHex(json.value(u"nonce").toString());
    const auto beneficiary = Address::fromHex(json.value(u"beneficiary").toString());
    const auto signature = Signature::fromHex(json.value(u"signature").toString());
    const auto spki = m_client.spki();
    if (key && serverNonce && beneficiary && signature && spki && machineIdOf(*key) == m_address.machine) {
        hello.serverNonce = *serverNonce;
        hello.machine = m_address.machine;
        hello.beneficiary = *beneficiary;
        hello.binding = *spki;
        const Welcome welcome { hello.clientNonce, hello.serverNonce, hello.machine, hello.beneficiary, hello.binding };
        const auto signer = recoverSigner(welcome.digest(chain->chainId), *signature);
        if (signer && *signer == *key) {
            m_chain = *chain;
            m_beneficiary = *beneficiary;
            return {};
        }
    }
    m_client.close();
    return failure(QStringLiteral("provider.identity"),
        QStringLiteral("Whoever answers at %1:%2 is not the machine %3. Nothing was sent. Ask the provider for its present "
                       "address.").arg(m_address.host).arg(m_address.port).arg(m_address.machine.hex()));
}

Result<void> ProviderSession::compareVouchers(const QJsonObject& account)
{
    if (account.contains(u"voucher")) {
        if (const auto shown = Voucher::fromJson(account.value(u"voucher").toObject())) {
            if (auto adopted = m_purse.adopt(m_chain, *shown); !adopted)
                return tl::unexpected(adopted.error());
        }
    }
    const auto held = m_purse.highest(m_chain, m_address.machine, m_beneficiary);
    if (!held)
        return tl::unexpected(held.error());
    if (!held->has_value() || (*held)->cumulative == 0)
        return {};
    const auto answer = call(QStringLiteral("voucher.submit"),
        { { QStringLiteral("voucher"), (*held)->toJson() }, { QStringLiteral("first"), true } });
    return answer ? Result<void>() : tl::unexpected(answer.error());
}

Result<QJsonObject> ProviderSession::call(const QString& method, const QJsonObject& params, int timeoutMs)
{
    return m_client.callAndWait(method, params, timeoutMs);
}

Result<void> ProviderSession::pay(const LeaseId& lease, Amount due, qint64 received)
{
    const auto voucher = m_purse.pay(m_chain, m_address.machine, m_beneficiary, lease, due, received);
    if (!voucher)
        return tl::unexpected(voucher.error());
    const auto answer = call(QStringLiteral("voucher.submit"),
        { { QStringLiteral("voucher"), voucher->toJson() }, { QStringLiteral("lease"), lease.hex() } });
    return answer ? Result<void>() : tl::unexpected(answer.error());
}

QHostAddress ProviderSession::peerAddress() const { return m_client.peerAddress(); }
QHostAddress ProviderSession::localAddress() const { return m_client.localAddress(); }

} // namespace surplus
