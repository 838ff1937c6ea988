// SPDX-License-Identifier: GPL-3.0-or-later
// The methods of the control API: a part of Engine, kept apart from how it starts and stops.
#include "services/common/api/methods.h"
#include "services/common/core/parse.h"
#include "services/common/core/localzone.h"
#include "services/common/crypto/keccak.h"
#include "services/common/crypto/typed.h"
#include "services/engine/market/archive.h"
#include "services/engine/node/badparam.h"
#include "services/engine/node/engine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <algorithm>
#include <limits>
#include <utility>

namespace surplus {

namespace {
constexpr qsizetype MaxChannelRows = 1'000;
constexpr qint64 MaxPauseSeconds = 365 * SecondsPerDay;
constexpr UtcMs Forever = 253402300799000; // the end of the year 9999

struct Span {
    UtcMs from;
    UtcMs to;
};
Span spanOf(const QJsonObject& params)
{
    return { params.value(u"from").toInteger(0), params.value(u"to").toInteger(Forever) };
}

qint64 limitOf(const QJsonObject& params, qint64 standard, qint64 most)
{
    return std::clamp<qint64>(params.value(u"limit").toInteger(standard), 1, most);
}

qint64 offsetOf(const QJsonObject& params) { return std::max<qint64>(0, params.value(u"offset").toInteger(0)); }

QJsonObject voucherRow(const Voucher& voucher, const Ledger::ChannelMoney& channel, const ChainSpec& chain, UtcMs updated)
{
    QJsonObject row = voucher.toJson();
    row.insert(QStringLiteral("accepted"), channel.accepted.toWire());
    row.insert(QStringLiteral("earned"), channel.money.earned.toWire());
    row.insert(QStringLiteral("chainId"), static_cast<qint64>(chain.chainId));
    row.insert(QStringLiteral("updated"), updated);
    row.insert(QStringLiteral("customer"), channel.issuer.hex0x());
    return row;
}

} // namespace

/// What a query by bins asks for.
struct Engine::BinRequest {
    std::optional<UtcMs> from;
    std::optional<UtcMs> to;
    std::optional<BinWidth> width;
    QTimeZone zone;

    [[nodiscard]] QList<TimeBin> bins(Database& db, UtcMs now) const
    {
        const UtcMs begin = from.value_or(MachineHistory::first(db).value_or(now));
        // Nothing that was earned is left out, whatever the clock said then.
        const UtcMs end = to.value_or(std::max(now + 1, MachineHistory::lastEarned(db).value_or(0)));
        return binsOver(begin, end, width.value_or(widthFor(end - begin)), zone);
    }
};

void Engine::addStatusMethods()
{
    addMethod("engine.status", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) { reply.result(status().toJson()); });
    addMethod("engine.pause", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        const QJsonValue seconds = params.value(u"seconds");
        if (seconds.isDouble() && (seconds.toInteger() < 1 || seconds.toInteger() > MaxPauseSeconds)) {
            reply.error(badParam("engine.pause", "seconds", QStringLiteral("from 1 to 31536000")));
            return;
        }
        pause(seconds.isDouble() ? std::optional(m_clock.now() + seconds.toInteger() * 1000) : std::nullopt);
        heartbeat();
        answerOnceWritten(reply);
    });
    addMethod("engine.resume", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) {
        resume();
        heartbeat();
        answerOnceWritten(reply);
    });
    addMethod("engine.stop", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) {
        reply.result({});
        // After the answer is on its way.
        QTimer::singleShot(50, this, &Engine::stopRequested);
    });
    addMethod("payout.set", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        const auto address = addressFromText(params.value(u"address").toString());
        if (!address || address->isNull()) {
            reply.error(badParam("payout.set", "address", QStringLiteral("0x and 40 hexadecimal digits with a correct checksum. ")
                    + (address ? QStringLiteral("Nobody has the address zero") : address.error().message.chopped(1))));
            return;
        }
        const bool changed = *address != m_ledger->beneficiary();
        m_settings->setPayout(*address);
        applySettings();
        if (changed)
            m_market->dropSessions();
        heartbeat();
        answerOnceWritten(reply);
    });
    addMethod("log.lines", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        QJsonArray lines;
        for (const LogLine& line :
            m_log.linesAfter(params.value(u"after").toInteger(0), static_cast<int>(limitOf(params, 200, 1000))))
            lines.append(line.toJson());
        reply.result({ { QStringLiteral("lines"), lines } });
    });
}

