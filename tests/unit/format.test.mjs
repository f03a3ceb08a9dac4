// Typed values in words: numbers, days, months, money, countries, and those of a domain.
import { test } from "node:test";
import assert from "node:assert/strict";
import { load } from "./modules.mjs";

const { Format, billing } = await load("web/src/i18n/format.ts", "web/src/view/domains/billing.ts");
const said = [];
const say = (id, args, fallback) => {
  said.push([id, args]);
  return fallback ?? `${id} ${JSON.stringify(args)}`;
};
const english = new Format("en-US-u-ca-gregory-nu-latn", say);
const norwegian = new Format("nb-NO-u-ca-gregory-nu-latn", say);
english.domainWords = norwegian.domainWords = billing.words;
/** Intl writes spaces that don't break; a reader sees a space. */
const spaced = (text) => text.replace(/[\u00a0\u202f]/g, " ");

test("a number has the digits and groups of its language", () => {
  assert.equal(english.value(1234567), "1,234,567");
  assert.equal(spaced(norwegian.value(1234567)), "1 234 567");
});

test("a text stays as it is, and only an expiry by that name is a month", () => {
  assert.equal(english.value("2028-11"), "2028-11");
  assert.equal(english.value("2028-11", "expiry"), "November 2028");
  assert.equal(norwegian.value("2028-11", "expiry"), "november 2028");
});

test("an expiry that is no month stays as it is", () => {
  assert.equal(english.value("soon", "expiry"), "soon");
});

test("a day is the same in every time zone", () => {
  for (const zone of ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      assert.equal(english.value({ day: "2026-11-23" }), "November 23, 2026", zone);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  }
  assert.equal(norwegian.value({ day: "2026-11-23" }), "23. november 2026");
});

test("a day that is none is nothing", () => assert.equal(english.value({ day: "soon" }), ""));

test("money comes in minor units, of which each currency has its own number", () => {
  assert.equal(english.value({ money: [129900, "USD"] }), "$1,299.00");
  assert.equal(english.value({ money: [1299, "JPY"] }), "¥1,299");
  assert.equal(english.value({ money: [1299, "KWD"] }).replace(/\s/g, " "), "KWD 1.299");
  assert.equal(spaced(norwegian.value({ money: [9900, "NOK"] })), "99,00 kr");
});

test("a country has its name, and a code without a name stays", () => {
  assert.equal(english.value({ country: "NO" }), "Norway");
  assert.equal(norwegian.value({ country: "NO" }), "Norge");
  assert.equal(english.value({ country: "not one" }), "not one");
});

test("a list is joined as its language does", () => {
  assert.equal(english.value(["a", "b", "c"]), "a, b, and c");
  assert.equal(norwegian.value(["a", "b", "c"]), "a, b og c");
});

test("a payment method is named by brand and last digits in one message", () => {
  said.length = 0;
  english.value({ method: { kind: "credit-card", brand: "visa", last4: "1111" } });
  assert.deepEqual(said.at(-2), ["brand-visa", {}]);
  assert.deepEqual(said.at(-1), ["method-card", { brand: "visa", last4: "1111" }]);
  english.value({ method: { kind: "vipps", name: "Vipps 912 34 567", last4: "" } });
  assert.equal(english.value({ method: { kind: "vipps", name: "Vipps 912 34 567" } }), "Vipps 912 34 567");
  english.value({ method: { kind: "bank-account", last4: "3000" } });
  assert.equal(said.at(-1)[0], "method-bank");
  assert.equal(said.at(-1)[1].last4, "3000");
});

test("a value of a domain that the page doesn't know has no words", () => {
  assert.equal(new Format("en-US", say).value({ method: { kind: "credit-card" } }), "");
});

test("true and false are words of the core, not of a language", () => {
  assert.equal(norwegian.value(true), "true");
});
