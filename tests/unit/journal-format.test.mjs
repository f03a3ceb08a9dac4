// core/journal/FORMAT.md says enough to read a journal: this reader was written from that page alone, and the
// page's own code agrees with it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load, root } from "./modules.mjs";
import { hash } from "./storage/records.mjs";

const page = readFileSync(join(root, "core/journal/FORMAT.md"), "utf8");
const [, block] = /```\n([0-9a-f\s]+)```\n$/.exec(page);
const example = Uint8Array.from(block.trim().split(/\s+/), (byte) => parseInt(byte, 16));

/** The payloads of a journal, up to the first record that is unsound. */
function read(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const payloads = [];
  for (let at = 0; at + 20 <= bytes.length;) {
    const end = at + 20 + view.getUint32(at, true);
    if (end > bytes.length || view.getBigUint64(at + 4, true) !== BigInt(payloads.length)) break;
    const hashed = new Uint8Array([...bytes.subarray(at, at + 12), ...bytes.subarray(at + 20, end)]);
    if (view.getBigUint64(at + 12, true) !== hash(hashed)) break;
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
