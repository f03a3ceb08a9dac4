// The name of a payment method, "Visa •••• 1111", stays on one line: in rows, sentences and tables, in every
// language and in widths from a watch to a phone.
import { readdirSync } from "node:fs";
import { test } from "node:test";
import assert from "node:assert/strict";
import { dist } from "./harness.mjs";
import { visitNodes } from "./scenarios.mjs";

const locales = readdirSync(dist)
  .map((name) => /^payment-declined\.(.+)\.json$/.exec(name)?.[1])
  .filter((name) => name !== undefined);
const widths = [200, 220, 240, 260, 280, 300, 320, 340, 360, 390, 420];

/** In the page: changes the language, and waits until it is shown. */
async function changeLanguage(/** @type {string} */ locale) {
  const element = document.querySelector("stegvis-guide");
  element.src = `payment-declined.${locale}.json`;
  while (element.shadowRoot.querySelector(".frame").lang !== locale) await new Promise(requestAnimationFrame);
}

/**
 * In the page: how many names are shown, and those that stand on two lines. Of a brand of two words, the last
 * one stays with the digits.
 */
function brokenNames() {
  const { shadowRoot } = document.querySelector("stegvis-guide");
  const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  // Japanese may break between any two letters of a brand.
  const names =
    /(?:[\p{Script=Latin}\p{Script=Arabic}]+|\p{L})[\u2066-\u2069]*\s••••\s[\u2066-\u2069]*\d{4}/gu;
  const broken = [];
  let count = 0;
  for (let node; (node = walker.nextNode());) {
    const { parentElement: parent, data } = node;
    if (parent.closest(".unseen, style, option") || !parent.checkVisibility({ visibilityProperty: true }))
      continue;
    for (const { 0: name, index } of data.matchAll(names)) {
      count++;
      range.setStart(node, index);
      range.setEnd(node, index + name.length);
      const lines = [];
      let long = 0;
      for (const { top, height, width } of range.getClientRects()) {
        long += width;
        if (!width) continue;
        const middle = top + height / 2;
        if (!lines.some((line) => Math.abs(line - middle) < height / 2)) lines.push(middle);
      }
      if (lines.length < 2) continue;
      let box = parent;
      while (getComputedStyle(box).display === "inline") box = box.parentElement;
      const { width } = box.getBoundingClientRect();
      // Narrower than 320 px, a long brand may have no room at all.
      if (innerWidth < 320 && width < long + 12) continue;
      broken.push(
        `${name} in ${box.localName}.${box.className}, ${Math.round(long)} of ${Math.round(width)} px`,
      );
    }
  }
  return { count, broken };
}

/** In the page: opens all that is folded, or folds what this has opened. */
function fold(/** @type {boolean} */ open) {
  const { shadowRoot } = document.querySelector("stegvis-guide");
  for (const details of shadowRoot.querySelectorAll("details"))
    if (open && !details.open) details.dataset.opened = String((details.open = true));
    else if (!open && details.dataset.opened) details.open = false;
}

/** Nodes with names in a row, in a table, in a sentence and in an answer. */
const stops = ["new known", "old open", "review open", "replaced open", "review-one open", "moved open"];

for (const scenario of ["known", "replace", "single"])
  test(`names of payment methods stay on one line: ${scenario}`, { timeout: 120000 }, async () => {
    const found = new Set();
    let seen = 0;
    await visitNodes(
      { locale: "nb-NO", page: "index.html", only: [scenario] },
      async ({ node, state }, { page }) => {
        if (!stops.includes(`${node} ${state}`)) return;
        await page.evaluate(fold, true);
        for (const locale of [...locales.filter((name) => name !== "nb-NO"), "nb-NO"]) {
          await page.evaluate(changeLanguage, locale);
          for (const width of widths) {
            await page.setViewportSize({ width, height: 800 });
            const { count, broken } = await page.evaluate(brokenNames);
            seen += count;
            for (const fault of broken) found.add(`${node} at ${width} px, ${locale}: ${fault}`);
          }
        }
        await page.evaluate(fold, false);
        await page.setViewportSize({ width: 1100, height: 900 });
      },
    );
    assert.ok(seen > 100, `${seen} names were looked at`);
    assert.deepEqual([...found], []);
  });
