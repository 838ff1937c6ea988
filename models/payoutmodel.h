// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/fleet/enginelink.h"
#include "services/dashboard/keychain/payoutkeys.h"

#include <QObject>
#include <QUrl>
#include <QVariantMap>
#include <qqmlintegration.h>

namespace surplus {

/// Where earnings go: the state of the payout key in words, and the ways to choose an address: {kind: "new", words: 12 or
/// 24}, {kind: "secret", text: words or a private key}, {kind: "keystore", file: its URL, password} or {kind: "address", text}.
class PayoutModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString address READ address NOTIFY changed) ///< checksummed; empty until chosen
    Q_PROPERTY(bool chosen READ isChosen NOTIFY changed)
    Q_PROPERTY(bool keyInKeychain READ isKeyInKeychain NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed) ///< headline; empty if all is well
    Q_PROPERTY(QString problemDetail READ problemDetail NOTIFY changed)
    Q_PROPERTY(QString former READ former NOTIFY changed) ///< addresses that were replaced, checksummed, with commas
    Q_PROPERTY(bool working READ isWorking NOTIFY workingChanged) ///< changing or exporting
public:
    PayoutModel(PayoutKeys& keys, EngineLink& link, QObject* parent = nullptr);

    [[nodiscard]] QString address() const;
    [[nodiscard]] bool isChosen() const { return m_keys.address().has_value(); }
    [[nodiscard]] bool isKeyInKeychain() const { return m_keys.state() == PayoutKeys::State::Ready; }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString problemDetail() const;
    [[nodiscard]] QString former() const;
    [[nodiscard]] bool isWorking() const { return m_working; }

    /// "" if `text` is an address, else what is wrong with it.
    Q_INVOKABLE [[nodiscard]] QString checkAddress(const QString& text) const;
    Q_INVOKABLE void refresh() { m_keys.refresh(); }

    /// Replaces the address and tells the engine. Ends in changeEnded(problem in words, or empty).
    Q_INVOKABLE void change(const QVariantMap& choice);
    /// Puts the key of the present address into the keychain, and takes no other. Ends in changeEnded() too.
    Q_INVOKABLE void bring(const QVariantMap& choice);
    /// The first address, while there is none. Ends in changeEnded() too.
    Q_INVOKABLE void begin(const QVariantMap& choice);
    /// Writes the key as a keystore file. Ends in exportEnded(problem in words, or empty).
    Q_INVOKABLE void exportKeystore(const QString& password, const QUrl& file);

    /// The first address, if there is none yet; tells the engine.
    void choose(const QVariantMap& choice, std::function<void(Result<void>)> done);

Q_SIGNALS:
    void changed();
    void workingChanged();
    void changeEnded(const QString& problem);
    void exportEnded(const QString& problem);

private:
    /// A restored engine knows who is paid, and the profile around it doesn't: the address is taken over without its key.
    void adopt();
    [[nodiscard]] QString wayOut() const;
    void take(const QVariantMap& choice, PayoutKeys::Existing existing, const PayoutKeys::Done& done);
    void setWorking(bool working);
    void tellEngine(const Address& address, std::function<void(Result<void>)> done);

    PayoutKeys& m_keys;
    EngineLink& m_link;
    bool m_working = false;
};

} // namespace surplus
