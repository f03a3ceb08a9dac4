// The mirror: the second copy of a journal, in the origin's private files, else as text in localStorage.
// It is there for the day that IndexedDB is empty: one copy is one unit of failure, which a single bad
// bit can empty.
import type { Addition, Answer, Replacement, StorageBackend, StoredJournal } from "./storage-backend.ts";

/** Two places as one: the first that takes a write has it, and the longer journal is the one that is read. */
export class Mirror implements StorageBackend {
  readonly name = "mirror";
  private _places: readonly [StorageBackend, StorageBackend];

  constructor(first: StorageBackend, second: StorageBackend) {
    this._places = [first, second];
  }

  async exists(key?: string): Promise<Answer<boolean>> {
    const [first, second] = await Promise.all(this._places.map((place) => place.exists(key)));
    return first.value || second.problem ? first : second;
  }

  async read(key: string): Promise<Answer<StoredJournal>> {
    const [first, second] = await Promise.all(this._places.map((place) => place.read(key)));
    if (!second.value?.bytes.length) return first.problem?.code === "refused" ? second : first;
    return first.value && first.value.bytes.length >= second.value.bytes.length ? first : second;
  }

  append(additions: readonly Addition[]): Promise<Answer<void>> {
    return this._first((place) => place.append(additions));
  }

  replace(replacements: readonly Replacement[]): Promise<Answer<void>> {
    return this._first((place) => place.replace(replacements));
  }

  async remove(keys?: readonly string[]): Promise<Answer<void>> {
    const answers = await Promise.all(this._places.map((place) => place.remove(keys)));
    return answers.find(({ problem }) => problem && problem.code !== "refused") ?? { value: undefined };
  }

  close(): void {
    for (const place of this._places) place.close();
  }

  private async _first(write: (place: StorageBackend) => Promise<Answer<void>>): Promise<Answer<void>> {
    const answer = await write(this._places[0]);
    return answer.problem && answer.problem.code !== "conflict" ? write(this._places[1]) : answer;
  }
}
