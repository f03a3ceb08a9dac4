// A clock that a test moves on, in the place of the page's own (web/src/loading/environment.ts).
//
//   const clock = new Clock();
//   clock.after(1000, job);
//   await clock.pass(1000);    runs the job

/** Lets all that waits for no time go on. */
const settle = () => new Promise((done) => setImmediate(done));

export class Clock {
  _time = 0;
  /** @type {{ at: number, job: () => void }[]} */
  _jobs = [];

  now = () => this._time;

  /** The dice of an environment, which always show the least: a pause is as long as it is at least. */
  randomize = (bytes) => bytes.fill(0);

  /** Calls `job` once, after so many milliseconds; the result calls it off. */
  after = (milliseconds, job) => {
    const entry = { at: this._time + milliseconds, job };
    this._jobs.push(entry);
    return () => {
      this._jobs = this._jobs.filter((other) => other !== entry);
    };
  };

  /** The number of jobs that are still to be called. */
  get pending() {
    return this._jobs.length;
  }

  /** Lets so many milliseconds pass: jobs are called in order, each at its time. */
  async pass(milliseconds) {
    const end = this._time + milliseconds;
    await settle();
    for (;;) {
      const [next] = this._jobs.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this._jobs = this._jobs.filter((other) => other !== next);
      this._time = next.at;
      next.job();
      await settle();
    }
    this._time = end;
  }
}
