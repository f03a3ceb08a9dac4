// An account's debt is said with the reason, and paid at the end: in one press, once.
import assert from "node:assert/strict";
import { scenario } from "./harness.mjs";

const amount = "2 888,00 kr";
const pay = (reader, node = "replaced") => reader.guide(`${node}.action`, { amount });
const owed = (reader) =>
  reader.guide("replaced.body", { new: "", old: "", owed: 4, amount }).split("\n\n")[1];

async function replaced(reader) {
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced");
}

scenario(
  "what is owed is paid in one press, and it is said before that it can't be undone",
  async (reader) => {
    const { ui, guide, mastercard } = reader;
    await replaced(reader);
    await reader.element.getByText(owed(reader)).waitFor();
    await reader.element.getByText(ui("outcome-final")).waitFor();
    await reader.press(pay(reader));
    await reader.sees("paid");
    await reader.element
      .getByText(guide("paid.body", { amount, method: mastercard }).split("\n\n")[0])
      .waitFor();
    for (const name of [ui("undo"), ui("back"), pay(reader)])
      assert.equal(await reader.role("button", name).count(), 0, name);
    await reader.page.reload();
    await reader.sees("paid");
  },
);

scenario("a second press does not pay a second time", async (reader) => {
  await replaced(reader);
  await reader.page.evaluate((name) => {
    const { shadowRoot } = document.querySelector("stegvis-guide");
    const button = [...shadowRoot.querySelectorAll("button")].find((it) => it.textContent.includes(name));
    for (let i = 0; i < 5; ++i) button.click();
  }, "Betal");
  await reader.sees("paid");
  const paid = String(await reader.journal()).match(/"args":\["[^"]*"\],[^{}]*"operation":"pay"/g);
  assert.equal(paid?.length, 1, "one record in the account's journal");
});

scenario("undo asks first, and can be left alone", async (reader) => {
  const { ui, guide } = reader;
  await replaced(reader);
  const account = await reader.account();
  await reader.press(ui("undo"));
  await reader.role("group", ui("undo-sure")).waitFor();
  assert.match(await reader.focused(), /^button.*link/, "the focus stays on the button");
  await reader.press(ui("undo-keep"));
  assert.match(await reader.focused(), /^button.*link/, "and comes back to it");
  assert.equal(await reader.account(), account);
  await reader.undo();
  await reader.role("heading", guide("replaced.undone")).waitFor();
  assert.equal(await reader.role("button", pay(reader)).count(), 0, "the old one pays again");
});

scenario("corrected details pay what is owed", { account: "practice:address" }, async (reader) => {
  const { guide, visa } = reader;
  await reader.toDetails();
  await reader.fill({ line1: "Sagbruksveien 14" });
  await reader.go();
  await reader.press(guide("review-update.action"));
  await reader.sees("updated");
  // The styles of the form, which came on the way, are not the outcome's.
  const [first, second] = await reader.element.locator("[part=outcome] .body p").all();
  const [above, below] = [await first.boundingBox(), await second.boundingBox()];
  const gap = below.y - above.y - above.height;
  assert.ok(gap > 8, `${gap} px between two paragraphs`);
  await reader.press(pay(reader, "updated"));
  await reader.sees("paid");
  await reader.element.getByText(guide("paid.body", { amount, method: visa }).split("\n\n")[0]).waitFor();
});

scenario(
  "what is owed is said with the reason, and once it is paid there is nothing to do",
  { known: true },
  async (reader) => {
    const { ui, guide, mastercard } = reader;
    await reader.answer("notices", "many");
    await reader.element.getByText(ui("fact-owed-same")).waitFor();
    await reader.pick("new", mastercard);
    await reader.replace();
    await reader.sees("replaced");
    await reader.press(pay(reader));
    await reader.sees("paid");
    await reader.press(ui("restart"));
    assert.equal(await reader.row(guide("notices.few")).isChecked(), true);
    await reader.answer("notices", "few");
    await reader.sees("fine");
  },
);
