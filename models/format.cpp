// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"

#include "services/common/crypto/keccak.h"
#include "typednumber.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>

namespace surplus {

namespace {
const QChar NoBreakSpace(0x00a0);
int shownDecimals = 2; // on the GUI thread only

/// How a locale writes whole numbers and fractions, asked once: the system's locale looks into the environment each time.
class Digits {
public:
    Digits() : m_point(m_locale.decimalPoint()), m_zero(m_locale.zeroDigit()), m_group(m_locale.groupSeparator())
    {
        // Most group by thousands from the first one on; the others are left to the locale.
        QString plain;
        append(plain, 1234567, 1'000'000);
        m_byThousands = m_locale.toString(1234567) == plain.left(m_zero.size()) + m_group + plain.mid(m_zero.size(), 3 * m_zero.size()) + m_group + plain.right(3 * m_zero.size())
            && m_locale.toString(1234).contains(m_group);
    }
    static const Digits& ofDefault()
    {
        thread_local Digits known;
        if (known.m_locale != QLocale())
            known = Digits();
        return known;
    }
    /// number ÷ per, with as many decimals as `per` has zeros.
    [[nodiscard]] QString decimal(qint64 number, qint64 per) const
    {
        QString text;
        text.reserve(16);
        const qint64 whole = number / per;
        if (!m_byThousands) {
            text = m_locale.toString(whole);
        } else {
            qint64 thousands = 1;
            while (whole / thousands >= 1000)
                thousands *= 1000;
            append(text, whole / thousands, whole / thousands >= 100 ? 100 : whole / thousands >= 10 ? 10 : 1);
            for (thousands /= 1000; thousands > 0; thousands /= 1000) {
                text += m_group;
                append(text, whole / thousands, 100);
            }
        }
        text += m_point;
        append(text, number, per / 10);
        return text;
    }

private:
    /// Its digits from the one of `place` down.
    void append(QString& text, qint64 number, qint64 place) const
    {
        for (; place > 0; place /= 10) {
            text += m_zero;
            text.back() = QChar(static_cast<char16_t>(m_zero.back().unicode() + number / place % 10));
        }
    }
    QLocale m_locale;
    QString m_point;
    QString m_zero;
    QString m_group;
    bool m_byThousands = false;
};
} // namespace

void Format::setDecimals(int decimals) { shownDecimals = decimals; }

QString Format::tokens(Amount amount)
{
    const qint64 unit = shownDecimals == 4 ? NanoPerToken / 10'000 : NanoPerToken / 100;
    const qint64 nano = amount.nano();
    if (nano > 0 && nano < unit)
        return QStringLiteral("<") + NoBreakSpace + Digits::ofDefault().decimal(1, NanoPerToken / unit);
    const QString text = Digits::ofDefault().decimal(std::abs(nano / unit), NanoPerToken / unit);
    return nano < 0 ? QChar(0x2212) + text : text;
}

QString Format::megabits(qint64 bytesPerSecond) { return QLocale().toString(static_cast<double>(bytesPerSecond) * 8 / 1e6, 'g', 3); }

std::pair<QString, QString> Format::bytesParts(qint64 count)
{
    if (count < 0)
        return { QStringLiteral("—"), QString() };
    static const QStringList units { QStringLiteral("B"), QStringLiteral("kB"), QStringLiteral("MB"), QStringLiteral("GB"),
        QStringLiteral("TB"), QStringLiteral("PB") };
    auto value = static_cast<double>(count);
    qsizetype unit = 0;
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    const int decimals = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    QString number = QLocale().toString(value, 'f', decimals);
    // 500.00 GB reads worse than 500 GB and says no more.
    const QString point = QLocale().decimalPoint();
    if (number.contains(point)) {
        const QString zero = QLocale().zeroDigit();
        while (number.endsWith(zero))
            number.chop(zero.size());
        if (number.endsWith(point))
            number.chop(point.size());
    }
    return { number, units[unit] };
}

QString Format::apart(const QString& text)
{
    constexpr QChar Isolate(0x2066); // left to right, up to
    constexpr QChar End(0x2069);
    return text.isEmpty() || QGuiApplication::layoutDirection() != Qt::RightToLeft ? text : Isolate + text + End;
}

QString Format::bytes(double count)
{
    const auto [number, unit] = bytesParts(static_cast<qint64>(count));
    return unit.isEmpty() ? number : apart(number + NoBreakSpace + unit);
}

QString Format::percent(double ratio) { return QLocale().toString(ratio * 100, 'f', 1) + NoBreakSpace + u'%'; }

QString Format::plainTokens(Amount amount) { return TypedNumber::text(TypedNumber::ofUnits(amount.nano(), 9)); }

QString Format::coin(const U256& wei)
{
    U256 unit = 1;
    while (wei / unit >= 100'000)
        unit *= 10;
    return coinText((wei + unit - 1) / unit * unit);
}

QString Format::groupedAddress(const Address& address)
{
    const QString text = checksumAddress(address);
    QString grouped = text.left(6);
    for (qsizetype at = 6; at < text.size(); at += 4)
        grouped += u' ' + text.mid(at, 4);
    return grouped;
}

QDate Format::localDate(UtcMs at) { return QDateTime::fromMSecsSinceEpoch(at).date(); }

QString Format::clockTime(UtcMs at) { return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at).time(), QStringLiteral("HH:mm")); }

QString Format::dayMonth(UtcMs at) { return QLocale().toString(localDate(at), QStringLiteral("d MMM")); }

QString Format::day(UtcMs at)
{
    const QDate date = localDate(at);
    const bool thisYear = date.year() == QDate::currentDate().year();
    return QLocale().toString(date, thisYear ? QStringLiteral("ddd d MMM") : QStringLiteral("ddd d MMM yyyy"));
}

QString Format::moment(UtcMs at)
{
    const QDate date = localDate(at);
    const QDate today = QDate::currentDate();
    if (date == today)
        return clockTime(at);
    if (date == today.addDays(1))
        return tr("tomorrow, %1").arg(clockTime(at));
    return QStringLiteral("%1, %2").arg(day(at), clockTime(at));
}

QString Format::duration(qint64 ms)
{
    const qint64 seconds = (std::max<qint64>(ms, 0) + 999) / 1000;
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min").arg(seconds / 60);
    return tr("%1 h").arg(seconds / 3600);
}

} // namespace surplus
