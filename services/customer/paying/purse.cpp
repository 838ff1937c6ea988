// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/paying/purse.h"

#include "services/common/core/log.h"
#include "services/common/core/privatefile.h"
#include "services/common/crypto/keccak.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>

namespace surplus {

namespace {
constexpr qint64 BlockSize = 16 * 1024;
constexpr qsizetype LeafSize = 32;
constexpr qsizetype KeySize = 32; // AES-256
const QString Damaged = QStringLiteral("damaged");

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
    )" } };
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

constexpr auto SelectFiles = "SELECT f.id, name, provider, key, nonce, plain_hash, sealed_hash, plain_size, sealed_size, "
                             "f.lease, torrent, state, created, received, kept_seconds, audits_passed, audits_failed, "
                             "COALESCE(p.nano, 0) FROM files f LEFT JOIN promised p ON p.lease=f.lease_id";
} // namespace

Purse::Purse(QString home, SecretKey key, const Hash32& salt, std::unique_ptr<Database> database)
    : m_home(std::move(home)), m_key(std::move(key)), m_salt(salt), m_database(std::move(database))
{
}

Result<std::unique_ptr<Purse>> Purse::open(const QString& home)
{
    if (auto made = makePrivateDir(home); !made)
        return tl::unexpected(made.error());
    QLockFile creating(home + QStringLiteral("/creating.lock"));
    creating.lock(); // two first processes must not make two keys
    const QString path = home + QStringLiteral("/identity.json");
    if (!QFile::exists(path)) {
        const QJsonObject fresh { { QStringLiteral("key"), QString::fromLatin1(SecretKey::generate().raw().toHex()) },
            { QStringLiteral("salt"), randomHash().hex() } };
        if (auto written = writePrivateFile(path, QJsonDocument(fresh).toJson()); !written)
            return tl::unexpected(written.error());
    }
    QFile file(path);
    const bool readable = file.open(QIODevice::ReadOnly);
    const QJsonObject identity = QJsonDocument::fromJson(readable ? file.readAll() : QByteArray()).object();
    auto key = SecretKey::fromRaw(QByteArray::fromHex(identity.value(u"key").toString().toLatin1()));
    const auto salt = Hash32::fromHex(identity.value(u"salt").toString());
    if (!key || !salt)
        return failure(QStringLiteral("home.identity"),
            QStringLiteral("%1 holds no readable identity. Put a backup back; what you store can only be paid for with it.").arg(path));
    Log::markSecret(key->raw());
    auto database = Database::open(home + QStringLiteral("/customer.db"), Database::Durability::Full, migrations());
    if (!database)
        return tl::unexpected(database.error());
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
    const LeaseId& lease, Amount due, qint64 received)
{
    const std::lock_guard lock(m_mutex);
    const Address chequebook = chain.chequebookOf(m_key.address(), m_salt);
    const auto chainId = static_cast<qint64>(chain.chainId);
    return m_database->transact([&]() -> Result<Voucher> {
        Statement held = m_database->prepare(
            "SELECT needed, cumulative FROM channels WHERE chain=? AND chequebook=? AND beneficiary=? AND machine=?");
        const bool known = held.bind(chainId, chequebook.raw(), beneficiary.raw(), machine.raw()).step();
        const Amount needed = Amount::fromNano(known ? held.integer(0) : 0);
        const U256 signedBefore = known ? fromBigEndian32(held.blob(1)).value_or(U256()) : U256();
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
        }
        m_database->prepare("UPDATE files SET received=MAX(received, ?) WHERE lease_id=?").bind(received, lease.raw()).run();
        return voucher;
    });
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
        return Voucher { chequebook, beneficiary, machine, fromBigEndian32(held.blob(0)).value_or(U256()),
            Signature::fromRaw(held.blob(1)).value_or(Signature()) };
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
            all.append({ Address::fromRaw(select.blob(0)).value_or(Address()), Address::fromRaw(select.blob(1)).value_or(Address()),
                MachineId::fromRaw(select.blob(2)).value_or(MachineId()), fromBigEndian32(select.blob(3)).value_or(U256()),
                Signature::fromRaw(select.blob(4)).value_or(Signature()) });
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

