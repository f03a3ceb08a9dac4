// The interface of a storage backend: one place of a browser that can store journals. A journal is a
// row of records (record-format.ts); a backend neither reads nor judges what is in them.
//
// The contract, which tests/browser/storage-backends.test.mjs checks for each backend:
// - No call throws or rejects: a failure is a value with a code of the closed list below.
// - A call that can't read what is stored says so; it never answers as if nothing was stored.
// - Reading and asking create nothing.
// - A write changes everything that it names or nothing, and is on disk when it has answered.
// - A write names the position that it goes on from. Where the journal ends elsewhere, the answer is
//   "conflict" and nothing is changed.

/**
 * Why a call failed:
 * - refused: the browser doesn't have this place, or doesn't allow it
 * - full: there is no room for it
 * - conflict: the journal doesn't end where the caller goes on from
 * - unreadable: something is stored, and it can't be read
 * - closed: the backend was closed, or its handle is dead and can't be opened again
 * - late: no answer within the deadline; a write may have been done all the same
 * - failed: a write wasn't done, for a reason that is none of these
 */
export type StorageCode = "refused" | "full" | "conflict" | "unreadable" | "closed" | "late" | "failed";

export interface StorageProblem {
  code: StorageCode;
  /** The backend's name. */
  where: string;
  /** The browser's own error. */
  detail?: string;
}

/** The result of a call: a value, or the problem that it met. */
export type Answer<T> = { value: T; problem?: undefined } | { value?: undefined; problem: StorageProblem };

/** A place in a journal: how many records are before it, and how many bytes these take. */
export interface Position {
  records: number;
  bytes: number;
}

/** The bytes under a key, whether its records are sound or not. */
export interface StoredJournal {
  bytes: Uint8Array;
  /** The end that an addition goes on from. */
  end: Position;
  /**
   * The number of acknowledged records; 0 if this place doesn't remember it apart from them, -1 where they
   * are unconfirmed.
   */
  acknowledged: number;
}

/** Records that go behind those that are there. */
export interface Addition {
  key: string;
  at: Position;
  records: readonly Uint8Array[];
  /** The primary's last record must be the end of these bytes: another journal may have as many records. */
  after?: Uint8Array;
}

/** Records that take the place of those behind the first `keep`. */
export interface Replacement {
  key: string;
  keep: Position;
  records: readonly Uint8Array[];
  /** The journal must end here for this; without it, it may end anywhere. */
  at?: Position;
  /** As of an addition. */
  after?: Uint8Array;
  /** The key under which what is replaced goes on existing; without it, that is deleted. */
  aside?: string;
  /**
   * The records count only with a note until the next write, unless a count of acknowledged ones is left. A
   * place that remembers no count needn't know.
   */
  unconfirmed?: boolean;
}

/** Once a call's signal is aborted, it does nothing further that it can leave undone. */
export interface StorageBackend {
  readonly name: string;
  /** True if there is anything under the key; without a key, if this place was ever written to. */
  exists(key?: string, signal?: AbortSignal): Promise<Answer<boolean>>;
  /** All of a journal; no bytes where none was stored. */
  read(key: string, signal?: AbortSignal): Promise<Answer<StoredJournal>>;
  /**
   * The records of a journal from a sequence on, all or the first `count` of them, and where it ends;
   * absent in a place that reads all of it as fast.
   */
  tail?(
    what: { key: string; from: number; count?: number },
    signal?: AbortSignal,
  ): Promise<Answer<StoredJournal>>;
  /** The keys of all journals in this place; absent in a place that needn't tell. */
  keys?(what?: undefined, signal?: AbortSignal): Promise<Answer<string[]>>;
  /** Adds to each of the journals, or to none. */
  append(additions: readonly Addition[], signal?: AbortSignal): Promise<Answer<void>>;
  /** Replaces in each of the journals, or in none. */
  replace(replacements: readonly Replacement[], signal?: AbortSignal): Promise<Answer<void>>;
  /** Removes these journals; without keys, all that was ever stored in this place. */
  remove(keys?: readonly string[], signal?: AbortSignal): Promise<Answer<void>>;
  /** Lets handles go. Calls under way end by themselves; later ones answer "closed". */
  close(): void;
}

/** The part of the primary that a first visit needs. */
export type FirstBackend = Pick<StorageBackend, "name" | "append" | "close">;

export const start: Position = { records: 0, bytes: 0 };

/** A journal of which nothing is stored. */
export const nothing: StoredJournal = { bytes: new Uint8Array(), end: start, acknowledged: 0 };

const codes: Record<string, StorageCode> = {
  ConstraintError: "conflict",
  InvalidStateError: "closed",
  NotAllowedError: "refused",
  QuotaExceededError: "full",
  ReferenceError: "refused",
  SecurityError: "refused",
  TimeoutError: "late",
  TypeError: "refused",
};

/**
 * The problem that an exception is.
 * @param otherwise the code of one that has no name of its own in the list
 */
export function problemOf(
  error: unknown,
  where: string,
  otherwise: StorageCode,
): { problem: StorageProblem } {
  const name = (error as Error | null)?.name ?? "";
  return { problem: { code: codes[name] ?? otherwise, where, detail: String(error) } };
}

/**
 * The answer to a call of a backend.
 * @param otherwise the code of an exception that has no name of its own in the list
 */
export async function attempt<T>(
  { name, closed }: { name: string; closed: boolean },
  otherwise: StorageCode,
  work: () => T | Promise<T>,
): Promise<Answer<T>> {
  try {
    if (closed) throw new DOMException("", "InvalidStateError");
    return { value: await work() };
  } catch (error) {
    return problemOf(error, name, otherwise);
  }
}

/** A backend throws it inside itself if a journal ends elsewhere. */
export const conflict = () => new DOMException("it ends elsewhere", "ConstraintError");

/** A backend throws it inside itself once it is too late to go on. */
export function stopIfLate(signal?: AbortSignal): void {
  if (signal?.aborted) throw new DOMException("no answer in time", "TimeoutError");
}
