// Eight tabs change one account at once: there is one order, and each of them ends with the same account.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sized } from "../size.mjs";
import { replay, root, scenario } from "./harness.mjs";

const tabs = 8;
const operations = sized({ run: 20, long: 10000 });
const driver = readFileSync(join(root, "tests/browser/driver.js"), "utf8");

scenario(
  `${tabs} tabs make ${operations} changes in one order, and show one account`,
  { bare: true, timeout: sized({ run: 180_000, long: 7_200_000 }) },
  async ({ open }) => {
    const readers = [];
    for (let i = 0; i < tabs; i++) readers.push(await open());
    for (const { page } of readers) await page.evaluate(driver);
    const done = await Promise.all(
      readers.map(({ page }) =>
        page.evaluate(async (until) => {
          window.acknowledgedAccounts = [];
          return window.drive({
            until,
            acknowledged: ({ digests }) => window.acknowledgedAccounts.push(digests.account),
          });
        }, operations),
      ),
    );
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
    }
    console.log(`# ${tabs} tabs, ${committed} changes, ${journal.length} bytes, seen by the tabs: ${done}`);
    assert.ok(committed >= operations);
  },
);
