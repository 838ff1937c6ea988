// SPDX-License-Identifier: GPL-3.0-or-later
// The contracts with tokens as there are: other decimals, no or a false return value, fees on transfers, balances that
// shrink or can't be asked for. Random steps beside the model with each, and what must not spread from one customer to others.
//   node odd_tokens.mjs [STEPS] [SEED]
import assert from "node:assert/strict";
import { Contract, id } from "ethers";
import { chequebookAbi, deploy, done, failsWith, machine, provider, voucher, who } from "./evm.mjs";
import { randomSteps } from "./chequebook_steps.mjs";

const steps = Number(process.argv[2] ?? 60), seed = Number(process.argv[3] ?? 1);
const [plain, returnsFalse, returnsNothing, takesFromAmount, takesOnTop] = [0, 1, 2, 3, 4];
for (const [name, kind, decimals, fee] of [["0 decimals: ", plain, 0], ["2 decimals: ", plain, 2], ["returns false: ", returnsFalse, 6],
    ["returns nothing: ", returnsNothing, 18], ["a fee of what arrives: ", takesFromAmount, 6, "amount"], ["a fee on top: ", takesOnTop, 18, "onTop"]]) {
    const token = await deploy("OddToken", decimals, kind);
    const factory = await deploy("ChequebookFactory", await token.getAddress());
    await randomSteps({ token, factory, steps, seed, fee, name });
}

/// A customer with `amount` in its chequebook.
const customer = async (factory, token, issuer, amount) => {
    await done(factory.connect(who.deployer).deploy(issuer.address, id("odd")));
    const address = await factory.chequebookOf(issuer.address, id("odd"));
    await done(token.connect(who.deployer).mint(address, amount));
    return new Contract(address, chequebookAbi, provider);
};
const sceneOf = async (kind) => {
    const token = await deploy("OddToken", 18, kind);
    const factory = await deploy("ChequebookFactory", await token.getAddress());
    const books = [await customer(factory, token, who.issuer, 1000n), await customer(factory, token, who.other, 1000n)];
    return { token, factory, books };
};
const reserve = (book, issuer, n) => book.connect(issuer).reserve(who.provider.address, machine(1), n);
const statesOf = async ({ factory, books }) => (await factory.states(await Promise.all(books.map(async (book) => [await book.getAddress(), who.provider.address, machine(1)])))).map((s) => [s.deployed, s.free, s.paid, s.reserve]);
const entry = async (book, issuer, n, m = 1) => [await book.getAddress(), who.provider.address, machine(m), n, await voucher(issuer, await book.getAddress(), who.provider.address, machine(m), n)];

// Of a token that takes a fee nothing can be set aside: nobody is told that it is secured.
for (const kind of [takesFromAmount, takesOnTop]) {
    const { books, token, factory } = await sceneOf(kind);
    await failsWith("TokenTakesFee", () => reserve(books[0], who.issuer, 500n));
    // Switched on later, on top of what is sent: what is set aside for one channel pays no other's fee.
    await done(token.setFee(0n));
    await done(reserve(books[0], who.issuer, 900n));
    await done(token.setFee(1n));
    const paid = [...(await factory.connect(who.provider).settle.staticCall([await entry(books[0], who.issuer, 100n, 2), await entry(books[1], who.other, 500n)]))];
    assert.deepEqual(paid, kind === takesOnTop ? [0n, 500n] : [100n, 500n]);
    await done(factory.connect(who.provider).settle([await entry(books[0], who.issuer, 100n, 2), await entry(books[1], who.other, 500n)]));
    assert.ok((await token.balanceOf(await books[0].getAddress())) >= (await books[0].reserved()));
}

// A balance that shrinks below what is set aside hides no other channel, and what is there is paid.
const shrunk = await sceneOf(plain);
await done(reserve(shrunk.books[0], who.issuer, 800n));
await done(shrunk.token.take(await shrunk.books[0].getAddress(), 600n));
assert.deepEqual(await statesOf(shrunk), [[true, 0n, 0n, 800n], [true, 1000n, 0n, 0n]]);
await done(shrunk.factory.connect(who.provider).settle([await entry(shrunk.books[0], who.issuer, 800n), await entry(shrunk.books[1], who.other, 300n)]));
assert.deepEqual((await statesOf(shrunk)).map(([, , paid]) => paid), [400n, 300n]);
// Balances that can't be asked for make nothing free; what was paid and set aside is still said.
await done(shrunk.token.setBroken(true));
assert.deepEqual(await statesOf(shrunk), [[true, 0n, 400n, 400n], [true, 0n, 300n, 0n]]);
console.log("odd tokens: what goes wrong with one stays with it");
process.exit(0);
