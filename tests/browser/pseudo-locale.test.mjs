// Every node of the demo's guide in the pseudo locale (pseudo-locale.mjs), at 1,100 and at 320 px, from left
// to right and mirrored: nothing is untranslated, cut off, outside of its box or over other text.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { browser, built, dist, pageWith, Reader, root, site, words } from "./harness.mjs";
import { layoutFaults } from "./layout-faults.mjs";
import { fonts, setFont } from "./fonts.mjs";
import { guide, messages } from "./pseudo-locale.mjs";
import { scenarioNames, visitNodes } from "./scenarios.mjs";

const source = (file) => messages(readFileSync(join(root, "i18n", file.replace(/en-X\w/, "en-US")), "utf8"));
const english = JSON.parse(built("payment-declined.en-US.json"));
const name = (locale) => `payment-declined.${locale}.json`;
/** The guides in both pseudo locales, of one that asks all or leaves out what the account knows. */
const guides = (known) => {
  const english = JSON.parse(built(name("en-US"), { known }));
  const made = /** @type {const} */ ([
    ["en-XA", "ltr"],
    ["en-XB", "rtl"],
  ]).map(([locale, direction]) => [name(locale), JSON.stringify(guide(english, locale, direction))]);
  return Object.fromEntries(made);
};

// Texts that are not translated: names of the account, typed text, ids, a code of the summary, and below the
// texts of Intl.
const accountNames = [
  ...readFileSync(join(root, "core/billing/practice.cpp"), "utf8").matchAll(/"([^"\n]*[A-Za-z][^"\n]*)"/g),
].map((found) => found[1]);
const untranslatable = [
  ...accountNames,
  "Sagbruksveien 14",
  "expired",
  english.name,
  ...english.flow.nodes.map(({ id }) => id),
];
const codes = readFileSync(join(root, "core/payment/data/address.txt"), "utf8").match(/^[A-Z]{2}$/gm);

// In the page: texts that are not translated, or are cut.
function untranslated({ untranslatable, codes }) {
  const { shadowRoot: shadow } = document.querySelector("stegvis-guide");
  const wrong = new Set();
  const intl = [
    ...codes.map((code) => new Intl.DisplayNames("en", { type: "region" }).of(code)),
    "NOK",
    .../** @type {const} */ (["long", "short"]).flatMap((length) =>
      Array.from({ length: 12 }, (_none, month) =>
        new Intl.DateTimeFormat("en", { month: length }).format(new Date(2026, month)),
      ),
    ),
    .../** @type {const} */ (["conjunction", "disjunction"]).map(
      (type) => new Intl.ListFormat("en", { type }).formatToParts(["1", "2"])[1].value,
    ),
  ];
  const mine = [...intl, ...untranslatable].sort((a, b) => b.length - a.length);
  const read = (text) => {
    // A picture may show only the beginning of a name.
    let left = text
      .replace(/\b([0-9a-f]{16,}|[0-9A-F]{4}(-[0-9A-F]{4}){2})\b/g, "")
      .replace(/\bhttps?:\S+/g, "")
      .replace(/[\p{L}\p{N} .,-]+(?=…)/gu, (start) =>
        untranslatable.some((text) => text.startsWith(start)) ? "" : start,
      );
    for (const text of mine) left = left.replaceAll(text, "");
    if (/[A-Za-z]/.test(left)) wrong.add(`not translated: ${text.trim().slice(0, 80)}`);
  };
  const walker = document.createTreeWalker(shadow, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) if (!node.parentElement.closest("style")) read(node.data);
  for (const element of shadow.querySelectorAll("*")) {
    for (const attribute of ["aria-label", "title", "alt", "placeholder"])
      read(element.getAttribute(attribute) ?? "");
  }
  // A picture may show only the beginning of a name, and then lacks its end.
  const shown = shadow.querySelector(".frame").cloneNode(true);
  for (const picture of shown.querySelectorAll("svg")) picture.remove();
  const brackets = shown.textContent.match(/[⟦⟧]/g) ?? [];
  if (brackets.length % 2 || !brackets.length)
    wrong.add(`a bracket is missing: ${shadow.querySelector("h2").textContent}`);
  return [...wrong];
}

