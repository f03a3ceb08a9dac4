// Stored changes stay, or their loss is said, in Firefox and WebKit as in Chromium: damage of the copies, and
// eight tabs at once. tests/browser/damage.test.mjs and tabs.test.mjs have ten times the counts.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { copied, damaged } from "../browser/damages.mjs";
import { pageWith, replay, root, site } from "../browser/harness.mjs";
import { putStored, takeStored } from "../browser/stored.mjs";
import { sized } from "../size.mjs";
import { engines } from "./engines.mjs";
import { Reader } from "./reader.mjs";

const samples = sized({ run: 4, long: 150 });
const tabs = 8;
const operations = sized({ run: 2, long: 1000 });
const timeout = sized({ run: 240_000, long: 3_600_000 });

const driver = readFileSync(join(root, "tests/browser/driver.js"), "utf8");
/** In the page, before the widget: what it tells its page. */
const listener = () => {
  window.problems = [];
  addEventListener("stegvis-error", ({ detail }) => window.problems.push(detail.code));
};
const files = {
  "driver.js": `(${listener})();\n${driver}`,
  "index.html": pageWith({}).replace("<head>", '<head>\n<script src="driver.js"></script>'),
};
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until `look` gives something, for a minute. */
async function waited(what, look) {
  let last;
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(30)) {
    const found = await look().catch((error) => void (last = error));
    if (found) return found;
  }
  throw new Error(`${what}: not within a minute, ${last}`);
}

for (const name of /** @type {const} */ (["firefox", "webkit"])) {
  const started = engines[name]();
  started.catch(() => {});
  after(async () => (await started).stop());

  test(`${samples} samples of damage in ${name}: none is silent`, { timeout }, async (t) => {
    const { address, stop } = await site({ files });
    const page = await (await started).open(address);
    try {
      const reader = new Reader(page, "nb-NO");
      const opened = () => waited("the widget is shown", async () => (await reader.view())?.digests);
      await opened();
      await page.evaluate(() => void window.drive({ until: 1 }).then(() => (window.driven = true)));
      await waited("a change is made", () => page.evaluate(() => window.driven));
      // The last press is stored by then.
      await reader.journal();
      const digests = await opened();
      const whole = await waited("both copies are there", async () => {
        const stored = await page.evaluate(takeStored);
        return copied(stored) && stored;
      });
      const results = { whole: 0, reported: 0 };
      for (let seed = 1; seed <= samples; seed++) {
        const { stored, how } = damaged(whole, seed);
        // A page of the same origin, without the widget.
        await page.goto(address + "core.js");
        await page.evaluate(putStored, stored);
        await page.goto(address);
        const shown = await opened();
        await reader.journal();
        const problems = await page.evaluate(() => window.problems);
        const same = shown.session === digests.session && shown.account === digests.account;
        results[same ? "whole" : "reported"]++;
        const said = problems.some((code) => code.startsWith("journal-"));
        assert.ok(same || said, `silent loss, ${how}: ${problems}`);
      }
      t.diagnostic(
        `${samples} damages: ${results.whole} times nothing was lost, ${results.reported} it was said`,
      );
    } finally {
      await page.close();
      stop();
    }
  });

  test(
    `${tabs} tabs in ${name} make ${operations} changes in one order, and show one account`,
    { timeout },
    async (t) => {
      const { address, stop } = await site({ files });
      const pages = [];
      try {
        for (let i = 0; i < tabs; i++) pages.push(await (await started).open(address));
        const readers = pages.map((page) => new Reader(page, "nb-NO"));
        for (const reader of readers) await waited("the widget is shown", () => reader.account());
        for (const page of pages)
          await page.evaluate((until) => {
            window.accounts = [];
            const acknowledged = ({ digests }) => window.accounts.push(digests.account);
            void window.drive({ until, acknowledged }).then((count) => (window.driven = count));
          }, operations);
        for (const end = Date.now() + timeout; Date.now() < end; await pause(200)) {
          const driven = [];
          for (const page of pages) driven.push(await page.evaluate(() => window.driven));
          if (driven.every(Boolean)) break;
        }
        await pause(500);
        const journal = await readers[0].journal();
        const steps = replay(Buffer.from(journal));
        const known = new Set(steps.map(({ digests }) => digests.account));
        for (const [i, reader] of readers.entries()) {
          assert.deepEqual(await reader.journal(), journal, "one order");
          assert.deepEqual((await reader.view()).digests, steps.at(-1).digests, "one digest");
          for (const account of await pages[i].evaluate(() => window.accounts))
            assert.ok(known.has(account), "each account that was shown is one of that order");
        }
        const committed = steps.filter(({ kind }) => kind === "committed").length;
        t.diagnostic(`${tabs} tabs, ${committed} changes, ${journal.length} bytes`);
        assert.ok(committed >= operations);
      } finally {
        for (const page of pages) await page.close();
        stop();
      }
    },
  );
}
