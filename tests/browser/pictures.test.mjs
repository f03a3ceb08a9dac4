// Every picture shows what the text says, and everything in a picture is in a table or a text too.
import assert from "node:assert/strict";
import { built, newCard, scenario } from "./harness.mjs";
import { fonts, setFont } from "./fonts.mjs";

const cells = (table) =>
  table.evaluate((table) =>
    [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim())),
  );

scenario("what a method pays for is a picture, and the same in a table", async (reader) => {
  const { ui, visa } = reader;
  await reader.toOld();
  await reader.row(visa).check();
  await reader.unfold(ui("detail-uses", { count: 4 }));
  await reader.unfold(ui("as-picture"));
  await reader.role("img", ui("picture-uses", { method: visa, count: 4 })).waitFor();
  const [head, ...rows] = await cells(reader.role("table").first());
  assert.deepEqual(head, [ui("column-name"), ui("column-facts")]);
  assert.deepEqual(
    rows.map(([name]) => name),
    ["Drift og lager", "Butikkene", "E-post for bedrifter", "Telefoni Basis"],
  );
  assert.match(rows[0][1], new RegExp(ui("kind-profile")));
});

scenario("another method's picture takes the place of the first one's", async (reader) => {
  const { ui } = reader;
  await reader.toOld();
  await reader.row(reader.visa).check();
  await reader.unfold(ui("detail-uses", { count: 4 }));
  await reader.unfold(ui("as-picture"));
  await reader.row(reader.card("visa", "5556")).check();
  await reader.role("img", ui("picture-uses", { method: reader.card("visa", "5556"), count: 1 })).waitFor();
  assert.equal(await reader.role("img").count(), 1);
});

scenario("what will move is a picture of before and after, and the same in a table", async (reader) => {
  const { ui, visa, mastercard } = reader;
  await reader.toReview();
  await reader.unfold(ui("as-picture"));
  const picture = reader.role("img", ui("picture-moves", { old: visa, new: mastercard, count: 4 }));
  await picture.waitFor();
  const [before, after] = await picture.locator(".panel-of").all();
  const paid = (panel) =>
    panel.evaluate((picture) =>
      [...picture.querySelectorAll(".plastic")].map((card) => [
        card.classList.contains("pays"),
        [...card.querySelectorAll("text")].map((line) => line.textContent).join(" "),
      ]),
    );
  assert.deepEqual(await paid(before), [
    [true, "Visa •• 1111"],
    [false, "Mastercard •• 4444"],
  ]);
  assert.deepEqual(await paid(after), [
    [false, "Visa •• 1111"],
    [true, "Mastercard •• 4444"],
  ]);
  const [head, ...rows] = await cells(reader.role("table").first());
  assert.deepEqual(head, [ui("column-name"), ui("before"), ui("after")]);
  assert.equal(rows.length, 4);
  for (const row of rows) assert.deepEqual(row.slice(1), [visa, mastercard]);
});

scenario("corrected details stand in a table, as they are and as they will be", async (reader) => {
  const { ui } = reader;
  await reader.toDetails();
  await reader.toUpdate();
  const [head, ...rows] = await cells(reader.role("table").first());
  assert.deepEqual(head, [ui("column-field"), ui("before"), ui("after")]);
  assert.deepEqual(rows, [[ui("field-line1"), "Sagbruksveien 12", "Sagbruksveien 14"]]);
});

scenario(
  "the days on which a payment is tried again stand on a line, with today on it",
  { account: "practice:few" },
  async (reader) => {
    const { ui } = reader;
    await reader.answer("notices", "few");
    await reader.sees("wait");
    const line = reader.role("img", /^Tidslinje: /);
    await line.waitFor();
    const name = await line.getAttribute("aria-label");
    for (const day of ["20. november 2026", "17. desember 2026", "23. november 2026"])
      assert.ok(name.includes(day), `${day} in ${name}`);
    const found = await line.evaluate((picture) =>
      ["gone", "now", "ahead"].map((part) => picture.querySelectorAll(`rect.${part}`).length),
    );
    assert.deepEqual(found, [3, 1, 24]);
    assert.ok((await line.innerText()).includes(ui("today")));
  },
);

scenario(
  "from right to left the line of days begins at the right",
  {
    account: "practice:few",
    locale: "ar-SA",
    files: {
      "index.html": built("rtl.html").replace("<stegvis-guide ", '<stegvis-guide account="practice:few" '),
    },
  },
  async (reader) => {
    await reader.answer("notices", "few");
    await reader.sees("wait");
    const [gone, ahead] = await reader.element
      .locator(".days")
      .evaluate((picture) =>
        ["gone", "ahead"].map((part) => picture.querySelector(`rect.${part}`).getBoundingClientRect().left),
      );
    assert.ok(gone > ahead);
  },
);

scenario(
  "while a card's number is typed its mark, name and groups are seen, and where its code stands",
  async (reader) => {
    const { ui } = reader;
    await reader.toForm();
    await reader.element.getByText(ui("field-code.hint", { brand: "none" })).waitFor();
    await reader.field("number").pressSequentially("378282");
    assert.equal(await reader.field("number").inputValue(), "3782 82");
    await reader
      .role("status", "")
      .filter({ hasText: ui("brand-american-express") })
      .first()
      .waitFor();
    assert.equal(await reader.element.locator(".brand svg.icon").count(), 1);
    await reader.element.getByText(ui("field-code.hint", { brand: "american-express" })).waitFor();
    await reader.fill({ number: newCard.number });
    await reader.element.getByText(ui("field-code.hint", { brand: "mastercard" })).waitFor();
  },
);

scenario("the longest brand's name stays within its card", async (reader) => {
  const { guide } = reader;
  await reader.toForm();
  await reader.fill({ number: "378282246310005", expiry: newCard.expiry, code: "1234" });
  await reader.press(guide("add.action"));
  await reader.seesReview(reader.cardUntil("american-express", "0005", "2030-12"));
  for (const family of Object.values(fonts)) {
    await reader.page.evaluate(setFont, family);
    const margins = await reader.element.locator(".plastic").evaluateAll((pictures) =>
      pictures.map((picture) => {
        const card = picture.querySelector("rect").getBoundingClientRect();
        const [words] = [...picture.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
        return [picture.textContent.trim(), words.left - card.left, card.right - words.right];
      }),
    );
    assert.ok(
      margins.some(([words]) => words.includes(reader.ui("brand-american-express"))),
      "the card is there",
    );
    for (const [words, left, right] of margins)
      assert.ok(left > 2 && right > 2, `${words} in ${family}: ${left} px and ${right} px are left`);
  }
});
