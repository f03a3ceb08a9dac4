// The browser's Back and Forward: one entry for each step forward. Each entry of ours says in its state how
// deep it is and at which node; what the page keeps in that state stays. An address is never changed.
import type { Environment } from "../loading/environment.ts";

/** Our data in an entry: the number of steps before it, and its node. */
export interface Entry {
  depth: number;
  node: string;
}

/** Of the window, what this needs. */
export interface HistoryWindow {
  history: Pick<History, "state" | "pushState" | "replaceState" | "back">;
  addEventListener(type: "popstate", listener: (event: PopStateEvent) => void): void;
  removeEventListener(type: "popstate", listener: (event: PopStateEvent) => void): void;
}

type State = Record<string, unknown> & { stegvis?: Record<string, Entry> };

export class BrowserHistory {
  private _window: HistoryWindow;
  private _key: string;
  private _after: Environment["after"];
  private _travelled: (entry: Entry, by: number) => void;
  private _depth: number;
  private _listener = (event: PopStateEvent) => this._popped(event.state);
  private _stopWaiting?: () => void;

  /**
   * `key` tells the entries of several widgets apart. `travelled` is called with the entry that the reader
   * came to, and by how many steps.
   */
  constructor(
    window: HistoryWindow,
    key: string,
    after: Environment["after"],
    travelled: (entry: Entry, by: number) => void,
  ) {
    this._window = window;
    this._key = key;
    this._after = after;
    this._travelled = travelled;
    this._depth = this._entry(window.history.state)?.depth ?? 0;
    window.addEventListener("popstate", this._listener);
  }

  stop(): void {
    this._window.removeEventListener("popstate", this._listener);
  }

  /** The reader went on from one node to another. */
  forward(from: string, to: string): void {
    if (!this._writable()) return;
    this._write("replaceState", { depth: this._depth, node: from });
    this._write("pushState", { depth: ++this._depth, node: to });
  }

  /** This entry shows another node than the one that it was made for. */
  settle(node: string): void {
    if (this._writable() && this._entry(this._window.history.state))
      this._write("replaceState", { depth: this._depth, node });
  }

  /** Goes back by the browser where an entry of ours is below; else `direct` does it. */
  back(direct: () => void): void {
    if (!this._depth || this._entry(this._window.history.state)?.depth !== this._depth) return direct();
    // In an iframe, Back may belong to another document.
    this._stopWaiting = this._after(500, direct);
    this._window.history.back();
  }

  private _popped(state: unknown): void {
    this._stopWaiting?.();
    const entry = this._entry(state);
    if (!entry || entry.depth === this._depth) return;
    const by = entry.depth - this._depth;
    this._depth = entry.depth;
    this._travelled(entry, by);
  }

  private _entry(state: unknown): Entry | undefined {
    return (state as State | null)?.stegvis?.[this._key];
  }

  /** A page may hold something else than an object in its entries: then they stay as they are. */
  private _writable(): boolean {
    const { state } = this._window.history;
    return state === null || Object.getPrototypeOf(state) === Object.prototype;
  }

  private _write(how: "pushState" | "replaceState", entry: Entry): void {
    const state = (this._window.history.state ?? {}) as State;
    try {
      const stegvis = { ...state.stegvis, [this._key]: entry };
      this._window.history[how]({ ...state, stegvis }, "");
    } catch {
      // Too many entries in a short time, or a sandboxed iframe: Back in the widget still works.
    }
  }
}
