// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/bytes.h"
#include "services/common/core/parse.h"

#include <QRandomGenerator>
#include <QTest>
#include <limits>

using namespace surplus;

/// What Qt's own conversions take, and what must not become a value.
class ParseTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hexadecimalIsWholeOrNothing()
    {
        QCOMPARE(parse::hex(u"00fFAb"), QByteArray("\x00\xff\xab", 3));
        QCOMPARE(parse::hex(u"0x00ff"), QByteArray("\x00\xff", 2));
        QCOMPARE(parse::hex(u""), QByteArray());
        QCOMPARE(parse::hex0x(u"0x"), QByteArray());
        QVERIFY(!parse::hex0x(u"00ff"));
        for (const QStringView wrong : { u"0", u"0xf", u"fO", u"f 0f", u"ff\n", u" ff", u"0x0xff", u"fg", u"\u0660\u0661", u"\uff10\uff11", u"+f", u"ff00zz" })
            QVERIFY2(!parse::hex(wrong), qPrintable(wrong.toString()));
    }
    void oneWrongCharacterIsNoOtherValue()
    {
        const QString right = QStringLiteral("7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d");
        QVERIFY(Hash32::fromHex(right));
        for (qsizetype i = 0; i < right.size(); ++i) {
            for (const QChar wrong : { QChar(u'O'), QChar(u'l'), QChar(u' '), QChar(u'g'), QChar(0), QChar(0xff10), QChar(0x660) }) {
                QString typo = right;
                typo[i] = wrong;
                QVERIFY(!Hash32::fromHex(typo) && !parse::hex(typo));
            }
            QString shorter = right, longer = right;
            QVERIFY(!Hash32::fromHex(shorter.remove(i, 1)));
            QVERIFY(!Hash32::fromHex(longer.insert(i, u'0')));
        }
    }
    void base64IsCanonicalOrNothing()
    {
        for (int size = 0; size < 70; ++size) {
            QByteArray bytes(size, '\0');
            for (char& byte : bytes)
                byte = static_cast<char>(QRandomGenerator::global()->bounded(256));
            const QString text = QString::fromLatin1(bytes.toBase64());
            QCOMPARE(parse::base64(text), bytes);
            for (qsizetype i = 0; i < text.size(); ++i) {
                QString typo = text;
                typo[i] = i % 2 ? u'*' : u' ';
                QVERIFY(!parse::base64(typo));
            }
            if (size > 0)
                QVERIFY(!parse::base64(text.left(text.size() - 1)) && !parse::base64(text + u'A'));
        }
        for (const QStringView wrong : { u"AA", u"AAA", u"AB==", u"AAB=", u"A===", u"====", u"AA==AA==", u"AAAA\n", u"AA-_", u"AAA\u00e9", u"\u2019AAA" })
            QVERIFY2(!parse::base64(wrong), qPrintable(wrong.toString()));
    }
    void wholeNumbersAreWholeOrNothing()
    {
        QCOMPARE(parse::integer(u"-9223372036854775808"), std::numeric_limits<qint64>::min());
        QCOMPARE(parse::integer(u"9223372036854775807"), std::numeric_limits<qint64>::max());
        QCOMPARE(parse::integer(u"12", 0, 12), qint64(12));
        QCOMPARE(parse::natural(u"18446744073709551615"), std::numeric_limits<quint64>::max());
        QCOMPARE(parse::quantity0x(u"0xFFFFFFFFffffffff"), std::numeric_limits<quint64>::max());
        QVERIFY(!parse::integer(u"13", 0, 12) && !parse::integer(u"-1", 0) && !parse::integer(u"-0", 0) && !parse::natural(u"256", 255));
        for (const QStringView wrong : { u"", u"-", u"+1", u" 1", u"1 ", u"1\n", u"1.0", u"1e3", u"0x10", u"1,000", u"--1", u"\u0661", u"1\u00a0000", u"99999999999999999999", u"nonsense" })
            QVERIFY2(!parse::integer(wrong) && !parse::natural(wrong), qPrintable(wrong.toString()));
        for (const QStringView wrong : { u"", u"0x", u"10", u"0x1g", u"0x-1", u"0x+1", u"0x 1", u"0x10000000000000000" })
            QVERIFY2(!parse::quantity0x(wrong), qPrintable(wrong.toString()));
    }
    void decimalNumbersAreWholeOrNothing()
    {
        QCOMPARE(parse::decimal(u"12"), 12.0);
        QCOMPARE(parse::decimal(u"-0.25"), -0.25);
        for (const QStringView wrong : { u"", u".", u"1.", u".5", u"1e3", u"inf", u"nan", u"+1", u" 1", u"1 ", u"1,5", u"1.2.3", u"0x1p3", u"--1", u"1.-5" })
            QVERIFY2(!parse::decimal(wrong), qPrintable(wrong.toString()));
        QVERIFY(!parse::decimal(QString(400, u'9'))); // beyond what a double holds
    }
    void whatIsPastedLosesWhatHasNoShape()
    {
        QCOMPARE(parse::typed(u"\ufeff a\u00a0b\tc\r\nd\u2003e\u3000\u200bf\u200e\u2028g "), QStringLiteral("a b c d e f g"));
        QCOMPARE(parse::typed(u"0x\u06f1\u0661\uff11\u0967"), QStringLiteral("0x1111"));
        QCOMPARE(parse::typed(u"\u00b2O"), QStringLiteral("\u00b2O")); // no digit, and no zero
    }
};

QTEST_GUILESS_MAIN(ParseTest)
#include "parse_test.moc"
