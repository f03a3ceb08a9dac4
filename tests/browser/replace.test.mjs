// The paths through the guide for a declined card.
import assert from "node:assert/strict";
import { day, newCard, scenario } from "./harness.mjs";

scenario("all is moved to a card that the account has already", async (reader) => {
  const { ui, guide, visa, mastercard } = reader;
  await reader.toReview();
  await reader.role("heading", ui("changes-replace-all", { count: 4 })).waitFor();
  assert.match(await reader.text(), new RegExp(ui("review-yet")), "nothing has happened yet, and it says so");
  await reader.replace();
  await reader.sees("replaced");
  const [paragraph] = await reader.element.locator("[part=outcome]").allInnerTexts();
  const text = guide("replaced.body", { new: mastercard, old: visa, owed: 4, amount: "2 888,00 kr" });
  assert.equal(paragraph.replace(/\s+/g, " ").includes(text.replace(/\s+/g, " ")), true, paragraph);
  assert.deepEqual((await reader.elementEvent("stegvis-done")).detail, { outcome: "fixed" });
});

scenario("all is moved to a card that is added on the way", async (reader) => {
  const { ui, guide, visa, page } = reader;
  await reader.toOld();
  await reader.pick("old", visa);
  await reader.sees("new");
  await reader.role("radio", guide("new.add")).check();
  await reader.go();
  await reader.sees("add");
  await reader.fill(newCard);
  assert.equal(
    await reader.field("number").inputValue(),
    "5555 5555 5555 4444",
    "the number is grouped as it is on the card",
  );
  await reader.element.getByText(ui("brand-mastercard"), { exact: true }).waitFor();
  await reader.press(guide("add.action"));
  await reader.sees("review", { new: reader.added, old: visa });
  await reader.replace();
  await reader.sees("replaced");
  const text =
    JSON.stringify(await reader.view()) +
    (await page.content()) +
    JSON.stringify(await reader.elementEvents());
  assert.doesNotMatch(text, /5555 ?5555/, "the number is stored nowhere");
});

scenario("the details of a card are corrected", async (reader) => {
  const { guide, visa } = reader;
  await reader.toDetails();
  assert.equal(
    await reader.field("name").inputValue(),
    "Ingrid Myrvang",
    "what the account knows is filled in",
  );
  assert.equal(await reader.field("expiry").inputValue(), "01/28", "a month is written as it is on the card");
  await reader.fill({ line1: "Sagbruksveien 14", expiry: "0230" });
  await reader.go();
  await reader.sees("review-update", { method: visa });
  await reader.role("cell", "Sagbruksveien 14").waitFor();
  await reader.role("cell", "februar 2030").waitFor();
  await reader.press(guide("review-update.action"));
  await reader.sees("updated");
});

scenario(
  "with one notice there is nothing to do, and the reader can go on all the same",
  { account: "practice:few" },
  async (reader) => {
    const { ui, guide } = reader;
    await reader.sees("notices");
    await reader.element.getByText(ui("known")).waitFor();
    assert.equal(
      await reader.row(guide("notices.few")).isChecked(),
      true,
      "the answer that the account knows is filled in",
    );
    await reader.answer("notices", "few");
    await reader.sees("wait");
    const { from, until, next } = (await reader.view()).values;
    const ahead = (value) => day((Date.parse(value.day) - Date.parse("2026-11-23")) / 864e5);
    await reader.element
      .getByText(
        guide("wait.body", {
          from: ahead(from),
          until: ahead(until),
          scheduled: 1,
          next: ahead(next),
        }).split("\n")[2],
      )
      .first()
      .waitFor();
    await reader.press(guide("wait.anyway"));
    await reader.sees("added");
  },
);

scenario("who is not sure is told how many notices were sent, and since when", async (reader) => {
  await reader.answer("notices", "unsure");
  const { values } = await reader
    .elementEvent("stegvis-step")
    .then(() =>
      reader.page.waitForFunction(
        () =>
          document.querySelector("stegvis-guide").view.node === "count" &&
          document.querySelector("stegvis-guide").view,
      ),
    )
    .then((event) => event.jsonValue());
  assert.equal(values.count, 3);
  await reader.answer("count", "many", {
    count: 3,
    since: day((Date.parse(values.since.day) - Date.parse("2026-11-23")) / 864e5),
  });
  await reader.sees("added");
});

