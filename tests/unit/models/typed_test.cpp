// SPDX-License-Identifier: GPL-3.0-or-later
// What people type: numbers in every locale, addresses as they are pasted.
#include "models/format.h"
#include "models/typedaddress.h"
#include "models/typednumber.h"
#include "services/common/crypto/keccak.h"

#include <QTest>

using namespace surplus;

class TypedTest : public QObject {
    Q_OBJECT
    const QLocale m_before;

    static QString read(const QString& typed, const QString& locale)
    {
        const auto number = TypedNumber::plain(typed, QLocale(locale));
        return number ? *number : QStringLiteral("refused");
    }
private Q_SLOTS:
    void cleanup() { QLocale::setDefault(m_before); }
    void numbersAsTheyAreTyped_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read");
        const auto row = [](const char* locale, const char* typed, const char* read) {
            QTest::addRow("%s %s", locale, typed) << QString::fromUtf8(locale) << QString::fromUtf8(typed) << QString::fromUtf8(read);
        };
        row("en", "1234.5", "1234.5");
        row("en", " 0.05\t", "0.05");
        row("en", "007", "7");
        row("en", "1,234.56", "1234.56");
        row("en", "1,234,567", "1234567");
        row("en", "1 234 567.5", "1234567.5");
        row("en", "1.234", "1.234"); // the locale's own decimal sign
        row("en", "1,234", "refused"); // one thousand and more, or one and a bit
        row("en", "1,5", "refused");
        row("en", "1.5.0", "refused");
        row("en", "12,34", "refused");
        row("en", "1,2345", "refused");
        row("en", "1,234,5", "refused");
        row("en", "1.234.567", "refused");
        row("de", "1234,5", "1234.5");
        row("de", "1,234", "1.234");
        row("de", "0.05", "0.05");
        row("de", "1.5", "1.5");
        row("de", "1.234", "refused");
        row("de", "1.234,5", "1234.5");
        row("de", "1.234.567", "1234567");
        row("de", "1,234,567", "refused");
        row("de_CH", "1’234.5", "1234.5");
        row("de_CH", "1'234'567", "1234567");
        row("fr", "1 234,5", "1234.5"); // a no-break space
        row("fr", "1.234", "refused");
        row("fr", "0.125", "0.125");
        row("en_IN", "12,34,567.5", "1234567.5");
        row("fa", "۱۲٫۵", "12.5");
        row("fa", "۱٬۲۳۴٬۵۶۷", "1234567");
        row("fa", "12.5", "12.5");
        row("fa", "۰٫۰۵", "0.05");
        row("ar_EG", "٠٫٠٥", "0.05");
        row("ar_EG", "١٬٢٣٤٫٥", "1234.5");
        row("ar_AE", "٢٠", "20");
        row("en", "۲۰", "20"); // the digits themselves are beyond doubt
        row("en", "\u200f20\u200e", "20"); // marks that come with what is pasted
        for (const char* wrong : { "", " ", "-5", "−5", "+5", "1e5", "0x10", "inf", "nan", ".5", "5.", "1..2", "12 5", "1 2345", "5 SPL", "5%", "20½", "٣x", "1_000", "５" })
            row("en", wrong, "refused");
        row("en", "99999999999999999999999999999999999999999999", "refused");
    }
    void numbersAsTheyAreTyped()
    {
        QFETCH(const QString, locale);
        QFETCH(const QString, typed);
        QFETCH(const QString, read);
        QCOMPARE(TypedTest::read(typed, locale), read);
    }
    void whatIsWrongIsNamed()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        const auto problem = [](const char* typed) { return TypedNumber::tokens(QString::fromUtf8(typed)).error().message; };
        QCOMPARE(problem("1,234"), QStringLiteral("“1,234” could mean 1234 or 1.234: type one of these."));
        QCOMPARE(problem("5 SPL"), QStringLiteral("“S” does not belong in a number."));
        QCOMPARE(problem("1O"), QStringLiteral("“O” does not belong in a number."));
        QCOMPARE(problem("1,5"), QStringLiteral("“,” can't stand there. The decimal sign is “.”."));
        QCOMPARE(problem("5."), QStringLiteral("A digit is missing after “.”."));
        QCOMPARE(problem("-1"), QStringLiteral("It can't be less than zero."));
        QCOMPARE(problem("0.1234567891"), QStringLiteral("It has more than nine decimals."));
        QCOMPARE(problem("99999999999"), QStringLiteral("That is too large."));
        QCOMPARE(TypedNumber::number(QStringLiteral("51"), 0.01, 50).error().message, QStringLiteral("It has to be from 0.01 to 50."));
        QCOMPARE(TypedNumber::whole(QStringLiteral("2.5"), 1, 100).error().message, QStringLiteral("It has to be a whole number."));
        QCOMPARE(TypedNumber::tokens(QStringLiteral("0.1234567890")).value(), Amount::fromNano(123'456'789));
    }
    /// What any locale shows is read as just that number or refused, by all fields alike, and what a field shows is taken.
    void everyLocaleReadsItsOwnNumbers()
    {
        const QList<QLocale> all = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
        QVERIFY(all.size() > 500);
        int grouped = 0;
        for (const QLocale& locale : all) {
            QLocale::setDefault(locale);
            for (const char* plain : { "0", "7", "0.05", "1.5", "12.345", "1234.5", "1234567", "0.000000001", "9007199254.740992" }) {
                const QString text = TypedNumber::text(QLatin1String(plain), locale);
                const auto back = TypedNumber::plain(text, locale);
                QVERIFY2(back && *back == QLatin1String(plain), qPrintable(locale.name() + u' ' + text));
                QCOMPARE(TypedNumber::number(text, 0, 1e12).value(), QByteArray(plain).toDouble());
                QCOMPARE(TypedNumber::tokens(text).value().nano(), static_cast<qint64>(std::llround(QByteArray(plain).toDouble() * 1e9)));
            }
            for (const qint64 whole : { 999LL, 1'000LL, 1'234LL, 65'536LL, 1'234'567LL, 12'345'678LL }) {
                for (const int decimals : { 0, 1, 3 }) {
                    const QString shown = locale.toString(static_cast<double>(whole), 'f', decimals);
                    const auto read = TypedNumber::plain(shown, locale);
                    QVERIFY2(!read || read->toDouble() == static_cast<double>(whole), qPrintable(locale.name() + u' ' + shown + u' ' + read.value_or(QString())));
                    grouped += read && shown.contains(locale.groupSeparator()) ? 1 : 0;
                }
            }
            const QString shown = Format::plainTokens(Amount::fromNano(1'234'500'000'000));
            QCOMPARE(TypedNumber::tokens(shown).value().nano(), 1'234'500'000'000);
        }
        QVERIFY(grouped > 5'000);
    }
    void whatIsStoredMeansTheSameInEveryLanguage()
    {
        QLocale::setDefault(QLocale(QStringLiteral("de")));
        QCOMPARE(TypedNumber::stored(QStringLiteral("1.234")), QStringLiteral("1.234"));
        QCOMPARE(TypedNumber::stored(QStringLiteral("0,25")), QStringLiteral("0.25")); // by an earlier version
        QVERIFY(!TypedNumber::stored(QStringLiteral("x")));
        QCOMPARE(TypedNumber::ofUnits(1'250, 2), QStringLiteral("12.5"));
        QCOMPARE(TypedNumber::ofUnits(5, 3), QStringLiteral("0.005"));
        QCOMPARE(TypedNumber::ofUnits(0, 9), QStringLiteral("0"));
        QCOMPARE(TypedNumber::ofUnits(100'000'000'000'000, 9), QStringLiteral("100000")); // and not 1e+05
    }
    void addressesAsTheyArePasted()
    {
        const QString address = QStringLiteral("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        const Address right = *parseAddress(address);
        for (const QString& typed : { address, QStringLiteral(" \t%1\n").arg(address), Format::groupedAddress(right), Format::groupedAddress(right).replace(u' ', QChar(0x00a0)),
                 QStringLiteral("\u2068%1\u2069").arg(address), address.toLower() })
            QCOMPARE(addressAsTyped(typed).value_or(Address()), right);
        const auto problem = [](const QString& typed) { return addressAsTyped(typed).error().message; };
        QCOMPARE(problem(QString(address).replace(4, 1, QStringLiteral("O"))), QStringLiteral("Character 5 is none of 0 to 9 and a to f. A letter O is no zero, a letter l no one."));
        QCOMPARE(problem(address.chopped(1)), QStringLiteral("After 0x come 40 characters; these are 39."));
        QCOMPARE(problem(address.mid(2)), QStringLiteral("An address begins with 0x."));
        QCOMPARE(problem(QString(address).replace(u'e', u'E')), QStringLiteral("One of its characters is mistyped: its checksum doesn't fit."));
        QVERIFY(!addressAsTyped(QStringLiteral("0x") + QString(40, u'0')));
        QVERIFY(!addressAsTyped(address + QStringLiteral(" 0x")));
        QVERIFY(!addressAsTyped({}));
    }
};

QTEST_GUILESS_MAIN(TypedTest)
#include "typed_test.moc"
