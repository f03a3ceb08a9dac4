// Every node of the demo's guide at 320 px, which is what 1,280 px leave at 400 %, in every language, in a
// wide and in a narrow font: nothing is cut off, and no word is broken but at a hyphen.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { compiled, dist, scenario, words } from "./harness.mjs";
import { brokenWords, layoutFaults } from "./layout-faults.mjs";
import { fonts, setFont } from "./fonts.mjs";
import { scenarioNames, visitNodes } from "./scenarios.mjs";

const locales = readdirSync(dist)
  .map((name) => /^payment-declined\.(.+)\.json$/.exec(name)?.[1])
  .filter(Boolean);
const size = { width: 320, height: 256 };

/** In the page: changes the language, and waits until it is shown. */
async function changeLanguage(locale) {
  const element = document.querySelector("stegvis-guide");
  element.src = `payment-declined.${locale}.json`;
  while (element.shadowRoot.querySelector(".frame").lang !== locale) await new Promise(requestAnimationFrame);
}

for (const scenarioName of scenarioNames) {
  test(
    `at 320 px nothing is cut off and no word is broken: ${scenarioName}`,
    { timeout: 120000 },
    async () => {
      const found = new Set();
      await visitNodes(
        { locale: "nb-NO", page: "index.html", size, only: [scenarioName] },
        async ({ node, state }, { page }) => {
          for (const locale of [...locales.filter((name) => name !== "nb-NO"), "nb-NO"]) {
            await page.evaluate(changeLanguage, locale);
            for (const [name, family] of Object.entries(fonts)) {
              await page.evaluate(setFont, family);
              const faults = [...(await page.evaluate(layoutFaults)), ...(await page.evaluate(brokenWords))];
              for (const fault of faults) found.add(`${node} (${state}), ${locale}, ${name}: ${fault}`);
            }
          }
        },
      );
      assert.deepEqual([...found], []);
    },
  );
}

/** The words of a text that may be too wide, with the punctuation after them. Japanese breaks anywhere. */
const longWords = (text) =>
  (text.match(/[\p{L}\p{M}\p{N}]{12,}[.,:;?!]?/gu) ?? []).filter(
    (word) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word),
  );

/** All texts of a message, without its values. */
function textOf(pattern) {
  if (typeof pattern === "string") return pattern;
  return (pattern ?? [])
    .map((part) => {
      if (typeof part === "string") return part;
      return part.type === "select" ? part.variants.map(({ value }) => textOf(value)).join(" ") : " ";
    })
    .join("");
}

/** Long words of a locale by where they may be shown: in a heading, or in a line of the error summary. */
function wordsByPlace(locale) {
  const [guide, ui] = words(locale).bundles.map((bundle) => [...bundle._messages.values()]);
  const texts = (messages) =>
    messages.flatMap(({ value, attributes }) => [value, ...Object.values(attributes)].map(textOf));
  return {
    heading: guide.flatMap(({ value }) => longWords(textOf(value))),
    mistake: [...texts(ui), ...texts(guide)].flatMap(longWords),
  };
}

/** In the page: the words that are wider than their place, in each font. */
function tooWide({ families, wordsByPlace }) {
  const { shadowRoot } = document.querySelector("stegvis-guide");
  const places = {
    heading: shadowRoot.querySelector("h2.heading, .heading"),
    mistake: shadowRoot.querySelector(".mistakes a"),
  };
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  const found = [];
  for (const [place, list] of Object.entries(wordsByPlace)) {
    const room = places[place].parentElement.getBoundingClientRect().width;
    const { fontWeight, fontSize } = getComputedStyle(places[place]);
    for (const family of families) {
      context.font = `${fontWeight} ${fontSize} "${family}"`;
      for (const word of new Set(list)) {
        const { width } = context.measureText(word);
        if (width > room) found.push(`${word}: ${Math.ceil(width)} px of ${Math.floor(room)} in a ${place}`);
      }
    }
  }
  return found;
}

scenario("at 320 px every long word of every language has room in a heading and in a box", async (reader) => {
  const { page, ui } = reader;
  await page.setViewportSize({ width: 320, height: 800 });
  await reader.answer("notices", "many");
  await reader.sees("added");
  await reader.go();
  await reader.role("group", ui("problem")).waitFor();
  for (const locale of locales) {
    const found = await page.evaluate(tooWide, {
      families: Object.values(fonts),
      wordsByPlace: wordsByPlace(locale),
    });
    assert.deepEqual(found, [], locale);
  }
  const made = { heading: ["Zahlungsmethodenverwaltungsprogramm"], mistake: ["Zahlungsmethodenverwaltung"] };
  const found = await page.evaluate(tooWide, { families: [fonts.wide], wordsByPlace: made });
  assert.equal(found.length, 2, `a word that is too long is found: ${found}`);
});

for (const [width, family] of Object.entries(fonts)) {
  scenario(
    `at 320 px a word that is too long breaks at its soft hyphens alone, in a ${width} font`,
    {
      guide: "long-word.de-DE.json",
      files: { "long-word.de-DE.json": compiled("long-word.md") },
      locale: "de-DE",
    },
    async ({ page, ui, element }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.evaluate(setFont, family);
      await element.getByText(ui("step-of", { step: 1, total: 2 })).waitFor();
      const word = element.getByText(/^Zahlungsmethoden\u00ADverwaltungsprogramm\u00ADübersicht$/).first();
      assert.ok((await word.evaluate((node) => node.getClientRects().length)) > 1, "the word is too long");
      assert.deepEqual(await page.evaluate(brokenWords), []);
      assert.deepEqual(await page.evaluate(layoutFaults), []);
    },
  );
}
