// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/chain/chainconfig.h"

#include <QVariantMap>

namespace surplus {

/// A chain as a person types it.
struct TypedChain {
    QString factory;
    QString token;
    QString endpoints; ///< with spaces between them
    QString confirmations;

    /// What is wrong with it, by the field's name: factory, token, endpoints, confirmations.
    [[nodiscard]] QVariantMap problems() const;
    /// `base` with what was typed. Errors: the first of problems(), or ChainConfig's.
    [[nodiscard]] Result<ChainConfig> over(const ChainConfig& base) const;
};

} // namespace surplus
