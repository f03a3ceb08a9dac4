// The browser is killed at any moment, as a power cut would: what the widget has called done is there when
// the page is opened again, and the journals replay natively to what is shown.
import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { killAll } from "../cross-browser/process.mjs";
import { sized } from "../size.mjs";
import { browserArguments, Reader, replay, root, site, wholeChromium, words } from "./harness.mjs";

const kills = sized({ run: 20, long: 200 });
const timeout = sized({ run: 240_000, long: 3_600_000 });
const driver = readFileSync(join(root, "tests/browser/driver.js"), "utf8");

/** A whole browser over a profile; `kill` ends all of its processes at once. */
async function browserOver(profile) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: wholeChromium,
    args: browserArguments,
    locale: "nb-NO",
  });
  return {
    context,
    async kill() {
      const closed = new Promise((resolve) => context.on("close", resolve));
      killAll(process.pid, new RegExp(profile));
      await closed;
    },
  };
}

test(`${kills} kills of the browser lose nothing that was called done`, { timeout }, async (t) => {
  const profile = mkdtempSync(join(tmpdir(), "stegvis-crash-"));
  const { address, stop } = await site();
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  let acknowledged = [];
  let events = 0;
  try {
    for (let kill = 0; kill <= kills; kill++) {
      const { context, kill: end } = await browserOver(profile);
      const page = await context.newPage();
      await page.exposeFunction("acknowledge", (digests) => acknowledged.push(digests));
      await page.goto(address);
      const reader = new Reader(page, words());
      await page.waitForFunction(() => document.querySelector("stegvis-guide").view?.digests);
      const journal = await reader.journal();
      if (journal.length) {
        const steps = replay(journal).map(({ digests }) => digests);
        const shown = (await reader.view()).digests;
        assert.deepEqual(steps.at(-1), shown, `after kill ${kill} the page shows what its journals hold`);
        const sessions = new Set(steps.map(({ session }) => session));
        for (const { session } of acknowledged)
          assert.ok(sessions.has(session), `kill ${kill}: an event that was shown is in the journal`);
        const errors = await page.evaluate(() => window.elementEvents ?? []);
        assert.deepEqual(errors, []);
        events = steps.length;
      } else assert.equal(acknowledged.length, 0);
      if (kill === kills) {
        await context.close();
        break;
      }
      await page.addScriptTag({ content: driver }).catch(() => page.evaluate(driver));
      void page
        .evaluate(() => window.drive({ acknowledged: (view) => window.acknowledge(view.digests) }))
        .catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 150 + 1100 * random()));
      await end();
      acknowledged = acknowledged.slice(-2000);
    }
    t.diagnostic(`${kills} kills, ${events} events in the journal, none of those that were shown lost`);
    assert.ok(events > kills, "there was something to lose");
  } finally {
    stop();
    rmSync(profile, { recursive: true, force: true });
  }
});
