// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace surplus {

/// Why something failed, as a value. `code` is stable and for programs ("lease.unknown"); `message` is for people and
/// says what was attempted, on what, why it failed and what to do.
struct Error {
    QString code;
    QString message;
};

template <typename T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(QString code, QString message)
{
    return tl::unexpected<Error>(Error { std::move(code), std::move(message) });
}

} // namespace surplus