Result<qint64> Purse::addFile(const StoredFile& file)
{
    const std::lock_guard lock(m_mutex);
    return m_database->transact([&] {
        m_database->prepare("INSERT INTO files(name, provider, key, nonce, plain_hash, sealed_hash, plain_size, sealed_size, "
                            "lease, lease_id, torrent, state, created, received, kept_seconds, audits_passed, audits_failed) "
                            "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,0,0,0,0)")
            .bind(file.name, file.provider, file.seal.key, file.seal.nonce, file.seal.plainHash.raw(), file.seal.sealedHash.raw(),
                file.seal.plainSize, file.seal.sealedSize,
                QString::fromUtf8(QJsonDocument(file.lease.toJson()).toJson(QJsonDocument::Compact)), file.lease.id.raw(),
                file.torrent, file.state, file.created).run();
        return m_database->lastInsertId();
    });
}

StoredFile Purse::fileFrom(const Statement& row)
{
    StoredFile file;
    file.id = row.integer(0);
    file.name = row.text(1);
    file.provider = row.text(2);
    file.seal = { row.blob(3), row.blob(4), Hash32::fromRaw(row.blob(5)).value_or(Hash32()),
        Hash32::fromRaw(row.blob(6)).value_or(Hash32()), row.integer(7), row.integer(8) };
    file.lease = LeaseTerms::fromJson(QJsonDocument::fromJson(row.text(9).toUtf8()).object()).value_or(LeaseTerms());
    file.torrent = row.blob(10);
    file.state = row.text(11);
    file.created = row.integer(12);
    file.received = row.integer(13);
    file.keptSeconds = row.integer(14);
    file.auditsPassed = static_cast<int>(row.integer(15));
    file.auditsFailed = static_cast<int>(row.integer(16));
    file.paid = Amount::fromNano(row.integer(17));
    const bool sound = !file.lease.id.isNull() && file.seal.key.size() == KeySize && file.seal.plainSize >= 0
        && file.seal.sealedSize > 0 && file.seal.sealedSize >= file.seal.plainSize && file.received >= 0
        && file.keptSeconds >= 0 && file.paid.nano() >= 0;
    if (!sound)
        file.state = Damaged;
    return file;
}

Result<StoredFile> Purse::file(const QString& idOrName)
{
    const std::lock_guard lock(m_mutex);
    return m_database->read([&]() -> Result<StoredFile> {
        bool isId = false;
        const qint64 id = idOrName.toLongLong(&isId);
        Statement select = m_database->prepare(
            (QByteArray(SelectFiles) + " WHERE f.id=? OR name=? ORDER BY (f.id=?) DESC, f.id DESC LIMIT 1").constData());
        if (!select.bind(isId ? id : -1, idOrName, isId ? id : -1).step())
            return failure(QStringLiteral("file.unknown"),
                QStringLiteral("No stored file \"%1\". surplus-customer spend lists what there is.").arg(idOrName));
        const StoredFile found = fileFrom(select);
        if (found.state == Damaged)
            return failure(QStringLiteral("file.damaged"),
                QStringLiteral("The entry of %1 in %2 is damaged. Put a backup of that file back.").arg(found.name, m_database->path()));
        return found;
    });
}

Result<QList<StoredFile>> Purse::files()
{
    const std::lock_guard lock(m_mutex);
    return m_database->read([&] {
        QList<StoredFile> list;
        Statement select = m_database->prepare((QByteArray(SelectFiles) + " ORDER BY f.id").constData());
        while (select.step())
            list.append(fileFrom(select));
        return list;
    });
}

Result<void> Purse::setState(qint64 id, const QString& state)
{
    const std::lock_guard lock(m_mutex);
    return m_database->transact([&] { m_database->prepare("UPDATE files SET state=? WHERE id=?").bind(state, id).run(); });
}

