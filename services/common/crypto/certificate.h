// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/bytes.h"
#include "services/common/core/result.h"

#include <QSslCertificate>
#include <QSslKey>

namespace surplus {

/// A self-signed TLS certificate with its key. Peers pin the key (SPKI), so names and dates in it mean nothing.
struct TlsIdentity {
    QSslCertificate certificate;
    QSslKey key;
};

/// Reads `dir`/tls.pem, or makes a P-256 key and certificate there (mode 0600) if the file does not exist.
/// Fails with "tls.unusable" if the file is there and cannot be read, or cannot be written.
[[nodiscard]] Result<TlsIdentity> loadOrCreateTlsIdentity(const QString& dir);

/// SHA-256 of the certificate's SubjectPublicKeyInfo (RFC 7469); nothing for a null certificate.
[[nodiscard]] std::optional<Hash32> spkiHash(const QSslCertificate& certificate);

} // namespace surplus
