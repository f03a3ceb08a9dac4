// Deadlines, handed out at this one place: a browser, a disk or a network may never answer. The timer is
// handed in, so that tests bring a clock of their own.

/** Calls `job` once, after so many milliseconds; the result calls it off. */
export type After = (milliseconds: number, job: () => void) => () => void;

/** The browser's timer. */
export const browserTimer: After = (milliseconds, job) => {
  const timer = setTimeout(job, milliseconds);
  return () => clearTimeout(timer);
};

/** The outcome of `work`; where there is none in time, what `late` gives or throws. */
export function within<T>(after: After, milliseconds: number, work: Promise<T>, late: () => T): Promise<T> {
  let off: (() => void) | undefined;
  const end = new Promise<void>((resolve) => {
    off = after(milliseconds, resolve);
  });
  return Promise.race([work, end.then(late)]).finally(off);
}
