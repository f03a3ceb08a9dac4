// The command as people use it: exit codes, named errors, and what its graphs are good for.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  existsSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMachine, getInitialSnapshot, getNextSnapshot } from "xstate";

const root = new URL("../../", import.meta.url).pathname;
const command = process.env.STEGVIS_COMMAND ?? join(root, "build/native/bin/stegvis");
const playbook = "i18n/payment-declined/playbook.json";
let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "stegvis-"));
});
after(() => rmSync(folder, { recursive: true }));

function stegvis(...words) {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: root, encoding: "utf8" });
  return { status, stdout, stderr };
}
function file(name, bytes) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
function compiled(name, markdown) {
  const out = join(folder, name + ".json");
  const { status, stderr } = stegvis("compile", file(name + ".md", markdown), "-o", out);
  assert.equal(status, 0, stderr);
  return out;
}

test("the article of the project gives one flow in every locale", () => {
  const digests = new Set();
  for (const locale of readdirSync(join(root, "tests/articles"))) {
    const article = `tests/articles/${locale}/payment-was-declined.md`;
    if (!existsSync(join(root, article))) continue;
    const out = join(folder, locale + ".json"),
      html = join(folder, locale + ".html");
    const { status, stderr } = stegvis("compile", article, "--playbook", playbook, "--html", html, "-o", out);
    assert.equal(status, 0, stderr);
    digests.add(stegvis("digest", out).stdout);
    const guide = JSON.parse(readFileSync(out, "utf8"));
    assert.equal(guide.locale, locale);
    assert.equal(guide.direction, locale === "ar-SA" ? "rtl" : "ltr");
    assert.equal(guide.first.node, "notices");
    assert.match(
      readFileSync(html, "utf8"),
      new RegExp(`^<article lang="${locale}" dir="${guide.direction}">`),
    );
  }
  assert.equal(digests.size, 1);
});

test("--locale decides, and English stands in with a warning", () => {
  const out = join(folder, "sv.json");
  const { status, stderr } = stegvis(
    "compile",
    "tests/articles/nb-NO/payment-was-declined.md",
    "--playbook",
    playbook,
    "--locale",
    "sv-SE",
    "-o",
    out,
  );
  assert.equal(status, 0);
  assert.match(
    stderr,
    /en-US\.ftl: warning: there are no messages in sv-SE; English stands in.*\[message-stands-in\]/,
  );
  assert.equal(JSON.parse(readFileSync(out, "utf8")).locale, "sv-SE");
});

test("the folder says the locale, from inside it too", () => {
  mkdirSync(join(folder, "x/de-DE"), { recursive: true });
  writeFileSync(join(folder, "x/de-DE/a.md"), "1. a\n");
  const { status } = spawnSync(command, ["compile", "a.md", "-o", "a.json"], {
    cwd: join(folder, "x/de-DE"),
  });
  assert.equal(status, 0);
  assert.equal(JSON.parse(readFileSync(join(folder, "x/de-DE/a.json"), "utf8")).locale, "de-DE");
});

test("--messages come first", () => {
  const own = file("own.ftl", "ask-owner = Spør eieren\n    .body = x\n    .next = y\n");
  const out = join(folder, "own.json");
  stegvis(
    "compile",
    "tests/articles/nb-NO/payment-was-declined.md",
    "--messages",
    own,
    "--playbook",
    playbook,
    "-o",
    out,
  );
  assert.match(JSON.parse(readFileSync(out, "utf8")).text.messages, /^ask-owner = Spør eieren$/m);
});

test("an article of another shape is refused with its place, and nothing is written", () => {
  const article = file("other.md", "# T\n\nOne\n\nTwo\n\n1. a\n2. b\n");
  const out = join(folder, "other.json");
  const { status, stderr } = stegvis("compile", article, "--playbook", playbook, "-o", out);
  assert.equal(status, 1);
  assert.ok(stderr.includes(`${article}:7:1: error: list 1 with 7 steps was expected`), stderr);
  assert.ok(stderr.includes("found 2 steps"), stderr);
  assert.ok(!existsSync(out));
});

