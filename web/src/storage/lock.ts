// Places that have no transactions: one tab at a time writes a journal there.
import { folder } from "./presence.ts";

/**
 * Does the work while nobody else writes these journals. Where the browser has no locks, the position that
 * each write names still finds most writes of another tab. Work that is late gives its lock back.
 */
export function exclusively<T>(
  keys: readonly string[],
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const [key, ...rest] = [...keys].sort();
  if (!key || !navigator.locks) return work();
  return navigator.locks.request(`${folder}/${key}`, { signal }, () =>
    Promise.race([exclusively(rest, signal, work), late(signal)]),
  ) as Promise<T>;
}

/** Rejects once the signal is aborted. */
function late(signal?: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) =>
    signal?.addEventListener("abort", () => reject(new DOMException("no answer in time", "TimeoutError"))),
  );
}
