// A guide as the compiler writes it: one file per locale.
import type { View } from "../core/types.ts";
import type { Text } from "./article.ts";

export interface GuideFile {
  /** The version of this format. */
  guide: number;
  name: string;
  locale: string;
  direction: "ltr" | "rtl";
  flow: Flow;
  fingerprints?: Record<string, string>;
  /** The first view of a reader without a session. */
  first?: View;
  text: Text;
}

/** Of the flow, the members that the page reads. */
export interface Flow {
  /** The domain whose words the playbook uses; a guide without a playbook has none. */
  domain?: string;
  /** The number of steps of each list of the article. */
  lists: number[];
  start: string;
  nodes: {
    id: string;
    kind: string;
    known?: unknown;
    dates?: string;
    form?: string;
    list?: string;
    of?: string;
    operation?: string;
  }[];
}

/** A name becomes part of an address, so one that is none is never used. */
export const isGuideName = (name: string) => /^[a-z][a-z0-9-]*$/.test(name);
