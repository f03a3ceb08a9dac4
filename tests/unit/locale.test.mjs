// The choice of a locale among those that there are.
import { test } from "node:test";
import assert from "node:assert/strict";
import { load } from "./modules.mjs";

const { nearLocale, nearestLocale } = await load("web/src/loading/locale.ts");
const locales = ["ar-SA", "de-DE", "en-GB", "en-US", "nb-NO"];

test("the locale itself is chosen before another of its language", () => {
  assert.equal(nearLocale(locales, "en-US"), "en-US");
  assert.equal(nearLocale(locales, "en-GB"), "en-GB");
});

test("else the first locale of the same language is chosen", () => {
  assert.equal(nearLocale(locales, "de-AT"), "de-DE");
  assert.equal(nearLocale(locales, "de"), "de-DE");
  assert.equal(nearLocale(locales, "en-AU"), "en-GB");
});

test("a language that only begins alike is another one", () => {
  assert.equal(nearLocale(locales, "nbx"), undefined);
  assert.equal(nearLocale(locales, "d"), undefined);
});

test("where there is none, English is chosen if one has to be", () => {
  assert.equal(nearLocale(locales, "fr-FR"), undefined);
  assert.equal(nearestLocale(locales, "fr-FR"), "en-US");
  assert.equal(nearestLocale(locales, ""), "en-US");
  assert.equal(nearestLocale([], "nb-NO"), "en-US");
});
