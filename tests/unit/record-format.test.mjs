// Records that frame themselves: length, sequence, checksum, payload (core/journal/journal.h).
import { test } from "node:test";
import assert from "node:assert/strict";
import { load } from "./modules.mjs";

const { frames, head, join } = await load("web/src/storage/record-format.ts");

function record(sequence, payload) {
  const bytes = new Uint8Array(head + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, payload.length, true);
  view.setUint32(4, sequence, true);
  bytes.set(payload, head);
  return bytes;
}
const journal = join([record(0, [1, 2, 3]), record(1, []), record(2, [4])]);

test("records are joined byte by byte", () => {
  assert.equal(journal.length, 3 * head + 4);
  assert.deepEqual([...join([])], []);
  assert.deepEqual([...join([Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3)])], [1, 2, 3]);
});

test("each record begins where the one before ends", () => {
  assert.deepEqual(frames(journal), [0, head + 3, 2 * head + 3]);
  assert.deepEqual(frames(new Uint8Array()), []);
});

test("a journal that is cut off gives the whole records before the cut, wherever it is", () => {
  for (let length = 0; length <= journal.length; length++) {
    const ends = [head + 3, 2 * head + 3, 3 * head + 4];
    assert.equal(
      frames(journal.slice(0, length)).length,
      ends.filter((end) => end <= length).length,
      `${length} bytes`,
    );
  }
});

test("reading stops at a sequence that isn't the next", () => {
  assert.equal(frames(join([record(0, [1]), record(2, [2])])).length, 1);
  assert.equal(frames(join([record(1, [1])])).length, 0);
  assert.equal(frames(join([record(0, [1]), record(0, [1])])).length, 1);
});

test("a length beyond the bytes is no record", () => {
  const bytes = record(0, [1, 2]);
  new DataView(bytes.buffer).setUint32(0, 0xffffffff, true);
  assert.deepEqual(frames(bytes), []);
});

test("a part of a larger buffer is read from where it begins", () => {
  const buffer = join([new Uint8Array(7), journal]).buffer;
  assert.deepEqual(frames(new Uint8Array(buffer, 7)), [0, head + 3, 2 * head + 3]);
});
