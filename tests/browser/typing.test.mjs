// Texts as they are typed: undo in fields that group what is typed, values that a script sets, keys that a
// page has shortcuts for, and an element that the page moves.
import assert from "node:assert/strict";
import { newCard, scenario } from "./harness.mjs";

const phone = { width: 390, height: 844 };

/** The text of a field with its caret, or with what is selected: "4111 |1". */
const seen = (field) =>
  field.evaluate((box) => {
    const { value, selectionStart: start, selectionEnd: end } = box;
    const selected = start === end ? "" : value.slice(start, end) + "|";
    return value.slice(0, start) + "|" + selected + value.slice(end);
  });

/** To the form, on a phone. */
async function toForm(reader) {
  await reader.page.setViewportSize(phone);
  await reader.toForm();
}

scenario(
  "undo brings back the number that was there, and the caret; redo the one that was undone",
  async (reader) => {
    const { page } = reader;
    await toForm(reader);
    const number = reader.field("number");
    const press = (...keys) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    await number.pressSequentially("5555555555554445");
    assert.equal(await seen(number), "5555 5555 5555 4445|");
    await press("Control+a");
    await page.keyboard.insertText("4111111111111111");
    assert.equal(await seen(number), "4111 1111 1111 1111|");
    await press("Control+z");
    assert.equal(await seen(number), "|5555 5555 5555 4445|");
    await press("Control+Shift+z");
    assert.equal(await seen(number), "4111 1111 1111 1111|");
    await press("Control+z", "Control+z");
    assert.equal(await seen(number), "|", "what was typed without a break is one");
    await press("Control+y");
    assert.equal(await seen(number), "5555 5555 5555 4445|");
    assert.equal(await reader.element.getByText(reader.ui("brand-mastercard"), { exact: true }).count(), 1);
    // In the middle.
    await press("Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Delete");
    assert.equal(await seen(number), "5555| 5555 5554 445");
    await press("Control+z");
    assert.equal(
      await seen(number),
      "5555| 5555 5555 4445",
      "the caret is before the gap that it was before",
    );
    await press("Control+z", "Control+z", "Control+z");
    assert.equal(await seen(number), "|", "with nothing more to undo, nothing is mixed in");
  },
);

scenario("undo works in every field that groups what is typed, and by the browser's menu", async (reader) => {
  const { page, ui } = reader;
  await toForm(reader);
  const expiry = reader.field("expiry");
  await expiry.pressSequentially("1230");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("0131");
  await page.keyboard.press("Control+z");
  assert.match((await seen(expiry)).replace(/\|/g, ""), /^12\/?30$/);
  await reader.role("radio", ui("kind-bank-account"), { exact: true }).check();
  const iban = reader.field("iban");
  await iban.pressSequentially("NO9386011117947");
  const typed = await seen(iban);
  assert.equal(typed, "NO93 8601 1117 947|");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  // The browser's menu does this.
  const cancelled = await iban.evaluate(
    (box) =>
      !box.dispatchEvent(
        new InputEvent("beforeinput", {
          inputType: "historyUndo",
          bubbles: true,
          cancelable: true,
          composed: true,
        }),
      ),
  );
  assert.equal(cancelled, true, "the browser's own undo doesn't run as well");
  assert.equal(await seen(iban), "|NO93 8601 1117 947|");
});

scenario("undo brings no number back after the page was left", async (reader) => {
  const { page } = reader;
  await toForm(reader);
  const number = reader.field("number");
  await number.pressSequentially("5555555555554444");
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  assert.equal(await seen(number), "|");
  await number.focus();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+y");
  assert.equal(await seen(number), "|");
});

scenario("what a script fills in counts, also where it says so by change alone", async (reader) => {
  const { guide, ui } = reader;
  const fillIn = (values) =>
    Promise.all(
      Object.entries(values).map(([id, text]) =>
        reader.field(id).evaluate((box, text) => {
          box.value = text;
          box.dispatchEvent(new Event("change", { bubbles: true }));
        }, text),
      ),
    );
  await toForm(reader);
  await fillIn(newCard);
  assert.equal(await reader.field("number").inputValue(), "5555 5555 5555 4444");
  await reader.element.getByText(ui("brand-mastercard"), { exact: true }).waitFor();
  await reader.press(guide("add.action"));
  await reader.seesReview(reader.added);
  for (const node of ["add", "new", "old", "changed"]) {
    await reader.back();
    await reader.sees(node);
  }
  await reader.changedToDetails();
  await fillIn({ line1: "Sagbruksveien 14" });
  await reader.go();
  await reader.sees("review-update", { method: reader.visa });
  await reader.element.getByText("Sagbruksveien 14").first().waitFor();
});

/** To a list of 1,000 items, on a phone. */
async function toItem(reader) {
  await reader.page.setViewportSize(phone);
  await reader.answer("notices", "many");
  await reader.answer("added", "yes");
  await reader.answer("scope", "one");
  await reader.pick("paying", reader.visa);
  await reader.sees("item");
}
const large = { account: "practice:many-1000" };

