// A journal is a row of records that frame themselves (core/journal/journal.h): 4 bytes length and 8
// bytes sequence, little-endian, 8 bytes checksum, payload. Here only length and sequence are read.
export type Kind = "account" | "session";
export interface Record_ {
  journal: Kind;
  sequence: number;
  bytes: Uint8Array;
}

/** Bytes of a record before its payload. */
export const head = 20;

/** The number of whole records at the start of the bytes, and the offset of each. */
export function frames(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts: number[] = [];
  for (let at = 0; at + head <= bytes.length;) {
    const end = at + head + view.getUint32(at, true);
    if (end > bytes.length || view.getUint32(at + 4, true) !== starts.length) break;
    starts.push(at);
    at = end;
  }
  return starts;
}

/** A note: the number of acknowledged records, and the checksum of the last of them, if there is one. */
export const noteOf = (records: number, last?: Uint8Array) => `${records},${last?.subarray(12, head)}`;

/** A stored row. One that has no bytes is no record: a byte in its place is not sound. */
export const bytesOf = (row: unknown) => (row instanceof Uint8Array ? row : new Uint8Array(1));

export const endsWith = (bytes: Uint8Array, end: Uint8Array) =>
  end.length <= bytes.length && end.every((byte, i) => byte === bytes[bytes.length - end.length + i]);

export function join(list: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(list.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of list) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export function startsWith(bytes: Uint8Array, beginning: Uint8Array = new Uint8Array()): boolean {
  if (bytes.length < beginning.length) return false;
  // A loop, since a call for each byte takes long for a journal of some megabytes.
  for (let i = 0; i < beginning.length; i++) if (bytes[i] !== beginning[i]) return false;
  return true;
}
