// The command's help, version and usage errors.
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, stegvis } from "./play.mjs";

const run = (...words) => {
  const { status, stdout, stderr } = spawnSync(stegvis, words, { encoding: "utf8", input: "" });
  return { status, stdout, stderr };
};
const all = run("help").stdout;
const names = [...all.matchAll(/^ {2}stegvis ([a-z]+) /gm)]
  .map((match) => match[1])
  .filter((name) => name !== "help");

test("help, --help and -h list every subcommand", () => {
  assert.ok(names.length >= 13, all);
  for (const word of ["--help", "-h"]) assert.deepEqual(run(word), { status: 0, stdout: all, stderr: "" });
});

test("each subcommand tells how it is used, in three ways, and does nothing else", () => {
  for (const name of names) {
    const { status, stdout, stderr } = run("help", name);
    assert.deepEqual([status, stderr], [0, ""], name);
    assert.match(stdout, new RegExp(`^  stegvis ${name} +\\S`));
    assert.equal(stdout.match(/^ {2}stegvis /gm).length, 1, "that one alone");
    assert.ok(all.includes(stdout), name);
    for (const words of [["--help"], ["-h"], ["nowhere.md", "--help"]])
      assert.deepEqual(run(name, ...words), { status, stdout, stderr }, [name, ...words].join(" "));
  }
});

test("help for what there is not is a named error", () => {
  for (const words of [
    ["help", "dance"],
    ["dance", "--help"],
    ["help", "text", "diff"],
  ]) {
    const { status, stdout, stderr } = run(...words);
    assert.deepEqual([status, stdout], [2, ""], words.join(" "));
    assert.match(stderr, /^stegvis: error: .*\[usage\]$/m);
  }
  assert.match(run("help", "dance").stderr, /there is no subcommand "dance"/);
});

test("--version is the build's", () => {
  const version = readFileSync(join(root, "CMakeLists.txt"), "utf8").match(
    /^project\(stegvis VERSION ([0-9.]+) /m,
  )[1];
  assert.deepEqual(run("--version"), { status: 0, stdout: `stegvis ${version}\n`, stderr: "" });
});
