// Notes in localStorage, written at once: that something was stored, and how many records of each journal
// were acknowledged. They are apart from the primary, so that a loss there is noticed.
import type { Notes } from "./journal-store.ts";
import { folder, noteStored } from "./presence.ts";

// Not below "stegvis/": every item there is a journal.
const item = (key: string) => `${folder}.acknowledged/${key}`;

export const notes: Notes = {
  acknowledged(key) {
    try {
      const noted = localStorage.getItem(item(key));
      return noted === null ? undefined : Number(noted) || 0;
    } catch {
      return undefined;
    }
  },
  acknowledge(key, records) {
    noteStored();
    try {
      localStorage.setItem(item(key), String(records));
    } catch {
      // Refused, or full: the primary remembers it too.
    }
  },
  forget() {
    try {
      for (const name of Object.keys(localStorage))
        if (name === folder || name.startsWith(folder + ".")) localStorage.removeItem(name);
    } catch {
      // Refused: then nothing was written there either.
    }
  },
};
