// Finds out if a session is stored here, while the widget's code is on its way.
import { browserTimer, within } from "../timing/deadline.ts";
import { forLook } from "../timing/limits.ts";

/**
 * The database, the folder of private files, and in localStorage the item that says so and the
 * beginning of names.
 */
export const folder = "stegvis";

/**
 * True if that item is there. It is read at once; the places take a browser 100 ms. undefined: it can't
 * be read.
 */
export function notedStored(): boolean | undefined {
  try {
    return localStorage.getItem(folder) !== null;
  } catch {
    return undefined;
  }
}

/** Writes that item, unless it is there. */
export function noteStored(): void {
  try {
    if (!notedStored()) localStorage.setItem(folder, "");
  } catch {
    // Refused, or full: the places tell.
  }
}

const places = [
  // Opening a database would create it.
  async () => (await indexedDB.databases()).some(({ name }) => name === folder),
  async () => Object.keys(localStorage).some((key) => /^stegvis[/.]/.test(key)),
  async () => !!(await (await navigator.storage.getDirectory()).getDirectoryHandle(folder)),
];

/** The browser's answer if it comes in time, else `late`: some never answer. */
export const inTime = <T>(answer: Promise<T>, late: T): Promise<T> =>
  within(browserTimer, forLook, answer, () => late);

/**
 * True if anything of ours was ever stored here. A place that is refused holds nothing; one that is
 * late may.
 */
export async function stored(): Promise<boolean> {
  const found = await Promise.all(
    places.map((look) =>
      inTime(
        look().catch(() => false),
        true,
      ),
    ),
  );
  return found.includes(true);
}
