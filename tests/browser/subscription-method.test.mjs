// The guide to the payment method of one subscription: it alone moves, and comes back.
import assert from "node:assert/strict";
import { scenario } from "./harness.mjs";

const of = "subscription-method";
const item = "E-post for bedrifter";

async function toReview(reader) {
  await reader.answer("scope", "one");
  await reader.pick("item", item);
  await reader.pick("new", reader.mastercard);
  await reader.sees("review", { new: reader.mastercard, item });
}

scenario("one subscription is paid by another card, and by the old one again", { of }, async (reader) => {
  const { guide, visa, mastercard } = reader;
  await toReview(reader);
  await reader.element.getByText(guide("review.hint", { old: visa })).waitFor();
  await reader.press(guide("review.action"));
  await reader.sees("changed", { item });
  const [pays] = guide("changed.body", { new: mastercard, item }).split("\n\n");
  await reader.element.getByText(pays).waitFor();
  await reader.undo();
  await reader.sees("changed.undone");
});

scenario(
  "each subscription says what pays for it, and why it can't be moved alone",
  { of },
  async (reader) => {
    const { ui, guide, visa } = reader;
    await reader.answer("scope", "one");
    await reader.sees("item");
    const row = reader.element.locator("[part=row]", { hasText: item });
    assert.match(await row.innerText(), new RegExp(ui("item-payer", { value: visa })));
    await reader.openUnusable();
    await reader.element
      .getByText(ui("reason-on-profile", { item: "Kontorpakke Standard", profile: "Drift og lager" }))
      .waitFor();
    await reader.answer("item", "not-there");
    await reader.sees("not-there");
    await reader.element.getByText(guide("not-there.body").split("\n")[0]).first().waitFor();
  },
);

scenario("a refusal is said, with its reason, and nothing changes", { of }, async (reader) => {
  const { ui } = reader;
  await reader.answer("scope", "one");
  await reader.pick("item", item);
  await reader.sees("new");
  await reader.openUnusable();
  const account = await reader.account();
  const amex = reader.card("american-express", "0005");
  await reader.element
    .getByText(ui("reason-not-manager", { method: amex, who: "Jonas Fjellheim" }))
    .waitFor();
  await reader.go();
  await reader.element.getByText(ui("choose")).first().waitFor();
  assert.equal(await reader.account(), account);
});

scenario(
  "without an account it is done elsewhere, and nothing is said to be changed",
  { of, account: "" },
  async (reader) => {
    const { ui, guide } = reader;
    await reader.answer("scope", "one");
    for (const heading of ["item", "new", "review.action"]) {
      await reader.see("heading", guide(heading));
      await reader.press(ui("by-hand-done"));
    }
    await reader.see("heading", guide("changed.unverified"));
  },
);
