// The text of a secret field passes through the core's one buffer: as bytes, never as a string, and
// wiped. It comes with the forms.
import type { Core } from "./core.ts";
import { brands, secretFields, type Verdict } from "./types.ts";

const standings = ["valid", "possible", "invalid"] as const;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The content of a secret field after a key: the text as it is grouped, the caret, and its standing. */
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

/** Formats and judges the text of a field; `caret` counts characters. */
export function type(core: Core, field: string, text: string, caret: number): Typed {
  let bytes = core.buffer;
  let length = put(text, bytes);
  let before = caret;
  if (length < 0) {
    length = encoder.encodeInto(text, bytes).written;
    before = encoder.encode(text.slice(0, caret)).length;
  }
  const packed = core.raw.secret(secretFields[field] ?? 0, length, Math.min(before, length));
  // The call may have made the core's memory grow.
  bytes = core.buffer;
  const shown = holds(bytes, packed & 255, text) ? text : decoder.decode(bytes.subarray(0, packed & 255));
  bytes.fill(0);
  const brand = brands[packed >> 20] ?? "";
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

/** True if the first `length` bytes are that text: most keys leave it as it was typed. */
function holds(bytes: Uint8Array, length: number, text: string): boolean {
  if (text.length !== length) return false;
  for (let i = 0; i < length; i++) if (text.charCodeAt(i) !== bytes[i]) return false;
  return true;
}
