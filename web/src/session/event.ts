// Adds to an event its id, the time, and the reader's own date.
import type { Stamp } from "../core/core.ts";
import type { Offer } from "../core/types.ts";
import type { Environment } from "../loading/environment.ts";

type Source = Pick<Environment, "now" | "randomize">;

/** An act of the reader, the adapter's answer, or a change of the guide. */
export type Happened = Offer & { choice?: string; value?: unknown };

/** The reader's date at that time, by their own clock and time zone. */
export function dayOf(time: number): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A new event's id, 128 random bits in hex, and its time. */
export function stamp({ now, randomize }: Source): Stamp {
  const bytes = new Uint8Array(16);
  randomize(bytes);
  return { id: Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""), at: now() };
}

/** The event as the core takes it. */
export function stamped(happened: Happened, source: Source): Happened & Stamp {
  const { id, at } = stamp(source);
  return { v: 1, id, at, day: dayOf(at), ...happened } as Happened & Stamp;
}