const wrongs = async (page) => [
  ...(await page.evaluate(layoutFaults)),
  ...(await page.evaluate(untranslated, { untranslatable, codes })),
];

/** Opens the page in the pseudo locale; the mirrored guide is in the same folder. */
async function opened({ account, known }, prepare) {
  const { address, stop } = await site({
    files: {
      ...guides(known),
      "index.html": pageWith(account === undefined ? {} : { account }, "en.html").replaceAll(
        name("en-US"),
        name("en-XA"),
      ),
    },
  });
  const page = await (await browser()).newPage();
  await page.route("**/ui/en-US*.ftl", (route) =>
    route.fulfill({
      body: messages(readFileSync(join(dist, new URL(route.request().url()).pathname), "utf8")),
    }),
  );
  await prepare?.(page);
  await page.goto(address);
  return { page, reader: new Reader(page, words("en-XA", source)), close: () => page.close().then(stop) };
}

const nodes = new Set();
for (const scenarioName of scenarioNames) {
  test(`in another language all is translated and fits: ${scenarioName}`, { timeout: 120000 }, async () => {
    const wrong = new Set();
    await visitNodes({ only: [scenarioName], open: opened }, async ({ node, state }, { page }) => {
      nodes.add(node);
      const turned = (locale) =>
        page.locator("stegvis-guide").evaluate(
          async (element, [src, locale]) => {
            element.src = src;
            while (element.shadowRoot.querySelector(".frame").lang !== locale)
              await new Promise(requestAnimationFrame);
          },
          [name(locale), locale],
        );
      const look = async (how, width) => {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        for (const [name, family] of Object.entries(fonts)) {
          await page.evaluate(setFont, family);
          for (const fault of await wrongs(page)) wrong.add(`${node} (${state})${how}, ${name}: ${fault}`);
        }
      };
      await look("", 1100);
      await look(", 320 px", 320);
      await turned("en-XB");
      await look(", mirrored, 320 px", 320);
      await look(", mirrored", 1100);
      await turned("en-XA");
    });
    assert.deepEqual([...wrong], []);
  });
}

test("every node was seen", () => {
  assert.deepEqual(
    english.flow.nodes.map(({ id }) => id).filter((id) => !nodes.has(id)),
    [],
  );
});

test("what is wrong is named", async () => {
  const { page, reader, close } = await opened({ account: undefined, known: false });
  try {
    await reader.sees("notices");
    const named = (what, doctor) =>
      page
        .evaluate(doctor)
        .then(() => wrongs(page))
        .then((found) =>
          assert.ok(
            found.some((fault) => fault.startsWith(what)),
            `${what}: ${found}`,
          ),
        );
    assert.deepEqual(await wrongs(page), []);
    const styled = (rule) =>
      new Function(`
      const sheet = new CSSStyleSheet(), { shadowRoot } = document.querySelector("stegvis-guide");
      sheet.replaceSync(${JSON.stringify(rule)});
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets.slice(0, 3), sheet];`);
    await named("cut off", styled(".heading { block-size: 1em; overflow: hidden }"));
    await named("more than its button holds", styled(".go { inline-size: 3em; white-space: nowrap }"));
    await named("over each other", styled(".hint { margin-block-start: -2em }"));
    await named("outside of the widget", styled(".heading { white-space: nowrap; inline-size: 200em }"));
    await named("outside of its box", styled(".heading { white-space: nowrap; inline-size: 2em }"));
    await named("wider than the window", styled(".frame { inline-size: 200em }"));
    await named("scrolls sideways", styled(".choices { overflow-x: auto } .choice { inline-size: 200em }"));
    await named("a control outside of the widget", styled(".go { margin-inline-start: -20em }"));
    await named("more than its field shows", () => {
      const field = document.createElement("input");
      field.value = "⟦⟧".repeat(50);
      document.querySelector("stegvis-guide").shadowRoot.querySelector(".step").append(field);
    });
    await named("not translated", () => {
      document.querySelector("stegvis-guide").shadowRoot.querySelector(".go").textContent = "Continue";
    });
    await named("a bracket is missing", () => {
      document.querySelector("stegvis-guide").shadowRoot.querySelector(".go").textContent = "⟦";
    });
  } finally {
    await close();
  }
});
