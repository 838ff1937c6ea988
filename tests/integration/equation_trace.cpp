// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a real ledger on a real file live through random histories and prints, a JSON object a line, what was done to it and
// what it says. Whether that is right, equation_check.py says, which knows MONEY.md and no line of the ledger.
// Usage: equation_trace HISTORIES SEED
#include "tests/unit/market/world.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <cstdio>

using namespace surplus;

namespace {
class History {
public:
    explicit History(quint32 seed) : m_random(seed), m_world(true, false)
    {
        m_world.limits.exposurePerCustomer = Amount::fromNano(std::numeric_limits<qint64>::max()); // the caps are tested elsewhere
        m_world.limits.exposureTotal = m_world.limits.exposurePerCustomer;
        m_world.limits.unfundedPerCustomer = m_world.limits.exposurePerCustomer;
        m_world.limits.unfundedPerAddress = m_world.limits.exposurePerCustomer;
        m_world.limits.unfundedTotal = m_world.limits.exposurePerCustomer;
        say({ { QStringLiteral("do"), QStringLiteral("begin") } });
        begin();
    }

    void live(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            step();
            if (below(3) == 0)
                observe();
        }
        m_world.flush();
        observe();
    }

private:
    struct Party {
        World::Stranger who;
        qint64 promised = 0;
        qint64 settled = 0;
        qint64 reserve = 0;
    };

