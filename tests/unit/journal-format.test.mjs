// core/journal/FORMAT.md says enough to read a journal: this reader was written from that page alone, and the
// page's own code agrees with it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load, root } from "./modules.mjs";

const page = readFileSync(join(root, "core/journal/FORMAT.md"), "utf8");
const [, block] = /```\n([0-9a-f\s]+)```\n$/.exec(page);
const example = Uint8Array.from(block.trim().split(/\s+/), (byte) => parseInt(byte, 16));

const mask = (1n << 64n) - 1n;
const rotate = (/** @type {bigint} */ word, /** @type {bigint} */ by) =>
  ((word << by) | (word >> (64n - by))) & mask;

/** SipHash-2-4 with a key of zeros (Aumasson and Bernstein, 2012). */
function siphash(bytes) {
  let [a, b, c, d] = [0x736f6d6570736575n, 0x646f72616e646f6dn, 0x6c7967656e657261n, 0x7465646279746573n];
  const rounds = (count) => {
    for (let i = 0; i < count; i++) {
      a = (a + b) & mask;
      b = rotate(b, 13n) ^ a;
      a = rotate(a, 32n);
      c = (c + d) & mask;
      d = rotate(d, 16n) ^ c;
      a = (a + d) & mask;
      d = rotate(d, 21n) ^ a;
      c = (c + b) & mask;
      b = rotate(b, 17n) ^ c;
      c = rotate(c, 32n);
    }
  };
  const padded = new Uint8Array(Math.floor(bytes.length / 8) * 8 + 8);
  padded.set(bytes);
  padded[padded.length - 1] = bytes.length & 255;
  const view = new DataView(padded.buffer);
  for (let at = 0; at < padded.length; at += 8) {
    const word = view.getBigUint64(at, true);
    d ^= word;
    rounds(2);
    a ^= word;
  }
  c ^= 255n;
  rounds(4);
  return a ^ b ^ c ^ d;
}

/** The payloads of a journal, up to the first record that is unsound. */
function read(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const payloads = [];
  for (let at = 0; at + 20 <= bytes.length;) {
    const end = at + 20 + view.getUint32(at, true);
    if (end > bytes.length || view.getBigUint64(at + 4, true) !== BigInt(payloads.length)) break;
    const hashed = new Uint8Array([...bytes.subarray(at, at + 12), ...bytes.subarray(at + 20, end)]);
    if (view.getBigUint64(at + 12, true) !== siphash(hashed)) break;
    payloads.push(JSON.parse(new TextDecoder().decode(bytes.subarray(at + 20, end))));
    at = end;
  }
  return payloads;
}

test("the example of FORMAT.md is read by what the page says", () => {
  assert.deepEqual(read(example), [
    { journal: 1, kind: "account", account: "practice", day: "2026-11-23" },
    {
      operation: "replace-all",
      args: ["m-visa", "m-mastercard"],
      id: "0123456789abcdef0123456789abcdef",
      day: "2026-11-24",
    },
  ]);
});

test("every changed bit of the example is found, by this reader and by the page's", async () => {
  const { sound } = await load("web/src/storage/record-checksum.ts");
  const records = read(example).length;
  assert.equal(sound(example).records, records);
  for (let bit = 0; bit < example.length * 8; bit++) {
    const bytes = example.slice();
    bytes[bit >> 3] ^= 1 << (bit & 7);
    assert.ok(read(bytes).length < records, `bit ${bit}`);
    assert.equal(sound(bytes).records, read(bytes).length, `bit ${bit}`);
  }
});