Result<void> Purse::noteAudit(qint64 id, bool passed, qint64 keptSeconds)
{
    const std::lock_guard lock(m_mutex);
    return m_database->transact([&] {
        m_database->prepare("UPDATE files SET audits_passed=audits_passed+?, audits_failed=audits_failed+?, "
                            "kept_seconds=MAX(kept_seconds, ?) WHERE id=?").bind(passed, !passed, passed ? keptSeconds : 0, id).run();
    });
}

Result<QJsonObject> Purse::spending(const ChainSpec& chain)
{
    const auto list = files();
    if (!list)
        return tl::unexpected(list.error());
    QJsonArray rows;
    for (const StoredFile& file : *list)
        rows.append(QJsonObject { { QStringLiteral("id"), file.id }, { QStringLiteral("name"), file.name },
            { QStringLiteral("provider"), file.provider }, { QStringLiteral("state"), file.state },
            { QStringLiteral("size"), file.seal.plainSize }, { QStringLiteral("end"), file.lease.end },
            { QStringLiteral("received"), file.received }, { QStringLiteral("auditsPassed"), file.auditsPassed },
            { QStringLiteral("auditsFailed"), file.auditsFailed }, { QStringLiteral("promised"), file.paid.toWire() } });
    const std::lock_guard lock(m_mutex);
    return m_database->read([&] {
        qint64 total = 0;
        QJsonArray channels;
        Statement select = m_database->prepare("SELECT machine, beneficiary, nano FROM channels WHERE chain=?");
        select.bind(static_cast<qint64>(chain.chainId));
        while (select.step()) {
            total += select.integer(2);
            channels.append(QJsonObject { { QStringLiteral("machine"), QString::fromLatin1(select.blob(0).toHex()) },
                { QStringLiteral("beneficiary"), QStringLiteral("0x") + QString::fromLatin1(select.blob(1).toHex()) },
                { QStringLiteral("promised"), QString::number(select.integer(2)) } });
        }
        return QJsonObject { { QStringLiteral("identity"), m_key.address().hex0x() },
            { QStringLiteral("chequebook"), chain.chequebookOf(m_key.address(), m_salt).hex0x() },
            { QStringLiteral("promised"), QString::number(total) }, { QStringLiteral("channels"), channels },
            { QStringLiteral("files"), rows } };
    });
}

Result<void> Purse::writeLeaves(qint64 id, const QString& sealedFile) const
{
    QFile source(sealedFile);
    QSaveFile target(m_home + QStringLiteral("/leaves-%1").arg(id));
    const auto fail = [](const QFileDevice& file) {
        return failure(QStringLiteral("home.leaves"), QStringLiteral("Can't use %1: %2.").arg(file.fileName(), file.errorString()));
    };
    if (!source.open(QIODevice::ReadOnly))
        return fail(source);
    if (!target.open(QIODevice::WriteOnly))
        return fail(target);
    while (!source.atEnd()) {
        const QByteArray hash = QCryptographicHash::hash(source.read(BlockSize), QCryptographicHash::Sha256);
        if (target.write(hash) != hash.size())
            return fail(target);
    }
    if (!target.commit())
        return fail(target);
    return {};
}

Result<QByteArray> Purse::leaf(qint64 id, qint64 block) const
{
    QFile file(m_home + QStringLiteral("/leaves-%1").arg(id));
    if (!file.open(QIODevice::ReadOnly) || !file.seek(block * LeafSize))
        return failure(QStringLiteral("home.leaves"), QStringLiteral("%1 can't be read: %2.").arg(file.fileName(), file.errorString()));
    const QByteArray hash = file.read(LeafSize);
    if (hash.size() != LeafSize)
        return failure(QStringLiteral("home.leaves"), QStringLiteral("%1 is too short.").arg(file.fileName()));
    return hash;
}

} // namespace surplus
