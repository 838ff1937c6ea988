// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/fleet/enginelink.h"
#include "services/dashboard/settlement/settleable.h"
#include "services/dashboard/settlement/settler.h"
#include "tests/support/anvil.h"
#include "tests/support/faultcontrol.h"
#include "tests/support/scene.h"

#include <QJsonArray>

namespace surplus::test {

inline constexpr qint64 Token = NanoPerToken;

/// A provider that is paid on Anvil.
struct ChainScene {
    Anvil& anvil;
    SecretKey payout;
    QTemporaryDir dir;
    std::unique_ptr<EngineProcess> engine;
    QString provider;
    std::unique_ptr<Database> database;
    SystemClock clock;
    std::unique_ptr<Faults> time; ///< of the engine and the customers, if the test moves it

    explicit ChainScene(Anvil& chain, const QByteArray& credit = R"({"serveUnfunded":false})", SecretKey key = SecretKey::generate())
        : anvil(chain), payout(std::move(key))
    {
        const QByteArray text = config(dir.path(), credit).replace("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", payout.address().hex0x().toUtf8())
                                    .replace("{\"listen\"", "{\"chain\":" + anvil.json() + ",\"listen\"");
        engine = std::make_unique<EngineProcess>(dir.path(), text);
        QFile chainFile(dir.filePath(QStringLiteral("chain.json")));
        if (!chainFile.open(QIODevice::WriteOnly) || chainFile.write(anvil.json()) < 0)
            qFatal("the chain file could not be written");
        database = std::move(*Database::open(dir.filePath(QStringLiteral("settlements.db")), Database::Durability::Full, Settler::migrations()));
    }
    /// Before start(): what the programs take for the time can be moved.
    void moveTime()
    {
        time = std::make_unique<Faults>(dir.filePath(QStringLiteral("time")));
        engine->environment = time->environment();
    }
    [[nodiscard]] bool start()
    {
        if (!engine->start())
            return false;
        provider = engine->ctl({ QStringLiteral("status") }).value(u"provider").toString();
        return !provider.isEmpty();
    }
    [[nodiscard]] Outcome customer(const QStringList& arguments, const QString& home = QStringLiteral("customer")) const
    {
        return run("surplus-customer", anyPrice(arguments) + QStringList { QStringLiteral("--json"), QStringLiteral("--home"), dir.filePath(home), QStringLiteral("--chain"), dir.filePath(QStringLiteral("chain.json")) },
            Patience, engine->environment);
    }
    /// A customer with coin and tokens, its chequebook deployed and filled, `reserve` set aside for us.
    void fund(qint64 deposit, qint64 reserve, const QString& home = QStringLiteral("customer"))
    {
        const Address address = *Address::fromHex(customer({ QStringLiteral("spend") }, home).json.value(u"identity").toString());
        anvil.giveCoin(address);
        anvil.giveTokens(address, Amount::fromNano(deposit * Token));
        const auto step = [&](const QStringList& words) {
            const Outcome done = customer(QStringList { QStringLiteral("fund") } + words, home);
            QVERIFY2(done.code == 0, qPrintable(words.join(u' ') + done.errors));
        };
        step({ QStringLiteral("deploy") });
        if (deposit > 0)
            step({ QStringLiteral("deposit"), QString::number(deposit) });
        if (reserve > 0)
            step({ QStringLiteral("reserve"), QString::number(reserve), QStringLiteral("--provider"), provider });
        anvil.mine(anvil.config.confirmations);
    }
    [[nodiscard]] QString file(qint64 size) const
    {
        QFile made(dir.filePath(QStringLiteral("file.bin")));
        if (!made.open(QIODevice::WriteOnly) || made.write(randomBytes(size)) != size)
            qFatal("a file could not be written");
        return made.fileName();
    }
    /// Puts a file and fetches it back.
    [[nodiscard]] Outcome use(qint64 size, const QString& home = QStringLiteral("customer")) const
    {
        const Outcome stored = customer({ QStringLiteral("put"), file(size), QStringLiteral("--provider"), provider }, home);
        return stored.code != 0 ? stored
                                : customer({ QStringLiteral("get"), QString::number(stored.json.value(u"id").toInteger()), QStringLiteral("--out"), dir.filePath(QStringLiteral("back.bin")),
                                               QStringLiteral("--stall"), QStringLiteral("8") }, home);
    }
    [[nodiscard]] Money money() const { return Money::fromJson(engine->ctl({ QStringLiteral("status") }).value(u"money").toObject()); }
    /// MONEY.md's equation, on every place that shows it.
    void verifyEquation() const
    {
        const QJsonObject status = engine->ctl({ QStringLiteral("status") });
        const Money all = Money::fromJson(status.value(u"money").toObject());
        QCOMPARE(all.settled.nano() + all.secured.nano() + all.pending.nano() + all.bounced.nano(), all.earned.nano());
        const QJsonObject earnings = engine->ctl({ QStringLiteral("earnings") });
        QCOMPARE(amount(earnings.value(u"total")) + amount(earnings.value(u"undated")), all.earned.nano());
        Money channels;
        for (const QJsonValue& channel : rows("money.channels")) {
            const Money one = Money::fromJson(channel[u"money"].toObject());
            QCOMPARE(one.settled.nano() + one.secured.nano() + one.pending.nano() + one.bounced.nano(), one.earned.nano());
            channels = channels.plus(one);
        }
        QCOMPARE(channels, all);
    }
    [[nodiscard]] QJsonObject call(const QString& method, const QJsonObject& params = {}) const
    {
        RpcClient client;
        if (!openLocalEngine(client, engine->data()))
            return {};
        const auto answer = client.callAndWait(method, params, Patience);
        return answer ? *answer : QJsonObject { { QStringLiteral("error"), answer.error().code } };
    }
    /// All of a method's channels, page by page.
    [[nodiscard]] QJsonArray rows(const char* method) const
    {
        QJsonArray all;
        while (true) {
            const QJsonArray page = call(QLatin1String(method), { { QStringLiteral("offset"), all.size() } }).value(u"channels").toArray();
            for (const QJsonValue& row : page)
                all.append(row);
            if (page.size() < 1'000) // of one answer
                return all;
        }
    }
    /// What can be settled, as the engine tells it.
    [[nodiscard]] QList<Settleable> channels() const
    {
        QList<Settleable> all;
        for (const QJsonValue& row : rows("vouchers.list")) {
            if (const auto channel = Settleable::fromJson(row.toObject()))
                all.append(*channel);
        }
        return all;
    }
    [[nodiscard]] QList<Voucher> vouchers() const
    {
        QList<Voucher> all;
        for (const QJsonValue& row : rows("vouchers.list")) {
            if (const auto voucher = Voucher::fromJson(row.toObject()))
                all.append(*voucher);
        }
        return all;
    }
    /// Waits until the engine has seen the chain say so.
    void expectMoney(std::function<bool(const Money&)> right) const
    {
        const bool seen = QTest::qWaitFor([&] {
            (void)call(QStringLiteral("chain.look"));
            return right(money());
        }, Patience);
        if (seen) {
            verifyEquation();
            return;
        }
        QFAIL(qPrintable(QString::fromUtf8(QJsonDocument(money().toJson()).toJson())));
    }
};

} // namespace surplus::test
