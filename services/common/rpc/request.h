// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

#include <QJsonObject>
#include <QJsonValue>

namespace surplus {

/// The codes of JSON-RPC 2.0, section 5.1; the application's own errors travel as -32000 with their name in data.code.
enum class RpcCode { Parse = -32700, InvalidRequest = -32600, MethodNotFound = -32601, InvalidParams = -32602, Application = -32000 };

struct RpcRequest {
    QJsonValue id; ///< undefined for a notification, which gets no answer
    QString method;
    QJsonObject params;
};

struct RpcFault {
    RpcCode code;
    QJsonValue id; ///< of the request, if it could be read
    Error error;
};

/// Reads one JSON-RPC 2.0 request with named parameters; batches are refused. Any thread.
[[nodiscard]] tl::expected<RpcRequest, RpcFault> parseRequest(const QByteArray& text);

} // namespace surplus
