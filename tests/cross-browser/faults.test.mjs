// Calls of storage that fail, in Firefox and WebKit as in Chromium: a tenth of the rows of
// tests/browser/storage-table.test.mjs. The last line of each engine is the table.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { breakCalls, calls, faultRows, nthOf, noticesIn } from "../browser/call-faults.mjs";
import { shortDeadlines } from "../browser/faults.mjs";
import { pageWith, site } from "../browser/harness.mjs";
import { sized } from "../size.mjs";
import { engines } from "./engines.mjs";
import { Reader } from "./reader.mjs";

const count = sized({ run: 1, ci: 3, long: Math.ceil(faultRows.length / 10) });
/** Evenly over the list, other ones in the other engine. */
const chosen = (from) =>
  Array.from({ length: count }, (_, i) => faultRows[Math.floor(((i + from) * faultRows.length) / count)]);
const timeout = 240_000;

/** In the page, before the widget: what a row asks for, from the page's next load on. */
const plan = `const row = JSON.parse(sessionStorage.getItem("row") ?? "null");
if (row) {
  (${shortDeadlines})({ times: 10, to: 5000 });
  (${breakCalls})(row);
}
`;
const files = {
  "faults.js": plan,
  "index.html": pageWith({}).replace("<head>", '<head>\n<script src="faults.js"></script>'),
};
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

for (const [engine, from] of /** @type {const} */ ([
  ["firefox", 0.25],
  ["webkit", 0.75],
])) {
  const started = engines[engine]();
  started.catch(() => {});
  after(async () => (await started).stop());

  for (const [name, fault, group] of chosen(from))
    test(`in ${engine} ${name} ${fault}: nothing is lost without a word`, { timeout }, async (t) => {
      const { address, stop } = await site({ files });
      const page = await (await started).open(address);
      const reader = new Reader(page, "nb-NO");
      const { ui } = reader;
      const seen = new Set();
      const look = async () => noticesIn(await reader.text(), ui).forEach((id) => seen.add(id));
      const node = async (id) =>
        reader.until(`the step is ${id}`, async () => (await reader.view())?.node === id);
      const step = async (doing, to) => {
        for (let tries = 0; ; tries++) {
          if ((await reader.view()).node !== to) await doing();
          const there = await node(to).catch(() => undefined);
          await look();
          if (there) return;
          assert.ok(tries < 3, `it goes on to ${to}`);
        }
      };
      try {
        await reader.toOld();
        await reader.journal();
        await pause(400);
        await page.evaluate(
          (row) => {
            sessionStorage.setItem("row", row);
            sessionStorage.setItem("broken", "yes");
          },
          JSON.stringify([group, calls, fault, nthOf(name)]),
        );
        await page.goto(address);
        await reader.sees("old");
        await look();
        await step(() => reader.pick("old", reader.visa), "new");
        await step(() => reader.pick("new", reader.mastercard), "review");
        await step(() => reader.replace(), "replaced");
        const done = await reader.account();
        const hits = await page.evaluate(() => window.faultHits);
        await page.evaluate(() => sessionStorage.clear());
        await page.goto(address);
        await reader.until("a step is shown", async () => (await reader.view())?.digests);
        const warned = seen.has("memory");
        let stays = false;
        for (const end = Date.now() + (warned ? 1000 : 8000); !stays && Date.now() < end; await pause(50))
          stays = (await reader.view())?.digests.account === done;
        await look();
        t.diagnostic(
          `${name}, ${fault}, failed ${hits} times: ${[...seen].join(", ") || "nothing unusual"}; ` +
            (stays ? "all is there" : "gone, as was said"),
        );
        assert.ok(stays || warned || seen.has("lost") || seen.has("journal"), "no silent loss");
      } finally {
        await page.close();
        await stop();
      }
    });
}
