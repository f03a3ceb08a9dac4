// Faults of a browser, put into a page before it is loaded.

/** In the page: long timers end so many times sooner, so that what hangs costs little. */
export function shortDeadlines(times) {
  const timer = window.setTimeout;
  window.setTimeout = /** @type {any} */ (
    (job, milliseconds = 0, ...more) =>
      timer(job, milliseconds >= 1000 ? milliseconds / times : milliseconds, ...more)
  );
}
