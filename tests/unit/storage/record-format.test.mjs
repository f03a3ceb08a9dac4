// The layout of journals, and which records of one are sound.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join as path } from "node:path";
import { load, root } from "../modules.mjs";
import { journal, record } from "./records.mjs";

const { frames, hasNoted, haveNoted, join, noteOf, siphash, sound, split } = await load(
  "web/src/storage/record-format.ts",
  "web/src/storage/record-checksum.ts",
);
const three = journal(3);

test("the hash is the core's", () => {
  const lines = readFileSync(path(root, "tests/vectors/siphash.jsonl"), "utf8").trim().split("\n");
  for (const { bytes, hash } of lines.map((line) => JSON.parse(line))) {
    const [low, high] = siphash(new Uint8Array(Buffer.from(bytes, "hex")));
    assert.equal([high, low].map((half) => half.toString(16).padStart(8, "0")).join(""), hash, bytes);
  }
});

test("the hash leaves out what stands behind the first 12 bytes", () => {
  for (let size = 12; size < 40; size++) {
    const bytes = Uint8Array.from({ length: size }, (_none, i) => i * 11);
    for (const gap of [0, 1, 8, 9]) {
      const longer = new Uint8Array([
        ...bytes.slice(0, 12),
        ...new Uint8Array(gap).fill(99),
        ...bytes.slice(12),
      ]);
      assert.deepEqual(siphash(longer, gap), siphash(bytes), `${size} bytes and ${gap}`);
    }
  }
});

test("records are found by their lengths and sequences", () => {
  const bytes = join(three);
  assert.deepEqual(frames(bytes), [0, three[0].length, three[0].length + three[1].length]);
  assert.deepEqual(split(bytes), three);
  assert.deepEqual(frames(new Uint8Array()), []);
  assert.deepEqual(split(join([...three, new Uint8Array(5)])), three);
});

test("a journal of sound records is sound to its end", () => {
  assert.deepEqual(sound(join(three)), { records: 3, bytes: join(three).length });
  assert.deepEqual(sound(new Uint8Array()), { records: 0, bytes: 0 });
});

test("every bit that is off and every byte that is missing ends what is sound at its record", () => {
  const bytes = join(three);
  const starts = [...frames(bytes), bytes.length];
  for (let at = 0; at < bytes.length; at++) {
    const before = starts.findLastIndex((start) => start <= at);
    for (let bit = 0; bit < 8; bit++) {
      const damaged = bytes.slice();
      damaged[at] ^= 1 << bit;
      const found = sound(damaged);
      assert.equal(found.records, before, `byte ${at}, bit ${bit}`);
      assert.equal(found.bytes, starts[before]);
      assert.ok(found.stopped);
    }
    const found = sound(bytes.slice(0, at));
    assert.equal(found.records, before, `cut off at ${at}`);
    assert.equal(found.stopped, at === starts[before] ? undefined : "journal-truncated");
  }
});

test("a record that is missing, doubled or in another's place ends what is sound there", () => {
  const [a, b, c] = three;
  for (const [list, records] of [
    [[a, c], 1],
    [[a, a, b, c], 1],
    [[a, b, b, c], 2],
    [[a, c, b], 1],
    [[b, a, c], 0],
  ]) {
    const found = sound(join(list));
    assert.equal(found.records, records);
    assert.equal(found.stopped, "journal-sequence");
  }
});

test("a sequence beyond 32 bits is no small one", () => {
  const beyond = record(2 ** 32, "x");
  assert.equal(sound(beyond).records, 0);
});

test("a noted record is found in parts as it is in the whole, however the parts are cut", () => {
  const records = journal(6);
  const notes = records.flatMap((last, i) => [noteOf(i + 1, last), noteOf(i + 2, last), String(i + 1)]);
  for (const cuts of [[6], [1, 5], [5, 1], [2, 0, 4], [1, 1, 1, 1, 1, 1], []]) {
    let at = 0;
    const parts = cuts.map((count) => join(records.slice(at, (at += count))));
    for (const note of [undefined, "0,", ...notes])
      assert.equal(haveNoted(parts, note), hasNoted(join(parts), note), `${cuts}: ${note}`);
  }
});
