// Hostile input: it is refused with a code or read in two seconds, and the command never ends by a
// signal.
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, payment, root, stegvis } from "../cli/play.mjs";

const guides = join(root, "i18n/payment-declined");
const MB = 1 << 20;

/** Runs the command on a file of these bytes. Returns the exit code, the seconds and the error codes. */
function run(bytes, name, ...words) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const start = process.hrtime.bigint();
  const { status, signal, stderr } = spawnSync(
    stegvis,
    words.map((word) => (word === "FILE" ? path : word)),
    { cwd: folder, encoding: "utf8", timeout: 60_000 },
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  assert.equal(signal, null, `${words[0]} ended by ${signal}`);
  return { status, seconds, codes: [...stderr.matchAll(/\[([a-z0-9-]+)\]$/gm)].map((match) => match[1]) };
}
const article = (bytes) => run(bytes, "hostile.md", "compile", "FILE", "-o", "out.json");
const playbook = (bytes) =>
  run(bytes, "hostile.json", "compile", join(guides, "en-US.md"), "--playbook", "FILE", "-o", "out.json");
const messages = (bytes) =>
  run(
    bytes,
    "hostile.ftl",
    "compile",
    join(guides, "en-US.md"),
    "--playbook",
    join(guides, "playbook.json"),
    "--messages",
    "FILE",
    "-o",
    "out.json",
  );
const guide = (bytes) => run(bytes, "hostile.guide.json", "play", "FILE");

/** @type {Record<string, [() => ReturnType<typeof run>, string]>} */
const refused = {
  "an article of more than 1 MB": [() => article("a ".repeat(MB / 2 + 1)), "article-size"],
  "a line of 10 MB": [() => article("a".repeat(10 * MB)), "article-size"],
  "quotes nested 10,000 deep": [() => article(">".repeat(10_000) + " a\n"), "article-depth"],
  "lists nested 10,000 deep": [() => article("- ".repeat(10_000) + "a\n"), "article-depth"],
  "300 KB of image brackets": [() => article("![[]()".repeat(50_000)), "article-cost"],
  "a playbook nested 10,000 deep": [() => playbook("[".repeat(10_000)), "json-depth"],
  "a playbook with a null byte": [() => playbook('{"playbook": 1\0}'), "json-syntax"],
  "a playbook that is no UTF-8": [
    () => playbook(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])),
    "json-syntax",
  ],
  "messages of more than 1 MB": [() => messages("a = b\n".repeat(MB / 6 + 1)), "message-size"],
  "messages that are no UTF-8": [
    () => messages(Buffer.from([0x61, 0x20, 0x3d, 0x20, 0xc3, 0x28])),
    "utf8-invalid",
  ],
  "placeables nested 10,000 deep": [() => messages("a = " + "{".repeat(10_000)), "message-syntax"],
  "a guide nested 10,000 deep": [() => guide("[".repeat(10_000)), "json-depth"],
  "a guide that is a number": [() => guide("1"), "guide-shape"],
};
for (const [name, [attempt, code]] of Object.entries(refused)) {
  test(`${name}: refused as ${code}`, () => {
    const { status, seconds, codes } = attempt();
    assert.ok(status === 1 || status === 2, `exit code ${status}`);
    assert.ok(codes.includes(code), codes.join(", ") || "no code");
    assert.ok(seconds < 2, `${seconds} s`);
  });
}

const read = {
  "invalid UTF-8": Buffer.concat([
    Buffer.from("# A\n\n1. B "),
    Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
    Buffer.from("\n"),
  ]),
  "null bytes": "# A\n\n1. B\0C\n2. \0\n",
  "a line of almost 1 MB": "a".repeat(MB - 1),
  "almost 1 MB of steps": "1. a\n".repeat(MB / 5 - 1),
  "almost 1 MB of emphasis": "*a ".repeat(MB / 3 - 1),
  "almost 1 MB of empty lines": "\n".repeat(MB - 1),
  "nothing at all": "",
};
for (const [name, bytes] of Object.entries(read)) {
  test(`${name}: read, or refused by a code, in two seconds`, () => {
    const { status, seconds, codes } = article(bytes);
    assert.ok(status === 0 || codes.length > 0, `exit code ${status} without a code`);
    assert.ok(seconds < 2, `${seconds} s`);
  });
}

test("a journal of any bytes is refused", () => {
  const path = payment("en-US");
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(MB), Buffer.alloc(64, 0xff), Buffer.from('{"v":1}')]) {
    const { status, codes } = run(bytes, "hostile.journal", "replay", path, "FILE");
    assert.equal(status, 2);
    assert.match(codes.join(), /^journal-/);
  }
});
