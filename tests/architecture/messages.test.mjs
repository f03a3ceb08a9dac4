// The widget's own words, i18n/ui: each message is said somewhere, and everything that can be said has
// one. Every language of these and of the guides has the messages that English has, with the same
// attributes and variables. What a guide needs, the compiler checks.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentParser, Visitor } from "@fluent/syntax";

const root = new URL("../../", import.meta.url).pathname;
const command = process.env.STEGVIS_COMMAND ?? join(root, "build/native/bin/stegvis");
const text = (file) => readFileSync(join(root, file), "utf8");
const tree = (folder, end) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => end.test(name))
    .map((name) => `${folder}/${name}`);
const lineOf = (source, at) => source.slice(0, at).split("\n").length;

/** A file's messages: by id and by id.attribute, each with its place, variables and plural forms. */
function read(file) {
  const source = text(file);
  const out = new Map();
  for (const entry of new FluentParser().parse(source).body) {
    const place = `${file}:${lineOf(source, entry.span.start)}`;
    if (entry.type === "Junk") throw new Error(`${place}: ${entry.annotations[0]?.message}`);
    if (entry.type !== "Message") continue;
    for (const [id, pattern] of [
      [entry.id.name, entry.value],
      ...entry.attributes.map(({ id, value }) => [`${entry.id.name}.${id.name}`, value]),
    ]) {
      const found = { place, variables: new Set(), forms: new Set() };
      new (class extends Visitor {
        visitVariableReference(node) {
          found.variables.add(node.id.name);
        }
        visitVariant(node) {
          if (node.key.type === "Identifier") found.forms.add(node.key.name);
          this.genericVisit(node);
        }
      })().visit(/** @type {any} */ (pattern));
      assert.ok(!out.has(id), `${place}: ${id} stands twice`);
      out.set(id, found);
    }
  }
  return out;
}

const files = tree("i18n", /^[\w-]+\/[\w-]+\.ftl$/);
const words = Object.fromEntries(files.map((file) => [file, read(file)]));
const english = words["i18n/ui/en-US.ftl"];

// The widget's messages: the first argument of these calls, as whole ids and as beginnings of ids.
const exact = new Map(),
  beginnings = new Map();
