// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/node/enginesettings.h"

#include "services/common/core/parse.h"
#include "services/engine/node/badparam.h"

#include <QJsonDocument>
#include <utility>

namespace surplus {

namespace {
const QString Folder = QStringLiteral("storage.folder");
const QString Limit = QStringLiteral("storage.limit");
const QString Enabled = QStringLiteral("storage.enabled");
const QString KeepPrice = QStringLiteral("storage.keepPrice");
const QString RetrievePrice = QStringLiteral("storage.retrievePrice");
const QString ServeUnfunded = QStringLiteral("storage.serveUnfunded");
const QString ServePublic = QStringLiteral("storage.servePublic");
const QString UploadRate = QStringLiteral("storage.uploadRate");
const QString DownloadRate = QStringLiteral("storage.downloadRate");
const QString MinimumFree = QStringLiteral("storage.minimumFree");
const QString MonthlyCap = QStringLiteral("storage.monthlyCap");
const QString ResetDay = QStringLiteral("storage.resetDay");
const QString MonthBytes = QStringLiteral("storage.monthTraffic"); ///< bytes since MonthBegan
const QString MonthBegan = QStringLiteral("storage.monthBegan"); ///< UTC ms
const QString RuleSet = QStringLiteral("rules"); ///< JSON of Rules
const QString Payout = QStringLiteral("payout");
const QString PausedUntil = QStringLiteral("paused");
const QString Seeded = QStringLiteral("seeded");

QString creditName(const CreditCaps::Member& member) { return QStringLiteral("credit.") + QLatin1String(member.name); }
} // namespace

qint64 EngineSettings::number(const QString& name, qint64 standard) const { return parse::integer(m_recorder.setting(name)).value_or(standard); }

bool EngineSettings::flag(const QString& name) const { return m_recorder.setting(name) == QLatin1String("1"); }

void EngineSettings::setFlag(const QString& name, bool on) { m_recorder.setSetting(name, on ? QStringLiteral("1") : QStringLiteral("0")); }

bool EngineSettings::isSeeded() const { return !m_recorder.setting(Seeded).isEmpty(); }

void EngineSettings::seed()
{
    m_recorder.setSetting(Limit, QString::number(m_config.limit));
    setFlag(Enabled, m_config.enabled);
    m_recorder.setSetting(KeepPrice, m_config.prices.keep.toWire());
    m_recorder.setSetting(RetrievePrice, m_config.prices.retrieve.toWire());
    m_recorder.setSetting(UploadRate, QString::number(m_config.uploadRate));
    m_recorder.setSetting(DownloadRate, QString::number(m_config.downloadRate));
    m_recorder.setSetting(MinimumFree, QString::number(m_config.minimumFree));
    m_recorder.setSetting(MonthlyCap, QString::number(m_config.monthlyCap));
    m_recorder.setSetting(ResetDay, QString::number(m_config.resetDay));
    m_recorder.setSetting(RuleSet, QString::fromUtf8(QJsonDocument(m_config.rules.toJson()).toJson(QJsonDocument::Compact)));
    setFlag(ServeUnfunded, m_config.credit.serveUnfunded);
    if (m_config.payout)
        m_recorder.setSetting(Payout, m_config.payout->hex0x());
}

void EngineSettings::noteSeeded() { m_recorder.setSetting(Seeded, QStringLiteral("1")); }

QString EngineSettings::folder() const { return m_recorder.setting(Folder); }

void EngineSettings::setFolder(const QString& folder) { m_recorder.setSetting(Folder, folder); }

bool EngineSettings::isEnabled() const { return flag(Enabled); }

qint64 EngineSettings::limit() const { return number(Limit, m_config.limit); }

qint64 EngineSettings::uploadRate() const { return number(UploadRate, m_config.uploadRate); }

qint64 EngineSettings::downloadRate() const { return number(DownloadRate, m_config.downloadRate); }

qint64 EngineSettings::minimumFree() const { return number(MinimumFree, m_config.minimumFree); }

StoragePrices EngineSettings::prices() const
{
    return { Amount::fromWire(m_recorder.setting(KeepPrice)).value_or(m_config.prices.keep),
        Amount::fromWire(m_recorder.setting(RetrievePrice)).value_or(m_config.prices.retrieve) };
}

bool EngineSettings::servesUnfunded() const { return flag(ServeUnfunded); }

bool EngineSettings::servesPublic() const { return flag(ServePublic); }

Rules EngineSettings::rules() const
{
    return Rules::fromJson(QJsonDocument::fromJson(m_recorder.setting(RuleSet).toUtf8()).object(), m_config.rules).value_or(m_config.rules);
}

CreditLimits EngineSettings::credit() const
{
    CreditLimits credit = m_config.credit;
    credit.serveUnfunded = servesUnfunded();
    for (const CreditCaps::Member& member : CreditCaps::members())
        credit.*member.amount = Amount::fromWire(m_recorder.setting(creditName(member))).value_or(m_config.credit.*member.amount);
    return credit;
}

Address EngineSettings::payout() const { return Address::fromHex(m_recorder.setting(Payout)).value_or(Address()); }

void EngineSettings::setPayout(const Address& address) { m_recorder.setSetting(Payout, address.hex0x()); }

qint64 EngineSettings::monthlyCap() const { return number(MonthlyCap, 0); }

int EngineSettings::resetDay() const { return static_cast<int>(number(ResetDay, 1)); }

MonthTraffic EngineSettings::monthTraffic() const { return { number(MonthBegan, 0), number(MonthBytes, 0) }; }

void EngineSettings::setMonthTraffic(const MonthTraffic& traffic)
{
    if (number(MonthBegan, -1) != traffic.began)
        m_recorder.setSetting(MonthBegan, QString::number(traffic.began));
    if (number(MonthBytes, -1) != traffic.bytes)
        m_recorder.setSetting(MonthBytes, QString::number(traffic.bytes));
}

QString EngineSettings::pausedUntil() const { return m_recorder.setting(PausedUntil); }

void EngineSettings::setPausedUntil(const QString& until) { m_recorder.setSetting(PausedUntil, until); }

Result<void> EngineSettings::changeRules(const QJsonObject& params, const Rules& present)
{
    const auto rules = Rules::fromJson(params, present);
    if (!rules)
        return tl::unexpected(rules.error());
    m_recorder.setSetting(RuleSet, QString::fromUtf8(QJsonDocument(rules->toJson()).toJson(QJsonDocument::Compact)));
    return {};
}

Result<void> EngineSettings::changeCredit(const QJsonObject& params)
{
    QList<QPair<QString, QString>> changes;
    for (const CreditCaps::Member& member : CreditCaps::members()) {
        const QJsonValue value = params.value(QLatin1String(member.name));
        if (!value.isString())
            continue;
        const auto amount = Amount::fromWire(value.toString());
        if (!amount || amount->nano() < 0)
            return tl::unexpected(badParam("credit.set", member.name, QStringLiteral("nano-tokens as a text, 0 or more")));
        changes.append({ creditName(member), amount->toWire() });
    }
    for (const auto& [key, value] : std::as_const(changes))
        m_recorder.setSetting(key, value);
    return {};
}

Result<void> EngineSettings::changeStorage(const QJsonObject& params)
{
    // First everything is checked, then everything is changed.
    QList<QPair<QString, QString>> changes;
    const QJsonValue limit = params.value(u"limit");
    if (limit.isDouble()) {
        if (limit.toInteger() < 0)
            return tl::unexpected(badParam("storage.set", "limit", QStringLiteral("0 or more bytes")));
        changes.append({ Limit, QString::number(limit.toInteger()) });
    }
    for (const char* name : { "uploadRate", "downloadRate", "minimumFree", "monthlyCap" }) {
        const QJsonValue value = params.value(QLatin1String(name));
        if (!value.isDouble())
            continue;
        if (value.toInteger(-1) < 0)
            return tl::unexpected(badParam("storage.set", name, QStringLiteral("0 or more bytes")));
        changes.append({ QStringLiteral("storage.") + QLatin1String(name), QString::number(value.toInteger()) });
    }
    if (const QJsonValue day = params.value(u"resetDay"); day.isDouble()) {
        if (day.toInteger() < 1 || day.toInteger() > 31)
            return tl::unexpected(badParam("storage.set", "resetDay", QStringLiteral("from 1 to 31")));
        changes.append({ ResetDay, QString::number(day.toInteger()) });
    }
    for (const char* name : { "keepPrice", "retrievePrice" }) {
        const QJsonValue value = params.value(QLatin1String(name));
        if (!value.isString())
            continue;
        const auto price = Amount::fromWire(value.toString());
        if (!price || price->nano() < 0 || price->nano() > 1'000'000 * NanoPerToken)
            return tl::unexpected(badParam("storage.set", name, QStringLiteral("nano-tokens as a text, from 0 to 10¹⁵")));
        changes.append({ QStringLiteral("storage.") + QLatin1String(name), price->toWire() });
    }
    for (const char* name : { "enabled", "serveUnfunded", "servePublic" }) {
        const QJsonValue value = params.value(QLatin1String(name));
        if (value.isBool())
            changes.append({ QStringLiteral("storage.") + QLatin1String(name), value.toBool() ? QStringLiteral("1") : QStringLiteral("0") });
    }
    for (const auto& [key, value] : std::as_const(changes))
        m_recorder.setSetting(key, value);
    return {};
}

} // namespace surplus
