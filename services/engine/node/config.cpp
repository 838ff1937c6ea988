// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/node/config.h"

#include "services/common/crypto/keccak.h"
#include "services/common/crypto/typed.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace surplus {

namespace {
constexpr qint64 MaxConfigBytes = 256 * 1024;

/// Takes members out of an object; what is left at the end is not known.
class Section {
public:
    Section(QJsonObject json, QString path, QStringList& problems)
        : m_json(std::move(json)), m_path(std::move(path)), m_problems(problems)
    {
    }
    ~Section()
    {
        for (auto it = m_json.begin(); it != m_json.end(); ++it)
            m_problems.append(QStringLiteral("\"%1%2\" is not known").arg(m_path, it.key()));
    }
    Section(const Section&) = delete;
    Section& operator=(const Section&) = delete;

    void port(const char* name, quint16& target)
    {
        if (const auto value = whole(name, 0, 65535))
            target = static_cast<quint16>(*value);
    }
    void bytes(const char* name, qint64& target) { number(name, 0, 9007199254740991, target); }
    void number(const char* name, qint64 least, qint64 most, qint64& target)
    {
        if (const auto value = whole(name, least, most))
            target = *value;
    }
    void text(const char* name, QString& target)
    {
        const QJsonValue value = m_json.take(QLatin1String(name));
        if (value.isString())
            target = value.toString();
        else if (!value.isUndefined())
            wrong(name, QStringLiteral("a text"));
    }
    void flag(const char* name, bool& target)
    {
        const QJsonValue value = m_json.take(QLatin1String(name));
        if (value.isBool())
            target = value.toBool();
        else if (!value.isUndefined())
            wrong(name, QStringLiteral("true or false"));
    }
    void tokens(const char* name, Amount& target)
    {
        const QJsonValue value = m_json.take(QLatin1String(name));
        if (value.isUndefined())
            return;
        if (const auto amount = Amount::fromTokens(value.toString()))
            target = *amount;
        else
            wrong(name, QStringLiteral("tokens as a text such as \"0.05\", with at most nine decimals"));
    }
    [[nodiscard]] QJsonObject object(const char* name)
    {
        const QJsonValue value = m_json.take(QLatin1String(name));
        if (!value.isUndefined() && !value.isObject())
            wrong(name, QStringLiteral("an object"));
        return value.toObject();
    }
    void wrong(const char* name, const QString& wanted)
    {
        m_problems.append(QStringLiteral("\"%1%2\" must be %3").arg(m_path, QLatin1String(name), wanted));
    }

private:
    std::optional<qint64> whole(const char* name, qint64 least, qint64 most)
    {
        const QJsonValue value = m_json.take(QLatin1String(name));
        if (value.isUndefined())
            return std::nullopt;
        const qint64 number = value.toInteger(least - 1);
        if (number >= least && number <= most)
            return number;
        wrong(name, QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
        return std::nullopt;
    }
    QJsonObject m_json;
    QString m_path;
    QStringList& m_problems;
};
} // namespace

Result<EngineConfig> EngineConfig::fromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(QStringLiteral("config.read"),
            QStringLiteral("The configuration %1 can't be read: %2.").arg(path, file.errorString()));
    const QByteArray text = file.read(MaxConfigBytes + 1); // a device has no size, and no end
    if (text.size() > MaxConfigBytes)
        return failure(QStringLiteral("config.read"), QStringLiteral("The configuration %1 is larger than 256 KiB.").arg(path));
    return fromJson(text, path);
}

Result<EngineConfig> EngineConfig::fromJson(const QByteArray& text, const QString& name)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parse);
    if (!document.isObject())
        return failure(QStringLiteral("config.json"),
            QStringLiteral("The configuration %1 is no JSON object: %2 at byte %3.")
                .arg(name, parse.errorString()).arg(parse.offset));
    EngineConfig config;
    QStringList problems;
    {
        Section root(document.object(), QString(), problems);
        QString listen = config.listen.toString();
        root.text("listen", listen);
        if (!config.listen.setAddress(listen))
            root.wrong("listen", QStringLiteral("an IP address such as 0.0.0.0"));
        if (config.listen == QHostAddress(QHostAddress::AnyIPv6))
            config.listen = QHostAddress(QHostAddress::Any); // Qt's own "::" leaves out IPv4
        root.port("marketPort", config.marketPort);
        root.port("contentPort", config.contentPort);
        root.text("announceHost", config.announceHost);
        if (const QJsonObject chain = root.object("chain"); !chain.isEmpty()) {
            if (const auto spec = ChainConfig::fromJson(chain))
                config.chain = *spec;
            else
                problems.append(spec.error().message);
        }
        QString payout;
        root.text("payout", payout);
        if (!payout.isEmpty()) {
            if (const auto address = addressFromText(payout); address && !address->isNull())
                config.payout = *address;
            else
                root.wrong("payout", QStringLiteral("an address, 0x and 40 hexadecimal digits with a correct checksum. ")
                        + (address ? QStringLiteral("Nobody has the address zero") : address.error().message.chopped(1)));
        }
        Section storage(root.object("storage"), QStringLiteral("storage."), problems);
        storage.text("folder", config.folder);
        storage.bytes("limit", config.limit);
        storage.flag("enabled", config.enabled);
        storage.bytes("uploadRate", config.uploadRate);
        storage.bytes("downloadRate", config.downloadRate);
        storage.bytes("minimumFree", config.minimumFree);
        storage.bytes("monthlyCap", config.monthlyCap);
        storage.number("resetDay", 1, 31, config.resetDay);
        storage.tokens("keepPrice", config.prices.keep);
        storage.tokens("retrievePrice", config.prices.retrieve);
        if (const QJsonObject rules = root.object("rules"); !rules.isEmpty()) {
            const QStringList known = Rules().toJson().keys();
            for (const QString& key : rules.keys()) {
                if (!known.contains(key))
                    problems.append(QStringLiteral("\"rules.%1\" is not known").arg(key));
            }
            if (const auto read = Rules::fromJson(rules, config.rules))
                config.rules = *read;
            else
                problems.append(QStringLiteral("rules: ") + read.error().message);
        }
        Section credit(root.object("credit"), QStringLiteral("credit."), problems);
        credit.flag("serveUnfunded", config.credit.serveUnfunded);
        credit.flag("loopbackApart", config.loopbackApart);
        for (const CreditCaps::Member& member : CreditCaps::members())
            credit.tokens(member.name, config.credit.*member.amount);
        credit.bytes("firstWindow", config.credit.firstWindow);
        credit.bytes("largestWindow", config.credit.largestWindow);
    }
    if (!problems.isEmpty())
        return failure(QStringLiteral("config.member"),
            QStringLiteral("The configuration %1 is not usable: %2.").arg(name, problems.join(QStringLiteral("; "))));
    return config;
}

} // namespace surplus
