// SPDX-License-Identifier: GPL-3.0-or-later
// Compiles resources/contracts with solc and writes ABI and bytecode beside the sources.
//   node build.mjs [--check]     --check: compare with what is committed instead, exit code 1 if it differs
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import solc from "solc";

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "../../resources/contracts");
const names = ["Chequebook", "ChequebookFactory", "TestToken", "OddToken"];
const input = {
    language: "Solidity",
    sources: Object.fromEntries(names.map((name) => [`${name}.sol`, { content: readFileSync(join(folder, `${name}.sol`), "utf8") }])),
    settings: {
        evmVersion: "paris", // no PUSH0: every EVM chain runs it
        viaIR: true,
        optimizer: { enabled: true, runs: 10000 },
        metadata: { bytecodeHash: "none" },
        outputSelection: { "*": { "*": ["abi", "evm.bytecode.object", "evm.methodIdentifiers"] } },
    },
};
const imported = (path) => {
    try {
        return { contents: readFileSync(join(here, "node_modules", path), "utf8") };
    } catch (error) {
        return { error: error.message };
    }
};
const output = JSON.parse(solc.compile(JSON.stringify(input), { import: imported }));
for (const message of output.errors ?? []) console.error(message.formattedMessage);
if (output.errors?.length) process.exit(1); // a warning is an error
let differs = false;
for (const name of names) {
    const { abi, evm } = output.contracts[`${name}.sol`][name];
    const text = JSON.stringify({ compiler: solc.version(), selectors: evm.methodIdentifiers, abi, bytecode: `0x${evm.bytecode.object}` }, null, 1) + "\n";
    const file = join(folder, `${name}.json`);
    if (process.argv.includes("--check")) {
        let committed = "";
        try { committed = readFileSync(file, "utf8"); } catch { /* said below */ }
        if (committed !== text) { console.error(`${file} is not what its source compiles to: run packaging/contracts.sh`); differs = true; }
    } else writeFileSync(file, text);
}
if (differs) process.exit(1);
console.log(process.argv.includes("--check") ? `${names.length} contracts are what their sources compile to` : `${names.length} contracts compiled`);
