// The things of a practice account are called in the reader's language, and found by those words; the account
// is the same in every language.
import assert from "node:assert/strict";
import { scenario, words } from "./harness.mjs";

const locales = ["nb-NO", "en-US", "de-DE", "ja-JP", "ar-SA"];
const uses = ["operations", "shops", "business-email", "telephony-basic"];
const file = (locale) => `payment-declined.${locale}.json`;

/** The names in the table of the picked card. */
const names = (reader) =>
  reader
    .role("table")
    .first()
    .evaluate((table) => [...table.rows].slice(1).map((row) => row.cells[0].textContent.trim()));

/** The language changes in place. */
async function changeLanguage(reader, locale) {
  await reader.element.evaluate((element, src) => {
    element.src = src;
  }, file(locale));
  await reader.element.locator(`[part=frame][lang=${locale}]`).waitFor();
  Object.assign(reader, words(locale));
}

scenario(
  "names are those of the language, and change with it at the same step of the same account",
  async (reader) => {
    await reader.toOld();
    await reader.row(reader.visa).check();
    await reader.unfold(reader.ui("detail-uses", { count: 4 }));
    const account = await reader.account();
    for (const locale of [...locales.slice(1), locales[0]]) {
      await changeLanguage(reader, locale);
      assert.deepEqual(
        await names(reader),
        uses.map((id) => reader.ui("practice-" + id)),
        locale,
      );
      assert.equal(await reader.account(), account);
    }
  },
);

scenario(
  "a reason and a question name it in that language too",
  { guide: file("de-DE"), locale: "de-DE" },
  async (reader) => {
    await reader.toOld();
    await reader.pick("old", reader.visa);
    await reader.sees("new");
    await reader.openUnusable();
    const profiles = new Intl.ListFormat("de-DE").format(
      ["operations", "shops"].map((id) => reader.ui("practice-" + id)),
    );
    const reason = reader.ui("reason-bank-account-on-profile", { count: 2, profiles });
    assert.ok(
      (await reader.text()).includes(reason.replace(/[\u2066-\u2069]/g, "")) ||
        (await reader.text()).includes(reason),
    );
  },
);

for (const locale of locales)
  scenario(
    `a list is searched by the words that it is drawn with, in ${locale}`,
    { guide: file(locale), account: "practice:many", locale },
    async (reader) => {
      const { ui } = reader;
      await reader.answer("notices", "many");
      await reader.answer("added", "yes");
      await reader.answer("scope", "one");
      await reader.pick("paying", reader.visa);
      await reader.sees("item");
      const all = await reader.role("radio").first().getAttribute("aria-setsize");
      for (const id of ["meeting", "customers"]) {
        const word = ui("practice-" + id);
        await reader.role("searchbox", ui("search")).fill(word.toUpperCase() + " 1");
        const found = reader.element.locator(".row .name");
        await reader.page.waitForFunction((word) => {
          const rows = [...document.querySelector("stegvis-guide").shadowRoot.querySelectorAll(".row .name")];
          return rows.length && rows.every((row) => row.textContent.startsWith(word + " 1"));
        }, word);
        assert.ok((await found.count()) > 3);
        assert.notEqual(await reader.role("radio").first().getAttribute("aria-setsize"), all);
      }
    },
  );
