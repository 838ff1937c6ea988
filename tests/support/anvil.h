// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/chain/abi.h"
#include "services/common/chain/contracts.h"
#include "services/common/chain/pendingtransaction.h"

#include "tests/support/children.h"
#include "tests/support/patience.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <csignal>
#include <memory>

/// A real EVM for tests.
namespace surplus::test {

/// Anvil with a test token and a factory, deployed by our own client. Blocks come with each transaction.
class Anvil {
public:
    ChainConfig config = ChainConfig::local();
    SecretKey deployer = SecretKey::generate();
    /// Before start(): the token is resources/contracts/OddToken.sol of that kind.
    enum class Odd { Plain, ReturnsFalse, ReturnsNothing, TakesFromAmount, TakesOnTop };
    std::optional<Odd> odd;

    /// "" or what is missing.
    [[nodiscard]] QString start(const QStringList& options = {}, int confirmations = 3)
    {
        // The program itself, not npm's wrapper: it is frozen and killed.
        const QDir packages(QStringLiteral(SURPLUS_SOURCE_DIR "/tests/interop/node_modules/@foundry-rs"));
        const QStringList platforms = packages.entryList({ QStringLiteral("anvil-*") }, QDir::Dirs);
        const QString path = packages.filePath(platforms.value(0) + QStringLiteral("/bin/anvil"));
        if (platforms.isEmpty() || !QFile::exists(path))
            return QStringLiteral("missing: the npm package @foundry-rs/anvil (npm ci in tests/interop)");
        endWithThisThread(m_process);
        m_process.start(path, QStringList { QStringLiteral("--port"), QStringLiteral("0") } + options);
        static const QRegularExpression listening(QStringLiteral("Listening on (\\S+)"));
        QByteArray text;
        const QDeadlineTimer deadline(Patience);
        while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
            m_process.waitForReadyRead(100);
            text += m_process.readAllStandardOutput();
            if (const auto match = listening.match(QString::fromUtf8(text)); match.hasMatch()) {
                m_url = QStringLiteral("http://") + match.captured(1);
                break;
            }
        }
        if (m_url.isEmpty())
            return QStringLiteral("Anvil does not start: ") + QString::fromUtf8(text + m_process.readAllStandardError());
        m_process.setStandardOutputFile(QProcess::nullDevice());
        config.endpoints = { m_url };
        config.confirmations = confirmations;
        m_rpc = std::make_unique<EvmRpc>(config.spec.chainId, config.endpoints);
        giveCoin(deployer.address());
        const auto token = odd ? create("OddToken", AbiTuple().number(config.spec.decimals).number(static_cast<int>(*odd)).encode())
                               : create("TestToken", AbiTuple().number(config.spec.decimals).encode());
        if (!token)
            return token.error().message;
        config.token = *token;
        const auto factory = create("ChequebookFactory", AbiTuple().address(*token).encode());
        if (!factory)
            return factory.error().message;
        config.spec.factory = *factory;
        EvmClient client(config);
        const auto hash = client.call(*factory, AbiTuple().call("initCodeHash()"));
        if (!hash)
            return hash.error().message;
        config.spec.initCodeHash = Hash32::fromRaw(*hash).value_or(Hash32());
        if (config.spec.initCodeHash != contracts::initCodeHashOf(*factory))
            return QStringLiteral("the hash of a chequebook's creation code is computed wrongly");
        return {};
    }
    ~Anvil()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] QJsonValue ask(const char* method, const QJsonArray& params = {})
    {
        const auto answer = m_rpc->call(QLatin1String(method), params);
        if (!answer)
            qFatal("%s: %s", method, qPrintable(answer.error().message));
        return *answer;
    }
    void giveCoin(const Address& to, const U256& wei = U256(1'000'000'000'000'000'000ULL))
    {
        (void)ask("anvil_setBalance", { to.hex0x(), toQuantity(wei) });
    }
    void giveTokens(const Address& to, Amount amount)
    {
        send(config.token, AbiTuple().address(to).number(config.spec.toBaseUnits(amount)).call("mint(address,uint256)"));
    }
    void mine(int blocks) { (void)ask("anvil_mine", { toQuantity(U256(static_cast<unsigned>(blocks))) }); }
    void skip(qint64 seconds)
    {
        (void)ask("evm_increaseTime", { seconds });
        mine(1);
    }
    [[nodiscard]] Amount tokens(const Address& of)
    {
        EvmClient client(config);
        const auto balance = tokenBalance(client, of);
        return balance ? config.spec.toNanoFloor(*balance) : Amount::fromNano(-1);
    }
    void send(const Address& to, const QByteArray& data)
    {
        EvmClient client(config);
        const auto offer = client.offer(deployer.address(), to, data);
        const auto pending = offer ? prepareTransaction(client, deployer, to, data, *offer) : tl::unexpected(offer.error());
        const auto receipt = pending ? sendAndWait(client, *pending, Patience) : tl::unexpected(pending.error());
        if (!receipt)
            qFatal("%s", qPrintable(receipt.error().message));
    }
    /// The "chain" of an engine's configuration, or a customer's chain file.
    [[nodiscard]] QByteArray json() const { return QJsonDocument(config.toJson()).toJson(QJsonDocument::Compact); }
    void freeze() { ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP); }
    void thaw() { ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT); }

private:
    [[nodiscard]] Result<Address> create(const char* name, const QByteArray& arguments)
    {
        QFile file(QStringLiteral(SURPLUS_SOURCE_DIR "/resources/contracts/%1.json").arg(QLatin1String(name)));
        if (!file.open(QIODevice::ReadOnly))
            return failure(QStringLiteral("test"), file.fileName());
        const QJsonObject built = QJsonDocument::fromJson(file.readAll()).object();
        const QByteArray code = QByteArray::fromHex(built.value(u"bytecode").toString().mid(2).toLatin1()) + arguments;
        EvmClient client(config);
        const auto offer = client.offer(deployer.address(), std::nullopt, code);
        if (!offer)
            return tl::unexpected(offer.error());
        const auto pending = prepareTransaction(client, deployer, std::nullopt, code, *offer);
        if (!pending)
            return tl::unexpected(pending.error());
        const auto receipt = sendAndWait(client, *pending, Patience);
        if (!receipt)
            return tl::unexpected(receipt.error());
        return receipt->created.value_or(Address());
    }

    QProcess m_process;
    QString m_url;
    std::unique_ptr<EvmRpc> m_rpc;
};

} // namespace surplus::test
