// What is typed into a secret field, by way of the core's one buffer: as bytes, never as a string, and
// wiped. It comes with the forms.
import type { Core } from "./core.ts";
import type { Verdict } from "./types.ts";

const secrets: Record<string, number> = {
  number: 0,
  code: 1,
  iban: 2,
  "us-routing": 3,
  "uk-sort-code": 4,
  "uk-account-number": 5,
  "au-bsb": 6,
  "ca-transit": 7,
  "account-number": 8,
};
const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Brands by the core's numbers, as they are first met. */
const brands: string[] = [""];
const standings = ["valid", "possible", "invalid"] as const;

let owner: Core | undefined;
let buffer: Uint8Array | undefined;

/** The core's buffer, again where its memory has grown and taken the old view away. */
function bytesOf(core: Core): Uint8Array {
  if (owner !== core || !buffer?.length) buffer = core.buffer();
  owner = core;
  return buffer;
}

/** What a secret field shows after a key: the text as it is grouped, the caret, and its standing. */
export class Typed {
  readonly caret: number;
  readonly standing: Verdict["standing"];
  constructor(
    private core: Core,
    readonly text: string,
    packed: number,
    readonly brand: string,
  ) {
    this.caret = (packed >> 8) & 255;
    this.standing = standings[(packed >> 16) & 15] ?? "invalid";
  }
  /** Of what was typed last. */
  get verdict(): Verdict {
    return JSON.parse(this.core.raw.secretInfo()).verdict;
  }
}

export function type(core: Core, field: string, text: string, caret: number): Typed {
  let bytes = bytesOf(core);
  let length = put(text, bytes);
  let before = caret;
  if (length < 0) {
    length = encoder.encodeInto(text, bytes).written;
    before = encoder.encode(text.slice(0, caret)).length;
  }
  const packed = core.raw.secret(secrets[field] ?? 0, length, before < length ? before : length);
  bytes = bytesOf(core);
  const shown = stands(text, bytes, packed & 255) ? text : decoder.decode(bytes.subarray(0, packed & 255));
  bytes.fill(0);
  const brand = (brands[packed >> 20] ??= JSON.parse(core.raw.secretInfo()).brand as string);
  return new Typed(core, shown, packed, brand);
}

/** Puts a text into the buffer where it is ASCII and fits, and gives its length; else -1. */
function put(text: string, bytes: Uint8Array): number {
  const { length } = text;
  if (length > bytes.length) return -1;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return -1;
    bytes[i] = code;
  }
  return length;
}

/** Whether the text stands there as it was typed. */
function stands(text: string, bytes: Uint8Array, length: number): boolean {
  if (text.length !== length) return false;
  for (let i = 0; i < length; i++) if (text.charCodeAt(i) !== bytes[i]) return false;
  return true;
}
