// Notes in localStorage, written at once: that something was stored, how many records of each journal were
// acknowledged, and the checksum of the last of them. They are apart from the primary, so that a loss there
// is noticed.
import type { Notes } from "./journal-store.ts";
import { folder, noteStored } from "./presence.ts";

// Not below "stegvis/": every item there is a journal.
const item = (key: string) => `${folder}.acknowledged/${key}`;

export const notes: Notes = {
  read(key) {
    try {
      return localStorage.getItem(item(key));
    } catch {
      // Refused: nothing is noted.
    }
  },
  write(key, note) {
    noteStored();
    try {
      localStorage.setItem(item(key), note);
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
