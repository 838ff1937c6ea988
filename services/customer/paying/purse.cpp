// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/paying/purse.h"

#include "services/common/core/processlock.h"
#include "services/common/core/log.h"
#include "services/common/core/parse.h"
#include "services/common/core/privatefile.h"
#include "services/common/crypto/keccak.h"

#include <QFile>
#include <QJsonDocument>

namespace surplus {

namespace {
const QList<Migration>& migrations()
{
    static const QList<Migration> list { { 1, R"(
        CREATE TABLE channels(chain INTEGER NOT NULL, chequebook BLOB NOT NULL, beneficiary BLOB NOT NULL,
            machine BLOB NOT NULL, cumulative BLOB NOT NULL, nano INTEGER NOT NULL, signature BLOB NOT NULL,
            PRIMARY KEY(chain, chequebook, beneficiary, machine)) WITHOUT ROWID;
        CREATE TABLE promised(lease BLOB PRIMARY KEY, nano INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE files(id INTEGER PRIMARY KEY, name TEXT NOT NULL, provider TEXT NOT NULL, key BLOB NOT NULL,
            nonce BLOB NOT NULL, plain_hash BLOB NOT NULL, sealed_hash BLOB NOT NULL, plain_size INTEGER NOT NULL,
            sealed_size INTEGER NOT NULL, lease TEXT NOT NULL, lease_id BLOB NOT NULL, torrent BLOB NOT NULL, state TEXT NOT NULL,
            created INTEGER NOT NULL, received INTEGER NOT NULL, kept_seconds INTEGER NOT NULL,
            audits_passed INTEGER NOT NULL, audits_failed INTEGER NOT NULL);
    )" },
        // What the channel's tabs asked for; `nano`, what was signed, is that or the next whole base unit above it.
        { 2, R"(
        ALTER TABLE channels ADD COLUMN needed INTEGER NOT NULL DEFAULT 0;
        UPDATE channels SET needed=nano;
    )" }, { 3, R"(
        ALTER TABLE files ADD COLUMN raw_name BLOB;
        ALTER TABLE files ADD COLUMN stored_at INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE files ADD COLUMN paid_until INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE files ADD COLUMN closed_why TEXT NOT NULL DEFAULT '';
        ALTER TABLE files ADD COLUMN covered INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE files ADD COLUMN lost INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE files ADD COLUMN fetching INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE files ADD COLUMN audit_failed INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE files ADD COLUMN keep_ahead INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE files ADD COLUMN keep_promised INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX files_by_lease ON files(lease_id);
        UPDATE files SET stored_at=created WHERE state='stored';
        CREATE TABLE agreed(what TEXT PRIMARY KEY, nano INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO agreed SELECT 'keep', COALESCE(MAX(CAST(json_extract(f.lease, '$.keepPrice') AS INTEGER)), 0)
            FROM files f JOIN promised p ON p.lease=f.lease_id WHERE p.nano>0 AND json_valid(f.lease);
        INSERT INTO agreed SELECT 'retrieve', COALESCE(MAX(CAST(json_extract(f.lease, '$.retrievePrice') AS INTEGER)), 0)
            FROM files f JOIN promised p ON p.lease=f.lease_id WHERE p.nano>0 AND json_valid(f.lease);
        INSERT INTO agreed SELECT 'whole', COALESCE(MAX(nano), 0) FROM promised;
    )" },
        // Whose purse it is: the identity is a file of its own.
        { 4, "CREATE TABLE owner(address BLOB PRIMARY KEY) WITHOUT ROWID" } };
    return list;
}

const QString ChainFile = QStringLiteral("/chain.json");

Result<ChainConfig> readChain(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(QStringLiteral("config.read"), QStringLiteral("The chain's description %1 can't be read: %2.").arg(path, file.errorString()));
    const QJsonDocument json = QJsonDocument::fromJson(file.read(256 * 1024));
    if (!json.isObject())
        return failure(QStringLiteral("config.json"), QStringLiteral("The chain's description %1 is no JSON object.").arg(path));
    return ChainConfig::fromJson(json.object());
}
} // namespace

Purse::Purse(QString home, SecretKey key, const Hash32& salt, std::unique_ptr<Database> database)
    : m_home(std::move(home)), m_key(std::move(key)), m_salt(salt), m_database(std::move(database))
{
}

Result<std::unique_ptr<Purse>> Purse::open(const QString& home)
{
    if (auto made = makePrivateDir(home); !made)
        return tl::unexpected(made.error());
    ProcessLock creating(home + QStringLiteral("/creating.lock"));
    creating.lock(); // two first processes must not make two keys
    const QString path = home + QStringLiteral("/identity.json");
    const QString databasePath = home + QStringLiteral("/customer.db");
    const auto misfit = [&](const QString& what) {
        return failure(QStringLiteral("home.identity"),
            QStringLiteral("%1 %2, while %3 is there. Put its own back from a backup: only with that can what is stored be fetched and paid for. Nothing was changed.").arg(path, what, databasePath));
    };
    if (!QFile::exists(path)) {
        if (QFile::exists(databasePath))
            return misfit(QStringLiteral("is missing"));
        const QJsonObject fresh { { QStringLiteral("key"), QString::fromLatin1(SecretKey::generate().raw().toHex()) },
            { QStringLiteral("salt"), randomHash().hex() } };
        if (auto written = writePrivateFile(path, QJsonDocument(fresh).toJson()); !written)
            return tl::unexpected(written.error());
    }
    QFile file(path);
    const bool readable = file.open(QIODevice::ReadOnly);
    const QJsonObject identity = QJsonDocument::fromJson(readable ? file.readAll() : QByteArray()).object();
    auto key = SecretKey::fromRaw(parse::hex(identity.value(u"key").toString()).value_or(QByteArray()));
    const auto salt = Hash32::fromHex(identity.value(u"salt").toString());
    if (!key || !salt)
        return failure(QStringLiteral("home.identity"),
            QStringLiteral("%1 holds no readable identity. Put a backup back; what you store can only be paid for with it.").arg(path));
    Log::markSecret(key->raw());
    auto database = Database::open(databasePath, Database::Durability::Full, migrations());
    if (!database)
        return tl::unexpected(database.error());
    const auto owner = (*database)->transact([&] {
        (*database)->prepare("INSERT INTO owner SELECT ? WHERE NOT EXISTS(SELECT 1 FROM owner)").bind(key->address().raw()).run();
        Statement row = (*database)->prepare("SELECT 1 FROM owner WHERE address=?");
        return row.bind(key->address().raw()).step();
    });
    if (!owner)
        return tl::unexpected(owner.error());
    if (!*owner)
        return misfit(QStringLiteral("is another customer's"));
    std::unique_ptr<Purse> purse(new Purse(home, std::move(*key), *salt, std::move(*database)));
    if (const QString chain = home + ChainFile; QFile::exists(chain)) {
        auto read = readChain(chain);
        if (!read)
            return tl::unexpected(read.error());
        purse->m_chain = *read;
    }
    return purse;
}

Result<void> Purse::useChain(const QString& file)
{
    auto read = readChain(file);
    if (!read)
        return tl::unexpected(read.error());
    if (auto written = writePrivateFile(m_home + ChainFile, QJsonDocument(read->toJson()).toJson()); !written)
        return written;
    m_chain = *read;
    return {};
}

Result<Voucher> Purse::pay(const ChainSpec& chain, const MachineId& machine, const Address& beneficiary,
    const LeaseId& lease, Amount due, qint64 received, Amount keep)
{
    const std::lock_guard lock(m_mutex);
    const Address chequebook = chain.chequebookOf(m_key.address(), m_salt);
    const auto chainId = static_cast<qint64>(chain.chainId);
    return m_database->transact([&]() -> Result<Voucher> {
        Statement held = m_database->prepare(
            "SELECT needed, cumulative FROM channels WHERE chain=? AND chequebook=? AND beneficiary=? AND machine=?");
        const bool known = held.bind(chainId, chequebook.raw(), beneficiary.raw(), machine.raw()).step();
        const Amount needed = Amount::fromNano(known ? held.integer(0) : 0);
        const U256 signedBefore = known ? held.parsed(1, fromBigEndian32) : U256();
        Statement promised = m_database->prepare("SELECT nano FROM promised WHERE lease=?");
        const Amount before = Amount::fromNano(promised.bind(lease.raw()).step() ? promised.integer(0) : 0);
        const auto increment = due.minus(before);
        const auto raised = increment && increment->nano() > 0 ? needed.plus(*increment) : std::optional(needed);
        const U256 units = raised ? std::max(chain.coveringUnits(*raised), signedBefore) : U256();
        const auto worth = chain.toNano(units);
        if (!raised || !worth)
            return failure(QStringLiteral("purse.overflow"), QStringLiteral("The channel's total would overflow. Nothing was promised."));
        Voucher voucher { chequebook, beneficiary, machine, units, {} };
        voucher.sign(chain.chainId, m_key);
        if (*raised != needed || !known) {
            m_database->prepare("INSERT OR REPLACE INTO channels(chain, chequebook, beneficiary, machine, cumulative, nano, signature, needed) VALUES(?,?,?,?,?,?,?,?)")
                .bind(chainId, chequebook.raw(), beneficiary.raw(), machine.raw(), toBigEndian32(voucher.cumulative), worth->nano(),
                    voucher.signature.raw(), raised->nano()).run();
            m_database->prepare("INSERT OR REPLACE INTO promised VALUES(?,?)").bind(lease.raw(), std::max(due, before).nano()).run();
            // It pays for all files there: what the provider said of when that ends, it said before.
            m_database->prepare("UPDATE files SET paid_until=0 WHERE paid_until<>0 AND provider LIKE ?").bind(QStringLiteral("%#") + machine.hex()).run();
        }
        m_database->prepare("UPDATE files SET received=MAX(received, ?), keep_promised=MAX(keep_promised, ?) WHERE lease_id=?")
            .bind(received, keep.nano(), lease.raw()).run();
        return voucher;
    });
}

Result<Voucher> Purse::first(const ChainSpec& chain, const MachineId& machine, const Address& beneficiary)
{
    const auto held = highest(chain, machine, beneficiary);
    if (!held)
        return tl::unexpected(held.error());
    if (held->has_value())
        return **held;
    Voucher nothing { chain.chequebookOf(m_key.address(), m_salt), beneficiary, machine, U256(), {} };
    nothing.sign(chain.chainId, m_key);
    return nothing;
}

Result<std::optional<Voucher>> Purse::highest(const ChainSpec& chain, const MachineId& machine, const Address& beneficiary)
{
    const std::lock_guard lock(m_mutex);
    const Address chequebook = chain.chequebookOf(m_key.address(), m_salt);
    return m_database->read([&]() -> std::optional<Voucher> {
        Statement held = m_database->prepare("SELECT cumulative, signature FROM channels WHERE chain=? AND chequebook=? "
                                             "AND beneficiary=? AND machine=?");
        if (!held.bind(static_cast<qint64>(chain.chainId), chequebook.raw(), beneficiary.raw(), machine.raw()).step())
            return std::nullopt;
        return Voucher { chequebook, beneficiary, machine, held.parsed(0, fromBigEndian32), held.parsed(1, Signature::fromRaw) };
    });
}

Result<QList<Voucher>> Purse::channels(const ChainSpec& chain)
{
    const std::lock_guard lock(m_mutex);
    return m_database->read([&] {
        QList<Voucher> all;
        Statement select = m_database->prepare("SELECT chequebook, beneficiary, machine, cumulative, signature FROM channels WHERE chain=?");
        select.bind(static_cast<qint64>(chain.chainId));
        while (select.step())
            all.append({ select.parsed(0, Address::fromRaw), select.parsed(1, Address::fromRaw), select.parsed(2, MachineId::fromRaw),
                select.parsed(3, fromBigEndian32), select.parsed(4, Signature::fromRaw) });
        return all;
    });
}

Result<bool> Purse::adopt(const ChainSpec& chain, const Voucher& shown)
{
    const auto signer = recoverSigner(shown.digest(chain.chainId), shown.signature);
    const auto nano = chain.toNano(shown.cumulative);
    if (!signer || addressOf(*signer) != m_key.address() || !nano
        || shown.chequebook != chain.chequebookOf(m_key.address(), m_salt))
        return false;
    const std::lock_guard lock(m_mutex);
    return m_database->transact([&] {
        m_database->prepare("INSERT INTO channels(chain, chequebook, beneficiary, machine, cumulative, nano, signature, needed) VALUES(?,?,?,?,?,?,?,?) "
                            "ON CONFLICT DO UPDATE SET cumulative=excluded.cumulative, nano=excluded.nano, signature=excluded.signature, "
                            "needed=excluded.needed WHERE excluded.nano>nano")
            .bind(static_cast<qint64>(chain.chainId), shown.chequebook.raw(), shown.beneficiary.raw(), shown.machine.raw(),
                toBigEndian32(shown.cumulative), nano->nano(), shown.signature.raw(), nano->nano()).run();
        return m_database->changes() > 0;
    });
}

} // namespace surplus
