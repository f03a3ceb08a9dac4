// Measures a verdict of a whole value natively, and validator's isCreditCard and isIBAN in Chromium,
// in one run: rounds take turns. The goal is 250 ns a card or IBAN verdict.
//
//   node tests/bench/verdict.bench.mjs     (it says what it needs and has not)
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { needs } from "./needs.mjs";

needs("npm packages of tests", "npm packages of web", "chromium", "core_bench");
const { chromium } = await import("playwright-core");

const root = join(import.meta.dirname, "../..");
const { buildSync } = createRequire(join(root, "web/package.json"))("esbuild");
const script = buildSync({
  bundle: true,
  format: "iife",
  globalName: "validator",
  write: false,
  minify: true,
  target: "es2022",
  stdin: {
    contents: `export { default as card } from "validator/es/lib/isCreditCard.js"; export { default as iban } from "validator/es/lib/isIBAN.js";`,
    resolveDir: import.meta.dirname,
  },
}).outputFiles[0].text;
/** Our benchmark, and the same value for validator's function. */
const pairs = [
  ["card_valid", "card", "4111 1111 1111 1111"],
  ["iban_norway", "iban", "NO93 8601 1117 947"],
  ["iban_malta", "iban", "MT84 MALT 0110 0001 2345 MTLC AST0 01S"],
  ["iban_britain", "iban", "GB29 NWBK 6016 1331 9268 19"],
];
const rounds = 5;

function ours() {
  const out = execFileSync(
    join(root, "build/native/bin/core_bench"),
    [
      "--benchmark_format=json",
      "--benchmark_min_time=0.1",
      `--benchmark_filter=^(${pairs.map(([name]) => name).join("|")})$`,
    ],
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );
  return Object.fromEntries(JSON.parse(out).benchmarks.map(({ name, cpu_time }) => [name, cpu_time]));
}

// In the page: nanoseconds a call.
function theirs([name, text]) {
  const judge = window.validator[name];
  if (!judge(text)) throw new Error(text);
  let count = 1000;
  for (;;) {
    const start = performance.now();
    for (let i = 0; i < count; i++) judge(text);
    const spent = performance.now() - start;
    if (spent > 100) return (spent * 1e6) / count;
    count *= 2;
  }
}

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const found = pairs.map(() => ({ ours: [], theirs: [] }));
try {
  const page = await browser.newPage();
  await page.evaluate(script + ";window.validator = validator;");
  for (let round = 0; round < rounds; round++) {
    const own = ours();
    for (const [i, [name, judge, text]] of pairs.entries()) {
      found[i].ours.push(own[name]);
      found[i].theirs.push(await page.evaluate(theirs, [judge, text]));
    }
  }
} finally {
  await browser.close();
}
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
console.log(
  "ns a verdict, median".padEnd(28),
  "ours".padStart(8),
  "validator".padStart(10),
  "ratio".padStart(8),
);
pairs.forEach(([name], i) => {
  const [own, other] = [median(found[i].ours), median(found[i].theirs)];
  console.log(
    name.padEnd(28),
    own.toFixed(0).padStart(8),
    other.toFixed(0).padStart(10),
    (other / own).toFixed(1).padStart(8),
  );
  if (own > 250) process.exitCode = 1;
});
