// The version stands in one place, project(stegvis VERSION ...) of CMakeLists.txt.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const read = (file) => readFileSync(new URL("../../" + file, import.meta.url), "utf8");
const version = /^project\(stegvis VERSION (\d+\.\d+\.\d+) /m.exec(read("CMakeLists.txt"))?.[1];

test("CMakeLists.txt has the version", () => assert.ok(version));

test("the private npm packages have no version of their own", () => {
  for (const folder of ["", "web/", "tests/"]) {
    const { private: isPrivate, version: own } = JSON.parse(read(folder + "package.json"));
    assert.equal(isPrivate, true, folder);
    assert.equal(own, undefined, folder);
  }
});

test("the change log tells of no version that is newer", () => {
  const named = [...read("CHANGELOG.md").matchAll(/^## \[(\d+\.\d+\.\d+)\]/gm)].map((found) => found[1]);
  assert.ok(/^## \[Unreleased\]$/m.test(read("CHANGELOG.md")));
  for (const other of named)
    assert.ok(
      other.localeCompare(version, "en", { numeric: true }) <= 0,
      `${other} is newer than ${version}`,
    );
});
