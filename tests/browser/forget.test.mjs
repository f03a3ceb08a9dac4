// "Delete what is stored here": nothing of ours is left in any place of the browser, and other tabs follow.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sized } from "../size.mjs";
import { replay, root, scenario } from "./harness.mjs";

/** In the page: everything that this origin has stored, by place. */
async function everything() {
  const files = [];
  const root = await navigator.storage.getDirectory();
  for await (const [name, handle] of root) {
    files.push(name);
    if (handle.kind === "directory") for await (const [inner] of handle) files.push(`${name}/${inner}`);
  }
  return {
    databases: (await indexedDB.databases()).map(({ name }) => name),
    files,
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    caches: await caches.keys(),
    cookies: document.cookie,
  };
}

const nothing = {
  databases: [],
  files: [],
  localStorage: [],
  sessionStorage: [],
  caches: [],
  cookies: "",
};

/** Stores items as other accounts, and records that were set aside, leave them. */
const older = () => {
  localStorage.setItem("stegvis/account/other", btoa("old"));
  localStorage.setItem("stegvis.acknowledged/account/other", "3");
  localStorage.setItem("stegvis.said-to-end", "");
  localStorage.setItem("stegvis/aside/session/other/payment-declined", btoa("old"));
};

async function forget(reader) {
  await reader.press(reader.ui("stuck"));
  await reader.press(reader.ui("forget-ask"));
  await reader.element.getByText(reader.ui("forget-sure")).waitFor();
  await reader.press(reader.ui("forget-now"));
}

/**
 * The same, until it is said to be done, while another tab changes the step, which closes the panel: it is
 * opened until all is pressed.
 */
function forgetMeanwhile(reader) {
  const names = ["stuck", "forget-ask", "forget-now", "forget-done"].map((id) => reader.ui(id));
  return reader.page.evaluate(async ([stuck, ask, now, done]) => {
    const { shadowRoot } = document.querySelector("stegvis-guide");
    const button = (name) =>
      [...shadowRoot.querySelectorAll("button")].find(
        (found) => found.textContent.trim() === name && found.ariaDisabled !== "true",
      );
    const said = () => [...shadowRoot.querySelectorAll("p")].some((found) => found.textContent === done);
    for (let pressed = false; !said(); await new Promise((drawn) => requestAnimationFrame(drawn))) {
      const last = button(now);
      if (!pressed) (last ?? button(ask) ?? button(stuck))?.click();
      pressed ||= !!last;
    }
  }, names);
}

scenario("what was stored here is deleted everywhere, once the reader says so twice", async (reader) => {
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced");
  await reader.journal();
  await reader.page.evaluate(older);
  const before = await reader.page.evaluate(everything);
  assert.deepEqual([before.databases, before.files.length > 1], [["stegvis"], true]);

  await reader.press(reader.ui("stuck"));
  await reader.press(reader.ui("forget-ask"));
  await reader.press(reader.ui("forget-keep"));
  await reader.sees("replaced");
  assert.deepEqual((await reader.page.evaluate(everything)).databases, ["stegvis"]);
  await reader.press(reader.ui("stuck"));

  await forget(reader);
  await reader.element.getByText(reader.ui("forget-done")).waitFor();
  await reader.sees("notices");
  assert.deepEqual(await reader.page.evaluate(everything), nothing);
  await reader.page.reload();
  await reader.sees("notices");
  assert.deepEqual(await reader.page.evaluate(everything), nothing, "to look is not to store");
  await reader.answer("notices", "many");
  await reader.sees("added");
});

scenario("another tab forgets too, and stores nothing of what it held", { bare: true }, async ({ open }) => {
  const first = await open();
  await first.toReview();
  await first.replace();
  await first.sees("replaced");
  const second = await open();
  await second.sees("replaced");
  await forget(first);
  await first.element.getByText(first.ui("forget-done")).waitFor();
  await second.sees("notices");
  await second.element.getByText(second.ui("notice-forgotten")).waitFor();
  await second.answer("notices", "many");
  await second.sees("added");
  await second.page.reload();
  await second.sees("added");
  const journal = (await second.journal()).toString("latin1");
  assert.ok(!journal.includes('"args":["m-visa"'), "the change before is not in it");
});

