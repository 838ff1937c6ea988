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
    case PayoutKeys::State::Unavailable:
        return tr("Your keychain is locked or away");
    case PayoutKeys::State::Mismatch:
        return tr("The keychain holds another key");
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
    return tr("Sharing goes on and earnings are still counted for %1. Unlock the keychain, then check again. No other key is made. (%2)")
        .arg(address(), m_keys.problem());
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
