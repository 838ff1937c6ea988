// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/renting/providersession.h"

#include "services/common/core/durations.h"
#include "services/common/crypto/keccak.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QHostAddress>
#include <QJsonArray>
#include <QTimer>
#include <QUrl>

namespace surplus {

namespace {
constexpr qsizetype MaxNews = 10'000; // leases in one answer

} // namespace

QString harmlessWords(const QString& text)
{
    QString words = text.left(ProviderSession::MaxWords);
    for (QChar& c : words) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c.category() == QChar::Separator_Line || c.isSurrogate())
            c = u' ';
    }
    return words;
}

Result<void> ProviderSession::open()
{
    // One customer has a few connections with a provider at a time, and this program's other runs may be using them.
    const QDeadlineTimer patience(BusyMs);
    for (;;) {
        auto opened = openOnce();
        if (opened || opened.error().code != QLatin1String("market.busy") || patience.hasExpired())
            return opened;
        m_client.close();
        QEventLoop loop;
        QTimer::singleShot(BusyAgainMs, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

Result<void> ProviderSession::openOnce()
{
    QUrl url;
    url.setScheme(QStringLiteral("wss"));
    url.setHost(m_address.host);
    url.setPort(m_address.port);
    m_client.boundMessages(MaxMessage);
    // The market API never speaks unasked.
    m_client.disconnect(&m_client); // of the time before
    QObject::connect(&m_client, &RpcClient::notified, &m_client, [this] { m_client.close(); });
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
            QStringLiteral("The provider wants to be paid on chain %1, which this customer is not set up for. Nothing was promised. "
                           "Name it by --chain FILE, once: a file that describes the chain, from the provider or from somebody you trust.")
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
        const auto shown = Voucher::fromJson(account.value(u"voucher").toObject());
        if (shown && shown->machine == m_address.machine && shown->beneficiary == m_beneficiary) {
            if (auto adopted = m_purse.adopt(m_chain, *shown); !adopted)
                return tl::unexpected(adopted.error());
        }
    }
    heed(account.value(u"leases").toArray());
    // A ledger that was lost books the first voucher as what it had earned: so that is what it had, and nothing ahead.
    const auto first = m_purse.first(m_chain, m_address.machine, m_beneficiary);
    if (!first)
        return tl::unexpected(first.error());
    const auto answer = call(QStringLiteral("voucher.submit"),
        { { QStringLiteral("voucher"), first->toJson() }, { QStringLiteral("first"), true } });
    return answer ? Result<void>() : tl::unexpected(answer.error());
}

Result<QJsonObject> ProviderSession::call(const QString& method, const QJsonObject& params, int timeoutMs)
{
    auto answer = m_client.callAndWait(method, params, timeoutMs);
    if (!answer)
        return failure(harmlessWords(answer.error().code), harmlessWords(answer.error().message));
    return answer;
}

void ProviderSession::heed(const QJsonArray& leases)
{
    QList<LeaseNews> news;
    for (qsizetype i = 0; i < std::min(leases.size(), MaxNews); ++i) {
        if (const auto item = LeaseNews::fromJson(leases.at(i).toObject()))
            news.append(*item);
    }
    if (news.isEmpty())
        return;
    if (const auto changed = m_purse.heed(m_address.machine, news))
        m_news += *changed;
}

bool ProviderSession::isSigned(const Hash32& digest, const Signature& signature) const
{
    const auto signer = recoverSigner(digest, signature);
    return signer && machineIdOf(*signer) == m_address.machine;
}

Result<Quote> ProviderSession::quote()
{
    const auto answer = call(QStringLiteral("quote.get"));
    if (!answer)
        return tl::unexpected(answer.error());
    const auto quote = Quote::fromJson(*answer);
    const bool good = quote && isSigned(quote->digest(m_chain.chainId), quote->signature) && quote->customer == m_purse.key().address()
        && quote->machine == m_address.machine && quote->keepPrice.nano() >= 0 && quote->retrievePrice.nano() >= 0;
    if (!good)
        return failure(QStringLiteral("provider.quote"),
            QStringLiteral("What the provider sent is no quote of its own for you. Nothing was promised; choose another provider."));
    if (quote->expires + ClockToleranceMs < SystemClock().now())
        return failure(QStringLiteral("provider.quote"),
            QStringLiteral("The provider's quote has expired already. Check this computer's clock; if it is right, the provider's is not."));
    return quote;
}

Result<LeaseTerms> ProviderSession::checkedLease(const QJsonObject& answer, const LeaseTerms& expected, qint64 endTolerance) const
{
    const auto terms = LeaseTerms::fromJson(answer);
    QString wrong;
    if (!terms)
        wrong = QStringLiteral("it is malformed");
    else if (!isSigned(terms->digest(m_chain.chainId), terms->signature))
        wrong = QStringLiteral("it is not signed by that machine");
    else if (terms->customer != expected.customer || terms->machine != expected.machine)
        wrong = QStringLiteral("it is for somebody else");
    else if (terms->id.isNull() || (!expected.id.isNull() && terms->id != expected.id))
        wrong = QStringLiteral("it has another id");
    else if (terms->content != expected.content || terms->size != expected.size)
        wrong = QStringLiteral("it is over other content");
    else if (terms->keepPrice != expected.keepPrice || terms->retrievePrice != expected.retrievePrice)
        wrong = QStringLiteral("its prices are others");
    else if (terms->end < expected.end - endTolerance || terms->end > expected.end + endTolerance)
        wrong = QStringLiteral("it ends at another time, or one of the two clocks is wrong");
    if (!wrong.isEmpty())
        return failure(QStringLiteral("provider.lease"),
            QStringLiteral("The provider's lease is not what was asked for: %1. Nothing was stored or promised; choose another provider.").arg(wrong));
    return terms;
}

Result<LeaseTerms> ProviderSession::openLease(const Quote& quote, int days, const QByteArray& torrent, const InfoHash& content, qint64 size)
{
    const UtcMs before = SystemClock().now();
    const auto answer = call(QStringLiteral("lease.open"),
        { { QStringLiteral("quote"), quote.toJson() }, { QStringLiteral("days"), days },
            { QStringLiteral("torrent"), QString::fromLatin1(torrent.toBase64()) } });
    if (!answer)
        return tl::unexpected(answer.error());
    const LeaseTerms expected { {}, m_purse.key().address(), m_address.machine, content, size, before + days * DayMs, quote.keepPrice, quote.retrievePrice, {} };
    auto terms = checkedLease(*answer, expected, ClockToleranceMs);
    if (!terms)
        return terms;
    // What is promised is kept by lease: one id for two of them would mix up what is paid for which.
    const auto known = m_purse.files();
    if (!known)
        return tl::unexpected(known.error());
    for (const StoredFile& file : *known) {
        if (file.lease.id == terms->id)
            return failure(QStringLiteral("provider.lease"),
                QStringLiteral("The provider's lease has the id of %1. Nothing was stored or promised; choose another provider.").arg(file.name));
    }
    return terms;
}

Result<LeaseTerms> ProviderSession::renewLease(const Quote& quote, const LeaseTerms& lease, int days)
{
    const auto answer = call(QStringLiteral("lease.renew"),
        { { QStringLiteral("lease"), lease.id.hex() }, { QStringLiteral("quote"), quote.toJson() }, { QStringLiteral("days"), days } });
    if (!answer)
        return tl::unexpected(answer.error());
    LeaseTerms expected = lease;
    expected.end += days * DayMs;
    return checkedLease(*answer, expected, 0);
}

Result<QJsonObject> ProviderSession::leaseStatus(const LeaseId& lease)
{
    auto status = call(QStringLiteral("lease.status"), { { QStringLiteral("lease"), lease.hex() } });
    if (status) {
        QJsonObject item = *status;
        item.insert(QStringLiteral("lease"), lease.hex());
        heed({ item });
    }
    return status;
}

Result<void> ProviderSession::submit(const Result<Voucher>& voucher, const LeaseId& lease)
{
    if (!voucher)
        return tl::unexpected(voucher.error());
    const auto answer = call(QStringLiteral("voucher.submit"),
        { { QStringLiteral("voucher"), voucher->toJson() }, { QStringLiteral("lease"), lease.hex() } });
    return answer ? Result<void>() : tl::unexpected(answer.error());
}

Result<void> ProviderSession::pay(const LeaseId& lease, Amount due, qint64 received, Amount keep)
{
    const Amount least = Amount::fromNano(1);
    const auto held = m_purse.first(m_chain, m_address.machine, m_beneficiary);
    if (held && held->cumulative == 0 && due > least) {
        if (auto begun = submit(m_purse.pay(m_chain, m_address.machine, m_beneficiary, lease, least, received), lease); !begun)
            return begun;
    }
    return submit(m_purse.pay(m_chain, m_address.machine, m_beneficiary, lease, due, received, keep), lease);
}

QHostAddress ProviderSession::peerAddress() const { return m_client.peerAddress(); }
QHostAddress ProviderSession::localAddress() const { return m_client.localAddress(); }

} // namespace surplus
