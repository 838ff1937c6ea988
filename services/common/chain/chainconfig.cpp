// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/chain/chainconfig.h"

#include "services/common/crypto/typed.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QUrl>

namespace surplus {

namespace {
constexpr qsizetype MaxEndpoints = 8;

ChainConfig preset(quint64 id, const char* name, const char* coin, const char* endpoint, const char* explorer)
{
    ChainConfig config;
    config.spec.chainId = id;
    config.spec.symbol = QStringLiteral("SPL");
    config.name = QString::fromLatin1(name);
    config.coin = QString::fromLatin1(coin);
    config.endpoints = { QString::fromLatin1(endpoint) };
    config.explorer = QString::fromLatin1(explorer);
    return config;
}
} // namespace

ChainConfig ChainConfig::local()
{
    ChainConfig config;
    config.spec = ChainSpec::local();
    config.name = QStringLiteral("Local test chain");
    return config;
}

QList<ChainConfig> ChainConfig::presets()
{
    return {
        preset(100, "Gnosis Chain", "xDAI", "https://rpc.gnosischain.com", "https://gnosisscan.io"),
        preset(137, "Polygon", "POL", "https://polygon-rpc.com", "https://polygonscan.com"),
        preset(42161, "Arbitrum One", "ETH", "https://arb1.arbitrum.io/rpc", "https://arbiscan.io"),
        preset(8453, "Base", "ETH", "https://mainnet.base.org", "https://basescan.org"),
        preset(11155111, "Sepolia (test)", "ETH", "https://rpc.sepolia.org", "https://sepolia.etherscan.io"),
    };
}

QString ChainConfig::endpointProblem(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return QStringLiteral("it is no web address");
    if (url.scheme() == QLatin1String("https"))
        return {};
    const bool loopback = url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
    if (url.scheme() == QLatin1String("http") && loopback)
        return {};
    return QStringLiteral("it must begin with https:// (http:// only on this computer)");
}

Result<ChainConfig> ChainConfig::fromJson(const QJsonObject& json)
{
    const auto bad = [](const QString& member, const QString& wanted) {
        return failure(QStringLiteral("config.chain"), QStringLiteral("The chain's \"%1\" must be %2.").arg(member, wanted));
    };
    static const QStringList known { QStringLiteral("chainId"), QStringLiteral("factory"), QStringLiteral("initCodeHash"), QStringLiteral("decimals"),
        QStringLiteral("symbol"), QStringLiteral("name"), QStringLiteral("token"), QStringLiteral("endpoints"), QStringLiteral("confirmations"),
        QStringLiteral("coin"), QStringLiteral("explorer") };
    for (const QString& member : json.keys()) {
        if (!known.contains(member))
            return failure(QStringLiteral("config.chain"), QStringLiteral("The chain's \"%1\" is not known.").arg(member));
    }
    const auto spec = ChainSpec::fromJson(json);
    if (!spec)
        return tl::unexpected(spec.error());
    ChainConfig config;
    for (const ChainConfig& named : presets()) {
        if (named.spec.chainId == spec->chainId)
            config = named;
    }
    config.spec = *spec;
    if (config.name.isEmpty())
        config.name = spec->chainId == ChainSpec::local().chainId ? local().name : QStringLiteral("Chain %1").arg(spec->chainId);
    config.name = json.value(u"name").toString(config.name).left(40);
    config.coin = json.value(u"coin").toString(config.coin).left(12);
    config.explorer = json.value(u"explorer").toString(config.explorer);
    if (!config.explorer.isEmpty() && !config.explorer.startsWith(QLatin1String("https://")))
        return bad(QStringLiteral("explorer"), QStringLiteral("an address that begins with https://"));
    if (const QString token = json.value(u"token").toString(); !token.isEmpty()) {
        const auto address = addressFromText(token);
        if (!address)
            return bad(QStringLiteral("token"), QStringLiteral("an address, 0x and 40 hexadecimal digits. ") + address.error().message.chopped(1));
        config.token = *address;
    }
    if (const QJsonValue endpoints = json.value(u"endpoints"); !endpoints.isUndefined()) {
        config.endpoints.clear();
        for (const QJsonValue& endpoint : endpoints.toArray())
            config.endpoints.append(endpoint.toString());
        if (!endpoints.isArray() || config.endpoints.size() > MaxEndpoints)
            return bad(QStringLiteral("endpoints"), QStringLiteral("a list of at most eight web addresses"));
    }
    for (const QString& endpoint : std::as_const(config.endpoints)) {
        if (const QString problem = endpointProblem(endpoint); !problem.isEmpty())
            return failure(QStringLiteral("config.chain"), QStringLiteral("An endpoint of the chain can't be used: %1.").arg(problem));
    }
    config.confirmations = json.value(u"confirmations").toInt(config.confirmations);
    if (config.confirmations < 1 || config.confirmations > 1000)
        return bad(QStringLiteral("confirmations"), QStringLiteral("a whole number from 1 to 1000"));
    return config;
}

QJsonObject ChainConfig::toJson() const
{
    QJsonObject json = spec.toJson();
    json.insert(QStringLiteral("name"), name);
    json.insert(QStringLiteral("token"), token.isNull() ? QString() : token.hex0x());
    json.insert(QStringLiteral("endpoints"), QJsonArray::fromStringList(endpoints));
    json.insert(QStringLiteral("confirmations"), confirmations);
    json.insert(QStringLiteral("coin"), coin);
    json.insert(QStringLiteral("explorer"), explorer);
    return json;
}

} // namespace surplus
