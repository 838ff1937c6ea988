// SPDX-License-Identifier: GPL-3.0-or-later
// The contracts on a real EVM (Anvil): each function's failures by name, the money to the unit, and long random
// sequences of calls beside a model in plain arithmetic (chequebook_steps.mjs).
//   node chequebook.mjs [STEPS] [SEED]
import assert from "node:assert/strict";
import { AbiCoder, Contract, ZeroAddress, getCreate2Address, id, keccak256 } from "ethers";
import { cashOut, chequebookAbi, deploy, done, failsWith, machine, provider, voucher, who } from "./evm.mjs";
import { randomSteps } from "./chequebook_steps.mjs";

const steps = Number(process.argv[2] ?? 300), seed = Number(process.argv[3] ?? 1);
const token = await deploy("TestToken", 18);
const factory = await deploy("ChequebookFactory", await token.getAddress());
const salt = id("salt");
const coder = AbiCoder.defaultAbiCoder();

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
await failsWith("Stale", () => relay({ relayer: who.relayer.address }));
await failsWith("Stale", () => relay({}));
// The fee is in proportion to what is covered.
const left = await book.free();
await failsWith("FeeTooHigh", () => relay({ m: 5, n: left * 2n, maxFee: 100n, fee: 51n }));
await done(relay({ m: 5, n: left * 2n, maxFee: 100n, fee: 50n }));
assert.equal((await book.channelOf(who.provider.address, machine(5))).bounced, left);
// What was not covered can be cashed under the same signature later, for what is left of the cap and no more.
await done(token.mint(address, 1n));
await failsWith("FeeTooHigh", () => relay({ m: 5, n: left * 2n, maxFee: 100n, fee: 1n }));
await done(relay({ m: 5, n: left * 2n, maxFee: 100n, fee: 0n })); // one unit spends nobody's authorization
await done(token.mint(address, left - 1n));
await failsWith("FeeTooHigh", () => relay({ m: 5, n: left * 2n, maxFee: 100n, fee: 51n }));
await done(relay({ m: 5, n: left * 2n, maxFee: 100n, fee: 50n }));
channel = await book.channelOf(who.provider.address, machine(5));
assert.deepEqual([channel.paid, channel.bounced], [left * 2n, 0n]);
await failsWith("Stale", () => relay({ m: 5, n: left * 2n, maxFee: 100n, fee: 0n }));
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
// Simulated, it says what each would be paid.
assert.deepEqual([...(await factory.connect(who.provider).settle.staticCall(entries))], [100n, 0n, 0n, 0n, 400n]);
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
assert.equal(await token.balanceOf(who.relayer.address), 50n + 50n + 50n + 30n);
const states = await factory.states([[address, who.provider.address, machine(7)], [who.other.address, who.provider.address, machine(7)]]);
assert.deepEqual([states[0].deployed, states[0].paid, states[1].deployed], [true, 400n, false]);

// A hundred entries fit a block.
const many = [];
for (let i = 0; i < 100; ++i) many.push([address, who.provider.address, machine(1000 + i), 1n, await v(1000 + i, 1n)]);
await done(token.mint(address, 100n));
const full = await done(factory.connect(who.provider).settle(many));
assert.equal(seen(full).filter(([name]) => name === "Settled").length, 100);
console.log(`100 entries take ${full.gasUsed} gas`);

await randomSteps({ token, factory, steps, seed });
process.exit(0);
