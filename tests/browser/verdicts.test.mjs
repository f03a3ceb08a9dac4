// The wasm in the browser and the native command give the same verdict (standing, code, arguments and brand)
// for every vector of every field of the widget's forms.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { browser, coreFixture, built, command, root, site } from "./harness.mjs";

const guide = JSON.parse(built("payment-declined.nb-NO.json"));
const day = "2026-11-23";
const lines = (field) =>
  readFileSync(join(root, `tests/vectors/${field}.jsonl`), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** The verdicts of the native command, a line for each vector. */
function native(vectors) {
  const input = vectors.map((vector) => JSON.stringify(vector)).join("\n") + "\n";
  return execFileSync(command, ["verdict"], { input, encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

let page;
let stop = () => {};
after(() => stop());
async function wasm() {
  if (page) return page;
  const served = await site({
    files: {
      "core-fixture.js": coreFixture(),
      "index.html": "<!doctype html><title>verdicts</title>",
    },
  });
  stop = served.stop;
  page = await (await browser()).newPage();
  await page.goto(served.address);
  await page.evaluate(async (guide) => {
    const { bytes, load, opened } = await import("/core-fixture.js");
    window.core = opened(await load(), guide);
    for (const [name, file] of [
      ["addresses", "addresses"],
      ["bank", "bank"],
    ]) {
      window.core.tables(name, new Uint8Array(await bytes(`tables/${file}.txt`)));
    }
  }, guide);
  return page;
}

// In the page: the verdict on each vector by the field that judges it.
function judge([field, vectors, day]) {
  const { core } = window;
  const type = (id, text) => {
    const { standing, brand, verdict } = core.type(id, text, text.length);
    return {
      standing,
      code: verdict.code ?? "",
      args: verdict.args ?? {},
      ...(field === "card-number" && { brand: brand || null }),
    };
  };
  const check = (id, { value, now = day, country }) => {
    const { standing, code = "", args = {} } = core.check("add-method", id, value, { country }, now);
    return { standing, code, args };
  };
  const numbers = {
    "american-express": "378282246310005",
    visa: "4111111111111111",
    mastercard: "5555555555554444",
  };
  const judges = {
    "card-number": ({ value }) => type("number", value),
    iban: ({ value }) => type("iban", value),
    "us-routing": ({ value }) => type("us-routing", value),
    "au-bsb": ({ value }) => type("au-bsb", value),
    "ca-transit": ({ value }) => type("ca-transit", value),
    "security-code": ({ value, brand }) => {
      if (type("number", numbers[brand]).standing !== "valid") throw new Error(brand);
      return type("code", value);
    },
    "uk-account": ({ sort, account }) => {
      type("uk-sort-code", sort);
      return type("uk-account-number", account);
    },
    expiry: (vector) => check("expiry", vector),
    "cardholder-name": (vector) => check("name", vector),
    "postal-code": (vector) => check("postal-code", vector),
  };
  return vectors.map((vector) => judges[field](vector));
}

const plain = ({ verdict, code = "", args, ...rest }, field) => ({
  standing: verdict,
  code,
  args,
  ...(field === "card-number" && { brand: rest.brand }),
});

const all = {
  "card-number": lines("card-number"),
  expiry: lines("expiry"),
  // A form knows the brand from the number.
  "security-code": lines("security-code").filter(({ brand }) => brand),
  "cardholder-name": lines("cardholder-name"),
  iban: lines("iban"),
  // A form always has a country, so vectors without one are left out.
  "postal-code": lines("postal-code").filter(({ country }) => country),
  "us-routing": lines("us-routing"),
  "au-bsb": lines("au-bsb"),
  "ca-transit": lines("ca-transit"),
};

for (const [field, vectors] of Object.entries(all)) {
  test(
    `${field}: ${vectors.length} vectors, one verdict in the browser and natively`,
    { timeout: 30000 },
    async () => {
      assert.ok(vectors.length >= 5);
      const expected = native(vectors).map((vector) => plain(vector, field));
      const found = await (await wasm()).evaluate(judge, [field, vectors, day]);
      vectors.forEach((vector, i) => assert.deepEqual(found[i], expected[i], JSON.stringify(vector)));
    },
  );
}

test(
  "uk-account: sort code and account number in two fields are judged as in one",
  { timeout: 30000 },
  async () => {
    // Only complete numbers: each field judges its own length.
    const vectors = lines("uk-account")
      .map((vector) => ({ ...vector, split: /^(\d{6}) (\d{6,8})$/.exec(vector.value) }))
      .filter(({ split }) => split)
      .map(({ split, ...vector }) => ({ ...vector, sort: split[1], account: split[2] }));
    assert.ok(vectors.length > 25, `${vectors.length}`);
    const expected = native(vectors).map(({ verdict }) => verdict);
    assert.ok(expected.includes("valid") && expected.includes("invalid"));
    const found = await (await wasm()).evaluate(judge, ["uk-account", vectors, day]);
    vectors.forEach((vector, i) => assert.equal(found[i].standing, expected[i], JSON.stringify(vector)));
  },
);
