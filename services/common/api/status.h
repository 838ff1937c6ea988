// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/rules.h"
#include "services/common/core/bytes.h"
#include "services/common/domain/money.h"

#include <QJsonObject>
#include <QList>

namespace surplus {

/// The version of the control protocol; the handshake carries it both ways.
inline constexpr int ControlProtocol = 1;

/// How much may be owed to the provider before it stops serving.
struct CreditCaps {
    Amount unfundedPerCustomer = Amount::fromNano(50 * NanoPerToken); ///< without money set aside: exposure and debt together
    Amount unfundedPerAddress = Amount::fromNano(100 * NanoPerToken); ///< of all such customers on one network address
    Amount unfundedTotal = Amount::fromNano(500 * NanoPerToken);
    Amount exposurePerCustomer = Amount::fromNano(10'000 * NanoPerToken); ///< accepted or owed and not settled, set aside or not
    Amount exposureTotal = Amount::fromNano(100'000 * NanoPerToken);

    /// Each with the name that it has in the configuration, in settings, on the wire and on the command line.
    struct Member {
        const char* name;
        Amount CreditCaps::* amount;
        const char* meaning;
    };
    [[nodiscard]] static const QList<Member>& members();
    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or malformed stays at its default.
    [[nodiscard]] static CreditCaps fromJson(const QJsonObject& json);
    bool operator==(const CreditCaps&) const = default;
};

/// What the engine knows of its chain.
struct ChainStatus {
    bool used = false; ///< an endpoint, a factory and a token are configured
    QString name;
    QString coin; ///< what fees are paid in
    UtcMs seen = 0; ///< when it answered last; 0: not since the start
    QString problem; ///< in words; empty: it answers
    bool operator==(const ChainStatus&) const = default;
};

struct StorageStatus {
    bool enabled = false;
    QString folder; ///< empty until somebody chose one
    qint64 limit = 0; ///< bytes that may be leased
    qint64 leased = 0; ///< bytes reserved by leases
    qint64 stored = 0; ///< bytes of leases whose content is complete
    qint64 diskFree = -1; ///< bytes; -1 = unknown
    qint64 retrieved = 0; ///< bytes delivered to customers since the ledger began
    int leases = 0;
    int customers = 0; ///< with at least one lease that has not ended
    bool serveUnfunded = false;
    bool servePublic = false; ///< what the owner gives away may be fetched by anybody, unpaid
    Amount keepPrice; ///< nano per GB and day
    Amount retrievePrice; ///< nano per GB
    QString problem; ///< in words; empty = healthy
    bool diskSilent = false; ///< the problem is that the disk doesn't answer
    qint64 uploadRate = 0; ///< bytes per second to customers, at most; 0 = no limit
    qint64 downloadRate = 0; ///< from customers
    qint64 minimumFree = 0; ///< bytes that stay free on the disk
    qint64 monthlyCap = 0; ///< bytes sent and received in a month of accounting, at most; 0 = no cap
    int resetDay = 1; ///< of the month, 1 to 31: its last day where it is shorter
    qint64 monthTraffic = 0; ///< bytes sent and received since the last reset
    QString writeProblem {}; ///< why content that is being filled can't be written, in a few words; empty: it can
    int damaged = 0; ///< stored files that are missing, cut short or can't be read, as far as was noticed
    QStringList damagedFiles {}; ///< some of them, beneath the folder
    bool operator==(const StorageStatus&) const = default;
};

/// Where the engine keeps its own database.
struct DataStatus {
    QString folder;
    qint64 free = -1; ///< bytes; -1 = unknown
    QString trouble; ///< "full", "low" or "failed"; empty = healthy
    QString problem; ///< the same in words, with the fix
    bool operator==(const DataStatus&) const = default;
};

/// Something that only the owner can mend.
struct EngineProblem {
    QString kind; ///< "data", "folder", "room" or "stored": of the status, what it is about
    QString text; ///< in words, with the fix
    [[nodiscard]] QJsonObject toJson() const { return { { QStringLiteral("kind"), kind }, { QStringLiteral("text"), text } }; }
    [[nodiscard]] static EngineProblem fromJson(const QJsonObject& json) { return { json.value(u"kind").toString(), json.value(u"text").toString() }; }
    bool operator==(const EngineProblem&) const = default;
};

/// engine.status and the push "engine.changed".
struct EngineStatus {
    MachineId machine;
    QString version;
    int protocol = 0;
    qint64 pid = 0;
    QString epoch;
    UtcMs now = 0; ///< the engine's clock
    ShareState state = ShareState::Idle;
    UtcMs since = 0;
    Reason reason = Reason::None; ///< of a pause, or what is missing while idle
    std::optional<UtcMs> until; ///< end of that pause, if anybody can tell
    QList<Pause> pauses; ///< all that hold now, what `reason` says first
    QString provider; ///< HOST:PORT#MACHINE, what customers are given
    QString beneficiary; ///< payout address, empty until set
    QString symbol;
    QString network; ///< "local" or the chain's name
    Money money;
    ChainStatus chain;
    qint64 lastEntry = 0; ///< sequence of the newest earnings entry, so that a watcher knows whether to sync
    StorageStatus storage;
    DataStatus data;
    QList<EngineProblem> problems; ///< what follows from all this, the worst first
    CreditCaps credit;
    Rules rules;
    QList<RuleSource> sources; ///< what the rules ask
    std::optional<UtcMs> scheduleChange; ///< when the schedule next begins or ends to share

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static std::optional<EngineStatus> fromJson(const QJsonObject& json);
    bool operator==(const EngineStatus&) const = default;
};

} // namespace surplus
