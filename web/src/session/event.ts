// What an event carries beside what the reader did: an id, the time, and the reader's own date.
import type { Offer } from "../core/types.ts";

export type Happened = Offer & { choice?: string; value?: unknown };

/** The reader's date, by their own clock and time zone. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

export function stamped(event: Happened): object {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
  return { v: 1, id, at: Date.now(), day: today(), ...event };
}
