// SPDX-License-Identifier: GPL-3.0-or-later
// Reads typed data from standard input and checks every digest, signer and signature with the package ethers.
import { createInterface } from "node:readline";
import { TypedDataEncoder, Wallet, recoverAddress } from "ethers";

const b = (name) => ({ name, type: "bytes32" }), a = (name) => ({ name, type: "address" }), u = (name) => ({ name, type: "uint256" });
const greeting = [b("clientNonce"), b("serverNonce"), b("machine"), a("beneficiary"), b("binding")];
const types = {
    Voucher: [a("beneficiary"), b("machine"), u("cumulative")],
    Hello: greeting,
    Welcome: greeting,
    Quote: [a("customer"), b("machine"), u("keepPrice"), u("retrievePrice"), u("expires")],
    Lease: [b("id"), a("customer"), b("machine"), b("content"), u("size"), u("end"), u("keepPrice"), u("retrievePrice")],
};
let checked = 0;
for await (const line of createInterface({ input: process.stdin })) {
    const it = JSON.parse(line);
    const domain = it.contract
        ? { name: "Surplus Chequebook", version: "1", chainId: it.chainId, verifyingContract: it.contract }
        : { name: "Surplus Session", version: "1", chainId: it.chainId };
    const wanted = { [it.type]: types[it.type] };
    const fail = (what) => { console.error(`${it.type}: ${what} differs\n${line}`); process.exit(1); };
    if (TypedDataEncoder.hash(domain, wanted, it.message) !== it.digest) fail("digest");
    if (recoverAddress(it.digest, it.signature) !== it.signer) fail("signer");
    if ((await new Wallet(it.key).signTypedData(domain, wanted, it.message)) !== it.signature) fail("signature");
    checked++;
}
if (checked === 0) { console.error("nothing came to be checked"); process.exit(1); }
console.log(`${checked} typed-data structs agree with ethers`);