    qint64 below(qint64 n) { return static_cast<qint64>(m_random.bounded(static_cast<quint64>(n))); }
    /// Small, middling or absurd.
    qint64 amount()
    {
        switch (below(8)) {
        case 0:
            return below(10);
        case 1:
            return std::numeric_limits<qint64>::max() - below(1000);
        case 2:
            return below(1'000'000'000'000);
        default:
            return below(3'000'000);
        }
    }
    void begin()
    {
        m_world.open();
        for (qsizetype i = 0; i < std::max<qsizetype>(m_parties.size(), 3); ++i) {
            if (i == m_parties.size())
                m_parties.append(Party());
            enter(i);
        }
    }
    /// Says hello and leases something, as each of them does anew on a ledger that was lost.
    void enter(qsizetype i)
    {
        World::Stranger& who = m_parties[i].who;
        (void)m_world.hello(*who.key, m_world.salt, QStringLiteral("10.0.0.%1").arg(i));
        who.chequebook = m_world.chain.chequebookOf(who.key->address(), m_world.salt);
        if (m_world.ledger->leasesOf(who.chequebook).isEmpty()) {
            if (const auto lease = m_world.tryLease(m_world.leaseFor(1'000'000'000, 7, &who)))
                who.lease = lease->id;
        }
    }
    /// What each lease was used: the units and prices, nothing that was worked out of them.
    QJsonArray useOf(const Party& party) const
    {
        QJsonArray use;
        for (const LeaseRecord& lease : m_world.ledger->leasesOf(party.who.chequebook))
            use.append(QJsonArray { QString::number(lease.size), QString::number(lease.keptSeconds), QString::number(lease.keepPrice.nano()),
                QString::number(lease.retrieved), QString::number(lease.retrievePrice.nano()) });
        return use;
    }
    void voucher(qsizetype i)
    {
        Party& party = m_parties[i];
        // High, low, again, or just what is due.
        const qint64 due = m_world.ledger->debt(party.who.chequebook).nano();
        const auto promiseMore = [&](qint64 by) {
            qint64 sum = 0;
            return qAddOverflow(party.promised, by, &sum) ? party.promised : sum;
        };
        const qint64 nano = below(3) == 0 ? promiseMore(std::max<qint64>(0, due)) : below(4) == 0 ? amount() : promiseMore(below(2'000'000));
        const QJsonArray use = useOf(party);
        const auto outcome = m_world.submit(m_world.voucher(nano, party.who), party.who.lease);
        if (!outcome)
            qFatal("a voucher was refused: %s", qPrintable(outcome.error().message));
        party.promised = std::max(party.promised, nano);
        say({ { QStringLiteral("do"), QStringLiteral("voucher") }, { QStringLiteral("who"), i }, { QStringLiteral("nano"), QString::number(nano) },
            { QStringLiteral("use"), use } });
    }
    void funds(qsizetype i)
    {
        Party& party = m_parties[i];
        // Reserves rise and fall, settlements come and, in a reorganisation, go.
        party.reserve = below(3) == 0 ? 0 : below(4'000'000);
        party.settled = below(4) == 0 ? below(party.settled + 1) : party.settled + below(1'000'000);
        const qint64 bounced = below(6) == 0 ? below(1'000'000) : 0;
        m_world.ledger->setFunds({ { { party.who.chequebook, m_world.beneficiary },
            { Amount::fromNano(party.settled), Amount::fromNano(party.reserve), Amount::fromNano(bounced) } } });
        m_world.store->drain();
        say({ { QStringLiteral("do"), QStringLiteral("funds") }, { QStringLiteral("who"), i }, { QStringLiteral("settled"), QString::number(party.settled) },
            { QStringLiteral("reserve"), QString::number(party.reserve) }, { QStringLiteral("bounced"), QString::number(bounced) } });
    }
    void lose()
    {
        m_world.flush();
        observe();
        m_world.ledger.reset();
        m_world.store.reset();
        for (const char* suffix : { "", "-wal", "-shm" })
            QFile::remove(m_world.dir.filePath(QStringLiteral("l.db") + QLatin1String(suffix)));
        for (Party& party : m_parties)
            party.who.lease = {};
        say({ { QStringLiteral("do"), QStringLiteral("lose") } });
        begin();
    }
    void step()
    {
        const qsizetype i = below(m_parties.size());
        m_world.clock.advance(below(600'000));
        const int what = static_cast<int>(below(100));
        if (what < 35) {
            voucher(i);
        } else if (what < 65) {
            (void)m_world.ledger->meter(m_parties[i].who.lease, below(200'000));
        } else if (what < 75) {
            funds(i);
        } else if (what < 85) {
            (void)m_world.run(below(3) * 3600);
        } else if (what < 92) {
            observe();
        } else if (what < 95) {
            observe();
            m_world.open();
            for (qsizetype n = 0; n < m_parties.size(); ++n)
                enter(n);
            say({ { QStringLiteral("do"), QStringLiteral("restart") } });
        } else if (what < 97) {
            m_world.ledger->prune(m_world.clock.now());
            m_world.store->drain();
        } else if (what < 98) {
            lose();
        }
    }
    void observe()
    {
        m_world.flush(); // what was used is written down, and what was promised for it earned, at this instant
        QJsonArray parties;
        const auto channels = m_world.ledger->channelMoney(1000);
        for (const Party& party : std::as_const(m_parties)) {
            QJsonObject one { { QStringLiteral("use"), useOf(party) }, { QStringLiteral("debt"), QString::number(m_world.ledger->debt(party.who.chequebook).nano()) } };
            for (const auto& channel : channels) {
                if (channel.chequebook != party.who.chequebook)
                    continue;
                one.insert(QStringLiteral("accepted"), channel.accepted.toWire());
                one.insert(QStringLiteral("money"), channel.money.toJson());
            }
            parties.append(one);
        }
        const auto recorded = *m_world.store->wait([&](Database& db) {
            return db.read([&] {
                const UtcMs now = m_world.clock.now();
                const auto table = MachineHistory::earnings(db, GroupBy::Customer, lastDays(400, now, QTimeZone::utc()), now);
                return std::pair(table.total().nano(), table.undated().nano());
            });
        });
        say({ { QStringLiteral("see"), parties }, { QStringLiteral("money"), m_world.ledger->money().toJson() },
            { QStringLiteral("entries"), QString::number(m_world.entrySum()) }, { QStringLiteral("dated"), QString::number(recorded.first) },
            { QStringLiteral("undated"), QString::number(recorded.second) } });
    }
    static void say(const QJsonObject& line)
    {
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    }

    QRandomGenerator m_random;
    World m_world;
    QList<Party> m_parties;
};
} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const int histories = words.value(1, QStringLiteral("50")).toInt();
    const quint32 seed = words.value(2, QStringLiteral("1")).toUInt();
    for (int i = 0; i < histories; ++i)
        History(seed + static_cast<quint32>(i)).live(60);
    return 0;
}
