// A step is short on a phone: what is needed comes first, and the rest when it is asked for.
import assert from "node:assert/strict";
import { newCard, scenario } from "./harness.mjs";

const screen = { width: 390, height: 844 };
const known = { known: true };

/** Pixels from the top of the widget to the lower edge of what `selector` finds, or of the step. */
const lowerEdge = (reader, selector = ".step") =>
  reader.page.evaluate((selector) => {
    const root = document.querySelector("stegvis-guide").shadowRoot;
    const top = root.querySelector(".frame").getBoundingClientRect().top;
    return Math.round(root.querySelector(selector).getBoundingClientRect().bottom - top);
  }, selector);

async function fits(reader, screens = 2) {
  const height = await lowerEdge(reader);
  assert.ok(height <= screens * screen.height, `${height} px`);
}

scenario("an answer of the first question is seen without scrolling", known, async (reader) => {
  await reader.page.setViewportSize(screen);
  await reader.sees("notices");
  const last = await reader.row(reader.guide("notices.unsure")).boundingBox();
  assert.ok(last.y + last.height < screen.height, `${last.y}`);
});

scenario(
  "no step on the way is higher than two screens, and the review's button comes early",
  known,
  async (reader) => {
    await reader.page.setViewportSize(screen);
    const { guide, ui } = reader;
    await reader.sees("notices");
    await reader.answer("notices", "many");
    await reader.sees("new");
    await fits(reader);
    await reader.element.getByText(ui("known-answers", { count: 3 })).click();
    await reader.changeKnown("old");
    await reader.sees("old");
    await fits(reader);
    await reader.go();
    await reader.sees("new");
    await reader.check(reader.mastercard, { exact: false });
    await reader.go();
    await reader.seesReview();
    await fits(reader);
    const button = await lowerEdge(reader, ".actions .go");
    assert.ok(button <= 1.5 * screen.height, `${button} px`);
    await reader.press(guide("review.action"));
    await reader.sees("replaced", { new: reader.mastercard, old: reader.visa, count: 4 });
    await fits(reader, 1);
  },
);

scenario("what can be chosen comes first, then a new one, then why the others can't be", async (reader) => {
  const { ui, guide } = reader;
  await reader.toOld();
  await reader.pick("old", reader.visa);
  await reader.sees("new");
  const order = () =>
    reader.element
      .getByRole("radio")
      .evaluateAll((radios) =>
        radios
          .filter((radio) => radio.checkVisibility())
          .map((radio) => radio.ariaDisabled === "true" || radio.value),
      );
  assert.deepEqual(await order(), ["on", "on", "add"]);
  await reader.element.getByText(ui("unusable", { count: 4 })).click();
  assert.deepEqual(await order(), ["on", "on", "add", true, true, true, true]);
  await reader.element.getByText(reader.card("visa", "1881")).first().waitFor();
  await reader.answer("new", "add");
  await reader.sees("add");
  assert.equal(await reader.element.getByText(guide("add.hint")).count(), 1);
});

scenario("the article's own way is folded, and its rules are not", async (reader) => {
  const { ui } = reader;
  await reader.toOld();
  await reader.pick("old", reader.visa);
  await reader.sees("new");
  const rule = reader.element
    .getByText("Bare kreditt- og debetkort kan betale", { exact: false })
    .filter({ visible: true });
  assert.equal(await rule.count(), 1);
  const way = reader.element
    .getByText("Ligger betalingsmåten som skal overta", { exact: false })
    .filter({ visible: true });
  assert.equal(await way.count(), 0);
  await reader.element.getByText(ui("article-says")).click();
  await way.waitFor();
});

scenario("an expiry groups itself as it is typed, and undo takes it back", async (reader) => {
  const { page } = reader;
  await reader.toForm();
  const box = reader.field("expiry");
  await box.pressSequentially("1230");
  assert.equal(await box.inputValue(), "12/30");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  assert.equal(await box.inputValue(), "12/");
  await page.keyboard.type("31");
  assert.equal(await box.inputValue(), "12/31");
  await page.keyboard.press("Control+z");
  assert.notEqual(await box.inputValue(), "12/31");
  await box.fill("");
  await reader.fill(newCard);
  assert.equal(await box.inputValue(), "12/30");
});
