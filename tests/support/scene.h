// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/crypto/keccak.h"
#include "tests/support/processes.h"

#include <QJsonArray>
#include <QTemporaryDir>

namespace surplus::test {

inline constexpr qint64 PricePerGigabyte = 20; // tokens
inline QByteArray config(const QString& dir, const QByteArray& credit = R"({"serveUnfunded":true})", qint64 limit = 2'000'000'000)
{
    return QStringLiteral(R"({"listen":"127.0.0.1","payout":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed","storage":{"folder":"%1/shared",
        "limit":%4,"enabled":true,"keepPrice":"0.0864","retrievePrice":"%2"},"credit":%3})")
        .arg(dir).arg(PricePerGigabyte).arg(QString::fromUtf8(credit)).arg(limit).toUtf8();
}
inline qint64 amount(const QJsonValue& value) { return Amount::fromWire(value.toString()).value_or(Amount::fromNano(-1)).nano(); }

/// A provider and its customers in one folder, all of them real processes.
struct Scene {
    QTemporaryDir dir;
    EngineProcess engine;
    QString provider;

    explicit Scene(const QByteArray& credit = R"({"serveUnfunded":true})", qint64 limit = 2'000'000'000)
        : engine(dir.path(), config(dir.path(), credit, limit))
    {
    }
    [[nodiscard]] bool start()
    {
        if (!engine.start())
            return false;
        provider = engine.ctl({ QStringLiteral("status") }).value(u"provider").toString();
        return !provider.isEmpty();
    }
    [[nodiscard]] QString file(qint64 size, const QString& name = QStringLiteral("file.bin")) const
    {
        QFile made(dir.filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(randomBytes(size)) != size)
            qFatal("a file could not be written");
        return made.fileName();
    }
    [[nodiscard]] Outcome customer(const QStringList& arguments, const QString& home = QStringLiteral("customer")) const
    {
        return run("surplus-customer", anyPrice(arguments) + QStringList { QStringLiteral("--json"), QStringLiteral("--home"), dir.filePath(home) });
    }
    [[nodiscard]] Outcome put(const QString& path) const
    {
        return customer({ QStringLiteral("put"), path, QStringLiteral("--provider"), provider });
    }
    [[nodiscard]] bool same(const QString& a, const QString& b) const
    {
        QFile one(a);
        QFile two(b);
        return one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly) && one.readAll() == two.readAll();
    }
    /// Ledger, entries, vouchers and what is on the screen say the same.
    void verifyMoney() const
    {
        const QJsonObject money = engine.ctl({ QStringLiteral("status") }).value(u"money").toObject();
        const QJsonObject earnings = engine.ctl({ QStringLiteral("earnings") });
        const qint64 earned = amount(money.value(u"earned"));
        QCOMPARE(amount(money.value(u"settled")) + amount(money.value(u"secured")) + amount(money.value(u"pending")) + amount(money.value(u"bounced")), earned);
        QCOMPARE(amount(earnings.value(u"total")) + amount(earnings.value(u"undated")), earned);
        qint64 vouchers = 0;
        for (const QJsonValue& channel : engine.ctl({ QStringLiteral("vouchers") }).value(u"channels").toArray())
            vouchers += amount(channel[u"earned"]);
        QCOMPARE(vouchers, earned);
    }
    /// The engine lives for `ms` more, by its own clock: what was due meanwhile was done, however busy the computer is.
    [[nodiscard]] bool lives(qint64 ms) const
    {
        const auto now = [this] { return engine.ctl({ QStringLiteral("status") }).value(u"now").toInteger(); };
        const qint64 begun = now();
        return begun > 0 && QTest::qWaitFor([&] { return now() >= begun + ms; }, Patience);
    }
    [[nodiscard]] qint64 earned() const { return amount(engine.ctl({ QStringLiteral("status") }).value(u"money")[u"earned"]); }
    /// What vouchers were accepted for, earned or not.
    [[nodiscard]] qint64 accepted() const
    {
        qint64 sum = 0;
        for (const QJsonValue& channel : engine.ctl({ QStringLiteral("vouchers") }).value(u"channels").toArray())
            sum += amount(channel[u"accepted"]);
        return sum;
    }
    [[nodiscard]] qint64 promised() const { return amount(customer({ QStringLiteral("spend") }).json.value(u"promised")); }
};

} // namespace surplus::test
