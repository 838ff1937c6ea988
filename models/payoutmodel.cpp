// SPDX-License-Identifier: GPL-3.0-or-later
#include "payoutmodel.h"

#include "localpath.h"
#include "typedaddress.h"

#include "services/common/core/privatefile.h"
#include "services/common/crypto/keccak.h"

#include <QFile>
#include <QLoggingCategory>

namespace surplus {

Q_LOGGING_CATEGORY(lcPayout, "surplus.payout")

PayoutModel::PayoutModel(PayoutKeys& keys, EngineLink& link, QObject* parent) : QObject(parent), m_keys(keys), m_link(link)
{
    connect(&m_keys, &PayoutKeys::changed, this, &PayoutModel::changed);
    connect(&m_link, &EngineLink::statusChanged, this, &PayoutModel::adopt);
}

void PayoutModel::adopt()
{
    const auto address = m_link.status() && m_keys.state() == PayoutKeys::State::None && !m_working ? parseAddress(m_link.status()->beneficiary) : std::nullopt;
    if (!address || address->isNull())
        return;
    if (const auto used = m_keys.useAddress(*address); !used)
        qCWarning(lcPayout).noquote() << "the engine's payout address could not be taken over:" << used.error().message;
}

QString PayoutModel::address() const { return m_keys.address() ? checksumAddress(*m_keys.address()) : QString(); }

QString PayoutModel::problem() const
{
    switch (m_keys.state()) {
    case PayoutKeys::State::Locked:
        return tr("Your keychain is locked");
    case PayoutKeys::State::Absent:
        return tr("No keychain is running");
    case PayoutKeys::State::Denied:
        return tr("Your keychain refuses access");
    case PayoutKeys::State::Lost:
        return tr("Your payout key is gone from the keychain");
    case PayoutKeys::State::Replaced:
        return tr("The keychain holds another key");
    case PayoutKeys::State::Unknown:
        return m_keys.problem().isEmpty() ? QString() : tr("Your keychain can't be read");
    case PayoutKeys::State::None:
    case PayoutKeys::State::Ready:
    case PayoutKeys::State::WatchOnly:
        return {};
    }
    return {};
}

QString PayoutModel::problemDetail() const
{
    if (problem().isEmpty())
        return {};
    const QString shortened = address().left(6) + u'…' + address().right(4);
    return tr("%1 What is earned for %2 still counts, and no other key is made.").arg(wayOut(), shortened);
}

QString PayoutModel::wayOut() const
{
    switch (m_keys.state()) {
    case PayoutKeys::State::Locked:
        return tr("Unlock it, most easily by logging in again, then check again.");
    case PayoutKeys::State::Absent:
        return tr("Start your desktop's keychain (GNOME Keyring, KWallet or another secret service), then check again.");
    case PayoutKeys::State::Denied:
        return tr("Allow Surplus in your keychain's settings, then check again.");
    case PayoutKeys::State::Lost:
        return tr("Bring its recovery words, private key or keystore file with “Bring its key…” in the Wallet, or put a backup of your keychain back. Without the key, what is paid to this address can't be used.");
    case PayoutKeys::State::Replaced:
        return tr("It belongs to another address. Bring this one's recovery words, private key or keystore file with “Bring its key…” in the Wallet, or put a backup of your keychain back.");
    case PayoutKeys::State::Unknown:
        return tr("It said: %1. Quit Surplus and start it again; if that does not help, restart the computer.").arg(m_keys.problem());
    case PayoutKeys::State::None:
    case PayoutKeys::State::Ready:
    case PayoutKeys::State::WatchOnly:
        return {};
    }
    return {};
}

QString PayoutModel::checkAddress(const QString& text) const
{
    if (text.trimmed().isEmpty())
        return tr("Paste the address that earnings should go to.");
    const auto typed = addressAsTyped(text);
    return typed ? QString() : typed.error().message;
}

void PayoutModel::take(const QVariantMap& choice, PayoutKeys::Existing existing, const PayoutKeys::Done& done)
{
    const QString kind = choice.value(QStringLiteral("kind")).toString();
    const QString text = choice.value(QStringLiteral("text")).toString();
    if (kind == QLatin1String("new")) {
        m_keys.create(done, existing, choice.value(QStringLiteral("words")).toInt());
    } else if (kind == QLatin1String("secret")) {
        m_keys.import(text, done, existing);
    } else if (kind == QLatin1String("keystore")) {
        QFile file(localPathOf(choice.value(QStringLiteral("file")).toUrl()));
        constexpr qint64 LargestKeystore = 100'000;
        if (!file.open(QIODevice::ReadOnly))
            done(failure(QStringLiteral("keystore.file"), tr("The file %1 can't be read: %2. Choose another one.").arg(file.fileName(), file.errorString())));
        else
            m_keys.importKeystore(file.read(LargestKeystore), choice.value(QStringLiteral("password")).toString(), done, existing);
    } else if (const auto address = addressAsTyped(text); !address) {
        done(failure(QStringLiteral("payout.address"), checkAddress(text)));
    } else if (m_keys.address() == *address && m_keys.state() == PayoutKeys::State::WatchOnly) {
        done(*address); // on record already, but the engine may not know
    } else {
        const auto used = m_keys.useAddress(*address, existing);
        done(used ? Result<Address>(*address) : tl::unexpected(used.error()));
    }
}

void PayoutModel::choose(const QVariantMap& choice, std::function<void(Result<void>)> done)
{
    const QString kind = choice.value(QStringLiteral("kind")).toString();
    const bool brings = kind == QLatin1String("secret") || kind == QLatin1String("keystore");
    if (m_keys.address() && !brings) {
        tellEngine(*m_keys.address(), std::move(done));
        return;
    }
    // An address may have been taken over from the engine in the meantime: then it is its key that is wanted, and no other.
    take(choice, m_keys.address() ? PayoutKeys::Existing::Same : PayoutKeys::Existing::Keep, [this, done = std::move(done)](const Result<Address>& taken) {
        if (taken)
            tellEngine(*taken, done);
        else
            done(tl::unexpected(taken.error()));
    });
}

void PayoutModel::change(const QVariantMap& choice)
{
    if (!m_link.status()) {
        Q_EMIT changeEnded(tr("The engine can't be reached, so it could not be told of a new address. Nothing was changed; try again when it runs."));
        return;
    }
    setWorking(true);
    take(choice, PayoutKeys::Existing::Replace, [this](const Result<Address>& taken) {
        if (!taken) {
            setWorking(false);
            Q_EMIT changeEnded(taken.error().message);
            return;
        }
        tellEngine(*taken, [this](const Result<void>& told) {
            setWorking(false);
            Q_EMIT changeEnded(told ? QString()
                                    : tr("The address is on record here, but the engine did not take it and still names the earlier one: %1 Try again.").arg(told.error().message));
        });
    });
}

void PayoutModel::bring(const QVariantMap& choice)
{
    setWorking(true);
    take(choice, PayoutKeys::Existing::Same, [this](const Result<Address>& taken) {
        setWorking(false);
        Q_EMIT changeEnded(taken ? QString() : taken.error().message);
    });
}

void PayoutModel::begin(const QVariantMap& choice)
{
    setWorking(true);
    choose(choice, [this](const Result<void>& done) {
        setWorking(false);
        Q_EMIT changeEnded(done ? QString() : done.error().message);
    });
}

void PayoutModel::exportKeystore(const QString& password, const QUrl& file)
{
    setWorking(true);
    m_keys.exportKeystore(password, [this, path = localPathOf(file)](const Result<QByteArray>& json) {
        const auto written = json ? writePrivateFile(path, *json) : tl::unexpected(json.error());
        const auto noted = written ? m_keys.noteBackup() : written;
        setWorking(false);
        Q_EMIT exportEnded(noted ? QString() : noted.error().message);
    });
}

void PayoutModel::setWorking(bool working)
{
    m_working = working;
    Q_EMIT workingChanged();
}

QString PayoutModel::former() const
{
    QStringList all;
    for (const Address& address : m_keys.former())
        all.append(checksumAddress(address));
    return all.join(QStringLiteral(", "));
}

void PayoutModel::tellEngine(const Address& address, std::function<void(Result<void>)> done)
{
    m_link.change(QStringLiteral("payout.set"), { { QStringLiteral("address"), checksumAddress(address) } }, std::move(done));
}

} // namespace surplus
