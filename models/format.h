// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/amount.h"
#include "services/common/chain/evmclient.h"
#include "services/common/core/clock.h"

#include <QDate>
#include <QObject>
#include <qqmlintegration.h>

namespace surplus {

/// Numbers, sizes and times as UI.md "Numbers, units, times" wants them, through the current locale.
class Format : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    using QObject::QObject;

    /// Two decimals (or four), rounded down; "< 0.01" for less, "0.00" only for a known zero. Without the symbol.
    [[nodiscard]] static QString tokens(Amount amount);
    /// How many decimals tokens() shows: 2 or 4.
    static void setDecimals(int decimals);
    /// Exact, without zeros at the end, as it may be typed: TypedNumber reads it.
    [[nodiscard]] static QString plainTokens(Amount amount);
    /// A text that runs from left to right whatever stands around it, such as a path, a command or a number with its unit:
    /// set apart by marks where the interface runs from right to left.
    Q_INVOKABLE [[nodiscard]] static QString apart(const QString& text);
    /// Decimal units (GB = 10⁹), three significant figures; "—" below 0.
    Q_INVOKABLE [[nodiscard]] static QString bytes(double count);
    /// The number and the unit of bytes() apart, for figures.
    [[nodiscard]] static std::pair<QString, QString> bytesParts(qint64 count);
    /// "98.1 %", one decimal, no-break space.
    Q_INVOKABLE [[nodiscard]] static QString percent(double ratio);
    /// wei as the chain's coin, five significant figures, rounded up: a cap that is shown is never less than what is signed.
    [[nodiscard]] static QString coin(const U256& wei);
    /// "0x5E21 b7C0 a94D …": checksummed, in groups of four.
    [[nodiscard]] static QString groupedAddress(const Address& address);
    /// On this computer's calendar.
    [[nodiscard]] static QDate localDate(UtcMs at);
    [[nodiscard]] static QString clockTime(UtcMs at);
    /// "17 Oct"
    [[nodiscard]] static QString dayMonth(UtcMs at);
    /// "Fri 13 Nov", with the year if it is not this one
    [[nodiscard]] static QString day(UtcMs at);
    /// "08:12" today, "tomorrow, 08:12", else "Fri 13 Nov, 12:06"
    [[nodiscard]] static QString moment(UtcMs at);
    /// Bytes per second in Mbit/s, three significant figures, without the unit.
    [[nodiscard]] static QString megabits(qint64 bytesPerSecond);
    /// "8 s", "4 min", "3 h"
    [[nodiscard]] static QString duration(qint64 ms);
};

} // namespace surplus
