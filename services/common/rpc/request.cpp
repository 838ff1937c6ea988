// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/rpc/request.h"

#include <QJsonDocument>

namespace surplus {

tl::expected<RpcRequest, RpcFault> parseRequest(const QByteArray& text)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return tl::unexpected(RpcFault { RpcCode::Parse, {},
            { QStringLiteral("rpc.parse"), QStringLiteral("Not JSON: %1.").arg(parseError.errorString()) } });
    const QJsonObject request = document.object();
    const QJsonValue id = request.value(u"id");
    const QJsonValue method = request.value(u"method");
    const QJsonValue params = request.value(u"params");
    const bool idIsFine = id.isUndefined() || id.isString() || id.isDouble();
    if (!document.isObject() || request.value(u"jsonrpc") != QLatin1String("2.0") || !method.isString() || !idIsFine
        || !(params.isUndefined() || params.isObject()))
        return tl::unexpected(RpcFault { RpcCode::InvalidRequest, idIsFine ? id : QJsonValue(QJsonValue::Undefined),
            { QStringLiteral("rpc.request"),
                QStringLiteral("Not a JSON-RPC 2.0 request with named parameters; batches are not accepted.") } });
    return RpcRequest { id, method.toString(), params.toObject() };
}

} // namespace surplus
