// The words of the sources: a comment opens with its subject and not with a riddle ("What stands here"), no
// name is one that meant several things, no comment has an old word, and a line fits on a screen.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

const root = new URL("../../", import.meta.url).pathname;

/** Folders whose comments and names are checked. */
const folders = ["core", "wasm", "web", "tests", "i18n/ui"];
/** Folders that are no sources: installed, built, or data. */
const skipped = /^node_modules$|^dist$|^build$/;

/** Folders whose C++, CSS and CMake is measured; ESLint measures the lines of JavaScript and TypeScript. */
const measured = ["core", "wasm", "web/src", "tests"];
const columns = 110;
/** Lines of these files are data: a row of a table, or an article. */
const data = /^core\/base\/codes\.inc$|^core\/.*\/data\/|^tests\/(articles|vectors)\//;

const cLike = new Set([".h", ".cpp", ".inc", ".ts", ".js", ".mjs", ".css"]);
const hashLike = new Set([".ftl", ".sh", ""]);

/** Paths of the source files below a folder, from the root on. */
function sources(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.test(entry.name) ? [] : sources(path);
    const kind = extname(entry.name);
    return cLike.has(kind) || hashLike.has(kind) || entry.name === "CMakeLists.txt" ? [path] : [];
  });
}

const tokens =
  /R"(\w*)\([^]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[^]*?\*\//g;

/**
 * Takes a source apart: its comments (line and text, the lines of one comment joined), and its code, in
 * which comments and texts are blank.
 *
 * @param {string} text
 * @param {boolean} isCLike else comments begin with "#", and the code is not looked at
 */
function takeApart(text, isCLike) {
  /** @type {{ line: number, end: number, text: string }[]} */
  const comments = [];
  const lineOf = (/** @type {number} */ at) => text.slice(0, at).split("\n").length;
  const add = (/** @type {number} */ at, /** @type {string} */ comment) => {
    const previous = comments.at(-1);
    const end = at + comment.length;
    const words = comment.replace(/^[/*#\s]+|\s*\*\/$/g, "");
    if (previous && text.slice(previous.end, at).trim() === "" && comment.startsWith("//"))
      Object.assign(previous, { end, text: `${previous.text} ${words}` });
    else comments.push({ line: lineOf(at), end, text: words });
  };
  if (!isCLike) {
    let before = false;
    for (const match of text.matchAll(/^[ \t]*(#+ .*)?.*$/gm)) {
      if (match[1] && !before) add(match.index, match[1]);
      before = Boolean(match[1]);
    }
    return { comments, code: "" };
  }
  const code = text.replace(tokens, (token, _, at) => {
    if (token.startsWith("//") || token.startsWith("/*")) add(at, token);
    return token.replace(/[^\n]/g, " ");
  });
  return { comments, code };
}

const riddle = /^(?:What|Whatever|Which|Whichever|How|Whose|Where|Who|Whether)\b/i;
/** Words that present-day English does without. */
const old = /\b(?:anew|afresh|whilst|mend(?:s|ed|ing)?|lest|hence|upon|besides|nought|aught)\b/i;
/** Names that meant several things, or nothing. */
const banned = /\b(?:one|told|kept|given|thing|things|most_\w+|most[A-Z]\w*)\b/g;

/** Says what is wrong with the words of a source. */
function findings(/** @type {string} */ text, isCLike = true) {
  const { comments, code } = takeApart(text, isCLike);
  return [
    ...comments
      .filter((comment) => riddle.test(comment.text))
      .map(({ line, text: comment }) => `${line}: the comment opens with a riddle: ${comment.slice(0, 60)}`),
    ...comments
      .filter((comment) => old.test(comment.text))
      .map(({ line, text: comment }) => `${line}: the comment has an old word: ${old.exec(comment)?.[0]}`),
    ...code
      .split("\n")
      .flatMap((line, i) => [...line.matchAll(banned)].map(([name]) => `${i + 1}: a name is "${name}"`)),
  ];
}

const read = (/** @type {string} */ path) => readFileSync(join(root, path), "utf8");

test("riddles, old words and banned names are found, and only in comments and in code", () => {
  assert.deepEqual(findings("int a;  // what it is\n// Whatever\n// comes\n\n/** Which of them. */\n"), [
    "1: the comment opens with a riddle: what it is Whatever comes",
    "5: the comment opens with a riddle: Which of them.",
  ]);
  assert.deepEqual(findings("// One\n// What follows is fine\nf(\"What // one\", 'told');\n"), []);
  assert.deepEqual(findings("// It is\n// written anew\nx = 1;\n"), ["1: the comment has an old word: anew"]);
  assert.deepEqual(findings("for (auto& one : all) use(one, most_x);\n"), [
    '1: a name is "one"',
    '1: a name is "one"',
    '1: a name is "most_x"',
  ]);
  assert.deepEqual(findings("# Where it is\n# goes on\na = What\n", false), [
    "1: the comment opens with a riddle: Where it is",
  ]);
});

for (const folder of folders) {
  test(`${folder}: comments open with a subject, and no name is banned`, () => {
    const files = sources(folder);
    assert.notEqual(files.length, 0);
    assert.deepEqual(
      files.flatMap((path) =>
        findings(read(path), cLike.has(extname(path))).map((finding) => `${path}:${finding}`),
      ),
      [],
    );
  });
}

test(`lines have at most ${columns} columns`, () => {
  const long = measured
    .flatMap(sources)
    .filter((path) => !data.test(path) && /\.(h|cpp|inc|css|txt)$/.test(path))
    .flatMap((path) =>
      read(path)
        .split("\n")
        .flatMap((line, i) => ([...line].length > columns ? [`${path}:${i + 1}`] : [])),
    );
  assert.deepEqual(long, []);
});
