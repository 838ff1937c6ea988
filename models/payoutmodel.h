// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/fleet/enginelink.h"
#include "services/dashboard/keychain/payoutkeys.h"

#include <QObject>
#include <qqmlintegration.h>

namespace surplus {

/// Where earnings go: the state of the payout key in words, and the two ways to choose an address.
class PayoutModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString address READ address NOTIFY changed) ///< checksummed; empty until chosen
    Q_PROPERTY(bool chosen READ isChosen NOTIFY changed)
    Q_PROPERTY(bool keyInKeychain READ isKeyInKeychain NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed) ///< headline; empty if all is well
    Q_PROPERTY(QString problemDetail READ problemDetail NOTIFY changed)
public:
    PayoutModel(PayoutKeys& keys, EngineLink& link, QObject* parent = nullptr);

    [[nodiscard]] QString address() const;
    [[nodiscard]] bool isChosen() const { return m_keys.address().has_value(); }
    [[nodiscard]] bool isKeyInKeychain() const { return m_keys.state() == PayoutKeys::State::Ready; }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString problemDetail() const;

    /// "" if `text` is an address, else what is wrong with it.
    Q_INVOKABLE [[nodiscard]] QString checkAddress(const QString& text) const;
    Q_INVOKABLE void refresh() { m_keys.refresh(); }

    /// Makes a key (empty `given`) or takes the address, and tells the engine.
    void choose(const QString& given, std::function<void(Result<void>)> done);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString wayOut() const;
    void tellEngine(const Address& address, std::function<void(Result<void>)> done);

    PayoutKeys& m_keys;
    EngineLink& m_link;
};

} // namespace surplus
