// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/keychain/payoutkeys.h"

#include "services/common/core/posted.h"
#include "services/common/crypto/keccak.h"
#include "services/common/crypto/keystore.h"
#include "services/common/crypto/mnemonic.h"
#include "services/dashboard/keychain/broughtkey.h"
#include "services/dashboard/keychain/keychainentry.h"
#include "services/dashboard/keychain/keyring.h"

#include <QLoggingCategory>
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
} // namespace

PayoutKeys::PayoutKeys(Database& database, const QString& name, QObject* parent)
    : QObject(parent), m_database(database), m_profile(QStringLiteral("payout-key/") + name), m_entry(m_profile)
{
    m_work.setMaxThreadCount(1); // one keystore's memory at a time
    auto read = m_database.read([&] {
        Statement select = m_database.prepare("SELECT address, watch_only, backed_up, entry FROM payout WHERE profile=?");
        if (select.bind(m_profile).step()) {
            if (!select.isNull(3))
                m_entry = select.text(3);
            m_address = select.parsed(0, Address::fromRaw);
            m_watchOnly = select.integer(1) != 0;
            m_backedUp = select.integer(2) != 0;
        }
        readFormer();
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
    )" },
        { 2, "ALTER TABLE payout ADD COLUMN backed_up INTEGER NOT NULL DEFAULT 0" },
        // Each key has an entry of its own in the keychain; one from before is called by the profile's name alone.
        { 3, R"(
        ALTER TABLE payout ADD COLUMN entry TEXT;
        CREATE TABLE former(profile TEXT NOT NULL, address BLOB NOT NULL, watch_only INTEGER NOT NULL, backed_up INTEGER NOT NULL,
            entry TEXT NOT NULL, PRIMARY KEY(profile, address)) WITHOUT ROWID;
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
        const auto key = keyIn(raw);
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

void PayoutKeys::readFormer()
{
    m_former.clear();
    const auto read = m_database.read([&] {
        Statement select = m_database.prepare("SELECT address FROM former WHERE profile=? ORDER BY address");
        select.bind(m_profile);
        while (select.step())
            m_former.append(select.parsed(0, Address::fromRaw));
    });
    if (!read)
        m_problem = read.error().message;
}

Result<void> PayoutKeys::mayUse(const Address& address, Existing existing) const
{
    if (!m_readable)
        return failure(QStringLiteral("payout.unreadable"), m_problem);
    if (!m_address)
        return {};
    if (existing == Existing::Same && address != *m_address)
        return failure(QStringLiteral("payout.other"), tr("This is the key of another address, %1. Bring the key of the present one; to be paid to this one, use Change address. Nothing was changed.").arg(checksumAddress(address)));
    if (existing == Existing::Keep)
        return failure(QStringLiteral("payout.exists"), tr("There is a payout address already. A second key would leave the first one's earnings behind."));
    if (address != *m_address && !m_watchOnly && !m_backedUp && m_state == State::Ready)
        return failure(QStringLiteral("payout.unbacked"),
            tr("The key of the present address isn't backed up. What was promised to it is paid to it only: write its words down first. Nothing was changed."));
    return {};
}

Result<void> PayoutKeys::record(const Address& address, const QString& entry, bool watchOnly, bool backedUp)
{
    auto written = m_database.transact([&] {
        m_database.prepare("INSERT OR REPLACE INTO former SELECT profile, address, watch_only, backed_up, COALESCE(entry, profile) FROM payout WHERE profile=?")
            .bind(m_profile).run();
        m_database.prepare("DELETE FROM former WHERE profile=? AND address=?").bind(m_profile, address.raw()).run();
        m_database.prepare("INSERT OR REPLACE INTO payout(profile, address, watch_only, backed_up, entry) VALUES(?,?,?,?,?)")
            .bind(m_profile, address.raw(), watchOnly, backedUp, entry).run();
        readFormer();
    });
    if (written) {
        m_entry = entry;
        m_address = address;
        m_watchOnly = watchOnly;
        m_backedUp = backedUp;
    }
    return written;
}

Result<void> PayoutKeys::noteBackup()
{
    auto written = m_database.transact([&] { m_database.prepare("UPDATE payout SET backed_up=1 WHERE profile=?").bind(m_profile).run(); });
    if (written) {
        m_backedUp = true;
        Q_EMIT changed();
    }
    return written;
}

void PayoutKeys::create(Done done, Existing existing, int words)
{
    QByteArray entropy = randomBytes(words == 24 ? 32 : 16);
    QByteArray entry = entryOfWords(entropy, WordList::English);
    wipe(entropy);
    const auto key = keyIn(entry);
    store(std::move(entry), key ? key->address() : Address(), false, existing, std::move(done));
}

void PayoutKeys::import(const QString& secret, Done done, Existing existing)
{
    if (auto brought = BroughtKey::from(secret))
        store(std::move(brought->entry), brought->address, true, existing, std::move(done));
    else
        done(tl::unexpected(brought.error()));
}

void PayoutKeys::importKeystore(const QByteArray& json, const QString& password, Done done, Existing existing)
{
    m_work.start([=, this, done = std::move(done)] {
        const auto key = std::make_shared<Result<SecretKey>>(readKeystore(json, password));
        postTo(this, [this, key, existing, done] {
            if (*key)
                store((*key)->raw(), (*key)->address(), true, existing, done);
            else
                done(tl::unexpected(key->error()));
        });
    });
}

void PayoutKeys::exportKeystore(const QString& password, std::function<void(Result<QByteArray>)> done)
{
    withKey([this, password, done = std::move(done)](Result<SecretKey> key) {
        if (!key) {
            done(tl::unexpected(key.error()));
            return;
        }
        m_work.start([this, password, done, key = std::make_shared<SecretKey>(std::move(*key))] {
            const Result<QByteArray> json = writeKeystore(*key, password);
            postTo(this, [json, done] { done(json); });
        });
    });
}

void PayoutKeys::store(QByteArray entry, const Address& address, bool backedUp, Existing existing, Done done)
{
    if (const auto allowed = mayUse(address, existing); !allowed || address.isNull()) {
        wipe(entry);
        done(allowed ? failure(QStringLiteral("keychain.write"), tr("No key could be made. Try again.")) : tl::unexpected(allowed.error()));
        return;
    }
    // Nothing that the keychain holds is ever written over: not even what a profile left there whose folder was deleted. Words
    // and keys without have names of their own, as words give their key and no key gives its words back.
    const QString withWords = m_profile + u'/' + address.hex0x();
    auto* job = new QKeychain::ReadPasswordJob(Service, this);
    job->setInsecureFallback(false);
    job->setKey(withWords);
    connect(job, &QKeychain::Job::finished, this, [this, job, entry, withWords, address, backedUp, done = std::move(done)]() mutable {
        QByteArray held = job->binaryData();
        const auto key = job->error() == QKeychain::NoError ? keyIn(held) : std::nullopt;
        const bool isHere = key && key->address() == address && (wordsIn(held) || !wordsIn(entry));
        wipe(held);
        if (isHere)
            finishStoring(address, withWords, backedUp, done);
        else
            write(entry, wordsIn(entry) ? withWords : withWords + QStringLiteral("/key"), address, backedUp, std::move(done));
        wipe(entry);
    });
    wipe(entry);
    job->start();
}

void PayoutKeys::write(const QByteArray& entry, const QString& name, const Address& address, bool backedUp, Done done)
{
    auto* job = new QKeychain::WritePasswordJob(Service, this);
    job->setInsecureFallback(false);
    job->setKey(name);
    job->setBinaryData(entry);
    connect(job, &QKeychain::Job::finished, this, [this, job, name, address, backedUp, done = std::move(done)] {
        if (job->error() == QKeychain::NoError) {
            finishStoring(address, name, backedUp, done);
            return;
        }
        qCWarning(lcKeychain).noquote() << "the payout key could not be stored:" << job->errorString();
        const bool refused = isRefusal(job->error());
        askKeyring(this, [refused, done, said = job->errorString()](Keyring keyring) {
            done(tl::unexpected(whyNotStored(refused && keyring == Keyring::Usable ? Keyring::Denied : keyring, said)));
        });
    });
    job->start();
}

void PayoutKeys::finishStoring(const Address& address, const QString& entry, bool backedUp, const Done& done)
{
    if (auto written = record(address, entry, false, backedUp); !written) {
        done(tl::unexpected(written.error()));
        return;
    }
    setState(State::Ready);
    done(address);
}

void PayoutKeys::readEntry(std::function<void(Result<QByteArray>)> done)
{
    if (!m_address || m_watchOnly) {
        done(failure(QStringLiteral("payout.watch"), tr("The key of this address is not kept here. Use the wallet that holds it.")));
        return;
    }
    auto* job = new QKeychain::ReadPasswordJob(Service, this);
    job->setInsecureFallback(false);
    job->setKey(m_entry);
    connect(job, &QKeychain::Job::finished, this, [this, job, done = std::move(done)] {
        if (job->error() != QKeychain::NoError) {
            explain(job->error(), job->errorString());
            done(failure(QStringLiteral("keychain.read"), tr("Your keychain gave no key. Unlock it and try again; nothing was changed.")));
            return;
        }
        QByteArray entry = job->binaryData();
        const auto key = keyIn(entry);
        if (!key || key->address() != *m_address) {
            wipe(entry);
            setState(State::Replaced);
            done(failure(QStringLiteral("keychain.replaced"), tr("The keychain holds another key than this address needs. Nothing was signed.")));
            return;
        }
        setState(State::Ready);
        done(entry);
        wipe(entry);
    });
    job->start();
}

void PayoutKeys::withKey(std::function<void(Result<SecretKey>)> done)
{
    readEntry([done = std::move(done)](const Result<QByteArray>& entry) {
        if (entry)
            done(std::move(*keyIn(*entry)));
        else
            done(tl::unexpected(entry.error()));
    });
}

void PayoutKeys::words(std::function<void(Result<QStringList>)> done)
{
    readEntry([done = std::move(done)](const Result<QByteArray>& entry) {
        const auto words = entry ? wordsIn(*entry) : std::nullopt;
        if (words)
            done(*words);
        else
            done(entry ? failure(QStringLiteral("words.none"), tr("This key came without recovery words. Keep the backup that you have of it."))
                       : tl::unexpected(entry.error()));
    });
}

Result<void> PayoutKeys::useAddress(const Address& address, Existing existing)
{
    if (auto allowed = mayUse(address, existing); !allowed)
        return allowed;
    if (m_address && *m_address == address)
        return failure(QStringLiteral("payout.same"), tr("Earnings go to this address already. Nothing was changed."));
    if (auto written = record(address, m_profile, true, true); !written)
        return written;
    setState(State::WatchOnly);
    return {};
}

} // namespace surplus
