// An item is named and described: by its domain, and without one.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { load, locales, root } from "./modules.mjs";

const { Messages, domains, factsOf, nameOf } = await load(
  "web/src/i18n/messages.ts",
  "web/src/view/domains/index.ts",
  "web/src/view/parts/item-text.ts",
);

const sample = `
item-unnamed = Unnamed
item-size = { $value } messages
item-expiry = Expires { $value }
status-declined = Declined
brand-visa = Visa
method-card = { $brand } ending in { $last4 }
`;

/** The part of a step context that items are described with. */
function step(domain, source = sample) {
  const messages = new Messages("en-US", "en-US");
  messages.add(source);
  messages.format.domainWords = domain?.words;
  return { messages, domain, say: (id, args, fallback) => messages.say(id, args, fallback) };
}
const plain = (text) => text.replace(/[\u2066-\u2069]/g, "");
const words = (context, values) => factsOf(context, values).map((fact) => plain(fact.words));

test("an item of a domain that the page doesn't know has its name, and what a message says of its values", () => {
  const values = { name: "Newsletters", size: 1200, secret: "no message, not shown" };
  assert.equal(nameOf(step(), { values }), "Newsletters");
  assert.deepEqual(words(step(), values), ["1,200 messages"]);
  assert.equal(nameOf(step(), { values: { size: 3 } }), "Unnamed");
});

test("billing names an item without a name by its payment method", () => {
  const values = { method: { method: { kind: "credit-card", brand: "visa", last4: "1111" } } };
  assert.equal(plain(nameOf(step(domains.billing), { values })), "Visa ending in 1111");
});

test("billing says an item's facts in its own order", () => {
  const values = { status: "declined", expiry: "2028-11", name: "Team" };
  assert.deepEqual(words(step(domains.billing), values), ["Expires November 2028", "Declined"]);
});

test("a practice account's name is a message and a number, and a search is handed the words of all of them", () => {
  for (const locale of locales) {
    const source = readFileSync(`${root}/i18n/ui/${locale}.ftl`, "utf8");
    const context = step(domains.billing, source);
    const name = (practice, number) => nameOf(context, { values: { name: { practice, number } } });
    const known = [...source.matchAll(/^practice-([\w-]+) = (.+)$/gm)].filter(([, id]) => id !== "company");
    assert.ok(known.length > 15);
    assert.deepEqual(
      domains.billing.names(context.messages),
      Object.fromEntries(known.map(([, id, words]) => [id, words])),
    );
    for (const [, id, words] of known) {
      assert.equal(name(id), words);
      assert.equal(name(id, 1204), `${words} 1204`);
    }
    assert.equal(context.messages.missing, undefined);
  }
});
