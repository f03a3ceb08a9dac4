// Mistakes are found on Continue, and shown in a summary and in the same words at the field.
import assert from "node:assert/strict";
import { newCard, scenario } from "./harness.mjs";

const descriptionOf = (field) =>
  field.evaluate((input) =>
    (input.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => input.getRootNode().getElementById(id)?.textContent ?? "")
      .join(" "),
  );

scenario("nothing is scolded while the reader types or leaves a field", async (reader) => {
  const { ui, page } = reader;
  await reader.toForm();
  await reader.fill({
    number: "4111 1111",
    expiry: "13",
    code: "1",
    name: "4111111111111111",
    "postal-code": "x",
  });
  await page.keyboard.press("Tab");
  assert.equal(await reader.element.locator("[aria-invalid=true]").count(), 0);
  assert.equal(await reader.role("group", ui("problem")).count(), 0);
});

scenario(
  "mistakes are summed up under a heading that takes the focus; each line leads to its field",
  async (reader) => {
    const { ui, guide } = reader;
    await reader.toForm();
    await reader.fill({ ...newCard, number: "5555555555554445", expiry: "0120" });
    await reader.press(guide("add.action"));
    const summary = reader.role("group", ui("problem"));
    await summary.waitFor();
    assert.match(await reader.focused(), /mistakes/);
    await summary.getByRole("heading", { name: ui("problem") }).waitFor();
    const wrong = { number: ui("verdict-card-number-checksum"), expiry: ui("verdict-expiry-past") };
    assert.deepEqual(
      await summary.getByRole("link").allInnerTexts(),
      Object.values(wrong),
      "one line for each, in the form's order",
    );
    for (const [id, words] of Object.entries(wrong)) {
      await summary.getByRole("link", { name: words }).click();
      assert.match(await reader.focused(), new RegExp(`^input#field-${id}\\.`));
      assert.equal(await reader.field(id).getAttribute("aria-invalid"), "true");
      assert.ok((await descriptionOf(reader.field(id))).includes(words), "the same words at the field");
    }
    assert.equal(
      await reader.element.locator("[role=alert], [aria-live=assertive]").count(),
      0,
      "the focus says it; nothing says it twice",
    );
  },
);

scenario(
  "what was typed stays in the form when something is wrong, and can be sent once it is right",
  async (reader) => {
    const { guide } = reader;
    await reader.toForm();
    await reader.fill({ ...newCard, expiry: "0120" });
    await reader.press(guide("add.action"));
    await reader.role("group", reader.ui("problem")).waitFor();
    assert.equal(await reader.field("number").inputValue(), "5555 5555 5555 4444");
    assert.equal(await reader.field("name").inputValue(), newCard.name);
    await reader.fill({ expiry: "1230" });
    await reader.press(guide("add.action"));
    await reader.seesReview(reader.added);
  },
);

scenario("what the account knows is filled in, and can be changed", async (reader) => {
  const { ui } = reader;
  await reader.toForm();
  await reader.element.getByText(ui("known-fields")).waitFor();
  for (const id of ["name", "line1", "postal-code", "city"])
    assert.equal(await reader.field(id).inputValue(), newCard[id], id);
  await reader.fill({
    number: newCard.number,
    expiry: newCard.expiry,
    code: newCard.code,
    line1: "Sagbruksveien 14",
  });
  await reader.press(reader.guide("add.action"));
  await reader.seesReview(reader.added);
});

/** Columns of a field with other pixels than its border and background, as fractions of its width. */
async function drawn({ page }, field) {
  const picture = [...(await field.screenshot())];
  return page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    const { width, height } = image;
    const canvas = new OffscreenCanvas(width, height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, width, height);
    const colour = (x, y) => data.slice((y * width + x) * 4, (y * width + x) * 4 + 3).join();
    const paper = colour(width >> 1, height >> 1);
    const inside = (length) => Array.from({ length: length - 16 }, (_one, i) => i + 8);
    return inside(width)
      .filter((x) => inside(height).some((y) => colour(x, y) !== paper))
      .map((x) => x / width);
  }, picture);
}

