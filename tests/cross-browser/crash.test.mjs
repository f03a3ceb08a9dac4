// Firefox is killed whole, on a profile of its own: what the widget had called done is there when the page is
// opened again. tests/browser/crash.test.mjs does the same in Chromium. WebKit's automation keeps no profile,
// and ends with the first process of a page that does.
import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pageWith, replay, root, site } from "../browser/harness.mjs";
import { sized } from "../size.mjs";
import { firefox } from "./firefox.mjs";
import { Reader } from "./reader.mjs";

const kills = sized({ run: 2, long: 20 });
const driver = readFileSync(join(root, "tests/browser/driver.js"), "utf8");
const index = pageWith({}).replace("<head>", '<head>\n<script src="driver.js"></script>');
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** In the page: begins to drive, and collects the digests of what the widget shows. */
const drive = () => {
  window.acknowledged = [];
  void window.drive({ acknowledged: ({ digests }) => window.acknowledged.push(digests.session) });
};

/** Kills a browser again and again; `again` gives the one in which the page is opened then. */
async function survives(t, browser, again) {
  const { address, stop } = await site({ files: { "driver.js": driver, "index.html": index } });
  const acknowledged = new Set();
  let events = 0;
  try {
    for (let kill = 0; kill <= kills; kill++) {
      const page = await browser.open(address);
      const reader = new Reader(page, "nb-NO");
      await reader.until("the widget is shown", () => reader.account());
      const journal = Buffer.from(await reader.journal());
      const steps = journal.length ? replay(journal).map(({ digests }) => digests) : [];
      if (kill > 0) {
        assert.deepEqual(
          steps.at(-1),
          (await reader.view()).digests,
          "the page shows what its journals hold",
        );
        const sessions = new Set(steps.map(({ session }) => session));
        for (const session of acknowledged) assert.ok(sessions.has(session), "an event that was shown");
        events = steps.length;
      }
      if (kill === kills) break;
      await page.evaluate(drive);
      for (const end = Date.now() + 1500 + 400 * (kill % 5); Date.now() < end; await pause(20))
        for (const session of await page.evaluate(() => window.acknowledged)) acknowledged.add(session);
      await browser.kill();
      browser = await again(browser);
    }
    t.diagnostic(`${kills} kills, ${acknowledged.size} of ${events} events were seen before, none lost`);
    assert.ok(acknowledged.size > kills, "there was something to lose");
  } finally {
    await browser.stop().catch(() => {});
    stop();
  }
}

test(`${kills} kills of Firefox lose nothing that was called done`, { timeout: 1_200_000 }, async (t) => {
  const profile = mkdtempSync(join(tmpdir(), "stegvis-crash-"));
  try {
    await survives(t, await firefox({ profile }), () => firefox({ profile }));
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
