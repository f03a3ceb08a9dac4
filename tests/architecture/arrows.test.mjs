// The rules of the architecture: which folder may know which, and what no folder may do.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";

const root = new URL("../../", import.meta.url).pathname;
const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter(Boolean);
const text = (file) => readFileSync(root + file, "utf8");
const cpp = (folder) => files.filter((f) => f.startsWith(folder + "/") && /\.(h|cpp|inc)$/.test(f));
const includes = (file) => [...text(file).matchAll(/^\s*#include\s+[<"]([^>"]+)[>"]/gm)].map((m) => m[1]);

const arrows = {
  base: [],
  payment: ["base"],
  journal: ["base"],
  guide: ["base"],
  billing: ["guide", "payment", "base"],
  runtime: ["guide", "journal", "base"],
  domains: ["billing", "guide", "base"],
  compiler: ["guide", "base"],
  cli: ["compiler", "domains", "runtime", "billing", "payment", "guide", "journal", "base"],
};

for (const [folder, allowed] of Object.entries(arrows)) {
  test(`core/${folder} knows only ${allowed.join(", ") || "itself"}`, () => {
    const found = cpp(`core/${folder}`);
    assert.ok(found.length > 0, "the folder is empty");
    for (const file of found) {
      for (const name of includes(file)) {
        const other = name.split("/")[0];
        if (!(other in arrows) || other === folder) continue;
        assert.ok(allowed.includes(other), `${file} includes ${name}`);
      }
    }
  });
}

test("the boundary joins the runtime with the domains, and a backend's has the account; they know nothing else", () => {
  for (const file of cpp("wasm")) {
    const allowed = file.startsWith("wasm/backend/") ? ["billing", "base"] : ["runtime", "domains"];
    for (const name of includes(file)) {
      const other = name.split("/")[0];
      if (other in arrows) assert.ok(allowed.includes(other), `${file} includes ${name}`);
    }
  }
});

test("one file knows nlohmann's JSON, and one knows yaml-cpp, not the same", () => {
  const who = (word) =>
    files.filter((f) => /\.(h|cpp)$/.test(f) && includes(f).some((name) => name.includes(word)));
  assert.deepEqual(who("nlohmann"), ["core/base/json.cpp"]);
  assert.deepEqual(who("yaml-cpp"), ["core/compiler/markdown/front_matter_yaml.cpp"]);
});

test("no folder that ships knows files, clocks, randomness, threads, locales or exceptions", () => {
  const forbidden =
    /\b(std::(thread|mutex|chrono|random_device|locale|cout|cerr|ifstream|ofstream|unordered_\w+|function)|fopen|getenv|printf|throw|catch)\b/;
  for (const folder of ["base", "payment", "guide", "billing", "journal", "runtime", "domains"]) {
    for (const file of cpp(`core/${folder}`)) {
      text(file)
        .split("\n")
        .forEach((line, index) => {
          const code = line.replace(/\/\/.*$/, "").replace(/"(\\.|[^"\\])*"/g, '""');
          assert.ok(!forbidden.test(code), `${file}:${index + 1}: ${line.trim()}`);
          assert.ok(
            !/\b(double|float)\b/.test(code) || file === "core/base/json.cpp",
            `${file}:${index + 1}: ${line.trim()}`,
          );
        });
    }
  }
});

test("every header opens with its contract", () => {
  for (const file of files.filter((f) => /^(core|wasm)\/.*\.h$/.test(f))) {
    assert.match(text(file), /^\/\/ \S/, file);
    assert.match(text(file), /^#pragma once$/m, file);
  }
});

test("files stay short", () => {
  const long = files
    .filter((f) => /^(core|wasm|web|tests)\/.*\.(h|cpp|ts|mjs|css)$/.test(f))
    .map((f) => ({ file: f, lines: text(f).split("\n").length }))
    .filter(({ lines }) => lines > 500);
  assert.deepEqual(long, []);
});

test("every code of the closed list is used, and stands once", () => {
  const list = [...text("core/base/codes.inc").matchAll(/STEGVIS_CODE\((\w+),\s*"([\w-]+)"/g)].map((m) => [
    m[1],
    m[2],
  ]);
  list.shift(); // the pattern that the head comment shows
  assert.ok(list.length > 20);
  assert.equal(new Set(list.map(([, name]) => name)).size, list.length, "a name stands twice");
  const all = files
    .filter((f) => /^core\/.*\.(h|cpp)$/.test(f))
    .map(text)
    .join("\n");
  const unused = list.filter(([id]) => !new RegExp(`Code::${id}\\b`).test(all)).map(([id]) => id);
  assert.deepEqual(unused, []);
});

test("files speak of the project alone", () => {
  // Put together, so that this file does not name them.
  const paths = new RegExp(
    `(^|[^.\\w])/(${["wo" + "rk", "ro" + "ot", "ho" + "me", "fa" + "rm"].join("|")})/`,
  );
  const hosts = new RegExp(["regist" + "ry\\.npmjs", "deb\\.deb" + "ian", "py" + "pi\\.org"].join("|"));
  for (const file of files) {
    if (/\.(png|woff2|ico)$/.test(file)) continue;
    text(file)
      .split("\n")
      .forEach((line, index) => {
        assert.ok(!paths.test(line), `${file}:${index + 1}: a path of one machine`);
        assert.ok(!hosts.test(line), `${file}:${index + 1}: the host of a registry`);
      });
  }
});

test("the top level holds what the design has", () => {
  const top = [...new Set(files.map((f) => f.split("/")[0]))].filter((name) => !name.startsWith(".")).sort();
  assert.deepEqual(top, [
    "CHANGELOG.md",
    "CMakeLists.txt",
    "CMakePresets.json",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "core",
    "eslint.config.mjs",
    "i18n",
    "package-lock.json",
    "package.json",
    "tests",
    "wasm",
    "web",
  ]);
});
