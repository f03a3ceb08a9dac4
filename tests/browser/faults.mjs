// Faults of a browser, put into a page before it is loaded.

/** In the page: timers of that length, in milliseconds, end so many times sooner: what hangs costs little. */
export function shortDeadlines({ times, from = 1000, to = Infinity }) {
  const timer = window.setTimeout;
  window.setTimeout = /** @type {any} */ (
    (job, milliseconds = 0, ...more) =>
      timer(job, milliseconds >= from && milliseconds <= to ? milliseconds / times : milliseconds, ...more)
  );
}
