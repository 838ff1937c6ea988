// SPDX-License-Identifier: GPL-3.0-or-later
// Random sequences of calls beside a model in plain arithmetic, with invariants after each step.
import assert from "node:assert/strict";
import { Contract, id } from "ethers";
import { chequebookAbi, done, machine, provider, voucher, who } from "./evm.mjs";

/// `fee`: a tenth of the amount is taken on a transfer, "amount": of what arrives, "onTop": of the sender. Then nothing can be
/// set aside (but what is too little for a fee), and what is paid never comes out of another channel's reserve.
export async function randomSteps({ token, factory, steps, seed, fee = "", name = "" }) {
    let state = BigInt(seed);
    const random = (below) => { state = (state * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n); return Number((state >> 33n) % BigInt(below)); };
    const salt2 = id(`fuzz ${seed} ${name}`);
    await done(factory.deploy(who.issuer.address, salt2));
    const fuzzed = await factory.chequebookOf(who.issuer.address, salt2);
    const target = new Contract(fuzzed, chequebookAbi, provider);
    const model = { balance: 0n, paidOut: 0n, channels: new Map() };
    const of = (m) => { if (!model.channels.has(m)) model.channels.set(m, { paid: 0n, bounced: 0n, reserve: 0n, announced: 0n, at: 0n, signed: 0n }); return model.channels.get(m); };
    const reservedSum = () => [...model.channels.values()].reduce((sum, c) => sum + c.reserve, 0n);
    const payoutAt0 = await token.balanceOf(who.provider.address);
    const counts = {};
    const lostOf = (n) => n + (fee === "onTop" ? n / 10n : 0n), arrivingOf = (n) => n - (fee === "amount" ? n / 10n : 0n);
    const canPay = (n, reservedAfter) => n === 0n || (lostOf(n) <= model.balance && (lostOf(n) === n || model.balance - lostOf(n) >= reservedAfter));
    for (let step = 0; step < steps; ++step) {
        const m = random(4), c = of(m), amount = BigInt(1 + random(200));
        const free = model.balance - reservedSum();
        const kind = ["mint", "reserve", "announce", "wait", "decrease", "withdraw", "cash", "cash", "cash", "settle"][random(10)];
        counts[kind] = (counts[kind] ?? 0) + 1;
        const attempt = async (allowed, call, apply) => {
            try { await done(call()); } catch { assert.ok(!allowed, `step ${step}: ${kind} failed and should not`); await Promise.all(Object.values(who).map((w) => w.reset())); return; }
            assert.ok(allowed, `step ${step}: ${kind} should have failed`);
            apply();
        };
        const shares = (cumulative) => {
            const due = cumulative - c.paid, own = due < c.reserve ? due : c.reserve, rest = due - own < free ? due - own : free;
            return { due, own, payout: own + rest };
        };
        const canTake = (cumulative) => { const { own, payout } = shares(cumulative); return cumulative > c.paid && canPay(payout, reservedSum() - own); };
        const take = (cumulative) => {
            const { due, own, payout } = shares(cumulative);
            c.paid += payout; c.bounced = due - payout; c.reserve -= own; model.balance -= lostOf(payout); model.paidOut += arrivingOf(payout);
            if (c.announced > c.reserve) c.announced = c.reserve;
            if (c.announced === 0n) c.at = 0n;
        };
        if (kind === "mint") { await done(token.mint(fuzzed, amount)); model.balance += amount; }
        else if (kind === "reserve") await attempt(amount <= free && (!fee || amount < 10n), () => target.connect(who.issuer).reserve(who.provider.address, machine(m), amount), () => { c.reserve += amount; });
        else if (kind === "announce") { await attempt(amount <= c.reserve, () => target.connect(who.issuer).announceDecrease(who.provider.address, machine(m), amount), () => { c.announced = amount; c.at = -1n; });
            if (c.at === -1n) c.at = BigInt((await provider.getBlock("latest")).timestamp) + 604800n; }
        else if (kind === "wait") { await provider.send("evm_increaseTime", [random(6) * 86400]); await provider.send("evm_mine", []); }
        else if (kind === "decrease") { const now = BigInt((await provider.getBlock("latest")).timestamp) + 1n;
            if (c.at !== 0n && (now > c.at + 5n || now < c.at - 5n)) await attempt(now >= c.at, () => target.connect(who.issuer).decrease(who.provider.address, machine(m)), () => { c.reserve -= c.announced; c.announced = 0n; c.at = 0n; });
            else if (c.at === 0n) await attempt(false, () => target.connect(who.issuer).decrease(who.provider.address, machine(m)), () => {}); }
        else if (kind === "withdraw") await attempt(amount <= free && canPay(amount, reservedSum()), () => target.connect(who.issuer).withdraw(amount), () => { model.balance -= lostOf(amount); });
        else {
            const cumulative = random(4) === 0 ? c.paid : c.signed + amount;
            if (cumulative > c.signed) c.signed = cumulative;
            const signature = await voucher(who.issuer, fuzzed, who.provider.address, machine(m), cumulative);
            if (kind === "cash") await attempt(canTake(cumulative), () => target.connect(who.other).cash(who.provider.address, machine(m), cumulative, signature), () => take(cumulative));
            else { await done(factory.connect(who.other).settle([[fuzzed, who.provider.address, machine(m), cumulative, signature]])); if (canTake(cumulative)) take(cumulative); }
        }
        // Invariants: the deposit covers the reserves (so that a reserved channel can always be paid); nobody got more than was signed; the model agrees.
        const [balance, reserved, onChain] = await Promise.all([token.balanceOf(fuzzed), target.reserved(), target.channelOf(who.provider.address, machine(m))]);
        assert.ok(balance >= reserved, `step ${step}: the reserves are not covered`);
        assert.equal(reserved, reservedSum());
        assert.equal(balance, model.balance);
        assert.ok(onChain.paid <= c.signed, `step ${step}: more was paid than was signed`);
        assert.deepEqual([onChain.paid, onChain.bounced, onChain.reserve, onChain.announced], [c.paid, c.bounced, c.reserve, c.announced], `step ${step}: ${kind}`);
        assert.equal(await token.balanceOf(who.provider.address), payoutAt0 + model.paidOut);
    }
    const [found] = await factory.states([[fuzzed, who.provider.address, machine(0)]]);
    assert.deepEqual([found.deployed, found.free, found.paid], [true, model.balance - reservedSum(), of(0).paid]);
    if (fee) await done(token.setFee(0n));
    // In the end every reserved channel is paid, one after the other.
    for (const [m, c] of model.channels) {
        if (c.reserve === 0n) continue;
        const wanted = c.paid + c.reserve, was = c.paid;
        await done(target.connect(who.other).cash(who.provider.address, machine(m), wanted, await voucher(who.issuer, fuzzed, who.provider.address, machine(m), wanted)));
        assert.equal((await target.channelOf(who.provider.address, machine(m))).paid - was, c.reserve);
    }
    console.log(`${name}${steps} random steps agree with the model: ${JSON.stringify(counts)}`);
}
