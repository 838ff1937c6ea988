// SPDX-License-Identifier: GPL-3.0-or-later
#include "payoutmodel.h"

#include "services/common/crypto/keccak.h"

namespace surplus {

PayoutModel::PayoutModel(PayoutKeys& keys, EngineLink& link, QObject* parent) : QObject(parent), m_keys(keys), m_link(link)
{
    connect(&m_keys, &PayoutKeys::changed, this, &PayoutModel::changed);
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
        return tr("Put a backup of your keychain back, then check again. Without the key, nothing can be paid out from this address.");
    case PayoutKeys::State::Replaced:
        return tr("It belongs to another address. Put a backup of your keychain back, then check again.");
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
    const auto parsed = parseAddress(text);
    if (parsed && !parsed->isNull())
        return {};
    if (Address::fromHex(text.trimmed()) && text.trimmed().startsWith(QLatin1String("0x")))
        return tr("One of its characters is mistyped: its checksum doesn't fit.");
    return tr("An address has 0x and 40 characters from 0 to 9 and a to f.");
}

void PayoutModel::choose(const QString& given, std::function<void(Result<void>)> done)
{
    if (m_keys.address()) {
        tellEngine(*m_keys.address(), std::move(done));
        return;
    }
    if (given.isEmpty()) {
        m_keys.create([this, done = std::move(done)](const Result<Address>& created) {
            if (created)
                tellEngine(*created, done);
            else
                done(tl::unexpected(created.error()));
        });
        return;
    }
    const auto address = parseAddress(given);
    if (!address || address->isNull()) {
        done(failure(QStringLiteral("payout.address"), checkAddress(given)));
        return;
    }
    if (auto used = m_keys.useAddress(*address); !used)
        done(used);
    else
        tellEngine(*address, std::move(done));
}

void PayoutModel::tellEngine(const Address& address, std::function<void(Result<void>)> done)
{
    m_link.change(QStringLiteral("payout.set"), { { QStringLiteral("address"), checksumAddress(address) } }, std::move(done));
}

} // namespace surplus
