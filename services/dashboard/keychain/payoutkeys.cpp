// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/keychain/payoutkeys.h"

#include "services/common/crypto/secretkey.h"
#include "services/dashboard/keychain/keyring.h"

#include <QLoggingCategory>
#include <openssl/crypto.h>
#include <qt6keychain/keychain.h>

namespace surplus {

Q_LOGGING_CATEGORY(lcKeychain, "surplus.keychain")

namespace {
const QString Service = QStringLiteral("Surplus");

bool isRefusal(int error)
{
    return error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser;
}

Error whyNotStored(Keyring keyring, const QString& said)
{
    switch (keyring) {
    case Keyring::Locked:
        return { QStringLiteral("keychain.locked"),
            PayoutKeys::tr("Your keychain is locked, so no key was made. Unlock it and try again, or use an address you have.") };
    case Keyring::Absent:
        return { QStringLiteral("keychain.absent"),
            PayoutKeys::tr("No keychain is running on this computer, so no key was made. Start GNOME Keyring, KWallet or another "
                           "secret service and try again, or use an address you have.") };
    case Keyring::Denied:
        return { QStringLiteral("keychain.denied"),
            PayoutKeys::tr("Your keychain does not let Surplus in, so no key was made. Allow it in the keychain's settings and try "
                           "again, or use an address you have.") };
    case Keyring::Usable:
    case Keyring::Unknown:
        break;
    }
    return { QStringLiteral("keychain.write"),
        PayoutKeys::tr("Your computer's keychain can't be used: %1. No key was made. Try again, or use an address you have.").arg(said) };
}

void wipe(QByteArray& bytes) { OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size())); }
}

PayoutKeys::PayoutKeys(Database& database, const QString& name, QObject* parent)
    : QObject(parent), m_database(database), m_entry(QStringLiteral("payout-key/") + name)
{
    auto read = m_database.read([&] {
        Statement select = m_database.prepare("SELECT address, watch_only FROM payout WHERE profile=?");
        if (select.bind(m_entry).step()) {
            m_address = Address::fromRaw(select.blob(0));
            m_watchOnly = select.integer(1) != 0;
        }
    });
    if (!read) {
        m_readable = false;
        setState(State::Unknown, read.error().message);
        return;
    }
    m_state = !m_address ? State::None : m_watchOnly ? State::WatchOnly : State::Unknown;
}

QList<Migration> PayoutKeys::migrations()
{
    return { { 1, R"(
        CREATE TABLE payout(profile TEXT PRIMARY KEY, address BLOB NOT NULL, watch_only INTEGER NOT NULL) WITHOUT ROWID;
    )" } };
}

void PayoutKeys::setState(State state, const QString& problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT changed();
}

void PayoutKeys::refresh()
{
    if (!m_readable)
        return;
    if (!m_address || m_watchOnly) {
        setState(m_address ? State::WatchOnly : State::None);
        return;
    }
    auto* job = new QKeychain::ReadPasswordJob(Service, this);
    job->setInsecureFallback(false);
    job->setKey(m_entry);
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        QByteArray raw = job->binaryData();
        const auto key = SecretKey::fromRaw(raw);
        wipe(raw);
        if (job->error() != QKeychain::NoError)
            explain(job->error(), job->errorString());
        else if (key && key->address() == *m_address)
            setState(State::Ready);
        else
            setState(State::Replaced);
    });
    job->start();
}

void PayoutKeys::explain(int error, const QString& problem)
{
    // "Entry not found" is also what a locked or missing collection answers: never take it for a first run.
    askKeyring(this, [this, error, problem](Keyring keyring) {
        switch (keyring) {
        case Keyring::Usable:
            setState(isRefusal(error) ? State::Denied : error == QKeychain::EntryNotFound ? State::Lost : State::Unknown, problem);
            return;
        case Keyring::Locked:
            setState(State::Locked, problem);
            return;
        case Keyring::Absent:
            setState(State::Absent, problem);
            return;
        case Keyring::Denied:
            setState(State::Denied, problem);
            return;
        case Keyring::Unknown:
            setState(State::Unknown, problem);
            return;
        }
    });
}

Result<void> PayoutKeys::record(const Address& address, bool watchOnly)
{
    auto written = m_database.transact([&] {
        m_database.prepare("INSERT INTO payout VALUES(?,?,?)").bind(m_entry, address.raw(), watchOnly).run();
    });
    if (written) {
        m_address = address;
        m_watchOnly = watchOnly;
    }
    return written;
}

void PayoutKeys::create(std::function<void(Result<Address>)> done)
{
    const auto exists = failure(QStringLiteral("payout.exists"),
        tr("There is a payout address already. A second key would leave the first one's earnings behind."));
    if (m_address || !m_readable) {
        done(exists);
        return;
    }
    const SecretKey key = SecretKey::generate();
    QByteArray raw = key.raw();
    auto* job = new QKeychain::WritePasswordJob(Service, this);
    job->setInsecureFallback(false);
    job->setKey(m_entry);
    job->setBinaryData(raw);
    wipe(raw);
    connect(job, &QKeychain::Job::finished, this, [this, job, address = key.address(), done = std::move(done)] {
        if (job->error() != QKeychain::NoError) {
            qCWarning(lcKeychain).noquote() << "the payout key could not be stored:" << job->errorString();
            const bool refused = isRefusal(job->error());
            askKeyring(this, [refused, done, said = job->errorString()](Keyring keyring) {
                done(tl::unexpected(whyNotStored(refused && keyring == Keyring::Usable ? Keyring::Denied : keyring, said)));
            });
            return;
        }
        if (auto written = record(address, false); !written) {
            done(tl::unexpected(written.error()));
            return;
        }
        setState(State::Ready);
        done(address);
    });
    job->start();
}

Result<void> PayoutKeys::useAddress(const Address& address)
{
    if (m_address || !m_readable)
        return failure(QStringLiteral("payout.exists"), tr("There is a payout address already."));
    if (auto written = record(address, true); !written)
        return written;
    setState(State::WatchOnly);
    return {};
}

} // namespace surplus
