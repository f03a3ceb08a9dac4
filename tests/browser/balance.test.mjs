// The guide to an outstanding balance: what is owed is seen, and paid with a method that works.
import assert from "node:assert/strict";
import { FakeHost, withHost } from "./fake-host.mjs";
import { newCard, scenario } from "./harness.mjs";

const of = "pay-balance";
const amount = "2 888,00 kr";
const items = "Kontorpakke Standard, Skylagring 2 TB, Kassesystem Pluss og E-post for bedrifter";
const method = (reader) => reader.sees("method", { amount });
const review = (reader, card) => reader.sees("review", { method: card, amount });
const pay = (reader) => reader.press(reader.guide("review.action", { amount }));

scenario("what is owed is seen, and for what, and is paid in one press", { of }, async (reader) => {
  const { ui, guide, mastercard } = reader;
  await reader.sees("balance");
  await reader.role("radio", guide("balance.yes"), { checked: true }).waitFor();
  await reader.go();
  await method(reader);
  await reader.element.getByText(guide("method.hint", { items, more: 0 })).waitFor();
  await reader.check(mastercard, { exact: false });
  await reader.go();
  await review(reader, mastercard);
  await reader.element.getByText(guide("review.hint", { method: mastercard, moves: 4 })).waitFor();
  const table = reader.role("table");
  for (const words of ["Kontorpakke Standard", "1 290,00 kr", "Kassesystem Pluss", "899,00 kr"])
    await table.getByText(words).first().waitFor();
  await pay(reader);
  await reader.sees("paid");
  const [paid, moved] = guide("paid.body", { amount, method: mastercard, moves: 4 }).split("\n\n");
  for (const words of [paid, moved]) await reader.element.getByText(words).waitFor();
  for (const name of [ui("undo"), guide("review.action", { amount })])
    assert.equal(await reader.role("button", name).count(), 0, name);
  await reader.press(ui("restart"));
  await reader.role("radio", guide("balance.no"), { checked: true }).waitFor();
  await reader.go();
  await reader.sees("settled", { owed: 0 });
});

scenario("where nothing is owed, that is said", { of, account: "practice:healthy" }, async (reader) => {
  const { guide } = reader;
  await reader.sees("balance");
  await reader.role("radio", guide("balance.no"), { checked: true }).waitFor();
  await reader.go();
  await reader.sees("settled", { owed: 0 });
  await reader.element.getByText(guide("settled.body", { owed: 0, amount: "" })).waitFor();
});

scenario("who insists that all is paid reads what the account says", { of }, async (reader) => {
  const { guide } = reader;
  await reader.role("radio", guide("balance.yes"), { checked: true }).waitFor();
  await reader.answer("balance", "no");
  await method(reader);
  await reader.unfold(reader.ui("known-answers", { count: 1 }));
  await reader.changeKnown("balance");
  await reader.answer("balance", "no");
  await reader.sees("settled", { owed: 4, amount });
});

scenario("a method that would be refused can't be chosen, and says why", { of }, async (reader) => {
  const { ui, visa } = reader;
  await reader.answer("balance", "unsure");
  await method(reader);
  await reader.openUnusable();
  const declined = reader.role("radio", visa, { exact: true });
  assert.equal(await declined.getAttribute("aria-disabled"), "true");
  await reader.element.getByText(ui("reason-declined", { method: visa })).waitFor();
});

scenario("what was paid in another window meanwhile is not paid again", { of }, async (reader) => {
  const { ui, guide, mastercard } = reader;
  await reader.answer("balance", "yes");
  await method(reader);
  await reader.check(mastercard, { exact: false });
  await reader.go();
  await review(reader, mastercard);
  const other = await reader.open();
  await review(other, mastercard);
  await pay(other);
  await other.sees("paid");
  // Another guide of that account pays in the first one's place.
  await reader.sees("paid");
  assert.equal(await reader.role("button", guide("review.action", { amount })).count(), 0);
  await reader.press(ui("restart"));
  await reader.answer("balance", "no");
  await reader.sees("settled", { owed: 0 });
});

scenario(
  "somebody who can pay with nothing is told at once who may pay",
  { of, account: "practice:invoice-manager" },
  async (reader) => {
    const { ui } = reader;
    await reader.answer("balance", "yes");
    await reader.sees("ask-owner");
    await reader.element.getByText(ui("fact-managers", { who: "Ingrid Myrvang" })).waitFor();
  },
);

scenario(
  "an invoice manager pays with the method that pays in any case, and nothing moves",
  { of, account: "contoso", bare: true },
  async ({ open }) => {
    const host = new FakeHost({ scenario: "bank" });
    host.account.reader = "p-sara";
    host.instead.commit = () => {
      host.account.owed = [];
      return { kind: "committed", version: ++host.version };
    };
    const reader = await withHost(open, host);
    const { guide, visa } = reader;
    await reader.answer("balance", "yes");
    await method(reader);
    const [only, ...others] = await reader.role("radio", /••••/, { disabled: false }).all();
    assert.deepEqual(others, [], "of the methods that are there, one");
    await only.check();
    await reader.go();
    await review(reader, visa);
    await reader.element.getByText(guide("review.hint", { method: visa, moves: 0 })).waitFor();
    await pay(reader);
    await reader.sees("paid");
    assert.deepEqual(host.asked("commit")[0].args, ["m-visa"]);
  },
);

scenario(
  "where the account doesn't say what is owed, that is said, with the way to the invoice",
  { of, account: "contoso", bare: true },
  async ({ open }) => {
    const host = new FakeHost();
    delete host.account.owed;
    const reader = await withHost(open, host);
    const { guide, element } = reader;
    await reader.sees("balance");
    assert.equal(await reader.role("radio", undefined, { checked: true }).count(), 0, "nobody knows");
    await reader.answer("balance", "yes");
    await reader.sees("unsaid");
    await element.getByText(guide("unsaid.body").split("\n")[0]).waitFor();
    await element.locator("[part=step]").getByText("Se etter fakturaer med statusen").waitFor();
    for (const name of [/^Betal/, reader.ui("continue")])
      assert.equal(await reader.role("button", name).count(), 0, "there is nothing to press that would pay");
    assert.deepEqual(host.asked("commit"), []);
    await reader.back();
    await reader.sees("balance");
  },
);

scenario("a new card is added on the way, and can be removed before it pays", { of }, async (reader) => {
  const { ui, guide } = reader;
  await reader.answer("balance", "yes");
  await reader.answer("method", "add", { amount });
  await reader.sees("add");
  await reader.fill(newCard);
  await reader.press(guide("add.action"));
  await review(reader, reader.added).catch(async () => {
    // The account has a card of that name: the reader means another one.
    await reader.press(guide("add.action"));
    await review(reader, reader.added);
  });
  await reader.press(ui("back"));
  await reader.press(ui("undo"));
  await reader.field("number").waitFor();
});

scenario(
  "without an account the reader pays where the invoice is, and nothing is said to be paid",
  { of, account: "" },
  async (reader) => {
    const { ui, guide } = reader;
    await reader.answer("balance", "yes");
    await reader.see("heading", guide("method.unknown"));
    await reader.press(ui("by-hand-done"));
    await reader.see("heading", guide("review.action-unknown"));
    await reader.press(ui("by-hand-done"));
    await reader.see("heading", guide("paid.unverified"));
    assert.equal(await reader.element.getByText("$").count(), 0);
  },
);
