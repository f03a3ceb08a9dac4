// The browser's Back and Forward: one entry for each step forward, marked in the entry's state beside
// whatever the page keeps there. An address is never changed.

/** Where an entry stands: how many steps in, and at which node. */
export interface Mark {
  depth: number;
  node: string;
}

type State = Record<string, unknown> & { stegvis?: Record<string, Mark> };

export class Steps {
  private _key: string;
  private _go: (mark: Mark, by: number) => void;
  private _depth = 0;
  private _listen = (event: PopStateEvent) => this._popped(event.state as State | null);
  private _waiting?: ReturnType<typeof setTimeout>;

  /** `go` is called with the entry that the reader came to, and by how many steps. */
  constructor(key: string, go: (mark: Mark, by: number) => void) {
    this._key = key;
    this._go = go;
    this._depth = this._mark(history.state)?.depth ?? 0;
    addEventListener("popstate", this._listen);
  }

  stop(): void {
    removeEventListener("popstate", this._listen);
  }

  /** The reader went on from one node to another. */
  forward(from: string, to: string): void {
    if (!this._ours()) return;
    this._write("replaceState", { depth: this._depth, node: from });
    this._write("pushState", { depth: ++this._depth, node: to });
  }

  /** What is shown at this entry is another node than the one that it was made for. */
  settle(node: string): void {
    if (this._ours() && this._mark(history.state)) this._write("replaceState", { depth: this._depth, node });
  }

  /** Goes back by the browser where an entry of ours lies below; else `direct` does it. */
  back(direct: () => void): void {
    if (!this._depth || this._mark(history.state)?.depth !== this._depth) return direct();
    // In a frame, Back may belong to another document.
    this._waiting = setTimeout(direct, 500);
    history.back();
  }

  private _popped(state: State | null): void {
    clearTimeout(this._waiting);
    const mark = this._mark(state);
    if (!mark || mark.depth === this._depth) return;
    const by = mark.depth - this._depth;
    this._depth = mark.depth;
    this._go(mark, by);
  }

  private _mark(state: unknown): Mark | undefined {
    return (state as State | null)?.stegvis?.[this._key];
  }

  /** A page whose entries hold something else than an object keeps them untouched. */
  private _ours(): boolean {
    return history.state === null || Object.getPrototypeOf(history.state) === Object.prototype;
  }

  private _write(how: "pushState" | "replaceState", mark: Mark): void {
    const state = (history.state ?? {}) as State;
    try {
      history[how]({ ...state, stegvis: { ...state.stegvis, [this._key]: mark } }, "");
    } catch {
      // Too many entries in a short time, or a sandboxed frame: Back in the widget still works.
    }
  }
}
