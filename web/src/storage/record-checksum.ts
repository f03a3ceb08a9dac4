// Checks records: each has its sequence, its length and its checksum, which is SipHash-2-4 with a
// key of zeros (core/base/hash.h, core/journal/journal.h). tests/vectors/siphash.jsonl holds for both.
import { frames, head } from "./record-format.ts";
import type { Position } from "./storage-backend.ts";

/**
 * The hash of some bytes, as two halves of 32 bits, the lower one first. In halves, because BigInt is too
 * slow for a journal of some megabytes.
 * @param parts what is hashed, one part behind the other
 */
export function siphash(...parts: Uint8Array[]): [low: number, high: number] {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  // Four words of the state, each as its lower and its higher half.
  let al = 0x70736575,
    ah = 0x736f6d65,
    bl = 0x6e646f6d,
    bh = 0x646f7261;
  let cl = 0x6e657261,
    ch = 0x6c796765,
    dl = 0x79746573,
    dh = 0x74656462;
  let sum = 0,
    low = 0;
  const round = () => {
    // a += b; b = rotl(b, 13) ^ a; a = rotl(a, 32)
    sum = (al >>> 0) + (bl >>> 0);
    ah = (ah + bh + (sum > 0xffffffff ? 1 : 0)) | 0;
    al = sum | 0;
    low = ((bl << 13) | (bh >>> 19)) ^ al;
    bh = ((bh << 13) | (bl >>> 19)) ^ ah;
    bl = low;
    [al, ah] = [ah, al];
    // c += d; d = rotl(d, 16) ^ c
    sum = (cl >>> 0) + (dl >>> 0);
    ch = (ch + dh + (sum > 0xffffffff ? 1 : 0)) | 0;
    cl = sum | 0;
    low = ((dl << 16) | (dh >>> 16)) ^ cl;
    dh = ((dh << 16) | (dl >>> 16)) ^ ch;
    dl = low;
    // a += d; d = rotl(d, 21) ^ a
    sum = (al >>> 0) + (dl >>> 0);
    ah = (ah + dh + (sum > 0xffffffff ? 1 : 0)) | 0;
    al = sum | 0;
    low = ((dl << 21) | (dh >>> 11)) ^ al;
    dh = ((dh << 21) | (dl >>> 11)) ^ ah;
    dl = low;
    // c += b; b = rotl(b, 17) ^ c; c = rotl(c, 32)
    sum = (cl >>> 0) + (bl >>> 0);
    ch = (ch + bh + (sum > 0xffffffff ? 1 : 0)) | 0;
    cl = sum | 0;
    low = ((bl << 17) | (bh >>> 15)) ^ cl;
    bh = ((bh << 17) | (bl >>> 15)) ^ ch;
    bl = low;
    [cl, ch] = [ch, cl];
  };
  let wl = 0,
    wh = 0,
    filled = 0;
  const word = () => {
    dl ^= wl;
    dh ^= wh;
    round();
    round();
    al ^= wl;
    ah ^= wh;
    wl = wh = filled = 0;
  };
  for (const part of parts) {
    for (const byte of part) {
      if (filled < 4) wl |= byte << (8 * filled);
      else wh |= byte << (8 * (filled - 4));
      if (++filled === 8) word();
    }
  }
  wh |= (size & 255) << 24;
  word();
  cl ^= 0xff;
  for (let i = 0; i < 4; i++) round();
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
    const [low, high] = siphash(bytes.subarray(begin, begin + 12), bytes.subarray(begin + head, end));
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
