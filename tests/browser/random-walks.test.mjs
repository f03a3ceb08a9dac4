// Readers who press anything: in every language and every practice account, nothing that is drawn, named or
// announced shows how it is made - no place of a value, no id, no value that isn't there.
//
// STEGVIS_SEED=N  the walk of that seed alone, which a failure names
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { newCard, root, scenario, words } from "./harness.mjs";
import { sized } from "../size.mjs";

const locales = readdirSync(join(root, "i18n/ui"))
  .map((name) => name.slice(0, -4))
  .sort();
const practice = readFileSync(join(root, "core/billing/practice.cpp"), "utf8");
const table = /constexpr Scenario scenarios\[\] = \{([^]*?)\n\};/.exec(practice)?.[1] ?? "";
const practiced = [...[...table.matchAll(/\{"([\w-]+)"/g)].map(([, name]) => name), "many"];
/** The last is none: the steps are done elsewhere. */
const accounts = [...practiced.map((name) => "practice:" + name), ""];

/** A seed's language and account: so many seeds as there are pairs have each once. */
function pairOf(seed) {
  const gcd = (a, b) => (b ? gcd(b, a % b) : a);
  const round = (locales.length * accounts.length) / gcd(locales.length, accounts.length);
  return {
    locale: locales[seed % locales.length],
    account: accounts[(seed + Math.floor(seed / round)) % accounts.length],
  };
}

const pairs = locales.length * accounts.length;
const each = Math.max(accounts.length, locales.length);
const walks = sized({ run: each, ci: each * 2, long: pairs * 10 });
const steps = sized({ run: 30, ci: 40, long: 120 });
const seeds = process.env.STEGVIS_SEED
  ? [Number(process.env.STEGVIS_SEED)]
  : Array.from({ length: walks }, (_, seed) => seed);

const playbook = JSON.parse(readFileSync(join(root, "i18n/payment-declined/playbook.json"), "utf8"));
const nodes = Object.keys(playbook.nodes).filter((id) => id.includes("-"));

/** Ids that no language has as a word: those of several parts. */
const idsOf = (locale) => {
  const messages = words(locale).bundles.flatMap((bundle) =>
    [...bundle._messages.values()].flatMap(({ id, attributes }) => [
      id,
      ...Object.keys(attributes).map((name) => `${id}.${name}`),
    ]),
  );
  const names = [...practice.matchAll(/"([a-z0-9]+(?:-[a-z0-9]+)+)"/g)].map(([, name]) => name);
  return [...messages, ...names].filter((id) => /[.-]/.test(id) && !nodes.includes(id));
};
const starts = ["reason-", "verdict-", "warning-", "field-", "practice-", "changes-", "notice-", "heading-"];

const right = { ...newCard, iban: "NO9386011117947", bic: "DNBANOKK", search: "a" };
const wrong = ["", "1", "4111", "99/99", "01/20", "x".repeat(300), "Å", "4111 1111 1111 1112", "  "];
const script = readFileSync(join(root, "tests/browser/random-walk.js"), "utf8").replace(/^export /m, "");

test("the walks know every practice account and every language", () => {
  assert.ok(accounts.length > 6 && locales.length > 4);
  const found = new Set(Array.from({ length: pairs }, (_, seed) => Object.values(pairOf(seed)).join(" ")));
  assert.equal(found.size, pairs);
});

for (const seed of seeds) {
  const { locale, account } = pairOf(seed);
  // Half of the guides ask what the account knows.
  const known = (seed + Math.floor(seed / pairs)) % 2 === 0;
  scenario(
    `walk ${seed}: ${locale}, ${account || "no account"}${known ? "" : ", all asked"}`,
    {
      known,
      locale,
      account,
      guide: `payment-declined.${locale}.json`,
      timeout: 120000,
    },
    async ({ page }) => {
      // The article has headings too: the walk begins when the widget has its own.
      await page.locator("stegvis-guide .heading", { hasText: /\S/ }).waitFor();
      const options = { seed, steps, right, wrong, ids: idsOf(locale), nodes, starts };
      const { problem, log, seen } = await page.evaluate(
        `(() => { ${script}\n return randomWalk(${JSON.stringify(options)}); })()`,
      );
      assert.equal(
        problem,
        undefined,
        `STEGVIS_SEED=${seed} walks there again: "${problem?.found}" in ${problem?.where}: ` +
          `${problem?.text}\n${log.join("\n")}`,
      );
      assert.ok(seen.length > 1, "it comes further than the first question");
    },
  );
}