void Engine::addMoneyMethods()
{
    addMethod("money.channels", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        QJsonArray rows;
        for (const Ledger::ChannelMoney& channel : m_ledger->channelMoney(limitOf(params, MaxChannelRows, MaxChannelRows), offsetOf(params)))
            rows.append(QJsonObject { { QStringLiteral("customer"), channel.issuer.hex0x() }, { QStringLiteral("chequebook"), channel.chequebook.hex0x() },
                { QStringLiteral("beneficiary"), channel.beneficiary.hex0x() }, { QStringLiteral("money"), channel.money.toJson() },
                { QStringLiteral("accepted"), channel.accepted.toWire() }, { QStringLiteral("seen"), channel.funds.seen } });
        reply.result({ { QStringLiteral("channels"), rows } });
    });
    addMethod("conditions.set", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        answerChange(m_settings->changeRules(params, m_conditions->rules()), reply);
    });
    addMethod("credit.set", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        answerChange(m_settings->changeCredit(params), reply);
    });
    addMethod("chain.get", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) { reply.result(m_chain.toJson()); });
    addMethod("chain.set", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) { reply.answer(setChain(params.value(u"chain").toObject())); });
    addMethod("chain.look", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) {
        m_chainWatch->lookSoon();
        reply.result({});
    });
}

void Engine::addStorageMethods()
{
    addMethod("storage.set", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        answerChange(m_settings->changeStorage(params), reply);
    });
    addMethod("storage.setFolder", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        const QString folder = params.value(u"folder").toString();
        m_storage->chooseFolder(folder, [this, folder, reply](const Result<void>& chosen) {
            if (!chosen) {
                reply.error(chosen.error());
                return;
            }
            m_settings->setFolder(folder);
            applySettings();
            heartbeat();
            answerOnceWritten(reply);
        });
    });
    addMethod("storage.giveUp", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) {
        if (const auto may = m_storage->mayGiveUp(); !may) {
            reply.error(may.error());
            return;
        }
        m_market->closeAll(LeaseEnd::Lost, [this] { return m_storage->mayGiveUp(); }, [this, reply](const Result<void>& closed) {
            if (!closed) {
                reply.error(closed.error());
                return;
            }
            m_settings->setFolder({});
            applySettings();
            heartbeat();
            answerOnceWritten(reply);
        });
    });
    addMethod("storage.check", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) {
        m_storage->checkFiles([reply](const Result<StorageResource::Checked>& checked) {
            reply.answer(checked ? Result<QJsonObject>(QJsonObject { { QStringLiteral("files"), checked->files }, { QStringLiteral("damaged"), checked->damaged }, { QStringLiteral("bytes"), checked->bytes },
                                       { QStringLiteral("damagedFiles"), QJsonArray::fromStringList(checked->damagedFiles) } })
                                 : tl::unexpected(checked.error()));
        });
    });
    addMethod("storage.leases", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        QList<LeaseRecord> leases = m_ledger->leases();
        std::sort(leases.begin(), leases.end(), [](const auto& a, const auto& b) { return a.created > b.created; });
        QJsonArray rows;
        const auto offset = std::clamp<qsizetype>(params.value(u"offset").toInteger(0), 0, leases.size());
        for (const LeaseRecord& lease : leases.mid(offset, limitOf(params, 100, 1000))) {
            const auto state = lease.state == LeaseState::Filling ? QStringLiteral("filling")
                : lease.state == LeaseState::Stored              ? QStringLiteral("stored")
                                                                 : QStringLiteral("closed");
            rows.append(QJsonObject { { QStringLiteral("id"), lease.id.hex() }, { QStringLiteral("customer"), lease.customer.hex0x() },
                { QStringLiteral("content"), lease.content.hex() }, { QStringLiteral("size"), lease.size },
                { QStringLiteral("state"), state }, { QStringLiteral("created"), lease.created },
                { QStringLiteral("end"), lease.end }, { QStringLiteral("retrieved"), lease.retrieved },
                { QStringLiteral("keptSeconds"), lease.keptSeconds }, { QStringLiteral("due"), lease.due().toWire() },
                { QStringLiteral("paid"), Amount::fromNano(lease.paidKeep.nano() + lease.paidRetrieve.nano()).toWire() } });
        }
        reply.result({ { QStringLiteral("leases"), rows }, { QStringLiteral("total"), leases.size() } });
    });
}