scenario("undo gives back the account as it was", async (reader) => {
  const { ui, guide } = reader;
  await reader.toReview();
  const before = await reader.account();
  await reader.replace();
  await reader.sees("replaced");
  assert.notEqual(await reader.account(), before);
  await reader.undo();
  await reader.role("heading", guide("replaced.undone")).waitFor();
  assert.equal(await reader.account(), before);
  assert.equal(await reader.role("button", ui("undo")).count(), 0, "an undo is not undone");
});

scenario("Change on the review leads to that question and comes straight back", async (reader) => {
  const { ui, guide, visa } = reader;
  const debit = reader.card("visa", "5556");
  await reader.toReview();
  await reader.press(`${ui("change")} ${guide("new")}`);
  await reader.sees("new");
  assert.equal(await reader.row(reader.mastercard).isChecked(), true, "the answer is still there");
  await reader.pick("new", debit);
  await reader.sees("review", { new: debit, old: visa });
});

scenario(
  "what can't be chosen is shown with its reason, in reach of keyboard and screen reader",
  async (reader) => {
    const { ui, visa, page } = reader;
    await reader.toOld();
    await reader.pick("old", visa);
    await reader.sees("new");
    await reader.openUnusable();
    const account = reader.row(reader.bank("7947"));
    const reason = ui("reason-bank-account-on-profile", {
      count: 2,
      profiles: new Intl.ListFormat("nb-NO").format(["Drift og lager", "Butikkene"]),
    });
    assert.equal(await account.getAttribute("aria-disabled"), "true");
    assert.equal(
      (await account.isEnabled()) || (await account.getAttribute("disabled")) === null,
      true,
      "not taken out of the tab order",
    );
    const described = await account.evaluate((radio) =>
      radio
        .getAttribute("aria-describedby")
        .split(" ")
        .map((id) => radio.getRootNode().getElementById(id)?.innerText)
        .join(" "),
    );
    assert.ok(described.includes(reason), "the reason is read with it");
    await account.focus();
    assert.match(await reader.focused(), /^input#item-/);
    await page.keyboard.press("Space");
    assert.equal(await account.isChecked(), false);
    await account.click({ force: true });
    assert.equal(await account.isChecked(), false);
  },
);

scenario("a card of another country is refused, in words, at the country", async (reader) => {
  const { ui, guide, visa } = reader;
  // The page offers more than the rules allow.
  await reader.allowCountries(["NO", "SE"]);
  await reader.toOld();
  await reader.pick("old", visa);
  await reader.sees("new");
  await reader.role("radio", guide("new.add")).check();
  await reader.go();
  await reader.sees("add");
  await reader.fill({ country: "SE", ...newCard, "postal-code": "111 22" });
  await reader.press(guide("add.action"));
  const refusal = ui("verdict-country-other", { country: reader.country("NO") });
  await reader.role("link", refusal).click();
  assert.equal(await reader.focused().then((at) => at.split(".")[0]), "select#field-country");
  assert.equal((await reader.view()).node, "add");
});

scenario(
  "who may not manage a method is told who may, and gets the summary",
  { account: "practice:invoice-manager" },
  async (reader) => {
    const { ui, guide, visa } = reader;
    await reader.toOld();
    const row = reader.row(visa);
    assert.equal(await row.getAttribute("aria-disabled"), "true");
    const why = await row.evaluate((radio) =>
      radio
        .getAttribute("aria-describedby")
        .split(" ")
        .map((id) => radio.getRootNode().getElementById(id)?.innerText)
        .join(" "),
    );
    assert.match(why, /Ingrid Myrvang/, "named is who may");
    await reader.role("radio", guide("old.not-mine")).check();
    await reader.go();
    await reader.sees("ask-owner");
    await reader.element.getByText(ui("summary"), { exact: true }).click();
    const summary = await reader.role("region", ui("summary")).innerText();
    assert.match(summary, new RegExp(guide("notices.many")));
    assert.doesNotMatch(summary, /1111|Ingrid|Myrvang|Sagbruksveien/);
  },
);

scenario(
  "one subscription alone moves to a card that was added already",
  { account: "practice:new-card" },
  async (reader) => {
    const { ui, guide, visa } = reader;
    const fresh = reader.card("mastercard", "3222");
    await reader.answer("notices", "many");
    await reader.sees("added");
    await reader.answer("added", "yes");
    await reader.answer("scope", "one");
    await reader.pick("paying", visa);
    await reader.pick("item", "E-post for bedrifter");
    await reader.sees("new-one");
    assert.equal(await reader.row(fresh).isChecked(), true, "the new card is chosen beforehand");
    await reader.go();
    await reader.sees("review-one", { new: fresh, item: "E-post for bedrifter" });
    await reader.press(guide("review-one.action"));
    await reader.sees("moved", { item: "E-post for bedrifter" });
    await reader.role("button", ui("undo")).waitFor();
  },
);

scenario("I'm stuck gives a summary without digits, names or addresses", async (reader) => {
  const { ui, guide } = reader;
  await reader.toReview();
  await reader.press(ui("stuck"));
  await reader.role("heading", ui("stuck-heading")).waitFor();
  const summary = await reader.role("region", ui("summary")).innerText();
  for (const id of ["notices", "notices.many", "added", "changed", "old", "new"])
    assert.ok(summary.includes(guide(id)), id);
  assert.ok(summary.includes(ui("brand-mastercard")), "a method is named by its brand");
  assert.doesNotMatch(summary, /1111|4444|Ingrid|Myrvang|Sagbruksveien|Skoddevik/);
});

scenario("who is stuck is told what to try, and how the page's support is reached", async (reader) => {
  const { ui, page } = reader;
  const contact = (value) =>
    page.evaluate((value) => {
      document.querySelector("stegvis-guide").contact = value;
    }, value);
  await reader.toOld();
  await contact({ text: "Ring oss", href: "tel:+4712345678" });
  await reader.press(ui("stuck"));
  for (const id of ["stuck-back", "stuck-reload"]) await reader.element.getByText(ui(id)).waitFor();
  assert.equal(await reader.role("link", "Ring oss").getAttribute("href"), "tel:+4712345678");
  const summary = await reader.role("region", ui("summary")).innerText();
  const [reference] = ui("summary-reference", { reference: "" }).split(":");
  assert.match(summary, new RegExp(`^${reference}: [0-9A-F]{4}(-[0-9A-F]{4}){2}$`, "m"));
  assert.match(
    summary,
    /^ {2}(.+) \(1\): .*$[^]*^ {2}\1 \(2\): /m,
    "methods that are called the same are numbered",
  );

  // An address that is none, and one that would run a script, is no link; an element of the page goes first.
  await reader.press(ui("stuck"));
  await contact({ text: "Trykk", href: "javascript:alert(1)" });
  await page.evaluate(() => {
    const own = Object.assign(document.createElement("p"), { slot: "contact", textContent: "Skriv til oss" });
    document.querySelector("stegvis-guide").append(own);
  });
  await reader.press(ui("stuck"));
  assert.equal(await reader.role("link", "Trykk").count(), 0);
  await page.getByText("Skriv til oss").waitFor();
});

scenario("whether it helped is asked, thanked for, and told to the page", async (reader) => {
  const { ui } = reader;
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced");
  await reader
    .role("group", ui("helped"))
    .getByRole("button", { name: ui("no"), exact: true })
    .click();
  await reader.element.getByText(ui("helped-thanks")).first().waitFor();
  assert.deepEqual(
    (await reader.elementEvents("stegvis-helped")).map(({ detail }) => detail),
    [{ helped: false }],
  );
});

scenario("start again asks the first question again and keeps what was done", async (reader) => {
  const { ui, guide } = reader;
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced");
  const account = await reader.account();
  await reader.press(ui("restart"));
  await reader.sees("notices");
  assert.equal(await reader.account(), account);
  assert.equal(await reader.row(guide("notices.many")).isChecked(), true);
});