for (const [locale, start] of Object.entries({ "nb-NO": 0, "ar-SA": 1 })) {
  scenario(
    `a list to choose from has an arrow at the far edge, of the engine's own in forced colours, ${locale}`,
    { guide: `payment-declined.${locale}.json`, locale },
    async (reader) => {
      await reader.allowCountries(["NO", "SE"]);
      await reader.toForm();
      const list = reader.field("country");
      await list.evaluate((select) => select.replaceChildren());
      const edge = (at) => Math.abs(at - start);
      const arrow = await drawn(reader, list);
      assert.ok(arrow.length > 4 && arrow.every((at) => edge(at) > 0.9), arrow.join());
      await reader.page.emulateMedia({ forcedColors: "active" });
      assert.equal(await list.evaluate((select) => getComputedStyle(select).appearance), "auto");
      const own = await drawn(reader, list);
      assert.ok(own.length > 4 && own.every((at) => edge(at) > 0.9), own.join());
      assert.ok(Math.min(...own.map(edge)) > Math.min(...arrow.map(edge)), "one arrow alone");
    },
  );
}

for (const [locale, edge] of [
  ["nb-NO", "left"],
  ["ar-SA", "right"],
]) {
  scenario(
    `what is typed stands at the edge that the page begins at, whichever way it runs, ${locale}`,
    { guide: `payment-declined.${locale}.json`, locale },
    async (reader) => {
      await reader.toForm();
      for (const words of ["Ingrid Myrvang", "نورة السالم", ""]) {
        await reader.field("name").fill(words);
        for (const id of ["number", "expiry", "code", "name", "line1", "postal-code", "city"]) {
          const found = await reader.field(id).evaluate((box) => {
            const { textAlign, direction } = getComputedStyle(box);
            const begins = direction === "rtl" ? "right" : "left";
            return { start: begins, end: begins === "left" ? "right" : "left" }[textAlign] ?? textAlign;
          });
          assert.equal(found, edge, `${id}: ${words}`);
        }
      }
    },
  );
}

for (const locale of ["nb-NO", "en-US", "de-DE", "ja-JP", "ar-SA"]) {
  scenario(
    `what the form adds can be taken back, and that stands above its button before it is pressed, ${locale}`,
    { guide: `payment-declined.${locale}.json`, locale },
    async (reader) => {
      await reader.toForm();
      const notice = reader.element.getByText(reader.ui("form-undoable"), { exact: true });
      const [words, button] = await Promise.all(
        [notice, reader.role("button", reader.guide("add.action"), { exact: true })].map((locator) =>
          locator.boundingBox(),
        ),
      );
      assert.ok(
        words.y + words.height <= button.y && button.y - words.y < 120,
        "above the button, and near it",
      );
    },
  );
}

scenario("a form that carries nothing out says nothing of taking it back", async (reader) => {
  await reader.toDetails();
  assert.equal(await reader.element.getByText(reader.ui("form-undoable")).count(), 0);
});

scenario("an empty form names every field that is needed", async (reader) => {
  const { ui, guide } = reader;
  await reader.toForm();
  for (const id of ["name", "line1", "postal-code", "city"]) await reader.field(id).fill("");
  await reader.press(guide("add.action"));
  const links = reader.role("group", ui("problem")).getByRole("link");
  await links.first().waitFor();
  const places = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  assert.deepEqual(places.sort(), [
    "#field-city",
    "#field-code",
    "#field-expiry",
    "#field-line1",
    "#field-name",
    "#field-number",
    "#field-postal-code",
  ]);
  for (const text of await links.allInnerTexts())
    assert.ok(text.length > 10 && !/^(verdict|field)-/.test(text), text);
});

