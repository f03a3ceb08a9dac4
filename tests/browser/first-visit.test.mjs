// A first visit: what is fetched and stored, and what can be answered before everything is loaded.
import assert from "node:assert/strict";
import { built, heldBack, pageWith, scenario } from "./harness.mjs";
import { fonts, setFont } from "./fonts.mjs";

const stored = () =>
  (async () => {
    const files = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      files,
      caches: await caches.keys(),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      cookies: document.cookie,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  })();
const nothing = { databases: [], files: [], caches: [], local: [], session: [], cookies: "", workers: 0 };

scenario("nothing is stored before the reader's first action", async (reader) => {
  const { page, guide } = reader;
  await reader.sees("notices");
  await page.waitForFunction(() =>
    document.querySelector("stegvis-guide").view.choices.some(({ known }) => known),
  );
  assert.equal(
    await reader.row(guide("notices.many")).isChecked(),
    true,
    "all is there, the account included",
  );
  assert.deepEqual(await page.evaluate(stored), nothing);
  await reader.row(guide("notices.few")).check();
  assert.deepEqual(await page.evaluate(stored), nothing, "a choice is no answer yet");
  await reader.answer("notices", "many");
  await reader.sees("added");
  assert.deepEqual((await page.evaluate(stored)).databases, ["stegvis"]);
  assert.equal((await page.evaluate(stored)).cookies, "");
});

scenario(
  "the first question can be answered before the core has arrived",
  { bare: true },
  async ({ open }) => {
    const late = heldBack("**/core.wasm");
    const reader = await open("", late.prepare);
    await reader.answer("notices", "many");
    assert.equal(late.asked, true, "the core is on its way");
    assert.equal((await reader.view()).node, "notices");
    late.release();
    await reader.sees("added");
  },
);

scenario(
  "an answer against what the account knows is not hidden by it: that is said, and the account counts",
  { bare: true },
  async ({ open }) => {
    const late = heldBack("**/core.wasm");
    const reader = await open("", late.prepare);
    await reader.sees("notices");
    await reader.row(reader.guide("notices.few")).check();
    late.release();
    await reader.page.waitForFunction(() =>
      document.querySelector("stegvis-guide").view.choices.some(({ known }) => known),
    );
    assert.equal(await reader.row(reader.guide("notices.few")).isChecked(), true);
    await reader.go();
    await reader.sees("added");
    const [known] = (await reader.view()).known;
    assert.deepEqual([known.node, known.said, known.choice], ["notices", "few", "many"]);
  },
);

scenario(
  "until the second question only the first visit's parts are fetched, from the page's own host",
  { bare: true },
  async ({ open, address }) => {
    const fetched = [];
    let counts = true;
    const reader = await open("", (page) =>
      page.on("request", (request) => counts && fetched.push(request.url())),
    );
    await reader.sees("notices");
    await reader.page.waitForFunction(() =>
      document.querySelector("stegvis-guide").view.choices.some(({ known }) => known),
    );
    counts = false;
    assert.deepEqual(
      fetched.filter((url) => !url.startsWith(address)),
      [],
    );
    const parts = fetched
      .map((url) => url.slice(address.length))
      .filter((url) => url && !/^(page\.css|mark\.svg|languages\.js)$/.test(url));
    assert.deepEqual(parts.sort(), [
      "core.js",
      "core.wasm",
      "payment-declined.nb-NO.json",
      "session.js",
      "stegvis.js",
      "ui/nb-NO.ftl",
      "widget.js",
    ]);
    await reader.answer("notices", "many");
    await reader.sees("added");
  },
);

scenario(
  "only the loader is fetched until the widget comes into view",
  // The demo preloads parts, since its widget is at the top; this page doesn't.
  {
    bare: true,
    files: {
      "index.html": pageWith({})
        .replace(/<link rel="\w*preload"[^>]*>|<script [^>]*languages.js[^>]*>/g, "")
        .replace("<main", '<svg width="10" height="6000"></svg><main'),
    },
  },
  async ({ open, address }) => {
    const fetched = [];
    const reader = await open("", (page) =>
      page.on("request", (request) => fetched.push(request.url().slice(address.length))),
    );
    await reader.page.waitForFunction(() => customElements.get("stegvis-guide"));
    await reader.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    assert.deepEqual(
      fetched.filter((url) => /\.(js|wasm|json|ftl)$/.test(url)),
      ["stegvis.js"],
    );
    await reader.element.scrollIntoViewIfNeeded();
    await reader.sees("notices");
  },
);

for (const [width, family] of Object.entries(fonts)) {
  scenario(
    `the page does not jump when the widget takes over, in a ${width} font`,
    { bare: true },
    async ({ open }) => {
      const late = heldBack("**/widget.js");
      const reader = await open("", late.prepare);
      const box = () =>
        reader.element.evaluate((element) => {
          const { top, width, height } = element.getBoundingClientRect();
          return { top, width, height };
        });
      await reader.page.evaluate(setFont, family);
      const before = await box();
      late.release();
      await reader.sees("notices");
      assert.deepEqual(await box(), before);
    },
  );
}

scenario("the article's words stay on the page, for search and print", async (reader) => {
  await reader.sees("notices");
  const words = await reader.element.evaluate((element) => element.textContent.replace(/\s+/g, " ").trim());
  const source = /<stegvis-guide[^>]*>([^]*)<\/stegvis-guide>/
    .exec(built("index.html"))[1]
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
  assert.equal(words, source.replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
  await reader.press(reader.ui("article-show"));
  await reader.page.getByText("Erstatt overalt").first().waitFor();
});
