// Sound records for the tests of storage, made without the page's own code: the hash is BigInt's.
const mask = (1n << 64n) - 1n;
const rotated = (/** @type {bigint} */ value, /** @type {bigint} */ by) =>
  ((value << by) | (value >> (64n - by))) & mask;

/** SipHash-2-4 with a key of zeros. */
export function hash(bytes) {
  let [a, b, c, d] = [0x736f6d6570736575n, 0x646f72616e646f6dn, 0x6c7967656e657261n, 0x7465646279746573n];
  const round = () => {
    a = (a + b) & mask;
    b = rotated(b, 13n) ^ a;
    a = rotated(a, 32n);
    c = (c + d) & mask;
    d = rotated(d, 16n) ^ c;
    a = (a + d) & mask;
    d = rotated(d, 21n) ^ a;
    c = (c + b) & mask;
    b = rotated(b, 17n) ^ c;
    c = rotated(c, 32n);
  };
  const words = Math.floor(bytes.length / 8) + 1;
  const padded = new Uint8Array(words * 8);
  padded.set(bytes);
  padded[padded.length - 1] = bytes.length;
  const view = new DataView(padded.buffer);
  for (let i = 0; i < words; i++) {
    const word = view.getBigUint64(i * 8, true);
    d ^= word;
    round();
    round();
    a ^= word;
  }
  c ^= 0xffn;
  for (let i = 0; i < 4; i++) round();
  return a ^ b ^ c ^ d;
}

/** The bytes of a record (core/journal/journal.h). */
export function record(sequence, text) {
  const payload = new TextEncoder().encode(text);
  const bytes = new Uint8Array(20 + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, payload.length, true);
  view.setBigUint64(4, BigInt(sequence), true);
  bytes.set(payload, 20);
  view.setBigUint64(12, hash(new Uint8Array([...bytes.slice(0, 12), ...payload])), true);
  return bytes;
}

/** The first records of a journal. */
export function journal(count, text = "record") {
  return Array.from({ length: count }, (_none, i) => record(i, `${text} ${i}`));
}
