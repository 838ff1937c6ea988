// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/rpc/client.h"
#include "services/common/rpc/server.h"

namespace surplus {

/// Mutual proof of a shared secret that never travels. Both sides send a nonce; the server proves itself first, so a
/// program that squats the port learns nothing, then the client does and gets the role owner.
///   proof = HMAC-SHA-256(secret, label ‖ clientNonce ‖ serverNonce), label "surplus server" or "surplus client".
void addSecretAuthentication(RpcServer& server, const QByteArray& secret, const QJsonObject& versions);

/// Client side, on an open connection. The answer is the server's versions object, or "auth.server" if whoever answers
/// does not know the secret, or "auth.refused".
void authenticateWithSecret(RpcClient& client, const QByteArray& secret, RpcClient::Answer answer);

} // namespace surplus
