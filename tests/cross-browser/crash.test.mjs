// Firefox is killed whole, WebKit whole or in its page alone, on a profile of its own: what the widget had
// called done is there when the page is opened again. tests/browser/crash.test.mjs does the same in Chromium.
import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pageWith, replay, root, site } from "../browser/harness.mjs";
import { sized } from "../size.mjs";
import { firefox } from "./firefox.mjs";
import { minibrowser } from "./minibrowser.mjs";
import { Reader } from "./reader.mjs";

const kills = sized({ run: 2, long: 20 });
const driver = readFileSync(join(root, "tests/browser/driver.js"), "utf8");
const scripts = (/** @type {string[]} */ names) => names.map((name) => `<script src="${name}"></script>`);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** In the page: begins to drive, and collects the digests of what the widget shows. */
const drive = () => {
  window.acknowledged = [];
  const acknowledged = ({ digests: { session } }) => {
    window.acknowledged.push(session);
    window.tell?.(session);
  };
  void window.drive({ acknowledged });
};

/** Random numbers, the same at each run. */
let seed = 1;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;

/** Kills a browser again and again; `again` gives the one in which the page is opened then. */
async function survives(t, browser, again) {
  const files = { "driver.js": driver, ...browser.files };
  const index = pageWith({}).replace("<head>", ["<head>", ...scripts(Object.keys(files))].join("\n"));
  const { address, stop } = await site({ files: { ...files, "index.html": index }, csp: browser.csp });
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
      for (const end = Date.now() + 1500 + 2000 * random(); Date.now() < end; await pause(20))
        for (const session of await page.evaluate(() => window.acknowledged)) acknowledged.add(session);
      await browser.kill({ whole: kill % 2 === 1 });
      for (const session of browser.heard ?? []) acknowledged.add(session);
      browser = await again(browser);
    }
    t.diagnostic(`${kills} kills, ${acknowledged.size} of ${events} events were seen before, none lost`);
    assert.ok(acknowledged.size > kills, "there was something to lose");
  } finally {
    await browser.stop().catch(() => {});
    stop();
  }
}

for (const [name, begin, again] of /** @type {const} */ ([
  ["Firefox", firefox, (_ended, profile) => firefox({ profile })],
  ["WebKit", minibrowser, (ended) => ended],
]))
  test(
    `${kills} kills of ${name} lose nothing that was called done`,
    { timeout: sized({ run: 240_000, long: 1_200_000 }) },
    async (t) => {
      const profile = mkdtempSync(join(tmpdir(), "stegvis-crash-"));
      try {
        await survives(t, await begin({ profile }), (ended) => again(ended, profile));
      } finally {
        rmSync(profile, { recursive: true, force: true });
      }
    },
  );
