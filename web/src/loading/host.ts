// What the loader and the widget know of each other.
import type { Adapter } from "../session/adapter.ts";
import type { boot } from "../core/core.ts";
import type { Frame } from "../view/layout.ts";
import type { GuideFile } from "../view/step-context.ts";
import type { Problem } from "../core/types.ts";

/** What the loader has asked for already. */
export interface Given {
  guide: Promise<GuideFile>;
  words: Promise<string>;
  again(locale: string): Promise<string>;
  nearest(locale: string): string;
  beside(name: string): string;
  /** Whether anything of ours was ever stored here: as a mark says at once, and as all places do. */
  marked?: boolean;
  stored?: Promise<boolean>;
  /** The compiler's glue, the core's first half, and what drives it. */
  core: Promise<[Parameters<typeof boot>[0], ArrayBuffer, typeof import("../entry/session.ts")]>;
}

export interface Host extends HTMLElement {
  account: string;
  locale: string;
  adapter?: Adapter;
  tell(type: string, detail: unknown): void;
}

export interface Widget {
  /** What is shown now. */
  readonly frame: Frame;
  exportJournal(): Promise<Uint8Array>;
  importJournal(bytes: Uint8Array): Promise<Problem | undefined>;
  stop(): void;
}
