// For the type checker alone: what functions know that run in the page. They look at any element, hear any
// event and leave names on the window for each other, so members of those are not checked.

interface Window {
  [name: string]: any;
}
interface EventTarget {
  [name: string]: any;
}
interface Event {
  detail?: any;
}
interface CSSRule {
  [name: string]: any;
}
interface FileSystemHandle {
  getFile(): Promise<File>;
}

/** Scripts that a test serves next to the page. */
declare module "/*.js";

/** Firefox lends these to its own scripts. */
declare const gBrowser: any;
declare const Cc: any;
declare const Ci: any;
declare const content: any;
declare function sendAsyncMessage(name: string, data: unknown): void;
declare var inputMethod: any;
