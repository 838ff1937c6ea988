// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharingmodel.h"

#include "format.h"
#include "typednumber.h"
#include "services/common/api/giveup.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>
#include <cmath>
#include <limits>

namespace surplus {

SharingModel::SharingModel(EngineLink& link, PayoutModel& payout, QObject* parent) : QObject(parent), m_link(link), m_payout(payout)
{
    connect(&m_link, &EngineLink::statusChanged, this, &SharingModel::changed);
    connect(&m_link, &EngineLink::statusChanged, this, [this] {
        if (!folder().isEmpty())
            m_lastFolder = folder();
    });
    connect(&m_link, &EngineLink::ended, this, &SharingModel::changed);
}

double SharingModel::most() const
{
    if (!status() || status()->storage.diskFree < 0)
        return limit();
    return std::max(limit(), static_cast<double>(status()->storage.stored + status()->storage.diskFree));
}

QString SharingModel::usageText() const
{
    if (!status())
        return QStringLiteral("—");
    const QString used = tr("%1 in use").arg(Format::bytes(stored()));
    return status()->storage.diskFree < 0 ? used : tr("%1, %2 free on disk").arg(used, Format::bytes(static_cast<double>(status()->storage.diskFree)));
}

QString SharingModel::overLimitText() const
{
    if (!status() || status()->storage.leased <= status()->storage.limit)
        return {};
    return tr("%1 is in use. Nothing new will be stored until it falls below the limit.").arg(Format::bytes(leased()));
}

QString SharingModel::storedNumber() const { return isReachable() ? Format::bytesParts(status()->storage.stored).first : QStringLiteral("—"); }
QString SharingModel::storedUnit() const { return isReachable() ? Format::bytesParts(status()->storage.stored).second : QString(); }
QString SharingModel::retrievedText() const { return status() ? Format::bytes(static_cast<double>(status()->storage.retrieved)) : QStringLiteral("—"); }

QString SharingModel::keepPrice() const { return status() ? Format::plainTokens(status()->storage.keepPrice) : QString(); }
QString SharingModel::retrievePrice() const { return status() ? Format::plainTokens(status()->storage.retrievePrice) : QString(); }
QString SharingModel::pendingText() const { return status() ? Format::tokens(status()->money.pending) : QStringLiteral("—"); }
QString SharingModel::earnedText() const { return status() ? Format::tokens(status()->money.earned) : QStringLiteral("—"); }

void SharingModel::fail(const Error& error)
{
    m_error = error.message;
    m_working = false;
    Q_EMIT errorChanged();
    Q_EMIT changed(); // the controls go back to the engine's values
}

bool SharingModel::failedStep(const Result<void>& outcome)
{
    if (!outcome)
        fail(outcome.error());
    return !outcome.has_value();
}

void SharingModel::clearError()
{
    m_error.clear();
    Q_EMIT errorChanged();
}

void SharingModel::set(const QJsonObject& params, std::function<void()> then)
{
    m_link.change(QStringLiteral("storage.set"), params, [this, then = std::move(then)](const Result<void>& done) {
        if (failedStep(done))
            return;
        clearError();
        if (then)
            then();
    });
}

void SharingModel::giveUp()
{
    m_givingUp = true;
    Q_EMIT errorChanged();
    m_link.change(QStringLiteral("storage.giveUp"), {}, [this](const Result<void>& done) {
        m_givingUp = false;
        Q_EMIT errorChanged();
        Q_EMIT gaveUp(done ? QString() : done.error().message);
    }, GiveUpMs);
}

void SharingModel::setEnabled(bool enabled) { set({ { QStringLiteral("enabled"), enabled } }); }
void SharingModel::setLimit(double bytes) { set({ { QStringLiteral("limit"), static_cast<qint64>(bytes) } }); }
void SharingModel::setServeUnfunded(bool serve) { set({ { QStringLiteral("serveUnfunded"), serve } }); }

void SharingModel::tellProblem(const QString& name, const QString& problem)
{
    m_problems.insert(name, problem);
    Q_EMIT problemsChanged();
}

void SharingModel::clearProblem(const QString& name)
{
    if (m_problems.remove(name) > 0)
        Q_EMIT problemsChanged();
}

void SharingModel::setField(const char* method, const QString& name, const QJsonValue& value)
{
    clearProblem(name);
    m_link.change(QLatin1String(method), { { name, value } }, [this, name](const Result<void>& done) {
        if (!done)
            tellProblem(name, done.error().message);
    });
}

void SharingModel::setPrice(const QString& name, const QString& tokens)
{
    if (const auto price = TypedNumber::tokens(tokens); price)
        setField("storage.set", name, price->toWire());
    else
        tellProblem(name, price.error().message);
}

namespace {
constexpr qint64 Gigabyte = 1'000'000'000;
constexpr qint64 Megabit = 1'000'000 / 8;
constexpr double LargestTyped = 1e6;

/// Exact: what is shown and typed again is the same.
QString typedGigabytes(qint64 bytes) { return bytes > 0 ? TypedNumber::text(TypedNumber::ofUnits(bytes, 9)) : QString(); }
QString typedMegabits(qint64 bytes)
{
    return bytes > 0 && bytes < std::numeric_limits<qint64>::max() / 8 ? TypedNumber::text(TypedNumber::ofUnits(bytes * 8, 6)) : QString();
}
} // namespace

QString SharingModel::uploadRate() const { return status() ? typedMegabits(status()->storage.uploadRate) : QString(); }
QString SharingModel::downloadRate() const { return status() ? typedMegabits(status()->storage.downloadRate) : QString(); }
QString SharingModel::monthlyCap() const { return status() ? typedGigabytes(status()->storage.monthlyCap) : QString(); }
QString SharingModel::minimumFree() const { return status() ? typedGigabytes(status()->storage.minimumFree) : QString(); }

double SharingModel::trafficShare() const
{
    return status() && status()->storage.monthlyCap > 0 ? static_cast<double>(status()->storage.monthTraffic) / static_cast<double>(status()->storage.monthlyCap) : -1;
}

QString SharingModel::trafficText() const
{
    if (!status())
        return QStringLiteral("—");
    const QString moved = Format::bytes(static_cast<double>(status()->storage.monthTraffic));
    return status()->storage.monthlyCap > 0 ? tr("%1 of %2 used this month").arg(moved, Format::bytes(static_cast<double>(status()->storage.monthlyCap))) : tr("%1 moved this month").arg(moved);
}

void SharingModel::setNumber(const QString& name, const QString& typed)
{
    const auto number = typed.trimmed().isEmpty() ? Result<double>(0) : TypedNumber::number(typed, 0, LargestTyped);
    if (!number)
        tellProblem(name, number.error().message);
    else
        setField("storage.set", name, static_cast<qint64>(std::llround(*number * static_cast<double>(name.endsWith(QLatin1String("Rate")) ? Megabit : Gigabyte))));
}

QVariantMap SharingModel::caps() const
{
    QVariantMap caps;
    for (const CreditCaps::Member& member : CreditCaps::members())
        caps.insert(QLatin1String(member.name), status() ? Format::plainTokens(status()->credit.*member.amount) : QString());
    return caps;
}

void SharingModel::setCap(const QString& name, const QString& tokens)
{
    if (const auto amount = TypedNumber::tokens(tokens); amount)
        setField("credit.set", name, amount->toWire());
    else
        tellProblem(name, amount.error().message);
}

QString SharingModel::suggestedFolder() const { return QDir::homePath() + QStringLiteral("/Surplus"); }

QString SharingModel::folderProblem(const QString& folder) const
{
    const QFileInfo info(folder);
    if (!info.isAbsolute())
        return tr("Give the whole path of the folder: it begins with /.");
    const QFileInfo place = info.exists() ? info : QFileInfo(info.absolutePath());
    if (!place.exists())
        return tr("%1 does not exist.").arg(Format::apart(place.filePath()));
    if (!place.isDir())
        return tr("%1 is a file, not a folder.").arg(Format::apart(place.filePath()));
    const QStorageInfo disk(place.filePath());
    if (!place.isWritable() || disk.isReadOnly() || disk.bytesTotal() <= 0) // /proc has no size
        return tr("Nothing can be stored in %1.").arg(Format::apart(place.filePath()));
    return {};
}

double SharingModel::freeIn(const QString& folder) const
{
    QString existing = folder;
    while (!existing.isEmpty() && !QFileInfo::exists(existing) && QFileInfo(existing).absolutePath() != existing)
        existing = QFileInfo(existing).absolutePath();
    const QStorageInfo info(existing);
    return info.isValid() ? static_cast<double>(info.bytesAvailable()) : -1;
}

QString SharingModel::mostPerDay(double limit) const
{
    const auto gigabytes = static_cast<qint64>(limit / static_cast<double>(Gigabyte));
    const qint64 price = status() ? status()->storage.keepPrice.nano() : 0;
    return Format::tokens(Amount::fromNano(gigabytes > 0 && price > std::numeric_limits<qint64>::max() / gigabytes ? std::numeric_limits<qint64>::max() : gigabytes * price));
}

void SharingModel::setFolder(const QString& folder)
{
    clearError();
    if (const QString problem = folderProblem(folder); !problem.isEmpty()) {
        fail({ QStringLiteral("storage.folder"), problem });
        return;
    }
    m_link.change(QStringLiteral("storage.setFolder"), { { QStringLiteral("folder"), folder } }, [this](const Result<void>& changed) {
        if (!changed)
            fail(changed.error());
    });
}

void SharingModel::begin(const QString& folder, double limit, const QVariantMap& payout, bool serveUnfunded)
{
    clearError();
    m_working = true;
    Q_EMIT errorChanged();
    m_link.change(QStringLiteral("storage.setFolder"), { { QStringLiteral("folder"), folder } }, [=, this](const Result<void>& chosen) {
        if (failedStep(chosen))
            return;
        m_payout.choose(payout, [=, this](const Result<void>& payable) {
            if (failedStep(payable))
                return;
            set({ { QStringLiteral("limit"), static_cast<qint64>(limit) }, { QStringLiteral("serveUnfunded"), serveUnfunded },
                    { QStringLiteral("enabled"), true } },
                [this] {
                    m_working = false;
                    Q_EMIT errorChanged();
                    Q_EMIT begun();
                });
        });
    });
}

} // namespace surplus
