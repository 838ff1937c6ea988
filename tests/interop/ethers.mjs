// SPDX-License-Identifier: GPL-3.0-or-later
// Reads typed data from standard input and checks every digest, signer and signature with the package ethers.
import { createInterface } from "node:readline";
import { HDNodeWallet, Mnemonic, Transaction, TypedDataEncoder, Wallet, recoverAddress, wordlists } from "ethers";

const b = (name) => ({ name, type: "bytes32" }), a = (name) => ({ name, type: "address" }), u = (name) => ({ name, type: "uint256" });
const greeting = [b("clientNonce"), b("serverNonce"), b("machine"), a("beneficiary"), b("binding")];
const types = {
    Voucher: [a("beneficiary"), b("machine"), u("cumulative")],
    Hello: greeting,
    Welcome: greeting,
    Quote: [a("customer"), b("machine"), u("keepPrice"), u("retrievePrice"), u("expires")],
    Lease: [b("id"), a("customer"), b("machine"), b("content"), u("size"), u("end"), u("keepPrice"), u("retrievePrice")],
};
types.CashOut = [a("chequebook"), b("machine"), u("cumulative"), a("relayer"), u("maxFee"), u("deadline")];
const counts = {};
const others = {
    Transaction(it, fail) {
        const parsed = Transaction.from(it.raw);
        if (parsed.hash !== it.hash) fail("id");
        if (parsed.from !== it.signer) fail("signer");
        const same = parsed.type === 2 && parsed.chainId === BigInt(it.chainId) && parsed.nonce === Number(it.nonce) && parsed.gasLimit === BigInt(it.gas)
            && parsed.maxFeePerGas === BigInt(it.maxFee) && parsed.maxPriorityFeePerGas === BigInt(it.tip) && (parsed.to ?? "").toLowerCase() === it.to
            && parsed.value === BigInt(it.value) && parsed.data === it.data;
        if (!same) fail("content");
    },
    Words(it, fail) {
        const list = wordlists[it.list];
        const theirs = Mnemonic.fromEntropy(it.entropy, "TREZOR", list);
        if (theirs.phrase.normalize("NFKD") !== it.words) fail("sentence");
        if (theirs.computeSeed() !== it.seed) fail("seed");
        if (it.back !== it.entropy) fail("entropy read back");
        if (HDNodeWallet.fromMnemonic(Mnemonic.fromEntropy(it.entropy, "", list)).address !== it.signer) fail("first account");
    },
    async Keystore(it, fail) {
        if ((await Wallet.fromEncryptedJson(it.json, it.password)).address !== it.signer) fail("key");
    },
};
let checked = 0;
for await (const line of createInterface({ input: process.stdin })) {
    const it = JSON.parse(line);
    const refuse = (what) => { console.error(`${it.type}: ${what} differs\n${line}`); process.exit(1); };
    counts[it.type] = (counts[it.type] ?? 0) + 1;
    if (others[it.type]) {
        await others[it.type](it, refuse);
        checked++;
        continue;
    }
    const domain = it.contract
        ? { name: "Surplus Chequebook", version: "1", chainId: it.chainId, verifyingContract: it.contract }
        : { name: "Surplus Session", version: "1", chainId: it.chainId };
    const wanted = { [it.type]: types[it.type] };
    const fail = refuse;
    if (TypedDataEncoder.hash(domain, wanted, it.message) !== it.digest) fail("digest");
    if (recoverAddress(it.digest, it.signature) !== it.signer) fail("signer");
    if ((await new Wallet(it.key).signTypedData(domain, wanted, it.message)) !== it.signature) fail("signature");
    checked++;
}
if (checked === 0) { console.error("nothing came to be checked"); process.exit(1); }
console.log(`${checked} agree with ethers: ${JSON.stringify(counts)}`);