void Engine::addPublicMethods()
{
    const auto json = [](const PublicContent::Item& item) {
        return QJsonObject { { QStringLiteral("id"), item.id }, { QStringLiteral("name"), item.name },
            { QStringLiteral("folder"), item.folder }, { QStringLiteral("size"), item.size } };
    };
    addMethod("public.list", [this, json](RpcSession&, const QJsonObject&, const RpcReply& reply) {
        QJsonArray items;
        for (const PublicContent::Item& item : m_public->items())
            items.append(json(item));
        reply.result({ { QStringLiteral("items"), items }, { QStringLiteral("port"), m_storage->port() } });
    });
    addMethod("public.add", [this, json](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
        // A torrent may be larger than a message: it comes in parts, as many as it takes.
        if (!m_uploads.contains(&session))
            connect(&session, &QObject::destroyed, this, [this](QObject* gone) { m_uploads.remove(gone); });
        QByteArray& whole = m_uploads[&session];
        const auto part = parse::base64(params.value(u"torrent").toString());
        if (!part || whole.size() + part->size() > PublicContent::MaxTorrentBytes) {
            whole.clear();
            reply.error(badParam("public.add", "torrent", QStringLiteral("base64 of a torrent of at most 4 MiB")));
            return;
        }
        whole += *part;
        if (params.value(u"more").toBool()) {
            reply.result({});
            return;
        }
        m_public->add(std::exchange(whole, {}), params.value(u"folder").toString(), [json, reply](const Result<PublicContent::Item>& added) {
            reply.answer(added ? Result<QJsonObject>(json(*added)) : tl::unexpected(added.error()));
        });
    });
    addMethod("public.remove", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        const auto removed = m_public->remove(params.value(u"id").toString());
        reply.answer(removed ? Result<QJsonObject>(QJsonObject()) : tl::unexpected(removed.error()));
    });
}

void Engine::answerWithBins(const char* method, const QJsonObject& params, const RpcReply& reply,
    std::function<QJsonObject(Database&, const BinRequest&)> query)
{
    BinRequest request;
    for (const auto& [name, at] : { std::pair("from", &request.from), std::pair("to", &request.to) }) {
        const QJsonValue given = params.value(QLatin1String(name));
        if (given.isUndefined())
            continue;
        *at = given.toInteger(-1);
        if (**at < 0 || **at > Forever) {
            reply.answer(tl::unexpected(badParam(method, name, QStringLiteral("UTC ms of the years 1970 to 9999"))));
            return;
        }
    }
    if (const QString step = params.value(u"step").toString(); !step.isEmpty() && !(request.width = binWidthFromText(step))) {
        reply.answer(tl::unexpected(badParam(method, "step", QStringLiteral("\"quarter\", \"hour\", \"day\", \"week\" or \"month\""))));
        return;
    }
    const QString zone = params.value(u"zone").toString();
    if (const auto named = zone.isEmpty() ? std::optional(localZone()) : zoneNamed(zone)) {
        request.zone = *named;
    } else {
        reply.answer(tl::unexpected(badParam(method, "zone", QStringLiteral("a time zone such as \"Europe/Berlin\""))));
        return;
    }
    answerFromStore(reply, [request, query = std::move(query)](Database& db) { return db.read([&] { return query(db, request); }); });
}

void Engine::answerChange(const Result<void>& changed, const RpcReply& reply)
{
    if (!changed) {
        reply.error(changed.error());
        return;
    }
    applySettings();
    heartbeat();
    answerOnceWritten(reply);
}

void Engine::answerOnceWritten(const RpcReply& reply)
{
    answerFromStore(reply, [now = status().toJson(), unwritten = m_recorder->unwritten()](Database&) -> Result<QJsonObject> {
        if (const auto failed = std::exchange(*unwritten, std::nullopt))
            return failure(QStringLiteral("settings.store"),
                QStringLiteral("The change counts now, but it can't be written down: %1 After the next start the old one would count. Make room and change it again.").arg(failed->message));
        return now;
    });
}