/** In the page: the database is deleted once the result is called. */
const holdDeletion = () => {
  const { deleteDatabase } = IDBFactory.prototype;
  IDBFactory.prototype.deleteDatabase = function (name) {
    /** @type {any} */
    const held = {};
    window.letGo = () => {
      const request = deleteDatabase.call(this, name);
      request.onsuccess = () => held.onsuccess();
      request.onerror = () => held.onerror();
    };
    return held;
  };
};

scenario(
  "an answer that another tab deletes with the rest, as it was stored meanwhile, is told",
  { bare: true },
  async ({ open }) => {
    const first = await open();
    await first.answer("notices", "many");
    await first.sees("added");
    const second = await open();
    await second.sees("added");
    await first.page.evaluate(holdDeletion);
    await forget(first);
    await first.page.waitForFunction(() => window.letGo);
    await second.answer("added", "no");
    await second.sees("changed");
    assert.ok((await eventsIn(second)).size > 1, "it is stored, and acknowledged");
    await first.page.evaluate(() => window.letGo());
    await second.sees("notices");
    await second.element.getByText(second.ui("notice-forgotten")).waitFor();
    await first.element.getByText(first.ui("forget-done")).waitFor();
    await second.page.waitForTimeout(300);
    assert.deepEqual(await second.page.evaluate(everything), nothing);
    assert.deepEqual(await second.elementEvents("stegvis-error"), [], "nothing is said to be lost");
  },
);

const rounds = sized({ run: 2, long: 40 });
const driver = readFileSync(join(root, "tests/browser/driver.js"), "utf8");

/** In the page: the text of everything that is stored; none of what isn't there, or is written meanwhile. */
async function storedTexts() {
  const texts = Object.values(localStorage).map((text) => text.split(",").map(decoded).join(""));
  function decoded(text) {
    try {
      return atob(text);
    } catch {
      return text;
    }
  }
  // To look into a database that isn't there would create it.
  if ((await indexedDB.databases()).length) {
    const answer = (request) =>
      new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const db = await answer(indexedDB.open("stegvis"));
    if (db.objectStoreNames.length) {
      const rows = await answer(db.transaction("records").objectStore("records").getAll());
      texts.push(...rows.map((row) => new TextDecoder().decode(row)));
    }
    db.close();
  }
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("stegvis");
    for await (const file of folder.values()) texts.push(await (await file.getFile()).text());
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  return texts;
}

/** The ids of all events that are stored, in any place. */
async function eventsIn({ page }) {
  const texts = await page.evaluate(storedTexts);
  return new Set(texts.flatMap((text) => text.match(/(?<="id":")[0-9a-f]{32}/g) ?? []));
}

scenario(
  `${rounds} times everything is deleted while another tab makes changes: none of what was there comes back`,
  { bare: true, timeout: sized({ run: 120_000, long: 1_200_000 }) },
  async ({ open }) => {
    const first = await open();
    const second = await open();
    await second.page.evaluate(driver);
    let seen = 0;
    for (let round = 0; round < rounds; round++) {
      const driven = second.page.evaluate(() => window.drive({ until: 4 }));
      await second.page.waitForFunction(async () => (await indexedDB.databases()).length);
      await second.page.waitForTimeout(100 + ((137 * round) % 700));
      const before = await eventsIn(first);
      seen += before.size;
      await forgetMeanwhile(first);
      await driven;
      await second.page.evaluate(() => window.drive({ until: 2 }));
      const journal = await second.journal();
      await second.page.waitForTimeout(300);
      const back = [...(await eventsIn(first))].filter((id) => before.has(id));
      assert.deepEqual(back, [], "nothing of before is stored");
      assert.deepEqual(replay(journal).at(-1).digests, (await second.view()).digests);
      assert.deepEqual(await first.journal(), journal, "both go on with what was stored since");
      assert.deepEqual(await first.elementEvents("stegvis-error"), []);
      assert.deepEqual(await second.elementEvents("stegvis-error"), [], "nothing is said to be lost");
    }
    assert.ok(seen > rounds, "there was something to delete");
    console.log(`# ${rounds} times, ${seen} events were deleted`);
  },
);
