// SPDX-License-Identifier: GPL-3.0-or-later
// MONEY.md, "Accepting a voucher", sentence by sentence.
#include "tests/unit/market/world.h"

using namespace surplus;

class LedgerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rule1_onlyForThisChannelAndByTheIssuer()
    {
        World w;
        const Voucher good = w.voucher(100);
        Voucher v = good;
        v.machine = *MachineId::fromRaw(randomBytes(32));
        v.sign(w.chain.chainId, w.customer);
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.machine"));
        v = good;
        v.beneficiary = w.customer.address();
        v.sign(w.chain.chainId, w.customer);
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.beneficiary"));
        v = good;
        v.chequebook = w.chain.chequebookOf(w.customer.address(), randomHash());
        v.sign(w.chain.chainId, w.customer);
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.chequebook"));
        v = good;
        v.sign(w.chain.chainId + 1, w.customer); // signed for another chain
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.signature"));
        v = good;
        v.sign(w.chain.chainId, w.machineKey); // by somebody else
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.signature"));
        v = good;
        v.cumulative += 1; // not what was signed, and no whole nano
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.amount"));
        v = good;
        v.cumulative = std::numeric_limits<U256>::max() - std::numeric_limits<U256>::max() % U256(1'000'000'000);
        v.sign(w.chain.chainId, w.customer);
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.amount"));
        QCOMPARE(w.ledger->money(), Money());
        QCOMPARE(w.entries().size(), 0);
        QCOMPARE(code(w.submit(good)), QStringLiteral("accepted"));
    }
    void rule2_largerIsAcceptedAndWhatExceedsTheUseIsPromisedAhead()
    {
        World w;
        w.ledger->meter(w.lease.id, 100);
        QVERIFY(w.submit(w.voucher(100))->raised);
        QVERIFY(w.submit(w.voucher(1000))->raised); // 900 more than was used
        for (const qint64 nano : { 1000, 10 }) {
            const auto outcome = w.submit(w.voucher(nano));
            QVERIFY(outcome);
            QVERIFY(!outcome->raised);
            QCOMPARE(*outcome->account.highest, w.voucher(1000)); // signature included
        }
        // No earning, no exposure, no credit.
        QCOMPARE(w.ledger->money().earned.nano(), 100);
        QCOMPARE(w.ledger->channelMoney(10).first().accepted.nano(), 1000);
        QCOMPARE(w.entries(), (QList<QPair<QString, qint64>> { { QStringLiteral("retrieve"), 100 } }));
        // It becomes earned, dated, in the transaction that commits the use that consumes it.
        w.clock.advance(3 * 60'000);
        w.ledger->meter(w.lease.id, 600);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), -300);
        QCOMPARE(w.ledger->money().earned.nano(), 100);
        w.flush();
        QCOMPARE(w.ledger->money().earned.nano(), 700);
        QCOMPARE(w.entries().last(), qMakePair(QStringLiteral("retrieve"), qint64(600)));
        w.ledger->meter(w.lease.id, 600);
        QVERIFY(w.submit(w.voucher(1200))->raised);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 100);
        QCOMPARE(w.entrySum(), 1200);
        QCOMPARE(w.ledger->money().earned.nano(), 1200);
        w.open();
        QCOMPARE(w.ledger->money().earned.nano(), 1200);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 100);
    }
    /// Two vouchers of as much as there is saturate nothing: nobody's voucher depends on another's.
    void rule1_noVoucherSpoilsTheSums()
    {
        World w;
        constexpr qint64 Most = std::numeric_limits<qint64>::max();
        const World::Stranger greedy = w.stranger(QStringLiteral("10.0.0.2"));
        const World::Stranger other = w.stranger(QStringLiteral("10.0.0.3"));
        w.ledger->meter(greedy.lease, 10);
        QVERIFY(w.submit(w.voucher(10, greedy), greedy.lease)->raised);
        QVERIFY(w.submit(w.voucher(Most, greedy), greedy.lease)->raised);
        QVERIFY(w.submit(w.voucher(Most, other), other.lease)->raised);
        w.ledger->meter(w.lease.id, 500);
        QVERIFY(w.submit(w.voucher(500))->raised);
        QCOMPARE(w.ledger->money().earned.nano(), 510);
        QCOMPARE(w.ledger->money().pending.nano(), 510);
        QCOMPARE(w.entrySum(), 510);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        w.beneficiary = SecretKey::generate().address(); // a second channel of the same greedy one
        w.ledger->setBeneficiary(w.beneficiary);
        QVERIFY(w.submit(w.voucher(Most, greedy), greedy.lease)->raised);
        w.ledger->meter(greedy.lease, 70);
        w.flush();
        QCOMPARE(w.ledger->money().earned.nano(), 580);
        w.open();
        QCOMPARE(w.ledger->money().earned.nano(), 580);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
    }
    void rule3_theFirstVoucherMayHoldWhatAnEarlierLedgerHadEarned()
    {
        World w(true);
        QVERIFY(w.submit(w.voucher(700))->raised); // this ledger was lost; the customer holds 700
        QCOMPARE(w.ledger->money().earned.nano(), 0); // it waits until the chain was read
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 0);
        w.ledger->meter(w.lease.id, 50);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 50); // no credit: service goes on from the window
        QVERIFY(w.submit(w.voucher(750))->raised);
        QCOMPARE(w.entries(), (QList<QPair<QString, qint64>> { { QStringLiteral("retrieve"), 50 } }));
        w.open();
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 0);
        // The chain was read: 450 are behind it, of which 50 are earned here. The rest is promised ahead.
        (void)w.hello(w.customer, w.salt);
        w.setFunds(200, 250);
        QCOMPARE(w.entries(), (QList<QPair<QString, qint64>> { { QStringLiteral("retrieve"), 50 }, { QStringLiteral("recovered*"), 400 } }));
        QCOMPARE(w.ledger->money().earned.nano(), 450);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), -300);
        // Never revised.
        w.setFunds(200, 1000);
        QCOMPARE(w.ledger->money().earned.nano(), 450);
        w.open();
        QCOMPARE(w.ledger->money().earned.nano(), 450);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), -300);
    }
    /// Whoever shows a voucher of nothing holds none: what it signs after that answer is its own promise.
    void rule3_aCustomerPrepaysAfterTheFirstAnswer()
    {
        World w(true);
        QVERIFY(!w.submit(w.voucher(0))->raised);
        QCOMPARE(w.count("channels"), 0); // it costs a stranger nothing, so it gives nothing
        QVERIFY(w.submit(w.voucher(5'000))->raised);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), -5'000);
        w.setFunds(0, 10'000);
        QCOMPARE(w.ledger->money().earned.nano(), 0);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), -5'000);
    }
    void rule3_theAnswerIsRememberedOverARestart()
    {
        World w(true);
        QVERIFY(!w.submit(w.voucher(0))->raised);
        w.open();
        QVERIFY(w.hello(w.customer, w.salt));
        QVERIFY(w.submit(w.voucher(5'000))->raised);
        w.setFunds(0, 10'000);
        QCOMPARE(w.ledger->money().earned.nano(), 0);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), -5'000);
    }
    /// The endpoint was down for a day, and what waited for it was deleted unread.
    void rule3_whatWaitsForTheChainIsKept()
    {
        World w(true, false);
        const World::Stranger back = w.stranger();
        QVERIFY(w.submit(w.voucher(700, back), back.lease)->raised);
        w.prune(back.lease);
        (void)w.run(3 * SecondsPerDay);
        w.prune();
        QCOMPARE(w.count("vouchers"), 1);
        ChannelFunds funds;
        funds.assured = Amount::fromNano(450);
        w.ledger->setFunds({ { { back.chequebook, w.beneficiary }, funds } });
        w.store->drain();
        QCOMPARE(w.ledger->money().secured.nano(), 450);
        // Nor does what was read too long ago say that nothing stands behind it.
        const World::Stranger other = w.stranger();
        w.ledger->meter(other.lease, 50);
        QVERIFY(w.submit(w.voucher(50, other), other.lease)->raised);
        w.read(other);
        w.prune(other.lease);
        (void)w.run(3 * SecondsPerDay);
        w.prune();
        QCOMPARE(w.count("channels"), 2);
    }
    /// Its voucher was a first one again, and the reserve that it had made meanwhile made earnings of what it never used.
    void rule3_whoWasForgottenIsNotNew()
    {
        World w(true, false);
        const World::Stranger back = w.stranger();
        QVERIFY(w.submit(w.voucher(700, back), back.lease)->raised);
        w.prune(back.lease);
        (void)w.run(SecondsPerDay + 600);
        w.read(back);
        w.prune();
        QCOMPARE(w.count("accounts"), 0);
        w.open();
        QVERIFY(w.hello(*back.key, w.salt));
        QVERIFY(w.submit(w.voucher(800, back), std::nullopt)->raised);
        ChannelFunds funds;
        funds.assured = Amount::fromNano(1'000);
        w.ledger->setFunds({ { { back.chequebook, w.beneficiary }, funds } });
        w.store->drain();
        QCOMPARE(w.ledger->money().earned.nano(), 0);
        QCOMPARE(w.ledger->debt(back.chequebook).nano(), -800);
    }
    /// A guest's answer stands in memory only, or asking would make the database grow: a client shows its voucher of nothing in
    /// each session, because a provider may have lost its ledger between two of them, and a restart ends all sessions.
    void rule3_aGuestsAnswerIsGivenAnewAfterARestart()
    {
        World w(true, false);
        QVERIFY(w.hello(w.customer, w.salt));
        QVERIFY(!w.submit(w.voucher(0))->raised);
        QCOMPARE(w.count("accounts"), 0);
        w.open();
        QVERIFY(w.hello(w.customer, w.salt));
        QVERIFY(!w.submit(w.voucher(0))->raised); // each session begins with it
        w.lease = w.addLease(1'000'000'000); // with it the answer is written down
        w.open();
        QVERIFY(w.hello(w.customer, w.salt));
        QVERIFY(w.submit(w.voucher(5'000))->raised);
        w.setFunds(0, 10'000);
        QCOMPARE(w.ledger->money().earned.nano(), 0); // nothing is taken for an earlier ledger's
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), -5'000);
    }
    /// One that doesn't repeat it loses nothing either as long as nothing is set aside, and the provider gives nothing for it.
    void rule3_aLostAnswerOfAGuestCostsNobodyAnything()
    {
        World w(true, false);
        QVERIFY(w.hello(w.customer, w.salt));
        QVERIFY(!w.submit(w.voucher(0))->raised);
        w.open();
        QVERIFY(w.hello(w.customer, w.salt));
        QVERIFY(w.submit(w.voucher(5'000))->raised);
        QCOMPARE(w.ledger->money().earned.nano(), 0); // it waits for the chain, and buys no service meanwhile
        w.setFunds(0, 0);
        QCOMPARE(w.ledger->money().earned.nano(), 0);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), -5'000); // promised ahead, all of it
    }
    void rule3_aLaterJumpIsPromisedAhead()
    {
        World w(true);
        w.ledger->meter(w.lease.id, 10);
        QVERIFY(w.submit(w.voucher(10))->raised);
        w.setFunds(0, 10'000);
        QVERIFY(w.submit(w.voucher(5'000))->raised);
        QCOMPARE(w.ledger->money().earned.nano(), 10);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), -4'990);
        QCOMPARE(w.ledger->standing(w.chequebook()).cover, 9'990); // a promise never locks its signer out
    }
    void rule4_attributionAddsUpExactly()
    {
        World w;
        const LeaseRecord other = w.addLease(2'000'000'000);
        qint64 promised = 0;
        for (int round = 1; round <= 200; ++round) {
            w.ledger->meter(w.lease.id, round * 37 % 1000);
            w.ledger->meter(other.id, round * 91 % 777);
            (void)w.run(round % 3 * 600);
            promised += round * 53 % 1500;
            QVERIFY(w.submit(w.voucher(promised)));
            if (round % 7 == 0)
                w.flush();
        }
        QCOMPARE(w.entrySum(), w.ledger->money().earned.nano());
        w.flush();
        QCOMPARE(w.entrySum(), w.ledger->money().earned.nano());
        const auto channel = w.ledger->channelMoney(1).first();
        QCOMPARE(channel.accepted.nano(), promised);
        QCOMPARE(channel.money.earned.nano(), std::min(promised, promised + w.ledger->debt(w.chequebook()).nano()));
        for (const auto& [kind, nano] : w.entries())
            QVERIFY(nano > 0);
        const Money money = w.ledger->money();
        QCOMPARE(money.earned.nano(), money.settled.nano() + money.secured.nano() + money.pending.nano() + money.bounced.nano());
    }
    void rule5_whatIsAcknowledgedIsDurable()
    {
        World w;
        w.ledger->meter(w.lease.id, 500);
        QVERIFY(w.submit(w.voucher(500))->raised);
        const QString epoch = w.ledger->epoch();
        w.open(); // as after a crash: nothing was closed in order
        QCOMPARE(w.ledger->money().earned.nano(), 500);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 0); // the use that it paid was written with it
        QCOMPARE(w.ledger->epoch(), epoch);
        const auto view = w.hello(w.customer, w.salt);
        QCOMPARE(*view->highest, w.voucher(500));
        QCOMPARE(w.entrySum(), 500);
    }
    void rule5_commitsAreGroupedWhileOneSyncs()
    {
        World w;
        w.ledger->meter(w.lease.id, 1000);
        w.ledger->setCommitDelay(20);
        w.setFunds(0, 1'000'000);
        constexpr int Vouchers = 400;
        std::atomic<int> answered = 0;
        std::promise<void> all;
        for (int i = 1; i <= Vouchers; ++i) {
            w.ledger->submit(w.voucher(i), w.lease.id, [&](const auto&) {
                if (++answered == Vouchers)
                    all.set_value();
            });
        }
        QCOMPARE(all.get_future().wait_for(std::chrono::seconds(60)), std::future_status::ready);
        QCOMPARE(w.ledger->money().earned.nano(), Vouchers);
        // What waited while one commit synced went into the next: far fewer commits than vouchers.
        QVERIFY2(w.ledger->commits() < Vouchers / 4, qPrintable(QString::number(w.ledger->commits())));
        QCOMPARE(w.count("vouchers"), 1); // one a channel and minute, however many
        QCOMPARE(w.count("entries"), 1);
    }
    /// Neither a key nor an address takes the places of all others in the queue, and nobody those of the covered.
    void rule5_whatWaitsIsBoundedAndCommittedInParts()
    {
        World w;
        w.ledger->meter(w.lease.id, 1000);
        w.setFunds(0, 1'000'000);
        constexpr QuotaBounds Bounds = Ledger::UnfundedWaiting;
        QList<World::Stranger> strangers; // one more at each address, and one address more, than has room
        for (int address = 0; address <= Bounds.inAll / Bounds.perNetwork; ++address) {
            for (int i = 0; i <= Bounds.perNetwork / Bounds.perKey; ++i) {
                World::Stranger stranger;
                stranger.chequebook = w.chain.chequebookOf(stranger.key->address(), w.salt);
                QVERIFY(w.hello(*stranger.key, w.salt, QStringLiteral("10.0.1.%1").arg(address)));
                strangers.append(stranger);
            }
        }
        std::atomic<int> busy = 0;
        std::atomic<int> answered = 0;
        int sent = 0;
        const auto send = [&](const Voucher& voucher) {
            ++sent;
            w.ledger->submit(voucher, {}, [&](const auto& outcome) {
                busy += code(outcome) == QLatin1String("ledger.busy") ? 1 : 0;
                ++answered;
            });
        };
        std::promise<void> go;
        QVERIFY(w.store->post([wait = go.get_future().share()](Database&) { wait.wait(); }));
        for (const World::Stranger& stranger : std::as_const(strangers)) {
            const Voucher voucher = w.voucher(1, stranger);
            for (int i = 0; i <= Bounds.perKey; ++i)
                send(voucher);
        }
        QCOMPARE(busy.load(), sent - static_cast<int>(Bounds.inAll));
        QCOMPARE(w.ledger->commits(), 0);
        for (int i = 1; i <= Ledger::CoveredWaiting.perKey; ++i)
            send(w.voucher(i));
        QCOMPARE(answered.load(), sent - static_cast<int>(Bounds.inAll + Ledger::CoveredWaiting.perKey));
        go.set_value();
        QTRY_COMPARE_WITH_TIMEOUT(answered.load(), sent, 120'000);
        QCOMPARE(w.ledger->money().earned.nano(), Ledger::CoveredWaiting.perKey);
        QCOMPARE(w.ledger->commits(), (Bounds.inAll + Ledger::CoveredWaiting.perKey) / Ledger::MaxBatch);
        send(w.voucher(1, strangers.first())); // the places are free again
        QTRY_COMPARE_WITH_TIMEOUT(answered.load(), sent, 120'000);
        QCOMPARE(busy.load(), sent - 1 - static_cast<int>(Bounds.inAll + Ledger::CoveredWaiting.perKey));
    }
    /// What an audit found while a voucher was being written down was not written any more.
    void rule5_whatChangesDuringACommitIsWrittenLater()
    {
        World w;
        w.ledger->meter(w.lease.id, 100);
        w.flush();
        const qint64 before = w.ledger->commits();
        w.ledger->setCommitDelay(500);
        std::promise<void> done;
        w.ledger->submit(w.voucher(100), w.lease.id, [&](const auto&) { done.set_value(); });
        QTRY_COMPARE(w.ledger->commits(), before + 1); // it has its copy of the lease
        w.ledger->noteAudit(w.lease.id, false);
        done.get_future().wait();
        w.flush();
        w.open();
        QVERIFY(w.ledger->lease(w.lease.id)->auditFailed);
    }
    void noOtherSignatureIsAVoucher()
    {
        World w;
        const quint64 chain = w.chain.chainId;
        const Voucher good = w.voucher(100);
        const auto withSignature = [&](const Signature& signature) {
            Voucher v = good;
            v.signature = signature;
            return code(w.submit(v));
        };
        const Hash32 a = randomHash();
        const Hello hello { a, a, w.machine(), w.beneficiary, a };
        const Welcome welcome { a, a, w.machine(), w.beneficiary, a };
        const Quote quote { w.customer.address(), w.machine(), Amount::fromNano(1), Amount::fromNano(1), 5, {} };
        const LeaseTerms terms { w.lease.id, w.customer.address(), w.machine(), w.lease.content, 1, 5, Amount::fromNano(1), Amount::fromNano(1), {} };
        for (const Hash32& digest : { hello.digest(chain), welcome.digest(chain), quote.digest(chain), terms.digest(chain) })
            QCOMPARE(withSignature(w.customer.sign(digest)), QStringLiteral("voucher.signature"));
        // Malleated: s and n − s are valid for ECDSA alike, only the low one is for us; so are other ways to write v.
        const QByteArray raw = good.signature.raw();
        const U256 order("0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141");
        const U256 highS = order - *fromBigEndian32(raw.mid(32, 32));
        for (const char v : { '\x1b', '\x1c' })
            QCOMPARE(withSignature(*Signature::fromRaw(raw.left(32) + toBigEndian32(highS) + v)), QStringLiteral("voucher.signature"));
        for (const char v : { '\0', '\1', '\x1d', '\x7f' })
            QCOMPARE(withSignature(*Signature::fromRaw(raw.left(64) + v)), QStringLiteral("voucher.signature"));
        QCOMPARE(withSignature(Signature()), QStringLiteral("voucher.signature"));
        QCOMPARE(w.ledger->money(), Money());
        // Replayed a hundred times it counts once.
        w.ledger->meter(w.lease.id, 100);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(w.submit(good)->raised, i == 0);
        QCOMPARE(w.ledger->money().earned.nano(), 100);
        QCOMPARE(w.entrySum(), 100);
    }
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "ledger_test.moc"