/** @type {[string, string[], RegExp][]} */
const bad = [
  ["no subcommand", [], /stegvis compile/],
  ["an unknown subcommand", ["dance"], /\[usage\]/],
  ["an unknown option", ["text", "--loud", "x"], /\[usage\]/],
  [
    "an article that is not there",
    ["compile", "nowhere.md", "-o", "OUT"],
    /nowhere\.md: error: .*\[file-unreadable\]/,
  ],
  ["a folder for an article", ["compile", "tests", "-o", "OUT"], /\[file-unreadable\]/],
  [
    "a place that can't be written",
    ["compile", "tests/articles/README.md", "-o", "/proc/no/guide.json"],
    /\[file-unwritable\]/,
  ],
  ["no place to write", ["compile", "tests/articles/README.md"], /\[usage\]/],
  [
    "a locale that is none",
    ["compile", "tests/articles/README.md", "--locale", "x", "-o", "OUT"],
    /\[locale-unknown\]/,
  ],
  ["a guide that is not there", ["digest", "nowhere.json"], /\[file-unreadable\]/],
  [
    "a folder of articles that is not there",
    ["compile", "--each", "nowhere", "-o", "OUT"],
    /\[file-unreadable\]/,
  ],
  ["a format that is none", ["graph", "x.json", "--format", "svg"], /\[usage\]/],
];
for (const [what, words, message] of bad) {
  test(`exit 2: ${what}`, () => {
    const { status, stderr } = stegvis(
      ...words.map((word) => (word === "OUT" ? join(folder, "bad.json") : word)),
    );
    assert.equal(status, 2, stderr);
    assert.match(stderr, message);
  });
}

test("a guide that is truncated, of another version or hostile is named with its place", () => {
  const good = readFileSync(compiled("good", "1. a\n2. b\n"), "utf8");
  const guide = JSON.parse(good);
  const broken = {
    "cut off": [good.slice(0, good.length / 2), "json-syntax"],
    empty: ["", "json-syntax"],
    "not JSON": ["\u0000\u00ff", "json-syntax"],
    deep: ["[".repeat(100000), "json-depth"],
    "no guide": ["{}", "guide-shape"],
    "of another version": [JSON.stringify({ ...guide, guide: 2 }), "guide-version"],
    "without nodes": [JSON.stringify({ ...guide, flow: { ...guide.flow, nodes: [] } }), "guide-shape"],
    "with a circle": [good.replace('["next","outcome"]', '["next","list-1.step-1"]'), "flow-"],
  };
  for (const [what, [bytes, code]] of Object.entries(broken)) {
    const path = file("broken.json", bytes);
    for (const words of [
      ["digest", path],
      ["text", path],
      ["diff", path, path],
      ["graph", path],
    ]) {
      const { status, stderr } = stegvis(...words);
      assert.equal(status, 2, what);
      assert.ok(stderr.startsWith(path), stderr);
      assert.ok(stderr.includes("[" + code), `${what}: ${stderr}`);
    }
  }
});

test("a playbook that is truncated or of another version is named", () => {
  const article = "tests/articles/nb-NO/payment-was-declined.md",
    out = join(folder, "p.json");
  const text = readFileSync(join(root, playbook), "utf8");
  for (const [bytes, code] of [
    [text.slice(0, 500), "json-syntax"],
    ['{"playbook": 9}', "playbook-version"],
  ]) {
    const { status, stderr } = stegvis("compile", article, "--playbook", file("p.json", bytes), "-o", out);
    assert.equal(status, 2);
    assert.match(stderr, new RegExp(`p\\.json:\\d+:\\d+: error: .*\\[${code}\\]`));
  }
});

test("--each keeps the tree, goes on after a refusal and sums up", () => {
  const from = join(folder, "tree"),
    to = join(folder, "guides");
  mkdirSync(join(from, "nb-NO/deep"), { recursive: true });
  writeFileSync(join(from, "nb-NO/deep/a.md"), "# A\n\n1. a\n2. b\n");
  writeFileSync(join(from, "nb-NO/b.md"), "# B\n");
  writeFileSync(join(from, "nb-NO/bad.md"), "![[]()".repeat(60000));
  writeFileSync(join(from, "nb-NO/notes.txt"), "not an article");
  const { status, stdout, stderr } = stegvis("compile", "--each", from, "-o", to);
  assert.equal(status, 1);
  assert.equal(stdout, "3 articles, 2 guides, 2 steps, 0 warnings, 1 refused\n");
  assert.match(stderr, /bad\.md:1:1: error: .*\[article-cost\]/);
  assert.equal(JSON.parse(readFileSync(join(to, "nb-NO/deep/a.json"), "utf8")).locale, "nb-NO");
  assert.deepEqual(readdirSync(join(to, "nb-NO")).sort(), ["b.json", "deep"]);
  // The same as one by one.
  const single = join(folder, "one.json");
  stegvis("compile", join(from, "nb-NO/deep/a.md"), "-o", single);
  assert.equal(readFileSync(single, "utf8"), readFileSync(join(to, "nb-NO/deep/a.json"), "utf8"));
});

