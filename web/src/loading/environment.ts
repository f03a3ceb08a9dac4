// The page takes this from the browser and can't compute it. It comes in at one place, so that a test can
// bring its own.
import type { LoadingPage } from "./part-loader.ts";

/** Journals that storage refused, by their keys: records, one after another. They end with the page. */
export type UnsavedJournals = Map<string, Uint8Array>;

export interface Environment extends LoadingPage {
  /** The time in milliseconds since 1970, UTC. */
  now(): number;
  /** Fills the bytes with random ones. */
  randomize(bytes: Uint8Array<ArrayBuffer>): unknown;
  /** Shared by all widgets of the page, as storage would be. */
  readonly unsaved: UnsavedJournals;
  /** Style sheets by their texts, shared by all widgets of the page. */
  readonly sheets: Map<string, CSSStyleSheet>;
}
