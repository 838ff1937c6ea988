// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"

#include <QJsonObject>
#include <QList>

namespace surplus {

/// What a connection may do; each role may do what the ones before it may. The control API gives viewer, operator and
/// owner; the market API gives customer. They run on different listeners with different method tables.
enum class Role { Anyone, Customer, Viewer, Operator, Owner };

[[nodiscard]] QString roleName(Role role);

enum class ParamType { String, Integer, Boolean, Array, Object };

struct ParamSpec {
    const char* name;
    ParamType type;
    bool required;
    const char* description;
};

/// One method of an API: no method can be registered without its lowest role.
struct MethodSpec {
    const char* name;
    Role lowest;
    const char* summary;
    QList<ParamSpec> params;
    const char* result; ///< what the result object holds
};

/// Checks presence and type of every parameter and refuses unknown ones. Fails with "rpc.params", naming the parameter.
[[nodiscard]] Result<void> checkParams(const MethodSpec& method, const QJsonObject& params);

/// The OpenRPC 1.2.6 description of `methods`.
[[nodiscard]] QJsonObject openRpcDocument(const QString& title, const QString& version, const QList<MethodSpec>& methods);

} // namespace surplus
