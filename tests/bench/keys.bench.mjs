// Measures the typing of a card number in Chromium: 16 keys, each with its verdict, its grouping and the
// crossing into the wasm, compared with the 16 calls of card-validator's number() in the same run. Rounds
// take turns, so that neither has the quieter machine. Printed are the fastest round, which other
// processes disturbed least, and the median. The goal is 20 µs.
//
//   node tests/bench/keys.bench.mjs        (it says what it needs and has not)
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { needs } from "./needs.mjs";

needs("npm packages of tests", "npm packages of web", "chromium", "page");
const { chromium } = await import("playwright-core");
const { built, root, site } = await import("../browser/harness.mjs");

const { buildSync } = createRequire(join(root, "web/package.json"))("esbuild");
const bundle = (contents) =>
  buildSync({
    bundle: true,
    format: "esm",
    write: false,
    minify: true,
    target: "es2022",
    stdin: { contents, resolveDir: import.meta.dirname },
  }).outputFiles[0].text;

const { address, stop } = await site({
  files: {
    "index.html": "<!doctype html><title>keys</title>",
    "core-fixture.js": bundle(`export * from "../browser/core-fixture.js";`),
    "validator.js": bundle(`export { number } from "card-validator";`),
  },
});
const guide = JSON.parse(built("payment-declined.nb-NO.json"));
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const page = await browser.newPage();
  await page.goto(address);
  const found = await page.evaluate(measure, guide);
  for (const { typed } of found.checks) assert.equal(typed, "4111 1111 1111 1111 valid visa");
  console.log("µs".padEnd(56), "fastest".padStart(9), "median".padStart(9));
  const line = (name, { fastest, median }) =>
    console.log(name.padEnd(56), fastest.toFixed(2).padStart(9), median.toFixed(2).padStart(9));
  const { type, raw, validator } = found;
  line("16 keys: text in, verdict, grouping, text and brand out", type);
  line("16 keys: the core's calls alone, bytes in its buffer", raw);
  line("16 calls of card-validator's number()", validator);
  line("card-validator's time by ours", {
    fastest: validator.fastest / type.fastest,
    median: validator.median / type.median,
  });
  if (type.fastest > 20) process.exitCode = 1;
} finally {
  await browser.close();
  stop();
}

// In the page.
async function measure(guide) {
  const { load, opened } = await import("/core-fixture.js");
  const { number } = await import("/validator.js");
  const module = await load();
  const core = opened(module, guide);
  const other = opened(module, guide);
  const { raw } = other;

  const digits = "4111111111111111";
  // As a reader types: what the core gave back, and the next digit behind it.
  const type = () => {
    let last = { text: "" };
    for (const digit of digits) {
      const text = last.text + digit;
      last = core.type("number", text, text.length);
    }
    return last;
  };
  const call = () => {
    const { buffer } = other;
    let packed = 0;
    for (let i = 0; i < 16; i++) {
      buffer[packed & 255] = digits.charCodeAt(i);
      packed = raw.secret(0, (packed & 255) + 1, (packed & 255) + 1);
    }
    raw.wipe();
    return packed;
  };
  const prefixes = [...digits].map((_digit, i) => digits.slice(0, i + 1));
  const validate = () => {
    let last;
    for (const text of prefixes) last = number(text);
    return last;
  };

  const ways = { type, raw: call, validator: validate };
  const rounds = { type: [], raw: [], validator: [] };
  const numbers = 100;
  for (let round = 0; round < 220; round++) {
    for (const [name, way] of Object.entries(ways)) {
      const begun = performance.now();
      for (let i = 0; i < numbers; i++) way();
      // The first rounds are the compilers' own.
      if (round >= 20) rounds[name].push(((performance.now() - begun) * 1000) / numbers);
    }
  }
  const { text, standing, brand } = type();
  const out = { checks: [{ typed: `${text} ${standing} ${brand}` }] };
  if (!number(digits).isValid) throw new Error("card-validator does not take the number");
  for (const name in rounds) {
    const sorted = rounds[name].sort((a, b) => a - b);
    out[name] = { fastest: sorted[0], median: sorted[sorted.length >> 1] };
  }
  return out;
}
