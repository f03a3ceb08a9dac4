// One tab at a time: in places that have no transactions, and for an account as a whole.
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

/** In milliseconds. A tab that holds a lock for longer is frozen or was killed. */
const patience = 2000;

/**
 * Does the work while no other tab works under that name. Where the browser has no locks, or another tab
 * doesn't give the lock back in time, it does the work all the same: what is written names the sequence that
 * it goes on from, so that of two tabs one meets a conflict.
 */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return work();
  const waiting = new AbortController();
  // Once, with the lock or without: a browser may give it later all the same.
  let begun: Promise<T> | undefined;
  const begin = () => (begun ??= work());
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      waiting.abort();
      resolve();
    }, patience);
  });
  const locked = (async () =>
    navigator.locks.request(`${folder}/${name}`, { signal: waiting.signal }, async () => {
      clearTimeout(timer);
      if (!begun) await begin();
    }))().catch(() => {});
  await Promise.race([locked, late]);
  clearTimeout(timer!);
  return begin();
}
