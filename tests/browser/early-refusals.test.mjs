// An answer that its operation would refuse is refused on its own page, and the reader is asked about doubts
// before anything is done.
import assert from "node:assert/strict";
import { newCard, scenario } from "./harness.mjs";

const twin = { number: "4111111111111111", expiry: "0128", code: "123" };

scenario("a method that pays for nothing can't be picked to be replaced, and says why", async (reader) => {
  const { ui, mastercard } = reader;
  await reader.toOld();
  await reader.openUnusable();
  const row = reader.row(mastercard);
  assert.equal(await row.getAttribute("aria-disabled"), "true");
  await reader.element.getByText(ui("reason-nothing-attached", { method: mastercard })).waitFor();
  await row.click({ force: true });
  assert.equal(await row.isChecked(), false);
});

scenario("a declined card can't take over, and says why", async (reader) => {
  const { ui, visa } = reader;
  await reader.toOld();
  await reader.pick("old", reader.card("visa", "5556"));
  await reader.sees("new");
  await reader.openUnusable();
  assert.equal(await reader.row(visa).getAttribute("aria-disabled"), "true");
  await reader.element.getByText(ui("reason-declined", { method: visa })).waitFor();
});

scenario("details that are the same as before are refused at their form", async (reader) => {
  const { ui } = reader;
  await reader.toDetails();
  await reader.go();
  const summary = reader.role("group", ui("problem"));
  await summary.waitFor();
  assert.deepEqual(await summary.getByRole("link").allInnerTexts(), [ui("verdict-details-unchanged")]);
  await summary.getByRole("link").click();
  assert.match(await reader.focused(), /^input#field-name\./);
  await reader.fill({ line1: "Sagbruksveien 14" });
  await reader.go();
  await reader.sees("review-update", { method: reader.visa });
});

scenario(
  "where the notices are about another method, the review says so before the press",
  async (reader) => {
    const { ui, visa, mastercard } = reader;
    const debit = reader.card("visa", "5556");
    await reader.toOld();
    await reader.pick("old", debit);
    await reader.pick("new", mastercard);
    await reader.sees("review", { new: mastercard, old: debit });
    await reader.element
      .getByText(ui("warning-notices-elsewhere", { methods: visa, method: debit }))
      .waitFor();
    await reader.replace();
    await reader.sees("replaced");
  },
);

scenario("the review of the declined card warns of nothing", async (reader) => {
  await reader.toReview();
  assert.equal(await reader.element.locator("form [part=notice]").count(), 0);
});

scenario(
  "a card that is there already is added only after a second press; then both have dates",
  async (reader) => {
    const { ui, guide } = reader;
    await reader.toForm();
    await reader.fill(twin);
    await reader.press(guide("add.action"));
    const summary = reader.role("group", ui("problem"));
    await summary.waitFor();
    const words = ui("verdict-already-there", { method: reader.visa });
    assert.deepEqual(await summary.getByRole("link").allInnerTexts(), [words]);
    await reader.press(guide("add.action"));
    const both = reader.cardUntil("visa", "1111", "2028-01");
    await reader.sees("review", { new: both, old: both });
    await reader.element.getByText(ui("warning-same-card", { method: both })).waitFor();
  },
);

scenario("a mistake goes as soon as its field is right, and none comes while typing", async (reader) => {
  const { ui, guide } = reader;
  await reader.toForm();
  await reader.fill({ ...newCard, number: "5555555555554445", expiry: "0120" });
  await reader.press(guide("add.action"));
  const lines = reader.role("group", ui("problem")).getByRole("link");
  await lines.first().waitFor();
  const wrong = async () => ({
    lines: await lines.count(),
    fields: await reader.element.locator("[aria-invalid=true]").evaluateAll((at) => at.map(({ id }) => id)),
  });
  assert.deepEqual(await wrong(), { lines: 2, fields: ["field-number", "field-expiry"] });
  await reader.field("expiry").fill("12/3");
  assert.deepEqual(await wrong(), { lines: 2, fields: ["field-number", "field-expiry"] }, "not right yet");
  await reader.field("expiry").fill("12/30");
  assert.deepEqual(await wrong(), { lines: 1, fields: ["field-number"] });
  await reader.fill({ number: newCard.number });
  assert.deepEqual(await wrong(), { lines: 0, fields: [] });
  assert.equal(await reader.role("group", ui("problem")).count(), 0);
  await reader.fill({ number: "5555555555554445" });
  assert.deepEqual(await wrong(), { lines: 0, fields: [] }, "a new one comes on Continue");
});

scenario("the mistake of a question goes with the answer", async (reader) => {
  const { ui, guide } = reader;
  await reader.answer("notices", "many");
  await reader.sees("added");
  await reader.go();
  const summary = reader.role("group", ui("problem"));
  await summary.waitFor();
  await reader.check(guide("added.no"));
  await summary.waitFor({ state: "detached" });
});
