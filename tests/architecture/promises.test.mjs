// Every promise to readers is proved: each row of the tables in tests/accessibility/README.md names a test
// that is there, and each criterion of WCAG has one.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const read = (file) => readFileSync(new URL("../../" + file, import.meta.url), "utf8");

/** Names of a file's tests; what is put into a name stands for anything. */
function testsOf(file) {
  const names = [
    ...read(file).matchAll(/^\s*(?:test|scenario|rule|criterion)\(\s*(["'`])((?:(?!\1).)*)\1/gm),
  ];
  return names
    .map(([all, , name]) => (all.includes("criterion(") ? "WCAG " : "") + name)
    .map(
      (name) =>
        new RegExp(
          `^${name
            .split(/\$\{.*?\}/)
            .map((part) => part.replace(/[.*+?^$()|[\]\\/{}]/g, "\\$&"))
            .join(".*")}$`,
        ),
    );
}

const rows = [
  ...read("tests/accessibility/README.md").matchAll(/^\| (.+) \| (.+) \| (tests\/\S+) \|$/gm),
].map(([, promise, name, file]) => ({ promise, name, file }));

test("the tables of promises are read", () => assert.ok(rows.length > 35, `${rows.length} rows`));

for (const { promise, name, file } of rows) {
  test(`${promise}: a test of that name is in ${file}`, () => {
    assert.ok(
      testsOf(file).some((one) => one.test(name)),
      name,
    );
  });
}

test("each criterion of WCAG that a form can break has a test", () => {
  const named = testsOf("tests/accessibility/criteria.mjs").map(String);
  for (const number of [
    "1.3.1",
    "1.3.2",
    "1.3.5",
    "1.4.1",
    "1.4.3",
    "1.4.4",
    "1.4.10",
    "1.4.11",
    "1.4.12",
    "1.4.13",
    "2.1.1",
    "2.1.2",
    "2.4.3",
    "2.4.6",
    "2.4.7",
    "2.4.11",
    "2.5.3",
    "2.5.8",
    "3.2.1",
    "3.2.2",
    "3.3.1",
    "3.3.2",
    "3.3.3",
    "3.3.4",
    "3.3.7",
    "3.3.8",
    "4.1.2",
    "4.1.3",
  ]) {
    assert.ok(
      named.some((one) => one.includes(`WCAG ${number.replaceAll(".", "\\.")} `)),
      number,
    );
  }
});
