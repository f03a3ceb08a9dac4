// i18n/README.md: what it tells writers to type is typed here.
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, play, root, stegvis } from "./play.mjs";

const readme = readFileSync(join(root, "i18n/README.md"), "utf8");
const block = (language) => readme.match(new RegExp("^```" + language + "\\n([^]*?)^```$", "m"))[1];
const place = join(folder, "slow-internet");
mkdirSync(place);
const write = (name, text) => writeFileSync(join(place, name), text);
write("en-US.md", block("markdown"));
write("playbook.json", block("json"));
write("en-US.ftl", block("fluent"));
const run = (...words) => spawnSync(stegvis, words, { cwd: place, encoding: "utf8" });

test("the tutorial's article compiles without a playbook, and its lists are counted as it says", () => {
  assert.equal(run("compile", "en-US.md", "-o", "guide.json").status, 0);
  const { nodes } = play(join(place, "guide.json"), ["2", "1", "1"]);
  assert.equal(nodes[1], "list-2.step-1");
});

test("the tutorial's playbook and words make a guide that runs", () => {
  const { status, stderr } = run("compile", "en-US.md", "--playbook", "playbook.json", "-o", "guide.json");
  assert.equal(status, 0, stderr);
  assert.equal(stderr, "");
  const { nodes, stdout } = play(join(place, "guide.json"), [":yes", "1", "1", ":no"]);
  assert.deepEqual(nodes, ["everywhere", "unplug", "plug", "better", "call-us"]);
  assert.match(stdout, /Still slow\? Call us/);
});

test("the tutorial's tests.json passes and reaches every node", () => {
  const tests = /^```json\n(\[[^]*?)^```$/m.exec(readme)[1];
  write("tests.json", tests);
  const { status, stdout, stderr } = run("test", ".", "--paths");
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, /^2 passed, 0 failed$/m);
  assert.match(stdout, /(\d+) of \1 nodes reached$/m);
});

test("a missing message and another number of steps are said with their place", () => {
  write("en-US.ftl", block("fluent").replace(/^fixed[^]*?\n\n/m, ""));
  const missing = run("compile", "en-US.md", "--playbook", "playbook.json", "-o", "none.json");
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /^playbook\.json:\d+:\d+: error: .*\[message-missing\]$/m);
  write("en-US.ftl", block("fluent"));
  write("en-US.md", block("markdown").replace("2. Wait for half a minute.\n", ""));
  const shape = run("compile", "en-US.md", "--playbook", "playbook.json", "-o", "none.json");
  assert.equal(shape.status, 1);
  assert.match(shape.stderr, /^en-US\.md:\d+:\d+: error: .*\[article-shape\]$/m);
  write("en-US.md", block("markdown"));
});

test("a language is added by its files alone, and has the same flow", () => {
  write(
    "nb-NO.md",
    "---\nms.contentlocale: nb-NO\n---\n" + block("markdown").replace("The internet is slow", "Tregt nett"),
  );
  write("nb-NO.ftl", block("fluent").replace("Is it slow in every room?", "Er det tregt overalt?"));
  for (const locale of ["en-US", "nb-NO"]) {
    const { status, stderr } = run(
      "compile",
      locale + ".md",
      "--playbook",
      "playbook.json",
      "-o",
      locale + ".json",
    );
    assert.equal(status, 0, stderr);
  }
  const digests = run("digest", "en-US.json", "nb-NO.json").stdout.match(/^[0-9a-f]{16}/gm);
  assert.equal(digests.length, 2);
  assert.equal(digests[0], digests[1]);
  assert.match(play(join(place, "nb-NO.json"), []).stdout, /Er det tregt overalt\?/);
});

test("every word of the domain that the page names is known, and none is left out", () => {
  const words = readFileSync(join(root, "core/billing/vocabulary.cpp"), "utf8").match(/"[a-z][a-z-]+"/g);
  assert.ok(words.length > 20);
  for (const word of new Set(words.map((quoted) => quoted.slice(1, -1))))
    assert.ok(readme.includes(word), word);
});
