// SPDX-License-Identifier: GPL-3.0-or-later
// How vouchers are checked, accepted and written down: a part of Ledger.
#include "services/common/history/machinehistory.h"
#include "services/engine/market/archive.h"
#include "services/engine/market/ledger.h"

#include <QLoggingCategory>
#include <algorithm>
#include <chrono>
#include <thread>

namespace surplus {

Q_LOGGING_CATEGORY(lcVouchers, "surplus.ledger.vouchers")

void Ledger::submit(const Voucher& voucher, const std::optional<LeaseId>& lease, std::function<void(Result<VoucherOutcome>)> done)
{
    bool full = false;
    {
        const std::lock_guard lock(m_mutex);
        const auto account = m_accounts.constFind(voucher.chequebook);
        const bool known = account != m_accounts.constEnd();
        const Network network = known ? account->network : Network();
        Tally& tally = known && account->cover(m_beneficiary) > 0 ? m_waitingCovered : m_waitingUnfunded;
        full = tally.hit(voucher.chequebook.raw(), network, 1) != QuotaHit::None;
        if (!full) {
            tally.add(voucher.chequebook.raw(), network, 1);
            m_submissions.append({ voucher, lease, done, network, &tally });
        }
    }
    if (full)
        done(failure(QStringLiteral("ledger.busy"), QStringLiteral("Too many vouchers are waiting. Try again.")));
    else
        postCommit();
}

void Ledger::postCommit()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_submissions.isEmpty() || std::exchange(m_commitPosted, true))
            return;
    }
    if (m_store.post([this](Database& db) { commitSubmissions(db); }))
        return;
    const std::lock_guard lock(m_mutex);
    m_commitPosted = false; // the next one, or the next flush, posts again
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

void Ledger::accept(Database& db, Account& account, const Submission& submission, Amount amount, Touched& touched)
{
    const Address& beneficiary = submission.voucher.beneficiary;
    Channel channel = account.channels.value(beneficiary);
    const bool first = channel.id == 0;
    channel.highest = submission.voucher;
    channel.accepted = amount;
    if (account.id == 0)
        writeAccount(db, account);
    if (first && !remember(db, account, channel, touched) && account.answered != beneficiary) {
        // What exceeds the use may be what an earlier ledger had earned; less than a base unit can only be rounding.
        const auto used = static_cast<qint64>(std::clamp<WideSigned>(account.unearned() - account.open(), 0, amount.nano()));
        const qint64 rest = amount.nano() - used;
        const qint64 unit = m_chain.toNano(U256(1)).value_or(Amount::fromNano(1)).nano();
        channel.waiting = Amount::fromNano(rest >= unit ? rest : 0);
    }
    if (first)
        writeChannel(db, account, channel); // gives it its id
    account.channels.insert(beneficiary, channel);
    touched.accounts[account.chequebook] = account;
}

void Ledger::archive(Database& db, const Account& account, const Channel& channel, Touched& touched)
{
    bool mayAdd = false;
    {
        const std::lock_guard lock(m_mutex);
        mayAdd = mayGrow(account, ArchivedBytes);
    }
    const qint64 rows = VoucherArchive(db).put(channel.id, toBigEndian32(channel.highest.cumulative),
        channel.highest.signature.raw(), m_chain.coveringUnits(channel.earned), m_clock.now(), mayAdd);
    touched.archived += rows;
    if (rows <= 0)
        return;
    const std::lock_guard lock(m_mutex);
    grow(account, rows * ArchivedBytes);
}

