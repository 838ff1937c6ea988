// SPDX-License-Identifier: GPL-3.0-or-later
// The contracts on a real EVM (Anvil): each function's failures by name, the money to the unit, and long random
// sequences of calls beside a model in plain arithmetic, with three invariants after each.
//   node chequebook.mjs [STEPS] [SEED]
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { AbiCoder, ContractFactory, Interface, JsonRpcProvider, NonceManager, Wallet, ZeroAddress, getCreate2Address, id, keccak256, toBeHex } from "ethers";

const here = dirname(fileURLToPath(import.meta.url));
const built = (name) => JSON.parse(readFileSync(join(here, "../../resources/contracts", `${name}.json`), "utf8"));
const steps = Number(process.argv[2] ?? 300), seed = Number(process.argv[3] ?? 1);

const platform = readdirSync(join(here, "node_modules/@foundry-rs")).find((name) => name.startsWith("anvil-"));
const anvil = spawn(join(here, "node_modules/@foundry-rs", platform, "bin/anvil"), ["--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
process.on("exit", () => anvil.kill());
const url = await new Promise((found, failed) => {
    let text = "";
    anvil.stdout.on("data", (data) => { text += data; const at = text.match(/Listening on (\S+)/); if (at) found(`http://${at[1]}`); });
    anvil.on("exit", () => failed(new Error("missing: the npm package @foundry-rs/anvil does not run")));
    anvil.on("error", failed);
});
const provider = new JsonRpcProvider(url, 31337, { staticNetwork: true, cacheTimeout: -1 });
provider.pollingInterval = 20;
const key = (n) => id(`surplus test key ${n}`);
const people = { deployer: 0, issuer: 1, provider: 2, other: 3, relayer: 4 };
const who = {};
for (const [name, n] of Object.entries(people)) {
    const wallet = new Wallet(key(n), provider);
    await provider.send("anvil_setBalance", [wallet.address, toBeHex(10n ** 21n)]);
    who[name] = new NonceManager(wallet);
    who[name].wallet = wallet;
    who[name].address = wallet.address;
}
const deploy = async (name, ...args) => {
    const { abi, bytecode } = built(name);
    const contract = await new ContractFactory(abi, bytecode, who.deployer).deploy(...args);
    return contract.waitForDeployment();
};
const token = await deploy("TestToken", 18);
const factory = await deploy("ChequebookFactory", await token.getAddress());
const chequebookAbi = built("Chequebook").abi;
const errors = new Interface(chequebookAbi);
const { Contract } = await import("ethers");
const salt = id("salt");
const coder = AbiCoder.defaultAbiCoder();

/// The name of the custom error that a call reverts with; fails if it does not revert.
const failsWith = async (name, call) => {
    try {
        await (await call()).wait();
    } catch (error) {
        const data = error.data ?? error.info?.error?.data ?? error.error?.data;
        const parsed = typeof data === "string" ? errors.parseError(data) ?? factory.interface.parseError(data) : null;
        assert.equal(parsed?.name ?? error.shortMessage, name);
        await Promise.all(Object.values(who).map((one) => one.reset()));
        return;
    }
    assert.fail(`${name} was expected, and nothing failed`);
};
const done = async (sending) => (await sending).wait();
const machine = (n) => id(`machine ${n}`);
const domainOf = (chequebook) => ({ name: "Surplus Chequebook", version: "1", chainId: 31337, verifyingContract: chequebook });
const types = {
    Voucher: [{ name: "beneficiary", type: "address" }, { name: "machine", type: "bytes32" }, { name: "cumulative", type: "uint256" }],
    CashOut: [{ name: "chequebook", type: "address" }, { name: "machine", type: "bytes32" }, { name: "cumulative", type: "uint256" },
        { name: "relayer", type: "address" }, { name: "maxFee", type: "uint256" }, { name: "deadline", type: "uint256" }],
};
const voucher = (signer, chequebook, beneficiary, m, cumulative) =>
    signer.wallet.signTypedData(domainOf(chequebook), { Voucher: types.Voucher }, { beneficiary, machine: m, cumulative });
const cashOut = (signer, chequebook, m, cumulative, relayer, maxFee, deadline) =>
    signer.wallet.signTypedData(domainOf(chequebook), { CashOut: types.CashOut }, { chequebook, machine: m, cumulative, relayer, maxFee, deadline });

// --- addresses are known beforehand ---
const bound = keccak256(coder.encode(["address", "bytes32"], [who.issuer.address, salt]));
const address = getCreate2Address(await factory.getAddress(), bound, await factory.initCodeHash());
assert.equal(await factory.chequebookOf(who.issuer.address, salt), address);
await done(factory.connect(who.other).deploy(who.issuer.address, salt)); // anybody may
assert.ok(await factory.isGenuine(address));
await assert.rejects(async () => done(factory.deploy(who.issuer.address, salt)));
await who.deployer.reset();
const book = new Contract(address, chequebookAbi, provider);
assert.equal(await book.issuer(), who.issuer.address);
await failsWith("NotFactory", () => book.connect(who.other).initialize(who.other.address));
const implementation = new Contract(await factory.implementation(), chequebookAbi, provider);
assert.equal(await implementation.issuer(), "0x0000000000000000000000000000000000000001");

// --- deposit, reserve, decrease, withdraw ---
await done(token.mint(who.issuer.address, 1000n));
await done(token.connect(who.issuer).approve(address, 1000n));
await done(book.connect(who.issuer).deposit(1000n));
assert.equal(await book.free(), 1000n);
for (const call of [
    (b) => b.reserve(who.provider.address, machine(1), 1n), (b) => b.withdraw(1n),
    (b) => b.announceDecrease(who.provider.address, machine(1), 0n), (b) => b.decrease(who.provider.address, machine(1)),
]) await failsWith("NotIssuer", () => call(book.connect(who.provider)));
await failsWith("NotCovered", () => book.connect(who.issuer).reserve(who.provider.address, machine(1), 1001n));
await done(book.connect(who.issuer).reserve(who.provider.address, machine(1), 600n));
await failsWith("NotCovered", () => book.connect(who.issuer).withdraw(401n));
await done(book.connect(who.issuer).withdraw(100n));
await failsWith("AboveReserve", () => book.connect(who.issuer).announceDecrease(who.provider.address, machine(1), 601n));
await failsWith("NothingAnnounced", () => book.connect(who.issuer).decrease(who.provider.address, machine(1)));
await done(book.connect(who.issuer).announceDecrease(who.provider.address, machine(1), 200n));
await failsWith("TooEarly", () => book.connect(who.issuer).decrease(who.provider.address, machine(1)));
await provider.send("evm_increaseTime", [7 * 86400 - 10]);
await failsWith("TooEarly", () => book.connect(who.issuer).decrease(who.provider.address, machine(1)));
await provider.send("evm_increaseTime", [20]);
await done(book.connect(who.issuer).decrease(who.provider.address, machine(1)));
assert.equal((await book.channelOf(who.provider.address, machine(1))).reserve, 400n);
assert.equal(await book.free(), 500n);

// --- cashing ---
const v = (m, n, to = who.provider.address, signer = who.issuer) => voucher(signer, address, to, machine(m), n);
const cash = (m, n, signature, to = who.provider.address) => book.connect(who.other).cash(to, machine(m), n, signature);
const v300 = await v(1, 300n);
await failsWith("BadSignature", async () => cash(1, 301n, v300));
await failsWith("BadSignature", async () => cash(2, 300n, v300));
await failsWith("BadSignature", async () => cash(1, 300n, v300, who.other.address));
await failsWith("BadSignature", async () => cash(1, 300n, await v(1, 300n, who.provider.address, who.other)));
await failsWith("ECDSAInvalidSignatureS", () => { // the upper half of s
    const n = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
    const s = n - BigInt("0x" + v300.slice(66, 130));
    return cash(1, 300n, v300.slice(0, 66) + s.toString(16).padStart(64, "0") + (v300.slice(130) === "1b" ? "1c" : "1b"));
});
await done(cash(1, 300n, v300));
assert.equal(await token.balanceOf(who.provider.address), 300n);
await failsWith("Stale", () => cash(1, 300n, v300));
await failsWith("Stale", async () => cash(1, 299n, await v(1, 299n)));
// 100 of reserve are left, 500 free: 700 due are paid to 600, and 100 bounce; a top-up pays them later.
await done(cash(1, 1000n, await v(1, 1000n)));
let channel = await book.channelOf(who.provider.address, machine(1));
assert.deepEqual([channel.paid, channel.bounced, channel.reserve], [900n, 100n, 0n]);
await done(token.mint(address, 1000n)); // a plain transfer is a deposit
await done(cash(1, 1000n, await v(1, 1000n)));
channel = await book.channelOf(who.provider.address, machine(1));
assert.deepEqual([channel.paid, channel.bounced], [1000n, 0n]);
assert.equal(await token.balanceOf(who.provider.address), 1000n);
// What is reserved for one channel pays no other.
await done(book.connect(who.issuer).reserve(who.provider.address, machine(2), 900n));
await done(cash(3, 500n, await v(3, 500n)));
channel = await book.channelOf(who.provider.address, machine(3));
assert.deepEqual([channel.paid, channel.bounced], [0n, 500n]);
await done(cash(2, 900n, await v(2, 900n)));
assert.equal((await book.channelOf(who.provider.address, machine(2))).paid, 900n);

// --- relayed cashing ---
await done(token.mint(address, 10_000n));
const soon = BigInt((await provider.getBlock("latest")).timestamp) + 3600n;
const relay = async ({ m = 4, n = 1000n, relayer = ZeroAddress, maxFee = 50n, deadline = soon, signer = who.provider, by = who.relayer, fee = 50n }) =>
    book.connect(by).cashOut(who.provider.address, machine(m), n, await v(m, n), relayer, maxFee, deadline,
        await cashOut(signer, address, machine(m), n, relayer, maxFee, deadline), fee, ZeroAddress);
await failsWith("BadSignature", () => relay({ signer: who.other }));
await failsWith("CashOutExpired", () => relay({ deadline: soon - 7200n }));
await failsWith("WrongRelayer", () => relay({ relayer: who.other.address }));
await failsWith("FeeTooHigh", () => relay({ fee: 51n }));
const before = await token.balanceOf(who.provider.address);
await done(relay({ relayer: who.relayer.address }));
assert.equal(await token.balanceOf(who.relayer.address), 50n);
assert.equal(await token.balanceOf(who.provider.address), before + 950n);
await failsWith("CashOutSpent", () => relay({ relayer: who.relayer.address }));
await failsWith("Stale", () => relay({}));
// The fee is in proportion to what is covered.
const left = await book.free();
await failsWith("FeeTooHigh", () => relay({ m: 5, n: left * 2n, maxFee: 100n, fee: 51n }));
await done(relay({ m: 5, n: left * 2n, maxFee: 100n, fee: 50n }));
assert.equal((await book.channelOf(who.provider.address, machine(5))).bounced, left);
await failsWith("CashOutSpent", () => relay({ m: 5, n: left * 2n, maxFee: 100n, fee: 0n }));
await failsWith("FeeTooHigh", () => relay({ m: 6, n: 10n, maxFee: 5n, fee: 1n })); // nothing is covered
await assert.rejects(async () => done(factory.connect(who.other).relayOne([address, who.provider.address, machine(6), 1n, "0x"],
    [ZeroAddress, 1n, soon, "0x", 1n], who.other.address)));
await who.other.reset();

// --- many in one transaction: what can't be cashed is skipped and reported ---
await done(token.mint(address, 500n));
const entries = [
    [address, who.provider.address, machine(7), 100n, await v(7, 100n)],
    [who.other.address, who.provider.address, machine(7), 100n, await v(7, 100n)], // no chequebook of the factory
    [address, who.provider.address, machine(1), 1n, await v(1, 1n)], // stale
    [address, who.provider.address, machine(8), 100n, "0x1234"], // forged
    [address, who.provider.address, machine(9), 500n, await v(9, 500n)], // 400 covered
];
const seen = (receipt) => receipt.logs.flatMap((log) => { const p = factory.interface.parseLog(log); return p ? [[p.name, Number(p.args.index), ...(p.name === "Settled" ? [p.args.paid, p.args.bounced] : [])]] : []; });
assert.deepEqual(seen(await done(factory.connect(who.provider).settle(entries))),
    [["Settled", 0, 100n, 0n], ["Skipped", 1], ["Skipped", 2], ["Skipped", 3], ["Settled", 4, 400n, 100n]]);
await failsWith("TooMany", () => factory.connect(who.provider).settle(Array(101).fill(entries[0])));
await failsWith("LengthsDiffer", () => factory.connect(who.provider).settleRelayed([entries[0]], []));
await done(token.mint(address, 300n));
const authorized = await cashOut(who.provider, address, machine(7), 400n, who.relayer.address, 30n, soon);
const one = [address, who.provider.address, machine(7), 400n, await v(7, 400n)];
const grant = [who.relayer.address, 30n, soon, authorized, 30n];
assert.deepEqual(seen(await done(factory.connect(who.other).settleRelayed([one], [grant]))), [["Skipped", 0]]); // not that relayer
assert.deepEqual(seen(await done(factory.connect(who.relayer).settleRelayed([one, one], [grant, grant]))), [["Settled", 0, 300n, 0n], ["Skipped", 1]]);
assert.equal(await token.balanceOf(who.relayer.address), 50n + 50n + 30n);
const states = await factory.states([[address, who.provider.address, machine(7)], [who.other.address, who.provider.address, machine(7)]]);
assert.deepEqual([states[0].deployed, states[0].paid, states[1].deployed], [true, 400n, false]);

// A hundred entries fit a block.
const many = [];
for (let i = 0; i < 100; ++i) many.push([address, who.provider.address, machine(1000 + i), 1n, await v(1000 + i, 1n)]);
await done(token.mint(address, 100n));
const full = await done(factory.connect(who.provider).settle(many));
assert.equal(seen(full).filter(([name]) => name === "Settled").length, 100);
console.log(`100 entries take ${full.gasUsed} gas`);

// --- random sequences beside a model ---
let state = BigInt(seed);
const random = (below) => { state = (state * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n); return Number((state >> 33n) % BigInt(below)); };
const salt2 = id(`fuzz ${seed}`);
await done(factory.deploy(who.issuer.address, salt2));
const fuzzed = await factory.chequebookOf(who.issuer.address, salt2);
const target = new Contract(fuzzed, chequebookAbi, provider);
const model = { balance: 0n, paidOut: 0n, channels: new Map() };
const of = (m) => { if (!model.channels.has(m)) model.channels.set(m, { paid: 0n, bounced: 0n, reserve: 0n, announced: 0n, at: 0n, signed: 0n }); return model.channels.get(m); };
const reservedSum = () => [...model.channels.values()].reduce((sum, c) => sum + c.reserve, 0n);
const payoutAt0 = await token.balanceOf(who.provider.address);
const counts = {};
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
    const take = (cumulative) => {
        const due = cumulative - c.paid, own = due < c.reserve ? due : c.reserve, rest = due - own < free ? due - own : free, payout = own + rest;
        c.paid += payout; c.bounced = due - payout; c.reserve -= own; model.balance -= payout; model.paidOut += payout;
        if (c.announced > c.reserve) c.announced = c.reserve;
        if (c.announced === 0n) c.at = 0n;
    };
    if (kind === "mint") { await done(token.mint(fuzzed, amount)); model.balance += amount; }
    else if (kind === "reserve") await attempt(amount <= free, () => target.connect(who.issuer).reserve(who.provider.address, machine(m), amount), () => { c.reserve += amount; });
    else if (kind === "announce") { await attempt(amount <= c.reserve, () => target.connect(who.issuer).announceDecrease(who.provider.address, machine(m), amount), () => { c.announced = amount; c.at = -1n; });
        if (c.at === -1n) c.at = BigInt((await provider.getBlock("latest")).timestamp) + 604800n; }
    else if (kind === "wait") { await provider.send("evm_increaseTime", [random(6) * 86400]); await provider.send("evm_mine", []); }
    else if (kind === "decrease") { const now = BigInt((await provider.getBlock("latest")).timestamp) + 1n;
        if (c.at !== 0n && (now > c.at + 5n || now < c.at - 5n)) await attempt(now >= c.at, () => target.connect(who.issuer).decrease(who.provider.address, machine(m)), () => { c.reserve -= c.announced; c.announced = 0n; c.at = 0n; });
        else if (c.at === 0n) await attempt(false, () => target.connect(who.issuer).decrease(who.provider.address, machine(m)), () => {}); }
    else if (kind === "withdraw") await attempt(amount <= free, () => target.connect(who.issuer).withdraw(amount), () => { model.balance -= amount; });
    else {
        const cumulative = random(4) === 0 ? c.paid : c.signed + amount;
        if (cumulative > c.signed) c.signed = cumulative;
        const signature = await voucher(who.issuer, fuzzed, who.provider.address, machine(m), cumulative);
        if (kind === "cash") await attempt(cumulative > c.paid, () => target.connect(who.other).cash(who.provider.address, machine(m), cumulative, signature), () => take(cumulative));
        else { await done(factory.connect(who.other).settle([[fuzzed, who.provider.address, machine(m), cumulative, signature]])); if (cumulative > c.paid) take(cumulative); }
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
// In the end every reserved channel is paid, one after the other.
for (const [m, c] of model.channels) {
    if (c.reserve === 0n) continue;
    const wanted = c.paid + c.reserve, was = c.paid;
    await done(target.connect(who.other).cash(who.provider.address, machine(m), wanted, await voucher(who.issuer, fuzzed, who.provider.address, machine(m), wanted)));
    assert.equal((await target.channelOf(who.provider.address, machine(m))).paid - was, c.reserve);
}
console.log(`${steps} random steps agree with the model: ${JSON.stringify(counts)}`);
process.exit(0);
