// A note of the guide, beside the page's first one, whose operation waits for a person at the bank. The
// bank's page may lead back by a new load, which has no entry of the browser's history. "Remove everything"
// takes it away with all notes (storage/notes.ts).
import { isGuideName } from "../guide/guide-file.ts";
import { folder } from "../storage/presence.ts";

const item = (of: string) => `${folder}.waiting/${of}`;

/** Notes the guides that lead there; `of` names the account and the first guide. */
export function noteWaiting(of: string, path: readonly string[]): void {
  try {
    localStorage.setItem(item(of), path.join(" "));
  } catch {
    // Refused, or full: the first guide opens, and the operation stays pending in the other one.
  }
}

/** The guides of that note, which is taken away. */
export function takeWaiting(of: string): string[] {
  try {
    const path = localStorage.getItem(item(of));
    localStorage.removeItem(item(of));
    return path?.split(" ").filter(isGuideName) ?? [];
  } catch {
    return [];
  }
}
