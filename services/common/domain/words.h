// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <array>
#include <cstddef>
#include <optional>

namespace surplus {

/// An enumeration and its words on the wire and in files, in the order of the enumerators, which count from 0. The words are
/// for good: they stand in people's histories.
template <typename Enum, std::size_t N> struct Words {
    std::array<const char*, N> words;

    [[nodiscard]] QString of(Enum value) const { return QLatin1String(words[static_cast<std::size_t>(value)]); }
    /// All, in their order.
    [[nodiscard]] QStringList list() const
    {
        QStringList all;
        for (const char* word : words)
            all.append(QLatin1String(word));
        return all;
    }
    [[nodiscard]] std::optional<Enum> find(QStringView text) const
    {
        for (std::size_t i = 0; i < N; ++i) {
            if (text == QLatin1String(words[i]))
                return static_cast<Enum>(i);
        }
        return std::nullopt;
    }
};

} // namespace surplus
