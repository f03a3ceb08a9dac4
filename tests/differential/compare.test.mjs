// Random and damaged values, judged by `stegvis verdict` and by the libraries that people use. Every
// difference falls under a class that tests/vectors/deviations.md explains.
//
// STEGVIS_COMMAND names another command than build/native/bin/stegvis.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { mock, test } from "node:test";
import { fileURLToPath } from "node:url";
import { classes, classOf, digitsOf, readBank } from "./classes.mjs";
import { fields, linesOf } from "./generate.mjs";
import { libraries, structuresOfIbantools } from "./libraries.mjs";
import { cardTruth, cardsOf } from "./oracle.mjs";
import { sized } from "../size.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const command = process.env.STEGVIS_COMMAND ?? join(root, "build/native/bin/stegvis");
const count = sized({ run: 20_000, ci: 50_000, long: 100_000 }); // values a field
const now = "2026-11-23";
const read = (path) => readFileSync(join(root, path), "utf8");

const bank = read("core/payment/data/bank.txt");
readBank(bank);
const facts = {
  structures: [
    ...structuresOfIbantools,
    ...[...read("core/payment/data/iban.inc").matchAll(/^IBAN\("(..)", "(\w+)"/gm)].map(
      ([, country, structure]) => [country, structure],
    ),
  ],
  sortCodes: [...bank.matchAll(/^range (\d+) (\d+)/gm)]
    .flatMap(([, first, last]) => [first, last])
    .concat("000000", "200000", "555555"),
  countries: [
    ...read("core/payment/data/address.txt").matchAll(/^([A-Z]{2})\n(?:[a-z].*\n)*?examples ([^,\n]+)/gm),
  ].map(([, code, example]) => ({ code, example })),
};

function verdictsOf(lines) {
  const output = execFileSync(command, ["verdict"], {
    input: lines.map((line) => JSON.stringify(line)).join("\n"),
    maxBuffer: 1 << 30,
  });
  return output
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const used = new Set();

for (const field of fields) {
  test(`${field}: every difference from a library has a reason`, () => {
    const lines = linesOf(field, count, now, facts);
    const verdicts = verdictsOf(lines);
    assert.equal(verdicts.length, lines.length);
    mock.timers.enable({ apis: ["Date"], now: new Date(`${now}T12:00:00`) });
    const unexplained = [];
    const counts = new Map();
    let agreed = 0;
    try {
      lines.forEach((line, i) => {
        const ours = verdicts[i];
        assert.equal(ours.error, undefined, JSON.stringify([line, ours]));
        for (const [library, ask] of Object.entries(libraries[field])) {
          const said = ask(line);
          if (!said) continue;
          const same =
            said.valid === (ours.verdict === "valid") &&
            (said.possible === undefined || said.possible === (ours.verdict !== "invalid"));
          const sameBrand = said.brand === undefined || !said.valid || said.brand === ours.brand;
          if (same && sameBrand) {
            ++agreed;
            continue;
          }
          const x = { ...line, ours, library, said };
          const id = classOf(field, x);
          if (!id) unexplained.push(x);
          else (used.add(id), counts.set(id, (counts.get(id) ?? 0) + 1));
        }
      });
    } finally {
      mock.timers.reset();
    }
    console.log(
      `${field}: ${agreed} agree; ${[...counts].map(([id, n]) => `${n} ${id}`).join(", ") || "no difference"}`,
    );
    assert.equal(
      unexplained.length,
      0,
      unexplained
        .slice(0, 20)
        .map((x) => JSON.stringify(x))
        .join("\n"),
    );
  });
}

test("card-number: the facts read a second time give the same verdicts", () => {
  const cards = cardsOf(read("core/payment/data/cards.inc"));
  assert.equal(cards.brands.length, 24);
  const lines = linesOf("card-number", count, now, facts).filter(({ value }) => /^[\d\s-]*$/.test(value));
  verdictsOf(lines).forEach((ours, i) => {
    const truth = cardTruth(cards, digitsOf(lines[i].value));
    assert.deepEqual([ours.verdict, ours.brand], [truth.standing, truth.brand], lines[i].value);
  });
});

test("every class of difference is explained in deviations.md, and every one there is used", () => {
  const text = read("tests/vectors/deviations.md");
  const listed = [...text.slice(text.indexOf("## Comparison")).matchAll(/^### (\S+)$/gm)].map(([, id]) => id);
  const known = new Set(
    Object.values(classes)
      .flat()
      .map(([id]) => id),
  );
  assert.deepEqual([...known].sort(), [...listed].sort());
  assert.deepEqual(
    [...known].filter((id) => !used.has(id)),
    [],
  );
});