void Ledger::commitSubmissions(Database& db)
{
    QList<Submission> submissions;
    Touched touched;
    Address beneficiary;
    bool leaving = false;
    {
        const std::lock_guard lock(m_mutex);
        leaving = m_leaving;
        submissions = m_submissions.mid(0, MaxBatch);
        m_submissions.remove(0, submissions.size());
        for (const Submission& submission : std::as_const(submissions))
            submission.tally->remove(submission.voucher.chequebook.raw(), submission.network, 1);
        m_commitPosted = false;
        beneficiary = m_beneficiary;
    }
    if (submissions.isEmpty())
        return;
    QSet<Address> named { {} }; // with the others, of whom some may come back
    for (const Submission& submission : std::as_const(submissions))
        named.insert(submission.voucher.chequebook);
    makeRoom(db, named);
    {
        const std::lock_guard lock(m_mutex);
        for (const Address& chequebook : std::as_const(named)) {
            if (const auto account = m_accounts.constFind(chequebook); account != m_accounts.constEnd())
                touched.accounts.insert(chequebook, *account);
        }
        for (const Account& account : std::as_const(touched.accounts)) {
            for (const LeaseId& id : account.leases) {
                // Only what has something to pay can be touched by a voucher.
                const LeaseRecord& lease = *m_leases.constFind(id);
                if (lease.due().nano() > lease.paidKeep.nano() + lease.paidRetrieve.nano()) {
                    touched.leases.insert(id, lease);
                    m_dirty.remove(id); // what changes from now on is dirty again
                }
            }
        }
    }
    postCommit(); // for what didn't fit: other tasks come between
    ++m_commits;
    QList<Result<Amount>> amounts; // recovering signatures takes its time: before the file is locked
    for (const Submission& submission : std::as_const(submissions)) {
        const auto found = touched.accounts.constFind(submission.voucher.chequebook);
        amounts.append(leaving                        ? tl::unexpected(leavingError())
                : found != touched.accounts.constEnd()
                ? check(submission.voucher, m_chain, m_machine, beneficiary, found->issuer)
                : failure(QStringLiteral("voucher.chequebook"), QStringLiteral("No session named this chequebook. Begin with a hello that carries its salt.")));
    }
    QList<Result<VoucherOutcome>> outcomes(submissions.size());
    auto committed = db.transact([&] {
        QHash<Address, std::optional<LeaseId>> raised; // with the lease that was named last
        for (qsizetype i = 0; i < submissions.size(); ++i) {
            const Submission& submission = submissions[i];
            const Result<Amount>& amount = amounts[i];
            if (!amount) {
                outcomes[i] = tl::unexpected(amount.error());
                continue;
            }
            const auto found = touched.accounts.find(submission.voucher.chequebook);
            if (*amount <= found->channels.value(beneficiary).accepted) {
                outcomes[i] = VoucherOutcome {}; // valid and not higher: changes nothing
                if (amount->nano() == 0 && std::exchange(found->answered, beneficiary) != beneficiary && found->id != 0)
                    writeAccount(db, *found);
                continue;
            }
            if (found->id == 0) {
                const std::lock_guard lock(m_mutex);
                if (!mayEnter(*found) || !mayGrow(*found, AccountBytes)) {
                    outcomes[i] = failure(QStringLiteral("market.full"),
                        QStringLiteral("This machine takes no further customers from your network today. Set money aside for it on the chain, or try again tomorrow."));
                    continue;
                }
                grow(*found, AccountBytes);
            }
            Account account = *found;
            accept(db, account, submission, *amount, touched);
            raised.insert(account.chequebook, submission.lease);
            outcomes[i] = VoucherOutcome { true, {} };
        }
        MachineHistory history(db);
        for (Account& account : touched.accounts) {
            const auto lease = raised.constFind(account.chequebook);
            const bool higher = lease != raised.constEnd();
            if (account.id == 0 || (!higher && account.open() <= 0))
                continue;
            QList<Entry> entries;
            recover(account, beneficiary, account.funds.value(beneficiary), entries);
            entries += earn(account, touched.leases, higher ? *lease : std::nullopt);
            writeEarned(db, history, account, entries, touched);
            for (Channel& channel : account.channels)
                writeChannel(db, account, channel);
            if (higher)
                archive(db, account, account.channels[beneficiary], touched);
            account.active = std::max(account.active, m_running);
            writeAccount(db, account);
        }
        for (const LeaseRecord& lease : std::as_const(touched.leases))
            writeLease(db, lease);
        history.flush();
    });
    if (const int delay = m_commitDelay; delay > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(delay));
    if (committed)
        apply(touched);
    {
        const std::lock_guard lock(m_mutex);
        if (!committed) {
            for (const LeaseRecord& lease : std::as_const(touched.leases))
                m_dirty.insert(lease.id);
        }
        for (qsizetype i = 0; i < submissions.size(); ++i) {
            if (!committed)
                outcomes[i] = tl::unexpected(committed.error());
            else if (outcomes[i])
                outcomes[i]->account = view(m_accounts.value(submissions[i].voucher.chequebook));
        }
    }
    if (!committed)
        m_openEntries.clear(); // what was added in this transaction is gone
    if (!committed)
        qCWarning(lcVouchers).noquote() << "vouchers could not be written down:" << committed.error().message;
    for (qsizetype i = 0; i < submissions.size(); ++i)
        submissions[i].done(outcomes[i]);
}

void Ledger::apply(const Touched& touched)
{
    m_archived += touched.archived;
    const std::lock_guard lock(m_mutex);
    for (const LeaseRecord& lease : touched.leases) {
        // Metering went on meanwhile: take over only what this commit decided.
        const auto held = m_leases.find(lease.id);
        if (held == m_leases.end())
            continue;
        held->paidKeep = lease.paidKeep;
        held->paidRetrieve = lease.paidRetrieve;
        if (held->dueKeep() < held->paidKeep || held->dueRetrieve() < held->paidRetrieve) {
            // Forgiven, or an audit failed, while it was being paid: what is paid stays due.
            held->retrieved = std::max(held->retrieved, lease.retrieved);
            held->keptSeconds = std::max(held->keptSeconds, lease.keptSeconds);
            recomputeDue(m_accounts[held->chequebook]);
        }
    }
    for (const Account& account : touched.accounts) {
        Account& held = m_accounts[account.chequebook];
        if (held.chequebook.isNull())
            held = account; // a guest that had to make room meanwhile
        held.id = account.id;
        held.channels = account.channels;
        held.prepaid = account.prepaid;
        held.recovered = account.recovered;
        held.closedDue = account.closedDue;
        held.closedPaid = account.closedPaid;
        held.answered = account.answered;
        held.active = std::max(held.active, account.active);
        recomputeDue(held);
    }
    m_lastEntry += touched.entries;
}

} // namespace surplus