void Engine::addHistoryMethods()
{
    addMethod("history.changes", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        const SyncCursor cursor { params.value(u"epoch").toString(), params.value(u"run").toString(), params.value(u"after").toInteger(0) };
        const auto limit = static_cast<int>(limitOf(params, 500, 2000));
        answerFromStore(reply, [epoch = m_ledger->epoch(), cursor, limit](Database& db) -> Result<QJsonObject> {
            const auto page = MachineHistory::changes(db, epoch, cursor, limit);
            return page ? Result<QJsonObject>(page->toJson()) : tl::unexpected(page.error());
        });
    });
    addMethod("earnings.query", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        const auto by = groupByFromText(params.value(u"by").toString(QStringLiteral("resource")));
        if (!by) {
            reply.answer(tl::unexpected(badParam("earnings.query", "by", QStringLiteral("\"resource\", \"machine\", \"customer\" or \"state\""))));
            return;
        }
        QList<CustomerMoney> money;
        if (*by == GroupBy::State) {
            for (const Ledger::ChannelMoney& channel : m_ledger->channelMoney(std::numeric_limits<qsizetype>::max()))
                money.append({ MachineHistory::ThisMachine, channel.issuer.hex0x(), channel.money.settled, channel.money.bounced, channel.money.secured });
        }
        answerWithBins("earnings.query", params, reply, [by = *by, money, now = m_clock.now()](Database& db, const BinRequest& request) {
            return MachineHistory::earnings(db, by, request.bins(db, now), now, money).toJson();
        });
    });
    addMethod("usage.query", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        answerWithBins("usage.query", params, reply, [series = params.value(u"series").toString(), now = m_clock.now()](Database& db, const BinRequest& request) {
            const QList<TimeBin> bins = request.bins(db, now);
            const auto [kind, slots] = MachineHistory::usage(db, series, bins);
            QJsonArray points;
            for (qsizetype i = 0; i < bins.size(); ++i) {
                if (!slots[i].isKnown())
                    continue; // unknown is no point
                QJsonObject point { { QStringLiteral("start"), bins[i].start }, { QStringLiteral("end"), bins[i].end } };
                if (kind == SeriesKind::Counter)
                    point.insert(QStringLiteral("sum"), slots[i].sum);
                else
                    point.insert(QStringLiteral("mean"), slots[i].mean());
                if (kind != SeriesKind::Counter) {
                    point.insert(QStringLiteral("min"), slots[i].min);
                    point.insert(QStringLiteral("max"), slots[i].max);
                }
                points.append(point);
            }
            return QJsonObject { { QStringLiteral("points"), points } };
        });
    });
    addMethod("usage.series", [this](RpcSession&, const QJsonObject&, const RpcReply& reply) {
        answerFromStore(reply, [](Database& db) {
            return db.read([&] {
                SeriesStore store(db);
                return QJsonObject { { QStringLiteral("series"), QJsonArray::fromStringList(usageNames(store)) } };
            });
        });
    });
    addMethod("uptime.intervals", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        answerFromStore(reply, [span = spanOf(params)](Database& db) -> Result<QJsonObject> {
            const auto intervals = MachineHistory::uptime(db, span.from, span.to);
            if (!intervals)
                return tl::unexpected(intervals.error());
            QJsonArray rows;
            for (const UptimeInterval& interval : *intervals)
                rows.append(interval.toJson());
            return QJsonObject { { QStringLiteral("intervals"), rows } };
        });
    });
    addMethod("vouchers.list", [this](RpcSession&, const QJsonObject& params, const RpcReply& reply) {
        const auto wanted = m_ledger->channelMoney(limitOf(params, MaxChannelRows, MaxChannelRows), offsetOf(params));
        answerFromStore(reply, [wanted, machine = m_ledger->machine(), chain = m_chain.spec](Database& db) {
            return db.read([&] {
                QJsonArray channels;
                VoucherArchive archive(db);
                Statement select = db.prepare("SELECT cumulative, signature, updated FROM channels WHERE id=?");
                for (const Ledger::ChannelMoney& channel : wanted) {
                    if (channel.chequebook.isNull() || !select.bind(channel.channel).step())
                        continue; // those that are forgotten, and who was meanwhile
                    Voucher voucher { channel.chequebook, channel.beneficiary, machine, select.parsed(0, fromBigEndian32),
                        select.parsed(1, Signature::fromRaw) };
                    QJsonObject row = voucherRow(voucher, channel, chain, select.integer(2));
                    // Where only what is earned is wanted, the lowest that covers it is cashed.
                    if (const auto kept = archive.covering(channel.channel, chain.coveringUnits(channel.money.earned))) {
                        voucher.cumulative = fromBigEndian32(kept->cumulative).value_or(voucher.cumulative);
                        voucher.signature = Signature::fromRaw(kept->signature).value_or(voucher.signature);
                        row.insert(QStringLiteral("covering"), voucher.toJson());
                    }
                    channels.append(row);
                }
                return QJsonObject { { QStringLiteral("channels"), channels } };
            });
        });
    });
}

} // namespace surplus