scenario("a question without an answer says so, and leads to the first answer", async (reader) => {
  const { ui } = reader;
  await reader.answer("notices", "many");
  await reader.sees("added");
  await reader.go();
  await reader.role("link", ui("choose")).click();
  assert.match(await reader.focused(), /^input#choice-1\./);
  await reader.answer("added", "no");
  await reader.sees("changed");
  assert.equal(await reader.role("group", ui("problem")).count(), 0);
});

for (const locale of ["nb-NO", "ar-SA"])
  scenario(
    `the one country that the rules allow is said, with its reason, and sent with the rest, ${locale}`,
    { guide: `payment-declined.${locale}.json`, locale },
    async (reader) => {
      const { ui, guide, page } = reader;
      await page.setViewportSize({ width: 390, height: 844 });
      await reader.toForm();
      const country = reader.role("group", ui("field-country"), { exact: true });
      assert.equal(await country.getByText(reader.country("NO"), { exact: true }).count(), 1);
      await country.getByText(ui("field-country.fixed"), { exact: true }).waitFor();
      assert.ok((await descriptionOf(country)).includes(ui("field-country.fixed")));
      assert.equal(await reader.role("combobox").count(), 0, "there is no list to choose from");
      assert.equal(await reader.element.locator("select, option").count(), 0);
      await reader.fill({ number: newCard.number, expiry: newCard.expiry, code: newCard.code });
      await reader.press(guide("add.action"));
      await reader.seesReview(reader.added);
      assert.match(String(await reader.journal()), /"country":"NO"/);
    },
  );

scenario(
  "each step's heading takes the focus, but for the first, which is not sought by the reader",
  async (reader) => {
    await reader.sees("notices");
    assert.match(await reader.focused(), /^body/);
    await reader.toOld();
    assert.match(await reader.focused(), /^h2#heading/);
    await reader.pick("old", reader.visa);
    await reader.sees("new");
    assert.match(await reader.focused(), /^h2#heading/);
  },
);

scenario("an expiry is filled in and shown as the card has it, however it is typed", async (reader) => {
  await reader.toDetails();
  assert.equal(await reader.field("expiry").inputValue(), "01/28");
  for (const typed of ["0230", "2/2030", "2 / 30", "2030-2"]) {
    await reader.fill({ expiry: typed });
    await reader.go();
    await reader.sees("review-update", { method: reader.visa });
    await reader.element.getByText("februar 2030", { exact: true }).first().waitFor();
    await reader.back();
    await reader.sees("details");
  }
});

scenario("Delete takes the next digit, also before the gap of two groups", async (reader) => {
  const { page } = reader;
  await reader.toForm();
  const number = reader.field("number");
  await reader.fill({ number: "55551234" });
  assert.equal(await number.inputValue(), "5555 1234");
  await number.evaluate((box) => box.setSelectionRange(4, 4));
  await page.keyboard.press("Delete");
  assert.equal(await number.inputValue(), "5555 234");
  await page.keyboard.press("Delete");
  assert.equal(await number.inputValue(), "5555 34");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  assert.equal(
    await number.inputValue().then((text) => text.replace(/ /g, "")),
    "55534",
    "Backspace passes the gap, then takes the digit before it",
  );
});

scenario("what was added is taken back where it was added, and can be added again", async (reader) => {
  const { ui, guide } = reader;
  await reader.toForm();
  const before = await reader.account();
  await reader.fill({ number: newCard.number, expiry: newCard.expiry, code: newCard.code });
  await reader.press(guide("add.action"));
  await reader.seesReview(reader.added);
  assert.notEqual(await reader.account(), before);
  await reader.back();
  await reader.element.getByText(ui("review-done")).waitFor();
  await reader.press(ui("undo"));
  await reader.element.getByText(ui("review-undone")).waitFor();
  assert.equal(await reader.account(), before);
  assert.match(await reader.focused(), /^h2#heading/);
  assert.equal(await reader.field("number").inputValue(), "");
  assert.equal(await reader.field("name").inputValue(), newCard.name);
  await reader.journal();
  await reader.page.reload();
  await reader.element.getByText(ui("review-undone")).waitFor();
  await reader.back();
  await reader.sees("new");
  assert.equal(await reader.row(guide("new.add")).isChecked(), true);
  await reader.go();
  await reader.sees("add");
  await reader.fill({ number: newCard.number, expiry: newCard.expiry, code: newCard.code });
  await reader.press(guide("add.action"));
  await reader.seesReview(reader.added);
  await reader.replace();
  await reader.sees("replaced");
});
