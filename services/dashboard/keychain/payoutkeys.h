// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/bytes.h"
#include "services/common/core/result.h"
#include "services/common/crypto/secretkey.h"
#include "services/common/store/database.h"

#include <QObject>
#include <QThreadPool>
#include <functional>

namespace surplus {

/// The payout key in the OS keychain (QtKeychain) and its address in the profile's database. The address is what tells
/// a first run from a keychain that is away: with an address on record no other key is ever made.
class PayoutKeys : public QObject {
    Q_OBJECT
public:
    enum class State {
        None, ///< neither an address nor a key: the user has not chosen yet
        Ready, ///< the key is in the keychain and belongs to the address
        WatchOnly, ///< the user gave an address; its key is elsewhere
        Unknown, ///< the address is known; the keychain was not looked at yet, or said something we don't know
        Locked,
        Absent, ///< no keychain is running
        Denied, ///< the keychain does not let us in
        Lost, ///< the keychain is open and our entry is gone
        Replaced ///< the keychain holds another key than the address needs
    };
    Q_ENUM(State)

    /// `name` keeps several profiles apart in one keychain.
    PayoutKeys(Database& database, const QString& name, QObject* parent = nullptr);

    [[nodiscard]] static QList<Migration> migrations();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] std::optional<Address> address() const { return m_address; }
    /// What the keychain said, in words; empty if all is well.
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Looks at the keychain again. Ends in changed().
    void refresh();
    /// What becomes of an address that is on record. A replaced one stays on record as a former one, and its key in the
    /// keychain: what was promised to it is paid to it. A key that isn't backed up is not replaced ("payout.unbacked").
    /// Bringing the key of the present address puts it into the keychain (again).
    enum class Existing {
        Keep, ///< refused with "payout.exists"
        Replace,
        Same ///< only the key of the address on record is taken; another one is refused with "payout.other"
    };
    using Done = std::function<void(Result<Address>)>;
    /// Makes a key from twelve (or 24) new recovery words because the user asked for one. Fails with "payout.…",
    /// "keychain.locked", "keychain.absent", "keychain.denied" or "keychain.write".
    void create(Done done, Existing existing = Existing::Keep, int words = 12);
    /// The user brings a key: recovery words (BIP-39, 12 to 24, however they were pasted) or a private key in hexadecimal. The
    /// words that the keychain holds for an address stay when its bare key is brought. Fails like create(),
    /// and with "words.…" or "key.malformed".
    void import(const QString& secret, Done done, Existing existing = Existing::Keep);
    /// The user brings a V3 keystore file. Decrypting takes about a second of a thread of its own. Fails like create(), and
    /// with "keystore.…".
    void importKeystore(const QByteArray& json, const QString& password, Done done, Existing existing = Existing::Keep);
    /// The key as a V3 keystore under a password, made on a thread of its own. Fails like withKey().
    void exportKeystore(const QString& password, std::function<void(Result<QByteArray>)> done);
    /// Reads the key for one use: whoever gets it lets it go at once. Fails with "keychain.…" or "payout.watch".
    void withKey(std::function<void(Result<SecretKey>)> done);
    /// The recovery words, read from the keychain for this once. Fails like withKey(), and with "words.none" for a key that
    /// came without.
    void words(std::function<void(Result<QStringList>)> done);
    /// Whether the user has written the words down and proved it; keys that were brought along count as backed up.
    [[nodiscard]] bool isBackedUp() const { return m_backedUp; }
    [[nodiscard]] Result<void> noteBackup();
    /// The user gives an address whose key is kept elsewhere. Fails with "payout.…".
    [[nodiscard]] Result<void> useAddress(const Address& address, Existing existing = Existing::Keep);
    /// Addresses that were replaced. Their keys are still in the keychain unless they never were.
    [[nodiscard]] const QList<Address>& former() const { return m_former; }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] Result<void> mayUse(const Address& address, Existing existing) const;
    [[nodiscard]] Result<void> record(const Address& address, const QString& entry, bool watchOnly, bool backedUp);
    void readFormer();
    void store(QByteArray entry, const Address& address, bool backedUp, Existing existing, Done done);
    void write(const QByteArray& entry, const QString& name, const Address& address, bool backedUp, Done done);
    void finishStoring(const Address& address, const QString& entry, bool backedUp, const Done& done);
    void readEntry(std::function<void(Result<QByteArray>)> done);
    void setState(State state, const QString& problem = {});
    void explain(int error, const QString& problem); // of QKeychain::Error

    Database& m_database;
    const QString m_profile;
    QString m_entry; ///< of the present key in the keychain
    QList<Address> m_former;
    State m_state = State::None;
    std::optional<Address> m_address;
    bool m_watchOnly = false;
    bool m_backedUp = false;
    bool m_readable = true; ///< whether the record could be read
    QString m_problem;
    QThreadPool m_work; ///< last: its end waits for what is under way
};

} // namespace surplus
