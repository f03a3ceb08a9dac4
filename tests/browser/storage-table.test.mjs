// Every call of storage, failing in every way as a page is opened and used: the reader gets through, and
// what was called done is there after a reload, unless they were warned that nothing is stored. The last test
// prints the table of call, fault and what the reader saw. A short run has some of it, in turn.
import { test } from "node:test";
import assert from "node:assert/strict";
import { scenario } from "./harness.mjs";
import { breakCalls, calls, faultRows as all, nthOf, noticesIn } from "./call-faults.mjs";
import { shortDeadlines } from "./faults.mjs";
import { sized } from "../size.mjs";

const count = sized({ run: 4, ci: 12, long: all.length });
/** Evenly over the list, with the first ones in every run. */
const chosen = all.filter(
  (_row, i) => i < 2 || Math.floor((i * count) / all.length) !== Math.floor(((i - 1) * count) / all.length),
);

const rows = [];
for (const [name, fault, group] of chosen) {
  scenario(
    `${name} ${fault}: the reader gets through, and nothing is lost without a word`,
    { bare: true },
    async ({ open }) => {
      const reader = await open("", async (page) => {
        page.setDefaultTimeout(20000);
        await page.addInitScript(shortDeadlines, { times: 10, to: 5000 });
        await page.addInitScript(breakCalls, [group, calls, fault, nthOf(name)]);
      });
      const { page, ui } = reader;
      const notices = async () => noticesIn(await reader.text(), ui);
      const seen = new Set();
      const look = async () => (await notices()).forEach((id) => seen.add(id));
      await reader.toOld();
      await reader.journal();
      // Both copies have it all: with one of them, the reader is where they were.
      await page.waitForTimeout(400);
      await page.evaluate(() => sessionStorage.setItem("broken", "yes"));
      await page.reload();
      await reader.sees("old");
      await look();
      // The same is done again behind a conflict or a failure.
      const step = async (doing, node) => {
        for (let tries = 0; ; tries++) {
          if ((await reader.view()).node !== node) await doing();
          const there = await page
            .waitForFunction((node) => document.querySelector("stegvis-guide").view?.node === node, node, {
              timeout: 8000,
            })
            .then(
              () => true,
              () => false,
            );
          await look();
          if (there) return;
          assert.ok(tries < 3, `it goes on to ${node}`);
        }
      };
      await step(() => reader.pick("old", reader.visa), "new");
      await step(() => reader.pick("new", reader.mastercard), "review");
      await step(() => reader.replace(), "replaced");
      await reader.sees("replaced");
      await look();
      const done = await reader.account();
      await page.waitForFunction(() => window.faultHits > 0);
      const warned = seen.has("memory");
      await page.evaluate(() => sessionStorage.removeItem("broken"));
      await page.reload();
      await page.waitForFunction(() => document.querySelector("stegvis-guide").view);
      await reader.role("heading").first().waitFor();
      await page.waitForTimeout(300);
      const stays = await page
        .waitForFunction(
          (done) => document.querySelector("stegvis-guide").view?.digests.account === done,
          done,
          { timeout: warned ? 1000 : 8000 },
        )
        .then(
          () => true,
          () => false,
        );
      const words = (await notices()).concat([...seen]);
      assert.ok(stays || warned || words.includes("lost") || words.includes("journal"), "no silent loss");
      rows.push([
        name,
        fault,
        [...seen].join(", ") || "nothing unusual",
        stays ? "there" : "gone, as was said",
      ]);
    },
  );
}

test("each was tried, and the table says what the reader saw", () => {
  const width = (i) => Math.max(...rows.map((row) => String(row[i]).length));
  for (const row of rows) console.log(row.map((cell, i) => String(cell).padEnd(width(i))).join("  "));
  assert.equal(rows.length, chosen.length);
});
