// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/rpc/server.h"

namespace surplus {

/// Every method of the control API (engine ↔ dashboard, surplusctl) with its lowest role.
[[nodiscard]] const QList<MethodSpec>& controlApi();
/// Every method of the market API (customer → provider).
[[nodiscard]] const QList<MethodSpec>& marketApi();

/// Registers `handler` under the table's entry for `name`, which must exist.
void addFrom(RpcServer& server, const QList<MethodSpec>& table, const char* name, RpcHandler handler);

/// HOST:PORT#MACHINE, how a customer names a provider. IPv6 hosts stand in brackets.
struct ProviderAddress {
    QString host;
    quint16 port = 0;
    MachineId machine;
    [[nodiscard]] QString toText() const;
    /// Fails with "provider.malformed", saying which part is wrong.
    [[nodiscard]] static Result<ProviderAddress> parse(const QString& text);
    bool operator==(const ProviderAddress&) const = default;
};

/// What a running engine leaves in its data directory (mode 0600) so that local programs find it.
struct RuntimeFile {
    quint16 port = 0;
    QByteArray secret; ///< 32 bytes
    qint64 pid = 0;
    quint64 startTime = 0; ///< of the process, in clock ticks since boot (/proc/PID/stat field 22)
    QString version;
    int protocol = ControlProtocolUnknown;

    static constexpr int ControlProtocolUnknown = 0;
    [[nodiscard]] static QString pathIn(const QString& dataDir) { return dataDir + QStringLiteral("/runtime.json"); }
    [[nodiscard]] Result<void> write(const QString& dataDir) const;
    /// Fails with "engine.absent" if there is none, "engine.runtime" if it can't be used.
    [[nodiscard]] static Result<RuntimeFile> read(const QString& dataDir);
};

/// Field 22 of /proc/PID/stat; 0 if there is no such process. With the pid it names one process for good.
[[nodiscard]] quint64 processStartTime(qint64 pid);

} // namespace surplus
