// A card that was added on the way to a replacement stays when the replacement is undone: it is said, and the
// card can be removed.
import assert from "node:assert/strict";
import { newCard, scenario } from "./harness.mjs";

/** Replaces the declined card by a new one, and undoes it. */
async function undone(reader) {
  const { guide } = reader;
  await reader.toForm();
  await reader.fill(newCard);
  const born = await reader.account();
  await reader.press(guide("add.action"));
  await reader.seesReview(reader.added);
  const added = await reader.account();
  await reader.replace();
  await reader.sees("replaced", { new: reader.added, old: reader.visa });
  await reader.undo();
  await reader.role("heading", guide("replaced.undone")).waitFor();
  return { born, added };
}

const plain = (text) => text.replace(/[\u2066-\u2069]/g, "");
const says = async (reader, words) => plain(await reader.text()).includes(plain(words));

scenario("after the undo, the card that was added is still there, and can be removed", async (reader) => {
  const { ui, guide, added: method } = reader;
  const { born, added } = await undone(reader);
  assert.equal(await reader.account(), added, "what the undo gave back");
  assert.ok(await says(reader, ui("left-add", { method })));
  assert.ok(!(await says(reader, ui("undone"))), "not everything is as it was");
  assert.equal(await reader.role("button", ui("undo")).count(), 0);
  await reader.role("button", ui("take-add", { method })).click();
  await reader.element.locator("[part=left]", { hasText: /fjernet/ }).waitFor();
  assert.ok(await says(reader, ui("taken-add", { method })));
  assert.ok(await says(reader, ui("undone")), "now it is");
  assert.equal(await reader.account(), born);
  assert.equal(await reader.element.locator("[part=undo]").count(), 0);
  assert.match(await reader.focused(), /heading/, "the focus is not lost with the button");
  assert.ok(await reader.role("heading", guide("replaced.undone")).isVisible());
});

scenario("what stays is still said and removed after the page is loaded again", async (reader) => {
  const { ui, guide, added: method } = reader;
  const { born } = await undone(reader);
  await reader.page.reload();
  await reader.role("heading", guide("replaced.undone")).waitFor();
  await reader.role("button", ui("take-add", { method })).click();
  await reader.element.locator("[part=left]", { hasText: /fjernet/ }).waitFor();
  await reader.page.reload();
  await reader.element.locator("[part=left]", { hasText: /fjernet/ }).waitFor();
  assert.equal(await reader.account(), born);
});

scenario("where nothing was added on the way, everything is as it was", async (reader) => {
  const { ui, guide } = reader;
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced", { new: reader.mastercard, old: reader.visa });
  await reader.undo();
  await reader.role("heading", guide("replaced.undone")).waitFor();
  assert.ok(await says(reader, ui("undone")));
  assert.equal(await reader.element.locator("[part=left], [part=undo]").count(), 0);
});