test("check finds, and says so in three formats", () => {
  const path = file("found.md", "1. Choose **A**. Then choose **B**.\n2. [x]()\n");
  const text = stegvis("check", path);
  assert.equal(text.status, 1);
  assert.deepEqual(
    text.stdout
      .trim()
      .split("\n")
      .map((line) => line.replace(path, "").replace(/ warning:.*\[/, " [")),
    [":2:4: [link-without-address]", ":1:1: [step-two-things]"],
  );
  const [first] = JSON.parse(stegvis("check", path, "--format", "json").stdout);
  assert.deepEqual(
    [first.code, first.line, first.column, first.severity, first.docs],
    ["link-without-address", 2, 4, "warning", "i18n/codes.md#link-without-address"],
  );
  assert.match(
    stegvis("check", path, "--format", "github").stdout,
    /^::warning file=.*,line=2,col=4,title=link-without-address::/,
  );
  assert.ok(readFileSync(join(root, "i18n/codes.md"), "utf8").includes("\n## link-without-address\n"));
  assert.equal(stegvis("check", file("clean.md", "1. Choose **A**.\n")).status, 0);
});

test("check holds a folder of messages to its English file, and that to the code", () => {
  const words = join(folder, "ui"),
    code = join(folder, "src");
  mkdirSync(words);
  mkdirSync(code);
  writeFileSync(join(words, "en-US.ftl"), "back = Back\nnext = Next\nold = Old\n");
  writeFileSync(join(words, "nb-NO.ftl"), "back = Tilbake\nold = Gammel\n");
  writeFileSync(join(code, "a.ts"), 'say("back");\nsay("next");\nsay("none");\n');
  const found = (...options) =>
    stegvis("check", words, ...options)
      .stdout.trim()
      .split("\n")
      .map((line) => line.replace(folder, "").replace(/: (error|warning):.*\[/, " $1 "));
  assert.deepEqual(found(), ["/ui/nb-NO.ftl:1:1 warning message-stands-in]"]);
  assert.deepEqual(found("--code", code), [
    "/src/a.ts:3:6 error message-missing]",
    "/ui/en-US.ftl:3:1 warning message-unused]",
    "/ui/nb-NO.ftl:1:1 warning message-stands-in]",
  ]);
});

test("check goes on after a file that can't be read", () => {
  const { status, stdout } = stegvis("check", join(folder, "nowhere.md"), file("after.md", "[x]()\n"));
  assert.equal(status, 2);
  assert.match(stdout, /after\.md:1:1: warning/);
});

test("the project's own playbooks have no findings", () => {
  const folders = ["payment-declined", "pay-balance", "subscription-method"].map((name) => "i18n/" + name);
  const { status, stdout } = stegvis("check", playbook, ...folders);
  assert.equal(status, 0, stdout);
});

/**
 * A folder with a guide: a question, and an outcome that may lead into another guide.
 * @param {string} name
 * @param {{ next?: string, called?: string, domain?: string, locales?: string[] }} [guide]
 */
function leading(name, { next, called = name, domain, locales = ["en-US"] } = {}) {
  const path = join(folder, "guides", name);
  mkdirSync(path, { recursive: true });
  const nodes = {
    first: { ask: ["yes"], show: ["intro"], to: { yes: "end" } },
    end: { outcome: "end", ...(next && { next }) },
  };
  const article = { intro: { block: 1 } };
  const book = { playbook: 1, name: called, ...(domain && { domain }), article, start: "first", nodes };
  writeFileSync(join(path, "playbook.json"), JSON.stringify(book, null, 2));
  for (const locale of locales) {
    writeFileSync(join(path, locale + ".md"), "# T\n\nWords.\n");
    writeFileSync(
      join(path, locale + ".ftl"),
      `first = Well?\n    .yes = Yes\nend = Done\n${next ? "    .next = Go on\n" : ""}`,
    );
  }
  return path;
}

test("check proves that a guide is there which an outcome leads into", () => {
  const from = leading("from", { next: "to", locales: ["en-US", "nb-NO"] });
  /** @returns {[number, string]} */
  const found = () => {
    const { status, stdout } = stegvis("check", from);
    return [status, stdout.replaceAll(join(folder, "guides"), "").split("Name another guide")[0].trim()];
  };
  const mistake = '/from/playbook.json:24:15: error: "end" leads into "to", and ';
  assert.deepEqual(found(), [1, mistake + "/to/playbook.json isn't there."]);
  leading("to", { called: "other" });
  assert.deepEqual(found(), [1, mistake + '/to/playbook.json is called "other".']);
  leading("to", { domain: "billing" });
  assert.deepEqual(found(), [1, mistake + '/to/playbook.json has the domain "billing", not "".']);
  const to = leading("to");
  writeFileSync(
    join(to, "playbook.json"),
    readFileSync(join(to, "playbook.json"), "utf8").replace('"first"', '"x"'),
  );
  assert.match(found()[1], /to\/playbook\.json has a mistake: no node is called "x"\.$/);
  leading("to", { locales: [] });
  rmSync(join(to, "en-US.md"));
  assert.deepEqual(found(), [1, mistake + '"to" has no language of "from".']);
  // One language of the two: the guide in the other one doesn't lead there.
  leading("to");
  assert.deepEqual(found(), [0, ""]);
  const out = join(folder, "built");
  mkdirSync(out);
  for (const [name, locale] of [
    ["from", "en-US"],
    ["from", "nb-NO"],
    ["to", "en-US"],
  ]) {
    const source = join(folder, "guides", name);
    const target = join(out, `${name}.${locale}.json`);
    const options = ["--playbook", join(source, "playbook.json"), "-o", target];
    assert.equal(stegvis("compile", join(source, locale + ".md"), "--locale", locale, ...options).status, 0);
  }
  const next = (locale) => JSON.parse(readFileSync(join(out, `from.${locale}.json`), "utf8")).text.next;
  assert.deepEqual([next("en-US"), next("nb-NO")], [["to"], undefined]);
  const digests = stegvis("digest", ...["en-US", "nb-NO"].map((locale) => join(out, `from.${locale}.json`)));
  assert.equal(new Set(digests.stdout.match(/^[0-9a-f]{16}/gm)).size, 1, "one flow in each language");
  assert.equal(stegvis("check", out).status, 0);
  rmSync(join(out, "to.en-US.json"));
  const { status, stdout } = stegvis("check", out);
  assert.equal(status, 1);
  assert.match(stdout, /from\.en-US\.json:1:\d+: error: .*to\.en-US\.json isn't there.*\[playbook-next\]/);
});

test("diff says what differs, and its exit code whether the flow does", () => {
  const a = compiled("a", "1. a\n2. b\n"),
    b = compiled("a2", "1. a\n");
  assert.equal(stegvis("diff", a, a).status, 0);
  const { status, stdout } = stegvis("diff", a, b);
  assert.equal(status, 1);
  assert.match(stdout, /^The flows differ\.\n/);
  assert.match(stdout, /List 1 has 2 steps in .*a\.json, 1 step in .*a2\.json\./);
});

// Every state's every event leads where the flow says.
function walk(guide, machine) {
  const nodes = new Map(guide.flow.nodes.map((node) => [node.id, node]));
  const open = [getInitialSnapshot(machine)],
    seen = new Set();
  assert.equal(open[0].value, guide.flow.start);
  while (open.length) {
    const snapshot = open.pop();
    const node = nodes.get(snapshot.value);
    if (seen.has(node.id)) continue;
    seen.add(node.id);
    assert.equal(snapshot.status, node.to ? "active" : "done");
    for (const [choice, target] of node.to ?? []) {
      const next = getNextSnapshot(machine, snapshot, { type: choice });
      assert.equal(next.value, target, `${node.id}: ${choice}`);
      open.push(next);
    }
    if (node.to) assert.equal(getNextSnapshot(machine, snapshot, { type: "no-such-answer" }).value, node.id);
  }
  assert.equal(seen.size, nodes.size);
}

test("XState walks the same nodes for the same events", () => {
  const guides = [
    compiled("alternatives", "# T\n\n**A**\n\n1. a\n2. b\n\n**B**\n\n1. c\n"),
    compiled(
      "pivots",
      '::: zone pivot="x"\n\n1. a\n\n::: zone-end\n\n::: zone pivot="y"\n\n1. b\n\n::: zone-end\n',
    ),
  ];
  const paid = join(folder, "paid.json");
  stegvis("compile", "tests/articles/nb-NO/payment-was-declined.md", "--playbook", playbook, "-o", paid);
  for (const path of [...guides, paid]) {
    const { status, stdout } = stegvis("graph", path, "--format", "xstate");
    assert.equal(status, 0);
    walk(JSON.parse(readFileSync(path, "utf8")), createMachine(JSON.parse(stdout)));
  }
});

test("text gives the article back", () => {
  const path = compiled(
    "text",
    "# T\n\nBefore\n\n1. Go to **A** > **B**.\n\n   > [!TIP]\n   > x\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
  );
  assert.equal(stegvis("text", path).stdout, "T\nBefore\nGo to A > B.\nx\na\nb\n1\n2\n");
});
