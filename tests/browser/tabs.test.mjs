// Eight tabs change one account at once: there is one order, and each of them ends with the same account.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sized } from "../size.mjs";
import { replay, root, scenario } from "./harness.mjs";

const tabs = 8;
const operations = sized({ run: 40, ci: 60, long: 10000 });
const driver = readFileSync(join(root, "tests/browser/driver.js"), "utf8");

/** In the page: nobody looks at this tab. To draw eight of them would be most of the work. */
const hide = () => {
  document.documentElement.style.display = "none";
  history.pushState = history.replaceState = () => {};
};

/** In the page: it changes the account until there are so many changes. Gives how many it has seen. */
const change = (until) => {
  window.acknowledgedAccounts = [];
  return window.drive({
    // The note of the account's journal: its first record is no change.
    enough: () => parseInt(localStorage.getItem("stegvis.acknowledged/account/practice")) > until,
    rest: 3000,
    acknowledged: ({ digests }) => window.acknowledgedAccounts.push(digests.account),
  });
};

scenario(
  `${tabs} tabs make ${operations} changes in one order, and show one account`,
  { bare: true, timeout: sized({ run: 300_000, ci: 600_000, long: 14_400_000 }) },
  async ({ open }) => {
    const readers = [];
    for (let i = 0; i < tabs; i++) readers.push(await open());
    for (const { page } of readers) {
      await page.evaluate(driver);
      await page.evaluate(hide);
    }
    const begun = performance.now();
    const seen = await Promise.all(readers.map(({ page }) => page.evaluate(change, operations)));
    const seconds = Math.round((performance.now() - begun) / 1000);
    await readers[0].page.waitForTimeout(500);
    const journal = await readers[0].journal();
    const steps = replay(journal);
    const committed = steps.filter(({ kind }) => kind === "committed").length;
    const known = new Set(steps.map(({ digests }) => digests.account));
    for (const reader of readers) {
      assert.deepEqual(await reader.journal(), journal, "one order");
      assert.deepEqual((await reader.view()).digests, steps.at(-1).digests, "one digest");
      for (const account of await reader.page.evaluate(() => window.acknowledgedAccounts))
        assert.ok(known.has(account), "each account that was shown is one of that order");
      assert.deepEqual(await reader.elementEvents("stegvis-error"), [], "nothing is said to be wrong");
    }
    console.log(
      `# ${tabs} tabs, ${committed} changes in ${seconds} s, ${steps.length} events, ${journal.length} bytes, ` +
        `changes that each has seen: ${seen}`,
    );
    assert.ok(committed >= operations);
  },
);
