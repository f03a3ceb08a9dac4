// The language changes in place: texts and direction change, and everything else stays.
import assert from "node:assert/strict";
import { key } from "./input-actions.mjs";
import { card } from "./reader.mjs";

/** The edge of the widget that the first element of that selector is nearer to. */
const side = (reader, selector) =>
  reader.page.evaluate((selector) => {
    const { shadowRoot } = document.querySelector("stegvis-guide");
    const [frame, box] = [".frame", selector].map((name) =>
      shadowRoot.querySelector(name).getBoundingClientRect(),
    );
    return frame.right - box.right < box.left - frame.left ? "right" : "left";
  }, selector);

const start = (locale) => (locale === "ar-SA" ? "right" : "left");

/** The page sets `src`. */
async function turn(reader, locale) {
  await reader.page.evaluate((src) => {
    document.querySelector("stegvis-guide").src = src;
  }, `payment-declined.${locale}.json`);
  await reader.hears(locale);
}

/** In the page: what is typed and chosen, field by field. */
function typed() {
  return [...document.querySelector("stegvis-guide").shadowRoot.querySelectorAll("input, select")].map(
    (field) => [field.id, field.type === "radio" ? field.checked : field.value],
  );
}

/** In the page: whether the focus is unchanged, its caret, and the element's events since the first call. */
function focusState() {
  const now = document.querySelector("stegvis-guide").shadowRoot.activeElement;
  if (!window.first) {
    window.first = { now, events: [] };
    for (const type of ["step", "done", "helped", "error"])
      addEventListener("stegvis-" + type, () => window.first.events.push(type));
  }
  return { same: now === window.first.now, caret: now?.selectionStart, events: window.first.events };
}

export const languages = {
  async "the language changes within a form: what is typed, caret and focus stay, no event is written"(
    reader,
  ) {
    const { page } = reader;
    await reader.toForm();
    await reader.fill(card);
    await reader.fill({ number: "555555554444" }); // four digits are missing yet
    await page.keys(key.home);
    const now = async () => ({
      typed: await page.evaluate(typed),
      focusState: await page.evaluate(focusState),
      journal: await reader.journal(),
      ...(await reader.view()).digests,
    });
    for (const locale of ["ar-SA", "nb-NO"]) {
      const before = await now();
      assert.equal(await reader.focused(), "input#field-number");
      await turn(reader, locale);
      await reader.sees("add");
      await reader.see("button", reader.guide("add.action"));
      assert.equal(await side(reader, ".back"), start(locale));
      assert.equal(await side(reader, "[type=radio]"), start(locale));
      assert.deepEqual(await now(), before);
      await reader.says(reader.country("NO"));
      await reader.says(reader.ui("field-country.fixed"));
      await reader.says(reader.ui("brand-mastercard"));
      // Typing continues at the caret.
      await page.keys("55");
    }
    assert.equal(await reader.value("number"), "5555 5555 5555 4444");
    await reader.press(reader.guide("add.action"));
    await reader.seesReview(reader.added);
  },

  async "the page's choice of language turns all of it, and Back is in that language"(reader) {
    const { page } = reader;
    await reader.answer("notices", "many");
    await reader.sees("added");
    await reader.check(reader.guide("added.yes"));
    for (const locale of ["ar-SA", "nb-NO", "ar-SA"]) {
      await reader.choosesLanguage(locale);
      await reader.sees("added");
      assert.equal(await reader.checked(reader.guide("added.yes")), true);
      const { lang, edge, focus } = await reader.until("the page is in that language", () =>
        page
          .evaluate(() => {
            const { left, right } = document.querySelector(".brand").getBoundingClientRect();
            return {
              lang: document.documentElement.lang,
              edge: left < innerWidth - right ? "left" : "right",
              focus: document.activeElement.lang,
            };
          })
          .then((now) => now.focus && now),
      );
      assert.deepEqual(
        { lang, edge, focus },
        { lang: locale, edge: start(locale), focus: locale.split("-")[0] },
      );
      assert.equal(await side(reader, "[type=radio]"), start(locale));
    }
    await page.back();
    await reader.sees("notices");
    assert.equal(await reader.checked(reader.guide("notices.many")), true);
  },
};
