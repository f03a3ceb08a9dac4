// Checks records: each has its sequence, its length and its checksum, which is SipHash-2-4 with a
// key of zeros (core/base/hash.h, core/journal/journal.h). tests/vectors/siphash.jsonl holds for both.
import { frames, head, noteOf } from "./record-format.ts";
import type { Position } from "./storage-backend.ts";

/**
 * The hash of some bytes but for `gap` bytes from 12 on, as two halves of 32 bits, the lower one first. In
 * halves, because BigInt is too slow for a journal of some megabytes, and in variables of its own alone: a
 * journal of 10,000 records is hashed while its reader waits.
 */
export function siphash(bytes: Uint8Array, gap = 0): [low: number, high: number] {
  const size = bytes.length - gap;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  // Four words of the state, each as its lower and its higher half.
  let al = 0x70736575,
    ah = 0x736f6d65,
    bl = 0x6e646f6d,
    bh = 0x646f7261;
  let cl = 0x6e657261,
    ch = 0x6c796765,
    dl = 0x79746573,
    dh = 0x74656462;
  const whole = size & ~7;
  const last = (from: number) => {
    let half = 0;
    for (let i = from; i < size && i < from + 4; i++) half |= bytes[i < 12 ? i : i + gap] << (8 * (i - from));
    return half;
  };
  for (let at = 0; at <= whole; at += 8) {
    let wl: number, wh: number;
    if (at < whole) {
      const from = at < 12 ? at : at + gap;
      wl = view.getUint32(from, true) | 0;
      wh = view.getUint32(at === 8 ? 12 + gap : from + 4, true) | 0;
    } else {
      wl = last(whole);
      wh = last(whole + 4) | (size << 24);
    }
    dl ^= wl;
    dh ^= wh;
    for (let rounds = at < whole ? 2 : 6; rounds > 0; rounds--) {
      // After the last word, the end.
      if (at === whole && rounds === 4) {
        al ^= wl;
        ah ^= wh;
        cl ^= 0xff;
      }
      // a += b; b = rotl(b, 13) ^ a; a = rotl(a, 32)
      let low = (al + bl) | 0;
      let high = (ah + bh + (low >>> 0 < bl >>> 0 ? 1 : 0)) | 0;
      let turned = ((bl << 13) | (bh >>> 19)) ^ low;
      bh = ((bh << 13) | (bl >>> 19)) ^ high;
      bl = turned;
      al = high;
      ah = low;
      // c += d; d = rotl(d, 16) ^ c
      low = (cl + dl) | 0;
      ch = (ch + dh + (low >>> 0 < dl >>> 0 ? 1 : 0)) | 0;
      cl = low;
      turned = ((dl << 16) | (dh >>> 16)) ^ cl;
      dh = ((dh << 16) | (dl >>> 16)) ^ ch;
      dl = turned;
      // a += d; d = rotl(d, 21) ^ a
      low = (al + dl) | 0;
      ah = (ah + dh + (low >>> 0 < dl >>> 0 ? 1 : 0)) | 0;
      al = low;
      turned = ((dl << 21) | (dh >>> 11)) ^ al;
      dh = ((dh << 21) | (dl >>> 11)) ^ ah;
      dl = turned;
      // c += b; b = rotl(b, 17) ^ c; c = rotl(c, 32)
      low = (cl + bl) | 0;
      high = (ch + bh + (low >>> 0 < bl >>> 0 ? 1 : 0)) | 0;
      turned = ((bl << 17) | (bh >>> 15)) ^ low;
      bh = ((bh << 17) | (bl >>> 15)) ^ high;
      bl = turned;
      cl = high;
      ch = low;
    }
    if (at < whole) {
      al ^= wl;
      ah ^= wh;
    }
  }
  return [(al ^ bl ^ cl ^ dl) >>> 0, (ah ^ bh ^ ch ^ dh) >>> 0];
}

/** The end of the sound records at the start of a journal, and the core's code for the rest. */
export interface Sound extends Position {
  stopped?: "journal-truncated" | "journal-sequence" | "journal-checksum";
}

/** The end of the sound records at the start of the bytes, the first of which has the sequence `from`. */
export function sound(bytes: Uint8Array, from = 0): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at: Sound = { records: 0, bytes: 0 };
  while (at.bytes < bytes.length) {
    const begin = at.bytes;
    const end = begin + head + (begin + head > bytes.length ? 0 : view.getUint32(begin, true));
    if (end > bytes.length) return { ...at, stopped: "journal-truncated" };
    const [low, high] = siphash(bytes.subarray(begin, end), head - 12);
    if (view.getUint32(begin + 12, true) !== low || view.getUint32(begin + 16, true) !== high)
      return { ...at, stopped: "journal-checksum" };
    if (view.getUint32(begin + 4, true) !== from + at.records || view.getUint32(begin + 8, true) !== 0)
      return { ...at, stopped: "journal-sequence" };
    at.records++;
    at.bytes = end;
  }
  return at;
}

/** The records at the start of the bytes, each by itself. */
export function split(bytes: Uint8Array): Uint8Array[] {
  return frames(bytes).map((at, i, starts) => bytes.slice(at, starts[i + 1] ?? endOf(bytes, at)));
}

/** The last of the records that the bytes are. */
export function lastRecord(bytes: Uint8Array): Uint8Array {
  let at = 0;
  for (let end; (end = endOf(bytes, at)) < bytes.length;) at = end;
  return bytes.subarray(at);
}

/** The end of the record that begins there. */
function endOf(bytes: Uint8Array, at: number): number {
  return at + head + new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
}

/** The number of records in a note (record-format.ts, noteOf). */
export const countOf = (note?: string) => parseInt(note ?? "") || 0;

/** True if these records have the one that is noted. A note of older builds has no checksum. */
export function hasNoted(bytes: Uint8Array, note?: string): boolean {
  const count = countOf(note);
  const at = frames(bytes)[count - 1];
  return !count || (at >= 0 && isNoted(bytes.subarray(at), note!));
}

const isNoted = (record: Uint8Array, note: string) =>
  [`${countOf(note)}`, noteOf(countOf(note), record)].includes(note);

/**
 * The same, of sound records in parts of any number of records. It reads the part that the noted one is in:
 * mostly the last, of a journal that may have some megabytes.
 */
export function haveNoted(parts: readonly Uint8Array[], note?: string): boolean {
  const last = countOf(note) - 1;
  const part = parts.findLast((bytes) => bytes.length && sequenceOf(bytes) <= last);
  if (!part) return last < 0;
  let at = 0;
  for (let sequence = sequenceOf(part); sequence < last && at < part.length; sequence++) at = endOf(part, at);
  return at < part.length && isNoted(part.subarray(at), note!);
}

const sequenceOf = (record: Uint8Array) => new DataView(record.buffer, record.byteOffset).getUint32(4, true);
