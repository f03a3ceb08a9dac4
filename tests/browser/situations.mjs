#!/usr/bin/env node
// The shortest way through the guide in each situation that a reader can be in: the words of every screen,
// and what each payment method pays for afterwards. tests/scenarios/ has them as texts, for people to read.
// After a change that is intended, write them with
//
//   node tests/browser/situations.mjs --write
//
// and read the diff before you commit it. `--pictures FOLDER` saves every screen as it looks at 390 px, light
// and dark. The page must be built (node web/build.mjs).
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { anyPage, browser, close, coreFixture, pageWith, Reader, site, today, words } from "./harness.mjs";
import { isolates } from "./page-object.mjs";

export const folder = fileURLToPath(new URL("../scenarios/", import.meta.url));

const choose = (/** @type {string} */ choice) => (/** @type {Reader} */ reader) =>
  reader.check(reader.guide(choice)).then(() => reader.go());
const take = (/** @type {(reader: Reader) => string} */ name) => (/** @type {Reader} */ reader) =>
  reader.check(name(reader), { exact: false }).then(() => reader.go());
const press = (/** @type {string} */ message) => (/** @type {Reader} */ reader) =>
  reader.press(reader.guide(message));
const mastercard = take((reader) => reader.mastercard);
const replace = [mastercard, press("review.action")];

/** The acts of the reader in each situation, from the first question to an outcome. */
const ways = {
  practice: [choose("notices.many"), ...replace],
  expired: [choose("notices.many"), choose("changed.yes"), ...replace],
  funds: [choose("notices.few")],
  final: [choose("notices.few"), ...replace],
  address: [
    choose("notices.many"),
    (/** @type {Reader} */ reader) => reader.fill({ line1: "Sagbruksveien 14" }).then(() => reader.go()),
    press("review-update.action"),
  ],
  bank: [
    choose("notices.many"),
    press("review-pay.action"),
    (/** @type {Reader} */ reader) => reader.press(reader.ui("action-confirm")),
  ],
  "call-bank": [choose("notices.many")],
  "invoice-manager": [choose("notices.many")],
  healthy: [choose("notices.few")],
  twins: [choose("notices.many"), choose("changed.yes"), ...replace],
  "profile-bank": [
    choose("notices.many"),
    choose("changed.yes"),
    choose("new.add"),
    (/** @type {Reader} */ reader) =>
      reader.press(reader.ui("test-card")).then(() => reader.press(reader.guide("add.action"))),
    press("review.action"),
  ],
  large: [choose("notices.many"), ...replace],
  "pay-balance": [
    (/** @type {Reader} */ reader) => reader.go(),
    mastercard,
    (/** @type {Reader} */ reader) => reader.press(reader.guide("review.action", { amount: "2 888,00 kr" })),
  ],
  "subscription-method": [
    choose("scope.one"),
    take(() => "E-post for bedrifter"),
    mastercard,
    press("review.action"),
  ],
};

/** Those of another guide than the demo's first one: it has their name, and they are over `practice`. */
const others = ["pay-balance", "subscription-method"];

export const situations = Object.keys(ways);

/** A situation as text; `seen` is called at each screen. */
export async function textOf(
  /** @type {string} */ name,
  {
    media = {},
    seen = /** @type {(reader: Reader, screen: number) => Promise<unknown>} */ (async () => {}),
  } = {},
) {
  const of = others.includes(name) ? name : undefined;
  const account = of || name === "practice" ? "practice" : "practice:" + name;
  const index = pageWith({ account }, of && `${of}.nb-NO.html`);
  const files = { "index.html": index, "core-fixture.js": coreFixture() };
  const { address, stop } = await site({ files, known: true });
  const page = await (await browser()).newPage();
  try {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: "light", ...media });
    await page.goto(address);
    const reader = new Reader(page, words("nb-NO", undefined, of));
    // The first question stands there before the account is known.
    const asks = name !== "subscription-method";
    await page.waitForFunction((asks) => {
      const { view } = document.querySelector("stegvis-guide");
      return asks ? view?.choices.some(({ known }) => known) : view;
    }, asks);
    const screens = [await screen(reader)];
    await seen(reader, screens.length);
    for (const act of ways[name]) {
      const before = screens.at(-1).name;
      await act(reader);
      await page.waitForFunction((before) => {
        const { node, kind } = document.querySelector("stegvis-guide").view;
        return before !== (kind === "action-needed" ? `${node}, at the bank` : node);
      }, before);
      screens.push(await screen(reader));
      await seen(reader, screens.length);
    }
    const pages = screens.map(({ name, text }, i) => `== ${i + 1}: ${name}\n\n${text}\n`);
    return [
      `# ${account}: ${screens.length} screens.`,
      "# Write all: node tests/browser/situations.mjs --write",
      "",
      ...pages,
      `== what each method pays for afterwards\n\n${await payments(reader, account)}\n`,
    ].join("\n");
  } finally {
    await page.close();
    await stop();
  }
}

async function screen(/** @type {Reader} */ reader) {
  const { page, element } = reader;
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector("stegvis-guide");
    return !shadowRoot.querySelector("[aria-busy=true]");
  });
  const text = await element.locator("[part=step]").innerText();
  const { node, kind } = await reader.view();
  return {
    name: kind === "action-needed" ? `${node}, at the bank` : node,
    text: anyPage(text)
      .replace(isolates, "")
      .replace(/\u00a0/g, " ")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line)
      .join("\n"),
  };
}

/** The payments of each payment method afterwards, by the ids of the account: a core of its own reads it. */
async function payments(/** @type {Reader} */ { page }, /** @type {string} */ account) {
  const list = await page.evaluate(
    async ([account, day]) => {
      const { load, opened } = await import(String(new URL("/core-fixture.js", location.href)));
      const element = document.querySelector("stegvis-guide");
      const guide = await (await fetch(element.src)).json();
      const core = opened(await load(), guide, account);
      const journals = await element.exportJournal();
      core.view(day);
      if (journals.length) core.load("account", journals);
      const items = (question) => core.query({ query: "list", count: 50, day, ...question });
      return items({ list: "methods" }).items.map(({ id, values }) => {
        const { total, items: uses } = items({ list: "uses", of: id });
        return { id, status: values.status, total, uses: uses.map((use) => use.id) };
      });
    },
    [account, today],
  );
  return list
    .map(({ id, status, total, uses }) => {
      const shown = uses.slice(0, 6).join(", ") + (total > 6 ? ` and ${total - 6} more` : "");
      // A method that was added has an id of its own each time.
      return `${id.replace(/-[0-9a-f]{16}$/, "-added")} (${status}): ${shown || "nothing"}`;
    })
    .join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [way, pictures] = process.argv.slice(2);
  if (way !== "--write" && !(way === "--pictures" && pictures)) {
    console.error("usage: situations.mjs --write | --pictures FOLDER");
    process.exit(2);
  }
  mkdirSync(pictures ?? folder, { recursive: true });
  for (const name of situations) {
    if (way === "--write") writeFileSync(`${folder}${name}.txt`, await textOf(name));
    else
      for (const colorScheme of /** @type {const} */ (["light", "dark"]))
        await textOf(name, {
          media: { colorScheme },
          seen: ({ element }, screen) =>
            element.screenshot({ path: join(pictures, `${name}-${screen}-${colorScheme}.png`) }),
        });
  }
  console.log(`${situations.length} situations in ${pictures ?? folder}`);
  await close();
}
