// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer may read of what goes wrong inside.
#include "services/engine/market/strangererror.h"

#include <QTest>
#include <cerrno>

using namespace surplus;

class StrangerErrorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsForCustomersStaysAsItIs()
    {
        for (const char* code : { "rpc.params", "hello.refused", "market.busy", "market.full", "quote.expired", "lease.unknown", "torrent.refused", "customer.cap",
                 "audit.busy", "voucher.signature", "ledger.busy", "storage.full", "storage.paused", "storage.read" }) {
            const Error said = forStranger({ QLatin1String(code), QStringLiteral("words") });
            QCOMPARE(said.code, QLatin1String(code));
            QCOMPARE(said.message, QStringLiteral("words"));
        }
    }
    void whatIsInsideIsNotTold()
    {
        // Those that there are, and any that somebody adds.
        for (const char* code : { "store.full", "store.disk", "store.failed", "store.damaged", "store.busy", "ledger.foreign", "storage.folder", "storage.listen", "storage.there",
                 "file.write", "settings.store", "chain.bound", "chain.contract", "something.new", "" }) {
            const Error said = forStranger({ QLatin1String(code), QStringLiteral("A statement in /home/me/engine.db failed: disk I/O error (/dev/sdb1).") });
            QVERIFY2(!said.message.contains(u'/') && !said.message.contains(QLatin1String("engine.db")), qPrintable(said.message));
            QVERIFY(!said.message.isEmpty() && said.code != QLatin1String("store.full"));
        }
        QCOMPARE(forStranger({ QStringLiteral("store.full"), {} }).code, QStringLiteral("provider.full"));
        QCOMPARE(forStranger({ QStringLiteral("store.disk"), {} }).code, QStringLiteral("provider.failed"));
    }
    void aDiskIsToldInOurWords()
    {
        QVERIFY(diskWords(ENOSPC).contains(QLatin1String("full")));
        QCOMPARE(diskWords(EDQUOT), diskWords(ENOSPC));
        QVERIFY(diskWords(EROFS) != diskWords(ENOSPC) && diskWords(EIO) != diskWords(EROFS) && !diskWords(0).isEmpty());
    }
};

QTEST_GUILESS_MAIN(StrangerErrorTest)
#include "strangererror_test.moc"
