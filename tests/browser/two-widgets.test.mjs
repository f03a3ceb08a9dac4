// Two widgets on one page, each with an account of its own: neither takes what belongs to the other.
import assert from "node:assert/strict";
import { pageWith, Reader, scenario, words } from "./harness.mjs";

/** The demo page with a second widget below the first one, for another practice account. */
const files = {
  "index.html": pageWith({ account: "practice" }).replace(
    "</stegvis-guide>",
    (end) =>
      end + `<stegvis-guide src="payment-declined.nb-NO.json" account="practice:british"></stegvis-guide>`,
  ),
};

/** A reader of each widget of the page. */
const readersOf = (page) =>
  ["practice", "practice:british"].map((account) => {
    const reader = new Reader(page, words());
    reader.element = page.locator(`stegvis-guide[account="${account}"]`);
    return reader;
  });

/** Leaves the field, so that its value becomes a draft. */
async function writeName(reader, name) {
  await reader.write("name", name);
  await reader.field("name").press("Tab");
}

scenario("each form keeps its own draft", { bare: true, files }, async ({ open }) => {
  const { page } = await open();
  const [first, second] = readersOf(page);
  await first.toForm();
  await second.toForm();
  await writeName(first, "Ingrid Myrvang");
  await writeName(second, "Harriet Thornbury");
  await writeName(first, "Ingrid Solbakken");
  const drafts = async () => {
    const journals = [String(await first.journal()), String(await second.journal())];
    return ["Ingrid Solbakken", "Harriet Thornbury"].map((name) =>
      journals.map((text) => text.includes(name)),
    );
  };
  assert.deepEqual(
    await drafts(),
    [
      [true, false],
      [false, true],
    ],
    "each name is in the journal of its own widget, and in no other",
  );
  await page.reload();
  for (const { reader, name } of [
    { reader: first, name: "Ingrid Solbakken" },
    { reader: second, name: "Harriet Thornbury" },
  ]) {
    await reader.sees("add");
    assert.equal(await reader.field("name").inputValue(), name, "the draft is there after a reload");
  }
});

scenario("a key in one form is not shown in the other", { bare: true, files }, async ({ open }) => {
  const { page } = await open();
  const [first, second] = readersOf(page);
  await first.toForm();
  await second.toForm();
  for (const { reader, typed, shown } of [
    { reader: first, typed: "4111", shown: "4111" },
    { reader: second, typed: "37828", shown: "3782 8" },
    { reader: first, typed: "1", shown: "4111 1" },
    { reader: second, typed: "2", shown: "3782 82" },
  ]) {
    await reader.field("number").press("End");
    await reader.field("number").pressSequentially(typed);
    assert.equal(await reader.field("number").inputValue(), shown);
  }
  assert.match(await first.text(), new RegExp(first.ui("brand-visa")));
  assert.match(await second.text(), new RegExp(second.ui("brand-american-express")));
});
