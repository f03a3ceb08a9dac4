// Parts of the page that can't be had, never come, or are not what they should be: the reader is told, and
// tries again. Every part in every way; in a short run each part in one way, in turn. The last test prints
// the table of what the reader saw.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dist, scenario } from "./harness.mjs";
import { shortDeadlines } from "./faults.mjs";
import { sized } from "../size.mjs";

/** In each of these ways a request fails; `content` is what the file is. */
const faults = {
  refused: (route) => route.abort(),
  missing: (route) => route.fulfill({ status: 404 }),
  unanswered: () => {},
  empty: (route, type) => route.fulfill({ contentType: type, body: "" }),
  "a login page": (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Log in</title>" }),
  "cut off": (route, type, content) =>
    route.fulfill({ contentType: type, body: content.subarray(0, content.length >> 1) }),
  "other JSON": (route) => route.fulfill({ contentType: "application/json", body: '{"error":"none"}' }),
};
const ways = Object.keys(faults);

const types = {
  js: "text/javascript",
  wasm: "application/wasm",
  ftl: "text/plain",
  txt: "text/plain",
  json: "application/json",
};

/** The table's rows: what the reader sees. */
const rows = [];
async function saw(reader, part, way) {
  const { detail } = await reader.elementEvent("stegvis-error");
  assert.match(detail.code, /^(load-(failed|late|damaged)|guide-(version|shape))$/);
  if (way === "unanswered") assert.equal(detail.code, "load-late");
  if (detail.code.startsWith("load-") && !/widget|json/.test(part)) assert.equal(detail.where, part);
  return (what) => rows.push({ part, way, code: detail.code, what });
}

/** Nothing of the widget stands for its words, and no button is busy. */
async function calm(reader) {
  const { page } = reader;
  await page.waitForFunction(
    () => !document.querySelector("stegvis-guide").shadowRoot.querySelector("[aria-busy=true]"),
  );
  const ids = await page.evaluate(() =>
    [...document.querySelector("stegvis-guide").shadowRoot.querySelectorAll("*")]
      .flatMap((element) => [...element.childNodes])
      .filter((node) => node.nodeType === Node.TEXT_NODE && /^(notice|heading|field|answer)-/.test(node.data))
      .map(({ data }) => data),
  );
  assert.deepEqual(ids, [], "no id of a message is shown");
}

// A part without an answer is waited for.
const long = { timeout: 20_000 };
const seesNotice = (reader) => reader.element.getByText(reader.ui("notice-load")).waitFor(long);
const article = (reader) => reader.page.getByRole("link", { name: "Betalingsmåtene dine" }).waitFor();

/** The reader's way up to the part, and what they see; `heal` lets the part come from then on. */
const groups = {
  "at first": {
    parts: ["widget.js", "payment-declined.nb-NO.json", "ui/nb-NO.ftl"],
    async run(reader, { note }) {
      const seen = await note();
      await article(reader);
      seen("the article");
    },
  },
  "behind the first question": {
    parts: ["core.js", "core.wasm", "session.js"],
    async run(reader, { note, heal }) {
      const seen = await note();
      await reader.element.getByText(reader.ui("notice-article")).waitFor(long);
      await article(reader);
      heal();
      await reader.press(reader.ui("retry"));
      await reader.answer("notices", "many");
      await reader.sees("added");
      seen("the article and a notice; by its button, the first question");
    },
  },
  "for later steps": {
    parts: ["core.rest.wasm", "steps.js", "ui/nb-NO.steps.ftl"],
    async run(reader, { note, heal }) {
      await reader.answer("notices", "many");
      await reader.answer("added", "no");
      await seesNotice(reader);
      const seen = await note();
      await calm(reader);
      heal();
      await reader.go();
      await reader.sees("changed");
      assert.equal(await reader.element.getByText(reader.ui("notice-load")).count(), 0);
      seen("a notice; by Continue, the next step");
    },
  },
  "for a form": {
    parts: ["form.js", "ui/nb-NO.form.ftl", "tables/addresses.txt", "tables/bank.txt"],
    async run(reader, { note, heal }) {
      await reader.toOld();
      await reader.pick("old", reader.visa);
      await reader.answer("new", "add");
      await seesNotice(reader);
      const seen = await note();
      await calm(reader);
      heal();
      await reader.go();
      await reader.sees("add");
      await reader.fill({ "postal-code": "8999" });
      await reader.press(reader.ui("back"));
      await reader.sees("new");
      assert.equal(await reader.row(reader.guide("new.add")).isChecked(), true);
      seen("a notice; by Continue, the form");
    },
  },
  "for another language": {
    parts: ["language.js", "payment-declined.de-DE.json", "ui/de-DE.ftl", "ui/de-DE.steps.ftl"],
    async run(reader, { note, heal }) {
      await reader.answer("notices", "many");
      await reader.answer("added", "no");
      await reader.sees("changed");
      const change = (locale) =>
        reader.element.evaluate((element, src) => {
          element.src = src;
        }, `payment-declined.${locale}.json`);
      await change("de-DE");
      await seesNotice(reader);
      const seen = await note();
      await calm(reader);
      await reader.sees("changed");
      heal();
      await change("nb-NO");
      await change("de-DE");
      await reader.element.locator("[part=frame][lang=de-DE]").waitFor();
      seen("a notice, in the old language; when it is chosen again, the other");
    },
  },
};

let turn = 0;
for (const [when, { parts, run }] of Object.entries(groups)) {
  for (const part of parts) {
    const count = sized({ run: 1, ci: 3, long: ways.length });
    const chosen = Array.from({ length: count }, (_none, i) => ways[(turn + i) % ways.length]);
    // Seven ways and groups of three and four parts: each group meets other ways.
    turn += 2;
    for (const way of chosen) {
      scenario(
        `${part}, ${when}: ${way}`,
        { bare: true, expected: /ERR_FAILED|404|Failed|MIME|module script|Unexpected|import/ },
        async ({ open }) => {
          let broken = true;
          const type = types[part.split(".").at(-1) ?? ""];
          const reader = await open("", async (page) => {
            if (way === "unanswered") await page.addInitScript(shortDeadlines, { times: 3 });
            await page.route(
              (url) => url.pathname === "/" + part,
              (route) =>
                broken ? faults[way](route, type, readFileSync(join(dist, part))) : route.continue(),
            );
          });
          await run(reader, {
            note: () => saw(reader, part, way),
            heal() {
              broken = false;
            },
          });
        },
      );
    }
  }
}

test("each part was broken, and the table says what the reader saw", () => {
  const width = (name) => Math.max(...rows.map((row) => row[name].length));
  const [part, way, code] = ["part", "way", "code"].map(width);
  for (const row of rows)
    console.log(`${row.part.padEnd(part)}  ${row.way.padEnd(way)}  ${row.code.padEnd(code)}  ${row.what}`);
  assert.equal(
    new Set(rows.map((row) => row.part)).size,
    Object.values(groups).flatMap((g) => g.parts).length,
  );
});
