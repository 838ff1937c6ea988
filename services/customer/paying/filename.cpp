// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/paying/filename.h"

#include <algorithm>

namespace surplus {

namespace {
constexpr char16_t Escape = 0xDC00;

/// How many bytes the UTF-8 sequence at `at` takes; 0 if there is none.
qsizetype sequenceAt(QByteArrayView bytes, qsizetype at)
{
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const qsizetype length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > bytes.size())
        return 0;
    const QByteArrayView sequence = bytes.sliced(at, length);
    return QString::fromUtf8(sequence).toUtf8() == sequence ? length : 0; // overlong ones and surrogates come back otherwise
}

/// The byte that stands at `at`, or -1 where ordinary text does.
int byteAt(const QString& path, qsizetype at)
{
    const char16_t unit = path[at].unicode();
    const bool lone = at == 0 || !path[at - 1].isHighSurrogate();
    return lone && unit >= Escape + 0x80 && unit <= Escape + 0xFF ? unit - Escape : -1;
}

template <typename Stray> QByteArray encode(const QString& path, Stray stray)
{
    QByteArray bytes;
    qsizetype from = 0;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const int byte = byteAt(path, i);
        if (byte < 0)
            continue;
        bytes += QStringView(path).sliced(from, i - from).toUtf8();
        bytes += stray(byte);
        from = i + 1;
    }
    return bytes + QStringView(path).sliced(from).toUtf8();
}
} // namespace

QString pathFromBytes(QByteArrayView bytes)
{
    QString path;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = sequenceAt(bytes, at);
        if (length > 0)
            path += QString::fromUtf8(bytes.sliced(at, length));
        else
            path += QChar(static_cast<char16_t>(Escape + static_cast<unsigned char>(bytes[at])));
        at += std::max<qsizetype>(1, length);
    }
    return path;
}

QByteArray pathToBytes(const QString& path)
{
    return encode(path, [](int byte) { return QByteArray(1, static_cast<char>(byte)); });
}

QString shownPath(const QString& path)
{
    QString shown = QString::fromUtf8(encode(path, [](int byte) { return "\\x" + QByteArray::number(byte, 16).toUpper(); }));
    for (qsizetype i = shown.size() - 1; i >= 0; --i) { // nothing that a terminal obeys
        if (shown[i].category() == QChar::Other_Control)
            shown.replace(i, 1, QStringLiteral("\\x%1").arg(shown[i].unicode(), 2, 16, QLatin1Char('0')));
    }
    return shown;
}

QString fileNameOf(const QString& path) { return path.sliced(path.lastIndexOf(u'/') + 1); }

} // namespace surplus
