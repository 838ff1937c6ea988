// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/rpc/secretauth.h"

#include "services/common/core/parse.h"
#include "services/common/crypto/keccak.h"

namespace surplus {

namespace {
struct Exchange {
    QByteArray clientNonce;
    QByteArray serverNonce;
};
constexpr qsizetype NonceSize = 32;

QByteArray proof(const QByteArray& secret, const char* label, const Exchange& exchange)
{
    return hmacSha256(secret, QByteArray(label) + exchange.clientNonce + exchange.serverNonce);
}
QString hex(const QByteArray& bytes) { return QString::fromLatin1(bytes.toHex()); }
QByteArray unhex(const QJsonValue& value) { return parse::hex(value.toString()).value_or(QByteArray()); }
} // namespace

void addSecretAuthentication(RpcServer& server, const QByteArray& secret, const QJsonObject& versions)
{
    server.add({ "auth.begin", Role::Anyone, "The server proves that it knows the secret.",
                   { { "nonce", ParamType::String, true, "the client's nonce, 32 bytes in hexadecimal" } },
                   "nonce, proof and the server's versions" },
        [secret, versions](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
            const Exchange exchange { unhex(params.value(u"nonce")), randomBytes(NonceSize) };
            if (exchange.clientNonce.size() != NonceSize) {
                reply.error({ QStringLiteral("rpc.params"), QStringLiteral("auth.begin: \"nonce\" must have 32 bytes.") });
                return;
            }
            session.data = exchange;
            QJsonObject result = versions;
            result.insert(QStringLiteral("nonce"), hex(exchange.serverNonce));
            result.insert(QStringLiteral("proof"), hex(proof(secret, "surplus server", exchange)));
            reply.result(result);
        });
    server.add({ "auth.prove", Role::Anyone, "The client proves that it knows the secret.",
                   { { "proof", ParamType::String, true, "HMAC over both nonces, in hexadecimal" } }, "role" },
        [secret](RpcSession& session, const QJsonObject& params, const RpcReply& reply) {
            const auto* exchange = std::any_cast<Exchange>(&session.data);
            if (!exchange || !equalInConstantTime(unhex(params.value(u"proof")), proof(secret, "surplus client", *exchange))) {
                reply.error({ QStringLiteral("auth.refused"), QStringLiteral("The proof is wrong. Read the runtime file again.") });
                session.disconnectPeer(QStringLiteral("authentication failed"));
                return;
            }
            session.data.reset();
            session.setRole(Role::Owner);
            reply.result({ { QStringLiteral("role"), roleName(Role::Owner) } });
        });
}

void authenticateWithSecret(RpcClient& client, const QByteArray& secret, RpcClient::Answer answer)
{
    const QByteArray nonce = randomBytes(NonceSize);
    client.call(QStringLiteral("auth.begin"), { { QStringLiteral("nonce"), hex(nonce) } },
        [&client, secret, nonce, answer = std::move(answer)](const Result<QJsonObject>& begun) {
            if (!begun) {
                answer(begun);
                return;
            }
            const Exchange exchange { nonce, unhex(begun->value(u"nonce")) };
            if (exchange.serverNonce.size() != NonceSize
                || !equalInConstantTime(unhex(begun->value(u"proof")), proof(secret, "surplus server", exchange))) {
                client.close();
                answer(failure(QStringLiteral("auth.server"),
                    QStringLiteral("Whoever answers on this port is not the engine that wrote the runtime file. Nothing "
                                   "was sent to it. Restart the engine.")));
                return;
            }
            client.call(QStringLiteral("auth.prove"),
                { { QStringLiteral("proof"), hex(proof(secret, "surplus client", exchange)) } },
                [answer, versions = *begun](const Result<QJsonObject>& proved) {
                    answer(proved ? Result<QJsonObject>(versions) : proved);
                });
        });
}

} // namespace surplus
