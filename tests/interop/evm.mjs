// SPDX-License-Identifier: GPL-3.0-or-later
// A real EVM (Anvil) with people and our contracts, for the tests in this folder.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ContractFactory, Interface, JsonRpcProvider, NonceManager, Wallet, id, toBeHex } from "ethers";

const here = dirname(fileURLToPath(import.meta.url));
export const built = (name) => JSON.parse(readFileSync(join(here, "../../resources/contracts", `${name}.json`), "utf8"));
const platform = readdirSync(join(here, "node_modules/@foundry-rs")).find((name) => name.startsWith("anvil-"));
const anvil = spawn(join(here, "node_modules/@foundry-rs", platform, "bin/anvil"), ["--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
process.on("exit", () => anvil.kill());
const url = await new Promise((found, failed) => {
    let text = "";
    anvil.stdout.on("data", (data) => { text += data; const at = text.match(/Listening on (\S+)/); if (at) found(`http://${at[1]}`); });
    anvil.on("exit", () => failed(new Error("missing: the npm package @foundry-rs/anvil does not run")));
    anvil.on("error", failed);
});
export const provider = new JsonRpcProvider(url, 31337, { staticNetwork: true, cacheTimeout: -1 });
provider.pollingInterval = 20;
const key = (n) => id(`surplus test key ${n}`);
const people = { deployer: 0, issuer: 1, provider: 2, other: 3, relayer: 4 };
export const who = {};
for (const [name, n] of Object.entries(people)) {
    const wallet = new Wallet(key(n), provider);
    await provider.send("anvil_setBalance", [wallet.address, toBeHex(10n ** 21n)]);
    who[name] = new NonceManager(wallet);
    who[name].wallet = wallet;
    who[name].address = wallet.address;
}
export const deploy = async (name, ...args) => {
    const { abi, bytecode } = built(name);
    const contract = await new ContractFactory(abi, bytecode, who.deployer).deploy(...args);
    return contract.waitForDeployment();
};
export const chequebookAbi = built("Chequebook").abi;
const errors = new Interface(chequebookAbi);
const factoryErrors = new Interface(built("ChequebookFactory").abi);

/// The name of the custom error that a call reverts with; fails if it does not revert.
export const failsWith = async (name, call) => {
    try {
        await (await call()).wait();
    } catch (error) {
        const data = error.data ?? error.info?.error?.data ?? error.error?.data;
        const parsed = typeof data === "string" ? errors.parseError(data) ?? factoryErrors.parseError(data) : null;
        assert.equal(parsed?.name ?? error.shortMessage, name);
        await Promise.all(Object.values(who).map((one) => one.reset()));
        return;
    }
    assert.fail(`${name} was expected, and nothing failed`);
};
export const done = async (sending) => (await sending).wait();
export const machine = (n) => id(`machine ${n}`);
const domainOf = (chequebook) => ({ name: "Surplus Chequebook", version: "1", chainId: 31337, verifyingContract: chequebook });
const types = {
    Voucher: [{ name: "beneficiary", type: "address" }, { name: "machine", type: "bytes32" }, { name: "cumulative", type: "uint256" }],
    CashOut: [{ name: "chequebook", type: "address" }, { name: "machine", type: "bytes32" }, { name: "cumulative", type: "uint256" },
        { name: "relayer", type: "address" }, { name: "maxFee", type: "uint256" }, { name: "deadline", type: "uint256" }],
};
export const voucher = (signer, chequebook, beneficiary, m, cumulative) =>
    signer.wallet.signTypedData(domainOf(chequebook), { Voucher: types.Voucher }, { beneficiary, machine: m, cumulative });
export const cashOut = (signer, chequebook, m, cumulative, relayer, maxFee, deadline) =>
    signer.wallet.signTypedData(domainOf(chequebook), { CashOut: types.CashOut }, { chequebook, machine: m, cumulative, relayer, maxFee, deadline });
