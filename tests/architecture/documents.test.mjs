// All that the documents name is there: files, folders, parts of tests/run and the page's policy.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { policy } from "../../web/serve.mjs";

const root = join(import.meta.dirname, "../..");
const read = (file) => readFileSync(join(root, file), "utf8");
const documents = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.md"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  // Articles, of guides and of tests, are no documents of the project.
  .filter((file) => file && !/^tests\/articles\/.+\/|^tests\/browser\/|^i18n\/.+\//.test(file));

test("the documents are found", () => {
  for (const name of ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "core/README.md"])
    assert.ok(documents.includes(name), name);
});

for (const document of documents) {
  const text = read(document);
  const here = dirname(join(root, document));

  test(`${document} links to files that are there`, () => {
    for (const [, target] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (/^https?:/.test(target)) continue;
      assert.ok(existsSync(join(here, target)), target);
    }
  });

  test(`${document} names files that are there`, () => {
    for (const [, path] of text.matchAll(/`((?:core|wasm|web|i18n|tests|\.github)\/[\w./-]*)`/g)) {
      if (/^web\/dist|\bsv(-SE)?\./.test(path)) continue; // built, or an example of a new language
      assert.ok(existsSync(join(root, path)), path);
    }
  });

  test(`${document} names parts that tests/run has`, () => {
    for (const [, part] of text.matchAll(/`tests\/run ([a-z][\w-]*)`/g))
      assert.match(read("tests/run"), new RegExp(`^${part} +\\d+ +\\d+ `, "m"), part);
  });
}

/** The text of a file, or of all files in a folder. */
const within = (path) =>
  statSync(join(root, path)).isDirectory()
    ? readdirSync(join(root, path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
        .join("\n")
    : read(path);

// Paths as above; a name is a word of code or a message's id.
const isPath = (code) => /^(?:core|wasm|web|i18n|tests)\/[\w./-]+$/.test(code);
const items = read("CONTRIBUTING.md")
  .split("\n### ")
  .slice(1)
  .filter((list) => !list.startsWith("A domain"))
  .flatMap((list) => list.split(/\n(?=\d\. )/).slice(1))
  .map((item) => [...item.matchAll(/`([^`]+)`/g)].map((found) => found[1]));

test("what the checklists name is in one of the files that are named with it", () => {
  const missing = items.flatMap((codes) => {
    const text = codes.filter(isPath).map(within).join("\n");
    return codes.filter((code) => /^[A-Za-z][\w-]*$/.test(code) && !text.includes(code));
  });
  assert.ok(items.length > 30 && items.flat().length > 100, "the checklists are read");
  assert.deepEqual(missing, []);
});

test("the policy that hosts are told is the one that all tests run under", () => {
  for (const document of ["README.md", "SECURITY.md"])
    assert.ok(read(document).includes(`\n${policy}\n`), document);
});

test("the table of tests/run has all folders of tests that hold tests of their own", () => {
  const parts = [...read("tests/run").matchAll(/^([a-z-]+) +\d+ +\d+ /gm)].map((found) => found[1]);
  const folders = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "tests/*/*.test.mjs"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\n")
    .filter(Boolean)
    .map((file) => file.split("/")[1]);
  assert.deepEqual(
    [...new Set(folders)].filter((folder) => !parts.includes(folder)),
    [],
  );
});

test("the budgets of tests/run are 25 minutes in all, those of tests/run --ci 45", () => {
  const rows = [...read("tests/run").matchAll(/^[a-z-]+ +(\d+) +(\d+) /gm)];
  const sum = (column) => rows.reduce((total, row) => total + Number(row[column]), 0);
  assert.ok(sum(1) <= 1500, `run: ${sum(1)} s`);
  assert.ok(sum(2) <= 2700, `ci: ${sum(2)} s`);
});