const literals = new Set();
for (const file of tree("web/src", /\.ts$/)) {
  const source = text(file);
  for (const [, literal] of source.matchAll(/"([^"\n]*)"/g)) literals.add(literal);
  for (const call of source.matchAll(/\b(?:say|_say|note|button|tool|explain(?!\(kind\b))\(/g)) {
    const place = `${file}:${lineOf(source, call.index)}`;
    let depth = 1,
      end = call.index + call[0].length;
    const from = end;
    for (; depth && !(depth === 1 && source[end] === ","); end++)
      depth += "([{".includes(source[end]) ? 1 : ")]}".includes(source[end]) ? -1 : 0;
    const first = source.slice(from, depth ? end : end - 1).trim();
    if (call[0].startsWith("explain")) beginnings.set(first.slice(1, -1) + "-", place);
    else if (/^`[^$]+-\$\{/.test(first)) beginnings.set(/^`([^$]+-)/.exec(first)[1], place);
    else if (/^"[^"]+-" \+/.test(first)) beginnings.set(/^"([^"]+)"/.exec(first)[1], place);
    else
      for (const [, id] of first.replace(/[=!]== "[^"]*"/g, "").matchAll(/"([a-z][\w.-]*)"/g))
        exact.set(id, place);
  }
  // A mistake is shown by its id, a row of names by theirs, and an id may be chosen before it is said.
  for (const pattern of [
    /kind: "message", code: "([\w-]+)"/g,
    /(?<=\[[^\]]*)"([\w-]+)"(?=[^\][]*\]\.map\(\(id\) => \w+\(say\(id\)\))/g,
    /(?<=const id = [^;`]*[?:] )"([\w-]+)"/g,
  ])
    for (const found of source.matchAll(pattern))
      exact.set(found[1], `${file}:${lineOf(source, found.index)}`);
  // Notices are shown by their ids.
  for (const found of source.matchAll(/"(notice-[\w-]+)"/g))
    exact.set(found[1], `${file}:${lineOf(source, found.index)}`);
}
// What `explain` says where a code has no words, and ids that are put together from another one.
exact.set("reason-other", "web/src/i18n/messages.ts");
beginnings
  .set("field-", "web/src/view/nodes/fill.ts")
  .set("kind-", "web/src/view/parts/item-text.ts")
  .set("status-", "web/src/view/parts/item-text.ts")
  .set("reason-", "web/src/i18n/messages.ts")
  .set("verdict-", "web/src/i18n/messages.ts");

// What the core gives: names and codes, as they stand in its sources and tables.
const core = ["base", "payment", "guide", "billing", "runtime", "compiler/unguided"].flatMap((folder) =>
  tree(`core/${folder}`, /\.(cpp|h|inc)$/),
);
const names = new Set(literals);
for (const file of core) for (const [, name] of text(file).matchAll(/"([a-z0-9-]+)"/g)) names.add(name);
for (const [label] of text("core/payment/data/address.txt").matchAll(/\b[a-z]+(?:-[a-z]+)*\b/g))
  names.add(label);

/** A name that the core gives, or that it puts together: "au-bsb" and "-short", or a field and its label. */
function isGiven(name) {
  if (names.has(name)) return true;
  for (let at = name.indexOf("-"); at > 0; at = name.indexOf("-", at + 1)) {
    const [before, after] = [name.slice(0, at), name.slice(at + 1)];
    if (
      (names.has(before) && (names.has("-" + after) || names.has(after))) ||
      (names.has(before + "-") && isGiven(after))
    )
      return true;
  }
  return false;
}

test("every message is said somewhere", () => {
  const unused = [...english].filter(
    ([id]) =>
      !id.includes(".") &&
      !exact.has(id) &&
      ![...beginnings.keys()].some(
        (start) =>
          id.startsWith(start) &&
          isGiven(id.slice(start.length)) &&
          // A verdict's code has its field before a hyphen; a word alone is something else of the same name.
          (start !== "verdict-" || id.slice(start.length).includes("-")),
      ),
  );
  assert.deepEqual(
    unused.map(([id, { place }]) => `${place}: ${id} is not used`),
    [],
  );
});

test("everything that the widget says has a message", () => {
  assert.ok(exact.size > 40 && beginnings.size > 8, "the calls were found");
  const missing = [...exact].filter(([id]) => !english.has(id));
  assert.deepEqual(
    missing.map(([id, place]) => `${place}: ${id} has no message`),
    [],
  );
  const empty = [...beginnings].filter(([start]) => ![...english.keys()].some((id) => id.startsWith(start)));
  assert.deepEqual(
    empty.map(([start, place]) => `${place}: no message begins with ${start}`),
    [],
  );
});

test("every kind, operation, brand and verdict has its words", () => {
  const of = (file, pattern) => [...text(file).matchAll(pattern)].map((found) => found[1]);
  const kinds = /kind: (("[\w-]+"( \| )?)+);\n {2}\/\*\* pending/
    .exec(text("web/src/core/types.ts"))[1]
    .match(/[\w-]+/g);
  // An undo is an operation too, and no playbook names it.
  const operations = [
    ...of("core/billing/vocabulary.cpp", /\{\{?"([\w-]+)",\s*\{[^{}]*\},\s*\{[^{}]*\},\s*(?:true|false)\}/g),
    "undo",
  ];
  const codes = core
    .filter((file) => /payment|forms\.cpp/.test(file))
    .flatMap((file) =>
      of(file, /(?:verdict_of\(Standing::\w+, |invalid\(|fail\([^,()]+, |code = )"([a-z0-9-]+\w)"/g),
    );
  assert.ok(kinds.length >= 6 && operations.length >= 6 && codes.length > 30);
  const wanted = [
    ...kinds.map((kind) => "heading-" + kind),
    ...operations.flatMap((operation) => ["changes-" + operation, "done-" + operation]),
    ...of("core/payment/data/cards.inc", /^BRAND\(\w+, "([\w-]+)"/gm).map((brand) => "brand-" + brand),
    ...codes.map((code) => "verdict-" + code),
  ];
  assert.deepEqual(
    [...new Set(wanted)].filter((id) => !english.has(id)).map((id) => `i18n/ui/en-US.ftl: ${id} is missing`),
    [],
  );
});

test("every verdict of the vectors has words that say no more than it gives", () => {
  // A form gives no options: those are for whoever tries the command.
  const vectors =
    tree("tests/vectors", /\.jsonl$/)
      .filter((file) => !/accounts|playbooks|options/.test(file))
      .flatMap((file) => text(file).trim().split("\n"))
      // A form always has a country.
      .filter((line) => !line.includes('"field":"postal-code"') || line.includes('"country":'))
      .join("\n") + "\n";
  const run = execFileSync(command, ["verdict"], { input: vectors, encoding: "utf8", maxBuffer: 1 << 26 });
  const said = run
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const wrong = new Set();
  const codes = new Set();
  for (const { code, args } of said) {
    if (!code) continue;
    codes.add(code);
    const message = english.get("verdict-" + code);
    if (!message) wrong.add(`verdict-${code} is missing`);
    else
      for (const name of message.variables)
        if (!(name in (args ?? {})))
          wrong.add(`${message.place}: verdict-${code} uses $${name}, which the verdict doesn't have`);
  }
  assert.ok(codes.size > 40);
  assert.deepEqual([...wrong], []);
});

for (const [file, own] of Object.entries(words)) {
  const [, folder, locale] = /^(.*)\/([\w-]+)\.ftl$/.exec(file);
  test(`${file} has the messages that English has, with the same variables`, () => {
    const model = words[`${folder}/en-US.ftl`];
    const wrong = [];
    for (const [id, { variables, place }] of model) {
      const found = own.get(id);
      if (!found) {
        wrong.push(`${file}: ${id} is missing (${place})`);
        continue;
      }
      for (const name of found.variables)
        if (!variables.has(name)) wrong.push(`${found.place}: ${id} uses $${name}, which English does not`);
      for (const name of variables)
        if (!found.variables.has(name)) wrong.push(`${found.place}: ${id} leaves out $${name}`);
    }
    for (const [id, { place }] of own) if (!model.has(id)) wrong.push(`${place}: ${id} is not in en-US.ftl`);
    assert.deepEqual(wrong, []);
  });

  test(`${file} names only plural forms that its language has`, () => {
    const has = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const wrong = [...own].flatMap(([id, { forms, place }]) =>
      [...forms]
        .filter((form) => ["zero", "one", "two", "few", "many"].includes(form) && !has.includes(form))
        .map((form) => `${place}: ${id}: [${form}] is never chosen`),
    );
    assert.deepEqual(wrong, []);
  });
}
