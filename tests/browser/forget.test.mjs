// "Delete what is stored here": nothing of ours is left in any place of the browser, and other tabs follow.
import assert from "node:assert/strict";
import { scenario } from "./harness.mjs";

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
  await second.answer("notices", "many");
  await second.sees("added");
  await second.page.reload();
  await second.sees("added");
  const journal = (await second.journal()).toString("latin1");
  assert.ok(!journal.includes('"args":["m-visa"'), "the change before is not in it");
});
