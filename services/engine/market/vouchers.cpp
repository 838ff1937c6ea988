// SPDX-License-Identifier: GPL-3.0-or-later
// How vouchers are checked, attributed and written down: a part of Ledger.
#include "services/engine/market/ledger.h"

#include "services/common/history/machinehistory.h"

#include <QLoggingCategory>
#include <algorithm>
#include <chrono>
#include <thread>

namespace surplus {

Q_LOGGING_CATEGORY(lcVouchers, "surplus.ledger.vouchers")

namespace {
constexpr qsizetype MaxWaitingVouchers = 20'000;
}

void Ledger::submit(const Voucher& voucher, const std::optional<LeaseId>& lease, bool first,
    std::function<void(Result<VoucherOutcome>)> done)
{
    bool post = false;
    bool full = false;
    {
        const std::lock_guard lock(m_mutex);
        full = m_submissions.size() >= MaxWaitingVouchers;
        if (!full) {
            m_submissions.append({ voucher, lease, first, done });
            post = !std::exchange(m_commitPosted, true);
        }
    }
    if (full)
        done(failure(QStringLiteral("ledger.busy"), QStringLiteral("Too many vouchers are waiting. Try again.")));
    else if (post && !m_store.post([this](Database& db) { commitSubmissions(db); })) {
        const std::lock_guard lock(m_mutex);
        m_commitPosted = false; // the next one, or the next flush, posts again
    }
}

Result<Amount> Ledger::check(const Voucher& voucher, const ChainSpec& chain, const MachineId& machine,
    const Address& beneficiary, const Address& issuer)
{
    if (voucher.machine != machine)
        return failure(QStringLiteral("voucher.machine"), QStringLiteral("The voucher is for another machine."));
    if (voucher.beneficiary != beneficiary)
        return failure(QStringLiteral("voucher.beneficiary"),
            QStringLiteral("The voucher pays another address. Open a new session to learn the present one."));
    const auto nano = chain.toNano(voucher.cumulative);
    if (!nano)
        return failure(QStringLiteral("voucher.amount"),
            QStringLiteral("The voucher's amount is no whole number of nano-tokens, or too large to be true."));
    const auto signer = recoverSigner(voucher.digest(chain.chainId), voucher.signature);
    if (!signer || addressOf(*signer) != issuer)
        return failure(QStringLiteral("voucher.signature"),
            QStringLiteral("The voucher is not signed by the chequebook's issuer for this chain."));
    return *nano;
}

QList<Ledger::Entry> Ledger::attribute(Account& account, QHash<LeaseId, LeaseRecord>& leases,
    const std::optional<LeaseId>& preferred, Amount increment, bool first) const
{
    QList<LeaseRecord*> order;
    for (const LeaseId& id : account.leases) {
        if (const auto lease = leases.find(id); lease != leases.end())
            order.append(&*lease);
    }
    std::sort(order.begin(), order.end(), [&](const LeaseRecord* a, const LeaseRecord* b) {
        const bool aFirst = preferred == a->id;
        const bool bFirst = preferred == b->id;
        return aFirst != bFirst ? aFirst : std::pair(a->created, a->id) < std::pair(b->created, b->id);
    });
    QList<Entry> entries;
    qint64 prepaid = account.prepaid.nano();
    qint64 left = increment.nano();
    const auto pay = [&](const LeaseRecord& lease, Amount due, Amount& paid, const QString& kind) {
        qint64 open = std::max<qint64>(0, due.nano() - paid.nano());
        const qint64 fromPrepaid = std::min(open, prepaid); // it stands in the rows already
        prepaid -= fromPrepaid;
        open -= fromPrepaid;
        const qint64 now = std::min(open, left);
        left -= now;
        paid = Amount::fromNano(paid.nano() + fromPrepaid + now);
        if (now > 0)
            entries.append({ lease.id.raw(), kind, Amount::fromNano(now), true });
    };
    for (LeaseRecord* lease : order) {
        pay(*lease, lease->dueKeep(), lease->paidKeep, QStringLiteral("keep"));
        pay(*lease, lease->dueRetrieve(), lease->paidRetrieve, QStringLiteral("retrieve"));
    }
    if (left > 0 && first) {
        account.recovered = Amount::fromNano(account.recovered.nano() + left);
        entries.append({ QByteArray(), QStringLiteral("recovered"), Amount::fromNano(left), false });
    } else if (left > 0) {
        prepaid += left;
        entries.append({ QByteArray(), QStringLiteral("prepaid"), Amount::fromNano(left), true });
    }
    account.prepaid = Amount::fromNano(prepaid);
    return entries;
}

void Ledger::commitSubmissions(Database& db)
{
    QList<Submission> submissions;
    QHash<Address, Account> accounts; // copies of those touched
    QHash<LeaseId, LeaseRecord> leases;
    Address beneficiary;
    {
        const std::lock_guard lock(m_mutex);
        submissions = std::exchange(m_submissions, {});
        m_commitPosted = false;
        beneficiary = m_beneficiary;
        for (const Submission& submission : std::as_const(submissions)) {
            const auto account = m_accounts.constFind(submission.voucher.chequebook);
            if (account != m_accounts.constEnd())
                accounts.insert(account->chequebook, *account);
        }
        for (const Account& account : std::as_const(accounts)) {
            for (const LeaseId& id : account.leases) {
                // Only what has something to pay can be touched by a voucher.
                const LeaseRecord& lease = *m_leases.constFind(id);
                if (lease.due().nano() > lease.paidKeep.nano() + lease.paidRetrieve.nano())
                    leases.insert(id, lease);
            }
        }
    }
    if (submissions.isEmpty())
        return;
    ++m_commits;
    QList<Result<VoucherOutcome>> outcomes(submissions.size());
    qint64 lastEntry = 0;
    const UtcMs now = m_clock.now();
    auto committed = db.transact([&] {
        MachineHistory history(db);
        Statement insertEntry = db.prepare(
            "INSERT INTO entries(channel, at, resource, subject, kind, nano) VALUES(?,?,'storage',?,?,?)");
        for (qsizetype i = 0; i < submissions.size(); ++i) {
            const Submission& submission = submissions[i];
            const auto found = accounts.find(submission.voucher.chequebook);
            Account* account = found == accounts.end() ? nullptr : &*found;
            const Result<Amount> amount = account
                ? check(submission.voucher, m_chain, m_machine, beneficiary, account->issuer)
                : failure(QStringLiteral("voucher.chequebook"),
                      QStringLiteral("No session named this chequebook. Begin with a hello that carries its salt."));
            if (!amount) {
                outcomes[i] = tl::unexpected(amount.error());
                continue;
            }
            Channel channel = account->channels.value(beneficiary);
            if (*amount <= channel.accepted) {
                outcomes[i] = VoucherOutcome {}; // valid and not higher: changes nothing
                continue;
            }
            const Amount increment = *amount->minus(channel.accepted);
            const auto total = account->accepted.plus(increment);
            const auto recovered = account->recovered.plus(increment);
            if (!total || !recovered || !account->prepaid.plus(increment)) {
                outcomes[i] = failure(QStringLiteral("voucher.amount"), QStringLiteral("The voucher's amount overflows the account."));
                continue;
            }
            channel.highest = submission.voucher;
            channel.accepted = *amount;
            account->accepted = *total;
            const QByteArray cumulative = toBigEndian32(submission.voucher.cumulative);
            const QByteArray signature = submission.voucher.signature.raw();
            if (account->id == 0)
                writeAccount(db, *account);
            if (channel.id == 0) {
                db.prepare("INSERT INTO channels(account, beneficiary, cumulative, signature, accepted, updated) "
                           "VALUES(?,?,?,?,?,?)")
                    .bind(account->id, beneficiary.raw(), cumulative, signature, amount->nano(), now).run();
                channel.id = db.lastInsertId();
            } else {
                db.prepare("UPDATE channels SET cumulative=?, signature=?, accepted=?, updated=? WHERE id=?")
                    .bind(cumulative, signature, amount->nano(), now, channel.id).run();
            }
            db.prepare("INSERT INTO vouchers(channel, cumulative, signature, at) VALUES(?,?,?,?)")
                .bind(channel.id, cumulative, signature, now).run();
            account->channels.insert(beneficiary, channel);
            for (const Entry& entry : attribute(*account, leases, submission.lease, increment, submission.first)) {
                const auto at = entry.dated ? std::optional<qint64>(now) : std::nullopt;
                insertEntry.bind(channel.id, at, entry.lease, entry.kind, entry.amount.nano()).run();
                history.earn(QStringLiteral("storage"), account->issuer.hex0x(), at, entry.amount);
                lastEntry = db.lastInsertId();
            }
            outcomes[i] = VoucherOutcome { true, {} };
        }
        for (Account& account : accounts) {
            if (account.id != 0)
                writeAccount(db, account);
        }
        for (const LeaseRecord& lease : std::as_const(leases))
            writeLease(db, lease);
        history.flush();
    });
    if (const int delay = m_commitDelay; delay > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(delay));
    {
        const std::lock_guard lock(m_mutex);
        if (committed) {
            for (const LeaseRecord& lease : std::as_const(leases)) {
                // Metering went on meanwhile: take over only what this commit decided.
                if (const auto held = m_leases.find(lease.id); held != m_leases.end()) {
                    held->paidKeep = lease.paidKeep;
                    held->paidRetrieve = lease.paidRetrieve;
                    if (held->retrieved == lease.retrieved && held->keptSeconds == lease.keptSeconds)
                        m_dirty.remove(lease.id);
                }
            }
            for (const Account& account : std::as_const(accounts)) {
                Account& held = m_accounts[account.chequebook];
                if (held.chequebook.isNull())
                    held = account; // a guest that had to make room meanwhile
                held.id = account.id;
                held.channels = account.channels;
                held.accepted = account.accepted;
                held.prepaid = account.prepaid;
                held.recovered = account.recovered;
                m_exposure.update(held);
            }
            m_lastEntry = std::max(m_lastEntry, lastEntry);
        }
        for (qsizetype i = 0; i < submissions.size(); ++i) {
            if (!committed)
                outcomes[i] = tl::unexpected(committed.error());
            else if (outcomes[i])
                outcomes[i]->account = view(m_accounts.value(submissions[i].voucher.chequebook));
        }
    }
    if (!committed)
        qCWarning(lcVouchers).noquote() << "vouchers could not be written down:" << committed.error().message;
    for (qsizetype i = 0; i < submissions.size(); ++i)
        submissions[i].done(outcomes[i]);
}

} // namespace surplus
