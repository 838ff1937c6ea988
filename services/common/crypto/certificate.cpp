// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/certificate.h"

#include "services/common/core/privatefile.h"

#include <QCryptographicHash>
#include <QFile>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace surplus {

namespace {
template <auto Free> struct Deleter {
    template <typename T> void operator()(T* pointer) const { Free(pointer); }
};
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;

/// Key and certificate as one PEM text; empty if OpenSSL refuses.
QByteArray newIdentityPem()
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    if (!key || !certificate)
        return {};
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -24 * 3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 20L * 365 * 24 * 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("surplus"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0)
        return {};
    const Bio bio(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1
        || PEM_write_bio_X509(bio.get(), certificate.get()) != 1)
        return {};
    char* data = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, length);
}
} // namespace

Result<TlsIdentity> loadOrCreateTlsIdentity(const QString& dir)
{
    const QString path = dir + QStringLiteral("/tls.pem");
    if (!QFile::exists(path)) {
        const QByteArray pem = newIdentityPem();
        if (pem.isEmpty())
            return failure(QStringLiteral("tls.unusable"), QStringLiteral("OpenSSL could not make a TLS key."));
        if (auto written = writePrivateFile(path, pem); !written)
            return tl::unexpected(written.error());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(QStringLiteral("tls.unusable"),
            QStringLiteral("The TLS key %1 can't be read: %2. Check who owns the file.").arg(path, file.errorString()));
    const QByteArray pem = file.readAll();
    TlsIdentity identity { QSslCertificate(pem, QSsl::Pem), QSslKey(pem, QSsl::Ec, QSsl::Pem) };
    if (identity.certificate.isNull() || identity.key.isNull())
        return failure(QStringLiteral("tls.unusable"),
            QStringLiteral("%1 holds no usable TLS key. Move it away and start again; a new one is made.").arg(path));
    return identity;
}

std::optional<Hash32> spkiHash(const QSslCertificate& certificate)
{
    if (certificate.isNull())
        return std::nullopt;
    const QByteArray spki = certificate.publicKey().toDer();
    // QSslKey::toDer of a public key is its SubjectPublicKeyInfo.
    return Hash32::fromRaw(QCryptographicHash::hash(spki, QCryptographicHash::Sha256));
}

} // namespace surplus
