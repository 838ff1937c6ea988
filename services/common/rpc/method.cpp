// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/rpc/method.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>

namespace surplus {

namespace {
QString typeName(ParamType type)
{
    switch (type) {
    case ParamType::String:
        return QStringLiteral("string");
    case ParamType::Integer:
        return QStringLiteral("integer");
    case ParamType::Boolean:
        return QStringLiteral("boolean");
    case ParamType::Array:
        return QStringLiteral("array");
    case ParamType::Object:
        return QStringLiteral("object");
    }
    return {};
}

bool hasType(const QJsonValue& value, ParamType type)
{
    switch (type) {
    case ParamType::String:
        return value.isString();
    case ParamType::Integer:
        return value.isDouble() && std::abs(value.toDouble()) <= 9007199254740991.0
            && std::trunc(value.toDouble()) == value.toDouble();
    case ParamType::Boolean:
        return value.isBool();
    case ParamType::Array:
        return value.isArray();
    case ParamType::Object:
        return value.isObject();
    }
    return false;
}
} // namespace

QString roleName(Role role)
{
    switch (role) {
    case Role::Anyone:
        return QStringLiteral("anyone");
    case Role::Customer:
        return QStringLiteral("customer");
    case Role::Viewer:
        return QStringLiteral("viewer");
    case Role::Operator:
        return QStringLiteral("operator");
    case Role::Owner:
        return QStringLiteral("owner");
    }
    return {};
}

Result<void> checkParams(const MethodSpec& method, const QJsonObject& params)
{
    const auto bad = [&](const QString& name, const QString& what) {
        return failure(QStringLiteral("rpc.params"),
            QStringLiteral("%1: the parameter \"%2\" %3.").arg(QLatin1String(method.name), name, what));
    };
    for (const ParamSpec& spec : method.params) {
        const QString name = QLatin1String(spec.name);
        const QJsonValue value = params.value(name);
        if (value.isUndefined() || value.isNull()) {
            if (spec.required)
                return bad(name, QStringLiteral("is missing; it is needed as %1").arg(typeName(spec.type)));
        } else if (!hasType(value, spec.type)) {
            return bad(name, QStringLiteral("must be of type %1").arg(typeName(spec.type)));
        }
    }
    for (auto it = params.begin(); it != params.end(); ++it) {
        const bool known = std::any_of(method.params.begin(), method.params.end(),
            [&](const ParamSpec& spec) { return it.key() == QLatin1String(spec.name); });
        if (!known)
            return bad(it.key().left(40), QStringLiteral("is not known"));
    }
    return {};
}

QJsonObject openRpcDocument(const QString& title, const QString& version, const QList<MethodSpec>& methods)
{
    QJsonArray list;
    for (const MethodSpec& method : methods) {
        QJsonArray params;
        for (const ParamSpec& param : method.params) {
            params.append(QJsonObject { { QStringLiteral("name"), QLatin1String(param.name) },
                { QStringLiteral("description"), QLatin1String(param.description) },
                { QStringLiteral("required"), param.required },
                { QStringLiteral("schema"), QJsonObject { { QStringLiteral("type"), typeName(param.type) } } } });
        }
        list.append(QJsonObject { { QStringLiteral("name"), QLatin1String(method.name) },
            { QStringLiteral("summary"), QLatin1String(method.summary) },
            { QStringLiteral("paramStructure"), QStringLiteral("by-name") }, { QStringLiteral("params"), params },
            { QStringLiteral("x-lowest-role"), roleName(method.lowest) },
            { QStringLiteral("result"),
                QJsonObject { { QStringLiteral("name"), QStringLiteral("result") },
                    { QStringLiteral("description"), QLatin1String(method.result) },
                    { QStringLiteral("schema"), QJsonObject { { QStringLiteral("type"), QStringLiteral("object") } } } } } });
    }
    return { { QStringLiteral("openrpc"), QStringLiteral("1.2.6") },
        { QStringLiteral("info"),
            QJsonObject { { QStringLiteral("title"), title }, { QStringLiteral("version"), version } } },
        { QStringLiteral("methods"), list } };
}

} // namespace surplus
