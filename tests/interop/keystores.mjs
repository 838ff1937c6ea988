// SPDX-License-Identifier: GPL-3.0-or-later
// Prints keystores that the package ethers wrote or opens, one JSON object a line, for keystore_read to open: with what is in
// them ("key"), or why they must be refused ("code").
import { createCipheriv, pbkdf2Sync, randomBytes, randomUUID } from "node:crypto";
import { Mnemonic, HDNodeWallet, Wallet, encryptKeystoreJsonSync, keccak256, id } from "ethers";

const print = (it) => console.log(JSON.stringify(it));
const fail = (what) => { console.error(what); process.exit(1); };
/// Only what ethers opens itself proves anything.
async function printOpened(name, json, password, key) {
    const opened = Wallet.fromEncryptedJsonSync(json, password);
    if (opened.privateKey !== key) fail(`ethers itself reads another key from ${name}`);
    print({ name, json, password, key });
}

// Written by ethers, with parameters of other wallets: geth's standard and light, ethers' own, MyEtherWallet's, small and odd ones.
// (The standard's own example, n = 2¹⁸ and r = 1, is one of those that geth opens and ethers doesn't: see keys_test.)
const passwords = ["", "correct horse battery staple", "p\u00e4ssw\u00f6rd \u5bc6\u7801 \u{1f511}", "pa\u0308sswo\u0308rd", "\uff11\uff12\uff13 \ufb01", " with\ttabs \n", "x".repeat(300)];
let round = 0;
for (const [N, r, p] of [[1 << 18, 8, 1], [1 << 12, 8, 6], [1 << 17, 8, 1], [1 << 13, 8, 1], [1 << 15, 1, 8], [1 << 15, 2, 3], [2, 8, 1], [1024, 1, 1], [256, 3, 5], [4096, 16, 2], [64, 32, 7]]) {
    const wallet = new Wallet("0x" + randomBytes(32).toString("hex"));
    const password = passwords[round++ % passwords.length];
    const json = encryptKeystoreJsonSync({ address: wallet.address, privateKey: wallet.privateKey }, password, { scrypt: { N, r, p } });
    print({ name: `scrypt n=${N} r=${r} p=${p}`, json, password, key: wallet.privateKey });
}
// Keys that begin with zeros; and a wallet that has words, which ethers adds to the file.
for (const zeros of [1, 2, 8, 31]) {
    const privateKey = "0x" + "00".repeat(zeros) + randomBytes(32 - zeros).toString("hex").replace(/^00/, "01");
    const json = encryptKeystoreJsonSync({ address: new Wallet(privateKey).address, privateKey }, "zeros", { scrypt: { N: 1024 } });
    print({ name: `${zeros} zeros first`, json, password: "zeros", key: privateKey });
}
const words = HDNodeWallet.fromMnemonic(Mnemonic.fromEntropy(randomBytes(16)));
print({ name: "with words", json: await words.encrypt("words"), password: "words", key: words.privateKey });

// The format's other forms, which ethers reads and does not write.
function keystore({ prf = "hmac-sha256", c = 10240, change = (file) => file } = {}) {
    const salt = randomBytes(32), iv = randomBytes(16), key = randomBytes(32);
    const derived = pbkdf2Sync(Buffer.from("password"), salt, c, 32, prf.split("-").pop());
    const cipher = createCipheriv("aes-128-ctr", derived.subarray(0, 16), iv);
    const ciphertext = Buffer.concat([cipher.update(key), cipher.final()]);
    const mac = keccak256(Buffer.concat([derived.subarray(16, 32), ciphertext])).slice(2);
    const file = { version: 3, id: randomUUID(), crypto: { cipher: "aes-128-ctr", cipherparams: { iv: iv.toString("hex") }, ciphertext: ciphertext.toString("hex"),
        kdf: "pbkdf2", kdfparams: { c, dklen: 32, prf, salt: salt.toString("hex") }, mac } };
    return { json: JSON.stringify(change(file)), key: "0x" + key.toString("hex") };
}
const other = async (name, options) => { const it = keystore(options); await printOpened(name, it.json, "password", it.key); };
await other("pbkdf2 with SHA-256");
await other("pbkdf2 with SHA-512", { prf: "hmac-sha512" });
await other("pbkdf2 of one round", { c: 1 });
await other("pbkdf2 of a million rounds", { c: 1000000 });
await other("numbers as text", { change: (f) => { f.version = "3"; f.crypto.kdfparams.c = String(f.crypto.kdfparams.c); f.crypto.kdfparams.dklen = "32"; return f; } });
await other("names in capital letters", { change: (f) => { f.Crypto = f.crypto; delete f.crypto; f.Crypto.KDF = "PBKDF2"; delete f.Crypto.kdf; f.Crypto.KdfParams = f.Crypto.kdfparams; delete f.Crypto.kdfparams; return f; } });
await other("capital digits", { change: (f) => { f.crypto.ciphertext = f.crypto.ciphertext.toUpperCase(); f.crypto.mac = f.crypto.mac.toUpperCase(); return f; } });
await other("digits after 0x", { change: (f) => { f.crypto.ciphertext = "0x" + f.crypto.ciphertext; f.crypto.cipherparams.iv = "0x" + f.crypto.cipherparams.iv; f.crypto.kdfparams.salt = "0x" + f.crypto.kdfparams.salt; return f; } });

// The wallets of Ethereum's sale in 2014.
{
    const seed = Buffer.from(randomBytes(32).toString("hex")), iv = randomBytes(16), key = id(seed.toString());
    const cipher = createCipheriv("aes-128-cbc", pbkdf2Sync("password", "password", 2000, 16, "sha256"), iv);
    const encseed = Buffer.concat([iv, cipher.update(seed), cipher.final()]).toString("hex");
    const json = JSON.stringify({ encseed, ethaddr: new Wallet(key).address.slice(2).toLowerCase(), email: "somebody@example.org", btcaddr: "1" });
    await printOpened("sale of 2014", json, "password", key);
    print({ name: "sale of 2014, another password", json, password: "Password", code: "keystore.password" });
}
// What is refused, and at once.
const costly = (change) => keystore({ change: (f) => { change(f.crypto); return f; } }).json;
print({ name: "1 GiB", json: costly((c) => { c.kdf = "scrypt"; c.kdfparams = { n: 1 << 20, r: 8, p: 1, dklen: 32, salt: "00" }; }), password: "password", code: "keystore.costly" });
print({ name: "hours", json: costly((c) => { c.kdf = "scrypt"; c.kdfparams = { n: 1 << 18, r: 8, p: 1024, dklen: 32, salt: "00" }; }), password: "password", code: "keystore.costly" });
print({ name: "a billion rounds", json: costly((c) => { c.kdfparams.c = 1e9; }), password: "password", code: "keystore.costly" });
print({ name: "a letter in the salt", json: costly((c) => { c.kdfparams.salt = "O" + c.kdfparams.salt.slice(1); }), password: "password", code: "keystore.malformed" });
print({ name: "another password", json: keystore().json, password: "passwort", code: "keystore.password" });