scenario("a search that a script fills in counts too", large, async (reader) => {
  await toItem(reader);
  await reader.role("searchbox").evaluate((box) => {
    box.value = "zzzz";
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await reader.element.getByText(reader.ui("search-none")).waitFor();
});

scenario("a long list that is moved shows the lines that it showed", large, async (reader) => {
  await toItem(reader);
  const box = reader.element.locator(".box");
  const lines = () =>
    box.evaluate((box) => {
      const { top, bottom } = box.getBoundingClientRect();
      return [...box.querySelectorAll(".row")].filter((row) => {
        const place = row.getBoundingClientRect();
        return place.bottom > top && place.top < bottom;
      }).length;
    });
  await box.evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
  await reader.page.waitForFunction(
    () => document.querySelector("stegvis-guide").shadowRoot.querySelector(".space").clientHeight > 9000,
  );
  const before = await lines();
  assert.ok(before > 3);
  await reader.element.evaluate((element) => document.body.append(element));
  await reader.page.waitForTimeout(300);
  assert.ok((await lines()) >= before - 1, "rows in sight");
});

/** The keys that the page's own listeners hear from now on: "keydown 4". */
const hearing = (page) =>
  page.evaluate(() => {
    window.heard = [];
    for (const type of ["keydown", "keypress", "keyup"])
      document.addEventListener(type, (/** @type {any} */ { key }) => window.heard.push(`${type} ${key}`));
  });
const heard = (page) => page.evaluate(() => window.heard.splice(0));

scenario(
  "keys that are typed into a field are no shortcuts of the page; all others reach it",
  async (reader) => {
    const { page } = reader;
    await toForm(reader);
    await hearing(page);
    await reader.field("number").focus();
    await page.keyboard.type("4111 ");
    await reader.field("name").focus();
    await page.keyboard.type("kåre?/.");
    assert.deepEqual(await heard(page), []);
    assert.equal(await reader.field("number").inputValue(), "4111 ".trimEnd());
    for (const key of ["Escape", "F2", "ArrowLeft", "Control+b", "Alt+k", "Tab"]) {
      await page.keyboard.press(key);
      const last = key.split("+").at(-1);
      assert.ok((await heard(page)).includes(`keydown ${last}`), key);
    }
    await reader.field("name").focus();
    await page.keyboard.press("Enter");
    assert.ok((await heard(page)).includes("keydown Enter"));
    await reader.role("group", reader.ui("problem")).waitFor();
    // A letter beside a text is the page's.
    await page.keyboard.press("j");
    assert.deepEqual(await heard(page), ["keydown j", "keypress j", "keyup j"]);
  },
);

scenario("the search of a list keeps its keys too", large, async (reader) => {
  const { page } = reader;
  await toItem(reader);
  await hearing(page);
  await reader.role("searchbox").focus();
  await page.keyboard.type("kort/");
  assert.deepEqual(await heard(page), []);
  await page.keyboard.press("Escape");
  assert.deepEqual(await heard(page), ["keydown Escape", "keyup Escape"]);
});

for (const [how, move] of Object.entries({
  "moved to another place": (element) => document.getElementById("there").append(element),
  "taken out and put back at once": (element) => {
    element.remove();
    document.getElementById("there").append(element);
  },
}))
  scenario(`an element that is ${how} keeps what was typed, and the focus`, async (reader) => {
    const { page, guide } = reader;
    await toForm(reader);
    await reader.fill({
      number: newCard.number,
      expiry: newCard.expiry,
      code: newCard.code,
      line1: "Nyveien 1",
    });
    const number = reader.field("number");
    await number.evaluate((box) => {
      box.focus();
      box.setSelectionRange(7, 7);
    });
    const before = await reader.journal();
    await page.evaluate(() => {
      const there = document.createElement("div");
      there.id = "there";
      document.body.append(there);
    });
    await reader.element.evaluate(move);
    assert.equal(await seen(number), "5555 55|55 5555 4444");
    assert.match(await reader.focused(), /^input#field-number/);
    assert.equal(await reader.field("line1").inputValue(), "Nyveien 1");
    assert.equal(await page.evaluate(() => document.querySelector("#there stegvis-guide") !== null), true);
    assert.ok((await reader.journal()).length >= before.length);
    await page.keyboard.press("Delete");
    await page.keyboard.press("5");
    await reader.press(guide("add.action"));
    await reader.seesReview(reader.added);
    await reader.back();
    await reader.sees("add");
  });

scenario(
  "an element that the page moves before any answer keeps the answer that is chosen",
  async (reader) => {
    const { page, guide } = reader;
    await page.setViewportSize(phone);
    await reader.sees("notices");
    await reader.row(guide("notices.few")).check();
    await reader.element.evaluate((element) => document.body.append(element));
    assert.equal(await reader.row(guide("notices.few")).isChecked(), true);
    assert.match(await reader.focused(), /^input#choice/);
    await page.keyboard.press("ArrowDown");
    assert.equal(await reader.row(guide("notices.many")).isChecked(), true);
  },
);

scenario("an element that is moved with another address shows the guide of that address", async (reader) => {
  await reader.page.setViewportSize(phone);
  await reader.answer("notices", "many");
  await reader.sees("added");
  await reader.element.evaluate((element) => {
    element.remove();
    element.src = "payment-declined.en-US.json";
    document.body.append(element);
  });
  await reader.element.scrollIntoViewIfNeeded();
  await reader.role("button", "Continue", { exact: true }).waitFor();
});

scenario("an element that is taken away lets go of the page, and may come back later", async (reader) => {
  await reader.answer("notices", "many");
  await reader.sees("added");
  await reader.page.evaluate(async () => {
    window.taken = document.querySelector("stegvis-guide");
    window.taken.remove();
    await null;
  });
  assert.equal(await reader.page.evaluate(() => window.taken.view), undefined);
  await reader.page.evaluate(() => document.body.append(window.taken));
  await reader.element.scrollIntoViewIfNeeded();
  await reader.sees("added");
});
